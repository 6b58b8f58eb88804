"""Array formulas against TA-Lib, against naive loops, and by hand."""

import math
from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import index_from
from tests.real import frame, needs_real
from tools.facts.indicators import (
    WARM_UP,
    Floats,
    atr,
    base_place,
    base_places,
    bollinger,
    change,
    drawdown,
    is_record,
    macd,
    percentile,
    percentiles,
    percentiles_within,
    realized_volatility,
    rsi,
    rsi_cutler,
    since_base,
    sma,
    windows,
)

NAN = float("nan")
GAPPY = st.lists(st.integers(8, 14).map(float) | st.just(NAN), max_size=50).map(np.array)  # ties are common
PRICES = st.lists(st.floats(50, 150), min_size=40, max_size=120).map(np.array)
LINES = ("sma_20", "sma_50", "sma_200", "rsi", "macd", "signal", "histogram", "upper", "lower", "atr")


def walk(count: int, seed: int = 7) -> Floats:
    """Closes that nobody chose."""
    return 100 * np.cumprod(1 + np.random.default_rng(seed).normal(0, 0.01, count))


def ours(high: Floats, low: Floats, close: Floats) -> dict[str, Floats]:
    values = [
        *(sma(close, n) for n in (20, 50, 200)),
        rsi(close),
        *macd(close),
        *bollinger(close),
        atr(high, low, close),
    ]
    return dict(zip(LINES, values, strict=True))


def talibs(high: Floats, low: Floats, close: Floats) -> dict[str, Floats]:
    upper, _, lower = talib.BBANDS(close, 20, 2, 2)
    values = [*(talib.SMA(close, n) for n in (20, 50, 200)), talib.RSI(close, 14), *talib.MACD(close, 12, 26, 9)]
    return dict(zip(LINES, [*values, upper, lower, talib.ATR(high, low, close, 14)], strict=True))


def wilder(x: list[float], n: int = 14) -> list[float]:
    """RSI the way Wilder tells it: one loop, no library."""
    out, gain, loss = [NAN] * len(x), 0.0, 0.0
    for i in range(1, len(x)):
        up, down = max(x[i] - x[i - 1], 0), max(x[i - 1] - x[i], 0)
        if i <= n:
            gain, loss = gain + up / n, loss + down / n
        else:
            gain, loss = (gain * (n - 1) + up) / n, (loss * (n - 1) + down) / n
        if i >= n and gain + loss:
            out[i] = 100 * gain / (gain + loss)
    return out


def exponential(x: list[float], n: int) -> list[float]:
    """Exponential average seeded by the plain average of its first n values; as long as there are values."""
    out = [sum(x[:n]) / n]
    for value in x[n:]:
        out.append(out[-1] + (value - out[-1]) * 2 / (n + 1))
    return out


# The standard indicators


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("count", [10, 60, 700])
def test_every_session_is_talibs(line: str, count: int) -> None:
    close = walk(count)
    bars = (close * 1.01, close * 0.98, close)
    np.testing.assert_allclose(ours(*bars)[line], talibs(*bars)[line], rtol=1e-9, atol=1e-9)


@needs_real
@pytest.mark.parametrize("symbol", ["^RUT", "XLRE"])
def test_every_session_of_the_real_bars_is_talibs(symbol: str) -> None:
    bars = tuple(frame(symbol)[c].to_numpy() for c in ("high", "low", "close"))
    mine, theirs = ours(*bars), talibs(*bars)
    for line in LINES:
        np.testing.assert_allclose(mine[line], theirs[line], rtol=1e-9, atol=1e-6, err_msg=line)


@settings(deadline=None)
@given(PRICES)
def test_rsi_is_wilders_own_recipe(close: Floats) -> None:
    np.testing.assert_allclose(rsi(close), wilder(close.tolist()), atol=1e-6)


@settings(deadline=None)
@given(PRICES)
def test_macd_is_the_difference_of_two_averages_seeded_on_the_same_day(close: Floats) -> None:
    x = close.tolist()
    line = [a - b for a, b in zip(exponential(x[14:], 12), exponential(x, 26), strict=True)]
    signal = exponential(line, 9)
    found = [part[33:] for part in macd(close)]
    for mine, plain in zip(
        found, (line[8:], signal, [a - b for a, b in zip(line[8:], signal, strict=True)]), strict=True
    ):
        np.testing.assert_allclose(mine, plain, atol=1e-8)


