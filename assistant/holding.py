"""Holding a clause against the fact it is bound to: subject, direction, period, measure, window and date."""

import re
from datetime import date

from assistant.dates import DateMention
from assistant.figures import LAST
from assistant.scene import CLAUSE, Reason, Scene, governing
from assistant.slots import Derived
from assistant.vocabulary import DOWN, STRONG, UP, horizon_cues, horizon_of, mentions
from corpus.document import Passage
from tools.facts import Fact


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
        *(_wrong_horizon(scene, start, end, parts[0], left, right, edges) if isinstance(item, Fact) else []),
        *(_wrong_measure(scene, item, left, right) if isinstance(item, Fact) else []),
        *(_wrong_window(scene, item, left, right) if isinstance(item, Fact) else []),
        *_wrong_date(scene, start, end, parts, dates, edges),
    ]


def _wrong_subject(scene: Scene, start: int, end: int, parts: list[Fact], edges: list[tuple[int, int]]) -> list[Reason]:
    named = [m.key for m in mentions(scene.text)]
    near = [m.key for m in governing(scene, start, end, edges)] or list(
        scene.context[-1:] if len(scene.context) == 1 else scene.context
    )
    wanted = {key for fact in parts for key in _subjects(fact)}
    if not near and parts[0].subject not in ("sectors", "calendar"):
        return [Reason("figure of no named subject", f"{parts[0].key} stands in a sentence that names no subject")]
    if len(parts) > 1:  # a derived figure compares: each of its subjects must be named
        missing = wanted - set(named) - set(scene.context) - _implied(scene.text, wanted)
        return [Reason("figure of another subject", f"{'/'.join(sorted(missing))} is not named")] if missing else []
    fact = parts[0]
    if "_vs_" in fact.subject:
        first, second = fact.subject.split("_vs_")
        others = [k for k in named if k not in (first, second)]
        ok = (
            near[0] == first
            or (near[0] == second and (first in named or first in scene.context))
            or first in scene.context
        )
        clash = [k for k in others if near[0] == k]
        return [] if ok and not clash else [Reason("figure of another subject", f"{fact.key} is not about {near[0]}")]
    if fact.subject == "calendar":
        words = fact.definition.lower()
        return (
            []
            if any(w in words for w in re.findall(r"[a-z]{5,}", scene.text.lower()))
            else [Reason("figure of another subject", f"{fact.key} is of another event")]
        )
    if fact.subject == "sectors":
        return (
            []
            if "sector" in scene.text.lower() or "defensive" in scene.text.lower()
            else [Reason("figure of another subject", f"{fact.key} is about sectors")]
        )
    return [] if fact.subject in near else [Reason("figure of another subject", f"{fact.key} is not about {near[0]}")]


def _implied(text: str, wanted: set[str]) -> set[str]:
    return {k for k in wanted if k == "sectors" and "sector" in text.lower()}


def _subjects(fact: Fact) -> list[str]:
    return fact.subject.split("_vs_")


def _wrong_direction(
    scene: Scene, start: int, end: int, item: Fact | Derived, edges: list[tuple[int, int]]
) -> list[Reason]:
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
        or (
            isinstance(item, Derived)
            and item.unit not in ("fraction", "percentage points", "basis points", "index points")
        )
    ):
        return []
    value = float(item.value)
    left, right = scene.clause(start, end, edges)
    words = [(m.start(), +1) for m in UP.finditer(scene.text, left, right)] + [
        (m.start(), -1) for m in DOWN.finditer(scene.text, left, right)
    ]
    said = 0
    if words:
        before = [w for w in words if w[0] < start]
        said = max(before)[1] if before else min(words)[1]
    shown = scene.text[start:end].lstrip()
    written = (
        -1 if shown[:1] in "-−–" or shown.lower().startswith(("minus", "negative")) else +1 if shown[:1] == "+" else 0
    )
    # The pair named the other way round turns the sign: "the S&P 500 trails the Russell by 0.2 points".
    if isinstance(item, Fact) and "_vs_" in item.subject:
        left_edge = max([0, *(m.end() for m in CLAUSE.finditer(scene.text) if m.end() <= start)])
        told = [m for m in mentions(scene.text) if left_edge <= m.start and m.end <= start] or governing(
            scene, start, end, edges
        )
        value = -value if told and told[0].key == item.subject.split("_vs_")[1] and said else value
    claimed = said or written or +1
    if said and written and said != written and not (said == -1 and written == -1):
        return [Reason("direction that the figure doesn't have", "word and sign disagree")]
    if value and (claimed > 0) != (value > 0):
        return [
            Reason(
                "direction that the figure doesn't have",
                f"{_name(item)} is {'up' if float(item.value) > 0 else 'down'}",
            )
        ]
    return []


