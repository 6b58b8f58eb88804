"""Trend and momentum facts of one subject: averages, RSI with its sensitivity, MACD, Bollinger bands, ATR."""

import numpy as np

from tools.caveats import NOT_FIXED, caveat
from tools.fact import Fact
from tools.facts.indicators import WARM_UP, Floats, atr, bollinger, macd, rsi, rsi_cutler, sma
from tools.facts.series import Series

OVERBOUGHT, OVERSOLD = 70, 30
AVERAGES = (20, 50, 200)


def trend_facts(series: Series) -> list[Fact]:
    """Moving averages, MACD, Bollinger bands, ATR and RSI as of D.

    Returns:
        The facts the data supports. An average whose window lacks a session doesn't exist; a recursive
        indicator doesn't where one of its last 100 sessions lacks a bar.
    """
    return _averages(series) + _rsi(series) + _recursive(series)


def reading_of(rsi_14: float) -> str:
    """``overbought`` over 70, ``oversold`` under 30, else ``neither overbought nor oversold``."""
    if rsi_14 > OVERBOUGHT:
        return "overbought"
    return "oversold" if rsi_14 < OVERSOLD else "neither overbought nor oversold"


def _averages(series: Series) -> list[Fact]:
    unit, last, out = series.subject.unit, len(series.index) - 1, []
    level = {n: float(sma(series.close[-n:], n)[-1]) for n in AVERAGES}
    level = {n: value for n, value in level.items() if not np.isnan(value)}
    for n, value in level.items():
        out.append(series.fact(f"sma_{n}", value, unit, first=last - n + 1))
        out.append(series.fact(f"sma_{n}_distance", series.close[-1] / value - 1, "fraction", first=last - n + 1))
    if 50 in level and 200 in level:
        gap = level[50] / level[200] - 1
        state = f"50-session average {'above' if gap > 0 else 'below'} the 200-session one"
        out.append(series.fact("sma_cross", gap, "fraction", first=last - 199, reading=state))
    upper, lower = (float(band[-1]) for band in bollinger(series.close[-20:]))
    if not np.isnan(upper):
        out.append(series.fact("bollinger_upper", upper, unit, first=last - 19))
        out.append(series.fact("bollinger_lower", lower, unit, first=last - 19))
    return out


def _short(series: Series) -> list[str]:
    bars = int((~np.isnan(series.close)).sum())
    return [caveat("warm-up", n=bars, needed=WARM_UP)] if bars < WARM_UP else []


def _rsi(series: Series) -> list[Fact]:
    """RSI-14, and what it would be under Cutler's averages and after a warm-up of 100 bars alone."""
    last = len(series.index) - 1
    readings = {
        "wilder": (float(series.rsi[-1]), 0),
        "cutler": (float(rsi_cutler(series.close[-15:])[-1]), max(last - 14, 0)),
        "warm_up_100": (float(rsi(series.close[-WARM_UP:])[-1]), max(last - WARM_UP + 1, 0)),
    }
    wilder = readings["wilder"][0]
    if np.isnan(wilder):
        return []
    out = [series.fact("rsi_14", wilder, "index", first=0, reading=reading_of(wilder), caveats=_short(series))]
    readings = {name: r for name, r in readings.items() if not np.isnan(r[0])}
    agree = sum(reading_of(value) == reading_of(wilder) for value, _ in readings.values())
    words = f"{agree} of {len(readings)} read {reading_of(wilder)}"
    out.append(series.fact("rsi_14.sensitivity", agree, "count", first=0, reading=words))
    for name, (value, first) in readings.items():
        said = reading_of(value)
        out.append(series.fact(f"rsi_14.sensitivity.{name}", value, "index", first=first, reading=said))
    return out


def _recursive(series: Series) -> list[Fact]:
    unit, out, short = series.subject.unit, [], _short(series)
    for name, line in zip(("macd", "macd_signal", "macd_histogram"), macd(series.close), strict=True):
        if not np.isnan(line[-1]):
            out.append(series.fact(name, float(line[-1]), unit, first=0, caveats=short))
    range_ = float(_atr(series)[-1])
    if not np.isnan(range_):
        # The sample's intraday extremes are drawn, whatever its closes rest on.
        drawn = [NOT_FIXED] if series.bars.fixed is not None else []
        out.append(series.fact("atr_14", range_, unit, field="high", first=0, caveats=short + drawn))
    return out


def _atr(series: Series) -> Floats:
    return atr(series.field("high"), series.field("low"), series.close)
