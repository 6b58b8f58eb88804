"""The key that signs visitors' cookies: one for all copies, so that a visitor is the same to each of them."""

import hashlib
import secrets
from pathlib import Path

from sqlalchemy import Column, Engine, LargeBinary, MetaData, String, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from corpus.tables import create_missing
from tools.data.tables import errors

BYTES = 32
_VISITORS = "visitors"
_metadata = MetaData()
_keys = Table(
    "keys",
    _metadata,
    Column("name", String(40), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)


def visitors_key(engine: Engine, secret: str, home: Path) -> bytes:
    """The key, made once for a database.

    Args:
        engine: Where it is kept.
        secret: ``FOOTNOTE_SECRET``, from which it is made then; empty for none.
        home: Where an earlier version kept it in a file of its own, which is taken over: its cookies stay good.

    Returns:
        32 bytes.

    Raises:
        StoreError: The database can't be read or written.
    """
    if secret:
        return hashlib.sha256(b"footnote visitors\x00" + secret.encode("utf-8", "surrogateescape")).digest()
    with errors("The visitors' key could not be kept or read"):
        create_missing(_metadata, engine)
        query = select(_keys.c.value).where(_keys.c.name == _VISITORS)
        with engine.begin() as connection:
            kept = connection.execute(query).scalar()
            if kept is None:
                made = {"sqlite": sqlite, "postgresql": postgresql}[engine.dialect.name].insert(_keys)
                fresh = {"name": _VISITORS, "value": _of_file(home) or secrets.token_bytes(BYTES)}
                connection.execute(made.values(fresh).on_conflict_do_nothing())  # another copy may have been faster
        with engine.connect() as connection:
            return bytes(connection.execute(query).scalar_one())


def _of_file(home: Path) -> bytes | None:
    try:
        held = (home / "visitor-secret").read_bytes()
    except OSError:
        return None
    return held if len(held) == BYTES else None  # cut short by a crash: its cookies are worth nothing
