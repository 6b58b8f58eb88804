"""Base rates: which sessions are events, which windows count, and every figure again in plain pandas."""

from datetime import date
from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.market import bars, catalogue, index_from
from tests.real import frame, needs_real, real_market
from tests.tools.facts.test_indicators import wilder
from tools.fact import Fact
from tools.facts.base_rates import apart, forward
from tools.facts.catalogue import Catalogue

NAN = float("nan")
START = date(2024, 1, 2)


def facts_of(pattern: str, ahead: float = 0.01, behind: float = -0.02) -> dict[str, Fact]:
    """Facts where the Russell wins (W) and loses (L) so while the S&P 500 stands still."""
    rut = 100 * np.cumprod([1.0, *({"W": 1 + ahead, "L": 1 + behind, "-": 1.0}[c] for c in pattern)])
    made = catalogue(bars("^RUT", rut.tolist(), START), bars("^GSPC", [50.0] * len(rut), START))
    return {f.key: f for f in made.find("rut.base_rate.", "rut_vs_spx.base_rate.")}


def dates_of(fact: Fact) -> list[int]:
    """The sessions of a fact's dates, counted from the first of the data."""
    days = [t.date() for t in index_from(START, 300)]
    return [days.index(d) for d in fact.dates]


# Sessions 1 to 8 win, so the run reaches 5 on session 5; then one of 4, then one that reaches 5 on session 21.
PATTERN = "WWWWWWWWL" + "WWWWL" + "LL" + "WWWWWL" + "L" * 30


def test_an_event_is_the_session_on_which_the_run_reached_its_length_not_its_end() -> None:
    facts = facts_of(PATTERN)
    n = facts["rut.base_rate.streak_5.return_5d.n"]
    assert (n.value, dates_of(n), n.unit) == (2, [5, 21], "count")
    # From session 5: three wins, a loss and a win; from session 21: losses alone.
    first, second = 1.01**4 * 0.98 - 1, 0.98**5 - 1
    family = "rut.base_rate.streak_5.return_5d"
    assert facts[f"{family}.median"].value == pytest.approx((first + second) / 2, abs=1e-6)
    assert facts[f"{family}.worst"].value == pytest.approx(second, abs=1e-6)
    assert (facts[f"{family}.share_positive"].value, facts[f"{family}.median"].cases) == (0.5, 2)


def test_the_spread_is_the_firsts_return_less_the_seconds_over_the_same_sessions() -> None:
    facts = facts_of(PATTERN)
    for name in ("n", "median", "share_positive", "worst"):  # the second stands still
        own, spread = (
            facts[f"rut.base_rate.streak_5.return_5d.{name}"],
            facts[f"rut_vs_spx.base_rate.streak_5.spread_5d.{name}"],
        )
        assert own.value == spread.value
        assert (own.subject, spread.subject) == ("rut", "rut_vs_spx")
    assert facts["rut_vs_spx.base_rate.streak_5.spread_5d.median"].unit == "percentage points"


def test_an_event_inside_the_window_of_the_one_before_is_left_out() -> None:
    # Sessions 5 and 21 are 16 apart: over 21 sessions the second lies inside the first's window.
    facts = facts_of(PATTERN)
    assert dates_of(facts["rut.base_rate.streak_5.return_21d.n"]) == [5]


def test_windows_not_complete_by_the_day_are_left_out() -> None:
    whole, cut = facts_of(PATTERN[:26]), facts_of(PATTERN[:25])
    assert dates_of(whole["rut.base_rate.streak_5.return_5d.n"]) == [5, 21]  # session 26 completes it
    assert dates_of(cut["rut.base_rate.streak_5.return_5d.n"]) == [5]
    assert cut["rut.base_rate.streak_5.return_63d.n"].value == 0
    assert "rut.base_rate.streak_5.return_63d.median" not in cut


def test_all_sessions_are_the_baseline() -> None:
    facts = facts_of(PATTERN)
    count = len(PATTERN) + 1
    for h in (5, 21):
        n = facts[f"rut.base_rate.all.return_{h}d.n"]
        assert (n.value, n.dates, n.reading, n.caveats) == (count - h, (), None, ())
    assert facts["rut.base_rate.all.return_63d.n"].value == 0


def test_a_small_sample_is_called_one() -> None:
    two = facts_of(PATTERN)["rut.base_rate.streak_5.return_5d.median"]
    assert two.reading == "small sample: 2 cases"
    assert "the sample is small: 2 of 10 cases" in two.caveats
    ten = facts_of("WWWWWL" * 10 + "LLLLL")["rut.base_rate.streak_5.return_5d.n"]
    assert (ten.value, ten.reading, ten.caveats) == (10, None, ())


@pytest.mark.parametrize(("last", "extra"), [("LWW", set()), ("LWWW", {"3"}), ("LWWWWWWW", {"7"}), ("LWWWWW", set())])
def test_the_run_in_progress_is_looked_at_beside_five_and_ten(last: str, extra: set[str]) -> None:
    lengths = {k.split("streak_")[1].split(".")[0] for k in facts_of(PATTERN + last) if "streak_" in k}
    assert lengths == {"5", "10"} | extra


