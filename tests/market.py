"""Markets made by hand: bars of a few closes, for facts whose value can be worked out on paper."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd

from tools.data.bars import Bars, Market, version_of
from tools.data.sessions import sessions
from tools.facts.catalogue import Catalogue
from tools.facts.series import Series
from tools.universe import UNIVERSE

RETRIEVED = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
START = date(2024, 1, 2)


def index_from(start: date, count: int) -> pd.DatetimeIndex:
    """The first ``count`` exchange sessions from a day on."""
    return sessions(start, date(2026, 8, 1))[:count]


def bars(symbol: str, closes: Sequence[float], start: date = START, **columns: Sequence[float]) -> Bars:
    """Bars with these closes on consecutive sessions; a NaN close is a session without a bar."""
    close = np.asarray(closes, dtype=float)
    frame = pd.DataFrame(
        {
            "open": columns.get("open", close),
            "high": columns.get("high", close * 1.01),
            "low": columns.get("low", close * 0.99),
            "close": close,
            "adj_close": columns.get("adj_close", close),
            "volume": np.full(len(close), 1e6),
        },
        index=index_from(start, len(close)),
    )
    return Bars(symbol, frame[~np.isnan(close)], RETRIEVED, "Yahoo Finance")


def market(*held: Bars, last_settled: date | None = None) -> Market:
    """A market of these bars as of the latest session among them."""
    by_symbol = {b.symbol: b for b in held}
    as_of = max(b.frame.index[-1].date() for b in held)
    return Market("yahoo", as_of, last_settled or as_of, by_symbol, {}, (), version_of(by_symbol))


def catalogue(*held: Bars) -> Catalogue:
    """Their facts."""
    return Catalogue(market(*held))


def series(key: str, closes: Sequence[float], start: date = START, **columns: Sequence[float]) -> Series:
    """One subject's bars on the calendar."""
    subject = UNIVERSE[key]
    held = bars(subject.symbol, closes, start, **columns)
    return Series(subject, held, market(held))
