"""What followed: each time a condition was met, or a listed event came, beside what followed any session."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from tools.caveats import caveat
from tools.errors import BadQuery
from tools.fact import Fact, spell_date
from tools.facts.base_rates import apart, forward
from tools.facts.indicators import Floats, Places
from tools.measures.answers import Label, Measured, Table, fact_of
from tools.measures.changes import Lay
from tools.measures.conditions import met
from tools.measures.counts import Find, common_spans, condition_key, others_of
from tools.measures.lines import Line
from tools.measures.query import MOST_ROWS, Query
from tools.measures.spans import Events, Span, season_mask

AHEAD = (5, 21, 63)  # sessions: a week, a month, a quarter
ROWS = 20  # newest events in the table where not more are asked for
SMALL = 10  # cases under which the sample is called small


def after(query: Query, lines: Sequence[Line], lay: Lay, find: Find, events: Events, as_of: date) -> Measured:
    """Changes over the sessions that followed each event: n, median, share up, best, worst; beside every session's.

    A move, a crossing or a record counts each time, a state (above, below) from the session on which it began, a
    listed event from the first session on or after its day; each from that session's close. An event within the window
    of the one kept before is left out, and so is a window that isn't complete by ``as_of``.
    Under ten cases the sample is called small.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    rows: list[tuple[Label | Fact | None, ...]] = []
    horizons = (query.ahead,) if query.ahead else AHEAD
    name = condition_key(query.where)
    for line in lines:
        span = lay(line)
        happened = _happened(query, line, span, find, events, as_of)
        others = [] if _listed(query) else others_of(line, query.where, find)
        for h in horizons:
            ahead = forward(line.values, h) if line.moves == "return" else _moved_ahead(line, h)
            places = apart(happened & ~np.isnan(ahead), h)
            stretch = f"{name}.{span.slug}.{h}s"
            facts += _statistics(
                line, f"after.{stretch}", ahead[places], span, others, dates=[line.days[i] for i in places.tolist()]
            )
            every = np.arange(span.first, span.last + 1)
            every = every[~np.isnan(ahead[every])]
            facts += _statistics(line, f"after.every_session.{span.slug}.{h}s", ahead[every], span, (), dates=())
            if h == horizons[0] if len(horizons) == 1 else h == 21:
                rows += _rows(line, places[-(query.n or ROWS) :], ahead, h)
        notes += span.notes
        if not happened.any():
            notes.append(f"never between {spell_date(line.days[span.first])} and {spell_date(line.days[span.last])}")
    table = (
        Table(f"What followed {name.replace('_', ' ')}", ("date", "after"), tuple(rows[-MOST_ROWS:])) if rows else None
    )
    return Measured(query, tuple(facts), facts[0].key, table, tuple(dict.fromkeys(notes)))


def _listed(query: Query) -> bool:
    return any(c.test == "event" for c in query.where)


def _happened(query: Query, line: Line, span: Span, find: Find, events: Events, as_of: date) -> np.ndarray:
    """Sessions of the window on which the event could first be known."""
    out = np.zeros(len(line.values), dtype=bool)
    if _listed(query):
        if len(query.where) > 1:
            raise BadQuery("A listed event stands alone; no further condition can be joined to it")
        days = events(str(query.where[0].than), as_of)
        places = np.searchsorted(line.index, np.array(days, dtype="datetime64[D]").astype("datetime64[ns]"))
        held = np.array(
            [p for p, d in zip(places.tolist(), days, strict=True) if p < len(out) and d >= line.days[0]], dtype=int
        )
        out[held] = True
    else:
        held_, known = met(query.where, line, find)
        before = np.concatenate(([False], held_[:-1]))
        sure = np.concatenate(([False], known[:-1]))
        # A move, a crossing or a record is an event each time; a state (above, below) is one when it begins.
        event = any(c.test not in ("above", "below") or c.run for c in query.where)
        out = held_ if event else held_ & ~before & sure
    inside = np.zeros(len(out), dtype=bool)
    inside[span.first : span.last + 1] = True
    if query.window and query.window.season:
        inside &= season_mask(line.index, query.window.season)
    return out & inside


def _moved_ahead(line: Line, h: int) -> Floats:
    out = np.full(len(line.values), np.nan)
    if h < len(out):
        out[:-h] = line.moved(line.values[:-h], line.values[h:])
    return out


def _statistics(
    line: Line, stem: str, found: Floats, span: Span, others: Sequence[Line], *, dates: Sequence[date]
) -> list[Fact]:
    few = "every_session" not in stem and len(found) < SMALL
    caveats = [caveat("small-sample", n=len(found), needed=SMALL)] if few else []
    reading = f"small sample: {len(found)} cases" if few else None
    # What followed may lie after the window: all bars up to the last are used.
    spans = common_spans(line, replace(span, last=len(line.index) - 1), others)

    def fact(name: str, value: float, unit: str) -> Fact:
        said = dates if name == "n" else ()
        metric = f"{line.stem}{stem}.{name}"
        return fact_of(
            line.subject,
            metric,
            value,
            unit,
            (line, *others),
            spans=spans,
            cases=len(found),
            caveats=caveats,
            reading=reading,
            dates=said,
        )

    out = [fact("n", len(found), "count")]
    if len(found):
        unit = line.move_unit
        out.append(fact("median", float(np.median(found)), unit))
        out.append(fact("share_up", float(np.mean(found > 0)), "fraction"))
        out.append(fact("best", float(found.max()), unit))
        out.append(fact("worst", float(found.min()), unit))
    return out


def _rows(line: Line, places: Places, ahead: Floats, h: int) -> list[tuple[Label | Fact | None, ...]]:
    """A row an event: its day and what followed."""
    out: list[tuple[Label | Fact | None, ...]] = []
    for i in places.tolist()[-MOST_ROWS:]:
        metric = f"{line.stem}after_each.{line.days[i]:%Y%m%d}.{h}s"
        cell = fact_of(line.subject, metric, float(ahead[i]), line.move_unit, (line,), spans=((i, i + h, True),))
        out.append((Label(display=spell_date(line.days[i])), cell))
    return out
