"""Holding a clause against the fact it is bound to: subject, direction, period, measure, window and date."""

import re
from datetime import date

from assistant.evidence.derived import Derived
from assistant.gate.leader import AGAINST, name_of_item, wrong_side
from assistant.gate.sentence import Reason, Scene, governing
from assistant.understanding.dates import DateMention
from assistant.understanding.figures import LAST, numbers_in
from assistant.understanding.vocabulary import DOWN, STRONG, UP, horizon_cues, horizon_of
from corpus.document import Passage
from tools.fact import Fact


def hold(
    scene: Scene,
    start: int,
    end: int,
    item: Fact | Derived | Passage | None,
    edges: list[tuple[int, int]],
    dates: list[DateMention],
) -> list[Reason]:
    """Reasons why a fact is not what the words around a place state."""
    if not isinstance(item, Fact | Derived):
        return []
    parts = [item] if isinstance(item, Fact) else list(item.parts)
    left, right = scene.clause(start, end, edges)
    return [
        *_wrong_subject(scene, start, end, parts, edges),
        *_wrong_direction(scene, start, end, item, edges),
        *_wrong_horizon(scene, start, end, parts, left, right, edges),
        *(_wrong_measure(scene, item, left, right) if isinstance(item, Fact) else []),
        *_wrong_window(scene, parts, left, right),
        *_no_close(scene, start, parts),
        *_wrong_date(scene, start, end, parts, dates, edges),
    ]


def _wrong_subject(scene: Scene, start: int, end: int, parts: list[Fact], edges: list[tuple[int, int]]) -> list[Reason]:
    named = [m.key for m in scene.mentions]
    near = [m.key for m in governing(scene, start, end, edges)] or list(scene.context)
    fact = parts[0]
    if not near and fact.subject not in ("sectors", "calendar"):
        return [Reason("figure of no named subject", f"{fact.key} stands in a sentence that names no subject")]
    wrong = Reason("figure of another subject", f"{fact.key} is not about {near[0] if near else 'that'}")
    if len(parts) > 1:  # a derived figure compares: each of its subjects must be named
        missing = {k for f in parts for k in f.subject.split("_vs_")} - set(named) - set(scene.context)
        return [Reason("figure of another subject", f"{'/'.join(sorted(missing))} is not named")] if missing else []
    if "_vs_" in fact.subject:
        return [] if _pair_is_told(scene, fact, near, named, start) else [wrong]
    if fact.subject == "calendar":
        words = fact.definition.lower()
        return [] if any(w in words for w in re.findall(r"[a-z]{5,}", scene.text.lower())) else [wrong]
    if fact.subject == "sectors":
        # A figure of all sectors isn't one fund's: "Energy ranked eighth" is no count of advancers.
        told = governing(scene, start, end, edges)
        one = any(m.key.startswith("sector.") for m in told) and not re.search(
            r"\bsectors\b|\bfunds\b", scene.text[end : end + 25]
        )
        return [] if not one and re.search(r"sector|defensive|cyclical", scene.text, re.I) else [wrong]
    return [] if fact.subject in near else [wrong]


def _pair_is_told(scene: Scene, fact: Fact, near: list[str], named: list[str], start: int) -> bool:
    """Whether a pair's figure is said of that pair: both known, no third, and a streak of the one that ran it."""
    first, second = fact.subject.split("_vs_")
    known = {*named, *scene.context}
    if near[0] not in (first, second) or first not in known:
        return False
    if second not in known and (set(named) - {first} or not _IT.search(scene.text)):
        return False  # "it beat the S&P 500" is not told of the pair with the Nasdaq
    if not fact.metric.startswith(("streak", "sessions_led", "rotation_breadth", "ratio")):
        return True
    told = [m.key for m in scene.mentions if m.key in (first, second) and not AGAINST.search(scene.text[: m.start])]
    passive = re.search(r"\bbeaten by\b|\blost to\b|\btrailed\b|\blagged\b|\bbehind\b|\bunderperform", scene.text, re.I)
    if scene.context[:1] == (first,) and set(named) == {second} and re.match(r"it\b", scene.text, re.I):
        return not passive  # "It has beaten the S&P 500": what the last sentence began with
    return not told or (told[0] == first) != bool(passive)


_IT = re.compile(r"\b(?:it|them|they)\b", re.I)


