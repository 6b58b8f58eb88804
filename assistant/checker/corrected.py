"""A claim read as its reader says: of another subject, over another window or of another day, and judged again."""

from dataclasses import replace
from datetime import date

from assistant.checker.claims.claim import Claim, Context, When
from assistant.checker.claims.when import span_of
from assistant.checker.judging import judge
from assistant.checker.past import Past
from assistant.checker.report import Checked, Report
from assistant.checker.text.times import read_times
from assistant.evidence.source import as_date
from assistant.understanding.vocabulary import mentions
from tools.universe import UNIVERSE


class CorrectionError(ValueError):
    """A correction that says nothing a claim could be read by: write it otherwise."""


def corrected(claim: Claim, as_of: date, *, subject: str = "", window: str = "", day: str = "") -> Claim:
    """The claim as a reader corrects it; what is left empty stays as it was read.

    Args:
        claim: A claim that was read.
        as_of: The last session known.
        subject: A name of the universe, as "Russell 2000" or ``rut``.
        window: As a text would say it: "for the year", "in March 2025", "since 8 April 2025".
        day: A date as 2026-01-22, on which it is counted or which the window ends on.

    Raises:
        CorrectionError: It names no measured subject, no window, or a claim that no correction makes checkable.
        BadDate: The day is no date.
    """
    if claim.kind == "none" or claim.stance:
        raise CorrectionError("kind")
    on = as_date(day) if day.strip() else (claim.day if claim.when else as_of)
    whom = claim.subject
    if name := subject.strip():
        named = [m.key for m in mentions(name)]
        whom = name if name in UNIVERSE else named[0] if named else ""
        if not whom:
            raise CorrectionError("subject")
    span = claim.span
    if window.strip():
        spans = [span_of(t, Context(as_of, on), on) for t in read_times(window.strip(), on, as_of)]
        if not (found := [s for s in spans if s]):
            raise CorrectionError("window")
        span = found[0]
    return replace(claim, subject=whom, others=(), when=(When(span, on, said=True),), maybe=(), doubt="", given=True)


def judged_again(report: Report, place: int, claim: Claim, past: Past) -> Report:
    """The report with one claim, by its place, judged as it was corrected; the others stand."""
    checked = [*report.checked]
    checked[place] = Checked(claim, judge(claim, past, None))
    return replace(report, checked=checked)
