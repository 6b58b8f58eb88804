"""A piece of text as it is read, and the way back from its places to the text given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checker.claims.claim import Claim
from assistant.checker.text.layout import Piece
from assistant.checker.text.names import Named
from assistant.checker.text.times import Time
from assistant.understanding.figures import Figure, normalise


@dataclass(frozen=True)
class Sentence:
    """A piece of text with what stands in it.

    Attributes:
        text: Normalised.
        places: For each place of the text, and for its end, the place in the piece.
        offset: Where the piece starts in the text given.
        figures: Its numbers.
        times: Its times.
        named: Its names.
    """

    text: str
    places: Sequence[int]
    offset: int
    figures: Sequence[Figure]
    times: Sequence[Time]
    named: Sequence[Named]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the text given."""
        return self.places[start] + self.offset, self.places[min(end, len(self.text))] + self.offset


def normalised(text: str) -> tuple[str, list[int]]:
    """The normalised text and, for each of its places and its end, the place in the text given."""
    if text.isascii():
        return text, list(range(len(text) + 1))
    out, places = [], []
    for place, char in enumerate(text):
        for kept in char if char.isascii() else normalise(char):
            out.append(kept)
            places.append(place)
    return "".join(out), [*places, len(text)]


_TAIL = re.compile(
    r"(?:[\s,;:—–(.|-]|\[\d{1,3}\]|(?<=[\s(,])(?:from|to|and|of|at|with|on|in|by|or|while|but|the|its)(?=[\s,]|$))$"
)


def _trimmed(raw: str) -> int:
    """The length of a clause without what hangs at its end."""
    end = len(raw)
    while end:
        found = _TAIL.search(raw, max(0, end - 8), end)
        if not found or found.end() != end:
            return end
        end = found.start()
    return end


def apart(claims: Sequence[Claim], piece: Piece) -> list[Claim]:
    """Claims in order, cut so that none overlaps the next, each trimmed."""
    whole = [c if c.core[1] else replace(c, core=(c.start, c.end)) for c in claims]
    ordered: list[Claim] = []
    for claim in sorted(whole, key=lambda c: c.core):
        if not ordered or ordered[-1].core[1] <= claim.core[0]:
            ordered.append(claim)
    out: list[Claim] = []
    last = piece.start
    for place, claim in enumerate(ordered):
        start, end = max(claim.start, last), claim.end
        if place + 1 < len(ordered):
            later = ordered[place + 1]
            end = max(claim.core[1], min(end, max(later.start, claim.core[1]), later.core[0]))
        kept = _cut(piece, start, end)
        if kept[0] < kept[1]:
            out.append(replace(claim, start=kept[0], end=kept[1]))
            last = kept[1]
    return out


def _cut(piece: Piece, start: int, end: int) -> tuple[int, int]:
    """A clause without what hangs at either end."""
    raw = piece.text[start - piece.start : end - piece.start]
    head = " \n\t,;:()|" if re.match(r"[\s,;:()|]*[-–+−]\d", raw) else " \n\t,;:—–-()|"
    start += len(raw) - len(raw.lstrip(head))
    raw = piece.text[start - piece.start : end - piece.start]
    if lead := re.match(r"(?:and|or|but|while|to|at|from) (?=\S)", raw):
        start += lead.end()
        raw = raw[lead.end() :]
    end = start + _trimmed(raw)
    raw = raw[: end - start]
    if raw.count("(") > raw.count(")") and piece.text[end - piece.start :].startswith(")"):
        return start, end + 1
    return start, end - (raw.endswith(")") and raw.count(")") > raw.count("("))
