"""Claims that carry no figure of their own: direction, comparison, superlatives, dates, readings, advice."""

import re
from collections.abc import Callable

from assistant.allowed import strange_words
from assistant.conditions import check_conditions
from assistant.dates import DateMention
from assistant.echoes import check_echoes, joined, unheld_bound
from assistant.frames import check_frames
from assistant.holding import FROM, related_dates
from assistant.own_words import of_itself
from assistant.relations import check_relations
from assistant.scene import Bound, Reason, Scene
from assistant.slots import LEVELS, Derived
from assistant.superlatives import record_now, said_by_source, superlatives
from assistant.vocabulary import (
    ADVICE,
    COMPARING,
    DOWN,
    FORECAST,
    MOVING,
    NEGATION,
    READINGS,
    UP,
    Cue,
    horizon_cues,
    horizon_of,
)
from tools.facts import Fact

_QUESTION = re.compile(r"\?\s*$")


def check_claims(scene: Scene, bound: list[Bound], dates: list[DateMention]) -> tuple[list[Reason], list[Fact]]:
    """Holds what a sentence claims beside its figures against the evidence.

    Args:
        scene: The sentence.
        bound: Its figures with what they state.
        dates: The dates it names.

    Returns:
        Reasons to withhold it, and facts that carry a claim without a figure, to be footnoted.
    """
    if of_itself(scene.text):
        return [], []
    reasons: list[Reason] = []
    support: list[Fact] = []
    facts = [f for b in bound for f in _facts(b)]
    if not scene.cited:
        reasons += _own_voice(scene, bound)
    for check in (_readings, superlatives, _movements):
        wrong, carried = check(scene, bound, facts, dates)
        reasons += wrong
        support += carried
    if not scene.cited:
        for wrong, carried in (
            check_conditions(scene, bound),
            check_relations(scene, bound),
            check_echoes(scene, _sharing(scene, facts), lambda key: record_now(scene, {key})),
            (check_frames(scene, bound), []),
        ):
            reasons += wrong
            support += [f for f in carried if f not in facts and f not in support]
    reasons += _dates(scene, [*facts, *support], dates)
    if not (bound or scene.cited or support):
        reasons.append(Reason("claim that no figure shows", "nothing in the evidence stands behind it"))
    return reasons, support


def _sharing(scene: Scene, facts: list[Fact]) -> Callable[[str, str], list[Fact]]:
    """Finds the facts by which a second subject moved as the first did, over the period of the first's figure."""
    periods = frozenset(h for f in facts if (h := horizon_of(f.metric)))
    return lambda key, word: _supporting(scene, key, word, 0, len(scene.text), otherwise=periods)


_CAUSE = re.compile(r"\bsince (?:it|they|this|there|he|she)\b|\bas (?:it|they) (?:is|are|was|were)\b", re.I)


