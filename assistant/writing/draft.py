"""What the built-in writer may say over the evidence of a turn: statements that the evidence fills, and views by their sentences."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.evidence.names import called
from assistant.statements.catalogue import measured_names, statement
from assistant.understanding.lexicon.gloss import in_english
from assistant.understanding.request import Request
from corpus.document import Passage
from tools.data.likeness import extras
from tools.fact import Fact
from tools.universe import UNIVERSE, subject_for


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

    @property
    def keys(self) -> list[str]:
        """What was asked about, by the keys of its facts; small caps where nothing was named."""
        return list(dict.fromkeys(self.key(name) for name in self.request.measured)) or ["rut"]

    def key(self, name: str) -> str:
        """The key that a subject, a symbol or a name goes by in the evidence."""
        own = name if name in UNIVERSE else subject_for(name).key
        if own in UNIVERSE or any(f.subject == own for f in self.facts):
            return own
        return self.called(name) or own

    def called(self, name: str) -> str:
        """The key of what a search found by a name, an index or a company; empty where none is held."""
        names = called(self.ledger.names)
        return next((names[n] for n in names for kind in ("index", "equity") if extras(name, n, kind) is not None), "")

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
