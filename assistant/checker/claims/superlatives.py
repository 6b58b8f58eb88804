"""What a sentence says without a figure: highest since when, first time, records, best and worst, longer runs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.checker.claims.claim import Mark
from assistant.checker.text.times import Time

_WHAT = r"(?P<what>(?:[\w&'’-]+ ){0,5}?[\w&'’-]+)"
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a|one)"
_TAIL = (
    r"(?P<tail> since(?: [\w.,'’-]+){1,5}| of the (?:year|month|quarter|week)| of (?:19|20)\d\d| (?:so far )?(?:this|for the) (?:year|month|quarter|week)| (?:ever|on record|in (?:its |their )?history|of all time)"
    rf"| in (?:more than |nearly |about |almost |over |at least )?{_NUMBER} (?:years?|months?|weeks?|sessions?|days))"
)
_SUPER = re.compile(
    r"\b(?:(?:its|the|their|a) )?(?P<adj>highest|lowest|best|worst|biggest|largest|strongest|weakest|steepest|sharpest|longest)(?:[- ](?:ever))? "
    + _WHAT
    + _TAIL,
    re.I,
)
_FIRST = re.compile(
    rf"\bfor the first time(?P<tail> since(?: [\w.,'’-]+){{1,5}}| in (?:more than |nearly |about |over )?{_NUMBER} (?:years?|months?|weeks?)| (?:this year|ever|in history))?",
    re.I,
)
_SPAN = re.compile(
    rf"\b(?:(?:its|the|an?|their) )?(?:new |fresh )?(?P<n>{_NUMBER}|52|multi)[- ](?P<unit>week|month|year|session|day)[- ](?P<side>high|low)\b(?! of| at| and)",
    re.I,
)
_RECORD = re.compile(
    r"\b(?:(?:to|at|set|sets|hit|hits|notched|posted|reached|scored|logged|closed? (?:at|with)|with|made|for|ended at|finished at) )(?:a|an|another|its|fresh|new|yet another) (?:new |fresh |second straight )?(?:record(?: (?:close|closing high|high|finish|level|closing level))?|all[- ]time (?:closing )?high)\b(?! of)",
    re.I,
)
_RANK = re.compile(
    r"\b(?P<best>best|worst)[- ]performing (?:S&P 500 )?(?:sector|group)s?\b(?: (?:of|on|for|in|this) (?:the )?(?:day|session|week|month|quarter|year)| this (?:week|month|year))?",
    re.I,
)
_THAN = re.compile(r"\b(?P<way>more|less|better|worse) than (?:the |that of the |its )?$", re.I)
_UNITS = (
    ("week", r"\bweek"),
    ("month", r"\bmonth|^(?:january|february|march|april|may|june|july|august|september|october|november|december)"),
    ("quarter", r"\bquarter"),
    ("year", r"\b(?:year|annual)"),
    ("day", r"day|session|gain|loss|drop|decline|rise|fall|advance|percentage|rally|rout|slide|jump|point"),
)
_NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {"a": 1}


@dataclass(frozen=True)
class Superlative:
    """A superlative and what it is one of.

    Attributes:
        start: Where it starts in the sentence.
        end: Where it ends.
        kind: ``extreme`` (of closes), ``move`` (of changes over a unit), ``run``, ``first``, ``record``, ``rank``.
        way: 1 for highest and best, -1 for lowest and worst; of a move "biggest" 0, whose way the sentence says.
        unit: Of a move.
        mark: Since when.
        unread: What of it wasn't understood.
    """

    start: int
    end: int
    kind: str
    way: int = 0
    unit: str = ""
    mark: Mark | None = None
    unread: str = ""


def superlatives(text: str, times: Sequence[Time], day: date) -> Iterator[Superlative]:
    """The superlatives of a sentence, none within another."""
    taken: list[tuple[int, int]] = []
    for found in (*_supers(text, times, day), *_firsts(text, times, day), *_spans(text, day), *_plain(text)):
        if all(found.end <= a or b <= found.start for a, b in taken):
            taken.append((found.start, found.end))
            yield found


def _supers(text: str, times: Sequence[Time], day: date) -> Iterator[Superlative]:
    for m in _SUPER.finditer(text):
        adj, what = m["adj"].lower(), m["what"].lower()
        way = {"highest": 1, "best": 1, "strongest": 1, "lowest": -1, "worst": -1, "weakest": -1}.get(adj, 0)
        mark, end, unread = _mark(text, m.start("tail"), m.end(), times, day)
        if adj == "longest" or re.search(r"\b(?:streak|run|stretch)\b", what):
            known = adj == "longest" and re.search(r"streak|run|stretch", what)
            yield Superlative(m.start(), end, "run", 0, "", mark, unread or ("" if known else f"{adj} {what}"))
            continue
        level = re.search(r"\b(?:clos\w+|level|finish|settlement|reading|point|mark|ending|print)\b", what)
        if adj in ("highest", "lowest"):
            strange = "" if level and not re.search(r"intraday|yield|volume|open", what) else what
            yield Superlative(m.start(), end, "extreme", way, "", mark, unread or strange)
            continue
        if way == 0:
            down = re.search(
                r"\b(?:drop|loss|decline|fall|slide|rout|plunge|tumble|slump|selloff|sell-off|dip)\b", what
            )
            up = re.search(r"\b(?:gain|rise|advance|jump|rally|increase|climb|surge|rebound)\b", what)
            way = -1 if down else 1 if up else 0
        unit = next((u for u, words in _UNITS if re.search(words, what)), "")
        strange = (
            what
            if not unit or re.search(r"\bpoint\b|sector|stock|performer|start|first|intraday|two|three|five", what)
            else ""
        )
        yield Superlative(m.start(), end, "move", way, unit, mark, unread or strange)


def _firsts(text: str, times: Sequence[Time], day: date) -> Iterator[Superlative]:
    for m in _FIRST.finditer(text):
        if m["tail"] is None or re.search(r"ever|history", m["tail"]):
            yield Superlative(m.start(), m.end(), "first", mark=Mark(date.min, date.min, ever=True))
        else:
            mark, end, unread = _mark(text, m.start("tail"), m.end(), times, day)
            yield Superlative(m.start(), end, "first", mark=mark, unread=unread)


def _spans(text: str, day: date) -> Iterator[Superlative]:
    for m in _SPAN.finditer(text):
        if (
            re.search(
                r"\b(?:below|above|from|under|over|off|near|of|than|within [\w.%]+ of) (?:its |the |a |their )?$",
                text[max(0, m.start() - 16) : m.start() + 4],
            )
            or m["n"].lower() == "multi"
        ):
            continue
        n = _NUMBERS.get(m["n"].lower()) or int(m["n"])
        until = day - timedelta(
            days=int(n * {"week": 7, "month": 30.4, "year": 365.2, "session": 1.45, "day": 1.45}[m["unit"].lower()]) - 3
        )
        yield Superlative(
            m.start(), m.end(), "extreme", 1 if m["side"].lower() == "high" else -1, mark=Mark(date.min, until)
        )


def _plain(text: str) -> Iterator[Superlative]:
    for m in _RECORD.finditer(text):
        yield Superlative(m.start(), m.end(), "record", 1)
    for m in _RANK.finditer(text):
        yield Superlative(m.start(), m.end(), "rank", 1 if m["best"].lower() == "best" else -1)


def compared(text: str, at: int) -> int:
    """1 or -1 where "more than" or "less than" stands before a name, else 0."""
    found = _THAN.search(text[max(0, at - 30) : at])
    return 0 if not found else 1 if found["way"].lower() in ("more", "better") else -1


def _mark(text: str, start: int, end: int, times: Sequence[Time], day: date) -> tuple[Mark | None, int, str]:
    """Since when a superlative is one, where its words end, and what wasn't understood."""
    tail = text[start:end].lower()
    if re.search(r"\b(?:ever|record|history|all time)\b", tail):
        return Mark(date.min, date.min, ever=True), end, ""
    if n := re.match(
        rf" in (?P<how>more than |nearly |about |almost |over |at least )?(?P<n>{_NUMBER}) (?P<u>year|month|week|session|day)",
        tail,
    ):
        count = _NUMBERS.get(n["n"]) or int(n["n"])
        days = count * {"year": 365.25, "month": 30.44, "week": 7, "session": 1.45, "day": 1.45}[n["u"]]
        slack = 0.12 if n["how"] in ("nearly ", "about ", "almost ") else 0.02
        return Mark(date.min, day - timedelta(days=int(days * (1 - slack)) - 2)), end, ""
    inside = [
        t
        for t in times
        if start <= t.start <= end + 20 and t.kind != "same" and not re.search(r"[,.;)]", text[end : t.start])
    ]
    if tail.startswith(" since"):
        if not inside or len(text[start : inside[0].start].split()) > 5:
            return None, end, tail.strip()
        time = inside[0]
        if time.day:
            return Mark(time.day, time.day), time.end, ""
        if time.reach:
            return Mark(*time.reach), time.end, ""
        if time.span and time.span.first and time.span.last:
            return Mark(time.span.first, time.span.last), time.end, ""
        return None, time.end, tail.strip()
    unit = next((u for u in ("year", "month", "quarter", "week") if u in tail), "year")
    year = re.search(r"(?:19|20)\d\d", tail)
    first = date(int(year[0]), 1, 1) if year else _begin(unit, day)
    return Mark(date.min, first - timedelta(days=1)), end, ""


def _begin(unit: str, day: date) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)