@settings(deadline=None)
@given(PRICES, st.floats(0, 0.05), st.floats(0, 0.05))
def test_atr_is_wilders_average_of_the_true_range(close: Floats, above: float, below: float) -> None:
    high, low, x = close * (1 + above), close * (1 - below), close.tolist()
    true = [max(high[i], x[i - 1]) - min(low[i], x[i - 1]) for i in range(1, len(x))]
    plain = [sum(true[:14]) / 14]
    for value in true[14:]:
        plain.append((plain[-1] * 13 + value) / 14)
    np.testing.assert_allclose(atr(high, low, close)[14:], plain, rtol=1e-9)


@settings(deadline=None)
@given(st.integers(0, 249), st.integers(0, 249))
def test_a_recursive_indicator_has_no_value_within_a_hundred_sessions_of_a_gap(first: int, second: int) -> None:
    close = walk(500)
    whole = close.copy()
    close[[first, second]] = NAN
    known = ~np.isnan(close)
    bars = (close * 1.01, close * 0.98, close)
    mine, theirs = ours(*bars), talibs(*(b[known] for b in bars))
    torn = np.array([not known[max(0, i - WARM_UP + 1) : i + 1].all() for i in range(len(close))])
    for line in ("rsi", "macd", "signal", "histogram", "atr"):
        laid = np.full(len(close), NAN)
        laid[known] = theirs[line]
        np.testing.assert_allclose(mine[line], np.where(torn, NAN, laid), atol=1e-9, err_msg=line)
    assert np.abs(rsi(close) - rsi(whole))[-1] < 1e-3  # by then the hole is forgotten


def test_a_bar_without_a_high_is_forgotten_after_a_hundred_sessions() -> None:
    """Yahoo writes 0 where it has no high or low, and ``tools.data.yahoo`` makes that NaN."""
    close = walk(400)
    high = close * 1.01
    high[50] = NAN
    assert not np.isnan(atr(high, close * 0.98, close)[-1])


@pytest.mark.parametrize("count", [0, 1, 15, 60, 300])
def test_a_flat_series_has_no_rsi(count: int) -> None:
    flat = np.full(count, 70.0)
    assert np.isnan(rsi(flat)).all()
    assert np.isnan(rsi_cutler(flat)).all()


def test_rsi_begins_with_the_first_change() -> None:
    close = np.concatenate([np.full(30, 70.0), [71.0], np.full(5, 71.0)])
    assert np.isnan(rsi(close)[:30]).all()
    assert (rsi(close)[30:] == 100).all()


def test_cutlers_rsi_by_hand() -> None:
    # Changes +2 −1 +3 −2 of four: gains 5, losses 3. Then −1 +3 −2 +0 has gains 3, losses 3; 3 −2 0 −1 the same.
    close = np.array([10.0, 12, 11, 14, 12, 12, 11])
    assert rsi_cutler(close, 4)[4:].tolist() == pytest.approx([100 * 5 / 8, 50, 50])
    assert np.isnan(rsi_cutler(close, 4)[:4]).all()
    close[3] = NAN
    assert np.isnan(rsi_cutler(close, 2)).tolist() == [True, True, False, True, True, True, False]


# Windows, records, places, against one loop each


def _sd(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))


def _windowed(formula: Callable[[list[float]], float], x: Floats, n: int) -> list[float]:
    rows = [x[i - n + 1 : i + 1].tolist() for i in range(n - 1, len(x))]
    return [NAN] * min(n - 1, len(x)) + [NAN if any(map(math.isnan, row)) else formula(row) for row in rows]


@settings(deadline=None)
@given(GAPPY, st.integers(1, 6))
def test_windows_and_what_is_taken_over_them(x: Floats, n: int) -> None:
    steps = [NAN] * min(len(x), 1) + [b / a - 1 for a, b in zip(x[:-1].tolist(), x[1:].tolist(), strict=True)]
    np.testing.assert_array_equal(change(x), steps)
    np.testing.assert_array_equal(
        change(x, n), [NAN] * min(n, len(x)) + [x[i] / x[i - n] - 1 for i in range(n, len(x))]
    )
    rows = [[NAN] * n if i < n - 1 else x[i - n + 1 : i + 1].tolist() for i in range(len(x))]
    np.testing.assert_array_equal(windows(x, n), np.array(rows).reshape(len(x), n))
    np.testing.assert_allclose(sma(x, n), _windowed(lambda v: sum(v) / n, x, n))
    wide = n + 1
    plain = _windowed(lambda v: _sd(v) * math.sqrt(252), np.array(steps), wide)
    np.testing.assert_allclose(realized_volatility(x, wide), plain, atol=1e-12)


