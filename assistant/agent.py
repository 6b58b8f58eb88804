"""A question's way: the agent calls tools, its model writes a draft, the gate lets through what holds."""

import re
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, HumanMessage, ToolMessage
from langgraph.checkpoint.base import BaseCheckpointSaver

from assistant.answer import Answer, Sentence, withheld_notice
from assistant.checker.report import check_lines
from assistant.evidence import Evidence
from assistant.grounding import Gate, Grounded, Withheld
from assistant.ledger import Ledger
from assistant.models import endpoint_configured, endpoint_model, model_fault
from assistant.notices import added_notice, notices
from assistant.prompts import REWRITE, SYSTEM, VERSION
from assistant.sentences import Splitter
from assistant.settings import BUILTIN
from assistant.statements import lines
from assistant.views import newest_views
from assistant.writer import BuiltinWriter, evidence_of
from tools.agent_tools import AGENT_TOOLS
from tools.facts import Fact
from tools.research import Research

MODEL_CALLS = 6  # in one turn: a model that goes on calling tools is stopped
# A thinking model's reasoning, finished or not, and a tag that has only begun.
_ENDED = re.compile(r"[.!?…\])”\"']$")
_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)|<[/a-z]*$", re.DOTALL | re.I)


@dataclass(frozen=True)
class ToolStep:
    """A tool was called (``ms`` is None) or has answered."""

    id: str
    name: str
    args: dict[str, Any]
    ms: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Said:
    """A sentence passed the gate and stands at the end of the answer so far."""

    sentence: Sentence


@dataclass(frozen=True)
class Restarted:
    """What was said so far was no answer yet, or its model failed: it is taken back."""

    why: str


Event = ToolStep | Said | Restarted | Answer


class _Timed(AgentMiddleware):
    """Writes on each tool's message how long the tool took."""

    def wrap_tool_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
        start = time.perf_counter()
        result = handler(request)
        if isinstance(result, ToolMessage):
            result.additional_kwargs["ms"] = round((time.perf_counter() - start) * 1000)
        return result


def ask(
    question: str,
    *,
    evidence: Evidence,
    model: str,
    checkpointer: BaseCheckpointSaver | None,
    thread: str | None = None,
) -> Iterator[Event]:
    """Answers a question, telling what happens as it happens.

    Args:
        question: A checked question.
        evidence: Where facts and passages come from.
        model: ``builtin`` or a name of the configured endpoint.
        checkpointer: Keeps the thread; None to forget it.
        thread: Id of the conversation; a new one when None.

    Yields:
        Tool steps and sentences, and last the whole answer.
    """
    turn = Turn(question, evidence, model, checkpointer, thread or uuid4().hex)
    yield from turn.run()


