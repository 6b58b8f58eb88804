"""The window of a measure: what it may say, the calendar days it means, and its name in a fact's key."""

import math
import re
from calendar import month_name, monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator

from tools.data.sessions import is_session, previous_session, sessions_back

Unit = Literal["session", "week", "month", "quarter", "year"]
Anchor = Literal["record", "high", "low", "level", "event"]
Event = Literal["fed_cut", "fed_hike", "election"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_SEASON = re.compile(r"0[1-9]|1[0-2]|Q[1-4]|mon|tue|wed|thu|fri")
_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:(?P<decade>s)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d\d)|-W(?P<week>\d\d))?"
)


class WindowError(ValueError):
    """A window that can't be read or holds no day; one line that says why."""


class UnresolvedAnchor(ValueError):
    """A window since something that only the bars, or a list of events, can date."""


class Days(NamedTuple):
    """The calendar days of a window; from_close: the first day's close is the base, not the last close before it."""

    first: date
    last: date
    from_close: bool


def plain_schema(schema: dict[str, Any]) -> None:
    """Leaves out of a model's JSON schema what costs a language model tokens and tells it nothing."""
    schema["description"] = str(schema.get("description", "")).partition("\n")[0]
    for field in schema.get("properties", {}).values():
        field.pop("title", None)
        if field.get("default") in (None, False):
            field.pop("default", None)
        kinds = [kind for kind in field.get("anyOf", []) if kind != {"type": "null"}]
        if len(kinds) == 1:
            field.pop("anyOf")
            field.update(kinds[0])
        elif kinds:
            field["anyOf"] = kinds


class Window(BaseModel):
    """A window of time; with nothing set, all data."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=plain_schema)

    start: date | None = Field(default=None, description="first day, included")
    end: date | None = Field(default=None, description="last day, included; null: up to now")
    closes: bool = Field(default=False, description="start's own close is the base, not the close before it")
    last: int | None = Field(default=None, description="the last n units up to now")
    unit: Unit | None = Field(default=None, description="unit of last")
    period: str | None = Field(default=None, description='"2025", "2025-Q4", "2025-H1", "2025-01", "2025-W04", "2020s"')
    season: str | None = Field(default=None, description='only each "01".."12" (month), "Q1".."Q4" or "mon".."fri"')
    since: Anchor | None = Field(
        default=None, description="since the record, high or low (of period), crossing or event"
    )
    level: float | None = Field(default=None, description="the level crossed, with since level")
    event: Event | None = Field(default=None, description="which, with since event")

    @model_validator(mode="after")
    def _is_consistent(self) -> "Window":
        _check_limits(self)
        _check_anchor(self)
        _check_season(self)
        return self


def _check_limits(window: Window) -> None:
    if (window.last is None) != (window.unit is None):
        raise ValueError("last and unit are set together or not at all")
    if window.last is not None and window.last < 1:
        raise ValueError(f"last is {window.last}; it counts from 1")
    dated = window.start is not None or window.end is not None
    if dated + (window.last is not None) + (window.period is not None) > 1:
        raise ValueError("start and end, last, and period are three ways to limit a window: set one")
    if window.start and window.end and window.end < window.start:
        raise ValueError(f"the end, {window.end}, lies before the start, {window.start}")
    if window.closes and window.start is None:
        raise ValueError("closes needs a start")
    if window.closes and window.start == window.end:
        raise ValueError(f"from the close of {window.start} to itself is no time")
    if window.period is not None:
        period_days(window.period)


def _check_anchor(window: Window) -> None:
    if (window.level is not None) != (window.since == "level"):
        raise ValueError('level and since "level" are set together or not at all')
    if window.level is not None and not (math.isfinite(window.level) and window.level > 0):
        raise ValueError(f"level is {window.level}; it is a positive number")
    if (window.event is not None) != (window.since == "event"):
        raise ValueError('event and since "event" are set together or not at all')
    if window.since and (window.start or window.end or window.last or window.season):
        raise ValueError("since an anchor takes no start, end, last or season")
    if window.since and window.period and window.since not in ("high", "low"):
        raise ValueError(f'since "{window.since}" takes no period')


def _check_season(window: Window) -> None:
    season = window.season
    if season is None:
        return
    if not _SEASON.fullmatch(season):
        raise ValueError(f'{season!r} is no season: "01" to "12", "Q1" to "Q4" or "mon" to "fri"')
    if window.period is None or season in WEEKDAYS:
        return
    first, last = period_days(window.period)
    months = range(first.month, last.month + 1) if first.month <= last.month else (12, 1)
    if season not in {f"{month:02}" for month in months} | {f"Q{(month + 2) // 3}" for month in months}:
        raise ValueError(f"{window.period} has no day of season {season}")


@lru_cache(1024)
def period_days(period: str) -> tuple[date, date]:
    """The first and last calendar day of a period; an ISO week's are its Monday and Friday.

    Raises:
        WindowError: It is no period.
    """
    parts = _PERIOD.fullmatch(period)
    try:
        if parts is None or (parts["decade"] and int(parts["year"]) % 10):
            raise ValueError
        year = int(parts["year"])
        if parts["week"]:
            monday = date.fromisocalendar(year, int(parts["week"]), 1)
            return monday, monday + timedelta(days=4)
        month, count = int(parts["month"] or 1), 1 if parts["month"] else 12
        for name, size in (("quarter", 3), ("half", 6)):
            if parts[name]:
                month, count = int(parts[name]) * size - size + 1, size
        end = month + count - 1
        last = date(year + 9 if parts["decade"] else year, end, monthrange(year, end)[1])
        return date(year, month, 1), last
    except ValueError as error:
        raise WindowError(f'{period!r} is no period: write "2025", "2025-Q4" or "2025-01"') from error


def period_of(day: date, unit: str) -> str:
    """The period of a kind (week, month, quarter, half, year or decade) that a day lies in."""
    if unit == "week":
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}"
    if unit == "decade":
        return f"{day.year // 10 * 10:04}s"
    parts = {"month": f"-{day.month:02}", "quarter": f"-Q{(day.month + 2) // 3}", "half": f"-H{(day.month + 5) // 6}"}
    return f"{day.year:04}{parts.get(unit, '')}"


def months_before(day: date, count: int) -> date:
    """The same day of the month a number of months earlier, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days(window: Window, as_of: date) -> Days:
    """The calendar days that a window means, cut at a date; a season is left for the caller to pick from them.

    Raises:
        UnresolvedAnchor: It begins at an anchor that only bars or events can date.
        WindowError: It lies wholly after the date.
    """
    if window.since:
        raise UnresolvedAnchor(f"since {window.event or window.since} is dated by bars or events, not by the calendar")
    if window.last is not None and window.unit is not None:
        return Days(_first_of_last(window.last, window.unit, as_of), as_of, False)
    first, last = window.start or date.min, window.end or as_of
    if window.period:
        first, last = period_days(window.period)
    if first > as_of:
        raise WindowError(f"{window.period or _spelt(first)} lies after {_spelt(as_of)}")
    return Days(first, min(last, as_of), window.closes)


