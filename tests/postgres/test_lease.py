"""One writer at a time, by the database's clock; who loses the right stops and keeps nothing."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine

from assistant.commentary import lease as lease_module
from assistant.commentary.daily import write_commentary
from assistant.commentary.lease import LeaseLost, Leases, tried_lease, waiting_lease
from assistant.commentary.store import CommentaryStore
from assistant.database import open_database
from assistant.program import Program
from assistant.settings import read_settings
from tests.postgres.conftest import NOW
from tests.postgres.server import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty database of each kind."""
    on_server = request.param == "postgresql"
    url = request.getfixturevalue("postgres").database() if on_server else f"sqlite:///{tmp_path / 'x.db'}"
    opened, _ = open_database(url, NOW)
    yield opened
    opened.dispose()


def test_a_lease_is_one_holder_s_until_it_runs_out(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)  # a copy whose clock is wrong by half a century
    leases = Leases(engine)
    assert leases.take("x", "a", 0.6)
    assert leases.take("x", "a", 0.6)
    assert not leases.take("x", "b", 0.6)
    assert not leases.renew("x", "b")
    time.sleep(0.8)
    assert leases.take("x", "b", 30)
    assert not leases.renew("x", "a"), "what was taken over isn't held any more"
    leases.release("x", "a")
    assert not leases.take("x", "a", 30), "nor can it be given back"
    assert leases.take("x", "a", 30, is_gone=lambda holder: holder == "b")


def test_of_many_who_ask_at_once_one_gets_it(engine: Engine) -> None:
    leases, together = Leases(engine), threading.Barrier(8)

    def ask(holder: str) -> bool:
        together.wait()
        return leases.take("x", holder)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(ask, "abcdefgh")) == [False] * 7 + [True]


def test_a_refused_renewal_stops_who_held_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease_module, "RENEWED", 0.1)
    leases, stop = Leases(engine), threading.Event()
    with waiting_lease(leases, "x", lambda: None, stop) as mine:
        assert mine.found is None
        mine.check()
        assert leases.take("x", "another", is_gone=lambda _: True)
        assert stop.wait(5)
        assert mine.is_lost
        with pytest.raises(LeaseLost):
            mine.check()
    assert not leases.take("x", "a third"), "the other's is not given back by who lost it"


def test_what_others_wait_for_is_handed_to_them(engine: Engine) -> None:
    leases, done = Leases(engine), []
    with waiting_lease(leases, "x", lambda: None) as mine, ThreadPoolExecutor(1) as pool:
        assert mine.found is None

        def wait() -> object:
            with waiting_lease(leases, "x", lambda: done[0] if done else None) as theirs:
                return theirs.found

        waiting = pool.submit(wait)
        time.sleep(0.3)
        done.append("the text")
        assert waiting.result(10) == "the text"
    with tried_lease(leases, "x") as first, tried_lease(leases, "x") as second:
        assert (first, second) == (True, False)


def test_a_commentary_whose_lease_is_lost_is_not_kept(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
    given = {"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_DATA": "sample", "FOOTNOTE_DATABASE_URL": postgres.database()}
    program = Program(read_settings(given))
    evidence, leases = program.evidence(), Leases(program.engine)
    writing = write_commentary(program, evidence, "builtin")
    next(writing)
    with program.engine.connect() as connection:
        (name,) = connection.exec_driver_sql("SELECT name FROM leases").scalars()
    assert leases.take(name, "another", is_gone=lambda _: True)
    with pytest.raises(LeaseLost):
        list(writing)
    assert CommentaryStore(program.engine).rows() == []
    leases.release(name, "another")
    document = list(write_commentary(program, evidence, "builtin"))[-1]
    assert CommentaryStore(program.engine).rows()[0]["id"] == document.id  # type: ignore[union-attr]
    program.close()
