"""A store of nothing, for names that are to be read and not looked up."""

from datetime import UTC, datetime

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from tools.data.store import Store, create_tables
from tools.naming.resolve import resolve as resolve

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
_engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
create_tables(_engine)
EMPTY = Store(_engine)
