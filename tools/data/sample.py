"""The sample: a seeded path through published, cited closes, for a machine with neither network nor store.

Simulated, and said to be wherever it is used: only the closes and returns that ``sample_anchors.json``
cites are real; all between them is drawn from a fixed seed.
"""

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tools.data.bars import Bars, Market, version_of
from tools.data.sessions import check_settled, last_settled_session, sessions, settled_at
from tools.errors import BadDate
from tools.fact import spell_date

Floats = npt.NDArray[np.float64]
PUBLISHER = "Footnote sample (simulated)"
ANCHORS = Path(__file__).with_name("sample_anchors.json")
BELOW = 0.9985  # of a ceiling: how near to a record a session that isn't one may come
SPREAD = {"open": 0.25, "reach": 0.4}  # of a day's typical move: gap at the open, reach beyond open and close
SIMULATED = "Simulated sample data, not market prices: a path through published closes up to {last}"


def sample_market(as_of: date | None, symbols: tuple[str, ...], now: datetime, why: str = "") -> Market:
    """The sample as of a session.

    Args:
        as_of: A session of the sample; None for its last that had settled by now.
        symbols: Yahoo symbols; those outside the universe are missing.
        now: The instant taken as now.
        why: Why it stands in for live data, where nobody asked for it.

    Raises:
        BadDate: as_of is no settled session, or lies outside the sample.
    """
    path = _path()
    settled = last_settled_session("^GSPC", now)
    index = path["^RUT"].frame.index
    first, last = index[0].date(), index[-1].date()
    day = as_of or min(settled, last)
    if not first <= day <= last and day <= settled:  # before its sessions: none of the nearest ones would be there
        span = f"The sample runs from {spell_date(first)} to {spell_date(last)}"
        message, hint = f"{span}; it has nothing for {spell_date(day)}", "Ask for a date within it, or use live data."
        raise BadDate(message, hint, kind="outside-sample", day=day, first=first, last=last)
    check_settled(day, now)
    bars = {s: _until(path[s], day) for s in symbols if s in path}
    missing = {s: f"the sample has no {s}" for s in symbols if s not in path}
    warnings = [SIMULATED.format(last=spell_date(last)) + (f" ({why})." if why else ".")]
    if missing:
        warnings.append(f"Not measured: {', '.join(missing)} (not in the sample).")
    return Market("sample", day, settled, bars, missing, tuple(warnings), version_of(bars))


def _until(bars: Bars, day: date) -> Bars:
    return Bars(bars.symbol, bars.frame[: pd.Timestamp(day)], settled_at(bars.symbol, day), PUBLISHER, bars.fixed)


@cache
def _path() -> dict[str, Bars]:
    """Every symbol's bars over the whole sample."""
    anchors = json.loads(ANCHORS.read_text(encoding="utf-8"))
    index = sessions(date.fromisoformat(anchors["first"]), date.fromisoformat(anchors["last"]))
    place = {t.date().isoformat(): i for i, t in enumerate(index)}
    rng = np.random.Generator(np.random.PCG64(anchors["seed"]))
    market, small = (rng.standard_normal(len(index)) * anchors["volatility"][k] for k in ("market", "small"))
    out: dict[str, Bars] = {}
    for symbol, shape in anchors["shape"].items():
        if len(out) == 2:  # the two indexes stand first; all else follows what they came to, published days included
            market, small = _factors(out["^GSPC"], out["^RUT"], anchors["shape"]["^RUT"]["market"])
        moves = shape["market"] * market + shape["small"] * small
        moves = moves + shape["own"] * rng.standard_normal(len(index))
        fixed = _fixed(symbol, anchors)
        loose = {c["session"]: c["close"] for c in anchors["closes"] if c["symbol"] == symbol}
        knots = {place[day]: level for day, level in {**shape["knots"], **loose, **fixed}.items()}
        close = np.round(_bridge(moves, knots, _ceilings(shape, place)), 2)
        published = {p["field"]: (place[p["session"]], p["value"]) for p in anchors["prices"] if p["symbol"] == symbol}
        frame = _frame(index, close, float(np.std(moves)), published, shape["volume"], rng)
        days = frozenset(date.fromisoformat(day) for day in fixed)
        out[symbol] = Bars(symbol, frame, settled_at(symbol, index[-1].date()), PUBLISHER, days)
    return out


