"""Analysts' targets against the index: a line from the close each was issued on to the level and day it was for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.charts.chart import Chart, Line, days_of, is_simulated, line, period, short_name
from assistant.charts.style import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    RED,
    Label,
    at_points,
    axis,
    hover,
    layout,
    plot,
    span,
    trace,
)
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import joined, say, text
from tools.analysts.track_record import Entry
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history
from tools.universe import UNIVERSE

SESSIONS = 640  # two and a half years
COLOURS = {"runs": ORANGE, "hit": GREEN, "missed": RED, "superseded": INK, "withdrawn": INK, "unsettled": INK}


@dataclass(frozen=True)
class Calls(Chart):
    """Closes of an index with the targets named for it.

    Attributes:
        days: Sessions shown, ascending.
        close: The closes.
        entries: Calls shown, the newest first; each with the close it was issued on, where that is known.
    """

    days: tuple[date, ...]
    close: Line
    entries: tuple[Entry, ...]

    def figure(self) -> Any:
        levels = [float(e.facts["target"].value) for e in self.entries]
        low, high = span(self.close.values, levels, pad=0.1)
        end = max([self.days[-1], *(e.horizon for e in self.entries)]) + timedelta(days=20)
        traces = [trace(self.days, self.close, BLUE, hover(self.language)), *(self._call(e) for e in self.entries)]
        one = len({e.author for e in self.entries}) == 1  # whom the subtitle names
        names = [
            (e.horizon, Label(float(e.facts["target"].value), _label(e, self.language, not one), COLOURS[e.status]))
            for e in self.entries
        ]
        notes = at_points(names, low, high)
        frame = layout(self.title, self.subtitle, height=300, margins=(46, 10), notes=notes)
        days = axis(
            showgrid=False,
            tickformat=text("chart-month", self.language),
            tick0="2020-01-01",
            dtick="M6",
            range=[self.days[0], end],
        )
        return plot(traces, {**frame, "xaxis": days, "yaxis": axis(range=[low, high], tickformat=",.0f", nticks=7)})

    def _call(self, entry: Entry) -> dict[str, Any]:
        """From the close at issue, where it is shown, to the target on its day."""
        issue, target = entry.facts.get("issue_close"), float(entry.facts["target"].value)
        start = float(issue.value) if issue else target
        return {
            "type": "scatter", "mode": "lines+markers", "x": [entry.issued, entry.horizon], "y": [start, target],
            "line": {"color": COLOURS[entry.status], "width": 1.4, "dash": "dot"},
            "marker": {"color": COLOURS[entry.status], "size": [4, 8], "symbol": ["circle", "diamond"]},
            "hovertemplate": f"{self._point(entry)}<extra></extra>",
        }  # fmt: skip

    def _point(self, entry: Entry) -> str:
        return text("calls-point", self.language, label=_label(entry, self.language), day=entry.issued)


def _label(entry: Entry, language: Language, named: bool = True) -> str:
    return text(
        "calls-label" if named else "calls-label-unnamed", language, name=entry.author.split()[-1],
        level=entry.facts["target"].display.removesuffix(".00"), status=status(entry, language),
    )  # fmt: skip


def status(entry: Entry, language: Language) -> str:
    """Where a call stands, in a word."""
    return text(f"status-{entry.status}", language)


def calls(
    catalogue: Catalogue, entries: Sequence[Entry], subject: str = "rut", language: Language = "en"
) -> Calls | None:
    """The chart of the calls on an index; None without its bars or without calls in the time shown.

    Args:
        catalogue: The facts of a date.
        entries: The ledger, of which those on the index and of the time shown are drawn.
        subject: Key of the index.
        language: Whose words.
    """
    bars = catalogue.series(subject)
    if bars is None:
        return None
    held = subject_history(bars)
    close = line(catalogue, held, f"{subject}.close", short_name(subject, language), SESSIONS)
    days = days_of(held, SESSIONS)
    symbol = UNIVERSE[subject].symbol
    shown = tuple(e for e in entries if e.index == symbol and e.issued >= days[0])[:8]
    if close is None or not shown:
        return None
    authors, simulated = {e.author for e in shown}, is_simulated(catalogue)
    subtitle = text(
        "calls-subtitle", language, author=shown[0].author if len(authors) == 1 else "none",
        invented=text("calls-invented", language) if simulated else "",
    )  # fmt: skip
    heading = text("calls-heading", language, subject=short_name(subject, language))
    each = joined([_call(entry, language) for entry in shown], language, "list-semicolon")
    said = say("calls-said", language, period=period(days, language), close=close.fact, each=each)
    return Calls(heading, subtitle, tuple(said), simulated, days, close, shown, language=language)


def _call(entry: Entry, language: Language) -> list[Part]:
    return say(
        "calls-each", language, author=entry.author, target=entry.facts["target"], due=entry.horizon,
        given=entry.issued, status=status(entry, language),
    )  # fmt: skip
