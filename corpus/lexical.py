"""Keyword search by BM25, in memory."""

from collections.abc import Sequence

import bm25s  # type: ignore[import-untyped]
import numpy as np

from corpus.words import words


class Lexical:
    """A BM25 index over texts, in memory. Scoring reads only, so threads may share it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Indexes the texts; scores come in their order."""
        self._size = len(texts)
        self._model = bm25s.BM25()
        self._model.index([words(text) or ["-"] for text in texts], show_progress=False)

    def scores(self, question: str) -> np.ndarray:
        """Each text's BM25 score for the question; 0 where no word is shared."""
        known = [word for word in words(question) if word in self._model.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._model.get_scores(known), dtype=np.float32)
