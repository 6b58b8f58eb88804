"""Figures with footnotes outside an answer: in the dashboard's tiles and tables, and in the words of charts."""

from html import escape

from assistant.charts import Chart
from assistant.conversation.answer import Footnotes
from assistant.page.markup.prose import JOINER, NBSP
from assistant.page.markup.sources import card
from assistant.statements.sentence_parts import Language, fact_of
from assistant.statements.words import shown, text
from tools.fact import Fact


def figure(fact: Fact, footnotes: Footnotes, turn: str, words: str = "", language: Language = "en") -> str:
    """A fact's figure with its mark.

    Args:
        fact: What it states.
        footnotes: Numbers the fact.
        turn: Tells the marks of one block of the page from those of others.
        words: What is shown where that isn't the whole figure.
        language: In which the whole figure is written.
    """
    n = footnotes.number(fact)
    told = escape((words or shown(fact, language)).replace(" ", NBSP))
    joined = JOINER if told[-1:] > "\u2e7f" else ""
    return f'{told}{joined}<sup class="fn-mark"><a href="#fn-{turn}-{n}" role="button">{n}</a></sup>'


def store(footnotes: Footnotes, language: Language = "en") -> str:
    """The cards of all facts numbered so far, put by for the panel."""
    return f'<div class="fn-store">{"".join(card(c, language) for c in footnotes.to_json())}</div>'


def chart_words(chart: Chart, footnotes: Footnotes, turn: str, name: str) -> str:
    """A chart's text alternative, folded, each figure with its mark.

    Args:
        chart: The chart.
        footnotes: Numbers its facts.
        turn: The block whose store has their cards.
        name: Tells this fold from others, so that it stays as the reader left it.
    """
    said = "".join(
        figure(fact, footnotes, turn, language=chart.language) if (fact := fact_of(part)) else escape(str(part))
        for part in chart.in_words
    )
    head = escape(text("chart-told-fold", chart.language))
    return f'<details class="fn-words fn-k-{name}"><summary>{head}</summary><p>{said}</p></details>'


def chart_aside(chart: Chart, turn: str) -> str:
    """A chart's words as a block of their own, with the cards of its facts."""
    footnotes = Footnotes()
    words = chart_words(chart, footnotes, turn, turn)
    named = escape(text("chart-named", chart.language, title=chart.title))
    return (
        f'<div class="fn-aside fn-t-{turn}"><span class="fn-named">{named}</span>{words}'
        f"{store(footnotes, chart.language)}</div>"
    )
