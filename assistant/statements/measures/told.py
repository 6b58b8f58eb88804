"""One measure about to be told: its figure, the others that belong to it, and its window in words."""

from datetime import date

from assistant.statements.held import Held
from assistant.statements.measures.values import line_name, whose_of
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import Given, say, text
from tools.definitions.measures import STEMS
from tools.fact import Fact

MEASURE = (
    r"([a-z0-9_.]+?)\.(?:(" + "|".join(STEMS) + r")\.)?"
    r"(return|change|difference|growth|best_[a-z]+|worst_[a-z]+|highest|lowest|rank|count|share|first|last|average"
    r"|median|average_change|median_change|volatility|correlation|beta|deepest_drawdown|after|season|longest_run"
    r"|current_run|annual_return|annual_total_return)\.([a-z0-9_.]+)"
)


class Told:
    """One measure about to be told.

    Attributes:
        fact: The figure that answers.
        rest: What of its key follows the measure's name: window, condition, place.
    """

    def __init__(self, held: Held, key: str, subject: str, stem: str | None, rest: str) -> None:
        self.held, self.key, self.subject, self.stem, self.rest = held, key, subject, stem, rest
        self.fact = held.need(key)

    @property
    def language(self) -> Language:
        return self.held.language

    @property
    def whose(self) -> str:
        """Whose figure it is, as it stands in a sentence."""
        return whose_of(self.held, self.subject, self.stem)

    @property
    def prefix(self) -> str:
        """All of the key before the measure's name."""
        return f"{self.subject}.{self.stem}." if self.stem else f"{self.subject}."

    def get(self, metric: str) -> Fact | None:
        """Another fact of the same line."""
        return self.held.get(self.prefix + metric)

    def close(self, day: date) -> Fact | None:
        """The value of a session, where it is held."""
        if self.stem:
            return self.get(f"{day:%Y%m%d}")
        return self.get(f"close.{day:%Y%m%d}") or self.get(f"value.{day:%Y%m%d}")

    @property
    def ends(self) -> tuple[date, date]:
        """The first and last session of the bars used; the first is the base where there is one."""
        given = self.fact.inputs[0]
        return given.first, given.last

    @property
    def whole(self) -> bool:
        """Whether the window is all data."""
        return "all" in self.rest.split(".")

    @property
    def over(self) -> str:
        """The window's two ends in words."""
        first, last = self.ends
        return self.text("window-all" if self.whole else "window-between", first=first, last=last)

    def line(self, stem: str) -> str:
        """What a field or an indicator is called."""
        return line_name(stem, self.language)

    def say(self, message: str, **given: Given) -> list[Part]:
        """A message in the language it is told in."""
        return say(message, self.language, **given)

    def text(self, message: str, **given: str | int | float | date) -> str:
        """A message without figures in the language it is told in."""
        return text(message, self.language, **given)
