"""What a turn cost and how it went: one structured log line, and OpenTelemetry spans where a tracer is set up.

Neither holds a secret, nor what the person asked unless OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT is true,
which is OpenTelemetry's own switch. Names follow its conventions for generative AI.
"""

import json
import logging
import os
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.conversation.answer import Answer

log = logging.getLogger("footnote.turn")


def start_tracing() -> None:
    """Writes a line a turn to stderr, and where OTEL_EXPORTER_OTLP_ENDPOINT is set sends spans there.

    The spans need the extra ``tracing``; without it a line says so, and all else goes on.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    if not os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        log.warning(json.dumps({"event": "tracing", "error": "install footnote[tracing] to send spans"}))
        return
    provider = TracerProvider(resource=Resource.create({"service.name": "footnote"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


def _tracer() -> Any:
    try:
        from opentelemetry import trace
    except ImportError:  # an optional extra
        return None
    return trace.get_tracer("footnote")


def _texts_wanted() -> bool:
    return os.environ.get("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "").lower() in ("1", "true")


class Trace:
    """Times one turn, and says so when it ends.

    Args:
        answer: The answer in the making.
    """

    def __init__(self, answer: "Answer") -> None:
        self._answer = answer
        self._begun, self._wall = time.perf_counter(), time.time_ns()
        self._tools: list[tuple[str, int, int]] = []
        self._calls: list[dict[str, Any]] = []
        self._first: float | None = None
        self.fault: str | None = None

    def __enter__(self) -> "Trace":
        return self

    def said(self) -> None:
        """A sentence passed the gate."""
        if self._first is None:
            self._first = time.perf_counter() - self._begun

    def tool(self, name: str, ms: int) -> None:
        """A tool has answered."""
        self._tools.append((name, ms, time.time_ns()))

    def model_call(self, name: str, usage: dict[str, Any]) -> None:
        """A model has answered."""
        self._calls.append({"name": name, "usage": usage, "end": time.time_ns()})

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        answer = self._answer
        line: dict[str, Any] = {
            "event": "turn",
            "thread": answer.thread[-12:],
            "model": answer.model,
            "identity": answer.identity,
            "prompt_version": answer.prompt_version,
            "as_of": answer.as_of,
            "data": answer.data,
            "sentences": len(answer.sentences),
            "withheld": len(answer.withheld),
            "tools": [{"name": n, "ms": ms} for n, ms, _ in self._tools],
            "model_calls": len(self._calls),
            "usage": answer.usage,
            "ms": round((time.perf_counter() - self._begun) * 1000),
            "first_sentence_ms": None if self._first is None else round(self._first * 1000),
            "fault": self.fault,
            "ended": "whole" if kind is None else "stopped" if kind is GeneratorExit else kind.__name__,
        }
        if _texts_wanted():
            line["question"] = answer.question
        log.info(json.dumps(line, ensure_ascii=False))
        self._spans(line)

    def _spans(self, line: dict[str, Any]) -> None:
        tracer = _tracer()
        if tracer is None:
            return
        from opentelemetry import trace

        turn = tracer.start_span("footnote.turn", start_time=self._wall, attributes=_flat(line))
        inside = trace.set_span_in_context(turn)
        for name, ms, end in self._tools:
            span = tracer.start_span(
                f"execute_tool {name}",
                context=inside,
                start_time=end - ms * 1_000_000,
                attributes={"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": name},
            )
            span.end(end)
        begun = self._wall
        for call in self._calls:
            usage = call["usage"]
            span = tracer.start_span(
                f"chat {call['name']}",
                context=inside,
                start_time=begun,
                attributes={
                    "gen_ai.operation.name": "chat",
                    "gen_ai.response.model": call["name"],
                    "gen_ai.usage.input_tokens": usage.get("input_tokens", 0),
                    "gen_ai.usage.output_tokens": usage.get("output_tokens", 0),
                },
            )
            span.end(call["end"])
            begun = call["end"]
        turn.end()


def _flat(line: dict[str, Any]) -> dict[str, Any]:
    kept = {f"footnote.{k}": v for k, v in line.items() if isinstance(v, str | int | float) and k != "event"}
    usage = {f"gen_ai.usage.{k}": v for k, v in line["usage"].items()}
    return kept | usage | {"gen_ai.request.model": line["model"]}
