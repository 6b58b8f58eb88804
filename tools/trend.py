"""Trend and momentum facts of one subject; the standard indicators are TA-Lib's."""

import numpy as np
import talib

from tools.facts import Fact
from tools.panel import NOT_FIXED, Floats, Series

WARM_UP = 100  # bars a Wilder average needs before its seed no longer shows
OVERBOUGHT, OVERSOLD = 70, 30
AVERAGES = (20, 50, 200)


def trend_facts(series: Series) -> list[Fact]:
    """Moving averages, MACD, Bollinger bands, ATR and RSI as of D.

    Returns:
        The facts the data supports. An average whose window lacks a session doesn't exist; a recursive
        indicator doesn't where one of its last 100 sessions lacks a bar.
    """
    return _averages(series) + (_recursive(series) if _whole(series.close, WARM_UP) else [])


def _whole(values: Floats, n: int) -> bool:
    return not np.isnan(values[-n:]).any()


def _averages(series: Series) -> list[Fact]:
    unit, last, out, level = series.subject.unit, len(series.index) - 1, [], {}
    for n in AVERAGES:
        if len(series.close) < n or not _whole(series.close, n):
            continue
        level[n] = float(series.close[-n:].mean())
        out.append(series.fact(f"sma_{n}", level[n], unit, first=last - n + 1))
        out.append(series.fact(f"sma_{n}_distance", series.close[-1] / level[n] - 1, "fraction", first=last - n + 1))
    if 50 in level and 200 in level:
        gap = level[50] / level[200] - 1
        state = (
            "50-session average above the 200-session one"
            if gap > 0
            else "50-session average below the 200-session one"
        )
        out.append(series.fact("sma_cross", gap, "fraction", first=last - 199, reading=state))
    if 20 in level:
        deviation = float(series.close[-20:].std())  # population: Bollinger's own choice
        out.append(series.fact("bollinger_upper", level[20] + 2 * deviation, unit, first=last - 19))
        out.append(series.fact("bollinger_lower", level[20] - 2 * deviation, unit, first=last - 19))
    return out


def rsi(closes: Floats, n: int = 14) -> float | None:
    """Wilder's relative strength index of the last close.

    Args:
        closes: Closes in order, without NaN.
        n: Period.

    Returns:
        0 to 100; None with n closes or fewer, or where no close ever changed.
    """
    if len(closes) <= n or not np.diff(closes).any():
        return None
    return float(talib.RSI(np.ascontiguousarray(closes), n)[-1])


def _recursive(series: Series) -> list[Fact]:
    known = ~np.isnan(series.close)
    closes = series.close[known]
    unit, out = series.subject.unit, []
    short = [f"warm-up is short: {len(closes)} bars of {WARM_UP}"] if len(closes) < WARM_UP else []
    reading = rsi(closes)
    if reading is not None:
        word = (
            "overbought"
            if reading > OVERBOUGHT
            else "oversold"
            if reading < OVERSOLD
            else "neither overbought nor oversold"
        )
        out.append(series.fact("rsi_14", reading, "index", first=0, reading=word, caveats=short))
    if len(closes) > 34:
        lines = talib.MACD(np.ascontiguousarray(closes), 12, 26, 9)
        for name, line in zip(("macd", "macd_signal", "macd_histogram"), lines, strict=True):
            if not np.isnan(line[-1]):
                out.append(series.fact(name, float(line[-1]), unit, first=0, caveats=short))
    if len(closes) > 14:
        high, low = series.field("high")[known], series.field("low")[known]
        atr = talib.ATR(np.ascontiguousarray(high), np.ascontiguousarray(low), np.ascontiguousarray(closes), 14)[-1]
        # The sample's intraday extremes are drawn, whatever its closes rest on.
        drawn = [NOT_FIXED] if series.bars.fixed is not None else []
        out.append(series.fact("atr_14", float(atr), unit, field="high", first=0, caveats=short + drawn))
    return out
