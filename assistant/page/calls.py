"""The tab of analysts' calls: targets against the index, the ledger of calls, and how each analyst's came out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.charts.calls import calls, status
from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import chart_place
from assistant.page.blocks.fetching import Fetched, fault_line, fetched_line, gather, looking
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.marks import chart_words, figure, store
from assistant.page.markup.prose import one_line
from assistant.page.markup.verdict_table import closing
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of, person, shown, text
from corpus.store import EVERYONE
from tools.analysts.track_record import FEW, Entry, Record, ledger, track_records
from tools.universe import UNIVERSE

CALL_COLUMNS = ("call", "target", "base", "from-base", "year-end", "now", "outcome")
RECORD_COLUMNS = ("analyst", "settled", "hit", "miss", "lean", "replaced", "note")
REPLACED = re.compile(r"(?P<author>.+) on (?P<day>\d+ \w+ \d{4})")


@dataclass(frozen=True)
class CallsTab:
    """The tab's parts and what happens when it is opened.

    Attributes:
        table: The ledger and the records.
        plot, words: The chart and its words.
        shown: The date typed when it was last filled; None until the tab is opened.
    """

    program: Program
    visitors: Visitors
    table: gr.Markdown
    plot: gr.Plot
    words: gr.Markdown
    shown: gr.State
    language: Language

    def parts(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [self.table, self.plot, self.words, self.shown]

    def open(self, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Fills the tab, the visitor's own documents included; says so in one line where it can't."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        try:
            for item in gather(self.program, as_of or "", visitor=visitor):
                if isinstance(item, Fetched):
                    yield {self.table: fetched_line(item, self.language)}
                else:
                    yield self._fill(item, as_of or "")
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            gone = {self.plot: gr.update(visible=False), self.words: ""}
            yield {self.table: fault_line(error, self.language), self.shown: as_of or "", **gone}

    def renew(self, as_of: str, shown: str | None, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Fills it anew for another date, if it was ever opened."""
        if shown is None:
            yield {self.shown: gr.skip()}
        else:
            yield from self.open(as_of, request)

    def _fill(self, evidence: Evidence, as_of: str) -> dict[Any, Any]:
        entries, footnotes, turn = ledger(evidence.calls), Footnotes(), f"k{uuid4().hex[:6]}"
        said = self.language
        chart = calls(evidence.catalogue, entries, language=said)
        simulated = evidence.data == "sample"
        table = (
            call_table(entries, footnotes, turn, said, simulated)
            + record_table(track_records(entries), footnotes, turn, said, simulated)
            if entries
            else f'<p class="fn-lead">{escape(text("calls-none", said))}</p>'
        )
        words = chart_words(chart, footnotes, turn, f"{turn}-0") if chart else ""
        under = closing(evidence, said) + store(footnotes, said)
        article = f'<article class="fn-turn fn-board fn-t-{turn}">{table}{under}</article>'
        drawn = chart.figure() if chart else None
        return {
            self.table: one_line(article), self.words: words, self.shown: as_of,
            self.plot: gr.update(value=drawn, visible=drawn is not None),
        }  # fmt: skip


def call_table(
    entries: Sequence[Entry], footnotes: Footnotes, turn: str, language: Language, simulated: bool = False
) -> str:
    """The ledger: a row a call, every figure with its mark.

    Args:
        entries: The calls.
        footnotes: Numbers their facts.
        turn: Tells the marks of this block from those of others.
        language: Whose words.
        simulated: Whether the bars are the sample's, which the caption and each row's outcome then say.
    """
    rows = "".join(_row(entry, footnotes, turn, language, simulated) for entry in entries)
    return _table(text("calls-caption", language), CALL_COLUMNS, rows, language, simulated)


