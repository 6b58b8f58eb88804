"""Conversations: whose they are, what was asked in them, what was answered, and on what evidence."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from assistant.conversation.answer import Answer
from assistant.conversation.stored_answer import from_document, pack_evidence, to_document, unpack_evidence
from corpus.document import Passage
from corpus.tables import create_missing
from corpus.words import storable
from tools.data.tables import errors
from tools.fact import Fact

TITLE = 80  # characters
LONGEST_ID = 200  # characters
CITED_AGAIN = 3  # turns back whose evidence may be cited again
_metadata = MetaData()
_threads = Table(
    "threads",
    _metadata,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("updated_at", String, nullable=False),
)
_turns = Table(
    "turns",
    _metadata,
    Column("thread", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("asked_at", String, nullable=False),
    Column("model", String, nullable=False),
    Column("prompt_version", Integer, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("document", JSON, nullable=False),
    Column("evidence", LargeBinary, nullable=False),
)


class ThreadError(ValueError):
    """There is no such conversation for who asks; the message says so and nothing of whose it is."""


@dataclass(frozen=True)
class Thread:
    """A conversation in a list."""

    id: str
    title: str
    updated_at: str
    turns: int


@dataclass(frozen=True)
class Turned:
    """One question of a conversation and its answer as shown."""

    number: int
    asked_at: str
    stopped: bool
    answer: Answer


class ThreadStore:
    """Conversations by id; an answer, once kept, is never changed.

    Args:
        engine: The database.

    Raises:
        StoreError: The database can't be read or written, here and in every use; what was stored is kept.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with _errors():
            create_missing(_metadata, engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with _errors(), self._engine.begin() as connection:
            yield connection

    def open(self, thread: str, owner: str, question: str, at: datetime) -> None:
        """Begins a conversation with its first question as its title, or goes on with it.

        Raises:
            ThreadError: It is another's. Who has no name, as the command line, may go on with any.
        """
        if not _is_id(thread):
            raise ThreadError("There is no such conversation; ask without one")
        title = " ".join(storable(question).split())
        title = title if len(title) <= TITLE else title[: TITLE - 1].rsplit(" ", 1)[0] + "…"
        with self._changing() as connection:
            made: Any = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name].insert(_threads)
            row = {"id": thread, "owner": owner, "title": title, "created_at": _stamp(at), "updated_at": _stamp(at)}
            connection.execute(made.values(row).on_conflict_do_nothing())  # another copy may begin it at this moment
            whose = connection.execute(select(_threads.c.owner).where(_threads.c.id == thread)).scalar_one()
        if owner and whose != owner:
            raise ThreadError("There is no such conversation; ask without one")

    def keep(self, answer: Answer, at: datetime, *, stopped: bool = False) -> None:
        """Adds an answer to its conversation; one that was deleted meanwhile takes nothing in."""
        row: dict[str, Any] = {
            "asked_at": _stamp(at),
            "model": answer.model,
            "prompt_version": answer.prompt_version,
            "stopped": stopped,
            "document": to_document(answer),
            "evidence": pack_evidence(answer),
        }
        with self._changing() as connection:
            changed = connection.execute(
                update(_threads).where(_threads.c.id == answer.thread).values(updated_at=_stamp(at))
            )
            if changed.rowcount:
                last = select(func.coalesce(func.max(_turns.c.number), 0)).where(_turns.c.thread == answer.thread)
                number = connection.execute(last).scalar_one() + 1
                connection.execute(insert(_turns).values(thread=answer.thread, number=number, **row))

    def questions(self, thread: str) -> list[str]:
        """What was asked in a conversation and answered, oldest first."""
        query = select(_turns.c.document).where(_turns.c.thread == thread).order_by(_turns.c.number)
        with self._reading() as connection:
            return [str(document["question"]) for (document,) in connection.execute(query)]

    def listing(self, owner: str | None = None) -> list[Thread]:
        """Conversations that hold an answer, the latest first: an owner's, or all."""
        count = func.count(_turns.c.number)
        query = (
            select(_threads.c.id, _threads.c.title, _threads.c.updated_at, count)
            .join(_turns, _turns.c.thread == _threads.c.id)
            .group_by(_threads.c.id, _threads.c.title, _threads.c.updated_at)
            .order_by(_threads.c.updated_at.desc())
        )
        if owner is not None:
            query = query.where(_threads.c.owner == owner)
        with self._reading() as connection:
            return [Thread(*row) for row in connection.execute(query)]

    def turns(self, thread: str, owner: str | None = None) -> list[Turned]:
        """The questions and answers of a conversation, the oldest first.

        Raises:
            ThreadError: There is none of that id for the owner.
        """
        self._own(thread, owner)
        query = select(_turns).where(_turns.c.thread == thread).order_by(_turns.c.number)
        with self._reading() as connection:
            return [
                Turned(row.number, row.asked_at, row.stopped, from_document(row.document))
                for row in connection.execute(query)
            ]

    def kept(self, thread: str, number: int, owner: str | None = None) -> tuple[dict[str, Any], bytes]:
        """An answer's document and packed evidence, to be replayed.

        Raises:
            ThreadError: There is none.
        """
        self._own(thread, owner)
        query = select(_turns.c.document, _turns.c.evidence).where(_turns.c.thread == thread, _turns.c.number == number)
        with self._reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise ThreadError(f"The conversation has no answer {number}")
        return dict(row[0]), bytes(row[1])

    def evidence(self, thread: str) -> tuple[tuple[Fact, ...], tuple[Passage, ...]]:
        """What the last few answers of a conversation cited."""
        query = (
            select(_turns.c.evidence, _turns.c.document)
            .where(_turns.c.thread == thread)
            .order_by(_turns.c.number.desc())
            .limit(CITED_AGAIN)
        )
        facts: list[Fact] = []
        passages: list[Passage] = []
        with self._reading() as connection:
            for packed, _ in connection.execute(query):
                more, told, _ = unpack_evidence(packed)
                facts += more
                passages += told
        return tuple(facts), tuple(passages)

    def rename(self, thread: str, title: str, owner: str | None = None) -> None:
        """Gives a conversation another title.

        Raises:
            ThreadError: There is none for the owner, or the title is empty.
        """
        self._own(thread, owner)
        title = " ".join(storable(title).split())[:TITLE]
        if not title:
            raise ThreadError("The title is empty; the old one is kept")
        with self._changing() as connection:
            connection.execute(update(_threads).where(_threads.c.id == thread).values(title=title))

    def delete(self, thread: str, owner: str | None = None) -> None:
        """Forgets a conversation and all that was kept of it.

        Raises:
            ThreadError: There is none for the owner.
        """
        self._own(thread, owner)
        with self._changing() as connection:
            connection.execute(delete(_turns).where(_turns.c.thread == thread))
            connection.execute(delete(_threads).where(_threads.c.id == thread))

    def title(self, thread: str, owner: str | None = None) -> str:
        """A conversation's title.

        Raises:
            ThreadError: There is none for the owner.
        """
        return self._own(thread, owner)

    def _own(self, thread: str, owner: str | None) -> str:
        query = select(_threads.c.owner, _threads.c.title).where(_threads.c.id == thread)
        row = None
        if _is_id(thread):
            with self._reading() as connection:
                row = connection.execute(query).first()
        if row is None or (owner is not None and row[0] != owner):
            raise ThreadError("There is no such conversation; footnote threads list names those there are")
        return str(row[1])


def _is_id(thread: str) -> bool:
    """Whether a text can be an id of a conversation at all; callers may send anything."""
    return 0 < len(thread) <= LONGEST_ID and storable(thread) == thread


def _stamp(at: datetime) -> str:
    """An instant as text of one width, which sorts alike in every collation."""
    return at.isoformat(timespec="microseconds")


def _errors() -> AbstractContextManager[None]:
    return errors("The conversation could not be kept or read")
