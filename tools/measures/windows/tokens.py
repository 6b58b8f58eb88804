"""A text as the tokens that the patterns of english and chinese are over, and where each one stands."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from tools.measures.windows import chinese as chinese_words
from tools.measures.windows import english as english_words

Pattern = re.Pattern[str]
Match = re.Match[str]


class Line(NamedTuple):
    """A text as tokens, and for each of its characters the stretch of the original that it stands for."""

    text: str
    spans: list[tuple[int, int]]


@cache
def compiled(pattern: str) -> Pattern:
    """A pattern, compiled when it is first needed."""
    return re.compile(pattern)


def rewritten(line: Line, pattern: Pattern, replace: Callable[[Match], str | None]) -> Line:
    """A line with each match of a pattern replaced; None leaves one as it is."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for match in pattern.finditer(line.text):
        new = replace(match)
        if new is None:
            continue
        start, end = match.span()
        pieces += line.text[at:start], new
        spans += line.spans[at:start]
        spans += [(line.spans[start][0], line.spans[end - 1][1])] * len(new)
        at = end
    return Line("".join(pieces) + line.text[at:], spans + line.spans[at:]) if at else line


def tokens(text: str, whole: bool) -> Line:
    """A text with one case, one space, one dash and one numeral for all; names and levels with figures masked.

    Args:
        whole: The text is a window and nothing else, so that "may" is the month.
    """
    plain = "".join(map(_plain, text)).translate(chinese_words.TRADITIONAL)
    line = Line(plain.lower(), [(at, at + 1) for at in range(len(text))])
    line = rewritten(line, compiled(rf"(?:{english_words.COMPOUND}|[a-z]+)"), lambda word: _word(word, plain, whole))
    line = rewritten(line, compiled("[〇零一二两三四五六七八九十百]+"), lambda number: _chinese_number(number[0]))
    line = rewritten(line, compiled(" {2,}"), lambda _: " ")
    line = rewritten(line, compiled(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])"), lambda n: "#" + n[0].replace(",", ""))
    for mask in _masks():
        line = rewritten(line, mask, lambda _: "|")
    return line


@lru_cache(4096)
def _plain(character: str) -> str:
    """One character for one, so that places in the text stay what they are."""
    if character in "–—−‒‐‑―〜～":
        return "-"
    if character in "’‘＇":
        return "'"
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == len(plain.lower()) == 1 and plain not in "<>{}|" else "|"


def _word(match: Match, plain: str, whole: bool) -> str | None:
    word = match[0]
    if word in english_words.WEAK:
        return english_words.WEAK[word] if whole or _beside_a_date(match, plain) else None
    return english_words.STRONG.get(word) or _respelt(word.replace(" ", "-"))


def _beside_a_date(match: Match, plain: str) -> bool:
    """Whether "may", "mar" or "wed" is the month or day there, by the words beside it or its capital in a sentence."""
    start, end = match.span()
    before = plain[max(0, start - 12) : start].lower()
    if compiled(english_words.DATED_BEFORE).search(before) or compiled(english_words.DATED_AFTER).match(
        plain[end : end + 4]
    ):
        return True
    inside = before.rstrip()[-1:] not in ("", ".", "!", "?", ":", "|")
    titled = plain[start:end].istitle() and not plain[end + 1 : end + 2].isupper()  # but not in a headline
    return match[0] in english_words.CAPITALISED and titled and inside


@lru_cache(4096)
def _respelt(word: str) -> str | None:
    if word in english_words.NUMBERS:
        return english_words.NUMBERS[word]
    if len(word) < 5 or word in english_words.NOT_MISSPELT:
        return None
    return next((english_words.STRONG[right] for right in english_words.MISSPELT if _one_edit_apart(word, right)), None)


def _one_edit_apart(word: str, right: str) -> bool:
    """Whether one letter added, left out, replaced or swapped with its neighbour makes one of the other."""
    if abs(len(word) - len(right)) > 1:
        return False
    while word and right and word[0] == right[0]:
        word, right = word[1:], right[1:]
    while word and right and word[-1] == right[-1]:
        word, right = word[:-1], right[:-1]
    return (len(word) <= 1 and len(right) <= 1) or (len(word) == 2 and word == right[::-1])


def _chinese_number(text: str) -> str | None:
    digits = text.replace("〇", "零").replace("两", "二")
    place = "零一二三四五六七八九".index
    if "十" not in digits and "百" not in digits:
        return "".join(str(place(digit)) for digit in digits) if len(digits) in (1, 4) or "零" in digits else None
    parts = compiled("(?:(.)百零?)?(?:([^百]?)(十))?([^十百]?)").fullmatch(digits)
    if parts is None:
        return None
    hundreds, tens, ten, ones = parts.groups()
    tens_value = place(tens) if tens else int(bool(ten))
    return str((place(hundreds) if hundreds else 0) * 100 + tens_value * 10 + (place(ones) if ones else 0))


@cache
def _masks() -> tuple[Pattern, Pattern]:
    english = re.compile(rf"(?<![a-z\d])(?:{'|'.join(english_words.MASKS)})(?![a-z\d])")
    return english, re.compile(rf"(?<![\d.])(?:{'|'.join(chinese_words.MASKS)})")
