"""One subject's bars as claims need them: the place of a day, the base of a window, what was highest since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from assistant.checker.text.times import Span, period
from tools.facts.indicators import Floats
from tools.facts.series import Series


@dataclass(frozen=True)
class Move:
    """A move between two sessions.

    Attributes:
        base: Place of the session whose close it is measured from.
        end: Place of the session it ends on.
    """

    base: int
    end: int


class Tape:
    """The sessions of a subject that have a close, ascending, up to the evidence's date."""

    def __init__(self, series: Series) -> None:
        known = series.known
        self.series, self.subject = series, series.subject
        self.days: list[date] = [d for d, k in zip(series.days, known, strict=True) if k]
        self.stamps = np.array(self.days, dtype="datetime64[D]")
        self._fields: dict[str, Floats] = {n: series.field(n)[known] for n in ("close", "open", "high", "low")}
        if series.subject.kind == "fund":
            self._fields["adj_close"] = series.field("adj_close")[known]

    def field(self, name: str) -> Floats:
        return self._fields[name]

    @property
    def close(self) -> Floats:
        return self._fields["close"]

    @property
    def has_total(self) -> bool:
        return "adj_close" in self._fields

    def place(self, day: date) -> int:
        """The place of the last session on or before a day; -1 before all data."""
        return int(np.searchsorted(self.stamps, np.datetime64(day), side="right")) - 1

    def move(self, span: Span, day: date) -> Move | None:
        """The sessions that a window is measured between, as of a day; None where the data doesn't hold them."""
        end = self.place(day)
        if end < 0:
            return None
        base = self._base(span, day, end)
        if span.last is not None:
            end = min(end, self.place(span.last))
        return Move(base, end) if 0 <= base < end else None

    def _base(self, span: Span, day: date, end: int) -> int:
        if span.kind in ("day", "sessions"):
            return end - (span.n or 1)
        if span.kind in ("since", "between"):
            assert span.first
            return self.place(span.first)
        first = span.first or begin(span, day)
        return self.place(first) if span.kind == "back" else self.place(first - timedelta(days=1))

    def value(self, move: Move, field: str = "close") -> float:
        """The return of a move."""
        values = self._fields[field]
        return float(values[move.end] / values[move.base] - 1)

    def points(self, move: Move) -> float:
        return float(self.close[move.end] - self.close[move.base])

    def buckets(self, unit: str, end: int) -> tuple[Sequence[int], Floats]:
        """The last place of each calendar week, month, quarter or year up to a place, and the returns between them."""
        stamps = self.stamps[: end + 1]
        if unit == "week":
            marks = (stamps.astype(np.int64) + 3) // 7
        else:
            months = stamps.astype("datetime64[M]").astype(np.int64)
            marks = months // {"month": 1, "quarter": 3, "year": 12}[unit]
        last = np.flatnonzero(np.append(marks[1:] != marks[:-1], True))
        closes = self.close[last]
        return [int(i) for i in last], closes[1:] / closes[:-1] - 1


def begin(span: Span, day: date) -> date:
    """The first calendar day of a window that runs to a day; of one "back", the day so far back."""
    if span.kind == "back":
        return back(day, span.n, span.unit)
    if span.kind == "week":
        return day - timedelta(days=day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[span.kind]
    place = (day.month - 1) // months * months + 1
    first = period(date(day.year, place, 1), months).first
    assert first
    return first


def back(day: date, n: int, unit: str) -> date:
    """The same day so many units earlier."""
    if unit in ("day", "week"):
        return day - timedelta(days=n * (7 if unit == "week" else 1))
    place = day.year * 12 + day.month - 1 - n * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(place, 12)
    last = period(date(year, month + 1, 1), 1).last
    assert last
    return date(year, month + 1, min(day.day, last.day))
