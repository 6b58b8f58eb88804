"""How well each passage fits a question: meaning and keywords weighed together, with what else speaks for it.

All weights stand in ``Weights`` and were chosen on one half of the questions of tests/evals/search_questions.py.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from corpus.document import Passage
from corpus.lexical import Lexical
from corpus.meaning import Nearness
from corpus.people import authors, named_in
from corpus.scope import Scope
from corpus.search import HALF_LIFE, Hit, stance_in
from corpus.words import words

CANDIDATES = 100  # nearest passages taken by meaning before keywords are weighed in
_PLAIN_NUMBER = re.compile(r"(?:19|20)\d\d|500|600")  # years and index names tell passages apart badly


class Weights(NamedTuple):
    """What counts how much. ``keyword`` is the share of keywords against meaning; the others are added.

    Attributes:
        keyword: 0 is meaning alone, 1 keywords alone.
        named: For a passage by someone whom the question names.
        figure: For a passage that holds every figure of the question, such as 2,825.
        stance: For a bullish passage when the question says bullish.
        recency: For today's passage; half of it is left after a year.
        topic: For a passage on a topic that the question names.
        floor: The least similarity of the best passage; under it, and without keywords in common, nothing is found.
    """

    keyword: float = 0.3
    named: float = 0.25
    figure: float = 0.3
    stance: float = 0.1
    recency: float = 0.1
    topic: float = 0.0
    floor: float = 0.0


WEIGHTS = Weights()


class Ranking:
    """The passages of one reader, ready to be searched. Safe to share between threads."""

    def __init__(self, passages: Sequence[Passage], nearness: Nearness, lexical: Lexical) -> None:
        """``lexical`` holds the passages' texts, in their order."""
        self.passages, self.nearness, self.lexical = tuple(passages), nearness, lexical
        self._known = np.array([p.known_from.toordinal() for p in self.passages], dtype=np.int32)
        self._stances = np.array([p.stance for p in self.passages])
        self._authors = np.array([p.author for p in self.passages])
        self._people = authors(self.passages)

    def best(self, question: str, scope: Scope, weights: Weights | None = None, k: int = 500) -> list[Hit]:
        """The passages within a scope that fit a question best, of the first ``k``."""
        weights = weights or WEIGHTS
        admitted = self._within(scope)
        if not admitted.any():
            return []
        meaning = self.nearness.similarities(question, scope, admitted, min(CANDIDATES, int(admitted.sum())))
        keyword = np.where(admitted, self.lexical.scores(question), 0.0)
        places = np.array(sorted({*meaning, *_highest(keyword, CANDIDATES)}), dtype=np.int64)
        if not len(places):
            return []
        near = _spread(np.array([meaning.get(int(n), np.nan) for n in places]))
        said = keyword[places] / max(float(keyword.max()), 1e-9)
        scores = (1 - weights.keyword) * near + weights.keyword * said + self._bonus(question, places, scope, weights)
        order = sorted(range(len(places)), key=lambda n: (-scores[n], self.passages[places[n]].id))[:k]
        return [Hit(self.passages[places[n]], float(scores[n])) for n in order]

    def _within(self, scope: Scope) -> np.ndarray:
        mask = self._known <= scope.as_of.toordinal()
        lines = scope.lines(self.passages)
        if lines is not None:
            mask &= np.isin(self._authors, lines)
        if scope.stance is not None:
            mask &= self._stances == scope.stance
        if scope.topic is not None:
            mask &= np.array([scope.topic in p.topics for p in self.passages], dtype=bool)
        if scope.after is not None:
            mask &= self._known >= scope.after.toordinal()
        if scope.before is not None:
            mask &= self._known < scope.before.toordinal()
        return np.asarray(mask)

    def _bonus(self, question: str, places: np.ndarray, scope: Scope, weights: Weights) -> np.ndarray:
        """What speaks for a passage beside its text: the person, figure or stance that the question names, and age."""
        age = np.maximum(scope.as_of.toordinal() - self._known[places], 0)
        bonus = weights.recency * 0.5 ** (age / HALF_LIFE)
        named = {person.name for person in named_in(question, self._people)}
        figures = {w for w in words(question) if w[0].isdigit() and not _PLAIN_NUMBER.fullmatch(w)}
        stance = stance_in(question)
        if stance:
            bonus = bonus + weights.stance * (self._stances[places] == stance)
        if named:
            bonus = bonus + weights.named * np.array([any(n in self._authors[p] for n in named) for p in places])
        if figures:
            bonus = bonus + weights.figure * np.array([figures <= set(words(self.passages[p].text)) for p in places])
        return np.asarray(bonus)


def _highest(scores: np.ndarray, count: int) -> list[int]:
    """Places of the highest scores above zero."""
    count = min(count, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    return [int(n) for n in top if scores[n] > 0]


def _spread(scores: np.ndarray) -> np.ndarray:
    """Scores stretched to 0 to 1 among what was admitted, so that what came later can't move a ranking."""
    known = scores[~np.isnan(scores)]
    if not len(known) or known.max() <= known.min():
        return np.zeros(len(scores))
    return np.nan_to_num((scores - known.min()) / (known.max() - known.min()), nan=0.0)
