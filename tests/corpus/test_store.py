"""Documents in the database: seeded, replaced, removed for good, each visitor's apart, and every search up to date."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.holdings import Holdings
from corpus.ingest import draft, keep, remove
from corpus.store import EVERYONE, DocumentStore
from tests.corpus.conftest import WordEmbedder
from tests.corpus.holding import NOW, database, holdings, note

DAY = date(2026, 3, 1)
ANN, BEN = "a" * 32, "b" * 32


def put(held: Holdings, name: str, content: bytes, by: str = EVERYONE, shared: bool = False) -> str:
    drafted = draft(name, content, source=name)
    return keep(held.store, drafted, by=by, now=NOW, shared=shared, replace=True).document.id


def found(held: Holdings, question: str, owner: str = EVERYONE) -> list[str]:
    return [hit.passage.document for hit in held.library(owner).search(question, as_of=DAY, author="Zander")]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for n in range(3):
        content = note(f"Shipped word{n} about matter.", author=f"Ann Author{n}", published="2025-01-01")
        (folder / f"author-{n}.md").write_bytes(content)
    return folder


def ids(held: Holdings, owner: str = EVERYONE) -> list[str]:
    return [document.id for document in held.library(owner).documents]


def test_shipped_documents_are_seeded_once_and_follow_their_folder(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    assert ids(held) == ["author-0", "author-1", "author-2"]
    revision = held.store.revision
    assert holdings(tmp_path / "home", shipped).store.revision == revision
    (shipped / "author-0.md").unlink()
    (shipped / "author-1.md").write_bytes(note("Another text.", author="Ann Author1", published="2025-01-01"))
    again = holdings(tmp_path / "home", shipped)
    assert ids(again) == ["author-1", "author-2"]
    assert again.library().documents[0].text == "Another text."


def test_a_shipped_document_gains_its_chinese_and_keeps_its_vectors(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    held.library().search("word1", as_of=DAY)
    before = held.store.vectors(EVERYONE, WordEmbedder().id, np.frombuffer)
    head = (
        (shipped / "author-1.md")
        .read_text(encoding="utf-8")
        .replace("title:", "title_zh: 一则\ntext_zh: [一句。]\ntitle:")
    )
    (shipped / "author-1.md").write_text(head, encoding="utf-8")
    again = holdings(tmp_path / "home", shipped)
    assert [p.sentences[0][1] for p in again.library().passages] == [None, "一句。", None]
    assert again.library().documents[1].title_zh == "一则"
    assert set(again.store.vectors(EVERYONE, WordEmbedder().id, np.frombuffer)) == set(before)
    assert set(before) == {"author-0", "author-1", "author-2"}


def test_what_was_removed_stays_removed_and_what_was_put_in_its_place_stays(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    assert remove(held.store, "author-0", EVERYONE)
    assert not remove(held.store, "author-0", EVERYONE)
    assert put(held, "author-1.md", note("My own words.", author="Ann Author1")) == "author-1"
    (shipped / "author-2.md").write_bytes(note("Changed.", author="Ann Author2", published="2025-01-01"))
    again = holdings(tmp_path / "home", shipped)
    assert {d.id: d.text for d in again.library().documents} == {"author-1": "My own words.", "author-2": "Changed."}


def test_passages_come_back_from_the_database_as_they_were_cut(tmp_path: Path) -> None:
    held = holdings(tmp_path / "home")
    text = " ".join(f"Sentence {n} speaks of word{n} and of little else." for n in range(60))
    put(held, "long.md", note(text))
    passages = held.library().passages
    assert len(passages) > 2
    assert [p.id for p in passages] == [f"long.{n}" for n in range(1, len(passages) + 1)]
    assert all(p.text == held.library().documents[0].text[p.start : p.end] for p in passages)


def test_what_is_added_is_found_at_once_and_what_is_removed_no_more(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    held.library().search("matter", as_of=DAY, author="Author0")
    name = put(held, "zinc.md", note("Zander expects zinc smelters to close."))
    assert found(held, "zinc smelters close") == [name]
    put(held, "zinc.md", note("Zander expects tungsten to rise."))
    assert found(held, "tungsten") == [name]
    assert "zinc" not in held.library().documents[-1].text
    remove(held.store, name, EVERYONE)
    assert found(held, "tungsten") == []
    held.close()


def test_the_collection_follows_and_answers_meanwhile(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    held.settle()
    first = held.library().ranking().nearness.meaning._index
    assert first is not None
    assert first.count == 3
    put(held, "zinc.md", note("Zander expects zinc smelters to close."))
    assert found(held, "zinc smelters") == ["zinc"]  # exactly, before any collection holds it
    held.settle()
    second = held.library().ranking().nearness.meaning._index
    assert second is not None
    assert second.count == 4
    assert found(held, "zinc smelters") == ["zinc"]
    held.close()


def test_another_process_is_noticed(tmp_path: Path, shipped: Path) -> None:
    page, command = holdings(tmp_path / "home", shipped), holdings(tmp_path / "home", shipped)
    assert ids(page) == ["author-0", "author-1", "author-2"]
    put(command, "zinc.md", note("Zander expects zinc smelters to close."))
    assert "zinc" in ids(page)


def test_visitors_see_their_own_and_never_another_s(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    mine = put(held, "zinc.md", note("Zander expects zinc smelters to close."), by=ANN)
    his = put(held, "zinc.md", note("Zander expects zinc prices to double."), by=BEN)
    for owner, expected in ((ANN, [mine]), (BEN, [his]), (EVERYONE, [])):
        library = held.library(owner)
        assert found(held, "zinc smelters and prices", owner) == expected
        assert ("Zoe Zander" in [p.name for p in library.people]) == bool(expected)
    assert "close" in held.library(ANN).get("zinc").text  # type: ignore[union-attr]
    assert "double" in held.library(BEN).get("zinc").text  # type: ignore[union-attr]
    assert not remove(held.store, "zinc", "c" * 32)
    assert remove(held.store, "zinc", ANN)
    assert found(held, "zinc", BEN) == [his]
    held.close()


def test_no_visitor_s_passage_enters_the_shared_collection(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    put(held, "zinc.md", note("Zander expects zinc smelters to close."), by=ANN)
    assert found(held, "zinc", ANN) == ["zinc"]
    held.settle()
    index = held.library().ranking().nearness.meaning._index
    assert index is not None
    assert index.count == 3
    held.close()


def test_a_shared_one_is_everyone_s_and_still_its_visitor_s_to_remove(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    name = put(held, "zinc.md", note("Zander expects zinc smelters to close."), by=ANN, shared=True)
    assert found(held, "zinc", BEN) == [name]
    assert not remove(held.store, name, BEN)
    assert remove(held.store, name, ANN)
    assert found(held, "zinc", BEN) == []


def test_a_visitor_displaces_nothing_of_everyone_s(tmp_path: Path, shipped: Path) -> None:
    held = holdings(tmp_path / "home", shipped)
    for shared in (False, True):
        name = put(held, "author-0.md", note(f"Displaced {shared}."), by=ANN, shared=shared)
        assert name.startswith("author-0-")
    assert held.library(BEN).get("author-0").text == "Shipped word0 about matter."  # type: ignore[union-attr]
    assert held.library(ANN).get("author-0").text == "Shipped word0 about matter."  # type: ignore[union-attr]


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    stores = [DocumentStore(database(tmp_path / "library.db")) for _ in range(4)]

    def work(n: int) -> None:
        for k in range(6):
            drafted = draft(f"note-{n}-{k}.md", note(f"Text {n} {k} of its own."), source=f"note-{n}-{k}.md")
            keep(stores[n], drafted, by=EVERYONE, now=NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert len(stores[0].held()) == 24
    assert stores[0].revision == 24
