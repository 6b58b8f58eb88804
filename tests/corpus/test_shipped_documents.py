"""The documents that ship: every one reads, and says no number that it doesn't also state as a figure."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from corpus.document import Document, load_documents
from corpus.front_matter import Figure
from corpus.library import DOCUMENTS
from corpus.people import REFERENCE

SHELF = load_documents(DOCUMENTS)
VIEWS = [document for document in SHELF.documents if document.medium != REFERENCE]
NOTES = [document for document in SHELF.documents if document.medium == REFERENCE]
UNITS = [
    "percent",
    "percentage points",
    "basis points",
    "index points",
    "index",
    "USD",
    "USD million",
    "USD billion",
    "USD trillion",
    "multiple",
    "count",
    "rank",
    "years",
    "months",
    "days",
    "sessions",
    "standard deviations",
]

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES = re.compile(
    r"Magnificent Seven|Russell (?:1000|2000|3000)|S&P (?:SmallCap )?\d{3}|\b\d{2}-year\b|\b22V\b"
    rf"|\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?|(?:{_MONTH}) \d{{4}}|\b(?:19|20)\d\d(?:s)?\b"
    rf"|from \d{{1,2}} to (?=\d{{1,2}} (?:{_MONTH}))|for the \d{{1,2}}nd\b"
)
_NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")
_WORDS = {
    word: n
    for n, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_WORDS |= {"dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20}


def numbers(text: str) -> set[float]:
    """The numbers that a text states, apart from dates and names."""
    rest = _NAMES.sub(" ", text)
    found = {abs(float(number.replace(",", "").replace("−", "-"))) for number in _NUMBER.findall(rest)}
    return found | {float(_WORDS[word]) for word in re.findall(r"[a-z]+", rest.lower()) if word in _WORDS}


def stated(figures: Iterable[Figure]) -> set[float]:
    values = (value for figure in figures for value in (figure.value, figure.low, figure.high) if value is not None)
    return {abs(float(value)) for value in values}


def each(documents: list[Document]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("document", documents, ids=lambda document: document.id)


def test_every_file_reads() -> None:
    assert SHELF.refused == ()
    assert len(VIEWS) >= 75
    assert len(NOTES) >= 12


def test_the_main_voices_are_whole() -> None:
    authors = Counter(document.author.split(" and ")[0] for document in VIEWS)
    assert authors["David Rosenberg"] == 42
    assert authors["Steven DeSanctis"] == 12
    assert authors["Ronald Temple"] == 7
    assert authors["Oren Shiran"] == 2
    stances = Counter(document.stance for document in VIEWS)
    assert min(stances["bullish"], stances["bearish"]) >= 25
    assert stances["neutral"] >= 12


@each(list(SHELF.documents))
def test_every_number_of_a_text_is_a_figure(document: Document) -> None:
    assert numbers(document.text) <= stated(document.figures)
    if document.outcome:
        assert numbers(document.outcome.text) <= stated(document.outcome.figures)


@each(list(SHELF.documents))
def test_a_document_is_complete(document: Document) -> None:
    assert document.url
    assert document.medium
    assert document.topics
    assert document.trust in ("primary", "secondary", "unverified")
    assert {figure.unit for figure in document.figures} <= set(UNITS)
    assert "seed" not in f"{document.published_note} {document.text} {document.outcome} {document.medium}".split()


@each(VIEWS)
def test_a_view_opens_with_its_core(document: Document) -> None:
    first = re.split(r"(?<=[.!?])\s", document.text)[0]
    assert len(first.split()) <= 30
    assert document.stance_on
    assert 1 <= len(document.text.split(". ")) <= 8


@each([document for document in VIEWS if " and " not in document.author and len(document.author.split()) in (2, 3)])
def test_a_view_credits_its_author_first(document: Document) -> None:
    first = re.split(r"(?<=[.!?])\s", document.text)[0]
    if document.author not in ("Unnamed author", "Royce portfolio managers", "MarketScreener editorial"):
        assert any(name in first for name in (document.author.split()[-1], document.author.split()[0]))


@each([document for document in VIEWS if document.quotes])
def test_a_quote_stands_only_in_quotes(document: Document) -> None:
    assert all(quote not in document.text for quote in document.quotes)


@each([document for document in VIEWS if document.call])
def test_a_call_is_among_the_figures(document: Document) -> None:
    assert document.call is not None
    levels = {value for value in (document.call.target, document.call.low, document.call.high) if value is not None}
    assert levels <= stated(document.figures)
    assert document.call.issued <= document.published


def test_the_calls_that_are_followed_are_there() -> None:
    calls = {document.id: document.call for document in VIEWS if document.call}
    targets = [
        calls[f"desanctis-{day}"]
        for day in ["2020-12-01", "2024-06-26", "2024-12-09", "2025-04-15", "2025-09-18", "2025-12-09"]
    ]
    assert [call.target for call in targets] == [2050, 2180, 2715, 2200, 2665, 2825]
    assert str(calls["desanctis-2025-12-09"].horizon) == "2026-12-31"
    assert calls["wilson-2025-11-17"].target == 7800
    assert calls["lee-2026-01-05"].target == 7700
    assert calls["lee-2024-07-30"].target == 50
    assert (calls["rosenberg-2023-01"].low, calls["rosenberg-2023-01"].high) == (3000, 3200)


@each([document for document in VIEWS if document.outcome])
def test_an_outcome_is_later_than_its_view(document: Document) -> None:
    assert document.outcome is not None
    assert document.outcome.known_from > document.known_from
