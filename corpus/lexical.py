"""Keyword search by BM25, in memory."""

from collections import Counter
from collections.abc import Collection, Sequence

import bm25s  # type: ignore[import-untyped]
import numpy as np

from corpus.words import words


class Lexical:
    """A BM25 index over texts, in memory. Scoring reads only, so threads may share it."""

    def __init__(self, texts: Sequence[list[str]]) -> None:
        """Indexes texts given as their words; scores come in their order."""
        self._size = len(texts)
        self._model = bm25s.BM25()
        tokens = [held or ["-"] for held in texts]
        self._model.index(tokens, show_progress=False)
        self._counts = Counter(word for held in tokens for word in set(held))

    def holds(self, word: str) -> bool:
        """Whether any of the texts has a word."""
        return word in self._model.vocab_dict

    def weight(self, asked: Collection[str]) -> float:
        """What words weigh together, each the more the rarer it is; a word that no text has weighs most."""
        return sum(self._rarity(word) for word in set(asked))

    def states(self, word: str, within: np.ndarray) -> bool:
        """Whether any of the texts of a mask has a word."""
        return self.holds(word) and bool(within[self._places(word)].any())

    def _places(self, word: str) -> np.ndarray:
        """Where the texts stand that hold a word."""
        number, ends = self._model.vocab_dict[word], self._model.scores["indptr"]
        return np.asarray(self._model.scores["indices"][ends[number] : ends[number + 1]])

    def _rarity(self, word: str) -> float:
        count = self._counts.get(word, 0)
        return float(np.log(1 + (self._size - count + 0.5) / (count + 0.5)))

    def held(self, asked: Sequence[str], place: int) -> list[str]:
        """Those of some words that one text holds."""
        return [word for word in dict.fromkeys(asked) if self.holds(word) and place in self._places(word)]

    def scores(self, question: str) -> np.ndarray:
        """Each text's BM25 score for the question; 0 where no word is shared."""
        return self.scores_of(words(question))

    def scores_of(self, asked: Sequence[str]) -> np.ndarray:
        """Each text's BM25 score for words."""
        known = [word for word in asked if word in self._model.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._model.get_scores(known), dtype=np.float32)
