"""The sample holds what was published, and is consistent between."""

import json
from datetime import UTC, date, datetime
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from tools.data.bars import Market
from tools.data.sample import ANCHORS, PUBLISHER, _path, sample_market
from tools.data.sessions import sessions
from tools.errors import BadDate
from tools.universe import UNIVERSE

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
SYMBOLS = tuple(s.symbol for s in UNIVERSE.values())


@pytest.fixture(scope="module")
def market() -> Market:
    return sample_market(None, SYMBOLS, NOW)


def closes(market: Market, symbol: str) -> pd.Series:
    return market.bars[symbol].frame["close"]


def return_ytd(market: Market, symbol: str, day: str) -> float:
    close = closes(market, symbol)
    return round(100 * (float(close[day]) / float(close["2025-12-31"]) - 1), 2)


def streaks(market: Market) -> pd.Series:
    leads = closes(market, "^RUT").pct_change() > closes(market, "^GSPC").pct_change()
    return leads.groupby((~leads).cumsum()).cumsum()


def test_every_subject_has_every_session(market: Market) -> None:
    index = sessions(date(2024, 1, 2), date(2026, 1, 22))
    assert set(market.bars) == set(SYMBOLS)
    assert not market.missing
    for bars in market.bars.values():
        assert bars.frame.index.equals(index)
        assert list(bars.frame.columns) == ["open", "high", "low", "close", "adj_close", "volume"]
        assert (bars.frame.dtypes == "float64").all()
        assert bars.frame.notna().all().all()
        assert bars.publisher == PUBLISHER


def test_bars_are_consistent(market: Market) -> None:
    for bars in market.bars.values():
        f = bars.frame
        assert (f["low"] <= f[["open", "close"]].min(axis=1)).all()
        assert (f["high"] >= f[["open", "close"]].max(axis=1)).all()
        assert (f["low"] > 0).all()
        assert (f["adj_close"] == f["close"]).all()
        assert np.array_equal(f[["open", "close"]].to_numpy(), f[["open", "close"]].round(2).to_numpy())


def test_published_closes_are_met() -> None:
    anchors = json.loads(ANCHORS.read_text(encoding="utf-8"))
    for anchor in anchors["closes"]:
        assert _path()[anchor["symbol"]].frame["close"][anchor["session"]] == anchor["close"]
        assert all(source in anchors["sources"] for source in anchor["sources"])
        assert anchor["sources"]
    for price in anchors["prices"]:
        assert _path()[price["symbol"]].frame[price["field"]][price["session"]] == price["value"]
    for source in anchors["sources"].values():
        assert source["title"]
        assert source["url"].startswith("http")
        assert source["published"]


def test_published_daily_returns_are_met(market: Market) -> None:
    table = json.loads(ANCHORS.read_text(encoding="utf-8"))["returns"]
    for place, symbol in enumerate(table["symbols"]):
        moves = closes(market, symbol).pct_change() * 100
        for day, pair in table["sessions"].items():
            assert moves[day] == pytest.approx(pair[place], abs=0.0051)


@pytest.mark.parametrize(
    ("symbol", "day", "percent"),
    [
        ("^RUT", "2026-01-22", 9.54), ("^RUT", "2026-01-21", 8.73), ("^RUT", "2026-01-16", 7.89),
        ("^GSPC", "2026-01-22", 0.99), ("^GSPC", "2026-01-21", 0.44), ("^GSPC", "2026-01-16", 1.38),
        ("^IXIC", "2026-01-21", -0.07), ("^IXIC", "2026-01-16", 1.18), ("^DJI", "2026-01-16", 2.70),
    ],
)  # fmt: skip
def test_years_to_date(market: Market, symbol: str, day: str, percent: float) -> None:
    assert return_ytd(market, symbol, day) == pytest.approx(percent, abs=0.011)


