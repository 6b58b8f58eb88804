"""How likely words of a draft are the model's own (a lead-in, a link, a reading) and no claim, cause, event or advice."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.understanding.intents.features import counted, meanings, unit
from assistant.understanding.vocabulary import mentions

WEIGHTS = Path(__file__).with_name("weights.npz")
OWN = "own"
ORDER = 0.6  # the probability from which a sentence is an order or a forecast, whatever figure stands in it


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


def own_chance(text: str) -> float:
    """The calibrated probability that a clause or a sentence without figures is the model's own and claims nothing."""
    return chances(text)[OWN]


def is_order(text: str) -> bool:
    """Whether a sentence, figures or none, rather advises or forecasts than anything else."""
    held = chances(text)
    return held["advice"] + held["forecast"] >= ORDER


@lru_cache(maxsize=2048)
def chances(text: str) -> dict[str, float]:
    """The calibrated probability of each kind of words; they add up to one."""
    weights = _weights()
    plain = without_names(text)
    letters = unit(counted([plain]) * weights.rarity)
    meaning = unit(meanings([plain]) - weights.centre)
    scores = (letters @ weights.letters + meaning @ weights.meaning + weights.bias)[0] * float(weights.sharpness)
    share = np.exp(scores - scores.max())
    return dict(zip(map(str, weights.kinds), map(float, share / share.sum()), strict=True))


def without_names(text: str) -> str:
    """The text with one plain name in the place of each subject's, trimmed of the joints at its edges."""
    for m in reversed(mentions(text)):
        name = "small caps" if m.key == "rut" else "large caps"
        text = text[: m.start] + name + text[m.end :]
    return _FIGURE.sub("N", text).strip(" ,;:—–()")


_FIGURE = re.compile(r"[$−+-]?\d[\d.,]*(?:\s?%)?")


@cache
def _weights() -> Weights:
    with np.load(WEIGHTS) as held:
        return Weights(*(held[n].astype(np.float32) if n != "kinds" else held[n] for n in Weights._fields))
