"""The one database: opened, checked, and set aside where it is broken."""

import contextlib
import os
import sqlite3
import stat
import time
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.migrations.upgrade import TooNew, upgrade_tables
from assistant.settings import SettingError
from corpus.tables import TablesBusy, line_of

BUSY_MILLISECONDS = 10_000
POOLED = 10  # connections to PostgreSQL kept by a copy, and as many more when it is busy
_ARGUMENTS = {"connect_timeout": 10, "application_name": "footnote"}
_SHAPES = "it takes sqlite:////path/to/footnote.db or postgresql://user:password@host/database"
PRIVATE = 0o600


def open_database(url: str, now: datetime) -> tuple[Engine, list[str]]:
    """An engine on the database of a URL, and notices of what had to be done to open it.

    A SQLite file that isn't a whole database is renamed beside itself, so that nothing is lost, and a new
    one is begun: everything in it but threads and commentaries can be fetched again. Tables of an earlier version are
    brought up to date.

    Raises:
        SettingError: The URL can't be used, its folder can't be written, its server isn't there, or its tables are of
            a later version.
    """
    parsed = _read(url)
    notices = []
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        notices = _set_aside_if_broken(Path(parsed.database), now)
        keep_private(Path(parsed.database))
    engine = _engine(parsed)
    try:
        upgrade_tables(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        place = parsed.render_as_string(hide_password=True)
        raise SettingError(f"The database {place} can't be used: {line_of(error)}; {_TO_DO}") from None
    except (TablesBusy, TooNew) as error:
        engine.dispose()
        raise SettingError(str(error)) from None
    return engine, notices


_TO_DO = "start its server, or correct FOOTNOTE_DATABASE_URL"


def _read(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # not the URL itself: it may hold a password
        raise SettingError(f"FOOTNOTE_DATABASE_URL can't be read; {_SHAPES}") from None
    kind, _, driver = parsed.drivername.partition("+")
    if kind in ("postgresql", "postgres") and driver in ("", "psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if kind != "sqlite" or driver not in ("", "pysqlite"):
        raise SettingError(f"FOOTNOTE_DATABASE_URL begins with {parsed.drivername}; {_SHAPES}")
    return parsed


def _engine(parsed: URL) -> Engine:
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed)
        event.listen(engine, "connect", _pragmas)
        return engine
    try:
        return create_engine(parsed, pool_pre_ping=True, pool_size=POOLED, max_overflow=POOLED, connect_args=_ARGUMENTS)
    except ModuleNotFoundError:
        raise SettingError(
            "FOOTNOTE_DATABASE_URL names PostgreSQL, whose driver is not installed; pip install 'footnote[postgres]'"
        ) from None


def keep_private(path: Path) -> None:
    """Makes a database file, where there is none, that this user alone may read; SQLite's files beside it follow.

    Raises:
        SettingError: It can't be made.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    except OSError as error:
        raise SettingError(f"The database {path} can't be opened: {error.strerror}") from None
    for part in (path, *(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):  # another's file, or none
            if stat.S_IMODE(part.stat().st_mode) & 0o077:
                part.chmod(PRIVATE)


def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turns the write-ahead log on. Two that open a new database at once are not made to wait by SQLite: one fails."""
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _set_aside_if_broken(path: Path, now: datetime) -> list[str]:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"The folder {path.parent} can't be made: {error.strerror}; set FOOTNOTE_HOME to one that can"
        ) from None
    if not path.exists() or _is_whole(path):
        return []
    aside = path.with_name(f"{path.name}.broken-{now:%Y%m%dT%H%M%S}")
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return [f"The database could not be read; it was set aside as {aside.name} and a new one begun."]


def _is_whole(path: Path) -> bool:
    try:
        connection = sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000)
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        finally:
            connection.close()
    except sqlite3.OperationalError as error:  # locked or unreadable is not broken
        if "locked" in str(error) or "unable to open" in str(error):
            raise SettingError(f"The database {path} can't be opened: {error}") from None
        return False
    except sqlite3.DatabaseError:
        return False
