"""The library as the rest of the program sees it: documents, passages, people, and search.

library = Library.open(home)
hits = library.search("what does Rosenberg say about small caps", as_of=date(2026, 1, 22))
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document, Passage, Refusal, load_documents, passages_of
from corpus.front_matter import first_day
from corpus.people import REFERENCE, Person, author_lines, authors, named_in, names_in
from corpus.scope import Scope
from corpus.search import Hit, is_generic, newest_first, one_per_event, one_voice_each, stance_in, varied

if TYPE_CHECKING:  # loaded at the first search that needs them
    from corpus.meaning import Meaning, Placed
    from corpus.ranking import Ranking, Weights

DOCUMENTS = Path(__file__).parent / "documents"
PER_DOCUMENT = 2  # passages of one document ahead of others': a long one shouldn't be all that is found


class Library:
    """What one reader may see, as it stood at one moment, and search over it. Safe to share between threads."""

    def __init__(
        self,
        home: Path,
        documents: Sequence[Document],
        refused: Sequence[Refusal] = (),
        *,
        passages: Sequence[Passage] | None = None,
        meaning: "Callable[[], tuple[Meaning, Placed]] | None" = None,
    ) -> None:
        """Takes documents already read.

        Args:
            home: Where the index is kept.
            documents: In the order they are listed.
            refused: Files that could not be read.
            passages: The documents', where they are cut already.
            meaning: The collection shared with other readers and these passages with their vectors; without it the
                library has a collection of its own.
        """
        self.home = home
        self.documents = tuple(documents)
        self.refused = tuple(refused)
        if passages is None:
            passages = [passage for document in self.documents for passage in passages_of(document)]
        self.passages = tuple(passages)
        self._by_id = {passage.id: passage for passage in reversed(self.passages)}
        for passage in reversed(self.passages):
            self._by_id.setdefault(passage.document, passage)
        self._lock = threading.Lock()
        self._meaning = meaning
        self._own: Meaning | None = None
        self._ranking: Ranking | None = None

    @classmethod
    def open(cls, home: Path, documents: Path = DOCUMENTS, added: Iterable[Document] = ()) -> "Library":
        """Reads the documents of a folder alone, without a database; an added one replaces its namesake.

        Neither the index nor a model is touched: the first search by meaning does that.
        """
        shelf = load_documents(documents)
        both = {document.id: document for document in (*shelf.documents, *added)}
        return cls(home, tuple(both.values()), shelf.refused)

    @property
    def notices(self) -> list[str]:
        """What the person should know: files refused, and what had to be done to open the index."""
        refused = [f"{refusal.path} was left out of the library: {refusal.reason}." for refusal in self.refused]
        return refused + (list(self._ranking.nearness.meaning.notices) if self._ranking else [])

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everyone whose views are held, those with most first."""
        return authors(self.passages)

    @cached_property
    def date_range(self) -> tuple[date, date] | None:
        """The days between which the views were published; reference notes don't count."""
        return date_range(self.passages)

    def get(self, passage_id: str) -> Passage | None:
        """A passage by its id; a document's id gives its first passage."""
        return self._by_id.get(passage_id)

    def named_in(self, question: str) -> list[Person]:
        """The people, or a firm's people, whom a question names."""
        return named_in(question, self.people)

    def search(
        self,
        question: str,
        *,
        as_of: date,
        author: str | None = None,
        stance: str | None = None,
        topic: str | None = None,
        k: int = 5,
        weights: "Weights | None" = None,
    ) -> list[Hit]:
        """The passages that fit a question best, of those known on ``as_of``; one for each event.

        A question that asks for a person's view, or for a side, as such ("what does Rosenberg say about small caps?",
        "the bear case") gives those passages, on small caps first and then the newest. Any other is matched by
        meaning and keywords.

        Raises:
            EmbedderError: when the embedding model is missing or changed.
        """
        scope = Scope(as_of, author, stance, topic)
        if k < 1 or not self.passages:
            return []
        plain = self._without_subject(question, scope)
        if plain is not None:
            hits = self._together(question, newest_first(plain, as_of))
        else:
            hits = self.ranking().answer(question, scope, weights)
        told = one_voice_each(varied(one_per_event(hits), PER_DOCUMENT), k)[:k]
        return [Hit(hit.passage.as_known_on(as_of), hit.score) for hit in told]

    def _without_subject(self, question: str, scope: Scope) -> Sequence[Passage] | None:
        """What a question admits that asks only for a person's view, or for a side, or None where it has a subject."""
        named, asked = self.named_in(question), stance_in(question)
        by_person = bool(scope.author or named)
        if not (by_person or scope.stance or asked or not question.strip()) or not is_generic(question, named):
            return None
        admitted = scope.admits(self.passages)
        if named and not scope.author:
            lines = {line for person in named for line in author_lines(person.name, admitted)}
            admitted = [passage for passage in admitted if passage.author in lines]
        on_that_side = [passage for passage in admitted if passage.stance == asked]
        return on_that_side or (admitted if by_person or not asked else [])

    def _together(self, question: str, hits: list[Hit]) -> list[Hit]:
        """Hits with what several people named wrote with each other first."""
        named = [person.name for person in self.named_in(question)]
        joint = [set(named) <= set(names_in(hit.passage.author)) for hit in hits]
        if len(named) < 2 or not any(joint):
            return hits
        best = max(hit.score for hit in hits)
        return sorted(
            (Hit(h.passage, h.score + best * j) for h, j in zip(hits, joint, strict=True)), key=lambda h: -h.score
        )

    def ranking(self) -> "Ranking":
        """What ranks passages for a question; it loads the model, and opens or builds the index, once.

        Raises:
            EmbedderError: when the embedding model is missing or changed.
        """
        with self._lock:
            if self._ranking is None:
                from corpus.meaning import Nearness
                from corpus.ranking import Ranking

                meaning, placed = (self._meaning or self._alone)()
                self._ranking = Ranking(placed.passages, Nearness(meaning, placed))
            return self._ranking

    def _alone(self) -> "tuple[Meaning, Placed]":
        from corpus.embed import load_embedder
        from corpus.index_folder import vectors_of
        from corpus.meaning import Meaning, Placed

        embedder = load_embedder()
        self._own = Meaning(self.home, embedder)
        placed = Placed(self.passages, vectors_of(self.passages, embedder))
        self._own.follow(placed)
        return self._own, placed

    def close(self) -> None:
        """Lets go of the index's files, where they are this library's own."""
        with self._lock:
            if self._own is not None:
                self._own.close()
            self._own = self._ranking = None


def date_range(passages: Iterable[Passage]) -> tuple[date, date] | None:
    """The days between which the views among the passages were published, or None where there is none.

    A month or a year counts by its first day here, so that the range claims no more than is held.
    """
    days = [first_day(passage.published) for passage in passages if passage.medium != REFERENCE]
    return (min(days), max(days)) if days else None
