"""The schedule: while the page runs, the commentary of each trading day is written once, at a time of the exchange.

A job looks every half minute at what is due, so that a machine that slept catches up: the sessions since the last
commentary are written, the earliest first. The lease in the database makes one writer of several processes. What the
job does is ``write_due``, which a test, or a command for cron, can call as well.

The only module that imports APScheduler.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from assistant.commentary.daily import brief_json
from assistant.commentary.errata import find_errata
from assistant.commentary.lease import Leases, tried_lease
from assistant.commentary.store import CommentaryStore
from assistant.evidence.opened import Opened
from tools.data.sessions import NEW_YORK, last_settled_session, now, sessions_back, settled_at
from tools.data.sessions import sessions as sessions_of
from tools.errors import BadDate, MarketDataError

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

SECONDS = 30  # between two looks
CATCH_UP = 10  # sessions written after a pause, at most; brief --backfill writes more
_log = logging.getLogger(__name__)


def start(opened: Opened, at: time) -> "BackgroundScheduler":
    """Begins looking, in a thread of its own; the first look is at once.

    Args:
        opened: Database, bars and library.
        at: The exchange's time.

    Returns:
        The scheduler, to be shut down with the page.
    """
    from apscheduler.schedulers.background import BackgroundScheduler

    scheduler = BackgroundScheduler(timezone=NEW_YORK)
    scheduler.add_job(
        _look, "interval", args=(opened, at), seconds=SECONDS, next_run_time=datetime.now(NEW_YORK),
        max_instances=1, coalesce=True, misfire_grace_time=None, id="commentary",
    )  # fmt: skip
    scheduler.start()
    return scheduler


def _look(opened: Opened, at: time) -> None:
    try:
        write_due(opened, at)
    except MarketDataError as error:  # an outage or a full disk: said, and tried again at the next look
        _log.warning("the scheduled commentary was not written: %s", error.message)


def due_session(at: time, moment: datetime) -> date:
    """The last session whose commentary is due at an instant: settled, and the exchange's time reached on its day."""
    day = last_settled_session("^VIX", moment)  # the last of all to settle
    due = max(datetime.combine(day, at, NEW_YORK), settled_at("^VIX", day))
    return day if due <= moment else sessions_back(day, 1)


def write_due(opened: Opened, at: time, told: Callable[[date], None] | None = None) -> list[date]:
    """Writes what is due and not kept yet.

    Args:
        opened: Database, bars and library.
        at: The exchange's time.
        told: Called with each session written.

    Returns:
        The sessions written, the earliest first; empty nearly always.

    Raises:
        MarketDataError: Bars or the database can't be had; what was written before stays.
    """
    day, data = due_session(at, now()), opened.settings.data or "yahoo"
    if day.isoformat() in CommentaryStore(opened.engine).dates(data):
        return []
    with tried_lease(Leases(opened.engine), f"schedule/{data}/{day}") as mine:  # of several copies one does it
        return _write_missed(opened, day, data, told) if mine else []


def _write_missed(opened: Opened, day: date, data: str, told: Callable[[date], None] | None) -> list[date]:
    kept = CommentaryStore(opened.engine).dates(data)
    if day.isoformat() in kept:
        return []  # another copy was done just now
    if opened.evidence(as_of=day, data=data).as_of != day:
        return []  # the source lags: tried again at the next look
    missed = [t.date() for t in sessions_of(sessions_back(day, CATCH_UP - 1), day)]
    last = max((d for d in kept if d < day.isoformat()), default="")
    wanted = [d for d in missed if d.isoformat() > last] if last else [day]
    out = []
    for session in wanted:
        try:
            evidence = opened.evidence(as_of=session, data=data)
        except BadDate:  # a session that the source has no bars of
            continue
        if evidence.as_of != session:
            continue
        brief_json(opened, evidence, opened.settings.model)
        out.append(session)
        if told:
            told(session)
    if out:
        find_errata(opened, data)
    return out
