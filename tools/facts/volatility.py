"""VIX and yield facts beyond level and change."""

import numpy as np

from tools.fact import Fact
from tools.facts.indicators import percentile
from tools.facts.levels import YEAR
from tools.facts.series import Series

REGIMES = ((15, "low"), (20, "normal"), (30, "elevated"), (np.inf, "high"))


def regime(vix: float) -> str:
    """``low`` below 15, ``normal`` to 20, ``elevated`` to 30, ``high`` above."""
    return next(name for limit, name in REGIMES if vix < limit or (vix == limit == 30))


def volatility_facts(series: Series) -> list[Fact]:
    """Percentiles and the 20-session high of the VIX, or the percentiles of a yield, as of D."""
    unit, out = series.subject.unit, []
    start = series.window_start(YEAR)
    for metric, first in (("percentile_1y", start), ("percentile_all", 0)):
        placed = percentile(series.close[first:-1], series.close[-1])
        if placed and (metric == "percentile_all" or start > 0):
            out.append(series.fact(metric, placed[0], "fraction", first=first, cases=placed[1]))
    recent = series.close[-20:]
    if len(recent) == 20 and not np.isnan(recent).all():
        place = len(series.close) - 20 + int(np.nanargmax(recent))
        out.append(
            series.fact(
                "high_close_20d", series.close[place], unit, first=len(series.close) - 20, dates=[series.days[place]]
            )
        )
        out.append(
            series.fact("high_close_20d_date", series.days[place].isoformat(), "date", first=len(series.close) - 20)
        )
    return out
