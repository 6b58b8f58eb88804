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
from assistant.page.blocks.correcting import Correcting
from assistant.page.blocks.fetching import Fetched, fault_line, fetched_line, gather, going_line
from assistant.page.blocks.text import markup_block
from assistant.page.markup.prose import one_line
from assistant.page.markup.shelf import fault
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.confined import open_confined
from corpus.opening import UnreadableText, checked_length
from corpus.store import EVERYONE

LARGEST_FILE = 1_400_000  # bytes: what fits into the largest message the page may send


class Checking:
    """What happens when a text is opened and checked.

    Args:
        program: For its evidence.
        visitors: Knows whose own documents count too.
        parts: Text box, check button, stop button, the line that says how far it is, the report.
        language: The page's.
    """

    def __init__(
        self,
        program: Program,
        visitors: Visitors,
        parts: tuple[gr.Textbox, gr.Button, gr.Button, gr.Markdown, gr.Markdown],
        language: Language,
    ) -> None:
        self.program, self.visitors, self.language = program, visitors, language
        self.box, self.button, self.stopping, self.line, self.report = parts
        self.correcting = Correcting(language, self._gathered, _markup)

    def open(self, given: str) -> Iterator[dict[Any, Any]]:
        """Puts a file's text into the box; a file that can't be read leaves the box as it is."""
        name, _, rest = given.partition("|")
        content, _, _ = rest.partition("|")
        if not content:
            yield {self.line: self._fault(name) if name else gr.skip()}
            return
        yield {self.line: self._status("check-opening", name=name)}
        try:
            opened = open_confined(name, base64.b64decode(content, validate=True)).text
        except (UnreadableText, binascii.Error) as error:
            yield {self.line: self._fault(str(error))}
            return
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.line: fault_line(error, self.language)}
            return
        yield {self.box: opened, self.line: self._status("check-opened", name=name, n=len(opened))}

    def run(self, given: str, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Checks the text, against the visitor's own documents too; a fault leaves text and report as they are."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        yield {self.button: gr.update(visible=False), self.stopping: gr.update(visible=True)}
        try:
            words = checked_length(text("check-box", self.language), re.sub("\r\n?", "\n", given or ""))
            yield from self._run(words, as_of or "", visitor)
        except UnreadableText as error:
            yield {self.line: self._fault(str(error))}
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.line: fault_line(error, self.language)}
        yield {self.button: gr.update(visible=True), self.stopping: gr.update(visible=False)}

    def _run(self, words: str, as_of: str, visitor: str) -> Iterator[dict[Any, Any]]:
        evidence: Evidence | None = None
        for item in gather(self.program, as_of, visitor=visitor):
            if isinstance(item, Fetched):
                yield {self.line: fetched_line(item, self.language)}
            else:
                evidence = item
        assert evidence is not None
        shown = 0
        for event in check(words, evidence, language=self.language):
            if isinstance(event, Report):
                yield {self.line: "", self.report: _markup(event), **self.correcting.offer(event)}
            elif int(event * 20) > shown:  # twenty steps are enough to see it go
                shown = int(event * 20)
                yield {self.line: self._going(event)}

    def correct(
        self, report: Report | None, place: int | None, subject: str, window: str, day: str, request: gr.Request
    ) -> Any:
        """Judges one claim again as the reader says that it was meant."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        return self.correcting.judge(report, place, subject, window, day, visitor)

    def _gathered(self, as_of: str, visitor: str) -> Evidence:
        *_, evidence = gather(self.program, as_of, visitor=visitor)
        assert isinstance(evidence, Evidence)
        return evidence

    def stop(self) -> dict[Any, Any]:
        """Gives the button back; text and report stay."""
        return {
            self.line: self._status("check-stopped"),
            self.button: gr.update(visible=True), self.stopping: gr.update(visible=False),
        }  # fmt: skip

    def _status(self, message: str, **given: str | int) -> str:
        return f'<p class="fn-going" role="status">{escape(text(message, self.language, **given))}</p>'

    def _going(self, share: float) -> str:
        return going_line(int(100 * share), 100, text("check-going", self.language), self.language)

    def _fault(self, words: str) -> str:
        return fault(words, self.language)


def _markup(report: Report) -> str:
    """The marked text, and both forms of it for the clipboard."""
    kept = "".join(
        f'<pre class="fn-kept {name}">{escape(form)}</pre>'
        for name, form in (("fn-as-markdown", markdown(report)), ("fn-as-html", html_page(report)))
    )
    # Without line ends the block is markup to its end: nothing of the text in it is read as Markdown.
    return one_line(html_body(report)) + "&#10;".join(kept.splitlines())


def build_check(program: Program, visitors: Visitors, as_of: gr.Textbox, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Column(elem_classes="fn-main fn-checking"):
        lead = f'<p class="fn-lead">{escape(text("check-lead", language))}</p>'
        line = markup_block(lead, elem_id="fn-check-line")
        box = gr.Textbox(
            placeholder=text("check-placeholder", language), label=text("check-label", language), show_label=False,
            container=False, lines=8, max_lines=16, elem_id="fn-check-text",
        )  # fmt: skip
        carrier = gr.Textbox(
            elem_id="fn-check-file", elem_classes="fn-carrier", label=text("file-label", language), show_label=False
        )
        with gr.Row(elem_classes="fn-bar"):
            button = gr.Button(text("check-run", language), variant="primary", elem_id="fn-check")
            stopping = gr.Button(text("stop", language), visible=False, elem_id="fn-check-stop")
            gr.Button(text("check-open", language), elem_id="fn-check-open")
            gr.Button(text("copy-markdown", language), elem_id="fn-copy-markdown", elem_classes="fn-copy")
            gr.Button(text("copy-html", language), elem_id="fn-copy-html", elem_classes="fn-copy")
        report = markup_block(elem_id="fn-check-report")
    checking = Checking(program, visitors, (box, button, stopping, line, report), language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    carrier.change(checking.open, carrier, [box, line], **quiet)
    correcting = checking.correcting
    shown = [button, stopping, line, report, *correcting.shown]
    run = button.click(checking.run, [box, as_of], shown, **quiet)
    given = [correcting.report, correcting.claim, correcting.subject, correcting.window, correcting.day]
    correcting.button.click(checking.correct, given, [line, correcting.report, report], **quiet)
    stopping.click(checking.stop, None, [button, stopping, line], cancels=[run], **quiet)
