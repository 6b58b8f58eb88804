"""The library of a running program: kept in the database, changed while it is asked, seen by each as theirs.

Everyone's passages share one collection. A visitor's own never enter it: they are compared one by one, in that
visitor's library alone.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Passage, Refusal
from corpus.library import DOCUMENTS, Library
from corpus.store import EVERYONE, DocumentStore, Held, LibraryUnwritable

if TYPE_CHECKING:  # loaded at the first search that needs them
    import numpy as np

    from corpus.index_folder import Embeds
    from corpus.meaning import Meaning, Placed

KEPT = 32  # visitors' libraries in memory
STRIDE = 64  # passages embedded between two saves: a process that is killed loses no more


class Holdings:
    """Documents in the database and a library for each who asks. Safe to share between threads.

    Args:
        store: Where documents are kept.
        home: Folder of the index.
        now: The instant at which shipped documents are taken in.
        documents: Folder of the shipped documents.
        embedder: Loads the embedder; the installed one when None.
    """

    def __init__(
        self,
        store: DocumentStore,
        home: Path,
        now: datetime,
        documents: Path = DOCUMENTS,
        embedder: "Callable[[], Embeds] | None" = None,
    ) -> None:
        self.store, self.home = store, home
        self.refused: list[Refusal] = store.seed(documents, now)
        self._embedder = embedder
        self._lock, self._embedding = threading.Lock(), threading.Lock()
        self._libraries: OrderedDict[str, tuple[int, Library]] = OrderedDict()
        self._meaning: Meaning | None = None
        self._shared: tuple[int, Placed] | None = None

    def library(self, owner: str = EVERYONE) -> Library:
        """What an owner may see now: everyone's documents and the owner's own."""
        revision = self.store.revision
        with self._lock:
            kept = self._libraries.get(owner)
            if kept and kept[0] == revision:
                self._libraries.move_to_end(owner)
                return kept[1]
        library = self._open(owner, revision)
        with self._lock:
            self._libraries[owner] = (revision, library)
            self._libraries.move_to_end(owner)
            while len(self._libraries) > KEPT:
                self._libraries.popitem(last=False)
        return library

    def _open(self, owner: str, revision: int) -> Library:
        held = self.store.held(owner)
        mine = [h for h in held if h.owner != EVERYONE]
        if not mine and owner != EVERYONE:
            return self.library()
        passages = self.store.passages(held)
        return Library(
            self.home,
            [h.document for h in held],
            self.refused,
            passages=passages,
            meaning=lambda: self._placed(owner, revision, held, passages),
        )

    def settle(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Embeds what is new of everyone's and waits until the index holds it: what a command does before it ends."""
        meaning, _ = self._follow(self.store.revision, self.library().passages, progress)
        meaning.settle()

    def prepare(self, owner: str, progress: Callable[[int, int], None]) -> None:
        """Embeds what is new of an owner's, so that the next search needn't; everyone's index is left to build."""
        mine = [h for h in self.store.held(owner) if h.owner == owner]
        self._follow(self.store.revision, self.library().passages, progress)
        if owner != EVERYONE:
            self._vectors(owner, self.store.passages(mine), progress)

    @property
    def has_index(self) -> bool:
        """Whether searches are answered from an index; without any document there is none to have.

        Raises:
            LibraryUnreadable: The database can't be read.
        """
        if not self.library().passages:
            return True
        return self._meaning is not None and self._meaning.is_open

    @property
    def notices(self) -> list[str]:
        """What had to be done to the index."""
        return list(self._meaning.notices) if self._meaning else []

    def close(self) -> None:
        """Lets go of the index's files."""
        with self._lock:
            meaning, self._meaning, self._shared = self._meaning, None, None
            self._libraries.clear()
        if meaning is not None:
            meaning.close()

    def _placed(
        self, owner: str, revision: int, held: Sequence[Held], passages: tuple[Passage, ...]
    ) -> "tuple[Meaning, Placed]":
        import numpy as np

        from corpus.meaning import Placed

        mine = {h.document.id for h in held if h.owner != EVERYONE}
        if not mine:
            return self._follow(revision, passages)
        everyones = self.library().passages
        meaning, shared = self._follow(revision, everyones)
        own = tuple(p for p in passages if p.document in mine)
        rest = [n for n, p in enumerate(shared.passages) if p.document not in mine]
        vectors = np.vstack([shared.vectors[rest], self._vectors(owner, own)])
        return meaning, Placed((*(shared.passages[n] for n in rest), *own), vectors)

    def _follow(
        self, revision: int, passages: tuple[Passage, ...], progress: Callable[[int, int], None] | None = None
    ) -> "tuple[Meaning, Placed]":
        """Everyone's passages with their vectors, and the collection told of them."""
        from corpus.meaning import Meaning, Placed

        with self._embedding:
            if self._meaning is None:
                self._meaning = Meaning(self.home, self._load())
            if self._shared is None or self._shared[0] < revision:
                placed = Placed(passages, self._vectors(EVERYONE, passages, progress))
                self._shared = (revision, placed)
                self._meaning.follow(placed)
            return self._meaning, self._shared[1]

    def _load(self) -> "Embeds":
        if self._embedder is not None:
            return self._embedder()
        from corpus.embed import load_embedder

        return load_embedder()

    def _vectors(
        self, owner: str, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> "np.ndarray":
        """The passages' vectors, one row each: kept ones, and the others embedded and kept."""
        import numpy as np

        from corpus.index_folder import vectors_of

        assert self._meaning is not None
        embedder = self._meaning.embedder
        kept = self.store.vectors(owner, embedder.id, lambda raw: np.frombuffer(raw, dtype=np.float32))
        lacking = [p for p in passages if p.id not in kept or len(kept[p.id]) != embedder.dimension]
        for start in range(0, len(lacking), STRIDE):
            part = lacking[start : start + STRIDE]
            fresh = vectors_of(part, embedder)
            try:
                self.store.keep_vectors(owner, embedder.id, part, [row.tobytes() for row in fresh])
            except LibraryUnwritable:  # they are embedded anew the next time; the search that waits goes on
                logging.getLogger(__name__).warning("vectors could not be kept", exc_info=True)
            kept |= {p.id: row for p, row in zip(part, fresh, strict=True)}
            if progress:
                progress(min(start + STRIDE, len(lacking)), len(lacking))
        if not passages:
            return np.empty((0, embedder.dimension), dtype=np.float32)
        return np.vstack([kept[p.id] for p in passages])
