"""Dates as a text states them: days, months, years, weekdays, today and yesterday."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class DateMention:
    """A date as the text states it; parts it doesn't state are None.

    Attributes:
        relative: ``today`` or ``yesterday`` where the date is stated so.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""

    def fits(self, day: date, today: date | None = None) -> bool:
        """Whether a day is what is stated, so far as it is stated."""
        if self.relative:
            return today is not None and (today - day).days == (self.relative == "yesterday")
        return (
            (self.year is None or day.year == self.year)
            and (self.month is None or day.month == self.month)
            and (self.day is None or day.day == self.day)
            and (self.weekday is None or day.weekday() == self.weekday)
        )


_DATE_PATTERNS = [
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    re.compile(
        r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<mon>MONTH)(?:,? (?P<y>(?:19|20)\d\d))?\b".replace(
            "MONTH", "|".join(MONTHS)
        ),
        re.I,
    ),
    re.compile(
        r"\b(?P<mon>MONTH)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y>(?:19|20)\d\d)\b)?".replace(
            "MONTH", "|".join([*MONTHS, *(m[:3] for m in MONTHS), "sept"])
        ),
        re.I,
    ),
    re.compile(r"\b(?P<mon>MONTH)(?: of)? (?P<y>(?:19|20)\d\d)\b".replace("MONTH", "|".join(MONTHS)), re.I),
    re.compile(
        r"\b(?:(?P<mon>MONTH)|(?P<mayword>(?<=in )May|(?<=since )May|(?<=of )May|(?<=last )May))\b".replace(
            "MONTH", "|".join(m.capitalize() for m in MONTHS if m not in ("may", "march"))
        )
        + r"|(?<=in )March\b|(?<=since )March\b"
    ),
    re.compile(
        r"(?<![\d.,$€£])(?<!\bat )(?<!\bnear )(?<!\baround )(?<!\bat about )(?<!\bat almost )(?<!\bat nearly )(?<!\bat roughly )(?<!\bat around )\b(?P<y>(?:19|20)\d\d)\b(?![.,]\d|\s?(?:%|percent|points?|index|bp|basis|dollars|sessions))"
    ),
    re.compile(r"\b(?P<wd>WEEKDAY)(?:'s)?\b".replace("WEEKDAY", "|".join(w.capitalize() for w in WEEKDAYS))),
    re.compile(r"\b(?P<rel>today|yesterday)\b", re.I),
]


def read_dates(text: str) -> list[DateMention]:
    """Dates in a normalised text, in order, the longest reading of each stretch."""
    found: list[DateMention] = []
    for pattern in _DATE_PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < d.end and d.start < match.end() for d in found):
                continue
            mention = _date(match)
            if mention:
                found.append(mention)
    return sorted(found, key=lambda d: d.start)


def names_later(text: str, as_of: date) -> bool:
    """Whether a text names a month or a day, with its year, that lies after a date."""
    named = [(d.year, d.month, d.day or 1) for d in read_dates(text) if d.year and d.month]
    return any(when > (as_of.year, as_of.month, as_of.day) for when in named)


def _date(match: re.Match[str]) -> DateMention | None:
    parts = {k: v for k, v in match.groupdict().items() if v}
    month = int(parts["m"]) if "m" in parts else None
    name = parts.get("mon", parts.get("mayword", "")).lower() or (match[0].lower() if match[0] == "March" else "")
    if name:
        month = next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name[:3]))
    day = int(parts["d"]) if "d" in parts else None
    year = int(parts["y"]) if "y" in parts else None
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    weekday = WEEKDAYS.index(parts["wd"].lower()) if "wd" in parts else None
    return DateMention(match.start(), match.end(), match[0], year, month, day, weekday, parts.get("rel", "").lower())


def month_before(day: date, months: int = 1) -> date:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
