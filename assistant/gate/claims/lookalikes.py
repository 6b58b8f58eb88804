"""What a subject's name is part of, and what trails behind a figure: another index, another measure, another time.

"The Russell 2000's earnings are up 9.54 %", "the Russell 3000 closed at 2,718.77", "up 0.76 % on the day, a week ago":
figure, direction and period are right, and the sentence is of something else.
"""

import re
from collections.abc import Iterator

from assistant.evidence.derived import Derived
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.understanding.vocabulary import DOWN, UP, horizon_cues, horizon_of
from tools.fact import Fact

_OTHER_INDEX = re.compile(
    r"\b(?:Russell (?:1000|2500|3000|Micro\w*|Mid\w*|Top)|S&P (?:100|400|Mid\w*)|(?:Russell 2000|S&P 500|Nasdaq|Dow)(?: Composite)? (?:Value|Growth|Equal[- ]Weight\w*|Pure|Transport\w*|Utilit\w*)"
    r"|Nasdaq[- ]100(?! ETF| fund))\b"
)
_SIZED_SECTOR = re.compile(r"\b(?:small|large|mid|mega|big)[- ]cap $", re.I)
# Nouns that make of a subject another thing, and the measures that are that thing.
_NOUNS = {
    r"earnings|profits?|sales|revenues?|dividends?|members?|companies|forecasts?|prices?|value|growth|median|quarter|month|week|session|yields?": r"(?!)",
    r"volume": r"volume",
    r"spread|gap": r"spread|lead|cyclical|difference",
    r"volatility": r"volatility",
    r"averages?": r"sma|average",
    r"streak|run": r"streak|begun",
    r"ratio": r"ratio",
}
_NAMED = [
    (re.compile(rf"['’]?s?(?: (?:own|latest|current))? (?:{noun})\b(?![-'’])", re.I), re.compile(metric))
    for noun, metric in _NOUNS.items()
]
_NAMED.append(
    (
        re.compile(r"['’]s? (?:spread|gap|lead|margin|advantage)\b", re.I),
        re.compile(r"spread|lead|streak|cyclical|difference"),
    )
)
_ADJECTIVE = re.compile(
    r"\b(average|median|forecast|real|net|daily|weekly|monthly|relative|excess|total|smallest|largest|biggest|previous|earlier|prior|final|last|(?:one|two|three)-(?:day|week|month))"
    r" (?:price )?(10-year|gains?|loss(?:es)?|returns?|rise|fall|close|rsi|lead|margin|yield|streak|run|moves?|advance|decline|volatility)\b",
    re.I,
)
_FITTING = {
    "previous": "previous_close",
    "prior": "previous_close",
    "total": "total_return",
    "average": "average",
    "one-day": "_1d",
    "largest": "rank|since",
    "biggest": "rank|since",
}
_TRAILS = re.compile(
    r"\bon (?:average|the median)\b|\ban average of\b|\bin real terms\b|\b(?:in|by|on) (?:volume|earnings|yields?|volatility|value|growth)\b"
    r"|\bfor (?:the (?:last|first) time|an? \w+ (?:day|week|month|session|time))\b|\bin (?:one|the last|the latest) (?:day|week|month)\b|\bon one day\b"
    r"|\bby the end of\b|\b(?:thus|hence)\b|[^,;] so (?!far\b|is\b|are\b|did\b|do\b|does\b|has\b|have\b|was\b|were\b|no run\b)|\bbegan \w+ing\b|\bdid so\b|\b(?:set|sets|did|has) (?:its|their) own\b|\band not\b|\buntil\b|\blast but\b|\band (?:the )?[A-Z][\w& ]+['’]s on \d|\b(?:gain|lead|loss|rise|fall|return|rsi|streak|run)\b[^;]*\bset an? (?:new )?record|\bforecast\b"
    r"|\b(?:per|a|every|each) (?:day|session|week|month|year)\s*[.,;]?$|\bin the last session\b|\bsecond (?:day|month|week)\b|^Daily\b",
    re.I,
)
_THEN = re.compile(
    r"\b(?:a|one|the) (?:day|week|month|year) (?:ago|before|earlier)\b|\blast (?:week|month|year)\b", re.I
)
_FROM = re.compile(r"\bfrom (?:its|their|the|a) (?!close|previous|prior|day|session|last close)", re.I)
_SINCE = re.compile(
    r"\bsince (?:January|February|March|April|May|June|July|August|September|October|November|December|last year|(?:19|20)\d\d)\b",
    re.I,
)
_NEARLY = re.compile(r"\b(?:almost|nearly|virtually)\b(?! [\d$−-])", re.I)
_RELATIVE = re.compile(r"\b(?:over|against|versus|vs\.?|relative to)(?: the)? $", re.I)
_LED_BY_ITSELF = re.compile(
    r"\b(?:lag\w*|trail\w*|led|leads?|beat\w*|(?:out|under)perform\w*|outpac\w*)(?: (?:this year|on the day|for the year))?(?: with| by)? $",
    re.I,
)
_MORE_OR_LESS = re.compile(r"\b(?:more|less|fewer)\b(?![^,;.]{0,40}\bthan\b)(?! of\b)", re.I)


