"""The window of a measure: what contradicts itself, the days it means, and its name in a fact's key."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tools.measures.windows.window import (
    Days,
    UnresolvedAnchor,
    Window,
    WindowError,
    days,
    months_before,
    period_days,
    period_of,
    slug,
)

NOW = date(2026, 1, 22)  # a Thursday, a session; Monday the 19th was a holiday
NEW_YEAR = date(2026, 1, 1)
SATURDAY = date(2026, 1, 24)
LEAP_DAY = date(2024, 2, 29)
MARCH_END = date(2025, 3, 31)


def window(**fields: object) -> Window:
    return Window.model_validate(fields)


CONTRADICTIONS = [
    ({"last": 3}, "last and unit are set together"),
    ({"unit": "month"}, "last and unit are set together"),
    ({"last": 0, "unit": "month"}, "it counts from 1"),
    ({"last": -2, "unit": "year"}, "it counts from 1"),
    ({"last": 1, "unit": "fortnight"}, "unit"),
    ({"start": "2025-02-01", "end": "2025-01-31"}, "lies before the start"),
    ({"start": "2025-02-30"}, "start"),
    ({"start": "2025-01-01", "period": "2025"}, "three ways"),
    ({"last": 1, "unit": "year", "period": "2025"}, "three ways"),
    ({"end": "2025-01-01", "last": 1, "unit": "year"}, "three ways"),
    ({"closes": True}, "closes needs a start"),
    ({"closes": True, "period": "2025"}, "closes needs a start"),
    ({"closes": True, "start": "2025-01-02", "end": "2025-01-02"}, "is no time"),
    *(
        ({"period": period}, "is no period")
        for period in (
            "25",
            "2025-13",
            "2025-00",
            "2025-Q5",
            "2025-W54",
            "2025-H3",
            "2025s",
            "2025-1",
            "0000",
            "Q4",
            "",
        )
    ),
    ({"level": 2500.0}, 'level and since "level"'),
    ({"since": "level"}, 'level and since "level"'),
    ({"since": "level", "level": -1.0}, "positive number"),
    ({"since": "level", "level": float("inf")}, "positive number"),
    ({"since": "event"}, 'event and since "event"'),
    ({"event": "fed_cut"}, 'event and since "event"'),
    ({"since": "event", "event": "easter"}, "event"),
    ({"since": "record", "start": "2025-01-01"}, "takes no start"),
    ({"since": "record", "season": "01"}, "takes no start"),
    ({"since": "low", "last": 1, "unit": "year"}, "takes no start"),
    ({"since": "record", "period": "2025"}, "takes no period"),
    ({"season": "13"}, "is no season"),
    ({"season": "1"}, "is no season"),
    ({"season": "Q5"}, "is no season"),
    ({"season": "sat"}, "is no season"),
    ({"season": "03", "period": "2025-04"}, "no day of season"),
    ({"season": "Q4", "period": "2025-H1"}, "no day of season"),
    ({"season": "06", "period": "2025-W01"}, "no day of season"),
    ({"from": "2025"}, "from"),
]

DAYS = [
    (NOW, {}, (date.min, NOW, False)),
    (NOW, {"end": "2025-03-31"}, (date.min, date(2025, 3, 31), False)),
    (NOW, {"start": "2025-04-09"}, (date(2025, 4, 9), NOW, False)),
    (NOW, {"start": "2025-04-09", "closes": True}, (date(2025, 4, 9), NOW, True)),
    (NOW, {"start": "2025-04-02", "end": "2025-04-09", "closes": True}, (date(2025, 4, 2), date(2025, 4, 9), True)),
    (NOW, {"start": "2026-01-05", "end": "2026-05-01"}, (date(2026, 1, 5), NOW, False)),
    (NOW, {"period": "2025-Q4"}, (date(2025, 10, 1), date(2025, 12, 31), False)),
    (NOW, {"period": "2025"}, (date(2025, 1, 1), date(2025, 12, 31), False)),
    (NOW, {"period": "2024-02"}, (date(2024, 2, 1), date(2024, 2, 29), False)),
    (NOW, {"period": "2025-H1"}, (date(2025, 1, 1), date(2025, 6, 30), False)),
    (NOW, {"period": "2025-H2"}, (date(2025, 7, 1), date(2025, 12, 31), False)),
    (NOW, {"period": "2010s"}, (date(2010, 1, 1), date(2019, 12, 31), False)),
    (NOW, {"period": "2020s"}, (date(2020, 1, 1), NOW, False)),
    (NOW, {"period": "2026"}, (date(2026, 1, 1), NOW, False)),
    (NOW, {"period": "2026-W04"}, (date(2026, 1, 19), NOW, False)),
    (NOW, {"period": "2026-W01"}, (date(2025, 12, 29), date(2026, 1, 2), False)),
    (SATURDAY, {"period": "2026-W04"}, (date(2026, 1, 19), date(2026, 1, 23), False)),
    (NEW_YEAR, {"period": "2026-Q1"}, (NEW_YEAR, NEW_YEAR, False)),
    (NOW, {"last": 3, "unit": "month"}, (date(2025, 10, 23), NOW, False)),  # base: the close of 22 October 2025
    (NOW, {"last": 5, "unit": "year"}, (date(2021, 1, 23), NOW, False)),  # base: on or before 22 January 2021
    (NOW, {"last": 1, "unit": "quarter"}, (date(2025, 10, 23), NOW, False)),
    (NOW, {"last": 2, "unit": "week"}, (date(2026, 1, 9), NOW, False)),
    (NOW, {"last": 1, "unit": "session"}, (NOW, NOW, False)),
    (NOW, {"last": 3, "unit": "session"}, (date(2026, 1, 20), NOW, False)),  # Monday the 19th is passed over
    (NOW, {"last": 5, "unit": "session"}, (date(2026, 1, 15), NOW, False)),
    (SATURDAY, {"last": 2, "unit": "session"}, (date(2026, 1, 22), SATURDAY, False)),
    (NEW_YEAR, {"last": 1, "unit": "session"}, (date(2025, 12, 31), NEW_YEAR, False)),
    (MARCH_END, {"last": 1, "unit": "month"}, (date(2025, 3, 1), MARCH_END, False)),  # base: on or before 28 February
    (date(2024, 3, 31), {"last": 1, "unit": "month"}, (date(2024, 3, 1), date(2024, 3, 31), False)),
    (LEAP_DAY, {"last": 1, "unit": "year"}, (date(2023, 3, 1), LEAP_DAY, False)),
    (LEAP_DAY, {"last": 4, "unit": "year"}, (date(2020, 3, 1), LEAP_DAY, False)),
    (NOW, {"last": 5000, "unit": "year"}, (date.min, NOW, False)),
    (NOW, {"last": 10**6, "unit": "week"}, (date.min, NOW, False)),
    (NOW, {"season": "01", "start": "2000-01-01"}, (date(2000, 1, 1), NOW, False)),
    (NOW, {"season": "mon"}, (date.min, NOW, False)),
]

SLUGS = [
    (NOW, {}, "all"),
    (NOW, {"last": 252, "unit": "session"}, "252s"),
    (NOW, {"last": 6, "unit": "month"}, "6m"),
    (NOW, {"last": 12, "unit": "month"}, "1y"),
    (NOW, {"last": 4, "unit": "quarter"}, "1y"),
    (NOW, {"last": 3, "unit": "quarter"}, "9m"),
    (NOW, {"last": 5, "unit": "year"}, "5y"),
    (NOW, {"last": 2, "unit": "week"}, "2w"),
    (NOW, {"period": "2025-Q4"}, "2025q4"),
    (NOW, {"start": "2025-10-01", "end": "2025-12-31"}, "2025q4"),
    (NOW, {"period": "2025"}, "2025"),
    (NOW, {"start": "2025-01-01", "end": "2025-12-31"}, "2025"),
    (NOW, {"period": "2025-01"}, "202501"),
    (NOW, {"period": "2025-H1"}, "2025h1"),
    (NOW, {"period": "2025-W04"}, "2025w04"),
    (NOW, {"start": "2025-01-20", "end": "2025-01-24"}, "2025w04"),
    (NOW, {"period": "2010s"}, "2010_2019"),
    (NOW, {"start": "2010-01-01", "end": "2019-12-31"}, "2010_2019"),
    (NOW, {"period": "2020s"}, "since_2020"),
    (NOW, {"start": "2020-01-01"}, "since_2020"),
    (NOW, {"last": 2010, "unit": "session"}, "2010s"),
    (NOW, {"period": "2026"}, "2026"),
    (NOW, {"start": "2026-01-01"}, "2026"),
    (NOW, {"period": "2026-01"}, "202601"),
    (NOW, {"start": "2026-01-01", "end": "2026-01-31"}, "202601"),
    (NOW, {"period": "2026-Q1"}, "2026q1"),
    (NOW, {"start": "2020-03-23", "closes": True}, "20200323_20260122"),
    (NOW, {"start": "2020-03-23", "end": "2026-01-22", "closes": True}, "20200323_20260122"),
    (NOW, {"start": "2020-03-23"}, "days_20200323_20260122"),
    (NOW, {"start": "2025-04-09", "end": "2025-04-09"}, "20250409"),
    (NOW, {"end": "2025-03-31"}, "until_20250331"),
    (NOW, {"end": "2026-01-22"}, "all"),
    (NOW, {"season": "01"}, "january_all"),
    (NOW, {"season": "01", "start": "2000-01-01"}, "january_since_2000"),
    (NOW, {"season": "Q4", "last": 20, "unit": "year"}, "q4_20y"),
    (NOW, {"season": "mon", "period": "2025"}, "mon_2025"),
    (NOW, {"since": "record"}, "since_record"),
    (NOW, {"since": "low"}, "since_low"),
    (NOW, {"since": "low", "period": "2025-04"}, "since_low_202504"),
    (NOW, {"since": "high", "period": "2025"}, "since_high_2025"),
    (NOW, {"since": "level", "level": 2500}, "since_level_2500"),
    (NOW, {"since": "level", "level": 2500.5}, "since_level_2500_5"),
    (NOW, {"since": "event", "event": "fed_cut"}, "since_event_fed_cut"),
]

DATES = st.dates(date(1990, 1, 1), date(2026, 6, 30))
PERIODS = st.builds(period_of, DATES, st.sampled_from(["week", "month", "quarter", "half", "year", "decade"]))
LIMITS = st.one_of(
    st.just({}),
    st.builds(lambda period: {"period": period}, PERIODS),
    st.builds(lambda start: {"start": start}, DATES),
    st.builds(lambda start, length: {"start": start, "end": start + timedelta(length)}, DATES, st.integers(0, 800)),
    st.builds(lambda start: {"start": start, "closes": True}, DATES),
    st.builds(
        lambda year, n: {"start": date(year, 1, 1), "end": date(year + n, 12, 31)},
        st.integers(1990, 2025),
        st.integers(0, 9),
    ),
    st.builds(lambda end: {"end": end}, DATES),
    st.builds(
        lambda n, unit: {"last": n, "unit": unit},
        st.integers(1, 40),
        st.sampled_from(["session", "week", "month", "quarter", "year"]),
    ),
)
WINDOWS = st.builds(
    lambda limits, season: window(**limits, season=season), LIMITS, st.sampled_from([None, None, "fri", "mon"])
)


@pytest.mark.parametrize(("fields", "reason"), CONTRADICTIONS)
def test_contradictions_are_refused_in_one_line(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        window(**fields)
    error = refusal.value.errors()[0]
    assert reason in error["msg"] or reason in error["loc"]
    assert "\n" not in error["msg"]


def test_a_window_can_be_filled_from_its_schema() -> None:
    schema = Window.model_json_schema()
    assert schema["additionalProperties"] is False
    assert all(field["description"] for field in schema["properties"].values())
    assert len(json.dumps(schema)) < 3000
    read = Window.model_validate_json('{"start": "2025-04-09", "closes": true}')
    assert read == window(start=date(2025, 4, 9), closes=True)


def test_a_window_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Window().period = "2025"  # type: ignore[misc]


@pytest.mark.parametrize(("as_of", "fields", "expected"), DAYS)
def test_the_days_of_a_window(as_of: date, fields: dict[str, object], expected: tuple[date, date, bool]) -> None:
    assert days(window(**fields), as_of) == Days(*expected)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"period": "2030"}, "2030 lies after 22 January 2026"),
        ({"period": "2026-Q2"}, "2026-Q2 lies after 22 January 2026"),
        ({"start": "2026-01-23"}, "23 January 2026 lies after 22 January 2026"),
    ],
)
def test_a_window_after_the_date_has_no_days_and_no_name(fields: dict[str, object], message: str) -> None:
    for function in (days, slug):
        with pytest.raises(WindowError, match=f"^{message}$"):
            function(window(**fields), NOW)


@pytest.mark.parametrize("fields", [{"since": "record"}, {"since": "event", "event": "election"}, {"since": "low"}])
def test_an_anchor_is_not_dated_by_the_calendar(fields: dict[str, object]) -> None:
    with pytest.raises(UnresolvedAnchor, match="dated by bars or events"):
        days(window(**fields), NOW)


@pytest.mark.parametrize(("as_of", "fields", "expected"), SLUGS)
def test_the_slug_of_a_window(as_of: date, fields: dict[str, object], expected: str) -> None:
    assert slug(window(**fields), as_of) == expected


@pytest.mark.parametrize(
    ("day", "months", "base"),
    [
        (date(2025, 3, 31), 1, date(2025, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 22), 3, date(2025, 10, 22)),
        (date(2026, 1, 22), 60, date(2021, 1, 22)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2025, 10, 31), -1, date(2025, 11, 30)),
        (date(5, 1, 1), 100, date.min),
    ],
)
def test_months_before_clips_at_a_months_end(day: date, months: int, base: date) -> None:
    assert months_before(day, months) == base


@settings(deadline=None)
@given(DATES, st.sampled_from(["month", "quarter", "half", "year", "decade"]))
def test_a_period_holds_the_day_it_is_of(day: date, unit: str) -> None:
    first, last = period_days(period_of(day, unit))
    assert first <= day <= last
    assert period_of(last + timedelta(days=1), unit) != period_of(day, unit)


@settings(deadline=None, max_examples=400)
@given(WINDOWS, WINDOWS)
def test_two_windows_share_a_slug_only_if_they_mean_the_same(one: Window, other: Window) -> None:
    as_of = date(2026, 6, 30)
    names = [slug(each, as_of) for each in (one, other)]
    assert all(re.fullmatch(r"[a-z0-9_]+", name) for name in names)
    if names[0] == names[1]:
        assert (days(one, as_of), one.season) == (days(other, as_of), other.season)


@settings(deadline=None)
@given(PERIODS)
def test_a_period_written_as_its_days_has_the_same_slug(period: str) -> None:
    first, last = period_days(period)
    as_of = date(2026, 12, 31)
    assert slug(window(period=period), as_of) == slug(window(start=first, end=last), as_of)
