"""Answers and commentaries as markup. Whatever a model, a tool or a document wrote is escaped here.

All markup is written in one line: a blank line would end the block, and what follows would be read as Markdown. It uses
no attributes but class, href and role: Gradio's sanitiser, which it passes as a second lock, drops all others, so which
answer a mark belongs to stands in its address, and what the script tells apart stands in classes.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import Any

from assistant.conversation.answer import Answer, Sentence
from assistant.conversation.events import ToolStep
from assistant.page.markup.ending import doing, ending
from assistant.page.markup.sources import fact_title
from assistant.page.markup.steps import steps
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

NBSP, JOINER = "\u00a0", "\u2060"
_UNIT = re.compile(r"(?<=[\d%]) (?=[\u4e00-\u9fff])")


def stopped(language: Language) -> str:
    """What stands under an answer that its reader stopped."""
    return _not_whole("answer-stopped", language)


def cut_off(language: Language) -> str:
    """What stands under an answer that was cut off because the program is being stopped."""
    return _not_whole("answer-cut-off", language)


def _not_whole(why: str, language: Language) -> str:
    told, disclaimer = escape(text(why, language)), escape(text("disclaimer", language))
    return f'<p class="fn-fault">{told}</p><p class="fn-disclaimer">{disclaimer}</p>'


@dataclass
class Turn:
    """A question and what there is of its answer.

    Attributes:
        id: Tells this answer's marks and sources from those of others on the page.
        note: What is going on, or went wrong, as markup.
        begun: Whether its answer is being made.
        stop: Set when the reader stops it.
        language: The page's.
    """

    id: str
    question: str
    steps: dict[str, ToolStep] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)
    answer: Answer | None = None
    note: str = ""
    begun: bool = False
    stop: threading.Event = field(default_factory=threading.Event)
    language: Language = "en"

    def markup(self) -> str:
        """The turn as it stands."""
        paragraphs = self.answer.paragraphs() if self.answer else [self.sentences]
        prose = "".join(paragraph(p, self.id) for p in paragraphs if p)
        if self.answer and self.answer.request.get("form", {}).get("bullets"):
            prose = bullets(self.answer.sentences, self.id)
        if self.answer and not prose:
            prose = f'<p class="fn-none">{escape(text("answer-none", self.language))}</p>'
        closing = (
            ending(
                self.answer.warnings,
                self.answer.footnotes.to_json(),
                self.id,
                self.answer.model,
                self.language,
                self.answer.language,
                self.answer.provenance,
                doing(self.answer.thread, self.language),
            )
            if self.answer
            else ""
        )
        tables = "".join(table(t, self.language) for t in self.answer.tables) if self.answer else ""
        ended = bool(self.answer) or self.note == stopped(self.language)
        busy = "" if ended else " fn-busy"
        return one_line(
            f'<article class="fn-turn fn-t-{self.id}{busy}"><h3 class="fn-question">{escape(self.question)}</h3>'
            f"{steps(self.steps.values(), self.id, self.language, ended=ended)}{self._reading()}{self._prose(prose)}"
            f"{tables}{self.note}{closing}</article>"
        )

    def _prose(self, prose: str) -> str:
        two = " fn-two-inks" if self.answer and self.answer.has_grey else ""
        return f'<div class="fn-prose{two}">{prose}</div>{self._inks()}'

    def _inks(self) -> str:
        """What the two inks mean, the switch, and the answer for who wants it proved only; nothing where all is."""
        if not self.answer or not self.answer.has_grey:
            return ""
        language, model = self.answer.language, self.answer.model
        told, switch = escape(text("inks-page", language, model=model)), escape(text("inks-proved-only", language))
        proved = paragraph(self.answer.proved, self.id) if self.answer.proved else ""
        return (
            f'<div class="fn-prose fn-proved">{proved}</div><p class="fn-small fn-inks"><span>{told}</span> '
            f'<a href="#fn-inks" role="switch" class="fn-proved-switch">{switch}</a></p>'
        )

    def _reading(self) -> str:
        """How the question was read, small above the answer; where that is unsure, said so."""
        told = self.answer.request.get("reading") if self.answer else None
        if not told or not self.answer:
            return ""
        message = "answer-read-unsure" if self.answer.alternatives else "answer-read"
        return f'<p class="fn-small fn-read">{escape(text(message, self.answer.language, reading=told))}</p>'


def bullets(sentences: Sequence[Sentence], turn: str) -> str:
    """Sentences as a list, for who asked for one."""
    return f"<ul>{''.join(f'<li>{marked(s, turn)}</li>' for s in sentences)}</ul>"


def one_line(markup: str) -> str:
    """The markup without line breaks."""
    return " ".join(markup.splitlines())


def marked(sentence: Sentence, turn: str) -> str:
    """A sentence with its marks as links to its sources, and the model's own words told apart.

    A mark that repeats the last one is left out.
    """
    out, done, last = [], 0, None
    for place, n in sentence.marks:
        out.append(_inked(sentence, done, place))
        if n != last:
            # A mark begins no line: between Chinese characters one may end anywhere.
            out.append(JOINER if sentence.text[max(0, place - 1) : place] > "\u2e7f" else "")
            out.append(f'<sup class="fn-mark"><a href="#fn-{turn}-{n}" role="button">{n}</a></sup>')
        done, last = place, n
    return "".join([*out, _inked(sentence, done, len(sentence.text))])


def _inked(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of a sentence; the model's own words in it are set apart by slant and colour."""
    edges = sorted({start, end, *(p for span in sentence.grey for p in span if start < p < end)})
    out = []
    for a, b in pairwise(edges):
        words = _text(sentence.text[a:b])
        out.append(f'<em class="fn-own">{words}</em>' if any(s <= a < e for s, e in sentence.grey) else words)
    return "".join(out)


def paragraph(sentences: Sequence[Sentence], turn: str) -> str:
    """Sentences as a paragraph."""
    return f"<p>{in_a_row([marked(s, turn) for s in sentences])}</p>"


def in_a_row(sentences: Sequence[str]) -> str:
    """Marked sentences one after the other; after a Chinese full stop stands no space."""
    told = [f'<span class="fn-sentence">{s}</span>' for s in sentences]
    return "".join(s + ("" if _ends_wide(s) or s is told[-1] else " ") for s in told)


def _ends_wide(sentence: str) -> bool:
    return re.sub(r"<[^>]*>", "", sentence).rstrip()[-1:] in ("。", "！", "？", "；", "”")


def table(given: dict[str, Any], language: Language) -> str:
    """A measure's list or ranking, in the contract's shape, as a table; a row's first cell heads it.

    A row that is headed by a fact's key is headed by what the key means instead.
    """
    heads = "".join(
        f'<th scope="col"><a href="#fn-sort" class="fn-sort" role="button">{escape(str(c))}</a></th>'
        for c in given["columns"]
    )
    rows = []
    for label, *cells in given["rows"]:
        named = next(
            (fact_title(c, language) for c in cells if c and c.get("key") == label["display"]), label["display"]
        )
        figures = "".join(f"<td>{_text(str(c['display'])) if c else ''}</td>" for c in cells)
        rows.append(f'<tr><th scope="row">{escape(str(named))}</th>{figures}</tr>')
    copy = f'<a href="#fn-table-copy" class="fn-table-copy" role="button">{escape(text("answer-copy", language))}</a>'
    return (
        f'<div class="fn-prose"><table class="fn-table"><caption>{escape(str(given["title"]))} {copy}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _text(words: str) -> str:
    return escape(_UNIT.sub(NBSP, words.replace(" %", f"{NBSP}%").replace(" bp", f"{NBSP}bp")))
