"""Claims that carry no figure of their own: direction, comparison, superlatives, dates, readings, advice."""

import re
from collections.abc import Callable

from assistant.gate.claims.allowed_words import strange_words
from assistant.gate.claims.comparisons import check_relations
from assistant.gate.claims.figure_context import check_frames
from assistant.gate.claims.lookalikes import check_phrases
from assistant.gate.claims.moves import cues_of, movements, quotations, supporting
from assistant.gate.claims.shared_subjects import check_echoes, check_shared, joined, unheld_bound
from assistant.gate.claims.states import check_conditions
from assistant.gate.claims.superlatives import record_now, said_by_source, superlatives
from assistant.gate.fact_check import FROM, related_dates
from assistant.gate.sentence import OWN_WORDS, UNCARRIED, Bound, Reason, Scene
from assistant.statements.about_itself import of_itself
from assistant.understanding.dates import DateMention
from assistant.understanding.vocabulary import (
    ADVICE,
    COMPARING,
    DOWN,
    FORECAST,
    MOVING,
    NEGATION,
    READINGS,
    UP,
    addresses,
    horizon_cues,
    horizon_of,
)
from tools.fact import Fact


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
        return _denied(scene), []
    reasons: list[Reason] = []
    support: list[Fact] = []
    facts = [f for b in bound for f in b.facts]
    if not scene.cited:
        reasons += _own_voice(scene, bound)
    for check in (_readings, superlatives, movements):
        wrong, carried = check(scene, bound, facts, dates)
        reasons += wrong
        support += carried
    if not scene.cited:
        for wrong, carried in (
            check_conditions(scene, bound),
            check_relations(scene, bound),
            check_echoes(scene, _sharing(scene, facts), lambda key: record_now(scene, {key})),
            ([*check_frames(scene, bound), *check_phrases(scene, bound), *check_shared(scene, bound)], []),
        ):
            reasons += wrong
            support += [f for f in carried if f not in facts and f not in support]
    reasons += _dates(scene, [*facts, *support], dates)
    if not (bound or scene.cited or support):
        reasons.append(Reason(UNCARRIED, "nothing in the evidence stands behind it"))
    return reasons, support


def _denied(scene: Scene) -> list[Reason]:
    """What is said not to be held, and is: the evidence of this turn has it."""
    text, ledger = scene.text, scene.ledger
    views = any(p.stance != "none" for p in ledger.passages.values())
    macro = any(f.key.startswith("macro.") for f in ledger.facts)
    named = {m.key for m in scene.mentions} & {f.subject for f in ledger.facts}
    if (
        (_NO_VIEW.search(text) and views)
        or (_NO_FIGURE.search(text) and (named or ("no facts" in text and ledger.facts)))
        or ("no macro figures" in text and macro)
    ):
        return [Reason("what Footnote holds, denied", "the evidence of this turn holds it")]
    return []


_NO_VIEW = re.compile(r"\bholds no view on (?:that|this side)\b|\bno view on that by\b")
_NO_FIGURE = re.compile(r"\bno bars\b|\btoo few sessions\b|\bno facts\b|\bdoesn['’]t measure\b")


def _sharing(scene: Scene, facts: list[Fact]) -> Callable[[str, str], list[Fact]]:
    """Finds the facts by which a second subject moved as the first did, over the period of the first's figure."""
    periods = frozenset(h for f in facts if (h := horizon_of(f.metric)))
    return lambda key, word: supporting(scene, key, word, 0, len(scene.text), otherwise=periods)


_CAUSE = re.compile(r"\bsince (?:it|they|this|there|he|she)\b|\bas (?:it|they) (?:is|are|was|were)\b", re.I)


def _own_voice(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """What Footnote never says itself: advice, forecasts, negations it can't hold, words it doesn't know."""
    out = []
    if ADVICE.search(scene.text):
        out.append(Reason("advice", "it recommends something in Footnote's own voice"))
    if addresses(scene.text):
        out.append(Reason("speaks to its reader", "it addresses its reader or speaks of itself"))
    if FORECAST.search(scene.text):
        out.append(Reason("forecast of its own", "it forecasts in Footnote's own voice"))
    if not bound and (trait := re.search(r"\bquality\b", scene.plain, re.I)):
        out.append(Reason(OWN_WORDS, f"no figure stands by '{trait[0]}'", (trait[0],)))
    if cause := _CAUSE.search(scene.text):
        out.append(Reason("words that no figure carries", f"no figure shows a cause ('{cause[0]}')"))
    negated = NEGATION.search(scene.text)
    if negated and (bound or scene.mentions) and not _held_negation(scene, negated, bound):
        out.append(Reason("negated claim", "a negated claim can't be held against a figure"))
    strange = strange_words(_of_all(scene, _blanked(scene, bound)))
    if strange:
        out.append(Reason(OWN_WORDS, f"nothing in the evidence carries '{strange[0]}'", tuple(strange)))
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
        return not any(b.facts for b in bound) or re.search(r"overbought|oversold", scene.text) is not None
    return not any(b.facts for b in bound) and MOVING.search(after) is not None


def _blanked(scene: Scene, bound: list[Bound]) -> str:
    """The text without what is checked elsewhere: subjects, figures, dates and periods."""
    text = re.sub(r"\bupper (?=Bollinger)", "      ", scene.plain)
    spans = [(b.start, b.end) for b in bound] + [(d.start, d.end) for d in scene.dates]
    spans += [(c.start, c.end) for c in horizon_cues(scene.text, scene.as_of)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


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
        beside = next(
            (b for b in bound if b.end <= match.start() and scene.text[b.end : match.start()].strip() == "is"), None
        )
        if beside and isinstance(beside.item, Fact) and beside.item.metric != "rsi_14":
            return [Reason("reading that no figure has", f"{beside.item.key} is no RSI")], []
        denied = far or NEGATION.search(scene.text[max(0, match.start() - 24) : match.start()])
        held = [f for f in rsis if (f.reading == word) != bool(denied)]
        if {f.subject for f in held} != set(keys) or (not denied and unheld_bound(scene, bound, word)):
            threshold = re.search(r"\b(?:above|over|below|under) \d+ (?:is|are|counts? as|is called|reads)", scene.text)
            return (
                [] if threshold else [Reason("reading that no figure has", f"no RSI in the evidence reads {word}")]
            ), []
        carried += [] if any(f.metric == "rsi_14" for f in facts) else held
    return [], carried


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
        if vague and not scene.cited and any(mention.start < c.end and c.start < mention.end for c in cues_of(scene)):
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


def _dated(published: str, mention: DateMention) -> bool:
    parts = [int(x) for x in str(published).split("-")]
    return all(
        said is None or (i < len(parts) and parts[i] == said)
        for i, said in enumerate((mention.year, mention.month, mention.day))
    )


def _in_text(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) is not None