@given(GAPPY, st.integers(8, 14).map(float))
def test_records_and_drawdown(later: Floats, first: float) -> None:
    x = np.array([first, *later])
    tops = [max(v for v in x[: i + 1].tolist() if v == v) for i in range(len(x))]
    assert is_record(x).tolist() == [False, *(v > top for v, top in zip(later.tolist(), tops, strict=False))]
    np.testing.assert_allclose(drawdown(x), [v / top - 1 for v, top in zip(x.tolist(), tops, strict=True)])


@given(GAPPY)
def test_percentiles_count_the_earlier_values_at_or_below(x: Floats) -> None:
    plain = []
    for place, value in enumerate(x.tolist()):
        earlier = [v for v in x[:place].tolist() if v == v]
        plain.append(sum(v <= value for v in earlier) / len(earlier) if earlier and value == value else NAN)
        if value == value:
            assert percentile(x[:place], value) == ((plain[-1], len(earlier)) if earlier else None)
    np.testing.assert_allclose(percentiles(x), plain)


@given(GAPPY, st.integers(0, 12))
def test_percentiles_within_count_from_each_sessions_own_start(x: Floats, reach: int) -> None:
    starts = np.maximum(np.arange(len(x)) - reach, 0)
    plain = []
    for place, value in enumerate(x.tolist()):
        earlier = [v for v in x[starts[place] : place].tolist() if v == v]
        plain.append(sum(v <= value for v in earlier) / len(earlier) if earlier and value == value else NAN)
    np.testing.assert_allclose(percentiles_within(x, starts), plain)


HORIZONS = ("1d", "5d", "20d", "mtd", "qtd", "ytd", "1y", "since.20240105", "since.20231231", "since.20240302")


def plain_base(days: list[date], known: list[bool], place: int, horizon: str) -> int:
    """Base of a horizon at one session: one look at each earlier session."""
    day = days[place]
    if horizon.endswith("d") and horizon[:-1].isdigit():
        back = place - int(horizon[:-1])
        return back if back >= 0 and known[back] else -1
    if horizon.startswith("since."):
        limit = pd.Timestamp(horizon[6:]).date()
        fits = [d <= limit for d in days]
    elif horizon == "1y":
        leap = (day.month, day.day) == (2, 29)
        limit = date(day.year - 1, 2, 28) if leap else day.replace(year=day.year - 1)
        fits = [d <= limit for d in days]
    else:
        months = {"mtd": 1, "qtd": 3, "ytd": 12}[horizon]
        start = date(day.year, (day.month - 1) // months * months + 1, 1)
        fits = [d < start for d in days]
    return max((i for i in range(len(days)) if fits[i] and known[i]), default=-1)


@pytest.mark.parametrize("horizon", HORIZONS)
@settings(deadline=None)
@given(
    holes=st.sets(st.integers(0, 299), max_size=60),
    count=st.integers(1, 300),
    start=st.sampled_from([date(2023, 2, 1), date(2024, 1, 2)]),
)
def test_bases_are_the_last_bar_on_or_before_the_boundary(
    horizon: str, holes: set[int], count: int, start: date
) -> None:
    index = index_from(start, count)
    known = np.array([i not in holes for i in range(count)])
    days = [t.date() for t in index]
    plain = [plain_base(days, known.tolist(), i, horizon) for i in range(count)]
    found = base_places(index, known, horizon).tolist()
    # A session before the day that a return is asked from has no such return.
    asked = pd.Timestamp(horizon[6:]).date() if horizon.startswith("since.") else days[0]
    assert [f for f, day in zip(found, days, strict=True) if day >= asked] == [
        p for p, day in zip(plain, days, strict=True) if day >= asked
    ]
    assert base_place([t.date() for t in index], known, horizon) == plain[-1] == found[-1]


def test_a_return_without_a_base_is_none() -> None:
    found = since_base(np.array([10.0, 11, NAN, 12]), np.array([-1, 0, 0, 2]))
    assert found.tolist() == pytest.approx([NAN, 0.1, NAN, NAN], nan_ok=True)


@given(GAPPY)
def test_no_formula_changes_what_it_is_given(x: Floats) -> None:
    handed = x.copy()
    for formula in (change, rsi, rsi_cutler, macd, bollinger, realized_volatility, percentiles, drawdown):
        formula(handed)
    np.testing.assert_array_equal(handed, x)
