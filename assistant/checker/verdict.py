"""A verdict, and the choice of the smallest change that makes a claim true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checker.agreement import agrees
from assistant.checker.past import Past
from assistant.statements.names import name_of
from assistant.understanding.figures import Figure
from tools.fact import Fact, show, spell_date
from tools.universe import UNIVERSE

VERDICTS = ("true", "other_date", "other_definition", "false", "attributed", "not_checkable")
TAXONOMY = "by the SPDR sector fund"
TIE = 0.25  # how much dearer a reading may be and still be named beside the smallest change


@dataclass(frozen=True)
class Verdict:
    """What became of a claim.

    Attributes:
        name: One of ``VERDICTS``.
        explanation: One or two sentences, each figure with its day.
        computed: The fact of the day and definition stated, where there is one.
        found: The fact under which the claim holds, where that is another.
        unit: The contract's unit of what is stated.
        day: The day under which it holds, for ``other_date``.
    """

    name: str
    explanation: str
    computed: Fact | None = None
    found: Fact | None = None
    unit: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Alternative:
    """One change that makes a claim true.

    Attributes:
        cost: How large the change is: 1 for a day next to it or another field of the day.
        verdict: ``other_date`` or ``other_definition``.
        words: What it is true of, as it stands after "True".
        key: Its fact's key, where it has one.
        day: Its session.
    """

    cost: float
    verdict: str
    words: str
    key: str = ""
    day: date | None = None


def other_days(past: Past, key: str, unit: str, day: date, figure: Figure, says: int = 0) -> Iterator[Alternative]:
    """The sessions nearby at which the same fact states the figure."""
    for away, at, value in past.nearby(key, day):
        if agrees(value, unit, figure, says):
            words = f"of {spell_date(at)} ({show(value, unit)})"
            yield Alternative(1 + away / 10, "other_date", words, key, at)


def chosen(alternatives: Sequence[Alternative], favoured: date | None) -> list[Alternative]:
    """The smallest change, with any that is as small; a day that other claims of the text hold at counts as smaller."""
    if not alternatives:
        return []
    ranked = sorted(alternatives, key=lambda a: a.cost - (a.day == favoured and a.verdict == "other_date"))
    least = ranked[0].cost - (ranked[0].day == favoured and ranked[0].verdict == "other_date")
    near = [a for a in ranked if a.cost - (a.day == favoured and a.verdict == "other_date") <= least + TIE]
    return list({a.words: a for a in near}.values())[:2]


def settle(
    past: Past, said: str, computed: Fact | None, alternatives: Sequence[Alternative], favoured: date | None, unit: str
) -> Verdict:
    """The verdict on a claim that doesn't hold as stated.

    Args:
        past: For the fact under which it holds.
        said: What holds instead, as a sentence.
        computed: The fact of the day and definition stated.
        alternatives: What would make it true.
        favoured: The day at which other claims of the text hold.
        unit: The unit of what is stated.
    """
    best = chosen(alternatives, favoured)
    if not best:
        return Verdict(
            "false", f"{said} No other date within ten sessions, field or base gives it.", computed, unit=unit
        )
    first = best[0]
    also = f" It is also true {best[1].words}." if len(best) > 1 else ""
    found = past.fact(first.key, first.day) if first.key and first.day else None
    day = first.day if first.verdict == "other_date" else None
    return Verdict(first.verdict, f"{said} True {first.words}.{also}", computed, found, unit, day)


def subject_words(key: str) -> str:
    """A subject's name, with the taxonomy where it is a sector."""
    return f"{name_of(key)}, {TAXONOMY}," if UNIVERSE.get(key) and UNIVERSE[key].group == "sector" else name_of(key)


def moved(value: float, unit: str) -> str:
    """``up 0.83 %``, ``down 0.99 %``, ``unchanged``."""
    if not value:
        return "unchanged"
    return f"{'up' if value > 0 else 'down'} {show(abs(value), unit)}"
