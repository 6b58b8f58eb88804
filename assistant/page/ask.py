"""The tab where a question is asked and its answer streams in, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.agent import Restarted, Said, ToolStep
from assistant.bounds import LONGEST, QuestionError, check_question
from assistant.evidence import Evidence
from assistant.page.fetching import Fetched, bar, fault_line, gather, state_line
from assistant.page.prose import STOPPED, Turn
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program

EXAMPLES = (
    "How strong is the small-cap rotation, and what does David Rosenberg say about it?",
    "Is the Russell 2000 overbought?",
    "Which sectors led, and which lagged?",
    "What is DeSanctis's target for the Russell 2000?",
    "What do bulls and bears say about small caps?",
    "What is the equity risk premium?",
)
SHOWN = 30  # answers of one conversation kept on the page


@dataclass
class Conversation:
    """What one visitor asked in one go.

    Attributes:
        thread: Its id, which begins with the visitor's.
        data: The source its figures come from; a conversation keeps to one.
    """

    thread: str
    data: str | None = None
    past: list[str] = field(default_factory=list)
    turn: Turn | None = None

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

    def all(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return list(self.__dict__.values())


class Asking:
    """What happens when somebody asks.

    Args:
        program: What answers.
        visitors: Knows who asks.
        tab: What is shown.
    """

    def __init__(self, program: Program, visitors: Visitors, tab: AskTab) -> None:
        self.program, self.visitors, self.tab = program, visitors, tab

    def ask(self, question: str, as_of: str, conversation: Conversation | None, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Answers into the page. What can't be asked costs nothing and leaves the question in its box."""
        tab, talk = self.tab, self._conversation(conversation, request)
        try:
            question = check_question(question or "")
        except QuestionError as error:
            yield {tab.now: fault_line(error)}
            return
        talk.turn = turn = Turn(f"{talk.thread[-6:]}-{len(talk.past)}", question)
        yield {
            tab.now: turn.markup(), tab.box: gr.update(value=""), tab.examples: gr.update(visible=False), tab.conversation: talk,
            tab.send: gr.update(visible=False), tab.stop: gr.update(visible=True),
        }  # fmt: skip
        ready = {tab.send: gr.update(visible=True), tab.stop: gr.update(visible=False)}
        try:
            for markup in self._answer(talk, turn, as_of or ""):
                yield {tab.now: markup} if isinstance(markup, str) else markup
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            talk.turn = None
            yield {tab.now: fault_line(error), tab.box: gr.update(value=question), tab.examples: gr.update(visible=not talk.past), **ready}
            return
        talk.close()
        yield {tab.past: "".join(talk.past), tab.now: "", tab.conversation: talk, **ready}

    def _answer(self, talk: Conversation, turn: Turn, as_of: str) -> Iterator[str | dict[Any, Any]]:
        evidence: Evidence | None = None
        for item in gather(self.program, as_of, talk.data):
            if isinstance(item, Fetched):
                turn.note = f'<p class="fn-going">{bar(item.done, item.total)} Fetching bars: {item.done} of {item.total}</p>'
                yield turn.markup()
            else:
                evidence, talk.data, turn.note = item, item.data, ""
        assert evidence is not None
        yield {self.tab.state: state_line(evidence)}
        for event in self.program.ask(turn.question, evidence=evidence, thread=talk.thread):
            if isinstance(event, ToolStep):
                turn.steps[event.id] = event
            elif isinstance(event, Said):
                turn.sentences.append(event.sentence)
            elif isinstance(event, Restarted):
                turn.sentences = []
            else:
                event.warnings = [*self.program.notices, *event.warnings]
                turn.answer = event
                return
            yield turn.markup()

    def stop(self, conversation: Conversation | None) -> dict[Any, Any]:
        """Keeps what was said so far, and says that it isn't all."""
        tab = self.tab
        if conversation:
            conversation.close(STOPPED)
        past = "".join(conversation.past) if conversation else ""
        return {tab.past: past, tab.now: "", tab.conversation: conversation, tab.send: gr.update(visible=True), tab.stop: gr.update(visible=False)}

    def restart(self) -> dict[Any, Any]:
        """A new conversation."""
        tab = self.tab
        return {
            tab.past: "", tab.now: "", tab.conversation: None, tab.examples: gr.update(visible=True), tab.box: gr.update(value=""),
            tab.send: gr.update(visible=True), tab.stop: gr.update(visible=False),
        }  # fmt: skip

    def _conversation(self, conversation: Conversation | None, request: gr.Request) -> Conversation:
        """The conversation, if it is this visitor's; else a new one."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or "nobody"
        if conversation and conversation.thread.startswith(f"{visitor}-"):
            return conversation
        return Conversation(f"{visitor}-{uuid4().hex}")


def build_ask(program: Program, visitors: Visitors, state: gr.Markdown, as_of: gr.Textbox) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns"):
        with gr.Column(elem_classes="fn-main"):
            past = markup_block(elem_id="fn-past")
            now = markup_block(elem_id="fn-now")
            with gr.Column(elem_classes="fn-examples") as examples:
                markup_block('<p class="fn-lead">Ask about the rotation between small and large US companies. Every figure in the answer carries'
                          ' a footnote: press it to see how it was computed, or who said it.</p>')  # fmt: skip
                buttons = [gr.Button(e, elem_classes="fn-example") for e in EXAMPLES]
            with gr.Row(elem_classes="fn-composer"):
                box = gr.Textbox(placeholder="Ask about small caps or an analyst", show_label=False, label="Question",
                                 lines=1, max_lines=6, max_length=LONGEST + 1, autofocus=True, container=False, elem_id="fn-box", submit_btn=False)  # fmt: skip
                send = gr.Button("Ask", variant="primary", elem_id="fn-send")
                stop = gr.Button("Stop", visible=False, elem_id="fn-stop")
            new = gr.Button("New conversation", elem_id="fn-new")
        panel()
    tab = AskTab(past, now, examples, box, send, stop, state, gr.State(None))
    asking = Asking(program, visitors, tab)
    quiet: dict[str, Any] = {"outputs": tab.all(), "show_progress": "hidden", "api_visibility": "private"}
    runs = [gr.on([box.submit, send.click], asking.ask, [box, as_of, tab.conversation], **quiet)]
    for button in buttons:
        runs.append(button.click(asking.ask, [button, as_of, tab.conversation], **quiet))
    stop.click(asking.stop, tab.conversation, cancels=runs, **quiet)
    new.click(asking.restart, None, cancels=runs, **quiet)


def panel() -> None:
    """The panel that lists an answer's sources; the page's script fills it."""
    with gr.Column(elem_classes="fn-side"):
        markup_block('<section class="fn-panel"></section>')


def markup_block(value: str = "", **names: Any) -> gr.Markdown:
    """Markup that our code wrote, which Gradio sanitises once more on its way into the page."""
    return gr.Markdown(value, sanitize_html=True, latex_delimiters=[], container=False, padding=False, **names)
