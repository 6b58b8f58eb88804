"""The known traps of the data, each on the product's own path: fetched or stored, loaded, made into facts."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine

from tests.real import MARKET, frame, needs_real, raw, real_market, real_symbols
from tests.replay import NOW, Replay
from tools.data.bars import Market
from tools.data.market import load_market
from tools.data.observations import Observation, Observations
from tools.data.store import Store, create_tables
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.macro.figures import LATEST_VINTAGE, macro_facts

HOLIDAYS = [date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3)]
SPLIT = ("XLB", "XLE", "XLK", "XLU", "XLY")
EX_DATE = date(2025, 12, 5)  # the split funds' day is a day of late 2025; which one changes nothing here


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


def load(store: Store, *symbols: str, now: datetime = NOW, as_of: date | None = None) -> Market:
    folder = Path(str(store.engine.url.database)).parent
    return load_market(store, source="yahoo", as_of=as_of, symbols=symbols, now=now, home=folder, timeout=5)


def save(store: Store, symbol: str, rows: pd.DataFrame, at: datetime, splits: dict[date, float] | None = None) -> int:
    settled = np.ones(len(rows), dtype=bool)
    return store.save(symbol, rows, {}, splits or {}, retrieved_at=at, settled=settled)


def by_key(market: Market) -> dict[str, Fact]:
    return {f.key: f for f in Catalogue(market).facts}


# Rows and bars


@needs_real
def test_the_vix_has_rows_on_three_holidays_and_no_figure_rests_on_them(replay: Replay, store: Store) -> None:
    assert all(raw("^VIX").index.isin(pd.DatetimeIndex([d])).any() for d in HOLIDAYS)  # the source does have them
    now = datetime(2026, 7, 6, 22, 30, tzinfo=UTC)
    replay.mode(now, all="ok")
    market = load(store, "^GSPC", "^VIX", now=now)
    assert not {t.date() for t in market.bars["^VIX"].frame.index} & set(HOLIDAYS)
    facts, close = by_key(market), raw("^VIX")["close"]
    assert facts["vix.previous_close"].value == pytest.approx(close["2026-07-02"], abs=1e-3)
    assert facts["vix.change_5d"].base is not None
    assert facts["vix.change_5d"].base.session == date(2026, 6, 26)


@needs_real
def test_the_volume_of_an_index_is_nobodys_fact() -> None:
    """Yahoo's volume of ^RUT is not the Russell's."""
    facts = by_key(real_market("2026-01-22"))
    with_volume = {f.subject for f in facts.values() if f.metric == "volume"}
    assert with_volume == {f.subject for f in facts.values() if f.unit == "USD"}
    assert not with_volume & {"rut", "spx", "comp", "dji", "vix", "tnx"}
    assert not [f.key for f in facts.values() for i in f.inputs if i.field == "volume" and i.symbol.startswith("^")]


@needs_real
@pytest.mark.parametrize("symbol", SPLIT)
def test_a_two_for_one_split_shows_in_no_figure(store: Store, symbol: str) -> None:
    """Bars stored before the split are in shares of twice the price; the split comes as an event with later bars."""
    series = frame(symbol).loc[:"2026-01-22"].drop(columns="adj_close")
    before = datetime(2025, 12, 4, 22, 30, tzinfo=UTC)
    quoted = series.loc[:"2025-12-04"] * [2, 2, 2, 2, 0.5]
    save(store, symbol, quoted, before)
    assert save(store, symbol, series.loc["2025-11-20":], NOW, {EX_DATE: 2.0}) == len(series.loc["2025-12-05":])
    served, key = load(store, symbol, as_of=date(2026, 1, 22)), f"sector.{symbol.lower()}"
    np.testing.assert_allclose(served.bars[symbol].frame["close"], series["close"], rtol=1e-9)
    close = series["close"]
    on_the_day = by_key(load(store, symbol, as_of=EX_DATE))
    assert on_the_day[f"{key}.return_1d"].value == pytest.approx(
        close["2025-12-05"] / close["2025-12-04"] - 1, abs=1e-6
    )
    assert on_the_day[f"{key}.return_ytd"].value == pytest.approx(
        close["2025-12-05"] / close["2024-12-31"] - 1, abs=1e-6
    )
    # As known on the evening before: the quotes of that evening, twice the series.
    then = by_key(load(store, symbol, as_of=date(2025, 12, 4), now=before))
    assert then[f"{key}.close"].value == pytest.approx(2 * close["2025-12-04"], abs=1e-3)
    assert then[f"{key}.return_1d"].value == pytest.approx(close["2025-12-04"] / close["2025-12-03"] - 1, abs=1e-6)


def test_a_null_bar_leaves_its_session_in_place(replay: Replay, store: Store) -> None:
    """Yahoo serves 2026-01-21 as null and yfinance drops it; nothing moves up into its place."""
    replay.mode(all="nullbar")
    market = load(store, "^RUT", "^GSPC")
    assert pd.Timestamp("2026-01-21") not in market.bars["^RUT"].frame.index
    facts = by_key(market)
    absent = {
        "rut.previous_close",
        "rut.return_1d",
        "rut_vs_spx.spread_1d",
        "rut.sma_20",
        "rut_vs_spx.streak",
        "rut.rsi_14",
    }
    assert not absent & set(facts)
    assert facts["rut.return_5d"].base is not None
    assert facts["rut.return_5d"].base.session == date(2026, 1, 14)  # five sessions back, the missing one counted
    assert any("1 session(s) without a bar, the last 2026-01-21" in c for c in facts["rut.high_52w"].caveats)


@needs_real
def test_the_yields_missing_session_keeps_its_place() -> None:
    assert pd.Timestamp("2016-11-11") not in raw("^TNX").index
    assert pd.Timestamp("2016-11-11") in raw("^GSPC").index  # the exchange was open
    facts = by_key(real_market("2016-11-14", "^TNX", "^GSPC"))
    assert {"tnx.change_1d", "tnx.previous_close"}.isdisjoint(facts)
    assert facts["tnx.change_5d"].base is not None
    assert facts["tnx.change_5d"].base.session == date(2016, 11, 7)
    on_the_day = by_key(real_market("2016-11-11", "^TNX", "^GSPC"))
    assert on_the_day["tnx.close"].as_of == date(2016, 11, 10)  # and says so by its date
    assert on_the_day["spx.close"].as_of == date(2016, 11, 11)


@needs_real
def test_no_other_bar_of_the_universe_is_missing_or_too_many() -> None:
    """The exceptions are the ones above: a new one is a new trap."""
    odd = {}
    for symbol in real_symbols():
        days, calendar = raw(symbol).index, raw("^GSPC").index
        inside = calendar[(calendar >= days[0]) & (calendar <= days[-1])]
        if len(found := inside.difference(days).union(days.difference(calendar))):
            odd[symbol] = [str(t.date()) for t in found]
    assert odd == {"^VIX": [str(d) for d in HOLIDAYS], "^TNX": ["2016-11-11"]}


# Macro


def series_of(name: str, last: str) -> dict[str, Observations]:
    """FRED's series as the file of ../shared has it, up to a period."""
    with (MARKET / "macro" / f"{name}.csv").open() as lines:
        rows = [r for r in csv.DictReader(lines) if r["date"] <= last and r["value"]]
    held = tuple(Observation(date.fromisoformat(r["date"]), float(r["value"])) for r in rows[-40:])
    return {name: Observations(name, held, NOW)}


