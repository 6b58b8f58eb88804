"""Streaks, spreads and ratios, by hand and by property."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import bars, catalogue
from tools.fact import Fact
from tools.facts.indicators import runs

NAN = float("nan")


def _facts(a: list[float], b: list[float]) -> dict[str, Fact]:
    return {f.metric: f for f in catalogue(bars("^RUT", a), bars("^GSPC", b)).pair("rut", "spx")}


def _closes(returns: list[float]) -> list[float]:
    return [100.0, *(100.0 * np.cumprod(1 + np.array(returns))).tolist()]


def test_a_streak_counts_strict_wins_up_to_the_day() -> None:
    facts = _facts(_closes([0.02, 0.02, 0.0, 0.03]), _closes([0.01, 0.01, 0.0, 0.01]))
    assert facts["streak"].value == 1  # the session before was a tie, which is no win
    assert facts["streak_start"].value == "2024-01-08"
    assert facts["spread_1d"].value == pytest.approx(0.02)


def test_no_streak_where_the_day_itself_is_no_win() -> None:
    facts = _facts(_closes([0.02, 0.02, 0.0]), _closes([0.01, 0.01, 0.01]))
    assert facts["streak"].value == 0
    assert "streak_start" not in facts


def test_longest_since_names_the_latest_run_at_least_as_long_and_says_when_it_ties() -> None:
    wins = [1, 1, 1, 0, 1, 1, 0, 1, 1]
    facts = _facts(_closes([0.02 if w else 0.0 for w in wins]), _closes([0.01] * len(wins)))
    assert facts["streak"].value == 2
    assert (facts["streak_longest_since"].value, facts["streak_longest_since_length"].value) == ("2024-01-10", 2)
    assert str(facts["streak_longest_since"].reading).startswith("a tie")


def test_a_longer_earlier_run_is_no_tie() -> None:
    wins = [1, 1, 1, 0, 1, 1]
    facts = _facts(_closes([0.02 if w else 0.0 for w in wins]), _closes([0.01] * len(wins)))
    assert (facts["streak_longest_since"].value, facts["streak_longest_since_length"].value) == ("2024-01-05", 3)


def test_without_an_earlier_case_it_says_in_data_since() -> None:
    facts = _facts(_closes([0.0, 0.02, 0.02]), _closes([0.01] * 3))
    assert "streak_longest_since" not in facts
    assert facts["streak"].reading == "longest in data since 2024-01-02"


def test_a_missing_session_never_shifts_a_pair() -> None:
    """The hole stays in its place: returns beside it aren't known, and a run that reaches it has no length."""
    a = _closes([0.02] * 6)
    whole = _facts(a, _closes([0.01] * 6))
    holed = [*a]
    holed[3] = NAN
    assert whole["streak"].value == 6
    assert "streak" not in _facts(holed, _closes([0.01] * 6))
    after_loss = _closes([0.02, 0.02, 0.02, 0.02, 0.0, 0.02])
    after_loss[2] = NAN
    assert _facts(after_loss, _closes([0.01] * 6))["streak"].value == 1


def test_subjects_whose_last_sessions_differ_are_compared_on_the_last_common_one() -> None:
    facts = {
        f.metric: f
        for f in catalogue(bars("^RUT", _closes([0.02] * 5)), bars("^GSPC", _closes([0.01] * 4))).pair("rut", "spx")
    }
    assert facts["spread_1d"].as_of == date(2024, 1, 8)
    assert any("last sessions differ" in c for c in facts["spread_1d"].caveats)


def test_a_percentile_is_the_share_of_earlier_values_at_or_below() -> None:
    facts = _facts(_closes([0.01, 0.03, 0.02]), _closes([0.0, 0.0, 0.0]))
    assert facts["spread_1d_percentile"].value == pytest.approx(0.5)
    assert facts["spread_1d_percentile"].cases == 2


@given(st.lists(st.booleans(), max_size=60))
def test_runs_agree_with_counting_one_by_one(won: list[bool]) -> None:
    count, expected = 0, []
    for win in won:
        count = count + 1 if win else 0
        expected.append(count)
    assert runs(np.array(won, dtype=bool)).tolist() == expected


RETURNS = st.lists(st.tuples(st.floats(-0.05, 0.05), st.floats(-0.05, 0.05)), min_size=25, max_size=60)


@settings(max_examples=25, deadline=None)
@given(RETURNS, st.floats(0.1, 50))
def test_scaling_prices_changes_no_streak_and_no_spread(returns: list[tuple[float, float]], scale: float) -> None:
    a, b = _closes([x for x, _ in returns]), _closes([y for _, y in returns])
    near = [abs((1 + x) - (1 + y)) for x, y in returns]
    if min(near) < 1e-9:  # a tie in exact arithmetic may fall either way in floats
        return
    one, two = _facts(a, b), _facts([x * scale for x in a], b)
    for metric in ("streak", "spread_1d", "spread_5d", "spread_20d"):
        assert (metric in one) == (metric in two)
        if metric in one:
            assert float(one[metric].value) == pytest.approx(float(two[metric].value), abs=2e-6)


@settings(max_examples=20, deadline=None)
@given(RETURNS)
def test_the_order_of_symbols_changes_nothing(returns: list[tuple[float, float]]) -> None:
    a, b = bars("^RUT", _closes([x for x, _ in returns])), bars("^GSPC", _closes([y for _, y in returns]))
    assert {f.id for f in catalogue(a, b).facts} == {f.id for f in catalogue(b, a).facts}
