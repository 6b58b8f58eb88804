"""Trains the classifier on its bank: ``python -m assistant.gate.own_words.train`` writes ``weights.npz``.

The bank's lines are ``kind<TAB>words``: ``own`` what a model may say in grey, all else what it may not. Ridge regression
as for the intents, of the same features.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.gate.own_words.classifier import OWN, WEIGHTS, Weights, without_names
from assistant.understanding.intents.features import counted, meanings, unit
from assistant.understanding.intents.train import FOLDS, fit, surprise

BANK = Path(__file__).with_name("bank")


def bank() -> list[tuple[str, str]]:
    """The kinds and words of the bank."""
    lines = [line for path in sorted(BANK.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(kind, words) for kind, _, words in (line.partition("\t") for line in lines if line.strip())]


def train(kinds: np.ndarray, texts: Sequence[str]) -> tuple[Weights, np.ndarray]:
    """The weights, and for each text the probability of ``own`` where its fold was left out."""
    counts, vectors = counted(texts), meanings(texts)
    rarity = np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1
    centre = vectors.mean(axis=0)
    letters, meaning = unit(counts * rarity), unit(vectors - centre)
    fold, names = np.arange(len(texts)) * 7919 % FOLDS, np.unique(kinds)
    scores = np.zeros((len(texts), len(names)))
    for left_out in range(FOLDS):
        seen, unseen = fold != left_out, fold == left_out
        _, dual, mean = fit(kinds[seen], letters[seen], meaning[seen])
        scores[unseen] = (letters[unseen] @ letters[seen].T + meaning[unseen] @ meaning[seen].T) @ dual + mean
    sharpness = min(np.linspace(1, 20, 39), key=lambda s: surprise(scores * s, np.searchsorted(names, kinds)))
    chances = np.exp(scores * sharpness)
    chances /= chances.sum(axis=1, keepdims=True)
    _, dual, mean = fit(kinds, letters, meaning)
    half = np.float16
    weights = Weights(
        names, rarity.astype(half), centre.astype(np.float32), (letters.T @ dual).astype(half),
        (meaning.T @ dual).astype(np.float32), mean.astype(np.float32), np.array(sharpness, dtype=np.float32),
    )  # fmt: skip
    return weights, chances[:, list(names).index(OWN)]


def main() -> int:
    """Writes the weights and prints, of unseen folds, how much of either side is told right at several limits."""
    rows = bank()
    kinds, texts = np.array([k for k, _ in rows]), [without_names(w) for _, w in rows]
    weights, chance = train(kinds, texts)
    np.savez_compressed(WEIGHTS, **weights._asdict())
    own = kinds == OWN
    print(f"{len(rows)} texts, {own.sum()} of them own; {WEIGHTS.stat().st_size / 1e6:.2f} MB")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        print(
            f"from {least}: own let stand {(chance[own] >= least).mean():.1%}, others {(chance[~own] >= least).mean():.1%}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
