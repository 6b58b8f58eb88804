"""The words of a text, for matching, its sentences, for telling, and where it is cut into passages.

Words are matched with figures kept whole, endings and stop words dropped.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP_WORDS = """
a about after all an and are as at be been before but by can could did do does for from had has have he her his how i
if in into is it its may me more most my no not of on or our out over said say says she should so some tell than that
the their them then there these they think thinks this those to under up us was we were what what's when where which
who why will with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

LONGEST_PASSAGE = 120  # words: MiniLM reads 256 tokens, and a citation should fit on a card
SHORTEST_TAIL = 25  # words: a last sentence shorter than this stays with the passage before
LONGEST_SENTENCE = 1200  # characters
# Where a text may be cut, which is not quite where it is told apart: "rose. 12 % of it" is one sentence of _TOLD_END.
SENTENCE_END = re.compile(
    r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(\u4e00-\u9fff])|\n{2,}|(?<=[。！？])\s*(?![。！？”’」』）\s]|\Z)"
)
_TOLD_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\u4e00-\u9fff])|(?<=[。！？])\s*(?![。！？”’」』）\s]|\Z)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
PER_SIGN = 0.6  # words that a Chinese sign counts as: MiniLM reads each as a token


def words(text: str) -> list[str]:
    """The words to match: lower case, thousands separators and plural endings dropped, figures whole.

    >>> words("What does he say of 2,825 and small caps?"), words("看好小盘股")
    (['2825', 'small', 'cap'], ['看好', '好小', '小盘', '盘股'])
    """
    if not _HAN.search(text):
        return [matched for word in _WORD.findall(text) if (matched := _plain(word))]
    found: list[str] = []
    for run in (run for word in _WORD.findall(text) for run in _HAN_RUN.findall(word)):
        if _HAN.match(run):  # no spaces tell words apart: every two signs that stand together are one
            found += [run[n : n + 2] for n in range(max(1, len(run) - 1))]
        elif matched := _plain(run):
            found.append(matched)
    return found


def is_han(text: str) -> bool:
    """Whether a text, or a word, has Chinese signs."""
    return _HAN.search(text) is not None


def length_of(text: str) -> float:
    """How long a text is, in words; a Chinese sign is part of one.

    >>> length_of("Small caps lead."), length_of("小盘股领先。")
    (3, 4.0)
    """
    signs = len(_HAN.findall(text))
    return len(text.split()) if not signs else len(_HAN.sub(" ", text).split()) + PER_SIGN * signs


@lru_cache(maxsize=100_000)  # a library says most of its words over and over
def _plain(word: str) -> str:
    """A word as it is matched; empty for a stop word."""
    word = word.lower().replace(",", "").replace("’", "'").removesuffix("'s")
    return "" if word in STOP_WORDS else _singular(word)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def plain(body: str) -> str:
    """The text with paragraphs kept, lines joined, and invisible characters (zero-width, bidi, control) removed."""
    seen = "".join(
        char for char in body if char == "\n" or char == "\t" or unicodedata.category(char) not in ("Cc", "Cf")
    )
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", seen) if part.strip())


def storable(text: str) -> str:
    """The text without what no database takes: NUL is left out, half of a surrogate pair becomes U+FFFD.

    >>> storable("a\\x00b") == "ab"
    True
    """
    whole = text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", "")


def paged(body: str) -> tuple[str, tuple[int, ...]]:
    """A text as ``plain`` gives it, and where each of its pages begins, from what has form feeds between its pages.

    >>> paged("One\\ftwo.\\f\\nThree.")
    ('One two. Three.', (0, 4, 9))
    """
    if "\f" not in body:
        return plain(body), ()
    marked = plain(re.sub(r"\s*\f(\s*)", lambda m: f"{_gap(m[0])}{_PAGE}", body.replace(_PAGE, "")))
    starts, text = [0], ""
    for piece in re.split(f"({_PAGE})", marked):
        if piece == _PAGE:
            starts.append(len(text))
        else:
            text += piece
    return text, tuple(starts)


_PAGE = "\ue000"  # stands before the first word of a page while its text is put in order


def _gap(space: str) -> str:
    return "\n\n" if space.count("\n") >= 2 else " "


def sentences_of(text: str) -> list[str]:
    """The sentences of a text as they are told, one by one; paragraphs don't show.

    >>> sentences_of("It rose 1.5 % on Monday. Then it fell.")
    ['It rose 1.5 % on Monday.', 'Then it fell.']
    """
    return _TOLD_END.split(" ".join(text.split()))


def placed_sentences(text: str, place: int) -> list[tuple[int, str]]:
    """The sentences of a text with where each begins, once all that is space is one space."""
    out = []
    for sentence in sentences_of(text):
        out.append((place, sentence))
        place += len(sentence) + 1
    return out


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where a text is cut: start and end of each passage."""
    cuts = [(cut.start(), cut.end()) for cut in SENTENCE_END.finditer(text)]
    sentences = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    spans: list[tuple[int, int]] = []
    for begin, stop in sentences:
        for start, end in _within_reach(text, begin, stop):
            tail = SHORTEST_TAIL if end == len(text) and length_of(text[start:end]) < SHORTEST_TAIL else 0
            if spans and length_of(text[spans[-1][0] : end]) <= LONGEST_PASSAGE + tail:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _within_reach(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence whole, or in pieces where it is none: a table or a list without full stops."""
    if end - start <= LONGEST_SENTENCE:
        return [(start, end)]
    pieces = []
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + LONGEST_SENTENCE)
        stop = space if space > start else start + LONGEST_SENTENCE
        pieces.append((start, stop))
        start = stop + (space > start)
    return [*pieces, (start, end)] if start < end else pieces
