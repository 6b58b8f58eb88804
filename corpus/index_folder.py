"""The folder that an index lives in: its manifest, how it is put in place whole, and which state of it was verified.

``home/index/`` holds ``passages-<digest>/`` (the digest is of the passages and the embedder, so a library that
changed gets a folder of its own while another process may still read the old one), at most one ``…set-aside-<time>``,
``verified.json`` and ``lock``.
"""

import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from corpus.document import Passage

try:
    import fcntl
except ImportError:  # Windows: the renames still leave either the old folder or a whole new one
    fcntl = None  # type: ignore[assignment]

FORMAT = 1  # of the folder and of the metadata in it: raise it when either changes
LOCK_SECONDS = 60


class IndexUnavailable(RuntimeError):
    """The index can be neither opened nor built; the message says what to do."""


class Embeds(Protocol):
    """What an index needs of an embedder: MiniLM's in use, a small one in the tests."""

    @property
    def id(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    def embed(self, texts: Sequence[str]) -> np.ndarray: ...


class Rows(NamedTuple):
    """What a collection holds: ids, one unit vector each, and what queries filter by."""

    ids: list[str]
    vectors: np.ndarray
    metadatas: list[Any]


@dataclass(frozen=True)
class Manifest:
    """What a sound folder holds, written beside Chroma's files before the folder is renamed into place."""

    count: int
    embedder: str
    dimension: int
    corpus: str
    """Digest of the passages and the embedder."""
    labels: str
    """Digest of every stored id and its metadata; the vectors stand in ``vectors.npy``."""
    canary: list[float]
    canary_id: str
    """The passage that a query by ``canary`` must find first."""


def vectors_of(passages: Sequence[Passage], embedder: Embeds) -> np.ndarray:
    """Embeds the passages, one unit row each: the mean of its text's vector and its headline's.

    Measured on the questions of tests/corpus: the text alone has 29 of 44 among the first three, with its headline 35.
    """
    both = embedder.embed([passage.text for passage in passages])
    both = both + embedder.embed([passage.headline for passage in passages])
    return np.asarray(both / np.linalg.norm(both, axis=1, keepdims=True), dtype=np.float32)


def rows_of(passages: Sequence[Passage], vectors: np.ndarray) -> Rows:
    """What the collection is to hold of passages with these vectors."""
    return Rows([passage.id for passage in passages], vectors, [_metadata(passage) for passage in passages])


def indexed_form(passage: Passage) -> tuple[object, ...]:
    """All of a passage that the collection depends on: where it is the same, the row still stands for it."""
    return (passage.id, passage.text, passage.headline, *sorted(map(str, _metadata(passage).items())))


def _metadata(passage: Passage) -> dict[str, str | int | bool]:
    return {
        "author": passage.author,
        "stance": passage.stance,
        "known_from": int(passage.known_from.strftime("%Y%m%d")),
        **{f"topic {topic}": True for topic in passage.topics},
    }


def corpus_digest(passages: Iterable[Passage], embedder: Embeds) -> str:
    """Digest of all that the collection depends on: each passage's text and filters, the embedder, the layout."""
    rows = sorted(indexed_form(passage) for passage in passages)  # type: ignore[type-var]
    content = json.dumps([FORMAT, embedder.id, embedder.dimension, rows], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def keep_rows(folder: Path, rows: Rows) -> str:
    """Writes the vectors beside the collection, ordered by id, and returns the digest of ids and metadata."""
    order = np.argsort(np.array(rows.ids))
    np.save(folder / "vectors.npy", rows.vectors[order].astype(np.float32))
    return _labels_digest(rows)


def are_kept(folder: Path, rows: Rows, digest: str) -> bool:
    """Whether rows read back from the collection are those that went in; normalising may move the last bit."""
    vectors = np.load(folder / "vectors.npy", allow_pickle=False)
    order = np.argsort(np.array(rows.ids))
    same_shape = vectors.shape == rows.vectors.shape
    return same_shape and _labels_digest(rows) == digest and bool(np.allclose(rows.vectors[order], vectors, atol=1e-5))


def _labels_digest(rows: Rows) -> str:
    labels = sorted(zip(rows.ids, (json.dumps(row, sort_keys=True) for row in rows.metadatas), strict=True))
    return hashlib.sha256(json.dumps(labels).encode()).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an index folder.

    Raises:
        OSError: when there is none.
        ValueError: when it isn't one.
    """
    try:
        return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
    except TypeError as error:
        raise ValueError(str(error)) from None


@contextmanager
def only_one_process(folder: Path) -> Iterator[None]:
    """Lets one process at a time judge, build and open; the system lets the next in when one is killed.

    After a minute it goes on without the lock, as on a disk or a system that has none: the renames below still keep
    every folder whole.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / "lock", "a", encoding="ascii") as lock:
        deadline = time.monotonic() + LOCK_SECONDS
        while not _lock(lock.fileno()) and time.monotonic() < deadline:
            time.sleep(0.05)
        yield


def _lock(handle: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


@contextmanager
def install(folder: Path) -> Iterator[Path]:
    """Gives a new folder to build in, then flushes it to disk and renames it to ``folder``.

    Where another process was faster, its folder stands and this one is dropped.
    """
    for left_over in folder.parent.glob("building-*"):
        if not _is_running(int(left_over.name.split("-")[1])):
            shutil.rmtree(left_over, ignore_errors=True)
    building = folder.parent / f"building-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    building.mkdir(mode=0o700, parents=True)
    try:
        yield building
        for path in [*building.rglob("*"), building]:
            _flush(path)
        try:
            building.rename(folder)
        except OSError:
            if not (folder / "manifest.json").exists():
                raise
        _flush(folder.parent)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _drop_all_but_newest(folder.parent, aside=False, keep=2)  # another process may still read the one before


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(folder: Path) -> Path | None:
    """Renames a folder that failed, so that it can be looked at, and drops any that was set aside before."""
    if not folder.exists():
        return None
    aside = folder.with_name(f"{folder.name}.set-aside-{time.strftime('%Y%m%dT%H%M%S')}-{uuid.uuid4().hex[:4]}")
    folder.rename(aside)
    os.utime(aside)
    _drop_all_but_newest(folder.parent, aside=True, keep=1)
    return aside


def _drop_all_but_newest(parent: Path, *, aside: bool, keep: int) -> None:
    folders = [path for path in parent.glob("passages-*") if ("set-aside" in path.name) == aside]
    for path in sorted(folders, key=lambda path: path.stat().st_mtime, reverse=True)[keep:]:
        shutil.rmtree(path, ignore_errors=True)


def _signature(folder: Path) -> str:
    """Digest of every file's name and content: Chroma's files are small, and a flipped byte keeps size and time."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}:{path.stat().st_size}:".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_remembered(folder: Path) -> bool:
    """Whether the folder is byte for byte as it was when it last passed its check and was opened."""
    try:
        kept = json.loads((folder.parent / "verified.json").read_text(encoding="utf-8"))
        return bool(kept == [folder.name, _signature(folder)])
    except (OSError, ValueError):
        return False


def keep_private(folder: Path) -> None:
    """Lets this user alone read an index: what was added to the library stands in it, word for word."""
    for path in (folder, *folder.rglob("*")):
        with suppress(OSError):
            path.chmod(0o700 if path.is_dir() else 0o600)


def remember(folder: Path) -> None:
    """Notes the folder's state as verified, so that the next start needs no child process."""
    keep_private(folder.parent)
    note = folder.parent / "verified.json"
    fresh = note.with_name(f"verified-{uuid.uuid4().hex[:8]}")
    fresh.write_text(json.dumps([folder.name, _signature(folder)]), encoding="utf-8")
    fresh.chmod(0o600)
    fresh.replace(note)