def _name(item: Fact | Derived) -> str:
    return item.key if isinstance(item, Fact) else item.expression


def _wrong_horizon(
    scene: Scene, start: int, end: int, fact: Fact, left: int, right: int, edges: list[tuple[int, int]]
) -> list[Reason]:
    horizon = horizon_of(fact.metric)
    if not horizon:
        return []
    cues = horizon_cues(scene.text, scene.as_of)
    cues = [c for c in cues if not (c.end == start or (c.start >= start and c.end <= end))]
    near = [c for c in cues if left <= c.start and c.end <= right]
    if not near:
        # Cues that sit between other figures belong to them; what opens the sentence rules it.
        opening = min([s for s, _ in [*edges, (start, end)]])
        near = (
            cues
            if len({c.horizon for c in cues}) == 1
            else [c for c in cues if c.end <= opening]
            or [c for c in cues if c.start >= end and not any(end <= s < c.start for s, _ in edges)]
        )
    said = {c.horizon for c in near} or {"1d"}
    if said & _same_base(fact, horizon):
        return []
    return [Reason("figure over another period", f"{fact.key} is not measured over {'/'.join(sorted(said))}")]


def _same_base(fact: Fact, horizon: str) -> set[str]:
    """The horizons that are one with a fact's: in January the month's, the quarter's and the year's are the same."""
    if horizon in ("mtd", "qtd", "ytd") and fact.as_of.month == 1:
        return {"mtd", "qtd", "ytd"}
    if horizon in ("mtd", "qtd") and fact.as_of.month in (4, 7, 10):
        return {"mtd", "qtd"}
    return {horizon}


def _wrong_measure(scene: Scene, fact: Fact, left: int, right: int) -> list[Reason]:
    words = scene.text[left:right]
    claimed = {name for name, pattern in STRONG.items() if pattern.search(words)}
    own = {name for name in STRONG if name in fact.metric or (name == "ratio" and fact.metric.startswith("ratio"))}
    own |= {"sma"} if fact.metric.startswith(("sma", "ratio_sma", "bollinger")) else set()
    own |= {"volatility"} if fact.metric.startswith("realized") else set()
    own |= {"streak"} if fact.metric.startswith(("streak", "spread", "return")) else set()
    own |= {"sma", "streak", "open"} if fact.metric in ("close",) else set()
    wrong = claimed - own
    return [Reason("figure of another measure", f"{fact.key} is not a {sorted(wrong)[0]}")] if wrong else []


def _wrong_window(scene: Scene, fact: Fact, left: int, right: int) -> list[Reason]:
    """ "Of the last 20 sessions" must be the window the figure is measured over."""
    windows = {int(n) for m in LAST.finditer(scene.text, left, right) for n in re.findall(r"\d+", m[0])}
    own = {int(n) for n in re.findall(r"\d+", fact.metric)}
    wrong = windows - own
    return (
        [Reason("figure over another period", f"{fact.key} is not of the last {min(wrong)}")]
        if wrong and not fact.metric.startswith("close")
        else []
    )


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
    """Every session that a sentence may name beside a fact: its own, its base's, those it counts."""
    base = {fact.base.session} if fact.base else set()
    # "The longest in data since …" names where the data begins.
    begins = {i.first for i in fact.inputs} if fact.reading and "in data since" in fact.reading else set()
    return own_dates(fact) | base | set(fact.dates) | {fact.as_of} | begins


def _wrong_date(
    scene: Scene, start: int, end: int, parts: list[Fact], dates: list[DateMention], edges: list[tuple[int, int]]
) -> list[Reason]:
    """A date said of a figure ("on", "at the close of") must be its own."""
    left, right = scene.clause(start, end, edges)
    opening = [d for d in dates if d.start < min([s for s, _ in [*edges, (start, end)]])]
    said = [d for d in dates if left <= d.start and d.end <= right] or opening
    for mention in said:
        before = scene.text[max(0, mention.start - 24) : mention.start].lower()
        if re.search(
            r"\b(?:since|from|after|until|before|longest|start\w*|began|base|against|above|below|by|end|ending)\b[^,]*$",
            before,
        ):
            continue
        if (mention.month, mention.day, mention.weekday, mention.relative) == (None, None, None, ""):
            continue  # a year alone is read as a horizon or a count's year
        own = set().union(*(own_dates(f) for f in parts))
        if not any(mention.fits(day, scene.today) for day in own):
            return [Reason("figure of another date", f"{parts[0].key} is not of {mention.text}")]
    return []
