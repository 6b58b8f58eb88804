"""Stored rows as arrays: newest of each session, adjusted for splits, compared with what was fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from tools.data.sessions import NEW_YORK

FIELDS = ("open", "high", "low", "close", "volume")
SAME = 1e-6  # relative difference up to which two served values are one
Events = dict[date, tuple[float, str]]  # by ex-date: newest value and the stamp of its retrieval


def stamp_of(instant: datetime) -> str:
    """An instant as it is stored."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant_of(stamp: str) -> datetime:
    """The instant of a stored stamp."""
    return datetime.fromisoformat(stamp)


class Extent(NamedTuple):
    """What the store holds of a symbol: settled sessions and, beyond them, a provisional one."""

    first: date
    last: date
    sessions: int
    retrieved_at: datetime
    provisional: date | None


class Attempt(NamedTuple):
    """A fetch that was made: when, and ``ok`` or the error's class and message."""

    at: datetime
    outcome: str
    message: str


@dataclass(frozen=True)
class Stored:
    """Newest rows of a symbol by session, prices adjusted for the splits known.

    Attributes:
        sessions: ``datetime64[D]``, ascending.
        values: One column for each of open high low close volume.
        settled: Whether the row was retrieved after its session had settled.
        retrieved: Stamp of each row's retrieval.
        dividends: Value by ex-date, in the prices' own basis.
        splits: Ratio by ex-date.
    """

    sessions: npt.NDArray[np.datetime64]
    values: npt.NDArray[np.float64]
    settled: npt.NDArray[np.bool_]
    retrieved: npt.NDArray[np.object_]
    dividends: dict[date, float]
    splits: dict[date, float]


def split_ratio(splits: Events, stamp: str) -> float:
    """Product of the splits after a retrieval: what was served then is in shares of before them."""
    day = instant_of(stamp).astimezone(NEW_YORK).date()
    return float(np.prod([ratio for session, (ratio, _) in splits.items() if session > day]))


def rows_of(
    symbol: str, frame: pd.DataFrame, settled: npt.NDArray[np.bool_], stamp: str, chosen: npt.NDArray[np.bool_]
) -> list[tuple[object, ...]]:
    """The chosen bars of a frame as rows to store; NaN as NULL."""
    days = np.datetime_as_string(frame.index.to_numpy(), "D")[chosen].tolist()
    values = frame[list(FIELDS)].to_numpy(dtype=np.float64)[chosen].tolist()
    flags = settled[chosen].astype(int).tolist()
    return [
        (symbol, day, stamp, *(None if v != v else v for v in bar), flag)
        for day, bar, flag in zip(days, values, flags, strict=True)
    ]


def newest_rows(rows: Iterable[tuple[object, ...]], splits: Events, dividends: Events) -> Stored | None:
    """The newest row of each session, in shares of today.

    Args:
        rows: Session, stamp of retrieval, settled, then the fields; ordered by session and retrieval.
        splits: The splits known.
        dividends: The dividends known.
    """
    columns = list(zip(*rows, strict=True))
    if not columns:
        return None
    sessions = np.array(columns[0], dtype="datetime64[D]")
    newest = np.append(sessions[1:] != sessions[:-1], True)
    values = np.array(columns[3:], dtype=np.float64).T[newest]
    retrieved = np.array(columns[1], dtype=object)[newest]
    if splits:
        ratios = {stamp: split_ratio(splits, stamp) for stamp in set(retrieved)}
        factor = np.array([ratios[stamp] for stamp in retrieved])
        values = values * np.column_stack([1 / factor] * 4 + [factor])
    paid = {day: value / split_ratio(splits, stamp) for day, (value, stamp) in dividends.items()}
    ratio = {day: value for day, (value, _) in splits.items()}
    return Stored(sessions[newest], values, np.array(columns[2], dtype=bool)[newest], retrieved, paid, ratio)


def changed(frame: pd.DataFrame, settled: npt.NDArray[np.bool_], old: Stored | None) -> npt.NDArray[np.bool_]:
    """Which bars of a frame say something new: unknown session, other values, or settled by now."""
    if old is None:
        return np.ones(len(frame), dtype=bool)
    days = frame.index.to_numpy().astype("datetime64[D]")
    place = np.clip(np.searchsorted(old.sessions, days), 0, len(old.sessions) - 1)
    known = old.sessions[place] == days
    new, kept = frame[list(FIELDS)].to_numpy(dtype=np.float64), old.values[place]
    same = np.isclose(new, kept, rtol=SAME, atol=0.0, equal_nan=True).all(axis=1)
    out: npt.NDArray[np.bool_] = ~known | ~same | (settled & ~old.settled[place])
    return out


def changed_events(events: dict[date, float], known: Events, splits: Events) -> dict[date, float]:
    """The dividends or splits that are new, or whose value differs from the one known in the shares of today."""
    held = {day: value / split_ratio(splits, stamp) for day, (value, stamp) in known.items()}
    return {
        day: value for day, value in events.items() if day not in held or abs(held[day] - value) > SAME * abs(value)
    }


def rebased(frame: pd.DataFrame, old: Stored | None) -> bool:
    """Whether all closes differ from those held by one factor: the source's basis changed, as after a split."""
    if old is None:
        return False
    days = pd.DatetimeIndex(old.sessions[old.settled].astype("datetime64[ns]"))
    held = pd.Series(old.values[old.settled, FIELDS.index("close")], index=days)
    ratio = (frame["close"] / held).dropna()
    return len(ratio) >= 3 and abs(ratio.median() - 1) > 0.01 and bool((abs(ratio / ratio.median() - 1) < 1e-3).all())


def adjusted_close(
    sessions: npt.NDArray[np.datetime64], close: npt.NDArray[np.float64], dividends: dict[date, float]
) -> npt.NDArray[np.float64]:
    """Closes less the dividends paid later: each takes 1 - D / previous close off all closes before its ex-date."""
    factor = np.ones(len(close))
    for day, value in dividends.items():
        place = int(np.searchsorted(sessions, np.datetime64(day, "D")))
        if 0 < place < len(close):
            factor[place - 1] *= 1 - value / close[place - 1]
    adjusted: npt.NDArray[np.float64] = close * np.cumprod(factor[::-1])[::-1]
    return adjusted
