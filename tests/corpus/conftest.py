"""A library opened once for all searches, and small passages with a small embedder for the index's own tests."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Passage, parse_document, passages_of
from corpus.library import Library


class WordEmbedder:
    """Hashes words into sixteen dimensions: texts that share words lie close, and nothing has to be loaded."""

    dimension = 16

    def __init__(self, name: str = "words-1") -> None:
        self.id = name

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.full((len(texts), self.dimension), 0.01, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[hashlib.md5(word.encode(), usedforsecurity=False).digest()[0] % self.dimension] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def few_passages(count: int = 30) -> list[Passage]:
    found: list[Passage] = []
    for n in range(count):
        day = date(2025, 1, 1) + timedelta(days=7 * n)
        head = f"author: Ann Author{n % 3}\npublished: {day}\ntitle: Title {n}\ntopics: [topic{n % 2}]\n"
        head += f"stance: {('bullish', 'bearish', 'neutral')[n % 3]}\n"
        text = f"---\n{head}---\nAuthor{n % 3} wrote word{n} and word{n * 7} about matter{n % 5}.\n"
        found += passages_of(parse_document(text, f"author-{n}"))
    return found


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("home"))
    yield opened
    opened.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"
