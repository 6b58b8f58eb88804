"""What each kind of written window means: from what a rule matched to a window."""

from collections.abc import Callable
from datetime import date, timedelta

from tools.data.sessions import sessions
from tools.measures.windows import chinese as chinese_words
from tools.measures.windows import english as english_words
from tools.measures.windows.points import dated, is_day, latest, span
from tools.measures.windows.window import MONTHS_IN, WEEKDAYS, Window, WindowError, days, months_before

Groups = dict[str, str]
Reading = Callable[[Groups, date], Window]
Rule = tuple[tuple[str, ...], tuple[str, ...], Reading]

UNITS = {**english_words.UNITS, **chinese_words.UNITS}
COUNTS = {**english_words.COUNTS, **chinese_words.COUNTS}
CALENDAR_DAYS = {30, 60, 90, 120, 180, 365}  # so many days are counted on the calendar, fewer as sessions


def _point(groups: Groups, as_of: date) -> Window:
    point = dated(groups["p"], as_of)
    if is_day(point):
        day = date.fromisoformat(point)
        return Window(start=day, end=day)
    return Window(period=point)


def _since(groups: Groups, as_of: date) -> Window:
    point = dated(groups["p"], as_of)
    return Window(start=span(point)[0], closes=is_day(point))


def _since_start(groups: Groups, as_of: date) -> Window:
    return Window(start=span(dated(groups["p"], as_of))[0])


def _since_end(groups: Groups, as_of: date) -> Window:
    return Window(start=span(dated(groups["p"], as_of))[1], closes=True)


def _after(groups: Groups, as_of: date) -> Window:
    point = dated(groups["p"], as_of)
    last = span(point)[1]
    if last >= as_of:
        raise WindowError(f"{point} isn't over")
    return Window(start=last, closes=True) if is_day(point) else Window(start=last + timedelta(days=1))


def _until(groups: Groups, as_of: date) -> Window:
    return Window(end=span(groups["p"])[1])


def _before(groups: Groups, as_of: date) -> Window:
    return Window(end=span(groups["p"])[0] - timedelta(days=1))


def _extreme(groups: Groups, as_of: date) -> Window:
    """Since the high or low of a period, which bars date; of a day, its close."""
    point = dated(groups["p"], as_of)
    if is_day(point):
        return Window(start=date.fromisoformat(point), closes=True)
    return Window(since="low" if groups["low"] else "high", period=point)


def _record(groups: Groups, as_of: date) -> Window:
    return Window(since="record")


def _all_time_low(groups: Groups, as_of: date) -> Window:
    return Window(since="low")


def _level(groups: Groups, as_of: date) -> Window:
    return Window(since="level", level=float(groups["level"]))


def _fed(groups: Groups, as_of: date) -> Window:
    return Window(since="event", event="fed_cut" if groups["cut"] else "fed_hike")


def _election(groups: Groups, as_of: date) -> Window:
    """Since the last election; one of a year that had none, or an earlier one's, isn't it."""
    year = int(groups.get("y") or 0)
    if year and (year % 4 or not 0 <= as_of.year - year < 4):
        raise WindowError(f"the election of {year} isn't the last")
    return Window(since="event", event="election")


def _all(groups: Groups, as_of: date) -> Window:
    return Window()


def _range(groups: Groups, as_of: date) -> Window:
    """From one point to another; a year that only one has is the other's too, turned so that they follow."""
    a, b = groups["a"], groups["b"]
    if a.startswith("?"):
        b = dated(b, as_of)
        last = span(b)[1]
        a = latest(a[2:], last)
    elif b.startswith("?"):
        year = int(a[:4])
        b = next(p for p in (f"{year}{b[1:]}", f"{year + 1}{b[1:]}") if span(p)[1] >= span(a)[0])
    return Window(start=span(a)[0], end=span(b)[1], closes=bool(groups.get("c")))


def _to_now(groups: Groups, as_of: date) -> Window:
    return Window(start=span(dated(groups["a"], as_of))[0], closes=bool(groups["c"]))


def _unit(word: str) -> tuple[int, str]:
    """How many of which unit of a window a written unit is."""
    for name in (word, word.removesuffix("s")):
        if name in UNITS:
            return 1, UNITS[name]
        if name in english_words.MULTIPLES:
            return english_words.MULTIPLES[name]
    raise WindowError(f"{word} is no unit of time")


