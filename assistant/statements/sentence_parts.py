"""The parts of a sentence that code writes: words, and facts where their figures stand."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.statements.names import capital
from tools.fact import MINUS, Fact, spell_date

SHOWN = 3  # support or resistance levels told


Language = Literal["en", "zh"]


class Shown(NamedTuple):
    """A fact, and how its figure is written where not as it is shown elsewhere."""

    fact: Fact
    text: str


Part = str | Fact | Shown


class Held:
    """The facts a statement may use: of one day where one is given, and the language it is worded in.


    Args:
        ledger: The evidence.
        day: The only day whose facts count.
        as_of: The answer's own day, by which a figure is told as older; the newest of the evidence for None.
        language: Whose words.
    """

    def __init__(self, ledger: Ledger, day: date | None, as_of: date | None = None, language: Language = "en") -> None:
        self._ledger, self._day, self._as_of = ledger, day, as_of or ledger.newest
        self.language = language

    def get(self, key: str) -> Fact | None:
        try:
            return self._ledger.fact(key, self._day)
        except KeyError:
            return None

    @property
    def facts(self) -> list[Fact]:
        return self._ledger.facts

    def to(self, fact: Fact) -> str:
        """`` to 1 May 2026`` for a figure older than the answer, as where one of two ends earlier; else empty."""
        return f" to {spell_date(fact.as_of)}" if self.is_old(fact) else ""

    def on(self, fact: Fact) -> str:
        """`` on 1 May 2026`` for such a figure; else empty."""
        return f" on {spell_date(fact.as_of)}" if self.is_old(fact) else ""

    def is_old(self, fact: Fact) -> bool:
        """Whether a figure is of a session before the answer's own."""
        return fact.as_of < self._as_of

    def name(self, key: str) -> str:
        """A subject's name as it stands in a sentence."""
        return self._ledger.name(key)

    def all(self, key: str) -> list[Fact]:
        """Every fact of a key, whatever its day, in the order they were taken in."""
        return [f for f in self._ledger.facts if f.key == key]

    def need(self, key: str) -> Fact:
        try:
            return self._ledger.fact(key, self._day)
        except KeyError as error:
            raise SlotError(str(error.args[0])) from None

    def numbered(self, stem: str) -> list[Fact]:
        found = (self.get(f"{stem}.{n}") for n in range(1, SHOWN + 1))
        return [f for f in found if f]


def tell(words: str, *parts: "Part | list[Part]") -> list[Part]:
    """Words with a part, or a list of parts, in the place of each ``{}``."""
    pieces = words.split("{}")
    if len(pieces) != len(parts) + 1:
        raise ValueError(f"{len(parts)} parts for the places of {words!r}")
    out: list[Part] = [pieces[0]]
    for part, piece in zip(parts, pieces[1:], strict=True):
        out += part if isinstance(part, list) else [part]
        out.append(piece)
    return out


def placed(parts: Sequence[Part]) -> tuple[str, list[tuple[int, Fact]]]:
    """The sentence's text, and the place after each figure with its fact."""
    text, marks = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        fact = part if isinstance(part, Fact) else part.fact
        text += fact.display if isinstance(part, Fact) else part.text
        marks.append((len(text), fact))
    return capital(text), marks


def plain(fact: Fact) -> Shown:
    """A figure without its minus, for words that say the direction."""
    return Shown(fact, fact.display.removeprefix(MINUS))


def level(fact: Fact) -> Shown:
    """A target as it was said: without decimals where it has none."""
    return Shown(fact, fact.display.removesuffix(".00"))


def joined(groups: Sequence[Sequence[Part]]) -> list[Part]:
    """Groups of parts as a list in prose: commas, and before the last ``and``."""
    out: list[Part] = []
    for place, group in enumerate(groups):
        if place:
            out.append(" and " if place == len(groups) - 1 else ", ")
        out += group
    return out


def on(fact: Fact) -> str:
    """The session a figure is of, in words: an anchor's or a swing's own, else its date."""
    return spell_date(fact.dates[0]) if fact.dates else spell_date(fact.as_of)
