"""What must hold of any market: scale, later bars, order and missing sessions change only what they may."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from tests.market import bars, catalogue, index_from, market
from tools.data.bars import Bars, Market
from tools.data.market import load_market
from tools.data.store import Store, create_tables
from tools.facts.catalogue import Catalogue
from tools.facts.history import pair_history
from tools.facts.rotation import Pair
from tools.facts.series import Series
from tools.universe import UNIVERSE

SYMBOLS = ("^RUT", "^GSPC", "IJR", "IWM")
START = date(2022, 11, 1)
LONG = 560  # sessions: to January 2025, with two earlier Januaries for the year to date
SHORT = 60  # two months, one turn of the year
SEEDS = st.integers(0, 10_000)
NAN = float("nan")


def held(seed: int, count: int, symbols: tuple[str, ...] = SYMBOLS) -> dict[str, Bars]:
    """Walks that nobody chose."""
    random = np.random.default_rng(seed)
    return {s: bars(s, (100 * np.cumprod(1 + random.normal(0, 0.012, count))).tolist(), START) for s in symbols}


def ids(made: Catalogue) -> dict[str, str]:
    return {f.key: f.id for f in made.facts}


def scaled(one: Bars, factor: float) -> Bars:
    frame = one.frame.copy()
    frame[["open", "high", "low", "close", "adj_close"]] *= factor
    return Bars(one.symbol, frame, one.retrieved_at, one.publisher)


# Scale


FREE_OF_SCALE = (
    "return_", "total_return_", "spread_", "streak", "ratio_return_", "ratio_percentile", "rotation_breadth", "rsi_14", "drawdown",
    "realized_volatility", "distance_", "sma_20_distance", "sma_200_distance", "records_", "verdict.", "base_rate.",
)  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(SEEDS, st.sampled_from(SYMBOLS), st.sampled_from([0.01, 0.5, 3.7, 1000.0]))
def test_the_unit_of_a_subjects_prices_changes_no_return_and_no_reading(seed: int, symbol: str, factor: float) -> None:
    whole = held(seed, LONG)
    one, two = catalogue(*whole.values()), catalogue(*(whole | {symbol: scaled(whole[symbol], factor)}).values())
    assert list(ids(one)) == list(ids(two))
    compared = [(f, g) for f, g in zip(one.facts, two.facts, strict=True) if f.metric.startswith(FREE_OF_SCALE)]
    for before, after in compared:
        if isinstance(before.value, str):
            assert before.value == after.value, before.key
        else:  # to the last decimal that is stored, over which floats may fall either way
            step = 1.5e-3 if before.unit == "index" else 1.5e-6
            assert after.value == pytest.approx(before.value, abs=step), before.key
        assert before.reading == after.reading, before.key
    assert sum(f.metric.startswith("verdict.") for f, _ in compared) == 4 * 3 + 4 * 3
    assert len(compared) > 200


# Later bars, and the order in which bars came


class Desk:
    """A store in memory, filled as a fetch fills it, and asked as the program asks."""

    now = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)

    def __init__(self) -> None:
        self.engine = create_engine("sqlite://")
        create_tables(self.engine)
        self.store = Store(self.engine)

    def save(self, symbol: str, frame: pd.DataFrame, dividends: dict[date, float], hours: int = 0) -> None:
        settled = np.ones(len(frame), dtype=bool)
        at = self.now - timedelta(days=9, hours=hours)
        self.store.save(symbol, frame, dividends, {}, retrieved_at=at, settled=settled)

    def load(self, as_of: date, symbols: tuple[str, ...] = SYMBOLS) -> Market:
        # The store covers the day, so nothing is asked for and no folder is needed.
        return load_market(
            self.store, source="yahoo", as_of=as_of, symbols=symbols, now=self.now, home=Path("/nonexistent")
        )


def _fetched(one: Bars) -> pd.DataFrame:
    return one.frame[["open", "high", "low", "close", "volume"]]


def _as_of(frames: dict[str, list[pd.DataFrame]], day: date, dividends: dict[date, float]) -> dict[str, str]:
    desk = Desk()
    for symbol, parts in frames.items():
        for hours, part in enumerate(parts):
            desk.save(symbol, part, dividends if symbol == "IWM" else {}, hours=9 - hours)
    try:
        return ids(Catalogue(desk.load(day)))
    finally:
        desk.engine.dispose()


@settings(max_examples=12, deadline=None)
@given(SEEDS, st.integers(25, SHORT - 2))
def test_bars_and_dividends_of_later_sessions_change_nothing_as_of_a_day(seed: int, cut: int) -> None:
    whole = {s: _fetched(b) for s, b in held(seed, SHORT).items()}
    index = index_from(START, SHORT)
    day = index[cut].date()
    paid = {index[5].date(): 0.4}
    later = {**paid, index[cut + 1].date(): 0.7}
    known = _as_of({s: [f.iloc[: cut + 1]] for s, f in whole.items()}, day, paid)
    assert _as_of({s: [f] for s, f in whole.items()}, day, later) == known
    assert len(known) > 100


@settings(max_examples=12, deadline=None)
@given(SEEDS, st.permutations(SYMBOLS), st.integers(1, SHORT - 1), st.booleans())
def test_the_order_in_which_bars_and_symbols_came_changes_nothing(
    seed: int, order: list[str], cut: int, newest_first: bool
) -> None:
    whole = {s: _fetched(b) for s, b in held(seed, SHORT).items()}
    day = index_from(START, SHORT)[-1].date()
    parts = {s: [whole[s].iloc[:cut], whole[s].iloc[cut:]][:: -1 if newest_first else 1] for s in order}
    assert _as_of(parts, day, {}) == _as_of({s: [f] for s, f in whole.items()}, day, {})


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.permutations(SYMBOLS))
def test_the_order_of_a_markets_symbols_changes_nothing(seed: int, order: list[str]) -> None:
    whole = held(seed, SHORT)
    assert ids(catalogue(*(whole[s] for s in order))) == ids(catalogue(*whole.values()))


# Missing sessions


def pair_of(seed: int, hole: int | None, which: str = "^RUT") -> Pair:
    """A pair, one of the two without a bar at a place."""
    whole = held(seed, SHORT, ("^RUT", "^GSPC"))
    if hole is not None:
        b = whole[which]
        whole[which] = Bars(which, b.frame.drop(b.frame.index[hole]), b.retrieved_at, b.publisher)
    made = market(*whole.values())
    return Pair(*(Series(UNIVERSE[k], made.bars[UNIVERSE[k].symbol], made) for k in ("rut", "spx")))


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(1, SHORT - 2), st.sampled_from(["^RUT", "^GSPC"]))
def test_a_missing_session_never_shifts_a_pair(seed: int, hole: int, which: str) -> None:
    """Every other session keeps its spreads; the two that the hole is an end of have none."""
    whole, holed = pair_history(pair_of(seed, None)), pair_history(pair_of(seed, hole, which))
    assert holed.index.equals(whole.index)
    place = np.arange(SHORT)
    for k in (1, 5, 20):
        name = f"rut_vs_spx.spread_{k}d"
        ends = (place == hole) | (place - k == hole)
        np.testing.assert_array_equal(holed[name], whole[name].where(~ends))
    ratio = "rut_vs_spx.ratio"
    np.testing.assert_array_equal(holed[ratio], whole[ratio].where(place != hole))
    base = int(np.flatnonzero(np.diff(whole.index.year))[0])
    if hole != base:  # the year's base
        name = "rut_vs_spx.spread_ytd"
        np.testing.assert_array_equal(holed[name], whole[name].where(place != hole))


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.integers(1, SHORT - 2))
def test_a_missing_session_of_another_subject_changes_nothing(seed: int, hole: int) -> None:
    whole = held(seed, SHORT)
    b = whole["IWM"]
    cut = whole | {"IWM": Bars("IWM", b.frame.drop(b.frame.index[hole]), b.retrieved_at, b.publisher)}
    one, two = ids(catalogue(*whole.values())), ids(catalogue(*cut.values()))
    apart = [k for k in one if not k.startswith(("iwm", "ijr_vs_iwm", "rotation.verdict"))]
    assert {k: one[k] for k in apart} == {k: two[k] for k in apart}
    assert len(apart) > 80


def test_a_years_spread_names_the_sessions_it_was_measured_from() -> None:
    base = int(np.flatnonzero(np.diff(index_from(START, SHORT).year))[0])
    pair = pair_of(3, base)
    made = market(pair.first.bars, pair.second.bars)
    fact = Catalogue(made).get("rut_vs_spx.spread_ytd")
    assert fact is not None
    # By now the figure rests on the session before the hole.
    assert fact.value == pytest.approx(pair.a[-1] / pair.a[base - 1] - pair.b[-1] / pair.b[base - 1], abs=1e-6)
    assert {i.first for i in fact.inputs} == {pair.days[base - 1]}
