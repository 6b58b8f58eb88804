"""A figure's caveat in the reader's language."""

import re
from datetime import date, datetime

from assistant.statements.sentence_parts import Language
from assistant.statements.words import person, spell, text, text_or
from tools.caveats import read_caveat

_OF_A_SYMBOL = re.compile(r"(?P<symbol>[\w^.=-]+): (?P<rest>.+)", re.S)
_SPELT = "%d %B %Y"


def caveat_words(told: str, language: Language) -> str:
    """A caveat as a reader is told it: what tools say in English, in Chinese where it is one that has Chinese words.

    Args:
        told: As a fact carries it; of a figure of several subjects the symbol may stand before it.
        language: Whose words.
    """
    if language == "en":
        return told
    found = read_caveat(told)
    if found:
        kind, given = found
        return text(f"caveat-{kind}", language, **{name: _value(name, v, language) for name, v in given.items()})
    of = _OF_A_SYMBOL.fullmatch(told)
    return f"{of['symbol']}：{caveat_words(of['rest'], language)}" if of else told


def _value(name: str, value: str, language: Language) -> str:
    """A date, a field or a person as the language has it; all else as it is."""
    if name == "field":
        return text_or(f"field-{value.replace('_', '-')}", language, value)
    if name == "person":
        return person(value, language)
    day = _day(value)
    return spell(day, language) if day else value


def _day(value: str) -> date | None:
    for form in ("%Y-%m-%d", _SPELT):
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    return None
