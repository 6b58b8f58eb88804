"""What words of a sentence are about: subjects, horizons, metrics, direction, reporting, advice."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from assistant.understanding.dates import MONTHS
from tools.data.sessions import next_session
from tools.universe import UNIVERSE

# Names too general to mean the fund where they stand in prose.
_LOOSE = {
    "comp",
    "financial",
    "industrial",
    "communication",
    "communications",
    "banks",
    "discretionary",
    "10-year",
    "treasury yield",
}
_MORE = {
    "rut": ["smaller companies", "small-cap index", "small-cap stocks", "small-cap shares", "rut", "R2K", "small-caps"],
    "spx": ["large-cap index", "large-cap stocks", "big caps", "spx"],
    "tnx": ["10-year Treasury", "10-year yield", "ten-year yield", "10-year note"],
    # The names of another common taxonomy of the same sectors.
    "sector.xlb": ["basic materials"],
    "sector.xlf": ["financial services"],
    "sector.xlp": ["consumer defensive", "defensive consumer"],
    "sector.xly": ["consumer cyclical", "consumer cyclicals"],
}


# What follows a family's name where another of its indexes is meant.
_OTHERS_OF = {
    "russell": r"1000|2500|3000|midcap|mid[- ]cap|microcap|micro[- ]cap|top",
    "s&p": r"100|400|1500|mid|global|asx|tsx",
    "s&p 500": r"equal",
    "dow": r"(?:jones[ -])?(?:transport|utilit|us\b|global|composite)",
    "dow jones": r"transport|utilit|us\b|global|composite",
    "nasdaq": r"biotech|bank|next|golden",
}


@dataclass(frozen=True)
class Mention:
    """A subject of the universe named in a text."""

    start: int
    end: int
    key: str


@cache
def _subject_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    keys: dict[str, str] = {}
    for key, subject in UNIVERSE.items():
        for name in (*subject.names, *_MORE.get(key, [])):
            if name not in _LOOSE:
                keys.setdefault(name.lower(), key)
    names = sorted(keys, key=len, reverse=True)
    spelled = [re.escape(n).replace(r"\ ", r"[ -]") for n in names]
    barred = [rf"(?![ -](?:{_OTHERS_OF[n]}))" if n in _OTHERS_OF else "" for n in names]
    alternatives = "|".join(s + b for s, b in zip(spelled, barred, strict=True))
    return re.compile(rf"(?<![\w&])(?:{alternatives})(?![\w&])", re.I), keys


def mentions(text: str, others: Mapping[str, str] = MappingProxyType({})) -> list[Mention]:
    """Subjects named in a text, in order, the longest name at each place.

    Args:
        text: Any text.
        others: Keys of subjects outside the universe by the symbols and names they are called by.
    """
    pattern, keys = _subject_pattern()
    out: list[Mention] = []
    for name in sorted(others, key=len, reverse=True):
        found = re.finditer(rf"(?<![\w$^]){re.escape(name)}(?!\w)", text)
        out += [Mention(m.start(), m.end(), others[name]) for m in found if not _covered(m, out)]
    outside = tuple(out)
    for match in pattern.finditer(text):
        if _covered(match, outside):
            continue
        name = re.sub(r"[ -]", " ", match[0].lower())
        key = keys.get(match[0].lower()) or next(k for n, k in keys.items() if re.sub(r"[ -]", " ", n) == name)
        out.append(Mention(match.start(), match.end(), key))
    return sorted(out, key=lambda m: m.start)


def _covered(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether a name lies within a longer one: the Dow's within that of another average."""
    return any(m.start < match.end() and match.start() < m.end for m in mentions)


