"""Measures over all sessions of a window: average, median, volatility, correlation and beta."""

from collections.abc import Sequence

import numpy as np

from tools.caveats import caveat
from tools.errors import BadQuery
from tools.fact import Fact
from tools.facts.indicators import Floats
from tools.measures.answers import Measured, fact_of, is_known, line_fact, stretch
from tools.measures.changes import Lay
from tools.measures.extremes import changes_of
from tools.measures.lines import Line, together
from tools.measures.query import Query
from tools.measures.spans import Span

SESSIONS_A_YEAR = 252
FEWEST = 3  # returns under which neither volatility nor correlation is given


def average(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Mean or median of the values of a window's sessions, or of the changes of its buckets where one is named.

    Sessions without a bar are left out, and the fact's caveats count them.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    pick = np.mean if query.measure == "average" else np.median
    for line in lines:
        span = lay(line)
        notes += span.notes
        if query.bucket:
            _, _, moves = changes_of(query, line, span, query.bucket)
            values, unit, name = moves, line.move_unit, f"{query.measure}_change.{query.bucket}.{span.slug}"
        else:
            values, unit, name = line.values[span.first : span.last + 1], line.unit, f"{query.measure}.{span.slug}"
            values = values[~np.isnan(values)]
        if not len(values):
            raise BadQuery(f"The window holds nothing of {line.name} to take the {query.measure} of")
        first = max(span.start, 0) if query.bucket else span.first
        facts.append(line_fact(line, name, float(pick(values)), unit, first=first, last=span.last, cases=len(values),
                               caveats=span.notes, reading=stretch(line, span)))  # fmt: skip
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def _returns(line: Line, span: Span) -> Floats:
    """One-session changes of a window, the first from its base; NaN beside a missing bar."""
    start = max(span.start, 0)
    values = line.values[start : span.last + 1]
    return line.moved(values[:-1], values[1:])


def volatility(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Standard deviation (ddof 1) of a window's daily returns, times the square root of 252.

    For yields and the VIX of their daily changes, in their own measure. None where a bar of the window is missing.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        span = lay(line)
        moves = _returns(line, span)
        if len(moves) < FEWEST:
            raise BadQuery(f"{len(moves)} daily changes are too few for a volatility", "Ask for a longer window.")
        found = float(np.std(moves, ddof=1) * np.sqrt(SESSIONS_A_YEAR))
        if not is_known(found):
            raise BadQuery(f"A bar of {line.series.subject.symbol} is missing in the window")
        said = {"cases": len(moves), "reading": stretch(line, span), "caveats": span.notes}
        key, first = f"volatility.{span.slug}", max(span.start, 0)
        facts.append(line_fact(line, key, found, line.move_unit, first=first, last=span.last, **said))  # type: ignore[arg-type]
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def related(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Correlation, or beta, of the first line's daily changes to each other's over the window they share.

    Sample covariance over sample variance (ddof 1); sessions on which either lacks a change are left out, and counted.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    for other in lines[1:]:
        a, b = together([lines[0], other])
        span = lay(a)
        x, y = _returns(a, span), _returns(b, span)
        sure = ~np.isnan(x) & ~np.isnan(y)
        x, y = x[sure], y[sure]
        if len(x) < FEWEST:
            raise BadQuery(
                f"{len(x)} daily changes in common are too few for a {query.measure}", "Ask for a longer window."
            )
        with np.errstate(invalid="ignore", divide="ignore"):
            covariance = np.cov(x, y, ddof=1)
            bottom = (
                np.sqrt(covariance[0, 0] * covariance[1, 1]) if query.measure == "correlation" else covariance[1, 1]
            )
            found = float(covariance[0, 1] / bottom)
        if not is_known(found):
            raise BadQuery(f"{a.name} or {b.name} did not move in the window: there is no {query.measure}")
        left = int((~sure).sum())
        caveats = [*span.notes, *([caveat("left-out", n=left)] if left else [])]
        bars = (max(span.start, 0), span.last, False)
        facts.append(
            fact_of(
                f"{a.slug}_{b.slug}",
                f"{query.measure}.{span.slug}",
                found,
                "ratio",
                (a, b),
                spans=(bars, bars),
                cases=len(x),
                reading=stretch(a, span),
                caveats=caveats,
            )
        )
        notes += caveats
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))
