"""When a sentence speaks of: days, calendar periods, spans of time, and how each is tied to a figure."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.understanding.dates import MONTHS, WEEKDAYS

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_N = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|one)"
_NUMBERS = {
    w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1}
_UNIT = r"(?P<unit>sessions?|trading days?|days?|weeks?|months?|quarters?|years?)"
_TO_DATE = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}


@dataclass(frozen=True)
class Span:
    """A window of time that a move can be measured over.

    Attributes:
        kind: ``day``, ``week``, ``month``, ``quarter``, ``year`` (to the day), ``sessions``, ``period`` (a calendar one,
            whole or so far), ``since``, ``between``, ``back`` (so many units to the day).
        first: Its first calendar day; of ``since`` and ``between`` the day whose close it is measured from.
        last: Its last calendar day; None where it runs to the day.
        n: How many sessions or units, of ``sessions`` and ``back``.
        unit: The unit of ``back``; of ``period`` its size.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    n: int = 0
    unit: str = ""


DAY = Span("day")
HORIZONS = (  # over which a figure is said to be without a word of it
    DAY,
    Span("sessions", n=5),
    Span("week"),
    Span("month"),
    Span("quarter"),
    Span("year"),
    Span("back", n=1, unit="year"),
)


@dataclass(frozen=True)
class Time:
    """A time in a sentence.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        kind: ``day`` (a date), ``span``, ``month``, ``part`` (early 2022), ``year``, ``same`` (the same period), ``then`` (since then).
        day: The date.
        span: The window.
        lead: ``since``, ``from``, ``to``, ``by``, ``aside`` or empty: what stands before it.
        full: Whether a date gives its year.
        weekday: Of a date given so alone.
        quarters: Calendar days that "early 2022" may mean, first and last.
    """

    start: int
    end: int
    kind: str
    day: date | None = None
    span: Span | None = None
    lead: str = ""
    full: bool = False
    weekday: bool = False
    reach: tuple[date, date] | None = None


