"""Markets over the replay: what is asked for, what is kept, what is said."""

import csv
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine

from tests.replay import NOW, SHARED, Replay
from tools.data.bars import Market
from tools.data.market import load_market, refresh, status
from tools.data.store import Store, create_tables
from tools.data.yahoo import fetch
from tools.errors import BadDate, MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable

PAIR = ("^RUT", "^GSPC")
EARLIER = datetime(2026, 1, 16, 22, 30, tzinfo=UTC)


class Desk:
    """A store in a folder of its own, over the replay."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.engine = create_engine(f"sqlite:///{home / 'store.db'}")
        create_tables(self.engine)
        self.store = Store(self.engine)

    def restart(self) -> None:
        """Go on as another process would, which remembers nothing but the store."""
        self.engine.dispose()
        self.__init__(self.home)  # type: ignore[misc]

    def load(
        self,
        *symbols: str,
        now: datetime = NOW,
        as_of: date | None = None,
        source: str | None = None,
        timeout: float = 5.0,
    ) -> Market:
        wanted = symbols or PAIR
        return load_market(
            self.store, source=source, as_of=as_of, symbols=wanted, now=now, home=self.home, timeout=timeout
        )

    def last(self, market: Market, symbol: str = "^RUT") -> date:
        day: date = market.bars[symbol].frame.index[-1].date()
        return day


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.engine.dispose()


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")


def test_the_evening_of_22_january(replay: Replay, desk: Desk) -> None:
    market = desk.load()
    assert (market.source, market.as_of, market.last_settled) == ("yahoo", date(2026, 1, 22), date(2026, 1, 22))
    bars = market.bars["^RUT"]
    assert bars.frame["close"].iloc[-1] == pytest.approx(2718.77, abs=0.005)
    assert bars.frame.index[0].date() == date(1987, 9, 10)
    assert list(bars.frame.columns) == ["open", "high", "low", "close", "adj_close", "volume"]
    assert (bars.frame.dtypes == "float64").all()
    assert pd.DatetimeIndex(bars.frame.index).tz is None
    assert (bars.retrieved_at, bars.publisher, bars.fixed) == (NOW, "Yahoo Finance", None)
    assert market.warnings == ()


def test_a_second_load_asks_nothing_and_is_quick(replay: Replay, desk: Desk) -> None:
    first = desk.load()
    replay.mode(all="ok")
    started = time.perf_counter()
    again = desk.load()
    assert time.perf_counter() - started < 0.05
    assert again is first
    other = load_market(Store(desk.engine), source=None, as_of=None, symbols=PAIR, now=NOW, home=desk.home)
    assert other.version == first.version
    assert replay.log() == []


def test_the_next_fetch_is_an_increment_of_ten_sessions(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    replay.mode(NOW, all="ok")
    assert desk.last(desk.load()) == date(2026, 1, 22)
    starts = [int(path.split("period1=")[1].split("&")[0]) for path in replay.log()]
    assert len(starts) == 2
    assert {datetime.fromtimestamp(s, UTC).date() for s in starts} == {date(2026, 1, 2)}


def test_a_past_date_that_the_store_covers_needs_no_fetch(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    replay.mode(NOW, all="502")
    market = desk.load(as_of=date(2026, 1, 14))
    assert market.as_of == desk.last(market) == date(2026, 1, 14)
    assert market.warnings == ()
    assert replay.log() == []


def test_nothing_after_as_of_leaks(replay: Replay, desk: Desk) -> None:
    whole, cut = desk.load("^RUT", "SPY"), desk.load("^RUT", "SPY", as_of=date(2025, 12, 18))
    for symbol in ("^RUT", "SPY"):
        assert desk.last(cut, symbol) == date(2025, 12, 18)
        assert len(cut.bars[symbol].frame) < len(whole.bars[symbol].frame)
    spy = cut.bars["SPY"].frame
    assert spy["adj_close"].iloc[-1] == spy["close"].iloc[-1]  # the dividend of the 19th isn't known yet
    assert cut.version != whole.version


def test_adjusted_closes_agree_with_the_source(replay: Replay, desk: Desk) -> None:
    frame = desk.load("SPY").bars["SPY"].frame
    with open(SHARED / "market" / "etf" / "SPY.csv") as lines:
        served = {row["date"]: float(row["adj_close"]) for row in csv.DictReader(lines)}
    theirs = np.array([served[str(t.date())] for t in frame.index])
    ours = frame["adj_close"].to_numpy()
    assert np.allclose(ours / ours[-1], theirs / theirs[-1], rtol=1e-5)


@pytest.mark.parametrize(
    ("clock", "ends"),
    [
        ("2026-01-22T15:00Z", {"^RUT": 21, "^VIX": 21}),
        ("2026-01-22T21:15Z", {"^RUT": 21, "^VIX": 21}),
        ("2026-01-22T21:35Z", {"^RUT": 22, "^VIX": 21}),
        ("2026-01-22T22:30Z", {"^RUT": 22, "^VIX": 22}),
    ],
)
def test_only_settled_bars_are_used(replay: Replay, desk: Desk, clock: str, ends: dict[str, int]) -> None:
    now = datetime.fromisoformat(clock)
    replay.mode(now, all="ok")
    market = desk.load(*ends, now=now)
    assert {symbol: desk.last(market, symbol).day for symbol in ends} == ends
    assert market.as_of == date(2026, 1, ends["^RUT"])
    held = {row.symbol: row for row in status(desk.store, now)}
    assert held["^VIX"].provisional == (date(2026, 1, 22) if ends["^VIX"] == 21 else None)


def test_a_running_session_is_named(replay: Replay, desk: Desk) -> None:
    now = NOW.replace(hour=15)
    replay.mode(now, all="ok")
    assert desk.load(now=now).warnings == (
        "The session of 22 January 2026 is still running; its prices are not used.",
    )  # fmt: skip
    assert "is still running" in desk.load(now=NOW.replace(hour=20, minute=59)).warnings[0]
    assert "has ended and settles at 21:30 UTC" in desk.load(now=NOW.replace(hour=21, minute=1)).warnings[0]
    assert desk.load(now=now, as_of=date(2026, 1, 21)).warnings == ()


def test_a_provisional_bar_is_settled_by_the_next_fetch(replay: Replay, desk: Desk) -> None:
    now = NOW.replace(hour=15)
    replay.mode(now, all="ok")
    desk.load(now=now)
    replay.mode(NOW, all="ok")
    market = desk.load()
    assert market.bars["^RUT"].frame["close"].iloc[-1] == pytest.approx(2718.77, abs=0.005)
    assert desk.last(desk.load(now=now)) == date(2026, 1, 21)  # as known at 15:00


def test_an_early_close(replay: Replay, desk: Desk) -> None:
    now = datetime(2025, 12, 24, 18, 40, tzinfo=UTC)  # 13:40 in New York, forty minutes after the close
    replay.mode(now, all="ok")
    market = desk.load("^RUT", "^VIX", now=now)
    assert desk.last(market) == date(2025, 12, 24)
    assert desk.last(market, "^VIX") == date(2025, 12, 23)
    assert "^VIX settles at 18:45 UTC; its figures are as of 23 December 2025." in market.warnings


def test_rows_on_holidays_are_not_sessions(replay: Replay, desk: Desk) -> None:
    now = datetime(2026, 7, 6, 22, 30, tzinfo=UTC)
    replay.mode(now, all="ok")
    days = {t.date() for t in desk.load("^GSPC", "^VIX", now=now).bars["^VIX"].frame.index}
    assert not days & {date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3)}


def test_a_fault_costs_its_symbol_alone(replay: Replay, desk: Desk) -> None:
    replay.mode(None, **{"^VIX": "truncated", "XLB": "404"})
    market = desk.load("^RUT", "^GSPC", "^VIX", "XLB", "IWD")
    assert set(market.bars) == {"^RUT", "^GSPC"}
    assert "broke off" in market.missing["^VIX"]
    assert "Not measured: XLB, IWD (Yahoo has no such symbol)." in market.warnings
    replay.mode(all="ok")
    assert "^VIX" not in desk.load("^RUT", "^GSPC", "^VIX").bars  # a process asks again after half a minute
    desk.restart()
    assert "^VIX" in desk.load("^RUT", "^GSPC", "^VIX").bars


def test_bars_held_are_used_when_the_source_is_down_and_called_stale(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    replay.mode(NOW, all="502")
    market = desk.load()
    assert market.as_of == date(2026, 1, 16)
    assert market.last_settled == date(2026, 1, 22)
    assert market.warnings == (
        "Stale: all bars end on 16 January 2026, 3 sessions behind 22 January 2026 "
        "(Yahoo is down: it answered HTTP 502).",
    )
    replay.mode(all="ok")
    desk.restart()
    assert desk.load().warnings == ()


def test_a_date_the_store_has_not_reached_is_said(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    replay.mode(NOW, all="html")
    market = desk.load(as_of=date(2026, 1, 21))
    assert market.as_of == date(2026, 1, 16)
    assert market.warnings[0] == (
        "There are no bars for 21 January 2026 yet: figures are as of 16 January 2026."
    )  # fmt: skip
    assert "2 sessions behind 21 January 2026" in market.warnings[1]


def test_one_that_lags_is_stale_and_the_rest_is_not(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load("^RUT", "^GSPC", "^IXIC", now=EARLIER)
    replay.mode(NOW, **{"^IXIC": "emptybars"})
    market = desk.load("^RUT", "^GSPC", "^IXIC")
    assert market.as_of == date(2026, 1, 22)
    assert desk.last(market, "^IXIC") == date(2026, 1, 16)
    assert market.warnings == (
        "Stale: the bars of ^IXIC end on 16 January 2026, 3 sessions behind 22 January 2026 (Yahoo served no bars).",
    )


@pytest.mark.parametrize(
    ("mode", "error", "requests"), [("429", RateLimited, 1), ("502", SourceDown, 12), ("404", SymbolNotFound, 6)]
)
def test_a_fault_on_an_empty_store_is_an_error_not_the_sample(
    replay: Replay, desk: Desk, mode: str, error: type[MarketDataError], requests: int
) -> None:
    replay.mode(all=mode)
    symbols = (*PAIR, "^IXIC", "^DJI", "^VIX", "^TNX")
    with pytest.raises(error) as caught:
        desk.load(*symbols)
    assert type(caught.value) is error
    assert len(replay.log()) <= requests  # after a 429 nothing else is asked


def test_429_stops_the_rest_and_uses_what_is_held(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    replay.mode(NOW, all="429")
    market = desk.load(*PAIR, "^IXIC", "SPY")
    assert len(replay.log()) == 1
    assert market.as_of == date(2026, 1, 16)
    assert "limits the rate" in market.missing["SPY"]
    assert market.source == "yahoo"


def test_no_connection_and_no_store_gives_the_sample(offline: None, desk: Desk) -> None:
    market = desk.load()
    assert market.source == "sample"
    assert "could not be reached" in market.warnings[0]
    assert "Simulated" in market.warnings[0]


def test_yahoo_asked_for_by_name_never_falls_back(offline: None, desk: Desk) -> None:
    with pytest.raises(Unreachable):
        desk.load(source="yahoo")


def test_no_connection_with_a_store_is_stale(replay: Replay, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load(now=EARLIER)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.invalid:3128")
    market = desk.load()
    assert market.source == "yahoo"
    assert "3 sessions behind" in market.warnings[0]
    with pytest.raises(Unreachable):  # bars are held, though none was known then: still not the sample
        desk.load("SPY", now=EARLIER - timedelta(days=9))


def test_the_sample_by_name_asks_nothing(replay: Replay, desk: Desk) -> None:
    market = desk.load(source="sample", as_of=date(2026, 1, 21))
    assert (market.source, market.as_of) == ("sample", date(2026, 1, 21))
    assert replay.log() == []


def test_nothing_newer_is_not_asked_for_again_within_five_minutes(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")  # the source's clock stands still: it has nothing newer
    assert desk.load().warnings[0].endswith("(Yahoo has nothing newer).")
    asked = len(replay.log())
    desk.load(now=NOW + timedelta(minutes=4))
    assert len(replay.log()) == asked == 2
    desk.load(now=NOW + timedelta(minutes=6))
    assert len(replay.log()) == 4


def test_a_session_that_settles_within_the_five_minutes_is_asked_for(replay: Replay, desk: Desk) -> None:
    before = NOW.replace(hour=21, minute=29)
    replay.mode(before, all="ok")
    desk.load(now=before)
    replay.mode(NOW, all="ok")
    assert desk.load(now=NOW.replace(hour=21, minute=31)).as_of == date(2026, 1, 22)


def test_an_outage_is_not_waited_for_symbol_by_symbol(replay: Replay, desk: Desk) -> None:
    replay.mode(all="slow")
    started = time.perf_counter()
    with pytest.raises(SourceDown, match="in time"):
        load_market(desk.store, source=None, as_of=None, now=NOW, home=desk.home, timeout=0.5)
    assert len(replay.log()) < 12  # of 25
    assert time.perf_counter() - started < 5


def test_a_history_based_anew_is_fetched_whole(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    whole = fetch("XLB", None, now=EARLIER, home=desk.home)
    doubled = whole.frame * [2, 2, 2, 2, 0.5]  # as served before a split that the source never named
    before = EARLIER - timedelta(hours=1)
    desk.store.save("XLB", doubled, {}, {}, retrieved_at=before, settled=np.ones(len(doubled), dtype=bool))
    replay.mode(NOW, all="ok")
    frame = desk.load("XLB").bars["XLB"].frame
    assert frame["close"].iloc[0] == whole.frame["close"].iloc[0]
    assert len(replay.log()) == 2


def test_the_heavy_libraries_wait_for_a_fetch() -> None:
    code = "import sys, tools.data.bars, tools.data.sample; print([m for m in ('yfinance', 'curl_cffi') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_an_unknown_symbol_is_missing_and_not_asked_for_at_every_question(replay: Replay, desk: Desk) -> None:
    desk.load("^RUT", "IWD")
    replay.mode(all="ok")
    market = desk.load("^RUT", "IWD", now=NOW + timedelta(minutes=1))
    assert market.missing == {"IWD": "Yahoo has no symbol IWD"}
    assert replay.log() == []


def test_any_other_symbol_is_fetched_on_demand(replay: Replay, desk: Desk) -> None:
    desk.load()
    market = desk.load("XLRE")
    assert market.as_of == date(2026, 1, 22)
    assert market.bars["XLRE"].frame.index[0].date() == date(2015, 10, 8)


def test_a_subject_that_began_later_is_missing_before(replay: Replay, desk: Desk) -> None:
    market = desk.load("^RUT", "XLC", as_of=date(2015, 1, 5))
    assert market.missing == {"XLC": "its data begins on 19 June 2018"}
    for day in (date(1980, 1, 3), date(1980, 1, 5), date(1926, 1, 2)):  # a session, a weekend, before the calendar
        with pytest.raises(BadDate, match="the data begins on 10 September 1987"):
            desk.load("^RUT", "XLC", as_of=day)


@pytest.mark.parametrize("day", [date(2026, 1, 17), date(2026, 1, 19), date(2026, 2, 2)])
def test_bad_dates_are_refused_before_anything_is_asked(replay: Replay, desk: Desk, day: date) -> None:
    with pytest.raises(BadDate):
        desk.load(as_of=day)
    assert replay.log() == []


def test_a_null_bar_is_there_after_the_next_fetch(replay: Replay, desk: Desk) -> None:
    replay.mode(all="nullbar")
    assert "2026-01-21" not in desk.load().bars["^RUT"].frame.index
    later = NOW + timedelta(days=1)
    replay.mode(later, all="ok")
    assert "2026-01-21" in desk.load(now=later).bars["^RUT"].frame.index


def test_rows_retrieved_after_now_are_not_seen(replay: Replay, desk: Desk) -> None:
    desk.load()
    replay.mode(all="502")
    with pytest.raises(SourceDown):
        desk.load(now=NOW - timedelta(minutes=1))


def test_fifty_at_once_fetch_once(replay: Replay, desk: Desk) -> None:
    markets: list[Market] = []
    threads = [threading.Thread(target=lambda: markets.append(desk.load())) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(markets) == 50
    assert len({id(market) for market in markets}) == 1
    assert len(replay.log()) == 2


def test_refresh_asks_always_and_tells_each_outcome(replay: Replay, desk: Desk) -> None:
    seen: list[tuple[int, int, str]] = []
    replay.mode(None, **{"^GSPC": "html"})
    outcomes = refresh(
        desk.store, [*PAIR, "SPY"], now=NOW, home=desk.home, progress=lambda *step: seen.append(step)
    )  # fmt: skip
    assert [o.symbol for o in outcomes] == [*PAIR, "SPY"]
    assert [(o.last, o.rows > 0, o.error is None) for o in outcomes] == [
        (date(2026, 1, 22), True, True), (None, False, False), (date(2026, 1, 22), True, True),
    ]  # fmt: skip
    assert [done for done, _, _ in seen] == [1, 2, 3]
    replay.mode(all="ok")
    assert [o.rows for o in refresh(desk.store, ["^RUT"], now=NOW, home=desk.home)] == [0]
    assert len(replay.log()) == 1


def test_status_tells_what_is_held(replay: Replay, desk: Desk) -> None:
    replay.mode(EARLIER, all="ok")
    desk.load("^RUT", "IWD", now=EARLIER)
    rows = {row.symbol: row for row in status(desk.store, NOW)}
    rut = rows["^RUT"]
    assert (rut.subject.key, rut.first, rut.last) == ("rut", date(1987, 9, 10), date(2026, 1, 16))
    assert (rut.age, rut.provisional, rut.retrieved_at, rut.error) == (3, None, EARLIER, None)
    assert rut.sessions > 9000
    assert (rows["IWD"].last, rows["IWD"].error) == (None, "Yahoo has no symbol IWD")
    assert rows["SPY"].sessions == 0
    assert len(rows) == 25
