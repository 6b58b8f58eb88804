"""How well each passage fits a question: meaning and keywords weighed together, with what else speaks for it.

All weights stand in ``Weights`` and were chosen on the questions for it in tests/evals/search_questions.py.
"""

import math
import re
import threading
from collections import OrderedDict
from collections.abc import Container, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from corpus.asked import NOTHING, Asked, read_question, without_times
from corpus.document import Passage
from corpus.lexical import Lexical
from corpus.meaning import Nearness
from corpus.people import authors
from corpus.scope import Scope
from corpus.search import HALF_LIFE, Hit, stance_in, subject_words
from corpus.words import words

LEXICALS = 4  # keyword indexes of different days kept in memory
CANDIDATES = 100  # nearest passages taken by meaning before keywords are weighed in
_PLAIN_NUMBER = re.compile(r"(?:19|20)\d\d|500|600")  # years and index names tell passages apart badly


class Weights(NamedTuple):
    """What counts how much. ``keyword`` is the share of keywords against meaning; the others are added.

    Attributes:
        keyword: 0 is meaning alone, 1 keywords alone.
        scale: The likeness in meaning that counts as much as the best match in keywords.
        least: Of the weight of all the question's words, what a match must reach to count as a full one: sharing but
            its commonest words is none, though no passage shares more.
        figure: For a passage that holds every figure of the question, such as 2,825.
        stance: For a bullish passage when the question says bullish.
        recency: For today's passage; half of it is left after a year.
        newest: Likewise, where what holds now is asked for.
        period: For a passage published in a time that the question mentions.
        floor: What the nearest passage's likeness to the question's subject must reach, with half the share of the
            subject's words that the library has and half of those that the passages admitted have; under it there is
            no answer.
    """

    keyword: float = 0.5
    scale: float = 0.5
    least: float = 0.3
    figure: float = 0.3
    stance: float = 0.1
    recency: float = 0.02
    newest: float = 0.5
    period: float = 0.3
    floor: float = 0.55


WEIGHTS = Weights()
BARE = Weights(figure=0.0, stance=0.0, recency=0.0, newest=0.0, period=0.0, floor=0.0)


