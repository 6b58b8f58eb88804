"""What a figure is called: its definition's label, in the reader's language."""

import re

from assistant.statements.sentence_parts import Language
from assistant.statements.words import has_words, text
from tools.definitions import definition, family

_PARAMETER = re.compile(r"\{(\w+)\}")


def metric_name(metric: str, language: Language) -> str:
    """A metric in words: ``year to date return``, ``今年以来涨跌幅``; its key where nothing defines it.

    Args:
        metric: A fact's key without its subject.
        language: Whose words; what has none stands in English, as its definition does.
    """
    try:
        label, (key, given) = definition(metric).label, family(metric)
    except KeyError:
        return metric.replace("_", " ").replace(".", " ")
    message = message_of(key)
    if language == "en" or not has_words(message, language):
        return label
    return text(message, language, **{name: _told(name, value, language) for name, value in given.items()})


def message_of(key: str) -> str:
    """The message that names a definition's key: ``metric-support-n`` for ``support.{n}``."""
    return "metric-" + re.sub(r"[._]", "-", _PARAMETER.sub(r"\1", key))


def event_name(event: str, language: Language) -> str:
    """What base rates look at: ``a run reaching 14 sessions``."""
    kind, _, n = event.rpartition("_")
    return text({"streak": "case-run", "rsi": "case-rsi"}.get(kind, "case-any"), language, n=n)


def _told(name: str, value: str, language: Language) -> str:
    """A parameter of a key as a label has it."""
    if name == "event":
        return event_name(value, language)
    if name == "target":
        what, _, ahead = value.removesuffix("d").partition("_")
        return text("metric-ahead", language, what=what, n=ahead)
    return text(f"table-{value}", language) if name == "column" else value.replace("_", ".")
