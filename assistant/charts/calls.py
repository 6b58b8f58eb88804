"""Analysts' targets against the index: a line from the close each was issued on to the level and day it was for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.charts.chart import Chart, Line, days_of, is_simulated, line, short_name, since
from assistant.charts.style import BLUE, GREEN, INK, ORANGE, RED, Label, at_points, axis, layout, plot, span, trace
from tools.analysts.track_record import Entry
from tools.fact import Fact, spell_date
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history
from tools.universe import UNIVERSE

INVENTED = "The targets are people's own, the closes simulated."
SESSIONS = 640  # two and a half years
COLOURS = {"runs": ORANGE, "hit": GREEN, "missed": RED, "superseded": INK, "withdrawn": INK, "unsettled": INK}
STATUS = {
    "runs": "runs", "hit": "hit", "missed": "missed", "superseded": "superseded", "withdrawn": "withdrawn",
    "unsettled": "not settled",
}  # fmt: skip


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
        traces = [trace(self.days, self.close, BLUE), *(self._call(e) for e in self.entries)]
        one = len({e.author for e in self.entries}) == 1  # whom the subtitle names
        names = [
            (e.horizon, Label(float(e.facts["target"].value), _label(e, not one), COLOURS[e.status]))
            for e in self.entries
        ]
        notes = at_points(names, low, high)
        frame = layout(self.title, self.subtitle, height=300, margins=(46, 10), notes=notes)
        days = axis(showgrid=False, tickformat="%b<br>%Y", tick0="2020-01-01", dtick="M6", range=[self.days[0], end])
        return plot(traces, {**frame, "xaxis": days, "yaxis": axis(range=[low, high], tickformat=",.0f", nticks=7)})

    def _call(self, entry: Entry) -> dict[str, Any]:
        """From the close at issue, where it is shown, to the target on its day."""
        issue, target = entry.facts.get("issue_close"), float(entry.facts["target"].value)
        start = float(issue.value) if issue else target
        return {
            "type": "scatter", "mode": "lines+markers", "x": [entry.issued, entry.horizon], "y": [start, target],
            "line": {"color": COLOURS[entry.status], "width": 1.4, "dash": "dot"},
            "marker": {"color": COLOURS[entry.status], "size": [4, 8], "symbol": ["circle", "diamond"]},
            "hovertemplate": f"{_label(entry)}, given on {spell_date(entry.issued)}<extra></extra>",
        }  # fmt: skip


def _label(entry: Entry, named: bool = True) -> str:
    level = entry.facts["target"].display.removesuffix(".00")
    return f"{entry.author.split()[-1] + ' ' if named else ''}{level}, {STATUS[entry.status]}"


def calls(catalogue: Catalogue, entries: Sequence[Entry], subject: str = "rut") -> Calls | None:
    """The chart of the calls on an index; None without its bars or without calls in the time shown.

    Args:
        catalogue: The facts of a date.
        entries: The ledger, of which those on the index and of the time shown are drawn.
        subject: Key of the index.
    """
    bars = catalogue.series(subject)
    if bars is None:
        return None
    held = subject_history(bars)
    close = line(catalogue, held, f"{subject}.close", short_name(subject), SESSIONS)
    days = days_of(held, SESSIONS)
    symbol = UNIVERSE[subject].symbol
    shown = tuple(e for e in entries if e.index == symbol and e.issued >= days[0])[:8]
    if close is None or not shown:
        return None
    heading = f"Targets for the {short_name(subject)} against its closes"
    authors = {e.author for e in shown}
    whose = f" of {shown[0].author}" if len(authors) == 1 else ""
    subtitle = f"Dotted: from the close on the day of issue to the target{whose}."
    if is_simulated(catalogue):
        subtitle += f" {INVENTED}"
    said: list[str | Fact] = [f"its closes {since(days)}, which end at ", close.fact, ". The targets: "]
    for n, entry in enumerate(shown):
        said += ["; " if n else "", f"{entry.author} ", entry.facts["target"]]
        said.append(f" for {spell_date(entry.horizon)}, given on {spell_date(entry.issued)}, {STATUS[entry.status]}")
    return Calls(heading, subtitle, (*said, "."), is_simulated(catalogue), days, close, shown)
