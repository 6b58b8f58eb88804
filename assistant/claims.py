"""Claims that carry no figure of their own: direction, comparison, superlatives, dates, readings, advice."""

import re
from itertools import pairwise

from assistant.allowed import strange_words
from assistant.conditions import check_conditions
from assistant.dates import DateMention
from assistant.holding import FROM, related_dates
from assistant.scene import Bound, Reason, Scene
from assistant.slots import LEVELS, Derived
from assistant.superlatives import said_by_source, superlatives
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
    reasons: list[Reason] = []
    support: list[Fact] = []
    facts = [f for b in bound for f in _facts(b)]
    if not scene.cited:
        reasons += _own_voice(scene, bound)
    checks = () if _NOT_MEASURED.match(scene.text) else (_readings, superlatives, _movements)
    for check in checks:
        wrong, carried = check(scene, bound, facts, dates)
        reasons += wrong
        support += carried
    if not scene.cited:
        wrong, carried = check_conditions(scene, bound)
        reasons += wrong
        support += [f for f in carried if f not in facts]
    reasons += _dates(scene, [*facts, *support], dates) + _compared(scene, bound)
    if not (bound or scene.cited or support or _OF_ITSELF.search(scene.text)):
        reasons += _unsupported(scene)
    return reasons, support


# "It is.", "The answer is no." and "The Russell 2000 did." claim whatever was asked.
_BARE_ANSWER = re.compile(
    r"(?:\W|(?:yes|no|not|so|and|but|too|also|it|its|that|this|they|these|those|there|here|indeed|is|are|was|were|has|have|had|does"
    r"|do|did|just|exactly|the|case|goes|true|right|all|a|an|answer|question|to|on|in|of|for|at|over|by|course|as|follows)\b)*",
    re.I,
)


_CAUSE = re.compile(r"\bsince (?:it|they|this|there|he|she)\b|\bas (?:it|they) (?:is|are|was|were)\b", re.I)
_OF_ITSELF = re.compile(r"\bFootnote\b|\blibrary\b|\?\s*$", re.I)  # what Footnote does or holds needs no figure
_OF_MARKETS = re.compile(
    r"\b(?:small|large|mega|mid)[- ]?caps?\b|\b(?:markets?|stocks|shares|companies|sectors?|rally|rotation)\b", re.I
)


def _unsupported(scene: Scene) -> list[Reason]:
    """A sentence without a figure, a source or a fact that carries it: it may join others, not say what markets are."""
    if _BARE_ANSWER.fullmatch(_blanked(scene, [])):
        return [Reason("answer that no figure shows", "it says yes or no, and nothing stands behind it")]
    if scene.mentions or _OF_MARKETS.search(scene.text):
        return [Reason("claim that no figure shows", "it speaks of the market, and nothing stands behind it")]
    return []


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
    negated = NEGATION.search(_NOT_MEASURED.sub(lambda m: " " * len(m[0]), scene.text))
    if negated and (bound or scene.mentions) and not _held_negation(scene, negated, bound):
        out.append(Reason("negated claim", "a negated claim can't be held against a figure"))
    strange = strange_words(_NOT_MEASURED.sub("", _blanked(scene, bound)))
    if strange:
        out.append(Reason("words that no figure carries", f"nothing in the evidence carries '{strange[0]}'"))
    return out


def _held_negation(scene: Scene, negated: re.Match[str], bound: list[Bound]) -> bool:
    """Whether a "not" belongs to a state or a movement that is held with it: no record yet, didn't beat."""
    after = scene.text[negated.end() : negated.end() + 32]
    if re.search(r"\b(?:overbought|records?)\b", after, re.I) or negated[0].lower() in ("neither", "nor"):
        return not any(_facts(b) for b in bound) or "overbought" in scene.text
    return not any(_facts(b) for b in bound) and MOVING.search(after) is not None


