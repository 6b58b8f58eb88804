"""Documents and passages in the one database: whose they are, where they came from, and each passage's vector.

What is shipped and what the operator adds is everyone's (``EVERYONE``); what a visitor adds is that visitor's alone.
Every change raises ``revision`` first, in its own transaction, so that writers queue and readers see
that there is news.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    cast,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from corpus import versions
from corpus.document import CUT, Document, Passage, Refusal, Shelf, load_documents, passage_of
from corpus.tables import TablesBusy, create_missing, line_of
from corpus.words import spans_of, storable

if TYPE_CHECKING:
    import numpy as np

EVERYONE = ""
Origin = Literal["shipped", "added"]

_metadata = MetaData()
_documents = Table(
    "documents",
    _metadata,
    Column("owner", String(64), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("origin", String(10), nullable=False),
    Column("removed", Boolean, nullable=False),  # a shipped document that was removed stays away at the next start
    Column("digest", String(64), nullable=False, index=True),
    Column("added_by", String(64), nullable=False),  # a visitor; empty for the operator and what is shipped
    Column("source", Text, nullable=False),
    Column("added_at", String(40), nullable=False),
    Column("front_matter", JSON, nullable=False),
    Column("text", Text, nullable=False),
)
_passages = Table(
    "passages",
    _metadata,
    Column("owner", String(64), primary_key=True),
    Column("document", String(200), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("embedder", String(80), nullable=True),
    Column("vector", LargeBinary, nullable=True),
)
_state = Table(
    "library_state",
    _metadata,
    Column("name", String(20), primary_key=True),
    Column("value", String(100), nullable=False),
)


class Held(NamedTuple):
    """A document as it is kept."""

    document: Document
    owner: str
    origin: Origin
    added_by: str
    source: str
    added_at: str
    digest: str


class LibraryUnwritable(RuntimeError):
    """The database refused a change, which was left out whole; the message says why, and what to do."""


class LibraryUnreadable(RuntimeError):
    """The database couldn't be read or made ready; the message says why, and what to do."""


