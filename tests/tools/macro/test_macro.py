"""Macro figures as known on a session: releases, revisions, missing months, and when FRED is asked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.fred_server import KEY, Fred, serving_fred
from tools.data.observations import Observation, Observations, claims_release, earliest_release
from tools.data.store import Store, create_tables
from tools.definitions import definition
from tools.definitions.macro import MACRO
from tools.fact import Fact
from tools.macro.figures import LATEST_VINTAGE, SERIES, load_macro, macro_facts

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
DAY = date(2026, 1, 22)
CPI = {(2024, 9): 315.0, (2024, 11): 316.0, (2024, 12): 317.0, (2025, 9): 324.0, (2025, 11): 325.0, (2025, 12): 326.0}


@pytest.fixture(scope="module")
def _fred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fred]:
    with serving_fred(tmp_path_factory.mktemp("fred")) as running:
        yield running


@pytest.fixture
def fred(_fred: Fred, monkeypatch: pytest.MonkeyPatch) -> Fred:
    for name, value in _fred.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    _fred.reset()
    return _fred


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


def held(series: str, values: dict[date, float], known: dict[date, date] | None = None) -> dict[str, Observations]:
    rows = tuple(Observation(day, value, known[day] if known else None) for day, value in values.items())
    return {series: Observations(series, rows, NOW)}


def by_metric(facts: list[Fact]) -> dict[str, Fact]:
    return {fact.metric: fact for fact in facts}


def weeks(last: date, *values: float) -> dict[date, float]:
    return {last - timedelta(weeks=len(values) - 1 - n): value for n, value in enumerate(values)}


def load(store: Store, day: date = DAY, now: datetime = NOW, latest: bool = True) -> tuple[dict[str, Fact], list[str]]:
    facts, warnings = load_macro(store, as_of=day, latest=latest, now=now, timeout=2.0)
    return by_metric(facts), warnings


# What the figures are


def test_claims_are_of_the_week_ended_on_saturday_and_count_from_thursday() -> None:
    values = weeks(date(2026, 1, 17), 208_000, 200_000, 198_000, 200_000)
    facts = by_metric(macro_facts(held("ICSA", values), DAY))
    assert (facts["claims"].value, facts["claims_4w"].value) == (200_000, 201_500)
    assert facts["claims"].display == "200,000"
    assert facts["claims"].reading == "week ended 17 January 2026"
    assert facts["claims"].dates == (date(2026, 1, 17),)
    assert (facts["claims"].as_of, facts["claims"].unit, facts["claims"].subject) == (DAY, "count", "macro")
    given = facts["claims_4w"].inputs[0]
    assert (given.symbol, given.first, given.last, given.field) == (
        "ICSA",
        date(2025, 12, 27),
        date(2026, 1, 17),
        "value",
    )
    the_day_before = by_metric(macro_facts(held("ICSA", values), date(2026, 1, 21)))
    assert the_day_before["claims"].value == 198_000
    assert "claims_4w" not in the_day_before


def test_an_average_of_four_weeks_needs_four_weeks() -> None:
    values = weeks(date(2026, 1, 17), 208_000, 200_000, 198_000, 200_000)
    values.pop(date(2026, 1, 3))
    assert list(by_metric(macro_facts(held("ICSA", values), DAY))) == ["claims"]


@pytest.mark.parametrize(
    ("week_end", "release"),
    [
        (date(2026, 1, 17), date(2026, 1, 22)),
        (date(2025, 11, 22), date(2025, 11, 26)),  # Thanksgiving
        (date(2025, 12, 20), date(2025, 12, 24)),
        (date(2025, 12, 27), date(2025, 12, 31)),
        (date(2025, 6, 14), date(2025, 6, 18)),  # Juneteenth
        (date(2014, 6, 14), date(2014, 6, 19)),  # not a holiday yet
        (date(2024, 6, 29), date(2024, 7, 3)),
    ],
)
def test_claims_come_on_thursday_or_before_a_holiday(week_end: date, release: date) -> None:
    assert claims_release(week_end) == release == earliest_release("ICSA", week_end)


def months(values: dict[tuple[int, int], float]) -> dict[date, float]:
    return {date(year, month, 1): value for (year, month), value in values.items()}


def test_prices_over_a_year_and_over_a_month() -> None:
    facts = by_metric(macro_facts(held("CPIAUCSL", months(CPI)), DAY))
    yoy, mom = facts["cpi_yoy"], facts["cpi_mom"]
    assert yoy.value == pytest.approx(326 / 317 - 1, abs=1e-6)
    assert yoy.base is not None
    assert (yoy.base.session, yoy.base.field, yoy.base.value) == (date(2024, 12, 1), "value", 317.0)
    assert mom.value == pytest.approx(326 / 325 - 1, abs=1e-6)
    assert (yoy.unit, yoy.reading, yoy.caveats) == ("fraction", "for December 2025", (LATEST_VINTAGE,))


def test_the_month_that_was_never_published_is_not_bridged() -> None:
    facts = by_metric(macro_facts(held("CPIAUCSL", months(CPI)), date(2025, 12, 18)))
    assert list(facts) == ["cpi_yoy"]
    assert facts["cpi_yoy"].value == pytest.approx(325 / 316 - 1, abs=1e-6)
    assert any("October 2025" in caveat for caveat in facts["cpi_yoy"].caveats)
    later = months({**CPI, (2026, 9): 333.0, (2026, 10): 334.0})
    a_year_on = by_metric(macro_facts(held("CPIAUCSL", later), date(2026, 11, 20)))
    assert list(a_year_on) == ["cpi_mom"]
    assert any("October 2025" in caveat for caveat in a_year_on["cpi_mom"].caveats)


def test_unemployment_says_which_month_is_lacking() -> None:
    values = months({(2025, 9): 4.4, (2025, 11): 4.5, (2025, 12): 4.4})
    november = by_metric(macro_facts(held("UNRATE", values), date(2025, 12, 18)))["unemployment"]
    assert (november.value, november.unit, november.display) == (4.5, "percent", "4.50 %")
    assert any("October 2025" in caveat for caveat in november.caveats)
    assert by_metric(macro_facts(held("UNRATE", values), DAY))["unemployment"].caveats == (LATEST_VINTAGE,)


def test_payrolls_are_jobs_and_their_change_is_from_the_month_before() -> None:
    values = months({(2025, 11): 159_476.0, (2025, 12): 159_526.0})
    facts = by_metric(macro_facts(held("PAYEMS", values), DAY))
    assert (facts["payrolls"].value, facts["payrolls_change"].value) == (159_526_000, 50_000)
    assert facts["payrolls_change"].base is not None
    assert facts["payrolls_change"].base.value == 159_476_000
    assert list(by_metric(macro_facts(held("PAYEMS", months({(2025, 12): 159_526.0})), DAY))) == ["payrolls"]


def test_nothing_of_a_month_before_its_report_can_be_out() -> None:
    assert macro_facts(held("CPIAUCSL", months({(2025, 12): 326.0})), date(2026, 1, 9)) == []
    assert macro_facts(held("PAYEMS", months({(2025, 12): 159_526.0})), date(2025, 12, 31)) == []


def test_rates_are_of_a_day() -> None:
    observations = {
        **held("DFEDTARU", {DAY: 3.75}),
        **held("DFEDTARL", {DAY: 3.5}),
        **held("DFF", {date(2026, 1, 21): 3.64, DAY: 3.65}),
    }
    facts = by_metric(macro_facts(observations, DAY))
    assert {m: f.value for m, f in facts.items()} == {
        "fed_funds_upper": 3.75,
        "fed_funds_lower": 3.5,
        "fed_funds": 3.64,
    }
    assert facts["fed_funds"].reading == "on 21 January 2026"


def test_a_revision_counts_from_its_own_day_and_changes_the_id() -> None:
    rows = (
        Observation(date(2025, 11, 1), 159_476.0, date(2026, 1, 9)),
        Observation(date(2025, 12, 1), 159_526.0, date(2026, 1, 9)),
        Observation(date(2025, 12, 1), 159_524.0, date(2026, 2, 11)),
    )
    observations = {"PAYEMS": Observations("PAYEMS", rows, NOW)}
    before = by_metric(macro_facts(observations, date(2026, 2, 10)))["payrolls_change"]
    after = by_metric(macro_facts(observations, date(2026, 2, 11)))["payrolls_change"]
    assert (before.value, after.value) == (50_000, 48_000)
    assert before.caveats == ()
    assert before.inputs[0].digest != after.inputs[0].digest
    assert macro_facts(observations, date(2026, 1, 8)) == []


def test_each_metric_has_its_definition() -> None:
    for metric in MACRO:
        assert definition(metric).label


# When FRED is asked, and what is kept


def test_the_latest_session_without_a_key(fred: Fred, store: Store) -> None:
    facts, warnings = load(store)
    assert warnings == []
    assert set(facts) == set(MACRO)
    assert all(LATEST_VINTAGE in fact.caveats for fact in facts.values())
    assert facts["claims"].dates == (date(2026, 1, 17),)
    assert facts["claims"].source.publisher == "FRED, Federal Reserve Bank of St. Louis"
    assert facts["claims"].source.retrieved_at == NOW
    assert len(fred.asked) == len(SERIES)


def test_a_past_date_without_vintages_has_none_and_says_so(fred: Fred, store: Store) -> None:
    load(store)
    fred.asked.clear()
    facts, warnings = load(store, date(2026, 1, 14), latest=False)
    assert facts == {}
    assert len(warnings) == 1
    assert "14 January 2026" in warnings[0]
    assert "FRED_API_KEY" in warnings[0]
    assert fred.asked == []


def test_a_revised_figure_as_it_was_known(fred: Fred, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRED_API_KEY", KEY)
    fred.vintages["PAYEMS"] = [
        ("2025-11-01", "2025-12-16", "159500"),
        ("2025-11-01", "2026-01-09", "159476"),
        ("2025-12-01", "2026-01-09", "159526"),
        ("2025-12-01", "2026-02-11", "159524"),
    ]
    later = datetime(2026, 2, 20, 22, 30, tzinfo=UTC)
    now_known, warnings = load(store, date(2026, 2, 20), later)
    assert (now_known["payrolls_change"].value, warnings) == (48_000, [])
    asked = len(fred.asked)
    then, _ = load(store, DAY, later, latest=False)
    assert then["payrolls_change"].value == 50_000
    assert then["payrolls_change"].caveats == ()
    assert load(store, date(2026, 1, 8), later, latest=False)[0]["payrolls"].value == 159_500_000
    assert len(fred.asked) == asked


def test_another_stretch_of_years_is_fetched_for_itself(
    fred: Fred, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRED_API_KEY", KEY)
    fred.vintages["ICSA"] = [("2015-01-10", "2015-01-15", "316000"), ("2026-01-17", "2026-01-22", "200000")]
    assert load(store)[0]["claims"].value == 200_000
    assert load(store, date(2015, 1, 20), latest=False)[0]["claims"].value == 316_000
    fred.asked.clear()
    assert load(store, date(2015, 1, 21), NOW + timedelta(days=90), latest=False)[0]["claims"].value == 316_000
    assert not any("ICSA" in path for path in fred.asked)  # what was known then doesn't change


def test_nothing_is_asked_again_within_hours_of_a_success(fred: Fred, store: Store) -> None:
    load(store)
    load(store, now=NOW + timedelta(hours=3))
    assert len(fred.asked) == len(SERIES)
    load(store, now=NOW + timedelta(hours=5))
    assert len(fred.asked) == 2 * len(SERIES)


def test_a_revision_is_a_new_row_and_the_old_one_stays(fred: Fred, store: Store) -> None:
    fred.rows["UNRATE"] = [("2025-11-01", "4.6"), ("2025-12-01", "4.4")]
    load(store)
    fred.rows["UNRATE"] = [("2025-11-01", "4.5"), ("2025-12-01", "4.4")]
    load(store, now=NOW + timedelta(hours=5))
    since = date(2025, 1, 1)
    first = store.read_observations(["UNRATE"], NOW, since=since)["UNRATE"]
    second = store.read_observations(["UNRATE"], NOW + timedelta(hours=6), since=since)["UNRATE"]
    assert [row.value for row in first.rows] == [4.6, 4.4]
    assert [row.value for row in second.rows] == [4.5, 4.4]


def test_a_fault_costs_nothing_that_is_held(fred: Fred, store: Store) -> None:
    whole, _ = load(store)
    fred.fault = "500"
    facts, warnings = load(store, now=NOW + timedelta(hours=5))
    assert {m: f.id for m, f in facts.items()} == {m: f.id for m, f in whole.items()}
    assert len(warnings) == 1
    assert "HTTP 500" in warnings[0]
    assert "22 January 2026" in warnings[0]


@pytest.mark.parametrize(
    ("fault", "minutes", "asked"),
    [("500", 4, 0), ("500", 6, len(SERIES)), ("404", 50, 0), ("404", 61, len(SERIES)), ("429", 4, 0), ("429", 6, 1)],
)
def test_a_fault_is_not_asked_about_again_at_once(
    fred: Fred, store: Store, fault: str, minutes: int, asked: int
) -> None:
    fred.fault = fault
    facts, warnings = load(store)
    assert facts == {}
    assert len(warnings) == 1
    fred.asked.clear()
    assert load(store, now=NOW + timedelta(minutes=minutes))[1] == warnings
    assert len(fred.asked) == asked


def test_a_refused_host_is_asked_for_once_an_hour(fred: Fred, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.data.economic.fred.GRAPH_URL", "https://elsewhere.invalid/graph/fredgraph.csv")
    facts, warnings = load(store)
    assert facts == {}
    assert "the proxy refused" in warnings[0]
    for minutes, times in ((30, 1), (61, 2)):
        load(store, now=NOW + timedelta(minutes=minutes))
        assert fred.connects == ["elsewhere.invalid"] * times


def test_one_series_down_costs_its_own_figures_only(fred: Fred, store: Store) -> None:
    fred.faults["ICSA"] = "html"
    facts, warnings = load(store)
    assert set(facts) == set(MACRO) - {"claims", "claims_4w"}
    assert len(warnings) == 1
    assert "ICSA" in warnings[0]


def test_a_wrong_key_is_said_without_the_key(fred: Fred, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = KEY[::-1]
    monkeypatch.setenv("FRED_API_KEY", wrong)
    facts, warnings = load(store)
    assert facts == {}
    assert "FRED_API_KEY" in warnings[0]
    assert len(fred.asked) == 1
    assert wrong not in repr(warnings) + repr(store.attempts(["fred:ICSA:2025"], NOW))


def test_fetching_leaves_the_market_in_memory_as_it_is(fred: Fred, store: Store) -> None:
    before = store.stamp(NOW)
    load(store)
    assert store.stamp(NOW) == before
