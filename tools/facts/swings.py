"""Swings of closes and the zigzag of session highs and lows: pure functions on arrays, by place."""

from typing import Literal, NamedTuple

import numpy as np

from tools.facts.indicators import Floats, Places

NOISE = 1e-9  # a move of exactly the threshold counts, whatever floats make of it


class Pivot(NamedTuple):
    """A turning point of the zigzag.

    Attributes:
        place: Place of its session.
        level: The session's high or low, in the unit of the prices.
        kind: ``high`` or ``low``.
        confirmed: Place of the later session that first moved at least the threshold away from it.
    """

    place: int
    level: float
    kind: Literal["high", "low"]
    confirmed: int


def swing_highs(closes: Floats, k: int, provisional: bool = True) -> Places:
    """Places of the closes strictly above the k closes on each side.

    Args:
        closes: Closes by session; NaN where a session is missing.
        k: Closes compared on each side, at least 1.
        provisional: Whether the last close stands as a swing when it tops the k before it.

    Returns:
        Places in ascending order. A swing is known k sessions after its place, the provisional one at once;
        a stretch of 2k + 1 (k + 1 at the end) that holds a NaN yields none, nor do too few closes.

    Raises:
        ValueError: k is below 1.
    """
    if k < 1:
        raise ValueError(f"k is {k}, and must be at least 1")
    count = len(closes)
    if count <= k:
        return np.empty(0, dtype=np.intp)
    top = np.lib.stride_tricks.sliding_window_view(closes, k).max(axis=1)  # top[i] is of the k from i on, or NaN
    above = closes[k:] > top[: count - k]  # from place k on: above the k before
    swing = np.zeros(count, dtype=np.bool_)
    if count > 2 * k:
        swing[k:-k] = above[:-k] & (closes[k:-k] > top[k + 1 :])
    swing[-1] = provisional and bool(above[-1])
    return np.flatnonzero(swing)


def swing_lows(closes: Floats, k: int, provisional: bool = True) -> Places:
    """Places of the closes strictly below the k closes on each side; as ``swing_highs``, mirrored."""
    return swing_highs(-closes, k, provisional)


def zigzag(high: Floats, low: Floats, threshold: float) -> list[Pivot]:
    """The confirmed turning points of session highs and lows.

    Each swing, and the move that confirms a pivot, is at least the threshold of the price it starts from. As the
    order of prices inside a session isn't known, one that makes a new extreme moves the pivot and doesn't confirm it.
    Of equal extremes the first counts. The first pivot is the extreme since the first bar; where a session would
    confirm a high and a low at once the search starts again there. It can't be vectorised: what a session confirms
    depends on the pivot before.

    Args:
        high: Highs by session; a session with a NaN is passed over.
        low: Lows by session.
        threshold: Least move as a fraction, 0.04 for 4 %.

    Returns:
        Pivots in order of place, highs and lows in turn, without the extreme of the move under way; none where no
        move is large enough. Nothing after its confirming session enters a pivot: bars up to D give what D knew.
    """
    pivots: list[Pivot] = []
    fall, rise = 1 - threshold + NOISE, 1 + threshold - NOISE
    highs, lows = high.tolist(), low.tolist()
    top_at, top, bottom_at, bottom = -1, -np.inf, -1, np.inf
    heading = 0  # 1: up, seeking a high; -1: down, seeking a low; 0: not known yet
    for place, (up_to, down_to) in enumerate(zip(highs, lows, strict=True)):
        if up_to != up_to or down_to != down_to:
            continue
        if heading > 0:
            if up_to > top:
                top_at, top = place, up_to
            elif down_to <= top * fall:
                pivots.append(Pivot(top_at, top, "high", place))
                bottom_at, bottom, heading = place, down_to, -1
        elif heading < 0:
            if down_to < bottom:
                bottom_at, bottom = place, down_to
            elif up_to >= bottom * rise:
                pivots.append(Pivot(bottom_at, bottom, "low", place))
                top_at, top, heading = place, up_to, 1
        else:
            higher, lower = up_to > top, down_to < bottom
            fell, rose = not higher and down_to <= top * fall, not lower and up_to >= bottom * rise
            if higher or (fell and rose):
                top_at, top = place, up_to
            if lower or (fell and rose):
                bottom_at, bottom = place, down_to
            if fell and not rose:
                pivots.append(Pivot(top_at, top, "high", place))
                bottom_at, bottom, heading = place, down_to, -1
            elif rose and not fell:
                pivots.append(Pivot(bottom_at, bottom, "low", place))
                top_at, top, heading = place, up_to, 1
    return pivots
