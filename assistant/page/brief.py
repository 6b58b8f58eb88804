"""The tab that shows the daily commentary as kept, writes it section by section, and marks what differs."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

import gradio as gr

from assistant.charts import base_rates, rotation, sectors
from assistant.commentary.daily import Commentary, Section, write_commentary
from assistant.commentary.section_writing import Stopped
from assistant.commentary.store import CommentaryStore
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import ChartFold, build_fold, chart_place, drawn
from assistant.page.blocks.fetching import Fetched, fault_line, fetched_line, gather, going_line, state_line
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.commentary_text import article, growing, written_line
from assistant.program import Program
from assistant.settings import BUILTIN
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text


@dataclass(frozen=True)
class Run:
    """One writing of a page, for the date typed."""

    as_of: str
    stop: threading.Event = field(default_factory=threading.Event)


class Writing:
    """What happens in the tab.

    Args:
        program: What writes it.
        state: The line that says as of when the figures are.
        parts: Button, stop, progress, text, chart and the chart's words.
        fold: More charts.
        language: The page's, in which it is written.
    """

    def __init__(
        self,
        program: Program,
        state: gr.Markdown,
        parts: tuple[gr.Button, gr.Button, gr.Markdown, gr.Markdown, gr.Plot, gr.Markdown],
        fold: ChartFold,
        language: Language,
    ) -> None:
        self.program, self.state, self.fold, self.language = program, state, fold, language
        # Where it isn't English the built-in writer writes, which costs nothing.
        self.model = program.settings.model if language == "en" else BUILTIN
        self.button, self.stopper, self.progress, self.text, self.plot, self.words = parts
        self.store = CommentaryStore(program.engine)
        self._running: dict[str, Run] = {}

    def open(self, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Shows the date's commentary that is kept; writes one too where that costs nothing."""
        session, day = str(request.session_hash), (as_of or "").strip()
        if (running := self._running.get(session)) and running.as_of == day:
            yield {self.progress: gr.skip()}
            return
        if running := self._running.pop(session, None):  # for another date
            running.stop.set()
        kept = self._kept(day)
        if kept:
            yield {**self._over(), self.text: article(kept), self.progress: written_line(kept)}
        else:  # what stood there was another date's
            yield {**self._over(), self.text: "", self.progress: lead(self.language), **self._no_charts()}
        if self.model == BUILTIN:
            yield from self.write(day, request)
        else:
            yield from self._look(day, kept, session)

    def write(self, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Writes it into the page, section by section; what stood there stays until its place is taken."""
        session, run = str(request.session_hash), Run((as_of or "").strip())
        self._running[session] = run
        try:
            for update in self._written(run):
                if self._running.get(session) is not run:  # the page went on to another date meanwhile
                    return
                yield update
        finally:
            run.stop.set()  # an endpoint is cut off, however this ends
            if self._running.get(session) is run:
                del self._running[session]

    def stop(self, request: gr.Request) -> str:
        """Tells the writing of this page to stop; an answer under way is not waited for."""
        if running := self._running.get(str(request.session_hash)):
            running.stop.set()
        return self._status("commentary-stopping")

    def _written(self, run: Run) -> Iterator[dict[Any, Any]]:
        before = self._kept(run.as_of)
        yield {
            **self._buttons(busy=True),
            self.progress: going_line(0, 1, text("looking-at", self.language), self.language),
        }
        try:
            yield from self._write(run.as_of, before, run.stop)
            yield self._over()
        except Stopped:
            shown = article(before) if before else ""
            yield {**self._over(), self.progress: self._status("commentary-stopped"), self.text: shown}
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            left = {self.text: article(before)} if before else {self.text: "", **self._no_charts()}
            yield {**self._over(), self.progress: fault_line(error, self.language), **left}

    def _over(self) -> dict[Any, Any]:
        return self._buttons(busy=False)

    def _buttons(self, busy: bool) -> dict[Any, Any]:
        """Both buttons, always with their words: an update without them takes them away."""
        again, stop = text("commentary-again", self.language), text("stop", self.language)
        return {
            self.button: gr.update(value=again, interactive=not busy),
            self.stopper: gr.update(value=stop, visible=busy),
        }

    def _status(self, message: str) -> str:
        return f'<p class="fn-going" role="status">{escape(text(message, self.language))}</p>'

    def _kept(self, as_of: str) -> Commentary | None:
        day = (as_of or "").strip() or None
        document = self.store.latest(self.program.settings.data, day, language=self.language)
        return Commentary(document, fresh=False) if document else None

    def _write(self, as_of: str, before: Commentary | None, stop: threading.Event) -> Iterator[dict[Any, Any]]:
        evidence: Evidence | None = None
        for item in gather(self.program, as_of):
            if stop.is_set():
                raise Stopped
            if isinstance(item, Fetched):
                yield {self.progress: fetched_line(item, self.language)}
            else:
                evidence = item
        assert evidence is not None
        day = evidence.as_of.isoformat()
        before = before if before and before.as_of == day else self._kept(day)
        yield {self.state: state_line(evidence, self.language), **self._charts(evidence)}
        sections: list[Section] = []
        for event in write_commentary(self.program, evidence, self.model, stop, self.language):
            if isinstance(event, Commentary):
                yield {self.progress: written_line(event), self.text: article(event, before=before)}
                continue
            sections.append(event)
            if self.model != BUILTIN:  # which has them all at once
                done = {"done": event.done, "total": event.total}
                words = text("commentary-writing", self.language, **done, title=event.title)
                going = going_line(**done, words=words, language=self.language)
                yield {self.progress: going, self.text: growing(sections, day, before, self.language)}

    def _look(self, as_of: str, kept: Commentary | None, session: str) -> Iterator[dict[Any, Any]]:
        """The date's charts, and its commentary where ``latest`` was meant; nothing is written."""
        try:
            for item in gather(self.program, as_of):
                if isinstance(item, Evidence) and session not in self._running:
                    day = item.as_of.isoformat()
                    yield {self.state: state_line(item, self.language), **self._charts(item)}
                    if kept is None or kept.as_of != day:
                        now = self._kept(day)
                        yield {self.text: article(now), self.progress: written_line(now)} if now else {
                            self.text: "", self.progress: unwritten(item.as_of, self.language)
                        }  # fmt: skip
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.progress: fault_line(error, self.language)}

    def _no_charts(self) -> dict[Any, Any]:
        return {self.plot: gr.update(visible=False), self.words: "", **self.fold.offer(())}

    def _charts(self, evidence: Evidence) -> dict[Any, Any]:
        catalogue, said = evidence.catalogue, self.language
        charts = [c for c in (sectors(catalogue, said), base_rates(catalogue, language=said)) if c]
        more = self.fold.offer(charts, text("chart-fold-more", said))
        chart = rotation(catalogue, language=said)
        if chart is None:
            return {
                self.plot: gr.update(visible=False),
                self.words: f'<p class="fn-small">{escape(text("chart-none-pair", said))}</p>',
                **more,
            }
        return {**drawn(self.plot, self.words, chart), **more}


