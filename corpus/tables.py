"""Tables made where they are missing, by several processes at once if it comes to that."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, MetaData, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

_LOCK = 0x666F6F746E6F7465  # the advisory lock's number: "footnote"
_WRITING = threading.Lock()  # SQLite lets one write, and whom next is chance: threads of a process queue here
_PATIENCE, _PAUSE = 60.0, 0.05  # seconds: in all, and between two tries


class TablesBusy(RuntimeError):
    """Another process has been making or changing tables for a minute; the message says what to do."""


def create_missing(metadata: MetaData, engine: Engine) -> None:
    """Creates the tables that don't exist yet, with their indexes.

    SQLAlchemy's own ``create_all`` looks first and creates then: of two processes that begin on an empty database, the
    second fails. PostgreSQL's ``IF NOT EXISTS`` fails the same way, so one process at a time is let in.

    Args:
        metadata: The tables.
        engine: The database.

    Raises:
        TablesBusy: Another process doesn't end.
    """
    with engine.connect() as connection:
        if {t.name for t in metadata.sorted_tables} <= set(inspect(connection).get_table_names()):
            return
    with only_one(engine) as connection:
        there = set(inspect(connection).get_table_names())
        for table in metadata.sorted_tables:
            if table.name in there:
                continue
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))


@contextmanager
def only_one(engine: Engine) -> Iterator[Connection]:
    """A transaction in which this process alone makes or changes tables; all or nothing of it is kept.

    Raises:
        TablesBusy: Another process doesn't end.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as held:
        # Tried again and again, not waited for: who waits holds a snapshot, and whoever builds an index waits for that.
        until = time.monotonic() + _PATIENCE
        while not held.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": _LOCK}).scalar_one():
            if time.monotonic() > until:
                raise TablesBusy(
                    "Another process has been changing the database's tables for a minute; stop it, or wait"
                )
            time.sleep(_PAUSE)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            held.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": _LOCK})


@contextmanager
def taking_turns(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction in which one process at a time reads and then writes what a name stands for.

    What is read in it is what the one before left.
    """
    if engine.dialect.name == "sqlite":
        with _WRITING, engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
        return
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})
        yield connection


def line_of(error: SQLAlchemyError) -> str:
    """What a database said was wrong, in one line, without the statement and what was in it."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return said.splitlines()[0].rstrip(".")[:200]
