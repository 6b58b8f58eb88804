"""The words of a text, for matching: figures kept whole, endings and stop words dropped."""

import re

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
    found = (word.lower().replace(",", "").replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return [_singular(word) for word in found if word not in STOP_WORDS]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
