"""Figures with footnotes outside an answer: in the dashboard's tiles and tables, and in the words of charts."""

from html import escape

from assistant.charts import Chart
from assistant.conversation.answer import Footnotes
from assistant.page.markup.prose import NBSP
from assistant.page.markup.sources import card
from tools.fact import Fact


def figure(fact: Fact, footnotes: Footnotes, turn: str, text: str = "") -> str:
    """A fact's figure with its mark.

    Args:
        fact: What it states.
        footnotes: Numbers the fact.
        turn: Tells the marks of one block of the page from those of others.
        text: What is shown where that isn't the whole figure.
    """
    n = footnotes.number(fact)
    shown = escape((text or fact.display).replace(" ", NBSP))
    return f'{shown}<sup class="fn-mark"><a href="#fn-{turn}-{n}" role="button">{n}</a></sup>'


def store(footnotes: Footnotes) -> str:
    """The cards of all facts numbered so far, put by for the panel."""
    return f'<div class="fn-store">{"".join(card(c) for c in footnotes.to_json())}</div>'


def chart_words(chart: Chart, footnotes: Footnotes, turn: str, name: str) -> str:
    """A chart's text alternative, folded, each figure with its mark.

    Args:
        chart: The chart.
        footnotes: Numbers its facts.
        turn: The block whose store has their cards.
        name: Tells this fold from others, so that it stays as the reader left it.
    """
    said = "".join(figure(p, footnotes, turn) if isinstance(p, Fact) else escape(p) for p in chart.said)
    return (
        f'<details class="fn-words fn-k-{name}"><summary>The chart in words</summary>'
        f"<p>{escape(chart.title)}: {said}</p></details>"
    )


def chart_aside(chart: Chart, turn: str) -> str:
    """A chart's words as a block of their own, with the cards of its facts."""
    footnotes = Footnotes()
    words = chart_words(chart, footnotes, turn, turn)
    named = f'<span class="fn-named">Chart: {escape(chart.title)}</span>'
    return f'<div class="fn-aside fn-t-{turn}">{named}{words}{store(footnotes)}</div>'