class DocumentStore:
    """The documents of everyone and of each visitor.

    Args:
        engine: The database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with _errors():
            for metadata in (_metadata, versions.METADATA):
                create_missing(metadata, engine)
            for name, value in (("revision", "0"), ("shipped", ""), ("cut", str(CUT))):
                self._begin_with(name, value)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _errors(), self._engine.connect() as connection:
            yield connection

    def _begin_with(self, name: str, value: str) -> None:
        with self._engine.connect() as connection:
            if connection.execute(select(_state.c.name).where(_state.c.name == name)).first():
                return
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(_state).values(name=name, value=value))
        except IntegrityError:
            return  # another process was faster

    @property
    def revision(self) -> int:
        """A number that every change raises."""
        return int(self._value("revision"))

    def _value(self, name: str) -> str:
        with self._reading() as connection:
            return str(connection.execute(select(_state.c.value).where(_state.c.name == name)).scalar_one())

    def seed(self, folder: Path, now: datetime) -> list[Refusal]:
        """Takes in the documents shipped in a folder, where they aren't those taken in last.

        What was removed stays removed, and what somebody put in a shipped document's place stays there.

        Returns:
            The files refused; none where the folder is unchanged.
        """
        version = _folder_digest(folder)
        if self._value("shipped") == version and self._value("cut") == str(CUT):
            return []
        shelf = load_documents(folder)
        with self._changing() as connection:
            _raise_revision(connection)
            if self._value("cut") != str(CUT):
                _cut_anew(connection)
            _replace_shipped(connection, shelf, now)
            for name, value in (("shipped", version if not shelf.refused else ""), ("cut", str(CUT))):
                connection.execute(update(_state).where(_state.c.name == name).values(value=value))
        return list(shelf.refused)

    def held(self, owner: str = EVERYONE) -> list[Held]:
        """What an owner may see, everyone's first: of two with one id, the owner's own."""
        columns = [c for c in _documents.c if c.name != "removed"]
        query = select(*columns).where(_documents.c.owner.in_({EVERYONE, owner}), _documents.c.removed.is_(False))
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
        # Sorted here: a database sorts by its own collation, and the order must be the same in all.
        found = {row["id"]: _held(row) for row in sorted(rows, key=lambda row: (row["owner"], row["id"]))}
        return list(found.values())

    def passages(self, held: Sequence[Held]) -> tuple[Passage, ...]:
        """The passages of documents as they were cut, in the documents' order."""
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        query = select(_passages.c.owner, _passages.c.document, _passages.c.start, _passages.c.stop)
        query = query.where(_passages.c.owner.in_({h.owner for h in held}))
        with self._reading() as connection:
            for owner, document, start, stop in connection.execute(query.order_by(_passages.c.number)):
                spans.setdefault((owner, document), []).append((start, stop))
        return tuple(
            passage_of(h.document, number, span, len(own))
            for h in held
            for own in [spans.get((h.owner, h.document.id), [])]
            for number, span in enumerate(own, 1)
        )

    def put(self, document: Document, *, owner: str, by: str, source: str, now: datetime) -> None:
        """Keeps an added document in place of the owner's of the same id, with its passages, whole or not at all."""
        with self._changing() as connection:
            _raise_revision(connection)
            _put(connection, document, owner, "added", by, source, now)

    def opened(self, document_id: str, owner: str, version: str = "") -> Document | None:
        """A document that an owner may see, as it was in the version that a passage was cut from.

        Args:
            document_id: Its id.
            owner: Who asks.
            version: The passage's; empty for the document as it is.

        Returns:
            None where it was removed, or no such version is held.
        """
        now = next((h.document for h in self.held(owner) if h.document.id == document_id), None)
        if now is not None and version in ("", now.version):
            return now
        return versions.earlier(self._engine, document_id, {EVERYONE, owner}, version) if version else None

    def remove(self, document_id: str, owner: str) -> bool:
        """Removes an owner's document with its passages and earlier versions; whether there was one."""
        mine = (_documents.c.owner == owner) & (_documents.c.id == document_id) & _documents.c.removed.is_(False)
        with self._changing() as connection:
            _raise_revision(connection)
            origin = connection.execute(select(_documents.c.origin).where(mine)).scalar()
            if origin is None:
                return False
            _drop_passages(connection, owner, document_id)
            versions.drop(connection, document_id, owner)
            if origin == "shipped":
                connection.execute(update(_documents).where(mine).values(removed=True))
            else:
                connection.execute(delete(_documents).where(mine))
            return True

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise LibraryUnwritable(
                f"The library could not be changed ({line_of(error)}); it is as it was. Free some space, or try again."
            ) from error

    def vectors(self, owner: str, embedder: str, convert: "Callable[[bytes], np.ndarray]") -> "dict[str, np.ndarray]":
        """The vectors kept of an owner's passages by one embedder, by passage id."""
        columns = (_passages.c.document, _passages.c.number, _passages.c.vector)
        query = select(*columns).where(_passages.c.owner == owner, _passages.c.embedder == embedder)
        counts: dict[str, int] = {}
        found: list[tuple[str, int, np.ndarray]] = []
        with self._reading() as connection:
            for document, number, vector in connection.execute(query):
                counts[document] = counts.get(document, 0) + 1
                found.append((document, number, convert(vector)))
        return {_passage_id(document, number, counts[document]): vector for document, number, vector in found}

    def keep_vectors(self, owner: str, embedder: str, passages: Sequence[Passage], vectors: Iterable[bytes]) -> None:
        """Keeps the vectors of passages; of those changed or removed meanwhile, none."""
        with self._changing() as connection:
            for passage, vector in zip(passages, vectors, strict=True):
                connection.execute(
                    update(_passages)
                    .where(
                        _passages.c.owner == owner,
                        _passages.c.document == passage.document,
                        _passages.c.start == passage.start,
                        _passages.c.stop == passage.end,
                    )
                    .values(embedder=embedder, vector=vector)
                )


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise LibraryUnreadable(
            f"The library could not be read ({line_of(error)}); what it holds is kept. Look after the database."
        ) from error
    except TablesBusy as error:
        raise LibraryUnreadable(f"{error}.") from error


