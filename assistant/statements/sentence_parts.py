"""The parts of a sentence that code writes: words, and facts where their figures stand."""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.statements.names import capital
from assistant.understanding.language import Language as Language
from tools.fact import MINUS, Fact, spell_date


class Shown(NamedTuple):
    """A fact, and how its figure is written where not as it is shown elsewhere."""

    fact: Fact
    text: str


Part = str | Fact | Shown


def tell(words: str, *parts: "Part | list[Part]") -> list[Part]:
    """Words with a part, or a list of parts, in the place of each ``{}``."""
    pieces = words.split("{}")
    if len(pieces) != len(parts) + 1:
        raise ValueError(f"{len(parts)} parts for the places of {words!r}")
    out: list[Part] = [pieces[0]]
    for part, piece in zip(parts, pieces[1:], strict=True):
        out += part if isinstance(part, list) else [part]
        out.append(piece)
    return out


def fact_of(part: Part) -> Fact | None:
    """The fact of a part; None for words."""
    return None if isinstance(part, str) else part if isinstance(part, Fact) else part.fact


def placed(parts: Sequence[Part]) -> tuple[str, list[tuple[int, Fact]]]:
    """The sentence's text, and the place after each figure with its fact."""
    text, marks = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        fact = part if isinstance(part, Fact) else part.fact
        text += fact.display if isinstance(part, Fact) else part.text
        marks.append((len(text), fact))
    return capital(text), marks


def plain(fact: Fact) -> Shown:
    """A figure without its minus, for words that say the direction."""
    return Shown(fact, fact.display.removeprefix(MINUS))


def level(fact: Fact) -> Shown:
    """A target as it was said: without decimals where it has none."""
    return Shown(fact, fact.display.removesuffix(".00"))


def joined(groups: Sequence[Sequence[Part]]) -> list[Part]:
    """Groups of parts as a list in prose: commas, and before the last ``and``."""
    out: list[Part] = []
    for place, group in enumerate(groups):
        if place:
            out.append(" and " if place == len(groups) - 1 else ", ")
        out += group
    return out


def on(fact: Fact) -> str:
    """The session a figure is of, in words: an anchor's or a swing's own, else its date."""
    return spell_date(fact.dates[0]) if fact.dates else spell_date(fact.as_of)
