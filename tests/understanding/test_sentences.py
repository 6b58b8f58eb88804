"""Cutting text into sentences, whole and as it streams."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.sentences import Splitter, split

TEXT = 'The Russell 2000 closed at 2,718.77 on Jan. 22. It is up {rut.return_ytd} this year [a-b]. David J. Rosenberg of the U.S. firm says "no." [x] The S&P 500 rose 0.5 %!\n- A bullet\n\n$5 is. {rut.close} is. “Quoted,” he said. [y-2] Next.'
SENTENCES = [
    "The Russell 2000 closed at 2,718.77 on Jan. 22.", "It is up {rut.return_ytd} this year [a-b].", 'David J. Rosenberg of the U.S. firm says "no." [x]',
    "The S&P 500 rose 0.5 %!", "- A bullet", "$5 is.", "{rut.close} is.", "“Quoted,” he said. [y-2]", "Next.",
]  # fmt: skip


def test_abbreviations_decimals_and_citations_do_not_end_a_sentence() -> None:
    assert split(TEXT) == SENTENCES


@pytest.mark.parametrize("size", [1, 2, 3, 7, 40])
def test_a_stream_is_cut_as_the_whole_is(size: int) -> None:
    splitter = Splitter()
    out = [s for i in range(0, len(TEXT), size) for s in splitter.feed(TEXT[i : i + size])]
    assert out + splitter.close() == SENTENCES


@given(st.text(alphabet="Ab. !?\n[x]{}“”", max_size=80))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