_DAY = re.compile(
    rf"\b(?P<m1>{_MONTH}) ?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%.,]*\d)(?:,? (?P<y1>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_MONTH})(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    r"|(?<![\d/])(?P<m4>1[0-2]|0?[1-9])/(?P<d4>3[01]|[12]\d|0?[1-9])/(?P<y4>(?:19|20)?\d\d)(?![\d/])",
    re.I,
)
_PLACED_MONTH = re.compile(
    rf"\b(?P<part>early[- ]|late[- ]|mid-?|the (?:end|start|beginning|middle) of )?(?P<m>{_MONTH})(?:['’]s)?(?: of)?(?:,? (?P<y>(?:19|20)\d\d)\b)?",
    re.I,
)
_QUARTER = re.compile(
    r"\b(?:(?P<w>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<what>quarter|half)(?:['’]s)?|Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12]))"
    r"(?:(?: of| in)?,? ?(?P<y>(?:19|20)\d\d)\b| of (?P<this>this year|the year|last year))?",
    re.I,
)
_YEAR = re.compile(
    r"(?<![\d,.$€£/:-])\b(?P<part>early[- ]|late[- ]|mid-?|the (?:end|start|beginning|middle) of )?(?P<y>(?:19|20)\d\d)\b(?:['’]s)?(?![\d%]|[.,:/-]\d|s\b| ?(?:points?|percent|index|companies|stocks|level|mark))"
)
_WEEKDAY = re.compile(
    r"\b(?:(?P<last>last|late|early|previous|prior) )?(?<!Black )(?<!Cyber )(?P<wd>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:['’]s)?\b"
)
_TODAY = re.compile(
    r"\b(?P<w>today|yesterday|(?:the )?(?:previous|prior) (?:day|session)|(?:a|the) (?:day|session) (?:before|earlier))(?:['’]s)?\b",
    re.I,
)
_RUNNING = re.compile(
    r"\b(?:(?:so far )?(?:this|for the|over the|on the|in the|during the|of the|the) (?:current |trading |full |whole )?(?P<u1>week|month|quarter|year)(?:['’]s)?(?: so far|[- ]to[- ]date)?"
    r"|(?P<u2>week|month|quarter|year)[- ]to[- ]date|(?P<u3>[WMQY]TD)\b|(?P<u4>weekly|monthly|quarterly|annual|yearly)\b"
    r"|since (?:the (?:start|beginning|turn) of (?:the|this) (?P<u5>week|month|quarter|year))|(?P<u6>week|month|quarter|year)(?=:))(?!(?: |-)(?:ago|earlier|before|high|low)\b)",
    re.I,
)
_THROUGH = re.compile(
    rf"\b(?:in|over|for|during) the (?P<n>{_N}) (?P<unit>months|quarters|years) (?:through|to|ended|ending|that ended)(?: in)?(?: the end of)? (?P<m>{_MONTH})(?: (?P<d>\d{{1,2}})\b)?(?:,? (?P<y>(?:19|20)\d\d)\b)?",
    re.I,
)
_PREVIOUS = re.compile(
    r"\b(?:last|(?:the )?previous|the prior) (?P<u>week|month|quarter|year)(?:['’]s)?\b(?! (?:ago|end))", re.I
)
_BACK = re.compile(
    rf"\b(?:(?:over|in|during|for|within|of) )?(?:the |nearly |almost |about |more than )?(?:past|last|previous|trailing|preceding|latest) (?P<n>{_N})?[ -]?{_UNIT}\b"
    rf"|\b(?P<n2>{_N})[- ](?P<unit2>day|session|week|month|quarter|year)s?(?= (?:gain|loss|rise|drop|fall|advance|decline|rally|return|change|slide|slump|jump|move|stretch|total|climb|tumble|surge|performance|rebound|selloff|sell-off)s?\b)"
    rf"|\b(?:in|over) (?:the )?(?:(?:just|only|nearly|almost|about|more than|over) )?(?P<n3>{_N}) (?P<unit3>sessions|days|weeks|months|quarters|years)\b"
    r"|\b(?P<ago>(?:from )?(?:a|one) (?P<unit4>week|month|year) (?:ago|earlier|before)|year[- ](?:over|on)[- ]year|12[- ]month|one[- ]year(?= (?:gain|loss|return|change)))\b",
    re.I,
)
_SAME = re.compile(
    r"\b(?:over|in|during|for) (?:the|that) same (?:period|time|span|stretch|quarter|month|week|year|months|years|frame)\b|\bover (?:that|the) (?:period|span|stretch|time)\b|\bmeanwhile over that time\b",
    re.I,
)
_THEN = re.compile(r"\bsince (?:then|that (?:day|date|time|low|high|peak|close))\b|\bfrom there\b", re.I)
_LEADS = (
    ("since", re.compile(r"\b(?:since|after)(?: (?:its|the|their|that))?(?: [\w-]+){0,3}?(?: (?:of|on|in|at))?(?: the)? $", re.I)),
    ("from", re.compile(r"\bfrom (?:(?:its|the|their|a) )?(?:[\w-]+ ){0,4}?(?:(?:of|on|in) )?$", re.I)),
    ("to", re.compile(r"\b(?:to|through|until|till) (?:(?:its|the|their|a) )?(?:[\w-]+ ){0,4}?(?:(?:of|on|in) )?$|[-–] ?$", re.I)),
    ("aside", re.compile(r"\b(?:set|reached|hit|made|posted|recorded|record|close|high|low|peak|peaked|bottomed|topped|began|begun|started|passed|ended|signed|dated|issued|published|due|scheduled|expected|meeting|report)s?(?: (?:there|first|last|back|set|reached|out))?(?: (?:on|in|of|for|from))?(?: the)? $", re.I)),
)  # fmt: skip


def read_times(text: str, anchor: date, as_of: date) -> list[Time]:
    """The times that a sentence names, in order, none within another.

    Args:
        text: The sentence, normalised.
        anchor: The day that it is written of, which dates without a year and running periods count from.
        as_of: The last session known; nothing lies behind it.
    """
    out: list[Time] = []
    for found in (_through(text, anchor), _same(text), _days(text, anchor, as_of), _quarters(text, anchor), _backs(text), _previous(text, anchor),
                  _running(text), _months(text, anchor), _weekdays(text, anchor), _years(text, anchor)):  # fmt: skip
        for time in found:
            if all(time.end <= t.start or t.end <= time.start for t in out):
                out.append(time)
    return sorted((_led(text, t) for t in out), key=lambda t: t.start)


