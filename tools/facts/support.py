"""Support and resistance: levels near D's close, each with where it comes from."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from tools.caveats import NOT_FIXED
from tools.fact import Base, Fact, show, spell_date
from tools.facts.indicators import sma
from tools.facts.levels import YEAR
from tools.facts.series import Series, make_fact
from tools.facts.swings import swing_highs, swing_lows

SAME = 0.0005  # levels nearer than this, as a fraction, are one
AT_MOST = 6
SWING_K = 5
SWING_WINDOW = 252  # sessions
AVERAGES = (50, 200)


class Candidate(NamedTuple):
    """A level that the price may meet.

    Attributes:
        level: In the unit of the subject.
        origin: Where it comes from, in words.
        place: Place of the session it comes from.
        first: Place of the first bar that entered.
        field: Field of the bars.
    """

    level: float
    origin: str
    place: int
    first: int
    field: str = "close"


def support_facts(series: Series) -> list[Fact]:
    """Levels below D's close as support and above it as resistance, the nearest first, at most six of each.

    Returns:
        Each level in the unit of the subject with its origin as reading and the session of the origin as dates,
        followed by its distance (level over D's close less one, negative below). Levels within 0.05 % of each
        other are one, with every origin named. A level at D's close itself is neither. A candidate whose window the
        data doesn't fill, or whose average lacks a session, is left out. Empty for yields and volatility.
    """
    if series.subject.kind in ("yield", "volatility"):
        return []
    now, found = float(series.close[-1]), candidates(series)
    below = sorted((c for c in found if c.level < now), key=lambda c: -c.level)
    above = sorted((c for c in found if c.level > now), key=lambda c: c.level)
    out: list[Fact] = []
    for name, side in (("support", below), ("resistance", above)):
        for n, group in enumerate(_merged(side)[:AT_MOST], 1):
            out += _facts(series, f"{name}.{n}", group)
    return out


def candidates(series: Series) -> list[Candidate]:
    """Every level the definition names, on either side of the close."""
    return [*_records(series), *_extremes(series), *_averages(series), *_swings(series)]


def _records(series: Series) -> Iterable[Candidate]:
    """The latest record close before D, and the highest close of the year before where the data holds it whole."""
    places = np.flatnonzero(series.records[:-1])
    if len(places):
        place = int(places[-1])
        yield Candidate(float(series.close[place]), f"record close of {_day(series, place)}", place, 0)
    years, year = series.index.year.to_numpy(), series.last.year
    before = np.flatnonzero(years == year - 1)
    if years[0] < year - 1 and not np.isnan(series.close[before]).all():
        place = int(before[np.nanargmax(series.close[before])])
        origin = f"highest close of {year - 1}, on {_day(series, place)}"
        yield Candidate(float(series.close[place]), origin, place, int(before[0]))


def _extremes(series: Series) -> Iterable[Candidate]:
    """The highest and lowest close and price of the 365 calendar days ending on D, where the data reaches back."""
    start, last = series.window_start(YEAR), len(series.index) - 1
    if start == 0:
        return
    for name, pick in (("high", np.nanargmax), ("low", np.nanargmin)):
        place = start + int(pick(series.close[start:]))
        yield Candidate(float(series.close[place]), f"52-week {name} close of {_day(series, place)}", place, start)
        prices = series.field(name)
        place = start + int(pick(prices[start:]))
        origin = f"52-week intraday {name} of {_day(series, place)}"
        if prices[last] == prices[place]:
            place, origin = last, f"intraday {name} of {_day(series, last)} itself, the 52-week intraday {name}"
        yield Candidate(float(prices[place]), origin, place, start, name)


def _averages(series: Series) -> Iterable[Candidate]:
    last = len(series.index) - 1
    for n in AVERAGES:
        level = float(sma(series.close[-n:], n)[-1])
        if not np.isnan(level):
            yield Candidate(level, f"{n}-session average", last, last - n + 1)


def _swings(series: Series) -> Iterable[Candidate]:
    """Swings of closes (k = 5) in the last 252 sessions that the sessions after them have confirmed."""
    start = len(series.close) - SWING_WINDOW
    for name, find in (("high", swing_highs), ("low", swing_lows)):
        tail = max(start - SWING_K, 0)
        for place in (find(series.close[tail:], SWING_K, provisional=False) + tail).tolist():
            if place >= start:
                origin = f"swing {name} of {_day(series, place)}"
                yield Candidate(float(series.close[place]), origin, place, place - SWING_K)


def _merged(ordered: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates in groups, each of a level and those after it that equal it to within 0.05 %."""
    groups: list[list[Candidate]] = []
    for candidate in ordered:
        if groups and abs(candidate.level / groups[-1][0].level - 1) <= SAME:
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
    return groups


def _facts(series: Series, metric: str, group: Sequence[Candidate]) -> list[Fact]:
    nearest, unit = group[0], series.subject.unit
    shown = show(nearest.level, unit)
    origins = [c.origin if (own := show(c.level, unit)) == shown else f"{c.origin} ({own})" for c in group]
    dates = sorted({series.days[c.place] for c in group})
    used = [(c.field, c.first) for c in group]
    return level_and_distance(series, metric, nearest.level, used, "; ".join(dict.fromkeys(origins)), dates)


def level_and_distance(
    series: Series,
    metric: str,
    level: float,
    used: Sequence[tuple[str, int]],
    reading: str,
    dates: Sequence[date],
    caveats: Sequence[str] = (),
) -> list[Fact]:
    """The fact of a level, and ``.distance`` from D's close to it: level over close less one.

    Args:
        series: The subject's bars.
        metric: Key of the level, without subject.
        level: In the unit of the subject.
        used: Fields it was computed from, each with the place of its first bar; the sample's highs and lows are
            drawn, which is said.
        reading: Where the level comes from, for both facts.
        dates: The sessions it comes from.
        caveats: What must be known beside both.
    """
    inputs = tuple(series.input(field, first) for field, first in dict.fromkeys(used))
    last, now = len(series.index) - 1, float(series.close[-1])
    other = next((field for field, _ in used if field != "close"), "close")
    drawn = series.bars.fixed is not None and other != "close"
    said = [*caveats, *series.caveats(min(first for _, first in used), field=other), *([NOT_FIXED] if drawn else [])]
    common: dict[str, Any] = {
        "as_of": series.last, "bars": (series.bars,), "reading": reading, "caveats": said, "dates": dates,
        "name": series.name,
    }  # fmt: skip
    base = Base(session=series.last, field="close", value=now)
    closes = inputs if ("close", last) in used else (*inputs, series.input("close", last))
    subject, unit = series.subject.key, series.subject.unit
    return [
        make_fact(series.market, subject, metric, level, unit, inputs, **common),
        make_fact(
            series.market, subject, f"{metric}.distance", level / now - 1, "fraction", closes, base=base, **common
        ),
    ]


def _day(series: Series, place: int) -> str:
    return spell_date(series.days[place])