UP = re.compile(
    r"\b(?:in (?:the green|positive territory)|(?<!gave )(?<!give )(?<!gives )(?<!given )up(?! to\b)|rose|ris(?:e|es|en|ing)|gain(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|climb(?:s|ed|ing)?|add(?:s|ed|ing)|higher|jump(?:s|ed)?|surg(?:e|es|ed|ing)"
    r"|rall(?:y|ies|ied)|increas(?:e|es|ed|ing)|ahead|above|outperform\w*(?! by\b)|outpac\w+(?! by\b)|beat(?:s|en)?(?! by\b)|beating(?= (?:the|all|its|small|large|[A-Z]))|lead(?:s|ing)?|led(?! by\b)|grew|positive|exceed\w*|over its|soar\w*|stronger|return(?:ed|s) a gain)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:in (?:the red|negative territory)|down|fell|fall(?:s|en|ing)?|los(?:t|es|s|ses|ing)|declin\w+|drop(?:s|ped|ping)?|slip(?:s|ped)?|lower|retreat\w*|decreas\w+|behind|below|under(?:perform\w*)?|lag(?:s|ged|ging)?"
    r"|trail(?:s|ed|ing)?|negative|slid|sank|shed|tumbl\w+|plung\w+|eas(?:ed|es)|weaker|(?:beaten|outpaced|outperformed|led) by|short of|plummet\w+|slump\w+)\b",
    re.I,
)
COMPARING = re.compile(
    r"\b(?:outperform\w*|outpac\w+|beat(?:s|en|ing)?|ahead of|lead(?:s|ing)?|led|underperform\w*|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|behind|margin|spread|gap|streak|over the|than)\b",
    re.I,
)
NEGATION = re.compile(
    r"\b(?:not|never|no longer|n't|didn['’]t|isn['’]t|haven['’]t|weren['’]t|hasn['’]t|wasn['’]t|doesn['’]t|hardly|neither|nor|without|failed to|far from)\b|n['’]t\b",
    re.I,
)
SUPERLATIVE = re.compile(
    r"\b(?:(?:all[- ]time|record)(?:[- ](?:highs?|lows?|closes?|closing highs?|levels?|peaks?|run|streak))?|records?|longest|shortest|highest|lowest|biggest|largest|smallest|strongest|weakest|best|worst|first time|unprecedented|fastest|steepest|(?:the|its|their) (?:most|least|fewest)(?! recent)|most since|never before)\b",
    re.I,
)
MARKET = re.compile(
    r"\b(?:market|markets|stocks|shares|equit\w+|breadth|momentum|investors|rally|rotation|index|indexes|indices|sectors?|yields?|volatility|caps?|leadership|benchmark)\b",
    re.I,
)
# Verbs of movement that make a clause without a figure a claim all the same.
_BOTH_WAYS = f"{UP.pattern}|{DOWN.pattern}"
for _word in ("over its", "positive", "negative", "above", "below"):
    _BOTH_WAYS = _BOTH_WAYS.replace(f"|{_word}|", "|")
MOVING = re.compile(_BOTH_WAYS, re.I)
ADVICE = re.compile(
    r"\b(?:you should|investors should|one should|traders should|should (?:buy|sell|hold|consider|avoid|own|trim|add)|(?:we|i) (?:recommend|suggest|advise|would (?:buy|sell|avoid|own))"
    r"|consider (?:buying|selling|adding|trimming|owning)|(?:time|opportunity|chance) to (?:buy|sell|get in|get out|own|add)|worth (?:buying|owning)|(?:is|are|remains?|looks?(?: like)?) an? (?:strong |clear )?(?:buy|sell|hold)\b"
    r"|(?:buy|sell|short|avoid|own|overweight|underweight) (?:the |small|large|some |more |now|shares|stocks|puts|calls|it\b|them\b|this\b)|take profits?|buy the dip|load up|recommended|advisable|don['’]t miss)\b",
    re.I,
)
FORECAST = re.compile(
    r"^(?:[-*•] )?(?:expect|look for|watch for|count on|bet on|brace for)\b|\b(?:tomorrow|(?:next|coming) (?:days?|sessions?|weeks?|months?|quarters?|years?))\b|\b(?:will|won['’]t|is going to|are going to|is likely|are likely|likely to|unlikely|looks? set|set to\b|further\b|is expected|are expected|is set to|are set to|is poised|are poised|is bound|should (?:rise|fall|continue|extend|rally|gain)|"
    r"(?:may|might|could) (?:well |soon |also |still )?(?:rise|fall|continue|extend|rally|gain|drop|break|test|reach|decline|reverse|correct|climb|lead|signal|mean))\b",
    re.I,
)
# Footnote neither addresses its reader nor speaks of itself.
_PERSON = re.compile(r"\b(?:you|your|yours|yourself|i|we|us|our|ours|my|mine|me|let['’]s)\b", re.I)
_COUNTRY = re.compile(r"\bU\.?S\.?(?![\w])|\bus(?= (?:market|stock|small|large|equit|compan|share)\w*)")


def addresses(text: str) -> bool:
    """Whether words speak to their reader or of their writer: "you", "your", "we", "my"."""
    return _PERSON.search(_COUNTRY.sub(" ", text)) is not None


