"""Level, return and record facts of one subject."""

import numpy as np
import numpy.typing as npt

from tools.caveats import caveat
from tools.fact import Fact
from tools.facts.indicators import drawdown, realized_volatility
from tools.facts.series import Series

RETURN = "{1} / {0} − 1"
YEAR = 365  # calendar days of a "52-week" window
RETURNS = ("1d", "5d", "mtd", "qtd", "ytd", "1y")


def level_facts(series: Series) -> list[Fact]:
    """Close, open, high, low, previous close, volume, 52-week extremes, drawdown and volatility as of D.

    Returns:
        The facts that the data supports, the close first; one that lacks a bar it needs is left out.
    """
    unit, last = series.subject.unit, len(series.index) - 1
    fields = [n for n in ("close", "open", "high", "low") if not np.isnan(series.field(n)[-1])]
    out = [series.fact(name, series.field(name)[-1], unit, field=name) for name in fields]
    if last >= 1 and not np.isnan(series.close[-2]):
        out.append(series.fact("previous_close", series.close[-2], unit, first=last - 1, ends_only=True))
    if series.subject.kind == "fund":
        out.append(series.fact("volume", series.field("volume")[-1], "count", field="volume"))
    return out + _extremes(series) + _drawdown(series)


def _extremes(series: Series) -> list[Fact]:
    unit, start = series.subject.unit, series.window_start(YEAR)
    if start == 0:  # data that begins inside the window has no 52-week figure
        return []
    out, now = [], series.close[-1]
    for name, pick in (("high", np.nanargmax), ("low", np.nanargmin)):
        place = start + int(pick(series.close[start:]))
        level, day = series.close[place], series.days[place]
        out.append(series.fact(f"{name}_52w", level, unit, first=start, dates=[day]))
        out.append(
            series.fact(f"distance_{name}_52w", now / level - 1, "fraction", first=start, base=place, working=RETURN)
        )
        extreme = series.field(name)
        place = start + int(pick(extreme[start:]))
        out.append(
            series.fact(
                f"{name}_52w_intraday", extreme[place], unit, field=name, first=start, dates=[series.days[place]]
            )
        )
    return out


def _drawdown(series: Series) -> list[Fact]:
    top = int(np.nanargmax(series.close))
    out, last = [], len(series.index) - 1
    if series.subject.kind in ("index", "fund"):
        out.append(series.fact("drawdown", drawdown(series.close)[-1], "fraction", first=0, base=top, working=RETURN))
    volatility = float(realized_volatility(series.close[-21:])[-1])
    if not np.isnan(volatility):
        out.append(series.fact("realized_volatility_20d", volatility, "fraction", first=last - 20))
        for name, count in (("up", series.returns[-20:] > 0), ("down", series.returns[-20:] < 0)):
            out.append(
                series.fact(
                    f"{name}_sessions_20d", int(count.sum()), "sessions", first=last - 20, reading="of the last 20"
                )
            )
    return out


def return_facts(series: Series) -> list[Fact]:
    """Simple price returns over each horizon; changes beside them for yields and VIX, total returns for funds."""
    return [fact for horizon in RETURNS for fact in horizon_facts(series, horizon)]


def horizon_facts(series: Series, horizon: str) -> list[Fact]:
    """Return and, where it applies, change and total return over one horizon.

    Args:
        series: The subject's bars.
        horizon: As ``Series.base_at`` takes it.

    Returns:
        The return first; empty where the base bar is missing.
    """
    base = series.base_at(horizon)
    if base is None:
        return []
    now, then, kind = series.close[-1], series.close[base], series.subject.kind
    skipped = base + 1 < len(series.close) - 1 and np.isnan(series.close[base + 1])
    caveats = [caveat("base-skipped", day=series.days[base])] if skipped else []

    def fact(metric: str, value: float, unit: str, field: str = "close", working: str = RETURN) -> Fact:
        return series.fact(
            f"{metric}_{horizon}", value, unit, field=field, first=base, ends_only=True, base=base, caveats=caveats,
            working=working,
        )  # fmt: skip

    out = [fact("return", now / then - 1, "fraction")]
    if kind == "fund":
        adjusted = series.field("adj_close")
        out.append(fact("total_return", adjusted[-1] / adjusted[base] - 1, "fraction", "adj_close"))
    if kind == "yield":
        out.append(fact("change", (now - then) * 100, "basis points", working="({1} − {0}) × 100"))
    if kind == "volatility":
        out.append(fact("change", now - then, "index points", working="{1} − {0}"))
    return out


def record_facts(series: Series) -> list[Fact]:
    """Record closes: counts, the latest, and the highest close of the year before.

    A record close is strictly above every earlier close, so the first bar of the data is none. A year that lacks a bar
    has no count: the missing close may be one of them.
    """
    record = series.records
    years, year = series.index.year.to_numpy(), series.last.year
    lacking = set(years[np.isnan(series.close)].tolist())
    out = [] if year in lacking else [_count(series, "records_ytd", record & (years == year))]
    places = np.flatnonzero(record)
    if len(places):
        day = series.days[places[-1]]
        out.append(series.fact("record_last", series.close[places[-1]], series.subject.unit, first=0, dates=[day]))
        out.append(series.fact("record_last_date", day.isoformat(), "date", first=0))
    if years[0] < year - 1:  # the data holds the whole year before
        out += [] if year - 1 in lacking else [_count(series, "records_last_year", record & (years == year - 1))]
        out += _prior_year(series, np.flatnonzero(years == year - 1))
    return out


def _prior_year(series: Series, places: npt.NDArray[np.intp]) -> list[Fact]:
    first, unit, highs = int(places[0]), series.subject.unit, series.field("high")
    top = int(places[np.nanargmax(series.close[places])])
    high = int(places[np.nanargmax(highs[places])])
    return [
        series.fact("record_prior_year", series.close[top], unit, first=first, dates=[series.days[top]]),
        series.fact("record_prior_year_date", series.days[top].isoformat(), "date", first=first),
        series.fact(
            "record_prior_year_intraday", highs[high], unit, field="high", first=first, dates=[series.days[high]]
        ),
    ]


def _count(series: Series, metric: str, hits: npt.NDArray[np.bool_]) -> Fact:
    places = np.flatnonzero(hits)
    newest = len(places) and places[-1] == len(series.index) - 1
    reading = f"the close of {series.last} is the latest of them" if newest else None
    return series.fact(metric, len(places), "count", first=0, dates=[series.days[i] for i in places], reading=reading)