def macro_on(day: date, name: str, last: str = "2026-07-01") -> dict[str, Fact]:
    return {f.metric: f for f in macro_facts(series_of(name, last), day)}


@needs_real
@pytest.mark.parametrize(
    ("day", "week_end"),
    [
        (date(2026, 1, 17), date(2026, 1, 10)),  # the Saturday it is dated by
        (date(2026, 1, 21), date(2026, 1, 10)),
        (date(2026, 1, 22), date(2026, 1, 17)),  # the Thursday after
        (date(2026, 1, 28), date(2026, 1, 17)),
        (date(2025, 11, 26), date(2025, 11, 22)),  # the Wednesday before Thanksgiving
    ],
)
def test_claims_of_a_week_count_from_the_thursday_after(day: date, week_end: date) -> None:
    claims = macro_on(day, "ICSA")["claims"]
    assert week_end.weekday() == 5
    assert claims.dates == (week_end,)
    assert claims.reading == f"week ended {week_end.day} {week_end:%B %Y}"


@needs_real
def test_prices_and_unemployment_of_october_2025_are_neither_invented_nor_bridged() -> None:
    november = date(2025, 12, 18)
    prices, jobs = macro_on(november, "CPIAUCSL"), macro_on(november, "UNRATE")
    assert set(prices) == {"cpi_yoy"}  # no change over the month
    assert prices["cpi_yoy"].reading == "for November 2025"
    assert all(
        any("no figure for October 2025" in c for c in f.caveats) for f in (prices["cpi_yoy"], jobs["unemployment"])
    )
    december = macro_on(date(2026, 1, 22), "CPIAUCSL")
    assert december["cpi_mom"].base is not None
    assert december["cpi_mom"].base.session == date(2025, 11, 1)
    assert december["cpi_mom"].caveats == (LATEST_VINTAGE,)


# Mirrors


@needs_real
def test_two_sources_of_one_close_are_two_rows_and_each_can_be_asked_for(store: Store) -> None:
    """Yahoo has 20.37 for the VIX of 2026-02-06, Cboe 17.76: what comes later is a revision beside what came first."""
    with (MARKET / "vix_cboe" / "VIX_CBOE.csv").open() as lines:
        row = next(r for r in csv.DictReader(lines) if r["date"] == "2026-02-06")
    cboe, low = float(row["close"]), float(row["low"])
    rows = frame("^VIX").loc["2024-01-02":"2026-02-06"].drop(columns="adj_close")
    assert (rows["close"].iloc[-1], cboe) == (pytest.approx(20.37, abs=0.005), 17.76)
    day, first = date(2026, 2, 6), datetime(2026, 2, 6, 22, 30, tzinfo=UTC)
    second = first + timedelta(hours=20)
    assert save(store, "^VIX", rows, first) == len(rows)
    revised = rows.copy()
    revised.loc["2026-02-06", ["low", "close"]] = low, cboe  # the one without the other could not be true
    assert save(store, "^VIX", revised, second) == 1
    before, after = (by_key(load(store, "^VIX", as_of=day, now=at)) for at in (second - timedelta(seconds=1), second))
    assert (before["vix.close"].display, after["vix.close"].display) == ("20.37", "17.76")
    assert (before["vix.close"].reading, after["vix.close"].reading) == ("elevated volatility", "normal volatility")
    assert before["vix.close"].id != after["vix.close"].id
    assert before["vix.previous_close"].value == after["vix.previous_close"].value
    assert by_key(load(store, "^VIX", as_of=day, now=first))["vix.close"].id == before["vix.close"].id
