"""How the library scales: ingest rate, query times and memory to 100,000 passages, against Chroma alone.

Texts and vectors are synthetic: unit vectors drawn around topics, texts of words drawn by rank. So it measures the
machinery (database, BM25, collection, filters), not the embedding, whose rate is printed apart. Chroma alone is the
same rows in one collection, asked by the same vectors. ``nice python -m benchmarks.library [SIZES]``
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import create_engine

from corpus.document import Document, load_documents, passages_of
from corpus.embed import load_embedder
from corpus.holdings import Holdings
from corpus.index_folder import rows_of, vectors_of
from corpus.library import DOCUMENTS
from corpus.store import EVERYONE, DocumentStore

DIMENSION, PER_DOCUMENT, QUERIES = 384, 20, 60
NOW, DAY = datetime(2026, 3, 2, tzinfo=UTC), date(2026, 3, 1)
RNG = np.random.default_rng(3)
LETTERS = "abcdefghijklmnopqrst"
VOCABULARY = np.array(["".join(LETTERS[(n // 20**k) % 20] for k in range(4)) + "x" for n in range(20_000)])
SHARES = 1 / np.arange(1, len(VOCABULARY) + 1)
SHARES /= SHARES.sum()


class Synthetic:
    """An embedder without a model: a unit vector around one of a hundred topics, the same for the same text."""

    id, dimension = "synthetic-1", DIMENSION
    topics = np.random.default_rng(1).normal(size=(100, DIMENSION))

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        seeds = [abs(hash(text)) % (1 << 32) for text in texts]
        noise = np.stack([np.random.default_rng(seed).normal(size=DIMENSION) for seed in seeds])
        rows = self.topics[[seed % 100 for seed in seeds]] + noise
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def document(number: int) -> Document:
    """A document that is cut into about ``PER_DOCUMENT`` passages."""
    drawn = RNG.choice(VOCABULARY, size=(PER_DOCUMENT * 5, 20), p=SHARES)
    text = " ".join(" ".join(row).capitalize() + "." for row in drawn)
    published = (date(2020, 1, 1) + timedelta(days=number % 2200)).isoformat()
    return Document(
        id=f"doc-{number}", text=text, author=f"Author {number % 50}", published=published, title=f"Title {number}",
        stance=("bullish", "bearish", "neutral")[number % 3], topics=(f"topic{number % 20}",),
    )  # fmt: skip


def measure(count: int) -> None:
    """Prints one size."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "shipped").mkdir()
        engine = create_engine(f"sqlite:///{home / 'library.db'}")
        held = Holdings(DocumentStore(engine), home, NOW, home / "shipped", Synthetic)
        before = resident()
        stored, _ = timed(lambda: fill(held, count // PER_DOCUMENT))
        indexed, _ = timed(held.settle)
        library = held.library()
        total = len(library.passages)
        first, _ = timed(lambda: library.search(" ".join(VOCABULARY[[7, 90, 300]]), as_of=DAY, author="Author 7"))
        library.ranking().nearness.meaning.vocabulary.settle()
        ours = [timed(lambda q=q: library.search(q, as_of=DAY))[0] for q in questions()]  # type: ignore[misc]
        past, who = date(2022, 6, 1), "Author 7"
        library.search(str(VOCABULARY[7]), as_of=past, author=who)
        within = [timed(lambda q=q: library.search(q, as_of=past, author=who))[0] for q in questions()]  # type: ignore[misc]
        memory = resident() - before
        alone, added = chroma_alone(home / "alone", held)
        held.close()
        engine.dispose()
    print(f"{total:,} passages, {memory / 1e6:,.0f} MB of memory")
    print(
        f"  stored {total / stored:,.0f} a second; embedded and indexed {total / indexed:,.0f} a second, Chroma alone",
        end=" ",
    )
    print(f"{total / added:,.0f}: ratio of times {indexed / added:.1f}; first query {first:.2f} s")
    for name, times in (("query", ours), ("within an author and a day", within)):
        ratios = ", ".join(f"p{n} {p(times, n):.1f} ms (ratio {p(times, n) / p(alone, n):.1f})" for n in (50, 95))
        print(f"  {name}: {ratios}; Chroma alone p50 {p(alone, 50):.1f}, p95 {p(alone, 95):.1f} ms", flush=True)


def fill(held: Holdings, documents: int) -> None:
    """Stores documents one by one, as they are added."""
    for number in range(documents):
        held.store.put(document(number), owner=EVERYONE, by=EVERYONE, source=f"doc-{number}", now=NOW)


def questions() -> list[str]:
    """Questions of a few words each, always the same."""
    rng = np.random.default_rng(5)
    return [" ".join(rng.choice(VOCABULARY[:3000], size=6)) for _ in range(QUERIES)]


def chroma_alone(folder: Path, held: Holdings) -> tuple[list[float], float]:
    """Query times and the time to add of one bare collection with the same rows."""
    import chromadb
    from chromadb.config import Settings

    placed = held.library().ranking().nearness.placed
    rows = rows_of(placed.passages, placed.vectors)
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.create_collection("alone", embedding_function=None, configuration={"hnsw": {"space": "cosine"}})

    def add() -> None:
        for start in range(0, len(rows.ids), 500):
            part = slice(start, start + 500)
            collection.add(ids=rows.ids[part], embeddings=rows.vectors[part], metadatas=rows.metadatas[part])

    added, _ = timed(add)
    vectors = Synthetic().embed(questions())
    collection.query(query_embeddings=vectors[:1], n_results=100)
    times = [timed(lambda v=v: collection.query(query_embeddings=[v], n_results=100))[0] for v in vectors]  # type: ignore[misc]
    client.close()
    return times, added


def timed(call: Callable[[], object]) -> tuple[float, object]:
    """Seconds that a call takes, and what it gives."""
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def p(seconds: Sequence[float], percent: int) -> float:
    """A percentile in milliseconds."""
    return float(np.percentile(seconds, percent)) * 1000


def resident() -> int:
    """Bytes of memory in use."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def embedding_rate() -> None:
    """Prints how many passages a second the real model embeds on one core."""
    embedder = load_embedder()
    passages = [p for d in load_documents(DOCUMENTS).documents for p in passages_of(d)][:60]
    seconds, _ = timed(lambda: vectors_of(passages, embedder))
    print(f"MiniLM embeds {len(passages) / seconds:.0f} shipped passages a second")


if __name__ == "__main__":
    embedding_rate()
    for size in [int(n) for n in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        measure(size)
