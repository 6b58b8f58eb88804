"""The backfill equals the catalogue: every column at a session is the fact that the catalogue of that session holds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine

from tests.market import bars, index_from, market
from tests.real import histories, needs_real, real_market
from tools.data.bars import Bars, Market, version_of
from tools.data.store import Store, create_tables
from tools.fact import STORED_DECIMALS, stored
from tools.facts.catalogue import Catalogue
from tools.universe import UNIVERSE

# What the backfill says it leaves out: searches of their own, and statistics over histories.
LEFT_OUT = (
    "base_rate.", "verdict.", "divergence.", "fibonacci.", "support.", "resistance.", "rsi_14.sensitivity",
    "streak_average_margin", "streak_longest_since",
)  # fmt: skip


def whole_history(made: Market) -> pd.DataFrame:
    """All columns, on the sessions of the longest subject."""
    return pd.concat(histories(made), axis=1, sort=True)


def upto(whole: Market, day: date) -> Market:
    """The market as it was on a session."""
    held = {
        s: Bars(s, rows, b.retrieved_at, b.publisher)
        for s, b in whole.bars.items()
        if len(rows := b.frame.loc[: str(day)])
    }
    return Market("yahoo", day, day, held, {}, (), version_of(held))


def differences(history: pd.DataFrame, as_of: Market) -> Iterator[str]:
    """Each column whose value at the market's session isn't its fact's, or that has one where there is no fact."""
    day = as_of.as_of
    row = history.loc[pd.Timestamp(day)]
    facts = {f.key: f for f in Catalogue(as_of).facts if f.as_of == day and f.unit != "date"}
    for key in history.columns:
        value, fact = row[key], facts.get(key)
        if fact is None or np.isnan(value):
            if fact is not None or not np.isnan(value):
                yield f"{day} {key}: column {value}, fact {fact and fact.value}"
            continue
        # Two orders of the same sum may round to neighbours.
        step = 1.01 * 10.0 ** -STORED_DECIMALS[fact.unit] if fact.unit in STORED_DECIMALS else 0
        if abs(float(fact.value) - float(stored(value, fact.unit))) > step:
            yield f"{day} {key}: column {value}, fact {fact.value}"
    for key, fact in facts.items():
        if key not in history.columns and not fact.metric.startswith(LEFT_OUT) and not key.startswith("rotation."):
            yield f"{day} {key}: a fact without a column"


def month_ends(index: pd.DatetimeIndex) -> np.ndarray:
    """Places of the last session of each month: what month- and year-to-date figures are measured from."""
    return np.flatnonzero(np.diff(index.month))


def hand_made(seed: int, holes: int) -> Market:
    """The universe over three years; a third of it pauses now and then, one sector fund begins late, VIX ends early.

    No session missing here is a month's last: those have tests of their own below.
    """
    held, random = {}, np.random.default_rng(seed)
    index = index_from(date(2023, 3, 1), 760)
    free = np.setdiff1d(np.arange(420, 759), month_ends(index))
    for place, subject in enumerate(UNIVERSE.values()):
        walk = 100 * np.cumprod(1 + random.normal(0, 0.01, 755 if subject.key == "vix" else 760))
        if place % 3 == 0:
            walk[random.choice(free, holes, replace=False)] = np.nan
        held[subject.symbol] = bars(subject.symbol, walk.tolist(), date(2023, 3, 1))
    late = held["XLC"]
    held["XLC"] = Bars("XLC", late.frame.iloc[300:], late.retrieved_at, late.publisher)
    return market(*held.values())


@pytest.mark.parametrize(("seed", "holes"), [(1, 0), (2, 3), (3, 60)])
def test_of_a_market_made_by_hand(seed: int, holes: int) -> None:
    made = hand_made(seed, holes)
    history = whole_history(made)
    days = [history.index[i].date() for i in (1, 2, 19, 22, 60, 130, 215, 301, 450, 529, 600, 700, 757, 759)]
    assert [d for day in days for d in differences(history, upto(made, day))] == []


@needs_real
@pytest.mark.parametrize(
    "day", ["2026-01-22", "2020-03-16", "2016-11-14", "2016-11-11", "2018-06-20", "2008-06-06", "1991-02-05"]
)
def test_of_the_real_bars(day: str, real_history: pd.DataFrame) -> None:
    assert list(differences(real_history, real_market(day))) == []
    assert real_history.loc[day].notna().sum() > 100  # and they aren't equal for want of any


@pytest.fixture(scope="module")
def real_history() -> pd.DataFrame:
    return whole_history(real_market("2026-01-22"))


# A month's last session without a bar, ties, bars in part


def holed(*symbols: str, hole: date) -> list[Bars]:
    """Bars of 2023-11 to 2024-01 of some symbols, the first of which lacks a session."""
    random, index = np.random.default_rng(5), index_from(date(2023, 11, 1), 55)
    walks = [100 * np.cumprod(1 + random.normal(0, 0.01, 55)) for _ in symbols]
    walks[0][index.get_loc(pd.Timestamp(hole))] = np.nan
    return [bars(s, w.tolist(), date(2023, 11, 1)) for s, w in zip(symbols, walks, strict=True)]


YEAR_END = date(2023, 12, 29)


def test_of_sectors_one_of_which_lacks_the_session_that_all_are_measured_from() -> None:
    made = market(*holed("XLB", "XLE", "XLF", hole=YEAR_END))
    assert list(differences(whole_history(made), made)) == []


def test_of_a_pair_one_of_which_lacks_the_years_last_session() -> None:
    made = market(*holed("^RUT", "^GSPC", hole=YEAR_END))
    assert list(differences(whole_history(made), made)) == []


def test_of_sectors_that_moved_alike() -> None:
    made = market(bars("XLB", [100, 101]), bars("XLE", [100, 101]), bars("XLF", [100, 99]))
    assert list(differences(whole_history(made), made)) == []


def test_of_a_bar_without_an_open() -> None:
    """Yahoo writes 0 where it has no open, and ``tools.data.yahoo`` makes that NaN."""
    made = market(bars("^RUT", [100, 101, 102], open=[100, 101, float("nan")]))
    assert list(differences(whole_history(made), made)) == []


def test_facts_of_a_bar_without_an_open_are_read_back(tmp_path: Path) -> None:
    made = market(bars("^RUT", [100, 101, 102], open=[100, 101, float("nan")]))
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    try:
        first = Catalogue(made, Store(engine))
        assert [f.id for f in Catalogue(made, Store(engine)).facts] == [f.id for f in first.facts]
    finally:
        engine.dispose()
