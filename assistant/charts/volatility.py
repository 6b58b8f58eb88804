"""The VIX with the bands of its regimes."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from assistant.charts.chart import YEAR, Chart, Line, days_of, is_simulated, line, period
from assistant.charts.style import BLUE, INK, Label, axis, beside, days_axis, hover, layout, plot, room, span, trace
from assistant.statements.sentence_parts import Language
from assistant.statements.words import said as read
from assistant.statements.words import say, text
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history
from tools.facts.volatility import REGIMES

SHADES = (0.0, 0.07, 0.16, 0.28)  # how strongly each regime is shaded


@dataclass(frozen=True)
class Volatility(Chart):
    """The VIX.

    Attributes:
        days: Sessions shown, ascending.
        close: Its closes.
    """

    days: tuple[date, ...]
    close: Line

    def figure(self) -> Any:
        low, high = span(self.close.values)
        low, high = max(0.0, min(low, 11.0)), max(high, 32.0)
        names = [text(f"regime-{name}", self.language) for _, name in REGIMES]
        edges = [low, *(float(limit) for limit, _ in REGIMES if np.isfinite(limit)), high]
        box = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "line": {"width": 0}, "layer": "below"}
        shapes = [
            {**box, "y0": a, "y1": b, "fillcolor": f"rgba(184,102,30,{shade})"}
            for (a, b), shade in zip(pairwise(edges), SHADES, strict=True)
        ]
        middle = [(a + b) / 2 for a, b in pairwise(edges)]
        labels = [Label(at, name, INK) for at, name in zip(middle, names, strict=True)]
        labels.append(Label(float(self.close.fact.value), f"{self.close.name} {self.close.fact.display}", BLUE))
        frame = layout(
            self.title, self.subtitle, margins=(40, room(labels)), notes=beside(labels, low, high), shapes=shapes
        )
        ticks = [*edges[1:-1], *(float(t) for t in range(40, int(high) + 1, 10))]
        axes = {
            "xaxis": days_axis(self.days, self.language),
            "yaxis": axis(range=[low, high], tickvals=ticks, showgrid=False),
        }
        return plot([trace(self.days, self.close, BLUE, hover(self.language))], {**frame, **axes})


def volatility(catalogue: Catalogue, language: Language = "en") -> Volatility | None:
    """The chart; None where the VIX has no bars."""
    series = catalogue.series("vix")
    if series is None:
        return None
    history = subject_history(series)
    close = line(catalogue, history, "vix.close", "VIX", YEAR)
    if close is None or len(history) < 2:
        return None
    days = days_of(history, YEAR)
    highest, year = catalogue.get("vix.high_52w"), catalogue.get("vix.percentile_1y")
    reading, bands = close.fact.reading, text("volatility-bands", language)
    said = say(
        "volatility-said", language, period=period(days, language), close=close.fact, bands=bands,
        reading=text("strength-reading", language, reading=read(reading, language)) if reading else "",
        highest=say("volatility-highest", language, high=highest) if highest else "",
        place=say("volatility-place", language, share=year) if year else "",
    )  # fmt: skip
    heading = text("volatility-heading", language)
    return Volatility(heading, bands, tuple(said), is_simulated(catalogue), days, close, language=language)