def _led(text: str, time: Time) -> Time:
    before = text[max(0, time.start - 48) : time.start]
    for lead, pattern in _LEADS:
        if pattern.search(before):
            if time.kind == "year" and re.search(r"\b(?:ended|ends|finished|closed|began|started)(?: out)? $", before):
                return time
            closing = (
                lead == "aside"
                and re.search(r"\b(?:closed?|ended|finished) (?:[^.;]{0,30} )?on $", before)
                and time.kind == "day"
            )
            return replace(time, lead="" if closing else lead)
    return time


def _same(text: str) -> Iterator[Time]:
    for m in _SAME.finditer(text):
        yield Time(m.start(), m.end(), "same")
    for m in _THEN.finditer(text):
        yield Time(m.start(), m.end(), "then", lead="since")


def month_number(word: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(word[:3].lower()))


def _days(text: str, anchor: date, as_of: date) -> Iterator[Time]:
    for m in _DAY.finditer(text):
        month = m["m1"] or m["m2"]
        number = month_number(month) if month else int(m["m3"] or m["m4"])
        day = int(m["d1"] or m["d2"] or m["d3"] or m["d4"])
        year = m["y1"] or m["y2"] or m["y3"] or m["y4"]
        value = int(year) if year else anchor.year
        if year and value < 100:
            value += 2000 if value < 70 else 1900
        try:
            found = date(value, number, day)
        except ValueError:
            continue
        if not year and found > max(anchor, as_of if anchor == as_of else anchor + timedelta(days=31)):
            found = found.replace(year=value - 1) if (number, day) != (2, 29) else found
        yield Time(m.start(), m.end(), "day", found, full=bool(year))


def _quarters(text: str, anchor: date) -> Iterator[Time]:
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
    for m in _QUARTER.finditer(text):
        n = order[m["w"].lower()] if m["w"] else int(m["q"] or m["q2"] or m["h"])
        months = 6 if m["h"] or (m["what"] or "").lower() == "half" else 3
        if n > 12 // months:
            continue
        year = int(m["y"]) if m["y"] else anchor.year - ((m["this"] or "").lower() == "last year")
        first = date(year, months * (n - 1) + 1, 1)
        if first > anchor and not m["y"]:
            first = first.replace(year=year - 1)
        yield Time(m.start(), m.end(), "span", span=period(first, months))


def period(first: date, months: int) -> Span:
    """The calendar period of so many months that begins on a day."""
    end = first.month + months - 1
    year, month = first.year + (end - 1) // 12, (end - 1) % 12 + 1
    unit = {1: "month", 3: "quarter", 6: "half", 12: "year"}[months]
    return Span("period", first, date(year, month, monthrange(year, month)[1]), unit=unit)


def _running(text: str) -> Iterator[Time]:
    letters = {"w": "week", "m": "month", "q": "quarter", "y": "year"}
    named = {"weekly": "week", "monthly": "month", "quarterly": "quarter", "annual": "year", "yearly": "year"}
    for m in _RUNNING.finditer(text):
        word = next(v for v in m.groupdict().values() if v).lower()
        unit = letters[word[0]] if word.endswith("td") else named.get(word, word)
        yield Time(m.start(), m.end(), "span", span=Span(unit))


