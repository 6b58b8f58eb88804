"""Tables are made once, whoever comes first."""

import threading
from pathlib import Path

from sqlalchemy import Column, Index, Integer, MetaData, Table, create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from corpus.tables import create_missing


def test_twenty_at_once_on_an_empty_database_all_succeed(tmp_path: Path) -> None:
    metadata = MetaData()
    for i in range(8):
        Index(f"by_n{i}", Table(f"t{i}", metadata, Column("id", Integer, primary_key=True), Column("n", Integer)).c.n)
    failed: list[Exception] = []
    together = threading.Barrier(20)

    def begin() -> None:
        engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}", connect_args={"timeout": 20})
        together.wait()
        try:
            create_missing(metadata, engine)
        except SQLAlchemyError as error:
            failed.append(error)
        engine.dispose()

    threads = [threading.Thread(target=begin) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    assert len(inspect(engine).get_table_names()) == 8
    assert inspect(engine).get_indexes("t3")
    engine.dispose()
