"""Who is ahead: a figure that sets two against each other belongs to the one who is said to lead, and to the other turned."""

import re

from assistant.evidence.derived import Derived
from assistant.gate.sentence import Reason, Scene
from tools.fact import Fact

AGAINST = re.compile(r"\b(?:against|over|than|versus|vs\.?|to|of beating|beating|ahead of)(?: the)? $", re.I)


def name_of_item(item: Fact | Derived) -> str:
    """What a reason calls a figure's evidence."""
    return item.key if isinstance(item, Fact) else item.expression


def cyclicals_first(scene: Scene) -> bool:
    """Whether cyclical sectors are named before defensive ones, so that what is said is said of them."""
    low = scene.text.lower()
    return -1 < low.find("cyclical") < (low.find("defensive") % 10_000)


def wrong_side(scene: Scene, start: int, end: int, item: Fact | Derived) -> list[Reason] | None:
    """Why a figure of two, or of cyclical less defensive sectors, isn't on the side that the words say.

    Returns:
        Reasons, none where it is; None where the figure is of one subject, or no word tells a side.
    """
    if isinstance(item, Fact) and item.metric.startswith("cyclical_minus") and (at := _side_told(scene, start, end)):
        ahead = at[0] if cyclicals_first(scene) else -at[0]
        wrong = bool(item.value) and (float(item.value) > 0) != (ahead > 0)
        return [Reason("direction that the figure doesn't have", f"{item.key} is on the other side")] if wrong else []
    pair = _pair_of(item)
    if pair and (side := _side_told(scene, start, end)):
        return _of_two(scene, start, item, pair, side)
    return None


def _pair_of(item: Fact | Derived) -> tuple[str, str] | None:
    """The two that a figure sets against each other, the first less the second; None for a figure of one."""
    if isinstance(item, Fact):
        first, vs, second = item.subject.partition("_vs_")
        return (
            (first, second)
            if vs and re.match(r"spread_|streak_average", item.metric) and "percentile" not in item.metric
            else None
        )
    subjects = [p.subject for p in item.parts]
    plain = re.fullmatch(r"[\w.@-]+ - [\w.@-]+", item.expression) is not None
    return (subjects[0], subjects[1]) if plain and len(set(subjects)) == 2 else None


_SIDE_AFTER = re.compile(
    r"^\s*(?:(?:percentage |index )?points?|sessions?|record closes|(?:more|fewer) record closes)?\s*(?:(more|ahead|above|higher|better)|(less|fewer|behind|below|lower|short|worse))\b",
    re.I,
)
_SIDE_BEFORE = re.compile(
    r"\b(?:(ahead|above|beat\w*|outpac\w+|outperform\w*|lead|leads|leading|led)|(behind|below|lag\w*|trail\w*|underperform\w*|short))\b",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:beaten|outpaced|outperformed|trailed|lagged|led) by\b", re.I)


def _side_told(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """On which side the words around a figure put whoever it is said of: +1 ahead, -1 behind; and where they stand."""
    after = _SIDE_AFTER.match(scene.text[end:])
    if after:
        return (+1 if after[1] else -1), start
    before = list(_SIDE_BEFORE.finditer(scene.text, 0, start))
    if not before:
        return None
    side = +1 if before[-1][1] else -1
    return (-side if _PASSIVE.search(scene.text[before[-1].start() : start]) else side), before[-1].start()


def _of_two(
    scene: Scene, start: int, item: Fact | Derived, pair: tuple[str, str], told: tuple[int, int]
) -> list[Reason]:
    """Whether who is said to be ahead is the one whose figure comes first, or the figure is negative."""
    side, place = told
    leader = _said_of(scene, place)
    if leader is None or leader not in pair:
        alone = leader is not None and not any(m.key in pair for m in scene.mentions if m.start > place)
        return (
            [Reason("figure of another subject", f"{name_of_item(item)} is not about {leader}")]
            if leader and not alone
            else []
        )
    value = float(item.value) * (1 if leader == pair[0] else -1)
    if value and (value > 0) != (side > 0):
        return [
            Reason(
                "direction that the figure doesn't have",
                f"by {name_of_item(item)} {leader} is {'ahead' if value > 0 else 'behind'}",
            )
        ]
    return []


def _said_of(scene: Scene, place: int) -> str | None:
    """Whom a clause is said of: who is named before its verb, past an aside between commas, not whom it is held against."""
    before = scene.text[:place]
    aside = re.match(r"^(.*?), [^,]*,\s*(?:(?:has|have|had|was|were|is|are|also)\s+)*$", before)
    end = len(aside[1]) if aside and any(m.end <= len(aside[1]) for m in scene.mentions) else place
    named = [m for m in scene.mentions if m.end <= end and not AGAINST.search(scene.text[: m.start])]
    if (
        len(named) > 1
        and re.search(r"\b(?:and|but|while)(?: by)?\s*$|\b(?:and|but)\b[^,]*$", scene.text[named[-1].end : end])
        and _SIDE_BEFORE.search(scene.text[named[0].end : named[-1].start])
    ):
        return named[0].key  # "beat the S&P 500 and trails": who began
    return named[-1].key if named else scene.context[0] if len(scene.context) == 1 else None
