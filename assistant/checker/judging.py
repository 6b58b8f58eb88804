"""A claim's verdict: first whether it can be checked at all, then every reading of it, then what follows."""

import re
from collections.abc import Callable
from datetime import date

from assistant.checker import conventions
from assistant.checker.agreement import agrees
from assistant.checker.claims.claim import Claim
from assistant.checker.claims.weekdays import falls_on
from assistant.checker.held import changes, counts, moves, prices, since
from assistant.checker.held.tried import Tried
from assistant.checker.past import Past
from assistant.checker.people import check_forecast
from assistant.checker.stances import check_stance
from assistant.checker.verdict import Verdict, decide, noted
from assistant.understanding.dates import WEEKDAYS
from tools.data.sessions import is_session

TRIES: dict[str, Callable[[Claim, Past], list[Tried]]] = {
    "return": moves.tries_return, "points": changes.tries_points, "spread": changes.tries_spread, "bp": changes.tries_bp,
    "intraday": changes.tries_intraday, "than": changes.tries_than, "level": prices.tries_level, "threshold": prices.tries_threshold,
    "from_average": prices.tries_average, "distance": prices.tries_distance, "from_extreme": prices.tries_distance,
    "extreme": prices.tries_extreme, "record": prices.tries_record, "is_record": prices.tries_is_record, "highest": since.tries_highest,
    "move": since.tries_move, "first": since.tries_first, "longest": since.tries_longest, "rank": since.tries_rank,
    "records": counts.tries_records, "streak": counts.tries_streak, "own_run": counts.tries_own_run, "ups": counts.tries_ups,
    "closes": counts.tries_closes, "sectors": counts.tries_sectors,
}  # fmt: skip
JUDGED: dict[str, Callable[[Claim, date, Past, date | None], Verdict]] = {
    "support": conventions.check_support, "resistance": conventions.check_support, "fibonacci": conventions.check_fibonacci,
    "rsi": conventions.check_rsi, "divergence": conventions.check_divergence, "reading": conventions.check_reading,
    "regime": conventions.check_regime, "forecast": check_forecast,
}  # fmt: skip
OF_NOBODY = ("sectors", "forecast", "macro", "longest", "regime")


def judge(claim: Claim, past: Past, favoured: date | None) -> Verdict:
    """A claim's verdict.

    Args:
        claim: The claim.
        past: What it is held against.
        favoured: The day at which other claims of its text hold.
    """
    if claim.kind == "none":
        words = (
            past.tell("checked-unread", words=claim.why)
            if claim.why == claim.doubt and claim.doubt
            else past.tell(f"checked-why-{claim.why}")
        )
        return Verdict("not_checkable", words)
    if claim.kind == "weekday":
        right = past.tell(f"checked-{WEEKDAYS[claim.day.weekday()]}")
        return Verdict(
            "true" if falls_on(claim.day, int(claim.parameter)) else "false",
            past.tell("checked-weekday", day=claim.day, weekday=right),
            unit="date",
        )
    day = claim.day if claim.when else past.as_of
    if claim.stance:
        return check_stance(claim.stance, min(day, past.as_of), past)
    if claim.kind == "macro":
        return _macro(claim, past)
    if claim.kind == "forecast":
        return check_forecast(claim, min(day, past.as_of), past, favoured)
    if not claim.subject and claim.kind not in OF_NOBODY:
        return Verdict("not_checkable", past.tell("checked-why-whom"))
    if day > past.as_of:
        return Verdict("not_checkable", past.tell("checked-after", day=day, last=past.as_of))
    if claim.subject and past.tape(claim.subject) is None:
        return Verdict("not_checkable", past.tell("checked-no-bars", subject=past.name(claim.subject)))
    if claim.subject and claim.kind not in JUDGED and (short := _before_data(claim, past, day)):
        return short
    verdict = _held(claim, day, past, favoured)
    if (
        not is_session(day)
        and (claim.given or (claim.when and claim.when[0].said))
        and verdict.name not in ("not_checkable",)
    ):
        return noted(verdict, past.tell("checked-no-session", day=day, session=past.session(day)))
    return verdict


def _held(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    if claim.kind in JUDGED:
        verdict = JUDGED[claim.kind](claim, past.session(day), past, favoured)
        return (
            conventions.denied(verdict, past) if claim.denied and claim.kind in ("reading", "divergence") else verdict
        )
    if claim.kind == "average" and not claim.parameter.startswith("sma_"):
        return conventions.check_keyed(claim, past.session(day), past, favoured)
    tries = prices.tries_average if claim.kind == "average" else TRIES[claim.kind]
    return decide(claim, tries(claim, past), past, favoured)


def _before_data(claim: Claim, past: Past, day: date) -> Verdict | None:
    """The refusal of a day, or of a base, that lies before a subject's bars."""
    tape = past.tape(claim.subject)
    assert tape
    if tape.place(day) >= 0 and (day - tape.days[tape.place(day)]).days <= 7:
        return None
    return Verdict(
        "not_checkable",
        past.tell("checked-before-data", subject=past.name(claim.subject), first=tape.days[0], last=tape.days[-1]),
    )


def _macro(claim: Claim, past: Past) -> Verdict:
    """A macro figure, where it is known as of the date."""
    facts, notes = past.evidence.macro(None)
    fact = next((f for f in facts if f.key == f"macro.{claim.parameter}"), None)
    if fact is None or claim.figure is None:
        return Verdict("not_checkable", notes[0] if notes else past.tell("checked-no-macro"))
    said = f"{fact.display} {re.sub(r'[.]$', '', str(fact.reading))}."
    holds = agrees(float(fact.value), fact.unit, claim.figure)
    return Verdict(
        "true" if holds else "not_checkable",
        said if holds else past.tell("checked-macro-other", said=said),
        fact,
        unit=fact.unit,
    )
