"""Observations of an economic series, and which of them counted on a day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple


class Observation(NamedTuple):
    """One value of a series.

    Attributes:
        period: The day that names the period: a week's last day, a month's first, the day itself.
        value: As published, in the series' own unit.
        known_from: The day from which this value was known; None for the latest vintage, whose releases aren't known.
    """

    period: date
    value: float
    known_from: date | None = None


@dataclass(frozen=True)
class Observations:
    """What is held of one series.

    Attributes:
        series: The source's name of it, such as ``ICSA``.
        rows: By period, and within it by the day from which a value was known.
        retrieved_at: UTC instant of the newest retrieval among the rows.
    """

    series: str
    rows: tuple[Observation, ...]
    retrieved_at: datetime

    @property
    def vintages(self) -> bool:
        """Whether it is known from when each value was known."""
        return any(row.known_from for row in self.rows)

    def as_known(self, as_of: date) -> dict[date, float]:
        """Value by period, ascending, as it stood on a day.

        With vintages: of each period the last value that was known by then. Without: the latest vintage of
        every period that can have been released by then at the earliest.
        """
        out: dict[date, float] = {}
        for row in sorted(self.rows, key=lambda r: (r.period, r.known_from or date.min)):
            if (row.known_from or earliest_release(self.series, row.period)) <= as_of:
                out[row.period] = row.value
        return out


def earliest_release(series: str, period: date) -> date:
    """The first day on which a period's value can have been out, by the habits of its publisher.

    Args:
        series: FRED's name of it.
        period: As FRED dates it.

    Returns:
        For claims the release day by rule; for prices the 10th, for jobs the 1st of the next month; for the
        effective rate the next day; for a target the day itself.
    """
    following = (period.replace(day=1) + timedelta(days=32)).replace(day=1)
    if series == "ICSA":
        return claims_release(period)
    if series == "CPIAUCSL":
        return following.replace(day=10)
    if series in ("PAYEMS", "UNRATE"):
        return following
    return period + timedelta(days=1) if series == "DFF" else period


def claims_release(week_end: date) -> date:
    """The day on which a week's claims come out: the next Thursday, or the day before a Thursday that is a holiday."""
    thursday = week_end + timedelta(days=(3 - week_end.weekday()) % 7)
    return thursday - timedelta(days=1) if is_holiday_thursday(thursday) else thursday


def is_holiday_thursday(day: date) -> bool:
    """Whether a Thursday is a federal holiday by law; one-off closures are not counted."""
    fixed = {(1, 1), (7, 4), (11, 11), (12, 25)}
    thanksgiving = day.month == 11 and 22 <= day.day <= 28
    juneteenth = (day.month, day.day) == (6, 19) and day.year >= 2021
    return (day.month, day.day) in fixed or thanksgiving or juneteenth
