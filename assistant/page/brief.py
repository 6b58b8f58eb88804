"""The tab that writes the daily commentary and shows it, section by section, with its chart."""

import time
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

import gradio as gr

from assistant.charts import Chart, base_rates, rotation, sectors
from assistant.commentary import Commentary, Section, write_commentary
from assistant.evidence import Evidence
from assistant.page.ask import markup_block, panel
from assistant.page.chart_block import ChartFold, build_fold, chart_place, drawn
from assistant.page.fetching import Fetched, bar, fault_line, gather, state_line
from assistant.page.prose import ending, one_line, paragraph
from assistant.program import Program
from assistant.settings import BUILTIN
from tools.facts import spell_date

EMPTY = (
    '<p class="fn-lead">The daily commentary: ten short sections on the rotation, the sectors, the technical picture'
    " and both sides of the argument, written from computed figures and stored views, each with its footnote.</p>"
)


class Writing:
    """What happens when the commentary is asked for.

    Args:
        program: What writes it.
        state: The line that says as of when the figures are.
        parts: Button, progress, text, chart and the chart's words.
        fold: More charts.
    """

    def __init__(
        self,
        program: Program,
        state: gr.Markdown,
        parts: tuple[gr.Button, gr.Markdown, gr.Markdown, gr.Plot, gr.Markdown],
        fold: ChartFold,
    ) -> None:
        self.program, self.state, self.fold = program, state, fold
        self.button, self.progress, self.text, self.plot, self.words = parts

    def write(self, as_of: str) -> Iterator[dict[Any, Any]]:
        """Writes it into the page, section by section."""
        start = time.perf_counter()
        yield {self.button: gr.update(interactive=False), self.progress: _going(0, 1, "Looking at the data")}
        try:
            yield from self._write(as_of or "", start)
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.progress: fault_line(error), self.button: gr.update(interactive=True)}

    def _write(self, as_of: str, start: float) -> Iterator[dict[Any, Any]]:
        evidence: Evidence | None = None
        for item in gather(self.program, as_of):
            if isinstance(item, Fetched):
                yield {self.progress: _going(item.done, item.total, f"Fetching bars: {item.done} of {item.total}")}
            else:
                evidence = item
        assert evidence is not None
        charts = [c for c in (sectors(evidence.catalogue), base_rates(evidence.catalogue)) if c]
        more = self.fold.offer(charts, "More charts: the sectors, and what followed earlier runs")
        chart = rotation(evidence.catalogue)
        yield {self.state: state_line(evidence), self.text: "", **self._chart(chart), **more}
        sections: list[Section] = []
        for event in write_commentary(self.program, evidence, self.program.settings.model):
            if isinstance(event, Section):
                sections.append(event)
                going = _going(event.done, event.total, f"Writing: {event.done} of {event.total}, {event.title}")
                yield {self.progress: going, self.text: _markup(sections, evidence.as_of.isoformat(), None)}
            else:
                done = f"{len(sections)} sections written in {time.perf_counter() - start:.1f} s"
                yield {
                    self.progress: _going(1, 1, done),
                    self.text: _markup(event.sections, event.as_of, event),
                    self.button: gr.update(interactive=True, value="Write it again"),
                }

    def _chart(self, chart: Chart | None) -> dict[Any, Any]:
        if chart is None:
            return {
                self.plot: gr.update(visible=False),
                self.words: '<p class="fn-small">No chart: one of the two indexes has no bars.</p>',
            }
        return drawn(self.plot, self.words, chart)


def _going(done: int, total: int, words: str) -> str:
    return f'<p class="fn-going" role="status">{bar(done, total)} {escape(words)}</p>'


def _markup(sections: list[Section], as_of: str, whole: Commentary | None) -> str:
    """The commentary as it stands; what stands under it once it is whole."""
    turn = f"brief-{as_of}-{whole.id if whole else 'draft'}"
    day = spell_date(date.fromisoformat(as_of))
    body = "".join(
        f"<section><h3>{escape(s.title)}</h3>{paragraph(s.sentences, turn)}</section>" for s in sections if s.sentences
    )
    closing = ending(whole.warnings, whole.footnotes.to_json(), turn, whole.model) if whole else ""
    return one_line(
        f'<article class="fn-turn fn-brief fn-t-{turn}{"" if whole else " fn-busy"}">'
        f'<h2>Small-cap rotation, {escape(day)}</h2><div class="fn-prose">{body}</div>{closing}</article>'
    )


def build_brief(program: Program, tab: gr.Tab, state: gr.Markdown, as_of: gr.Textbox) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns"):
        with gr.Column(elem_classes="fn-main"):
            with gr.Row(elem_classes="fn-bar"):
                button = gr.Button("Write the commentary", variant="primary", elem_id="fn-write")
                progress = markup_block(EMPTY, elem_id="fn-progress")
            plot, words = chart_place()
            fold = build_fold(2)
            text = markup_block(elem_id="fn-brief")
        panel()
    writing = Writing(program, state, (button, progress, text, plot, words), fold)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    parts = [button, progress, text, plot, words, state, *fold.parts()]
    button.click(writing.write, as_of, parts, **quiet)
    if program.settings.model == BUILTIN:  # costs nothing, so whoever opens the tab finds it written
        opened = gr.State(False)
        tab.select(lambda: True, None, opened, **quiet)
        opened.change(writing.write, as_of, parts, **quiet)