def test_records(market: Market) -> None:
    close = closes(market, "^RUT")
    record = close[close > close.cummax().shift(1)]
    assert len(record["2025"]) == 9
    assert str(record["2025"].index[0].date()) == "2025-09-18"
    assert len(record["2026"]) == 8
    assert [t.day for t in record["2026"].index[-2:]] == [21, 22]
    assert close["2024"].max() == 2442.0


def test_streaks(market: Market) -> None:
    runs = streaks(market)
    assert runs["2025-12-31"] == 0
    assert runs["2026-01-21"] == 13
    assert runs["2026-01-22"] == 14
    assert runs[:"2025-12-31"].max() < 14


def test_vix_is_highest_since_24_november(market: Market) -> None:
    vix = closes(market, "^VIX")
    assert vix["2025-11-24"] > 20.09 > vix["2025-11-25":"2026-01-16"].max()


def test_fixed_sessions_are_the_published_ones(market: Market) -> None:
    january = {t.date() for t in sessions(date(2025, 12, 31), date(2026, 1, 22))}
    for symbol in ("^RUT", "^GSPC"):
        fixed = market.bars[symbol].fixed
        assert fixed is not None
        assert january <= fixed
    assert set(market.bars["^RUT"].fixed or ()) == january | {date(2024, 12, 9), date(2025, 9, 18)}
    assert market.bars["XLB"].fixed == frozenset()
    assert date(2025, 12, 31) not in (market.bars["^IXIC"].fixed or ())


def test_paths_are_plausible(market: Market) -> None:
    returns = pd.DataFrame({s: closes(market, s).pct_change() for s in SYMBOLS})
    spread = returns.std() * np.sqrt(252)
    assert spread["^GSPC"] == pytest.approx(0.14, abs=0.05)
    assert spread["^RUT"] == pytest.approx(0.2, abs=0.06)
    together = returns.corr()["^GSPC"]
    assert together["SPY"] > 0.98
    assert together["^RUT"] > 0.6
    assert together["^VIX"] < -0.6
    assert returns[["^GSPC", "^RUT"]].abs().max().max() < 0.06
    assert (market.bars["IWM"].frame["volume"] > 0).all()


def test_it_is_the_same_every_time(market: Market) -> None:
    version = market.version
    _path.cache_clear()
    again = sample_market(None, SYMBOLS, NOW)
    assert again.version == version
    assert closes(again, "^RUT")["2024-06-03"] == closes(market, "^RUT")["2024-06-03"]


def test_as_of_cuts_it_and_says_it_is_simulated() -> None:
    market = sample_market(date(2026, 1, 21), ("^RUT", "AAPL"), NOW)
    assert market.source == "sample"
    assert market.as_of == market.bars["^RUT"].frame.index[-1].date() == date(2026, 1, 21)
    assert market.missing == {"AAPL": "the sample has no AAPL"}
    assert "Simulated sample data, not market prices" in market.warnings[0]


def test_now_hides_what_had_not_settled() -> None:
    assert sample_market(None, ("^RUT",), NOW.replace(hour=15)).as_of == date(2026, 1, 21)
    late = sample_market(None, ("^RUT",), NOW.replace(month=3))
    assert (late.as_of, late.last_settled) == (date(2026, 1, 22), date(2026, 3, 20))


@pytest.mark.parametrize(
    "day", [date(2023, 12, 29), date(2026, 2, 2), date(1999, 1, 2), date(1920, 1, 1), date(2026, 1, 24)]
)
def test_a_date_outside_is_refused(day: date) -> None:
    with pytest.raises(BadDate, match="runs from 2 January 2024 to 22 January 2026"):
        sample_market(day, ("^RUT",), NOW.replace(month=3))


def test_anchors_stand_in_order() -> None:
    anchors = json.loads(ANCHORS.read_text(encoding="utf-8"))
    for symbol in SYMBOLS:
        days = [a["session"] for a in anchors["closes"] if a["symbol"] == symbol]
        assert all(a < b for a, b in pairwise(days))
