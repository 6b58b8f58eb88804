"""docs/definitions.md is what the code gives."""

from pathlib import Path

from tools.definitions import DEFINITIONS
from tools.definitions.page import html, markdown

ROOT = Path(__file__).resolve().parent.parent


def test_the_document_is_what_the_code_gives() -> None:
    held = (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8")
    assert held == markdown(), "run: make definitions"


def test_every_definition_stands_in_the_document_and_on_the_page() -> None:
    document, page = markdown(), html()
    for key in DEFINITIONS:
        assert f"| `{key}` |" in document
        assert f"<code>{key}</code>" in page
    assert "\n" not in page
