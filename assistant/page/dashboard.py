"""The tab of figures to look at: closes, the rotation verdict, and six charts, all as of the page's date."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.charts import Chart, base_rates, price, rotation, sectors, strength, volatility, warm
from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import chart_place
from assistant.page.blocks.fetching import Fetched, bar, fault_line, gather, state_line
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.marks import chart_words, store
from assistant.page.markup.prose import one_line
from assistant.page.markup.verdict_table import closing, heading, tiles, verdict_table
from assistant.program import Program
from tools.facts.catalogue import Catalogue

# What each place shows, and what is said where that can't be drawn.
CHARTS: tuple[tuple[Callable[[Catalogue], Chart | None], str], ...] = (
    (rotation, "the ratio of the Russell 2000 to the S&amp;P 500"),
    (lambda catalogue: price(catalogue, "rut"), "the closes of the Russell 2000"),
    (lambda catalogue: strength(catalogue, "rut"), "the RSI of the Russell 2000"),
    (sectors, "the sectors"),
    (volatility, "the VIX"),
    (base_rates, "what followed earlier runs"),
)
FAILED = "\n"  # no date typed equals it, the box being of one line: the next look is made anew
LOADING = '<p class="fn-going">Looking at the data…</p>'


@dataclass(frozen=True)
class Dashboard:
    """The tab's parts and what happens when it is opened.

    Attributes:
        figures: Tiles, table and notices.
        places: A plot and its words for each chart.
        shown: The date typed when it was last filled; None until the tab is opened, FAILED where it couldn't be filled.
    """

    program: Program
    state: gr.Markdown
    figures: gr.Markdown
    places: tuple[tuple[gr.Plot, gr.Markdown], ...]
    shown: gr.State

    def parts(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [self.state, self.figures, self.shown, *(part for place in self.places for part in place)]

    def open(self, as_of: str, shown: str | None) -> Iterator[dict[Any, Any]]:
        """Fills the tab; says so in one line where it can't."""
        if shown == (as_of or ""):
            yield {self.shown: gr.skip()}
            return
        threading.Thread(target=warm, daemon=True).start()
        try:
            for item in gather(self.program, as_of or ""):
                if isinstance(item, Fetched):
                    words = f"{bar(item.done, item.total)} Fetching bars: {item.done} of {item.total}"
                    yield {self.figures: f'<p class="fn-going">{words}</p>'}
                else:
                    yield from self._fill(item, as_of or "")
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.figures: fault_line(error), self.shown: FAILED, **self._emptied()}

    def renew(self, as_of: str, shown: str | None) -> Iterator[dict[Any, Any]]:
        """Fills it anew for another date, if it was ever opened."""
        if shown is None:
            yield {self.shown: gr.skip()}
        else:
            yield from self.open(as_of, shown)

    def _fill(self, evidence: Evidence, as_of: str) -> Iterator[dict[Any, Any]]:
        """Figures first, then the charts: those take Plotly, which is loaded for them."""
        catalogue, footnotes, turn = evidence.catalogue, Footnotes(), f"d{uuid4().hex[:6]}"
        head = heading(evidence.as_of) + tiles(catalogue, footnotes, turn) + verdict_table(catalogue, footnotes, turn)
        charts = [_tried(make, catalogue) for make, _ in CHARTS]
        texts = [chart_words(c, footnotes, turn, f"{turn}-{n}") if c else "" for n, c in enumerate(charts)]
        article = f'<article class="fn-turn fn-board fn-t-{turn}">{head}{closing(evidence)}{store(footnotes)}</article>'
        yield {self.state: state_line(evidence), self.figures: one_line(article), self.shown: as_of}
        shown: dict[Any, Any] = {}
        for (plot, words), chart, text, (_, name) in zip(self.places, charts, texts, CHARTS, strict=True):
            drawn = _tried(chart.figure) if chart else None
            shown[plot] = gr.update(value=drawn, visible=drawn is not None)
            shown[words] = text or f'<p class="fn-small">No chart of {name}: the data doesn\'t have it.</p>'
        yield shown

    def _emptied(self) -> dict[Any, Any]:
        gone = gr.update(visible=False, value=None)
        return {part: value for plot, words in self.places for part, value in ((plot, gone), (words, ""))}


def _tried(make: Callable[..., Any], *given: Any) -> Any:
    try:
        return make(*given)
    except Exception:  # one chart that can't be made costs no other
        logging.getLogger(__name__).exception("a chart of the dashboard could not be made")
        return None


def build_dashboard(program: Program, tab: gr.Tab, state: gr.Markdown, as_of: gr.Textbox) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns fn-wide"):
        with gr.Column(elem_classes="fn-main"):
            figures = markup_block(LOADING, elem_id="fn-board")
            with gr.Row(elem_classes="fn-grid"):
                places = []
                for _ in CHARTS:
                    with gr.Column(elem_classes="fn-cell"):
                        places.append(chart_place())
        panel()
    board = Dashboard(program, state, figures, tuple(places), gr.State(None))
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    given = [as_of, board.shown]
    tab.select(board.open, given, board.parts(), **quiet)
    gr.on([as_of.submit, as_of.blur], board.renew, given, board.parts(), trigger_mode="always_last", **quiet)
