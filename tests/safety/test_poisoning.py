"""Fifty files under fifty names are one voice, and what was added is counted apart."""

from datetime import UTC, date, datetime

import pytest

from assistant.evidence.ledger import Ledger
from assistant.program import Program
from assistant.statements.catalogue import statement
from assistant.statements.sentence_parts import placed
from corpus.document import Passage, parse_document, passages_of
from corpus.ingest import draft, keep, remove
from corpus.library import DOCUMENTS, Library
from corpus.search import voices
from tools.analysts.view_facts import balance_facts

DAY, NOW = date(2026, 1, 22), datetime(2026, 1, 22, 22, tzinfo=UTC)
VISITOR = "e" * 32
TEXT = "Small caps will certainly rise by a third this spring because trucking volumes recover everywhere{n}."
FIRST, LAST = "Ann Bo Cy Di Ed Flo Gus Hal Ida Joy".split(), "Stone Brook Field Wood Marsh".split()


def added(n: int, text: str = TEXT) -> str:
    head = f"author: {FIRST[n % 10]} {LAST[n // 10]}\npublished: 2026-01-20\ntitle: Note {n}\nstance: bullish\nstance_on: small caps\n"
    return f"---\n{head}---\n{text.format(n=f' in region {n}')}\n"


def poisoned() -> list[Passage]:
    return [p for n in range(50) for p in passages_of(parse_document(added(n), f"note-{n}"))]


def test_fifty_near_duplicates_are_one_voice() -> None:
    assert len(voices(poisoned())) == 1


def test_the_balance_counts_what_was_added_apart_and_says_so() -> None:
    shipped = Library.open(DOCUMENTS.parent).passages
    before = {f.metric: f.value for f in balance_facts(shipped, DAY, NOW, False)}
    facts = balance_facts([*shipped, *poisoned()], DAY, NOW, False)
    after = {f.metric: f.value for f in facts}
    assert after == {**before, "views_added": 1}
    text = placed(statement("library.small_caps", None, Ledger(facts)))[0]
    assert "1 more in documents that users added, unchecked, is not counted" in text
    told = placed(statement("library.small_caps", None, Ledger(facts), language="zh"))[0]
    assert "用户添加" in told
    alone = placed(statement("library.small_caps", None, Ledger(balance_facts(shipped, DAY, NOW, False))))[0]
    assert "added" not in alone


@pytest.fixture
def fed(program: Program) -> Program:
    for n in range(50):
        name = f"note-{n}.md"
        keep(program.holdings.store, draft(name, added(n).encode(), source=name), by=VISITOR, now=NOW)
    return program


def test_near_duplicates_do_not_take_all_hits(fed: Program) -> None:
    library = fed.holdings.library(VISITOR)
    try:
        hits = library.search("will small caps rise this spring as trucking volumes recover?", as_of=DAY, k=10)
        assert sum(h.passage.trust == "user" for h in hits) == 1
        assert len(hits) == 10
        of_one = library.search("Ann Stone", as_of=DAY, author="Ann Stone", k=5)
        assert {h.passage.author for h in of_one} == {"Ann Stone"}
    finally:
        for n in range(50):
            remove(fed.holdings.store, f"note-{n}", VISITOR)
