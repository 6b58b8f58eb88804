"""What is kept on PostgreSQL is what is kept on SQLite, by several who begin, write and fail at once."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, insert, text

from assistant.commentary.lease import Leases
from assistant.commentary.store import CommentaryStore
from assistant.conversation.answer import Answer
from assistant.conversation.checkpoints import open_checkpoints
from assistant.conversation.threads import ThreadError, ThreadStore
from assistant.database import open_database
from assistant.keys import visitors_key
from assistant.page.serving.health import Health
from assistant.program import Program
from assistant.settings import SettingError, read_settings
from corpus.document import Document
from corpus.store import EVERYONE, DocumentStore, LibraryUnreadable, LibraryUnwritable
from tests.postgres.conftest import NOW
from tests.postgres.server import Postgres
from tools.data.store import Store, create_tables
from tools.data.tables import fetches
from tools.errors import StoreError
from tools.listings import Listing


def _frame(close: float) -> pd.DataFrame:
    days = pd.DatetimeIndex(["2026-01-20", "2026-01-21"])
    return pd.DataFrame({n: [close, close + 1] for n in ("open", "high", "low", "close", "volume")}, index=days)


def _document(name: str, body: str = "Small caps look cheap.", title: str = "A title") -> Document:
    return Document(id=name, text=body, author="Ann Author", published="2026-01-05", title=title, trust="user")


def _begin(url: str, together: threading.Barrier) -> None:
    """All tables, as a program makes them that begins; each over connections of its own, as processes have them."""
    together.wait()
    engine, _ = open_database(url, NOW)
    create_tables(engine)
    DocumentStore(engine)
    ThreadStore(engine)
    visitors_key(engine, "", Path("/nowhere"))
    CommentaryStore(engine)
    Leases(engine)
    open_checkpoints(engine).close()
    engine.dispose()


def test_four_that_begin_together_all_begin(postgres: Postgres) -> None:
    for _ in range(5):
        url, together = postgres.database(), threading.Barrier(4)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(_begin, [url] * 4, [together] * 4))


def test_bars_fetched_by_two_at_once_are_kept_once_and_are_no_revision(engine: Engine) -> None:
    create_tables(engine)
    settled, together = np.array([True, True]), threading.Barrier(2)

    def fetched(seconds: int) -> int:
        together.wait()
        at = NOW + timedelta(seconds=seconds)
        return Store(engine).save("^RUT", _frame(10.0), {}, {}, retrieved_at=at, settled=settled)

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(fetched, (0, 1)))
    assert sorted(counts) in ([0, 2], [2, 2])  # the earlier instant may come second, and doesn't see the later one's
    assert Store(engine).last_settled(["^RUT"], NOW + timedelta(minutes=1)) == {"^RUT": date(2026, 1, 21)}


def test_a_fetch_committed_late_still_changes_the_stamp(engine: Engine) -> None:
    """The one with the lower number is committed last: the greatest number stays what it was."""
    create_tables(engine)
    store, row = Store(engine), {"at": "2026-01-22T21:00:00.000000Z", "outcome": "ok", "message": ""}
    with engine.connect() as late, engine.connect() as soon:
        late.execute(insert(fetches).values(symbol="^RUT", **row))
        soon.execute(insert(fetches).values(symbol="^GSPC", **row))
        soon.commit()
        before = store.stamp(NOW)
        late.commit()
    assert store.stamp(NOW) != before


def test_a_name_longer_than_its_column_is_cut(engine: Engine) -> None:
    create_tables(engine)
    store, long = Store(engine), "A very long name of a fund " * 10
    listing = Listing("XYZ", long, "USD", "EQUITY")
    store.save("XYZ", _frame(1.0), {}, {}, retrieved_at=NOW, settled=np.array([True, True]), listing=listing)
    assert store.listings(["XYZ"], NOW)["XYZ"].name == long[:120]


def test_documents_are_ordered_alike_whatever_the_collation(engine: Engine) -> None:
    store, names = DocumentStore(engine), ["a-z", "aa", "a-b", "ab", "b"]
    for number, name in enumerate(names):
        store.put(_document(name, f"Text {number}."), owner=EVERYONE, by=EVERYONE, source=name, now=NOW)
    assert [h.document.id for h in store.held()] == sorted(names)


def test_every_change_of_the_library_is_seen_by_another_copy(engine: Engine, url: str) -> None:
    other, _ = open_database(url, NOW)
    mine, theirs = DocumentStore(engine), DocumentStore(other)
    seen = theirs.revision

    def put(number: int) -> None:
        name = f"doc-{number}"
        mine.put(_document(name, f"Text {number}."), owner=EVERYONE, by=EVERYONE, source=name, now=NOW)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(20)))
    assert theirs.revision == seen + 20
    assert len(theirs.held()) == 20
    other.dispose()


def test_what_no_database_takes_is_kept_out(engine: Engine) -> None:
    threads = ThreadStore(engine)
    threads.open("v-1", "v", "How is\x00 the \ud800Russell?", NOW)
    threads.keep(Answer("q", "2026-01-22", "sample", "builtin", "v-1", prompt_version=1), NOW)
    assert threads.listing("v")[0].title == "How is the \ufffdRussell?"
    threads.rename("v-1", "New\x00 title\udfff", "v")
    assert threads.title("v-1", "v") == "New title\ufffd"
    for name in ("v-\x001", "v-\ud800", "", "v" * 300):
        with pytest.raises(ThreadError):
            threads.open(name, "v", "How?", NOW)
        with pytest.raises(ThreadError):
            threads.turns(name, "v")
    store = DocumentStore(engine)
    document = _document("nul", "Cheap\x00 and \ud83d\ude00 \ud800.", "A\x00 title")
    store.put(document, owner="v", by="v", source="a\x00.md", now=NOW)
    assert [(h.document.text, h.document.title, h.source) for h in store.held("v")] == [
        ("Cheap and \U0001f600 \ufffd.", "A title", "a.md")
    ]


def test_two_who_begin_one_conversation_both_may(engine: Engine) -> None:
    threads, together = ThreadStore(engine), threading.Barrier(8)

    def begin(_: int) -> None:
        together.wait()
        threads.open("v-1", "v", "How is the Russell?", NOW)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(begin, range(8)))
    with pytest.raises(ThreadError):
        threads.open("v-1", "w", "Mine?", NOW)


def test_the_visitors_key_is_one_for_all_who_begin_at_once(engine: Engine, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda n: visitors_key(engine, "", tmp_path / str(n)), range(8)))
    assert len(set(keys)) == 1


def test_a_database_that_goes_away_is_one_line_everywhere(postgres: Postgres) -> None:
    name = "goes_away"
    engine, _ = open_database(postgres.database(name), NOW)
    create_tables(engine)
    library, threads = DocumentStore(engine), ThreadStore(engine)
    administrator, _ = open_database(postgres.database(), NOW)
    with administrator.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    for use, kind in (
        (lambda: Store(engine).stamp(NOW), StoreError),
        (lambda: threads.listing(), StoreError),
        (lambda: threads.open("t", "o", "q", NOW), StoreError),
        (lambda: visitors_key(engine, "", Path("/nowhere")), StoreError),
        (lambda: library.held(), LibraryUnreadable),
        (lambda: library.remove("x", EVERYONE), LibraryUnwritable),
    ):
        with pytest.raises(kind) as failed:
            use()
        assert "\n" not in str(failed.value)
        assert "SELECT" not in str(failed.value)
    administrator.dispose()
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ann:hidden@127.0.0.1:1/x", "Connection refused"),
        ("postgres://127.0.0.1:1/x", "Connection refused"),
        ("mysql://ann:hidden@h/x", "begins with mysql"),
        ("postgresql+psycopg2://ann:hidden@h/x", "begins with postgresql\\+psycopg2"),
        ("ann:hidden@h", "can't be read"),
        ("postgresql://h:port/hidden", "can't be read"),
    ],
)
def test_a_url_that_leads_nowhere_is_one_line_without_its_password(url: str, said: str) -> None:
    with pytest.raises(SettingError, match=said) as refused:
        open_database(url, NOW)
    assert "\n" not in str(refused.value)
    assert "hidden" not in str(refused.value)
    assert "FOOTNOTE_DATABASE_URL" in str(refused.value)


def test_a_database_that_goes_away_is_said_by_the_health_route(postgres: Postgres, tmp_path: Path) -> None:
    url = postgres.database("leaves")
    given = {"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_DATA": "sample", "FOOTNOTE_DATABASE_URL": url}
    program = Program(read_settings(given))
    health = Health(program)
    health._looked = float("inf")  # it doesn't look by itself here
    assert asyncio.run(health.readiness()).database == "ok"
    administrator, _ = open_database(postgres.database(), NOW)
    with administrator.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE leaves WITH (FORCE)"))
    health._last = None
    found = asyncio.run(health.readiness())
    assert (found.ready, found.database) == (False, "failing")
    administrator.dispose()
    program.close()
