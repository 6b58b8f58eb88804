"""A window laid on a line's sessions: where it begins and ends, and the close it is measured from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from tools.caveats import caveat
from tools.data.sessions import next_session
from tools.errors import BadQuery
from tools.fact import spell_date
from tools.facts.indicators import Bools, Places, is_record
from tools.measures.lines import Line
from tools.measures.query import Bucket
from tools.measures.windows.window import Days, Window, WindowError, days, slug

YEAR = timedelta(days=365)
Events = Callable[[str, date], list[date]]
PERIODS: dict[Bucket, str] = {"week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


@dataclass(frozen=True)
class Span:
    """A window on a line's sessions.

    Attributes:
        first: Place of the first session of the window.
        last: Place of its last one.
        base: Place of the close a change is measured from; None where the data doesn't reach back to it.
        slug: The window as it stands in a key.
        notes: What must be said of it: the data begins later, an anchor's date, a day that was no session.
    """

    first: int
    last: int
    base: int | None
    slug: str
    notes: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Place of the base, or of the first session where there is none."""
        return self.first if self.base is None else self.base

    @property
    def size(self) -> int:
        """Sessions of the window."""
        return self.last - self.first + 1


def span_of(window: Window | None, line: Line, as_of: date, events: Events) -> Span:
    """Lays a window on a line's sessions.

    Args:
        window: As asked; None for all data.
        line: Its last session is on or before ``as_of``.
        as_of: What is known counts up to then.
        events: Gives the dates of listed events known by a day.

    Raises:
        BadQuery: The window holds no session of the line, lies after ``as_of``, or hangs on something that never was.
    """
    asked = window or Window()
    try:
        dated, notes = _dated(asked, line, as_of, events)
        name = slug(asked, as_of)
    except WindowError as error:
        raise BadQuery(str(error), "Windows look like '3 months', 'Q4 2025', 'since 2020-03-23'.") from None
    held = line.days
    if dated.last < held[0]:
        raise BadQuery(
            f"The window ends on {spell_date(dated.last)}, before the data, which begins on {spell_date(held[0])}"
        )
    first = int(line.index.searchsorted(pd.Timestamp(max(dated.first, held[0]))))
    last = int(line.index.searchsorted(pd.Timestamp(min(dated.last, held[-1])), side="right")) - 1
    base: int | None
    if dated.from_close:  # the first day's own close, or the last before it, is what is measured from
        first = int(line.index.searchsorted(pd.Timestamp(max(dated.first, held[0])), side="right"))
        base = first - 1 if first else None
    else:
        base = _known_before(line, first, counted=asked.unit == "session")
    if asked.unit == "session" and asked.last:  # counted on the line's own sessions, which may end before as_of
        last = len(line.index) - 1
        first = max(last - asked.last + 1, 0)
        base = first - 1 if last - asked.last >= 0 else None
        if base is None:
            notes.append(caveat("data-holds", n=len(line.index), day=spell_date(held[0])))
    elif dated.first < held[0]:
        if dated.first != date.min:
            notes.append(caveat("data-begins", day=spell_date(held[0])))
        first, base = 0, None
    if first > last and not (dated.from_close and base is not None and base <= last):
        raise BadQuery(f"No session lies in the window from {spell_date(dated.first)} to {spell_date(dated.last)}")
    return Span(min(first, last), last, base, name, tuple(notes))


def session_of(window: Window, line: Line, as_of: date, events: Events) -> Span:
    """The session of a window's last day, or the last one before it where the exchange was shut.

    Raises:
        BadQuery: That day lies before the data or after ``as_of``.
    """
    try:
        dated, notes = _dated(window, line, as_of, events)
    except WindowError as error:
        raise BadQuery(str(error), "Dates look like '2025-04-09' or '9 April 2025'.") from None
    day = dated.first if window.since else dated.last
    place = int(line.index.searchsorted(pd.Timestamp(day), side="right")) - 1
    if place < 0:
        raise BadQuery(f"{spell_date(day)} lies before the data, which begins on {spell_date(line.days[0])}")
    return Span(place, place, None, f"{line.days[place]:%Y%m%d}", tuple(notes))


def _known_before(line: Line, first: int, *, counted: bool) -> int | None:
    """Place of the close before the window: for counted sessions exactly that one, else the last that is known."""
    if not first:
        return None
    if counted:
        return first - 1
    before = np.flatnonzero(line.known[:first])
    return int(before[-1]) if len(before) else None