def lead(language: Language) -> str:
    """What the tab says before there is a commentary."""
    return f'<p class="fn-lead">{escape(text("commentary-lead", language))}</p>'


def unwritten(day: date, language: Language) -> str:
    """What it says of a day that has none and whose writing would cost something."""
    return f'<p class="fn-lead">{escape(text("commentary-unwritten", language, day=day))}</p>'


def build_brief(program: Program, tab: gr.Tab, state: gr.Markdown, as_of: gr.Textbox, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns"):
        with gr.Column(elem_classes="fn-main"):
            with gr.Row(elem_classes="fn-bar"):
                button = gr.Button(text("commentary-again", language), variant="primary", elem_id="fn-write")
                stopper = gr.Button(text("stop", language), visible=False, elem_id="fn-write-stop")
                progress = markup_block(lead(language), elem_id="fn-progress")
            told = markup_block(elem_id="fn-brief")
            markup_block(f'<p class="fn-small">{escape(text("commentary-shared", language))}</p>')
            plot, words = chart_place()
            fold = build_fold(language, 2)
        panel()
    writing = Writing(program, state, (button, stopper, progress, told, plot, words), fold, language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    parts = [button, stopper, progress, told, plot, words, state, *fold.parts()]
    button.click(writing.write, as_of, parts, **quiet)
    stopper.click(writing.stop, None, progress, **quiet)
    # The date that the tab shows, None until it is opened; what is written for another is cut off when it changes.
    shown = gr.State(None)
    tab.select(lambda day: (day or "").strip(), as_of, shown, **quiet)
    gr.on(
        [as_of.submit, as_of.blur], lambda day, now: now if now is None else (day or "").strip(), [as_of, shown], shown,
        trigger_mode="always_last", **quiet,
    )  # fmt: skip
    shown.change(writing.open, as_of, parts, trigger_mode="multiple", **quiet)
