"""Measures that order what was: the largest and smallest changes, the highest and lowest values, a rank, a list."""

from collections.abc import Sequence

import numpy as np

from tools.errors import BadQuery
from tools.fact import Fact, spell_date
from tools.facts.indicators import Floats, Places
from tools.measures.answers import Label, Measured, Table, line_fact
from tools.measures.changes import Lay
from tools.measures.lines import Line
from tools.measures.query import MOST_ROWS, Bucket, Order, Query
from tools.measures.spans import Span, bucket_ends, season_mask

WORST_FIRST = ("worst", "lowest")
CHANGES: tuple[Order, ...] = ("best", "worst")
LEVELS: tuple[Order, ...] = ("highest", "lowest")


def extremes(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """The n largest or smallest changes by bucket, and the highest and lowest values, with their dates.

    Only whole buckets are ranked: a month that isn't over isn't a month. A high or low of a window that isn't over
    is one so far.
    """
    n, bucket = query.n or 1, query.bucket or "session"
    orders = [query.order] if query.order else [*CHANGES, *LEVELS]
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        span = lay(line)
        notes += span.notes
        for order in orders:
            found = (
                _changes(query, line, span, bucket, order, n)
                if order in CHANGES
                else _values(line, span, order, n, query)
            )
            facts += found
    if not facts:
        raise BadQuery(f"The window holds no whole {bucket}")
    return Measured(
        query, tuple(facts), facts[0].key, _table(facts, bucket) if n > 1 else None, tuple(dict.fromkeys(notes))
    )


def _table(facts: Sequence[Fact], bucket: Bucket) -> Table:
    rows = tuple((Label(display=spell_date(f.dates[0])), f) for f in facts[:MOST_ROWS])
    return Table("Extremes", (bucket, "value"), rows)


def changes_of(
    query: Query, line: Line, span: Span, bucket: Bucket, *, running: bool = False
) -> tuple[Places, Places, Floats]:
    """Ends, bases and changes of a window's buckets, of a season's alone where one is asked; unknown ones left out."""
    ends, bases = bucket_ends(line, span, bucket, running=running)
    if query.window and query.window.season:
        chosen = season_mask(line.index[ends], query.window.season)
        ends, bases = ends[chosen], bases[chosen]
    known = bases >= 0
    ends, bases = ends[known], bases[known]
    moves = line.moved(line.values[bases], line.values[ends])
    sure = ~np.isnan(moves)
    return ends[sure], bases[sure], moves[sure]


def _changes(query: Query, line: Line, span: Span, bucket: Bucket, order: Order, n: int) -> list[Fact]:
    ends, bases, moves = changes_of(query, line, span, bucket)
    picked = np.argsort(moves if order == "worst" else -moves, kind="stable")[:n]
    out = []
    for place, i in enumerate(picked, 1):
        end, base = int(ends[i]), int(bases[i])
        key = f"{order}_{bucket}.{span.slug}" + (f".{place}" if place > 1 else "")
        out.append(
            _extreme(
                line,
                key,
                float(moves[i]),
                line.move_unit,
                span,
                at=end,
                base=base,
                cases=len(moves),
                reading=bucket_name(line, end, bucket),
            )
        )
    return out


def _extreme(
    line: Line, key: str, value: float, unit: str, span: Span, *, at: int, base: int | None, cases: int, reading: str
) -> Fact:
    """An extreme: it rests on all bars of the window, and its arithmetic is that of the one bucket."""
    return line_fact(
        line,
        key,
        value,
        unit,
        first=max(span.start, 0),
        last=span.last,
        base=base,
        dates=[line.days[at]],
        cases=cases,
        reading=reading,
        used=[at] if base is None else [base, at],
        working="" if base is None else line.working(),
    )


def _values(line: Line, span: Span, order: Order, n: int, query: Query) -> list[Fact]:
    values = line.values[span.first : span.last + 1]
    if query.window and query.window.season:
        values = np.where(season_mask(line.index[span.first : span.last + 1], query.window.season), values, np.nan)
    known = np.flatnonzero(~np.isnan(values))
    ranked = known[np.argsort(values[known] if order == "lowest" else -values[known], kind="stable")][:n]
    over = span.last < len(line.index) - 1
    out = []
    for place, i in enumerate(ranked, 1):
        at = span.first + int(i)
        key = f"{order}.{span.slug}" + (f".{place}" if place > 1 else "")
        reading = "the window is over" if over else "so far: later sessions may go beyond it"
        out.append(
            _extreme(
                line, key, float(line.values[at]), line.unit, span, at=at, base=None, cases=len(known), reading=reading
            )
        )
    return out


def bucket_name(line: Line, end: int, bucket: Bucket) -> str:
    """A bucket's name by its last session: ``week to 20 March 2020``, ``March 2020``, ``Q1 2020``, ``2020``."""
    day = line.days[end]
    if bucket == "session":
        return spell_date(day)
    if bucket == "week":
        return f"week to {spell_date(day)}"
    if bucket == "month":
        return f"{day:%B %Y}"
    return f"Q{(day.month + 2) // 3} {day.year}" if bucket == "quarter" else str(day.year)
