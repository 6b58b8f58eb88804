"""How well each passage fits a question: meaning and keywords weighed together, with what else speaks for it.

All weights stand in ``Weights`` and were chosen on the questions for it in tests/evals/search_questions.py.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Container, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from corpus.answerable import BEST, Signs, signs, subject_of
from corpus.asked import NOTHING, Asked, read_question
from corpus.document import Passage
from corpus.lexical import Lexical
from corpus.meaning import Nearness
from corpus.people import authors
from corpus.scope import Scope
from corpus.search import HALF_LIFE, Hit, newest_first, stance_in, subject_words
from corpus.words import is_han, words

LEXICALS = 4  # keyword indexes of different days kept in memory
# Of what a Chinese question's pairs of signs weigh, what a passage must hold to answer it: a third, or a fifth by two
# of them, since one pair in common is soon chance. Chosen on the Chinese questions of tests.evals.run_library.
COVERED, COVERED_BY_TWO = 0.34, 0.2
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
        floor: The log-odds of an answer that the signs must reach; under it there is none.
    """

    keyword: float = 0.5
    scale: float = 0.5
    least: float = 0.3
    figure: float = 0.3
    stance: float = 0.1
    recency: float = 0.02
    newest: float = 0.5
    period: float = 0.3
    floor: float = -0.8


WEIGHTS = Weights()
BARE = Weights(figure=0.0, stance=0.0, recency=0.0, newest=0.0, period=0.0)


class Found(NamedTuple):
    """What a question finds, before it is decided whether that is an answer.

    Attributes:
        hits: Best first.
        signs: What speaks for an answer among them; None where the question has no subject that could be missed.
        outside: Whether it asks of whom or when the library has nothing.
    """

    hits: list[Hit]
    signs: Signs | None = None
    outside: bool = False


class Ranking:
    """The passages of one reader, ready to be searched. Safe to share between threads."""

    def __init__(self, passages: Sequence[Passage], nearness: Nearness) -> None:
        self.passages, self.nearness = tuple(passages), nearness
        self._lexicals: OrderedDict[int, tuple[np.ndarray, Lexical]] = OrderedDict()
        self._lock = threading.Lock()
        self._known = np.array([p.known_from.toordinal() for p in self.passages], dtype=np.int32)
        self._stances = np.array([p.stance for p in self.passages])
        self._authors = np.array([p.author for p in self.passages])
        self._han = np.array([is_han(p.text) for p in self.passages], dtype=bool)
        self._place = {p.id: n for n, p in enumerate(self.passages)}
        self._people = authors(self.passages)
        self._lines = tuple({p.author: p for p in self.passages}.values())  # one passage of each author

    def answer(self, question: str, scope: Scope, weights: Weights | None = None) -> list[Hit]:
        """The passages that answer a question, best first; none where nothing in the library is near enough.

        Whom and when a question asks about narrows the scope, where the scope leaves that open.
        """
        weights = weights or WEIGHTS
        found = self.find(question, scope, weights)
        silent = found.outside or (found.signs is not None and found.signs.log_odds < weights.floor)
        return [] if silent else found.hits

    def find(self, question: str, scope: Scope, weights: Weights = WEIGHTS) -> Found:
        """What fits a question best, and what speaks for its being an answer."""
        _, lexical = self._lexical(scope.as_of)
        asked = read_question(question, self._people, _Words(lexical))
        if asked.stranger and scope.author is None:
            return Found([], outside=True)
        narrow = scope._replace(
            names=() if scope.author is not None else asked.named,
            after=scope.after or asked.after,
            before=scope.before or asked.before,
        )
        if is_han(question) and (found := self._in_chinese(question, narrow, asked)) is not None:
            return found
        vector = self.nearness.vector(question)
        hits = self.best(question, narrow, weights, asked, vector)
        if not hits or not words(question) or not self._of_years(asked, narrow):
            return Found(hits, outside=True)
        subject = subject_of(question, asked.names)
        if not subject.words:
            return Found(hits)
        places = np.array([self._place[hit.passage.id] for hit in hits])
        said = vector if subject.said == question else self.nearness.vector(subject.said)
        return Found(
            hits,
            signs(
                subject,
                float(self.nearness.likeness(said, places).max()),
                [self._words[place] for place in places[:BEST]],
                lexical,
                self.nearness.meaning.vocabulary,
                named=bool(asked.names) or scope.author is not None,
            ),
        )

    def best(
        self,
        question: str,
        scope: Scope,
        weights: Weights = BARE,
        asked: Asked = NOTHING,
        vector: np.ndarray | None = None,
    ) -> list[Hit]:
        """The passages within a scope by how well they fit a question, as far as they are candidates."""
        lines = scope.lines(self._lines)
        admitted = self._within(scope, lines)
        if not admitted.any():
            return []
        held, lexical = self._lexical(scope.as_of)
        vector = self.nearness.vector(question) if vector is None else vector
        near = self.nearness.nearest(vector, scope, lines, admitted, CANDIDATES)
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

    def _in_chinese(self, question: str, scope: Scope, asked: Asked) -> Found | None:
        """What Chinese passages say, by their words alone, which the embedder doesn't know.

        None where the question's subject is in Latin letters and no Chinese passage may answer it.
        """
        admitted = self._within(scope, scope.lines(self._lines)) & self._han
        subject = subject_words(question, asked.names)
        about = [word for word in subject if is_han(word)]
        if not admitted.any():
            return None if len(about) < len(subject) else Found([], outside=True)
        held, lexical = self._lexical(scope.as_of)
        if not about:
            return Found(newest_first([self.passages[n] for n in np.flatnonzero(admitted)], scope.as_of))
        scores = np.zeros(len(self.passages))
        scores[held] = lexical.scores_of(about)
        places = _highest(np.where(admitted, scores, 0.0), CANDIDATES)
        order = sorted(places.tolist(), key=lambda n: (-scores[n], self.passages[n].id))
        at = {int(place): n for n, place in enumerate(held)}
        told = any(_tells(lexical, about, at[n]) for n in order[:BEST])
        return Found([Hit(self.passages[n], float(scores[n])) for n in order], outside=not told)

    def _of_years(self, asked: Asked, scope: Scope) -> bool:
        """Whether any passage admitted is of a year that is asked about, or states it."""
        if not asked.years:
            return True
        admitted = self._within(scope, scope.lines(self._lines))
        held, lexical = self._lexical(scope.as_of)
        for year in asked.years:
            of_it = (self._known >= date(year, 1, 1).toordinal()) & (self._known <= date(year, 12, 31).toordinal())
            if (of_it & admitted).any() or lexical.states(str(year), admitted[held]):
                return True
        return False

    @cached_property
    def _words(self) -> list[list[str]]:
        """Each passage's words: taken apart once, for the indexes of all days."""
        found = [words(p.indexed_text) for p in self.passages]
        self.nearness.meaning.vocabulary.learn(found)
        return found

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


def _tells(lexical: Lexical, about: Sequence[str], place: int) -> bool:
    held = lexical.held(about, place)
    share = lexical.weight(held) / max(lexical.weight(about), 1e-9)
    return share >= COVERED or (len(held) > 1 and share >= COVERED_BY_TWO)


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
