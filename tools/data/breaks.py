"""Steps from close to close that no market made: spikes that come back, and levels of another basis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tools.data.bars import BAR, SetAside
from tools.fact import spell_date

Floats = npt.NDArray[np.float64]
Span = tuple[int, int]  # places of the first bar and behind the last
CLOSE, VOLUME = 3, 4
LASTING = 5  # sessions after which a new level is borne out
COMES_BACK = 21  # sessions within which a level that returns was a spike
UNITS = (10.0, 100.0, 1000.0)
SPLITS = (1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, *UNITS)
DOUBTED = float(np.log(20))  # a share's step that is doubted whatever its ratio
QUIET = 2.5  # times the usual money traded, above which a share's step is real
NAMED = 0.2  # how far, as a logarithm, a step may lie from the ratio of a split that the source names


@dataclass(frozen=True)
class Bounds:
    """How far prices of one kind may lie apart, as logarithms of factors.

    Attributes:
        step: From close to close.
        high: Of a price above the middle of its bar, and of any but the low below it.
        low: Of a low below it.
        near: From a ratio of splits or units, for a step to be one.
        ratios: What a step may be mistaken by.
        signed: Whether values may be zero or negative: they are then held as inverse hyperbolic sines, which go over
            into logarithms far from zero and are linear beside it.
        wild: Whether a step beyond the bound can be real.
    """

    step: float
    high: float
    low: float
    near: float = 0.12
    ratios: tuple[float, ...] = SPLITS
    signed: bool = False
    wild: bool = False

    def scale(self, values: Floats) -> Floats:
        """Values on the scale that the bounds are of; NaN where a value can't be."""
        if self.signed:
            return np.arcsinh(values)
        out = np.full(values.shape, np.nan)
        return np.log(values, out=out, where=values > 0)

    def is_ratio(self, one: float, other: float, near: float | None = None) -> bool:
        """Whether one value stands to another as before a split or a change of units to after it."""
        if one * other <= 0:
            return False
        apart = np.abs(np.log(self.ratios) - abs(np.log(one / other)))
        return bool(apart.min() <= (self.near if near is None else near))

    def times(self, one: float, other: float) -> str:
        """How one value stands to another, in words."""
        if one * other <= 0:
            return f"{one:,.4g} against {other:,.4g} of"
        factor = one / other
        return f"{factor:.3g} times" if factor > 1 else f"1/{1 / factor:.3g} of"


@dataclass(frozen=True)
class Held:
    """Bars that are sound in themselves: days, values as served (open high low close volume), prices on the scale."""

    days: Sequence[date]
    values: Floats
    scaled: Floats

    @property
    def closes(self) -> Floats:
        return self.scaled[:, CLOSE]


class _Group(NamedTuple):
    """Stretches of one level, in order, with what else was found within them."""

    parts: list[Span]

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.parts)

    @property
    def last(self) -> int:
        return self.parts[-1][1] - 1


def across(bounds: Bounds, held: Held, splits: Mapping[date, float]) -> list[SetAside]:
    """What is set aside for how it stands to the sessions around it.

    Args:
        bounds: Of the kind of subject.
        held: Its bars, up to the market's date.
        splits: Ratio by the day from which the source names a split.
    """
    steps = np.diff(held.closes)
    jumps = np.flatnonzero(np.abs(steps) > bounds.step).tolist()
    if bounds.wild:
        jumps = [place for place in jumps if _is_doubtful(bounds, held, steps, place, splits)]
    if not jumps:
        return []
    edges = [0, *(place + 1 for place in jumps), len(held.days)]
    groups, spikes = _grouped(bounds, held.closes, list(pairwise(edges)))
    lasting = [g for g in groups if g.size >= LASTING or _is_named(held, g, splits)]
    lasting = lasting or [max(groups, key=lambda g: g.size)]
    sound = {part for group in lasting for part in group.parts}
    brief = [part for group in groups if group not in lasting for part in group.parts]
    out = [fault for part in sorted([*spikes, *brief]) for fault in _brief(bounds, held, part, sorted(sound))]
    for before, after in pairwise(lasting):
        first = after.parts[0][0]
        one, other = (float(held.values[place, CLOSE]) for place in (before.last, first))
        if bounds.is_ratio(one, other) or _named_step(held, before.last, first, splits):
            why = f"they stand at {bounds.times(one, other)} the prices from {spell_date(held.days[first])} on, as"
            why += " before a split or a change of units that the source did not carry back"
            out.append(SetAside(held.days[before.last], BAR, one, why, held.days[0]))
    return out


