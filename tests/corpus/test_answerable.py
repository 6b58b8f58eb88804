"""Whether search answers: what a question is about, how near words lie, and when nothing is said."""

import numpy as np
import pytest

from corpus.answerable import subject_of
from corpus.embed import load_embedder
from corpus.vocabulary import FEW_WORDS, Vocabulary
from tests.corpus.conftest import WordEmbedder


@pytest.mark.parametrize(
    ("question", "names", "words", "proper"),
    [
        ("What does Rosenberg say about gold?", {"rosenberg"}, ["gold"], []),
        ("Has Lerner anything on rotation?", {"lerner"}, [], []),
        ("Rosenberg on Canada in 2024", {"rosenberg"}, ["canada"], ["canada"]),
        ("Will the Nasdaq fall? Gold won't", set(), ["nasdaq", "fall", "gold"], ["nasdaq"]),
        ("WILL GOLD RISE", set(), ["gold", "rise"], []),
        ("", set(), [], []),
    ],
)
def test_what_a_question_is_about(question: str, names: set[str], words: list[str], proper: list[str]) -> None:
    subject = subject_of(question, names)
    assert (subject.words, subject.proper) == (words, proper)


def test_words_of_like_meaning_lie_near() -> None:
    near = Vocabulary(load_embedder()).likeness(["merger", "gold"], [["takeover", "cash"], ["weather"], ["gold"], []])
    assert near.shape == (2, 4)
    assert near[0, 0] > 0.6 > near[0, 1]
    assert near[1, 2] == 1.0
    assert (near[:, 3] == 0).all()


def test_a_figure_is_near_nothing_but_itself() -> None:
    near = Vocabulary(load_embedder()).likeness(["7800", "target"], [["7700", "aim"], ["7800"]])
    assert list(near[0]) == [0.0, 1.0]
    assert near[1, 1] == 0.0


def test_many_words_are_learnt_ahead_and_few_as_they_are_met() -> None:
    class Counting(WordEmbedder):
        embedded = 0

        def embed(self, texts: list[str]) -> np.ndarray:  # type: ignore[override]
            self.embedded += len(texts)
            return super().embed(texts)

    embedder = Counting()
    vocabulary = Vocabulary(embedder)
    vocabulary.learn([["a", "b"]])
    vocabulary.settle()
    assert embedder.embedded == 0
    vocabulary.learn([[f"word{n}" for n in range(FEW_WORDS + 1)], ["7700"]])
    vocabulary.settle()
    assert embedder.embedded == FEW_WORDS + 1
    vocabulary.likeness(["word1"], [["word2", "word3"]])
    assert embedder.embedded == FEW_WORDS + 1
