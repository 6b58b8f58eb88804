"""The real bars of ../shared, read where they lie: nothing of them is copied into the project."""

from datetime import UTC, date, datetime
from functools import cache

import pandas as pd
import pytest

from tests.replay import SHARED
from tools.data.bars import Bars, Market, version_of
from tools.data.sessions import sessions
from tools.facts.catalogue import PAIRS
from tools.facts.history import pair_history, sector_history, subject_history
from tools.facts.rotation import Pair
from tools.facts.series import Series
from tools.universe import UNIVERSE, by_symbol

MARKET = SHARED / "market"
needs_real = pytest.mark.skipif(not MARKET.exists(), reason="needs ../shared, which holds the real bars")
RETRIEVED = datetime(2026, 9, 1, tzinfo=UTC)
COLUMNS = ["open", "high", "low", "close", "adj_close", "volume"]


@cache
def raw(symbol: str) -> pd.DataFrame:
    """A symbol's file as it stands, rows on holidays included."""
    folder, name = ("indices", symbol[1:]) if symbol.startswith("^") else ("etf", symbol)
    return pd.read_csv(MARKET / folder / f"{name}.csv", index_col="date", parse_dates=True)


@cache
def frame(symbol: str) -> pd.DataFrame:
    """A symbol's bars on exchange sessions, as a fetch would keep them."""
    rows = raw(symbol)[COLUMNS].astype(float)
    return rows[rows.index.isin(sessions(rows.index[0].date(), rows.index[-1].date()))]


def real_symbols() -> list[str]:
    """The universe's symbols that ../shared holds."""
    held = {p.stem for folder in ("indices", "etf") for p in (MARKET / folder).glob("*.csv")}
    return [s.symbol for s in UNIVERSE.values() if s.symbol.lstrip("^") in held]


def real_market(to: str | date, *symbols: str) -> Market:
    """The market as of a session, of some symbols or of all that ../shared holds."""
    held = {}
    for symbol in symbols or real_symbols():
        rows = frame(symbol).loc[: str(to)]
        if len(rows):
            held[symbol] = Bars(symbol, rows, RETRIEVED, "Yahoo Finance")
    day = date.fromisoformat(str(to))
    return Market("yahoo", day, day, held, {}, (), version_of(held))


def real_series(symbol: str, to: str | date) -> Series:
    """One subject's real bars on the calendar."""
    market, subject = real_market(to, symbol), by_symbol(symbol)
    assert subject
    return Series(subject, market.bars[symbol], market)


def histories(market: Market) -> list[pd.DataFrame]:
    """Every session's figures: of each subject, of each pair, of the sectors."""
    series = {k: Series(s, market.bars[s.symbol], market) for k, s in UNIVERSE.items() if s.symbol in market.bars}
    funds = [s for key, s in series.items() if key.startswith("sector.")]
    out = [subject_history(s) for s in series.values()]
    out += [pair_history(Pair(series[a], series[b])) for a, b in PAIRS if a in series and b in series]
    return out + ([sector_history(funds, series.get("spy"))] if funds else [])