def check_phrases(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """Reasons to withhold a sentence whose words are of another thing than its figures."""
    facts = [(b, b.item) for b in bound if isinstance(b.item, Fact)]
    metrics = " ".join([f.metric for _, f in facts] + ["difference" for b in bound if isinstance(b.item, Derived)])
    if re.search(r"\b(?:began|started|begun)\b", scene.text):
        metrics += " begun"  # when a run began is held as a state
    return [*_subjects(scene, metrics), *_measures(scene, metrics), *_tails(scene, facts), *_periods(scene, facts)]


def _subjects(scene: Scene, metrics: str) -> Iterator[Reason]:
    held = [(m.start, m.end) for m in scene.mentions if m.key in scene.ledger.names]
    others = _OTHER_INDEX.finditer(scene.text)
    if other := next((m for m in others if not any(s <= m.start() < e for s, e in held)), None):
        yield Reason("figure of another subject", f"nothing is measured of {other[0]}")
    for m in scene.mentions:
        before, after = scene.text[: m.start], scene.text[m.end :]
        if m.key.startswith("sector.") and _SIZED_SECTOR.search(before):
            yield Reason("figure of another subject", "sectors are measured of large companies alone")
        for named, measured in _NAMED:
            if (match := named.match(after)) and not measured.search(metrics):
                yield Reason("figure of another measure", f"nothing here is '{scene.text[m.start : m.end]}{match[0]}'")


def _measures(scene: Scene, metrics: str) -> Iterator[Reason]:
    for match in _ADJECTIVE.finditer(scene.text):
        fits = _FITTING.get(match[1].lower())
        if match[0].lower() in ("last close",):
            continue
        if not fits or not re.search(fits, metrics):
            yield Reason("figure of another measure", f"no figure is the {match[0]}")


def _tails(scene: Scene, facts: list[tuple[Bound, Fact]]) -> Iterator[Reason]:
    trail = _TRAILS.search(scene.text)
    counted = (
        trail
        and trail[0].startswith("for the")
        and any(b.start < trail.end() and trail.start() < b.end for b, _ in facts)
    )
    averaged = trail and trail[0] == "on average" and any(f.metric == "streak_average_margin" for _, f in facts)
    if trail and not counted and not averaged:  # "for the first time" may be a count's
        yield Reason("words that no figure carries", f"nothing in the evidence carries '{trail[0].strip()}'")
    if nearly := _NEARLY.search(scene.text):
        yield Reason("words that no figure carries", f"nothing in the evidence carries '{nearly[0]}'")
    if bare := _MORE_OR_LESS.search(scene.plain):
        yield Reason("comparison that the figures don't bear", f"'{bare[0]}' has no other side")
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    for _, fact in facts:
        other = cues - {"1d"} if fact.metric == "previous_close" else cues & {"1y", "ytd", "mtd"}
        if (
            re.match(r"previous_close|realized_vol", fact.metric)
            and other
            and not any(horizon_of(f.metric) for _, f in facts)
        ):
            yield Reason("figure over another period", f"{fact.key} is not over {'/'.join(sorted(other))}")
    moves = [
        (b, f) for b, f in facts if re.match(r"(?:total_)?return_|change_", f.metric) and "_since." not in f.metric
    ]
    for b, fact in moves:
        rest, horizon = scene.text[b.end :], horizon_of(fact.metric)
        if _LED_BY_ITSELF.search(scene.text[: b.start]):
            yield Reason("figure of another measure", f"{fact.key} is no lead")
        then = _THEN.search(scene.text)
        if then and not (horizon == "1y" and "year" in then[0].lower()):
            yield Reason("figure of another date", f"{fact.key} is not of {then[0]}")
        if _FROM.search(rest[:60]) or _SINCE.search(rest):
            yield Reason("figure of another measure", f"{fact.key} is measured from the last close before it alone")
        for m in (m for m in scene.mentions if m.start > b.end and m.key != fact.subject):
            beside = any(b.end <= o.start and o.start - m.end <= 12 for o, _ in facts)
            between = any(b.end <= o.start < m.start for o, _ in facts)
            if _RELATIVE.search(scene.text[b.end : m.start]) and not beside and not between:
                yield Reason("figure of another measure", f"{fact.key} is of one subject alone")


def _periods(scene: Scene, facts: list[tuple[Bound, Fact]]) -> Iterator[Reason]:
    """One figure or one movement is of one period: "up 0.05 % this year and on the day" is two claims."""
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} - {"now", "since"}
    if scene.as_of.month == 1 and {"mtd", "qtd", "ytd"} & cues:
        cues = (cues - {"mtd", "qtd"}) | {"ytd"}
    moved = len(list(UP.finditer(scene.plain))) + len(list(DOWN.finditer(scene.plain)))
    figures = sum(re.search(r"_(?:1d|5d|20d|mtd|qtd|ytd|1y)", f.metric) is not None for _, f in facts)
    if len(cues) > 1 and len(cues) > max(moved, figures):
        yield Reason("figure over another period", f"two periods are named for one claim: {'/'.join(sorted(cues))}")
