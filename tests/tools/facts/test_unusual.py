"""How large a move is against its own history, by hand and over the real bars."""

import numpy as np
import pytest

from tests.market import bars, catalogue
from tests.real import needs_real, real_series
from tools.facts.unusual import ENOUGH, move_facts, sizes

QUIET = [0.01 if n % 2 else -0.01 for n in range(80)]


def closes(returns: list[float]) -> list[float]:
    return [100.0, *(100 * np.cumprod(1 + np.array(returns))).tolist()]


def facts(returns: list[float]) -> dict[str, object]:
    return {f.metric: f for f in catalogue(bars("^RUT", closes(returns))).subject("rut")}


def test_a_size_is_the_move_over_the_deviation_of_all_earlier_ones() -> None:
    found = facts([*QUIET, -0.05])
    assert found["move_size_1d"].value == pytest.approx(0.05 / np.std(QUIET, ddof=1), rel=1e-6)  # type: ignore[attr-defined]
    assert found["move_size_1d"].reading == "the largest fall in data since 2024-01-02"  # type: ignore[attr-defined]
    assert "move_matched_1d" not in found


def test_a_match_is_the_latest_earlier_move_as_large_in_its_direction() -> None:
    found = facts([*QUIET[:40], -0.06, *QUIET[:39], -0.05, *QUIET[:30], 0.07, *QUIET[:5], -0.05])
    assert found["move_size_1d"].reading is None  # type: ignore[attr-defined]
    days = catalogue(bars("^RUT", closes([0.0] * 160))).series("rut").days  # type: ignore[union-attr]
    assert found["move_matched_1d"].value == days[81].isoformat()  # type: ignore[attr-defined]


def test_a_short_history_has_no_size_nor_does_a_move_of_nothing() -> None:
    assert "move_size_1d" not in facts(QUIET[: ENOUGH - 1])
    assert "move_size_1d" not in facts([*QUIET, 0.0])


def test_a_missing_session_leaves_a_gap_and_nothing_shifts() -> None:
    moves = np.array([*QUIET, float("nan"), 0.03])
    found = sizes(moves)
    assert np.isnan(found[-2])
    assert found[-1] == pytest.approx(0.03 / np.std(QUIET, ddof=1))
    assert np.isnan(found[:ENOUGH]).all()


@needs_real
def test_the_fall_of_16_march_2020() -> None:
    found = {f.metric: f for f in move_facts(real_series("^GSPC", "2020-03-16"))}
    assert found["move_matched_1d"].value == "1987-10-19"
    assert float(found["move_size_1d"].value) > 10
