"""FRED over a server of our own, reached by its real names: observations as served, each fault by its own name."""

import logging
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tests.fred_server import KEY, Fred, serving_fred
from tools.data.economic.fred import Refused, api_key, fetch
from tools.data.observations import Observation, Observations
from tools.errors import BadSetting, MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def _fred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fred]:
    with serving_fred(tmp_path_factory.mktemp("fred")) as running:
        yield running


@pytest.fixture
def fred(_fred: Fred, monkeypatch: pytest.MonkeyPatch) -> Fred:
    for name, value in _fred.env.items():
        monkeypatch.setenv(name, value)
    _fred.reset()
    return _fred


def ask(series: str = "ICSA", key: str | None = None, as_of: date | None = None, timeout: float = 5.0) -> Observations:
    return fetch(series, now=NOW, key=key, as_of=as_of, timeout=timeout)


def test_the_keyless_file_has_the_latest_vintage(fred: Fred) -> None:
    served = ask()
    assert (served.series, served.vintages, served.retrieved_at) == ("ICSA", False, NOW)
    assert served.rows[0].period >= date(2023, 1, 1)
    assert all(row.period.weekday() == 5 and row.known_from is None for row in served.rows)
    assert fred.connects == ["fred.stlouisfed.org"]
    assert "api_key" not in fred.asked[0]


@pytest.mark.parametrize("missing", [".", ""])
def test_a_missing_value_is_no_observation(fred: Fred, missing: str) -> None:
    fred.rows["UNRATE"] = [("2025-09-01", "4.4"), ("2025-10-01", missing), ("2025-11-01", "4.5")]
    assert ask("UNRATE").rows == (Observation(date(2025, 9, 1), 4.4), Observation(date(2025, 11, 1), 4.5))


def test_the_api_has_vintages_in_pages_and_within_its_limit(fred: Fred) -> None:
    served = ask("DFF", KEY)
    assert served.vintages
    assert len(served.rows) > 1000
    assert len(fred.asked) > 1
    assert fred.connects == ["api.stlouisfed.org"] * len(fred.connects)
    assert all("realtime_start=2025-01-01&realtime_end=9999-12-31" in path for path in fred.asked)
    newest = [row for row in served.rows if row.period == date(2026, 1, 20)]
    assert [row.known_from for row in newest] == [date(2026, 1, 21)]


def test_a_past_day_asks_for_its_own_five_years(fred: Fred) -> None:
    fred.vintages["ICSA"] = [("2015-01-10", "2015-01-15", "316000"), ("2015-01-10", "2015-01-22", "317000")]
    served = ask("ICSA", KEY, date(2015, 3, 2))
    assert "realtime_start=2015-01-01&realtime_end=2019-12-31" in fred.asked[0]
    assert served.as_known(date(2015, 1, 20)) == {date(2015, 1, 10): 316000.0}
    assert served.as_known(date(2015, 1, 22)) == {date(2015, 1, 10): 317000.0}


@pytest.mark.parametrize(("key", "error"), [(None, SourceDown), (KEY, SymbolNotFound)])
def test_an_answer_without_observations(fred: Fred, key: str | None, error: type[MarketDataError]) -> None:
    fred.rows["ICSA"] = [("2026-01-17", ".")]
    fred.vintages["ICSA"] = [("2026-01-17", "2026-01-22", ".")]
    with pytest.raises(error, match="no observations of ICSA"):
        ask(key=key)


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ("429", RateLimited, "limits the rate of requests"),
        ("404", SymbolNotFound, "no series ICSA"),
        ("500", SourceDown, "HTTP 500"),
        ("html", SourceDown, "a web page instead of ICSA"),
        ("truncated", SourceDown, "broke off|form expected"),
        ("cut", SourceDown, "broke the connection"),
        ("slow", SourceDown, "did not answer in time"),
    ],
)
def test_each_fault_has_its_error(
    fred: Fred, fault: str, error: type[MarketDataError], words: str, key: str | None
) -> None:
    fred.fault = fault
    with pytest.raises(error, match=words) as caught:
        ask(key=key, timeout=1.0)
    assert type(caught.value) is error
    assert "\n" not in caught.value.message
    assert len(fred.asked) == 1
    assert_no_key(caught.value)


def test_a_refused_key_names_the_variable_and_not_the_key(fred: Fred) -> None:
    wrong = KEY[::-1]
    with pytest.raises(BadSetting, match="FRED_API_KEY") as caught:
        ask(key=wrong)
    assert wrong not in repr(caught.value) + caught.value.hint


def test_a_key_stays_out_of_the_log(fred: Fred, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ask(key=KEY)
    assert "/fred/series/observations" in caplog.text
    assert KEY not in caplog.text


def test_a_proxy_that_refuses_the_host(fred: Fred, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.data.economic.fred.API_URL", "https://elsewhere.invalid/fred")
    with pytest.raises(Refused, match="the proxy refused") as caught:
        ask(key=KEY)
    assert isinstance(caught.value, Unreachable)
    assert_no_key(caught.value)


def test_a_closed_port_is_unreachable(fred: Fred, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable, match="the connection was refused") as caught:
        ask(key=KEY)
    assert type(caught.value) is Unreachable
    assert_no_key(caught.value)


def test_a_name_without_address_is_unreachable(fred: Fred, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.invalid:3128")
    with pytest.raises(Unreachable, match="could not be resolved") as caught:
        ask()
    assert type(caught.value) is Unreachable


@pytest.mark.parametrize("bundle", ["none.pem", "tests/market.py"])
def test_certificates_that_do_not_fit_are_unreachable(fred: Fred, monkeypatch: pytest.MonkeyPatch, bundle: str) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
    with pytest.raises(Unreachable):
        ask()


def test_a_certificate_of_a_stranger_is_unreachable(fred: Fred, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name)
    with pytest.raises(Unreachable, match="TLS"):
        ask()


@pytest.mark.parametrize("name", ["", "a b", "ICSA&id=DFF", "../x"])
def test_what_is_no_series_is_not_asked_for(fred: Fred, name: str) -> None:
    with pytest.raises(SymbolNotFound):
        ask(name)
    assert fred.asked == []


def test_the_key_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRED_API_KEY", f" {KEY} ")
    assert api_key() == KEY
    monkeypatch.setenv("FRED_API_KEY", "")
    assert api_key() is None


def assert_no_key(error: MarketDataError) -> None:
    """Neither in the message nor in what a traceback would print."""
    assert KEY not in error.message + error.hint + repr(error)
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