REPORTING = re.compile(
    r"\b(?:says?|said|expects?|expected|warns?|warned|argues?|argued|thinks?|thought|believes?|sees?|saw|calls?|called|predicts?|predicted|forecasts?|targets?|notes?|noted|told|writes?|wrote|according to|projects?|estimates?|prefers?|likes?|likens?|dismiss\w*|doubts?|views?|contends?|cautions?|claims?)\b",
    re.I,
)
VAGUE_SOURCE = re.compile(
    r"\b(?:(?:many|most|some|several|other|wall street|leading|few) )?(?:analysts?|strategists?|experts?|economists?|observers|commentators|wall street|traders|(?:fund |portfolio )?managers?|bulls|bears|consensus)\b(?= (?:\w+ly )?(?:say|said|expect|expects|warn|argue|think|believe|see|predict|forecast|project|agree|call|note)\w*\b)",
    re.I,
)
LEANING = re.compile(
    r"^(?:[-*•]\s*)?(?:it|its|that|this|these|those|they|their|he|she|his|her|him|which|such|both|so|hence|thus|therefore|as a result|the same|the former|the latter|that['’]s|consequently)\b",
    re.I,
)
READINGS = {
    "overbought": re.compile(r"\boverbought\b", re.I),
    "oversold": re.compile(r"\boversold\b", re.I),
}

_YTD = r"year[- ]to[- ]date|\bytd\b|this year|for the year|on the year|so far in (?:20\d\d|the year)|since (?:the )?(?:start|beginning|turn) of (?:the year|20\d\d)|since year[- ]end|the year so far|the year['’]s|since (?:31 December|the last close of 20\d\d)|in the new year"
_HORIZONS = {
    "ytd": re.compile(_YTD, re.I),
    "mtd": re.compile(r"month[- ]to[- ]date|\bmtd\b|this month|for the month|on the month|month['’]s", re.I),
    "qtd": re.compile(r"quarter[- ]to[- ]date|\bqtd\b|this quarter|for the quarter|quarter['’]s", re.I),
    "5d": re.compile(r"(?:five|5)[- ](?:sessions?|days?|trading days)\b", re.I),
    "20d": re.compile(
        r"(?:twenty|20)[- ](?:sessions?|days?|trading days)\b(?![- ](?:average|moving|high|realised|realized|vol))",
        re.I,
    ),
    "1y": re.compile(
        r"(?:the past|over the last|over one|over a|in one|in the past|one|1)[ -]year\b|year[- ](?:on|over)[- ]year|a year (?:ago|earlier|before)|in a year\b|(?:twelve|12)[- ]months?\b|\b(?:one|1)[- ]year\b",
        re.I,
    ),
    "lastyear": re.compile(r"(?<!the )(?<!over )\blast year\b", re.I),
    "now": re.compile(
        r"this (?:morning|afternoon|evening)|(?:at|since) the open\b|after[- ]hours|pre-?market|tonight|so far today",
        re.I,
    ),
    "week": re.compile(
        r"this week|(?:for|over|during|on|in) the week|weekly|week[- ]to[- ]date|past week|last week|a week (?:ago|earlier)",
        re.I,
    ),
    "1d": re.compile(
        r"(?:in|over) the (?:latest|last|most recent) session\b|(?:on|for|in|of) the (?:day|session)\b|(?:one|1)[- ](?:day|session)|\bdaily\b|that day|intraday|on (?:Mon|Tues|Wednes|Thurs|Fri)day|from the (?:day|session|close) before|\btoday\b|in a (?:single )?(?:day|session)|day['’]s",
        re.I,
    ),
}


@dataclass(frozen=True)
class Cue:
    """Words that say over what a move is measured."""

    start: int
    end: int
    horizon: str


_SO_FAR_MONTH = re.compile(
    rf"\b(?:so far (?:in|this)|since the (?:start|beginning) of|month of|in the month of) ({'|'.join(MONTHS)})\b", re.I
)
_SO_FAR_YEAR = re.compile(r"\b(?:so far (?:in|this)|since the (?:start|beginning) of|year) ((?:19|20)\d\d)\b", re.I)
_NTH = ("first", "second", "third", "fourth")
_QUARTER = re.compile(r"\b(?:in|for|during|of|so far in) the (first|second|third|fourth) quarter\b", re.I)
_OTHER_SPAN = re.compile(
    r"\b(?:past|last|previous) (?!12\b|twelve\b|52\b|fifty-two\b|20\b|five\b|5\b)(?:\d{1,3}|[a-z]+(?:-[a-z]+)?) (?:weeks|months|years|quarters)\b",
    re.I,
)
_SINCE_END = re.compile(rf"\b[Ss]ince the (?:end|last close) of ({'|'.join(MONTHS)})\b", re.I)
_SINCE = re.compile(r"\b[Ss]ince (?:the (?:close|start|open|session) of )?(?=\d{1,2} [A-Z]|[A-Z][a-z]+ \d|\d{4}-)")


