"""Sector facts: the eleven SPDR sector funds, ranked, against SPY, and as two groups."""

import numpy as np

from tools.caveats import NOT_FIXED, caveat
from tools.fact import Fact
from tools.facts.series import Series, make_fact

HORIZONS = ("1d", "5d", "mtd", "ytd")
# MSCI's Cyclical and Defensive Sectors Indexes count energy as defensive and real estate as cyclical.
DEFENSIVE = ("xle", "xlv", "xlp", "xlu")
# The other common grouping swaps those two.
OTHER_DEFENSIVE = ("xlre", "xlv", "xlp", "xlu")
TAXONOMY = caveat("taxonomy")


def sector_facts(funds: list[Series], spy: Series | None) -> list[Fact]:
    """Rank and spread of each sector fund, and dispersion, advancers and cyclical less defensive of all.

    Args:
        funds: The sector funds that have bars.
        spy: SPY, for the spreads; they are left out without it.

    Returns:
        Facts as of the last session of the funds that are up to date; a fund that lags isn't ranked.
    """
    if not funds:
        return []
    day = max(f.last for f in funds)
    current = [f for f in funds if f.last == day]
    out: list[Fact] = []
    for horizon in HORIZONS:
        bases = {f.subject.key: f.base_at(horizon) for f in current}
        starts = {f.days[b] for f in current if (b := bases[f.subject.key]) is not None}
        if len(starts) != 1:  # returns from different sessions are not one ranking
            continue
        ranked = [f for f in current if bases[f.subject.key] is not None]
        out += _of_each(ranked, spy, horizon) + _of_all(ranked, horizon, missing=11 - len(ranked))
    return out


def _move(fund: Series, horizon: str) -> float:
    base = fund.base_at(horizon)
    assert base is not None
    return float(fund.close[-1] / fund.close[base] - 1)


def _of_each(funds: list[Series], spy: Series | None, horizon: str) -> list[Fact]:
    moves = {f.subject.key: _move(f, horizon) for f in funds}
    out = []
    for fund in funds:
        base = fund.base_at(horizon)
        out.append(
            fund.fact(
                f"rank_{horizon}",
                1 + sum(move > moves[fund.subject.key] for move in moves.values()),  # a tie shares the better place
                "count",
                first=base,
                ends_only=True,
                reading=f"of {len(moves)}",
                caveats=[TAXONOMY],
            )
        )
        start = spy.base_at(horizon) if spy and spy.last == fund.last else None
        if spy and start is not None and base is not None and spy.days[start] == fund.days[base]:
            inputs = (fund.input("close", base, True), spy.input("close", start, True))
            gap = moves[fund.subject.key] - _move(spy, horizon)
            said = fund.caveats(base, True) + spy.caveats(start, True)
            out.append(
                make_fact(
                    fund.market,
                    fund.subject.key,
                    f"spread_to_spy_{horizon}",
                    gap,
                    "percentage points",
                    inputs,
                    as_of=fund.last,
                    bars=(fund.bars, spy.bars),
                    caveats=said,
                )
            )
    return out


def _of_all(funds: list[Series], horizon: str, missing: int) -> list[Fact]:
    moves = {f.subject.key.removeprefix("sector."): _move(f, horizon) for f in funds}
    inputs = tuple(f.input("close", b, True) for f in funds if (b := f.base_at(horizon)) is not None)
    said = [TAXONOMY] + ([caveat("sectors-lacking", n=missing)] if missing else [])
    said += [w for f in funds if (b := f.base_at(horizon)) is not None for w in f.set_aside(b, True)]
    if funds[0].bars.fixed is not None:
        said.append(NOT_FIXED)
    bars = [f.bars for f in funds]

    def fact(metric: str, value: float, unit: str, caveats: list[str], reading: str | None = None) -> Fact:
        return make_fact(
            funds[0].market,
            "sectors",
            f"{metric}_{horizon}",
            value,
            unit,
            inputs,
            as_of=funds[0].last,
            bars=bars,
            caveats=caveats,
            reading=reading,
        )

    up = sum(m > 0 for m in moves.values())
    out = [fact("advancers", up, "count", said, f"of {len(moves)}")]
    if len(moves) > 1:
        out.append(fact("dispersion", float(np.std(list(moves.values()), ddof=1)), "fraction", said))
    tilt, other = _tilt(moves, DEFENSIVE), _tilt(moves, OTHER_DEFENSIVE)
    if tilt is not None:
        grouped = []
        if other is not None and tilt * other < 0:
            grouped = [caveat("other-grouping", points=f"{other * 100:+.2f}")]
        out.append(fact("cyclical_minus_defensive", tilt, "percentage points", said + grouped))
    return out


def _tilt(moves: dict[str, float], defensive: tuple[str, ...]) -> float | None:
    """Mean return of the other sectors less that of the defensive ones; None while one of the eleven lacks data."""
    if len(moves) < 11:
        return None
    cyclical = [m for key, m in moves.items() if key not in defensive]
    return float(np.mean(cyclical) - np.mean([moves[key] for key in defensive]))
