"""Every session's figures at once: what each numeric fact would have stated as of each session.

The backfill that charts, percentiles and changes rest on. Column names are the facts' keys, values unrounded, rows
exchange sessions; NaN where the fact doesn't exist. All columns are array formulas of ``indicators``, except that
percentiles among all earlier values take a sorted list through the sessions one by one. Not here, because each
session's answer is a search of its own and not a formula over arrays: swings, divergence, Fibonacci legs, support and
resistance, ``streak_longest_since`` (ask the catalogue of that date); base rates and verdicts are statistics over
these histories as of one date.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tools.facts.indicators import (
    Floats,
    Places,
    atr,
    base_places,
    bollinger,
    change,
    drawdown,
    is_record,
    known_runs,
    last_known,
    macd,
    percentiles,
    percentiles_within,
    realized_volatility,
    rsi_cutler,
    since_base,
    sma,
    windows,
)
from tools.facts.levels import RETURNS, YEAR
from tools.facts.rotation import SPREADS, Pair
from tools.facts.sectors import HORIZONS
from tools.facts.series import Series
from tools.facts.trend import AVERAGES
from tools.facts.unusual import MOVES, moves_of, sizes
from tools.facts.unusual import SPREADS as SIZED
from tools.facts.verdict import tilt_history

Columns = dict[str, Floats]


def subject_history(series: Series) -> pd.DataFrame:
    """Levels, returns, records, trend and volatility of one subject at every session of its data."""
    close, kind = series.close, series.subject.kind
    out: Columns = {name: series.field(name) for name in ("close", "open", "high", "low")}
    out |= _moves(series) | _extremes(series) | _trend(series)
    out |= {f"move_size_{h}": _sized(moves_of(series, h)) for h in MOVES}
    out["previous_close"] = np.concatenate(([np.nan], close[:-1]))
    out["realized_volatility_20d"] = realized_volatility(close)
    steps = windows(change(close), 20)
    for name, side in (("up", steps > 0), ("down", steps < 0)):
        out[f"{name}_sessions_20d"] = np.where(np.isnan(steps).any(axis=1), np.nan, side.sum(axis=1))
    if kind in ("index", "fund"):
        out["drawdown"] = drawdown(close)
        out |= _records(series)
    else:
        out |= _placed(series)
    if kind == "fund":
        out["volume"] = series.field("volume")
    frame = pd.DataFrame({f"{series.subject.key}.{name}": values for name, values in out.items()}, index=series.index)
    frame[np.isnan(close)] = np.nan  # a session without a bar has no facts of its own
    return frame


def _sized(moves: Floats) -> Floats:
    """Sizes of moves; none of a move of nothing."""
    return np.where(moves == 0, np.nan, sizes(moves))


def _moves(series: Series) -> Columns:
    close, known, kind, out = series.close, ~np.isnan(series.close), series.subject.kind, {}
    for horizon in RETURNS:
        bases = base_places(series.index, known, horizon)
        out[f"return_{horizon}"] = since_base(close, bases)
        base = np.where(bases >= 0, close[np.maximum(bases, 0)], np.nan)
        if kind == "fund":
            out[f"total_return_{horizon}"] = since_base(series.field("adj_close"), bases)
        if kind == "yield":
            out[f"change_{horizon}"] = (close - base) * 100
        if kind == "volatility":
            out[f"change_{horizon}"] = close - base
    return out


def _extremes(series: Series) -> Columns:
    """52-week extremes: rolling over 365 calendar days, none while the data is younger than that."""
    young = series.index - pd.Timedelta(days=YEAR - 1) <= series.index[0]
    out: Columns = {}
    for name in ("high", "low"):
        for field, suffix in (("close", "52w"), (name, "52w_intraday")):
            rolling = pd.Series(series.field(field), index=series.index).rolling(f"{YEAR}D", min_periods=1)
            found = (rolling.max() if name == "high" else rolling.min()).to_numpy(copy=True)
            found[young] = np.nan
            out[f"{name}_{suffix}"] = found
        out[f"distance_{name}_52w"] = series.close / out[f"{name}_52w"] - 1
    return out


def _records(series: Series) -> Columns:
    close, years = series.close, series.index.year.to_numpy()
    record = is_record(close)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(years)) + 1))
    total = np.cumsum(record)
    first = np.repeat(starts, np.diff(np.append(starts, len(years))))
    before = np.where(first > 0, total[np.maximum(first - 1, 0)], 0)
    newest = last_known(record)
    lacks = pd.Series(np.isnan(close))
    so_far = lacks.groupby(years).cummax().to_numpy()  # a year that lacks a bar has no count from there on
    counts = pd.Series(record).groupby(years).sum().astype(float).where(~lacks.groupby(years).max())
    tops = pd.Series(np.where(np.isnan(close), -np.inf, close)).groupby(years).max()
    highs = pd.Series(series.field("high")).groupby(years).max()
    whole = years - 1 > years[0]  # the data holds the whole year before

    def year_before(values: pd.Series) -> Floats:
        return np.where(whole, values.reindex(years - 1).to_numpy(dtype=float), np.nan)

    return {
        "records_ytd": np.where(so_far, np.nan, (total - before).astype(float)),
        "records_last_year": year_before(counts),
        "record_last": np.where(newest >= 0, close[np.maximum(newest, 0)], np.nan),
        "record_prior_year": year_before(tops),
        "record_prior_year_intraday": year_before(highs),
    }


def _trend(series: Series) -> Columns:
    close, out = series.close, {}
    for n in AVERAGES:
        out[f"sma_{n}"] = sma(close, n)
        out[f"sma_{n}_distance"] = close / out[f"sma_{n}"] - 1
    out["sma_cross"] = out["sma_50"] / out["sma_200"] - 1
    out["bollinger_upper"], out["bollinger_lower"] = bollinger(close)
    out["rsi_14"] = out["rsi_14.sensitivity.wilder"] = series.rsi
    out["rsi_14.sensitivity.cutler"] = np.where(np.isnan(series.rsi), np.nan, rsi_cutler(close))
    out["macd"], out["macd_signal"], out["macd_histogram"] = macd(close)
    out["atr_14"] = atr(series.field("high"), series.field("low"), close)
    return out


def _year_starts(index: pd.DatetimeIndex) -> np.ndarray:
    return index.searchsorted(index - pd.Timedelta(days=YEAR - 1))


def _placed(series: Series) -> Columns:
    """Percentiles of a yield or of the VIX, and its highest close of 20 sessions."""
    starts = _year_starts(series.index)
    year = np.where(starts > 0, percentiles_within(series.close, starts), np.nan)
    highest = pd.Series(series.close).rolling(20, min_periods=1).max().to_numpy(copy=True)
    highest[:19] = np.nan
    return {"percentile_1y": year, "percentile_all": percentiles(series.close), "high_close_20d": highest}


def pair_history(pair: Pair) -> pd.DataFrame:
    """Streaks, spreads with their percentiles, ratio and breadth of a pair at every session of both."""
    daily = pair.spread(1)
    ratio = pair.a / pair.b
    led = windows(np.where(np.isnan(daily), np.nan, daily > 0), 20)
    starts = _year_starts(pair.index)
    streak = known_runs(daily, daily > 0)
    before = np.concatenate(([np.nan], streak[:-1]))
    out: Columns = {"streak": streak, "streak_ended": np.where((streak == 0) & (before > 0), before, np.nan)}
    out |= {"ratio": ratio} | {f"lead_size_{h}": _sized(pair.spread(int(h[:-1]))) for h in SIZED}
    for horizon in SPREADS:
        spread = pair.spread_ytd() if horizon == "ytd" else pair.spread(int(horizon[:-1]))
        out |= {f"spread_{horizon}": spread, f"spread_{horizon}_percentile": percentiles(spread)}
    known = ~np.isnan(ratio)
    for horizon in ("20d", "ytd"):
        out[f"ratio_return_{horizon}"] = since_base(ratio, base_places(pair.index, known, horizon))
    out |= {f"ratio_sma_{n}": sma(ratio, n) for n in (50, 200)}
    out["ratio_percentile_52w"] = np.where(starts > 0, percentiles_within(ratio, starts), np.nan)
    out["rotation_breadth"] = led.mean(axis=1)
    out["sessions_led_20d"] = led.sum(axis=1)
    return pd.DataFrame({f"{pair.subject}.{name}": values for name, values in out.items()}, index=pair.index)


def sector_history(funds: Sequence[Series], spy: Series | None) -> pd.DataFrame:
    """Ranks, spreads to SPY, dispersion, advancers and cyclical less defensive of the sector funds at every session.

    A session counts the funds that have a return over the horizon then, as the catalogue of that session would.
    """
    index = max((f.index for f in funds), key=len)
    out: Columns = {}
    for horizon in HORIZONS:
        moves, bases = (np.column_stack(c) for c in zip(*(_move_on(f, index, horizon) for f in funds), strict=True))
        lowest = np.where(bases >= 0, bases, len(index)).min(axis=1)
        moves[bases.max(axis=1) > lowest] = np.nan  # returns from different sessions are not one ranking
        known = ~np.isnan(moves)
        count = known.sum(axis=1)
        market, start = _move_on(spy, index, horizon) if spy else (np.full(len(index), np.nan), lowest)
        market = np.where(start == lowest, market, np.nan)
        for place, fund in enumerate(funds):
            above = (moves > moves[:, [place]]).sum(axis=1) + 1.0
            out[f"{fund.subject.key}.rank_{horizon}"] = np.where(known[:, place], above, np.nan)
            out[f"{fund.subject.key}.spread_to_spy_{horizon}"] = moves[:, place] - market
        out[f"sectors.advancers_{horizon}"] = np.where(count > 0, (moves > 0).sum(axis=1).astype(float), np.nan)
        mean = np.nansum(moves, axis=1) / np.maximum(count, 1)
        squares = np.nansum((moves - mean[:, None]) ** 2, axis=1)
        out[f"sectors.dispersion_{horizon}"] = np.where(count > 1, np.sqrt(squares / np.maximum(count - 1, 1)), np.nan)
        tilt = tilt_history(horizon, funds)
        if tilt is not None:
            out[f"sectors.cyclical_minus_defensive_{horizon}"] = tilt[1]
    return pd.DataFrame(out, index=index)


def _move_on(series: Series, index: pd.DatetimeIndex, horizon: str) -> tuple[Floats, Places]:
    """A fund's return over a horizon at every session of an index, and the places it is measured from."""
    close = series.on(index)
    bases = base_places(index, ~np.isnan(close), horizon)
    return since_base(close, bases), np.where(np.isnan(close), -1, bases)
