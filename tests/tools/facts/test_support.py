"""Support and resistance: origins by hand, merging, and the Russell on 22 January 2026."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import series
from tests.tools.facts.test_swings import rut_on
from tools.fact import Fact, spell_date
from tools.facts.series import NOT_FIXED, Series
from tools.facts.support import SAME, support_facts


def _by_metric(held: Series) -> dict[str, Fact]:
    return {f.metric: f for f in support_facts(held)}


def _levels(held: Series) -> list[tuple[str, float, str | None]]:
    return [(f.metric, float(f.value), f.reading) for f in support_facts(held) if not f.metric.endswith("distance")]


@pytest.mark.parametrize(
    ("closes", "levels"),
    [
        ([100, 110, 104, 105], [("resistance.1", 110, "record close of 3 January 2024")]),
        ([100, 110, 105, 120], [("support.1", 110, "record close of 3 January 2024")]),  # D's own record is no level
        ([100, 90, 80], []),  # the first bar is no record
        ([100, 110, 104, 110], []),  # a level at the close itself is neither
        ([100], []),
        (
            [10, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1.5, 5.5],
            [("resistance.1", 6, "swing high of 10 January 2024")],
        ),
        (
            [10, 9, 8, 7, 6, 5, 4, 5, 6, 7, 8, 9, 7],
            [("support.1", 4, "swing low of 10 January 2024")],
        ),
        ([10, 1, 2, 3, 4, 5, 6, 5, 4, 3, 5.5], []),  # the swing isn't confirmed yet
    ],
)
def test_each_level_names_its_origin(closes: list[float], levels: list[tuple[str, float, str]]) -> None:
    assert _levels(series("rut", closes)) == levels


def test_a_level_has_its_origins_session_and_its_distance_from_the_close() -> None:
    facts = _by_metric(series("rut", [100, 110, 104, 100]))
    level, distance = facts["resistance.1"], facts["resistance.1.distance"]
    assert (level.dates, level.unit, level.base) == ((date(2024, 1, 3),), "index points", None)
    assert (distance.value, distance.unit, distance.dates) == (0.1, "fraction", level.dates)
    assert distance.base is not None
    assert (distance.base.session, distance.base.value) == (date(2024, 1, 5), 100)
    below = _by_metric(series("rut", [100, 110, 104, 125]))["support.1.distance"]
    assert below.value == -0.12


def test_the_highest_close_of_last_year_counts_where_the_data_holds_the_year_whole() -> None:
    closes = [100.0] * 300 + [150.0] + [100.0] * 219 + [120.0]  # from 2023-01-03 to 2025-01-31
    old = series("rut", closes, start=date(2023, 1, 3))
    level = _by_metric(old)["resistance.1"]
    day = old.days[300]
    assert (level.value, level.dates, old.last.year) == (150, (day,), 2025)
    assert str(level.reading).startswith(
        f"record close of {spell_date(day)}; highest close of 2024, on {spell_date(day)};"
    )
    young = series("rut", closes[250:], start=date(2024, 1, 2))
    assert not any("highest close of" in str(f.reading) for f in support_facts(young))


def test_the_days_own_high_is_said_to_be() -> None:
    rising = [100.0 + i / 10 for i in range(300)]
    facts = _by_metric(series("rut", rising))
    found = facts["resistance.1"]
    assert found.reading == "intraday high of 13 March 2025 itself, the 52-week intraday high"
    assert (found.value, found.dates) == (pytest.approx(rising[-1] * 1.01, abs=1e-4), (date(2025, 3, 13),))
    assert "resistance.2" not in facts
    falling = _by_metric(series("rut", rising[::-1]))
    assert falling["support.1"].reading == "intraday low of 13 March 2025 itself, the 52-week intraday low"


def test_the_averages_and_the_52_week_extremes_are_levels() -> None:
    closes = [100.0 + i / 10 for i in range(300)]
    readings = [reading for _, _, reading in _levels(series("rut", closes))]
    assert readings[:3] == ["record close of 12 March 2025", "50-session average", "200-session average"]
    assert any(r and r.startswith("52-week low close of ") for r in readings)
    assert any(r and r.startswith("52-week intraday low of ") for r in readings)


def test_levels_within_five_hundredths_of_a_percent_are_one_and_name_every_origin() -> None:
    # A swing low of 90.00 and one of 90.04 (0.044 % apart), then one of 90.10.
    down = [100, 99, 98, 97, 96]
    closes = [120.0, *down, 90.0, *down[::-1], *down, 90.04, *down[::-1], *down, 90.1, *down[::-1], 101]
    facts = _by_metric(series("rut", closes))
    assert facts["support.1"].value == 90.1
    assert facts["support.2"].value == 90.04
    assert facts["support.2"].reading == "swing low of 26 January 2024; swing low of 10 January 2024 (90.00)"
    assert facts["support.2"].dates == (date(2024, 1, 10), date(2024, 1, 26))
    assert "support.3" not in facts


@pytest.mark.parametrize("subject", ["vix", "tnx"])
def test_yields_and_the_vix_have_neither(subject: str) -> None:
    assert support_facts(series(subject, [4, 5, 4.4, 4.5])) == []


def test_a_missing_session_takes_no_level_but_the_average_that_needs_it() -> None:
    closes = [100.0 + i / 10 for i in range(300)]
    closes[280] = float("nan")
    readings = [reading for _, _, reading in _levels(series("rut", closes))]
    assert "record close of 12 March 2025" in readings
    assert not any("average" in str(r) for r in readings)


def test_the_samples_highs_and_lows_are_said_to_be_drawn() -> None:
    plain = series("rut", [100.0 + i / 10 for i in range(300)])
    drawn = Series(plain.subject, replace(plain.bars, fixed=frozenset(plain.days)), plain.market)
    facts = _by_metric(drawn)
    assert NOT_FIXED in facts["resistance.1"].caveats
    assert NOT_FIXED not in facts["support.1"].caveats


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 320), factor=st.sampled_from([0.5, 2.0, 16.0]))
def test_levels_stand_in_order_on_their_side_and_scale_with_the_prices(seed: int, count: int, factor: float) -> None:
    closes = 100 * np.cumprod(1 + np.random.default_rng(seed).normal(0, 0.02, count))
    found = _levels(series("rut", closes.tolist()))
    for side, sign in (("support", -1), ("resistance", 1)):
        gaps = [sign * (level - closes[-1]) for metric, level, _ in found if metric.startswith(side)]
        levels = [level for metric, level, _ in found if metric.startswith(side)]
        assert len(levels) <= 6
        assert gaps == sorted(gaps)
        assert all(abs(b / a - 1) > SAME - 1e-5 for a, b in pairwise(levels))
        assert all(gap > -1e-4 for gap in gaps)
    scaled = _levels(series("rut", (closes * factor).tolist()))
    assert [m for m, _, _ in scaled] == [m for m, _, _ in found]
    # A stored level lies within its last place of the true one, on both sides of the comparison.
    assert [x for _, x, _ in scaled] == pytest.approx([x * factor for _, x, _ in found], abs=2e-4 * max(factor, 1))


def test_the_russells_levels_of_22_january_2026() -> None:
    held = rut_on("2026-01-22")
    found = [(m, f"{x:,.2f}", r) for m, x, r in _levels(held)]
    assert found[:2] == [
        ("support.1", "2,698.17", "record close of 21 January 2026"),
        ("support.2", "2,590.61", "highest close of 2025, on 11 December 2025; swing high of 11 December 2025"),
    ]
    assert found[3][0] == "support.4"
    assert "50-session average (2,520.10)" in str(found[3][2])
    assert found[6:] == [
        ("resistance.1", "2,735.10", "intraday high of 22 January 2026 itself, the 52-week intraday high")
    ]
    assert not any("{" in f.definition for f in support_facts(held))
