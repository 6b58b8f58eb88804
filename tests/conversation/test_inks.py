"""A model's answer in two inks, end to end: what a program gets, what is kept and made again, and proved only."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assistant.conversation.answer import Answer
from assistant.conversation.stored_answer import from_document, pack_evidence, replay, to_document
from assistant.evidence.source import Evidence
from assistant.program import Program
from tests.model_server import Calls, ModelServer, Text

Scripted = Callable[..., ModelServer]
CALLS = Calls(("levels", {"subjects": ["rut", "spx"]}), ("rotation", {"first": "rut", "second": "spx"}))
DRAFT = (
    "In short, the lead is broad and persistent. The Russell 2000 is up {rut.return_ytd} for the year, a solid start. "
    "The Russell 2000 erased a loss of {rut.return_5d} over five sessions. The S&P 500 is up {spx.return_ytd} for the year."
)


def ask(program: Program, evidence: Evidence, **how: str) -> Answer:
    *_, answer = program.ask("Is the rally real?", evidence=evidence, model="scripted", **how)
    assert isinstance(answer, Answer)
    return answer


def inks(sentence: dict[str, Any]) -> list[tuple[str, str]]:
    return [(sentence["text"][s["start"] : s["end"]], s["ink"]) for s in sentence["spans"]]


def test_spans_cover_each_sentence_and_tell_its_inks(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    scripted(CALLS, Text(DRAFT), Text("3. DROP"))
    told = ask(program, evidence).to_json()["sentences"]
    assert inks(told[0]) == [("In short, the lead is broad and persistent", "model"), (".", "proved")]
    assert ("a solid start", "model") in inks(told[1])
    for sentence in told:
        assert "".join(words for words, _ in inks(sentence)) == sentence["text"]
        assert sentence["by"] == "code" or sentence["by"] == "model"


def test_what_could_not_be_shown_is_told_by_code_in_its_place(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(CALLS, Text(DRAFT), Text("3. DROP"))
    answer = ask(program, evidence)
    third = answer.sentences[2]
    assert third.by == "code"
    assert "over five sessions" in third.text
    assert "erased" not in answer.markdown()
    assert "Words in italics are scripted’s own" in answer.markdown()
    assert "*In short, the lead is broad and persistent*." in answer.markdown()


def test_proved_only_has_no_grey_and_loses_no_figure(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    scripted(CALLS, Text(DRAFT), Text("DROP"), CALLS, Text(DRAFT), Text("DROP"))
    open_one, proved = ask(program, evidence), ask(program, evidence, wording="proved")
    assert {ink for s in proved.to_json()["sentences"] for _, ink in inks(s)} <= {"proved", "source"}
    figures = [{c["key"] for c in a.footnotes.to_json()} for a in (open_one, proved)]
    assert figures[0] == figures[1]
    assert open_one.proved
    assert not any(s.grey for s in open_one.proved)


def test_an_answer_in_two_inks_is_made_again_as_it_was(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(CALLS, Text(DRAFT), Text("DROP"))
    answer = ask(program, evidence)
    document = json.loads(json.dumps(to_document(answer)))
    assert from_document(document).to_json() == answer.to_json()
    again = replay(document, pack_evidence(answer))
    assert again.to_json() == answer.to_json()
    assert again.proved == answer.proved


def test_a_view_that_could_not_be_shown_is_told_in_its_passage_s_words(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    views = Calls(("views", {"question": "small caps", "author": "Rosenberg"}))
    turned = "The Russell 2000 is up {rut.return_ytd} for the year. Rosenberg hails the record run in small caps as proof of better fundamentals [rosenberg-2026-01-22]. The picture is mixed."  # fmt: skip
    scripted(CALLS, views, Text(turned), Text("DROP"))
    answer = ask(program, evidence)
    told = next(s for s in answer.sentences if "Rosenberg" in s.text)
    assert told.by == "code"
    assert told.text.startswith("Rosenberg dismissed the record run in small caps as speculation")
    assert replay(json.loads(json.dumps(to_document(answer))), pack_evidence(answer)).to_json() == answer.to_json()


def test_a_draft_that_is_mostly_false_loses_its_grey(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    lies = "The picture is mixed. The S&P 500 fell {spx.return_ytd} for the year. The VIX closed at 90. The Dow doubled. The Russell 2000 closed at {rut.close}."  # fmt: skip
    scripted(CALLS, Text(lies), Text("DROP"))
    answer = ask(program, evidence)
    assert not answer.has_grey
    assert not any("mixed" in s.text for s in answer.sentences)
    assert any("2,718.77" in s.text for s in answer.sentences)


@pytest.mark.parametrize("wording", ["open", "proved"])
def test_the_built_in_writer_is_proved_either_way(program: Program, evidence: Evidence, wording: str) -> None:
    *_, answer = program.ask("How is the Russell 2000?", evidence=evidence, model="builtin", wording=wording)
    assert isinstance(answer, Answer)
    assert {s["ink"] for sentence in answer.to_json()["sentences"] for s in sentence["spans"]} <= {"proved", "source"}
