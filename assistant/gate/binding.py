"""Binding: which reading of the ledger a figure states, by value, unit, subject, horizon, direction and date."""

import re
from decimal import ROUND_HALF_UP, Decimal

from assistant.evidence.derived import Derived
from assistant.gate.fact_check import hold
from assistant.gate.sentence import Bound, Reason, Scene, governing
from assistant.gate.slots import is_level
from assistant.statements.catalogue import SAID_ONLY
from assistant.understanding.dates import DateMention
from assistant.understanding.figures import Figure, normalise, read
from assistant.understanding.vocabulary import STRONG, cue_for, horizon_of, mentions
from corpus.document import Passage
from tools.fact import EXCHANGE_RATE, LOCAL, Fact, is_currency

_UNITS = {
    "fraction": ("percent",),
    "percentage points": ("percentage points", "points", "basis points"),
    "percent": ("percent",),
    "basis points": ("basis points",),
    "index points": ("points", ""),
    EXCHANGE_RATE: ("",),
    "index": ("", "points"),
    "ratio": ("", "times"),
    "sessions": ("sessions", "ordinal", ""),
    "count": ("", "ordinal"),
}
_SAME_CURRENCY = {"GBX": "GBp", "ZAC": "ZAc"}  # Yahoo writes both
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
        reasons += hold(scene, slot.start, slot.end, slot.item, edges, dates) + _unsaid(scene, slot, edges)
    for figure in figures:
        edges = [s for s in spans if s != (figure.start, figure.end)]
        found = _bind(scene, figure, edges, dates, [b for b in (*slots, *bound) if b.item])
        if isinstance(found, Reason):
            reasons.append(found)
        else:
            bound.append(found)
    return bound, reasons


_APART = re.compile(
    r"\s?(?:index )?points? (?:above|below|over|under|ahead|behind|higher|lower|more|less|up|down|from)\b", re.I
)
_MOVED = re.compile(
    r"\b(?:gained|rose|fell|lost|added|up|down|climbed|slipped|declined|dropped|advanced|by|rallied|jumped|returned|surged|sank|slid)(?: by)? $",
    re.I,
)


def _unsaid(scene: Scene, slot: Bound, edges: list[tuple[int, int]]) -> list[Reason]:
    """Reasons why a slot's words name another measure than its fact's, or give it another unit."""
    item, before, after = slot.item, scene.text[: slot.start], scene.text[slot.end :]
    if isinstance(item, Passage) or item is None:
        return []
    parts = [item] if isinstance(item, Fact) else item.parts
    if said := next((p for p in parts if SAID_ONLY.search(p.key)), None):
        return [Reason("figure that needs its own statement", f"{said.key} is stated by {{say …}} alone")]
    unit = re.match(
        r"\s?(%|per\s?cent\b|percent\b|percentage points?|points?\b|basis points|bps?\b|sessions?\b|times\b|x\b)",
        after,
        re.I,
    )
    if unit and not (unit[1].lower().startswith("point") and item.unit == "index points"):
        return [Reason("figure in another unit", f"{item.display} is followed by {unit[1]}")]
    if isinstance(item, Derived):
        return []
    left, right = scene.clause(slot.start, slot.end, edges)
    if _mislabelled(item, before, after):
        return [Reason("figure of another measure", f"{item.key} is not what the words say")]
    if item.unit == "date" or _means(scene, item, slot.start, left, right):
        return []
    return [Reason("figure that the clause doesn't name", f"the words don't name {item.key}")]


def _mislabelled(fact: Fact, before: str, after: str) -> bool:
    """Whether a level is said as a move or a distance, or a move as a level."""
    if horizon_of(fact.metric):
        return re.search(r"\b(?:clos\w+|ended|stood|settled|finished|opened) (?:at|on) $", before) is not None
    return is_level(fact.unit) and bool(_MOVED.search(before) or _APART.match(after))


