"""The Fed's cuts and rises from its target range, elections, and macro series, each as known on a session."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from assistant.program import Program
from assistant.settings import read_settings
from tests.fred_server import serving_fred
from tests.real import MARKET, frame, needs_real
from tools.data.observations import Observation, Observations
from tools.errors import BadQuery, SourceDown
from tools.fact import spell_date
from tools.measures.events import listed_events, target_changes
from tools.measures.query import make_query

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
RANGE = {"DFEDTARU": [("2024-09-18", 5.5), ("2024-09-19", 5.0), ("2024-09-20", 5.0), ("2025-01-02", 5.25)],
         "DFEDTARL": [("2024-09-18", 5.25), ("2024-09-19", 4.75), ("2024-09-20", 4.75), ("2025-01-02", 5.0)]}  # fmt: skip


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program with a few bars stored, and FRED on loopback as the only host."""
    with serving_fred(tmp_path) as fred:
        for name, value in {**fred.env, "FOOTNOTE_NOW": NOW.isoformat()}.items():
            monkeypatch.setenv(name, value)
        fred.rows.update({name: [(day, str(v)) for day, v in rows] for name, rows in RANGE.items()})
        running = Program(read_settings({"FOOTNOTE_HOME": str(tmp_path / "home"), "FOOTNOTE_DATA": "yahoo"}))
        running.fred = fred  # type: ignore[attr-defined]
        yield running
        running.close()


def held(rows: dict[str, list[tuple[str, float]]]) -> dict[str, Observations]:
    return {
        name: Observations(name, tuple(Observation(date.fromisoformat(d), v) for d, v in found), NOW)
        for name, found in rows.items()
    }


def test_a_cut_and_a_rise_count_from_the_day_the_new_range_applied() -> None:
    cuts, rises = target_changes(held(RANGE), date(2026, 1, 22))
    assert (cuts, rises) == ([date(2024, 9, 19)], [date(2025, 1, 2)])


def test_nothing_after_the_session_is_known() -> None:
    cuts, rises = target_changes(held(RANGE), date(2024, 12, 31))
    assert (cuts, rises) == ([date(2024, 9, 19)], [])


def test_the_range_comes_from_fred_whole_and_is_kept(program: Program) -> None:
    found = listed_events(program.store, "fed_cut", date(2026, 1, 22), NOW, simulated=False)
    assert found == [date(2024, 9, 19)]
    asked = list(program.fred.asked)  # type: ignore[attr-defined]
    assert len(asked) == 2
    assert all("cosd" not in path for path in asked)
    assert listed_events(program.store, "fed_hike", date(2026, 1, 22), NOW, simulated=False) == [date(2025, 1, 2)]
    assert program.fred.asked == asked  # type: ignore[attr-defined]


def test_without_fred_there_are_no_events_and_the_line_says_so(program: Program) -> None:
    program.fred.fault = "500"  # type: ignore[attr-defined]
    with pytest.raises(SourceDown, match="could not be had"):
        listed_events(program.store, "fed_cut", date(2026, 1, 22), NOW, simulated=False)


def test_of_the_sample_no_real_event_is_measured(program: Program) -> None:
    with pytest.raises(BadQuery, match="simulated"):
        listed_events(program.store, "election", date(2026, 1, 22), NOW, simulated=True)


def test_elections_are_the_tuesdays_that_the_law_names(program: Program) -> None:
    days = listed_events(program.store, "election", date(2026, 1, 22), NOW, simulated=False)
    assert all(d.weekday() == 1 and d.month == 11 and 2 <= d.day <= 8 and d.year % 2 == 0 for d in days)
    assert days[-1] == date(2024, 11, 5)


@needs_real
def test_a_macro_series_is_measured_as_published_and_only_for_the_latest_session(program: Program) -> None:
    for symbol in ("^RUT", "^GSPC"):
        rows = frame(symbol).loc[: str(NOW.date())].drop(columns="adj_close")
        program.store.save(symbol, rows, {}, {}, retrieved_at=NOW, settled=np.ones(len(rows), dtype=bool))
    evidence = program.evidence(as_of=NOW.date())
    highest = evidence.measure(make_query(measure="extremes", subjects=("macro.unemployment",), order="highest"))
    fact = highest.facts[0]
    assert (fact.key, fact.unit, fact.value) == ("macro.unemployment.highest.all", "percent", 14.8)
    assert fact.dates == (date(2020, 4, 1),)
    assert fact.as_of == NOW.date()
    assert "latest vintage" in " ".join(fact.caveats)
    with pytest.raises(BadQuery, match=spell_date(date(2025, 6, 30))):
        program.evidence(as_of=date(2025, 6, 30)).measure(make_query(measure="value", subjects=("macro.unemployment",)))
    with pytest.raises(BadQuery, match="is not measured"):
        evidence.measure(make_query(measure="value", subjects=("macro.gold",)))


@needs_real
def test_the_cuts_of_the_real_range() -> None:
    rows = {}
    for name in RANGE:
        with (MARKET / "macro" / f"{name}.csv").open(encoding="utf-8") as lines:
            rows[name] = [(r["date"], float(r["value"])) for r in csv.DictReader(lines) if r["value"]]
    cuts, rises = target_changes(held(rows), date(2026, 1, 22))
    assert [d for d in cuts if d.year >= 2024] == [
        date(2024, 9, 19),
        date(2024, 11, 8),
        date(2024, 12, 19),
        date(2025, 9, 18),
        date(2025, 10, 30),
        date(2025, 12, 11),
    ]
    assert min(rises) == date(2015, 12, 16)  # as FRED dates it; since 2017 the day after it was decided
    assert len([d for d in rises if d.year in (2022, 2023)]) == 11
