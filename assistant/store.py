"""Commentaries, kept append-only in the one database."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Engine, MetaData, String, Table, insert, select
from sqlalchemy.exc import IntegrityError

_metadata = MetaData()
_commentaries = Table(
    "commentaries",
    _metadata,
    Column("id", String, primary_key=True),
    Column("as_of", String, nullable=False, index=True),
    Column("data", String, nullable=False),
    Column("model", String, nullable=False),
    Column("written_at", String, nullable=False),
    Column("document", JSON, nullable=False),
)


class CommentaryStore:
    """Commentaries by id; what was written is never changed.

    Args:
        engine: The database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        _metadata.create_all(engine)

    def get(self, commentary_id: str) -> dict[str, Any] | None:
        """The document of an id, or None."""
        with self._engine.connect() as connection:
            row = connection.execute(
                select(_commentaries.c.document).where(_commentaries.c.id == commentary_id)
            ).first()
        return dict(row[0]) if row else None

    def before(self, as_of: str, data: str) -> dict[str, Any] | None:
        """The latest commentary of an earlier session from the same source of bars, or None."""
        query = (
            select(_commentaries.c.document)
            .where(_commentaries.c.as_of < as_of, _commentaries.c.data == data)
            .order_by(_commentaries.c.as_of.desc(), _commentaries.c.written_at.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return dict(row[0]) if row else None

    def latest(self) -> dict[str, Any] | None:
        """The commentary of the latest session, or None."""
        query = (
            select(_commentaries.c.document)
            .order_by(_commentaries.c.as_of.desc(), _commentaries.c.written_at.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return dict(row[0]) if row else None

    def add(self, document: dict[str, Any], written_at: datetime) -> None:
        """Keeps a commentary; one that is there already, written by another process, stays as it is."""
        row = {k: document[k] for k in ("id", "as_of", "data", "model")}
        try:
            with self._engine.begin() as connection:
                connection.execute(
                    insert(_commentaries).values(**row, written_at=written_at.isoformat(), document=document)
                )
        except IntegrityError:
            return
