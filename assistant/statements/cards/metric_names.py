"""What a figure is called and how it is computed: its definition's label and words, in the reader's language."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assistant.statements.sentence_parts import Language
from assistant.statements.words import has_words, text, text_or
from tools.definitions import definition, family

_PARAMETER = re.compile(r"\{(\w+)\}")
_SESSION = re.compile(r"(?:19|20)\d{6}")
_AHEAD = re.compile(r"(\d+)([swmy])")
_NAMED_BY = {"column": "table", "bucket": "definition-bucket", "season": "season"}  # parameters with words of their own


def metric_name(metric: str, language: Language) -> str:
    """A metric in words: ``year to date return``, ``今年以来涨跌幅``; its key where nothing defines it.

    Args:
        metric: A fact's key without its subject.
        language: Whose words; what has none stands in English, as its definition does.
    """
    try:
        label = definition(metric).label
    except KeyError:
        return metric.replace("_", " ").replace(".", " ")
    return label if language == "en" else _name(metric, language) or label


def _name(metric: str, language: Language) -> str | None:
    try:
        key, given = family(metric)
    except KeyError:
        stem, _, rest = metric.partition(".")
        of = f"metric-{stem.replace('_', '-')}"
        if not has_words(of, language):
            return None
        if _SESSION.fullmatch(rest):
            return text("metric-on", language, name=text(of, language), day=datetime.strptime(rest, "%Y%m%d").date())
        name = _name(rest, language)
        return text("definition-of", language, name=text(of, language), words=name) if name else None
    message = message_of(key)
    told = {name: _told(name, value, language) for name, value in given.items()}
    return text(message, language, **told) if has_words(message, language) else None


def definition_words(fact: Mapping[str, Any], language: Language) -> str:
    """How a figure is computed, in words; as the fact has it where the language has none for it.

    Args:
        fact: A citation or a fact as JSON: ``key``, ``subject`` and ``definition``, and ``derived`` where it is one.
        language: Whose words.
    """
    english = str(fact["definition"])
    if language == "en":
        return english
    if fact.get("derived"):
        return text("definition-derived", language, expression=str(fact["derived"]))
    return _definition(str(fact["key"]).removeprefix(f"{fact['subject']}."), language) or english


def _definition(metric: str, language: Language) -> str | None:
    try:
        key, given = family(metric)
    except KeyError:
        return _of_stem(metric, language)
    message = message_of(key, "definition")
    told = {name: _told(name, value, language) for name, value in given.items()}
    return text(message, language, **told) if has_words(message, language) else None


def _of_stem(metric: str, language: Language) -> str | None:
    """Of a field on a session (``close.20250409``), or of a measure of an indicator (``rsi_14.highest.2025``)."""
    stem, _, rest = metric.partition(".")
    if not rest or not has_words(f"metric-{stem.replace('_', '-')}", language):
        return None
    name = text(f"metric-{stem.replace('_', '-')}", language)
    if _SESSION.fullmatch(rest):
        return text("definition-on", language, name=name)
    words = _definition(rest, language)
    return text("definition-of", language, name=name, words=words) if words else None


def message_of(key: str, kind: str = "metric") -> str:
    """The message that names a definition's key, or tells it: ``metric-support-n`` for ``support.{n}``."""
    return f"{kind}-" + re.sub(r"[._]", "-", _PARAMETER.sub(r"\1", key))


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
    if name == "ahead" and (match := _AHEAD.fullmatch(value)):
        return text("metric-span", language, n=int(match[1]), unit=match[2])
    if name in _NAMED_BY:
        return text_or(f"{_NAMED_BY[name]}-{value}", language, value)
    return value.replace("_", ".")
