"""Exchange sessions (XNYS), when each symbol's own session ends, and what now is."""

import os
import warnings
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from tools.errors import BadDate, BadSetting
from tools.fact import spell_date

NEW_YORK = ZoneInfo("America/New_York")
SETTLING = timedelta(minutes=30)
FIRST_DAY = date(1927, 1, 3)  # before the first bar that Yahoo has of any index


@dataclass(frozen=True)
class _Calendar:
    days: list[date]
    index: pd.DatetimeIndex
    closes: list[datetime]
    unforeseen: frozenset[date]  # closures for mourning, storms and the like, which no rule gives


@cache
def _calendar() -> _Calendar:
    """The exchange's sessions from 1927 to a year from now; 0.1 s to build, beside 0.2 s of import."""
    import exchange_calendars

    end = max(now(), datetime.now(UTC)).date() + timedelta(days=400)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of pandas, about the library's own code
        calendar = exchange_calendars.get_calendar("XNYS", start=FIRST_DAY.isoformat(), end=end.isoformat())
    closes = pd.DatetimeIndex(calendar.closes).tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64)
    index = pd.DatetimeIndex(calendar.sessions).tz_localize(None)
    ends = [datetime.fromtimestamp(int(s), UTC) for s in closes]
    unforeseen = frozenset(stamp.date() for stamp in calendar.adhoc_holidays)
    return _Calendar([t.date() for t in index], index, ends, unforeseen)


def now() -> datetime:
    """The instant taken as now, in UTC: FOOTNOTE_NOW where it is set, else the clock.

    Raises:
        BadSetting: FOOTNOTE_NOW isn't an ISO instant with a zone.
    """
    text = os.environ.get("FOOTNOTE_NOW", "")
    if not text:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise BadSetting(
            f"FOOTNOTE_NOW is {text!r}, which is not an instant with a zone",
            "Write it as 2026-01-22T22:30:00Z.",
        )
    return instant.astimezone(UTC)


def _place(day: date) -> int:
    days = _calendar().days
    if not days[0] <= day <= days[-1]:
        raise ValueError(f"{day} lies outside the exchange calendar, {days[0]} to {days[-1]}")
    return bisect_left(days, day)


def is_session(day: date) -> bool:
    """Whether the exchange opens on this day; False outside the calendar."""
    days = _calendar().days
    place = bisect_left(days, day)
    return place < len(days) and days[place] == day


def is_holiday(day: date) -> bool:
    """Whether the exchange is shut on a weekday by its rules, as could be known long before."""
    return day.weekday() < 5 and not is_session(day) and day not in _calendar().unforeseen


def previous_session(day: date) -> date:
    """The last session strictly before a day."""
    return _calendar().days[_place(day) - 1]


def next_session(day: date) -> date:
    """The first session strictly after a day."""
    days = _calendar().days
    return days[bisect_right(days, day)]


def sessions_back(day: date, count: int) -> date:
    """The session a number of sessions before a day, or the calendar's first."""
    return _calendar().days[max(0, _place(day) - count)]


def sessions_between(first: date, last: date) -> int:
    """Number of sessions after the first day up to and with the last; 0 for the same day, never below 0."""
    days = _calendar().days
    return max(0, bisect_right(days, last) - bisect_right(days, first))


def sessions(first: date, last: date) -> pd.DatetimeIndex:
    """All sessions from the first day to the last, both included, without a zone."""
    days = _calendar().days
    return _calendar().index[bisect_left(days, first) : bisect_right(days, last)]


def session_end(symbol: str, session: date) -> datetime:
    """When a symbol's own session ends, in UTC.

    Indexes and funds end with the exchange, early closes included. ^VIX goes on for 15 minutes; ^TNX
    ends at 15:00 New York, or with the exchange where that is earlier.
    """
    close = _calendar().closes[_place(session)]
    if symbol == "^VIX":
        return close + timedelta(minutes=15)
    if symbol == "^TNX":
        return min(close, datetime.combine(session, time(15), NEW_YORK).astimezone(UTC))
    return close


def settled_at(symbol: str, session: date) -> datetime:
    """The instant from which a bar retrieved for this session counts as settled."""
    return session_end(symbol, session) + SETTLING


def last_settled_session(symbol: str, at: datetime) -> date:
    """The latest session of a symbol that had settled at an instant."""
    days = _calendar().days
    place = bisect_right(days, at.astimezone(NEW_YORK).date()) - 1
    return days[place] if settled_at(symbol, days[place]) <= at else days[place - 1]


def running_session(at: datetime) -> date | None:
    """The exchange's session that has opened and has not settled at an instant; None between sessions."""
    today = at.astimezone(NEW_YORK).date()
    if not is_session(today):
        return None
    opened = datetime.combine(today, time(9, 30), NEW_YORK)
    return today if opened <= at < settled_at("^GSPC", today) else None


def check_settled(day: date, at: datetime) -> None:
    """Refuse a date that had no settled session at an instant.

    Raises:
        BadDate: Weekend, holiday, future, or a session that hasn't settled; names the nearest that have.
    """
    settled = last_settled_session("^GSPC", at)
    latest = f"The last settled session is {spell_date(settled)}."
    if day > settled and day == running_session(at):
        counts = f"its close counts from {settled_at('^GSPC', day):%H:%M} UTC"
        message = f"The session of {spell_date(day)} has not settled; {counts}"
        raise BadDate(message, latest, kind="not-settled", day=day, last=settled)
    if day > at.astimezone(NEW_YORK).date():
        raise BadDate(f"{spell_date(day)} lies in the future", latest, kind="future", day=day, last=settled)
    if day < FIRST_DAY:
        raise BadDate(f"{spell_date(day)} lies before all data", latest, kind="before-all", day=day, last=settled)
    if not is_session(day):
        why = "a weekend" if day.weekday() >= 5 else "a day the exchange was shut"
        before, after = previous_session(day), next_session(day)
        nearest = f"{spell_date(before)} and {spell_date(after)}" if after <= settled else spell_date(before)
        kinds = ("weekend", "weekend-last") if day.weekday() >= 5 else ("shut", "shut-last")
        kind, ends = kinds[after > settled], {"before": before, "after": after}
        raise BadDate(
            f"{spell_date(day)} was {why}", f"The nearest sessions are {nearest}.", kind=kind, day=day, **ends
        )
    if day > settled:
        raise BadDate(
            f"The session of {spell_date(day)} has not begun", latest, kind="not-begun", day=day, last=settled
        )
