"""Indicators against published readings and TA-Lib's own functions."""

import csv

import numpy as np
import pytest
import talib

from tests.market import series
from tests.replay import SHARED
from tools.facts.indicators import rsi
from tools.facts.trend import trend_facts

# StockCharts' published worked example of RSI(14): closes of QQQQ and readings from the 15th close on, cited in docs/definitions.
PUBLISHED = SHARED / "facts" / "rsi-reference.csv"


@pytest.mark.skipif(not PUBLISHED.exists(), reason="needs ../shared, which holds the published RSI example")
def test_rsi_agrees_with_the_published_example() -> None:
    with PUBLISHED.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    closes = np.array([float(r["close"]) for r in rows])
    readings = [(i, float(r["rsi_14"])) for i, r in enumerate(rows) if r["rsi_14"]]
    assert len(readings) == 19
    for place, reading in readings:
        # The published closes carry four decimals, which moves a reading by up to a few hundredths.
        assert rsi(closes)[place] == pytest.approx(reading, abs=0.06)
        assert rsi(closes[: place + 1])[-1] == rsi(closes)[place]


def test_a_price_that_never_moved_has_no_rsi() -> None:
    assert np.isnan(rsi(np.full(40, 100.0))).all()


@pytest.mark.parametrize("count", [1, 14])
def test_too_few_closes_have_no_rsi(count: int) -> None:
    assert np.isnan(rsi(np.linspace(100, 110, count))).all()


def test_only_gains_read_a_hundred_and_only_losses_zero() -> None:
    assert rsi(np.linspace(100, 130, 40))[-1] == pytest.approx(100)
    assert rsi(np.linspace(130, 100, 40))[-1] == pytest.approx(0)


def _walk(count: int) -> list[float]:
    return (100 * np.cumprod(1 + np.random.default_rng(7).normal(0, 0.01, count))).tolist()


def test_the_standard_indicators_are_talibs() -> None:
    closes = np.array(_walk(300))
    high, low = closes * 1.01, closes * 0.99
    facts = {f.metric: float(f.value) for f in trend_facts(series("rut", closes.tolist())) if f.unit != "date"}
    upper, _, lower = talib.BBANDS(closes, 20, 2, 2)
    macd, signal, histogram = talib.MACD(closes, 12, 26, 9)
    expected = {
        "sma_20": talib.SMA(closes, 20)[-1], "sma_50": talib.SMA(closes, 50)[-1], "sma_200": talib.SMA(closes, 200)[-1],
        "rsi_14": talib.RSI(closes, 14)[-1], "macd": macd[-1], "macd_signal": signal[-1], "macd_histogram": histogram[-1],
        "bollinger_upper": upper[-1], "bollinger_lower": lower[-1], "atr_14": talib.ATR(high, low, closes, 14)[-1],
    }  # fmt: skip
    for metric, value in expected.items():
        assert facts[metric] == pytest.approx(value, abs=6e-4), metric


def test_an_average_whose_window_lacks_a_session_does_not_exist() -> None:
    closes = _walk(260)
    closes[-30] = float("nan")
    metrics = {f.metric for f in trend_facts(series("rut", closes))}
    assert "sma_20" in metrics
    assert not metrics & {"sma_50", "sma_200", "rsi_14", "macd"}


def test_a_short_warm_up_is_said() -> None:
    fact = next(f for f in trend_facts(series("rut", _walk(60))) if f.metric == "rsi_14")
    assert any("warm-up is short" in c for c in fact.caveats)


@pytest.mark.parametrize("scale", [0.01, 3.7, 1000.0])
def test_scaling_prices_leaves_rsi_unchanged(scale: float) -> None:
    closes = np.array(_walk(200))
    assert rsi(closes * scale)[14:] == pytest.approx(rsi(closes)[14:], abs=1e-6)
