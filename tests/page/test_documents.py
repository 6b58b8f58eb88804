"""A cited document over HTTP: opened at its passage in the version cited, for who may see it, with nothing alive in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from assistant.page.markup.opened_document import address, opened
from assistant.page.markup.sources import card
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.settings import read_settings
from corpus.document import Document, passages_of
from corpus.ingest import draft, keep
from corpus.store import EVERYONE
from tests.corpus.holding import note
from tests.page.serving import environment, served

NOW = datetime(2026, 1, 22, 22, tzinfo=UTC)
TEXT = "Zinc smelters close. <script>alert(1)</script> Zander sees zinc rise."


def document(**more: object) -> Document:
    held = {"id": "zinc", "author": "Zoe Zander", "published": "2026-01-20", "title": "Zinc <b>", "text": TEXT, **more}
    return Document.model_validate(held)


def test_the_passage_is_marked_in_its_text_and_pages_are_numbered() -> None:
    told = opened(document(pages=(0, 47)), 47, len(TEXT), "en")
    assert '<mark class="fn-cited">Zander sees zinc rise.</mark>' in told
    assert "&lt;script&gt;" in told
    assert "<script>" not in told
    assert "Zinc &lt;b&gt;" in told
    assert told.index("page 1") < told.index("Zinc smelters") < told.index("page 2") < told.index("Zander sees")
    assert "第 2 页" in opened(document(pages=(0, 47)), 0, 10**9, "zh")
    assert opened(document(), 0, 5, "en").count("<mark") == 1


def test_a_card_names_the_page_and_leads_to_the_passage() -> None:
    (passage,) = passages_of(document(pages=(0, 47)))
    told = card({"n": 1, **passage.to_json()})
    assert "/document/zinc?version=" in told
    assert ">Page<" in told
    assert address({**passage.to_json(), "version": ""}, "en") == ""  # a kept answer of before: no place to lead to


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def kept(home: Path) -> dict[str, str]:
    """One document of a visitor's in two versions, and the visitor's cookie."""
    program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
    visitors = Visitors(program.visitors_key())
    cookie = visitors.new()
    visitor = visitors.of(cookie)
    assert visitor
    versions = []
    for text in ("Zander sees zinc rise.", "Zander sees zinc fall."):
        drafted = draft("zinc.md", note(text, published="2026-01-20"), source="zinc.md")
        done = keep(program.holdings.store, drafted, by=visitor, now=NOW, replace=True)
        versions.append(done.document.version)
    everyone = program.holdings.store.opened("rosenberg-2026-01-22", EVERYONE)
    assert everyone
    program.engine.dispose()
    return {"cookie": cookie, "first": versions[0], "second": versions[1], "shipped": everyone.version}


@pytest.fixture(scope="module")
def served_page(home: Path, kept: dict[str, str]) -> Iterator[str]:
    with served(environment(home)) as url:
        yield url


def test_it_is_served_in_the_version_cited_to_its_owner_alone(served_page: str, kept: dict[str, str]) -> None:
    mine = {COOKIE: kept["cookie"]}

    def asked(path: str, **cookies: str) -> httpx.Response:
        return httpx.get(served_page + path, cookies=cookies)

    first = asked(f"/document/zinc?version={kept['first']}&start=0&end=6", **mine)
    assert first.status_code == 200
    assert '<mark class="fn-cited">Zander</mark> sees zinc rise.' in first.text
    assert "default-src 'self'" in first.headers["content-security-policy"]
    assert "sees zinc fall" in asked(f"/document/zinc?version={kept['second']}", **mine).text
    assert "sees zinc fall" in asked("/document/zinc", **mine).text
    assert asked(f"/document/zinc?version={kept['first']}").status_code == 404  # another visitor
    assert asked("/document/zinc?version=000000000000", **mine).status_code == 404
    assert asked("/document/..%2fetc", **mine).status_code == 404
    assert "资料库中没有" in asked("/document/none?lang=zh", **mine).text
    assert asked(f"/document/rosenberg-2026-01-22?version={kept['shipped']}&start=x&end=-1").status_code == 200