def _last(groups: Groups, as_of: date) -> Window:
    written, word = groups.get("n", ""), groups["unit"]
    count = int(written) if written.isdigit() else COUNTS[written]
    if not written and word.endswith("s"):
        raise WindowError(f"{word} without a number is no time")
    if groups.get("half") or word == "年半":
        if not word.startswith(("year", "yr", "年")):
            raise WindowError(f"and a half {word} is not read")
        return Window(last=count * 12 + 6, unit="month")
    if word in ("day", "days", "d", "天", "日") and count in CALENDAR_DAYS:
        return Window(start=as_of - timedelta(days=count), closes=True)
    times, unit = _unit(word)
    return Window.model_validate({"last": count * times, "unit": unit})


def _portion(groups: Groups, as_of: date) -> Window:
    """The first or last so many units of a period, or its n-th; a running period's up to now."""
    first, last = span(dated(groups["p"], as_of))
    if groups.get("to") and last > as_of:
        raise WindowError("months to a day ahead are not over")
    last = min(last, as_of)
    times, unit = _unit(groups["unit"])
    nth = int(groups.get("k") or 0)
    count = int(groups.get("n") or 1) * times
    at_start = groups.get("which") in ("1st", "opening", "前", "头")
    if groups.get("to"):
        first = date.min
    if first > last or (nth or count) < 1:
        raise WindowError("no such part of a period that has begun")
    if unit == "session":
        held = sessions(first, last)
        part = held[nth - 1 : nth] if nth else held[:count] if at_start else held[-count:]
        if not len(part):
            raise WindowError("no such session")
        return Window(start=part[0].date(), end=part[-1].date())
    if nth:
        start, end = _moved(first, (nth - 1) * times, unit), _moved(first, nth * times, unit) - timedelta(days=1)
    elif at_start:
        start, end = first, _moved(first, count, unit) - timedelta(days=1)
    else:
        start, end = _moved(last + timedelta(days=1), -count, unit), last
    return Window(start=max(start, first), end=min(end, last))


def _moved(day: date, count: int, unit: str) -> date:
    return day + timedelta(weeks=count) if unit == "week" else months_before(day, -count * MONTHS_IN[unit])


def limited_season(groups: Groups, limits: Window, as_of: date, alone: bool) -> Window | None:
    """A season within limits; a month or quarter written as if of one year needs limits of years to be one."""
    name = groups.get("s") or groups.get("t", "")
    if limits.since or limits.season or (groups.get("t") and (alone or not _spans_years(limits, as_of))):
        return None
    season = WEEKDAYS[int(name[2:]) - 1] if name.startswith("wd") else name
    try:
        return Window.model_validate({**limits.model_dump(exclude={"closes"}), "season": season})
    except ValueError:
        return None


def _spans_years(window: Window, as_of: date) -> bool:
    try:
        first, last, _ = days(window, as_of)
    except WindowError:
        return False
    return last - first > timedelta(days=366)


# Of each kind of window: its patterns in English, in Chinese, and what they mean.
RULES: tuple[Rule, ...] = (
    (english_words.POINT, chinese_words.POINT, _point),
    (english_words.SINCE, chinese_words.SINCE, _since),
    (english_words.SINCE_START, chinese_words.SINCE_START, _since_start),
    (english_words.SINCE_END, chinese_words.SINCE_END, _since_end),
    (english_words.AFTER, chinese_words.AFTER, _after),
    (english_words.EXTREME, chinese_words.EXTREME, _extreme),
    (english_words.RECORD, chinese_words.RECORD, _record),
    (english_words.ALL_TIME_LOW, chinese_words.ALL_TIME_LOW, _all_time_low),
    (english_words.LEVEL, chinese_words.LEVEL, _level),
    (english_words.FED, chinese_words.FED, _fed),
    (english_words.ELECTION, chinese_words.ELECTION, _election),
    (english_words.RANGE, chinese_words.RANGE, _range),
    (english_words.UNTIL, chinese_words.UNTIL, _until),
    (english_words.BEFORE, chinese_words.BEFORE, _before),
    (english_words.LAST, chinese_words.LAST, _last),
    (english_words.PORTION, chinese_words.PORTION, _portion),
    (english_words.ALL, chinese_words.ALL, _all),
    (english_words.TO_NOW, (), _to_now),
)
WHOLE_RULES: tuple[Rule, ...] = (
    (english_words.BARE_LENGTH, chinese_words.BARE_LENGTH, _last),
    (english_words.BARE_ALL, chinese_words.BARE_ALL, _all),
)
