"""The tab that checks other people's text: paste it or open a file, and get it back with every claim marked."""

import base64
import binascii
import re
from collections.abc import Iterator
from html import escape
from typing import Any

import gradio as gr

from assistant.checker.marked import html_body, html_page, markdown
from assistant.checker.report import Report, check
from assistant.evidence.source import Evidence
from assistant.page.blocks.fetching import Fetched, bar, fault_line, gather
from assistant.page.blocks.text import markup_block
from assistant.page.markup.prose import one_line
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from corpus.confined import open_confined
from corpus.opening import UnreadableText, checked_length
from corpus.store import EVERYONE

LARGEST_FILE = 1_400_000  # bytes: what fits into the largest message the page may send
EMPTY = (
    '<p class="fn-lead">Paste a market commentary, or open or drop a file (text, Markdown, HTML, PDF, DOCX). Every'
    " figure and every comparison that a fact could state is held against the bars and the library of its date, your"
    " own documents included.</p>"
)


class Checking:
    """What happens when a text is opened and checked.

    Args:
        program: For its evidence.
        visitors: Knows whose own documents count too.
        parts: Text box, check button, stop button, the line that says how far it is, the report.
    """

    def __init__(
        self,
        program: Program,
        visitors: Visitors,
        parts: tuple[gr.Textbox, gr.Button, gr.Button, gr.Markdown, gr.Markdown],
    ) -> None:
        self.program, self.visitors = program, visitors
        self.box, self.button, self.stopping, self.line, self.report = parts

    def open(self, given: str) -> Iterator[dict[Any, Any]]:
        """Puts a file's text into the box; a file that can't be read leaves the box as it is."""
        name, _, rest = given.partition("|")
        content, _, _ = rest.partition("|")
        if not content:
            yield {self.line: _fault(name) if name else gr.skip()}
            return
        yield {self.line: f'<p class="fn-going" role="status">Opening {escape(name)}</p>'}
        try:
            text = open_confined(name, base64.b64decode(content, validate=True)).text
        except (UnreadableText, binascii.Error) as error:
            yield {self.line: _fault(str(error))}
            return
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.line: fault_line(error)}
            return
        said = f"{escape(name)}: {len(text):,} characters. Press Check."
        yield {self.box: text, self.line: f'<p class="fn-going" role="status">{said}</p>'}

    def run(self, text: str, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Checks the text, against the visitor's own documents too; a fault leaves text and report as they are."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        yield {self.button: gr.update(visible=False), self.stopping: gr.update(visible=True)}
        try:
            yield from self._run(checked_length("the box", re.sub("\r\n?", "\n", text or "")), as_of or "", visitor)
        except UnreadableText as error:
            yield {self.line: _fault(str(error))}
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.line: fault_line(error)}
        yield {self.button: gr.update(visible=True), self.stopping: gr.update(visible=False)}

    def _run(self, text: str, as_of: str, visitor: str) -> Iterator[dict[Any, Any]]:
        evidence: Evidence | None = None
        for item in gather(self.program, as_of, visitor=visitor):
            if isinstance(item, Fetched):
                yield {self.line: _going(item.done / item.total, f"Fetching bars: {item.done} of {item.total}")}
            else:
                evidence = item
        assert evidence is not None
        shown = 0
        for event in check(text, evidence):
            if isinstance(event, Report):
                yield {self.line: "", self.report: _markup(event)}
            elif int(event * 20) > shown:  # twenty steps are enough to see it go
                shown = int(event * 20)
                yield {self.line: _going(event, "Checking")}

    def stop(self) -> dict[Any, Any]:
        """Gives the button back; text and report stay."""
        stopped = '<p class="fn-going" role="status">Stopped. The text is as it was.</p>'
        return {
            self.line: stopped, self.button: gr.update(visible=True), self.stopping: gr.update(visible=False),
        }  # fmt: skip


def _going(share: float, words: str) -> str:
    return f'<p class="fn-going" role="status">{bar(int(100 * share), 100)} {escape(words)}</p>'


def _fault(words: str) -> str:
    return f'<p class="fn-fault" role="alert">{escape(words[:1].upper() + words[1:])}.</p>'


def _markup(report: Report) -> str:
    """The marked text, and both forms of it for the clipboard."""
    kept = "".join(
        f'<pre class="fn-kept {name}">{escape(text)}</pre>'
        for name, text in (("fn-as-markdown", markdown(report)), ("fn-as-html", html_page(report)))
    )
    # Without line ends the block is markup to its end: nothing of the text in it is read as Markdown.
    return one_line(html_body(report)) + "&#10;".join(kept.splitlines())


def build_check(program: Program, visitors: Visitors, as_of: gr.Textbox) -> None:
    """Lays out the tab and wires its events."""
    with gr.Column(elem_classes="fn-main fn-checking"):
        line = markup_block(EMPTY, elem_id="fn-check-line")
        box = gr.Textbox(
            placeholder="Paste a text here, or drop a file", label="Text to check", show_label=False, container=False,
            lines=8, max_lines=16, elem_id="fn-check-text",
        )  # fmt: skip
        carrier = gr.Textbox(elem_id="fn-check-file", elem_classes="fn-carrier", label="File", show_label=False)
        with gr.Row(elem_classes="fn-bar"):
            button = gr.Button("Check", variant="primary", elem_id="fn-check")
            stopping = gr.Button("Stop", visible=False, elem_id="fn-check-stop")
            gr.Button("Open a file", elem_id="fn-check-open")
            gr.Button("Copy as Markdown", elem_id="fn-copy-markdown", elem_classes="fn-copy")
            gr.Button("Copy as HTML", elem_id="fn-copy-html", elem_classes="fn-copy")
        report = markup_block(elem_id="fn-check-report")
    checking = Checking(program, visitors, (box, button, stopping, line, report))
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    carrier.change(checking.open, carrier, [box, line], **quiet)
    run = button.click(checking.run, [box, as_of], [button, stopping, line, report], **quiet)
    stopping.click(checking.stop, None, [button, stopping, line], cancels=[run], **quiet)
