"""States said without a figure: on which side of an average, at an extreme, unchanged, how volatile, ranked where.

Each is recognised by its words and held against the facts of the subject; the facts that carry it are footnoted.
"""

import re
from collections.abc import Callable
from datetime import date

from assistant.gate.claims.shared_subjects import joined
from assistant.gate.sentence import Bound, Reason, Scene, governing
from assistant.understanding.vocabulary import STRONG, horizon_cues
from tools.fact import Fact

FLAT = 0.0005  # a return below this shows as 0.0 %: what "unchanged" may mean


def check_conditions(scene: Scene, bound: list[Bound]) -> tuple[list[Reason], list[Fact]]:
    """Holds states against facts.

    Returns:
        Reasons to withhold the sentence, and the facts that carry what it states.
    """
    reasons: list[Reason] = []
    carried: list[Fact] = []
    for pattern, check in _STATES:
        for match in pattern.finditer(scene.text):
            if any(b.start < match.end() and match.start() < b.end for b in bound) or _has_own_figure(match, bound):
                continue
            found = check(scene, match)
            if found is None:
                reasons.append(Reason("state that no figure shows", f"no figure shows '{match[0].strip()}'"))
            else:
                carried += found
    reasons += _measures_without_figures(scene, bound)
    return reasons, carried


def _has_own_figure(match: re.Match[str], bound: list[Bound]) -> bool:
    """Whether a distance is stated right before: "2 % above its 50-day average" was held with its figure."""
    return any(
        0 <= match.start() - b.end <= 2 and isinstance(b.item, Fact) and re.search("distance|cross", b.item.metric)
        for b in bound
    )


def _subject(scene: Scene, place: int) -> str | None:
    near = governing(scene, place, place, [])
    return near[0].key if near else scene.context[0] if len(scene.context) == 1 else None


def _fact(scene: Scene, key: str | None, metric: str) -> Fact | None:
    return next((f for f in scene.ledger.facts if f.subject == key and f.metric == metric), None)


