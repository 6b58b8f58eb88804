"""Dates as documents write them, in English and Chinese, and which of them is the day of publication."""

import re
from datetime import date
from typing import NamedTuple

from corpus.proposed.place import Found, Line

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join([*_MONTHS, *(m[:3] for m in _MONTHS), "sept"])
_Y = r"(?P<y>(?:19|20)\d\d)"
_DAY = (
    re.compile(rf"(?<![\d.]){_Y}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?![\d.]*\d)"),
    re.compile(rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<n>{_MONTH})\.?,?[ -]{_Y}(?!\d)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_Y}(?!\d)", re.I),
    re.compile(rf"{_Y}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号]"),
    re.compile(rf"(?<![\d.])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_Y}(?!\d)"),
    re.compile(rf"(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_Y}(?![\d/])"),
)
_MONTH_ALONE = (
    re.compile(rf"(?<!\w)(?P<n>{_MONTH})\.?,? {_Y}(?!\d)", re.I),
    re.compile(rf"{_Y}\s*年\s*(?P<m>\d{{1,2}})\s*月"),
)
_LABEL = re.compile(
    r"^\W*(?:date[ds]?|published(?: on)?|publication date|issued|posted|updated|as of|released|recorded|日期|发布日期|发布时间|发布|报告日期|时间)\s*[:：]?\s*$",
    re.I,
)
_BESIDE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|published|date[ds]?|issued|posted|updated|released|recorded|on|as|of|at|the|am|pm|et|gmt|utc|cet"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|发布(?:日期|时间)?|报告日期|日期",
    re.I,
)
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_SHORT_LINE = 60  # characters: a line so short that holds a date is there for the date


class Dated(NamedTuple):
    """A date in a text, at its precision, and its place."""

    published: str
    start: int
    end: int


def date_at(text: str) -> Dated | None:
    """The first day named in a text, or None. ``3/4/2026`` may be two days, and is none."""
    plain = _digits(text)
    found = [
        Dated(day.isoformat(), m.start(), m.end())
        for pattern in _DAY
        for m in pattern.finditer(plain)
        if (day := _day(m)) is not None
    ]
    return min(found, key=lambda f: f.start, default=None)


def month_at(text: str) -> Dated | None:
    """The first month named with its year, or None."""
    for pattern in _MONTH_ALONE:
        for match in pattern.finditer(_digits(text)):
            number = _number(match.groupdict())
            if 1 <= number <= 12:
                return Dated(f"{match['y']}-{number:02}", match.start(), match.end())
    return None


def only_dated(text: str) -> bool:
    """Whether a line holds a date and little else: a weekday, a place, a label."""
    found = date_at(text) or month_at(text)
    if found is None or len(text) > _SHORT_LINE:
        return False
    rest = [
        w
        for w in re.findall(r"[^\W\d_]{2,}", text[: found.start] + " " + text[found.end :])
        if not _BESIDE.fullmatch(w)
    ]
    return len(rest) <= 1


def published_in(lines: list[Line], where: str) -> Found | None:
    """The day, or else the month, on which a document says it was published.

    A date that a line is there for, or that a label stands before, goes before one that a sentence mentions.
    """
    for reads in (date_at, month_at):
        held = [(line, found) for line in lines if (found := reads(line.text)) is not None]
        rank: dict[int, list[tuple[Line, Dated]]] = {0: [], 1: [], 2: []}
        for line, found in held:
            labelled = _LABEL.match(line.text[: found.start]) is not None
            rank[0 if labelled or only_dated(line.text) else 1 if len(line.text) <= 2 * _SHORT_LINE else 2].append(
                (line, found)
            )
        for line, found in [*rank[0], *rank[1], *(rank[2] if reads is date_at else [])]:
            place = line.start + found.start
            return Found(found.published, where, line.text[found.start : found.end], place, line.start + found.end)
    return None


def _digits(text: str) -> str:
    """The text with Chinese numerals of dates as digits, of the same length where that can be."""
    if "年" not in text or not re.search(r"[〇零一二三四五六七八九]{4}年", text):
        return text
    return re.sub(r"[〇零一二三四五六七八九十]{1,4}(?=[年月日号])", _numeral, text)


def _numeral(match: re.Match[str]) -> str:
    said = match[0]
    if "十" not in said:
        return said.translate(_HAN_DIGITS)
    tens, _, ones = said.partition("十")
    number = int((tens or "一").translate(_HAN_DIGITS)) * 10 + int((ones or "〇").translate(_HAN_DIGITS))
    return str(number).rjust(len(said))


def _number(groups: dict[str, str | None]) -> int:
    if groups.get("m"):
        return int(str(groups["m"]))
    name = str(groups.get("n") or "jan").lower()[:3]
    return 1 + next(n for n, month in enumerate(_MONTHS) if month.startswith(name))


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    try:
        if "a" in groups:  # day first or month first: told apart only where one is no month
            a, b = int(groups["a"]), int(groups["b"])
            if a <= 12 and b <= 12 and a != b:
                return None
            return date(int(groups["y"]), *((b, a) if a > 12 else (a, b)))
        return date(int(groups["y"]), _number(groups), int(groups["d"]))
    except ValueError:
        return None
