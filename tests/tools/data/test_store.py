"""What the store keeps: revisions beside what they revise, splits that revise nothing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine, select

from tools.data.rows import adjusted_close
from tools.data.store import Store, create_tables, facts
from tools.errors import StoreError

T0 = datetime(2026, 1, 8, 22, 0, tzinfo=UTC)
DAY = timedelta(days=1)
DAYS = pd.DatetimeIndex(["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


def frame(closes: list[float], index: pd.DatetimeIndex = DAYS, volume: float = 100.0) -> pd.DataFrame:
    close = np.array(closes)
    prices = {"open": close, "high": close * 1.5, "low": close / 2, "close": close}
    return pd.DataFrame({**prices, "volume": np.full(len(close), volume)}, index=index[: len(close)])


def save(
    store: Store,
    bars: pd.DataFrame,
    at: datetime = T0,
    dividends: dict[date, float] | None = None,
    splits: dict[date, float] | None = None,
    running: int = 0,
) -> int:
    settled = np.ones(len(bars), dtype=bool)
    settled[len(bars) - running :] = False
    return store.save("XLB", bars, dividends or {}, splits or {}, retrieved_at=at, settled=settled)


def closes(store: Store, now: datetime) -> list[float]:
    values: list[float] = store.read(["XLB"], now)["XLB"].values[:, 3].tolist()
    return values


def test_what_is_saved_is_read(store: Store) -> None:
    assert save(store, frame([10, 11, 12, 13])) == 4
    read = store.read(["XLB", "NONE"], T0)
    assert list(read) == ["XLB"]
    assert read["XLB"].values[3].tolist() == [13, 19.5, 6.5, 13, 100]
    assert read["XLB"].sessions.astype(str).tolist() == [str(t.date()) for t in DAYS]
    assert store.last_settled(["XLB", "NONE"], T0) == {"XLB": date(2026, 1, 8)}


def test_the_same_bars_again_add_nothing(store: Store) -> None:
    save(store, frame([10, 11, 12, 13]))
    assert save(store, frame([10, 11, 12 * (1 + 1e-8), 13]), T0 + DAY) == 0


def test_a_revision_is_a_new_row_and_the_old_one_stays(store: Store) -> None:
    save(store, frame([10, 11, 12, 13]))
    assert save(store, frame([10, 11, 12.5, 13]), T0 + DAY) == 1
    assert closes(store, T0 + DAY) == [10, 11, 12.5, 13]
    assert closes(store, T0) == [10, 11, 12, 13]  # as known on the day before


def test_rows_retrieved_later_are_not_seen(store: Store) -> None:
    save(store, frame([10, 11]), T0)
    assert store.read(["XLB"], T0 - DAY) == {}
    assert store.last_settled(["XLB"], T0 - DAY) == {}
    assert store.extents(T0 - DAY) == {}


def test_a_provisional_bar_is_superseded_by_its_settlement(store: Store) -> None:
    save(store, frame([10, 11, 12]), T0, running=1)
    assert store.last_settled(["XLB"], T0) == {"XLB": date(2026, 1, 6)}
    assert store.extents(T0)["XLB"].provisional == date(2026, 1, 7)
    assert save(store, frame([10, 11, 12]), T0 + DAY) == 1  # same values, settled by now
    assert store.extents(T0 + DAY)["XLB"] == (date(2026, 1, 5), date(2026, 1, 7), 3, T0 + DAY, None)


def test_a_split_between_retrievals_is_no_revision(store: Store) -> None:
    save(store, frame([10, 20, 40]))
    split = {date(2026, 1, 9): 2.0}
    later = frame([10, 20, 22], pd.DatetimeIndex(["2026-01-06", "2026-01-07", "2026-01-09"]), volume=200.0)
    assert save(store, later, T0 + 2 * DAY, splits=split) == 1
    assert closes(store, T0 + 2 * DAY) == [5, 10, 20, 22]
    assert store.read(["XLB"], T0 + 2 * DAY)["XLB"].values[0, 4] == 200
    assert closes(store, T0) == [10, 20, 40]  # in the shares of that day


def test_a_dividend_is_kept_once_and_in_todays_shares(store: Store) -> None:
    dividend = {date(2026, 1, 7): 0.5}
    save(store, frame([10, 11, 12]), dividends=dividend)
    save(store, frame([10, 11, 12]), T0 + DAY, dividends=dividend)
    assert store.read(["XLB"], T0 + DAY)["XLB"].dividends == dividend
    halves = frame([5, 5.5, 6, 7], pd.DatetimeIndex(["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-12"]), 200.0)
    save(store, halves, T0 + 4 * DAY, {date(2026, 1, 7): 0.25}, {date(2026, 1, 12): 2.0})
    assert store.read(["XLB"], T0 + 4 * DAY)["XLB"].dividends == {date(2026, 1, 7): 0.25}
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM actions WHERE kind = 'dividend'").scalar() == 1


def test_adjusted_closes_by_hand() -> None:
    sessions = DAYS.to_numpy().astype("datetime64[D]")
    paid = {date(2026, 1, 6): 1.0, date(2026, 1, 8): 2.0, date(2026, 1, 12): 5.0, date(2025, 12, 1): 5.0}
    # 1 of 100 on the 6th and 2 of 80 on the 8th: 100 * 0.99 * 0.975, then 0.975, then whole. The dividend
    # before the first bar and the one after the last touch nothing.
    adjusted = adjusted_close(sessions, np.array([100.0, 90.0, 80.0, 85.0]), paid)
    assert adjusted.tolist() == pytest.approx([96.525, 87.75, 78.0, 85.0])


def test_missing_opens_stay_missing(store: Store) -> None:
    bars = frame([10, 11])
    bars.loc[bars.index[0], "open"] = np.nan
    save(store, bars)
    assert np.isnan(store.read(["XLB"], T0)["XLB"].values[0, 0])
    assert save(store, bars, T0 + DAY) == 0


def test_the_stamp_changes_with_every_fetch(store: Store) -> None:
    before = store.stamp(T0)
    save(store, frame([10]))
    saved = store.stamp(T0)
    store.note_failure("XLB", T0 + DAY, "SourceDown", "Yahoo is down")
    assert before < saved == store.stamp(T0) < store.stamp(T0 + DAY)


def test_attempts_tell_the_last_fetch(store: Store) -> None:
    save(store, frame([10]))
    store.note_failure("XLB", T0 + DAY, "SourceDown", "Yahoo is down")
    assert store.attempts(["XLB"], T0)["XLB"][1:] == ("ok", "1 rows")
    assert store.attempts(["XLB", "NONE"], T0 + DAY) == {"XLB": (T0 + DAY, "SourceDown", "Yahoo is down")}


def test_facts_are_kept_once_per_version(store: Store) -> None:
    key = ("yahoo", "2026-01-22", "abc.1")
    assert store.read_facts(key) is None
    store.write_facts(key, [{"key": "rut.close", "value": 1.5}])
    store.write_facts(key, [])
    assert store.read_facts(key) == [{"key": "rut.close", "value": 1.5}]
    assert store.read_facts(("yahoo", "2026-01-22", "abc.2")) is None


def test_two_that_fetched_at_the_same_instant_do_not_collide(store: Store) -> None:
    save(store, frame([10, 11]))
    save(store, frame([10, 11.5]))
    assert closes(store, T0) == [10, 11]


def test_a_database_that_fails_says_so_in_one_line(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(StoreError, match="The store failed: no such table: bars") as caught:
        Store(engine).read(["XLB"], T0)
    assert "\n" not in caught.value.message
    engine.dispose()


def test_facts_kept_plain_before_they_were_packed_are_still_read(store: Store) -> None:
    key = ("yahoo", "2026-01-22", "v1")
    with store.engine.begin() as connection:
        row = {"source": key[0], "as_of": key[1], "version": key[2], "payload": '[{"key":"rut.close"}]'}
        connection.execute(facts.insert().values(**row))
    assert store.read_facts(key) == [{"key": "rut.close"}]
    store.write_facts(("yahoo", "2026-01-22", "v2"), [{"key": "rut.open"}] * 500)
    assert store.read_facts(("yahoo", "2026-01-22", "v2")) == [{"key": "rut.open"}] * 500
    with store.engine.connect() as connection:
        kept = connection.execute(select(facts.c.payload).where(facts.c.version == "v2")).scalar()
    assert len(kept) < 500