def _wrong_direction(
    scene: Scene, start: int, end: int, item: Fact | Derived, edges: list[tuple[int, int]]
) -> list[Reason]:
    if (sided := wrong_side(scene, start, end, item)) is not None:
        return sided
    metric = item.metric if isinstance(item, Fact) else "spread_derived"
    moving = (
        isinstance(item, Derived)
        or (bool(horizon_of(metric)) and not metric.startswith(("rank", "advancers", "dispersion")))
        or "distance" in metric
        or metric in ("drawdown", "streak_average_margin", "sma_cross")
    )
    if (
        not moving
        or metric.endswith("percentile")
        or (metric == "drawdown" and not UP.search(scene.text[start - 30 if start > 30 else 0 : start]))
        or (
            isinstance(item, Derived)
            and item.unit not in ("fraction", "percentage points", "basis points", "index points")
        )
    ):
        return []
    value = float(item.value)
    left, right = scene.clause(start, end, edges)
    words = [
        (m.start(), sign)
        for pattern, sign in ((UP, +1), (DOWN, -1))
        for m in pattern.finditer(scene.text, left, right)
        # "Behind the S&P 500's 0.99 %" says nothing of which way that went: it is held as a relation of two figures.
        if not (metric.startswith(("return", "total_return")) and _BESIDE.fullmatch(m[0]))
    ]
    said = 0
    if not words and scene.text[start:end].lstrip()[:1] not in "-−–+":
        words = _carried_over(scene, start, metric)
    if words:
        before = [w for w in words if w[0] < start]
        said = max(before)[1] if before else min(words)[1]
    shown = scene.text[start:end].lstrip()
    written = (
        -1 if shown[:1] in "-−–" or shown.lower().startswith(("minus", "negative")) else +1 if shown[:1] == "+" else 0
    )
    # The pair named the other way round turns the sign: "the S&P 500 trails the Russell by 0.2 points".
    if isinstance(item, Fact) and "_vs_" in item.subject:
        left_edge = max([0, *(e for _, e in scene.boundaries() if e <= start)])
        told = [m for m in scene.mentions if left_edge <= m.start and m.end <= start]
        if told and _OBJECT.search(scene.text[: told[0].start]):  # "but trails the Russell": who trails is named before
            told = [m for m in scene.mentions if m.end <= left_edge] or told
        told = told or governing(scene, start, end, edges)
        value = -value if told and told[0].key == item.subject.split("_vs_")[1] and said else value
    claimed = said or written or +1
    if said and written and said != written and not (said == -1 and written == -1):
        return [Reason("direction that the figure doesn't have", "word and sign disagree")]
    if value and (claimed > 0) != (value > 0):
        return [
            Reason(
                "direction that the figure doesn't have",
                f"{name_of_item(item)} is {'up' if float(item.value) > 0 else 'down'}",
            )
        ]
    return []


def _carried_over(scene: Scene, start: int, metric: str) -> list[tuple[int, int]]:
    """The direction said before, which a figure without a word of its own shares: "fell 1.26 points and 0.69 this year"."""
    since = max(scene.text.rfind(mark, 0, start) for mark in (";", "(", ":"))
    found = [
        (m.start(), sign)
        for pattern, sign in ((UP, +1), (DOWN, -1))
        for m in pattern.finditer(scene.text, max(since, 0), start)
        if not (metric.startswith(("return", "total_return", "change")) and _BESIDE.fullmatch(m[0]))
    ]
    return [max(found)] if found else []


_BESIDE = re.compile(r"ahead|behind|above|below|outpac\w+|beat\w*|trail\w*|lag\w*|exceed\w*", re.I)
_OBJECT = re.compile(
    r"\b(?:but|and|while) (?:has |still |also |now )?(?:trail\w*|lag\w*|beat\w*|outpac\w+|outperform\w*|underperform\w*|led|leads?)(?: the)? $",
    re.I,
)


