"""RSI-14 of one subject, with the lines at 70 and 30, and the two swings of a divergence joined."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.charts.chart import Chart, Line, days_of, is_simulated, line, period, short_name
from assistant.charts.style import (
    BLUE,
    GREEN,
    ORANGE,
    RED,
    Label,
    axis,
    beside,
    days_axis,
    hover,
    layout,
    plot,
    room,
    trace,
)
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import said as read
from assistant.statements.words import say, shown, text
from tools.fact import Fact
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
        said = self.language
        traces = [trace(self.days, self.rsi, BLUE, hover(said)), *(_joined(d, said) for d in self.divergences)]
        now = text("strength-now", said, value=shown(self.rsi.fact, said))
        labels = [Label(float(self.rsi.fact.value), now, BLUE)]
        labels += [Label(HIGH, text("strength-overbought", said, n=HIGH), ORANGE)]
        labels += [Label(LOW, text("strength-oversold", said, n=LOW), ORANGE)]
        thin = {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "line": {"color": ORANGE, "width": 1, "dash": "dash"},
        }
        shapes = [{**thin, "y0": at, "y1": at, "layer": "below"} for at in (LOW, HIGH)]
        notes = beside(labels, low, high) + [_named(d, said) for d in self.divergences]
        frame = layout(self.title, self.subtitle, margins=(40, room(labels)), notes=notes, shapes=shapes)
        axes = {"xaxis": days_axis(self.days, said), "yaxis": axis(range=[low, high], tickvals=[30, 40, 50, 60, 70])}
        return plot(traces, {**frame, **axes})


def _colour(divergence: Divergence) -> str:
    return RED if divergence.side == "bearish" else GREEN


def _joined(divergence: Divergence, language: Language) -> dict[str, Any]:
    colour = _colour(divergence)
    return {
        "type": "scatter", "mode": "lines+markers", "x": divergence.days,
        "y": [divergence.first.value, divergence.last.value], "line": {"color": colour, "width": 2.4},
        "marker": {"color": colour, "size": 8, "symbol": "diamond"}, "cliponaxis": False,
        "hovertemplate": f"{hover(language, '.2f')}<extra>{_name(divergence, language)}</extra>",
    }  # fmt: skip


def _name(divergence: Divergence, language: Language) -> str:
    return text("strength-divergence", language, side=text(f"side-of-{divergence.side}", language))


def _named(divergence: Divergence, language: Language) -> dict[str, Any]:
    """The name over a bearish one's later swing, under a bullish one's; it reaches to the left, where there is room."""
    up = divergence.side == "bearish"
    return {
        "x": divergence.days[1], "y": divergence.last.value, "showarrow": False,
        "text": _name(divergence, language),
        "font": {"color": _colour(divergence), "size": 12}, "xanchor": "right", "yshift": 14 if up else -14,
        "xshift": -2,
    }  # fmt: skip


def strength(catalogue: Catalogue, subject: str, language: Language = "en") -> Strength | None:
    """The chart of a subject; None where it has no RSI.

    Args:
        catalogue: The facts of a date.
        subject: Its key.
        language: Whose words.
    """
    series = catalogue.series(subject)
    if series is None or not catalogue.subject(subject):
        return None
    history = subject_history(series)
    rsi = line(catalogue, history, f"{subject}.rsi_14", "RSI-14", SESSIONS)
    if rsi is None or len(history) < 2:
        return None
    days, found = days_of(history, SESSIONS), divergences(catalogue, subject)
    subtitle = text("strength-subtitle", language, joined="yes" if found else "no")
    heading = text("strength-heading", language, subject=short_name(subject, language, catalogue))
    looked = catalogue.get(f"{subject}.divergence.bearish.k1") is not None
    said = _said(rsi.fact, found, looked, period(days, language), language)
    return Strength(heading, subtitle, tuple(said), is_simulated(catalogue), days, rsi, found, language=language)


def _said(rsi: Fact, found: tuple[Divergence, ...], looked: bool, over: str, language: Language) -> list[Part]:
    told: list[Part] = []
    for divergence in found:
        before, after = divergence.days
        told += say(
            "strength-joined", language, side=text(f"side-of-{divergence.side}", language), first=divergence.first,
            before=before, last=divergence.last, after=after,
            reading=text("strength-noted", language, reading=str(divergence.fact.reading)),
        )  # fmt: skip
    if not found and looked:
        told = say("strength-no-divergence", language)
    reading = text("strength-reading", language, reading=read(rsi.reading, language)) if rsi.reading else ""
    return say("strength-said", language, period=over, rsi=rsi, reading=reading, divergences=told)


def divergences(catalogue: Catalogue, subject: str) -> tuple[Divergence, ...]:
    """The divergences there are, each pair of swings once."""
    out: dict[tuple[str, tuple[date, date]], Divergence] = {}
    for key in (f"{subject}.divergence.{side}.k{k}" for side in SIDES for k in KS):
        fact, first, last = (catalogue.get(f"{key}{part}") for part in ("", ".first_rsi", ".last_rsi"))
        if fact and first and last and fact.value == 1 and first.dates and last.dates:
            found = Divergence(fact, first, last)
            out.setdefault((found.side, found.days), found)
    return tuple(out.values())
