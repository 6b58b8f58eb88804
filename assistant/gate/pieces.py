"""A sentence taken apart and put together again: its clauses, and what stands when some of its words are left out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.gate.proof import Filled
from assistant.gate.sentence import Bound

MOST_CLAUSES = 8  # a sentence of more is shown whole or not at all

_JOINT = re.compile(
    r",(?!\d)(?: (?:and|but|while|whereas|although|though|so|yet)\b)?|[;:]\s|\s?—\s?|\s–\s|\s\(|\)\s?|\s(?:but|while|whereas|although|though|because|thanks to|due to|owing to|driven by|fuelled by|fueled by|helped by|amid|on hopes|on the back of|in response to|following)\s",
    re.I,
)
_LINKS = r"(?:and|but|while|whereas|so|yet|since|because|though|although)(?! far\b)"
# What is left over at the edges and in the middle when words go: joints that join nothing, double spaces.
_LEFT_OVER = [
    re.compile(rf"^[\s,;:—–)-]+(?:{_LINKS}\s+)?", re.I),
    re.compile(rf"^{_LINKS}\s+", re.I),
    re.compile(r"\s+(?=[,.;:!?)])"),
    re.compile(r"(?<=\s)\s+"),
    re.compile(r",(?=\s*,)"),
    re.compile(r"[\s,;:—–(-]+(?:(?:and|but|while|whereas|so|yet)[\s,]*)?(?=[.!?]?$)"),
]


class Span(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int


class Part(NamedTuple):
    """Some of a sentence's words as a sentence of their own.

    Attributes:
        filled: The sentence.
        origin: Where each of its characters stands in the whole one.
    """

    filled: Filled
    origin: tuple[int, ...]


def clauses(text: str, whole: Iterable[tuple[int, int]] = ()) -> list[Span]:
    """The clauses of a sentence, each with the joint before it; together they are the sentence.

    Args:
        text: The sentence.
        whole: Stretches in which no clause begins: quotations, dates, figures, names.
    """
    kept = list(whole)
    starts = [0]
    for m in _JOINT.finditer(text):
        if (
            m.start() > starts[-1]
            and not any(s <= m.start() < e for s, e in kept)
            and re.search(r"\w", text[m.end() :])
        ):
            starts.append(m.start())
    return [Span(s, e) for s, e in zip(starts, [*starts[1:], len(text)], strict=True)]


def part_of(filled: Filled, kept: Sequence[Span]) -> Part:
    """The sentence that some stretches of another make, joints that join nothing left out."""
    origin = [i for span in kept for i in range(span.start, span.end)]
    while True:
        text = "".join(filled.text[i] for i in origin)
        found = next((m for pattern in _LEFT_OVER for m in pattern.finditer(text) if m[0]), None)
        if found is None:
            break
        del origin[found.start() : found.end()]
    place = {o: i for i, o in enumerate(origin)}
    bound = tuple(_moved(b, place) for b in filled.bound if b.start in place and b.end - 1 in place)
    cited = tuple((_after(at, place, len(origin)), p) for at, p in filled.cited if _stands(at, kept))
    return Part(Filled(text, bound, cited), tuple(origin))


def _moved(bound: Bound, place: dict[int, int]) -> Bound:
    return replace(bound, start=place[bound.start], end=place[bound.end - 1] + 1)


def _stands(at: int, kept: Sequence[Span]) -> bool:
    """Whether the place of a passage's id lies in or right behind what is kept."""
    return any(span.start < at <= span.end for span in kept)


def _after(at: int, place: dict[int, int], end: int) -> int:
    before = [i for o, i in place.items() if o < at]
    return max(before) + 1 if before else min(end, 0)


def cut_out(spans: Sequence[Span], holes: Iterable[Span]) -> list[Span]:
    """The stretches without the holes in them."""
    out = list(spans)
    for hole in holes:
        out = [
            Span(s, e)
            for span in out
            for s, e in ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end))
            if s < e
        ]
    return out
