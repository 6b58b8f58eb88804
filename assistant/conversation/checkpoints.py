"""What a conversation is remembered by from turn to turn: LangGraph's checkpoints, in the one database.

The only module that imports its savers.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.database import BUSY_MILLISECONDS, keep_private
from corpus.tables import only_one
from tools.data.tables import HINT, errors
from tools.errors import StoreError

if TYPE_CHECKING:
    from langgraph.checkpoint.base import BaseCheckpointSaver
    from sqlalchemy import Engine

_FAILED = "The conversation could not be kept or read"
_DRIVERS = ("psycopg", "psycopg_pool")
POOLED = 4  # connections of a copy; a saver uses one at a time
PATIENCE = 10.0  # seconds to wait for one


class Checkpoints(NamedTuple):
    """An open saver.

    Attributes:
        saver: What the agent keeps its threads with.
        close: Lets go of its connections.
    """

    saver: "BaseCheckpointSaver[Any]"
    close: Callable[[], None]


def open_checkpoints(engine: "Engine") -> Checkpoints:
    """Opens the saver of a database, with its tables.

    Args:
        engine: SQLite or PostgreSQL.

    Raises:
        SettingError: A SQLite file can't be made.
        StoreError: The database can't be read or written.
    """
    with checkpoint_errors():
        return _in_file(engine.url.database or ":memory:") if engine.dialect.name == "sqlite" else _on_server(engine)


@contextmanager
def checkpoint_errors() -> Iterator[None]:
    """Turns a fault of the database, which savers raise as their drivers do, into one line.

    Raises:
        StoreError: The database failed; what was stored is kept.
    """
    try:
        with errors(_FAILED):
            yield
    except Exception as error:
        # PostgreSQL's driver may not be installed, so its errors are known by where they are defined.
        if not isinstance(error, sqlite3.Error) and type(error).__module__.partition(".")[0] not in _DRIVERS:
            raise
        said = str(error).strip().partition("\n")[0].rstrip(".")[:200] or type(error).__name__
        raise StoreError(f"{_FAILED}: {said}", HINT) from error


def _in_file(path: str) -> Checkpoints:
    from langgraph.checkpoint.sqlite import SqliteSaver

    if path != ":memory:":
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_private(Path(path))
    connection = sqlite3.connect(path, check_same_thread=False, timeout=BUSY_MILLISECONDS / 1000)
    saver = SqliteSaver(connection)
    saver.setup()
    return Checkpoints(saver, connection.close)


def _on_server(engine: "Engine") -> Checkpoints:
    from langgraph.checkpoint.postgres import PostgresSaver
    from psycopg.rows import dict_row
    from psycopg_pool import ConnectionPool

    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    how = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row, "application_name": "footnote"}
    pool: ConnectionPool[Any] = ConnectionPool(
        url, kwargs=how, min_size=1, max_size=POOLED, timeout=PATIENCE, check=ConnectionPool.check_connection, open=True
    )
    saver = PostgresSaver(pool)
    try:
        with only_one(engine):
            saver.setup()
    except BaseException:
        pool.close()
        raise
    return Checkpoints(saver, pool.close)
