"""Binding: which reading of the ledger a figure states, by value, unit, subject, horizon, direction and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from assistant.figures import LAST, DateMention, Figure, normalise, read
from assistant.ledger import Ledger
from assistant.slots import Derived
from assistant.vocabulary import DOWN, METRIC_CUES, STRONG, UP, Mention, cue_for, horizon_cues, horizon_of, mentions
from corpus.document import Passage
from tools.facts import Fact

_CLAUSE = re.compile(
    r",(?!\d)|[;:—]|\s–\s|\b(?:and|but|while|whereas|although|though|against|versus|vs\.?|compared (?:with|to)|with)\b",
    re.I,
)
_UNITS = {
    "fraction": ("percent",),
    "percentage points": ("percentage points", "points"),
    "percent": ("percent",),
    "basis points": ("basis points",),
    "index points": ("points", ""),
    "USD": ("USD",),
    "index": ("", "points"),
    "ratio": ("", "times"),
    "sessions": ("sessions", "ordinal", ""),
    "count": ("", "ordinal"),
}
# Limits a reading may be said to stand above or below without being a reading themselves.
_THRESHOLDS = {"rsi_14": (30, 50, 70, 80), "close": (15, 20, 30), "sma": ()}


class Reason(NamedTuple):
    """Why a sentence is withheld: a kind that repeats nothing of it, and the detail."""

    kind: str
    detail: str


@dataclass(frozen=True)
class Bound:
    """A figure of a sentence and the evidence it states; None for a threshold a bound figure is compared with."""

    start: int
    end: int
    item: Fact | Derived | Passage | None


@dataclass(frozen=True)
class Scene:
    """A sentence with its slots filled, and all that it may be held against."""

    text: str
    ledger: Ledger
    as_of: date
    today: date
    cited: tuple[Passage, ...]
    context: tuple[str, ...]
    people: dict[str, str]

    def clause(self, start: int, end: int, edges: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
        """The stretch around a place that has no clause boundary and no other figure in it."""
        left = max(
            [
                0,
                *(m.end() for m in _CLAUSE.finditer(self.text) if m.end() <= start),
                *(e for _, e in edges if e <= start),
            ]
        )
        right = min(
            [
                len(self.text),
                *(m.start() for m in _CLAUSE.finditer(self.text) if m.start() >= end),
                *(s for s, _ in edges if s >= end),
            ]
        )
        return left, right


def bind_figures(
    scene: Scene, figures: list[Figure], slots: list[Bound], dates: list[DateMention]
) -> tuple[list[Bound], list[Reason]]:
    """Binds each typed figure, and holds each slot's clause against its fact.

    Returns:
        What was bound, and a reason for each figure that wasn't.
    """
    spans = [(f.start, f.end) for f in figures] + [(b.start, b.end) for b in slots]
    bound: list[Bound] = []
    reasons: list[Reason] = []
    for slot in slots:
        edges = [s for s in spans if s != (slot.start, slot.end)]
        reasons += _hold(scene, slot.start, slot.end, slot.item, edges, dates)
    for figure in figures:
        edges = [s for s in spans if s != (figure.start, figure.end)]
        found = _bind(scene, figure, edges, dates, [b for b in (*slots, *bound) if b.item])
        if isinstance(found, Reason):
            reasons.append(found)
        else:
            bound.append(found)
    return bound, reasons


def _bind(
    scene: Scene, figure: Figure, edges: list[tuple[int, int]], dates: list[DateMention], others: list[Bound]
) -> Bound | Reason:
    quoted = [p for p in scene.cited if states(p, figure) and _same_subject(scene, figure, p)]
    if quoted:
        return Bound(figure.start, figure.end, quoted[0])
    alike = [f for f in scene.ledger.facts if f.unit != "date" and _equal(f, figure)]
    left, right = scene.clause(figure.start, figure.end, edges)
    fits = [
        f
        for f in alike
        if _means(scene, f, figure, left, right) and not _hold(scene, figure.start, figure.end, f, edges, dates)
    ]
    fits = _one_meaning(fits)
    if len(fits) == 1:
        return Bound(figure.start, figure.end, fits[0])
    if not fits and figure.hedge in ("more", "less") and _threshold(figure, others):
        return Bound(figure.start, figure.end, None)
    if fits:
        return Reason(
            "figure that could mean two things", f"{figure.text.strip()} could be {fits[0].key} or {fits[1].key}"
        )
    if alike:
        why = _hold(scene, figure.start, figure.end, alike[0], edges, dates)
        return (
            why[0]
            if why
            else Reason(
                "figure that the clause doesn't name",
                f"{figure.text.strip()} is {alike[0].key}, which the clause doesn't say",
            )
        )
    return Reason("figure that isn't in the evidence", f"{figure.text.strip()} is not in the evidence")


def _equal(fact: Fact, figure: Figure) -> bool:
    """Whether a figure is a fact's value at the precision written, sign aside."""
    if figure.unit not in _UNITS[fact.unit] or figure.value.is_nan():
        return False
    value = abs(Decimal(str(fact.value)))
    value = value * 100 if fact.unit in ("fraction", "percentage points") else value
    said, step = abs(figure.value), Decimal(1).scaleb(-figure.decimals)
    if figure.hedge == "more":
        return said <= value < said + step
    if figure.hedge == "less":
        return said - step <= value < said or value == said
    if fact.unit in ("sessions", "count"):
        return value == said
    if figure.decimals == 0 and fact.unit in ("fraction", "percentage points") and not figure.hedge and value < 1:
        return False
    return value.quantize(step, ROUND_HALF_UP) == said


