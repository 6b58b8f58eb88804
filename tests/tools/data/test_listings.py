"""Names and currencies as the source gives them: kept, shown, and no dollars claimed where there are none."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine

from tests.yahoo_server import NOW, Yahoo, serving_yahoo
from tools.data.market import load_market
from tools.data.sessions import sessions
from tools.data.store import Store, create_tables
from tools.fact import show
from tools.facts.catalogue import Catalogue
from tools.listings import Listing, listing_of, name_of_listing, yahoo_symbol
from tools.universe import subject_for


@pytest.fixture(scope="module")
def _yahoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yahoo]:
    with serving_yahoo(tmp_path_factory.mktemp("yahoo")) as running:
        yield running


@pytest.fixture
def yahoo(_yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> Yahoo:
    for name, value in _yahoo.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tools.data.yahoo._ready", {})
    _yahoo.asked.clear()
    return _yahoo


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


@pytest.mark.parametrize(
    ("symbol", "unit", "name", "shown"),
    [
        ("TM", "USD", "Toyota Motor (TM)", "$"),
        ("7203.T", "JPY", "Toyota Motor (7203.T)", "JPY "),
        ("SAP.DE", "EUR", "SAP (SAP.DE)", "EUR "),
        ("VOD.L", "GBp", "Vodafone Group (VOD.L)", " pence"),
        ("^N225", "index points", "the Nikkei 225 (^N225)", ""),
        ("EURUSD=X", "exchange rate", "EUR/USD (EURUSD=X)", ""),
        ("CL=F", "USD", "Crude Oil futures (CL=F)", "$"),
        ("BTC-USD", "USD", "Bitcoin (BTC-USD)", "$"),
        ("BRK.B", "USD", "Berkshire Hathaway (BRK-B)", "$"),
    ],
)
def test_a_subject_is_named_and_shown_in_its_own_currency(
    yahoo: Yahoo, store: Store, tmp_path: Path, symbol: str, unit: str, name: str, shown: str
) -> None:
    market = load_market(store, source="yahoo", as_of=None, symbols=[symbol], now=NOW, home=tmp_path)
    subject = market.subject(yahoo_symbol(symbol))
    facts = {f.metric: f for f in Catalogue(market, store).subject(subject.key)}
    close = facts["close"]
    assert (close.unit, close.name) == (unit, name)
    assert shown in close.display
    assert ("$" in close.display) == (unit == "USD")
    assert {facts[m].unit for m in ("high", "sma_50", "macd", "atr_14", "high_52w")} == {unit}
    assert ("volume" in facts) == (unit not in ("index points", "exchange rate"))
    assert market.listings[subject.symbol].currency == yahoo_currency(symbol)


def yahoo_currency(symbol: str) -> str:
    return {"7203.T": "JPY", "^N225": "JPY", "SAP.DE": "EUR", "VOD.L": "GBp"}.get(symbol, "USD")


def test_rates_are_shown_finely_enough(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    market = load_market(store, source="yahoo", as_of=None, symbols=["EURUSD=X"], now=NOW, home=tmp_path)
    close = next(f for f in Catalogue(market).subject("eurusd_x") if f.metric == "close")
    assert close.display == f"{yahoo.bars('EURUSD=X')[-1].close:.4f}"


def test_the_universe_keeps_its_names_and_units(yahoo: Yahoo, store: Store, tmp_path: Path) -> None:
    market = load_market(store, source="yahoo", as_of=None, symbols=["IWD"], now=NOW, home=tmp_path)
    close = Catalogue(market, store).get("style.iwd.close")
    assert close is not None
    assert (close.unit, close.name) == ("USD", None)
    assert market.listings["IWD"].kind == "etf"


def save(store: Store, symbol: str, at: object, listing: Listing | None) -> None:
    index = sessions(NOW.date() - timedelta(days=40), NOW.date())
    close = np.linspace(100, 110, len(index))
    rows = pd.DataFrame(
        {"open": close, "high": close + 1, "low": close - 1, "close": close, "volume": 1e6}, index=index
    )
    store.save(symbol, rows, {}, {}, retrieved_at=at, settled=np.ones(len(rows), dtype=bool), listing=listing)  # type: ignore[arg-type]


def test_the_newest_listing_up_to_now_is_used(store: Store) -> None:
    old, new = Listing("TM", "Toyota", "USD", "equity"), Listing("TM", "Toyota Motor Corporation", "USD", "equity")
    save(store, "TM", NOW - timedelta(days=2), old)
    save(store, "TM", NOW - timedelta(days=1), old)
    save(store, "TM", NOW, new)
    save(store, "TM", NOW + timedelta(days=1), None)
    assert store.listings(["TM", "X"], NOW - timedelta(hours=1)) == {"TM": old}
    assert store.listings(["TM"], NOW + timedelta(days=2)) == {"TM": new}
    assert store.listings(["TM"], NOW - timedelta(days=3)) == {}


@pytest.mark.parametrize(
    ("symbol", "unit"),
    [
        ("VOD.L", "GBp"), ("7203.T", "JPY"), ("SAP.DE", "EUR"), ("0700.HK", "HKD"), ("RY.TO", "CAD"), ("NPN.JO", "ZAc"),
        ("TEVA.TA", "ILA"), ("FOO.ZZ", "local currency"), ("AAPL", "USD"), ("RDS-A", "USD"), ("^FTSE", "index points"),
        ("EURUSD=X", "exchange rate"), ("BTC-EUR", "EUR"), ("ES=F", "index points"), ("CL=F", "USD"),
    ],
)  # fmt: skip
def test_without_a_listing_no_dollars_are_claimed_for_another_exchange(symbol: str, unit: str) -> None:
    assert subject_for(symbol).unit == unit


def test_bars_of_an_old_store_have_a_currency_by_their_suffix(store: Store, tmp_path: Path) -> None:
    for symbol in ("VOD.L", "FOO.ZZ"):
        save(store, symbol, NOW, None)
    market = load_market(store, source="yahoo", as_of=NOW.date(), symbols=["VOD.L", "FOO.ZZ"], now=NOW, home=tmp_path)
    shown = {f.key: f.display for key in ("vod_l", "foo_zz") for f in Catalogue(market).subject(key)}
    assert (shown["vod_l.close"], shown["foo_zz.close"]) == ("110.00 pence", "110.00 in local currency")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (2871.5, "JPY", "JPY 2,871.50"), (98.4, "EUR", "EUR 98.40"), (250.3, "GBp", "250.30 pence"),
        (250.3, "GBX", "250.30 pence"), (12.5, "ZAc", "12.50 South African cents"), (12345.0, "ILA", "12,345.00 agorot"),
        (455.25, "USX", "455.25 US cents"), (-5.0, "JPY", "−JPY 5.00"), (1.0873, "exchange rate", "1.0873"),
        (155.234, "exchange rate", "155.23"), (98.4, "local currency", "98.40 in local currency"),
    ],
)  # fmt: skip
def test_currencies_are_shown_by_their_code_or_as_hundredths(value: float, unit: str, shown: str) -> None:
    assert show(value, unit) == shown


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("BRK.B", "BRK-B"), ("BRK/B", "BRK-B"), ("brk b", "BRK-B"), ("BF.B", "BF-B"), ("$AAPL", "AAPL"),
        ("VOD.L", "VOD.L"), ("7203.T", "7203.T"), ("RDS-A", "RDS-A"), ("SAP.DE", "SAP.DE"), ("RY.TO", "RY.TO"),
    ],
)  # fmt: skip
def test_a_share_class_is_no_exchange(text: str, symbol: str) -> None:
    assert yahoo_symbol(text) == symbol


@pytest.mark.parametrize(
    ("symbol", "said", "kind", "name"),
    [
        ("KO", "The Coca-Cola Company", "EQUITY", "Coca-Cola (KO)"),
        ("JPM", "JPMorgan Chase & Co.", "EQUITY", "JPMorgan Chase (JPM)"),
        ("HD", "Home Depot, Inc. (The)", "EQUITY", "Home Depot (HD)"),
        ("LLY", "Eli Lilly and Company", "EQUITY", "Eli Lilly (LLY)"),
        ("GC=F", "Gold Feb 26", "FUTURE", "Gold futures (GC=F)"),
        ("X", "<b>{x}</b> [1] `a` | b", "EQUITY", "bx/b 1 a b (X)"),
        ("X", None, None, "X"),
    ],
)
def test_a_name_loses_its_legal_form_and_all_markup(symbol: str, said: object, kind: object, name: str) -> None:
    assert name_of_listing(symbol, listing_of(symbol, said, "USD", kind)) == name
