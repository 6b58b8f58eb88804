"""Earlier versions of documents, kept so that what was cited of them can still be opened."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Engine, MetaData, String, Table, Text, delete, insert, select

from corpus.document import Document

METADATA = MetaData()
_versions = Table(
    "document_versions",
    METADATA,
    Column("owner", String(64), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("version", String(12), primary_key=True),
    Column("replaced_at", String(40), nullable=False),
    Column("source", Text, nullable=False),
    Column("front_matter", JSON, nullable=False),
    Column("text", Text, nullable=False),
)


def front_matter(document: Document) -> dict[str, Any]:
    """All of a document but its id and text, in the form in which it is kept."""
    fields = json.loads(document.model_dump_json(exclude={"id", "text"}, exclude_defaults=True))
    return {"trust": document.trust, **fields}


def put_by(connection: Connection, document: Document, owner: str, source: str, now: datetime) -> None:
    """Keeps a document that another text takes the place of; a text put by before is held once."""
    row = {"owner": owner, "id": document.id, "version": document.version}
    connection.execute(delete(_versions).filter_by(**row))
    connection.execute(
        insert(_versions).values(
            **row, replaced_at=now.isoformat(), source=source, front_matter=front_matter(document), text=document.text
        )
    )


def drop(connection: Connection, document_id: str, owner: str) -> None:
    """Forgets all earlier versions of a document."""
    connection.execute(delete(_versions).where(_versions.c.owner == owner, _versions.c.id == document_id))


def earlier(engine: Engine, document_id: str, owners: set[str], version: str) -> Document | None:
    """An earlier version of a document, or None where it isn't held."""
    query = select(_versions.c.front_matter, _versions.c.text).where(
        _versions.c.owner.in_(owners), _versions.c.id == document_id, _versions.c.version == version
    )
    with engine.connect() as connection:
        row = connection.execute(query.order_by(_versions.c.owner.desc())).first()
    return Document.model_validate({**row.front_matter, "id": document_id, "text": row.text}) if row else None
