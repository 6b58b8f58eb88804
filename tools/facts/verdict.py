"""The rotation verdict: does each test support a rotation into small caps, over a day, five sessions and the year?

A table of facts, one a cell: rows are tests, columns horizons. A cell is silent within half a standard deviation of
that figure's own history; the horizons may disagree, and the tallies say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.caveats import NOT_FIXED, caveat
from tools.fact import Fact, Input
from tools.facts.indicators import Floats, base_places, known_runs, runs, since_base, windows
from tools.facts.rotation import Pair
from tools.facts.sectors import DEFENSIVE, TAXONOMY
from tools.facts.series import Series, make_fact

COLUMNS = ("1d", "5d", "ytd")
SILENT = 0.5  # standard deviations around the neutral value
FEW = {"1d": 60, "5d": 60, "ytd": 5}  # earlier cases under which a cell says that its history is short
VERDICTS = ("supports", "opposes", "silent")
# Row, in words, and the pair it is read from; a negative value of any row opposes.
PAIR_ROWS = {
    "small_vs_large": ("rut", "spx"),
    "small_vs_nasdaq": ("rut", "comp"),
    "quality": ("ijr", "iwm"),
    "value_large": ("style.iwd", "style.iwf"),
    "value_small": ("style.iwn", "style.iwo"),
}
ROWS = (
    "small_vs_large",
    "small_vs_nasdaq",
    "streak",
    "breadth",
    "sector_tilt",
    "quality",
    "value_large",
    "value_small",
)


@dataclass(frozen=True)
class _Test:
    """One cell before it is a fact.

    Attributes:
        history: The figure at every session to D; the last is D's.
        years: Year of each session.
        neutral: The value that speaks for neither side.
    """

    history: Floats
    years: Floats
    unit: str
    inputs: tuple[Input, ...]
    source: Sequence[Series]
    neutral: float = 0.0
    caveats: tuple[str, ...] = ()


def verdict_facts(pairs: dict[str, Pair], funds: Sequence[Series]) -> list[Fact]:
    """All cells the data supports, then for each column how many support, oppose and are silent.

    Args:
        pairs: By subject (``rut_vs_spx``); one whose two last sessions differ is left out.
        funds: The sector funds with bars, for the tilt; it needs all eleven.

    Returns:
        Facts ``rotation.verdict.<row>.<column>`` with ``supports``, ``opposes`` or ``silent`` as their reading, as of
        the day of the Russell 2000 against the S&P 500; empty without that pair.
    """
    lead = pairs.get("rut_vs_spx")
    if lead is None or lead.lags or len(lead.index) < 2:
        return []
    cells: list[Fact] = []
    for row in ROWS:
        for column in COLUMNS:
            test = _test(row, column, pairs, funds)
            if test and max(s.last for s in test.source) == lead.days[-1] and not np.isnan(test.history[-1]):
                cells += _cell(row, column, test, lead)
    series = [*funds, *(s for pair in pairs.values() for s in (pair.first, pair.second))]
    return cells + _tallies(cells, lead, {words for s in series for words in s.set_aside(0)})


def _test(row: str, column: str, pairs: dict[str, Pair], funds: Sequence[Series]) -> _Test | None:
    if row == "sector_tilt":
        return _tilt(column, funds)
    first, second = PAIR_ROWS.get(row, ("rut", "spx"))
    pair = pairs.get(f"{first}_vs_{second}")
    if pair is None or pair.lags:
        return None
    neutral, unit = 0.0, "percentage points"
    if row == "streak":
        history, unit = _net_run(pair, column), "sessions"
    elif row == "breadth":
        history, unit, neutral = _led(pair, column), "fraction", 0.5
    else:
        history = pair.spread_ytd() if column == "ytd" else pair.spread(int(column[:-1]))
    inputs, said = pair.inputs(0), pair.caveats(0)
    return _Test(history, pair.index.year.to_numpy(), unit, inputs, (pair.first, pair.second), neutral, tuple(said))


def _net_run(pair: Pair, column: str) -> Floats:
    """Run ahead less run behind: the one in progress for a day, the longest of five sessions or of the year so far."""
    daily = pair.spread(1)
    ahead, behind = runs(daily > 0).astype(float), runs(daily < 0).astype(float)
    if column == "1d":
        net = known_runs(daily, daily > 0) - known_runs(daily, daily < 0)
    elif column == "5d":
        places = np.arange(1, 6)  # a run that began before the five sessions counts only within them
        net = np.asarray(np.minimum(windows(ahead, 5), places).max(axis=1), dtype=float)
        net = net - np.minimum(windows(behind, 5), places).max(axis=1)
    else:
        years = pair.index.year.to_numpy()
        net = np.full(len(daily), np.nan)
        for year in np.unique(years):
            of_year = years == year
            count = np.arange(1, of_year.sum() + 1)
            longest = [np.maximum.accumulate(np.minimum(side[of_year], count)) for side in (ahead, behind)]
            net[of_year] = longest[0] - longest[1]
    return np.where(np.isnan(daily), np.nan, net)


def _led(pair: Pair, column: str) -> Floats:
    """Share of sessions led by small caps: of the last 20 for a day (what one day can't tell), of five, of the year."""
    daily = pair.spread(1)
    led = np.where(np.isnan(daily), np.nan, daily > 0)
    if column != "ytd":
        return np.asarray(windows(led, 20 if column == "1d" else 5).mean(axis=1), dtype=float)
    return np.asarray(pd.Series(led).groupby(pair.index.year.to_numpy()).expanding().mean().to_numpy(), dtype=float)


def tilt_history(column: str, funds: Sequence[Series]) -> tuple[pd.DatetimeIndex, Floats] | None:
    """Cyclical less defensive sectors at every session on which all eleven have a return; None without all eleven."""
    if len(funds) < 11 or len({f.last for f in funds}) > 1:
        return None
    index = max((f.index for f in funds), key=len)
    closes = np.column_stack([f.on(index) for f in funds])
    moves = np.column_stack([since_base(c, base_places(index, ~np.isnan(c), column)) for c in closes.T])
    defensive = np.array([f.subject.key.removeprefix("sector.") in DEFENSIVE for f in funds])
    return index, moves[:, ~defensive].mean(axis=1) - moves[:, defensive].mean(axis=1)


def _tilt(column: str, funds: Sequence[Series]) -> _Test | None:
    found = tilt_history(column, funds)
    if found is None:
        return None
    index, history = found
    said = [TAXONOMY, *(w for f in funds for w in f.set_aside(0))]
    said += [NOT_FIXED] if funds[0].bars.fixed is not None else []
    inputs = tuple(f.input("close", 0) for f in funds)
    return _Test(history, index.year.to_numpy(), "percentage points", inputs, funds, caveats=tuple(said))


def _cell(row: str, column: str, test: _Test, lead: Pair) -> list[Fact]:
    """The cell's fact; none where there is no history to hold it against."""
    earlier = _earlier(test, column)
    if len(earlier) < 2:
        return []
    x, limit = float(test.history[-1]), SILENT * float(np.std(earlier, ddof=1))
    side = 0 if x - test.neutral > limit else 1 if x - test.neutral < -limit else 2
    scale, unit = (1, "sessions") if test.unit == "sessions" else (100, "points")
    said = [caveat(f"silent-{unit}", limit=f"{limit * scale:.2f}", n=len(earlier))]
    if len(earlier) < FEW[column]:
        said.append(caveat("short-history", n=len(earlier)))
    fact = make_fact(
        lead.first.market,
        "rotation",
        f"verdict.{row}.{column}",
        x,
        test.unit,
        test.inputs,
        as_of=lead.days[-1],
        bars=[s.bars for s in test.source],
        reading=VERDICTS[side],
        caveats=[*said, *test.caveats],
        cases=len(earlier),
    )
    return [fact]


def _earlier(test: _Test, column: str) -> Floats:
    """What a cell is held against: all earlier sessions, or for the year the same session number of earlier years."""
    if column != "ytd":
        earlier = test.history[:-1]
    else:
        starts = np.concatenate(([True], np.diff(test.years) != 0))
        number = np.arange(len(starts)) - np.maximum.accumulate(np.where(starts, np.arange(len(starts)), 0))
        whole = test.years > test.years[0]  # the data may begin within its first year
        earlier = test.history[(number == number[-1]) & (test.years < test.years[-1]) & whole]
    return earlier[~np.isnan(earlier)]


def _tallies(cells: list[Fact], lead: Pair, aside: set[str]) -> list[Fact]:
    out = []
    for column in COLUMNS:
        held = [c for c in cells if c.key.endswith(f".{column}")]
        if not held:
            continue
        counts = {v: sum(c.reading == v for c in held) for v in VERDICTS}
        inputs = tuple(dict.fromkeys(i for c in held for i in c.inputs))
        for name, count in {"tests": len(held), **counts}.items():
            fact = make_fact(
                lead.first.market,
                "rotation",
                f"verdict.{name}_{column}",
                count,
                "count",
                inputs,
                as_of=lead.days[-1],
                bars=(lead.first.bars, lead.second.bars),
                reading=None if name == "tests" else ", ".join(_row_of(c) for c in held if c.reading == name) or "none",
                caveats=[words for c in held for words in c.caveats if words in aside],
            )
            out.append(fact)
    return out


def _row_of(cell: Fact) -> str:
    return cell.key.split(".")[2].replace("_", " ")
