"""A database of an earlier version opens as one of this, with all that was in it; one of a later version isn't touched."""

import re
import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from assistant.database import open_database
from assistant.migrations import upgrade
from assistant.migrations.upgrade import HEAD, upgrade_tables
from assistant.program import Program
from assistant.settings import SettingError, read_settings
from tools.data.sessions import now

KEPT = Path(__file__).parent / "footnote-0.2.0.sql"
COLUMN = '''"""Adds a column."""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade() -> None:
    op.add_column("bars", sa.Column("remark", sa.String(20)))
'''


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A home whose database version 0.2.0 made."""
    connection = sqlite3.connect(tmp_path / "footnote.db")
    connection.executescript(KEPT.read_text(encoding="utf-8"))
    connection.close()
    (tmp_path / "visitor-secret").write_bytes(b"o" * 32)
    return tmp_path


def _revision(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def test_all_that_0_2_0_kept_is_there_and_goes_on(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
    program = Program(read_settings({"FOOTNOTE_HOME": str(old), "FOOTNOTE_DATA": "sample"}))
    assert _revision(program.engine) == HEAD
    assert program.store.last_settled(["^QUO"], now()) == {"^QUO": date(2026, 1, 21)}
    assert program.store.listings(["^QUO"], now()) == {}, "a table that 0.2.0 didn't have"
    assert "on-quokkas" in {h.document.id for h in program.holdings.store.held("visitor")}
    assert "on-quokkas" not in {h.document.id for h in program.holdings.store.held()}
    assert [t.answer.question for t in program.threads.turns("visitor-old", "visitor")] == ["How is the quokka index?"]
    assert program.visitors_key() == b"o" * 32
    asked = program.ask("Is it overbought?", evidence=program.evidence(), thread="visitor-old", owner="visitor")
    assert list(asked)
    assert len(program.threads.turns("visitor-old", "visitor")) == 2
    program.close()


def test_the_newest_revision_is_the_one_that_starts_are_held_against() -> None:
    found = [p.name for p in (Path(upgrade.__file__).parent / "versions").glob("r*.py")]
    assert max(found).startswith(f"r{HEAD}_")
    assert all(re.fullmatch(r"r\d{4}_\w+\.py", name) for name in found)


def _with_one_more(tmp_path: Path) -> Path:
    scripts = tmp_path / "scripts"
    shutil.copytree(Path(upgrade.__file__).parent / "versions", scripts / "versions")
    (scripts / "versions" / "r0002_a_column.py").write_text(COLUMN, encoding="utf-8")
    return scripts


def test_a_revision_is_run_once_whoever_comes_first(old: Path, tmp_path: Path) -> None:
    scripts, together = _with_one_more(tmp_path), threading.Barrier(4)

    def start(_: int) -> None:
        engine = create_engine(f"sqlite:///{old / 'footnote.db'}", connect_args={"timeout": 20})
        together.wait()
        upgrade_tables(engine, scripts, "0002")
        engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))
    engine = create_engine(f"sqlite:///{old / 'footnote.db'}")
    assert _revision(engine) == "0002"
    assert [c["name"] for c in inspect(engine).get_columns("bars")].count("remark") == 1
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM bars")).scalar_one() == 2
    engine.dispose()


def test_a_revision_that_fails_changes_nothing(old: Path, tmp_path: Path) -> None:
    scripts = _with_one_more(tmp_path)
    broken = COLUMN + "    raise ZeroDivisionError\n"
    (scripts / "versions" / "r0002_a_column.py").write_text(broken, encoding="utf-8")
    engine = create_engine(f"sqlite:///{old / 'footnote.db'}")
    with pytest.raises(ZeroDivisionError):
        upgrade_tables(engine, scripts, "0002")
    assert "remark" not in [c["name"] for c in inspect(engine).get_columns("bars")]
    assert not inspect(engine).has_table("alembic_version")
    engine.dispose()


def test_a_database_of_a_later_version_is_refused_in_one_line(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    engine, _ = open_database(url, now())
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SettingError, match="later Footnote") as refused:
        open_database(url, now())
    assert "\n" not in str(refused.value)
