"""How likely words of a draft are the model's own (a lead-in, a link, a reading) and no claim, cause, event or advice."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.understanding.intents.features import counted, meanings, unit
from assistant.understanding.vocabulary import mentions

WEIGHTS = Path(__file__).with_name("weights.npz")
OWN = "own"


class Weights(NamedTuple):
    """What the classifier learned.

    Attributes:
        kinds: ``own`` and the kinds of what may not stand, one a column.
        rarity: How rare each n-gram is in the bank; ``BUCKETS`` long.
        centre: The bank's mean embedding, which is taken away.
        letters: ``BUCKETS`` by kinds.
        meaning: 384 by kinds.
        bias: One a kind.
        sharpness: What scores are multiplied by before the softmax, so that probabilities are frequencies.
    """

    kinds: np.ndarray
    rarity: np.ndarray
    centre: np.ndarray
    letters: np.ndarray
    meaning: np.ndarray
    bias: np.ndarray
    sharpness: np.ndarray


@lru_cache(maxsize=2048)
def own_chance(text: str) -> float:
    """The calibrated probability that words are the model's own and claim nothing.

    Args:
        text: A clause or a sentence without figures.
    """
    weights = _weights()
    plain = without_names(text)
    letters = unit(counted([plain]) * weights.rarity)
    meaning = unit(meanings([plain]) - weights.centre)
    scores = (letters @ weights.letters + meaning @ weights.meaning + weights.bias)[0] * float(weights.sharpness)
    chances = np.exp(scores - scores.max())
    return float(chances[list(weights.kinds).index(OWN)] / chances.sum())


def without_names(text: str) -> str:
    """The text with one plain name in the place of each subject's, trimmed of the joints at its edges."""
    for m in reversed(mentions(text)):
        name = "small caps" if m.key == "rut" else "large caps"
        text = text[: m.start] + name + text[m.end :]
    return text.strip(" ,;:—–()")


@cache
def _weights() -> Weights:
    with np.load(WEIGHTS) as held:
        return Weights(*(held[n].astype(np.float32) if n != "kinds" else held[n] for n in Weights._fields))
