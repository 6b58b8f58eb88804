"""The archive: commentaries kept, looked through by words, read, and two of them side by side."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import gradio as gr

from assistant.commentary.archive import Kept, Row, look_through, side_by_side
from assistant.commentary.daily import Commentary
from assistant.commentary.store import CommentaryStore
from assistant.conversation.answer import Footnotes
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.commentary_text import article, section, turn_of
from assistant.page.markup.marks import figure, store
from assistant.page.markup.prose import one_line
from assistant.page.markup.sources import card
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import spell, text
from tools.fact import Fact

SHOWN = 12  # finds listed
EMPTY = "–"


class Archive:
    """What happens in the tab.

    Args:
        program: For its database.
        parts: Finds, the first and the second commentary, what is shown.
        language: The page's: commentaries in it are listed.
    """

    def __init__(
        self,
        program: Program,
        parts: tuple[gr.Markdown, gr.Dropdown, gr.Dropdown, gr.Markdown],
        language: Language = "en",
    ) -> None:
        self.store, self.language = CommentaryStore(program.engine), language
        self.finds, self.first, self.second, self.shown = parts

    def look(self, words: str) -> dict[Any, Any]:
        """Lists what is kept that holds the words, and offers it to be read."""
        found = look_through(self.store, (words or "")[:200], self.language)
        choices = [(k.name, k.id) for k in found]
        top = choices[0][1] if choices else None
        return {
            self.finds: _listed(found, bool((words or "").strip()), self.language),
            self.first: gr.update(choices=choices, value=top),
            self.second: self._others(top),
        }

    def offer(self, first: str | None, second: str | None) -> dict[Any, Any]:
        """What the one chosen can be compared with: every other one that is kept."""
        return {self.second: self._others(first, second)}

    def _others(self, first: str | None, second: str | None = None) -> Any:
        others = [(k.name, k.id) for k in look_through(self.store, "", self.language) if k.id != first]
        held = second if second in [i for _, i in others] else ""
        return gr.update(choices=[(text("archive-compare-none", self.language), ""), *others], value=held)

    def read(self, first: str | None, second: str | None) -> str:
        """One commentary, or two side by side."""
        held = [Commentary(d, fresh=False) for i in (first, second) if i and (d := self.store.get(str(i)))]
        if not held:
            return ""
        return article(held[0], "a") if len(held) == 1 else pair(*held)


def _listed(found: Sequence[Kept], searched: bool, language: Language) -> str:
    if not found:
        return _small("archive-nothing-found" if searched else "archive-none", language)
    if not searched:
        return _small("archive-kept", language, n=len(found))
    rows = "".join(f"<li><b>{escape(k.name)}</b> {escape(k.found)}</li>" for k in found[:SHOWN])
    more = _small("archive-more", language, n=len(found) - SHOWN) if len(found) > SHOWN else ""
    count = _small("archive-found", language, n=len(found))
    return one_line(f'{count}<ul class="fn-finds">{rows}</ul>{more}')


def _small(message: str, language: Language, **given: int) -> str:
    return f'<p class="fn-small">{escape(text(message, language, **given))}</p>'


def pair(first: Commentary, second: Commentary) -> str:
    """Two commentaries side by side: their figures in a table, then section beside section."""
    turn, footnotes, language = f"c-{first.id[:6]}{second.id[:6]}", Footnotes(), first.language
    days = [_day(c) for c in (first, second)]
    figures = "".join(_row(r, footnotes, turn, language) for r in side_by_side(first, second))
    head = "".join(f"<th>{escape(d)}</th>" for d in days)
    table = (
        f'<table class="fn-table"><thead><tr><th>{escape(text("archive-figure", language))}</th>{head}</tr></thead>'
        f"<tbody>{figures}</tbody></table>"
        if figures
        else ""
    )
    columns = [_column(c, place) for c, place in ((first, "p"), (second, "q"))]
    names = list(dict.fromkeys(name for sections, _ in columns for name in sections))
    beside = "".join(
        '<div class="fn-beside">'
        + "".join(f"<div>{sections.get(name, '')}</div>" for sections, _ in columns)
        + "</div>"
        for name in names
    )
    stores = "".join(held for _, held in columns)
    both = escape(text("archive-pair", language, first=days[0], second=days[1]))
    return one_line(
        f'<article class="fn-turn fn-brief fn-pair fn-t-{turn}"><h2>{both}</h2>{table}'
        f'<div class="fn-prose">{beside}</div>{store(footnotes, language)}</article>{stores}'
    )


def _day(commentary: Commentary) -> str:
    return spell(date.fromisoformat(commentary.as_of), commentary.language)


def _column(commentary: Commentary, place: str) -> tuple[dict[str, str], str]:
    """The sections of one side by name, and the cards of its sources."""
    turn = turn_of(commentary.document, place)
    sections = {s["id"]: section(s, turn) for s in commentary.document["sections"]}
    cards = "".join(card(c, commentary.language) for c in commentary.citations)
    named = f'<span class="fn-named">{escape(_day(commentary))}</span>'
    return sections, f'<div class="fn-aside fn-t-{turn}">{named}<div class="fn-store">{cards}</div></div>'


def _row(row: Row, footnotes: Footnotes, turn: str, language: Language) -> str:
    cells = "".join(f"<td>{_cell(f, footnotes, turn, language)}</td>" for f in (row.first, row.second))
    name = row.name[:1].upper() + row.name[1:]
    return f"<tr><th>{escape(name)}</th>{cells}</tr>"


def _cell(fact: Fact | None, footnotes: Footnotes, turn: str, language: Language) -> str:
    return figure(fact, footnotes, turn, language=language) if fact else EMPTY


def build_archive(program: Program, tab: gr.Tab, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns"):
        with gr.Column(elem_classes="fn-main"):
            with gr.Row(elem_classes="fn-archive-bar"):
                words = gr.Textbox(
                    placeholder=text("archive-search-placeholder", language), label=text("archive-search", language),
                    show_label=False, container=False, max_length=200, elem_id="fn-archive-search",
                )  # fmt: skip
                first = gr.Dropdown(
                    [], label=text("archive-read", language), elem_id="fn-archive-first", filterable=True
                )
                second = gr.Dropdown(
                    [], label=text("archive-compare", language), elem_id="fn-archive-second", filterable=True
                )
            finds = markup_block(elem_id="fn-archive-finds")
            shown = markup_block(elem_id="fn-archive")
        panel()
    archive = Archive(program, (finds, first, second, shown), language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    parts = [finds, first, second]
    tab.select(archive.look, words, parts, **quiet)
    words.submit(archive.look, words, parts, **quiet)
    first.change(archive.offer, [first, second], second, **quiet)
    gr.on([first.change, second.change], archive.read, [first, second], shown, **quiet)
