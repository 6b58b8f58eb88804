"""A second subject that shares what is said of the first: "and so did the Dow", "as is the VIX", "the Nasdaq too"."""

import re
from collections.abc import Callable

from assistant.gate.sentence import Bound, Reason, Scene
from assistant.understanding.vocabulary import MOVING, NEGATION, READINGS, Mention
from tools.fact import Fact

Supporting = Callable[[str, str], list[Fact]]
AtRecord = Callable[[str], list[Fact]]
_ECHO = re.compile(r"\b(?:so|as) (?:is|are|did|do|does|has|have|was|were|with)(?: the)? $", re.I)
_TOO = re.compile(
    r"\)?(?: \([A-Z]{2,5}\))?(?: (?:sector|fund|index|ETF))?(?:['’]s(?: of [\d.,]+)?)?,?(?: (?:is|was|did|does|has|are|were))?"
    r" (?:too|as well|also|likewise)\b",
    re.I,
)
_SAME_DAY = re.compile(r"\bon the same day\b|\bat the same time\b", re.I)
_SHORT_OF = re.compile(r"\b(?:below|under|from|off|short of) (?:its|the|a) record", re.I)
_AS_ARE = re.compile(r"\bas(?: the)? $", re.I)
_OWN_SIZE = re.compile(r"\b(?:more|less|fewer) than\b|\bat least\b|\bover \d", re.I)
_WITH = re.compile(r"\bwith(?: the)? $", re.I)
_AVERAGE = re.compile(r"\b(above|below) (?:its|the) (20|50|200)[- ](?:day|session)", re.I)
_UNSHARED = re.compile(
    r"\bin a row\b|\bsessions\b|\b(?:lead|leads|led|beat\w*|trail\w*|lag\w*|rank\w*|weakest|strongest|best|worst)\b",
    re.I,
)


def check_echoes(scene: Scene, supporting: Supporting, at_record: AtRecord) -> tuple[list[Reason], list[Fact]]:
    """Holds every second subject to what the sentence says of its first.

    Args:
        scene: The sentence.
        supporting: Facts that show a subject moved as a word says.
        at_record: Facts that show a subject at a record.

    Returns:
        Reasons to withhold it, and the facts that carry the second subjects.
    """
    carried: list[Fact] = []
    if same := _SAME_DAY.search(scene.text):
        return [Reason("words that no figure carries", f"nothing in the evidence carries '{same[0]}'")], []
    first = min((m.start for m in scene.mentions), default=0)
    for mention in scene.mentions:
        before, after = scene.text[: mention.start], scene.text[mention.end :]
        echo = _ECHO.search(before) or (_WITH.search(before) if re.match(r"[.,;]|$", after) else None)
        echo = echo or (
            _AS_ARE.search(before) if re.match(r" (?:is|are|did|do|does|has|have|was|were)\b", after) else None
        )
        place = echo.start() if echo else mention.start
        if not echo and not (_TOO.match(after) and mention.start > first):
            continue
        # "Energy and utilities too": all that are joined share it.
        found = _shares(scene, mention, scene.text[:place], supporting, at_record)
        if not found:
            return [Reason("state that no figure shows", f"no figure shows it of {mention.key} too")], []
        carried += found
    return [], carried


def _shares(scene: Scene, mention: Mention, said: str, supporting: Supporting, at_record: AtRecord) -> list[Fact]:
    """The facts by which a subject shares what was said; none where one thing said is not so of it."""
    if NEGATION.search(said) or _UNSHARED.search(said) or _SHORT_OF.search(said) or _OWN_SIZE.search(said):
        return []
    out: list[Fact] = []
    for word, pattern in READINGS.items():
        if pattern.search(said):
            held = [f for f in scene.ledger.facts if (f.subject, f.metric) == (mention.key, "rsi_14")]
            if not held or held[0].reading != word:
                return []
            out += held[:1]
    if side := _AVERAGE.search(said):
        key = (mention.key, f"sma_{side[2]}_distance")
        held = [f for f in scene.ledger.facts if (f.subject, f.metric) == key]
        if not held or (float(held[0].value) > 0) != (side[1].lower() == "above"):
            return []
        out += held[:1]
    if re.search(r"\brecords?\b", said, re.I):
        held = at_record(mention.key)
        if not held:
            return []
        out += held
    for move in MOVING.finditer(said):
        held = supporting(mention.key, move[0])
        if not held:
            return []
        out += held
    return out