def _dated(window: Window, line: Line, as_of: date, events: Events) -> tuple[Days, list[str]]:
    """The calendar days of a window, an anchor that only the bars or a list can date found first."""
    if window.since is None:
        return days(window, as_of), []
    within = days(Window(period=window.period), as_of) if window.period else None
    anchor, what = _anchor(window, within, line, as_of, events)
    return Days(anchor, as_of, True), [f"{what}: {spell_date(anchor)}"]


def _anchor(window: Window, within: Days | None, line: Line, as_of: date, events: Events) -> tuple[date, str]:
    known = line.known.copy()
    if within:
        stamps = line.index
        known &= (stamps >= pd.Timestamp(max(within.first, line.days[0]))) & (stamps <= pd.Timestamp(within.last))
    if window.since == "event":
        dates = [d for d in events(window.event or "", as_of) if d >= line.days[0]]
        if not dates:
            raise BadQuery(f"No {(window.event or 'event').replace('_', ' ')} is listed within the data")
        return dates[-1], f"the last {(window.event or '').replace('_', ' ')}"
    if window.since == "level":
        return _crossed(line, float(window.level or 0), known)
    if window.since == "record":
        places = np.flatnonzero(is_record(line.values) & known)
        if not len(places):
            raise BadQuery(f"There is no record close of {line.name} in the data")
        return line.days[int(places[-1])], "the last record close"
    if within is None:  # "the low" without a year is that of the last twelve months
        known &= line.index > line.index[-1] - pd.Timedelta(YEAR)
        name = "of the last 365 days"
    else:
        name = f"from {spell_date(max(within.first, line.days[0]))} to {spell_date(min(within.last, line.days[-1]))}"
    if not known.any():
        raise BadQuery("No session lies in the period of the high or low asked for")
    values = np.where(known, line.values, np.nan)
    place = int(np.nanargmin(values) if window.since == "low" else np.nanargmax(values))
    return line.days[place], f"the {'lowest' if window.since == 'low' else 'highest'} close {name}"


def _crossed(line: Line, level: float, known: Bools) -> tuple[date, str]:
    """The session of the latest crossing of a level, upwards or downwards."""
    over = line.values > level
    turned = known & np.concatenate(([False], (over[1:] != over[:-1]) & line.known[:-1]))
    places = np.flatnonzero(turned)
    if not len(places):
        raise BadQuery(f"{line.name} never crossed {level:,g} in the data")
    place = int(places[-1])
    return line.days[place], f"the last close to cross {level:,g} ({'upwards' if over[place] else 'downwards'})"


def bucket_ends(line: Line, span: Span, bucket: Bucket, *, running: bool) -> tuple[Places, Places]:
    """The buckets of a window: place of each one's last session, and of the close before it.

    Args:
        line: Its sessions.
        span: The window.
        bucket: Session, or calendar week, month, quarter or year.
        running: Whether one that isn't over at the window's end, or began before it, counts.

    Returns:
        Two arrays, a bucket each: ends, and bases (−1 where the data has none before). A bucket whose last session
        lacks a bar is left out.
    """
    if bucket == "session":
        ends = np.arange(span.first, span.last + 1)
        return ends, ends - 1
    period = line.index.to_period(PERIODS[bucket])
    codes = period.asi8 if hasattr(period, "asi8") else np.asarray(period.astype("int64"))
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    closes = np.append(starts[1:] - 1, len(codes) - 1)
    chosen = (closes >= span.first) & (starts <= span.last)
    whole = (starts >= span.first) & (closes <= span.last)
    if len(closes) and not _is_over(line, bucket):
        whole[-1] = False
    keep = chosen if running else chosen & whole
    ends = np.minimum(closes[keep], span.last)
    return ends[line.known[ends]], starts[keep][line.known[ends]] - 1


def _is_over(line: Line, bucket: Bucket) -> bool:
    """Whether no session of the bucket follows the line's last; a macro series' last period is over by itself."""
    if line.dated:
        return bucket in ("session", "month")
    following = next_session(line.days[-1])
    return pd.Period(following, PERIODS[bucket]) != pd.Period(line.days[-1], PERIODS[bucket])


def place_after(index: pd.DatetimeIndex, day: date) -> int:
    """Place of the first session on or after a day; the number of sessions where there is none."""
    return int(index.searchsorted(pd.Timestamp(day)))


def season_mask(index: pd.DatetimeIndex, season: str) -> Bools:
    """Which sessions lie in a season: ``01`` to ``12`` a month, ``Q1`` a quarter, ``mon`` a weekday."""
    if season.startswith("Q"):
        return np.asarray(index.quarter == int(season[1]))
    if season.isdigit():
        return np.asarray(index.month == int(season))
    return np.asarray(index.day_of_week == ("mon", "tue", "wed", "thu", "fri").index(season))
