"""Times that questions name otherwise than dates do: a month ago, five years, all week, next week, since Christmas, 三个月前."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.understanding.dates import month_before
from tools.data.sessions import previous_session
from tools.measures.windows.window import Window

Found = tuple[int, int, Window]
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_CHINESE = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_N = rf"(\d{{1,3}}|{'|'.join(_COUNTS)})"
_ZH_N = r"(\d{1,3}|[一二三四五六七八九十两])"
_AGO = re.compile(
    rf"\b{_N} (day|session|week|month|year|yr)s? (?:ago|earlier|before|back)\b|{_ZH_N}(?:个)?(天|日|周|星期|月|年)(?:前|以前|之前)", re.I
)  # fmt: skip
_BEFORE = re.compile(
    r"\bthe (?:day|session) before\b|\bthe previous (?:day|session)\b|前一天|前一日|前一个交易日", re.I
)
# A length alone, at an end of the question or after a name, is the time up to now: "iwo vs iwn 5 years".
_LENGTH = re.compile(
    rf"(?:^|(?<=[\s,]))(?<!the )(?:and |over )?{_N}[ -]?(yr|year|month|week)s?(?=\s*[?.!]*$|(?: (?:best|return|performance|chart|%)))"
    rf"|^(?:那|最近)?{_ZH_N}(?:个)?(年|月|周|星期)(?=呢|[?？]?$)", re.I
)  # fmt: skip
_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year", "yr": "year"}
_YEAR = re.compile(r"\bthis yr\b|\bfor the year\b|\bon the year\b|\byear so far\b", re.I)
_WEEK = re.compile(r"\ball week\b|\bthe week so far\b|本周以来", re.I)
_AHEAD = re.compile(r"\b(tomorrow|(?<!the )next (?:week|month))\b|(明天|明日|下周|下星期|下个月)", re.I)
_FEASTS = {"christmas": (12, 25), "new year": (1, 1), "new year's": (1, 1), "圣诞": (12, 25), "元旦": (1, 1)}
_FEAST = re.compile(r"\bsince (christmas|new year(?:'s)?)(?: day| eve)?\b|(圣诞|元旦)(?:节)?以来", re.I)
_EVE = re.compile(r"\bnew year'?s eve\b", re.I)


def find_times(text: str, as_of: date) -> Iterator[Found]:
    """Each such time with its place in the text.

    Args:
        text: A question.
        as_of: The day that is counted from.
    """
    year = str(as_of.year)
    yield from ((m.start(), m.end(), _day(previous_session(as_of))) for m in _BEFORE.finditer(text))
    for m in _AGO.finditer(text):
        yield m.start(), m.end(), _day(_back(as_of, *_count(m)))
    for m in _LENGTH.finditer(text):
        n, unit = _count(m)
        yield m.start(), m.end(), Window.model_validate({"last": n, "unit": unit})
    yield from ((m.start(), m.end(), Window(period=year)) for m in _YEAR.finditer(text))
    monday = as_of - timedelta(days=as_of.weekday())
    yield from ((m.start(), m.end(), Window(start=monday)) for m in _WEEK.finditer(text))
    for m in _AHEAD.finditer(text):
        yield m.start(), m.end(), _ahead((m[1] or m[2]).lower(), as_of)
    yield from ((m.start(), m.end(), _day(date(as_of.year - 1, 12, 31))) for m in _EVE.finditer(text))
    for m in _FEAST.finditer(text):
        month, day = _FEASTS[(m[1] or m[2]).lower()]
        then = date(as_of.year, month, day)
        yield m.start(), m.end(), Window(start=then if then <= as_of else then.replace(year=as_of.year - 1))


def _count(match: re.Match[str]) -> tuple[int, str]:
    """How many of which unit a match names."""
    count, unit = (match[1], match[2].lower()) if match[1] else (match[3], match[4])
    n = int(count) if count.isdigit() else _COUNTS.get(count.lower()) or _CHINESE[count]
    return n, _UNITS.get(unit, unit)


def _day(day: date) -> Window:
    return Window(start=day, end=day)


def _back(day: date, n: int, unit: str) -> date:
    if unit in ("month", "year"):
        return month_before(day, n * (12 if unit == "year" else 1))
    return day - timedelta(days=n * (7 if unit == "week" else 1))


def _ahead(words: str, as_of: date) -> Window:
    """A time that is still to come: tomorrow, next week from Monday to Friday, next month."""
    if words in ("tomorrow", "明天", "明日"):
        return _day(as_of + timedelta(days=1))
    if words in ("next week", "下周", "下星期"):
        monday = as_of + timedelta(days=7 - as_of.weekday())
        return Window(start=monday, end=monday + timedelta(days=4))
    first = (as_of.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Window(start=first, end=(first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