def joined(scene: Scene, place: int) -> list[str]:
    """The subjects that "and", "or" or commas join right before a place, or the one before it."""
    before = [m for m in scene.mentions if m.end <= place]
    chain = before[-1:]
    for m in reversed(before[:-1]):
        if not re.fullmatch(
            r"(?:['’]s?)?(?: RSI)?(?: of [\d.,]+)?(?:,| and|, and| or| nor)(?: the)? ",
            scene.text[m.end : chain[0].start],
        ):
            break
        chain.insert(0, m)
    return list(dict.fromkeys(m.key for m in chain))


def check_shared(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """A figure of one subject that two are said to share, "the Dow and the S&P 500 set 3 record closes", must be both's."""
    out = []
    held = [(b, facts) for b in bound if (facts := b.facts)]
    for chain in _chains(scene):
        if re.search(r"\b(?:between|of both|of)(?: the)? $", scene.text[: chain[0].start], re.I):
            continue  # "the gap between the Russell 2000 and the S&P 500"
        after = [(b, facts) for b, facts in held if b.start >= chain[-1].end]
        if not after or (
            len(after) >= len(chain) and re.search(r"\brespectively\b|\band\b", scene.text[after[0][0].end :])
        ):
            continue  # one each
        b, facts = after[0]
        hedge = _HEDGED.search(scene.text[: b.start + 12], max(0, b.start - 12))
        own = {k for f in facts for k in f.subject.split("_vs_")}
        keys = [m.key for m in chain]
        if not own & set(keys):
            continue
        if len(own) > 1 or len(facts) > 1:
            out.append(Reason("figure of another subject", f"{facts[0].key} is not of all that are named"))
            continue
        others = [k for k in keys if k not in own]
        if hedge and b.typed:
            if not all(_within(scene, k, facts[0], hedge[1].lower(), scene.text[b.start : b.end]) for k in others):
                out.append(Reason("figure of another subject", f"{facts[0].key} is not of all that are named"))
            continue
        shares = [
            any(
                f.subject == k and f.metric == facts[0].metric and f.display == facts[0].display
                for f in scene.ledger.facts
            )
            for k in others
        ]
        if not all(shares):
            out.append(Reason("figure of another subject", f"{facts[0].key} is not of all that are named"))
    left = _LEFT_OVER.search(scene.text, held[-1][0].end) if held else None
    if left and not any(left.start() <= chain[-1].start <= left.end() for chain in _chains(scene)):
        out.append(Reason("claim that no figure shows", f"nothing is said of '{left[0].strip(' ,.')}'"))
    return out


_HEDGED = re.compile(r"\b(more than|over|at least|less than|under|at most) ?", re.I)


def _within(scene: Scene, key: str, like: Fact, hedge: str, written: str) -> bool:
    """Whether another subject's figure of the same measure keeps to a limit such as "more than 9 %"."""
    number = re.search(r"\d+(?:\.\d+)?", written.replace(",", ""))
    fact = next((f for f in scene.ledger.facts if (f.subject, f.metric) == (key, like.metric)), None)
    if number is None or fact is None or (float(fact.value) > 0) != (float(like.value) > 0):
        return False
    value = abs(float(fact.value)) * (100 if fact.unit in ("fraction", "percentage points") else 1)
    return value > float(number[0]) if hedge in ("more than", "over", "at least") else value < float(number[0])


_LEFT_OVER = re.compile(r",? (?:and|or) (?:the )?[A-Z][\w&. ]{2,24}(?:['’]s?)?\s*\.$")


def _chains(scene: Scene) -> list[list[Mention]]:
    """Runs of two or more subjects that "and", "or" or commas join."""
    out: list[list[Mention]] = []
    for m in scene.mentions:
        between = scene.text[out[-1][-1].end : m.start] if out else ""
        if out and re.fullmatch(r"(?: \([A-Z]+\))?(?:,| and|, and| or)(?: the)? ", between):
            out[-1].append(m)
        else:
            out.append([m])
    return [chain for chain in out if len({m.key for m in chain}) > 1]


def unheld_bound(scene: Scene, bound: list[Bound], word: str) -> bool:
    """Whether an RSI stated in the sentence reads otherwise than the word that is said of all of them."""
    rsis = [b.item for b in bound if isinstance(b.item, Fact) and b.item.metric == "rsi_14"]
    return (
        len(rsis) > 1
        and any(f.reading != word for f in rsis)
        and not re.search(r"\b(?:while|but|against|whereas|not)\b", scene.text)
    )
