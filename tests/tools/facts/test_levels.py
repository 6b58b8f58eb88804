"""Levels, returns and records, worked out by hand."""

from datetime import date

import pytest

from tests.market import series
from tools.fact import Fact
from tools.facts.levels import level_facts, record_facts, return_facts
from tools.facts.sectors import sector_facts
from tools.facts.volatility import regime


def _by_metric(facts: list[Fact]) -> dict[str, Fact]:
    return {f.metric: f for f in facts}


def test_each_return_names_its_base() -> None:
    closes = [100.0] * 20 + [110.0] * 2 + [121.0]  # 2024-01-02 to 2024-02-02
    facts = _by_metric(return_facts(series("rut", closes)))
    assert facts["return_1d"].value == pytest.approx(0.1)
    assert facts["return_mtd"].base is not None
    assert facts["return_mtd"].base.session == date(2024, 1, 31)
    assert facts["return_mtd"].value == pytest.approx(0.1)
    assert "return_ytd" not in facts  # the data has no close before the year
    assert "return_1y" not in facts


def test_a_return_over_a_year_counts_from_the_close_on_or_before_the_same_day() -> None:
    facts = _by_metric(return_facts(series("rut", [100.0 + i for i in range(300)])))
    base = facts["return_1y"].base
    assert base is not None
    assert (facts["return_1y"].as_of, base.session) == (date(2025, 3, 13), date(2024, 3, 13))


def test_a_record_is_strictly_above_every_earlier_close() -> None:
    facts = _by_metric(record_facts(series("rut", [100, 101, 101, 100, 102, 99])))
    assert facts["records_ytd"].value == 2
    assert facts["records_ytd"].dates == (date(2024, 1, 3), date(2024, 1, 8))
    assert (facts["record_last"].value, facts["record_last_date"].value) == (102, "2024-01-08")


def test_last_year_counts_only_where_the_data_holds_it_whole() -> None:
    assert "records_last_year" not in _by_metric(record_facts(series("rut", [100.0] * 260)))
    two_years = _by_metric(record_facts(series("rut", [100.0 + i for i in range(520)], start=date(2023, 1, 3))))
    assert two_years["records_last_year"].value == 252


def test_drawdown_is_never_positive_and_zero_at_a_record() -> None:
    assert _by_metric(level_facts(series("rut", [100, 105, 110])))["drawdown"].value == 0
    assert _by_metric(level_facts(series("rut", [100, 110, 99])))["drawdown"].value == pytest.approx(-0.1)


def test_yields_change_in_basis_points_and_the_vix_in_points() -> None:
    yields = _by_metric(return_facts(series("tnx", [4.253, 4.249])))
    assert (yields["change_1d"].value, yields["change_1d"].unit) == (pytest.approx(-0.4), "basis points")
    vix = _by_metric(return_facts(series("vix", [16.9, 15.64])))
    assert (vix["change_1d"].value, vix["change_1d"].unit) == (pytest.approx(-1.26), "index points")


def test_a_funds_total_return_counts_its_dividend() -> None:
    facts = _by_metric(return_facts(series("spy", [100, 100], adj_close=[98.0, 100.0])))
    assert facts["return_1d"].value == 0
    assert facts["total_return_1d"].value == pytest.approx(100 / 98 - 1, abs=1e-6)


def test_the_volume_of_an_index_is_no_fact() -> None:
    """Yahoo's volume of ^RUT is not the Russell's."""
    assert "volume" not in _by_metric(level_facts(series("rut", [100, 101])))
    assert "volume" in _by_metric(level_facts(series("iwm", [100, 101])))


@pytest.mark.parametrize(
    ("vix", "name"),
    [(14.99, "low"), (15, "normal"), (19.99, "normal"), (20, "elevated"), (30, "elevated"), (30.01, "high")],
)
def test_the_vix_regimes_meet_without_gap(vix: float, name: str) -> None:
    assert regime(vix) == name


SECTORS = ("xlb", "xlc", "xle", "xlf", "xli", "xlk", "xlp", "xlre", "xlu", "xlv", "xly")


def test_sectors_are_ranked_and_grouped() -> None:
    moves = dict(zip(SECTORS, [0.05, 0.04, 0.03, 0.02, 0.01, 0.0, -0.01, -0.02, -0.03, -0.04, -0.05], strict=True))
    funds = [series(f"sector.{s}", [100, 100 * (1 + m)]) for s, m in moves.items()]
    facts = {f.key: f for f in sector_facts(funds, series("spy", [100, 101]))}
    assert (facts["sector.xlb.rank_1d"].value, facts["sector.xly.rank_1d"].value) == (1, 11)
    assert facts["sector.xlb.spread_to_spy_1d"].value == pytest.approx(0.04)
    assert facts["sectors.advancers_1d"].value == 5
    defensive = (moves["xle"] + moves["xlv"] + moves["xlp"] + moves["xlu"]) / 4
    cyclical = (sum(moves.values()) - 4 * defensive) / 7
    assert facts["sectors.cyclical_minus_defensive_1d"].value == pytest.approx(cyclical - defensive, abs=1e-6)


def test_a_sector_fund_that_lags_is_not_ranked_with_the_others() -> None:
    funds = [series("sector.xlb", [100, 101, 102]), series("sector.xle", [100, 101])]
    facts = {f.key: f for f in sector_facts(funds, None)}
    assert facts["sector.xlb.rank_1d"].reading == "of 1"
    assert "sector.xle.rank_1d" not in facts
