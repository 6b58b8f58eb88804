"""The tab of analysts' calls: targets against the index, the ledger of calls, and how each analyst's came out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.charts.calls import STATUS, calls
from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.blocks.chart_fold import chart_place
from assistant.page.blocks.fetching import Fetched, bar, fault_line, gather
from assistant.page.blocks.text import markup_block, panel
from assistant.page.markup.marks import chart_words, figure, store
from assistant.page.markup.prose import one_line
from assistant.page.markup.verdict_table import closing
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from corpus.store import EVERYONE
from tools.analysts.track_record import FEW, Entry, Record, ledger, track_records
from tools.fact import Fact, spell_date
from tools.universe import UNIVERSE

LOADING = '<p class="fn-going">Looking at the data…</p>'
NONE = '<p class="fn-lead">No call in the library was known by then and has bars to be measured on.</p>'
CAPTION = (
    "Every target and every dated forecast of a change in the library. The base is the close on the day of issue;"
    " upside is the target against that base, against the last year-end close, and against the close now."
)
RECORD = (
    "How calls came out, of those that stood on their day: one that was replaced or withdrawn before counts as that."
    f" Under {FEW} settled calls a record tells nothing of skill."
)


SIMULATED = (
    '<b class="fn-warned">The calls are real people\'s; the closes they are held against here are simulated.</b> Bases,'
    " upsides and outcomes below are of the sample and tell nothing of how a call did in the market. "
)


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

    def parts(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [self.table, self.plot, self.words, self.shown]

    def open(self, as_of: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Fills the tab, the visitor's own documents included; says so in one line where it can't."""
        visitor = self.visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        try:
            for item in gather(self.program, as_of or "", visitor=visitor):
                if isinstance(item, Fetched):
                    words = f"{bar(item.done, item.total)} Fetching bars: {item.done} of {item.total}"
                    yield {self.table: f'<p class="fn-going">{words}</p>'}
                else:
                    yield self._fill(item, as_of or "")
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            gone = {self.plot: gr.update(visible=False), self.words: ""}
            yield {self.table: fault_line(error), self.shown: as_of or "", **gone}

    def renew(self, as_of: str, shown: str | None, request: gr.Request) -> Iterator[dict[Any, Any]]:
        """Fills it anew for another date, if it was ever opened."""
        if shown is None:
            yield {self.shown: gr.skip()}
        else:
            yield from self.open(as_of, request)

    def _fill(self, evidence: Evidence, as_of: str) -> dict[Any, Any]:
        entries, footnotes, turn = ledger(evidence.calls), Footnotes(), f"k{uuid4().hex[:6]}"
        chart = calls(evidence.catalogue, entries)
        simulated = evidence.data == "sample"
        table = (
            call_table(entries, footnotes, turn, simulated)
            + record_table(track_records(entries), footnotes, turn, simulated)
            if entries
            else NONE
        )
        words = chart_words(chart, footnotes, turn, f"{turn}-0") if chart else ""
        article = (
            f'<article class="fn-turn fn-board fn-t-{turn}">{table}{closing(evidence)}{store(footnotes)}</article>'
        )
        drawn = chart.figure() if chart else None
        return {
            self.table: one_line(article), self.words: words, self.shown: as_of,
            self.plot: gr.update(value=drawn, visible=drawn is not None),
        }  # fmt: skip


