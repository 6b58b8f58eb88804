"""A reading of a claim that was tried, and the choice of a verdict among all that were."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

STATED, PLAUSIBLE, NEAR = 0, 1, 2


@dataclass(frozen=True)
class Tried:
    """One reading of a claim, worked out.

    Attributes:
        holds: Whether the claim is true under it.
        said: What the bars say under it, as a sentence.
        rank: ``STATED`` where the text says so, ``PLAUSIBLE`` where it may mean it, ``NEAR`` where the claim holds
            under another day or definition than the text says.
        verdict: Of a near one: ``other_date`` or ``other_definition``.
        words: Of a near or plausible one: what it is true of.
        unit: The contract's unit of the value.
        value: What was worked out.
        day: The session it is of.
        cost: How far it is from what is stated, of a near one.
        reading: Subject, measure, window and date, in words.
        fact: How its fact is asked for: key and day, or subject, base day and end day.
    """

    holds: bool
    said: str
    rank: int = STATED
    verdict: str = ""
    words: str = ""
    unit: str = ""
    value: float | None = None
    day: date | None = None
    cost: float = 1.0
    reading: dict[str, str] = field(default_factory=dict)
    fact: tuple[str, date] | tuple[str, date, date] | None = None


def best(tried: Sequence[Tried], favoured: date | None) -> list[Tried]:
    """The smallest change under which a claim holds, with one that is as small; a day that other claims hold at is nearer."""

    def cost(t: Tried) -> float:
        return t.cost - (t.day == favoured and t.verdict == "other_date")

    ranked = sorted((t for t in tried if t.rank == NEAR and t.holds), key=cost)
    near = [t for t in ranked if cost(t) <= cost(ranked[0]) + 0.25]
    return list({t.words: t for t in near}.values())[:2]
