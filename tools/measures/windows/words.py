"""Time windows as people write them, read from a text; the words are in english and chinese_words."""

import re
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from tools.measures.windows import chinese as chinese_words
from tools.measures.windows import english as english_words
from tools.measures.windows.points import settled
from tools.measures.windows.readings import RULES, WHOLE_RULES, Reading, limited_season
from tools.measures.windows.tokens import Line, Match, Pattern, compiled, rewritten, tokens
from tools.measures.windows.window import Window, WindowError


class Found(NamedTuple):
    """A window inside a text, and where it stands there."""

    window: Window
    start: int
    end: int


def parse_window(text: str, as_of: date) -> Window:
    """Read a text that is a window and nothing else.

    Raises:
        WindowError: It isn't; names what was not understood.
    """
    bare = text.strip(" \t\n.,;:?!。，？！")
    line = _points(tokens(bare, whole=True), as_of)
    window, end = _longest(line.text, 0, as_of, whole=True) if line.text else (None, 0)
    if window is None or end < len(line.text):
        rest = bare
        for found in reversed(find_windows(bare, as_of)):
            rest = rest[: found.start] + rest[found.end :]
        unread = " ".join(rest.split()) or bare
        raise WindowError(f"“{unread}” is not understood as a time; write “since 9 April 2025” or “last quarter”")
    return window


def find_windows(text: str, as_of: date) -> list[Found]:
    """The windows inside a text, left to right, the longest reading of each stretch."""
    line = _points(tokens(text, whole=False), as_of)
    found: list[Found] = []
    read_to = 0
    while beginning := _any_rule().search(line.text, read_to):
        at = beginning.start()
        window, end = _longest(line.text, at, as_of, whole=False)
        start = line.spans[at][0]
        # "2000-2001" is written as several points, which share its place: what was read of it is not read again.
        if window is not None and (not found or start >= found[-1].end):
            found.append(Found(window, start, line.spans[end - 1][1]))
        read_to = at + 1 if window is None else end
    return found


@cache
def _rewrites() -> list[tuple[Pattern, list[tuple[Pattern, str]]]]:
    """The tables that make points, each with what a text must hold for it; the Chinese one wants years made."""
    tables = []
    for trigger, rows in english_words.REWRITES:
        read = [(re.compile(rf"(?<![a-z\d<{{])(?:{row})(?![a-z\d])"), template) for row, template in rows]
        tables.append((re.compile(trigger), read))
    chinese = [(re.compile(rf"(?<![\d.<{{])(?:{row})"), template) for row, template in chinese_words.REWRITES]
    tables.insert(2, (re.compile("[一-鿿]"), chinese))
    return tables


def _points(line: Line, as_of: date) -> Line:
    """A line in which all that names a day or a period is a point."""
    for trigger, rows in _rewrites():
        if trigger.search(line.text):
            for pattern, template in rows:
                line = rewritten(line, pattern, partial(_point, template, as_of))
    return line


def _point(template: str, as_of: date, match: Match) -> str | None:
    groups = {name: int(part) if part and part.isdigit() else part or "" for name, part in match.groupdict().items()}
    text = template.format(**groups)
    points = compiled("<([^>]+)>").findall(text)
    dated = [settled(point, as_of) for point in points]
    for point, day in zip(points, dated, strict=True):
        if day is None:
            return None
        text = text.replace(f"<{point}>", f"<{day}>", 1)
    return text


@cache
def _rules(whole: bool, chinese: bool) -> list[tuple[Pattern, Reading]]:
    """The rules of a language; where a text is to be a window and nothing else, those that hold only then too."""
    ends = "" if chinese else r"(?:(?<![a-z\d])|(?![a-z\d]))"
    rules = (*RULES, *WHOLE_RULES) if whole else RULES
    return [
        (re.compile(f"(?:{pattern}){ends}"), reading)
        for english_patterns, chinese_patterns, reading in rules
        for pattern in (chinese_patterns if chinese else english_patterns)
    ]


@cache
def _any_rule() -> Pattern:
    """One pattern for all rules, without their groups: it passes over the places where none matches.

    No English rule begins within a word or a number.
    """
    english = [pattern.pattern for pattern, _ in _rules(False, False)] + list(english_words.SEASON)
    chinese = [pattern.pattern for pattern, _ in _rules(False, True)] + list(chinese_words.SEASON)
    text = rf"(?<![a-z\d])(?=[a-z\d<{{])(?:{'|'.join(english)})|(?=[<{{\d一-鿿|])(?:{'|'.join(chinese)})"
    return re.compile(re.sub(r"\(\?P<\w+>", "(?:", text))


def _longest(text: str, at: int, as_of: date, whole: bool) -> tuple[Window | None, int]:
    """The longest window that begins at a place, with its season on either side, and where it ends."""
    window, end = _without_season(text, at, as_of, whole)
    best = (window, end)
    for pattern in (*english_words.SEASON, *chinese_words.SEASON):
        if before := compiled(pattern).match(text, at):
            limits, limits_end = _without_season(text, _link(text, before.end()), as_of, whole)
            alone = limited_season(before.groupdict(), Window(), as_of, alone=True)
            if alone and before.end() > best[1]:
                best = (alone, before.end())
            limited = limits and limited_season(before.groupdict(), limits, as_of, alone=False)
            if limited and limits_end > best[1]:
                best = (limited, limits_end)
        after = compiled(pattern).match(text, _link(text, end)) if window else None
        if window and after and after.end() > best[1]:
            limited = limited_season(after.groupdict(), window, as_of, alone=False)
            best = (limited, after.end()) if limited else best
    return best


def _link(text: str, at: int) -> int:
    link = compiled("(?:,? |的)?").match(text, at)
    return link.end() if link else at


def _without_season(text: str, at: int, as_of: date, whole: bool) -> tuple[Window | None, int]:
    if not whole and not _any_rule().match(text, at):
        return None, at
    first = text[at : at + 1]
    rules = [] if first >= "一" else _rules(whole, False)
    if not "a" <= first <= "z":
        rules = rules + _rules(whole, True)
    matches = [(match.end(), match, reading) for pattern, reading in rules if (match := pattern.match(text, at))]
    for end, match, reading in sorted(matches, key=lambda candidate: -candidate[0]):
        try:
            return reading({name: part or "" for name, part in match.groupdict().items()}, as_of), end
        except ValueError:  # no such day, or words that contradict each other: a shorter reading may hold
            continue
    return None, at
