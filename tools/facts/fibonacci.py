"""Fibonacci retracements and extensions of the latest confirmed leg, or of anchors that a person gives."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from tools.caveats import NOT_FIXED, caveat
from tools.fact import Fact, show, spell_date
from tools.facts.series import Series
from tools.facts.support import level_and_distance
from tools.facts.swings import Pivot, zigzag

THRESHOLD = 0.04
RATIOS = {"38_2": 0.382, "50": 0.5, "61_8": 0.618, "100": 1.0, "161_8": 1.618}


class Leg(NamedTuple):
    """A move from A to B, and the pullback to C where it has one.

    Attributes:
        a: Where the move begins: a swing low on a rising leg, a swing high on a falling one.
        b: Where it ends.
        c: Where the pullback ended; its place of confirmation is its own where a person gave it.
        given: Whether a person gave the anchors.
    """

    a: Pivot
    b: Pivot
    c: Pivot | None
    given: bool = False

    @property
    def rising(self) -> bool:
        return self.a.kind == "low"

    @property
    def anchors(self) -> tuple[Pivot, ...]:
        """A, B and, where there is one, C."""
        return (self.a, self.b, self.c) if self.c else (self.a, self.b)


def fibonacci_facts(series: Series, threshold: float = THRESHOLD, anchors: Sequence[date] | None = None) -> list[Fact]:
    """Anchors, extensions C + r × (B − A) and retracements B − r × (B − A) as of D, with the distance to each.

    Args:
        series: The subject's bars.
        threshold: Least size of each swing of the leg that is looked for, as a fraction.
        anchors: Sessions of A, B and perhaps C, in place of a leg that is looked for.

    Returns:
        Levels in the unit of the subject, each with all anchors in its reading and followed by its distance (level
        over D's close less one). Keys begin ``fibonacci.given.`` for given anchors, ``fibonacci.at_6.`` for a
        threshold of 6 % in place of 4 %. Without C no extensions. A level at or below zero is left out. Empty where
        there is no such leg up to D.

    Raises:
        ValueError: The anchors aren't two or three sessions held, in order, with C between A and B; or the threshold
            lies outside 0.1 % to 50 %.
    """
    if anchors is not None:
        leg: Leg | None = given_leg(series, anchors)
        prefix = "fibonacci.given."
    else:
        if not 0.001 <= threshold <= 0.5:
            raise ValueError(f"a threshold of {threshold * 100:g} % lies outside 0.1 % to 50 %")
        leg = latest_leg(zigzag(series.field("high"), series.field("low"), threshold))
        prefix = "fibonacci." if threshold == THRESHOLD else f"fibonacci.at_{f'{threshold * 100:g}'.replace('.', '_')}."
    return _anchor_facts(series, leg, prefix) + _level_facts(series, leg, prefix) if leg else []


def latest_leg(pivots: Sequence[Pivot]) -> Leg | None:
    """The latest three neighbouring pivots in which C lies strictly between A and B; None without any.

    Args:
        pivots: Highs and lows in turn, as ``zigzag`` gives them.
    """
    for end in range(len(pivots), 2, -1):
        a, b, c = pivots[end - 3 : end]
        if min(a.level, b.level) < c.level < max(a.level, b.level):
            return Leg(a, b, c)
    return None


def given_leg(series: Series, anchors: Sequence[date]) -> Leg:
    """The leg of the anchors that a person gives; it rises where the middle of B's range lies above that of A's.

    Args:
        series: The subject's bars.
        anchors: Sessions of A, B and perhaps C.

    Raises:
        ValueError: They aren't two or three sessions held, in order, with C strictly between A and B.
    """
    if len(anchors) not in (2, 3):
        raise ValueError(f"two or three anchors are needed, A, B and perhaps C, not {len(anchors)}")
    for day in anchors:
        if day not in series.days or np.isnan([series.field(f)[series.days.index(day)] for f in ("high", "low")]).any():
            up_to = spell_date(series.last)
            raise ValueError(f"{spell_date(day)} is not a session held for {series.subject.name} up to {up_to}")
    places = [series.days.index(day) for day in anchors]
    if sorted(set(places)) != places:
        raise ValueError(f"the anchors must follow one another, not {', '.join(spell_date(day) for day in anchors)}")
    high, low = series.field("high"), series.field("low")
    a, b = places[:2]
    if high[a] + low[a] == high[b] + low[b]:
        raise ValueError(f"the leg from {spell_date(anchors[0])} to {spell_date(anchors[1])} neither rises nor falls")
    rising = high[a] + low[a] < high[b] + low[b]
    found = [
        Pivot(p, float(low[p]), "low", p) if (i % 2 == 0) == rising else Pivot(p, float(high[p]), "high", p)
        for i, p in enumerate(places)
    ]
    leg = Leg(found[0], found[1], found[2] if len(found) == 3 else None, given=True)
    if leg.c and not min(leg.a.level, leg.b.level) < leg.c.level < max(leg.a.level, leg.b.level):
        shown = [show(pivot.level, series.subject.unit) for pivot in leg.anchors]
        raise ValueError(f"C at {shown[2]} does not lie between A at {shown[0]} and B at {shown[1]}")
    return leg


def _anchor_facts(series: Series, leg: Leg, prefix: str) -> list[Fact]:
    drawn = [NOT_FIXED] if series.bars.fixed is not None else []
    out = []
    for name, pivot in zip("abc", leg.anchors, strict=False):
        what = f"{'pullback' if name == 'c' else 'swing'} {pivot.kind}"
        if leg.given:
            what = f"{pivot.kind} of the session given as {name.upper()}"
        elif name == "c":
            what += f", confirmed {series.days[pivot.confirmed]}"
        out.append(
            series.fact(
                f"{prefix}anchor.{name}",
                pivot.level,
                series.subject.unit,
                field=pivot.kind,
                first=pivot.place,
                reading=what if leg.rising else f"{what}; falling leg",
                caveats=drawn,
                dates=[series.days[pivot.place]],
            )
        )
    return out


def _level_facts(series: Series, leg: Leg, prefix: str) -> list[Fact]:
    reading, used = _stated(series, leg), [("high", leg.a.place), ("low", leg.a.place)]
    dates, caveats = [series.days[pivot.place] for pivot in leg.anchors], _broken(series, leg)
    move = leg.b.level - leg.a.level
    out: list[Fact] = []
    for name, origin, sign in (("extension", leg.c, 1), ("retracement", leg.b, -1)):
        days = dates if name == "extension" else dates[:2]
        for key, ratio in RATIOS.items():
            if origin and (level := origin.level + sign * ratio * move) > 0:
                out += level_and_distance(series, f"{prefix}{name}.{key}", level, used, reading, days, caveats)
    return out


def _stated(series: Series, leg: Leg) -> str:
    """Every anchor with its level and session: a level without its anchors is no fact."""
    parts = []
    for name, pivot in zip("ABC", leg.anchors, strict=False):
        confirmed = f", confirmed {series.days[pivot.confirmed]}" if name == "C" and not leg.given else ""
        parts.append(f"{name} {show(pivot.level, series.subject.unit)} ({series.days[pivot.place]}{confirmed})")
    return ("" if leg.rising else "falling leg: ") + ", ".join(parts)


def _broken(series: Series, leg: Leg) -> list[str]:
    """That prices have gone past C since, against the leg, where they have."""
    if leg.c is None:
        return []
    after = series.field(leg.c.kind)[leg.c.place + 1 :]
    past = after < leg.c.level if leg.rising else after > leg.c.level
    if not past.any():
        return []
    day = series.days[leg.c.place + 1 + int(past.argmax())]
    return [caveat("below-c" if leg.rising else "above-c", day=spell_date(day))]
