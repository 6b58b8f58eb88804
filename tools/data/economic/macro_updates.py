"""When FRED is asked for a series again, and what came of it."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

from tools.data.economic import fred
from tools.data.rows import Attempt
from tools.data.sessions import NEW_YORK
from tools.data.store import Store
from tools.errors import BadSetting, MarketDataError, RateLimited, Unreachable

TIMEOUT = 10.0
AGAIN = timedelta(hours=4)  # after a success
PAUSE = timedelta(minutes=5)  # after a fault
FINAL = timedelta(hours=1)  # after a refused host or an unknown series
LATE = timedelta(days=1)  # a vintage of a day can reach FRED's API this much later

_lock = threading.Lock()  # one thread asks, the others then find what it kept


def bring_up_to_date(
    store: Store,
    series: Sequence[str],
    *,
    key: str | None,
    as_of: date,
    now: datetime,
    timeout: float = TIMEOUT,
    whole: bool = False,
) -> dict[str, str]:
    """Fetch what is due of the series, and keep it.

    Args:
        store: Where observations and attempts are kept.
        series: FRED's names of them.
        key: Key of FRED's API: then the vintages around as_of, else the latest vintage.
        as_of: The session that figures are wanted for.
        now: The instant taken as now.
        timeout: Seconds to wait for one answer.
        whole: All periods, of the latest vintage, whatever the key.

    Returns:
        Message of the last fault by series, of those whose last fetch failed.
    """
    key = None if whole else key
    names = {s: f"fred:{s}:{fred.block_of(as_of).year}" if key else f"fred:{s}" + whole * ":all" for s in series}
    ask, faults = _due(store, names, as_of, now, bool(key))
    if not ask:
        return faults
    with _lock:
        ask, _ = _due(store, names, as_of, now, bool(key))
        first, rest = ask[:1], ask[1:]  # the first alone: it meets a refusal once, not seven times
        stop = _fetch_all(store, names, first, key, as_of, now, timeout, whole)
        if not stop:
            _fetch_all(store, names, rest, key, as_of, now, timeout, whole)
        for series in rest if stop else ():
            store.note_failure(names[series], now, type(stop).__name__, str(stop))
    return _due(store, names, as_of, now, bool(key))[1]


def _due(
    store: Store, names: dict[str, str], as_of: date, now: datetime, vintages: bool
) -> tuple[list[str], dict[str, str]]:
    """The series to ask for, and the messages of those whose last fetch failed."""
    attempts = store.attempts(list(names.values()), now)
    ask, faults = [], {}
    for series, name in names.items():
        attempt = attempts.get(name)
        if attempt and attempt.outcome != "ok":
            faults[series] = attempt.message
        if not attempt or now - attempt.at >= _pause(attempt, as_of, vintages):
            ask.append(series)
    return ask, faults


def _pause(attempt: Attempt, as_of: date, vintages: bool) -> timedelta:
    """How long an attempt holds; for ever where it came after all that could be known on the session."""
    if attempt.outcome == "ok":
        after = attempt.at.astimezone(NEW_YORK).date() > as_of + LATE
        return timedelta.max if vintages and after else AGAIN
    return FINAL if attempt.outcome in ("Refused", "SymbolNotFound") else PAUSE


def _fetch_all(
    store: Store,
    names: dict[str, str],
    batch: Sequence[str],
    key: str | None,
    as_of: date,
    now: datetime,
    wait: float,
    whole: bool,
) -> MarketDataError | None:
    """Fetch some series at once and keep what comes; the error for which no other should be asked for, if any."""
    if not batch:
        return None
    stop = None
    with ThreadPoolExecutor(len(batch)) as pool:
        running = {
            s: pool.submit(fred.fetch, s, now=now, key=key, as_of=as_of, whole=whole, timeout=wait) for s in batch
        }
    for series, future in running.items():
        try:
            store.save_observations(future.result(), names[series])
        except MarketDataError as error:
            store.note_failure(names[series], now, type(error).__name__, error.message)
            if isinstance(error, RateLimited | Unreachable | BadSetting):
                stop = error
    return stop
