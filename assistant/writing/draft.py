"""What the built-in writer may say over the evidence of a turn: statements that the evidence fills, and views by their sentences."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import measured_names, statement
from assistant.understanding.lexicon.gloss import in_english
from assistant.understanding.request import Request
from corpus.document import Passage
from tools.fact import Fact


class Evidence:
    """The evidence of a turn, asked for statements.

    Attributes:
        request: The question, read.
        ledger: What the turn's tools returned.
        as_of: The session of the answer.
        words: The question in the words the library is searched by.
    """

    def __init__(self, request: Request, ledger: Ledger, as_of: date) -> None:
        self.request, self.ledger, self.as_of = request, ledger, as_of
        self.words = in_english(request.words)  # as the library is searched

    @property
    def facts(self) -> list[Fact]:
        """All facts."""
        return self.ledger.facts

    @property
    def passages(self) -> list[Passage]:
        """All passages, the best first."""
        return list(self.ledger.passages.values())

    def fact(self, key: str) -> Fact | None:
        """The first fact of a key."""
        return next((f for f in self.facts if f.key == key), None)

    def value(self, key: str) -> float | None:
        """The number of a key."""
        fact = self.fact(key)
        return None if fact is None or isinstance(fact.value, str) else float(fact.value)

    def subjects(self, metric: str) -> list[str]:
        """The subjects that a metric is held of, in order."""
        return list(dict.fromkeys(f.subject for f in self.facts if f.metric == metric))

    def say(self, *names: str) -> list[str]:
        """The slots of those statements that the evidence fills, each once."""
        return list(dict.fromkeys(f"{{say {name}}}" for name in names if self._fills(name)))

    def measured(self) -> list[str]:
        """The slots of the measures' statements, in order."""
        return [f"{{say {name}}}" for name in measured_names(self.ledger)]

    def _fills(self, name: str) -> bool:
        try:
            statement(name.partition("@")[0], None, self.ledger, self.as_of)
        except SlotError:
            return False
        return True


def named(message: str, names: list[str]) -> list[str]:
    """The slot of what is said of names that no evidence is of."""
    clean = [name.replace("{", "").replace("}", "").replace(":", " ").strip()[:40] for name in names]
    return [f"{{say itself.{message}: {'; '.join(clean)}}}"] if clean else []
