"""Measures of a window's two ends: a value at a date, a change, what an amount became, several changes compared."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from tools.data.sessions import is_session
from tools.errors import BadQuery
from tools.fact import Fact, spell_date
from tools.measures.answers import Label, Measured, Table, fact_of, is_known, line_fact, values_used
from tools.measures.lines import Line, to_common_end
from tools.measures.query import Query
from tools.measures.spans import Span
from tools.measures.windows.window import months_before

AMOUNT = 10_000.0
RETURN = "{1} / {0} − 1"
Lay = Callable[[Line], Span]


def value_fact(line: Line, place: int, reading: str | None = None) -> Fact:
    """The value of one session: key ``rut.close.20250409``, ``rut.rsi_14.20250409``."""
    return fact_of(
        line.subject, f"{line.metric}.{line.days[place]:%Y%m%d}", float(line.values[place]), line.unit, (line,),
        spans=((place, place, False),), reading=reading, used=values_used(line, [place]),
    )  # fmt: skip


def value(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """The value of each line at the window's last session; today's where no window is given.

    A day the exchange was shut names the session used. A session without a bar has no value.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        span = lay(line)
        place = span.last
        asked = (query.window.end or query.window.start) if query.window else None
        reading = None
        if asked and not is_session(asked):
            reading = f"the last session on or before {spell_date(asked)}, when the exchange was shut"
        if not line.known[place]:
            raise BadQuery(*no_bar(line, place))
        facts.append(value_fact(line, place, reading))
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def no_bar(line: Line, place: int) -> tuple[str, str]:
    """That a session which a figure needs has no bar, and what to ask instead."""
    what = f"There is no bar of {line.series.subject.symbol} on {spell_date(line.days[place])}"
    return what, "The figure needs it; ask for a session earlier or later."


def ends(line: Line, span: Span) -> tuple[int, int]:
    """The places a change is measured from and to.

    Raises:
        BadQuery: One of the two has no bar.
    """
    start = span.start
    if span.base is None:  # the data begins within the window: its first close is what there is
        known = np.flatnonzero(line.known[: span.last + 1])
        if not len(known):
            raise BadQuery(f"There is no bar of {line.name} in the window")
        start = int(known[0])
    for place in (start, span.last):
        if not line.known[place]:
            raise BadQuery(*no_bar(line, place))
    if start == span.last:
        raise BadQuery(f"The window holds one close of {line.name} alone, {spell_date(line.days[start])}")
    return start, span.last


def change_facts(line: Line, span: Span, metric: str = "return") -> list[Fact]:
    """The change over a window, with the two closes; for funds the return with dividends beside it."""
    start, last = ends(line, span)
    moved = float(line.moved(line.values[[start]], line.values[[last]])[0])
    name = metric if line.moves == "return" else "change"
    caveats = list(span.notes)
    out = [
        line_fact(
            line,
            f"{name}.{span.slug}",
            moved,
            line.move_unit,
            first=start,
            last=last,
            ends_only=True,
            base=start,
            caveats=caveats,
            working=line.working(),
            reading=f"{line.days[start]} to {line.days[last]}",
        )
    ]
    if line.moves == "return" and line.metric == "close":
        moved_by, key = float(line.values[last] - line.values[start]), f"point_change.{span.slug}"
        said = {"first": start, "last": last, "ends_only": True, "base": start, "working": "{1} − {0}"}
        out.append(line_fact(line, key, moved_by, line.unit, **said))  # type: ignore[arg-type]
    out += _annual(line, start, last, span, "annual_return")
    if adjusted := with_dividends(line):
        out += _total(adjusted, start, last, f"total_return.{span.slug}", "fraction", RETURN, 1.0)
        out += _annual(adjusted, start, last, span, "annual_total_return")
    return [*out, value_fact(line, start), value_fact(line, last)]


def years_between(first: date, last: date) -> float:
    """Calendar years from one day to another: whole ones by anniversaries, and the days beyond as part of one."""
    years = last.year - first.year
    anniversary = months_before(first, -12 * years)
    if anniversary > last:
        years -= 1
        anniversary = months_before(first, -12 * years)
    return years + (last - anniversary).days / (months_before(first, -12 * (years + 1)) - anniversary).days


def _annual(line: Line, start: int, last: int, span: Span, name: str) -> list[Fact]:
    """The yearly rate of a return over a year or more; none over less, of which it would be an extrapolation."""
    years = years_between(line.days[start], line.days[last])
    grown = float(line.values[last] / line.values[start])
    if line.moves != "return" or years < 1 or not is_known(grown) or grown <= 0:
        return []
    rate = grown ** (1 / years) - 1
    working = f"({{1}} / {{0}}) ^ (1 / {years:,.4g}) − 1"
    key = f"{name}.{span.slug}"
    return [line_fact(line, key, rate, "fraction", first=start, last=last, ends_only=True, base=start, working=working)]


