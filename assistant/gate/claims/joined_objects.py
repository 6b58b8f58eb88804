"""Who leads whom, of several: each object of "beat", "ahead of", "trailed" needs its own figure, on that side.

One figure proves one object. "Beat both the S&P 500 and the Nasdaq", "ahead of A together with B" name a second one,
which is held by its own facts; "both of the others" names none that could be held.
"""

import re
from collections.abc import Sequence

from assistant.gate.sentence import Bound, Scene
from assistant.understanding.vocabulary import Mention, horizon_cues, horizon_of
from tools.fact import Fact

_FIRST = re.compile(r"(?: both| either| each| neither)?(?: of)?(?: the)? ", re.I)
_NEXT = re.compile(
    r"(?:['’]s?)?(?:,? (?:and|or|nor|plus|with|alongside|as well as|together with|along with|and also|but also)|,)"
    r"(?: both)?(?: the)? ",
    re.I,
)
_UNNAMED = re.compile(
    r" (?:(?:both|each|all|either|any|most)(?: of)?(?: (?:the|its|their|these|those))?(?: (?:two|three|other|others|larger|large|major))*"
    r"(?: (?:peers?|rivals?|benchmarks?|index(?:es)?|indices|gauges?|funds?|sectors?|others))?"
    r"|(?:the|its|their) (?:(?:two|three|other|larger|major|main|big) )+(?:peers?|rivals?|benchmarks?|index(?:es)?|indices|gauges?|ones?)"
    r"|the others|the rest|everything else|(?:any|every|all) other \w+)(?=[\s.,;:)]|$)",
    re.I,
)
_RUNS = ("streak", "sessions_led_20d")


def joined_objects(
    scene: Scene, bound: Sequence[Bound], end: int, mine: Mention | None, *, ahead: bool
) -> list[Fact] | None:
    """The facts that bear a relation to several objects.

    Args:
        scene: The sentence and its evidence.
        bound: Its figures.
        end: Where the relation's words end.
        mine: Who is said to lead or trail.
        ahead: Whether the words say that it leads.

    Returns:
        Nothing where one object alone is named, which its figure bears; None where one of several isn't borne.
    """
    objects = _objects(scene, end)
    if _UNNAMED.match(scene.text[end:]) and not objects:
        return None
    if len(objects) < 2:
        return []
    if mine is None:
        return None
    facts = [b.item for b in bound if isinstance(b.item, Fact)]
    runs = [f for f in facts if f.metric in _RUNS]
    horizons = {h for f in facts if f.unit in ("fraction", "percentage points") and (h := horizon_of(f.metric))}
    horizons = horizons or {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    if runs:
        found = [_run(scene, mine.key, o.key, runs[0], ahead=ahead) for o in objects]
    elif len(horizons) == 1:
        found = [_spread(scene, mine.key, o.key, next(iter(horizons)), ahead=ahead) for o in objects]
    else:
        return None
    return [f for held in found if held for f in held] if all(found) else None


def _objects(scene: Scene, end: int) -> list[Mention]:
    """The subjects named right after the relation, and those that are joined to them."""
    out: list[Mention] = []
    for mention in scene.mentions:
        if mention.start < end:
            continue
        between = scene.text[out[-1].end if out else end : mention.start]
        if not (_NEXT if out else _FIRST).fullmatch(between):
            break
        out.append(mention)
    return out


def _fact(scene: Scene, key: str) -> Fact | None:
    held = [f for f in scene.ledger.facts if f.key == key]
    return next((f for f in held if f.as_of == scene.as_of), held[0] if held else None)


def _spread(scene: Scene, mine: str, other: str, horizon: str, *, ahead: bool) -> list[Fact]:
    """The facts that put one on the side said of the other over a horizon; empty where they don't, or aren't held."""
    for key, sign in ((f"{mine}_vs_{other}", 1), (f"{other}_vs_{mine}", -1)):
        spread = _fact(scene, f"{key}.spread_{horizon}")
        if spread is not None:
            return [spread] if (sign * float(spread.value) > 0) == ahead and spread.value else []
    own, theirs = (_fact(scene, f"{key}.return_{horizon}") for key in (mine, other))
    if own is None or theirs is None or own.value == theirs.value:
        return []
    return [own, theirs] if (float(own.value) > float(theirs.value)) == ahead else []


def _run(scene: Scene, mine: str, other: str, told: Fact, *, ahead: bool) -> list[Fact]:
    """The run, or the count of sessions, against another object: it must be as long as the one that is told."""
    held = _fact(scene, f"{mine}_vs_{other}.{told.metric}")
    return [held] if held is not None and held.value == told.value and ahead else []
