"""Swings and the zigzag: cases by hand, and that nothing later enters."""

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.real import MARKET, real_series
from tools.facts.series import Series
from tools.facts.swings import Pivot, swing_highs, swing_lows, zigzag

NAN = float("nan")
PRICES = st.lists(st.integers(50, 150).map(float) | st.just(NAN), max_size=60).map(np.array)
STEPS = st.lists(st.floats(-0.08, 0.08), min_size=1, max_size=120)


def rut_on(last: str) -> Series:
    """The Russell's real bars up to a session; the test is skipped where ../shared, which holds them, is absent."""
    if not MARKET.exists():
        pytest.skip("needs ../shared, which holds the real bars")
    return real_series("^RUT", last)


def _bars(steps: list[float]) -> tuple[np.ndarray, np.ndarray]:
    closes = 100 * np.cumprod(1 + np.array(steps))
    return closes * 1.01, closes * 0.99


@pytest.mark.parametrize(
    ("closes", "k", "highs"),
    [
        ([1, 3, 2], 1, [1]),
        ([1, 3, 3, 2], 1, []),  # strictly above
        ([1, 3, 2, 4], 1, [1, 3]),  # the last stands provisionally
        ([3, 2, 1], 1, []),  # the first has nothing before it
        ([1, 2, 5, 3, 4], 2, [2]),
        ([1, 2, 5, 3, 6], 2, [4]),  # 6 lies within two sessions of 5
        ([1, 2, 5, 6, 3], 2, []),  # the 6 has one session after it, and isn't the last
        ([1, NAN, 3, 2, 1], 1, []),  # a window that holds a missing session yields none
        ([1, 2, NAN, 3], 1, []),
        ([1, 2], 1, [1]),
        ([1, 2], 2, []),
        ([1], 1, []),
        ([], 1, []),
    ],
)
def test_a_swing_tops_the_closes_on_each_side(closes: list[float], k: int, highs: list[int]) -> None:
    values = np.array(closes, dtype=float)
    assert swing_highs(values, k).tolist() == highs
    assert swing_lows(-values, k).tolist() == highs


def test_the_last_close_is_no_swing_where_only_confirmed_ones_count() -> None:
    assert swing_highs(np.array([1.0, 3, 2, 4]), 1, provisional=False).tolist() == [1]


def test_k_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        swing_highs(np.array([1.0, 2]), 0)


@given(closes=PRICES, k=st.integers(1, 4))
def test_swings_are_what_their_definition_says_close_by_close(closes: np.ndarray, k: int) -> None:
    n = len(closes)
    expected = [
        i
        for i in range(k, n)
        if (i + k < n or i == n - 1)
        and all(closes[i] > closes[j] for j in range(i - k, min(i + k, n - 1) + 1) if j != i)
    ]
    assert swing_highs(closes, k).tolist() == expected


@given(closes=PRICES, k=st.integers(1, 4), cut=st.integers(0, 60))
def test_later_closes_take_no_confirmed_swing_away_and_add_none_before(closes: np.ndarray, k: int, cut: int) -> None:
    known = swing_highs(closes[:cut], k, provisional=False).tolist()
    later = swing_highs(closes, k, provisional=False)
    assert known == later[later + k < min(cut, len(closes))].tolist()


@pytest.mark.parametrize(
    ("high", "low", "pivots"),
    [
        # Each price is a session's high and low at once; the threshold is 10 %.
        ([120, 100, 200, 150, 170], None, [(0, 120, "high", 1), (1, 100, "low", 2), (2, 200, "high", 3), (3, 150, "low", 4)]),
        ([100, 105, 109], None, []),  # under the threshold
        ([100, 110], None, [(0, 100, "low", 1)]),  # exactly the threshold, whatever floats make of it
        ([100, 90], None, [(0, 100, "high", 1)]),
        ([100, 110, 120, 130], None, [(0, 100, "low", 1)]),  # the extreme under way is no pivot
        ([100, 110, 120, 112, 120, 108], None, [(0, 100, "low", 1), (2, 120, "high", 5)]),  # of equals the first
        ([100, NAN, 110], None, [(0, 100, "low", 2)]),
        # A session with a new high moves the pivot and doesn't confirm it, however low it goes.
        ([100, 120, 125, 115], [100, 115, 105, 112], [(0, 100, "low", 1), (2, 125, "high", 3)]),
        # The first bar is wide: the next would confirm its high and its low, so the search starts there.
        ([120, 112, 108], [100, 107, 100], [(1, 112, "high", 2)]),
        ([], None, []),
    ],
)  # fmt: skip
def test_a_pivot_is_confirmed_by_the_first_later_session_that_moved_the_threshold(
    high: list[float], low: list[float] | None, pivots: list[tuple[int, float, str, int]]
) -> None:
    found = zigzag(np.array(high, dtype=float), np.array(low or high, dtype=float), 0.1)
    assert [tuple(p) for p in found] == pivots


@given(steps=STEPS, cut=st.integers(0, 120), threshold=st.sampled_from([0.04, 0.06, 0.1]))
def test_bars_up_to_a_day_give_the_pivots_confirmed_by_then(steps: list[float], cut: int, threshold: float) -> None:
    high, low = _bars(steps)
    assert zigzag(high[:cut], low[:cut], threshold) == [p for p in zigzag(high, low, threshold) if p.confirmed < cut]


@given(steps=STEPS)
def test_pivots_alternate_follow_each_other_and_swing_by_the_threshold(steps: list[float]) -> None:
    high, low = _bars(steps)
    found = zigzag(high, low, 0.04)
    for a, b in pairwise(found):
        assert (a.kind != b.kind, a.place < b.place, a.confirmed <= b.place < b.confirmed) == (True, True, True)
        assert abs(b.level / a.level - 1) >= 0.04 - 1e-8
        inside = slice(a.place + 1, b.place + 1)
        assert b.level == (high[inside].max() if b.kind == "high" else low[inside].min())


@given(steps=STEPS, factor=st.sampled_from([0.25, 2.0, 64.0]))
def test_the_unit_of_the_prices_changes_levels_alone(steps: list[float], factor: float) -> None:
    high, low = _bars(steps)
    scaled = [Pivot(p.place, p.level * factor, p.kind, p.confirmed) for p in zigzag(high, low, 0.04)]
    assert zigzag(high * factor, low * factor, 0.04) == scaled


def test_forty_years_take_no_time() -> None:
    closes = 100 * np.cumprod(1 + np.random.default_rng(3).normal(0, 0.01, 9_800))
    began = time.perf_counter()
    assert len(zigzag(closes * 1.01, closes * 0.99, 0.04)) > 100
    assert len(swing_highs(closes, 5)) > 100
    assert time.perf_counter() - began < 1


def test_the_russells_latest_confirmed_pivots_on_22_january_2026() -> None:
    held = rut_on("2026-01-22")
    found = zigzag(held.field("high"), held.field("low"), 0.04)[-3:]
    assert [(str(held.days[p.place]), round(p.level, 2), p.kind, str(held.days[p.confirmed])) for p in found] == [
        ("2025-11-20", 2303.46, "low", "2025-11-24"),
        ("2025-12-12", 2595.98, "high", "2025-12-17"),
        ("2025-12-31", 2480.68, "low", "2026-01-06"),
    ]
