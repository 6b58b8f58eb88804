"""What is due next: listed dates from when they were published, rules in any year."""

import json
from datetime import date, timedelta

import pytest

from tools.data.sessions import sessions
from tools.definitions import definition
from tools.fact import Fact
from tools.macro.calendar import EVENTS, calendar_facts, closure_fact, event_name, next_claims, next_reconstitution


def due(day: date) -> dict[str, Fact]:
    return {fact.metric.removeprefix("next_"): fact for fact in calendar_facts(day)}


def dates(day: date) -> dict[str, str]:
    return {kind: str(fact.value) for kind, fact in due(day).items()}


def test_what_was_due_on_22_january_2026() -> None:
    assert dates(date(2026, 1, 22)) == {
        "fomc": "2026-01-28",
        "claims": "2026-01-29",
        "payrolls": "2026-02-06",
        "cpi": "2026-02-11",
        "earnings": "2026-04-14",
        "reconstitution": "2026-06-26",
    }


def test_the_nearest_stands_first_and_each_says_how_sure_it_is() -> None:
    facts = calendar_facts(date(2026, 1, 22))
    assert [str(f.value) for f in facts] == sorted(str(f.value) for f in facts)
    assert {f.metric: f.reading for f in facts} == {
        "next_fomc": "confirmed",
        "next_claims": "inferred",
        "next_payrolls": "confirmed",
        "next_cpi": "confirmed",
        "next_earnings": "inferred",
        "next_reconstitution": "inferred",
    }
    claims = due(date(2026, 1, 22))["claims"]
    assert claims.source.publisher == "U.S. Department of Labor"
    assert claims.unit == "date"
    assert any("Thursday" in caveat for caveat in claims.caveats)


def test_a_moved_date_counts_from_when_the_move_was_published() -> None:
    assert dates(date(2026, 2, 3))["payrolls"] == "2026-02-06"
    moved = dates(date(2026, 2, 5))
    assert (moved["payrolls"], moved["cpi"]) == ("2026-02-11", "2026-02-13")


def test_no_listed_date_is_known_before_its_source() -> None:
    table = json.loads(EVENTS.read_text(encoding="utf-8"))
    for stamp in sessions(date(2024, 1, 2), date(2026, 12, 31)):
        day = stamp.date()
        for kind, fact in due(day).items():
            assert str(fact.value) > day.isoformat()
            listed = [e for e in table["events"] if e["key"] == kind and "rule" not in e]
            if listed:
                assert fact.source.retrieved_at.date() <= day


def test_a_holiday_of_the_exchange_has_its_name_too() -> None:
    assert event_name(closure_fact(date(2026, 2, 10)).key) == "holiday of the exchange"


def test_listed_dates_are_sessions_and_each_event_has_a_source_and_a_definition() -> None:
    table = json.loads(EVENTS.read_text(encoding="utf-8"))
    for event in table["events"]:
        assert event["source"] in table["sources"]
        assert definition(f"next_{event['key']}").label
        assert event_name(f"calendar.next_{event['key']}") == event["name"]
        days = [date.fromisoformat(day) for day in event.get("dates", ())]
        assert days == sorted(days)
        assert all(day.weekday() < 5 and day.isoformat() > event["since"] for day in days)


@pytest.mark.parametrize(
    ("day", "release"),
    [
        (date(2026, 1, 21), date(2026, 1, 22)),
        (date(2026, 1, 22), date(2026, 1, 29)),
        (date(2025, 11, 25), date(2025, 11, 26)),  # the day before Thanksgiving
        (date(2025, 11, 26), date(2025, 12, 4)),
        (date(2025, 12, 23), date(2025, 12, 24)),
        (date(2025, 12, 24), date(2025, 12, 31)),
        (date(2020, 11, 10), date(2020, 11, 12)),  # Veterans Day was a Wednesday
        (date(2021, 11, 9), date(2021, 11, 10)),
        (date(1988, 1, 4), date(1988, 1, 7)),
    ],
)
def test_claims_by_rule(day: date, release: date) -> None:
    assert next_claims(day) == release


def test_claims_and_the_reconstitution_are_due_in_any_year() -> None:
    day = date(1988, 1, 4)
    while day.year < 2027:
        found = due(day)
        assert 1 <= (date.fromisoformat(str(found["claims"].value)) - day).days <= 8
        assert 1 <= (date.fromisoformat(str(found["reconstitution"].value)) - day).days <= 371
        day += timedelta(days=17)
    assert any("not a schedule of the time" in caveat for caveat in due(date(1995, 3, 1))["claims"].caveats)


@pytest.mark.parametrize(
    ("day", "rebuilt"),
    [
        (date(2024, 6, 3), date(2024, 6, 28)),
        (date(2023, 6, 22), date(2023, 6, 23)),
        (date(2025, 6, 27), date(2026, 6, 26)),
        (date(2026, 6, 26), date(2026, 11, 13)),
        (date(2026, 11, 13), date(2027, 6, 25)),
    ],
)
def test_the_russell_indexes_by_rule(day: date, rebuilt: date) -> None:
    assert next_reconstitution(day) == rebuilt
