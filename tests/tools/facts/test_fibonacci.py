"""Fibonacci levels: legs by hand, anchors a person gives, and the Russell on 22 January 2026."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import START, index_from, series
from tests.tools.facts.test_swings import rut_on
from tools.fact import Fact
from tools.facts.fibonacci import RATIOS, fibonacci_facts, latest_leg
from tools.facts.series import NOT_FIXED, Series
from tools.facts.swings import zigzag

DAYS = [t.date() for t in index_from(START, 400)]
RISING = [120, 100, 200, 150, 160]
FALLING = [180, 200, 100, 150, 140]


def _flat(prices: Sequence[float]) -> Series:
    """Bars whose high and low are their close."""
    return series("rut", prices, high=prices, low=prices)


def _by_metric(facts: list[Fact]) -> dict[str, Fact]:
    return {f.metric: f for f in facts}


@pytest.mark.parametrize(
    ("prices", "leg"),
    [
        (RISING, (100, 200, 150)),
        (FALLING, (200, 100, 150)),
        (RISING[:4], None),  # C isn't confirmed yet
        ([120, 100, 200, 150, 260, 210], (100, 200, 150)),  # 200, 150, 260 is no leg: the one before still is
        ([120, 100, 200, 150, 180, 160], (200, 150, 180)),  # the swings narrow: the latest three are a falling leg
        ([110, 100, 200, 50, 400, 20, 300], None),  # the swings widen: C never lies between A and B
        ([120, 100, 200, 100, 150], None),  # C at A isn't between
        ([100, 110, 120, 130], None),
        ([100, 101, 102, 101, 100], None),  # under 4 %
        ([100], None),
    ],
)
def test_the_latest_confirmed_leg_in_which_c_lies_between_a_and_b(
    prices: list[float], leg: tuple[float, ...] | None
) -> None:
    values = np.array(prices, dtype=float)
    found = latest_leg(zigzag(values, values, 0.04))
    assert (tuple(p.level for p in found.anchors) if found else None) == leg
    assert bool(fibonacci_facts(_flat(prices))) == (leg is not None)


@pytest.mark.parametrize(
    ("prices", "extensions", "retracements"),
    [
        (RISING, [188.2, 200, 211.8, 250, 311.8], [161.8, 150, 138.2, 100, 38.2]),
        (FALLING, [111.8, 100, 88.2, 50, None], [138.2, 150, 161.8, 200, 261.8]),  # no price lies below zero
    ],
)
def test_levels_of_a_leg_and_its_mirror_image(
    prices: list[float], extensions: list[float | None], retracements: list[float]
) -> None:
    facts = _by_metric(fibonacci_facts(_flat(prices)))
    for name, levels in (("extension", extensions), ("retracement", retracements)):
        for ratio, level in zip(RATIOS, levels, strict=True):
            fact = facts.get(f"fibonacci.{name}.{ratio}")
            assert (fact.value if fact else None) == (None if level is None else pytest.approx(level, abs=1e-4))


def test_no_level_goes_without_its_anchors() -> None:
    facts = _by_metric(fibonacci_facts(_flat(RISING)))
    stated = "A 100.00 (2024-01-03), B 200.00 (2024-01-04), C 150.00 (2024-01-05, confirmed 2024-01-08)"
    for metric, fact in facts.items():
        if "anchor" not in metric:
            assert fact.reading == stated
            assert fact.dates == tuple(DAYS[1:4] if "extension" in metric else DAYS[1:3])
    anchors = [facts[f"fibonacci.anchor.{x}"] for x in "abc"]
    assert [f.reading for f in anchors] == ["swing low", "swing high", "pullback low, confirmed 2024-01-08"]
    assert [(f.value, f.dates, f.inputs[0].field) for f in anchors] == [
        (100, (DAYS[1],), "low"), (200, (DAYS[2],), "high"), (150, (DAYS[3],), "low"),
    ]  # fmt: skip
    distance = facts["fibonacci.extension.61_8.distance"]
    assert (distance.value, distance.unit) == (pytest.approx(211.8 / 160 - 1, abs=1e-6), "fraction")
    assert distance.base is not None
    assert (distance.base.session, distance.base.field, distance.base.value) == (DAYS[4], "close", 160)
    definition = facts["fibonacci.extension.61_8"].definition
    assert "61.8 % of the way" in definition
    assert "at least 4 %" in definition


def test_a_falling_leg_is_called_one() -> None:
    facts = _by_metric(fibonacci_facts(_flat(FALLING)))
    assert facts["fibonacci.anchor.a"].reading == "swing high; falling leg"
    assert facts["fibonacci.anchor.c"].reading == "pullback high, confirmed 2024-01-08; falling leg"
    reading = facts["fibonacci.retracement.50"].reading
    assert reading is not None
    assert reading.startswith("falling leg: A 200.00 (2024-01-03)")


def test_prices_that_went_past_c_since_are_said() -> None:
    facts = _by_metric(fibonacci_facts(_flat([120, 100, 200, 150, 156.1, 149.9])))
    assert facts["fibonacci.extension.100"].caveats == ("prices have gone below C since, first on 9 January 2024",)


@pytest.mark.parametrize(("threshold", "prefix"), [(0.06, "at_6"), (0.025, "at_2_5"), (0.07, "at_7")])
def test_another_threshold_has_keys_of_its_own(threshold: float, prefix: str) -> None:
    facts = fibonacci_facts(_flat([120, 100, 200, 150, 165]), threshold)
    assert {f.metric.split(".")[1] for f in facts} == {prefix}
    shown = prefix.removeprefix("at_").replace("_", ".")
    assert all(f"at least {shown} %" in f.definition for f in facts if not f.metric.endswith("distance"))
    assert not any("{" in f.definition for f in facts)


@pytest.mark.parametrize("threshold", [0, -0.04, 0.9, 4, float("nan")])
def test_a_threshold_no_leg_can_be_told_by_is_refused(threshold: float) -> None:
    with pytest.raises(ValueError, match="lies outside"):
        fibonacci_facts(_flat(RISING), threshold)


def test_given_anchors_need_no_swing() -> None:
    held = series("rut", [100, 110, 105, 107])  # highs 1 % above the close, lows 1 % below
    facts = _by_metric(fibonacci_facts(held, anchors=DAYS[:3]))
    move = 110 * 1.01 - 100 * 0.99
    assert facts["fibonacci.given.extension.100"].value == pytest.approx(105 * 0.99 + move, abs=1e-4)
    assert facts["fibonacci.given.anchor.c"].reading == "low of the session given as C"
    falling = _by_metric(fibonacci_facts(series("rut", [110, 100]), anchors=DAYS[:2]))
    assert falling["fibonacci.given.retracement.50"].value == pytest.approx((110 * 1.01 + 100 * 0.99) / 2, abs=1e-4)
    assert not any("extension" in metric for metric in falling)
    assert falling["fibonacci.given.retracement.50"].reading == (
        "falling leg: A 111.10 (2024-01-02), B 99.00 (2024-01-03)"
    )


@pytest.mark.parametrize(
    ("anchors", "why"),
    [
        (DAYS[:1], "two or three anchors are needed, A, B and perhaps C, not 1"),
        ([], "not 0"),
        ([*DAYS[:3], DAYS[3]], "not 4"),
        ([DAYS[0], date(2024, 1, 6)], "6 January 2024 is not a session held for the Russell 2000 up to 8 January 2024"),
        ([DAYS[0], DAYS[9]], "16 January 2024 is not a session held"),
        ([DAYS[0], DAYS[3]], "5 January 2024 is not a session held"),  # a session without a bar
        ([DAYS[1], DAYS[0]], "must follow one another, not 3 January 2024, 2 January 2024"),
        ([DAYS[0], DAYS[0]], "must follow one another"),
        ([DAYS[0], DAYS[2]], "neither rises nor falls"),
        ([DAYS[0], DAYS[1], DAYS[4]], "C at 89.10 does not lie between A at 99.00 and B at 111.10"),
    ],
)
def test_anchors_that_make_no_leg_are_refused_in_one_line(anchors: list[date], why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        fibonacci_facts(series("rut", [100, 110, 100, float("nan"), 90]), anchors=anchors)
    assert "\n" not in str(refused.value)


def test_the_samples_highs_and_lows_are_said_to_be_drawn() -> None:
    plain = _flat(RISING)
    drawn = Series(plain.subject, replace(plain.bars, fixed=frozenset(plain.days)), plain.market)
    assert all(NOT_FIXED in f.caveats for f in fibonacci_facts(drawn))
    assert not any(NOT_FIXED in f.caveats for f in fibonacci_facts(plain))


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.floats(-0.08, 0.08), min_size=5, max_size=80), factor=st.sampled_from([0.25, 0.5, 2.0, 16.0]))
def test_scaled_prices_scale_the_levels(steps: list[float], factor: float) -> None:
    closes = 100 * np.cumprod(1 + np.array(steps))
    plain, scaled = (_by_metric(fibonacci_facts(series("rut", (closes * f).tolist()))) for f in (1.0, factor))
    assert plain.keys() == scaled.keys()
    for metric, fact in plain.items():
        times = 1 if fact.unit == "fraction" else factor
        assert float(scaled[metric].value) == pytest.approx(
            float(fact.value) * times, abs=2e-4 * max(factor, 1)
        )  # both are rounded to four places
        assert scaled[metric].dates == fact.dates


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.floats(-0.08, 0.08), min_size=5, max_size=80), cut=st.integers(2, 80))
def test_a_leg_was_confirmed_by_its_day(steps: list[float], cut: int) -> None:
    closes = (100 * np.cumprod(1 + np.array(steps))).tolist()
    held = series("rut", closes)
    known = [p for p in zigzag(held.field("high"), held.field("low"), 0.04) if p.confirmed < min(cut, len(closes))]
    leg = latest_leg(known)
    facts = _by_metric(fibonacci_facts(series("rut", closes[:cut])))
    assert (leg is None) == (not facts)
    if leg:
        assert facts["fibonacci.anchor.b"].dates == (DAYS[leg.b.place],)


def test_the_russells_leg_of_22_january_2026() -> None:
    held = rut_on("2026-01-22")
    facts = _by_metric(fibonacci_facts(held))
    assert facts["fibonacci.extension.61_8"].reading == (
        "A 2,303.46 (2025-11-20), B 2,595.98 (2025-12-12), C 2,480.68 (2025-12-31, confirmed 2026-01-06)"
    )
    assert facts["fibonacci.extension.61_8"].display == "2,661.46"
    assert facts["fibonacci.extension.100"].display == "2,773.20"
    assert facts["fibonacci.extension.100"].caveats == ()
    given = _by_metric(fibonacci_facts(held, anchors=[date(2025, 11, 20), date(2025, 12, 12), date(2025, 12, 31)]))
    assert given["fibonacci.given.extension.61_8"].value == facts["fibonacci.extension.61_8"].value


def test_on_the_day_before_its_confirmation_the_russells_pullback_was_no_anchor() -> None:
    before = _by_metric(fibonacci_facts(rut_on("2026-01-05")))
    assert before["fibonacci.anchor.c"].dates != (date(2025, 12, 31),)
    on = _by_metric(fibonacci_facts(rut_on("2026-01-06")))
    assert on["fibonacci.anchor.c"].dates == (date(2025, 12, 31),)
