"""How near passages lie to a question: everyone's through the collection, the others one by one from their vectors.

A library that changes is answered from at once: what the open collection doesn't hold yet is compared exactly, while
a new collection is built beside the old one and takes its place when it is whole. So a search doesn't wait for a build,
and an index that can't be kept costs speed, not answers.
"""

import logging
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.document import Passage
from corpus.index import Index, Match, open_index
from corpus.index_folder import Embeds, IndexUnavailable, indexed_form
from corpus.scope import Scope
from corpus.vocabulary import Vocabulary

SOON = 20.0  # seconds a first search waits for the index of a small library, which is built within one
# Passages that a filter leaves: so many are compared one by one, which costs less than to filter the collection.
EXACT = 5_000
SOME = 0.1  # share of all passages
COMPARED = "until it is built, passages are compared one by one"


class Placed(NamedTuple):
    """Passages with a vector each, in one order."""

    passages: tuple[Passage, ...]
    vectors: np.ndarray


class Meaning:
    """The collection of everyone's passages and what it lacks. Safe to share between threads.

    Args:
        home: Folder where the index is kept.
        embedder: Turns a question into a vector.
    """

    def __init__(self, home: Path, embedder: Embeds) -> None:
        self.home, self.embedder = home, embedder
        self.vocabulary = Vocabulary(embedder)
        self.notices: list[str] = []
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._forms: dict[str, tuple[object, ...]] = {}
        self._wanted: Placed | None = None
        self._builder: threading.Thread | None = None
        self._closed = False

    def follow(self, shared: Placed) -> None:
        """Takes everyone's passages as they are now. A first call waits a while for a small index; others don't."""
        with self._lock:
            first = self._index is None and self._builder is None and len(shared.passages) <= EXACT
            self._wanted = shared
            builder = self._builder
            if builder is None:
                builder = self._builder = threading.Thread(target=self._build, daemon=True)
                builder.start()
        if first:
            builder.join(SOON)

    def settle(self, seconds: float | None = None) -> bool:
        """Waits until the index holds what it should; whether it does."""
        builder = self._builder
        if builder is not None:
            builder.join(seconds)
        return self._index is not None and self._wanted is None

    @property
    def is_open(self) -> bool:
        """Whether there is an index, if only of the passages before the last change."""
        return self._index is not None

    def missing(self, placed: Placed) -> tuple["Index | None", np.ndarray]:
        """The open index, and the places of the passages that it doesn't hold as they are."""
        with self._lock:
            index, forms = self._index, self._forms
        absent = [n for n, passage in enumerate(placed.passages) if forms.get(passage.id) != indexed_form(passage)]
        return index, np.array(absent, dtype=np.int64)

    def close(self) -> None:
        """Lets go of the index's files."""
        self.vocabulary.close()
        with self._lock:
            self._closed, index, self._index, self._forms = True, self._index, None, {}
        if index is not None:
            index.close()

    def _build(self) -> None:
        while True:
            with self._lock:
                wanted, self._wanted = self._wanted, None
                if wanted is None or self._closed:
                    self._builder = None
                    return
            try:
                self._replace(wanted)
            except IndexUnavailable as error:
                self._say(f"{error} {COMPARED[0].upper()}{COMPARED[1:]}.")
            except Exception as error:  # a search goes on without the collection whatever broke it
                logging.getLogger(__name__).exception("the index could not be built")
                self._say(f"The index could not be built ({type(error).__name__}); {COMPARED}.")

    def _replace(self, wanted: Placed) -> None:
        if not wanted.passages:
            fresh: Index | None = None
        else:
            fresh = open_index(self.home, wanted.passages, self.embedder, wanted.vectors)
            self._say(*fresh.notices)
        forms = {passage.id: indexed_form(passage) for passage in wanted.passages} if fresh else {}
        with self._lock:
            if self._closed:
                old, forms = fresh, {}
            else:
                old, self._index, self._forms = self._index, fresh, forms
        if old is not None:
            old.close()

    def _say(self, *notices: str) -> None:
        self.notices = list(dict.fromkeys([*self.notices, *notices]))[-5:]


class Nearness:
    """One reader's passages against a question: the collection for those it holds, exact for the others.

    Args:
        meaning: The shared collection.
        placed: All that the reader may see.
    """

    def __init__(self, meaning: Meaning, placed: Placed) -> None:
        self.meaning, self.placed = meaning, placed
        self._place = {passage.id: n for n, passage in enumerate(placed.passages)}
        self._outside: tuple[Index | None, np.ndarray] | None = None

    def vector(self, text: str) -> np.ndarray:
        """A question's vector."""
        return np.asarray(self.meaning.embedder.embed([text])[0])

    def likeness(self, vector: np.ndarray, places: np.ndarray) -> np.ndarray:
        """Cosine similarity of passages by place."""
        return np.asarray(self.placed.vectors[places] @ vector)

    def nearest(
        self, vector: np.ndarray, scope: Scope, lines: list[str] | None, admitted: np.ndarray, k: int
    ) -> np.ndarray:
        """Places of about the ``k`` passages nearest to a vector within a scope.

        Args:
            vector: The question's.
            scope: What may be found.
            lines: The author lines within it, None for any.
            admitted: Whether each place is within the scope.
            k: How many are wanted.
        """
        all_of_them = bool(admitted.all())
        if not all_of_them and int(admitted.sum()) <= EXACT:
            return self._exact(np.flatnonzero(admitted), vector, k)
        index, outside = self._split()
        if index is None or len(outside) == len(self.placed.passages):
            return self._exact(np.flatnonzero(admitted), vector, k)
        scope = Scope(date.max) if all_of_them else scope
        matches = _asked(index, vector, scope, None if all_of_them else lines, k)
        found = {self._place[m.passage_id] for m in matches if m.passage_id in self._place}
        found -= set(outside.tolist())  # an older text of the same name
        held = np.array([place for place in sorted(found) if admitted[place]], dtype=np.int64)
        return np.concatenate([held, self._exact(outside[admitted[outside]], vector, k)])

    def _exact(self, places: np.ndarray, vector: np.ndarray, k: int) -> np.ndarray:
        """The nearest of some places, compared one by one."""
        if len(places) <= k:
            return places
        many = len(places) > SOME * len(self.placed.vectors)  # to pick out rows copies them: more than to compare all
        scores = (self.placed.vectors @ vector)[places] if many else self.likeness(vector, places)
        return np.asarray(places[np.argpartition(-scores, k)[:k]])

    def _split(self) -> tuple[Index | None, np.ndarray]:
        held, current = self._outside, self.meaning._index
        if held is None or held[0] is not current:
            held = self._outside = self.meaning.missing(self.placed)
        return held


def _asked(index: Index, vector: np.ndarray, scope: Scope, lines: Sequence[str] | None, k: int) -> list[Match]:
    try:
        return index.nearest(
            vector, as_of=None if scope.as_of == date.max else scope.as_of, k=min(k, index.count), authors=lines,
            stance=scope.stance, topic=scope.topic,
            after=scope.after, before=scope.before,
        )  # fmt: skip
    except Exception:  # closed for its successor in this moment, or broken: the words alone decide this one
        logging.getLogger(__name__).warning("the index could not be asked", exc_info=True)
        return []
