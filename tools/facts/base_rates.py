"""Base rates: what followed earlier sessions like this one, beside what followed any session.

An event counts from the session on which it could be known: a run from the day it reached its length, not from the
day it ended, which would be hindsight.
"""

from collections.abc import Sequence

import numpy as np

from tools.caveats import caveat
from tools.fact import Fact
from tools.facts.indicators import Bools, Floats, known_runs
from tools.facts.rotation import Pair

HORIZONS = (5, 21, 63)  # sessions ahead: a week, a month, a quarter
LENGTHS = (5, 10)  # runs looked at beside the one in progress
SMALL = 10  # events under which the sample is called small
OVERBOUGHT = 70


def base_rate_facts(pair: Pair) -> list[Fact]:
    """Forward returns of the first and of the spread after runs of a length and after RSI-14 crossed above 70.

    For each event, horizon and target: n, median, share positive, worst; the same over all sessions as event ``all``.
    An event inside the window of the one kept before is left out, and so are windows not complete by D.

    Args:
        pair: ``rut_vs_spx``; the run in progress, of three sessions or more, is looked at beside runs of 5 and 10.

    Returns:
        Facts ``rut.base_rate.streak_10.return_21d.median`` and ``rut_vs_spx.base_rate.streak_10.spread_21d.median``
        and so on, n with the dates of its events; with no complete window only n, which is 0.
    """
    daily = pair.spread(1)
    length = known_runs(daily, daily > 0)
    now = 0 if np.isnan(length[-1]) else int(length[-1])
    events = {f"streak_{n}": length == n for n in sorted({*LENGTHS, *([now] if now > 2 else [])})}
    strength = pair.first.rsi[pair.first.index.get_indexer(pair.index)]
    before = np.concatenate(([np.nan], strength[:-1]))
    events["rsi_70"] = (strength > OVERBOUGHT) & (before <= OVERBOUGHT)
    out: list[Fact] = []
    for h in HORIZONS:
        own, spread = forward(pair.a, h), forward(pair.a, h) - forward(pair.b, h)
        for name, happened in {"all": np.ones(len(own), dtype=bool), **events}.items():
            for target, ahead in ((f"return_{h}d", own), (f"spread_{h}d", spread)):
                known = happened & ~np.isnan(ahead)  # either of the two may lack a bar
                places = np.flatnonzero(known) if name == "all" else apart(known, h)
                out += _statistics(pair, name, target, ahead, places)
    return out


def forward(x: Floats, h: int) -> Floats:
    """Return over the next h sessions; NaN where they aren't complete by the end or either end is missing."""
    out = np.full(len(x), np.nan)
    if h < len(x):
        out[:-h] = x[h:] / x[:-h] - 1
    return out


def apart(happened: Bools, h: int) -> np.ndarray:
    """Places of events at least h sessions after the one kept before, so that no two windows overlap."""
    kept: list[int] = []
    for place in np.flatnonzero(happened).tolist():
        if not kept or place - kept[-1] >= h:
            kept.append(place)
    return np.array(kept, dtype=np.intp)


def _statistics(pair: Pair, event: str, target: str, ahead: Floats, places: np.ndarray) -> list[Fact]:
    of_first = target.startswith("return")
    unit = "fraction" if of_first else "percentage points"
    family = f"base_rate.{event}.{target}"
    found = ahead[places]
    few = event != "all" and len(found) < SMALL
    reading = f"small sample: {len(found)} cases" if few else None
    said = [caveat("small-sample", n=len(found), needed=SMALL)] if few else []
    dates: Sequence = [pair.days[i] for i in places] if event != "all" else ()

    def fact(name: str, value: float, of: str) -> Fact:
        subject = pair.first.subject.key if of_first else pair.subject
        return pair.fact(
            f"{family}.{name}", value, of, first=0, subject=subject, reading=reading, caveats=said, cases=len(found),
            dates=dates if name == "n" else (),
        )  # fmt: skip

    out = [fact("n", len(found), "count")]
    if len(found):
        out.append(fact("median", float(np.median(found)), unit))
        out.append(fact("share_positive", float(np.mean(found > 0)), "fraction"))
        out.append(fact("worst", float(found.min()), unit))
    return out
