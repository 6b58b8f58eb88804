"""What a writer of market wraps looks up: closes, changes and records of the bars up to a date, in plain pandas."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd


class Skip(Exception):
    """The date doesn't lend itself to the form: its bars are missing, or what it tells of didn't happen."""


class Tape:
    """The bars of each subject up to a session.

    Attributes:
        day: The session that the texts are of.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame], day: date) -> None:
        self._all, self.day = frames, day
        self._frames: dict[str, pd.DataFrame | None] = {}

    def held(self, *subjects: str) -> None:
        """Skips where a subject has no bars to the day."""
        for subject in subjects:
            self.frame(subject)

    def frame(self, subject: str) -> pd.DataFrame:
        """A subject's bars to the day; skips where there are few, or none of the day."""
        if subject not in self._frames:
            rows = self._all[subject].loc[: str(self.day)] if subject in self._all else None
            ends = rows is not None and len(rows) > 300 and rows.index[-1].date() == self.day
            self._frames[subject] = rows if ends else None
        found = self._frames[subject]
        if found is None:
            raise Skip
        return found

    def closes(self, subject: str, field: str = "close") -> pd.Series:
        return self.frame(subject)[field].astype(float)

    def close(self, subject: str, day: date | None = None, field: str = "close") -> float:
        """The value of the last session on or before a day."""
        values = self.closes(subject, field).loc[: str(day or self.day)]
        if not len(values):
            raise Skip
        return float(values.iloc[-1])

    def start(self, window: str) -> date:
        """The first calendar day of the window that ends on the day."""
        d = self.day
        quarter = date(d.year, 3 * ((d.month - 1) // 3) + 1, 1)
        starts = {"day": d, "week": d - timedelta(days=d.weekday()), "month": d.replace(day=1), "quarter": quarter}
        return starts.get(window, d.replace(month=1, day=1))

    def before(self, subject: str, day: date, back: int = 1, field: str = "close") -> float:
        """The close so many sessions before a day."""
        values = self.closes(subject, field).loc[: str(day - timedelta(days=1))]
        if len(values) < back:
            raise Skip
        return float(values.iloc[-back])

    def change(self, subject: str, window: str = "day", field: str = "close") -> float:
        return self.close(subject, None, field) / self.before(subject, self.start(window), 1, field) - 1

    def points(self, subject: str, window: str = "day") -> float:
        return self.close(subject) - self.before(subject, self.start(window))

    def over(self, subject: str, sessions: int) -> float:
        """The return over the last sessions."""
        values = self.closes(subject)
        return float(values.iloc[-1] / values.iloc[-1 - sessions] - 1)

    def between(self, subject: str, first: date, last: date) -> float:
        """From the close of one date to another's."""
        return self.close(subject, last) / self.close(subject, first) - 1

    def period(self, subject: str, first: date, last: date) -> float:
        """Of the sessions from one day to another, both in it."""
        return self.close(subject, last) / self.before(subject, first) - 1

    def yesterday(self) -> date:
        return self.closes("spx").index[-2].date()

    def returns(self, subject: str) -> pd.Series:
        return self.closes(subject).pct_change()

    def highest_since(self, subject: str) -> date:
        """The last earlier session that closed higher; skips where that is less than two months away, or never."""
        values = self.closes(subject)
        earlier = values[:-1][values[:-1] >= values.iloc[-1]]
        return self._far(earlier)

    def lowest_since(self, subject: str) -> date:
        values = self.closes(subject)
        return self._far(values[:-1][values[:-1] <= values.iloc[-1]])

    def extreme_day_since(self, subject: str) -> date:
        """The last earlier session with a move as large the same way."""
        moves = self.returns(subject)
        now = moves.iloc[-1]
        return self._far(moves[:-1][moves[:-1] >= now] if now > 0 else moves[:-1][moves[:-1] <= now])

    def _far(self, found: pd.Series) -> date:
        if not len(found):
            raise Skip
        day: date = found.index[-1].date()
        if (self.day - day).days < 45:
            raise Skip
        return day

    def streak(self, subject: str) -> int:
        """Sessions in a row to the day that rose (positive) or fell (negative)."""
        signs = (self.returns(subject) > 0).to_numpy()[::-1]
        count = next((i for i, s in enumerate(signs) if s != signs[0]), len(signs))
        return count if signs[0] else -count

    def records(self, subject: str, year: int) -> list[date]:
        """Closes of a year above every earlier close."""
        values = self.closes(subject)
        tops = values[values > values.cummax().shift().fillna(float("inf"))]
        return [stamp.date() for stamp in tops.index if stamp.year == year]

    def peak(self, subject: str) -> tuple[date, float]:
        """The highest close there was, and its date."""
        values = self.closes(subject)
        return values.idxmax().date(), float(values.max())
