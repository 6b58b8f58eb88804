"""Movements said without a figure of their own: "fell", "led the S&P 500", "and leads it" must be what facts show."""

import re

from assistant.gate.claims.shared_subjects import joined
from assistant.gate.claims.superlatives import said_by_source
from assistant.gate.leader import cyclicals_first
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.gate.slots import is_level
from assistant.understanding.dates import DateMention
from assistant.understanding.vocabulary import DOWN, MOVING, NEGATION, UP, Cue, horizon_cues, horizon_of
from tools.fact import Fact

_QUESTION = re.compile(r"\?\s*$")


def movements(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """A movement or comparison said without a figure must be what facts of that subject show, all alike."""
    if _QUESTION.search(scene.text):
        return [], []
    carried: list[Fact] = []
    for match in MOVING.finditer(scene.text):
        found = _moved(scene, match, bound, facts)
        if isinstance(found, Reason):
            return [found], []
        carried += [f for f in found if f not in facts]
    return [], carried


def _moved(scene: Scene, match: re.Match[str], bound: list[Bound], facts: list[Fact]) -> list[Fact] | Reason:
    """The facts that carry one movement, none where it is held elsewhere; or why nothing carries it."""
    versus = _VERSUS.search(match[0])
    near = [
        b
        for b in bound
        if b.start - 60 < match.start() < b.end + 45 and b.facts and _same_clause(scene, match.start(), b)
    ]
    if _held_elsewhere(scene, match, bound, near):
        return []
    if near and not versus and _connected(scene, match, near[0]):
        return _moved_to(scene, match, near[0]) or []
    if said_by_source(scene, match[0]) or _family_in_source(scene, match[0]):
        return []
    if versus and re.search(r"cyclical", scene.text, re.I):
        unshown = Reason("movement that no figure states", f"no figure shows that cyclicals '{match[0]}'")
        return _tilted(scene, match[0]) or unshown
    who = _movers(scene, match.start())
    if versus and re.match(r" (?:it|them)\b", scene.text[match.end() :]):
        who = [m.key for m in scene.mentions[:1]]  # "and leads it": who began the sentence
    if not who:
        told = scene.cited or facts or match[0].lower() == "added"
        return [] if told else Reason("movement that no figure states", f"'{match[0]}' is said of no measured subject")
    return _shown(scene, match, who)


def _held_elsewhere(scene: Scene, match: re.Match[str], bound: list[Bound], near: list[Bound]) -> bool:
    """Whether a movement is of a quotation or a band, or was held with its figure, as a relation, a rank or a run."""
    after, versus = scene.text[match.end() :], _VERSUS.search(match[0])
    if any(start <= match.start() < end for start, end in quotations(scene.text)) or _BAND.match(after):
        return True
    if any(not _is_level(b) and not (versus and _of_one(b)) for b in near) or _leads_to_a_figure(scene, match, bound):
        return True
    if re.match(r" (?:the |all |all the )?(?:\w+ )?(?:sectors|funds|groups|others)\b", after):
        return True
    runs = [b for b in bound if any(f.metric.startswith("streak") for f in b.facts)]
    return bool(versus) and any(_same_clause(scene, match.start(), b) for b in runs)


def _shown(scene: Scene, match: re.Match[str], who: list[str]) -> list[Fact] | Reason:
    """The facts by which each subject moved so, against all that it is held against; or a reason."""
    versus = _VERSUS.search(match[0])
    left, right = scene.clause(match.start(), match.end())
    flip = bool(NEGATION.search(scene.text[max(0, match.start() - 16) : match.start()]))
    if flip and versus and {c.horizon for c in cues_of(scene)} - {"1d"}:
        return Reason("negated claim", "who didn't lead over a period can't be held against a figure")
    flip = flip or re.search(r"\bneither\b", scene.text[: match.start()], re.I) is not None
    objects = _objects(scene, match.end()) if versus else []
    out: list[Fact] = []
    for key in who:
        for other in objects if len(objects) > 1 else [""]:
            found = supporting(scene, key, match[0], left, right, flip, against=other)
            if not found:
                why = f"no figure in the evidence shows that {key} '{match[0]}'"
                return Reason("movement that no figure states", why)
            out += found
    return out


def _of_one(bound: Bound) -> bool:
    """Whether a figure is of one subject alone, so that it shows nothing of who is ahead of whom."""
    facts = bound.facts
    paired = re.compile(r"rank|cyclical|spread|streak|sessions_led|rotation_breadth|advancers|lead_")
    return len(facts) == 1 and "_vs_" not in facts[0].subject and not paired.search(facts[0].metric)


def _leads_to_a_figure(scene: Scene, match: re.Match[str], bound: list[Bound]) -> bool:
    """Whether what is compared is a figure right after, which is held as a relation of two."""
    if scene.text[match.end() :].startswith(" than"):
        return True
    if not _VERSUS.search(match[0]):
        return False
    after = [b for b in bound if b.start >= match.end() and b.item is not None]
    between = scene.text[match.end() : after[0].start] if after else ","
    return re.fullmatch(r"[\w\s&.'’/()-]{0,60}", between) is not None


def _tilted(scene: Scene, word: str) -> list[Fact]:
    """Facts that show cyclical sectors on the side of defensive ones that a word says, over what is named."""
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} or {"1d"}
    up = bool(UP.fullmatch(word)) == cyclicals_first(scene)
    held = [f for f in scene.ledger.facts if f.metric.startswith("cyclical_minus") and horizon_of(f.metric) in cues]
    return held if held and all((float(f.value) > 0) == up for f in held) else []


