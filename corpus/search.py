"""Search over the passages: meaning and keywords together, never anything from after ``as_of``."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.document import Passage
from corpus.people import Person, author_lines, authors, named_in
from corpus.words import words

if TYPE_CHECKING:  # chromadb and bm25s load slowly, and a search by author alone needs neither
    from corpus.index import Index
    from corpus.index_folder import Embeds
    from corpus.lexical import Lexical

# Measured on tests/corpus/questions.py: 28 of 44 found first and 42 among five; by meaning alone 23 and 37, by keywords
# alone 22 and 34. From 0.4 on paraphrased questions lose.
KEYWORD_WEIGHT = 0.3
NAMED_BONUS = 0.25  # for a passage by someone whom the question names
FIGURE_BONUS = 0.3  # for a passage that holds every figure of the question, such as 2,825
STANCE_BONUS = 0.1  # for a bullish passage when the question says bullish
RECENCY_BONUS = 0.1  # for today's passage; half of it is left after a year
HALF_LIFE = 365  # days
CANDIDATES = 100  # nearest passages taken from the collection before keywords are weighed in

_TRUST = {"primary": 3, "user": 2, "secondary": 1, "unverified": 0}
_SMALL_CAP_TOPICS = {"small_caps", "russell_2000", "small_vs_large", "sp600"}
_GENERIC_WORDS = """
latest recent current view views opinion stance predict prediction forecast take case call calls believe feel expect
outlook position argue argument analyst strategist economist small cap smallcap russell 2000 rally market stocks
rotation now today right doing going lately quote bull bear bullish bearish
"""
_GENERIC = frozenset(words(_GENERIC_WORDS))
_STANCE_WORDS = {"bull": "bullish", "bullish": "bullish", "bear": "bearish", "bearish": "bearish"}
_PLAIN_NUMBER = re.compile(r"(?:19|20)\d\d|500|600")  # years and index names tell passages apart badly


class Hit(NamedTuple):
    """A passage found, and how well it fits: comparable within one search only."""

    passage: Passage
    score: float

    def to_json(self) -> dict[str, Any]:
        """The hit as ``footnote corpus search --json`` gives it."""
        return {**self.passage.to_json(), "score": round(self.score, 4)}


class Scope(NamedTuple):
    """What may be found: known on ``as_of``, and by the author, of the stance, on the topic asked for."""

    as_of: date
    author: str | None = None
    stance: str | None = None
    topic: str | None = None

    def admits(self, passages: Iterable[Passage]) -> list[Passage]:
        """The passages within this scope."""
        passages = tuple(passages)
        lines = None if self.author is None else set(author_lines(self.author, passages))
        return [
            passage
            for passage in passages
            if passage.known_from <= self.as_of
            and (lines is None or passage.author in lines)
            and (self.stance is None or passage.stance == self.stance)
            and (self.topic is None or self.topic in passage.topics)
        ]


def is_generic(question: str, named: Iterable[Person]) -> bool:
    """Whether a question asks for a view as such: "what does Rosenberg say about small caps?"."""
    names = {word for person in named for text in (person.name, *person.firms) for word in words(text)}
    return all(word in _GENERIC or word in names for word in words(question))


def stance_in(question: str) -> str | None:
    """The stance that a question asks for: "who is bullish", "the bear case"."""
    asked = {_STANCE_WORDS[word] for word in words(question) if word in _STANCE_WORDS}
    return asked.pop() if len(asked) == 1 else None


def newest_first(passages: Iterable[Passage], as_of: date) -> list[Hit]:
    """A person's passages for a question without a subject: on small caps first, then by age. Needs no index."""
    hits = [Hit(passage, 0.5 * _on_small_caps(passage) + 0.5 * _freshness(passage, as_of)) for passage in passages]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def _on_small_caps(passage: Passage) -> float:
    if "small caps" in (passage.stance_on or ""):
        return 1.0
    return 0.5 if _SMALL_CAP_TOPICS.intersection(passage.topics) else 0.0


