"""The evidence of one turn: the facts and passages that its tools returned, and nothing else."""

from collections.abc import Iterable
from datetime import date

from assistant.evidence.names import called, name_of
from corpus.document import Passage
from corpus.instructions import tellable
from tools.fact import Fact
from tools.universe import UNIVERSE, subject_for


class Ledger:
    """Facts by key and passages by id, in the order the tools returned them."""

    def __init__(self, facts: Iterable[Fact] = (), passages: Iterable[Passage] = ()) -> None:
        self._facts: dict[str, list[Fact]] = {}
        self._earlier: dict[tuple[str, date], Fact] = {}
        self._symbols: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self.passages: dict[str, Passage] = {}
        self.add(facts, passages)

    def add(self, facts: Iterable[Fact] = (), passages: Iterable[Passage] = ()) -> None:
        """Take in evidence; a fact or passage already held is not held twice."""
        for fact in facts:
            self._take_name(fact)
            held = self._facts.setdefault(fact.key, [])
            if all(fact.id != other.id for other in held):
                held.append(fact)
        for passage in passages:
            self.passages.setdefault(passage.id, tellable(passage))

    def _take_name(self, fact: Fact) -> None:
        if fact.subject in UNIVERSE or not fact.inputs or subject_for(fact.inputs[0].symbol).key != fact.subject:
            return
        self._symbols[fact.inputs[0].symbol] = fact.subject
        if fact.name:
            self._named[fact.subject] = fact.name

    def add_earlier(self, facts: Iterable[Fact]) -> None:
        """Facts of earlier answers, of other sessions: found only by key and date, and shown only with that date."""
        for fact in facts:
            self._earlier.setdefault((fact.key, fact.as_of), fact)

    def is_earlier(self, fact: Fact) -> bool:
        """Whether a fact is an earlier answer's, and no tool returned it in this turn."""
        return all(fact.id != f.id for f in self._facts.get(fact.key, []))

    @property
    def names(self) -> dict[str, str]:
        """Names of the subjects outside the universe that facts are held of, as they stand in a sentence, by key."""
        return {key: self._named.get(key, symbol) for symbol, key in self._symbols.items()}

    def name(self, key: str) -> str:
        """A subject's name as it stands in a sentence."""
        return name_of(key, self.names)

    @property
    def others(self) -> dict[str, str]:
        """How subjects outside the universe may be named, by symbol, name or both: the key meant by each."""
        return self._symbols | called(self.names)

    @property
    def facts(self) -> list[Fact]:
        return [fact for held in self._facts.values() for fact in held]

    @property
    def newest(self) -> date:
        """The latest session that facts are held of."""
        return max((f.as_of for f in self.facts), default=date.min)

    def fact(self, key: str, day: date | None = None) -> Fact:
        """The only fact of a key, of a date where one is given.

        Raises:
            KeyError: None, or several that the key alone doesn't tell apart. The message says which.
        """
        held = [f for f in self._facts.get(key, []) if day is None or f.as_of == day]
        if not held and day is not None and (key, day) in self._earlier:
            return self._earlier[key, day]
        if not held:
            raise KeyError(f"{key}{f' as of {day}' if day else ''} is not in the evidence")
        if len(held) > 1:
            dates = ", ".join(f.as_of.isoformat() for f in held)
            raise KeyError(f"{key} is held for several dates ({dates}): say which")
        return held[0]

    def by(self, person: str) -> list[Passage]:
        """Passages whose author's name holds the person's name."""
        return [p for p in self.passages.values() if person.casefold() in p.author.casefold()]


def passage_line(passage: Passage) -> str:
    """A passage as a model is shown it: id, who, when, what."""
    return f"[{passage.id}] {passage.author}, {passage.published}: {' '.join(tellable(passage).text.split())}"
