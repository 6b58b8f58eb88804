"""What a measure answers: facts, the table they fill where a list was asked, and what must be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from pydantic import BaseModel, ConfigDict

from tools.caveats import caveat
from tools.fact import Base, Fact, Used, spell_date
from tools.facts.series import make_fact
from tools.measures.lines import Line
from tools.measures.query import Query
from tools.measures.spans import Span

SHOWN = 8  # values up to which a fact carries all that it was worked out from


class Label(BaseModel):
    """A cell that is no figure: a bucket's name, a subject's."""

    model_config = ConfigDict(frozen=True)
    display: str


@dataclass(frozen=True)
class Table:
    """Facts in rows, at most 60.

    Attributes:
        title: What it lists.
        columns: Headings.
        rows: A label first, then facts; None where a row has no such fact.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Label | Fact | None, ...], ...]

    def to_json(self) -> dict[str, object]:
        """As the contract has it: cells as in citations."""
        cells = [[None if c is None else c.model_dump(mode="json") for c in row] for row in self.rows]
        return {"title": self.title, "columns": list(self.columns), "rows": cells}


@dataclass(frozen=True)
class Measured:
    """The answer to one query.

    Attributes:
        query: As it was understood.
        facts: Each key once, the answer first.
        lead: Key of the fact that answers; code's sentence is called after it.
        table: Where a list was asked.
        notes: What must be told beside.
    """

    query: Query
    facts: tuple[Fact, ...]
    lead: str
    table: Table | None = None
    notes: tuple[str, ...] = field(default=())


def line_fact(
    line: Line,
    metric: str,
    value: float | int | str,
    unit: str,
    *,
    first: int,
    last: int,
    ends_only: bool = False,
    base: int | None = None,
    reading: str | None = None,
    caveats: Sequence[str] = (),
    dates: Sequence[date] = (),
    cases: int | None = None,
    working: str = "",
    used: Sequence[int] | None = None,
) -> Fact:
    """The fact of a line for a measure.

    Args:
        line: Whose bars it rests on.
        metric: Key without subject; what the line measures stands before it where that isn't the close.
        value: The figure, unrounded.
        unit: The contract's unit.
        first: Place of the first bar used.
        last: Place of the last one, whose session the fact is of.
        ends_only: Whether only those two bars enter.
        base: Place of the bar it is measured from.
        reading: What the figure says in words.
        caveats: What must be known beside it.
        dates: Sessions it is made of, or falls on.
        cases: How many cases are behind it.
        working: The formula with places ``{0}``, ``{1}`` … for the values used.
        used: Places of the values that a reader is shown; where not given, all of them if they are few.
    """
    at = None
    if base is not None and line.metric != "ratio":
        at = Base(session=line.days[base], field=line.beneath[0][1], value=float(line.values[base]))
    places = used or ([first, last] if ends_only else range(first, last + 1))
    return fact_of(
        line.subject,
        f"{line.stem}{metric}",
        value,
        unit,
        (line,),
        spans=((first, last, ends_only),),
        base=at,
        reading=reading,
        caveats=caveats,
        dates=dates,
        cases=cases,
        used=values_used(line, list(dict.fromkeys(places))) if len(places) <= SHOWN else (),
        working=working,
    )


def values_used(line: Line, places: Sequence[int]) -> tuple[Used, ...]:
    """The values of a line at some places, as a reader is shown them."""
    name = line.metric if line.metric not in ("percent",) else "close"
    symbol = "/".join(s.subject.symbol for s, _ in line.beneath)
    return tuple(
        Used(symbol=symbol, session=line.days[p], field=name, value=round(float(line.values[p]), 6)) for p in places
    )


def fact_of(
    subject: str,
    metric: str,
    value: float | int | str,
    unit: str,
    lines: Sequence[Line],
    *,
    spans: Sequence[tuple[int, int, bool]],
    base: Base | None = None,
    reading: str | None = None,
    caveats: Sequence[str] = (),
    dates: Sequence[date] = (),
    cases: int | None = None,
    used: tuple[Used, ...] = (),
    working: str = "",
) -> Fact:
    """The fact of one or several lines; its session is that of the last bar used of any."""
    inputs = tuple(dict.fromkeys(i for x, s in zip(lines, spans, strict=True) for i in x.inputs(*s)))
    said = [c for x, s in zip(lines, spans, strict=True) for c in x.caveats(*s)]
    beneath = list({s.subject.key: s for x in lines for s, _ in x.beneath}.values())
    if len({s.last for s in beneath}) > 1 and any(s[1] == len(x.index) - 1 for x, s in zip(lines, spans, strict=True)):
        ends = ", ".join(f"{s.subject.symbol} {s.last}" for s in beneath)
        said.append(caveat("last-sessions-differ", sessions=ends))
    bars = [s.bars for s in beneath]
    return make_fact(
        lines[0].series.market,
        subject,
        metric,
        value,
        unit,
        inputs,
        as_of=max(x.dated or x.days[s[1]] for x, s in zip(lines, spans, strict=True)),
        bars=bars,
        base=base,
        reading=reading,
        caveats=[*caveats, *said],
        dates=dates,
        cases=cases,
        arithmetic=used,
        working=working,
    )


def stretch(line: Line, span: Span) -> str:
    """The window's sessions in words: ``2 January 2025 to 31 December 2025``."""
    return f"{spell_date(line.days[span.first])} to {spell_date(line.days[span.last])}"


def is_known(value: float) -> bool:
    """Whether a figure could be worked out."""
    return bool(np.isfinite(value))