def horizon_cues(text: str, as_of: date, measured: date | None = None) -> list[Cue]:
    """The horizons a text names, in order. "In 2026" names the year to date while 2026 lasts, "in May" the month's.

    Args:
        text: A sentence.
        as_of: The date it is told on.
        measured: The session of the figure it tells, where that may be an earlier one; "in 2020" then names the year to
            date of that year's last session alone.
    """
    day = measured or as_of
    following = next_session(day) if day < as_of else day
    year_names = day.year == as_of.year or following.year != day.year
    month_names = (day.year, day.month) == (as_of.year, as_of.month) or following.month != day.month
    out = [Cue(m.start(), m.end(), h) for h, p in _HORIZONS.items() for m in p.finditer(text)]
    year = re.compile(rf"\b(?:in|for|of|during) {day.year}\b|(?<!Russell )\b{day.year}['’]s\b", re.I)
    out += [Cue(m.start(), m.end(), "ytd") for m in year.finditer(text) if year_names]
    month = re.compile(rf"\b(?:in|for|during) {MONTHS[day.month - 1]}(?: {day.year}\b|\b(?! \d))", re.I)
    out += [Cue(m.start(), m.end(), "mtd") for m in month.finditer(text) if month_names]
    out += [Cue(m.start(), m.end(), "ytd" if int(m[1]) == as_of.year else "other") for m in _SO_FAR_YEAR.finditer(text)]
    for m in _SO_FAR_MONTH.finditer(text):
        out.append(Cue(m.start(), m.end(), "mtd" if MONTHS.index(m[1].lower()) + 1 == as_of.month else "other"))
    for m in _QUARTER.finditer(text):
        out.append(Cue(m.start(), m.end(), "qtd" if _NTH.index(m[1].lower()) == (as_of.month - 1) // 3 else "other"))
    out += [Cue(m.start(), m.end(), "other") for m in _OTHER_SPAN.finditer(text)]
    for m in _SINCE_END.finditer(text):
        passed = (as_of.month - MONTHS.index(m[1].lower()) - 1) % 12
        out.append(Cue(m.start(), m.end(), "ytd" if m[1].lower() == "december" else "mtd" if passed == 1 else "other"))
    out += [Cue(m.start(), m.end(), "since") for m in _SINCE.finditer(text)]
    longest = [
        c
        for c in out
        if not any(
            o is not c and o.start <= c.start and c.end <= o.end and (o.end - o.start) > (c.end - c.start) for o in out
        )
    ]
    return sorted(longest, key=lambda c: c.start)


def horizon_of(metric: str) -> str:
    """The horizon a metric is measured over, empty where it has none."""
    if "_since." in metric:
        return "since"
    found = re.match(
        r"(?:total_return|return|change|spread_to_spy|spread|ratio_return|rank|dispersion|advancers|cyclical_minus_defensive)_(1d|5d|20d|mtd|qtd|ytd|1y)",
        metric,
    )
    return found[1] if found else ""


# For a figure that was typed, the words a clause must hold to mean a metric; first pattern that fits the metric.
METRIC_CUES: list[tuple[re.Pattern[str], re.Pattern[str]]] = [
    (re.compile(metric), re.compile(words, re.I))
    for metric, words in [
        (r"record_(last|prior_year)(_intraday)?$", r"\brecord|all[- ]time|highest close|peak"),
        (r"records_(ytd|last_year)$", r"\brecord|all[- ]time high"),
        (r"streak$", r"\bstreak|straight|consecutive|in a row|running\b|run of|\brun\b|successive"),
        (r"streak_longest_since_length$", r"longest|lasted|that run|earlier run|that streak|run of"),
        (r"streak_average_margin$", r"average|margin|mean"),
        (r"rsi_14$", r"\brsi\b|relative strength"),
        (r"sma_(20|50|200)(_distance)?$", r"average|\bsma\b"),
        (r"sma_cross$", r"cross|(?=.*\b50\b).*\b200\b"),
        (r"bollinger", r"bollinger"),
        (r"macd", r"\bmacd"),
        (r"atr_14$", r"true range|\batr\b"),
        (r"ratio_.*percentile", r"\bratio\b"),
        (r".*percentile", r"percentile"),
        (r"ratio", r"\bratio"),
        (r"rotation_breadth$", r"of the last 20|last 20 sessions|breadth"),
        (r"realized_volatility", r"volatility"),
        (r"up_sessions_20d$", r"\b(?:rose|rising|up|gained|higher|advanced)\b"),
        (r"down_sessions_20d$", r"\b(?:fell|falling|down|lower|declined|lost)\b"),
        (r"drawdown$", r"drawdown|below (?:its|the|their) (?:record|highest|all)|from (?:its|the) (?:record|peak)"),
        (r"distance_high_52w$", r"52[- ]week"),
        (r"distance_low_52w$", r"52[- ]week"),
        (r"(?:high|low)_52w_intraday", r"(?=.*\b(?:52|fifty-two|12|year)\b).*\bintraday\b"),
        (r"high_52w", r"(?=.*\b(?:high\w*|peak|top|best)\b).*\b(?:52|fifty-two|12|year)\b"),
        (r"low_52w", r"(?=.*\b(?:low\w*|trough|bottom|worst)\b).*\b(?:52|fifty-two|12|year)\b"),
        (r"high_close_20d$", r"20[- ](?:session|day)|highest close"),
        (r"rank_", r"\brank|place|best|worst|\bled\b|first|last"),
        (r"advancers_", r"sectors|rose|advanc|higher|up\b"),
        (r"dispersion_", r"dispersion"),
        (r"cyclical_minus_defensive_", r"cyclical"),
        (r"spread_to_spy_", r"spy\b|s&p 500|market"),
        (
            r"spread_",
            r"outpac|better|worse|ahead|behind|beat|lead|\bled\b|outperform|underperform|spread|gap|margin|lag|trail|against|over the|than",
        ),
        (r"total_return_", r"total return"),
        (r"open$", r"\bopen"),
        (r"previous_close$", r"previous|prior|day before|session before|day earlier"),
        (r"high$", r"\bhigh\b|peak"),
        (r"low$", r"\blow\b|trough"),
        (r"volume$", r"volume|traded"),
        (r"close$", r"clos|end(?:ed|s)|finish|settle|\bat\b|\bto\b|level|stand|yield|\bis\b|vix|index"),
    ]
]
# Words that claim another measure than a level or a return: a slot of those beside them is a mislabel.
STRONG = {
    "rsi": re.compile(r"\brsi\b|relative strength index", re.I),
    "sma": re.compile(
        r"\b(?:moving average|(?:session|day|week|month)(?:s)?[- ](?:simple |exponential )?average(?! true)|sma|averages?(?= of the last))\b",
        re.I,
    ),
    "percentile": re.compile(r"\bpercentile\b", re.I),
    "ratio": re.compile(r"\bprice ratio\b|\bratio of\b|\bthe ratio\b", re.I),
    "streak": re.compile(r"\bstreak\b|\bin a row\b|\bstraight (?:session|day)s?\b|\bconsecutive\b", re.I),
    "volatility": re.compile(r"\b(?:realised|realized) volatility\b", re.I),
    "macd": re.compile(r"\bmacd\b", re.I),
    "drawdown": re.compile(
        r"\bdrawdown\b|\b(?:from|below|under|short of|off) (?:its|the|their) (?:record|all-time|high|peak|low)\b", re.I
    ),
    "open": re.compile(r"\bopen(?:ed|ing|s)?\b", re.I),
    "bollinger": re.compile(r"\bbollinger\b", re.I),
    "52w": re.compile(r"\b52[- ]week\b", re.I),
    "atr": re.compile(r"\btrue range\b|\batr\b", re.I),
    "previous": re.compile(
        r"\b(?:previous|prior) close\b|\bclose (?:the day|a day|the session|one session) (?:before|earlier)\b", re.I
    ),
    "intraday": re.compile(
        r"\bintraday\b|\bsession(?:['’]s)? (?:high|low)\b|\b(?:high|low) of the (?:day|session)\b|\bday['’]s (?:high|low)\b",
        re.I,
    ),
    "mean": re.compile(r"\bon average\b|\ba day on\b|\bper (?:day|session)\b", re.I),
    "rank": re.compile(r"\brank(?:ed|s|ing)?\b", re.I),
}


def cue_for(metric: str) -> re.Pattern[str] | None:
    """The words that mean a metric; None where the unit and the horizon say enough (returns and changes)."""
    return next((words for name, words in METRIC_CUES if name.match(metric)), None)
