"""A share that nobody listed: fetched on demand over a live path of our own, and measured like any other."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.yahoo_server import NOW, Yahoo, serving_yahoo
from tools.data.market import load_market
from tools.data.store import Store, create_tables
from tools.facts.catalogue import Catalogue


@pytest.fixture(scope="module")
def _yahoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yahoo]:
    with serving_yahoo(tmp_path_factory.mktemp("yahoo")) as running:
        yield running


@pytest.fixture
def yahoo(_yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> Yahoo:
    for name, value in _yahoo.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tools.data.yahoo._ready", {})  # curl keeps the certificates of the first connection
    _yahoo.fault = ""
    _yahoo.asked.clear()
    return _yahoo


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


def catalogue(store: Store, home: Path, *symbols: str) -> Catalogue:
    return Catalogue(load_market(store, source="yahoo", as_of=None, symbols=symbols, now=NOW, home=home), store)


def wilder(closes: list[float], periods: int = 14) -> float:
    """Wilder's index written out: seeded by the plain average of the first changes, then smoothed."""
    changes = [b - a for a, b in pairwise(closes)]
    up = sum(max(c, 0.0) for c in changes[:periods]) / periods
    down = sum(max(-c, 0.0) for c in changes[:periods]) / periods
    for change in changes[periods:]:
        up = (up * (periods - 1) + max(change, 0.0)) / periods
        down = (down * (periods - 1) + max(-change, 0.0)) / periods
    return 100 - 100 / (1 + up / down)


def test_a_share_gets_level_return_trend_and_momentum(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    facts = {f.metric: f for f in catalogue(store, tmp_path, "AAPL").subject("aapl")}
    bars = yahoo.bars("AAPL")
    closes = [bar.close for bar in bars]
    assert len(yahoo.asked) == 1
    assert facts["close"].value == pytest.approx(closes[-1], abs=1e-4)
    assert (facts["close"].unit, facts["close"].as_of) == ("USD", date(2026, 1, 22))
    year_end = next(bar.close for bar in reversed(bars) if bar.session.year == 2025)
    assert facts["return_ytd"].value == pytest.approx(closes[-1] / year_end - 1, abs=1e-6)
    assert facts["sma_50"].value == pytest.approx(sum(closes[-50:]) / 50, abs=1e-4)
    assert facts["volume"].value == bars[-1].volume
    for metric in ("sma_200", "macd", "bollinger_upper", "atr_14", "high_52w", "drawdown"):
        assert metric in facts
    assert facts["rsi_14"].value == pytest.approx(wilder(closes), abs=1e-3)


def test_the_style_funds_make_their_pairs(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    held = catalogue(store, tmp_path, "IWD", "IWF", "IWN", "IWO")
    spread = held.get("style.iwn_vs_style.iwo.spread_1d")
    assert spread is not None
    small = [[bar.close for bar in yahoo.bars(symbol)[-2:]] for symbol in ("IWN", "IWO")]
    assert spread.value == pytest.approx(small[0][1] / small[0][0] - small[1][1] / small[1][0], abs=1e-6)


def test_a_symbol_without_data_is_not_measured_in_words(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    held = catalogue(store, tmp_path, "AAPL", "NOSUCH")
    assert held.subject("nosuch") == []
    assert any("NOSUCH" in warning and "no such symbol" in warning for warning in held.market.warnings)


def test_no_other_host_is_let_through(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    catalogue(store, tmp_path, "IWD")
    assert {host.removeprefix("query1.").removeprefix("query2.") for host in yahoo.connects} <= {
        "finance.yahoo.com",
        "fc.yahoo.com",
    }
