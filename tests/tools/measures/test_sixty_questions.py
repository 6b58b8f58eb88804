"""Sixty questions written without sight of the code, asked of a scripted endpoint that calls ``measure`` rightly.

Every figure wanted is recomputed by plain pandas apart from the program, from the same bars.
"""

import hashlib
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.conversation.answer import Answer
from assistant.program import Program
from tests.evals.measure_questions import QUESTIONS, SHA256, Question
from tests.model_server import Calls, ModelServer, Reply, Text
from tests.real import needs_real
from tools.fact import Fact

pytestmark = needs_real
ANSWERS = Path(__file__).parents[2] / "evals" / "measure_answers.py"
CENT, CLOSE = 0.006, 1.1e-6
ASKED = [q for q in QUESTIONS if q.calls]


@cache
def recomputed() -> dict[int, list[dict[str, Any]]]:
    return dict(runpy.run_path(str(ANSWERS))["OUT"])


def answer_of(body: dict[str, Any]) -> Reply:
    """What the script says: the calls of the question asked, then every whole sentence that the tools offered."""
    messages = body["messages"]
    place = max(i for i, m in enumerate(messages) if m["role"] == "user")
    asked = next((q for q in ASKED if q.text in str(messages[place]["content"])), None)
    told = [str(m["content"]) for m in messages[place:] if m["role"] == "tool"]
    if asked and not told:
        return Calls(*(("measure", call) for call in asked.calls))
    return Text(" ".join(dict.fromkeys(re.findall(r"\{say [^}]+\}", " ".join(told)))))


@pytest.fixture(scope="module")
def endpoint() -> Iterator[ModelServer]:
    server = ModelServer(answer_of)
    yield server
    server.close()


def test_the_questions_are_those_that_were_fixed_before_the_calls_were_written() -> None:
    lines = "".join(f"{q.n}. {q.text}\n" for q in QUESTIONS)
    assert hashlib.sha256(lines.encode()).hexdigest() == SHA256


@pytest.mark.parametrize("question", ASKED, ids=[str(q.n) for q in ASKED])
def test_the_figures_asked_for(
    question: Question, replayed: Program, endpoint: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    *_, answer = replayed.ask(question.text, evidence=replayed.evidence(), model="scripted")
    assert isinstance(answer, Answer)
    assert answer.model == "scripted", answer.warnings
    assert not answer.withheld, answer.withheld
    assert answer.sentences
    assert all(s.marks for s in answer.sentences)
    facts = answer.evidence[0]
    for reading, what in question.want:
        for figure in recomputed()[question.n][reading]["figures"]:
            if figure["what"] == what:
                assert _holds(facts, figure, what), (what, figure["value"])


def _holds(facts: tuple[Fact, ...], figure: dict[str, Any], what: str) -> bool:
    """Whether a figure is among the facts: at stored precision, a date among a fact's own."""
    value, unit = figure["value"], figure["unit"]
    if unit == "date":
        return any(value == f.value or value in [d.isoformat() for d in f.dates] for f in facts)
    value = value * 100 if unit == "fraction" and "yield" in what else value  # yields are percent here
    near = CENT if unit == "USD" else 6e-5 if unit == "points" else CLOSE * max(1, abs(value))
    return any(abs(float(f.value) - value) <= near for f in facts if not isinstance(f.value, str))
