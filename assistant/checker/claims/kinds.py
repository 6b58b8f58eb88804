"""What a figure is said to measure, by its unit and the words around it."""

import re

from assistant.checker.claims.around import AVERAGE, FORECAST, VERB_ENDS, Around, Kind
from assistant.checker.claims.levels import level, named_level
from assistant.checker.text.verbs import COMPARES

# What figures of other things are about; each a reason why bars can't check it.
_ELSEWHERE = [
    (r"earnings|profits?\b|\beps\b|revenues?|\bsales\b", "earnings"),
    (r"tariffs?|\bdut(?:y|ies)\b", "tariffs"),
    (r"probabilit|chance|odds|likel", "probabilities"),
    (
        r"\bp/?e\b|price[- ]to|valuations?|multiples?|dividend yield|risk premium|times (?:forward|expected|trailing)",
        "valuations",
    ),
    (r"market cap|market value|capitali[sz]ation|\bweights?\b|weighting", "sizes"),
    (r"\bgdp\b|growth rate|economic growth", "growth"),
    (r"inflows?|outflows?|positioning|short interest|\bvolume\b", "flows"),
    (r"capex|capital expenditure|spending|\bdebt\b|leverage", "accounts"),
]
MEASURED_ELSEWHERE = tuple(why for _, why in _ELSEWHERE)
_ELSEWHERE_READ = [(re.compile(words, re.I), words, why) for words, why in _ELSEWHERE]
# Ways of measuring that nothing here has.
_OTHERWISE = [
    (re.compile(words, re.I), why)
    for words, why in [
        (
            r"\b(?:a|per|each) (?:day|session) on average|\bon average\b|\b(?:long[- ](?:run|term)|historical|\d+-year) average|\baverage (?:gain|loss|return|move|decline)",
            "average",
        ),
        (r"after inflation|\breal terms\b|inflation[- ]adjusted", "real"),
        (r"annuali[sz]ed", "annualised"),
        (r"in (?:euros?|yen|sterling|pounds|local currency)", "currencies"),
        (
            r"pre-?market|after[- ]hours|overnight|futures|\bat the open\b|\bmidday\b|\bnoon\b|\bearly trading\b",
            "outside",
        ),
        (r"equal[- ]weight", "weighted"),
        (r"exponential|weighted (?:moving )?average", "exponential"),
        (r"\bmacd\b|bollinger|stochastic", "indicator"),
    ]
]
MACRO = [
    (re.compile(words, re.I), key)
    for words, key in [
        (r"unemployment", "unemployment"), (r"payrolls?|\bjobs\b", "payrolls_change"), (r"\bclaims\b", "claims"),
        (r"inflation|\bcpi\b|consumer prices", "cpi_yoy"), (r"fed(?:eral)? funds", "fed_funds_upper"),
    ]
]  # fmt: skip
_RECORD = r"(?:(?:its|the|their|an?|that|of) )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? |\w+ )?(?:record|all[- ]time|peak|highest)\b"
_BELOW = re.compile(rf" ?(?:below|under|beneath|off|short of|from|shy of|away from|beneath|down from) {_RECORD}", re.I)
_EXTREME = re.compile(
    r" ?(?:below|above|from|off|under|over|away from) (?:its|their|the|an?) 52[- ]week (?:closing |intraday )?(?P<side>high|low)",
    re.I,
)
_BY = re.compile(
    r" ?(?P<way>above|below|over|under|beneath) (?:its|their|the) (?P<n>20|50|100|150|200)[- ]?(?:day|session|dma|d?ma\b)",
    re.I,
)
_SOME_HIGH = re.compile(
    r" ?(?:below|above|from|off|under|over|away from|since) (?:its|their|the|an?|last|this) (?:\w+ ){0,2}(?:high|low|peak|bottom|trough)s?\b",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?!points?\b|sessions?\b|days?\b|percent|level|mark|per\b|in\b|on\b|at\b|for\b|and\b|to\b|as\b|by\b|the\b|support|resistance|today|with|when|while|after|before|from|last|this|yesterday)(?:of )?(?:[A-Z]\w+ |[a-z-]+ ){0,3}?"
    r"(?:companies|stocks|countries|members|constituents|people|years|months|weeks|quarters|analysts|names|shares|firms|economies|times|hours|minutes|cuts|hikes|meetings|basis|states|banks|funds|sectors|categories|issues|highs|lows|investors|economists|jobs|workers|stores|cents|barrels?|ounces?|firms)\b",
    re.I,
)
_CLOSES = re.compile(r"\bclos\w+ (above|below|over|under) (\d[\d,.]*) (?:about |some |more than )?$", re.I)
_RATIO = re.compile(r"-to-(?:one|\d)|:\d|-for-\d| to 1\b(?![.,]\d)", re.I)


