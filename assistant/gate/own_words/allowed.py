"""Whether words that nothing proves may stand in grey, as the model's own.

First what can be read off a text: no figure, date, quotation, name, link, address to a reader. Then what reads as a
statement about a market is held against the evidence like any other. What is left is a lead-in, a link or a reading,
or else a claim, a cause, an event, a forecast or advice: that is told apart by a classifier trained on both.
"""

import re

from assistant.gate.own_words.classifier import own_chance
from assistant.gate.own_words.names import foreign_name
from assistant.gate.proof import Filled, Setting, prove, scene_of
from assistant.gate.sentence import UNPROVED, Reason
from assistant.understanding.figures import read
from assistant.understanding.vocabulary import ADVICE, FORECAST, VAGUE_SOURCE, addresses, horizon_cues

LEAST = 0.6  # the classifier's probability above which words are the model's own
_QUOTE = re.compile(r"[\"“”„«»]|(?<!\w)‘")
_MARKUP = re.compile(r"[{}<>|`*_#\\\[\]]|://|\bwww\.")
_EMOJI = re.compile(r"[^\x00-\u024f\u2010-\u2027\u20ac\u2212]")
# Words that turn or condition what stands beside them in the same sentence.
_TURNING = re.compile(
    r"\b(?:true|false|wrong|untrue|correct|incorrect|myth|mistaken|error|lie|if|unless|until|would|could|might|cannot|except|supposed(?:ly)?|alleged(?:ly)?|so-called|fake"
    r"|(?:is|was|are|were|has|have|do|does|did)(?: not|n['’]t) (?:the case|so|that|really|say|mean|show))\b",
    re.I,
)  # fmt: skip
# What opens a cause, which a figure beside it can't show.
_CAUSE = re.compile(
    r"(?:because|thanks to|due to|owing to|driven by|fuell?ed by|helped by|hit by|hurt by|lifted by|amid|on (?:hopes|fears|talk|news)|on the back of"
    r"|in response to|following|as (?:investors|traders|money|yields|rates|the fed))\b",
    re.I,
)
# Counts of people, horizons and sectors, and tilts, are statements: where no figure states them they are no readings.
_QUANTIFIED = re.compile(
    r"\b(?:all (?!told\b|in all\b|the same\b)|every|each|none|nobody|no one|not one|evenly|always|never|most of|majority"
    r"|most (?:strategists|views|sectors|measures|tests)|defensives?|cyclicals?|divergence|bands?|averages?|(?:lean|leans|tilt|tilts) (?:to|towards?) the (?:bullish|bearish))\b",
    re.I,
)
# "The rally", "this advance": a noun that points at what was told, and moves nothing itself.
_POINTING = re.compile(
    r"\b(?:the|this|that|any|such an?|a|an|every|its|their|these|those)(?: [\w-]+){0,2}? (?:rally|rallies|advances?|leads?|rise|gains?|declines?|drop|fall|slide|moves?|climb|rebound|bounce|surge|jump|slump|retreat|loss(?:es)?|leadership|outperformance)\b"
    r"(?! (?:the|by|to|from|in|on|of)\b)",
    re.I,
)


def refusal(filled: Filled, setting: Setting, *, beside: bool) -> Reason | None:
    """Why words may not stand in grey; None where they may.

    Args:
        filled: The words, which hold no figure that code placed.
        setting: What they are held against.
        beside: Whether proved words stand in the same sentence, which these may not turn.
    """
    text = filled.text
    if not re.search(r"\w", text):
        return None
    scene = scene_of(filled, setting)
    figures, dates = read(text, [(m.start, m.end) for m in scene.mentions])
    if filled.bound or figures or dates or re.search(r"\d", scene.plain):
        return Reason("figure that no slot places", f"'{text.strip()}' holds a figure or a date of its own")
    named = {m.key for m in scene.mentions}
    if len(named) > 1 or (named and horizon_cues(text, setting.as_of)):
        return Reason("claim that no figure shows", "a comparison, or a period of a subject's, needs its figure")
    if _QUOTE.search(text):
        return Reason("quotation that isn't held", "a quotation needs its passage")
    if _MARKUP.search(text) or _EMOJI.search(text):
        return Reason("markup", "it holds signs that are no words")
    if addresses(text):
        return Reason("speaks to its reader", "it addresses its reader or speaks of itself")
    if ADVICE.search(text):
        return Reason("advice", "it recommends something in Footnote's own voice")
    if FORECAST.search(text):
        return Reason("forecast of its own", "it forecasts in Footnote's own voice")
    if VAGUE_SOURCE.search(text):
        return Reason("view without its source", "it reports views without a source")
    if beside and (turned := _TURNING.search(text)):
        return Reason("words that turn what stands beside them", f"'{turned[0]}' turns what a figure shows")
    if beside and (cause := _CAUSE.match(text)):
        return Reason("claim without a source", f"'{cause[0]}' gives a cause")
    if quantified := _QUANTIFIED.search(text):
        return Reason("claim without a source", f"'{quantified[0]}' counts what no figure counts")
    if strange := foreign_name(scene.plain, scene.cited):
        return Reason("name that no source is by or about", f"no passage cited here is by or about {strange}")
    return _false(filled, setting) or _claim(text)


def _false(filled: Filled, setting: Setting) -> Reason | None:
    """A reason why what reads as a statement isn't so; None where nothing in the words can be wrong."""
    pointed = _POINTING.sub(lambda m: " " * len(m[0]), filled.text)
    proof = prove(Filled(pointed, (), filled.cited), setting)
    return next((r for r in proof.reasons if r.kind not in UNPROVED), None)


def _claim(text: str) -> Reason | None:
    """That the words state more than a lead-in, a link or a reading does."""
    if own_chance(text) >= LEAST:
        return None
    return Reason("claim without a source", f"'{text.strip(' ,;:—–')}' states what neither a figure nor a source shows")
