"""The dashboard's figures as markup: tiles of closes, and the table of the rotation verdict."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from assistant.conversation.answer import Footnotes
from assistant.evidence.source import Evidence
from assistant.page.markup.marks import figure
from assistant.statements.notices import data_state
from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of, shown, text
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.verdict import COLUMNS, ROWS, VERDICTS

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


def tiles(catalogue: Catalogue, footnotes: Footnotes, turn: str, language: Language) -> str:
    """Closes with their moves over the day and the year."""
    return f'<div class="fn-tiles">{"".join(_tile(catalogue, key, footnotes, turn, language) for key in TILES)}</div>'


def _tile(catalogue: Catalogue, key: str, footnotes: Footnotes, turn: str, language: Language) -> str:
    close = catalogue.get(f"{key}.close")
    if close is None:
        return ""
    level = figure(close, footnotes, turn, shown(close, language).removesuffix(" 点"))  # numbered before its moves
    name = name_of(key, language).removeprefix("the ")
    moves = "".join(
        f'<span class="fn-move"><span class="fn-over">{escape(text(over, language))}</span> '
        f"{_move(fact, footnotes, turn, language)}</span>"
        for metric, over in zip(TILES[key], ("tile-day", "tile-year"), strict=True)
        if (fact := catalogue.get(f"{key}.{metric}"))
    )
    return (
        f'<div class="fn-tile"><span class="fn-tile-name">{escape(name[:1].upper() + name[1:])}</span>'
        f'<span class="fn-tile-close">{level}</span>{moves}</div>'
    )


def _move(fact: Fact, footnotes: Footnotes, turn: str, language: Language) -> str:
    value = float(fact.value)
    side, sign = ("up", "+") if value > 0 else ("down", "") if value < 0 else ("flat", "")
    # A change of the VIX is in its own points, which the bare figure doesn't say.
    told = text("tile-points", language, points=fact.display) if fact.unit == "index points" else ""
    return f'<span class="fn-{side}">{sign}{figure(fact, footnotes, turn, told, language)}</span>'


def verdict_table(catalogue: Catalogue, footnotes: Footnotes, turn: str, language: Language) -> str:
    """Rows of tests, columns of horizons, tallies below; each cell its figure and what it says in a word."""
    cells = {(row, column): catalogue.get(f"rotation.verdict.{row}.{column}") for row in ROWS for column in COLUMNS}
    if not any(cells.values()):
        return f'<p class="fn-small">{escape(text("verdict-absent", language))}</p>'
    head = "".join(f"<th>{escape(text(f'table-{c}', language))}</th>" for c in COLUMNS)
    body = "".join(
        f"<tr><th>{_row_head(row, (cells[row, column] for column in COLUMNS), language)}</th>"
        + "".join(_cell(cells[row, column], footnotes, turn, language) for column in COLUMNS)
        + "</tr>"
        for row in ROWS
    )
    foot = "".join(_tally(catalogue, name, footnotes, turn, language) for name in VERDICTS)
    caption, test = escape(text("verdict-caption", language)), escape(text("table-test", language))
    return (
        f'<table class="fn-table"><caption>{caption}</caption><thead><tr><th>{test}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody><tfoot>{foot}</tfoot></table>"
    )


def _row_head(row: str, cells: Iterable[Fact | None], language: Language) -> str:
    """A row's name with its unit, which stands there and not in every cell; a percentage keeps its sign."""
    name = escape(text(f"verdict-row-{row.replace('_', '-')}", language))
    unit = next((c.unit for c in cells if c), "")
    message = {"percentage points": "verdict-points", "sessions": "verdict-sessions"}.get(unit)
    if message is None:
        return name
    marked = f'<span class="fn-unit">{escape(text(message, language))}</span>'
    return text("verdict-row-unit", language, row=name, unit=marked)


def _cell(fact: Fact | None, footnotes: Footnotes, turn: str, language: Language) -> str:
    if fact is None:
        return f'<td class="fn-missing">{escape(text("table-none", language))}</td>'
    verdict = fact.reading if fact.reading in SIGNS else "silent"
    short = re.sub(r" (points|sessions?)$", "", fact.display)
    if fact.unit == "fraction":
        short = shown(fact, language)
    return f"<td>{figure(fact, footnotes, turn, short)} {_chip(verdict, language)}</td>"


def _chip(verdict: str, language: Language) -> str:
    told = escape(text("verdict-state", language, reading=verdict))
    return f'<span class="fn-chip fn-{verdict}">{SIGNS[verdict]} {told}</span>'


def _tally(catalogue: Catalogue, name: str, footnotes: Footnotes, turn: str, language: Language) -> str:
    """How many tests support, oppose or are silent, of how many."""
    out = []
    for column in COLUMNS:
        count, tests = (catalogue.get(f"rotation.verdict.{n}_{column}") for n in (name, "tests"))
        told = "–"
        if count and tests:
            yes, of = (figure(f, footnotes, turn) for f in (count, tests))
            told = text("table-of", language, yes=yes, tests=of)
        out.append(f"<td>{told}</td>")
    return f"<tr><th>{_chip(name, language)}</th>{''.join(out)}</tr>"


def heading(day: date, language: Language) -> str:
    """What the page of figures is of."""
    return f"<h2>{escape(text('dashboard-heading', language, day=day))}</h2>"


def closing(evidence: Evidence, language: Language) -> str:
    """What must be said of the data, and what the page isn't."""
    sample = evidence.data == "sample"
    notes = [*([text("notice-sample", language)] if sample else []), data_state(evidence, (), language)]
    listed = "".join(f"<li>{escape(n)}</li>" for n in notes)
    disclaimer = escape(text("disclaimer", language))
    return f'<ul class="fn-notices">{listed}</ul><p class="fn-disclaimer">{disclaimer}</p>'