def _means(scene: Scene, fact: Fact, figure: Figure, left: int, right: int) -> bool:
    """Whether the words around a typed figure say this fact's metric."""
    words = scene.text[left:right]
    cue = cue_for(fact.metric)
    if cue is None:  # a return or a change: the unit says it, unless the words claim another measure
        other = [
            p for name, p in METRIC_CUES if p.search(words) and name.pattern not in ("close$", "open$", "high$", "low$")
        ]
        return not any(strong.search(words) for strong in STRONG.values()) or not other
    if cue.search(words):
        return True
    return bool(cue.search(scene.text)) and not any(s.search(words) for s in STRONG.values())


def _one_meaning(facts: list[Fact]) -> list[Fact]:
    """One fact for each thing meant: a record's level and that day's close are one, so are month and year in January."""
    out: list[Fact] = []
    for fact in facts:
        same = (fact.subject, fact.unit, fact.value, fact.base.session if fact.base else None)
        if all((o.subject, o.unit, o.value, o.base.session if o.base else None) != same for o in out):
            out.append(fact)
    return out


def _threshold(figure: Figure, others: list[Bound]) -> bool:
    for other in others:
        if isinstance(other.item, Fact) and other.end <= figure.start:
            limits = _THRESHOLDS.get(other.item.metric, ())
            value = Decimal(str(other.item.value))
            if figure.value in limits and (value > figure.value if figure.hedge == "more" else value < figure.value):
                return other.item.metric != "close" or other.item.subject == "vix"
    return False


def _hold(
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


def governing(scene: Scene, start: int, end: int, edges: list[tuple[int, int]]) -> list[Mention]:
    """The subjects a figure is said of: "for the S&P 500" behind it, else the nearest named before, else the first after."""
    named = mentions(scene.text)
    next_edge = min([s for s, _ in edges if s >= end], default=len(scene.text))
    for m in named:
        between = scene.text[end : m.start]
        if end <= m.start < next_edge and re.fullmatch(
            r"(?! and | while )[^,;.:]{0,36}?\b(?:for|in|on|of|by)(?: the)? ", between, re.I
        ):
            return [m]
    before = [m for m in named if m.end <= start]
    if before:
        return [before[-1]]
    return named[:1]


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
        or (bool(horizon_of(metric))
        and not metric.startswith(("rank", "advancers", "dispersion")))
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
        left_edge = max([0, *(m.end() for m in _CLAUSE.finditer(scene.text) if m.end() <= start)])
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
    """The sessions a fact's figure is of: usually its as_of; for a record, an extreme or a previous close, that session."""
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
    return own_dates(fact) | base | set(fact.dates) | {fact.as_of}


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
        if mention.day is None and mention.weekday is None and not mention.relative:
            if mention.month is None:
                continue  # a year alone is read as a horizon or a count's year
        own = set().union(*(own_dates(f) for f in parts))
        if not any(mention.fits(day, scene.today) for day in own):
            return [Reason("figure of another date", f"{parts[0].key} is not of {mention.text}")]
    return []


def states(passage: Passage, figure: Figure) -> bool:
    """Whether a passage states a figure, in its text or among its figures."""
    said, _ = read(normalise(passage.text + " " + " ".join(passage.quotes)))
    units = (
        {figure.unit}
        | ({"", "points", "USD"} if figure.unit in ("", "points", "USD") else set())
        | ({"ordinal", ""} if figure.unit == "ordinal" else set())
    )
    return any(abs(f.value) == abs(figure.value) and f.unit in units for f in said if not f.value.is_nan())


def _same_subject(scene: Scene, figure: Figure, passage: Passage) -> bool:
    """Whether the subject a figure is said of, where one is named before it, is one the passage speaks of."""
    near = governing(scene, figure.start, figure.end, [])
    if not near:
        return True
    if passage.call and passage.call.target is not None and abs(figure.value) == Decimal(str(passage.call.target)):
        return near[0].key == passage.call.subject
    spoken = {m.key for m in mentions(f"{passage.title} {passage.text} {passage.stance_on or ''}")}
    return near[0].key in spoken or (near[0].key in ("rut", "iwm", "ijr") and bool(spoken & {"rut", "iwm", "ijr"}))
