"""Formulas over arrays: every session's value at once, each from that session and earlier ones alone.

The last value of each is what a fact of that session states, and the whole array is its history: one formula for
both. Arrays are of exchange sessions in order, float64, with NaN where a bar is missing. The standard indicators
are TA-Lib's.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import talib

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
WARM_UP = 100  # bars a Wilder average needs before its seed no longer shows


def change(x: Floats, k: int = 1) -> Floats:
    """Simple return over k sessions; NaN in the first k places and where either end is missing."""
    out = np.full(len(x), np.nan)
    if k < len(x):
        out[k:] = x[k:] / x[:-k] - 1
    return out


def windows(x: Floats, n: int) -> Floats:
    """The last n values at each session, shape (sessions, n); a row of NaN where there aren't n yet."""
    out = np.full((len(x), n), np.nan)
    if len(x) >= n:
        out[n - 1 :] = np.lib.stride_tricks.sliding_window_view(x, n)
    return out


def sma(x: Floats, n: int) -> Floats:
    """Mean of the last n values; NaN where there aren't n or one is missing."""
    return np.asarray(windows(x, n).mean(axis=1), dtype=np.float64)


def bollinger(x: Floats, n: int = 20, deviations: float = 2) -> tuple[Floats, Floats]:
    """Upper and lower band: average plus and less population standard deviations (John Bollinger's choice)."""
    rows = windows(x, n)
    middle, spread = rows.mean(axis=1), deviations * rows.std(axis=1)
    return middle + spread, middle - spread


def realized_volatility(x: Floats, n: int = 20) -> Floats:
    """Standard deviation (ddof 1) of the last n one-day returns, times the square root of 252."""
    return np.asarray(windows(change(x), n).std(axis=1, ddof=1) * np.sqrt(252), dtype=np.float64)


def _on_known(function: Any, outputs: int, *columns: Floats) -> tuple[Floats, ...]:
    """A recursive indicator run over the sessions that have a bar, laid back on all of them.

    Where one of the last 100 sessions lacks a bar the indicator has no value: its recursion would rest on a gap.
    """
    known = np.asarray(~np.isnan(np.column_stack(columns)).any(axis=1), dtype=bool)
    out = [np.full(len(known), np.nan) for _ in range(outputs)]
    if known.any():
        found = function(*(np.ascontiguousarray(c[known]) for c in columns))
        for line, values in zip(out, found if outputs > 1 else (found,), strict=True):
            line[known] = values
    gaps = np.concatenate(([0], np.cumsum(~known)))
    places = np.arange(1, len(known) + 1)
    torn = gaps[places] - gaps[np.maximum(places - WARM_UP, 0)] > 0
    for line in out:
        line[torn] = np.nan
    return tuple(out)


def _moved(x: Floats) -> Bools:
    """Whether any close up to each session differs from the one before it: without that RSI has no reading."""
    known = np.flatnonzero(~np.isnan(x))
    out = np.zeros(len(x), dtype=bool)
    differs = np.concatenate(([False], np.diff(x[known]) != 0))
    out[known] = np.maximum.accumulate(differs) if len(known) else False
    return out


def rsi(x: Floats, n: int = 14) -> Floats:
    """Wilder's relative strength index, seeded by the plain average of the first n changes, over all history.

    Returns:
        0 to 100; NaN in the first n places, until a close has changed, and within 100 sessions after a gap.
    """
    return np.where(_moved(x), _on_known(lambda c: talib.RSI(c, n), 1, x)[0], np.nan)


