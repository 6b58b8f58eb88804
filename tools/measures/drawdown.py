"""The deepest fall from a high within a window, how it ended, and the fall from the high now."""

from collections.abc import Sequence

import numpy as np

from tools.errors import BadQuery
from tools.fact import Fact, spell_date
from tools.measures.answers import Measured, line_fact
from tools.measures.changes import RETURN, Lay, value_fact
from tools.measures.lines import Line
from tools.measures.query import Query
from tools.measures.spans import Span


def drawdown(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """The deepest fall from a high within the window, its dates and recovery, and the fall from its high now.

    The recovery is the first later close at or above the high; without one the fall isn't over, and may deepen.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        if line.moves != "return":
            raise BadQuery(f"A fall from a high is measured of prices, not of {line.name}")
        span = lay(line)
        facts += _deepest(line, span)
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def _deepest(line: Line, span: Span) -> list[Fact]:
    first, last, slug = max(span.start, 0), span.last, span.slug
    values = line.values[first : last + 1]
    if np.isnan(values).all():
        raise BadQuery(f"There is no bar of {line.name} in the window")
    trough = first + int(np.nanargmin(values / np.fmax.accumulate(values)))
    peak = first + int(np.nanargmax(values[: trough - first + 1]))
    depth = float(line.values[trough] / line.values[peak] - 1)
    if depth == 0:
        name, reading = f"deepest_drawdown.{slug}", "no fall in the window"
        return [line_fact(line, name, 0.0, "fraction", first=first, last=last, reading=reading)]
    after = np.flatnonzero(line.values[trough:] >= line.values[peak])  # it may have come after the window
    back = trough + int(after[0]) if len(after) else None
    turns = {"peak": peak, "trough": trough} | ({"recovery": back} if back else {})
    ended = f"recovered on {spell_date(line.days[back])}" if back else f"not recovered by {spell_date(line.days[-1])}"
    deepest = line_fact(
        line,
        f"deepest_drawdown.{slug}",
        depth,
        "fraction",
        first=first,
        last=last,
        base=peak,
        dates=[line.days[p] for p in turns.values()],
        reading=ended if back or last < len(line.index) - 1 else f"{ended}: its depth is known only so far",
        caveats=span.notes,
        used=[peak, trough],
        working=RETURN,
    )
    dates = [
        line_fact(
            line, f"deepest_drawdown_{n}.{slug}", line.days[p].isoformat(), "date", first=first, last=max(p, last)
        )
        for n, p in turns.items()
    ]
    return [deepest, value_fact(line, peak), value_fact(line, trough), *dates, _now(line, span)]


def _now(line: Line, span: Span) -> Fact:
    """The window's last close against its highest."""
    first, last = max(span.start, 0), span.last
    end = first + int(np.flatnonzero(line.known[first : last + 1])[-1])
    top = first + int(np.nanargmax(line.values[first : last + 1]))
    fall = float(line.values[end] / line.values[top] - 1)
    return line_fact(
        line,
        f"drawdown_now.{span.slug}",
        fall,
        "fraction",
        first=first,
        last=last,
        base=top,
        dates=[line.days[top]],
        used=[top, end],
        working=RETURN,
    )