def call_table(entries: Sequence[Entry], footnotes: Footnotes, turn: str, simulated: bool = False) -> str:
    """The ledger: a row a call, every figure with its mark.

    Args:
        entries: The calls.
        footnotes: Numbers their facts.
        turn: Tells the marks of this block from those of others.
        simulated: Whether the bars are the sample's, which the caption and each row's outcome then say.
    """
    heads = "".join(f"<th>{h}</th>" for h in ("Call", "Target", "Base", "From base", "Year end", "Now", "Outcome"))
    rows = "".join(_row(entry, footnotes, turn, simulated) for entry in entries)
    return (
        '<div class="fn-scroll"><table class="fn-table fn-calls">'
        f"<caption>{SIMULATED if simulated else ''}{CAPTION}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(entry: Entry, footnotes: Footnotes, turn: str, simulated: bool) -> str:
    def cell(metric: str, text: str = "") -> str:
        fact = entry.facts.get(metric)
        return f"<td>{figure(fact, footnotes, turn, text)}</td>" if fact else "<td>–</td>"

    index = next((s.name.removeprefix("the ") for s in UNIVERSE.values() if s.symbol == entry.index), entry.index)
    target = entry.facts["target"]
    note = _IN_SAMPLE if simulated and "issue_close" in entry.facts else ""
    return (
        f"<tr><th>{escape(entry.author)}<br>"
        f'<span class="fn-small">{escape(index)} for {spell_date(entry.horizon)},'
        f" given {spell_date(entry.issued)}</span></th>"
        f"<td>{figure(target, footnotes, turn, target.display.removesuffix('.00'))}</td>{cell('issue_close')}"
        f"{cell('upside_from_issue')}{cell('upside_from_year_end')}{cell('upside_from_close')}"
        f"<td>{_outcome(entry, footnotes, turn)}{note}</td></tr>"
    )


_IN_SAMPLE = '<br><span class="fn-small">against simulated closes</span>'


def _outcome(entry: Entry, footnotes: Footnotes, turn: str) -> str:
    settled, missed, pace = (entry.facts.get(name) for name in ("settled", "missed_by", "pace"))
    said = STATUS[entry.status]
    if entry.replaced:
        said += f" by {escape(entry.replaced)}"
    if settled and missed:
        side = "above" if float(missed.value) > 0 else "below"
        by = _unsigned(missed)
        was = "; its day's close" if entry.status == "superseded" else ": close"
        said += f"{was} {figure(settled, footnotes, turn)}, {figure(missed, footnotes, turn, by)} {side} it"
    elif pace and entry.status == "runs":
        said += f"; needs {figure(pace, footnotes, turn)} a month"
    return said


def _unsigned(fact: Fact) -> str:
    return fact.display.lstrip("−-")


def record_table(records: Sequence[Record], footnotes: Footnotes, turn: str, simulated: bool = False) -> str:
    """How each analyst's calls came out, every figure with its mark, and what is to be said of a small n."""
    heads = "".join(
        f"<th>{h}</th>" for h in ("Analyst", "Settled (n)", "Hit", "Median miss", "Lean", "Replaced", "Note")
    )
    metrics = ("calls_settled", "calls_hit", "typical_miss", "lean", "calls_replaced")

    def cell(record: Record, metric: str) -> str:
        fact = record.facts.get(metric)
        return (
            f"<td>{figure(fact, footnotes, turn, signed(fact) if metric == 'lean' else '')}</td>"
            if fact
            else "<td>–</td>"
        )

    rows = "".join(
        f"<tr><th>{escape(r.author)}</th>{''.join(cell(r, m) for m in metrics)}<td>{escape(r.caveat)}</td></tr>"
        for r in records
    )
    return (
        '<div class="fn-scroll"><table class="fn-table fn-calls">'
        f"<caption>{SIMULATED if simulated else ''}{RECORD}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def signed(fact: Fact) -> str:
    """A figure with its sign, a plus too."""
    return f"+{fact.display}" if float(fact.value) > 0 else fact.display


def build_calls(program: Program, visitors: Visitors, tab: gr.Tab, as_of: gr.Textbox) -> None:
    """Lays out the tab and wires its events."""
    with gr.Row(elem_classes="fn-columns fn-wide"):
        with gr.Column(elem_classes="fn-main"):
            with gr.Column(elem_classes="fn-cell"):
                plot, words = chart_place()
            table = markup_block(LOADING, elem_id="fn-calls")
        panel()
    held = CallsTab(program, visitors, table, plot, words, gr.State(None))
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    tab.select(held.open, as_of, held.parts(), **quiet)
    again = [as_of, held.shown]
    gr.on([as_of.submit, as_of.blur], held.renew, again, held.parts(), trigger_mode="always_last", **quiet)
