"""How large a move is against its own history: in standard deviations, and the latest earlier one that was as large.

Sizes are what a commentary leads by: a fall of two per cent is news in one year and none in another.
"""

import numpy as np
import pandas as pd

from tools.fact import Fact
from tools.facts.indicators import Floats, base_places, since_base
from tools.facts.rotation import Pair
from tools.facts.series import Series

MOVES = ("1d", "5d")
SPREADS = ("1d", "20d")
ENOUGH = 60  # earlier moves under which none is sized


def sizes(moves: Floats) -> Floats:
    """Each move over the standard deviation (ddof 1) of all earlier ones; NaN with fewer than 60 of those.

    Args:
        moves: By session, NaN where one is missing.
    """
    earlier = pd.Series(moves).expanding(ENOUGH).std().shift(1).to_numpy()
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(earlier > 0, np.abs(moves) / earlier, np.nan)


def moves_of(series: Series, horizon: str) -> Floats:
    """A subject's moves over a horizon by session: returns, or for the VIX points and for a yield basis points."""
    bases = base_places(series.index, ~np.isnan(series.close), horizon)
    if series.subject.kind in ("index", "fund"):
        return since_base(series.close, bases)
    before = np.where(bases >= 0, series.close[np.maximum(bases, 0)], np.nan)
    return (series.close - before) * (100 if series.subject.kind == "yield" else 1)


def move_facts(series: Series) -> list[Fact]:
    """Size of a subject's moves over one and five sessions as of D, with the latest earlier one that was as large.

    Returns:
        ``move_size_1d``, ``move_matched_1d`` and so on; none where the history is shorter than 60 moves, and no match
        where no earlier move in that direction was as large, which the size's reading then says.
    """
    out = []
    for horizon in MOVES:
        moves = moves_of(series, horizon)
        found = _sized(moves)
        if found is None:
            continue
        size, match = found
        reading = None if match is not None else f"the largest {_way(moves[-1])} in data since {series.days[0]}"
        out.append(series.fact(f"move_size_{horizon}", size, "ratio", first=0, reading=reading))
        if match is not None:
            day = series.days[match].isoformat()
            out.append(series.fact(f"move_matched_{horizon}", day, "date", first=0))
    return out


def spread_facts(pair: Pair) -> list[Fact]:
    """Size of a pair's spreads over one and 20 sessions as of D, with the latest earlier one that was as large."""
    out = []
    for horizon in SPREADS:
        spread = pair.spread(int(horizon[:-1]))
        found = _sized(spread)
        if found is None:
            continue
        size, match = found
        side = "lead" if spread[-1] > 0 else "lag"
        reading = None if match is not None else f"the largest {side} in data since {pair.days[0]}"
        out.append(pair.fact(f"lead_size_{horizon}", size, "ratio", first=0, reading=reading))
        if match is not None:
            out.append(pair.fact(f"lead_matched_{horizon}", pair.days[match].isoformat(), "date", first=0))
    return out


def _sized(moves: Floats) -> tuple[float, int | None] | None:
    """Size of the last move, and the place of the latest earlier one as large in its direction; None without a size."""
    earlier, last = moves[:-1][~np.isnan(moves[:-1])], moves[-1]
    spread = float(earlier.std(ddof=1)) if len(earlier) >= ENOUGH else 0.0
    if not spread > 0 or np.isnan(last) or not last:
        return None
    size = abs(last) / spread
    alike = np.flatnonzero(moves[:-1] >= last if last > 0 else moves[:-1] <= last)
    return float(size), int(alike[-1]) if len(alike) else None


def _way(move: float) -> str:
    return "rise" if move > 0 else "fall"
