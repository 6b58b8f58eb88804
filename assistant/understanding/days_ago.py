"""Days named by how long ago they were: a month ago, two years earlier, the day before, 三个月前."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.understanding.dates import month_before
from tools.data.sessions import previous_session

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_CHINESE = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "半": 0}
_AGO = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_COUNTS)}) (day|session|week|month|year)s? (?:ago|earlier|before|back)\b"
    r"|(\d{1,3}|[一二三四五六七八九十两])(?:个)?(天|日|周|星期|月|年)(?:前|以前|之前)",
    re.I,
)
_BEFORE = re.compile(
    r"\bthe (?:day|session) before\b|\bthe previous (?:day|session)\b|前一天|前一日|前一个交易日", re.I
)
_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year"}


def find_days_ago(text: str, as_of: date) -> Iterator[tuple[int, int, date]]:
    """Each such day with its place in the text.

    Args:
        text: A question.
        as_of: The day that is counted back from.
    """
    for match in _BEFORE.finditer(text):
        yield match.start(), match.end(), previous_session(as_of)
    for match in _AGO.finditer(text):
        count, unit = (match[1], match[2]) if match[1] else (match[3], _UNITS[match[4]])
        n = int(count) if count.isdigit() else _COUNTS.get(count.lower()) or _CHINESE[count]
        yield match.start(), match.end(), _back(as_of, n, unit.lower())


def _back(day: date, n: int, unit: str) -> date:
    if unit in ("month", "year"):
        return month_before(day, n * (12 if unit == "year" else 1))
    return day - timedelta(days=n * (7 if unit == "week" else 1))
