"""Whether what was found answers a question, or nothing in the library does.

A question is asked of its subject: what it is about, beside whom it names, when, and the words that any question
holds. Signs decide, weighed by a logistic regression (``python -m tests.evals.fit_search``); a passage may say the
same in other words, so words are compared by meaning.
"""

import re
from collections.abc import Container
from typing import NamedTuple

import numpy as np

from corpus.asked import without_times
from corpus.lexical import Lexical
from corpus.search import subject_words
from corpus.vocabulary import Vocabulary
from corpus.words import words

BEST = 10  # passages that are looked at for the subject's words, in any words
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"[.?!:]\s+")
# Words of any question, beside those of any question about views.
_FILLERS = frozenset(
    words(
        "anything something nothing everything any each other another every some much many lot far see seen saw show "
        "showed shown come came get getting got gonna going go goes went gone doing done don't doesn't didn't isn't "
        "aren't won't can't i'm you're it's that's there's who's what's whats whens wheres hows because during while "
        "until through really ever never also too very just even still yet often already again own make made take "
        "took give gave put let like want wanted mention mentioned called calling talk talked comment describe "
        "described explain told whose whom anybody anyone someone somebody everybody everyone people person guy folk "
        "yr pls please ok lol acc per around between within without upon onto off away back down above below here "
        "write wrote written speak spoke spoken mean meant reckon found find happen happened might must shall use "
        "used using thing way kind sort quite rather else instead whether though although however well actually "
        "since both first turned guess aiming hold held further name named company firm smaller little share investor"
    )
)


class Subject(NamedTuple):
    """What a question is about.

    Attributes:
        said: The question without names and times.
        words: The words that tell it from other questions; none where it asks for a view as such.
        proper: Those among them that are written as names: Tokyo, Nasdaq, a person the library doesn't know.
    """

    said: str
    words: list[str]
    proper: list[str]


def subject_of(question: str, names: Container[str]) -> Subject:
    """What a question is about, beside names (each by its words) and times."""
    rest = without_times(question)
    said = " ".join(word for word in rest.split() if not any(part in names for part in words(word)))
    about = [word for word in dict.fromkeys(subject_words(rest, names)) if word not in _FILLERS]
    capitals = {part for word in _capitals(rest) for part in words(word)}
    return Subject(said, about, [word for word in about if word in capitals])


def _capitals(text: str) -> list[str]:
    """Words with a capital that isn't just their sentence's; none of a text in capitals throughout."""
    if text.isupper() or text.istitle():
        return []
    found = []
    for sentence in _SENTENCE.split(text):
        found += [word for word in _WORD.findall(sentence)[1:] if word[0].isupper() and len(word) > 1]
    return found


class Signs(NamedTuple):
    """What speaks for an answer among the best passages.

    Attributes:
        likeness: The nearest passage's to what is said beside names and times.
        covered: How much of the subject one of them speaks of, its words each weighed by how rare it is; 1 is all.
        foreign: Of the subject's proper nouns the one they are farthest from, 0 where they hold them all.
        length: Logarithm of how many words the subject has: one passage seldom speaks of all of many.
        named: 1 where names were left out, so that less is said and likeness is lower.
    """

    likeness: float
    covered: float
    foreign: float
    length: float
    named: float

    @property
    def log_odds(self) -> float:
        """Of the library's having an answer."""
        return CONSTANT + sum(weight * sign for weight, sign in zip(COEFFICIENTS, self, strict=True))


# The regression's, fitted on all questions but those for reporting.
CONSTANT = -11.0
COEFFICIENTS = (9.6, 10.2, -4.1, 2.0, 1.9)


def signs(
    subject: Subject, likeness: float, best: list[list[str]], lexical: Lexical, vocabulary: Vocabulary, named: bool
) -> Signs:
    """The signs of an answer.

    Args:
        subject: What is asked about; it has words.
        likeness: The nearest passage's.
        best: The best passages' words.
        lexical: How rare a word is.
        vocabulary: How near words lie.
        named: Whether the question has names.
    """
    near = vocabulary.likeness(subject.words, best)
    weights = np.array([lexical.weight([word]) for word in subject.words])
    proper = [subject.words.index(word) for word in subject.proper]
    return Signs(
        likeness,
        float((weights @ near).max() / weights.sum()),
        float((1 - near[proper].max(axis=1)).max(initial=0.0)),
        float(np.log(len(subject.words))),
        float(named),
    )