def _factors(large: Bars, small: Bars, beta: float) -> tuple[Floats, Floats]:
    """Daily log moves of the market, and of small caps beyond their share in it."""
    first, second = (np.diff(np.log(b.frame["close"].to_numpy()), prepend=np.nan) for b in (large, small))
    first[0] = second[0] = 0.0
    return first, second - beta * first


def _fixed(symbol: str, anchors: dict[str, Any]) -> dict[str, float]:
    """The closes that published figures fix: those cited, and those that daily returns lead to from one of them.

    Between two cited closes the returns' rounding leaves a residue, which is spread evenly over the sessions.
    """
    cited = {c["session"]: c["close"] for c in anchors["closes"] if c["symbol"] == symbol and c.get("fixes", True)}
    out: dict[str, float] = dict(cited)
    returns = anchors["returns"]
    if symbol not in returns["symbols"]:
        return out
    column = returns["symbols"].index(symbol)
    daily = {day: np.log1p(pair[column] / 100) for day, pair in returns["sessions"].items()}
    base, level, run = max(day for day in cited if day < min(daily)), 0.0, list[str]()
    for day in sorted(daily):
        run.append(day)
        level += daily[day]
        residue = (np.log(cited[day] / cited[base]) - level) / len(run) if day in cited else 0.0
        if day in cited or day == max(daily):
            for n, between in enumerate(run, start=1):
                step = sum(daily[d] for d in run[:n]) + n * residue
                out[between] = round(float(cited[base] * np.exp(step)), 2)
            out.update({day: cited[day]} if day in cited else {})
            base, level, run = day, 0.0, []
    return out


def _ceilings(shape: dict[str, Any], place: dict[str, int]) -> list[tuple[int, float]]:
    return [(place[day], level) for day, level in shape.get("ceilings", {}).items()]


def _bridge(moves: Floats, knots: dict[int, float], ceilings: list[tuple[int, float]]) -> Floats:
    """A path with these daily moves, bent so that it meets every knot, and kept below its ceilings.

    Args:
        moves: Daily log returns before bending.
        knots: Level by place; the first and the last place must be among them.
        ceilings: From which place on which level; sessions that aren't knots stay below it.
    """
    walk = np.cumsum(moves)
    at = np.array(sorted(knots))
    bend = np.log([knots[int(i)] for i in at]) - walk[at]
    level: Floats = np.exp(walk + np.interp(np.arange(len(walk)), at, bend))
    free = np.ones(len(walk), dtype=bool)
    free[at] = False
    ends = [start for start, _ in ceilings[1:]] + [len(walk)]
    for (start, ceiling), end in zip(ceilings, ends, strict=False):
        part = np.arange(start, end)[free[start:end]]
        limit = ceiling * BELOW
        over = part[level[part] > limit]
        level[over] = limit * limit / level[over]  # reflected, so that the path doesn't run along its ceiling
    return level


def _frame(
    index: pd.DatetimeIndex,
    close: Floats,
    typical: float,
    published: dict[str, tuple[int, float]],
    volume: float,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Bars around the closes: low <= open, close <= high; published opens and highs in their places."""
    draws = rng.standard_normal((4, len(close)))
    opened = np.append(close[0], close[:-1]) * np.exp(draws[0] * typical * SPREAD["open"])
    if "open" in published:
        at, value = published["open"]
        opened[at] = value
    reach = np.exp(np.abs(draws[1:3]) * typical * SPREAD["reach"])
    high, low = np.maximum(opened, close) * reach[0], np.minimum(opened, close) / reach[1]
    if "high" in published:
        at, value = published["high"]
        high[at] = value
        opened[at] = min(opened[at], value)
    move = np.abs(np.diff(np.log(close), prepend=np.log(close[0]))) / typical
    traded = np.round(volume * np.exp(0.2 * draws[3] + 0.15 * move), -2)
    prices = {"open": opened, "high": high, "low": low, "close": close, "adj_close": close}
    return pd.DataFrame({**{name: np.round(v, 2) for name, v in prices.items()}, "volume": traded}, index=index)
