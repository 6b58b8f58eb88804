"""The live path against the replay: bars as served, and every fault by its own name."""

import logging
import socket
from contextlib import suppress
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.replay import NOW, Replay
from tools.data.yahoo import Fetched, fetch
from tools.errors import MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable

START = date(2026, 1, 5)


def ask(home: Path, symbol: str = "^RUT", start: date | None = START, timeout: float = 5.0) -> Fetched:
    return fetch(symbol, start, now=NOW, home=home, timeout=timeout)


def test_the_whole_history_and_an_increment(replay: Replay, tmp_path: Path) -> None:
    whole = ask(tmp_path, start=None)
    assert whole.frame.index[0].date() == date(1987, 9, 10)
    assert pd.DatetimeIndex(whole.frame.index).tz is None
    assert list(whole.frame.columns) == ["open", "high", "low", "close", "volume"]
    assert whole.frame["close"].iloc[-1] == pytest.approx(2718.77, abs=0.005)
    assert whole.retrieved_at == NOW
    part = ask(tmp_path)
    assert part.frame.index[0].date() == START
    assert len(replay.log()) == 2  # one request each: no second for the zone


def test_dividends_come_beside_closes_as_served(replay: Replay, tmp_path: Path) -> None:
    served = ask(tmp_path, "SPY", date(2025, 12, 1))
    assert served.dividends == {date(2025, 12, 19): pytest.approx(1.993)}
    assert served.splits == {}
    assert served.frame["close"].loc["2025-12-18"] > 0


@pytest.mark.parametrize(
    ("mode", "error", "words", "requests"),
    [
        ("429", RateLimited, "limits the rate of requests", 1),
        ("404", SymbolNotFound, "no symbol", 1),
        ("empty", SourceDown, "an empty result", 1),
        ("emptybars", SourceDown, "no bars", 1),
        ("html", SourceDown, "a web page instead of prices", 1),
        ("502", SourceDown, "HTTP 502", 2),
        ("truncated", SourceDown, "broke off", 1),
        ("slow", SourceDown, "did not answer in time", 1),
    ],
)
def test_each_fault_has_its_error(
    replay: Replay, tmp_path: Path, mode: str, error: type[MarketDataError], words: str, requests: int
) -> None:
    replay.mode(all=mode)
    with pytest.raises(error, match=words) as caught:
        ask(tmp_path, timeout=1.0)
    assert type(caught.value) is error
    assert "\n" not in caught.value.message
    assert "delisted" not in caught.value.message
    assert caught.value.hint
    assert len(replay.log()) == requests
    replay.mode(all="ok")
    assert len(ask(tmp_path).frame) == 13  # no error was remembered


def test_a_refused_crumb_is_no_fault(replay: Replay, tmp_path: Path) -> None:
    replay.mode(all="crumb429")
    assert len(ask(tmp_path).frame) == 13


def test_a_null_bar_is_left_out(replay: Replay, tmp_path: Path) -> None:
    replay.mode(all="nullbar")
    days = [t.day for t in ask(tmp_path).frame.index]
    assert 21 not in days
    assert 22 in days


def test_rows_of_days_the_exchange_was_shut_are_dropped_and_logged(
    replay: Replay, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    later = NOW.replace(month=7, day=6)
    replay.mode(later, all="ok")
    with caplog.at_level(logging.INFO, logger="tools.data.yahoo"):
        served = fetch("^VIX", date(2026, 5, 1), now=later, home=tmp_path)
    days = {t.date() for t in served.frame.index}
    assert not days & {date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3)}
    assert "dropped 3 row(s) on days the exchange was shut" in caplog.text


def test_nothing_later_than_now_is_kept(replay: Replay, tmp_path: Path) -> None:
    served = fetch("^RUT", START, now=NOW.replace(day=15), home=tmp_path)
    assert served.frame.index[-1].date() == date(2026, 1, 15)


@pytest.mark.parametrize("symbol", ["", "a b", "../x", "US0378331005", "X" * 40])
def test_what_is_no_symbol_is_not_asked_for(replay: Replay, tmp_path: Path, symbol: str) -> None:
    with pytest.raises(SymbolNotFound, match="is not a Yahoo symbol"):
        ask(tmp_path, symbol)
    assert replay.log() == []


def test_a_closed_port_is_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable, match="refused") as caught:
        ask(tmp_path)
    assert "sample" in caught.value.hint


def test_a_name_without_address_is_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.invalid:3128")
    with pytest.raises(Unreachable, match="could not be resolved"):
        ask(tmp_path)


def test_a_proxy_that_refuses_is_unreachable(replay: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    control = replay.env["REPLAY_CONTROL"]  # an HTTP server that knows no CONNECT
    monkeypatch.setenv("HTTPS_PROXY", control)
    with pytest.raises(Unreachable, match="the proxy refused"):
        ask(tmp_path)


def test_the_terminal_stays_clean(replay: Replay, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for mode in ("emptybars", "crumb429", "502"):
        replay.mode(all=mode)
        with suppress(SourceDown):
            ask(tmp_path)
    assert capfd.readouterr() == ("", "")


def test_a_broken_cache_of_the_client_is_dropped(replay: Replay, tmp_path: Path) -> None:
    folder = tmp_path / "yfinance"
    folder.mkdir()
    for name in ("cookies.db", "tkr-tz.db"):
        (folder / name).write_bytes(b"no database" * 1000)
    assert len(fetch("^RUT", date(2026, 1, 5), now=NOW, home=tmp_path).frame) > 5
