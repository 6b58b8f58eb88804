"""The words of a text, for matching: figures kept whole, endings and stop words dropped."""

import re
from functools import lru_cache

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP_WORDS = """
a about after all an and are as at be been before but by can could did do does for from had has have he her his how i
if in into is it its may me more most my no not of on or our out over said say says she should so some tell than that
the their them then there these they think thinks this those to under up us was we were what what's when where which
who why will with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def words(text: str) -> list[str]:
    """The words to match: lower case, thousands separators and plural endings dropped, figures whole.

    >>> words("What does he say of 2,825 and small caps?")
    ['2825', 'small', 'cap']
    """
    return [plain for word in _WORD.findall(text) if (plain := _plain(word))]


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
