"""Keyword search by BM25, in memory."""

from collections import Counter
from collections.abc import Collection, Sequence

import bm25s  # type: ignore[import-untyped]
import numpy as np

from corpus.words import words


class Lexical:
    """A BM25 index over texts, in memory. Scoring reads only, so threads may share it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Indexes the texts; scores come in their order."""
        self._size = len(texts)
        self._model = bm25s.BM25()
        tokens = [words(text) or ["-"] for text in texts]
        self._model.index(tokens, show_progress=False)
        self._counts = Counter(word for held in tokens for word in set(held))

    def holds(self, word: str) -> bool:
        """Whether any of the texts has a word."""
        return word in self._model.vocab_dict

    def known_share(self, question: str, names: Collection[str] = ()) -> float:
        """How much of a question the texts' words cover, 0 to 1, each word weighed by how rare it is.

        Words of ``names`` don't count, unless there are no others; a word that no text has weighs most.
        """
        asked = list(dict.fromkeys(words(question)))
        asked = [word for word in asked if word not in names] or asked
        weights = {word: self._rarity(word) for word in asked}
        held = sum(weight for word, weight in weights.items() if self.holds(word))
        return held / sum(weights.values()) if weights else 0.0

    def _rarity(self, word: str) -> float:
        count = self._counts.get(word, 0)
        return float(np.log(1 + (self._size - count + 0.5) / (count + 0.5)))

    def scores(self, question: str) -> np.ndarray:
        """Each text's BM25 score for the question; 0 where no word is shared."""
        known = [word for word in words(question) if word in self._model.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._model.get_scores(known), dtype=np.float32)
