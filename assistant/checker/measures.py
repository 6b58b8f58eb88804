"""What a figure is said to measure, by its unit and the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.understanding.figures import Figure
from assistant.understanding.vocabulary import DOWN, UP, mentions


@dataclass(frozen=True)
class Measure:
    """A kind of fact and its parameters.

    Attributes:
        kind: ``close``, ``return``, ``spread``, ``records``, ``record``, ``streak``, ``longest``, ``rsi``, ``average``,
            ``distance``, ``support``, ``resistance``, ``fibonacci``, ``extreme``, ``divergence``, ``reading``,
            ``change``, ``macro``, ``forecast`` (a person's) or ``none`` (why).
        horizon: Over what a move is measured, where it is one.
        parameter: What else the fact's key needs: ``61_8``, ``50``, ``open``, ``overbought``; of a forecast of something
            that bars don't measure, the words for it.
        why: Why it can't be checked, for ``none``.
        denied: Whether the text says that it isn't so.
    """

    kind: str
    horizon: str = ""
    parameter: str = ""
    why: str = ""
    denied: bool = False

    @property
    def moves(self) -> bool:
        """Whether it is measured over a horizon."""
        return self.kind in ("return", "spread", "change")

    def over(self, horizon: str) -> "Measure":
        return (
            replace(self, horizon=horizon)
            if horizon
            else Measure("none", why="it is over a period that isn't measured")
        )


# What figures of other things are about; each a reason why bars can't check it.
_ELSEWHERE = [
    (r"earnings|profits?\b|\beps\b|revenues?", "earnings are not measured"),
    (r"tariffs?|\bdut(?:y|ies)\b", "tariffs are not measured"),
    (r"probabilit|chance|odds|likel", "probabilities are not measured"),
    (r"\bp/?e\b|price[- ]to|valuations?|multiples?|dividend yield|risk premium", "valuations are not measured"),
    (r"market cap|capitali[sz]ation|\bweights?\b|weighting", "capitalisations and weights are not measured"),
    (r"\bgdp\b|growth rate|economic growth", "economic growth is not measured"),
    (r"inflows?|outflows?|positioning|short interest", "flows are not measured"),
    (r"capex|capital expenditure|spending|\bdebt\b|leverage", "companies' accounts are not measured"),
]
# Ways of measuring that no fact has.
_OTHERWISE = [
    (r"\b(?:a|per|each) (?:day|session) on average|\bon average\b", "an average a day is not measured"),
    (r"after inflation|\breal terms\b|inflation[- ]adjusted", "returns after inflation are not measured"),
    (r"annuali[sz]ed", "annualised returns are not measured"),
    (r"in (?:euros?|yen|sterling|pounds|local currency)", "returns in other currencies are not measured"),
    (r"pre-?market|after[- ]hours|overnight|futures|\bat the open\b", "prices outside the session are not measured"),
    (r"equal[- ]weight", "equal-weighted returns are not measured"),
    (r"exponential|weighted (?:moving )?average", "exponential and weighted averages are not measured"),
    (r"\bmacd\b|bollinger|stochastic", "that indicator is not checked"),
]
_RSI_WINDOW = re.compile(
    r"\b(\d{1,3})[- ](?:day|session|period|week|month)s? (?:rsi|relative)|rsi ?\((\d{1,3})\)|\b(weekly|monthly|hourly) (?:rsi|relative)",
    re.I,
)
_DENIED = re.compile(r"\b(?:never|not|no longer|hardly|nor)\b|n['’]t\b", re.I)
_MACRO = [
    (r"unemployment", "unemployment"), (r"payrolls?|\bjobs\b", "payrolls_change"), (r"\bclaims\b", "claims"),
    (r"inflation|\bcpi\b|consumer prices", "cpi_yoy"), (r"fed(?:eral)? funds", "fed_funds_upper"),
]  # fmt: skip
_FORECAST = re.compile(
    r"\b(?:targets?|targeting|project\w*|forecasts?|expects?|expected|predict\w*|upside|price target|year[- ]end)\b",
    re.I,
)
_RATIO = re.compile(r"\s*(?:Fibonacci|fib\b|retracement|extension)", re.I)
_COUNTED = re.compile(
    r"\s+(?!points?\b|sessions?\b|days?\b|percent|level|per\b|in\b|on\b|at\b|for\b|and\b|to\b|as\b|by\b|the\b|support|resistance|today|with|when|while|after|before|from|last|this|yesterday)(?:[A-Z]\w+ |[a-z-]+ ){0,2}?(?:companies|stocks|countries|members|constituents|people|years|months|weeks|quarters|analysts|names|shares|firms|economies|times|hours|minutes|cuts|hikes|meetings|basis|states|banks|funds|sectors|categories)\b",
    re.I,
)


def measure_of(text: str, figure: Figure, left: int, right: int) -> Measure | None:
    """What a figure measures; None where it is part of a name and states nothing of its own.

    Args:
        text: The sentence, normalised.
        figure: The figure.
        left: Where its clause starts.
        right: Where its clause ends.
    """
    clause, after = text[left:right], text[figure.end :]
    if _RATIO.match(after) and figure.unit == "percent":
        return None
    for words, why in _ELSEWHERE:
        if re.search(words, clause, re.I) and not re.search(r"\b(?:closed|record close)\b", clause, re.I):
            person = _FORECAST.search(text) and figure.unit == "percent"
            return Measure("forecast", parameter=words, why=why) if person else Measure("none", why=why)
    near = text[left : right + 24]
    for words, why in _OTHERWISE:
        if re.search(words, near, re.I):
            return Measure("none", why=why)
    denied = bool(_DENIED.search(text[left : figure.start]))
    for words, key in _MACRO:
        if re.search(words, clause, re.I) and figure.unit in ("percent", "scaled", ""):
            return Measure("macro", parameter=key)
    by_unit = {
        "percent": _percent, "percentage points": _points, "basis points": _basis_points,
        "sessions": _sessions, "ordinal": _ordinal, "times": lambda *_: Measure("none", why="multiples are not measured"),
        "scaled": lambda *_: Measure("none", why="amounts of that size are not measured"),
    }  # fmt: skip
    found: Measure | None = by_unit.get(figure.unit, _level)(text, figure, left, right)
    return replace(found, denied=True) if found and denied and found.kind != "none" else found


def _percent(text: str, figure: Figure, left: int, right: int) -> Measure:
    clause = text[left:right]
    if _FORECAST.search(text[:right]) and not re.search(r"year[- ]to[- ]date|\bytd\b|so far|closed", clause, re.I):
        return Measure("forecast")
    if re.search(r"\byields?\b", text, re.I) and not re.search(r"\b(?:rose|fell|up|down|gained|lost)\b", clause, re.I):
        return Measure("close")
    average = re.search(
        r"(?:above|below|over|under) (?:its|their|the) (20|50|200)[- ](?:day|session)",
        text[figure.end : right + 40],
        re.I,
    )
    if average:
        return Measure("distance", parameter=f"sma_{average[1]}_distance")
    if re.search(
        r"\b(?:from|below|off|under) (?:its|their|the|an?) (?:\w+ )?(?:record|all[- ]time|peak|highs?)\b",
        text[figure.end : right + 40],
        re.I,
    ):
        return Measure("distance", parameter="drawdown")
    extreme = re.search(
        r"\b(?:from|below|above|off|under|over) (?:its|their|the|an?) 52[- ]week (?:closing )?(high|low)",
        text[figure.end : right + 50],
        re.I,
    )
    if extreme:
        return Measure("distance", parameter=f"distance_{extreme[1].lower()}_52w")
    if re.search(r"\bdrawdown\b", clause, re.I):
        return Measure("distance", parameter="drawdown")
    if re.search(
        r"with dividends|total return|including dividends|dividends reinvested", text[left : right + 30], re.I
    ):
        return Measure("return", parameter="total")
    if re.search(r"\bintraday\b", near_of(text, left, right), re.I):
        return Measure("none", why="moves within the session are not measured")
    if re.search(r"realised|realized|volatility (?:of|at|was|is)", clause, re.I):
        return Measure("distance", parameter="realized_volatility_20d")
    return Measure("return")


def near_of(text: str, left: int, right: int) -> str:
    """A clause with the words right after it."""
    return text[left : right + 24]


def _basis_points(text: str, figure: Figure, left: int, right: int) -> Measure:
    compared = _COMPARES.search(text[left:right]) and len(mentions(text)) > 1
    return Measure("spread") if compared else Measure("change", parameter="bp")


def _points(text: str, figure: Figure, left: int, right: int) -> Measure:
    return Measure("spread")


# A run of one index's own gains or losses, which no fact counts, is no run ahead of another.
_OWN_RUN = re.compile(
    r"\b(?:gain\w*|ris(?:e|es|en|ing)|rose|advanc\w*|climb\w*|declin\w*|fell|fall\w*|loss(?:es)?|drop\w*|higher|lower|up|down)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:beat\w*|outp\w+|underperform\w*|ahead|behind|led|leads?|lag\w*|trail\w*|wins?|victor\w+|against|over the|versus|vs)\b",
    re.I,
)
_RUN = r"streak|straight|consecutive|in a row|running|outperform|\bbeat"


def _is_own_run(text: str, left: int, right: int) -> bool:
    clause = text[left : right + 60]
    return bool(_OWN_RUN.search(clause)) and not _AHEAD.search(clause)


def _sessions(text: str, figure: Figure, left: int, right: int) -> Measure:
    if re.search(_RUN, text[left : right + 60], re.I) and _is_own_run(text, left, right):
        return Measure("none", why="a run of one index's own gains or losses is not counted")
    if re.search(_RUN, text[left : right + 60], re.I):
        return Measure("streak")
    return Measure("none", why="that count of sessions is not measured")


def _ordinal(text: str, figure: Figure, left: int, right: int) -> Measure:
    if re.search(r"record|all[- ]time|new high", text[left : right + 30], re.I):
        last = re.search(r"last year|previous year|year before", text[left : right + 40], re.I)
        return Measure("records", parameter="records_last_year" if last else "records_ytd")
    if re.match(r"[ -](?:straight|consecutive|successive)\b", text[figure.end :], re.I):
        if _is_own_run(text, left, right):
            return Measure("none", why="a run of one index's own gains or losses is not counted")
        return Measure("streak")
    if re.search(r"percentile", text[figure.end : figure.end + 14], re.I):
        return Measure("none", why="it doesn't say of what history")
    return Measure("none", why="that rank is not measured")


def _level(text: str, figure: Figure, left: int, right: int) -> Measure | None:
    clause, before, after = text[left:right], text[: figure.start], text[figure.end :]
    near = text[max(left, figure.start - 60) : min(right, figure.end + 40)]
    if _COUNTED.match(after):
        return Measure("none", why="that count is not measured")
    if re.search(r"\brsi\b|relative strength", text[max(0, figure.start - 90) : right], re.I):
        window = _RSI_WINDOW.search(text)
        if window and (window[1] or window[2] or window[3]) != "14":
            return Measure("none", why="RSI is held over 14 sessions alone")
        side = re.search(
            r"\b(above|over|below|under)\b[^.]{0,30}(?:threshold|level|line|mark|limit) (?:of|at) $", before, re.I
        )
        return Measure(
            "rsi",
            parameter={"above": "more", "over": "more", "below": "less", "under": "less"}[side[1].lower()]
            if side
            else "",
        )
    if re.search(r"true range|\batr\b", clause, re.I):
        return Measure("average", parameter="atr_14")
    if _FORECAST.search(clause):
        return Measure("forecast")
    for kind in ("support", "resistance"):
        if re.search(rf"\b{kind}\b", clause, re.I):
            return Measure(kind)
    ratio = re.search(
        r"(\d{2,3}(?:\.\d)?) ?% (?:Fibonacci )?(extension|retracement)|(\d{2,3}(?:\.\d)?) ?% Fibonacci",
        before[-70:],
        re.I,
    )
    if ratio:
        number = (ratio[1] or ratio[3]).replace(".", "_")
        return Measure("fibonacci", parameter=f"{(ratio[2] or 'extension').lower()}.{number}")
    average = re.search(r"\b(20|50|200)[- ](?:day|session)[^.]{0,20}average", near, re.I)
    if average:
        return Measure("average", parameter=f"sma_{average[1]}")
    if re.search(r"52[- ]week", near, re.I):
        return Measure("extreme", parameter="low_52w" if re.search(r"\blow(?:est)?\b", near, re.I) else "high_52w")
    if re.search(r"record|all[- ]time|peak", before[-40:], re.I) and not re.search(r"\bclosed at $", before):
        return Measure("record")
    for field, words in _FIELDS:
        if re.search(words, clause, re.I):
            return Measure("close", parameter=field)
    if re.search(r"\bhighest close of last year|last year['’]s (?:highest|record)", clause, re.I):
        return Measure("record")
    if figure.unit == "points" and _COMPARES.search(clause) and len(mentions(text)) > 1:
        return Measure("spread")
    if figure.unit == "points" and (UP.search(clause) or DOWN.search(clause)):
        return Measure("change", parameter="points")
    if figure.value < 100 and figure.decimals == 0 and not figure.unit and not re.search(r"vix", text, re.I):
        return Measure("none", why="it doesn't say what it measures")
    return Measure("close")


_FIELDS = (
    ("previous_close", r"\b(?:previous|prior) close\b|\bclose (?:the day|a day|the session) before\b"),
    ("open", r"\bopen(?:ed|ing|s)?\b(?! (?:the|a) )"),
    (
        "high",
        r"\bintraday high\b|\bhigh of the (?:day|session)\b|\b(?:day|session)['’]s high\b|\bhigh (?:of|at|near) [$\d]",
    ),
    ("low", r"\bintraday low\b|\blow of the (?:day|session)\b|\b(?:day|session)['’]s low\b|\blow (?:of|at|near) [$\d]"),
)
_COMPARES = re.compile(
    r"\b(?:ahead of|behind|led|leads?|lag\w*|beat\w*|trail\w*|outp\w+|underperform\w*|better than|worse than|more than the|less than the)\b",
    re.I,
)
_STATES = [
    (re.compile(r"\b(?:the )?longest(?: such)? (?:run|streak|stretch)[^.;,]{0,40}\bsince (?:\w+ )?(?:19|20)\d\d", re.I), Measure("longest")),
    (re.compile(r"\b(?:bearish|negative) divergence\b", re.I), Measure("divergence", parameter="bearish")),
    (re.compile(r"\b(?:bullish|positive) divergence\b", re.I), Measure("divergence", parameter="bullish")),
    (re.compile(r"(?<!neither )(?<!nor )(?<!not )(?<!the )(?<!its )\boverbought\b(?: (?:conditions?|levels?|readings?|territory|zone))?", re.I), Measure("reading", parameter="overbought")),
    (re.compile(r"(?<!neither )(?<!nor )(?<!not )(?<!the )(?<!its )\boversold\b(?: (?:conditions?|levels?|readings?|territory|zone))?", re.I), Measure("reading", parameter="oversold")),
    (re.compile(r"\b(?:low|normal|elevated|high)[- ]volatility\b(?= (?:environment|regime|complacency|conditions?|backdrop|readings?)|[.,;])", re.I), Measure("regime")),
]  # fmt: skip


def state_claims(text: str) -> Iterator[tuple[int, int, Measure]]:
    """Comparisons and states without a figure of their own: the longest run since a year, a divergence, a reading."""
    for pattern, measure in _STATES:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), measure