def _average_side(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    if re.search(r"average (?:is|was|stands|sits|stood|remains) $", scene.plain[: match.start()], re.I):
        return []  # one average against another, held as such
    keys = joined(scene, match.start()) or [_subject(scene, match.start()) or ""]
    facts = [_fact(scene, key, f"sma_{match['n']}_distance") for key in keys]
    above = match["side"].lower() in ("above", "over")
    held = [f for f in facts if f and (float(f.value) > 0) == above]
    return held if len(held) == len(keys) else None


def _cross(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    fact = _fact(scene, _subject(scene, match.start()), "sma_cross")
    return [fact] if fact and (float(fact.value) > 0) == (match["side"].lower() in ("above", "over")) else None


def _extreme(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    if re.search(r"\b(?:rsi|volatility|volume|lead|ratio|macd|spread)\b", scene.plain[: match.start()], re.I):
        return None
    fact = _fact(scene, _subject(scene, match.start()), f"distance_{match['end'].lower()}_52w")
    return [fact] if fact and float(fact.value) == 0 else None


def _flat(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} or {"1d"}
    fact = _fact(scene, _subject(scene, match.start()), f"return_{next(iter(cues))}") if len(cues) == 1 else None
    return [fact] if fact and abs(float(fact.value)) < FLAT else None


def _regime(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    if not any(m.key == "vix" for m in scene.mentions) and "volatility" not in scene.text.lower():
        return None
    fact = _fact(scene, "vix", "close")
    said = (match["a"] or match["b"]).lower()
    return [fact] if fact and fact.reading == f"{said} volatility" else None


def _rank(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    key = _subject(scene, match.start())
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} or {"1d"}
    ranks = [
        f for f in scene.ledger.facts if f.subject == key and f.metric.startswith("rank_") and f.metric[5:] in cues
    ]
    last = (
        match[0]
        .lower()
        .startswith(("worst", "weakest", "last", "trailed", "lagged", "came last", "finished last", "ranked last"))
    )
    good = [f for f in ranks if int(f.value) == (int(str(f.reading).split()[-1]) if last else 1)]
    return good if good and len(good) == len(ranks) else None


def _rank_of_another(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    """ "… and technology the worst": a second sector's own place."""
    named = [
        m for m in scene.mentions if match.start() <= m.start and m.end <= match.end() and m.key.startswith("sector.")
    ]
    if not named:
        return []
    word = match[0].lower().split()[-1]
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} or {"1d"}
    ranks = [
        f
        for f in scene.ledger.facts
        if f.subject == named[-1].key and f.metric.startswith("rank_") and f.metric.removeprefix("rank_") in cues
    ]
    last = word in ("worst", "weakest", "last")
    good = [f for f in ranks if int(f.value) == (int(str(f.reading).split()[-1]) if last else 1)]
    return good if good and len(good) == len(ranks) else None


def _never(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    """Two places under one verb, which no one fact shows."""
    return None


def _none_of_them(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    fact = _fact(scene, _subject(scene, match.start()), "records_ytd")
    return [fact] if fact and fact.value == 0 else None


def _neither(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    keys = {m.key for m in scene.mentions} or set(scene.context)
    facts = [f for f in scene.ledger.facts if f.metric == "rsi_14" and f.subject in keys]
    return facts[:1] if facts and all(str(f.reading).startswith("neither") for f in facts) else None


def _sector_count(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    number = {"nine": 9, "ten": 10, "eleven": 11}.get(match["n"].lower()) or int(match["n"])
    counts = [
        f
        for f in scene.ledger.facts
        if f.metric.startswith(("rank_", "advancers_")) and str(f.reading).split()[-1] == str(number)
    ]
    return [] if counts or not any(f.metric.startswith(("rank_", "advancers_")) for f in scene.ledger.facts) else None


def _streak_start(scene: Scene, match: re.Match[str]) -> list[Fact] | None:
    named = {m.key for m in scene.mentions} or set(scene.context)
    days = [d for d in scene.dates if d.start >= match.end() - 1][:1]
    starts = [f for f in scene.ledger.facts if f.metric == "streak_start" and set(f.subject.split("_vs_")) & named]
    whole = [f for f in starts if set(f.subject.split("_vs_")) <= named]
    fits = [f for f in whole or starts if days and days[0].fits(date.fromisoformat(str(f.value)), scene.today)]
    return fits[:1] or None


Check = Callable[[Scene, re.Match[str]], list[Fact] | None]
_STATES: list[tuple[re.Pattern[str], Check]] = [
    (re.compile(r"\b(?P<side>above|below|under|over) (?:its|their|the) (?P<n>20|50|200)[- ](?:day|session) (?:simple )?(?:moving )?average\b", re.I), _average_side),
    (re.compile(r"\b50[- ](?:day|session) (?:simple )?(?:moving )?average (?:is|was|stands|sits|stood|remains) (?P<side>above|below|under|over) (?:its|the) 200", re.I), _cross),
    (re.compile(r"(?:\b(?:at|set|hit|to|made|reached)|[,:])(?: an?| its| the| another| new)* 52[- ]week (?:closing )?(?P<end>high|low)\b", re.I), _extreme),
    (re.compile(r"\b(?:unchanged|flat|little changed)\b", re.I), _flat),
    (re.compile(r"\b(?P<a>normal|elevated)\b(?! volatility)(?P<b>)", re.I), _regime),
    (re.compile(r"\b(?P<a>low|normal|elevated|high) volatility\b(?! (?:of|at|was|is))|\bvolatility (?:is|was|remains|remained|stays) (?:\w+ )?(?P<b>low|normal|elevated|high)\b", re.I), _regime),
    (re.compile(r"\b(?:best|strongest|worst|weakest)(?=[^.]{0,30}\b(?:sector|fund|group|performer|performing))|\b(?:led|leads?|topped|tops?|trailed|trails?|lagged|lags?)(?= (?:the |all |all the )?(?:\w+ )?(?:sectors|funds|groups|others))|\b(?:ranked|ranks?|came|comes?|finished) (?:first|last)\b", re.I), _rank),
    (re.compile(r"(?:,|\band|\bwhile|\bbut) (?:the )?[A-Z]?[a-z][\w ]{2,28}?(?: \([A-Z]+\))? (?:the )?(?:best|worst|strongest|weakest|first|last)\b(?! (?:close|record|session|20|five))", re.I), _rank_of_another),
    (re.compile(r"\b(?:ranks?|ranked)\b[^.;]*\band (?:first|second|third|last)\b", re.I), _never),
    (re.compile(r"\b(?:hasn['’]t|has not|have not|haven['’]t|has yet to|no)\b[^.,;]{0,12}\b(?:records?|record closes?)\b(?=[^.]*\b(?:this year|20\d\d|year)\b)", re.I), _none_of_them),
    (re.compile(r"\bneither overbought nor oversold\b|\bnor overbought\b|\bneutral\b", re.I), _neither),
    (re.compile(r"\b(?:the|of|all) (?P<n>nine|ten|eleven|9|10|11) (?:SPDR )?(?:sectors|sector funds|funds|groups)\b", re.I), _sector_count),
    (re.compile(r"\b(?:streak|run)\b[^.;]{0,60}\b(?:began|started|starting|begun|beginning|dates from|dating from|goes back to) ", re.I), _streak_start),
]  # fmt: skip
# Measures that mean nothing without their figure.
_BARE = ("macd", "bollinger", "percentile", "atr", "intraday", "open", "drawdown", "volatility", "ratio")
_COUNTED = re.compile(r"\b(?:consecutive|successive|straight|in a row|running)\b", re.I)
_EARLIER_RUN = re.compile(r"\b(?:last|previous|earlier|prior)(?: (?!\d)[\w-]+){0,2} (?:streak|run)\b", re.I)
_STANDS_AT = re.compile(
    r"\b(?:clos(?:es?|ed|ing)|st(?:ood|ands?|anding)|opens|opened|settle[sd]?|finish(?:es|ed)|traded?s?|ended) at "
    r"(?!(?:an?|its|their|the|all|new|fresh|records?|both|levels?)\b)",
    re.I,
)


def _measures_without_figures(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """A MACD or an opening level spoken of with no figure of it in the sentence is a claim nothing carries."""
    if scene.cited:
        return []
    metrics = " ".join(b.item.metric for b in bound if isinstance(b.item, Fact))
    out = []
    if (counted := _COUNTED.search(scene.plain)) and "streak" not in metrics:
        out.append(Reason("measure without its figure", f"'{counted[0]}' is said without a count"))
    if (earlier := _EARLIER_RUN.search(scene.plain)) and not re.search("streak_(?:longest|ended)", metrics):
        out.append(Reason("measure without its figure", f"'{earlier[0]}' is spoken of without its facts"))
    out += [
        Reason("measure without its figure", f"no figure follows '{at[0].strip()}'")
        for at in _STANDS_AT.finditer(scene.text)
        if not any(0 <= b.start - at.end() <= 12 for b in bound)
    ]
    for name in _BARE:
        match = STRONG[name].search(scene.plain)
        own = {"volatility": "realized", "intraday": "high low"}.get(name, name).split()
        if match and not any(o in metrics for o in own):
            out.append(Reason("measure without its figure", f"'{match[0]}' is spoken of without its figure"))
    return out
