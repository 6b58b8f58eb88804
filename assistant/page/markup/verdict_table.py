"""The dashboard's figures as markup: tiles of closes, and the table of the rotation verdict."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from assistant.commentary.verdict_table import HEADS
from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.markup.marks import figure
from assistant.statements.about_itself import DISCLAIMER
from assistant.statements.notices import data_state
from assistant.statements.words import text
from tools.definitions import definition
from tools.fact import Fact, spell_date
from tools.facts.catalogue import Catalogue
from tools.facts.verdict import COLUMNS, ROWS, VERDICTS
from tools.universe import UNIVERSE

# Subject and the metrics of its move over a day and over the year.
TILES = {
    "rut": ("return_1d", "return_ytd"),
    "spx": ("return_1d", "return_ytd"),
    "comp": ("return_1d", "return_ytd"),
    "dji": ("return_1d", "return_ytd"),
    "vix": ("change_1d", "change_ytd"),
    "tnx": ("change_1d", "change_ytd"),
}
SIGNS = {"supports": "▲", "opposes": "▼", "silent": "○"}
CAPTION = (
    "Rotation verdict: does each test support a rotation into small caps? A test is silent within half a standard"
    " deviation of its own history, and has no figure where bars or earlier cases are lacking."
)


def tiles(catalogue: Catalogue, footnotes: Footnotes, turn: str) -> str:
    """Closes with their moves over the day and the year."""
    return f'<div class="fn-tiles">{"".join(_tile(catalogue, key, footnotes, turn) for key in TILES)}</div>'


def _tile(catalogue: Catalogue, key: str, footnotes: Footnotes, turn: str) -> str:
    close = catalogue.get(f"{key}.close")
    if close is None:
        return ""
    level = figure(close, footnotes, turn)  # numbered before its moves
    name = UNIVERSE[key].name.removeprefix("the ")
    moves = "".join(
        f'<span class="fn-move"><span class="fn-over">{over}</span> {_move(fact, footnotes, turn)}</span>'
        for metric, over in zip(TILES[key], ("Day", "Year"), strict=True)
        if (fact := catalogue.get(f"{key}.{metric}"))
    )
    return (
        f'<div class="fn-tile"><span class="fn-tile-name">{escape(name[:1].upper() + name[1:])}</span>'
        f'<span class="fn-tile-close">{level}</span>{moves}</div>'
    )


def _move(fact: Fact, footnotes: Footnotes, turn: str) -> str:
    value = float(fact.value)
    side, sign = ("up", "+") if value > 0 else ("down", "") if value < 0 else ("flat", "")
    # A change of the VIX is in its own points, which the bare figure doesn't say.
    shown = f"{fact.display} points" if fact.unit == "index points" else ""
    return f'<span class="fn-{side}">{sign}{figure(fact, footnotes, turn, shown)}</span>'


def verdict_table(catalogue: Catalogue, footnotes: Footnotes, turn: str) -> str:
    """Rows of tests, columns of horizons, tallies below; each cell its figure and what it says in a word."""
    cells = {(row, column): catalogue.get(f"rotation.verdict.{row}.{column}") for row in ROWS for column in COLUMNS}
    if not any(cells.values()):
        return '<p class="fn-small">No rotation verdict: the Russell 2000 or the S&amp;P 500 lacks bars.</p>'
    head = "".join(f"<th>{HEADS[c]}</th>" for c in COLUMNS)
    body = "".join(
        f"<tr><th>{escape(_row_name(row))}{_unit(cells[row, column] for column in COLUMNS)}</th>"
        + "".join(_cell(cells[row, column], footnotes, turn) for column in COLUMNS)
        + "</tr>"
        for row in ROWS
    )
    foot = "".join(_tally(catalogue, name, footnotes, turn) for name in VERDICTS)
    return (
        f'<table class="fn-table"><caption>{CAPTION}</caption><thead><tr><th>Test</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody><tfoot>{foot}</tfoot></table>"
    )


def _row_name(row: str) -> str:
    label = definition(f"verdict.{row}.1d").label.rsplit(",", 1)[0]
    return label[:1].upper() + label[1:]


def _unit(cells: Iterable[Fact | None]) -> str:
    """A row's unit, which stands beside its name and not in every cell; a percentage keeps its sign."""
    unit = next((c.unit for c in cells if c), "")
    shown = {"percentage points": "points", "sessions": "sessions"}.get(unit, "")
    return f', <span class="fn-unit">{shown}</span>' if shown else ""


def _cell(fact: Fact | None, footnotes: Footnotes, turn: str) -> str:
    if fact is None:
        return '<td class="fn-missing">no figure</td>'
    verdict = fact.reading if fact.reading in SIGNS else "silent"
    short = re.sub(r" (points|sessions?)$", "", fact.display)
    return f"<td>{figure(fact, footnotes, turn, short)} {_chip(verdict)}</td>"


def _chip(verdict: str) -> str:
    return f'<span class="fn-chip fn-{verdict}">{SIGNS[verdict]} {verdict}</span>'


def _tally(catalogue: Catalogue, name: str, footnotes: Footnotes, turn: str) -> str:
    """How many tests support, oppose or are silent, of how many."""
    out = []
    for column in COLUMNS:
        count, tests = (catalogue.get(f"rotation.verdict.{n}_{column}") for n in (name, "tests"))
        told = f"{figure(count, footnotes, turn)} of {figure(tests, footnotes, turn)}" if count and tests else "–"
        out.append(f"<td>{told}</td>")
    return f"<tr><th>{_chip(name)}</th>{''.join(out)}</tr>"


def heading(day: date) -> str:
    """What the page of figures is of."""
    return f"<h2>Dashboard, {escape(spell_date(day))}</h2>"


def closing(evidence: Evidence) -> str:
    """What must be said of the data, and what the page isn't."""
    notes = [*([text("notice-sample", "en")] if evidence.data == "sample" else []), data_state(evidence)]
    listed = "".join(f"<li>{escape(n)}</li>" for n in notes)
    return f'<ul class="fn-notices">{listed}</ul><p class="fn-disclaimer">{escape(DISCLAIMER)}</p>'
