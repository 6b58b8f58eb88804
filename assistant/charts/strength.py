"""RSI-14 of one subject, with the lines at 70 and 30, and the two swings of a divergence joined."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.charts.chart import Chart, Line, days_of, is_simulated, line, short_name, since
from assistant.charts.style import (
    BLUE,
    GREEN,
    ORANGE,
    RED,
    Label,
    axis,
    beside,
    days_axis,
    layout,
    plot,
    room,
    trace,
)
from tools.fact import Fact, spell_date
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history

SESSIONS = 126  # half a year, of which the divergence looks at the last 60
SIDES = ("bearish", "bullish")
KS = (1, 3, 5)
LOW, HIGH = 30, 70


@dataclass(frozen=True)
class Divergence:
    """Two swings whose closes and readings part.

    Attributes:
        fact: That says so.
        first: RSI at the earlier swing.
        last: RSI at the later one.
    """

    fact: Fact
    first: Fact
    last: Fact

    @property
    def side(self) -> str:
        return self.fact.key.split(".")[-2]

    @property
    def days(self) -> tuple[date, date]:
        return self.first.dates[0], self.last.dates[0]


@dataclass(frozen=True)
class Strength(Chart):
    """A subject's RSI-14.

    Attributes:
        days: Sessions shown, ascending.
        rsi: The readings.
        divergences: Those there are.
    """

    days: tuple[date, ...]
    rsi: Line
    divergences: tuple[Divergence, ...]

    def figure(self) -> Any:
        known = [v for v in self.rsi.values if v is not None]
        low, high = min(20.0, min(known) - 4), max(80.0, max(known) + 6)
        traces = [trace(self.days, self.rsi, BLUE), *(_joined(d) for d in self.divergences)]
        labels = [Label(float(self.rsi.fact.value), f"RSI {self.rsi.fact.display}", BLUE)]
        labels += [Label(HIGH, f"{HIGH} overbought", ORANGE), Label(LOW, f"{LOW} oversold", ORANGE)]
        thin = {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "line": {"color": ORANGE, "width": 1, "dash": "dash"},
        }
        shapes = [{**thin, "y0": at, "y1": at, "layer": "below"} for at in (LOW, HIGH)]
        notes = beside(labels, low, high) + [_named(d) for d in self.divergences]
        frame = layout(self.title, self.subtitle, margins=(40, room(labels)), notes=notes, shapes=shapes)
        axes = {"xaxis": days_axis(self.days), "yaxis": axis(range=[low, high], tickvals=[30, 40, 50, 60, 70])}
        return plot(traces, {**frame, **axes})


def _colour(divergence: Divergence) -> str:
    return RED if divergence.side == "bearish" else GREEN


def _joined(divergence: Divergence) -> dict[str, Any]:
    colour = _colour(divergence)
    return {
        "type": "scatter", "mode": "lines+markers", "x": divergence.days,
        "y": [divergence.first.value, divergence.last.value], "line": {"color": colour, "width": 2.4},
        "marker": {"color": colour, "size": 8, "symbol": "diamond"}, "cliponaxis": False,
        "hovertemplate": f"%{{x|%-d %b %Y}}: %{{y:.2f}}<extra>{divergence.side} divergence</extra>",
    }  # fmt: skip


def _named(divergence: Divergence) -> dict[str, Any]:
    """The name over a bearish one's later swing, under a bullish one's; it reaches to the left, where there is room."""
    up = divergence.side == "bearish"
    return {
        "x": divergence.days[1], "y": divergence.last.value, "showarrow": False,
        "text": f"{divergence.side} divergence",
        "font": {"color": _colour(divergence), "size": 12}, "xanchor": "right", "yshift": 14 if up else -14,
        "xshift": -2,
    }  # fmt: skip


def strength(catalogue: Catalogue, subject: str) -> Strength | None:
    """The chart of a subject; None where it has no RSI.

    Args:
        catalogue: The facts of a date.
        subject: Its key.
    """
    series = catalogue.series(subject)
    if series is None or not catalogue.subject(subject):
        return None
    history = subject_history(series)
    rsi = line(catalogue, history, f"{subject}.rsi_14", "RSI-14", SESSIONS)
    if rsi is None or len(history) < 2:
        return None
    days, found = days_of(history, SESSIONS), divergences(catalogue, subject)
    subtitle = "Wilder's RSI of 14 sessions" + ("; joined: the swings of a divergence." if found else ".")
    reading = f", {rsi.fact.reading}" if rsi.fact.reading else ""
    said: list[str | Fact] = [f"Wilder's RSI {since(days)}. It ends at ", rsi.fact, f"{reading}."]
    for divergence in found:
        first, last = (spell_date(d) for d in divergence.days)
        said += [f" A {divergence.side} divergence: RSI ", divergence.first, f" on {first} and ", divergence.last]
        said += [f" on {last} ({divergence.fact.reading})."]
    if not found and catalogue.get(f"{subject}.divergence.bearish.k1"):
        said.append(" No divergence is marked.")
    heading = f"{short_name(subject, catalogue)}: RSI-14"
    return Strength(heading, subtitle, tuple(said), is_simulated(catalogue), days, rsi, found)


def divergences(catalogue: Catalogue, subject: str) -> tuple[Divergence, ...]:
    """The divergences there are, each pair of swings once."""
    out: dict[tuple[str, tuple[date, date]], Divergence] = {}
    for key in (f"{subject}.divergence.{side}.k{k}" for side in SIDES for k in KS):
        fact, first, last = (catalogue.get(f"{key}{part}") for part in ("", ".first_rsi", ".last_rsi"))
        if fact and first and last and fact.value == 1 and first.dates and last.dates:
            found = Divergence(fact, first, last)
            out.setdefault((found.side, found.days), found)
    return tuple(out.values())
