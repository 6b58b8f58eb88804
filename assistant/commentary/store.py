"""Commentaries and the facts they state, kept append-only in the one database; and errata on them.

The only module that reads and writes them. A commentary and its facts go in together or
not at all, so that a process killed at any point leaves the store whole.
"""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Engine, MetaData, String, Table, Text, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from corpus.tables import create_missing
from tools.data.tables import errors
from tools.fact import Fact

_metadata = MetaData()
_facts = Table(
    "commentary_facts",
    _metadata,
    Column("id", String(32), primary_key=True),
    Column("as_of", String(10), nullable=False, index=True),
    Column("key", String(120), nullable=False),
    Column("payload", Text, nullable=False),
)
_commentaries = Table(
    "daily_commentaries",
    _metadata,
    Column("id", String(32), primary_key=True),
    Column("as_of", String(10), nullable=False, index=True),
    Column("data", String(16), nullable=False),
    Column("model", String(120), nullable=False),
    Column("written_at", String(40), nullable=False),
    Column("text", Text, nullable=False),  # the prose, to be looked through
    Column("fact_ids", JSON, nullable=False),
    Column("document", JSON, nullable=False),
)
_errata = Table(
    "commentary_errata",
    _metadata,
    Column("commentary", String(32), primary_key=True),
    Column("was", String(32), primary_key=True),
    Column("now", String(32), primary_key=True),
    Column("found_at", String(40), nullable=False),
    Column("document", JSON, nullable=False),
)
_checked = Table(
    "commentary_checks",
    _metadata,
    Column("commentary", String(32), primary_key=True),
    Column("version", String(64), primary_key=True),
)


class CommentaryStore:
    """Commentaries by id; what was written is never changed.

    Args:
        engine: The database.

    Raises:
        StoreError: The database can't be read or written; nothing stored is lost.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with _errors():
            create_missing(_metadata, engine)

    def get(self, commentary_id: str) -> dict[str, Any] | None:
        """The document of an id with its facts and errata, or None."""
        return self._one(select(_commentaries).where(_commentaries.c.id == commentary_id))

    def before(self, as_of: str, data: str, not_before: str = "") -> dict[str, Any] | None:
        """The latest commentary of an earlier session from the same source of bars, or None."""
        c = _commentaries.c
        query = select(_commentaries).where(c.as_of < as_of, c.as_of >= not_before, c.data == data)
        return self._one(query.order_by(c.as_of.desc(), c.written_at.desc()))

    def latest(
        self, data: str | None = None, as_of: str | None = None, model: str | None = None, language: str = "en"
    ) -> dict[str, Any] | None:
        """The last written commentary of the latest session, or of one, by one model or any, in a language; or None."""
        c = _commentaries.c
        query = select(_commentaries)
        query = query.where(c.data == data) if data else query
        query = query.where(c.as_of == as_of) if as_of else query
        query = query.where(c.model == model) if model else query
        query = query.where(_is_in(language))
        return self._one(query.order_by(c.as_of.desc(), c.written_at.desc()))

    def rows(self, data: str | None = None, language: str | None = None) -> list[dict[str, Any]]:
        """What is stored, the latest session first, in one language or any: id, as_of, data, model, when, prose."""
        c = _commentaries.c
        query = select(c.id, c.as_of, c.data, c.model, c.written_at, c.text)
        query = query.where(c.data == data) if data else query
        query = query.where(_is_in(language)) if language else query
        with _errors(), self._engine.connect() as connection:
            found = connection.execute(query.order_by(c.as_of.desc(), c.written_at.desc())).mappings().all()
        return [dict(row) for row in found]

    def dates(self, data: str, model: str | None = None, language: str = "en") -> set[str]:
        """The sessions that have a commentary on bars of a source, by one model or by any, in a language."""
        c = _commentaries.c
        query = select(c.as_of).where(c.data == data, _is_in(language))
        with _errors(), self._engine.connect() as connection:
            return set(connection.execute(query.where(c.model == model) if model else query).scalars())

    def add(self, document: dict[str, Any], facts: Sequence[Fact], written_at: datetime) -> None:
        """Keeps a commentary with its facts, all or nothing; one that is there already stays as it is."""
        row = {k: document[k] for k in ("id", "as_of", "data", "model")}
        row["text"] = "\n".join(t["text"] for s in document["sections"] for t in s["sentences"])
        row |= {"written_at": _stamp(written_at), "fact_ids": [f.id for f in facts], "document": document}
        payloads = [
            {"id": f.id, "as_of": f.as_of.isoformat(), "key": f.key, "payload": f.model_dump_json()} for f in facts
        ]
        with _errors(), self._engine.begin() as connection:
            connection.execute(_ignoring(connection.dialect.name, _facts), payloads)
            connection.execute(_ignoring(connection.dialect.name, _commentaries), [row])

    def add_errata(self, commentary_id: str, version: str, found: Sequence[dict[str, Any]], at: datetime) -> None:
        """Keeps what was found wrong in a commentary, and against which bars it was looked at."""
        rows = [
            {"commentary": commentary_id, "was": e["was"]["id"], "now": e["now"]["id"], "found_at": _stamp(at),
             "document": e} for e in found
        ]  # fmt: skip
        with _errors(), self._engine.begin() as connection:
            if rows:
                connection.execute(_ignoring(connection.dialect.name, _errata), rows)
            check = {"commentary": commentary_id, "version": version}
            connection.execute(_ignoring(connection.dialect.name, _checked), [check])

    def is_checked(self, commentary_id: str, version: str) -> bool:
        """Whether a commentary was looked at against these bars."""
        c = _checked.c
        with _errors(), self._engine.connect() as connection:
            query = select(c.version).where(c.commentary == commentary_id, c.version == version)
            return connection.execute(query).first() is not None

    def _one(self, query: Any) -> dict[str, Any] | None:
        with _errors(), self._engine.connect() as connection:
            row = connection.execute(query.limit(1)).mappings().first()
            if row is None:
                return None
            ids = list(row["fact_ids"])
            held: dict[str, Any] = {}
            for start in range(0, len(ids), 500):
                some = select(_facts.c.id, _facts.c.payload).where(_facts.c.id.in_(ids[start : start + 500]))
                held |= {i: json.loads(payload) for i, payload in connection.execute(some)}
            wrong = connection.execute(
                select(_errata.c.document, _errata.c.found_at)
                .where(_errata.c.commentary == row["id"])
                .order_by(_errata.c.found_at)
            ).all()
        return {
            **row["document"],
            "facts": [{"kind": "fact", **held[i]} for i in ids if i in held],
            "errata": sorted(({**document, "found_at": at} for document, at in wrong), key=lambda e: e["n"]),
            "written_at": row["written_at"],
        }


def _is_in(language: str) -> Any:
    """Commentaries in a language; those kept before there were two are English."""
    kept = _commentaries.c.document["language"].as_string()
    return or_(kept.is_(None), kept == language) if language == "en" else kept == language


def _stamp(at: datetime) -> str:
    """An instant as text of one width, which sorts alike in every collation."""
    return at.isoformat(timespec="microseconds")


def fact_of(row: dict[str, Any]) -> Fact:
    """A fact from its JSON."""
    return Fact.model_validate({k: v for k, v in row.items() if k not in ("id", "display", "kind", "n")})


def _ignoring(dialect: str, table: Table) -> Any:
    """An insert that leaves a row that is there as it is."""
    return {"sqlite": sqlite, "postgresql": postgresql}[dialect].insert(table).on_conflict_do_nothing()


def _errors() -> AbstractContextManager[None]:
    return errors("The commentary could not be kept or read")
