"""A document's lines, and values with the place they were read from."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

HEAD = 1500  # characters in which a document says who wrote it and when
TAIL = 700  # characters in which it is signed
_DECOR = "#*_>| \t\u3000"


class Line(NamedTuple):
    """A line of a text without the marks of form around it: ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


class Found(NamedTuple):
    """A value and where it was found.

    Attributes:
        value: As front matter has it.
        where: In words.
        text: The words it was read from; empty where they stand in no text: a file's name or properties.
        start, end: Their place in the text that was opened; None where they stand in none.
    """

    value: Any
    where: str
    text: str = ""
    start: int | None = None
    end: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As ``corpus add --json`` shows it."""
        return {"value": self.value, "where": self.where, "text": self.text, "start": self.start, "end": self.end}


def found_at(value: Any, where: str, line: Line) -> Found:
    """A value read from a line."""
    return Found(value, where, line.text, line.start, line.end)


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch that hold anything."""
    found = []
    for match in re.compile(r"[^\n\f]+").finditer(text, start, len(text) if end is None else end):
        left = len(match[0]) - len(match[0].lstrip(_DECOR))
        plain = match[0].strip(_DECOR)
        if plain:
            found.append(Line(match.start() + left, match.start() + left + len(plain), plain))
    return found


def head_of(text: str) -> list[Line]:
    """The lines at the beginning."""
    return [line for line in lines_of(text, 0, HEAD + 400) if line.start < HEAD]


def tail_of(text: str, without: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """The lines at the end, the last one first, without those of some stretches: a signature stands above small print."""
    lines = [line for line in lines_of(text) if not any(a <= line.start < b for a, b in without)]
    last = lines[-1].end if lines else 0
    return [line for line in reversed(lines) if line.end > last - TAIL][:10]
