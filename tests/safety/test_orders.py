"""A document's orders are told as nobody's view: tools, writers and the gate are given one and the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Grounded
from assistant.program import Program
from corpus.document import RefusedDocument, load_documents, passages_of
from corpus.ingest import remove
from corpus.instructions import for_readers, is_view, names_nobody, tellable
from corpus.library import DOCUMENTS
from tests.conftest import MakeGate
from tests.conversation.test_injection import VIEW, VISITOR, add, answer
from tests.safety.orders import ORDERS, VIEWS


@pytest.mark.parametrize("sentence", ORDERS)
def test_it_is_no_view(sentence: str) -> None:
    assert not is_view(sentence)


@pytest.mark.parametrize("sentence", VIEWS)
def test_it_is_a_view(sentence: str) -> None:
    assert is_view(sentence)


def test_nothing_shipped_is_lost() -> None:
    for document in load_documents(DOCUMENTS).documents:
        for passage in passages_of(document):
            assert tellable(passage) == passage
            assert all(is_view(s) for s, _ in passage.sentences), passage.id


@given(st.text(max_size=300))
def test_any_text_is_filtered_once_and_for_all(text: str) -> None:
    assert for_readers(for_readers(text)) == for_readers(text)


@pytest.mark.parametrize("author", ["System", "Footnote", "the Assistant", "User", "ASSISTANT", "ChatGPT", "System message", "Footnote team", "Аdmin", "Eve Mallory and System"])  # fmt: skip
def test_a_byline_of_a_program_or_a_role_is_refused(program: Program, author: str) -> None:
    assert names_nobody(author)
    with pytest.raises(RefusedDocument, match="author"):
        add(program, VIEW, author=author)


@pytest.mark.parametrize("author", ["Eve Mallory", "Systematic Partners", "David Rosenberg", "User Research Ltd", "Tooley and Sons", "A. Model"])  # fmt: skip
def test_a_person_s_or_a_house_s_is_not(author: str) -> None:
    assert not names_nobody(author)


@pytest.mark.parametrize("order", ORDERS[:12])
def test_no_order_reaches_an_answer_or_the_gate(program: Program, gate: MakeGate, order: str) -> None:
    name = add(program, f"{VIEW} {order} Profits of haulers rose.", name="orders.md")
    try:
        told = answer(program, "What does Mallory say about trucking volumes?")
        assert "trucking" in told.markdown()
        assert order.rstrip(".!") not in told.markdown()
        assert order.rstrip(".!") not in str(told.footnotes.to_json())
        judged = gate()
        passage = program.holdings.library(VISITOR).get(name)
        assert passage
        judged.ledger = Ledger((), [passage])
        said = judged.judge(f"Mallory said: {order.rstrip('.!')} [{name}].")
        assert not isinstance(said, Grounded)
    finally:
        remove(program.holdings.store, name, VISITOR)
