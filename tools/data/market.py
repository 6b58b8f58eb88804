"""The market as of a session: from the store, fetched where it lacks them, or from the sample."""

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from weakref import WeakKeyDictionary

import pandas as pd

from tools.data.bars import Bars, Market, version_of
from tools.data.notices import notices
from tools.data.plausible import sound
from tools.data.rows import FIELDS, Stored, adjusted_close, instant_of
from tools.data.sample import sample_market
from tools.data.sessions import check_settled, last_settled_session, running_session, session_end
from tools.data.store import Store
from tools.data.updates import RETRY_SECONDS, TIMEOUT, Faults, Outcome, Plan, Progress, Status, due, refresh, status
from tools.errors import BadDate, SourceDown, SymbolNotFound, Unreachable
from tools.fact import spell_date
from tools.listings import Listing, yahoo_symbol
from tools.universe import UNIVERSE, subject_for

__all__ = ["Outcome", "Status", "load_market", "refresh", "status"]

INDEXES = ("^RUT", "^GSPC", "^IXIC", "^DJI")
YAHOO = "Yahoo Finance"
KEPT_MARKETS = 8  # some 7 MB each


@dataclass(frozen=True)
class _Ask:
    """What was asked of load_market."""

    as_of: date | None
    wanted: tuple[str, ...]
    now: datetime
    home: Path
    progress: Progress | None
    timeout: float

    def key(self, store: Store) -> tuple[object, ...]:
        """Everything the market depends on: the store's contents and what the calendar says at now."""
        settled = tuple(last_settled_session(s, self.now) for s in ("^GSPC", "^VIX", "^TNX"))
        running = running_session(self.now)
        ended = running is not None and self.now >= session_end("^GSPC", running)
        return self.as_of, self.wanted, store.stamp(self.now), settled, running, ended


@dataclass(frozen=True)
class _Entry:
    """A market built, and until when it may be given again without asking the source."""

    market: Market
    built: datetime
    until: datetime | None
    until_monotonic: float

    def holds(self, now: datetime) -> bool:
        return time.monotonic() < self.until_monotonic and self.built <= now and (not self.until or now < self.until)


