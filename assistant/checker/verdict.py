"""A verdict, and how one follows from the readings of a claim that were tried."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.checker.claims.claim import Claim
from assistant.checker.held.prices import inside_range
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried, best
from assistant.checker.past import Past
from tools.fact import Fact

VERDICTS = ("true", "other_date", "other_definition", "false", "attributed", "not_checkable")


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
        reading: What the claim was read as: ``subject``, ``measure``, ``window``, ``date``, in words.
    """

    name: str
    explanation: str
    computed: Fact | None = None
    found: Fact | None = None
    unit: str = ""
    day: date | None = None
    reading: dict[str, str] = field(default_factory=dict)


def decide(claim: Claim, tried: Sequence[Tried], past: Past, favoured: date | None) -> Verdict:
    """The verdict on a claim whose readings were tried.

    True where a plain reading holds; against it only where nothing that the text may mean holds, and nothing of it
    was left unread.
    """
    stated = [t for t in tried if t.rank == STATED]
    if not stated:
        return Verdict(
            "not_checkable", past.tell("checked-no-bars", subject=past.name(claim.subject) if claim.subject else "")
        )
    held = next((t for t in stated if t.holds), None)
    if claim.denied:
        return _denied(claim, held or stated[0], held is not None, past)
    if held and not claim.doubt:
        return Verdict("true", held.said, past.resolved(held.fact), unit=held.unit, reading=held.reading)
    first = stated[0]
    maybe = held or next((t for t in tried if t.rank == PLAUSIBLE and t.holds), None)
    if claim.doubt:
        words = past.tell("checked-unread", words=claim.doubt)
        return Verdict(
            "not_checkable", f"{words} {maybe.said}" if maybe else words, unit=first.unit, reading=first.reading
        )
    if maybe:
        words = (
            past.tell("checked-could-mean", words=maybe.words)
            if maybe.words != maybe.said
            else past.tell("checked-could-hold")
        )
        return Verdict(
            "not_checkable", f"{words} {maybe.said}", past.resolved(maybe.fact), unit=maybe.unit, reading=maybe.reading
        )
    return _against(claim, first, tried, past, favoured)


def _against(claim: Claim, first: Tried, tried: Sequence[Tried], past: Past, favoured: date | None) -> Verdict:
    """The verdict where no reading holds: the smallest change under which it would, or false."""
    near = best(tried, favoured)
    computed = past.resolved(first.fact)
    said = first.said + (inside_range(claim, past) if claim.kind == "level" else "")
    if not near:
        return Verdict(
            "false",
            f"{said} {past.tell('checked-nothing-else')}"
            if any(t.rank == NEAR for t in tried) or claim.kind in ("return", "points", "level")
            else said,
            computed,
            unit=first.unit,
            reading=first.reading,
        )
    one = near[0]
    also = " " + past.tell("checked-also", words=near[1].words) if len(near) > 1 else ""
    plain = one.cost == 0.5  # measured from a level that the text itself gives
    told = one.words if plain else past.tell("checked-true-of", words=one.words)
    if one.verdict == "other_date" and claim.given and one.day and one.day > claim.day and one.day != favoured:
        return Verdict(
            "false", said, computed, unit=first.unit, reading=first.reading
        )  # no text knows the day after its own
    day = one.day if one.verdict == "other_date" else None
    return Verdict(
        one.verdict, f"{said} {told}{also}", computed, past.resolved(one.fact), first.unit, day, first.reading
    )


def _denied(claim: Claim, tried: Tried, holds: bool, past: Past) -> Verdict:
    """The verdict on a text that says something is not so."""
    computed = past.resolved(tried.fact)
    if holds:
        return Verdict(
            "false", f"{past.tell('checked-denies')} {tried.said}", computed, unit=tried.unit, reading=tried.reading
        )
    if claim.figure is None:
        return Verdict("true", tried.said, computed, unit=tried.unit, reading=tried.reading)
    return Verdict(
        "not_checkable",
        f"{past.tell('checked-denies-figure')} {tried.said}",
        computed,
        unit=tried.unit,
        reading=tried.reading,
    )


def noted(verdict: Verdict, note: str) -> Verdict:
    """A verdict with a note before what it says."""
    return replace(verdict, explanation=f"{note} {verdict.explanation}")