def _grouped(bounds: Bounds, closes: Floats, spans: list[Span]) -> tuple[list[_Group], list[Span]]:
    """Stretches between doubted steps put together by level, and those from which the level came back."""
    near = min(bounds.step, 0.25) if bounds.wild else bounds.step
    groups: list[_Group] = []
    spikes: list[Span] = []
    for span in spans:
        for place in range(len(groups) - 1, -1, -1):
            between = sum(g.size for g in groups[place + 1 :])
            alike = abs(closes[span[0]] - closes[groups[place].last]) <= near
            if alike and between < groups[place].size and between <= COMES_BACK:
                spikes += [part for g in groups[place + 1 :] for part in g.parts]
                del groups[place + 1 :]
                groups[place].parts.append(span)
                break
        else:
            groups.append(_Group([span]))
    return groups, spikes


def _is_doubtful(bounds: Bounds, held: Held, steps: Floats, place: int, splits: Mapping[date, float]) -> bool:
    """Whether a share's large step between two sessions looks like the source's doing, not the market's."""
    size, now = abs(steps[place]), held.scaled[place + 1]
    if np.nanmax(now) - np.nanmin(now) > size / 3:
        return False  # the way there was traded within the session
    if size > DOUBTED or _named_step(held, place, place + 1, splits) or _comes_back(held.closes, steps, place):
        return True
    usual = float(np.median(np.abs(steps[max(0, place - 60) : place]))) if place else 0.0
    one, other = (float(v) for v in held.values[place : place + 2, CLOSE])
    return bounds.is_ratio(one, other, min(bounds.near, max(0.015, 3 * usual))) and _is_quiet(held.values, place)


def _comes_back(closes: Floats, steps: Floats, place: int) -> bool:
    """Whether a step is undone within five sessions by one like it, or undoes one, to within a tenth of its size."""
    size = abs(steps[place])
    for other in range(max(0, place - LASTING), min(len(steps), place + LASTING + 1)):
        first, last = min(place, other), max(place, other)
        if other != place and abs(steps[other]) > size / 2 and abs(closes[last + 1] - closes[first]) < size / 10:
            return True
    return False


def _is_quiet(values: Floats, place: int) -> bool:
    """Whether no more money than usual changed hands after a step; False where volumes aren't known."""
    money = values[:, CLOSE] * values[:, VOLUME]
    before = money[max(0, place - 20) : place + 1]
    before = before[before > 0]
    return bool(len(before) >= LASTING and 0 < money[place + 1] <= QUIET * np.median(before))


def _named_step(held: Held, before: int, after: int, splits: Mapping[date, float]) -> bool:
    """Whether the source names a split between two sessions by whose ratio they differ."""
    step = abs(float(np.log(abs(held.values[before, CLOSE] / held.values[after, CLOSE]))))
    return any(
        held.days[before] < day <= held.days[after] and abs(step - abs(np.log(ratio))) < NAMED
        for day, ratio in splits.items() if ratio > 0
    )  # fmt: skip


def _is_named(held: Held, group: _Group, splits: Mapping[date, float]) -> bool:
    """Whether a level that has not lasted yet begins with a split that the source names."""
    first = group.parts[0][0]
    return first > 0 and _named_step(held, first - 1, first, splits)


def _brief(bounds: Bounds, held: Held, span: Span, sound: list[Span]) -> Iterator[SetAside]:
    """The bars of a stretch whose level did not last, each set aside."""
    before = max((end - 1 for _, end in sound if end <= span[0]), default=None)
    after = min((start for start, _ in sound if start >= span[1]), default=None)
    for place in range(*span):
        value = float(held.values[place, CLOSE])
        beside = before if before is not None else after
        told = bounds.times(value, float(held.values[beside, CLOSE])) if beside is not None else "no"
        why = f"it stands at {told} the close of {spell_date(held.days[beside])}" if beside is not None else told
        if after is None:
            why += ", and no five sessions bear that out yet"
        elif before is not None:
            why += f", and the level came back by {spell_date(held.days[after])}"
        yield SetAside(held.days[place], BAR, value, why)
