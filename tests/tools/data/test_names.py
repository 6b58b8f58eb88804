"""Names that are none of ours: found by Yahoo's search where it is the same thing, and never another one for it."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.yahoo_server import NOW, Yahoo, serving_yahoo
from tools.data.likeness import Hit, chosen, extras
from tools.data.store import Store, create_tables
from tools.errors import MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable
from tools.naming.resolve import Named, in_universe, resolve


@pytest.fixture(scope="module")
def _yahoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yahoo]:
    with serving_yahoo(tmp_path_factory.mktemp("yahoo")) as running:
        yield running


@pytest.fixture
def yahoo(_yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> Yahoo:
    for name, value in _yahoo.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tools.data.yahoo._ready", {})
    _yahoo.search_fault = ""
    _yahoo.searched.clear()
    return _yahoo


@dataclass
class Desk:
    """A store, and names resolved over it."""

    store: Store
    home: Path

    def named(self, words: str, now: datetime = NOW, online: bool = True) -> Named:
        return resolve(words, self.store, now=now, home=self.home, online=online)

    def symbol(self, words: str, now: datetime = NOW) -> str:
        return self.named(words, now).subject.symbol


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Desk(Store(engine), tmp_path)
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "key"),
    [("rut", "rut"), ("Russell 2000", "rut"), ("the S&P 500", "spx"), ("^GSPC", "spx"), ("XLB", "sector.xlb"),
     ("sector.xlb", "sector.xlb"), ("small caps", "rut"), ("  10-year   yield ", "tnx"), ("$IWM", "iwm")],
)  # fmt: skip
def test_the_universe_comes_first_and_asks_nothing(yahoo: Yahoo, desk: Desk, words: str, key: str) -> None:
    assert desk.named(words).subject.key == key
    assert desk.named(words).note == ""
    assert yahoo.searched == []


@pytest.mark.parametrize(
    ("words", "symbol"),
    [("AAPL", "AAPL"), ("BRK.B", "BRK-B"), ("brk b", "BRK-B"), ("BRK/B", "BRK-B"), ("7203.T", "7203.T"), ("VOD.L", "VOD.L"),
     ("^N225", "^N225"), ("EURUSD=X", "EURUSD=X"), ("EUR/USD", "EURUSD=X"), ("CL=F", "CL=F"), ("BTC-USD", "BTC-USD")],
)  # fmt: skip
def test_what_is_written_as_a_symbol_is_one(yahoo: Yahoo, desk: Desk, words: str, symbol: str) -> None:
    assert desk.symbol(words) == symbol
    assert yahoo.searched == []


@pytest.mark.parametrize(
    ("words", "symbol", "note"),
    [
        ("Toyota", "TM", "Toyota was read as Toyota Motor, TM"),
        ("Micron", "MU", "Micron was read as Micron Technology, MU"),
        ("Nikkei 225", "^N225", "Nikkei 225 was read as Nikkei 225, ^N225"),
        ("Russell 1000", "^RUI", "Russell 1000 was read as Russell 1000, ^RUI"),
        ("S&P MidCap 400", "^SP400", "S&P MidCap 400 was read as S&P MID CAP 400 INDEX, ^SP400"),
        ("Dow Transports", "^DJT", "Dow Transports was read as Dow Jones Transportation Average, ^DJT"),
    ],
)
def test_a_name_is_searched_for_and_confirmed(yahoo: Yahoo, desk: Desk, words: str, symbol: str, note: str) -> None:
    named = desk.named(words)
    assert (named.subject.symbol, named.note) == (symbol, note)
    assert len(yahoo.searched) == 1
    assert desk.symbol(words.lower(), NOW + timedelta(days=400)) == symbol
    assert len(yahoo.searched) == 1  # remembered


@pytest.mark.parametrize("words", ["Google", "Russell 3000", "S&P 500 equal weight", "Delta", "Nonsuch", "apple pie"])
def test_a_poor_or_ambiguous_hit_is_not_measured(yahoo: Yahoo, desk: Desk, words: str) -> None:
    for _ in range(2):
        with pytest.raises(SymbolNotFound, match=f"“{words}” is not measured") as caught:
            desk.named(words)
        assert "\n" not in caught.value.message
    assert len(yahoo.searched) == 1
    with pytest.raises(SymbolNotFound):
        desk.named(words, NOW + timedelta(minutes=11))
    assert len(yahoo.searched) == 2  # what wasn't found is asked for again after some minutes


def test_the_nearest_name_is_told(yahoo: Yahoo, desk: Desk) -> None:
    with pytest.raises(SymbolNotFound, match=r"its nearest is Alphabet \(GOOG\), to be asked for by that symbol"):
        desk.named("Google")


@pytest.mark.parametrize(
    ("words", "why"),
    [("../../etc/passwd", "neither a name nor a symbol"), ("a" * 500, "at most 60 letters"), ("", "neither"),
     ("<script>alert(1)</script>", "neither"), ("https://example.org", "neither"), ("{rut.close}", "neither"), ("--", "neither")],
)  # fmt: skip
def test_what_is_no_name_is_refused_in_one_line(yahoo: Yahoo, desk: Desk, words: str, why: str) -> None:
    with pytest.raises(SymbolNotFound, match="is no subject") as caught:
        desk.named(words)
    assert why in caught.value.message
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 120
    assert yahoo.searched == []


@pytest.mark.parametrize(("status", "error"), [("429", RateLimited), ("502", SourceDown), ("404", SourceDown)])
def test_a_search_that_fails_is_not_measured_and_not_remembered(
    yahoo: Yahoo, desk: Desk, status: str, error: type[MarketDataError]
) -> None:
    yahoo.search_fault = status
    with pytest.raises(error, match="“Toyota” is not measured") as caught:
        desk.named("Toyota")
    assert type(caught.value) is error
    yahoo.search_fault = ""
    assert desk.symbol("Toyota") == "TM"


def test_without_a_connection_a_name_is_not_measured(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    monkeypatch.setattr("tools.data.yahoo._ready", {})
    with pytest.raises(Unreachable, match="“Toyota” is not measured: Yahoo could not be reached"):
        desk.named("Toyota")
    with pytest.raises(SymbolNotFound, match="Yahoo is not asked"):
        desk.named("Toyota", online=False)
    assert desk.symbol("AAPL") == "AAPL"


@pytest.mark.parametrize(
    "words", ["Russell 1000", "S&P 400", "Dow Transports", "Nasdaq Biotechnology", "Russell", "S&P 600", "", "the "]
)
def test_the_universe_is_named_exactly_or_not_at_all(words: str) -> None:
    subject = in_universe(words)
    assert (subject.symbol if subject else None) == {"Russell": "^RUT", "S&P 600": "IJR"}.get(words)


@pytest.mark.parametrize(
    ("asked", "found", "kind", "n"),
    [
        ("Toyota", "Toyota Motor", "equity", 1),
        ("Apple", "Apple Hospitality REIT", "equity", 2),
        ("Motor", "Toyota Motor", "equity", None),
        ("General", "General Motors", "equity", None),
        ("General Motors", "General Motors", "equity", 0),
        ("Coca-Cola", "Coca-Cola", "equity", 0),
        ("Russell 1000", "Russell 2000", "index", None),
        ("Russell 1000", "Russell 1000 Growth", "index", None),
        ("FTSE", "FTSE 100", "index", 1),
        ("S&P 600", "S&P 500", "index", None),
        ("S&P MidCap 400", "S&P Mid Cap 400 Index", "index", 0),
        ("Dow Transports", "Dow Jones Industrial Average", "index", None),
        ("Russell 1000", "iShares Russell 1000 ETF", "etf", None),
        ("Vanguard Total Stock Market", "Vanguard Total Stock Market Index Fund ETF", "etf", 0),
        ("gold", "Gold", "future", 0),
        ("oil", "Crude Oil", "future", None),
    ],
)
def test_the_same_thing_or_another(asked: str, found: str, kind: str, n: int | None) -> None:
    assert extras(asked, found, kind) == n


def test_of_one_name_on_several_exchanges_the_one_at_home_is_meant() -> None:
    hits = [
        Hit("7203.T", ("Toyota Motor Corporation",), "equity", 30.0),
        Hit("TM", ("Toyota Motor Corp",), "equity", 20.0),
    ]
    found = chosen("toyota", hits)
    assert found is not None
    assert found.symbol == "TM"


def test_a_symbol_in_small_letters_is_found_by_its_symbol() -> None:
    found = chosen("aapl", [Hit("AAPL", ("Apple Inc.",), "equity", 30.0)])
    assert found is not None
    assert found.symbol == "AAPL"