def rsi_cutler(x: Floats, n: int = 14) -> Floats:
    """Cutler's RSI: plain averages of the last n gains and losses in Wilder's place; NaN where a bar is missing."""
    steps = np.diff(x, prepend=np.nan)
    gains = windows(np.maximum(steps, 0), n).mean(axis=1)
    losses = windows(np.maximum(-steps, 0), n).mean(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(100 * gains / (gains + losses), dtype=np.float64)


def macd(x: Floats) -> tuple[Floats, Floats, Floats]:
    """MACD (12, 26), its 9-session signal line and their difference (Gerald Appel)."""
    line, signal, histogram = _on_known(lambda c: talib.MACD(c, 12, 26, 9), 3, x)
    return line, signal, histogram


def atr(high: Floats, low: Floats, close: Floats, n: int = 14) -> Floats:
    """Wilder's average true range."""
    return _on_known(lambda c, h, lo: talib.ATR(h, lo, c, n), 1, close, high, low)[0]


def runs(won: Bools) -> npt.NDArray[np.int64]:
    """Length of the run of True that ends at each place; 0 where False."""
    count = np.cumsum(won)
    return np.asarray(count - np.maximum.accumulate(np.where(won, 0, count)), dtype=np.int64)


def known_runs(spread: Floats, won: Bools) -> Floats:
    """Length of the run of True that ends at each session; NaN where its length isn't known.

    That is where a spread is missing at the session itself, or in the place where its run would go on or stop.

    Args:
        spread: By session, NaN where a bar is missing; the first place never has one.
        won: Whether each session belongs to a run.
    """
    length = runs(won).astype(float)
    before = np.arange(len(spread)) - length.astype(int)
    torn = np.isnan(spread) | ((length > 0) & (before > 0) & np.isnan(spread[np.maximum(before, 0)]))
    return np.where(torn, np.nan, length)


def is_record(x: Floats) -> Bools:
    """Whether each close is strictly above every earlier one; the first is none."""
    known = np.where(np.isnan(x), -np.inf, x)
    return np.asarray(known > np.concatenate(([known[0]], np.maximum.accumulate(known)[:-1])), dtype=bool)


def drawdown(x: Floats) -> Floats:
    """Close over the highest close up to it, less one; never above zero."""
    return x / np.fmax.accumulate(x) - 1


def percentile(earlier: Floats, x: float) -> tuple[float, int] | None:
    """Share of earlier values at or below x, with their number; None without any. NaN are left out."""
    known = earlier[~np.isnan(earlier)]
    return (float(np.mean(known <= x)), len(known)) if len(known) else None


def percentiles(x: Floats) -> Floats:
    """Each value's percentile among its own earlier ones; NaN for the first and where it is missing.

    Ranks among a growing set can't be taken in one array operation: a sorted list takes each value in turn.
    """
    out = np.full(len(x), np.nan)
    held: list[float] = []
    for place, value in enumerate(x.tolist()):
        if value == value:
            if held:
                out[place] = bisect_right(held, value) / len(held)
            insort(held, value)
    return out


def percentiles_within(x: Floats, starts: Places) -> Floats:
    """Each value's percentile among the earlier ones from its own start on; NaN where there are none."""
    widest = int((np.arange(len(x)) - starts).max(initial=0)) + 1
    rows = windows(np.concatenate((np.full(widest - 1, np.nan), x)), widest)[widest - 1 :, :-1]
    behind = np.arange(len(x))[:, None] - np.arange(widest - 1, 0, -1)[None, :]
    counted = (behind >= starts[:, None]) & ~np.isnan(rows)
    with np.errstate(invalid="ignore"):
        out = ((rows <= x[:, None]) & counted).sum(axis=1) / counted.sum(axis=1)
    return np.where(np.isnan(x), np.nan, out)


def last_known(known: Bools) -> Places:
    """Place of the latest known value at or before each session; -1 where there is none."""
    return np.maximum.accumulate(np.where(known, np.arange(len(known)), -1))


def base_place(days: Sequence[date], known: Bools, horizon: str) -> int:
    """Place of the base of a horizon for the last session, −1 where the data doesn't reach; as ``base_places``."""
    day, last = days[-1], len(days) - 1
    if horizon.endswith("d") and horizon[:-1].isdigit():
        place = last - int(horizon[:-1])
        return place if place >= 0 and known[place] else -1
    if horizon.startswith("since."):
        place = bisect_right(days, date.fromisoformat(horizon.removeprefix("since."))) - 1
    elif horizon == "1y":
        leap = (day.month, day.day) == (2, 29)
        place = bisect_right(days, day.replace(year=day.year - 1, day=28 if leap else day.day)) - 1
    else:
        month = {"mtd": day.month, "qtd": (day.month - 1) // 3 * 3 + 1, "ytd": 1}[horizon]
        place = bisect_left(days, date(day.year, month, 1)) - 1
    while place >= 0 and not known[place]:
        place -= 1
    return place


def base_places(index: pd.DatetimeIndex, known: Bools, horizon: str) -> Places:
    """Place of the base of a horizon for each session, -1 where the data doesn't reach.

    Args:
        index: Sessions, ascending.
        known: Whether each session has a bar.
        horizon: ``1d``, ``5d``, ``20d``, ``mtd``, ``qtd``, ``ytd``, ``1y`` or ``since.YYYYMMDD``.

    Returns:
        For counted sessions exactly that session, where it has a bar; for calendar horizons the last bar before the
        month, quarter or year, or on or before the same calendar day a year earlier, or the day given.
    """
    if horizon.endswith("d") and horizon[:-1].isdigit():
        places = np.arange(len(index)) - int(horizon[:-1])
        return np.where((places >= 0) & known[np.maximum(places, 0)], places, -1)
    reached = _boundaries(index, horizon)
    return np.where(reached >= 0, last_known(known)[np.maximum(reached, 0)], -1)


def _boundaries(index: pd.DatetimeIndex, horizon: str) -> Places:
    """Place of the last session before each session's month, quarter or year, or on or before the day of a year ago."""
    if horizon.startswith("since."):
        start = int(index.searchsorted(pd.Timestamp(horizon.removeprefix("since.")), side="right")) - 1
        return np.where(np.arange(len(index)) >= start, start, -1)
    if horizon == "1y":
        return np.asarray(index.searchsorted(index - pd.DateOffset(years=1), side="right") - 1)
    # The first place of each run of sessions of one period, less one.
    period = index.year.to_numpy() * 12 + (index.month.to_numpy() - 1)
    code = period // {"mtd": 1, "qtd": 3, "ytd": 12}[horizon]
    starts = np.concatenate(([True], np.diff(code) != 0))
    return np.maximum.accumulate(np.where(starts, np.arange(len(index)), 0)) - 1


def since_base(x: Floats, bases: Places) -> Floats:
    """Each value over its base, less one; NaN where there is no base."""
    return np.where(bases >= 0, x / x[np.maximum(bases, 0)] - 1, np.nan)
