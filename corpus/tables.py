"""Tables made where they are missing, by several processes at once if it comes to that."""

from sqlalchemy import Engine, MetaData, inspect
from sqlalchemy.schema import CreateIndex, CreateTable


def create_missing(metadata: MetaData, engine: Engine) -> None:
    """Creates the tables that don't exist yet, with their indexes.

    SQLAlchemy's own ``create_all`` looks first and creates then: of two processes that begin on an empty database, the
    second fails.

    Args:
        metadata: The tables.
        engine: The database.
    """
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
    for table in metadata.sorted_tables:
        if table.name in there:
            continue
        with engine.begin() as connection:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
