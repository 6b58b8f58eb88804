"""Where a value, or a change over a window, stands among its own history."""

from collections.abc import Sequence

import numpy as np

from tools.errors import BadQuery
from tools.fact import Fact
from tools.facts.indicators import Floats
from tools.measures.answers import Measured, line_fact
from tools.measures.changes import Lay, change_facts, no_bar, value_fact
from tools.measures.lines import Line
from tools.measures.query import Bucket, Query
from tools.measures.spans import PERIODS, Span, season_mask


def rank(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Where the value now, or the change over a window, stands among its own history; 1 is the highest.

    Without a window the value is held against all earlier ones. A counted window is held against every earlier
    change over as many sessions; a calendar one against the same buckets before it, each cut at the same number of
    sessions where it isn't over; with a season against the same season of other years.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        found = _rank_value(line) if query.window is None else _rank_change(query, line, lay(line))
        facts += found[0]
        notes += found[1]
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def _rank_value(line: Line) -> tuple[list[Fact], list[str]]:
    last = len(line.index) - 1
    if not line.known[last]:
        raise BadQuery(*no_bar(line, last))
    earlier = line.values[:last][line.known[:last]]
    return [*_ranked(line, "value", float(line.values[last]), earlier, last), value_fact(line, last)], []


def _ranked(line: Line, name: str, now: float, earlier: Floats, last: int) -> list[Fact]:
    if not len(earlier):
        raise BadQuery(f"There is nothing earlier that {line.name} could be ranked against")
    place, n = int((earlier > now).sum()) + 1, len(earlier)
    reading = f"{place} of {n + 1}, 1 being the highest"
    ranks = line_fact(line, f"rank.{name}", place, "count", first=0, last=last, cases=n, reading=reading)
    share = line_fact(
        line, f"rank_percentile.{name}", float(np.mean(earlier <= now)), "fraction", first=0, last=last, cases=n
    )
    return [ranks, share]


def _rank_change(query: Query, line: Line, span: Span) -> tuple[list[Fact], list[str]]:
    own = change_facts(line, span)
    start = line.days.index(own[0].base.session) if own[0].base else span.first
    moved = float(line.moved(line.values[[start]], line.values[[span.last]])[0])
    bucket = _bucket_of(query)
    if bucket is None:
        length = span.last - start
        moves = line.moved(line.values[:-length], line.values[length:])[: span.last - length]
        earlier = moves[~np.isnan(moves)]
    else:
        earlier = _same_buckets(query, line, span, start, bucket)
    return [*_ranked(line, span.slug, moved, earlier, span.last), *own], list(span.notes)


def _bucket_of(query: Query) -> Bucket | None:
    """The calendar bucket that a named period is, None for any other window."""
    period = query.window.period if query.window else None
    if not period or (query.window and query.window.since):
        return None
    if len(period) == 4 and period.isdigit():
        return "year"
    if "-Q" in period:
        return "quarter"
    if "-W" in period:
        return "week"
    return "month" if len(period) == 7 and period[5:].isdigit() else None


def _same_buckets(query: Query, line: Line, span: Span, start: int, bucket: Bucket) -> Floats:
    """Changes of the earlier buckets of a kind, or season; each cut at as many sessions where the window still runs."""
    period = line.index.to_period(PERIODS[bucket])
    codes = np.asarray(period.asi8)
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    closes = np.append(starts[1:] - 1, len(codes) - 1)
    length = span.last - start
    running = span.last == len(line.index) - 1
    before = (starts > 0) & (starts - 1 < start)
    if query.window and query.window.season:
        before &= season_mask(line.index[starts], query.window.season)
    bases = starts[before] - 1
    ends = np.minimum(bases + length, closes[before]) if running else closes[before]
    moves = line.moved(line.values[bases], line.values[ends])
    return moves[~np.isnan(moves)]
