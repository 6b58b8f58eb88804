"""Divergence of closes from RSI-14 at their swings."""

from typing import Literal, NamedTuple

import numpy as np

from tools.caveats import caveat
from tools.fact import Fact, show, spell_date, stored
from tools.facts.indicators import WARM_UP
from tools.facts.series import Series
from tools.facts.swings import swing_highs, swing_lows

KS = (1, 3, 5)
WINDOW = 60  # sessions ending on D, D included, in which both swings must lie
MARGINAL = 1.0  # RSI points; a smaller gap confirms nothing
Side = Literal["bearish", "bullish"]
SIDES: tuple[Side, ...] = ("bearish", "bullish")


class _Pair(NamedTuple):
    """The two latest swings of a side: places, closes and RSIs, the earlier first."""

    places: tuple[int, int]
    closes: tuple[float, float]
    rsis: tuple[float, float]

    @property
    def gap(self) -> float:
        """Last RSI less first."""
        return self.rsis[1] - self.rsis[0]


def divergence_facts(series: Series) -> list[Fact]:
    """Bearish and bullish divergence as of D for k = 1, 3 and 5, with the swings compared.

    Returns:
        For each side and k a count, 1 or 0, whose reading says why; where the last 60 sessions, D included, hold two
        swings also their closes (the subject's unit), their RSIs and the gap between them (index). Empty where D has
        no RSI; a side and k whose swings lack one, at the start of the data or after a missing session, has no fact.
    """
    if np.isnan(series.rsi[-1]):
        return []
    return [fact for side in SIDES for k in KS for fact in _facts(series, side, k)]


def _facts(series: Series, side: Side, k: int) -> list[Fact]:
    metric, words = f"divergence.{side}.k{k}", "swing highs" if side == "bearish" else "swing lows"
    start = max(len(series.close) - WINDOW - k, 0)  # a swing of the window is held against the k closes before it too
    swings = (swing_highs if side == "bearish" else swing_lows)(series.close[start:], k) + start
    places = swings[swings >= len(series.close) - WINDOW][-2:]
    if len(places) < 2:
        reading = f"none: fewer than two {words} in the last {WINDOW} sessions; k = {k}"
        return [series.fact(metric, 0, "count", first=0, reading=reading)]
    if np.isnan(series.rsi[places]).any():
        return []
    first, last = places.tolist()
    closes, rsis = series.close[places].tolist(), series.rsi[places].tolist()
    pair = _Pair((first, last), (closes[0], closes[1]), (rsis[0], rsis[1]))
    diverges, reading = _judged(series, pair, side)
    dates, caveats = [series.days[first], series.days[last]], _caveats(series, pair, k)
    out = [
        series.fact(
            metric, int(diverges), "count", first=0, reading=f"{reading}; k = {k}", caveats=caveats, dates=dates
        )
    ]
    for name, place, day in zip(("first", "last"), pair.places, dates, strict=True):
        close, rsi = float(series.close[place]), float(series.rsi[place])
        out.append(series.fact(f"{metric}.{name}_close", close, series.subject.unit, first=place, dates=[day]))
        out.append(series.fact(f"{metric}.{name}_rsi", rsi, "index", first=0, dates=[day]))
    return [*out, series.fact(f"{metric}.rsi_gap", pair.gap, "index", first=0, caveats=caveats, dates=dates)]


def _judged(series: Series, pair: _Pair, side: Side) -> tuple[bool, str]:
    """Whether the pair diverges, and the figures in words with what is lacking where it doesn't."""
    sign, further, weaker = (1, "higher", "lower") if side == "bearish" else (-1, "lower", "higher")
    swing = "swing high" if side == "bearish" else "swing low"
    price = sign * (pair.closes[1] - pair.closes[0]) > 0
    momentum = sign * pair.gap < 0
    closes = [
        f"{show(level, series.subject.unit)} ({spell_date(series.days[place])})"
        for level, place in zip(pair.closes, pair.places, strict=True)
    ]
    rsis = [show(stored(reading, "index"), "index") for reading in pair.rsis]  # as the facts beside it show them
    figures = f"closes {closes[0]} and {closes[1]}, RSI {rsis[0]} and {rsis[1]}"
    if price and momentum:
        doubt = ", marginal, unconfirmed" if abs(pair.gap) < MARGINAL else ""
        return True, f"{side}{doubt}: {figures}, a gap of {show(stored(abs(pair.gap), 'index'), 'index')}"
    lacking = [] if price else [f"the price made no {further} {swing}"]
    lacking += [] if momentum else [f"the RSI made no {weaker} one"]
    return False, f"none: {figures}; {' and '.join(lacking)}"


def _caveats(series: Series, pair: _Pair, k: int) -> list[str]:
    """That the last swing is provisional, and that the RSI at the first rests on a short warm-up."""
    first, last = pair.places
    out = []
    if last == len(series.close) - 1:
        kind = "swing-provisional" if k > 1 else "swing-provisional-one"
        out.append(caveat(kind, day=spell_date(series.last), n=k))
    bars = int((~np.isnan(series.close[: first + 1])).sum())
    if bars < WARM_UP:
        out.append(caveat("warm-up-to-swing", n=bars, needed=WARM_UP))
    return out