def _first_of_last(count: int, unit: str, as_of: date) -> date:
    if unit == "session":
        latest = as_of if is_session(as_of) else previous_session(as_of)
        return sessions_back(latest, count - 1)
    if unit == "week":
        return as_of - timedelta(days=min(7 * count - 1, (as_of - date.min).days))
    base = months_before(as_of, count * MONTHS_IN[unit])
    return base + timedelta(days=1) if base > date.min else base


def _spelt(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def slug(window: Window, as_of: date) -> str:
    """A window's name in a fact's key, of a-z, 0-9 and _: the same for the same meaning, and for no other.

    Raises:
        WindowError: It lies wholly after the date.
    """
    if window.since:
        level = f"{Decimal(repr(window.level)).normalize():f}".replace(".", "_") if window.level else None
        period = window.period and _plain(window.period)
        return "_".join(part for part in ("since", window.since, level, window.event, period) if part)
    span = _length(window.last, window.unit) if window.last and window.unit else _dated(window, as_of)
    if window.season is None:
        return span
    season = month_name[int(window.season)] if window.season.isdigit() else window.season
    return f"{season.lower()}_{span}"


def _plain(period: str) -> str:
    return period.replace("-", "").lower()


def _length(count: int, unit: str) -> str:
    """Twelve months are a year and three quarters nine months; weeks and sessions stay what they are."""
    if unit not in MONTHS_IN:
        return f"{count}{unit[0]}"
    months = count * MONTHS_IN[unit]
    return f"{months}m" if months % 12 else f"{months // 12}y"


def _dated(window: Window, as_of: date) -> str:
    first, last, from_close = days(window, as_of)
    if window.period and not window.period.endswith("s"):
        return _plain(window.period)
    if from_close:
        return f"{_digits(first)}_{_digits(last)}"
    if first == date.min:
        return "all" if last == as_of else f"until_{_digits(last)}"
    return _named(first, last, window.end, as_of) or f"days_{_digits(first)}_{_digits(last)}"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _named(first: date, last: date, end: date | None, as_of: date) -> str:
    """The name of days that are one day, a period, whole or running, or whole years; or nothing."""
    if first == last:
        return _digits(first)
    periods = (period_of(first, unit) for unit in ("year", "half", "quarter", "month", "week"))
    spans = [(period, *period_days(period)) for period in periods]
    whole = [period for period, begins, ends in spans if (begins, ends) == (first, end)]
    running = [period for period, begins, ends in spans if begins == first and last == as_of <= ends]
    if whole or running:
        return _plain((whole + running)[0])
    if (first.month, first.day) == (1, 1) and last == as_of:
        return f"since_{first.year:04}"
    years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first.year:04}_{last.year:04}" if years else ""
