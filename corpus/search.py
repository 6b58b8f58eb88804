"""Search over the passages: meaning and keywords together, never anything from after ``as_of``."""

import re
from collections.abc import Collection, Container, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from corpus.document import Passage
from corpus.people import Person, spellings
from corpus.words import is_han, words

_TRUST = {"primary": 3, "secondary": 2, "unverified": 1, "user": 0}  # nothing that was added displaces what is held
_SMALL_CAP_TOPICS = {"small_caps", "russell_2000", "small_vs_large", "sp600"}
_GENERIC_WORDS = """
latest recent current view views opinion stance predict prediction forecast take case call calls believe feel expect
outlook position argue argument analyst strategist economist small cap smallcap russell 2000 rally market stocks
rotation now today right doing going lately quote bull bear bullish bearish optimistic pessimistic upbeat gloomy
worried worry goal aim need needed together agree disagree differ odds
"""
_GENERIC = frozenset(words(_GENERIC_WORDS))
_STANCE_WORDS = {"bull": "bullish", "bullish": "bullish", "bear": "bearish", "bearish": "bearish"}
# What any Chinese question about views says, and what it is about where it is about small caps as such.
_ASKED_ZH = re.compile(
    "怎么看待?|如何看待?|怎样|怎么样|如何|为什么|为何|什么时候|什么|是否|是不是|有没有|哪些|哪位|哪个|谁|多少|几个|最新|目前|现在|近期|最近|观点|看法|意见|态度|"
    "预测|预期|预计|认为|觉得|表示|提到|说过|说|谈到|谈|怎么|请问|关于|对于|对|吗|呢|吧|啊|的|了|是|会|在|有|和|与|及|小盘股|小盘|罗素|市场|行情|股市|美股|看好|看空|看多|看跌"
)
HALF_LIFE = 365  # days
VOICE = 2  # added passages of one author ahead of others'
NEAR = 0.7  # share of words in common from which two texts say the same


class Hit(NamedTuple):
    """A passage found, and how well it fits: comparable within one search only."""

    passage: Passage
    score: float

    def to_json(self) -> dict[str, Any]:
        """The hit as ``footnote corpus search --json`` gives it."""
        return {**self.passage.to_json(), "score": round(self.score, 4)}


def is_generic(question: str, named: Iterable[Person] = ()) -> bool:
    """Whether a question asks for a view as such: "what does Rosenberg say about small caps?"."""
    names = {
        word for person in named for text in (*spellings(person.name), *person.firms) for word in (*words(text), text)
    }
    return not subject_words(question, names)


def subject_words(question: str, names: Container[str] = ()) -> list[str]:
    """The words of a question that say what it is about, beside names and what any question about views says."""
    asked = _ASKED_ZH.sub(" ", _without(question, names)) if is_han(question) else question
    return [word for word in words(asked) if word not in _GENERIC and word not in names]


def _without(question: str, names: Container[str]) -> str:
    """A Chinese question with spaces for the names in it, of whose signs no words with their neighbours are made."""
    written = [name for name in names if is_han(name)] if isinstance(names, Collection) else []
    for name in sorted(written, key=len, reverse=True):
        question = question.replace(name, " ")
    return question


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


def varied(hits: Sequence[Hit], most: int) -> list[Hit]:
    """The hits with no document more than ``most`` times ahead of other documents: the rest of it comes last."""
    counts: dict[str, int] = {}
    first: list[Hit] = []
    rest: list[Hit] = []
    for hit in hits:
        counts[hit.passage.document] = counts.get(hit.passage.document, 0) + 1
        (first if counts[hit.passage.document] <= most else rest).append(hit)
    return [*first, *rest]


def voices(passages: Iterable[Passage]) -> list[Passage]:
    """Of added passages one for each author, and none that says nearly what another says, whoever signed it."""
    kept: list[Passage] = []
    said: list[frozenset[str]] = []
    for passage in passages:
        marks = frozenset(words(passage.text))
        if any(p.author.casefold() == passage.author.casefold() for p in kept) or any(_alike(marks, s) for s in said):
            continue
        kept.append(passage)
        said.append(marks)
    return kept


def one_voice_each(hits: Sequence[Hit], k: int) -> list[Hit]:
    """The hits without added near-duplicates, and with added ones in half of the first ``k`` places at the most.

    Anybody can add fifty files under fifty names; what was added once more says nothing more. Of one author two stand
    ahead of others', as of one document.
    """
    first: list[Hit] = []
    rest: list[Hit] = []
    counts: dict[str, int] = {}
    said: list[tuple[str, frozenset[str]]] = []
    for hit in hits:
        passage = hit.passage
        if passage.trust != "user":
            first.append(hit)
            continue
        marks = frozenset(words(passage.text))
        if any(document != passage.document and _alike(marks, other) for document, other in said):
            continue
        said.append((passage.document, marks))
        author = passage.author.casefold()
        counts[author] = counts.get(author, 0) + 1
        ahead = counts[author] <= VOICE and sum(h.passage.trust == "user" for h in first) < max(1, (k + 1) // 2)
        (first if ahead else rest).append(hit)
    return [*first, *rest]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= NEAR * max(len(one | other), 1)
