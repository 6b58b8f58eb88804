"""The fold that lists a visitor's conversations: open one, give it another title, copy it, delete it."""

from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.conversation.stored_answer import export
from assistant.conversation.threads import Thread, ThreadError, Turned
from assistant.page.blocks.fetching import fault_line
from assistant.page.markup.prose import Turn, stopped
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from tools.errors import StoreError

GUEST = "guest"  # begins the id of a conversation of somebody without a cookie: it lives on their page alone


@dataclass(frozen=True)
class ThreadFold:
    """The fold's parts.

    Attributes:
        kept: Id of the conversation in view, in the browser's own store, so that a reload finds it again.
        word: What became of the last thing pressed.
        text: The conversation as Markdown, for the script to copy.
    """

    kept: gr.BrowserState
    pick: gr.Dropdown
    title: gr.Textbox
    rename: gr.Button
    copy: gr.Button
    delete: gr.Button
    word: gr.Markdown
    text: gr.Markdown

    def parts(self) -> list[Any]:
        """The parts that the list's events change."""
        return [self.pick, self.title, self.word, self.text]


class Conversations:
    """What happens in the fold. Whose a conversation is, is asked of the cookie at each press.

    Args:
        program: What keeps conversations.
        visitors: Knows who presses.
        fold: What is shown.
        language: The page's.
    """

    def __init__(self, program: Program, visitors: Visitors, fold: ThreadFold, language: Language) -> None:
        self.program, self.visitors, self.fold, self.language = program, visitors, fold, language

    def owner(self, request: gr.Request) -> str | None:
        """The visitor's id; None for one without a cookie, of whom nothing is kept."""
        return self.visitors.of(request.cookies.get(COOKIE))

    def begin(self, request: gr.Request) -> str:
        """The id of a new conversation of a visitor's."""
        return f"{self.owner(request) or GUEST}-{uuid4().hex}"

    def is_theirs(self, thread: str, request: gr.Request) -> bool:
        """Whether a conversation on the page is of who asks now."""
        return thread.startswith(f"{self.owner(request) or GUEST}-")

    def turned(self, thread: str, request: gr.Request) -> list[Turned]:
        """The answers of a conversation; none where it isn't there or isn't the visitor's."""
        try:
            return self.program.threads.turns(thread, self._named_owner(request)) if thread else []
        except ThreadError:
            return []

    def show(self, thread: str, request: gr.Request) -> dict[Any, Any]:
        """The list as it stands, with one conversation picked."""
        fold, owner = self.fold, self.owner(request)
        listed = self.program.threads.listing(owner) if owner else []
        held = {t.id: t for t in listed}
        here = held.get(thread or "")
        kept = ""
        if here:
            told = export(here.title, [t.answer for t in self.turned(here.id, request)])
            kept = f'<div class="fn-store"><pre class="fn-thread-markdown">{escape(told)}</pre></div>'
        return {
            fold.pick: gr.update(
                choices=[(_named(t, self.language), t.id) for t in listed], value=here.id if here else None
            ),
            fold.title: gr.update(value=here.title if here else ""),
            fold.word: "" if listed else self._small("threads-none"),
            fold.text: kept.replace("\n", "&#10;"),
        }

    def rename(self, thread: str | None, title: str, request: gr.Request) -> dict[Any, Any]:
        """Gives the picked conversation another title."""
        return self._done(
            thread, request, lambda: self.program.threads.rename(thread or "", title, self._named_owner(request))
        )

    def delete(self, thread: str | None, request: gr.Request) -> dict[Any, Any]:
        """Forgets the picked conversation."""
        return self._done(thread, request, lambda: self.program.forget(thread or "", self._named_owner(request)))

    def _named_owner(self, request: gr.Request) -> str:
        """The visitor's id, where something of theirs is wanted.

        Raises:
            ThreadError: They have none, so nothing is theirs.
        """
        owner = self.owner(request)
        if owner is None:
            raise ThreadError(text("threads-none", self.language))
        return owner

    def _done(self, thread: str | None, request: gr.Request, act: Any) -> dict[Any, Any]:
        if not thread:
            return {self.fold.word: self._small("threads-pick-first")}
        try:
            act()
        except (ThreadError, StoreError) as error:
            return {self.fold.word: fault_line(error, self.language)}
        return {self.fold.pick: gr.update(value=None)}  # a label that changes is drawn anew only where its value does

    def _small(self, message: str) -> str:
        return f'<p class="fn-small">{escape(text(message, self.language))}</p>'


def markup_of(turned: list[Turned], thread: str, language: Language) -> list[str]:
    """Stored answers as they stood on the page."""
    from assistant.conversation.events import ToolStep

    out = []
    for item in turned:
        turn = Turn(f"{thread[-6:]}n{item.number}", item.answer.question, language=language)
        turn.steps = {str(i): ToolStep(str(i), t["name"], t["args"], t["ms"]) for i, t in enumerate(item.answer.tools)}
        if item.stopped:
            turn.sentences, turn.note = item.answer.sentences, stopped(language)
        else:
            turn.answer = item.answer
        out.append(turn.markup())
    return out


def _named(thread: Thread, language: Language) -> str:
    return text("threads-named", language, title=thread.title, n=thread.turns, day=thread.updated_at[:10])


def build_conversations(markup_block: Any, language: Language) -> ThreadFold:
    """Lays out the fold."""
    kept = gr.BrowserState("", storage_key="footnote-thread", secret="footnote")  # an id; the cookie says whose
    with gr.Accordion(text("threads-fold", language), open=False, elem_id="fn-threads", elem_classes="fn-fold"):
        pick = gr.Dropdown(choices=[], label=text("threads-open", language), elem_id="fn-thread-pick", container=True)
        with gr.Row(elem_classes="fn-thread-bar"):
            title = gr.Textbox(
                label=text("threads-title", language), max_length=80, lines=1, max_lines=1, elem_id="fn-thread-title"
            )
            rename = gr.Button(text("threads-rename", language), elem_id="fn-thread-rename", size="sm")
            copy = gr.Button(
                text("copy-markdown", language), elem_id="fn-copy-thread", elem_classes="fn-copy", size="sm"
            )
            delete = gr.Button(text("threads-delete", language), elem_id="fn-thread-delete", size="sm")
        word = markup_block(elem_id="fn-thread-word")
        told = markup_block(elem_classes="fn-thread-text")
    return ThreadFold(kept, pick, title, rename, copy, delete, word, told)