def _bind(
    scene: Scene, figure: Figure, edges: list[tuple[int, int]], dates: list[DateMention], others: list[Bound]
) -> Bound | Reason:
    quoted = [p for p in scene.cited if states(p, figure) and _same_subject(scene, figure, p)]
    if quoted:
        return Bound(figure.start, figure.end, quoted[0], typed=True)
    alike = [f for f in scene.ledger.facts if f.unit != "date" and not SAID_ONLY.search(f.key) and _equal(f, figure)]
    left, right = scene.clause(figure.start, figure.end, edges)
    unit = " points" if figure.unit == "points" else ""  # which the figure has taken in
    fits = [
        f
        for f in alike
        if _means(scene, f, figure.start, left, right)
        and not _mislabelled(f, scene.text[: figure.start], unit + scene.text[figure.end :])
        and not hold(scene, figure.start, figure.end, f, edges, dates)
    ]
    fits = _one_meaning(_nearest(scene, fits))
    if len(fits) == 1:
        return Bound(figure.start, figure.end, fits[0], typed=True)
    if not fits and _threshold(scene, figure, others):
        return Bound(figure.start, figure.end, None, typed=True)
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
    if figure.value.is_nan():
        return False
    value, said = abs(Decimal(str(fact.value))), abs(figure.value)
    if figure.unit == "ordinal" and "percentile" in fact.metric:
        return (value * 100).quantize(Decimal(1), ROUND_HALF_UP) == said
    if figure.unit not in _written(fact.unit):
        return False
    if fact.unit in ("fraction", "percentage points"):
        value *= 10_000 if figure.unit == "basis points" else 100
    step = Decimal(1).scaleb(-figure.decimals)
    if figure.hedge == "more":
        return said < value < said + step
    if figure.hedge == "least":
        return said <= value < said + step
    if figure.hedge == "most":
        return said - step < value <= said
    if figure.hedge == "less":
        return said - step <= value < said
    if fact.unit in ("sessions", "count"):
        return value == said
    if figure.decimals == 0 and fact.unit in ("fraction", "percentage points") and not figure.hedge and value < 1:
        return False
    return abs(value - said) * 2 <= step  # a tie may be rounded either way


def _written(unit: str) -> tuple[str, ...]:
    """The units in which a text may write a figure of a fact's unit."""
    if unit == LOCAL:
        return ("",)
    return (_SAME_CURRENCY.get(unit, unit),) if is_currency(unit) else _UNITS[unit]


def _means(scene: Scene, fact: Fact, start: int, left: int, right: int) -> bool:
    """Whether the words around a figure say this fact's metric."""
    words, text = scene.plain[left:right], scene.plain
    cue = cue_for(fact.metric)
    if cue is None:  # a return or a change: the unit says it, unless the words claim another measure
        own = {"streak"} if fact.metric.startswith("return") else set()
        return not any(p.search(words) for name, p in STRONG.items() if name not in own)
    if cue.search(words):
        return True
    if fact.metric == "previous_close" and re.search(r"\bfrom $", scene.text[:start]):
        return True  # "rose to 2,718.77 from 2,698.17"
    if fact.metric == "close" and re.search(r"[:(]\s*$", scene.text[:start]):
        return True  # "Russell 2000: 2,718.77" in a list
    return bool(cue.search(text)) and not any(s.search(words) for s in STRONG.values())


def _nearest(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """Of facts that fit, those all of whose subjects the sentence names, where there are any."""
    named = {m.key for m in scene.mentions}
    whole = [f for f in facts if set(f.subject.split("_vs_")) <= named]
    return whole or facts


def _one_meaning(facts: list[Fact]) -> list[Fact]:
    """One fact for each thing meant: a record and that day's close are one, so are month and year in January."""
    out: list[Fact] = []
    for fact in facts:
        same = (fact.subject, fact.unit, fact.value, fact.base.session if fact.base else None)
        if all((o.subject, o.unit, o.value, o.base.session if o.base else None) != same for o in out):
            out.append(fact)
    return out


def _threshold(scene: Scene, figure: Figure, others: list[Bound]) -> bool:
    """Whether a figure is a limit that a reading bound before it is rightly said to stand above or below."""
    words = scene.text[max(0, figure.start - 45) : figure.start]
    hedge = {"least": "more", "most": "less"}.get(figure.hedge, figure.hedge)
    if re.search(r"(?:threshold|level|line|mark|limit)(?: of)? $", words, re.I):
        hedge = (
            "more"
            if re.search(r"\b(?:above|over|past)\b", words, re.I)
            else "less"
            if re.search(r"\b(?:below|under)\b", words, re.I)
            else ""
        )
    for other in others:
        if isinstance(other.item, Fact) and other.item.unit != "date" and other.end <= figure.start:
            limits = _THRESHOLDS.get(other.item.metric, ())
            value = Decimal(str(other.item.value))
            if figure.value in limits and (
                value > figure.value if hedge == "more" else hedge == "less" and value < figure.value
            ):
                return other.item.metric != "close" or other.item.subject == "vix"
    return False


def states(passage: Passage, figure: Figure) -> bool:
    """Whether a passage states a figure, in its text or among its figures."""
    said, _ = read(normalise(passage.text + " " + " ".join(passage.quotes)))
    units = (
        {figure.unit}
        | ({"", "points", "USD"} if figure.unit in ("", "points", "USD") else set())
        | ({"", figure.unit} if is_currency(figure.unit) else set())
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
