"""What an author says of himself or of his house, as it is told of him: "We are bullish" is "Jane Roe is bullish"."""

import re

from corpus.document import Passage

_QUOTED = re.compile(r"[“”\"«»„]|:\s")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_FRONT = re.compile(r"^(?:At|Here at) [A-Z][\w&.' ’-]+?,? (?=(?:we|I)\b)")
# A subject where a clause begins: at the sentence's head or behind a word that joins clauses.
_SUBJECT = re.compile(
    r"(?:^|(?<=[,;] )|(?<=\band )|(?<=\bbut )|(?<=\bthat )|(?<=\bbecause )|(?<=\bas ))(?:We|we|I)(?=\b(?!['’]))"
)
_SHORT = re.compile(r"\b(We|we|I)['’](re|m|ve|ll|d)\b")
_WHOSE = re.compile(r"\b(?:Our|our|My|my)\b")
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?)\b")
_SAID = r"(?:says?|said|writes?|wrote|argues?|argued|notes?|noted|adds?|added|explains?|explained|states?|stated|thinks?|believes?)"
_OF_SELF = re.compile(rf"(?<=\w) {_SAID}(?: that)? (?:they|he|she)(?: (?:themselves|himself|herself))?(?= )")
_LONG = {"re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would"}


def speaks(text: str) -> bool:
    """Whether a text says "I" or "we"."""
    return _SELF.search(text) is not None


def of_the_author(passage: Passage) -> str:
    """A document's own text with its author in the place of "I" and "we"; what it quotes of others is left as it is."""
    if passage.trust != "user" or not speaks(passage.text):
        return passage.text
    return " ".join(_told(sentence, passage.author) for sentence in _ENDS.split(passage.text))


def _told(sentence: str, author: str) -> str:
    if _QUOTED.search(sentence):
        return sentence
    whole = _SHORT.sub(lambda m: f"{m[1]} {_LONG[m[2]]}", sentence)
    return _WHOSE.sub(f"{author}'s", _SUBJECT.sub(author, _FRONT.sub("", whole)))


def plainly(own: str, passage: Passage) -> str:
    """What is said of an author who writes of himself, without the detour.

    "Roe writes that they are bullish" is "Roe are bullish", and so is "Jane Roe: We are bullish".
    """
    if passage.trust != "user" or not speaks(passage.text):
        return own
    credit = f"{passage.author}: "
    if own.startswith(credit):
        return _told(own.removeprefix(credit), passage.author)
    return _OF_SELF.sub("", own)
