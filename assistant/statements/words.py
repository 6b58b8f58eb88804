"""Words for readers: the messages of the Fluent files, with every figure kept in its place.

A figure goes into a message as a mark of its own and comes out as a part, so that its footnote stands where the
language puts it. Beside a figure ``$move`` a message may choose by ``$move-way`` (``up``, ``down``, ``level``) and by
``$move-n``, its value as a number.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

from assistant.statements.names import name_of as english_name
from assistant.statements.sentence_parts import Language, Part, Shown
from tools.fact import MINUS, Fact, spell_date

LANGUAGES: tuple[Language, ...] = get_args(Language)
Given = Part | Sequence[Part] | int | float | date
FOLDER = Path(__file__).with_name("wording")
_FIRST_MARK = 0xE000  # Unicode's private use: no text holds these
_MARK = re.compile(r"[\ue000-\uefff]")


class NoWords(KeyError):
    """A message lacks, or can't be worded with what it was given: a fault of ours, never a reader's."""


def say(message: str, language: Language, **given: Given) -> list[Part]:
    """A message with what was given, in parts: words, and figures where the language puts them.

    Args:
        message: Its id in the Fluent files.
        language: Whose words.
        **given: Figures, parts, words, numbers and dates by name; an underscore stands for a hyphen.

    Raises:
        NoWords: The message or one of its variables lacks.
    """
    figures: list[Part | Sequence[Part]] = []
    values: dict[str, object] = {}
    for name, value in given.items():
        key = name.replace("_", "-")
        if isinstance(value, date):
            values[key] = spell(value, language)
        elif isinstance(value, str | int | float):
            values[key] = value
        else:
            values[key] = chr(_FIRST_MARK + len(figures))
            figures.append(Shown(value, shown(value, language)) if isinstance(value, Fact) else value)
            fact = value.fact if isinstance(value, Shown) else value
            if isinstance(fact, Fact) and not isinstance(fact.value, str):
                values[f"{key}-n"] = float(fact.value) if fact.unit not in ("count", "sessions") else int(fact.value)
                values[f"{key}-way"] = "up" if fact.value > 0 else "down" if fact.value < 0 else "level"
    return _parts(_formatted(message, language, values), figures)


def text(message: str, language: Language, **given: str | int | float | date) -> str:
    """A message without figures, as text."""
    return "".join(str(part) for part in say(message, language, **given))


def text_or(message: str, language: Language, otherwise: str) -> str:
    """A message without figures, or what stands for one that has no words: a name of the library's, as it is."""
    return text(message, language) if has_words(message, language) else otherwise


def has_words(message: str, language: Language) -> bool:
    """Whether a language has a message."""
    return bool(_bundle(language).has_message(message))


def name_of(key: str, language: Language, others: Mapping[str, str] = MappingProxyType({})) -> str:
    """A subject's name as it stands in a sentence: ``the Russell 2000``, ``罗素2000指数``; a pair's is both.

    Args:
        key: Of the subject, or of a pair.
        language: Whose words; a name without any stands as it is in English.
        others: Names of subjects outside the universe by key, as their facts give them.
    """
    first, between, second = key.partition("_vs_")
    if between:
        return text("pair", language, first=name_of(first, language, others), second=name_of(second, language, others))
    message = f"subject-{key.replace('.', '-').replace('_', '-')}"
    known = language != "en" and _bundle(language).has_message(message)
    return text(message, language) if known else english_name(key, others)


def person(name: str, language: Language) -> str:
    """A person's name: in Chinese the usual form with the name itself, where there is one."""
    message = f"person-{re.sub('[^a-z]+', '-', name.lower()).strip('-')}"
    return text(message, language) if _bundle(language).has_message(message) else name


def joined(groups: Sequence[Sequence[Part]], language: Language, last: str = "list-last") -> list[Part]:
    """Groups of parts as a list in prose; with ``list-clause`` or ``list-semicolon`` between clauses.

    ``list-figures``, ``list-entries`` and ``list-phrases`` are lists that Chinese doesn't close with an ``and``.
    """
    out: list[Part] = list(groups[0]) if groups else []
    for place, group in enumerate(groups[1:], 1):
        message = last if place == len(groups) - 1 or last != "list-last" else "list-next"
        end = "last" if place == len(groups) - 1 else "next"
        out = say(message, language, before=out, next=list(group), place=end)
    return out


def listed(words: Sequence[str], language: Language) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return "".join(str(part) for part in joined([[word] for word in words], language))


def spell(day: date, language: Language) -> str:
    """A date as a sentence has it: ``22 January 2026``, ``2026年1月22日``."""
    return spell_date(day) if language == "en" else str(format_date(day, "long", locale="zh"))


def shown(fact: Fact, language: Language) -> str:
    """A figure as the language writes it: ``9.54 %``, ``9.54%``; ``2,718.77``, ``2,718.77 点``."""
    return shown_as(fact.display, fact.unit, fact.value, language)


def shown_as(display: str, unit: str, value: object, language: Language) -> str:
    """The same of a figure that is no fact any more, as a stored citation's.

    Args:
        display: As English writes it.
        unit: Its unit.
        value: As it is stored.
        language: Whose words.
    """
    if language == "en":
        return display
    if unit == "date":
        return spell(date.fromisoformat(str(value)), language)
    number = re.sub(r"^(−?)\$", r"\1", display)
    number = re.sub(r" (?:%|points|bp|sessions?)$", "", number)
    return number + _UNITS.get(unit, "")


_UNITS = {
    "fraction": "%",
    "percent": "%",
    "percentage points": " 个百分点",
    "basis points": " 个基点",
    "index points": " 点",
    "sessions": " 个交易日",
    "USD": " 美元",
}


def unsigned(fact: Fact, language: Language) -> Shown:
    """A figure without its minus, for words that say the direction."""
    return Shown(fact, shown(fact, language).removeprefix(MINUS))


def way(value: float) -> str:
    """Whether a figure is up, down or level, for words that say the direction."""
    return "up" if value > 0 else "down" if value < 0 else "level"


def said(reading: str | None, language: Language) -> str:
    """A fact's reading in words: ``elevated volatility``, ``偏高波动区间``."""
    return text(f"reading-{(reading or 'none').replace(' ', '-')}", language)


def _formatted(message: str, language: Language, values: dict[str, object]) -> str:
    bundle = _bundle(language)
    if not bundle.has_message(message):
        raise NoWords(f"{message} has no words in {language}")
    pattern = bundle.get_message(message).value
    if pattern is None:
        raise NoWords(f"{message} has no words in {language}")
    out, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise NoWords(f"{message} in {language}: {errors[0]}")
    return str(out)


def _parts(formatted: str, figures: Sequence[Part | Sequence[Part]]) -> list[Part]:
    out: list[Part] = []
    done = 0
    for match in _MARK.finditer(formatted):
        out.append(formatted[done : match.start()])
        figure = figures[ord(match[0]) - _FIRST_MARK]
        out += [figure] if isinstance(figure, str | Fact | Shown) else list(figure)
        done = match.end()
    return [part for part in [*out, formatted[done:]] if part != ""]


@cache
def _bundle(language: Language) -> FluentBundle:
    """The messages of a language: those that stand in both, and names that English has elsewhere."""
    bundle = FluentBundle([language], use_isolating=False)  # no direction marks: both are written left to right
    for path in sorted([*FOLDER.glob(f"{language}*.ftl"), *FOLDER.glob(f"*-{language}.ftl")]):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
