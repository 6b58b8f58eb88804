"""Trains the classifier on the bank: ``python -m assistant.understanding.intents.train`` writes ``weights.npz``.

Ridge regression on one-hot intents, solved in its dual: no steps, no seed, the same weights each time. Its scores are
made probabilities by one factor, fitted on folds that the weights had not seen.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from assistant.understanding.entities import find_entities, masked, prepared
from assistant.understanding.intents.classifier import WEIGHTS, Weights
from assistant.understanding.intents.features import counted, meanings, unit
from corpus.document import load_documents, passages_of
from corpus.library import DOCUMENTS
from corpus.people import authors

BANK = Path(__file__).with_name("bank")
DAY = date(2026, 1, 22)  # the session that the bank's "last month" counts from
RIDGE = 2.0
FOLDS = 5


def bank() -> list[tuple[str, str]]:
    """The intents and questions of the bank."""
    lines = [line for path in sorted(BANK.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(intent, question) for intent, _, question in (line.partition("\t") for line in lines if line)]


def words_of_bank() -> np.ndarray:
    """The words of the bank's questions that stand in it twice or begin with a small letter, sorted; nonsense has none."""
    questions = [question for intent, question in bank() if intent != "nonsense"]
    words = Counter(w for question in questions for w in re.findall(r"[A-Za-z']{2,}", question))
    small = {w.lower() for w in words if w[0].islower()}
    return np.array(sorted(small | {w.lower() for w, n in words.items() if n > 2}))


def masked_bank(step: int = 1) -> tuple[np.ndarray, list[str]]:
    """The intents, and the questions with plain names of their kind in the place of each name; of every ``step``-th."""
    people = authors(p for document in load_documents(DOCUMENTS).documents for p in passages_of(document))
    rows = bank()[::step]
    return np.array([i for i, _ in rows]), [masked(find_entities(prepared(q), DAY, people)) for _, q in rows]


def fit(wanted: np.ndarray, letters: np.ndarray, meaning: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The intents' names and the dual solution for rows of features: names, coefficients by row, mean of the targets."""
    names = np.unique(wanted)
    targets = (wanted[:, None] == names[None]).astype(np.float64)
    kernel = (letters @ letters.T + meaning @ meaning.T).astype(np.float64)
    dual = np.linalg.solve(kernel + RIDGE * np.eye(len(wanted)), targets - targets.mean(axis=0))
    return names, dual, targets.mean(axis=0)


def train(wanted: np.ndarray, texts: Sequence[str]) -> tuple[Weights, np.ndarray]:
    """The weights for questions, and for each the rank its own intent has where its fold was left out."""
    counts, vectors = counted(texts), meanings(texts)
    rarity = np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1
    centre = vectors.mean(axis=0)
    letters, meaning = unit(counts * rarity), unit(vectors - centre)
    fold = np.arange(len(texts)) * 7919 % FOLDS
    scores, names = np.zeros((len(texts), len(np.unique(wanted)))), np.unique(wanted)
    for left_out in range(FOLDS):
        seen, unseen = fold != left_out, fold == left_out
        _, dual, mean = fit(wanted[seen], letters[seen], meaning[seen])
        scores[unseen] = (letters[unseen] @ letters[seen].T + meaning[unseen] @ meaning[seen].T) @ dual + mean
    places = np.searchsorted(names, wanted)
    sharpness = min(np.linspace(2, 30, 57), key=lambda s: surprise(scores * s, places))
    own = scores[np.arange(len(texts)), places]
    rank = (scores > own[:, None]).sum(axis=1)
    names, dual, mean = fit(wanted, letters, meaning)
    half = np.float16
    return Weights(
        names, rarity.astype(half), centre.astype(np.float32), (letters.T @ dual).astype(half),
        (meaning.T @ dual).astype(np.float32), mean.astype(np.float32), words_of_bank(),
        np.array(sharpness, dtype=np.float32),
    ), rank  # fmt: skip


def surprise(scores: np.ndarray, places: np.ndarray) -> float:
    """The mean negative logarithm of the probability that scores give to what was right."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(places)), places]))


def main() -> int:
    """Writes the weights and prints how often the right intent came first, and among the first three, on unseen folds."""
    wanted, texts = masked_bank()
    weights, rank = train(wanted, texts)
    np.savez_compressed(WEIGHTS, **weights._asdict())
    print(
        f"{len(texts)} questions, {len(weights.intents)} intents: first {(rank == 0).mean():.1%}, in three"
        f" {(rank < 3).mean():.1%} of those left out; {WEIGHTS.stat().st_size / 1e6:.2f} MB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
