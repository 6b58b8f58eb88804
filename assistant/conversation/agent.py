"""A question's way: the agent calls tools, its model writes a draft, the gate lets through what holds."""

import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    AnyMessage,
    HumanMessage,
    RemoveMessage,
    SystemMessage,
    ToolMessage,
)
from langgraph.checkpoint.base import BaseCheckpointSaver

from assistant.bounds import NEW_SYMBOLS
from assistant.conversation.answer import Answer, kinds_withheld
from assistant.conversation.draft import Draft
from assistant.conversation.ended import is_broken, why_cut
from assistant.conversation.events import Earlier, Event, Restarted, Said, ToolStep
from assistant.conversation.memory import BUDGET, Memory
from assistant.conversation.read_as import tell_request
from assistant.conversation.tool_calls import REFUSED, ToolCalls
from assistant.conversation.tracing import Trace
from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.gate.gate import Gate, Grounded, Withheld, Wording
from assistant.gate.views.people import newest_views
from assistant.settings import BUILTIN
from assistant.statements.catalogue import lines
from assistant.statements.notices import added_notice, notices, provenance, withheld_notice
from assistant.statements.read_as import reading
from assistant.statements.words import text
from assistant.understanding.request import read_request
from assistant.writing.builtin_writer import BuiltinWriter, evidence_of
from assistant.writing.endpoint import Line, endpoint_configured, endpoint_name, is_overflow, is_unsteady, model_fault
from assistant.writing.prompts import CHOOSE, CHOOSE_SYSTEM, HINT, REWRITE, SYSTEM, VERSION
from tools.agent.research import Research
from tools.agent.tools import AGENT_TOOLS
from tools.fact import Fact

REMEMBERED = 4  # earlier questions that a follow-up is read after
ENDLESS = "went on without end"
MODEL_CALLS = 6  # in one turn: a model that goes on calling tools is stopped


