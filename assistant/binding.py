"""Binding: which reading of the ledger a figure states, by value, unit, subject, horizon, direction and date."""

from decimal import ROUND_HALF_UP, Decimal

from assistant.dates import DateMention
from assistant.figures import Figure, normalise, read
from assistant.holding import hold
from assistant.scene import Bound, Reason, Scene, governing
from assistant.vocabulary import METRIC_CUES, STRONG, cue_for, mentions
from corpus.document import Passage
from tools.facts import Fact

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
        reasons += hold(scene, slot.start, slot.end, slot.item, edges, dates)
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
        if _means(scene, f, figure, left, right) and not hold(scene, figure.start, figure.end, f, edges, dates)
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
        why = hold(scene, figure.start, figure.end, alike[0], edges, dates)
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
    """One fact for each thing meant: a record and that day's close are one, so are month and year in January."""
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