class _Kept:
    """What one process keeps for a database: markets built, faults met, a lock so that one thread fetches."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.faults = Faults()
        self.markets: OrderedDict[tuple[object, ...], _Entry] = OrderedDict()

    def find(self, key: tuple[object, ...], now: datetime) -> Market | None:
        entry = self.markets.get(key)
        return entry.market if entry and entry.holds(now) else None


_kept: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
_kept_lock = threading.Lock()


def load_market(
    store: Store,
    *,
    source: str | None,
    as_of: date | None,
    symbols: Sequence[str] | None = None,
    now: datetime,
    home: Path,
    progress: Progress | None = None,
    timeout: float = TIMEOUT,
) -> Market:
    """The market as of a session, fetched where the store lacks it.

    Args:
        store: Where bars are kept.
        source: ``yahoo``, ``sample``, or None: Yahoo, and the sample where there is neither connection nor store.
        as_of: A settled session; None for the last that the store has.
        symbols: Yahoo symbols; None for the universe.
        now: The instant taken as now.
        home: Folder for the source's caches.
        progress: Called with (done, total, symbol) after each fetch.
        timeout: Seconds to wait for one answer.

    Raises:
        MarketDataError: No bars could be had, or as_of isn't a settled session.
    """
    wanted = _symbols(symbols)
    if source == "sample":
        return sample_market(as_of, wanted, now)
    if as_of:
        _check(store, as_of, now)
    ask = _Ask(as_of, wanted, now, home, progress, timeout)
    with _kept_lock:
        kept = _kept.setdefault(store.engine, _Kept())
    if found := kept.find(ask.key(store), now):
        return found
    with kept.lock:
        try:
            return kept.find(ask.key(store), now) or _build(kept, store, ask)  # another may have built it meanwhile
        except Unreachable as error:
            if source or not store.is_empty():
                raise
            return sample_market(as_of, wanted, now, f"{error.message}, and nothing is stored yet")


def _check(store: Store, as_of: date, now: datetime) -> None:
    """Refuse a date without a settled session; of one before all that is stored, say from when data is."""
    try:
        check_settled(as_of, now)
    except BadDate:
        first = min((e.first for e in store.extents(now).values()), default=None)
        if first is None or as_of >= first:
            raise
        raise _too_early(as_of, first) from None


def _too_early(day: date, first: date) -> BadDate:
    message = f"There are no bars on or before {spell_date(day)}: the data begins on {spell_date(first)}"
    return BadDate(message, kind="too-early", day=day, first=first)


def _symbols(asked: Sequence[str] | None) -> tuple[str, ...]:
    universe = [subject.symbol for subject in UNIVERSE.values()]
    return tuple(dict.fromkeys(yahoo_symbol(symbol) for symbol in (universe if asked is None else asked)))


def _build(kept: _Kept, store: Store, ask: _Ask) -> Market:
    """Fetch what the store lacks, build the market of what it then holds, and remember it."""
    plan = due(store, ask.wanted, ask.now, ask.as_of, kept.faults)
    if plan.ask:
        met = {}
        for outcome in refresh(store, plan.ask, now=ask.now, home=ask.home, progress=ask.progress, timeout=ask.timeout):
            kept.faults.note(outcome.symbol, outcome.error)
            if outcome.error:
                met[outcome.symbol] = outcome.error
        plan = due(store, ask.wanted, ask.now, ask.as_of, kept.faults)
        plan = replace(plan, faults={**plan.faults, **met})
    key = ask.key(store)  # before the rows are read: what is written meanwhile changes it
    market = _from_store(store, plan, ask.as_of, ask.wanted, ask.now)
    pause = RETRY_SECONDS if plan.passing else float("inf")
    kept.markets[key] = _Entry(market, ask.now, plan.again, time.monotonic() + pause)
    while len(kept.markets) > KEPT_MARKETS:
        kept.markets.popitem(last=False)
    return market


def _from_store(store: Store, plan: Plan, as_of: date | None, wanted: tuple[str, ...], now: datetime) -> Market:
    """The market of what the store holds."""
    held = store.last_settled((*wanted, *INDEXES), now)
    lead = [held[s] for s in INDEXES if s in held] or [held[s] for s in wanted if s in held]
    if not lead:
        faults = list(plan.faults.values()) or [SourceDown("The store has no settled bars yet")]
        raise next((fault for fault in faults if not isinstance(fault, SymbolNotFound)), faults[0])
    day = min(as_of, max(lead)) if as_of else max(lead)
    stored, listings = store.read(wanted, now), store.listings(wanted, now)
    bars = {symbol: b for symbol, s in stored.items() if (b := _bars(symbol, s, day, listings.get(symbol)))}
    firsts = {symbol: s.sessions[0].item() for symbol, s in stored.items()}
    if not bars and firsts:
        raise _too_early(day, min(firsts.values()))
    missing = {
        symbol: _none_by(day, firsts[symbol]) if symbol in firsts
        else plan.faults[symbol].message if symbol in plan.faults
        else "no bars are stored"
        for symbol in wanted if symbol not in bars
    }  # fmt: skip
    ends = {symbol: b.frame.index[-1].date() for symbol, b in bars.items()}
    aside = {symbol: b.aside for symbol, b in bars.items() if b.aside}
    warnings = notices(ends, missing, plan.faults, aside, asked=as_of, as_of=day, now=now)
    settled, version = last_settled_session("^GSPC", now), version_of(bars, listings)
    return Market("yahoo", day, settled, bars, missing, warnings, version, listings)


def _none_by(day: date, first: date) -> str:
    """Why a symbol that the store has bars of has none by a session."""
    return f"its data begins on {spell_date(first)}" if first > day else "none of its bars can be true"


def _bars(symbol: str, stored: Stored, as_of: date, listing: Listing | None) -> Bars | None:
    """The settled rows up to a session as a frame, with adjusted closes as of that session; None without a bar."""
    held = sound(subject_for(symbol, listing), stored, as_of)
    if not len(held.sessions):
        return None
    index = pd.DatetimeIndex(held.sessions.astype("datetime64[ns]"))
    frame = pd.DataFrame(held.values, index=index, columns=list(FIELDS))
    frame.insert(4, "adj_close", adjusted_close(held.sessions, frame["close"].to_numpy(), stored.dividends))
    return Bars(symbol, frame, instant_of(max(held.retrieved)), YAHOO, aside=held.aside)
