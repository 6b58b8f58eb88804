"""Measures of a condition: how often it was met, its share, and when it first or last was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.caveats import caveat
from tools.fact import Fact
from tools.facts.indicators import Bools, Places, runs
from tools.measures.answers import Measured, fact_of, stretch
from tools.measures.changes import Lay, value_fact
from tools.measures.conditions import condition_slug, met
from tools.measures.lines import Line, is_indicator
from tools.measures.query import Condition, Query
from tools.measures.spans import Span, bucket_ends, place_after, season_mask

Find = Callable[[str], Line]


def condition_key(conditions: Sequence[Condition]) -> str:
    """Conditions as they stand in a fact's key."""
    return "_and_".join(condition_slug(c) for c in conditions)


def others_of(line: Line, conditions: Sequence[Condition], find: Find) -> list[Line]:
    """The other lines that conditions on a line look at, each once."""
    out: dict[str, Line] = {}
    for condition in conditions:
        for name in (condition.of, condition.than if condition.test != "event" else None):
            if isinstance(name, str):
                other = find(f"{line.subject}.{name}" if is_indicator(name) else name)
                if other.name != line.name:
                    out.setdefault(other.name, other)
    return list(out.values())


@dataclass(frozen=True)
class Tested:
    """The buckets of a window held against conditions, by the places of their last sessions.

    Attributes:
        sure: Those on which it is known whether they held.
        hits: Those on which they did.
        left_open: Those of which a missing bar leaves it open.
        met: By session of the line, whether they are known to have held.
    """

    sure: Places
    hits: Places
    left_open: Places
    met: Bools


def tested(query: Query, line: Line, span: Span, find: Find) -> Tested:
    """Holds the window's buckets against the conditions."""
    bucket = query.bucket or "session"
    places = None if bucket == "session" else bucket_ends(line, Span(0, span.last, None, ""), bucket, running=False)[0]
    held, known = met(query.where, line, find, places)
    ends = bucket_ends(line, span, bucket, running=False)[0]
    if query.window and query.window.season:
        ends = ends[season_mask(line.index[ends], query.window.season)]
    sure = ends[known[ends]]
    return Tested(sure, sure[held[sure]], ends[~known[ends]], held)


def common_spans(line: Line, span: Span, others: Sequence[Line]) -> list[tuple[int, int, bool]]:
    """The bars used of a line over its window, and of others over the same days."""
    first, last = max(span.start, 0), span.last
    out = [(first, last, False)]
    for other in others:
        begin = min(place_after(other.index, line.days[first]), len(other.index) - 1)
        end = min(place_after(other.index, line.days[last]), len(other.index) - 1)
        out.append((begin, max(begin, end), False))
    return out


def _fact(
    line: Line,
    metric: str,
    value: float | int | str,
    unit: str,
    span: Span,
    others: Sequence[Line],
    *,
    reading: str | None = None,
    dates: Sequence[date] = (),
    caveats: Sequence[str] = (),
    cases: int | None = None,
) -> Fact:
    """A fact of the line over its window, and of the other lines over the same days."""
    spans = common_spans(line, span, others)
    name = f"{line.stem}{metric}"
    said = {"reading": reading, "dates": dates, "caveats": caveats, "cases": cases}
    return fact_of(line.subject, name, value, unit, (line, *others), spans=spans, **said)  # type: ignore[arg-type]


def count(query: Query, lines: Sequence[Line], lay: Lay, find: Find) -> Measured:
    """Sessions, or buckets, that met the conditions, with their dates, of how many, and their share.

    Those of which a missing bar leaves it open are not counted among either, and the fact says how many.
    """
    facts: list[Fact] = []
    notes: list[str] = []
    name, bucket = condition_key(query.where), query.bucket or "session"
    for line in lines:
        span = lay(line)
        found = tested(query, line, span, find)
        sure, hits, open_ = found.sure, found.hits, found.left_open
        others = others_of(line, query.where, find)
        caveats = list(span.notes)
        if len(open_):
            caveats.append(caveat("left-open", n=len(open_), bucket=bucket, day=line.days[int(open_[-1])]))
        key = f"{name}.{span.slug}" + ("" if bucket == "session" else f".{bucket}")
        reading = f"of {len(sure)} {bucket}s, {stretch(line, span)}"
        dates = [line.days[i] for i in hits.tolist()]
        said = {"reading": reading, "caveats": caveats, "cases": len(sure)}
        facts.append(_fact(line, f"count.{key}", len(hits), "count", span, others, dates=dates, **said))  # type: ignore[arg-type]
        if len(sure):
            share = len(hits) / len(sure)
            facts.append(_fact(line, f"share.{key}", share, "fraction", span, others, **said))  # type: ignore[arg-type]
        facts.append(_fact(line, f"count_tested.{key}", len(sure), "count", span, others))
        if bucket == "session":
            facts += _runs(line, span, found.met, others, key)
        notes += caveats
    if query.measure == "share" and len(facts) > 1:
        facts[0], facts[1] = facts[1], facts[0]
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))


def _runs(line: Line, span: Span, met: Bools, others: Sequence[Line], key: str) -> list[Fact]:
    """The longest run of sessions that met the conditions within the window, and the one that goes on at its end."""
    length = runs(met[span.first : span.last + 1])
    longest = int(length.max(initial=0))
    end = span.first + int(np.argmax(length)) if longest else span.last
    dates = [line.days[end - longest + 1], line.days[end]] if longest else []
    return [
        _fact(line, f"longest_run.{key}", longest, "sessions", span, others, dates=dates),
        _fact(line, f"current_run.{key}", int(length[-1]), "sessions", span, others),
    ]


def first_or_last(query: Query, lines: Sequence[Line], lay: Lay, find: Find) -> Measured:
    """When the conditions were first, or last, met in the window, and the value then; a count of none where never."""
    facts: list[Fact] = []
    notes: list[str] = []
    name = condition_key(query.where)
    for line in lines:
        span = lay(line)
        found = tested(query, line, span, find)
        sure, hits = found.sure, found.hits
        others = others_of(line, query.where, find)
        if not len(hits):
            reading = f"never in {len(sure)} sessions, {stretch(line, span)}"
            key = f"count.{name}.{span.slug}"
            facts.append(_fact(line, key, 0, "count", span, others, reading=reading, cases=len(sure)))
            notes.append(reading)
            continue
        place = int(hits[0] if query.measure == "first" else hits[-1])
        day = line.days[place]
        began = f"in data since {line.days[0]}" if span.first == 0 else f"from {line.days[span.first]}"
        key = f"{query.measure}.{name}.{span.slug}"
        facts.append(
            _fact(line, key, day.isoformat(), "date", span, others, dates=[day], reading=began, cases=len(hits))
        )
        facts.append(value_fact(line, place))
        if query.measure == "first" and span.base is not None:
            facts.append(_fact(line, f"first_after.{name}.{span.slug}", place - span.base, "sessions", span, others))
        if query.measure == "last":
            facts.append(_fact(line, f"last_before.{name}.{span.slug}", span.last - place, "sessions", span, others))
        notes += span.notes
    return Measured(query, tuple(facts), facts[0].key, notes=tuple(dict.fromkeys(notes)))
