"""Brings the tables of an earlier version up to date, once, whoever comes first.

The only module that imports Alembic. Tables that are missing are made by their stores (``corpus.tables``); a revision
in ``versions`` changes those that are there.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from corpus.tables import only_one

HEAD = "0001"  # the newest revision, so that a start that has nothing to do needn't load Alembic
FIRST = "0001"  # what a database from before there were revisions is taken for
_OLDEST = "bars"  # a table that every database has that was ever used


class TooNew(RuntimeError):
    """The database was changed by a later version than this; the message says what to do."""


def upgrade_tables(engine: Engine, scripts: Path = Path(__file__).parent, head: str = HEAD) -> None:
    """Runs the revisions that a database lacks, in one transaction; an empty one is only marked as up to date.

    Args:
        engine: The database.
        scripts: Folder whose ``versions`` holds the revisions.
        head: The newest of them.

    Raises:
        TooNew: It has a revision that isn't among these; nothing was changed.
        TablesBusy: Another process doesn't end.
    """
    with engine.connect() as connection:
        if _revision(connection) == head:
            return
    with only_one(engine) as connection:
        if (held := _revision(connection)) != head:
            _upgrade(connection, held, scripts, head)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, held: str | None, scripts: Path, head: str) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    folder = ScriptDirectory(str(scripts))
    known = {script.revision for script in folder.walk_revisions()}
    if held is not None and held not in known:
        raise TooNew(f"The database is of a later Footnote (revision {held}); nothing was changed. Update this one")
    steps = {"fn": lambda revision, _context: folder._upgrade_revs(head, revision)}
    context = MigrationContext.configure(connection, opts=steps)
    if held is None:
        used = inspect(connection).has_table(_OLDEST)
        context.stamp(folder, FIRST if used else head)
    with Operations.context(context):
        context.run_migrations()
