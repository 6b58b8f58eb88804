"""Closes of one subject with their averages, record closes marked, and the levels near them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from assistant.charts.chart import YEAR, Chart, Line, days_of, is_simulated, line, period, short_name
from assistant.charts.style import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    Label,
    along,
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
from assistant.statements.origins import origin
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import NoWords, joined, say, text
from tools.definitions import family
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history

NEAREST = 2  # levels drawn on each side of the close
MOST = 6  # levels drawn of those that an answer names, the nearest
HALF = 126  # sessions shown where levels are asked for: they lie too close on those of a year
_LEVEL = re.compile(r"(support|resistance)\.\d+|fibonacci\..*(extension|retracement)\.[0-9_]+")


@dataclass(frozen=True)
class Price(Chart):
    """A subject's closes.

    Attributes:
        days: Sessions shown, ascending.
        close: Its closes.
        averages: Of 50 and 200 sessions, where the data reaches.
        records: Sessions shown whose close was a record in the data.
        levels: Support, resistance and Fibonacci levels.
    """

    days: tuple[date, ...]
    close: Line
    averages: tuple[Line, ...]
    records: tuple[date, ...]
    levels: tuple[Fact, ...]

    def figure(self) -> Any:
        lines = list(zip((self.close, *self.averages), (BLUE, ORANGE, GREEN), strict=False))
        low, high = span(*(x.values for x, _ in lines), [float(f.value) for f in self.levels])
        room_for_name = (high - low) * 0.08 if self.levels else 0
        low, high = low - room_for_name, high + room_for_name
        traces = [
            trace(self.days, x, c, hover(self.language), dash="solid" if x is self.close else "dot") for x, c in lines
        ]
        traces += [self._marks()] if self.records else []
        ends = [Label(float(x.fact.value), self._at(x.name, x.fact), c) for x, c in lines]
        now = float(self.close.fact.value)
        names = [Label(float(f.value), self._at(level_name(f, self.language), f), INK) for f in self.levels]
        over, under = [n for n in names if n.at > now], [n for n in names if n.at <= now]
        thin = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": INK, "width": 1, "dash": "dash"}}
        shapes = [{**thin, "y0": f.value, "y1": f.value, "layer": "below"} for f in self.levels]
        notes = beside(ends, low, high) + along(over, low, high) + along(under, low, high, under=True)
        frame = layout(self.title, self.subtitle, margins=(40, room(ends)), notes=notes, shapes=shapes)
        whole = ",.0f" if high - low > 20 else ",.2f"
        axes = {
            "xaxis": days_axis(self.days, self.language),
            "yaxis": axis(range=[low, high], tickformat=whole, nticks=6),
        }
        return plot(traces, {**frame, **axes})

    def _marks(self) -> dict[str, Any]:
        held = dict(zip(self.days, self.close.values, strict=True))
        marker = {"color": BLUE, "size": 5, "symbol": "circle-open", "line": {"width": 1.5}}
        return {
            "type": "scatter", "mode": "markers", "x": self.records, "y": [held[d] for d in self.records],
            "marker": marker,
            "hovertemplate": f"{hover(self.language)}<extra>{text('price-record', self.language)}</extra>",
        }  # fmt: skip

    def _at(self, name: str, fact: Fact) -> str:
        """A label at a line: its name and its figure, whose unit the axis has."""
        return text("price-line", self.language, name=name, figure=fact.display.removesuffix(" %"))


def price(catalogue: Catalogue, subject: str, cited: Sequence[Fact] = (), language: Language = "en") -> Price | None:
    """The chart of a subject; None where it has no bars.

    Args:
        catalogue: The facts of a date.
        subject: Its key.
        cited: Facts that an answer names: the levels among them are drawn in any case.
        language: Whose words.
    """
    series = catalogue.series(subject)
    if series is None or not catalogue.subject(subject):
        return None
    history, named = subject_history(series), _named(subject, cited)
    sessions = HALF if named else YEAR
    close = line(catalogue, history, f"{subject}.close", text("price-close", language), sessions)
    if close is None or len(history) < 2:
        return None
    known = [
        line(catalogue, history, f"{subject}.sma_{n}", text("chart-average", language, n=n), sessions)
        for n in (50, 200)
    ]
    averages, days = tuple(x for x in known if x), days_of(history, sessions)
    records = _records(history, subject, days)
    levels = _levels(catalogue, subject, named, close.fact)
    marks = {"records": "yes" if records else "no", "levels": "yes" if levels else "no"}
    heading = text("price-heading", language, subject=short_name(subject, language, catalogue))
    said = _said(catalogue, subject, days, language, close=close, averages=averages, levels=levels)
    return Price(
        heading, text("price-subtitle", language, **marks), tuple(said), is_simulated(catalogue), days, close, averages,
        records, levels, language=language,
    )  # fmt: skip


def level_name(fact: Fact, language: Language) -> str:
    """A level's name as it stands at its line: ``Resistance``, ``61.8 % extension``."""
    kind, _, rest = fact.metric.partition(".")
    if kind != "fibonacci":
        return text(f"level-{kind}", language)
    given = {name: value.replace("_", ".") for name, value in family(fact.metric)[1].items()}
    name = text(f"level-{'extension' if 'extension' in rest else 'retracement'}", language, ratio=given["r"])
    return text("level-with-swings", language, level=name, swing=given["t"]) if "t" in given else name


