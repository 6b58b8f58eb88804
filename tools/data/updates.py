"""Bringing the store up to date: which symbols to ask for, four at a time, and what came of it."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from tools.data import yahoo
from tools.data.bars import SetAside
from tools.data.plausible import sound
from tools.data.rows import Attempt, rebased
from tools.data.sessions import last_settled_session, sessions_back, sessions_between, settled_at
from tools.data.store import Store
from tools.errors import MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable
from tools.universe import UNIVERSE, Subject, subject_for

Progress = Callable[[int, int, str], None]
AT_ONCE = 4
OVERLAP = 10  # sessions fetched again, so that a late bar or a revision is seen
PAUSE = timedelta(minutes=5)  # before a symbol that had nothing newer is asked for again
RETRY_SECONDS = 30.0  # before one process asks again after a fault, so that fifty people don't each wait for it
OUTAGE = 5  # faults without one success after which the rest isn't asked for
TIMEOUT = 10.0


@dataclass(frozen=True)
class Outcome:
    """What came of asking for one symbol.

    Attributes:
        symbol: Yahoo's symbol.
        rows: Rows of bars added.
        last: Last settled session the store now holds, None without any.
        error: Why it failed, None where it didn't.
    """

    symbol: str
    rows: int
    last: date | None
    error: MarketDataError | None = None


@dataclass(frozen=True)
class Status:
    """What the store holds of one symbol.

    Attributes:
        symbol: Yahoo's symbol.
        subject: Whose bars they are.
        first: First session held; None where nothing is.
        last: Last settled session held.
        sessions: Number of settled sessions.
        provisional: Session after the last whose bar was retrieved while it ran.
        retrieved_at: Newest retrieval.
        age: Sessions between the last held and the last that has settled.
        error: Message of the last fetch where it failed.
        aside: What of its settled bars can't be true and is left out of every figure.
    """

    symbol: str
    subject: Subject
    first: date | None
    last: date | None
    sessions: int
    provisional: date | None
    retrieved_at: datetime | None
    age: int | None
    error: str | None
    aside: tuple[SetAside, ...] = ()


class Faults:
    """The faults that one process met a moment ago."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[float, MarketDataError]] = {}

    def note(self, symbol: str, error: MarketDataError | None) -> None:
        """Keep a symbol's fault; None forgets it."""
        self._met.pop(symbol, None)
        if error and not isinstance(error, SymbolNotFound):  # that one the store remembers
            self._met[symbol] = (time.monotonic(), error)

    def met(self, symbol: str) -> MarketDataError | None:
        """The symbol's fault where it is too recent to ask again."""
        at, error = self._met.get(symbol, (0.0, None))
        return error if error and time.monotonic() - at < RETRY_SECONDS else None


@dataclass(frozen=True)
class Plan:
    """What a market's symbols need.

    Attributes:
        ask: Symbols that lack their last settled session and may be asked for.
        faults: Why symbols that lack it are not asked for.
        again: From when one of those may be asked for, where that goes by now.
        passing: Whether one of those met a fault that this process remembers for a short time.
    """

    ask: tuple[str, ...]
    faults: dict[str, MarketDataError]
    again: datetime | None
    passing: bool


def due(store: Store, symbols: Sequence[str], now: datetime, as_of: date | None, recent: Faults) -> Plan:
    """Which symbols lack their last settled session, as of a date or now, and may be asked for."""
    held = store.last_settled(symbols, now)
    wanted = {s: min(last_settled_session(s, now), as_of or date.max) for s in symbols}
    lacking = [s for s in symbols if s not in held or held[s] < wanted[s]]
    attempts = store.attempts(lacking, now) if lacking else {}
    ask: list[str] = []
    faults: dict[str, MarketDataError] = {}
    pauses = []
    passing = False
    for symbol in lacking:
        attempt, fault = attempts.get(symbol), recent.met(symbol)
        if fault:
            faults[symbol], passing = fault, True
        elif attempt and now - attempt.at < PAUSE and _was_final(attempt, settled_at(symbol, wanted[symbol])):
            pauses.append(attempt.at + PAUSE)
            faults[symbol] = _kept_fault(symbol, attempt.outcome, attempt.message)
        else:
            ask.append(symbol)
    return Plan(tuple(ask), faults, min(pauses, default=None), passing)


def _was_final(attempt: Attempt, settled: datetime) -> bool:
    """Whether an attempt tells that the source has nothing newer: not after a fault, nor before the session settled."""
    return attempt.outcome == SymbolNotFound.__name__ or (attempt.outcome == "ok" and attempt.at >= settled)


def _kept_fault(symbol: str, outcome: str, message: str) -> MarketDataError:
    if outcome == "SymbolNotFound":
        return SymbolNotFound(message)
    return SourceDown(f"Yahoo has nothing newer for {symbol}")


