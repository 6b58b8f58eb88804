"""A sentence and all that it may be held against: its clauses, and the subjects its figures are said of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from assistant.evidence.derived import Derived
from assistant.evidence.ledger import Ledger
from assistant.understanding.dates import DateMention
from assistant.understanding.vocabulary import Mention, mentions
from corpus.document import Passage
from tools.fact import Fact

CLAUSE = re.compile(
    r",(?!\d)|[;:—]|\s–\s|\b(?:and|but|while|whereas|although|though|against|versus|vs\.?|compared (?:with|to)|with)\b",
    re.I,
)


# What isn't proved and isn't shown to be wrong either: such words may stand in the other ink.
OWN_WORDS, UNCARRIED = "words that nothing here proves", "claim that no figure shows"
RETOLD_FREELY = "view in other words than its passage's"
UNPROVED = frozenset([OWN_WORDS, UNCARRIED, RETOLD_FREELY])


class Reason(NamedTuple):
    """Why a sentence is withheld: a kind that repeats nothing of it, the detail, and the words that are meant."""

    kind: str
    detail: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bound:
    """A figure of a sentence and the evidence it states; None for a threshold a bound figure is compared with.

    Attributes:
        typed: Whether the writer typed it, so that its hedge was held with it, instead of naming it in a slot.
    """

    start: int
    end: int
    item: Fact | Derived | Passage | None
    typed: bool = False

    @property
    def facts(self) -> list[Fact]:
        """The facts that the figure states or is computed from."""
        if isinstance(self.item, Fact):
            return [self.item]
        return list(self.item.parts) if isinstance(self.item, Derived) else []


@dataclass(frozen=True)
class Scene:
    """A sentence with its slots filled, and all that it may be held against."""

    text: str
    ledger: Ledger
    as_of: date
    today: date
    cited: tuple[Passage, ...]
    context: tuple[str, ...]
    people: dict[str, str]
    dates: tuple[DateMention, ...] = ()

    @cached_property
    def mentions(self) -> list[Mention]:
        """The subjects named, those outside the universe by the symbols that the ledger holds."""
        return mentions(self.text, self.ledger.others)

    @property
    def plain(self) -> str:
        """The text with its subjects' names blanked, so that the "average" of the Dow's name is no measure."""
        text = self.text
        for m in self.mentions:
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
        return text

    def boundaries(self) -> list[tuple[int, int]]:
        """Where clauses meet; a comma or a word inside a date is none."""
        found = [(m.start(), m.end()) for m in CLAUSE.finditer(self.text)]
        return [
            (s, e)
            for s, e in found
            if not any(d.start <= s < d.end or (d.weekday is not None and d.end == s) for d in self.dates)
        ]

    def clause(self, start: int, end: int, edges: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
        """The stretch around a place that has no clause boundary and no other figure in it."""
        edge = self.boundaries()
        left = max([0, *(e for _, e in edge if e <= start), *(e for _, e in edges if e <= start)])
        right = min([len(self.text), *(s for s, _ in edge if s >= end), *(s for s, _ in edges if s >= end)])
        return left, right


_EACH = re.compile(r" (?:to|against|versus|vs\.?) ")
_COMPARED = re.compile(r"\b(?:unlike|like|than|alongside|besides|as did|as with)(?: the)? $", re.I)


def governing(scene: Scene, start: int, end: int, edges: list[tuple[int, int]]) -> list[Mention]:
    """Whom a figure is said of: "for the S&P 500" behind it, else the nearest named before, else the first after."""
    named = scene.mentions
    next_edge = min([s for s, _ in edges if s >= end], default=len(scene.text))
    for m in named:
        between = scene.text[end : m.start]
        if end <= m.start < next_edge and re.fullmatch(
            r"(?! and | while )[^,;.:]{0,36}?\b(?:for|in|on|of|by)(?: the)? ", between, re.I
        ):
            return [m]
    told = [m for m in named if m.end <= start]
    if len({m.key for m in told}) == 2 and len(told) == 2:
        # "The Nasdaq beat the Russell 2000, 0.91 % to 0.76 %": the figures follow in the order of the names.
        second = any(e <= start and _EACH.fullmatch(scene.text[e:start]) for _, e in edges)
        first = any(s >= end and _EACH.fullmatch(scene.text[end:s]) for s, _ in edges)
        if first != second:
            return [told[1] if second else told[0]]
    if told and re.fullmatch(r"['’]s? ", scene.text[told[-1].end : start]):
        return [told[-1]]  # "… than the S&P 500's 0.55 %"
    if told and re.match(r",? (?:which|whose|itself)\b", scene.text[told[-1].end :]):
        return [told[-1]]  # "…, which rose": the one named last
    # "Unlike X", "more than X": X is what is compared with, not what the figure is said of.
    before = [m for m in named if m.end <= start and not _COMPARED.search(scene.text[: m.start])]
    if before:
        return [before[-1]]
    return named[:1]