class Ranking:
    """The passages of one reader, ready to be searched. Safe to share between threads."""

    def __init__(self, passages: Sequence[Passage], nearness: Nearness) -> None:
        self.passages, self.nearness = tuple(passages), nearness
        self._lexicals: OrderedDict[int, tuple[np.ndarray, Lexical]] = OrderedDict()
        self._lock = threading.Lock()
        self._known = np.array([p.known_from.toordinal() for p in self.passages], dtype=np.int32)
        self._stances = np.array([p.stance for p in self.passages])
        self._authors = np.array([p.author for p in self.passages])
        self._people = authors(self.passages)
        self._names = frozenset(word for person in self._people for word in words(person.name))
        self._lines = tuple({p.author: p for p in self.passages}.values())  # one passage of each author

    def answer(self, question: str, scope: Scope, weights: Weights | None = None) -> list[Hit]:
        """The passages that answer a question, best first; none where nothing in the library is near enough.

        Whom and when a question asks about narrows the scope, where the scope leaves that open.
        """
        weights = weights or WEIGHTS
        _, lexical = self._lexical(scope.as_of)
        asked = read_question(question, self._people, _Words(lexical))
        if asked.stranger and scope.author is None:
            return []
        narrow = scope._replace(
            names=() if scope.author is not None else asked.named,
            after=scope.after or asked.after,
            before=scope.before or asked.before,
        )
        return self.best(question, narrow, weights, asked)

    def best(self, question: str, scope: Scope, weights: Weights = BARE, asked: Asked = NOTHING) -> list[Hit]:
        """The passages within a scope by how well they fit a question, as far as they are candidates."""
        lines = scope.lines(self._lines)
        admitted = self._within(scope, lines)
        if not admitted.any():
            return []
        held, lexical = self._lexical(scope.as_of)
        vector = self.nearness.vector(question)
        near = self.nearness.nearest(vector, scope, lines, admitted, CANDIDATES)
        if self._fit(question, near, admitted[held], lexical) < weights.floor:
            return []
        keyword = np.zeros(len(self.passages))
        keyword[held] = lexical.scores(question)
        keyword = np.where(admitted, keyword, 0.0)
        places = np.union1d(near, _highest(keyword, CANDIDATES))
        full = max(float(keyword.max()), weights.least * lexical.weight(words(question)), 1e-9)
        scores = (1 - weights.keyword) * self.nearness.likeness(vector, places) / weights.scale
        scores = scores + weights.keyword * keyword[places] / full
        scores = scores + self._bonus(question, places, scope, weights, asked)
        order = sorted(range(len(places)), key=lambda n: (-scores[n], self.passages[places[n]].id))
        return [Hit(self.passages[places[n]], float(scores[n])) for n in order]

    @cached_property
    def _words(self) -> list[list[str]]:
        """Each passage's words: taken apart once, for the indexes of all days."""
        return [words(p.indexed_text) for p in self.passages]

    def _lexical(self, as_of: date) -> tuple[np.ndarray, Lexical]:
        """Keyword search over what was known on a day, and its places: how rare a word is, later texts don't change."""
        held = np.flatnonzero(self._known <= as_of.toordinal())
        with self._lock:
            if len(held) not in self._lexicals:
                self._lexicals[len(held)] = (held, Lexical([self._words[n] for n in held] or [[]]))
                while len(self._lexicals) > LEXICALS:
                    self._lexicals.popitem(last=False)
            self._lexicals.move_to_end(len(held))
            return self._lexicals[len(held)]

    def _fit(self, question: str, near: np.ndarray, known: np.ndarray, lexical: Lexical) -> float:
        """How near the library comes to what a question is about, beside whom and when; endless where it is nothing.

        Args:
            question: The words.
            near: Places of the nearest passages.
            known: Which of the keyword index's texts are admitted.
            lexical: That index.
        """
        rest = without_times(question)
        subject = subject_words(rest, self._names)
        if not subject:
            return math.inf if words(question) else 0.0
        said = " ".join(word for word in rest.split() if not self._names.intersection(words(word)))
        likeness = self.nearness.likeness(self.nearness.vector(said), near)
        return float(likeness.max(initial=0.0)) + 0.5 * lexical.share(subject) + 0.5 * lexical.share(subject, known)

    def _within(self, scope: Scope, lines: list[str] | None) -> np.ndarray:
        mask = self._known <= scope.as_of.toordinal()
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

    def _bonus(self, question: str, places: np.ndarray, scope: Scope, weights: Weights, asked: Asked) -> np.ndarray:
        """What speaks for a passage beside its text: figures, a side or a time that is named, and its age."""
        age = np.maximum(scope.as_of.toordinal() - self._known[places], 0)
        bonus = (weights.newest if asked.newest else weights.recency) * 0.5 ** (age / HALF_LIFE)
        figures = {w for w in words(question) if w[0].isdigit() and not _PLAIN_NUMBER.fullmatch(w)}
        stance = stance_in(question)
        if stance:
            bonus = bonus + weights.stance * (self._stances[places] == stance)
        if figures:
            bonus = bonus + weights.figure * np.array([_states(self.passages[p].text, figures) for p in places])
        if asked.periods:
            within = np.zeros(len(places), dtype=bool)
            for first, last in asked.periods:
                known = self._known[places]
                within |= (known >= first.toordinal()) & (known <= last.toordinal())
            bonus = bonus + weights.period * within
        return np.asarray(bonus)


class _Words(Container[str]):
    """The words of the library, to be asked whether it has one."""

    def __init__(self, lexical: Lexical) -> None:
        self._lexical = lexical

    def __contains__(self, word: object) -> bool:
        return self._lexical.holds(str(word))


def _states(text: str, figures: set[str]) -> bool:
    """Whether a text states every figure, whole."""
    plain = text.replace(",", "")
    return all(figure in plain for figure in figures) and figures <= set(words(text))


def _highest(scores: np.ndarray, count: int) -> np.ndarray:
    """Places of the highest scores above zero."""
    count = min(count, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    return np.asarray(top[scores[top] > 0])
