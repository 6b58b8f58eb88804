"""The database opened while another process is in the middle of beginning it."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.database import open_database


@pytest.mark.parametrize("held", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE", "BEGIN; SELECT * FROM t"])
def test_a_database_that_another_holds_is_waited_for(tmp_path: Path, held: str) -> None:
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("CREATE TABLE t (n INTEGER)")
    for statement in held.split(";"):
        other.execute(statement).fetchall()
    ending = threading.Timer(0.5, lambda: other.execute("COMMIT"))
    ending.start()
    engine, _ = open_database(f"sqlite:///{path}", datetime(2026, 1, 22, tzinfo=UTC))
    ending.join()
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    engine.dispose()
    other.close()
