"""Whom the library knows, so that a person named in a question, or in a filter, is found."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from corpus.document import Passage

REFERENCE = "reference note"  # the medium of notes that explain a term; they have no author in the sense of a view
_WORD = re.compile(r"\w[\w'’]*")
_BETWEEN_NAMES = re.compile(r"\s+and\s+|\s*[,/、]\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD_SIGN = r"[^\W\u3400-\u9fff]"  # Chinese signs stand around a Latin name without a space
_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
_BARE = str.maketrans("øØłŁđĐıþÞðÐ", "oOlLdDipPdD")  # letters that no mark can be taken off


_COMMON_IN_FIRMS = """
almanac america asset bank bloomberg capital charles eagle editorial first group institute intelligence investment
investments management morgan partners polar price research stock trader's trust wealth wells
"""
_LEFT_OUT = ("Group", "Investments", "Management", "Partners", "Research")


def bare(text: str) -> str:
    """A text with the marks off its letters, sign for sign: ``bare("Müller") == "Muller"``."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text).translate(_BARE)
    return "".join(unicodedata.normalize("NFD", c)[0] if c.isalpha() and not _HAN.match(c) else c for c in composed)


def spellings(name: str) -> tuple[str, ...]:
    """How a name may be written: with its marks, without, and spelled out, "Müller", "Muller" and "Mueller"."""
    composed = unicodedata.normalize("NFC", name)
    out = "".join(_spelled_out(c) for c in composed)
    back = re.sub(r"[aou]e", lambda m: {"a": "ä", "o": "ö", "u": "ü"}[m[0][0]], composed)
    return tuple(dict.fromkeys([composed, bare(composed), bare(out), back]))


def _spelled_out(letter: str) -> str:
    said = _SPELLED_OUT.get(letter.lower(), letter)
    return said.capitalize() if letter.isupper() else said


def place_in(text: str, name: str, any_case: bool = True) -> tuple[int, int] | None:
    """Where a text names somebody, however the name is spelled; None where it doesn't."""
    if _HAN.search(name):
        start = text.find(name)
        return (start, start + len(name)) if start >= 0 else None
    flags = re.IGNORECASE if any_case else 0
    composed = unicodedata.normalize("NFC", text)
    for said in dict.fromkeys([composed, bare(composed)]):
        for spelled in spellings(name):
            if spelled.casefold() not in said.casefold():
                continue
            if found := re.search(rf"(?<!{_WORD_SIGN}){re.escape(spelled)}(?!{_WORD_SIGN})", said, flags):
                return found.span()
    return None


class Person(NamedTuple):
    """Someone whose views are held: ``Person("David Rosenberg", "Rosenberg", ("Rosenberg Research",), 42)``."""

    name: str
    last_name: str
    firms: tuple[str, ...]
    passages: int

    @property
    def is_house(self) -> bool:
        """Whether this is a house without a named author, whose "last name" is a word such as team or wealth."""
        first = self.name.split()[0].casefold()
        a_word = self.last_name.islower() and not self.name.islower()
        return a_word or any(firm.casefold().split()[0] == first for firm in self.firms)


def names_in(author: str) -> list[str]:
    """The single names in an author line: ``names_in("Keith Lerner and David Wagner")`` gives two."""
    return [name for name in _BETWEEN_NAMES.split(author) if name]


def authors(passages: Iterable[Passage]) -> tuple[Person, ...]:
    """Everyone whose views the passages hold, those with most first; a house without a named author counts as one."""
    firms: dict[str, dict[str, None]] = {}
    counts: dict[str, int] = {}
    for passage in passages:
        if passage.medium == REFERENCE:
            continue
        for name in names_in(passage.author):
            counts[name] = counts.get(name, 0) + 1
            firms.setdefault(name, {}).update({passage.firm: None} if passage.firm else {})
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Person(name, _last_name(name), tuple(firms[name]), counts[name]) for name in order)


def _last_name(name: str) -> str:
    parts = name.split()
    return " ".join(parts[-2:]) if len(parts) > 2 and parts[-2].islower() else parts[-1]


def named_in(question: str, people: Sequence[Person]) -> list[Person]:
    """The people a question names, by full or last name; where it names none, those of a firm that it names.

    A short last name counts only with a capital: a question may hold a page, a ball or a lee without meaning anyone.
    """
    by_name = [
        person
        for person in people
        if _mentions(question, person.name) or (not person.is_house and _mentions(question, person.last_name))
    ]
    if by_name:
        return by_name
    asked = {re.sub(r"['’]s?$", "", word) for word in _WORD.findall(question.casefold())}
    return [
        person
        for person in people
        if any(_mentions(question, _short(firm)) or asked & _own_words(firm) for firm in person.firms)
    ]


def _short(firm: str) -> str:
    """A firm's name as people say it: "First Eagle" for First Eagle Investments; one word alone may mean others."""
    parts = firm.split()
    return " ".join(parts[:-1] if len(parts) > 2 and parts[-1] in _LEFT_OUT else parts)


def _own_words(firm: str) -> set[str]:
    """The words that stand for a firm on their own, such as "Lazard" for Lazard Asset Management."""
    return {word for word in _WORD.findall(firm.casefold()) if word not in _COMMON_IN_FIRMS.split() and len(word) > 4}


# Last names that are words too: only a capital makes them names.
_ALSO_WORDS = frozenset(
    "temple church potter miller baker forest rivers bridge banks marsh stone fields waters brown".split()
)


# Who reports a view rather than holds one: named in a question, it narrows nothing.
MEDIA = frozenset("bloomberg marketwatch marketscreener reuters cnbc barron's benzinga zerohedge investopedia".split())


def _mentions(question: str, name: str) -> bool:
    any_case = " " in name or (len(name) > 5 and name.casefold() not in _ALSO_WORDS)
    return place_in(question, name, any_case) is not None


def author_lines(wanted: str, passages: Iterable[Passage]) -> list[str]:
    """The author lines that a filter means: a full name or the end of one, in any case, one letter amiss forgiven."""
    lines = {passage.author: None for passage in passages}
    keys = {" ".join(spelled.casefold().split()) for spelled in spellings(wanted)} - {""}
    ends = {line: {end for name in [line, *names_in(line)] for end in _ends(name)} for line in lines}
    exact = [line for line in lines if keys & ends[line]]
    if exact or not keys:
        return exact
    every = sorted({end for of in ends.values() for end in of})
    near = [match for key in sorted(keys) for match in get_close_matches(key, every, n=1, cutoff=0.85)]
    return author_lines(near[0], passages) if near else []


def _ends(name: str) -> list[str]:
    parts = name.split()
    whole = [" ".join(parts[start:]) for start in range(len(parts))]
    return list(dict.fromkeys(spelled.casefold() for end in whole for spelled in spellings(end)))
