"""One index against another: the ratio of their closes with its averages, the current run shaded."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.charts.chart import YEAR, Chart, Line, days_of, is_simulated, line, period, short_name
from assistant.charts.style import (
    BAND,
    BLUE,
    GREEN,
    ORANGE,
    Label,
    axis,
    beside,
    days_axis,
    hover,
    layout,
    plot,
    room,
    span,
    trace,
)
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import say, shown, text
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.history import pair_history
from tools.facts.rotation import Pair


@dataclass(frozen=True)
class Rotation(Chart):
    """A pair's ratio.

    Attributes:
        days: Sessions shown, ascending.
        ratio: Close of the first over close of the second.
        averages: Of 50 and 200 sessions, where the data reaches.
        run: The sessions of the run that ends on the last of them; empty where there is none.
    """

    days: tuple[date, ...]
    ratio: Line
    averages: tuple[Line, ...]
    run: tuple[date, ...]

    def figure(self) -> Any:
        lines = list(zip((self.ratio, *self.averages), (BLUE, ORANGE, GREEN), strict=False))
        low, high = span(*(held.values for held, _ in lines))
        pointed = hover(self.language, ".3f")
        traces = [trace(self.days, x, c, pointed, dash="solid" if x is self.ratio else "dot") for x, c in lines]
        labels = [Label(float(x.fact.value), f"{x.name} {x.fact.display}", colour) for x, colour in lines]
        shapes = []
        if len(self.run) > 1:
            band = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "fillcolor": BAND, "line": {"width": 0}}
            shapes = [{**band, "x0": self.run[0] - timedelta(days=1), "x1": self.run[-1], "layer": "below"}]
        frame = layout(
            self.title, self.subtitle, margins=(46, room(labels)), notes=beside(labels, low, high), shapes=shapes
        )
        axes = {
            "xaxis": days_axis(self.days, self.language),
            "yaxis": axis(range=[low, high], tickformat=".3f", nticks=6),
        }
        return plot(traces, {**frame, **axes})


def rotation(
    catalogue: Catalogue, first: str = "rut", second: str = "spx", language: Language = "en"
) -> Rotation | None:
    """The chart of a pair; None where either lacks bars.

    Args:
        catalogue: The facts of a date.
        first: Key of the subject that is measured.
        second: Key of the one it is measured against.
        language: Whose words.
    """
    a, b = catalogue.series(first), catalogue.series(second)
    if a is None or b is None or not catalogue.pair(first, second):
        return None
    pair = Pair(a, b)
    if len(pair.index) < 2:
        return None
    history, key = pair_history(pair), pair.subject
    ratio = line(catalogue, history, f"{key}.ratio", text("rotation-ratio", language), YEAR)
    if ratio is None:
        return None
    known = [
        line(catalogue, history, f"{key}.ratio_sma_{n}", text("chart-average", language, n=n), YEAR) for n in (50, 200)
    ]
    averages = tuple(x for x in known if x)
    streak = catalogue.get(f"{key}.streak")
    run = streak.dates if streak else ()
    days = days_of(history, YEAR)
    ahead = streak if streak and len(run) > 1 else None
    shaded = text("rotation-shaded", language, run=shown(ahead, language)) if ahead else ""
    names = {"first": short_name(first, language, catalogue), "second": short_name(second, language, catalogue)}
    heading, subtitle = text("rotation-heading", language, **names), text("rotation-subtitle", language, shaded=shaded)
    said = _said(catalogue, key, language, period=period(days, language), ratio=ratio, averages=averages, streak=ahead)
    return Rotation(
        heading, subtitle, tuple(said), is_simulated(catalogue), days, ratio, averages, run, language=language
    )


def _said(
    catalogue: Catalogue, key: str, language: Language, *, period: str, ratio: Line, averages: tuple[Line, ...],
    streak: Fact | None,
) -> list[Part]:  # fmt: skip
    means = [
        part
        for x, n in zip(averages, (50, 200), strict=False)
        for part in say(f"rotation-average-{n}", language, average=x.fact)
    ]
    year, place = catalogue.get(f"{key}.ratio_return_ytd"), catalogue.get(f"{key}.ratio_percentile_52w")
    return say(
        "rotation-said", language, period=period, ratio=ratio.fact, averages=means,
        year=say("rotation-year", language, change=year) if year else "",
        place=say("rotation-place", language, share=place) if place else "",
        run=say("rotation-run", language, run=streak) if streak else "",
    )  # fmt: skip
