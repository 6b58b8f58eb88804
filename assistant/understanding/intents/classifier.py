"""Which intent a question has, with how sure that is; weights as ``train`` makes them from the bank."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.understanding.intents.features import counted, meanings, unit

WEIGHTS = Path(__file__).with_name("weights.npz")


class Guess(NamedTuple):
    """An intent and its calibrated probability."""

    intent: str
    probability: float


class Weights(NamedTuple):
    """What the classifier learned.

    Attributes:
        intents: Names, one a column.
        rarity: How rare each n-gram is in the bank; ``BUCKETS`` long.
        centre: The bank's mean embedding, which is taken away.
        letters: ``BUCKETS`` by intents.
        meaning: 384 by intents.
        bias: One an intent.
        vocabulary: Every word of the bank's questions, lower case: a word it lacks may be a name.
        sharpness: What scores are multiplied by before the softmax, so that probabilities are frequencies.
    """

    intents: np.ndarray
    rarity: np.ndarray
    centre: np.ndarray
    letters: np.ndarray
    meaning: np.ndarray
    bias: np.ndarray
    vocabulary: np.ndarray
    sharpness: np.ndarray


def ranked(question: str) -> list[Guess]:
    """Every intent for a masked question, the likeliest first; probabilities add up to one."""
    weights = _weights()
    letters = unit(counted([question]) * weights.rarity)
    meaning = unit(meanings([question]) - weights.centre)
    scores = (letters @ weights.letters + meaning @ weights.meaning + weights.bias)[0] * float(weights.sharpness)
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    return [Guess(str(weights.intents[i]), float(chances[i])) for i in np.argsort(-chances)]


@cache
def vocabulary() -> frozenset[str]:
    """The words that people use who ask; one that isn't among them may be a name."""
    return frozenset(str(word) for word in _weights().vocabulary)


@cache
def _weights() -> Weights:
    with np.load(WEIGHTS) as held:
        return Weights(
            *(
                held[name].astype(np.float32) if name not in ("intents", "vocabulary") else held[name]
                for name in Weights._fields
            )
        )
