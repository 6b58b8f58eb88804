"""The archive, and kept commentaries as files over HTTP: PDF, HTML, Markdown and the feed."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import gradio as gr
import httpx
import pypdf
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.commentary.archive import look_through, side_by_side
from assistant.commentary.daily import Commentary, brief_json
from assistant.commentary.exports.feed import ATOM
from assistant.commentary.store import CommentaryStore
from assistant.page.archive import Archive, pair
from assistant.page.markup.commentary_text import article
from assistant.page.serving.downloads import add_downloads
from assistant.program import Program
from assistant.settings import read_settings
from tests.page.serving import NOW

DAYS = (date(2026, 1, 21), date(2026, 1, 22))


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program on the sample with two commentaries."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOOTNOTE_NOW", NOW)
        home: Path = tmp_path_factory.mktemp("home")
        running = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
        for day in DAYS:
            brief_json(running, running.evidence(as_of=day), "builtin")
        yield running
        running.close()


@pytest.fixture(scope="module")
def client(program: Program) -> Iterator[TestClient]:
    app = FastAPI()
    add_downloads(app, program)
    with TestClient(app, base_url="http://127.0.0.1") as open_client:
        yield open_client


def kept(program: Program, day: date = DAYS[1]) -> Commentary:
    document = CommentaryStore(program.engine).latest("sample", day.isoformat())
    assert document
    return Commentary(document)


def test_words_find_the_commentaries_that_hold_them_all(program: Program) -> None:
    store = CommentaryStore(program.engine)
    assert [k.as_of for k in look_through(store, "")] == ["22 January 2026", "21 January 2026"]
    assert [k.as_of for k in look_through(store, "EIGHTH record 2026-01-22")] == ["22 January 2026"]
    assert look_through(store, "no such words anywhere") == []
    assert "Rosenberg" in look_through(store, "rosenberg")[0].found


def test_two_days_stand_side_by_side_with_their_figures(program: Program) -> None:
    first, second = (kept(program, day) for day in DAYS)
    rows = {r.name: r for r in side_by_side(first, second)}
    close = rows["the Russell 2000"]
    assert close.first
    assert close.second
    assert (close.first.as_of, close.second.as_of) == DAYS
    markup = pair(first, second)
    assert markup.count('class="fn-beside"') == 10
    assert close.first.display in markup
    assert close.second.display in markup
    for turn in set(re.findall(r'href="#fn-(\S+?)-\d+"', markup)):
        assert f"fn-t-{turn}" in markup, "each mark's cards are on the page"


def test_what_differs_from_the_version_before_is_marked_and_what_it_lost_is_told(program: Program) -> None:
    now, before = kept(program), kept(program)
    old = {**before.document, "id": "0" * 20}
    sections = [dict(s) for s in old["sections"]]
    sections[0] = {**sections[0], "sentences": [{**sections[0]["sentences"][0], "text": "<b>It said this before.</b>"}]}
    markup = article(now, before=Commentary({**old, "sections": sections}))
    assert markup.count("fn-differs") == len(now.document["sections"][0]["sentences"])
    assert "&lt;b&gt;It said this before.&lt;/b&gt;" in markup
    assert "fn-differs" not in article(now, before=now)


def test_the_pdf_has_its_text_page_numbers_footnotes_and_charts(client: TestClient, program: Program) -> None:
    commentary = kept(program)
    answer = client.get(f"/brief/{commentary.id}.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    document = pypdf.PdfReader(io.BytesIO(answer.content))
    last = document.pages[-1].extract_text()
    assert re.search(r"^\d+\.", last, re.M), "the last page isn't the closing lines alone"
    assert "not investment advice" in last
    pages = [" ".join(page.extract_text().split()) for page in document.pages]
    assert all(f"Page {n}" in page for n, page in enumerate(pages, 1))
    text = " ".join(pages)
    assert "2,718.77" in text
    assert "−" in text, "the true minus sign"
    assert f"{len(commentary.citations)}. " in text.partition("Sources")[2]
    assert sum(len(page.images) for page in document.pages) == 3
    links = [a.get_object() for page in document.pages for a in page.get("/Annots") or []]
    assert len(links) > 60, "marks lead to their footnotes"
    fonts = {str(f.get_object()["/BaseFont"]) for page in document.pages for f in page["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert any("DejaVuSerif" in name for name in fonts)


def test_the_html_stands_alone(client: TestClient, program: Program) -> None:
    text = client.get(f"/brief/{kept(program).id}.html").text
    assert text.count("<svg") == 3
    assert not re.search(r"<script|<img|<link|@import|\bsrc=|url\((?!#)", text)
    assert set(re.findall(r'href="#(fn\d+)"', text)) == set(re.findall(r'<li id="(fn\d+)"', text))


def test_the_feed_is_atom_with_an_entry_a_day(client: TestClient, program: Program) -> None:
    answer = client.get("/feed.xml")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{{{ATOM}}}feed"
    entries = root.findall(f"{{{ATOM}}}entry")
    assert [e.findtext(f"{{{ATOM}}}title") for e in entries] == [
        "Small-cap rotation: 22 January 2026", "Small-cap rotation: 21 January 2026",
    ]  # fmt: skip
    for part in (root, *entries):
        assert all(part.findtext(f"{{{ATOM}}}{name}") for name in ("id", "title", "updated"))
    assert str(kept(program).id) in str(entries[0].find(f"{{{ATOM}}}link").attrib)  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ["/brief/x.pdf", f"/brief/{'0' * 20}.pdf", f"/brief/{'0' * 20}.exe"])
def test_what_is_not_kept_is_not_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/feed.xml", 200),
        ("POST", "/feed.xml", 404),
        ("GET", "/feed.xml/x", 404),
        ("GET", f"/brief/{'0' * 20}.pdf", 404),
        ("DELETE", f"/brief/{'0' * 20}.pdf", 404),
        ("GET", "/brief/", 404),
        ("GET", "/brief/..%2f..%2fetc", 404),
    ],
)
def test_the_guard_opens_no_more_than_these(page: str, method: str, path: str, status: int) -> None:
    answer = httpx.request(method, page + path)
    assert answer.status_code == status
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_a_commentary_is_not_offered_for_comparison_with_itself_and_days_are_in_words(program: Program) -> None:
    parts = (gr.Markdown(), gr.Dropdown(), gr.Dropdown(), gr.Markdown())
    archive = Archive(program, parts)
    first, second = (kept(program, day) for day in DAYS)
    shown = archive.look("")
    assert shown[archive.first]["value"] == second.id
    assert [i for _, i in shown[archive.second]["choices"]] == ["", first.id]
    turned = archive.offer(first.id, first.id)[archive.second]
    assert ([i for _, i in turned["choices"]], turned["value"]) == (["", second.id], "")
    assert archive.offer(second.id, first.id)[archive.second]["value"] == first.id
    markup = pair(first, second)
    assert "<h2>21 January 2026 and 22 January 2026</h2>" in markup
    assert "<th>2026-01-2" not in markup