def _records(history: pd.DataFrame, subject: str, days: Sequence[date]) -> tuple[date, ...]:
    """Sessions on which the last record changed: their close is it."""
    key = f"{subject}.record_last"
    if key not in history:
        return ()
    last = history[key].ffill()
    fresh = (last != last.shift(1)) & (last == history[f"{subject}.close"])
    return tuple(day for day, new in zip(days, fresh.to_numpy()[-len(days) :], strict=True) if new)


def _named(subject: str, cited: Sequence[Fact]) -> list[Fact]:
    return [f for f in cited if f.subject == subject and _LEVEL.fullmatch(f.metric)]


def _levels(catalogue: Catalogue, subject: str, named: Sequence[Fact], close: Fact) -> tuple[Fact, ...]:
    """The levels that an answer names, the nearest of them; without any, the two on each side of the close."""
    near = [catalogue.get(f"{subject}.{side}.{n + 1}") for side in ("support", "resistance") for n in range(NEAREST)]
    held = {f.key: f for f in (named or near) if f}.values()
    nearest = sorted(held, key=lambda f: abs(float(f.value) - float(close.value)))[:MOST]
    return tuple(sorted(nearest, key=lambda f: float(f.value)))


def _said(
    catalogue: Catalogue, subject: str, days: tuple[date, ...], language: Language, *, close: Line,
    averages: tuple[Line, ...], levels: tuple[Fact, ...],
) -> list[Part]:  # fmt: skip
    means = [
        part
        for x, n in zip(averages, (50, 200), strict=False)
        for part in say(f"price-average-{n}", language, average=x.fact)
    ]
    record, day = catalogue.get(f"{subject}.record_last"), catalogue.get(f"{subject}.record_last_date")
    each = joined([_level(f, language) for f in levels], language, "list-semicolon")
    return say(
        "price-said", language, period=period(days, language), close=close.fact, averages=means,
        record=say("price-record-said", language, record=record, day=day) if record and day else "",
        levels=say("price-levels", language, each=each) if levels else "",
    )  # fmt: skip


def _level(fact: Fact, language: Language) -> list[Part]:
    """A level with where it comes from, where the language has words for that."""
    whence = str(fact.reading or "")
    if whence and language != "en":
        try:
            whence = origin(whence, language)
        except NoWords:
            whence = ""
    name = level_name(fact, language).lower()
    return say(
        "price-level",
        language,
        name=name,
        level=fact,
        origin=text("price-origin", language, origin=whence) if whence else "",
    )
