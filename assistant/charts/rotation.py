"""One index against another: the ratio of their closes with its averages, the current run shaded."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.charts.chart import YEAR, Chart, Line, days_of, is_simulated, line, short_name, since
from assistant.charts.style import (
    BAND,
    BLUE,
    GREEN,
    ORANGE,
    Label,
    axis,
    beside,
    days_axis,
    layout,
    plot,
    room,
    span,
    trace,
)
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
        hover = "%{x|%-d %b %Y}: %{y:.3f}"
        traces = [trace(self.days, x, c, hover, dash="solid" if x is self.ratio else "dot") for x, c in lines]
        labels = [Label(float(x.fact.value), f"{x.name} {x.fact.display}", colour) for x, colour in lines]
        shapes = []
        if len(self.run) > 1:
            band = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "fillcolor": BAND, "line": {"width": 0}}
            shapes = [{**band, "x0": self.run[0] - timedelta(days=1), "x1": self.run[-1], "layer": "below"}]
        frame = layout(
            self.title, self.subtitle, margins=(46, room(labels)), notes=beside(labels, low, high), shapes=shapes
        )
        axes = {"xaxis": days_axis(self.days), "yaxis": axis(range=[low, high], tickformat=".3f", nticks=6)}
        return plot(traces, {**frame, **axes})


def rotation(catalogue: Catalogue, first: str = "rut", second: str = "spx") -> Rotation | None:
    """The chart of a pair; None where either lacks bars.

    Args:
        catalogue: The facts of a date.
        first: Key of the subject that is measured.
        second: Key of the one it is measured against.
    """
    a, b = catalogue.series(first), catalogue.series(second)
    if a is None or b is None or not catalogue.pair(first, second):
        return None
    pair = Pair(a, b)
    if len(pair.index) < 2:
        return None
    history, key = pair_history(pair), pair.subject
    ratio = line(catalogue, history, f"{key}.ratio", "Ratio", YEAR)
    if ratio is None:
        return None
    known = [line(catalogue, history, f"{key}.ratio_sma_{n}", f"{n} d", YEAR) for n in (50, 200)]
    averages = tuple(x for x in known if x)
    streak = catalogue.get(f"{key}.streak")
    run = streak.dates if streak else ()
    days = days_of(history, YEAR)
    shaded = f" Shaded: {streak.display} ahead in a row." if streak and len(run) > 1 else ""
    heading = f"{short_name(first, catalogue)} against the {short_name(second, catalogue)}"
    subtitle = f"Ratio of closes, with its averages of 50 and 200 sessions.{shaded}"
    said = _said(catalogue, key, days, ratio, averages, streak if len(run) > 1 else None)
    return Rotation(heading, subtitle, said, is_simulated(catalogue), days, ratio, averages, run)


def _said(
    catalogue: Catalogue,
    key: str,
    days: tuple[date, ...],
    ratio: Line,
    averages: tuple[Line, ...],
    streak: Fact | None,
) -> tuple[str | Fact, ...]:
    out: list[str | Fact] = [f"the ratio of their closes {since(days)}. It ends at ", ratio.fact]
    for average, words in zip(averages, ("; its average of 50 sessions is ", ", of 200 "), strict=False):
        out += [words, average.fact]
    out.append(".")
    year, place = catalogue.get(f"{key}.ratio_return_ytd"), catalogue.get(f"{key}.ratio_percentile_52w")
    if year:
        out += [" Since the year began it has changed by ", year, "."]
    if place:
        out += [" It stands at or above ", place, " of the closes of the past year."]
    if streak:
        out += [" Shaded: the last ", streak, ", in each of which the first did better."]
    return tuple(out)
