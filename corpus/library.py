"""The library as the rest of the program sees it: documents, passages, people, and search.

library = Library.open(home)
hits = library.search("what does Rosenberg say about small caps", as_of=date(2026, 1, 22))
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document, Passage, Refusal, load_documents, passages_of
from corpus.front_matter import first_day
from corpus.people import REFERENCE, Person, author_lines, authors, named_in
from corpus.search import Hit, Scope, best_matches, is_generic, newest_first, one_per_event, stance_in

if TYPE_CHECKING:  # loaded at the first search that needs them
    from corpus.embed import Embedder
    from corpus.index import Index
    from corpus.lexical import Lexical

DOCUMENTS = Path(__file__).parent / "documents"


@dataclass(frozen=True)
class _Engines:
    """What a search by meaning needs; loaded together, once."""

    index: "Index"
    embedder: "Embedder"
    lexical: "Lexical"


class Library:
    """The documents held, and search over them. Safe to share between threads."""

    def __init__(self, home: Path, documents: Sequence[Document], refused: Sequence[Refusal] = ()) -> None:
        """Takes documents already read; ``home`` is where the index is kept."""
        self.home = home
        self.documents = tuple(documents)
        self.refused = tuple(refused)
        self.passages = tuple(passage for document in self.documents for passage in passages_of(document))
        self._by_id = {passage.id: passage for passage in reversed(self.passages)}
        for passage in reversed(self.passages):
            self._by_id.setdefault(passage.document, passage)
        self._lock = threading.Lock()
        self._engines: _Engines | None = None

    @classmethod
    def open(cls, home: Path, documents: Path = DOCUMENTS, added: Iterable[Document] = ()) -> "Library":
        """Reads the documents of a folder, and takes those added by the person beside them.

        Neither the index nor a model is touched: the first search by meaning does that. An added document replaces the
        folder's document of the same id.
        """
        shelf = load_documents(documents)
        both = {document.id: document for document in (*shelf.documents, *added)}
        return cls(home, tuple(both.values()), shelf.refused)

    @property
    def notices(self) -> list[str]:
        """What the person should know: files refused, and what had to be done to open the index."""
        refused = [f"{refusal.path} was left out of the library: {refusal.reason}." for refusal in self.refused]
        return refused + (list(self._engines.index.notices) if self._engines else [])

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
    ) -> list[Hit]:
        """The passages that fit a question best, of those known on ``as_of``; one for each event.

        A question that asks for a person's view, or for a side, as such ("what does Rosenberg say about small caps?",
        "the bear case") gives those passages, on small caps first and then the newest. Any other is matched by
        meaning and keywords.

        Raises:
            IndexUnavailable: when the index can be neither opened nor built.
            EmbedderError: when the embedding model is missing or changed.
        """
        scope = Scope(as_of, author, stance, topic)
        admitted = scope.admits(self.passages)
        if not admitted or k < 1:
            return []
        plain = self._without_subject(question, scope, admitted)
        if plain is not None:
            hits = newest_first(plain, as_of)
        else:
            engines = self._ready()
            hits = best_matches(question, self.passages, scope, engines.index, engines.embedder, engines.lexical)
        return [Hit(hit.passage.as_known_on(as_of), hit.score) for hit in one_per_event(hits)[:k]]

    def _without_subject(self, question: str, scope: Scope, admitted: Sequence[Passage]) -> Sequence[Passage] | None:
        """What a question admits that asks only for a person's view, or for a side, or None where it has a subject."""
        named, asked = self.named_in(question), stance_in(question)
        by_person = bool(scope.author or named)
        if not (by_person or scope.stance or asked or not question.strip()) or not is_generic(question, named):
            return None
        if named and not scope.author:
            lines = {line for person in named for line in author_lines(person.name, admitted)}
            admitted = [passage for passage in admitted if passage.author in lines]
        on_that_side = [passage for passage in admitted if passage.stance == asked]
        return on_that_side or (admitted if by_person or not asked else [])

    def _ready(self) -> _Engines:
        with self._lock:
            if self._engines is None:
                from corpus.embed import load_embedder
                from corpus.index import open_index
                from corpus.lexical import Lexical

                embedder = load_embedder()
                index = open_index(self.home, self.passages, embedder)
                self._engines = _Engines(index, embedder, Lexical([passage.indexed_text for passage in self.passages]))
            return self._engines

    def close(self) -> None:
        """Lets go of the index's files."""
        with self._lock:
            if self._engines is not None:
                self._engines.index.close()
                self._engines = None


def date_range(passages: Iterable[Passage]) -> tuple[date, date] | None:
    """The days between which the views among the passages were published, or None where there is none.

    A month or a year counts by its first day here, so that the range claims no more than is held.
    """
    days = [first_day(passage.published) for passage in passages if passage.medium != REFERENCE]
    return (min(days), max(days)) if days else None