def _wrong_horizon(
    scene: Scene, start: int, end: int, parts: list[Fact], left: int, right: int, edges: list[tuple[int, int]]
) -> list[Reason]:
    """Every part's period must be the one the words name; without any it is one day."""
    periods = [(f, h) for f in parts if (h := horizon_of(f.metric))]
    if not periods:
        return []
    cues = [
        c
        for c in horizon_cues(scene.text, scene.as_of, min(f.as_of for f in parts))
        if c.end != start and not (start <= c.start and c.end <= end)
    ]
    near = [c for c in cues if left <= c.start and c.end <= right]
    if not near:
        # Cues that sit between other figures belong to them; what opens the sentence rules it.
        opening = min([s for s, _ in [*edges, (start, end)]])
        only = cues if len({c.horizon for c in cues}) == 1 else []
        behind = [c for c in cues if c.start >= end and not any(end <= s < c.start for s, _ in edges)]
        near = only or [c for c in cues if c.end <= opening] or behind
    said = ({c.horizon for c in near} or {"1d"}) | {c.horizon for c in cues if c.horizon == "now"}
    wrong = [f for f, h in periods if not said & _same_base(f, h) or said & {"other", "now", "lastyear", "week"}]
    if not wrong:
        return []
    return [Reason("figure over another period", f"{wrong[0].key} is not measured over {'/'.join(sorted(said))}")]


def _same_base(fact: Fact, horizon: str) -> set[str]:
    """The horizons that are one with a fact's: in January the month's, the quarter's and the year's are the same."""
    if horizon in ("mtd", "qtd", "ytd") and fact.as_of.month == 1:
        return {"mtd", "qtd", "ytd"}
    if horizon in ("mtd", "qtd") and fact.as_of.month in (4, 7, 10):
        return {"mtd", "qtd"}
    return {horizon}


_OWN = {  # measures whose words may stand beside a metric
    "sma": "sma",
    "ratio_sma": "sma",
    "bollinger": "sma",
    "realized": "volatility",
    "streak": "streak",
    "spread": "streak",
    "return": "streak",
    "close": "streak",
    "high_52w_intraday": "intraday",
    "low_52w_intraday": "intraday",
    "record_prior_year_intraday": "intraday",
    "high": "intraday",
    "low": "intraday",
    "previous_close": "previous",
    "atr": "atr",
    "distance": "drawdown",
    "record": "drawdown",
    "streak_average_margin": "mean",
}


def _wrong_measure(scene: Scene, fact: Fact, left: int, right: int) -> list[Reason]:
    words, metric = scene.plain[left:right], fact.metric
    claimed = {name for name, pattern in STRONG.items() if pattern.search(words)}
    own = {name for name in STRONG if name in metric} | {v for k, v in _OWN.items() if metric.startswith(k)}
    wrong = claimed - own
    if re.search(r"\b(?:weekly|monthly|quarterly|hourly|annual)\b", words, re.I):
        return [Reason("figure of another measure", f"{fact.key} is measured in sessions")]
    told = words if _YEAR.search(words) or _HISTORY.search(words) else scene.text
    if metric.startswith("percentile_") and bool(_YEAR.search(told)) != metric.endswith("1y"):
        return [Reason("figure over another period", f"{fact.key} is placed in another history")]
    return [Reason("figure of another measure", f"{fact.key} is not a {sorted(wrong)[0]}")] if wrong else []


def _no_close(scene: Scene, start: int, parts: list[Fact]) -> list[Reason]:
    """ "Closed at" is said of a close: a session's high or open is none."""
    said = _CLOSED_AT.search(scene.text[max(0, start - 24) : start])
    other = next(
        (f for f in parts if f.metric in ("high", "low", "open", "high_52w_intraday", "low_52w_intraday")), None
    )
    return [Reason("figure of another measure", f"{other.key} is no close")] if said and other else []


_CLOSED_AT = re.compile(
    r"\b(?:closed|closes|closing|settled|finished|ended|ending)(?: the (?:day|session))? (?:at|on) $", re.I
)
_YEAR = re.compile(r"\b(?:past|last|one)[- ]year\b|\b(?:12|twelve)[- ]months?\b|\b52[- ]week|\bof the year\b", re.I)
_HISTORY = re.compile(r"\b(?:its|the|their) (?:whole |entire )?history\b", re.I)
_WINDOWS = re.compile(
    r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:day|session|week|month)s?\b(?! (?:in a row|running|straight|streak|run\b))",
    re.I,
)


_LONG = re.compile(r"\b\d{1,3}[- ](?:week|month)s?\b", re.I)