def _connected(scene: Scene, match: re.Match[str], bound: Bound) -> bool:
    """Whether a movement leads to a level: "fell to 2,718.77", "up at 2,718.77"."""
    between = scene.text[match.end() : bound.start]
    return match.start() <= bound.start and bool(
        re.fullmatch(r"(?: back)?(?: to| at)(?: [\w-]+){0,4} (?:of |at |to )?| (?:of|at) ", between)
    )


def _is_level(bound: Bound) -> bool:
    facts = bound.facts
    return len(facts) == 1 and is_level(facts[0].unit) and not horizon_of(facts[0].metric)


_CLOSES = ("close", "record_last", "high_52w", "low_52w", "high_close_20d")  # levels that may be the day's close


def _moved_to(scene: Scene, match: re.Match[str], bound: Bound) -> Reason | None:
    """ "Fell to 2,718.77": the day's move must have been that way, and the level one that a day's move leads to."""
    fact = bound.facts[0]
    day = next(
        (f for f in scene.ledger.facts if (f.subject, f.metric, f.as_of) == (fact.subject, "return_1d", fact.as_of)),
        None,
    )
    up = UP.fullmatch(match[0]) is not None
    if fact.metric in _CLOSES and day is not None and day.value and (float(day.value) > 0) == up:
        return None
    return Reason("movement that no figure states", f"no figure in the evidence shows that {fact.key} '{match[0]}'")


def _movers(scene: Scene, place: int) -> list[str]:
    """Whom a movement is said of: the subjects named before it, all of those that "and" or commas join."""
    left, _ = scene.clause(place, place)
    own = [m for m in scene.mentions if left <= m.start < place]
    begun = joined(scene, scene.mentions[0].end) if scene.mentions else []
    verb_alone = not own and re.search(r"\b(?:and|but)\s*$", scene.text[:left]) is not None
    named = begun if verb_alone and begun else joined(scene, place) or [m.key for m in scene.mentions[:1]]
    # "Volatility rose" is not said of what the sentence before was about.
    return named or (list(scene.context) if len(scene.context) == 1 and _POINTS_BACK.search(scene.text) else [])


_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|their|them|this|that|both|the (?:index|gauge|benchmark|fund|shares?|stocks?|close|yield|ratio))\b",
    re.I,
)


def _objects(scene: Scene, place: int) -> list[str]:
    """The subjects that a movement is held against: the first after it and those that "and" or commas join to it."""
    out: list[str] = []
    end = place
    for m in (m for m in scene.mentions if m.start >= place):
        between = scene.text[end : m.start]
        if not re.fullmatch(r" (?:the )?|(?: on the day| this year)?(?:,| and|, and| or)(?: the)? ", between):
            break
        out.append(m.key)
        end = m.end
    return out


def _same_clause(scene: Scene, place: int, bound: Bound) -> bool:
    left, right = scene.clause(bound.start, bound.end)
    return left <= place < right


def _family_in_source(scene: Scene, word: str) -> bool:
    """Whether a cited passage uses a word of the same direction."""
    pattern = UP if UP.fullmatch(word) else DOWN
    return any(pattern.search(p.text) for p in scene.cited)


_BAND = re.compile(r" (?:Bollinger )?bands?\b", re.I)  # "its lower band" is no movement
_VERSUS = re.compile(r"\b(?:outperform|outpac|beat|ahead|lead|led|underperform|lag|trail|behind|short of)", re.I)


def supporting(
    scene: Scene,
    key: str,
    word: str,
    left: int,
    right: int,
    flip: bool = False,
    otherwise: frozenset[str] = frozenset(),
    against: str = "",
) -> list[Fact]:
    """Facts that show a subject moved as a word says, over the period named or else over every one held."""
    up = bool(UP.fullmatch(word)) != flip
    whole = {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    cues = {c.horizon for c in horizon_cues(scene.text[left:right], scene.as_of)} or whole
    if not cues and any(d.day and d.fits(scene.as_of, scene.today) for d in scene.dates):
        cues = {"1d"}
    cues = cues or set(otherwise)
    facts = scene.ledger.facts
    versus = _VERSUS.search(word) or scene.text[scene.text.find(word) + len(word) :].startswith(" than")
    others = [against] if against else [m.key for m in scene.mentions if m.key != key]
    if versus and others:
        held = [(f, 1) for f in facts if f.subject == f"{key}_vs_{others[0]}"]
        held += [(f, -1) for f in facts if f.subject == f"{others[0]}_vs_{key}"]
        held = [(f, s) for f, s in held if f.metric.startswith("spread_") and not f.metric.endswith("percentile")]
    elif versus:
        held = [(f, 1) for f in facts if f.subject.startswith(key + "_vs_") and f.metric.startswith("spread_")]
        held = [(f, s) for f, s in held if not f.metric.endswith("percentile")]
    else:
        held = [(f, 1) for f in facts if f.subject == key and f.metric.startswith(("return_", "change_"))]
    held = [(f, s) for f, s in held if not cues or horizon_of(f.metric) in cues]
    if flip:
        agree = [f for f, s in held if (float(f.value) * s >= 0) == up or not f.value]
    else:
        agree = [f for f, s in held if (float(f.value) * s > 0) == up and f.value]
    return agree[:1] if held and len(agree) == len(held) else []


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand."""
    return [(m.start(), m.end()) for m in re.finditer(r"“[^”]*”|\"[^\"]*\"", text)]


def cues_of(scene: Scene) -> list[Cue]:
    """The periods that a sentence names."""
    return horizon_cues(scene.text, scene.as_of)
