"""The measures that a question asks for in so many words: a kind, its subjects, its window, its condition."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tools.errors import BadQuery
from tools.measures.conditions import parse_conditions
from tools.measures.query import Query, make_query
from tools.measures.windows.window import Window
from tools.measures.windows.words import Found, find_windows

BUCKETS = {
    "day": "session",
    "session": "session",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
_BUCKET = r"(?:one-)?(day|session|week|month|quarter|year)s?\b"
_N = r"(?:(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) )?"
_NUMBERS = {n: i for i, n in enumerate("two three four five six seven eight nine ten".split(), 2)}
_LEVEL = r"(?:\$ ?)?(\d[\d,]*(?:\.\d+)?)(?! ?(?:%|percent|days?|sessions?|weeks?|months?|years?))"
_AMOUNT = re.compile(
    r"(?:\$ ?(\d[\d,]*)(k)?|(\d[\d,]*)(k)? (?:dollars|usd|bucks))(?:(?: \w+){0,2}? in(?:to|vested in)?| of| on)?\b",
    re.I,
)
_EXTREME = re.compile(
    rf"\b{_N}(worst|best|biggest|largest|greatest|steepest) {_N}(?:single[- ])?{_BUCKET}(?: (drops?|falls?|declines?|loss(?:es)?|sell-?offs?|gains?|rises?|rall(?:y|ies)|jumps?))?",
    re.I,
)
_EXTREME_MOVE = re.compile(
    rf"\b(?:biggest|largest|greatest|steepest) {_N}(?:one-day |single-day |daily )?(drops?|falls?|declines?|loss(?:es)?|gains?|rises?|jumps?)\b",
    re.I,
)
_VALUE = re.compile(r"\b(highest|lowest|all-time high|all-time low)\b", re.I)
_LIST = re.compile(
    r"\b(?:last|past|latest|previous) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (closes|closing (?:levels|prices|values))\b",
    re.I,
)
_FIRST = re.compile(
    rf"\b(first|last)(?: time)?\b[^?]{{0,40}}\b(?:close[sd]?|trade[sd]?|cross(?:es|ed)?|was|were|above|below)\b[^?]{{0,12}}?\b(above|over|below|under) {_LEVEL}",
    re.I,
)
_HOW_OFTEN = re.compile(
    r"\bhow (?:often|many (?:times|days|sessions|weeks|months|years|trading days))\b|\b(?:on|in) what share of\b", re.I
)
_TESTED = re.compile(
    rf"\b(?:(above|over|below|under) {_LEVEL}|(?:beat|beaten|outperform\w*|outpac\w*|ahead of|led) (?:the )?(s&p 500|s&p|nasdaq(?: composite)?|dow|large caps)"
    r"|(fell|fall|fallen|dropp?\w*|lost|lose|declin\w*|rose|rise|risen|gain\w*|jump\w*) (?:by )?(?:more than |over |at least )?(\d+(?:\.\d+)?) ?(?:%|percent))", re.I,
)  # fmt: skip
_AFTER = re.compile(
    r"\bafter\b[^?]{0,40}?\b(?:(?:fed|rate) (cuts?|hikes?|rises?|increases?)|(elections?)|rsi(?:-14)? (?:cross\w*|above|over|went|rose)(?: above| over)? (\d+))",
    re.I,
)
_RSI_LED = re.compile(
    r"\brsi(?:-14)? (?:(?:cross|clos|ris|go)\w* )?(?:above|over) (\d+)\b[^?]*\b(?:later|after|ended?|followed|led|lead)\b",
    re.I,
)
_OF_SEASON = re.compile(r"\b(best|worst)\b", re.I)
_PLAIN = re.compile(r"\b(correlat\w*|beta|drawdowns?|deepest fall|volatil\w*)\b", re.I)
_COMPARED = re.compile(r"\b(?:against|versus|vs\.?|compared? (?:with|to)|compare|than|or)\b", re.I)
_ANSWERED_ELSEWHERE = re.compile(
    r"52-week|\brecords?\b|support|resistance|rsi|moving average|sectors?\b|verdict|streak|in a row|percentile", re.I
)
_TOLD_BY_LEVELS = ("2026", "today", "1s")


def measures_asked(words: str, subjects: Sequence[str], as_of: date) -> tuple[Query, ...]:
    """The measures that the words ask for; none where they ask for something else.

    Args:
        words: The question.
        subjects: Keys and symbols named in it, in order.
        as_of: The session that relative windows count from.
    """
    found = find_windows(words, as_of)
    window = found[0].window if found else None
    try:
        return _read(words, tuple(subjects) or ("rut",), window, found, as_of)
    except BadQuery:
        return ()


def _read(
    words: str, subjects: tuple[str, ...], window: Window | None, found: Sequence[Found], as_of: date
) -> tuple[Query, ...]:
    one: dict[str, Any] = {"subjects": subjects[:1], "window": window}
    if match := _AMOUNT.search(words):
        amount = float((match[1] or match[3]).replace(",", "")) * (1000 if match[2] or match[4] else 1)
        return (make_query(measure="growth", amount=amount, **one),)
    if match := _AFTER.search(words):
        event = "fed cut" if (match[1] or "").startswith("cut") else "fed hike" if match[1] else "election"
        where = parse_conditions(f"rsi_14 crosses above {match[3]}" if match[3] else event)
        return (make_query(measure="after", where=where, **one),)
    if match := _RSI_LED.search(words):
        return (make_query(measure="after", where=parse_conditions(f"rsi_14 crosses above {match[1]}"), **one),)
    if match := _LIST.search(words):
        return (make_query(measure="list", n=_number(match[1]), subjects=subjects[:1]),)
    if match := _FIRST.search(words):
        where = parse_conditions(f"{'above' if match[2].lower() in ('above', 'over') else 'below'} {match[3]}")
        return (make_query(measure=match[1].lower(), where=where, **one),)
    if window and window.season and (match := _OF_SEASON.search(words)):
        bucket = "session" if window.season.isalpha() else "quarter" if window.season[0] == "Q" else "month"
        return (make_query(measure="extremes", order=match[1].lower(), bucket=bucket, **one),)
    if _HOW_OFTEN.search(words) and "rsi" not in words.lower() and (match := _TESTED.search(words)):
        subject = next((s for s in subjects if not match[3] or s != _OTHERS.get(match[3].lower())), "rut")
        counted = next((BUCKETS[b] for b in ("week", "month", "year") if f"many {b}s" in words.lower()), None)
        return (
            make_query(
                measure="count",
                where=parse_conditions(_condition(match)),
                bucket=counted,
                subjects=(subject,),
                window=window,
            ),
        )
    if (match := _EXTREME.search(words)) and not _ANSWERED_ELSEWHERE.search(words):
        order = _order(match[2], match[5]) or None
        return (
            (
                make_query(
                    measure="extremes",
                    order=order,
                    n=_number(match[1] or match[3]),
                    bucket=BUCKETS[match[4].lower()],
                    **one,
                ),
            )
            if order
            else ()
        )
    if (match := _EXTREME_MOVE.search(words)) and not _ANSWERED_ELSEWHERE.search(words):
        return (make_query(measure="extremes", order=_order("biggest", match[2]), n=_number(match[1]), **one),)
    if (match := _VALUE.search(words)) and not _ANSWERED_ELSEWHERE.search(words):
        return (make_query(measure="extremes", order="highest" if "high" in match[1].lower() else "lowest", **one),)
    if match := _PLAIN.search(words):
        return _statistic(match[1].lower(), subjects, window)
    return _changes(words, subjects, window, found, as_of)


def _statistic(word: str, subjects: tuple[str, ...], window: Window | None) -> tuple[Query, ...]:
    if word.startswith(("correlat", "beta")):
        kind = "beta" if word == "beta" else "correlation"
        return (make_query(measure=kind, subjects=subjects[:2], window=window),) if len(subjects) > 1 else ()
    if word.startswith("volatil"):
        return (
            (make_query(measure="volatility", subjects=subjects[:4], window=window),)
            if window and subjects != ("vix",)
            else ()
        )
    return (
        (make_query(measure="drawdown", subjects=subjects[:1], window=window),)
        if subjects[0] not in ("vix", "tnx")
        else ()
    )


def _changes(
    words: str, subjects: tuple[str, ...], window: Window | None, found: Sequence[Found], as_of: date
) -> tuple[Query, ...]:
    """The change over a window that no fact of the catalogue covers, of each subject or compared."""
    if window is None or _ANSWERED_ELSEWHERE.search(words) or _is_of_the_catalogue(window, as_of):
        return ()
    if window.start and window.start == window.end:
        return ()  # one day: the catalogue of that day answers it
    if len(subjects) > 1 and _COMPARED.search(words):
        return (make_query(measure="compare", subjects=subjects[:4], window=window),)
    return (make_query(measure="change", subjects=subjects[:4], window=window),)


def _is_of_the_catalogue(window: Window, as_of: date) -> bool:
    """Whether the catalogue has the window's return itself: one and five sessions, month, quarter and year to date."""
    if window.season or window == Window():
        return True
    if window.last == 1 and window.unit in ("session", "year"):
        return True
    quarter = f"{as_of.year}-Q{(as_of.month + 2) // 3}"
    return window.period in (str(as_of.year), f"{as_of:%Y-%m}", quarter) or (
        window.last == 5 and window.unit == "session"
    )


_OTHERS = {
    "s&p 500": "spx",
    "s&p": "spx",
    "large caps": "spx",
    "nasdaq": "comp",
    "nasdaq composite": "comp",
    "dow": "dji",
}


def _condition(match: re.Match[str]) -> str:
    if match[1]:
        return f"{'above' if match[1].lower() in ('above', 'over') else 'below'} {match[2]}"
    if match[3]:
        return f"beats {_OTHERS[match[3].lower()]}"
    rises = match[4].lower().startswith(("ro", "ri", "ga", "ju"))
    return f"{'rises' if rises else 'falls'} {match[5]}%"


def _order(word: str, move: str | None) -> str:
    """Which extreme is meant; empty where neither the word nor the move says so."""
    if word.lower() in ("worst", "best"):
        return word.lower()
    fell = re.match(r"dro|fal|dec|los|sel", move or "", re.I)
    return "worst" if fell or (word.lower() == "steepest" and not move) else "best" if move else ""


def _number(text: str | None) -> int | None:
    return None if text is None else int(text) if text.isdigit() else _NUMBERS[text.lower()]
