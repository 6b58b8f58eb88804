"""Sessions, their ends and what now is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tools.data.sessions import (
    check_settled,
    is_session,
    last_settled_session,
    next_session,
    now,
    previous_session,
    running_session,
    session_end,
    sessions,
    sessions_back,
    sessions_between,
    settled_at,
)
from tools.errors import BadDate, BadSetting


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_weekends_holidays_and_closures_are_no_sessions() -> None:
    assert is_session(date(2026, 1, 22))
    for shut in (date(2026, 1, 17), date(2026, 1, 19), date(2025, 1, 9), date(2001, 9, 12), date(2026, 6, 19)):
        assert not is_session(shut)


def test_neighbours_skip_the_long_weekend() -> None:
    assert next_session(date(2026, 1, 16)) == date(2026, 1, 20)
    assert previous_session(date(2026, 1, 20)) == date(2026, 1, 16)
    assert previous_session(date(2026, 1, 18)) == date(2026, 1, 16)
    assert sessions_back(date(2026, 1, 22), 3) == date(2026, 1, 16)


def test_counting_excludes_the_first_day_and_never_goes_below_zero() -> None:
    assert sessions_between(date(2026, 1, 16), date(2026, 1, 22)) == 3
    assert sessions_between(date(2026, 1, 22), date(2026, 1, 22)) == 0
    assert sessions_between(date(2026, 1, 22), date(2026, 1, 16)) == 0


def test_index_has_both_ends_and_no_zone() -> None:
    index = sessions(date(2026, 1, 16), date(2026, 1, 22))
    assert [t.day for t in index] == [16, 20, 21, 22]
    assert index.tz is None


@pytest.mark.parametrize(
    ("symbol", "day", "end"),
    [
        ("^RUT", date(2026, 1, 22), "2026-01-22T21:00Z"),
        ("^VIX", date(2026, 1, 22), "2026-01-22T21:15Z"),
        ("^TNX", date(2026, 1, 22), "2026-01-22T20:00Z"),
        ("^RUT", date(2025, 12, 24), "2025-12-24T18:00Z"),
        ("^VIX", date(2025, 12, 24), "2025-12-24T18:15Z"),
        ("^TNX", date(2025, 12, 24), "2025-12-24T18:00Z"),
        ("IWM", date(2025, 7, 22), "2025-07-22T20:00Z"),
    ],
)
def test_each_symbol_has_its_own_end(symbol: str, day: date, end: str) -> None:
    assert session_end(symbol, day) == at(end)
    assert settled_at(symbol, day) == at(end) + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("symbol", "instant", "day"),
    [
        ("^RUT", "2026-01-22T15:00Z", 21),
        ("^RUT", "2026-01-22T21:29:59Z", 21),
        ("^RUT", "2026-01-22T21:30Z", 22),
        ("^VIX", "2026-01-22T21:30Z", 21),
        ("^VIX", "2026-01-22T21:45Z", 22),
        ("^TNX", "2026-01-22T20:30Z", 22),
        ("^RUT", "2026-01-23T03:00Z", 22),  # still the 22nd in New York
        ("^RUT", "2026-01-19T23:00Z", 16),
    ],
)
def test_last_settled_session(symbol: str, instant: str, day: int) -> None:
    assert last_settled_session(symbol, at(instant)) == date(2026, 1, day)


def test_an_early_close_settles_early() -> None:
    assert last_settled_session("^RUT", at("2025-12-24T18:30Z")) == date(2025, 12, 24)
    assert last_settled_session("^VIX", at("2025-12-24T18:30Z")) == date(2025, 12, 23)


def test_running_session() -> None:
    assert running_session(at("2026-01-22T14:29Z")) is None
    assert running_session(at("2026-01-22T14:30Z")) == date(2026, 1, 22)
    assert running_session(at("2026-01-22T21:29Z")) == date(2026, 1, 22)
    assert running_session(at("2026-01-22T21:30Z")) is None
    assert running_session(at("2026-01-19T18:00Z")) is None


def test_now_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-22T17:30:00-05:00")
    assert now() == at("2026-01-22T22:30Z")
    assert now().tzinfo is UTC
    monkeypatch.delenv("FOOTNOTE_NOW")
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("text", ["yesterday", "2026-01-22", "2026-01-22T22:30:00"])
def test_now_without_a_zone_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", text)
    with pytest.raises(BadSetting, match="FOOTNOTE_NOW") as caught:
        now()
    assert isinstance(caught.value, ValueError)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 17), "17 January 2026 was a weekend"),
        (date(2026, 1, 19), "19 January 2026 was a day the exchange was shut"),
        (date(2026, 1, 23), "23 January 2026 lies in the future"),
        (date(2026, 1, 22), "22 January 2026 has not settled; its close counts from 21:30 UTC"),
        (date(1900, 1, 2), "lies before all data"),
    ],
)
def test_a_date_without_a_settled_session_is_refused(day: date, words: str) -> None:
    with pytest.raises(BadDate, match=words) as caught:
        check_settled(day, at("2026-01-22T15:00Z"))
    assert "January 2026" in caught.value.hint  # the nearest sessions


def test_a_holiday_names_both_neighbours() -> None:
    with pytest.raises(BadDate) as caught:
        check_settled(date(2026, 1, 19), at("2026-01-22T15:00Z"))
    assert caught.value.hint == "The nearest sessions are 16 January 2026 and 20 January 2026."


def test_a_settled_session_passes() -> None:
    check_settled(date(2026, 1, 21), at("2026-01-22T15:00Z"))
    check_settled(date(2026, 1, 22), at("2026-01-22T21:30Z"))