def _previous(text: str, anchor: date) -> Iterator[Time]:
    for m in _PREVIOUS.finditer(text):
        unit = m["u"].lower()
        if unit == "week":
            monday = anchor - timedelta(days=anchor.weekday() + 7)
            yield Time(m.start(), m.end(), "span", span=Span("period", monday, monday + timedelta(days=6), unit="week"))
            continue
        months = {"month": 1, "quarter": 3, "year": 12}[unit]
        place = anchor.year * 12 + (anchor.month - 1) // months * months - months
        yield Time(m.start(), m.end(), "span", span=period(date(place // 12, place % 12 + 1, 1), months))


def _backs(text: str) -> Iterator[Time]:
    for m in _BACK.finditer(text):
        if m["ago"]:
            yield Time(m.start(), m.end(), "span", span=Span("back", n=1, unit=(m["unit4"] or "year").lower()))
            continue
        unit = (m["unit"] or m["unit2"] or m["unit3"]).lower().rstrip("s").replace("trading day", "session")
        given = (m["n"] or m["n2"] or m["n3"] or "one").lower()
        n = _NUMBERS.get(given) or int(given)
        unit = "session" if unit == "day" and n <= 12 else unit
        if n:
            yield Time(
                m.start(),
                m.end(),
                "span",
                span=Span("sessions", n=n) if unit == "session" else Span("back", n=n, unit=unit),
            )


def _through(text: str, anchor: date) -> Iterator[Time]:
    for m in _THROUGH.finditer(text):
        end = date(int(m["y"]) if m["y"] else anchor.year, month_number(m["m"]), 1)
        if end > anchor and not m["y"]:
            end = end.replace(year=end.year - 1)
        n = (_NUMBERS.get(m["n"].lower()) or int(m["n"])) * {"months": 1, "quarters": 3, "years": 12}[m["unit"].lower()]
        place = end.year * 12 + end.month - n
        last = period(end, 1).last
        yield Time(
            m.start(), m.end(), "span", span=Span("period", date(place // 12, place % 12 + 1, 1), last, unit="open")
        )


def _months(text: str, anchor: date) -> Iterator[Time]:
    for m in _PLACED_MONTH.finditer(text):
        word = m["m"].rstrip(".")
        if not m["y"] and (not word[0].isupper() or (len(word) < 4 and word != "May" and not m["m"].endswith("."))):
            continue
        if word == "May" and not m["y"] and not re.search(r"\b(?:in|since|of|for|during|through|late|early|mid|so far in|from|this|last)[- ]$", text[max(0, m.start() - 12) : m.start()] + (m["part"] or ""), re.I) and not re.match(r"['’]s| (?:gain|loss)", text[m.start() + 3 :]):  # fmt: skip
            continue
        number = month_number(word)
        first = date(int(m["y"]) if m["y"] else anchor.year, number, 1)
        last = not m["y"] and re.search(r"\blast $", text[max(0, m.start() - 6) : m.start()]) and number <= anchor.month
        if last or (not m["y"] and first > anchor):
            first = first.replace(year=first.year - 1)
        span = period(first, 1)
        assert span.last
        yield Time(m.start(), m.end(), "month", span=span, full=bool(m["y"]), reach=_part(m["part"], first, span.last))


def _part(word: str | None, first: date, last: date) -> tuple[date, date]:
    """The days that early, mid or late in a period may mean."""
    length = (last - first).days + 1
    word = (word or "").lower()
    if word.startswith("early") or "start" in word or "beginning" in word:
        return first, first + timedelta(days=length // 2 - 1)
    if word.startswith("late") or "end" in word:
        return last - timedelta(days=length // 2 - 1), last
    if word.startswith("mid") or "middle" in word:
        return first + timedelta(days=length // 6), last - timedelta(days=length // 6)
    return first, last


def _weekdays(text: str, anchor: date) -> Iterator[Time]:
    for m in _WEEKDAY.finditer(text):
        wanted = WEEKDAYS.index(m["wd"].lower())
        back = (anchor.weekday() - wanted) % 7
        back = 7 if not back and (m["last"] or "").lower() in ("last", "previous", "prior") else back
        yield Time(m.start(), m.end(), "day", anchor - timedelta(days=back), weekday=True)
    for m in _TODAY.finditer(text):
        before = m["w"].lower() != "today"
        yield Time(m.start(), m.end(), "day", anchor - timedelta(days=1 if before else 0), weekday=True)


def _years(text: str, anchor: date) -> Iterator[Time]:
    for m in _YEAR.finditer(text):
        first = date(int(m["y"]), 1, 1)
        span = Span("year") if first.year == anchor.year and not m["part"] else period(first, 12)
        yield Time(
            m.start(), m.end(), "year", span=span, full=True, reach=_part(m["part"], first, date(first.year, 12, 31))
        )
