"""The tab where a question is asked and its answer streams in, sentence by sentence."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.bounds import LONGEST, QuestionError, check_question
from assistant.conversation.answer import Answer
from assistant.conversation.events import Restarted, Said, ToolStep
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import ChartFold, Charts, build_fold, chart_of
from assistant.page.blocks.conversations import GUEST, Conversations, ThreadFold, build_conversations, markup_of
from assistant.page.blocks.fetching import Fetched, fault_line, fetched_line, gather, state_line
from assistant.page.blocks.model_panel import WRITER, build_model_panel, told
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.prose import Turn, cut_off, stopped
from assistant.page.visitors import Visitors
from assistant.program import Program
from assistant.settings import BUILTIN
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

EXAMPLES = 10
STEP_SECONDS = 0.1  # between two updates that show tools alone
NEXT = 3  # questions offered under an answer
SHOWN = 30  # answers of one conversation kept on the page


@dataclass
class Conversation:
    """What one visitor asked in one go.

    Attributes:
        thread: Its id, which begins with the visitor's.
        data: The source its figures come from; a conversation keeps to one.
        past: Answers given, as markup.
        turn: The question that is being answered.
        line: The line about the data of the last answer.
        fault: Why the last question was not answered.
        charts: The chart that helps the last answer, as the one of one; none where none does.
        last: The last answer, for what it cost.
    """

    thread: str
    data: str | None = None
    past: list[str] = field(default_factory=list)
    turn: Turn | None = None
    line: str = ""
    fault: Exception | None = None
    charts: Charts = ()
    last: Answer | None = None

    def close(self, note: str = "") -> None:
        """Puts the current turn with those before it."""
        if self.turn:
            self.turn.note = note
            self.past = [*self.past, self.turn.markup()][-SHOWN:]
            self.turn = None


@dataclass(frozen=True)
class AskTab:
    """The tab's parts that its events change."""

    past: gr.Markdown
    now: gr.Markdown
    examples: gr.Column
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    state: gr.Markdown
    conversation: gr.State
    fold: gr.Accordion

    def all(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return list(self.__dict__.values())


class Asking:
    """What happens when somebody asks: three steps, because Gradio builds every part anew that a step may change.

    Only the one that streams is run once for each sentence, so it changes nothing but the answer.

    Args:
        program: What answers.
        threads: The visitor's conversations.
        tab: What is shown.
    """

    def __init__(self, program: Program, threads: Conversations, tab: AskTab) -> None:
        self.program, self.threads, self.tab, self.language = program, threads, tab, threads.language

    def begin(self, question: str, conversation: Conversation | None, request: gr.Request) -> dict[Any, Any]:
        """Takes the question, or says why not: that costs nothing, and leaves it in its box."""
        tab, talk = self.tab, self._conversation(conversation, request)
        if talk.turn:
            return {tab.now: gr.skip()}  # one at a time: what was typed meanwhile stays in its box
        talk.fault, talk.charts = None, ()
        try:
            question = check_question(question or "")
        except QuestionError as error:
            talk.fault = error
            return {tab.now: fault_line(error, self.language), tab.conversation: talk}
        talk.turn = Turn(f"{uuid4().hex[:6]}", question, language=self.language)
        return {
            tab.now: talk.turn.markup(),
            tab.box: gr.update(value=""),
            tab.examples: gr.update(visible=False),
            tab.conversation: talk,
            tab.send: gr.update(visible=False),
            tab.stop: gr.update(visible=True),
            tab.fold: gr.update(visible=False),
        }

    def answer(self, as_of: str, model: str, talk: Conversation | None) -> Iterator[str]:
        """The answer as it grows."""
        # A generator that yields nothing empties what it is for, so what stands there is said once more.
        if talk is None or talk.turn is None:
            yield fault_line(talk.fault, self.language) if talk and talk.fault else ""
            return
        turn = talk.turn
        if turn.begun:
            yield turn.markup()
            return
        turn.begun = True
        try:
            with self.program.seats.taken():
                evidence = yield from self._evidence(talk, turn, as_of or "")
                yield from self._answer(talk, turn, evidence, BUILTIN if model == WRITER else model)
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            talk.fault = error

    def finish(self, talk: Conversation | None) -> dict[Any, Any]:
        """Puts the answer with those before it; where there is none, the question back into its box."""
        tab = self.tab
        ready = {tab.send: gr.update(visible=True), tab.stop: gr.update(visible=False)}
        if talk is None or talk.turn is None:
            return ready
        if not talk.turn.answer and not talk.fault and not talk.turn.stop.is_set():
            return {tab.now: gr.skip()}  # still being answered, for an earlier press
        if talk.fault:
            question, talk.turn = talk.turn.question, None
            shown = {tab.box: gr.update(value=question), tab.examples: gr.update(visible=not talk.past)}
            return {tab.now: fault_line(talk.fault, self.language), **shown, **ready}
        talk.close("" if talk.turn.answer else cut_off(self.language))
        return {tab.past: "".join(talk.past), tab.now: "", tab.state: talk.line, **ready}

    def _evidence(self, talk: Conversation, turn: Turn, as_of: str) -> Generator[str, None, Evidence]:
        for item in gather(self.program, as_of, talk.data, talk.thread.partition("-")[0]):
            if isinstance(item, Evidence):
                talk.data, talk.line, turn.note = item.data, state_line(item, self.language), ""
                return item
            assert isinstance(item, Fetched)
            turn.note = fetched_line(item, self.language)
            yield turn.markup()
        raise AssertionError("gathering ends with evidence or an error")

    def _answer(self, talk: Conversation, turn: Turn, evidence: Evidence, model: str) -> Iterator[str]:
        shown, visitor = 0.0, talk.thread.partition("-")[0]
        owner = None if visitor == GUEST else visitor
        asked = self.program.ask(
            turn.question, evidence=evidence, model=model, thread=talk.thread, owner=owner, stop=turn.stop
        )
        for event in asked:
            if isinstance(event, ToolStep):
                turn.steps[event.id] = event
                if time.monotonic() - shown < STEP_SECONDS:
                    continue  # six tools in as many milliseconds are shown at once
            elif isinstance(event, Said):
                turn.sentences.append(event.sentence)
            elif isinstance(event, Restarted):
                turn.sentences = []
            else:
                event.warnings = [*self.program.notices, *event.warnings]
                turn.answer, talk.last, talk.charts = event, event, chart_of(event, evidence, self.language)
                return
            shown = time.monotonic()
            yield turn.markup()
        if self.program.seats.closed:
            turn.note = cut_off(self.language)
            yield turn.markup()

    def offer_next(self, talk: Conversation | None) -> list[Any]:
        """What may be asked next: other readings where the last was unsure, else what would be answered well."""
        last = talk.last if talk and not talk.turn else None
        asked = [*last.alternatives, *last.followups][:NEXT] if last else []
        return [gr.update(value=q, visible=True) for q in asked] + [gr.update(visible=False)] * (NEXT - len(asked))

    def stop(self, talk: Conversation | None) -> dict[Any, Any]:
        """Keeps what was said so far, and says that it isn't all."""
        tab = self.tab
        if talk:
            if talk.turn:
                talk.turn.stop.set()  # the endpoint is cut off, wherever it is
            talk.close(stopped(self.language))
        past = "".join(talk.past) if talk else ""
        return {tab.past: past, tab.now: "", tab.send: gr.update(visible=True), tab.stop: gr.update(visible=False)}

    def restart(self) -> dict[Any, Any]:
        """A new conversation."""
        tab = self.tab
        return {
            tab.past: "",
            tab.now: "",
            tab.conversation: None,
            tab.examples: gr.update(visible=True),
            tab.box: gr.update(value=""),
            tab.send: gr.update(visible=True),
            tab.stop: gr.update(visible=False),
            tab.fold: gr.update(visible=False),
        }

    def reopen(self, thread: str, request: gr.Request) -> dict[Any, Any]:
        """A conversation that is kept, as it stood; nothing where it isn't there or isn't the visitor's."""
        tab, turned = self.tab, self.threads.turned(thread, request)
        if not turned:
            return {tab.now: gr.skip()}
        talk = Conversation(thread, data=turned[-1].answer.data, past=markup_of(turned[-SHOWN:], thread, self.language))
        shown = {tab.past: "".join(talk.past), tab.now: "", tab.conversation: talk}
        return {**shown, tab.examples: gr.update(visible=False), tab.fold: gr.update(visible=False)}

    def _conversation(self, conversation: Conversation | None, request: gr.Request) -> Conversation:
        """The conversation, if it is this visitor's; else a new one."""
        if conversation and self.threads.is_theirs(conversation.thread, request):
            return conversation
        return Conversation(self.threads.begin(request))


def build_ask(program: Program, visitors: Visitors, state: gr.Markdown, as_of: gr.Textbox, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns"):
        with gr.Column(elem_classes="fn-main"):
            past = markup_block(elem_id="fn-past")
            now = markup_block(elem_id="fn-now")
            fold = build_fold(language, elem_id="fn-chart-fold")
            with gr.Column(elem_classes="fn-examples") as examples:
                markup_block(f'<p class="fn-lead">{escape(text("ask-lead", language))}</p>')
                asked = [text(f"ask-example-{n}", language) for n in range(1, EXAMPLES + 1)]
                buttons = [gr.Button(question, elem_classes="fn-example") for question in asked]
            with gr.Column(elem_classes="fn-nexts"):
                nexts = [gr.Button("", visible=False, elem_classes="fn-example fn-next") for _ in range(NEXT)]
            with gr.Row(elem_classes="fn-composer"):
                box = gr.Textbox(
                    placeholder=text("ask-placeholder", language), label=text("ask-label", language), show_label=False,
                    container=False, lines=1, max_lines=6, max_length=LONGEST + 1, autofocus=True, elem_id="fn-box",
                )  # fmt: skip
                send = gr.Button(text("ask-send", language), variant="primary", elem_id="fn-send")
                stop = gr.Button(text("stop", language), visible=False, elem_id="fn-stop")
            new = gr.Button(text("ask-new", language), elem_id="fn-new")
            threads = build_conversations(markup_block, language)
            model = build_model_panel(program.settings, markup_block, language)
        panel()
    tab = AskTab(past, now, examples, box, send, stop, state, gr.State(None), fold.fold)
    asking = Asking(program, Conversations(program, visitors, threads, language), tab)
    _wire(asking, as_of, [*buttons, *nexts], new, fold, model)
    _wire_next(asking, nexts, new)
    _wire_threads(asking, threads, new)


def _wire(
    asking: Asking,
    as_of: gr.Textbox,
    examples: list[gr.Button],
    new: gr.Button,
    fold: ChartFold,
    model: tuple[gr.Radio, gr.Markdown],
) -> None:
    tab, settings, kept = asking.tab, asking.program.settings, asking.threads.fold.kept
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    begun = [gr.on([tab.box.submit, tab.send.click], asking.begin, [tab.box, tab.conversation], tab.all(), **quiet)]
    begun += [b.click(asking.begin, [b, tab.conversation], tab.all(), **quiet) for b in examples]
    runs = [
        b.then(asking.answer, [as_of, model[0], tab.conversation], tab.now, concurrency_limit=None, **quiet)
        for b in begun
    ]
    for run in runs:
        done = run.then(asking.finish, tab.conversation, tab.all(), **quiet)
        done.then(lambda talk: _offered(fold, talk), tab.conversation, fold.parts(), **quiet)
        done.then(
            lambda talk: told(settings, talk.last if talk else None, asking.language),
            tab.conversation,
            model[1],
            **quiet,
        )
        held = done.then(lambda talk: talk.thread if talk else "", tab.conversation, kept, **quiet)
        held.then(asking.threads.show, kept, asking.threads.fold.parts(), **quiet)
    tab.stop.click(asking.stop, tab.conversation, tab.all(), cancels=runs, **quiet)
    new.click(asking.restart, None, tab.all(), cancels=runs, **quiet)


def _offered(fold: ChartFold, talk: Conversation | None) -> dict[Any, Any]:
    """The last answer's chart: folded where it helps, open where it was asked for."""
    asked = bool(talk and talk.last and talk.last.request.get("form", {}).get("chart"))
    return fold.offer(talk.charts if talk else (), opened=asked)


def _wire_next(asking: Asking, nexts: list[gr.Button], new: gr.Button) -> None:
    """The questions under an answer change with what is shown: after an answer, and go with a new conversation."""
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    asking.tab.past.change(asking.offer_next, asking.tab.conversation, nexts, **quiet)
    new.click(lambda: [gr.update(visible=False)] * NEXT, None, nexts, **quiet)


def _wire_threads(asking: Asking, fold: ThreadFold, new: gr.Button) -> None:
    """The list is made when it may have changed: on arrival, after an answer, after a press in it."""
    tab, threads = asking.tab, asking.threads
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks = gr.context.Context.root_block
    assert blocks is not None
    arrived = blocks.load(_linked, fold.kept, fold.kept, **quiet)
    arrived.then(asking.reopen, fold.kept, tab.all(), **quiet)
    gr.on([blocks.load, fold.kept.change], threads.show, fold.kept, fold.parts(), **quiet)
    picked = fold.pick.input(asking.reopen, fold.pick, tab.all(), **quiet)
    picked.then(lambda thread: thread or "", fold.pick, fold.kept, **quiet)
    named = fold.rename.click(threads.rename, [fold.pick, fold.title], fold.parts(), **quiet)
    named.then(threads.show, fold.kept, fold.parts(), **quiet)
    gone = fold.delete.click(threads.delete, fold.pick, fold.parts(), **quiet)
    left = gone.then(asking.restart, None, tab.all(), **quiet).then(lambda: "", None, fold.kept, **quiet)
    left.then(threads.show, fold.kept, fold.parts(), **quiet)
    new.click(lambda: "", None, fold.kept, **quiet)


def _linked(kept: str, request: gr.Request) -> str:
    """The conversation that the page's address names, else the one last in view."""
    return str(dict(request.query_params).get("thread", "")) or kept
