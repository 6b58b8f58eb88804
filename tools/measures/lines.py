"""What a measure is taken of: a subject's close or another field, an indicator, a ratio, each by exchange session."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from tools.caveats import NOT_FIXED
from tools.errors import BadQuery
from tools.fact import Input
from tools.facts import indicators
from tools.facts.indicators import Floats
from tools.facts.rotation import Pair
from tools.facts.series import Series, dates_of

Moves = Literal["return", "points", "basis points"]
FIELDS = ("close", "open", "high", "low", "volume", "total")
_AVERAGE = re.compile(
    r"\b(?:its )?(20|50|200)[- ](?:day|session)s?(?: simple)?(?: moving)?[- ]averages?\b|\b(20|50|200)-?dma\b", re.I
)


@dataclass(frozen=True)
class Line:
    """Values by exchange session, and all that a fact about them needs to say.

    Attributes:
        name: As it is asked for: ``rut``, ``rut.rsi_14``, ``rut/spx``.
        subject: Whose facts these are.
        metric: What of it: ``close``, a field, an indicator, ``ratio``.
        unit: Of its values.
        moves: What a change of it is: a return, points (its own unit), or basis points.
        index: Sessions without a gap, ascending.
        values: NaN where a bar is missing.
        beneath: The bars that it is made of, with the field used.
        deep: Whether each value rests on all before it, as an indicator's does.
        dated: The session that its facts are of, where that isn't the last one used: a period's value is known later.
    """

    name: str
    subject: str
    metric: str
    unit: str
    moves: Moves
    index: pd.DatetimeIndex
    values: Floats
    beneath: tuple[tuple[Series, str], ...]
    deep: bool = False
    dated: date | None = None

    @cached_property
    def days(self) -> list[date]:
        held = self.series
        return held.days if self.index is held.index else dates_of(self.index)

    @cached_property
    def known(self) -> indicators.Bools:
        return ~np.isnan(self.values)

    @property
    def series(self) -> Series:
        """The first of the bars beneath."""
        return self.beneath[0][0]

    @property
    def stem(self) -> str:
        """What stands before a measure's name in a key: nothing for a close, else the metric and a stop."""
        return "" if self.metric in ("close", "value") else f"{self.metric}."

    @property
    def title(self) -> str:
        """What a table calls it: ``Russell 2000``, ``Russell 2000, rsi 14``."""
        names = [s.subject.name.removeprefix("the ") for s, _ in self.beneath]
        name = " / ".join(n[:1].upper() + n[1:] for n in names)
        return f"{name}, {self.metric.replace('_', ' ')}" if self.stem and self.metric != "ratio" else name

    @property
    def slug(self) -> str:
        """The line within the name of a pair: ``rut``, ``vix_percent``."""
        return self.subject if not self.stem else f"{self.subject}_{self.metric}"

    @property
    def move_unit(self) -> str:
        """Unit of a change."""
        points = "percentage points" if self.unit == "fraction" else self.unit
        return {"return": "fraction", "points": points, "basis points": "basis points"}[self.moves]

    def moved(self, before: Floats, after: Floats) -> Floats:
        """The changes from some values to others: returns, points or basis points."""
        if self.moves == "return":
            with np.errstate(invalid="ignore", divide="ignore"):
                return np.asarray(after / before - 1)
        return np.asarray((after - before) * (100 if self.moves == "basis points" else 1))

    def scale(self, size: float) -> float:
        """A size as people give it (percent, points, basis points) in the measure of ``moved``."""
        return size / 100 if self.moves == "return" else size

    def working(self) -> str:
        """How a change is worked out, with places for the two values."""
        return {"return": "{1} / {0} − 1", "points": "{1} − {0}", "basis points": "({1} − {0}) × 100"}[self.moves]

    def inputs(self, first: int, last: int, ends_only: bool = False) -> tuple[Input, ...]:
        """The input records of the bars used from one place to another."""
        start = 0 if self.deep else first
        only = ends_only and not self.deep
        return tuple(s.input(f, self._at(s, start), only, end=self._at(s, last)) for s, f in self.beneath)

    def _at(self, series: Series, place: int) -> int:
        """A place of the line among the sessions of one of the bars beneath."""
        return place if self.index is series.index else int(series.index.searchsorted(self.index[place]))

    def caveats(self, first: int, last: int, ends_only: bool = False) -> list[str]:
        """What the bars used demand to be said: sessions missing, not fixed by a source, or ends that differ."""
        start, only = (0, False) if self.deep else (first, ends_only)
        held = [(s, s.caveats(self._at(s, start), only, end=self._at(s, last))) for s, _ in self.beneath]
        several = len(held) > 1
        return [f"{s.subject.symbol}: {c}" if several and c != NOT_FIXED else c for s, said in held for c in said]


def _before(x: Floats) -> Floats:
    """Each session's value of the session before; NaN for the first."""
    return np.concatenate(([np.nan], x[:-1]))


