"""Divergence: cases by hand, the unit of prices, and the Russell on 22 January 2026."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import START, index_from, series
from tests.tools.facts.test_swings import rut_on
from tools.fact import Fact
from tools.facts.divergence import divergence_facts
from tools.facts.series import Series

NAN = float("nan")


def _by_metric(held: Series) -> dict[str, Fact]:
    return {f.metric: f for f in divergence_facts(held)}


def _after_rise(tail: Sequence[float]) -> list[float]:
    """120 sessions about 100, a steep rise to 130, then the tail."""
    return [100 + (i % 2) for i in range(120)] + [110.0, 120.0, 130.0] + [float(x) for x in tail]


def test_a_higher_high_on_a_lower_rsi_is_bearish() -> None:
    closes = _after_rise([115, 105, 108, 114, 120, 126, 131])
    facts = _by_metric(series("rut", closes))
    found = facts["divergence.bearish.k1"]
    days = [index_from(START, len(closes))[i].date() for i in (122, 129)]
    assert (found.value, found.unit, list(found.dates)) == (1, "count", days)
    assert found.reading is not None
    assert found.reading.startswith("bearish: closes 130.00 (27 June 2024) and 131.00 (9 July 2024), RSI ")
    assert found.reading.endswith("; k = 1")
    assert any("provisional" in c for c in found.caveats)
    value = {name: float(facts[f"divergence.bearish.k1.{name}"].value) for name in ("first_close", "last_close", "first_rsi", "last_rsi", "rsi_gap")}  # fmt: skip
    assert (value["first_close"], value["last_close"]) == (130, 131)
    assert value["rsi_gap"] == pytest.approx(value["last_rsi"] - value["first_rsi"], abs=2e-3)
    assert value["rsi_gap"] < -1
    assert facts["divergence.bearish.k1.first_rsi"].dates == (days[0],)
    assert facts["divergence.bearish.k1.rsi_gap"].dates == tuple(days)


def test_the_mirror_image_is_bullish() -> None:
    closes = _after_rise([115, 105, 108, 114, 120, 126, 131])
    facts = _by_metric(series("rut", [230 - c for c in closes]))
    assert (facts["divergence.bullish.k1"].value, facts["divergence.bearish.k1"].value) == (1, 0)


@pytest.mark.parametrize(
    ("closes", "why"),
    [
        (_after_rise([115, 105, 108, 114, 120, 126, 129]), "; the price made no higher swing high; k = 1"),
        (_after_rise([120]), "; the RSI made no lower one; k = 1"),  # the swing before is one of 101
        (
            [150.0, *(100 + i % 2 for i in range(118)), 99, 95, 90, 85, 90, 89],
            "; the price made no higher swing high; k = 1",
        ),
        ([100 + i / 100 for i in range(120)] + [130, 120], "none: fewer than two swing highs in the last 60 sessions"),
    ],
)
def test_no_divergence_says_why(closes: list[float], why: str) -> None:
    fact = _by_metric(series("rut", closes))["divergence.bearish.k1"]
    assert fact.value == 0
    assert fact.reading is not None
    assert fact.reading.startswith("none: ")
    assert why in fact.reading


def test_two_swings_more_than_sixty_sessions_back_are_not_compared() -> None:
    closes = _after_rise([115, 105, 131, 120, *(119 - i / 10 for i in range(58))])  # swings at places 122 and 125
    within, beyond = (_by_metric(series("rut", closes[:n]))["divergence.bearish.k1"] for n in (182, 183))
    assert (within.value, len(within.dates)) == (1, 2)
    assert (beyond.value, len(beyond.dates)) == (0, 0)


def test_a_price_without_a_reading_has_no_divergence() -> None:
    assert divergence_facts(series("rut", [100.0] * 40)) == []
    assert divergence_facts(series("rut", [100.0, 101, 102])) == []


def test_after_a_missing_session_nothing_is_compared() -> None:
    closes = _after_rise([115, 105, 108, 114, 120, 126, 131])
    closes[100] = NAN
    assert divergence_facts(series("rut", closes)) == []


def test_a_swing_without_a_reading_is_not_compared_and_a_short_warm_up_is_said() -> None:
    closes = [100.0, 103, 101, 102, 101] + [101 + i % 2 for i in range(12)] + [103.0 - i / 10 for i in range(14)]
    facts = _by_metric(series("rut", [*closes, 104, 101, 105]))
    assert any("warm-up is short" in c for c in facts["divergence.bearish.k1"].caveats)
    young = [100.0 - i / 10 for i in range(3)] + [103.0] + [100.0 - i / 10 for i in range(12)] + [101.0]
    assert "divergence.bearish.k3" not in _by_metric(series("rut", young))


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(st.floats(-0.05, 0.05), min_size=20, max_size=160), factor=st.sampled_from([0.25, 0.5, 2.0, 16.0])
)
def test_the_unit_of_the_prices_changes_nothing(steps: list[float], factor: float) -> None:
    closes = 100 * np.cumprod(1 + np.array(steps))
    plain, scaled = (_by_metric(series("rut", (closes * f).tolist())) for f in (1.0, factor))
    assert plain.keys() == scaled.keys()
    for metric, fact in plain.items():
        assert fact.dates == scaled[metric].dates
        if fact.unit in ("count", "index"):
            assert fact.value == scaled[metric].value
    assert not any("{" in f.definition for f in plain.values())


def test_the_russell_of_22_january_2026_diverges_for_one_alone_and_by_four_hundredths() -> None:
    facts = _by_metric(rut_on("2026-01-22"))
    found = {k: facts[f"divergence.bearish.k{k}"] for k in (1, 3, 5)}
    assert [f.value for f in found.values()] == [1, 0, 0]
    assert found[1].reading == (
        "bearish, marginal, unconfirmed: closes 2,677.74 (16 January 2026) and 2,718.77 (22 January 2026),"
        " RSI 71.52 and 71.48, a gap of 0.04; k = 1"
    )
    assert found[1].dates == (date(2026, 1, 16), date(2026, 1, 22))
    assert facts["divergence.bearish.k1.first_rsi"].display == "71.52"
    assert facts["divergence.bearish.k1.last_rsi"].display == "71.48"
    assert facts["divergence.bearish.k1.rsi_gap"].display == "−0.04"
    assert [facts[f"divergence.bullish.k{k}"].value for k in (1, 3, 5)] == [0, 0, 0]
