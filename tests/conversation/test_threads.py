"""Conversations: kept whole, read back, cited again with their date, replayed byte for byte, each its owner's alone."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from assistant.conversation.answer import Answer
from assistant.conversation.stored_answer import export, from_document, replay
from assistant.conversation.threads import ThreadError
from assistant.evidence.source import Evidence
from assistant.program import Program
from tests.model_server import Calls, ModelServer, Text

Scripted = Callable[..., ModelServer]
LEVELS = Calls(("levels", {"subjects": ["rut", "spx", "comp"]}))
QUESTION = "How strong is the small-cap rotation, and what does David Rosenberg say about it?"


def _ask(program: Program, evidence: Evidence, question: str, model: str = "builtin", **more: str) -> Answer:
    answer = list(program.ask(question, evidence=evidence, model=model, **more))[-1]  # type: ignore[arg-type]
    assert isinstance(answer, Answer)
    return answer


def test_an_answer_is_read_back_as_it_was_shown(program: Program, evidence: Evidence) -> None:
    answer = _ask(program, evidence, QUESTION, owner="ann")
    (kept,) = program.threads.turns(answer.thread, "ann")
    assert json.dumps(kept.answer.to_json()) == json.dumps(answer.to_json())
    assert [s.marks for s in kept.answer.sentences] == [s.marks for s in answer.sentences]


@pytest.mark.parametrize("question", [QUESTION, "Is the Russell 2000 overbought?", "What is DeSanctis's target?", "What would break the rally?"])  # fmt: skip
def test_an_answer_is_replayed_from_its_stored_evidence_byte_for_byte(
    program: Program, evidence: Evidence, question: str
) -> None:
    answer = _ask(program, evidence, question)
    document, packed = program.threads.kept(answer.thread, 1)
    again = replay(document, packed)
    assert json.dumps(again.to_json(), sort_keys=True) == json.dumps(answer.to_json(), sort_keys=True)


def test_a_replay_shows_where_the_gate_judges_otherwise(program: Program, evidence: Evidence) -> None:
    answer = _ask(program, evidence, QUESTION)
    document, packed = program.threads.kept(answer.thread, 1)
    document["drafts"][0] = "The Russell 2000 is up 99 % for the year."
    assert replay(document, packed).to_json() != from_document(document).to_json()


def test_a_model_s_answer_is_replayed_with_what_was_withheld(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(LEVELS, Text("The Russell 2000 closed at {rut.close}. The Nasdaq is up 99 %."), Text("2. DROP"))
    answer = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert len(answer.withheld) == 1
    document, packed = program.threads.kept(answer.thread, 1)
    assert replay(document, packed).to_json() == answer.to_json()
    assert document["identity"] == "scripted"
    assert document["prompt_version"] == answer.prompt_version > 0


def test_a_thread_is_its_owner_s_alone(program: Program, evidence: Evidence) -> None:
    answer = _ask(program, evidence, "Is the Russell 2000 overbought?", owner="ann")
    for act in (
        lambda: program.threads.turns(answer.thread, "bob"),
        lambda: program.threads.rename(answer.thread, "mine", "bob"),
        lambda: program.forget(answer.thread, "bob"),
        lambda: program.ask("And the Nasdaq?", evidence=evidence, thread=answer.thread, owner="bob"),
    ):
        with pytest.raises(ThreadError):
            act()
    assert answer.thread not in [t.id for t in program.threads.listing("bob")]
    assert program.threads.title(answer.thread, "ann") == "Is the Russell 2000 overbought?"


def test_threads_are_listed_renamed_exported_and_forgotten(program: Program, evidence: Evidence) -> None:
    answer = _ask(program, evidence, "How did the S&P 500 do this year?", owner="eve")
    _ask(program, evidence, "and the Nasdaq?", owner="eve", thread=answer.thread)
    program.threads.rename(answer.thread, "  Large   caps ", "eve")
    (listed,) = program.threads.listing("eve")
    assert (listed.title, listed.turns) == ("Large caps", 2)
    text = export(listed.title, [t.answer for t in program.threads.turns(answer.thread, "eve")])
    assert text.startswith("# Large caps\n\n## How did the S&P 500 do this year?")
    assert "comp.return.2026 = " in text
    program.forget(answer.thread, "eve")
    assert not program.threads.listing("eve")
    again = _ask(program, evidence, "and the Nasdaq?", owner="eve", thread=answer.thread)
    assert "S&P 500" not in again.question


def test_a_thread_survives_a_restart(program: Program, evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = _ask(program, evidence, "How did the S&P 500 do this year?", owner="dan")
    second = Program(program.settings)
    again = _ask(second, second.evidence(), "and the Nasdaq?", owner="dan", thread=answer.thread)
    assert "Nasdaq Composite" in " ".join(s.text for s in again.sentences)
    assert len(second.threads.turns(answer.thread, "dan")) == 2
    second.close()


def test_what_was_said_before_a_stop_is_kept_as_stopped(program: Program, evidence: Evidence) -> None:
    events = program.ask(QUESTION, evidence=evidence, model="builtin", thread="stopped-one", owner="fay")
    for event in events:
        if type(event).__name__ == "Said":
            break
    events.close()  # type: ignore[attr-defined]
    (kept,) = program.threads.turns("stopped-one", "fay")
    assert kept.stopped
    assert len(kept.answer.sentences) == 1


def test_a_figure_of_an_earlier_answer_is_cited_again_only_with_its_date(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    before = program.evidence(as_of=date(2026, 1, 21))
    first = _ask(program, before, "How did the Russell 2000 do?")
    scripted(
        Text("The Russell 2000 closed at {rut.close@2026-01-21} on 21 January 2026. "
             "The Russell 2000 then closed at {rut.close@2026-01-21}."),
        Text("2. DROP"),
    )  # fmt: skip
    answer = _ask(program, evidence, "And before?", model="scripted", thread=first.thread)
    close = before.catalogue.get("rut.close")
    assert close
    assert [s.text for s in answer.sentences] == [f"The Russell 2000 closed at {close.display} on 21 January 2026."]
    assert "say so" in str(answer.withheld[0].reasons)


def test_a_model_is_reminded_of_earlier_turns_within_a_budget(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    first = _ask(program, evidence, QUESTION)
    for i in range(6):
        _ask(program, evidence, f"Is the Russell 2000 overbought? ({i})", thread=first.thread)
    server = scripted(Text("The Russell 2000 closed at 2,718.77 on 22 January 2026."))
    _ask(program, evidence, "And now?", model="scripted", thread=first.thread)
    told = [str(m["content"]) for m in server.requests[0]["messages"][1:]]
    assert told[0].startswith("Earlier in this conversation:")
    assert "small-cap rotation" in told[0]
    assert told[-1] == "And now?"
    assert sum(map(len, told)) < 4200
    assert not any(m["role"] == "tool" for m in server.requests[0]["messages"])