def _own_voice(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """What Footnote never says itself: advice, forecasts, negations it can't hold, words it doesn't know."""
    out = []
    if ADVICE.search(scene.text):
        out.append(Reason("advice", "it recommends something in Footnote's own voice"))
    if FORECAST.search(scene.text):
        out.append(Reason("forecast of its own", "it forecasts in Footnote's own voice"))
    if not bound and (trait := re.search(r"\bquality\b", scene.plain, re.I)):
        out.append(Reason("words that no figure carries", f"no figure stands by '{trait[0]}'"))
    if cause := _CAUSE.search(scene.text):
        out.append(Reason("words that no figure carries", f"no figure shows a cause ('{cause[0]}')"))
    negated = NEGATION.search(scene.text)
    if negated and (bound or scene.mentions) and not _held_negation(scene, negated, bound):
        out.append(Reason("negated claim", "a negated claim can't be held against a figure"))
    strange = strange_words(_of_all(scene, _blanked(scene, bound)))
    if strange:
        out.append(Reason("words that no figure carries", f"nothing in the evidence carries '{strange[0]}'"))
    return out


def _of_all(scene: Scene, text: str) -> str:
    """The text without an "all" or "each" that stands after the subjects it means, each of which is held."""
    every = re.search(r"\b(?:all|each) (?=rose|fell|gained|lost|climbed|dropped|declined|advanced)", text, re.I)
    return text[: every.start()] + text[every.end() :] if every and len(joined(scene, every.start())) > 1 else text


def _held_negation(scene: Scene, negated: re.Match[str], bound: list[Bound]) -> bool:
    """Whether a "not" belongs to a state or a movement that is held with it: no record yet, didn't beat."""
    after = scene.text[negated.end() : negated.end() + 32]
    if re.search(r"\b(?:once|any|none)\b", scene.text, re.I):
        return False
    if re.search(r"\b(?:overbought|oversold|records?)\b", after, re.I) or negated[0].lower() in ("neither", "nor"):
        return not any(_facts(b) for b in bound) or re.search(r"overbought|oversold", scene.text) is not None
    return not any(_facts(b) for b in bound) and MOVING.search(after) is not None


def _blanked(scene: Scene, bound: list[Bound]) -> str:
    """The text without what is checked elsewhere: subjects, figures, dates and periods."""
    text = re.sub(r"\bupper (?=Bollinger)", "      ", scene.plain)
    spans = [(b.start, b.end) for b in bound] + [(d.start, d.end) for d in scene.dates]
    spans += [(c.start, c.end) for c in horizon_cues(scene.text, scene.as_of)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _facts(bound: Bound) -> list[Fact]:
    return (
        [bound.item]
        if isinstance(bound.item, Fact)
        else list(bound.item.parts)
        if isinstance(bound.item, Derived)
        else []
    )


def _readings(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """ "Overbought" and "oversold" must be what an RSI of every subject reads, and what "not" denies what none does."""
    carried: list[Fact] = []
    for word, pattern in READINGS.items():
        match = pattern.search(scene.text)
        aside = rf"neither[^.]*{word}|below (?:the |its )?{word}|above (?:the |its )?oversold|(?:from|short of) {word}"
        far = re.search(rf"\b(?:far|well) (?:from|short of) {word}", scene.text, re.I)
        if not match or said_by_source(scene, match[0]) or (re.search(aside, scene.text, re.I) and not far):
            continue
        keys = joined(scene, match.start()) or list({m.key for m in scene.mentions} or set(scene.context))
        rsis = [f for f in scene.ledger.facts if f.metric == "rsi_14" and f.subject in keys]
        denied = far or NEGATION.search(scene.text[max(0, match.start() - 24) : match.start()])
        held = [f for f in rsis if (f.reading == word) != bool(denied)]
        if {f.subject for f in held} != set(keys) or (not denied and unheld_bound(scene, bound, word)):
            threshold = re.search(r"\b(?:above|over|below|under) \d+ (?:is|are|counts? as|is called|reads)", scene.text)
            return (
                [] if threshold else [Reason("reading that no figure has", f"no RSI in the evidence reads {word}")]
            ), []
        carried += [] if any(f.metric == "rsi_14" for f in facts) else held
    return [], carried


def _movements(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """A movement or comparison said without a figure must be what facts of that subject show, all alike."""
    if _QUESTION.search(scene.text):
        return [], []
    carried: list[Fact] = []
    quoted = quotations(scene.text)
    for match in MOVING.finditer(scene.text):
        if any(start <= match.start() < end for start, end in quoted) or _BAND.match(scene.text[match.end() :]):
            continue  # the words of a quotation are held as a whole
        near = [
            b
            for b in bound
            if b.start - 60 < match.start() < b.end + 45 and _facts(b) and _same_clause(scene, match.start(), b)
        ]
        versus = _VERSUS.search(match[0])
        if any(not _is_level(b) and not (versus and _of_one(b)) for b in near) or _leads_to_a_figure(
            scene, match, bound
        ):
            continue
        if near and not versus and _connected(scene, match, near[0]):
            wrong = _moved_to(scene, match, near[0])
            if wrong:
                return [wrong], []
            continue
        if said_by_source(scene, match[0]) or _family_in_source(scene, match[0]):
            continue
        if re.match(r" (?:the |all |all the )?(?:\w+ )?(?:sectors|funds|groups|others)\b", scene.text[match.end() :]):
            continue  # "led the sectors" is held as a rank
        runs = [b for b in bound if any(f.metric.startswith("streak") for f in _facts(b))]
        if versus and any(_same_clause(scene, match.start(), b) for b in runs):
            continue  # the run's figure was held with who ran it against whom
        if versus and re.search(r"cyclical", scene.text, re.I):
            tilt = _tilted(scene, match[0])
            if not tilt:
                return [Reason("movement that no figure states", f"no figure shows that cyclicals '{match[0]}'")], []
            carried += [f for f in tilt if f not in facts]
            continue
        who = _movers(scene, match.start())
        if versus and re.match(r" (?:it|them)\b", scene.text[match.end() :]):
            who = [m.key for m in scene.mentions[:1]]  # "and leads it": who began the sentence
        left, right = scene.clause(match.start(), match.end())
        if not who:
            if not scene.cited and not facts and match[0].lower() != "added":
                return [Reason("movement that no figure states", f"'{match[0]}' is said of no measured subject")], []
            continue
        flip = bool(NEGATION.search(scene.text[max(0, match.start() - 16) : match.start()]))
        if flip and versus and {c.horizon for c in _cues(scene)} - {"1d"}:
            return [Reason("negated claim", "who didn't lead over a period can't be held against a figure")], []
        flip = flip or re.search(r"\bneither\b", scene.text[: match.start()], re.I) is not None
        for key in who:
            found = _supporting(scene, key, match[0], left, right, flip)
            if not found:
                why = f"no figure in the evidence shows that {key} '{match[0]}'"
                return [Reason("movement that no figure states", why)], []
            carried += [f for f in found if f not in facts]
    return [], carried


def _of_one(bound: Bound) -> bool:
    """Whether a figure is of one subject alone, so that it shows nothing of who is ahead of whom."""
    facts = _facts(bound)
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
    first = scene.text.lower().find("cyclical") < (scene.text.lower().find("defensive") % 10_000)
    up = bool(UP.fullmatch(word)) == first
    held = [f for f in scene.ledger.facts if f.metric.startswith("cyclical_minus") and horizon_of(f.metric) in cues]
    return held if held and all((float(f.value) > 0) == up for f in held) else []


def _connected(scene: Scene, match: re.Match[str], bound: Bound) -> bool:
    """Whether a movement leads to a level: "fell to 2,718.77", "up at 2,718.77"."""
    between = scene.text[match.end() : bound.start]
    return match.start() <= bound.start and bool(
        re.fullmatch(r"(?: back)?(?: to| at)(?: [\w-]+){0,4} (?:of |at |to )?| (?:of|at) ", between)
    )


def _is_level(bound: Bound) -> bool:
    facts = _facts(bound)
    return len(facts) == 1 and facts[0].unit in LEVELS and not horizon_of(facts[0].metric)


_CLOSES = ("close", "record_last", "high_52w", "low_52w", "high_close_20d")  # levels that may be the day's close


def _moved_to(scene: Scene, match: re.Match[str], bound: Bound) -> Reason | None:
    """ "Fell to 2,718.77": the day's move must have been that way, and the level one that a day's move leads to."""
    fact = _facts(bound)[0]
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
    named = joined(scene, place) or [m.key for m in scene.mentions[:1]]
    return named or (list(scene.context) if len(scene.context) == 1 else [])


def _same_clause(scene: Scene, place: int, bound: Bound) -> bool:
    left, right = scene.clause(bound.start, bound.end)
    return left <= place < right


def _family_in_source(scene: Scene, word: str) -> bool:
    """Whether a cited passage uses a word of the same direction."""
    pattern = UP if UP.fullmatch(word) else DOWN
    return any(pattern.search(p.text) for p in scene.cited)


_BAND = re.compile(r" (?:Bollinger )?bands?\b", re.I)  # "its lower band" is no movement
_VERSUS = re.compile(r"\b(?:outperform|outpac|beat|ahead|lead|led|underperform|lag|trail|behind|short of)", re.I)


def _supporting(
    scene: Scene,
    key: str,
    word: str,
    left: int,
    right: int,
    flip: bool = False,
    otherwise: frozenset[str] = frozenset(),
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
    others = [m.key for m in scene.mentions if m.key != key]
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


def _dates(scene: Scene, facts: list[Fact], dates: list[DateMention]) -> list[Reason]:
    """Every date named must be one of the evidence that the sentence rests on."""
    out = [
        Reason("date that isn't the evidence's", f"{d.text} stands where a figure should")
        for d in dates
        if d.day is not None and not scene.cited and _FIGURE_DUE.search(scene.text[: d.start])
    ]
    known = {day for f in facts for day in related_dates(f)}
    bases = {f.base.session for f in facts if f.base}
    quoted = quotations(scene.text)
    for mention in dates:
        from_base = FROM.search(scene.text[max(0, mention.start - 32) : mention.start])
        days = known | bases if from_base else known
        if any(mention.fits(day, scene.today) for day in days):
            continue
        if any(_dated(p.published, mention) or _in_text(mention.text, p.text) for p in scene.cited):
            continue
        if any(start <= mention.start < end for start, end in quoted):
            continue  # the words of a quotation are held as a whole
        vague = mention.day is None and mention.weekday is None and not mention.relative
        if vague and not scene.cited and mention.fits(scene.as_of, scene.today):
            continue
        if vague and not scene.cited and any(mention.start < c.end and c.start < mention.end for c in _cues(scene)):
            continue  # part of a period's name, which is held as one
        if not facts and not scene.cited and mention.fits(scene.as_of, scene.today):
            continue
        out.append(Reason("date that isn't the evidence's", f"{mention.text} is not a date of the evidence"))
    return out


# Small models put the one date they know into every gap: "closed at 22 January", "beaten … for 22 January".
_FIGURE_DUE = re.compile(
    rf"(?:\bat|\blast(?:s|ed|ing)|(?:{UP.pattern}|{DOWN.pattern})(?: by)?|(?:{COMPARING.pattern})[^,;:]* (?:for|by)"
    r"|\b(?:close|level|high|low|yield|RSI|return|gain|loss|spread|ratio)(?: of the [\w ]{3,24})? (?:is|was|stands|stood)) $",
    re.I,
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand."""
    return [(m.start(), m.end()) for m in re.finditer(r"“[^”]*”|\"[^\"]*\"", text)]


def _cues(scene: Scene) -> list[Cue]:
    return horizon_cues(scene.text, scene.as_of)


def _dated(published: str, mention: DateMention) -> bool:
    parts = [int(x) for x in str(published).split("-")]
    return all(
        said is None or (i < len(parts) and parts[i] == said)
        for i, said in enumerate((mention.year, mention.month, mention.day))
    )


def _in_text(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) is not None