def kind_of(a: Around) -> Kind | None:
    """What a figure measures; None where it is part of a name and states nothing of its own."""
    unit = a.figure.unit
    if a.after.startswith("?") and unit == "":
        return Kind("none", why="unsaid")
    if _RATIO.match(a.after) or re.search(r"\d[:-]$|-to-$", a.before):
        return None
    if re.match(r"\s*(?:Fibonacci|fib\b|retracement|extension)", a.after, re.I) and unit == "percent":
        return None
    if found := _unmeasured(a):
        return found
    if unit == "percent":
        return _percent(a)
    if unit in ("percentage points", "basis points"):
        if a.subject == "tnx":
            return Kind("bp", "pp" if unit == "percentage points" else "bp")
        return Kind("spread") if a.other or COMPARES.search(a.clause) else Kind("none", why="points")
    if unit == "sessions":
        return _sessions(a)
    if unit == "ordinal":
        return _ordinal(a)
    if unit == "times" and (limit := _CLOSES.search(a.text[max(0, a.figure.start - 60) : a.figure.start])):
        return Kind(
            "closes", f"{'above' if limit[1].lower() in ('above', 'over') else 'below'}:{limit[2].replace(',', '')}"
        )
    if unit in ("times", "scaled"):
        return Kind("none", why="multiples" if unit == "times" else "amounts")
    return _number(a)


def _unmeasured(a: Around) -> Kind | None:
    clause = a.text[max(a.left, a.figure.start - 60) : min(a.right, a.figure.end + 45)]
    measured = re.search(r"\b(?:closed|record close)\b", clause, re.I)
    for pattern, words, why in _ELSEWHERE_READ:
        if pattern.search(clause) and not measured:
            if FORECAST.search(a.text) and a.figure.unit == "percent":
                return Kind("forecast", words, why)
            if not a.subject or a.subject == "?" or not re.search(r"\b(?:rose|fell|gained|lost)\b", clause):
                return Kind("none", why=why)
    near = a.text[a.left : a.right + 24]
    for pattern, why in _OTHERWISE:
        if pattern.search(near) and not AVERAGE.search(near):
            return Kind("none", why=why)
    for pattern, key in MACRO:
        if pattern.search(clause) and a.figure.unit in ("percent", "scaled", "") and not measured:
            return Kind("macro", key)
    return None


def _percent(a: Around) -> Kind:
    clause, after = a.clause, a.text[a.figure.end : a.right + 50]
    if FORECAST.search(a.text[: a.right]) and not re.search(
        r"year[- ]to[- ]date|\bytd\b|so far|closed|this year", clause, re.I
    ):
        return Kind("forecast")
    if a.subject == "tnx":
        moved = VERB_ENDS.search(a.before)
        return (
            Kind("none", why="yield")
            if moved
            else Kind("level", "before" if re.search(r"\bfrom (?:about )?$", a.before) else "close")
        )
    if found := _BY.match(after):
        return Kind("from_average", f"{found['n']}:{'above' if found['way'].lower() in ('above', 'over') else 'below'}")
    if found := _EXTREME.match(after):
        return Kind("distance", f"distance_{found['side'].lower()}_52w")
    if _BELOW.match(after) or re.search(r"\bdrawdown\b", clause, re.I):
        return Kind("distance", "drawdown")
    if _SOME_HIGH.match(after):
        return Kind("from_extreme")
    if re.search(
        r"with dividends|total return|including dividends|dividends (?:reinvested|included)|include dividends",
        a.text[a.left : a.right + 34],
        re.I,
    ):
        return Kind("return", "total")
    if re.search(
        r"\b(?:as much as|at (?:one point|its (?:low|high|worst|best)|the (?:low|high)s?)|intraday|earlier in the (?:day|session))\b",
        clause,
        re.I,
    ):
        return Kind("intraday")
    if re.search(r"realised|realized|volatility (?:of|at|was|is)", clause, re.I):
        return Kind("distance", "realized_volatility_20d")
    if (a.other or COMPARES.search(clause)) and re.search(r"\b(?:outperform|underperform|beat|lag|trail|outpac|led|ahead of|behind)\w*\b[^.;]{0,50}\bby (?:about |nearly |more than |roughly |almost |some )?$", a.before, re.I):  # fmt: skip
        return Kind("spread")
    return Kind("return")


