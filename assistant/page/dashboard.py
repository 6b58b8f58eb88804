"""The tab of figures to look at: closes, the rotation verdict, and six charts, all as of the page's date."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.charts import Chart, base_rates, price, rotation, sectors, strength, volatility, warm
from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import chart_place
from assistant.page.blocks.fetching import Fetched, fault_line, fetched_line, gather, looking, state_line
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.marks import chart_words, store
from assistant.page.markup.prose import one_line
from assistant.page.markup.verdict_table import closing, heading, tiles, verdict_table
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from tools.facts.catalogue import Catalogue

# What each place shows, by the name of it that is said where it can't be drawn.
CHARTS: dict[str, Callable[[Catalogue, Language], Chart | None]] = {
    "rotation": lambda catalogue, language: rotation(catalogue, language=language),
    "price": lambda catalogue, language: price(catalogue, "rut", language=language),
    "strength": lambda catalogue, language: strength(catalogue, "rut", language),
    "sectors": sectors,
    "volatility": volatility,
    "base-rates": lambda catalogue, language: base_rates(catalogue, language=language),
}
FAILED = "\n"  # no date typed equals it, the box being of one line: the next look is made anew


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
    language: Language

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
                    yield {self.figures: fetched_line(item, self.language)}
                else:
                    yield from self._fill(item, as_of or "")
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.figures: fault_line(error, self.language), self.shown: FAILED, **self._emptied()}

    def renew(self, as_of: str, shown: str | None) -> Iterator[dict[Any, Any]]:
        """Fills it anew for another date, if it was ever opened."""
        if shown is None:
            yield {self.shown: gr.skip()}
        else:
            yield from self.open(as_of, shown)

    def _fill(self, evidence: Evidence, as_of: str) -> Iterator[dict[Any, Any]]:
        """Figures first, then the charts: those take Plotly, which is loaded for them."""
        catalogue, footnotes, turn = evidence.catalogue, Footnotes(), f"d{uuid4().hex[:6]}"
        said = self.language
        head = heading(evidence.as_of, said) + tiles(catalogue, footnotes, turn, said)
        head += verdict_table(catalogue, footnotes, turn, said)
        charts = [_tried(make, catalogue, said) for make in CHARTS.values()]
        texts = [chart_words(c, footnotes, turn, f"{turn}-{n}") if c else "" for n, c in enumerate(charts)]
        under = closing(evidence, said) + store(footnotes, said)
        article = f'<article class="fn-turn fn-board fn-t-{turn}">{head}{under}</article>'
        yield {self.state: state_line(evidence, said), self.figures: one_line(article), self.shown: as_of}
        shown: dict[Any, Any] = {}
        for (plot, words), chart, told, name in zip(self.places, charts, texts, CHARTS, strict=True):
            drawn = _tried(chart.figure) if chart else None
            shown[plot] = gr.update(value=drawn, visible=drawn is not None)
            shown[words] = told or f'<p class="fn-small">{escape(_absent(name, said))}</p>'
        yield shown

    def _emptied(self) -> dict[Any, Any]:
        gone = gr.update(visible=False, value=None)
        return {part: value for plot, words in self.places for part, value in ((plot, gone), (words, ""))}


def _absent(name: str, language: Language) -> str:
    return text("chart-none", language, what=text(f"chart-of-{name}", language))


def _tried(make: Callable[..., Any], *given: Any) -> Any:
    try:
        return make(*given)
    except Exception:  # one chart that can't be made costs no other
        logging.getLogger(__name__).exception("a chart of the dashboard could not be made")
        return None


def build_dashboard(program: Program, tab: gr.Tab, state: gr.Markdown, as_of: gr.Textbox, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns fn-wide"):
        with gr.Column(elem_classes="fn-main"):
            figures = markup_block(looking(language), elem_id="fn-board")
            with gr.Row(elem_classes="fn-grid"):
                places = []
                for _ in CHARTS:
                    with gr.Column(elem_classes="fn-cell"):
                        places.append(chart_place())
        panel()
    board = Dashboard(program, state, figures, tuple(places), gr.State(None), language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    given = [as_of, board.shown]
    tab.select(board.open, given, board.parts(), **quiet)
    gr.on([as_of.submit, as_of.blur], board.renew, given, board.parts(), trigger_mode="always_last", **quiet)
