"""One line a turn and spans with timings and tokens; nothing secret, and what was asked only where that is wanted."""

import json
import logging

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from assistant.evidence.source import Evidence
from assistant.program import Program
from tests.model_server import Calls, Text

QUESTION = "How is the Russell 2000 doing, asks Ann?"
LEVELS = Calls(("levels", {"subjects": ["rut"]}))


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return exporter


def _line(caplog: pytest.LogCaptureFixture) -> dict[str, object]:
    (line,) = [r.message for r in caplog.records if r.name == "footnote.turn"]
    return dict(json.loads(line))


def test_a_turn_leaves_one_line_and_spans_without_secrets_or_texts(
    program: Program,
    evidence: Evidence,
    scripted: object,
    caplog: pytest.LogCaptureFixture,
    spans: InMemorySpanExporter,
) -> None:
    scripted(LEVELS, Text("The Russell 2000 closed at {rut.close}.", cached=10))  # type: ignore[operator]
    with caplog.at_level(logging.INFO, "footnote.turn"):
        list(program.ask(QUESTION, evidence=evidence, model="scripted"))
    line = _line(caplog)
    assert (line["model"], line["model_calls"], line["sentences"], line["ended"]) == ("scripted", 2, 1, "whole")
    assert line["usage"] == {"input_tokens": 200, "output_tokens": 40, "cached_tokens": 10}
    told = {s.name: dict(s.attributes or {}) for s in spans.get_finished_spans()}
    assert set(told) == {"footnote.turn", "execute_tool levels", "chat scripted"}
    assert told["chat scripted"]["gen_ai.usage.input_tokens"] == 100
    everything = json.dumps([line, told])
    for secret in ("sk-test", "Ann", "Russell", "127.0.0.1"):
        assert secret not in everything


def test_the_question_is_told_where_opentelemetry_s_own_switch_says_so(
    program: Program, evidence: Evidence, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
    with caplog.at_level(logging.INFO, "footnote.turn"):
        list(program.ask(QUESTION, evidence=evidence))
    assert _line(caplog)["question"] == QUESTION
