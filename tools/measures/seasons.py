"""Seasons: what each month, quarter or weekday has done on average, and how often it rose."""

from collections.abc import Sequence

import numpy as np

from tools.errors import BadQuery
from tools.fact import Fact
from tools.facts.indicators import Floats
from tools.measures.answers import Label, Measured, Table, line_fact, stretch
from tools.measures.changes import Lay
from tools.measures.extremes import changes_of
from tools.measures.lines import Line
from tools.measures.query import Query
from tools.measures.spans import Span

SMALL = 10  # cases under which the sample is called small
MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def season(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Each month's, quarter's or weekday's average and median change, share up and n; of one alone where it is named.

    Whole months and quarters only. A weekday's change is from the close of the session before it.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    rows: list[tuple[Label | Fact | None, ...]] = []
    asked = query.window.season if query.window else None
    bucket = query.bucket or (
        "session" if asked and asked.isalpha() else "quarter" if asked and asked[0] == "Q" else "month"
    )
    if bucket not in ("session", "month", "quarter"):
        raise BadQuery(f"There is no season by {bucket}", "Ask by month, quarter or session (weekdays).")
    for line in lines:
        span = lay(line)
        notes += span.notes
        ends, _, moves = changes_of(query, line, span, bucket)
        places, names = _classes(line, ends, bucket)
        for number, name in enumerate(names):
            chosen = moves[places == number]
            if not len(chosen):
                continue
            found = _season_facts(line, span, name, chosen)
            facts += found
            rows.append((Label(display=name), *found))
    if not facts:
        raise BadQuery(f"The window holds no whole {bucket} of that season")
    table = Table("Seasons", ("season", "average", "median", "share up", "n"), tuple(rows))
    return Measured(query, tuple(facts), facts[0].key, table, tuple(dict.fromkeys(notes)))


def _classes(line: Line, ends: np.ndarray, bucket: str) -> tuple[np.ndarray, Sequence[str]]:
    index = line.index[ends]
    if bucket == "session":
        return np.asarray(index.day_of_week), WEEKDAYS
    return (np.asarray(index.month) - 1, MONTHS) if bucket == "month" else (np.asarray(index.quarter) - 1, QUARTERS)


def _season_facts(line: Line, span: Span, name: str, moves: Floats) -> list[Fact]:
    few = [f"the sample is small: {len(moves)} of {SMALL} cases"] if len(moves) < SMALL else []
    figures: tuple[tuple[str, float, str], ...] = (
        ("average", float(moves.mean()), line.move_unit),
        ("median", float(np.median(moves)), line.move_unit),
        ("share_up", float(np.mean(moves > 0)), "fraction"),
        ("n", len(moves), "count"),
    )
    # The window's slug may name the season already; a key says it once.
    window = span.slug.removeprefix(name.lower() + "_")
    first = max(span.start, 0)
    return [
        line_fact(
            line,
            f"season.{name.lower()}.{window}.{what}",
            value,
            unit,
            first=first,
            last=span.last,
            cases=len(moves),
            caveats=few,
            reading=stretch(line, span),
        )
        for what, value, unit in figures
    ]