class Turn:
    """One question in progress: tells what happens as it happens.

    Args:
        question: A checked question.
        evidence: Where facts and passages come from.
        model: ``builtin`` or a name of the configured endpoint.
        checkpointer: Keeps the thread; None to forget it.
        thread: Id of the conversation.
        stop: Set from elsewhere to stop at once, the endpoint's answer included.
        earlier: What was asked before in the thread, oldest first.
        language: ``en``, ``zh``, or ``auto`` for the question's own.
        wording: ``open`` to show what is the model's own in another ink, ``proved`` to leave it out.
        check: Holds a text against the evidence: its claims in a line each, and the facts they were held against.
    """

    def __init__(
        self,
        question: str,
        evidence: Evidence,
        model: str,
        checkpointer: BaseCheckpointSaver | None,
        thread: str,
        stop: threading.Event,
        check: Callable[[str, Evidence], tuple[list[str], list[Fact]]],
        earlier: Sequence[str] = (),
        language: str = "auto",
        wording: str = "open",
    ) -> None:
        self.evidence, self.checkpointer, self.model, self.stop = evidence, checkpointer, model, stop
        self._check = check
        self._wording: Wording = "open" if wording == "open" else "proved"
        self.ledger = Ledger()
        self.request = read_request(question, earlier[-REMEMBERED:], evidence.as_of, evidence.library.people)
        self.answer = Answer(question, evidence.as_of.isoformat(), evidence.data, model, thread, prompt_version=VERSION)
        self.answer.language = self.request.language if language == "auto" else "zh" if language == "zh" else "en"
        self.trace = Trace(self.answer)
        # An id of its own, so that a turn begun again by another writer doesn't stand twice in the thread.
        self._messages: list[AnyMessage] = [HumanMessage(question, id=uuid4().hex)]
        self._notes: list[str] = []
        self._lost: list[Withheld] = []
        self._cut: str | None = None
        self._broken = False
        self._kept: tuple[Any, Any] | None = None
        self._calls = self._making = ToolCalls()  # a model's, counted over the turn, and those of whoever writes now
        evidence.limit_new_symbols(NEW_SYMBOLS)
        self._memory = BUDGET
        self._start_draft()

    def remember(self, earlier: Earlier) -> None:
        """Takes in what earlier answers rest on: of the same session as measured now, of others as it was."""
        if self.model == BUILTIN:
            return  # which gathers its own evidence for each answer
        mine = [f for f in earlier.facts if f.as_of == self.evidence.as_of]
        self.ledger.add([f for key in dict.fromkeys(f.key for f in mine) if (f := self.evidence.catalogue.get(key))])
        self.ledger.add((), [p for p in earlier.passages if p.known_from <= self.evidence.as_of])
        self.ledger.add_earlier([f for f in earlier.facts if f.as_of < self.evidence.as_of])

    def _start_draft(self) -> None:
        newest = newest_views(self.evidence.library.passages, self.evidence.as_of)
        people = {name: p.name for p in self.evidence.library.people for name in (p.name.lower(), p.last_name)}
        as_of, today = self.evidence.as_of, self.evidence.today
        wording: Wording = "whole" if self.answer.model == BUILTIN else self._wording
        gate = Gate(self.ledger, as_of, today, people, newest, self.answer.language, wording)
        self._draft = Draft(gate, self.answer)

    def run(self) -> Iterator[Event]:
        """All events of the turn: tool steps, sentences, and last the whole answer; no more once it was stopped."""
        with self.trace:
            if self.model != BUILTIN:
                fault = yield from self._ask_endpoint()
                if fault and not self.stop.is_set():
                    self.answer.warnings.append(text("turn-fell-back", self.answer.language, fault=fault))
                    self.answer.model = BUILTIN
                    self.trace.fault = fault
                    yield Restarted(fault)
                    self._lost += self._draft.withheld
                    self._start_draft()
            if self.answer.model == BUILTIN and not self.stop.is_set():
                yield from self._write(BuiltinWriter(as_of=self.evidence.as_of, request=self.request))
            if not self.stop.is_set():
                self._close()
        if not self.stop.is_set():
            yield self.answer

    def _ask_endpoint(self) -> Generator[Event, None, str | None]:
        """The endpoint's draft and its one rewrite; comes back with what went wrong, or None."""
        if not endpoint_configured():
            return f"{self.model} was asked for, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"
        steady, choose = True, False
        while True:
            with Line(self.stop) as line:
                try:
                    writer = line.model(self.model, steady=steady)
                    if not choose:
                        yield from self._write(writer, line)
                        if self.answer.tools or self.answer.sentences or self._cut:
                            yield from self._rewrite(writer, line)
                            yield from self._settle_draft()
                        choose = not (self.answer.sentences or self._cut or line.cut or self.stop.is_set())
                    if choose:
                        yield from self._choose(writer, line)
                    fault = f"{endpoint_name()} {line.cut}" if line.cut else None
                except Exception as error:
                    fault = f"{endpoint_name()} {line.cut}" if line.cut else model_fault(error)
                    if fault is None:
                        raise
                    if steady and is_unsteady(error):
                        steady = False
                        continue
                    if is_overflow(error) and self._memory:
                        self._memory = 0
                        self.answer.warnings.append(text("turn-without-memory", self.answer.language))
                        continue
                if line.cut == ENDLESS and self.answer.sentences:
                    self.answer.warnings.append(text("turn-cut-off", self.answer.language, fault=str(fault)))
                    if self._kept is not None:
                        self._settle(*self._kept)
                    return None
                if line.cut == ENDLESS and not choose:
                    choose = True
                    continue
                if fault:
                    return fault
                break
        if not self._draft.verdicts:
            return self._cut or "The model stopped without an answer"
        return self._cut or (None if self.answer.sentences else "Nothing that the model wrote could be verified")

    def _choose(self, writer: BaseChatModel, line: Line) -> Iterator[Event]:
        """For a model with nothing to show: it chooses among sentences that code writes from gathered evidence.

        Small models forget to call tools and lose slots in long prompts, but they copy what fits the question.
        """
        question = self._messages[0]
        own = BuiltinWriter(as_of=self.evidence.as_of, request=self.request)
        begun = self._draft
        self._start_draft()
        for event in self._write(own, given=[question]):
            if isinstance(event, ToolStep):
                yield event
        verdicts = zip(self._draft.written, self._draft.verdicts, strict=True)
        offered = {written: verdict.text for written, verdict in verdicts if isinstance(verdict, Grounded)}
        self._draft = begun
        self._messages = [m for m in self._messages if not isinstance(m, AIMessage) or m.tool_calls]
        if not offered or self.stop.is_set():
            return
        self._lost += begun.withheld
        yield Restarted("evidence was gathered for the model")
        self._start_draft()
        self._draft.offer(offered)
        line.begin()
        sentences = "\n".join(f"- {said}" for said in offered.values())
        asked = [SystemMessage(CHOOSE_SYSTEM), HumanMessage(CHOOSE.format(sentences=sentences, question=question.text))]
        pieces: Any = None
        for piece in writer.stream(asked):
            line.heard()
            pieces = piece if pieces is None else pieces + piece
            yield from map(Said, self._draft.feed(piece.text))
            if self._draft.endless:
                line.give_up(ENDLESS)
        if pieces is not None:
            self._count(pieces)
            self._cut, self._broken = why_cut(pieces), is_broken(pieces)
        yield from map(Said, self._draft.close(whole=not self._broken and not line.cut))
        if self.answer.sentences:
            self.answer.warnings.append(text("turn-chosen", self.answer.language))
            if self._kept is not None:
                self._settle(*self._kept)

    def _write(
        self, writer: BaseChatModel, line: Line | None = None, *, given: list[AnyMessage] | None = None
    ) -> Iterator[Event]:
        """Lets a writer call tools and draft; with messages given, apart from the thread and its memory."""
        kept = given is None
        memory = Memory(self._messages[0].id or "", self._memory)
        self._making = ToolCalls(limited=False) if isinstance(writer, BuiltinWriter) else self._calls
        middleware: Any = [self._making, memory, ModelCallLimitMiddleware(run_limit=MODEL_CALLS, exit_behavior="end")]
        hint = HINT.format(reading=self._reading)
        agent = create_agent(
            writer,
            AGENT_TOOLS,
            system_prompt=SYSTEM if isinstance(writer, BuiltinWriter) else f"{SYSTEM}\n{hint}",
            context_schema=Research,
            checkpointer=self.checkpointer if kept else None,
            middleware=middleware,
        )
        config: Any = {"configurable": {"thread_id": self.answer.thread}, "recursion_limit": 40}
        if kept and self.checkpointer is not None:
            self._kept = agent, config
        sent: Any = {"messages": list(self._messages if given is None else given)}
        lasting: Any = {"durability": "exit"} if kept and self.checkpointer is not None else {}
        stream: Any = agent.stream(
            sent, config, context=self._research(), stream_mode=["messages", "updates"], **lasting
        )
        try:
            for mode, payload in stream:
                if self.stop.is_set():
                    return
                if mode == "messages":
                    if line is not None:
                        line.heard()
                    yield from self._chunk(payload[0])
                    if line is not None and self._draft.endless:
                        line.give_up(ENDLESS)
                else:
                    if line is not None:
                        line.rest()
                    for update in payload.values():
                        for message in (update or {}).get("messages", []):
                            yield from self._message(message)
            yield from map(Said, self._draft.close(whole=not self._broken and not (line and line.cut)))
        finally:
            if line is not None and self.stop.is_set():
                line.__exit__()  # before the stream, which waits for its model
            stream.close()
        if kept and self.checkpointer is not None:
            self._settle(agent, config)

    def _research(self) -> Research:
        held = self.evidence
        return Research(
            held.at,
            held.with_symbols,
            held.library,
            held.macro,
            lambda: held.calls,
            lambda text: self._check(text, held),
            held.measure,
            held.as_of,
            held.resolve,
        )

    def _chunk(self, chunk: Any) -> Iterator[Event]:
        if not isinstance(chunk, AIMessageChunk):
            return
        if chunk.tool_call_chunks and self._draft.begun:
            # Words before a tool call are the model thinking aloud, not the answer.
            yield Restarted("tools were called")
            self._start_draft()
        for sentence in self._draft.feed(chunk.text):
            self.trace.said()
            yield Said(sentence)

    def _message(self, message: Any) -> Iterator[Event]:
        if isinstance(message, AIMessage):
            self._messages.append(message)
            self._cut, self._broken = why_cut(message), is_broken(message)
            self._draft.new_message()
            self._count(message)
            for call in self._making.admitted(message):
                yield ToolStep(str(call["id"]), call["name"], call["args"])
        elif isinstance(message, ToolMessage):
            self._messages.append(message)
            if message.additional_kwargs.get(REFUSED):
                return
            facts, passages, notes = evidence_of(message)
            self.ledger.add(facts, passages)
            self._notes += notes
            self.answer.tables += (
                (message.artifact or {}).get("tables", []) if isinstance(message.artifact, dict) else []
            )
            calls = [c for m in self._messages if isinstance(m, AIMessage) for c in m.tool_calls]
            call = next(c for c in reversed(calls) if c["id"] == message.tool_call_id)
            ms = int(message.additional_kwargs.get("ms", 0))
            self.answer.tools.append({"name": call["name"], "args": call["args"], "ms": ms})
            self.trace.tool(call["name"], ms)
            yield ToolStep(message.tool_call_id, call["name"], call["args"], ms, str(message.content))

    def _count(self, message: AIMessage) -> None:
        """Adds what a message cost, and who it says wrote it."""
        usage: Any = message.usage_metadata or {}
        cached = (usage.get("input_token_details") or {}).get("cache_read", 0) or 0
        for name, n in (
            ("input_tokens", usage.get("input_tokens", 0)),
            ("output_tokens", usage.get("output_tokens", 0)),
            ("cached_tokens", cached),
        ):
            self.answer.usage[name] += n
        self.answer.identity = message.response_metadata.get("model_name") or self.answer.identity
        self.trace.model_call(self.answer.identity or self.model, usage)

    def _rewrite(self, writer: BaseChatModel, line: Line) -> Iterator[Event]:
        """Sends what failed back once, together, with the reasons; what passes then takes its place."""
        wanted = self._draft.failed()
        if not wanted or self._cut or line.cut or self.stop.is_set():
            return
        line.begin()
        pieces: Any = None
        question, evidence = self.answer.question, lines(self.ledger)
        asked = REWRITE.format(question=question, evidence=evidence, sentences=wanted)
        for piece in writer.stream([SystemMessage(SYSTEM), HumanMessage(asked)]):
            line.heard()
            pieces = piece if pieces is None else pieces + piece
        if pieces is None:
            return
        self._count(pieces)
        if self._draft.mend(pieces.text):
            yield Restarted("rewritten")
            yield from map(Said, self.answer.sentences)

    def _settle_draft(self) -> Iterator[Event]:
        """What could not be shown is told in code's words, where it named a figure."""
        if self._draft.settle():
            yield Restarted("settled")
            yield from map(Said, self.answer.sentences)

    def _close(self) -> None:
        self.answer.proved = self._draft.proved()
        self.answer.withheld = self._lost + self._draft.withheld
        self.answer.drafts = list(self._draft.written)
        self.answer.evidence = (tuple(self.ledger.facts), tuple(self.ledger.passages.values()))
        self.answer.notes = list(self._notes)
        tell_request(self.answer, self.request, self._reading, self.ledger.names)
        gate = self._draft.gate
        newest = {name: day.isoformat() for name, day in gate.newest.items()}
        self.answer.gate = {"today": gate.today.isoformat(), "people": gate.people, "newest": newest}
        self.answer.gate |= {"wording": gate.wording, "stood_in": sorted(self._draft.stood_in)}
        language = self.answer.language
        if self.answer.withheld:
            kinds = kinds_withheld(self.answer.withheld)
            self.answer.warnings.append(withheld_notice(kinds, len(self.answer.withheld), language))
        self.answer.warnings += added_notice(self.answer.footnotes.items, language)
        days: list[date] = [item.as_of for item in self.answer.footnotes.items if isinstance(item, Fact)]
        self.answer.warnings += notices(self.evidence, self._notes, days, language)
        self.answer.provenance = provenance(self.evidence, days, language)

    @property
    def _reading(self) -> str:
        return reading(self.request, self.answer.language, self.evidence.as_of, self.ledger.names)

    def _settle(self, agent: Any, config: Any) -> None:
        """Leaves of this turn in the thread's memory its question and what the reader was shown, nothing else.

        Where a draft is followed by another, the other's replaces it.
        """
        state = agent.get_state(config).values.get("messages", [])
        place = next((i for i, m in enumerate(state) if m.id == self._messages[0].id), len(state))
        change: list[Any] = [RemoveMessage(id=str(m.id)) for m in state[place + 1 :]]
        if self.answer.sentences:
            shown = " ".join(s.text for s in self.answer.sentences)
            change.append(AIMessage(f"(As of {self.answer.as_of}.) {shown}"))
        if change:
            agent.update_state(config, {"messages": change})