def test_rsi_counts_on_the_session_it_crossed_seventy_alone() -> None:
    pattern = "LWLW" * 5 + "W" * 12 + "L" * 12
    rut = 100 * np.cumprod([1.0, *({"W": 1.01, "L": 0.99}[c] for c in pattern)])
    strength = wilder(rut.tolist())
    crossed = [i for i in range(1, len(rut)) if strength[i] > 70 and strength[i - 1] <= 70]
    assert len(crossed) == 1  # and it stayed above for sessions on end
    assert sum(s > 70 for s in strength) > 5
    assert dates_of(facts_of(pattern, 0.01, -0.01)["rut.base_rate.rsi_70.return_5d.n"]) == crossed


def test_a_run_that_a_missing_session_tore_is_no_event() -> None:
    """Whether it reached five on session 8, or was three longer by then, isn't known."""
    rut = (100 * np.cumprod([1.0, *[1.01] * 8, *[0.99] * 20])).tolist()
    rut[2] = NAN  # the returns of sessions 2 and 3 aren't known, so a new count would reach five on session 8
    made = catalogue(bars("^RUT", rut, START), bars("^GSPC", [50.0] * len(rut), START))
    fact = made.get("rut.base_rate.streak_5.return_5d.n")
    assert fact is not None
    assert fact.value == 0


@given(st.lists(st.integers(8, 14).map(float) | st.just(NAN), max_size=40).map(np.array), st.integers(1, 12))
def test_forward_looks_ahead_by_exactly_its_sessions(x: np.ndarray, h: int) -> None:
    plain = [x[i + h] / x[i] - 1 if i + h < len(x) else NAN for i in range(len(x))]
    np.testing.assert_array_equal(forward(x, h), plain)


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 10))
def test_events_kept_lie_apart_and_none_is_left_out_without_need(happened: list[bool], h: int) -> None:
    kept = apart(np.array(happened, dtype=bool), h).tolist()
    assert all(happened[i] for i in kept)
    assert all(b - a >= h for a, b in pairwise(kept))
    for place in (i for i, hit in enumerate(happened) if hit and i not in kept):
        assert any(0 < place - k < h for k in kept)


# The real bars, in plain pandas


@cache
def plain_events() -> tuple[pd.DataFrame, dict[str, list[int]]]:
    """Closes of both, and the places of each event, counted one session at a time."""
    both = pd.concat([frame("^RUT")["close"], frame("^GSPC")["close"]], axis=1, join="inner").loc[:"2026-01-22"]
    both.columns = ["rut", "spx"]
    moves = both.pct_change()
    strength = wilder(both["rut"].tolist())
    out: dict[str, list[int]] = {"streak_5": [], "streak_10": [], "streak_14": [], "rsi_70": []}
    run = 0
    for place, (rut, spx) in enumerate(moves.itertuples(index=False)):
        run = run + 1 if rut > spx else 0
        if f"streak_{run}" in out:
            out[f"streak_{run}"].append(place)
        if place and strength[place] > 70 >= strength[place - 1]:
            out["rsi_70"].append(place)
    return both, out


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return Catalogue(real_market("2026-01-22", "^RUT", "^GSPC"))


@needs_real
@pytest.mark.parametrize("h", [5, 21, 63])
@pytest.mark.parametrize("event", ["streak_5", "streak_10", "streak_14", "rsi_70", "all"])
def test_every_figure_agrees_with_plain_pandas(real: Catalogue, event: str, h: int) -> None:
    both, events = plain_events()
    kept: list[int] = []
    for place in events.get(event, range(len(both))):
        complete = place + h < len(both)
        if complete and (event == "all" or not kept or place >= kept[-1] + h):
            kept.append(place)
    ahead = both.shift(-h) / both - 1
    for target, values in (
        ("rut.base_rate.{}.return_{}d", ahead["rut"]),
        ("rut_vs_spx.base_rate.{}.spread_{}d", ahead["rut"] - ahead["spx"]),
    ):
        found, family = values.iloc[kept], target.format(event, h)
        facts = {name: real.get(f"{family}.{name}") for name in ("n", "median", "share_positive", "worst")}
        assert all(facts.values())
        assert {name: f.value for name, f in facts.items() if f} == {
            "n": len(kept),
            "median": pytest.approx(found.median(), abs=1e-6),
            "share_positive": pytest.approx((found > 0).mean(), abs=1e-6),
            "worst": pytest.approx(found.min(), abs=1e-6),
        }
        if event != "all" and facts["n"]:
            assert list(facts["n"].dates) == [t.date() for t in both.index[kept]]


@needs_real
def test_the_run_of_22_january_is_no_event_of_its_own_yet(real: Catalogue) -> None:
    """Its windows aren't complete: nothing that came later enters, nor does the run itself."""
    fact = real.get("rut.base_rate.streak_10.return_5d.n")
    assert fact is not None
    assert max(fact.dates) < date(2026, 1, 22)
    last = real.get("rut.base_rate.streak_14.return_5d.n")
    assert last is not None
    assert [str(d) for d in last.dates] == ["1996-05-03"]  # in the run of sixteen that ended on 7 May