def text_digest(text: str) -> str:
    """Digest of a text, however it is spaced and cased: what tells that two files hold the same."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def _passage_id(document: str, number: int, count: int) -> str:
    return document if count == 1 else f"{document}.{number}"


def _held(row: Any) -> Held:
    document = Document.model_validate({**row["front_matter"], "id": row["id"], "text": row["text"]})
    return Held(document, row["owner"], row["origin"], row["added_by"], row["source"], row["added_at"], row["digest"])


def _raise_revision(connection: Connection) -> None:
    """Comes first in every change: SQLite then waits for its turn here, instead of failing where it first writes."""
    more = cast(cast(_state.c.value, Integer) + 1, String(100))
    connection.execute(update(_state).where(_state.c.name == "revision").values(value=more))


def _put(
    connection: Connection, document: Document, owner: str, origin: Origin, by: str, source: str, now: datetime
) -> None:
    _drop_passages(connection, owner, document.id)
    _put_by(connection, document, owner, now)
    connection.execute(delete(_documents).where(_documents.c.owner == owner, _documents.c.id == document.id))
    connection.execute(
        insert(_documents).values(
            owner=owner, id=document.id, origin=origin, removed=False, digest=text_digest(document.text),
            added_by=by, source=storable(source), added_at=now.isoformat(), text=document.text,
            front_matter=versions.front_matter(document),
        )
    )  # fmt: skip
    _insert_passages(connection, owner, document.id, document.text)


def _put_by(connection: Connection, document: Document, owner: str, now: datetime) -> None:
    """Keeps the version whose place a document takes, where its text is another."""
    mine = (_documents.c.owner == owner) & (_documents.c.id == document.id)
    row = connection.execute(
        select(_documents.c.front_matter, _documents.c.text, _documents.c.source).where(mine)
    ).first()
    if row is not None and row.text != document.text:
        before = Document.model_validate({**row.front_matter, "id": document.id, "text": row.text})
        versions.put_by(connection, before, owner, row.source, now)


def _insert_passages(connection: Connection, owner: str, document_id: str, text: str) -> None:
    rows = [
        {"owner": owner, "document": document_id, "number": number, "start": start, "stop": stop}
        for number, (start, stop) in enumerate(spans_of(text), 1)
    ]
    connection.execute(insert(_passages), rows)


def _drop_passages(connection: Connection, owner: str, document_id: str) -> None:
    connection.execute(delete(_passages).where(_passages.c.owner == owner, _passages.c.document == document_id))


def _cut_anew(connection: Connection) -> None:
    """Cuts every document again: passages are cut otherwise in this version."""
    for owner, document, text in connection.execute(
        select(_documents.c.owner, _documents.c.id, _documents.c.text)
    ).all():
        _drop_passages(connection, owner, document)
        _insert_passages(connection, owner, document, text)


def _replace_shipped(connection: Connection, shelf: Shelf, now: datetime) -> None:
    columns = (_documents.c.id, _documents.c.origin, _documents.c.removed, _documents.c.front_matter, _documents.c.text)
    held = {row.id: row for row in connection.execute(select(*columns).where(_documents.c.owner == EVERYONE))}
    shipped = {document.id: document for document in shelf.documents}
    for gone in [row.id for row in held.values() if row.origin == "shipped" and row.id not in shipped]:
        _drop_passages(connection, EVERYONE, gone)
        connection.execute(delete(_documents).where(_documents.c.owner == EVERYONE, _documents.c.id == gone))
    for document in shelf.documents:
        row = held.get(document.id)
        if row is not None and (row.origin == "added" or row.removed):
            continue
        fields = versions.front_matter(document)
        if row is None or (row.text, row.front_matter.get("title")) != (document.text, document.title):
            _put(connection, document, EVERYONE, "shipped", "", document.id, now)
        elif row.front_matter != fields:  # what is embedded is the same: its passages keep their vectors
            mine = (_documents.c.owner == EVERYONE) & (_documents.c.id == document.id)
            connection.execute(update(_documents).where(mine).values(front_matter=fields, added_at=now.isoformat()))


def _folder_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.md")):
        digest.update(f"{path.relative_to(folder)}:".encode() + path.read_bytes())
    return digest.hexdigest()