class Turn:
    """One question in progress."""

    def __init__(
        self, question: str, evidence: Evidence, model: str, checkpointer: BaseCheckpointSaver | None, thread: str
    ) -> None:
        self.evidence, self.checkpointer, self.model = evidence, checkpointer, model
        self.ledger = Ledger()
        self.answer = Answer(question, evidence.as_of.isoformat(), evidence.data, model, thread, prompt_version=VERSION)
        # An id of its own, so that a turn begun again by another writer doesn't stand twice in the thread.
        self._messages: list[AnyMessage] = [HumanMessage(question, id=uuid4().hex)]
        self._notes: list[str] = []
        self._lost: list[Withheld] = []
        self._cut = False
        self._start_draft()

    def _start_draft(self) -> None:
        newest = newest_views(self.evidence.library.passages, self.evidence.as_of)
        people = {name: p.name for p in self.evidence.library.people for name in (p.name.lower(), p.last_name)}
        self._gate = Gate(self.ledger, self.evidence.as_of, self.evidence.today, people, newest)
        self._splitter = Splitter()
        self._raw, self._seen = "", 0
        self._verdicts: list[Grounded | Withheld] = []
        self._drafts: list[str] = []
        self.answer.sentences = []
        self.answer.footnotes = type(self.answer.footnotes)()

    def run(self) -> Iterator[Event]:
        """All events of the turn."""
        if self.model != BUILTIN:
            fault = yield from self._ask_endpoint()
            if fault:
                self.answer.warnings.append(f"{fault}. The built-in writer answered instead.")
                self.answer.model = BUILTIN
                yield Restarted(fault)
                self._lost = [v for v in self._verdicts if isinstance(v, Withheld)]
                self._start_draft()
        if self.answer.model == BUILTIN:
            yield from self._draft(BuiltinWriter(as_of=self.evidence.as_of, named_in=self.evidence.library.named_in))
        self._close()
        yield self.answer

    def _ask_endpoint(self) -> Generator[Event, None, str | None]:
        """The endpoint's draft and its one rewrite; comes back with what went wrong, or None."""
        if not endpoint_configured():
            return f"{self.model} was asked for, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"
        try:
            writer = endpoint_model(self.model)
            yield from self._draft(writer)
            yield from self._rewrite(writer)
        except Exception as error:
            fault = model_fault(error)
            if fault is None:
                raise
            return fault
        if not self._verdicts:
            return "The model stopped without an answer"
        if self._cut:
            return "The model's stream broke off"
        return None if self.answer.sentences else "Nothing that the model wrote could be verified"

    def _draft(self, writer: BaseChatModel) -> Iterator[Event]:
        middleware: Any = [_Timed(), ModelCallLimitMiddleware(run_limit=MODEL_CALLS, exit_behavior="end")]
        agent = create_agent(
            writer,
            AGENT_TOOLS,
            system_prompt=SYSTEM,
            context_schema=Research,
            checkpointer=self.checkpointer,
            middleware=middleware,
        )
        config: Any = {"configurable": {"thread_id": self.answer.thread}, "recursion_limit": 40}
        held = self.evidence
        research = Research(
            held.at,
            held.with_symbols,
            held.library,
            held.macro,
            lambda: held.calls,
            lambda text: check_lines(text, held),
            held.as_of,
        )
        given: Any = {"messages": list(self._messages)}
        stream: Any = agent.stream(
            given, config, context=research, stream_mode=["messages", "updates"], durability="exit"
        )
        for mode, payload in stream:
            if mode == "messages":
                yield from self._chunk(payload[0])
            else:
                for update in payload.values():
                    for message in (update or {}).get("messages", []):
                        yield from self._message(message)
        yield from self._judge(self._splitter.close())
        self._forget_artifacts(agent, config)

    def _chunk(self, chunk: Any) -> Iterator[Event]:
        if not isinstance(chunk, AIMessageChunk):
            return
        if chunk.tool_call_chunks and (self._raw or self._verdicts):
            # Words before a tool call are the model thinking aloud, not the answer.
            yield Restarted("tools were called")
            self._start_draft()
        self._raw += chunk.text
        shown = _THINKING.sub("", self._raw)
        new, self._seen = shown[self._seen :], max(self._seen, len(shown))
        yield from self._judge(self._splitter.feed(new))

    def _message(self, message: Any) -> Iterator[Event]:
        if isinstance(message, AIMessage):
            self._messages.append(message)
            # A stream that ended whole says why it ended, or at least ends a sentence.
            whole = "finish_reason" in message.response_metadata or _ENDED.search(message.text.rstrip() or ".")
            self._cut = not whole
            self._raw, self._seen = "", 0
            usage = message.usage_metadata or {"input_tokens": 0, "output_tokens": 0}
            for name in ("input_tokens", "output_tokens"):
                self.answer.usage[name] += usage[name]  # type: ignore[literal-required]
            for call in message.tool_calls:
                yield ToolStep(str(call["id"]), call["name"], call["args"])
        elif isinstance(message, ToolMessage):
            self._messages.append(message)
            facts, passages, notes = evidence_of(message)
            self.ledger.add(facts, passages)
            self._notes += notes
            calls = [c for m in self._messages if isinstance(m, AIMessage) for c in m.tool_calls]
            call = next(c for c in reversed(calls) if c["id"] == message.tool_call_id)
            ms = int(message.additional_kwargs.get("ms", 0))
            self.answer.tools.append({"name": call["name"], "args": call["args"], "ms": ms})
            yield ToolStep(message.tool_call_id, call["name"], call["args"], ms, str(message.content))

    def _judge(self, drafts: list[str]) -> Iterator[Event]:
        for draft in drafts:
            verdict = self._gate.judge(draft)
            self._drafts.append(draft)
            self._verdicts.append(verdict)
            if isinstance(verdict, Grounded):
                sentence = self.answer.footnotes.sentence(verdict)
                self.answer.sentences.append(sentence)
                yield Said(sentence)

    def _rewrite(self, writer: BaseChatModel) -> Iterator[Event]:
        """Sends what failed back once, together, with the reasons; what passes then takes its place."""
        failed = [i for i, v in enumerate(self._verdicts) if isinstance(v, Withheld)]
        if not failed:
            return
        why = {
            i: "; ".join(r.detail for r in v.reasons) for i, v in enumerate(self._verdicts) if isinstance(v, Withheld)
        }
        wanted = "\n".join(f"{i + 1}. {self._drafts[i]} (not shown: {why[i]})" for i in failed)
        reply = writer.invoke(REWRITE.format(evidence=lines(self.ledger), sentences=wanted))
        usage = reply.usage_metadata or {"input_tokens": 0, "output_tokens": 0}
        for name in ("input_tokens", "output_tokens"):
            self.answer.usage[name] += usage[name]  # type: ignore[literal-required]
        changed = False
        for match in re.finditer(r"^\s*(\d+)[.)]\s*(.+)$", _THINKING.sub("", reply.text), re.MULTILINE):
            place, text = int(match[1]) - 1, match[2].strip()
            if place in failed and text.upper().rstrip(".") != "DROP":
                self._gate._fell = False  # it is judged in its place, not after the last sentence
                verdict = self._gate.judge(text)
                if isinstance(verdict, Grounded):
                    self._verdicts[place] = verdict
                    changed = True
        if changed:
            kept = [v for v in self._verdicts if isinstance(v, Grounded)]
            self.answer.sentences = [self.answer.footnotes.sentence(v) for v in kept]
            yield Restarted("rewritten")
            for sentence in self.answer.sentences:
                yield Said(sentence)

    def _close(self) -> None:
        self.answer.withheld = self._lost + [v for v in self._verdicts if isinstance(v, Withheld)]
        if self.answer.withheld:
            self.answer.warnings.append(withheld_notice(self.answer.withheld))
        self.answer.warnings += added_notice(self.answer.footnotes.items)
        days = [item.as_of for item in self.answer.footnotes.items if isinstance(item, Fact)]
        self.answer.warnings += notices(self.evidence, self._notes, days)

    def _forget_artifacts(self, agent: Any, config: Any) -> None:
        """Takes the evidence out of the thread's kept messages: each turn brings its own."""
        if self.checkpointer is None:
            return
        state = agent.get_state(config).values.get("messages", [])
        bare = [m.model_copy(update={"artifact": None}) for m in state if isinstance(m, ToolMessage) and m.artifact]
        if bare:
            agent.update_state(config, {"messages": bare})