def _freshness(passage: Passage, as_of: date) -> float:
    return float(0.5 ** (max((as_of - passage.known_from).days, 0) / HALF_LIFE))


def best_matches(
    question: str,
    passages: Sequence[Passage],
    scope: Scope,
    index: "Index",
    embedder: "Embeds",
    lexical: "Lexical",
    keyword_weight: float = KEYWORD_WEIGHT,
) -> list[Hit]:
    """Scores the passages within a scope for a question. ``lexical`` holds the passages' texts, in their order."""
    admitted = {passage.id: passage for passage in scope.admits(passages)}
    if not admitted:
        return []
    meaning = _by_meaning(question, admitted, scope, index, embedder)
    scores = zip((passage.id for passage in passages), lexical.scores(question), strict=True)
    keyword = _spread({name: float(score) for name, score in scores if name in admitted}, low=0.0)
    by_keyword = sorted((name for name in keyword if keyword[name] > 0), key=lambda name: -keyword[name])[:CANDIDATES]
    bonus = _Bonus(question, admitted.values(), scope.as_of)
    hits = [
        Hit(
            admitted[name],
            (1 - keyword_weight) * meaning.get(name, 0.0) + keyword_weight * keyword[name] + bonus.of(admitted[name]),
        )
        for name in {**meaning, **dict.fromkeys(by_keyword)}
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def _by_meaning(
    question: str, admitted: dict[str, Passage], scope: Scope, index: "Index", embedder: "Embeds"
) -> dict[str, float]:
    lines = sorted({passage.author for passage in admitted.values()}) if scope.author else None
    matches = index.nearest(
        embedder.embed([question])[0],
        as_of=scope.as_of,
        k=min(CANDIDATES, len(admitted)),
        authors=lines,
        stance=scope.stance,
        topic=scope.topic,
    )
    return _spread({match.passage_id: match.similarity for match in matches if match.passage_id in admitted})


def _spread(scores: dict[str, float], low: float | None = None) -> dict[str, float]:
    """Scores stretched to 0 to 1 among what was admitted, so that what came later can't move a ranking."""
    low = min(scores.values(), default=0.0) if low is None else low
    high = max(scores.values(), default=0.0)
    return {name: (score - low) / (high - low) if high > low else 0.0 for name, score in scores.items()}


class _Bonus:
    """What speaks for a passage beside its text: the person, figure or stance that the question names, and age."""

    def __init__(self, question: str, passages: Iterable[Passage], as_of: date) -> None:
        asked = words(question)
        self._as_of = as_of
        self._named = {person.name for person in named_in(question, authors(passages))}
        self._figures = {word for word in asked if word[0].isdigit() and not _PLAIN_NUMBER.fullmatch(word)}
        self._stance = stance_in(question)

    def of(self, passage: Passage) -> float:
        """The bonus of one passage."""
        bonus = RECENCY_BONUS * _freshness(passage, self._as_of)
        bonus += NAMED_BONUS * any(name in passage.author for name in self._named)
        bonus += STANCE_BONUS * (passage.stance == self._stance)
        if self._figures:
            bonus += FIGURE_BONUS * (self._figures <= set(words(passage.text)))
        return bonus


def one_per_event(hits: Iterable[Hit]) -> list[Hit]:
    """Drops further accounts of one event: the most trusted stands, in the place of the one that fitted best."""
    hits = list(hits)
    place: dict[str, Hit] = {}
    account: dict[str, Passage] = {}
    for hit in hits:
        event = hit.passage.same_event or hit.passage.document
        place.setdefault(event, hit)
        if event not in account or _TRUST[hit.passage.trust] > _TRUST[account[event].trust]:
            account[event] = hit.passage
    kept = []
    for hit in hits:
        event = hit.passage.same_event or hit.passage.document
        if place[event] is hit:
            kept.append(Hit(account[event], hit.score))
        elif hit.passage.document == account[event].document and hit.passage is not account[event]:
            kept.append(hit)  # another stretch of the account that stands
    return kept
