"""How near single words lie in meaning: "merger" to "takeover", "bargain" to "cheap".

A word is embedded when a search first needs it and kept for the process. The words of a large library are embedded
ahead, beside the searches, so that these seldom meet one that isn't kept yet.
"""

import threading
from collections.abc import Iterable, Sequence

import numpy as np

from corpus.index_folder import Embeds
from corpus.words import is_han

MOST_WORDS = 30_000  # kept: 46 MB of vectors
FEW_WORDS = 3_000  # of a library: they are embedded as they are met
STRIDE = 64


class Vocabulary:
    """Words' vectors by one embedder. Safe to share between threads."""

    def __init__(self, embedder: Embeds) -> None:
        self._embedder = embedder
        self._figure = np.zeros(embedder.dimension, dtype=np.float32)
        self._vectors: dict[str, np.ndarray] = {}
        self._learner: threading.Thread | None = None
        self._closed = False

    def likeness(self, asked: Sequence[str], texts: Sequence[Sequence[str]]) -> np.ndarray:
        """How near each text comes to each word, by its own nearest word: a row for each word, 1 where it is held.

        A figure is near nothing but itself: 7,700 lies close to 7,800 in meaning, and is another target. Nor is a
        Chinese word, which the embedder doesn't know.
        """
        sets = [frozenset(text) or {"0"} for text in texts]
        rows = self._of([word for text in sets for word in text])
        starts = np.cumsum([0, *(len(text) for text in sets[:-1])])
        # One product a word: for all at once BLAS wakes its threads, which takes a hundred times as long here.
        near = np.maximum.reduceat(np.array([rows @ vector for vector in self._of(asked)]), starts, axis=1)
        exact = np.array([[word in text for text in sets] for word in asked])
        return np.where(exact, 1.0, np.clip(near, 0.0, 1.0))

    def learn(self, texts: Iterable[Iterable[str]]) -> None:
        """Embeds a library's words in a thread of its own, where they are many; a word said more often comes first."""
        if self._learner is not None:
            return
        counts: dict[str, int] = {}
        for text in texts:
            for word in text:
                counts[word] = counts.get(word, 0) + 1
        if len(counts) > FEW_WORDS:
            often = sorted(counts, key=lambda word: -counts[word])[: MOST_WORDS * 3 // 4]
            self._learner = threading.Thread(target=self._learn, args=(often,), daemon=True)
            self._learner.start()

    def settle(self) -> None:
        """Waits until the words to be learnt are."""
        if self._learner is not None:
            self._learner.join()

    def close(self) -> None:
        """Stops learning."""
        self._closed = True

    def _learn(self, wanted: list[str]) -> None:
        for start in range(0, len(wanted), STRIDE):
            if self._closed:
                return
            self._of(wanted[start : start + STRIDE])

    def _of(self, wanted: Sequence[str]) -> np.ndarray:
        if len(self._vectors) > MOST_WORDS:
            self._vectors = {}
        kept = self._vectors
        lacking = [
            word for word in dict.fromkeys(wanted) if word not in kept and not (word[0].isdigit() or is_han(word))
        ]
        if lacking:  # another thread may embed the same meanwhile, and gets the same
            kept.update(zip(lacking, self._embedder.embed(lacking), strict=True))
        return np.array([kept.get(word, self._figure) for word in wanted])
