"""The tables of market data, and what every use of them shares: errors in one line, rows that don't collide."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Float, Index, Integer, String, Table, Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from corpus.tables import TablesBusy, create_missing, line_of
from tools.errors import StoreError

HINT = "What was stored is kept. Check the disk, and FOOTNOTE_HOME or FOOTNOTE_DATABASE_URL; then try again."
metadata = sa.MetaData()
# Sessions are ISO days and instants ISO UTC text of fixed width: sortable, readable, the same in every database.
bars = Table(
    "bars", metadata,
    sa.Column("symbol", String(32), primary_key=True),
    sa.Column("session", String(10), primary_key=True),
    sa.Column("retrieved_at", String(27), primary_key=True),
    *(sa.Column(name, Float) for name in ("open", "high", "low", "close", "volume")),
    sa.Column("settled", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
actions = Table(
    "actions", metadata,
    sa.Column("symbol", String(32), primary_key=True),
    sa.Column("session", String(10), primary_key=True),
    sa.Column("kind", String(8), primary_key=True),
    sa.Column("retrieved_at", String(27), primary_key=True),
    sa.Column("value", Float, nullable=False),
)  # fmt: skip
listings = Table(
    "listings", metadata,
    sa.Column("symbol", String(32), primary_key=True),
    sa.Column("retrieved_at", String(27), primary_key=True),
    sa.Column("name", String(120), nullable=False),
    sa.Column("currency", String(8), nullable=False),
    sa.Column("kind", String(16), nullable=False),
)  # fmt: skip
names = Table(
    "names", metadata,
    sa.Column("name", String(80), primary_key=True),  # as a person wrote it, in lower case
    sa.Column("at", String(27), primary_key=True),
    sa.Column("symbol", String(32), nullable=False),  # '' where the search knew none
    sa.Column("found", String(160), nullable=False),
    sa.Column("kind", String(16), nullable=False),
)  # fmt: skip
fetches = Table(
    "fetches", metadata,
    sa.Column("id", Integer, primary_key=True, autoincrement=True),
    sa.Column("symbol", String(32), nullable=False),
    sa.Column("at", String(27), nullable=False),
    sa.Column("outcome", String(16), nullable=False),
    sa.Column("message", Text, nullable=False),
    Index("fetches_by_symbol", "symbol", "at"),
)  # fmt: skip
observations = Table(
    "observations", metadata,
    sa.Column("series", String(32), primary_key=True),
    sa.Column("period", String(10), primary_key=True),
    sa.Column("known_from", String(10), primary_key=True),  # '' for the latest vintage: its releases aren't known
    sa.Column("retrieved_at", String(27), primary_key=True),
    sa.Column("value", Float, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
facts = Table(
    "facts", metadata,
    sa.Column("source", String(16), primary_key=True),
    sa.Column("as_of", String(10), primary_key=True),
    sa.Column("version", String(80), primary_key=True),
    sa.Column("payload", Text, nullable=False),
)  # fmt: skip


def create_tables(engine: Engine) -> None:
    """Create the tables that don't exist yet.

    Raises:
        StoreError: The database can't be read or written.
    """
    with errors():
        create_missing(metadata, engine)


@contextmanager
def errors(failed: str = "The store failed") -> Iterator[None]:
    """Turns any fault of the database into one line that begins with what failed.

    Raises:
        StoreError: The database failed; what was stored is kept.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(f"{failed}: {line_of(error)}", HINT) from error
    except TablesBusy as error:
        raise StoreError(f"{failed}: {error}", "") from error


def insert_rows(connection: Connection, table: Table, rows: list[tuple[Any, ...]], names: Sequence[str] = ()) -> None:
    """Insert rows; one whose key is there already (two processes that fetched at the same instant) is left out."""
    if not rows:
        return
    names = names or table.c.keys()
    dialect = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
    # PostgreSQL holds text to its column's length, and a source may name a thing at any length.
    longest = [None if table.c[n].primary_key else getattr(table.c[n].type, "length", None) for n in names]
    cut = [[v[:n] if n and isinstance(v, str) else v for v, n in zip(row, longest, strict=True)] for row in rows]
    statement = dialect.insert(table).on_conflict_do_nothing()
    connection.execute(statement, [dict(zip(names, row, strict=True)) for row in cut])
