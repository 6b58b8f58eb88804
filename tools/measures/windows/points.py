"""Points, the days and periods that a text names: ``2025-04-09``, ``2025-Q4`` or, still without its year, ``?-03``."""

import re
from datetime import date, timedelta

from tools.data.sessions import is_session, previous_session, sessions_back
from tools.measures.windows.window import MONTHS_IN, WindowError, months_before, period_days, period_of

_BACK = re.compile(r"(?P<unit>week|month|quarter|year|decade|session)-(?P<n>\d)")
_WEEKDAY = re.compile(r"(?P<how>last|this|latest|before)-wd(?P<day>\d)")
_LISTED = re.compile(r"\?-(?P<part>.+) by (?P<by>.+)")
_NAMED = re.compile(r"(?P<which>last|this)-(?P<part>\d\d|[qh]\d)")


def settled(point: str, as_of: date) -> str | None:
    """A point's day or period, a relative one's by the clock; None where there is none such, or not yet."""
    try:
        if back := _BACK.fullmatch(point):
            return _back(back["unit"], int(back["n"]), as_of)
        if weekday := _WEEKDAY.fullmatch(point):
            return _weekday(weekday["how"], int(weekday["day"]) - 1, as_of).isoformat()
        if named := _NAMED.fullmatch(point):
            part = named["part"].upper()
            return latest(part, as_of, ended=True) if named["which"] == "last" else f"{as_of.year}-{part}"
        if listed := _LISTED.fullmatch(point):
            return latest(listed["part"], span(listed["by"])[1])
        point = point if point.endswith("s") else point.upper()
        span(point.replace("?", "2024"))  # a leap year has every day that some year has
    except ValueError:
        return None
    return point


def _back(unit: str, count: int, as_of: date) -> str:
    """The week, month and so on that lies a number of them before the running one; session 0 is the last."""
    if unit == "session":
        latest = as_of if is_session(as_of) else previous_session(as_of)
        return (sessions_back(as_of, count) if count else latest).isoformat()
    if unit == "week":
        return period_of(as_of - timedelta(weeks=count), "week")
    months = count * (120 if unit == "decade" else MONTHS_IN[unit])
    return period_of(months_before(as_of, months), unit)


def _weekday(how: str, weekday: int, as_of: date) -> date:
    monday = as_of - timedelta(days=as_of.weekday())
    if how in ("this", "before"):
        return monday + timedelta(days=weekday - (7 if how == "before" else 0))
    ago = (as_of.weekday() - weekday) % 7
    return as_of - timedelta(days=ago or (7 if how == "last" else 0))


def span(point: str) -> tuple[date, date]:
    """The first and last calendar day of a point that has its year.

    Raises:
        ValueError: There is no such day or period.
    """
    if not is_day(point):
        return period_days(point)
    day = date.fromisoformat(point)
    return day, day


def is_day(point: str) -> bool:
    """Whether a point is a day, not a period."""
    return point.count("-") == 2


def latest(part: str, as_of: date, ended: bool = False) -> str:
    """The latest year's month, quarter or day that has begun, or ended, by a date.

    Raises:
        WindowError: No year has it.
    """
    for year in range(as_of.year, as_of.year - 9, -1):  # nine years hold a leap year, even around 1900
        point = f"{year}-{part}"
        try:
            first, last = span(point)
        except ValueError:
            continue
        if last < as_of if ended else first <= as_of:
            return point
    raise WindowError(f"{part} is no day or period")


def dated(point: str, as_of: date) -> str:
    """A point with its year: without one the latest that has begun is meant."""
    return latest(point[2:], as_of) if point.startswith("?") else point
