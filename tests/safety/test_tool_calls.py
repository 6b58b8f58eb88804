"""A model that calls tools without measure: so many are made in a turn, the rest are answered, and nothing is fetched."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.bounds import MOST_CALLS, NEW_SYMBOLS
from assistant.conversation.answer import Answer
from assistant.conversation.events import ToolStep
from assistant.evidence.source import Evidence
from assistant.program import Program
from tests.model_server import Calls, ModelServer, Text

TOLD = Text("The Russell 2000 closed at {rut.close}.")


class Counted:
    """Evidence that notes what was looked up outside the universe."""

    def __init__(self, evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        searched = evidence._count_new

        def note(words: str) -> None:
            searched(words)
            self.asked.append(words)

        monkeypatch.setattr(evidence, "_count_new", note)


def _told(program: Program, evidence: Evidence) -> tuple[Answer, list[ToolStep]]:
    events = list(program.ask("How is the Russell 2000?", evidence=evidence, model="scripted"))
    assert isinstance(events[-1], Answer)
    return events[-1], [e for e in events if isinstance(e, ToolStep)]


def test_of_two_hundred_calls_in_a_message_twelve_are_made(
    program: Program, evidence: Evidence, scripted: Callable[..., ModelServer]
) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [("levels", {"subjects": ["rut"]})] * 200
    server = scripted(Calls(*calls), Calls(*calls), TOLD)
    answer, steps = _told(program, evidence)
    assert len(answer.tools) == MOST_CALLS
    assert len({s.id for s in steps}) <= MOST_CALLS
    said = [m["content"] for m in server.requests[1]["messages"] if m["role"] == "tool"]
    assert sum("too many calls" in text for text in said) == 200 - MOST_CALLS
    again = [m["content"] for m in server.requests[2]["messages"] if m["role"] == "tool"]
    assert sum("too many calls" in text for text in again) == 400 - MOST_CALLS  # the next round begins no new count
    assert "2,718.77" in answer.markdown()


def test_four_new_symbols_are_looked_up_in_a_turn(
    program: Program, evidence: Evidence, scripted: Callable[..., ModelServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [("levels", {"subjects": [f"ZQ{a}{b}" for b in "ABCD"]}) for a in "ABCDEFG"]
    scripted(Calls(*calls), Calls(("levels", {"subjects": ["rut"]})), TOLD)
    counted = Counted(evidence, monkeypatch)
    _told(program, evidence)
    assert len(set(counted.asked)) <= NEW_SYMBOLS + 1  # and the Russell 2000
