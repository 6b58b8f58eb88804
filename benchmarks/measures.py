"""What a measure costs, against the plain pandas expression that a quant would write for the same figure.

    make bench

Over one subject's whole history of real bars (../shared), and says so where they are absent. Each is a ratio of times
taken in turn in one run; a measure also makes facts of its figures, with inputs hashed. Limits: 20 ms warm for any,
50 ms for what followed.
"""

import os
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.facts import compared, line
from tests.real import MARKET, real_market
from tools.facts.series import Series
from tools.measures.measure import measure
from tools.measures.query import make_query
from tools.universe import UNIVERSE

DAY = date(2026, 1, 22)
RUNS = 15
LIMIT, LIMIT_AFTER = 0.020, 0.050
Plain = Callable[[pd.Series, pd.Series], object]


def after_falls(x: pd.Series, _: pd.Series) -> tuple[float, float]:
    """What followed each fall of two per cent over 21 sessions, no two windows overlapping, beside every session's."""
    ahead = x.shift(-21) / x - 1
    kept: list[int] = []
    for place in np.flatnonzero(((x.pct_change() <= -0.02) & ahead.notna()).to_numpy()):
        if not kept or place - kept[-1] >= 21:
            kept.append(int(place))
    return float(ahead.iloc[kept].median()), float(ahead.median())


MEASURES: tuple[tuple[dict[str, Any], Plain], ...] = (
    ({"measure": "change", "window": {"last": 5, "unit": "year"}},
     lambda x, _: x.iloc[-1] / x[: x.index[-1] - pd.DateOffset(years=5)].iloc[-1] - 1),
    ({"measure": "extremes", "order": "worst"}, lambda x, _: x.pct_change().agg(["min", "idxmin"])),
    ({"measure": "extremes", "order": "best", "bucket": "month", "n": 5},
     lambda x, _: x.groupby(x.index.to_period("M")).last().pct_change().nlargest(5)),
    ({"measure": "count", "where": [{"test": "falls", "than": 2}]}, lambda x, _: (x.pct_change() <= -0.02).agg(["sum", "mean"])),
    ({"measure": "count", "where": [{"test": "beats", "than": "spx"}]},
     lambda x, y: (x.pct_change() > y.reindex(x.index).pct_change()).agg(["sum", "mean"])),
    ({"measure": "first", "where": [{"test": "above", "than": 2600}]}, lambda x, _: x[x > 2600].index[0]),
    ({"measure": "drawdown"}, lambda x, _: (x / x.cummax() - 1).agg(["min", "idxmin"])),
    ({"measure": "volatility", "window": {}}, lambda x, _: x.pct_change().std() * 252**0.5),
    ({"measure": "correlation", "subjects": ("rut", "spx"), "window": {}}, lambda x, y: x.pct_change().corr(y.pct_change())),
    ({"measure": "rank", "window": {"last": 20, "unit": "session"}}, lambda x, _: x.pct_change(20).rank(ascending=False).iloc[-1]),
    ({"measure": "season"}, lambda x, _: (m := x.groupby(x.index.to_period("M")).last().pct_change()).groupby(m.index.month).agg(
        ["mean", "median", "count", lambda s: (s > 0).mean()])),
    ({"measure": "list", "n": 5}, lambda x, _: pd.DataFrame({"close": x, "change": x.pct_change()}).tail(5)),
    ({"measure": "after", "where": [{"test": "falls", "than": 2}], "ahead": 21}, after_falls),
)  # fmt: skip


def main() -> None:
    if not MARKET.exists():
        print("benchmarks.measures needs the real bars of ../shared, which is absent: nothing measured")
        return
    market = real_market(DAY, "^RUT", "^GSPC")
    held = {key: Series(UNIVERSE[key], market.bars[UNIVERSE[key].symbol], market) for key in ("rut", "spx")}
    x, y = (held[key].bars.frame["close"] for key in ("rut", "spx"))
    print(f"\n{'a measure / plain pandas':<78} {'ours':>11} {'theirs':>11} {'ratio':>11}   ({os.cpu_count()} cores)")
    slowest = 0.0
    for asked, plain in MEASURES:
        query = make_query(**({"subjects": ("rut",)} | asked))

        def ours(query: Any = query) -> None:
            measure(query, held.__getitem__, DAY, lambda name, known: [])

        ours()
        mine, theirs, ratio = compared(ours, lambda plain=plain: plain(x, y), RUNS)  # type: ignore[misc]
        limit = LIMIT_AFTER if asked["measure"] == "after" else LIMIT
        slowest = max(slowest, mine / limit)
        line(" ".join(str(v) for v in asked.values())[:78], mine, theirs, ratio)
    print(f"the slowest takes {slowest:.2f} of its limit (20 ms, 50 ms for what followed)")


if __name__ == "__main__":
    main()