def with_dividends(line: Line) -> Line | None:
    """The line of a fund's closes with dividends reinvested on their ex-dates; None for anything else."""
    if line.metric != "close" or line.series.subject.kind != "fund":
        return None
    place = line.series.index.get_indexer(line.index)
    return replace(line, values=line.series.field("adj_close")[place], beneath=((line.series, "adj_close"),))


def _total(line: Line, start: int, last: int, metric: str, unit: str, working: str, scale: float) -> list[Fact]:
    """A figure of adjusted closes; none where one of the two is missing."""
    grown = float(line.values[last] / line.values[start])
    if not is_known(grown):
        return []
    value = grown - 1 if unit == "fraction" else scale * grown
    return [line_fact(line, metric, value, unit, first=start, last=last, ends_only=True, base=start, working=working,
                      reading="dividends reinvested")]  # fmt: skip


def change(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Return (points for the VIX, basis points for a yield) of each line over the window, price only."""
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        span = lay(line)
        facts += change_facts(line, span)
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def growth(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """What an amount put in at the window's base became: price only, and for funds with dividends reinvested."""
    amount = query.amount or AMOUNT
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        if line.moves != "return" or line.metric not in ("close", "total"):
            raise BadQuery(f"Nothing can be put into {line.name}", "Ask for a fund, a share or an index.")
        span = lay(line)
        start, last = ends(line, span)
        slug = f"{amount:.0f}_{span.slug}"
        became = amount * float(line.values[last]) / float(line.values[start])
        unit = "USD" if line.unit == "index points" else line.unit
        working = f"{amount:,.0f} × {{1}} / {{0}}"
        facts.append(
            line_fact(
                line,
                f"growth.{slug}",
                became,
                unit,
                first=start,
                last=last,
                ends_only=True,
                base=start,
                working=working,
                caveats=span.notes,
                reading=f"{line.days[start]} to {line.days[last]}",
            )
        )
        if adjusted := with_dividends(line):
            facts += _total(adjusted, start, last, f"growth_with_dividends.{slug}", unit, working, amount)
        facts += change_facts(line, span)
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def compare(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """Each line's change over one window, best first where there are several, and the first one's less each other's.

    All are measured to the last session that they have in common, so that no difference mixes two days.
    """
    lines = to_common_end(lines)
    spans = [lay(line) for line in lines]
    moves = {line.move_unit for line in lines}
    if len(moves) > 1:
        raise BadQuery(
            "A return, points and basis points can't be compared", "Compare indexes and funds with each other."
        )
    pairs = [ends(line, span) for line, span in zip(lines, spans, strict=True)]
    days = {(line.days[a], line.days[b]) for line, (a, b) in zip(lines, pairs, strict=True)}
    if len(days) > 1:  # one of them begins later: all are measured from where the last one begins
        latest = max(a for a, _ in days)
        pairs = [(line.days.index(latest), b) for line, (_, b) in zip(lines, pairs, strict=True)]
    facts: list[Fact] = []
    slug = spans[0].slug
    own: list[Fact] = []
    for line, (start, last), span in zip(lines, pairs, spans, strict=True):
        found = change_facts(line, Span(start + 1, last, start, span.slug, span.notes))
        own.append(found[0])
        facts += found
    differences = [
        _difference(lines[0], line, pairs[0], pair, slug) for line, pair in zip(lines[1:], pairs[1:], strict=True)
    ]
    ranked = sorted(zip(lines, own, strict=True), key=lambda x: -float(x[1].value))
    rows = tuple((Label(display=line.title), fact) for line, fact in ranked)
    between = " to ".join(spell_date(lines[0].days[p]) for p in pairs[0])
    table = Table(f"Change, {between}", ("subject", "change"), rows) if len(lines) > 2 else None
    notes = [n for s in spans for n in s.notes]
    return Measured(query, (*differences, *facts), differences[0].key, table, tuple(dict.fromkeys(notes)))


def _difference(a: Line, b: Line, at: tuple[int, int], other: tuple[int, int], slug: str) -> Fact:
    first, second = (float(x.moved(x.values[[p[0]]], x.values[[p[1]]])[0]) for x, p in ((a, at), (b, other)))
    unit = "percentage points" if a.move_unit == "fraction" else a.move_unit
    used = values_used(a, at) + values_used(b, other)
    working = "({1} / {0} − 1) − ({3} / {2} − 1)" if a.moves == "return" else "({1} − {0}) − ({3} − {2})"
    name = f"{a.slug}_vs_{b.slug}"
    return fact_of(name, f"difference.{slug}", first - second, unit, (a, b), spans=((*at, True), (*other, True)),
                   used=used, working=working, base=None, reading=f"{a.days[at[0]]} to {a.days[at[1]]}")  # fmt: skip