_Compute = Callable[[Series], Floats]
# Unit "level" is the subject's own.
INDICATORS: dict[str, tuple[str, _Compute]] = {
    "rsi_14": ("index", lambda s: s.rsi),
    "sma_20": ("level", lambda s: indicators.sma(s.close, 20)),
    "sma_50": ("level", lambda s: indicators.sma(s.close, 50)),
    "sma_200": ("level", lambda s: indicators.sma(s.close, 200)),
    "sma_20_distance": ("fraction", lambda s: s.close / indicators.sma(s.close, 20) - 1),
    "sma_50_distance": ("fraction", lambda s: s.close / indicators.sma(s.close, 50) - 1),
    "sma_200_distance": ("fraction", lambda s: s.close / indicators.sma(s.close, 200) - 1),
    "bollinger_upper": ("level", lambda s: indicators.bollinger(s.close)[0]),
    "bollinger_lower": ("level", lambda s: indicators.bollinger(s.close)[1]),
    "macd": ("level", lambda s: indicators.macd(s.close)[0]),
    "macd_signal": ("level", lambda s: indicators.macd(s.close)[1]),
    "macd_histogram": ("level", lambda s: indicators.macd(s.close)[2]),
    "atr_14": ("level", lambda s: indicators.atr(s.field("high"), s.field("low"), s.close)),
    "realized_volatility_20d": ("fraction", lambda s: indicators.realized_volatility(s.close)),
    "drawdown": ("fraction", lambda s: indicators.drawdown(s.close)),
    "gap": ("fraction", lambda s: s.field("open") / _before(s.close) - 1),
    "range": ("fraction", lambda s: (s.field("high") - s.field("low")) / _before(s.close)),
}
ALIASES = {
    "rsi": "rsi_14", "volatility": "realized_volatility_20d", "atr": "atr_14", "20-day": "sma_20", "50-day": "sma_50",
    "200-day": "sma_200", "total_return": "total", "price": "close",
}  # fmt: skip


def is_indicator(name: str) -> bool:
    """Whether a name alone is a field or an indicator, of whatever subject is spoken of."""
    low = plain_name(name)
    return low in INDICATORS or low in FIELDS


def plain_name(name: str) -> str:
    """A field or an indicator as it is keyed: ``200-day average`` is ``sma_200``; any other name in small letters."""
    low = _AVERAGE.sub(lambda m: f"sma_{m[1] or m[2]}", name.strip()).lower().replace(" ", "_")
    return ALIASES.get(low, low)


def line_of(name: str, find: Callable[[str], Series]) -> Line:
    """The line of a series' name.

    Args:
        name: A subject, with a field or an indicator after a stop; two subjects with ``/`` for their ratio.
        find: Gives the bars of a subject by key, symbol or name.

    Raises:
        BadQuery: It is no such name.
        MarketDataError: The subject isn't measured.
    """
    text = name.strip()
    if text.lower().startswith("macro."):
        return _published(find(text.lower()))
    if "/" in text and not text.upper().startswith("BRK/"):
        first, _, second = text.partition("/")
        return _ratio(find(first.strip()), find(second.strip()))
    head, _, tail = text.rpartition(".")
    what = plain_name(tail) if head else ""
    if what in INDICATORS or what in FIELDS or what == "percent":
        return _line(find(head), what)
    return _line(find(text), "close")


def _line(series: Series, what: str) -> Line:
    subject = series.subject
    moves: Moves = {"yield": "basis points", "volatility": "points"}.get(subject.kind, "return")  # type: ignore[assignment]
    name, field, unit = f"{subject.key}.{what}", what, subject.unit
    if what in INDICATORS:
        of, compute = INDICATORS[what]
        unit = subject.unit if of == "level" else of
        values = np.asarray(compute(series), dtype=np.float64)
        return Line(name, subject.key, what, unit, "points", series.index, values, ((series, "close"),), deep=True)
    if what == "percent":
        field, moves = "close", "return"
    elif what == "total":
        field, moves = "adj_close", "return"
    elif what == "close":
        name = subject.key
    if what in ("total", "volume") and subject.kind != "fund":
        held = "dividends are" if what == "total" else "a volume of its own is"
        raise BadQuery(
            f"{subject.name} has none: {held} held of funds and shares alone", "Ask for a fund, such as IWM."
        )
    unit = "count" if what == "volume" else unit
    return Line(name, subject.key, what, unit, moves, series.index, series.field(field), ((series, field),))


def _published(series: Series) -> Line:
    """A macro series: its values by period, each of the session that all is measured at."""
    key = series.subject.key
    line = _line(series, "close")
    return replace(line, name=key, metric="value", beneath=((series, "value"),), dated=series.market.as_of)


def _ratio(first: Series, second: Series) -> Line:
    if first is second:
        raise BadQuery("A ratio needs two different subjects", "Write it as rut/spx.")
    pair = Pair(first, second)
    if not len(pair.index):
        raise BadQuery(f"{first.subject.name} and {second.subject.name} have no session in common")
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.asarray(pair.a / pair.b)
    name, beneath = f"{first.subject.key}/{second.subject.key}", ((first, "close"), (second, "close"))
    return Line(name, pair.subject, "ratio", "ratio", "return", pair.index, values, beneath)


def to_common_end(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines cut at the last session that all have; as they are where they end together."""
    end = min(x.index[-1] for x in lines)
    if all(x.index[-1] == end for x in lines):
        return lines
    return [replace(x, index=x.index[x.index <= end], values=x.values[x.index <= end]) for x in lines]


def together(lines: Sequence[Line]) -> list[Line]:
    """Lines on the sessions that all could have traded, up to the last that all have.

    Raises:
        BadQuery: There is none.
    """
    start, end = max(x.index[0] for x in lines), min(x.index[-1] for x in lines)
    if start > end:
        raise BadQuery("The subjects have no session in common")
    out = []
    for x in lines:
        chosen = (x.index >= start) & (x.index <= end)
        out.append(replace(x, index=x.index[chosen], values=x.values[chosen]))
    return out
