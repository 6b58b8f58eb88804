"""The built-in writer: a LangChain chat model without weights, deterministic, in the same agent as any other.

Asked a question it plans tool calls; given their results it composes prose with the same slots that any model
writes, for the same gate.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, ToolCallChunk, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.evidence.ledger import Ledger
from assistant.understanding.request import Request
from assistant.writing.compose import compose
from assistant.writing.plan import plan
from corpus.document import Passage
from tools.fact import Fact

EARLIER, ASKED = "Earlier in this conversation:", "Asked: "  # how older turns are told, shortened


def evidence_of(message: ToolMessage) -> tuple[list[Fact], list[Passage], list[str]]:
    """The facts, passages and notes that a tool's message carries, validated as they are read back."""
    artifact = message.artifact if isinstance(message.artifact, dict) else {}
    facts = [
        Fact.model_validate({k: v for k, v in row.items() if k not in ("id", "display")})
        for row in artifact.get("facts", [])
    ]
    return facts, [Passage.model_validate(row) for row in artifact.get("passages", [])], list(artifact.get("notes", []))


class BuiltinWriter(BaseChatModel):
    """Plans tool calls from a request, then composes from what they returned.

    Attributes:
        as_of: The date of the answer.
        request: The question, read.
    """

    as_of: date
    request: Request

    @property
    def _llm_type(self) -> str:
        return "footnote-builtin"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> "BuiltinWriter":  # type: ignore[override]
        """The tools are known to it; nothing is bound."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        calls, sentences = self._turn(messages)
        reply = AIMessage(
            " ".join(sentences), tool_calls=[{"name": n, "args": a, "id": _id(), "type": "tool_call"} for n, a in calls]
        )
        return ChatResult(generations=[ChatGeneration(message=reply)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        calls, sentences = self._turn(messages)
        if calls:
            import json

            chunks: list[ToolCallChunk] = [
                {"name": n, "args": json.dumps(a), "id": _id(), "index": i, "type": "tool_call_chunk"}
                for i, (n, a) in enumerate(calls)
            ]
            yield ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=chunks))
        for sentence in sentences:
            chunk = ChatGenerationChunk(message=AIMessageChunk(content=sentence + " "))
            if run_manager:
                run_manager.on_llm_new_token(sentence + " ", chunk=chunk)
            yield chunk

    def _turn(self, messages: list[BaseMessage]) -> tuple[list[tuple[str, dict[str, object]]], list[str]]:
        """What to do next: the tool calls still to make, or else the draft."""
        start = max(i for i, m in enumerate(messages) if isinstance(m, HumanMessage))
        turn = messages[start + 1 :]
        made = [(c["name"], c["args"]) for m in turn if isinstance(m, AIMessage) for c in m.tool_calls]
        missing = [call for call in plan(self.request, self.as_of) if call not in made]
        if missing:
            return missing, []
        ledger = Ledger()
        for message in turn:
            if isinstance(message, ToolMessage):
                facts, passages, _ = evidence_of(message)
                ledger.add(facts, passages)
        return [], compose(self.request, ledger, self.as_of)


def questions_in(text: str) -> list[str]:
    """The questions of an earlier message: itself, or those among the lines that older turns were shortened to."""
    if not text.startswith(EARLIER):
        return [text]
    return [line.removeprefix(ASKED) for line in text.splitlines() if line.startswith(ASKED)]


def _id() -> str:
    return f"call_{uuid4().hex[:12]}"
