"""A claim read as its reader says: of another subject, over another window or of another day, and judged again."""

import re
from dataclasses import replace
from datetime import date

from assistant.checker.claims.claim import Claim, Context, When
from assistant.checker.claims.when import span_of
from assistant.checker.judging import judge
from assistant.checker.past import Past
from assistant.checker.report import Checked, Report
from assistant.checker.text.times import Span, period, read_times
from assistant.evidence.source import as_date
from assistant.understanding.entities import find_entities, prepared
from tools.measures.windows.window import Window
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
        named = find_entities(prepared(name), as_of, []).subjects
        whom = name if name in UNIVERSE else named[0] if named else ""
        if not whom:
            raise CorrectionError("subject")
    span = _span(window.strip(), on, as_of) if window.strip() else claim.span
    return replace(claim, subject=whom, others=(), when=(When(span, on, said=True),), maybe=(), doubt="", given=True)


def _span(words: str, on: date, as_of: date) -> Span:
    """A window as a text, or a question in Chinese, would say it."""
    spans = [span_of(t, Context(as_of, on), on) for t in read_times(words, on, as_of)]
    asked = find_entities(prepared(words), as_of, []).windows
    found = [s for s in spans if s] or [s for w in asked if (s := _of_window(w))]
    if not found:
        raise CorrectionError("window")
    return found[0]


def _of_window(window: Window) -> Span | None:
    if window.start and not window.end:
        return Span("since", window.start)
    if window.last and window.unit == "session":
        return Span("sessions", n=window.last)
    if window.period and (parts := re.fullmatch(r"(\d{4})(?:-(\d\d)|-Q(\d))?", window.period)):
        month = int(parts[2] or 3 * int(parts[3] or 1) - 2)
        return period(date(int(parts[1]), month, 1), 1 if parts[2] else 3 if parts[3] else 12)
    return None


def judged_again(report: Report, place: int, claim: Claim, past: Past) -> Report:
    """The report with one claim, by its place, judged as it was corrected; the others stand."""
    checked = [*report.checked]
    checked[place] = Checked(claim, judge(claim, past, None))
    return replace(report, checked=checked)
