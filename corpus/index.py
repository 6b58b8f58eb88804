"""The Chroma collection: derived from the passages, embedded in the process, and always rebuildable.

Chroma 1.5.9 opens an empty store without a word when a file is missing, crashes on flipped bytes, and breaks when it
is killed while writing. So a collection is built in a new folder, flushed to disk and renamed into place with a
manifest, and it is compared with that manifest in a child process, which may crash alone, before this process opens
it. A folder that fails is set aside and built again. ``python -m corpus.index FOLDER`` is that child.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import chromadb
import numpy as np
from chromadb.config import Settings

from corpus.document import Passage
from corpus.index_folder import (
    Embeds,
    IndexUnavailable,
    Manifest,
    Rows,
    are_kept,
    corpus_digest,
    install,
    is_remembered,
    keep_rows,
    only_one_process,
    read_manifest,
    remember,
    rows_of,
    set_aside,
    vectors_of,
)

COLLECTION = "passages"
CHECK_SECONDS = 120
ROWS_A_SECOND = 100  # that a check reads at the least, on a machine with much else to do


class Match(NamedTuple):
    """A passage's id and its cosine similarity to the question."""

    passage_id: str
    similarity: float


class Index:
    """An open collection. Queries may come from many threads."""

    def __init__(self, folder: Path, notices: Iterable[str] = ()) -> None:
        """Opens the collection in ``folder``, which must have passed its check."""
        self.folder = folder
        self.notices = list(notices)
        self._client, self._collection = _open(folder)
        self.count = self._collection.count()
        self._users, self._retired, self._lock = 0, False, threading.Lock()

    def nearest(
        self,
        vector: np.ndarray,
        *,
        as_of: date | None,
        k: int,
        authors: Sequence[str] | None = None,
        stance: str | None = None,
        topic: str | None = None,
        after: date | None = None,
        before: date | None = None,
    ) -> list[Match]:
        """The passages nearest to a vector that were known on ``as_of`` and pass the filters, best first."""
        conditions: list[dict[str, Any]] = []
        conditions += [{"known_from": {"$lte": int(as_of.strftime("%Y%m%d"))}}] if as_of else []
        conditions += [{"author": {"$in": list(authors)}}] if authors else []
        conditions += [{"stance": stance}] if stance else []
        conditions += [{f"topic {topic}": True}] if topic else []
        conditions += [{"known_from": {"$gte": int(after.strftime("%Y%m%d"))}}] if after else []
        conditions += [{"known_from": {"$lt": int(before.strftime("%Y%m%d"))}}] if before else []
        with self._in_use():
            found = self._collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32),
                n_results=k,
                where={"$and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None,
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        return [Match(name, 1.0 - distance) for name, distance in zip(found["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Lets go of the files, once the queries under way are answered."""
        with self._lock:
            self._retired, idle = True, self._users == 0 and not self._retired
        if idle:
            self._client.close()

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._lock:
            if self._retired:
                raise IndexUnavailable("The index was closed; ask again.")
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                last = self._retired and self._users == 0
            if last:
                self._client.close()


def open_index(home: Path, passages: Sequence[Passage], embedder: Embeds, vectors: np.ndarray | None = None) -> Index:
    """Opens the collection of these passages, building it where there is none or where it fails its check.

    What was done, if anything, is in the index's ``notices``. Without ``vectors`` the passages are embedded.

    Raises:
        IndexUnavailable: when it can be neither opened nor built.
    """
    if not passages:
        raise IndexUnavailable(
            "The library holds no document, so nothing was indexed. Add documents, or reinstall footnote."
        )
    digest = corpus_digest(passages, embedder)
    folder = _folder(home, digest)
    try:
        with only_one_process(folder.parent):
            notices = []
            if problem := _problem(folder, digest):
                rows = rows_of(passages, vectors_of(passages, embedder) if vectors is None else vectors)
                notices = [_build(folder, rows, embedder, digest, problem)]
                if problem := _problem(folder, digest):
                    raise IndexUnavailable(
                        f"The index just built in {home} {problem}; nothing was opened. Check the disk."
                    )
            return _opened(folder, notices)
    except OSError as error:
        raise IndexUnavailable(
            f"The index can't be kept in {home} ({error.strerror or error}); nothing was opened. Set FOOTNOTE_HOME."
        ) from error


def _folder(home: Path, digest: str) -> Path:
    return home / "index" / f"passages-{digest[:16]}"


def _opened(folder: Path, notices: list[str]) -> Index:
    index = Index(folder, notices)
    remember(folder)  # opening rewrites some of Chroma's files, so this is the state that passed
    return index


def _open(folder: Path) -> tuple[Any, Any]:
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.get_collection(COLLECTION, embedding_function=None)
    manifest = read_manifest(folder)
    canary = np.asarray([manifest.canary], dtype=np.float32)
    found = collection.query(query_embeddings=canary, n_results=1)  # reads the vectors now, not in a request
    if collection.count() != manifest.count or found["ids"][0] != [manifest.canary_id]:
        raise IndexUnavailable(
            f"The index in {folder.parent} changed while it was opened. Start again to build it anew."
        )
    return client, collection


def _problem(folder: Path, digest: str) -> str | None:
    """What is wrong with an index folder, in words that follow "the index", or None."""
    if not folder.exists():
        return "is missing"
    try:
        manifest = read_manifest(folder)
        if manifest.corpus != digest:
            return "belongs to other documents or another embedder"
    except (OSError, ValueError):
        return "has no readable manifest"
    if is_remembered(folder):
        return None
    seconds = CHECK_SECONDS + manifest.count // ROWS_A_SECOND
    try:
        child = subprocess.run(
            [sys.executable, "-P", "-W", "ignore", "-c", _CHILD, str(Path(__file__).parent.parent), str(folder)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"could not be checked within {seconds} seconds"
    return None if child.returncode == 0 and child.stdout.strip() == "sound" else "failed its check"


# "-P" and not "-m": the working folder, whatever lies in it, must not come ahead of this package on the path.
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from corpus.index import check; print(check(sys.argv[2]))"


def check(folder: str) -> str:
    """Compares a collection with its manifest: count, canary query, and every row. Run in a child process."""
    manifest = read_manifest(Path(folder))
    client, collection = _open(Path(folder))
    held = collection.get(include=["embeddings", "metadatas"])
    client.close()
    rows = Rows(held["ids"], np.asarray(held["embeddings"], dtype=np.float32), held["metadatas"])
    return "sound" if are_kept(Path(folder), rows, manifest.labels) else "changed"


def _build(folder: Path, rows: Rows, embedder: Embeds, digest: str, problem: str) -> str:
    """Builds the collection beside ``folder`` and renames it into place. Returns the notice."""
    aside = set_aside(folder)
    with install(folder) as building:
        client: Any = chromadb.PersistentClient(str(building), settings=Settings(anonymized_telemetry=False))
        collection = client.create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            metadata={"embedder": embedder.id, "dimension": embedder.dimension, "corpus": digest},
        )
        for start in range(0, len(rows.ids), 500):  # Chroma refuses very large batches
            part = slice(start, start + 500)
            collection.add(ids=rows.ids[part], embeddings=rows.vectors[part], metadatas=rows.metadatas[part])
        top = collection.query(query_embeddings=rows.vectors[:1], n_results=1)["ids"][0][0]
        client.close()
        canary = [float(x) for x in rows.vectors[0]]
        labels = keep_rows(building, rows)
        manifest = Manifest(len(rows.ids), embedder.id, embedder.dimension, digest, labels, canary, top)
        (building / "manifest.json").write_text(json.dumps(asdict(manifest)), encoding="utf-8")
    built = f"it was built from {len(rows.ids)} passages."
    if aside is None:
        return f"The library had no index yet: {built}"
    return f"The library's index {problem}: {built} The old one is kept as {aside.name}."
