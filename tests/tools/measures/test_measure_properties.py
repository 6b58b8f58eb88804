"""What must hold of any bars: scaled prices, later bars, windows split in two, holes."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.market import index_from
from tests.tools.measures.taking import series_of, take
from tools.measures.query import Condition
from tools.measures.windows.window import Window

prices = st.lists(st.floats(min_value=20, max_value=900), min_size=30, max_size=90)
DAYS = [t.date() for t in index_from(date(2024, 1, 2), 90)]
KINDS: list[tuple[str, dict[str, object]]] = [
    ("change", {}),
    ("extremes", {"order": "best", "n": 3}),
    ("extremes", {"order": "worst", "bucket": "week"}),
    ("drawdown", {}),
    ("count", {"where": [Condition(test="rises", than=1)]}),
    ("volatility", {}),
    ("after", {"where": [Condition(test="falls")], "ahead": 3}),
    ("season", {"bucket": "session"}),
    ("rank", {"window": Window(last=5, unit="session")}),
]


@settings(deadline=None)
@given(closes=prices, factor=st.sampled_from([0.5, 2.0, 8.0]))
@pytest.mark.parametrize(("kind", "asked"), KINDS, ids=[f"{k}-{n}" for n, (k, _) in enumerate(KINDS)])
def test_a_change_of_unit_changes_no_return(
    kind: str, asked: dict[str, object], closes: list[float], factor: float
) -> None:
    one = take(series_of({"rut": closes}), kind, **asked)
    other = take(series_of({"rut": [factor * x for x in closes]}), kind, **asked)
    relative = [f for f in one.facts if f.unit in ("fraction", "count", "sessions", "date")]
    scaled = {f.key: f for f in other.facts}
    assert [scaled[f.key].value for f in relative] == [f.value for f in relative]
    assert [scaled[f.key].dates for f in relative] == [f.dates for f in relative]


@settings(deadline=None)
@given(closes=prices, more=st.lists(st.floats(min_value=20, max_value=900), min_size=1, max_size=20))
@pytest.mark.parametrize("kind", ["change", "extremes", "count", "drawdown"])
def test_later_bars_change_nothing_of_a_window_that_is_over(kind: str, closes: list[float], more: list[float]) -> None:
    asked: dict[str, object] = {"window": Window(start=DAYS[2], end=DAYS[len(closes) - 2])}
    asked |= {"where": [Condition(test="rises")]} if kind == "count" else {}
    before = take(series_of({"rut": closes}), kind, **asked)
    after = take(series_of({"rut": closes + more}), kind, **asked)
    # A fall may since have been recovered from, which is said of it; its depth and its days stand.
    told = {f.key: f.value for f in before.facts}
    assert {f.key: f.value for f in after.facts if f.key in told} == told
    assert [f.inputs for f in before.facts if "recovery" not in f.key] == [
        f.inputs for f in after.facts if f.key in told and "recovery" not in f.key
    ]


@settings(deadline=None)
@given(closes=prices, cut=st.integers(min_value=3, max_value=25))
def test_a_window_split_in_two_multiplies(closes: list[float], cut: int) -> None:
    held = series_of({"rut": closes})
    end = DAYS[len(closes) - 1]
    spans = [(DAYS[0], DAYS[cut]), (DAYS[cut], end), (DAYS[0], end)]
    moves = [float(take(held, "change", window=Window(start=a, end=b, closes=True)).facts[0].value) for a, b in spans]
    assert math.isclose((1 + moves[0]) * (1 + moves[1]), 1 + moves[2], rel_tol=1e-4)


@settings(deadline=None)
@given(closes=prices, hole=st.integers(min_value=2, max_value=20))
def test_no_figure_rests_on_a_missing_bar(closes: list[float], hole: int) -> None:
    held = series_of({"rut": [math.nan if i == hole else x for i, x in enumerate(closes)]})
    found = take(held, "extremes", order="best", n=60)
    assert all(f.dates[0] not in (DAYS[hole], DAYS[hole + 1]) for f in found.facts)
    assert all(u.session != DAYS[hole] for f in found.facts for u in f.arithmetic)
    assert any("without a bar" in c for c in found.facts[0].caveats)


@settings(deadline=None)
@given(closes=prices)
def test_share_times_tested_is_the_count_and_the_best_is_no_less_than_the_worst(closes: list[float]) -> None:
    held = series_of({"rut": closes})
    found = {f.key: f for f in take(held, "count", where=[Condition(test="rises")]).facts}
    hits, tested = found["rut.count.rises.all"], found["rut.count_tested.rises.all"]
    assert float(found["rut.share.rises.all"].value) == pytest.approx(int(hits.value) / int(tested.value), abs=1e-6)
    assert len(hits.dates) == hits.value
    extremes = {f.key: float(f.value) for f in take(held, "extremes").facts}
    assert extremes["rut.best_session.all"] >= extremes["rut.worst_session.all"]
    assert extremes["rut.highest.all"] >= extremes["rut.lowest.all"]
