"""What a search may find: known on a day, and by the author, of the stance, on the topic, from the time asked for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from corpus.document import Passage
from corpus.people import author_lines


class Scope(NamedTuple):
    """What may be found.

    Attributes:
        as_of: Nothing known later is found.
        author: A name in any form.
        stance: ``bullish``, ``bearish``, ``neutral`` or ``none``.
        topic: One of the documents' topics.
        after: Nothing known earlier.
        before: Nothing known on this day or later.
        names: Full names, of whom one must be the author.
    """

    as_of: date
    author: str | None = None
    stance: str | None = None
    topic: str | None = None
    after: date | None = None
    before: date | None = None
    names: tuple[str, ...] = ()

    def lines(self, passages: Iterable[Passage]) -> list[str] | None:
        """The author lines within the scope, None where any author is."""
        if self.author is None and not self.names:
            return None
        passages = tuple(passages)
        wanted = author_lines(self.author, passages) if self.author is not None else []
        wanted += [line for name in self.names for line in author_lines(name, passages)]
        return list(dict.fromkeys(wanted))

    def admits(self, passages: Iterable[Passage]) -> list[Passage]:
        """The passages within this scope."""
        passages = tuple(passages)
        lines = self.lines(passages)
        return [passage for passage in passages if self._admits(passage, lines)]

    def _admits(self, passage: Passage, lines: Sequence[str] | None) -> bool:
        return (
            passage.known_from <= self.as_of
            and (lines is None or passage.author in lines)
            and (self.stance is None or passage.stance == self.stance)
            and (self.topic is None or self.topic in passage.topics)
            and (self.after is None or passage.known_from >= self.after)
            and (self.before is None or passage.known_from < self.before)
        )
