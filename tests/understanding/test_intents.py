"""The classifier's weights are what the bank gives, and its bank is sound."""

import numpy as np
import pytest

from assistant.statements.read_as import NEXT
from assistant.understanding.intents.classifier import WEIGHTS, ranked
from assistant.understanding.intents.train import bank, masked_bank, words_of_bank


def test_the_bank_holds_each_question_once_and_enough_of_each_intent() -> None:
    rows = bank()
    told = [question.casefold() for _, question in rows]
    assert len(rows) >= 1500
    counts = {intent: sum(1 for i, _ in rows if i == intent) for intent, _ in rows}
    assert min(counts.values()) >= 40
    assert len(told) - len(set(told)) <= 100  # two writers thought of the same plain question
    assert set(NEXT) <= set(counts)


def test_the_weights_are_of_this_bank() -> None:
    with np.load(WEIGHTS) as held:
        assert sorted(held["intents"]) == sorted({intent for intent, _ in bank()})
        assert list(held["vocabulary"]) == list(words_of_bank())


def test_the_weights_know_their_own_bank() -> None:
    """Weights of another bank, or of other features, would not: nine in ten of a sample come first."""
    wanted, texts = masked_bank(step=97)
    right = sum(ranked(text)[0].intent == intent for intent, text in zip(wanted, texts, strict=True))
    assert right / len(texts) > 0.9


@pytest.mark.parametrize("question", ["How strong is the rotation?", "", "。。。", "x" * 5000])
def test_probabilities_add_up_to_one(question: str) -> None:
    assert sum(guess.probability for guess in ranked(question)) == pytest.approx(1, abs=1e-5)
