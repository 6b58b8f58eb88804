"""A PostgreSQL for all tests of this folder, a database of its own for each that asks."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from assistant.database import open_database
from assistant.program import Program
from assistant.settings import read_settings
from tests.postgres.server import Postgres, programs, running

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running server; skips, saying so, where PostgreSQL isn't installed."""
    pytest.importorskip("psycopg", reason="needs the extra footnote[postgres]")
    if programs() is None:
        pytest.skip("needs PostgreSQL, which is not installed here")
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def furnished(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database whose library is read already, to make others from: reading it takes a while."""
    url = postgres.database("furnished")
    program = Program(
        read_settings({"FOOTNOTE_HOME": str(tmp_path_factory.mktemp("reading")), "FOOTNOTE_DATABASE_URL": url})
    )
    program.holdings.settle()
    program.close()
    return "furnished"


@pytest.fixture
def url(postgres: Postgres) -> str:
    """The URL of an empty database."""
    return postgres.database()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on an empty database, as the program opens one."""
    opened, _ = open_database(url, NOW)
    yield opened
    opened.dispose()