def refresh(
    store: Store,
    symbols: Sequence[str] | None = None,
    *,
    now: datetime,
    home: Path,
    progress: Progress | None = None,
    timeout: float = TIMEOUT,
) -> list[Outcome]:
    """Ask for every symbol given, or for those held and the universe's, whatever the store has.

    Args:
        store: Where bars are kept.
        symbols: Yahoo symbols.
        now: Instant of the retrieval.
        home: Folder for the source's caches.
        progress: Called with (done, total, symbol) after each.
        timeout: Seconds to wait for one answer.

    Returns:
        One outcome a symbol, in the order given. After a 429, without a connection or in an outage
        the rest isn't asked for and carries the same error.
    """
    if symbols is None:
        universe = [subject.symbol for subject in UNIVERSE.values()]
        symbols = [*universe, *(s for s in store.extents(now) if s not in universe)]
    held = store.last_settled(symbols, now)
    done: dict[str, Outcome] = {}

    def ask(symbol: str) -> Outcome:
        return _update(store, symbol, held.get(symbol), now, home, timeout)

    # The first alone: it fetches the cookie that all share, and meets a refusal once, not four times.
    for batch in (symbols[:1], symbols[1:]):
        if not _stops(done.values()):
            _ask_all(ask, batch, done, len(symbols), progress)
    reason = _stops(done.values())
    return [done.get(s) or Outcome(s, 0, held.get(s), reason) for s in symbols]


def _ask_all(
    ask: Callable[[str], Outcome], batch: Sequence[str], done: dict[str, Outcome], total: int, progress: Progress | None
) -> None:
    """Ask for a batch, a few at a time, until there is a reason to stop; outcomes go into ``done``."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        running = [pool.submit(ask, symbol) for symbol in batch]
        for future in as_completed(running):
            if future.cancelled():
                continue
            outcome = future.result()
            done[outcome.symbol] = outcome
            if progress:
                progress(len(done), total, outcome.symbol)
            if _stops(done.values()):
                for other in running:
                    other.cancel()


def _stops(outcomes: Iterable[Outcome]) -> MarketDataError | None:
    """The error for which the rest isn't asked for, None where it is."""
    errors = [outcome.error for outcome in outcomes]
    for error in errors:
        if isinstance(error, RateLimited | Unreachable):
            return error
    down = [e for e in errors if isinstance(e, SourceDown)]
    return down[0] if len(down) >= OUTAGE and len(down) == len(errors) else None


def _update(store: Store, symbol: str, last: date | None, now: datetime, home: Path, timeout: float) -> Outcome:
    """Fetch one symbol from before its last session on, and keep it."""
    start = sessions_back(last, OVERLAP) if last else None
    try:
        fetched = yahoo.fetch(symbol, start, now=now, home=home, timeout=timeout)
        if start and not fetched.splits and rebased(fetched.frame, store.read([symbol], now, start).get(symbol)):
            fetched = yahoo.fetch(symbol, None, now=now, home=home, timeout=timeout)
    except MarketDataError as error:
        store.note_failure(symbol, now, type(error).__name__, error.message)
        return Outcome(symbol, 0, last, error)
    settled = np.ones(len(fetched.frame), dtype=bool)
    for place in range(max(0, len(settled) - 2), len(settled)):  # only the newest can still be running
        settled[place] = settled_at(symbol, fetched.frame.index[place].date()) <= now
    rows = store.save(
        symbol, fetched.frame, fetched.dividends, fetched.splits, retrieved_at=now, settled=settled,
        listing=fetched.listing,
    )  # fmt: skip
    return Outcome(symbol, rows, store.last_settled([symbol], now).get(symbol))


def status(store: Store, now: datetime) -> list[Status]:
    """What the store holds of each symbol of the universe and of any other that was fetched."""
    extents = store.extents(now)
    universe = [subject.symbol for subject in UNIVERSE.values()]
    symbols = [*universe, *sorted(set(extents) - set(universe))]
    attempts, stored, listings = store.attempts(symbols, now), store.read(symbols, now), store.listings(symbols, now)
    out = []
    for symbol in symbols:
        held, attempt = extents.get(symbol), attempts.get(symbol)
        error = attempt.message if attempt and attempt.outcome != "ok" else None
        subject = subject_for(symbol, listings.get(symbol))
        if held is None:
            out.append(Status(symbol, subject, None, None, 0, None, None, None, error))
            continue
        age = sessions_between(held.last, last_settled_session(symbol, now))
        aside = sound(subject, stored[symbol], held.last).aside
        out.append(Status(symbol, subject, held.first, held.last, held.sessions, held.provisional,
                          held.retrieved_at, age, error, aside))  # fmt: skip
    return out