def _table(caption: str, columns: Sequence[str], rows: str, language: Language, simulated: bool) -> str:
    heads = "".join(f"<th>{escape(text(f'calls-column-{name}', language))}</th>" for name in columns)
    warned, more = (escape(text(f"calls-warned{part}", language)) for part in ("", "-more"))
    notice = f'<b class="fn-warned">{warned}</b> {more} ' if simulated else ""
    return (
        f'<div class="fn-scroll"><table class="fn-table fn-calls"><caption>{notice}{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(entry: Entry, footnotes: Footnotes, turn: str, language: Language, simulated: bool) -> str:
    def cell(metric: str, bare: bool = False) -> str:
        fact = entry.facts.get(metric)
        told = fact.display.removesuffix(".00") if bare and fact else ""
        return f"<td>{figure(fact, footnotes, turn, told, language)}</td>" if fact else "<td>–</td>"

    key = next((k for k, s in UNIVERSE.items() if s.symbol == entry.index), None)
    index = name_of(key, language).removeprefix("the ") if key else entry.index
    told = escape(text("calls-against-simulated", language))
    note = f'<br><span class="fn-small">{told}</span>' if simulated and "issue_close" in entry.facts else ""
    about = escape(
        text("calls-row" if index else "calls-row-bare", language, index=index, due=entry.horizon, given=entry.issued)
    )
    cells = [cell("target", bare=True), cell("issue_close", bare=language != "en")]
    cells += [cell(f"upside_from_{base}") for base in ("issue", "year_end", "close")]
    return (
        f'<tr><th>{escape(person(entry.author, language))}<br><span class="fn-small">{about}</span></th>'
        f"{''.join(cells)}<td>{_outcome(entry, footnotes, turn, language)}{note}</td></tr>"
    )


def _outcome(entry: Entry, footnotes: Footnotes, turn: str, language: Language) -> str:
    settled, missed, pace = (entry.facts.get(name) for name in ("settled", "missed_by", "pace"))
    said = escape(status(entry, language))
    if entry.replaced:
        said = text("calls-replaced-by", language, status=said, by=escape(_replacement(entry.replaced, language)))
    if settled and missed:
        side = "above" if float(missed.value) > 0 else "below"
        by = figure(missed, footnotes, turn, shown(missed, language).lstrip("−-"))
        close = figure(settled, footnotes, turn, language=language)
        return text("calls-settled", language, status=said, was=entry.status, close=close, gap=by, side=side)
    if pace and entry.status == "runs":
        return text("calls-pace", language, status=said, pace=figure(pace, footnotes, turn, language=language))
    return said


def _replacement(words: str, language: Language) -> str:
    """By which later call one was replaced, which is kept in English: ``Ann Ames on 15 April 2025``."""
    if not (match := REPLACED.fullmatch(words)):
        return words
    day = datetime.strptime(match["day"], "%d %B %Y").date()
    return text("calls-replaced-on", language, author=person(match["author"], language), day=day)


def record_table(
    records: Sequence[Record], footnotes: Footnotes, turn: str, language: Language, simulated: bool = False
) -> str:
    """How each analyst's calls came out, every figure with its mark, and what is to be said of a small n."""
    metrics = ("calls_settled", "calls_hit", "typical_miss", "lean", "calls_replaced")

    def cell(record: Record, metric: str) -> str:
        fact = record.facts.get(metric)
        if fact is None:
            return "<td>–</td>"
        plus = "+" if metric == "lean" and float(fact.value) > 0 else ""
        return f"<td>{figure(fact, footnotes, turn, plus + shown(fact, language))}</td>"

    rows = "".join(
        f"<tr><th>{escape(person(r.author, language))}</th>{''.join(cell(r, m) for m in metrics)}"
        f"<td>{escape(_caveat(r, language))}</td></tr>"
        for r in records
    )
    caption = text("calls-record-caption", language, few=FEW)
    return _table(caption, RECORD_COLUMNS, rows, language, simulated)


def _caveat(record: Record, language: Language) -> str:
    """What is to be said of so few."""
    if not record.caveat:
        return ""
    n = record.count("calls_settled")
    return text("calls-few", language, n=n) if n else text("calls-none-due", language)


def build_calls(program: Program, visitors: Visitors, tab: gr.Tab, as_of: gr.Textbox, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns fn-wide"):
        with gr.Column(elem_classes="fn-main"):
            with gr.Column(elem_classes="fn-cell"):
                plot, words = chart_place()
            table = markup_block(looking(language), elem_id="fn-calls")
        panel()
    held = CallsTab(program, visitors, table, plot, words, gr.State(None), language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    tab.select(held.open, as_of, held.parts(), **quiet)
    again = [as_of, held.shown]
    gr.on([as_of.submit, as_of.blur], held.renew, again, held.parts(), trigger_mode="always_last", **quiet)
