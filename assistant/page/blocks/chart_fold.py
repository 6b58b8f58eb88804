"""Charts under a text: folded, drawn when the fold is opened, so that Plotly is loaded for those who look."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.charts import Chart, chart_for
from assistant.conversation.answer import Answer
from assistant.evidence.derived import Derived
from assistant.evidence.source import Evidence
from assistant.page.markup.marks import chart_aside
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from tools.fact import Fact

Charts = tuple[Chart, ...]


@dataclass(frozen=True)
class ChartFold:
    """A fold with places for charts, each over its words.

    Attributes:
        fold: Closed until a reader opens it; not there where no chart helps.
        charts: What it is to show.
        places: A plot and its words for each.
        language: The page's.
    """

    fold: gr.Accordion
    charts: gr.State
    places: tuple[tuple[gr.Plot, gr.Markdown], ...]
    language: Language

    def parts(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [self.fold, self.charts, *(part for place in self.places for part in place)]

    def offer(self, charts: Sequence[Chart], label: str = "", *, opened: bool = False) -> dict[Any, Any]:
        """The fold for these charts: closed and empty, or opened and drawn; away where there are none."""
        held = tuple(charts)[: len(self.places)]
        label = label or text("chart-fold", self.language, titles="; ".join(c.title for c in held))
        emptied = {part: value for plot, words in self.places for part, value in ((plot, _gone()), (words, ""))}
        shown = {self.fold: gr.update(visible=bool(held), open=opened, label=label), self.charts: held}
        return shown | emptied | (self._drawn(held) if opened else {})

    def draw(self, charts: Charts | None) -> dict[Any, Any]:
        """The charts, once the fold is opened."""
        return {self.fold: gr.skip()} | self._drawn(charts or ())

    def _drawn(self, charts: Charts) -> dict[Any, Any]:
        shown: dict[Any, Any] = {}
        for (plot, words), chart in zip(self.places, charts, strict=False):
            shown |= drawn(plot, words, chart)
        return shown


def drawn(plot: gr.Plot, words: gr.Markdown, chart: Chart) -> dict[Any, Any]:
    """A chart and its words in their places."""
    turn = f"c{uuid4().hex[:6]}"
    return {plot: gr.update(value=chart.figure(), visible=True), words: chart_aside(chart, turn)}


def chart_place() -> tuple[gr.Plot, gr.Markdown]:
    """An empty place for a chart and its words."""
    plot = gr.Plot(show_label=False, container=False, visible=False, elem_classes="fn-chart")
    words = gr.Markdown(
        sanitize_html=True, latex_delimiters=[], container=False, padding=False, elem_classes="fn-chart-words"
    )
    return plot, words


def build_fold(language: Language, count: int = 1, elem_id: str | None = None) -> ChartFold:
    """Lays out a fold and has it draw when it is opened."""
    empty = text("chart-fold-empty", language)
    with gr.Accordion(empty, open=False, visible=False, elem_classes="fn-fold", elem_id=elem_id) as fold:
        places = tuple(chart_place() for _ in range(count))
    made = ChartFold(fold, gr.State(()), places, language)
    fold.expand(made.draw, made.charts, made.parts(), show_progress="hidden", api_visibility="private")
    return made


def chart_of(answer: Answer, evidence: Evidence, language: Language) -> Charts:
    """The chart that helps an answer, as the one of one; a chart that can't be made never costs the answer."""
    items = answer.footnotes.items
    facts = [f for item in items for f in (item.parts if isinstance(item, Derived) else [item]) if isinstance(f, Fact)]
    try:
        chart = chart_for(facts, evidence, language)
    except Exception:  # an answer stands without its chart
        logging.getLogger(__name__).exception("no chart could be made for an answer")
        return ()
    return (chart,) if chart else ()


def _gone() -> Any:
    return gr.update(visible=False, value=None)