def _blanked(scene: Scene, bound: list[Bound]) -> str:
    """The text without what is checked elsewhere: subjects, figures, dates and periods."""
    text = re.sub(r"\bupper (?=Bollinger)", "      ", scene.plain)
    spans = [(b.start, b.end) for b in bound] + [(d.start, d.end) for d in scene.dates]
    spans += [(c.start, c.end) for c in horizon_cues(scene.text, scene.as_of)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _compared(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """ "More than the S&P 500's 0.55 %": of two figures of one measure the first must be the larger."""
    held = [(b, f[0]) for b in bound if len(f := _facts(b)) == 1]
    for (a, first), (b, second) in pairwise(held):
        match = _THAN.search(scene.text[a.end : b.start])
        if not match:
            continue
        more = match[1].lower() in ("more", "better", "higher", "faster", "stronger", "larger", "greater")
        if first.metric != second.metric or (float(first.value) > float(second.value)) != more:
            return [Reason("comparison that the figures don't bear", f"{first.key} is not {match[0]} {second.key}")]
    return []


# What Footnote says it doesn't measure may be called by its name.
_NOT_MEASURED = re.compile(r"^Footnote doesn['’]t measure [\w ,'’-]+;")
_THAN = re.compile(
    r"\b(more|better|higher|faster|stronger|larger|greater|less|worse|lower|weaker|slower|smaller) than\b", re.I
)


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
    """ "Overbought" and "oversold" must be what an RSI of the subject reads."""
    carried: list[Fact] = []
    for word, pattern in READINGS.items():
        match = pattern.search(scene.text)
        aside = rf"neither[^.]*{word}|below (?:the |its )?{word}|above (?:the |its )?oversold|(?:from|short of) {word}"
        if not match or said_by_source(scene, match[0]) or re.search(aside, scene.text, re.I):
            continue
        keys = {m.key for m in scene.mentions} or set(scene.context)
        held = [f for f in scene.ledger.facts if f.metric == "rsi_14" and f.reading == word and f.subject in keys]
        if not held:
            threshold = re.search(r"\b(?:above|over|below|under) \d+ (?:is|are|counts? as|is called|reads)", scene.text)
            return (
                [] if threshold else [Reason("reading that no figure has", f"no RSI in the evidence reads {word}")]
            ), []
        carried += [] if any(f.metric == "rsi_14" for f in facts) else held[:1]
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
        if any(start <= match.start() < end for start, end in quoted):
            continue  # the words of a quotation are held as a whole
        near = [
            b
            for b in bound
            if b.start - 60 < match.start() < b.end + 45 and _facts(b) and _same_clause(scene, match.start(), b)
        ]
        if any(not _is_level(b) for b in near):
            continue
        if near and not _VERSUS.search(match[0]):
            wrong = _moved_to(scene, match, near[0])
            if wrong:
                return [wrong], []
            continue
        if said_by_source(scene, match[0]) or _family_in_source(scene, match[0]):
            continue
        if re.match(r" (?:the |all |all the )?(?:\w+ )?(?:sectors|funds|groups|others)\b", scene.text[match.end() :]):
            continue  # "led the sectors" is held as a rank
        if any(f.metric.startswith("streak") for f in facts) and _VERSUS.search(match[0]):
            continue  # the run's figure was held with who ran it against whom
        who = _movers(scene, match.start())
        left, right = scene.clause(match.start(), match.end())
        if not who:
            if not scene.cited and not facts and match[0].lower() not in ("leading", "lead", "added"):
                return [Reason("movement that no figure states", f"'{match[0]}' is said of no measured subject")], []
            continue
        flip = bool(NEGATION.search(scene.text[max(0, match.start() - 16) : match.start()]))
        flip = flip or re.search(r"\bneither\b", scene.text[: match.start()], re.I) is not None
        for key in who:
            found = _supporting(scene, key, match[0], left, right, flip)
            if not found:
                why = f"no figure in the evidence shows that {key} '{match[0]}'"
                return [Reason("movement that no figure states", why)], []
            carried += [f for f in found if f not in facts]
    return [], carried


def _is_level(bound: Bound) -> bool:
    facts = _facts(bound)
    return len(facts) == 1 and facts[0].unit in LEVELS and not horizon_of(facts[0].metric)


_CLOSES = ("close", "record_last", "high_52w", "low_52w", "high_close_20d")  # levels that may be the day's close


def _moved_to(scene: Scene, match: re.Match[str], bound: Bound) -> Reason | None:
    """ "Fell to 2,718.77": the day's move must have been that way, and the level one that a day's move leads to."""
    fact = _facts(bound)[0]
    between = scene.text[match.end() : bound.start]
    if match.start() > bound.start or not re.fullmatch(
        r"(?: back)?(?: to| at)(?: [\w-]+){0,4} (?:of |at |to )?| (?:of|at) ", between
    ):
        return None
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
    before = [m for m in scene.mentions if m.end <= place]
    chain = before[-1:]
    for m in reversed(before[:-1]):
        if not re.fullmatch(r"(?:,| and|, and| or| nor)(?: the)? ", scene.text[m.end : chain[0].start]):
            break
        chain.insert(0, m)
    named = chain or scene.mentions[:1]
    return list(dict.fromkeys(m.key for m in named)) or (list(scene.context) if len(scene.context) == 1 else [])


def _same_clause(scene: Scene, place: int, bound: Bound) -> bool:
    left, right = scene.clause(bound.start, bound.end)
    return left <= place < right


def _family_in_source(scene: Scene, word: str) -> bool:
    """Whether a cited passage uses a word of the same direction."""
    pattern = UP if UP.fullmatch(word) else DOWN
    return any(pattern.search(p.text) for p in scene.cited)


_VERSUS = re.compile(r"\b(?:outperform|outpac|beat|ahead|lead|led|underperform|lag|trail|behind|short of)", re.I)


def _supporting(scene: Scene, key: str, word: str, left: int, right: int, flip: bool = False) -> list[Fact]:
    """Facts that show a subject moved as a word says, over the period named or else over every one held."""
    up = bool(UP.fullmatch(word)) != flip
    whole = {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    cues = {c.horizon for c in horizon_cues(scene.text[left:right], scene.as_of)} or whole
    if not cues and any(d.day and d.fits(scene.as_of, scene.today) for d in scene.dates):
        cues = {"1d"}
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