def _wrong_window(scene: Scene, parts: list[Fact], left: int, right: int) -> list[Reason]:
    """The "50" of a 50-day average and the "20" of the last 20 sessions must be what the figure is measured over.

    A derived figure's parts must all be named so: "above its 200-day average" is no close over the 50-day one.
    """
    words, fact = scene.plain[left:right], parts[0]
    windows = {n for m in LAST.finditer(words) for n in numbers_in(m[0])}
    windows |= {n for m in _WINDOWS.finditer(words) for n in numbers_in(m[1]) if fact.unit not in ("sessions", "count")}
    if "52w" not in fact.metric and not fact.metric.endswith("1y") and _LONG.search(words):
        return [Reason("figure over another period", f"{fact.key} is not counted in weeks or months")]
    own = {int(n) for f in parts for n in re.findall(r"\d+", f.metric)} | (
        {1} if "streak" not in fact.metric else set()
    )
    own |= {50, 200} if fact.metric == "sma_cross" else set()
    own |= {12, 52} if fact.metric.endswith("1y") else set()
    wrong = windows - own
    if len(parts) > 1:
        averages = {int(n) for f in parts for n in re.findall(r"sma_(\d+)", f.metric)}
        wrong |= averages - windows
    return [Reason("figure over another period", f"{fact.key} is not of {min(wrong)} sessions")] if wrong else []


def own_dates(fact: Fact) -> set[date]:
    """The sessions a fact's figure is of: its as_of; for a record, an extreme or a previous close, that session."""
    if fact.metric == "previous_close":
        return {fact.inputs[0].first}
    if fact.unit == "date":
        return {date.fromisoformat(str(fact.value))}
    if re.match(r"record_(last|prior)|(high|low)_52w|high_close_20d", fact.metric):
        return set(fact.dates)
    return {fact.as_of}


def related_dates(fact: Fact) -> set[date]:
    """Every session that a sentence may name beside a fact: its own and those it counts; its base's only as one."""
    # "The longest in data since …" names where the data begins.
    begins = {i.first for i in fact.inputs} if fact.reading and "in data since" in fact.reading else set()
    return own_dates(fact) | set(fact.dates) | {fact.as_of} | begins


def _wrong_date(
    scene: Scene, start: int, end: int, parts: list[Fact], dates: list[DateMention], edges: list[tuple[int, int]]
) -> list[Reason]:
    """A date said of a figure ("on", "at the close of") must be its own."""
    left, right = scene.clause(start, end, edges)
    opening = [d for d in dates if d.start < min([s for s, _ in [*edges, (start, end)]])]
    said = [d for d in dates if left <= d.start and d.end <= right] or opening
    ago = _AGO.search(scene.text, left, right) or (_AGO.match(scene.text) if left == 0 or opening == [] else None)
    if ago and not any(horizon_of(f.metric) or _OF_BEFORE.match(f.metric) for f in parts):
        return [Reason("figure of another date", f"{parts[0].key} is not of {ago[0]}")]
    counted = {"records_ytd": 0, "records_last_year": 1}
    years = {d.year for d in said if d.year}
    if years and parts[0].metric in counted and parts[0].as_of.year - counted[parts[0].metric] not in years:
        return [Reason("figure over another period", f"{parts[0].key} is of another year")]
    for mention in said:
        before = scene.text[max(0, mention.start - 32) : mention.start]
        if FROM.search(before) or (mention.month, mention.day, mention.weekday, mention.relative) == (
            None,
            None,
            None,
            "",
        ):
            continue  # a base's date, or a year alone, which is read as a period or a count's year
        own = set().union(*(own_dates(f) for f in parts))
        if not any(mention.fits(day, scene.today) for day in own):
            return [Reason("figure of another date", f"{parts[0].key} is not of {mention.text}")]
    return []


_OF_BEFORE = re.compile(r"previous_close|record_prior_year|records_last_year")  # which are of a day or year before
_AGO = re.compile(
    r"\b(?:an?|one|two|three|\d+|last|the previous) (?:day|session|week|month|quarter|year)s? (?:ago|earlier|before)\b|\blast (?:week|month|quarter|year)\b",
    re.I,
)
FROM = re.compile(
    r"\b(?:since|from|after|until|before|longest|began|begun|start(?:ed|s|ing)?|ended|ends|ending)"
    r"(?: (?:on|in|at|the|that|one|its|record|close|closes|of|session|a|run|streak|end|start|beginning)|,)*\s*$",
    re.I,
)