_OWN_RUN = re.compile(
    r"\b(?:gain\w*|ris(?:e|es|en|ing)|rose|advanc\w*|climb\w*|declin\w*|fell|fall\w*|loss(?:es)?|drop\w*|higher|lower|up|down|winning|losing|retreat\w*)\b",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:beat\w*|outp\w+|underperform\w*|ahead|behind|led|leads?|lag\w*|trail\w*|wins?|victor\w+|against|over the|versus|vs)\b",
    re.I,
)
_RUN = re.compile(r"streak|straight|consecutive|in a row|running|outperform|\bbeat|\brun\b|successive", re.I)


def _is_pair(a: Around) -> bool:
    return bool(AHEAD.search(a.text[max(0, a.left - 40) : a.right + 60]))


def _sessions(a: Around) -> Kind:
    near = a.text[a.left : a.right + 60]
    if re.match(r" (?:so far )?(?:this|of the|in)\b", a.after) and re.search(
        r"\bof (?:the |its )?(?:first |last )?$", a.before
    ):
        return Kind("skip")
    if _RUN.search(near):
        return Kind("streak" if _is_pair(a) else "own_run", "day")
    return Kind("none", why="sessions")


def _ordinal(a: Around) -> Kind:
    if re.match(r"[^.;,]{0,16}\b(?:record|all[- ]time|new high)", a.after, re.I):
        last = re.search(r"last year|previous year|year before", a.text[a.left : a.right + 40], re.I)
        return Kind("records", "records_last_year" if last else "records_ytd")
    if re.match(
        r" (?:such (?:\w+ )?)?(?:of|this|so far this|for the) (?:the )?(?:year|20\d\d|19\d\d)", a.after
    ) and re.search(r"\b(?:record|all[- ]time)", a.text[: a.figure.start], re.I):
        return Kind("records", "records_ytd")
    if found := re.match(
        r"[ -](?:straight|consecutive|successive)(?: (?P<unit>day|session|week|month|quarter|year))?", a.after, re.I
    ):
        unit = {"session": "day"}.get((found["unit"] or "day").lower(), (found["unit"] or "day").lower())
        weekly = re.match(r"[ -]\w+ (weekly|monthly|quarterly|annual)", a.after, re.I)
        unit = (
            {"weekly": "week", "monthly": "month", "quarterly": "quarter", "annual": "year"}[weekly[1].lower()]
            if weekly
            else unit
        )
        return Kind("streak" if _is_pair(a) else "own_run", unit)
    return Kind("none", why="percentile" if re.match(r"[ -]percentile", a.after, re.I) else "rank")


def _number(a: Around) -> Kind | None:
    f, clause, near = a.figure, a.clause, a.text[max(a.left, a.figure.start - 60) : min(a.right, a.figure.end + 40)]
    small = f.decimals == 0 and f.value < 100
    if re.match(r" (?:new )?(?:record|all[- ]time)s? (?:clos|high|finish)", a.after, re.I) and small:
        return Kind("records", "records_ytd")
    if small and (
        found := re.match(
            r" of (?:the |its )?(?:first |last )?(?P<n>\d+|\w+) (?:trading )?(?:sessions|days)\b", a.after, re.I
        )
    ):
        return Kind("ups", found["n"])
    if small and re.match(r" of (?:the )?(?:\d+|eleven|ten|nine)[^.;,]{0,30}\b(?:sectors|groups)", a.after, re.I):
        return Kind("sectors")
    if small and re.match(
        r"[ -](?:straight|consecutive|successive) (?:\w+ )?(?:gain|loss|day|session|week|month|quarter|record|advance|decline|win)",
        a.after,
        re.I,
    ):
        return _ordinal(a)
    if small and re.match(
        r"[- ](?:session|day|week|month)[- ](?:winning|losing|win|run|streak|rally|slide|skid)", a.after, re.I
    ):
        found = re.match(r"[- ](session|day|week|month)", a.after, re.I)
        assert found
        unit = {"session": "day"}.get(found[1].lower(), found[1].lower())
        return Kind("streak" if re.search(r"outp|beat|versus|against|ahead", clause, re.I) else "own_run", unit)
    if re.match(r"(?: about| some| more than)?(?: [\w-]+)? times\b", a.after) and re.search(
        r"\bclos\w+ (?:above|below|over|under) $", a.before
    ):
        return Kind("skip")
    if _COUNTED.match(a.after):
        return Kind("none", why="count")
    if re.match(r"(?: [\w-]+)? times\b", a.after):
        return Kind("skip")
    named = named_level(a, near)
    return named if named is not None else level(a, small)
