"""Values of bars that can't be true: which are set aside, and why, before anything is measured.

What tells a fault of the data from a real move:

- **Within a session** open, high, low and close bear each other out. One that stands a factor off the others, a high
  under the low, or a close outside low to high is the source's slip; only what is off is set aside, the whole bar where
  it is the close or where nobody can say which. Funds do trade far below their value for minutes (on 2010-05-06 one
  fell to 46 % and closed 7 % down), so a fund's low has more room than an index's.
- **From session to session** the kind of subject says what can be. An index, a sector or a broad fund has never moved
  30 % in a session (October 1987: 22.6 %; since then trading stops at 20 %). Volatility more than doubled on 2018-02-05
  and went up fourfold in October 1987. Yields beside or below zero move by large ratios and small amounts. A single
  share may lose 60 % or treble: its step is only doubted where the session's own prices lie wholly at the new level and
  it comes back at once, is twentyfold, or is a split's ratio with no more money traded than usual, which no real move
  of that size leaves undisturbed.
- **What comes after**, up to as_of: a level that comes back within a month was a spike. One that lasts five sessions is
  borne out: it was a real move, unless it is the ratio of a split or of units, and then the bars before it are in
  another basis and nothing is measured across. Until then the newest bars are judged by what came before them alone,
  and are taken back once later ones bear them out.

What is stored stays as it was served: this is asked each time a market is built.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tools.data.bars import BAR, SetAside
from tools.data.breaks import CLOSE, UNITS, VOLUME, Bounds, Floats, Held, across
from tools.data.rows import Stored
from tools.universe import Subject

OPEN, HIGH, LOW = range(3)
NAMES = ("open", "high", "low", BAR)
ROUNDING = 1e-3
_BOUNDS = {
    "index": Bounds(step=0.30, high=0.34, low=0.34),
    "fund": Bounds(step=0.30, high=0.40, low=0.92),
    "volatility": Bounds(step=1.79, high=1.79, low=1.79, ratios=UNITS),
    "yield": Bounds(step=0.35, high=0.35, low=0.35, ratios=UNITS, signed=True),
}
_SHARE = Bounds(step=0.34, high=2.1, low=2.1, near=0.06, wild=True)
_FUTURE = Bounds(step=0.34, high=2.1, low=2.1, ratios=UNITS, signed=True, wild=True)  # crude oil closed at -37.63
_YIELDS = ("^IRX", "^FVX", "^TYX")  # of Yahoo's, outside the universe


class Sound(NamedTuple):
    """Settled rows up to a session without what can't be true.

    Attributes:
        sessions: ``datetime64[D]``, ascending; without those whose bar was set aside.
        values: One column for each of open high low close volume; NaN where one was set aside.
        retrieved: Stamp of each row's retrieval.
        aside: What was set aside.
    """

    sessions: npt.NDArray[np.datetime64]
    values: Floats
    retrieved: npt.NDArray[np.object_]
    aside: tuple[SetAside, ...]


def sound(subject: Subject, stored: Stored, as_of: date) -> Sound:
    """The settled rows of a symbol up to a session, judged by these alone; empty without any."""
    rows = stored.settled & (stored.sessions <= np.datetime64(as_of, "D"))
    sessions, values, retrieved = stored.sessions[rows], stored.values[rows], stored.retrieved[rows]
    aside = implausible(subject, sessions.tolist(), values, stored.splits)
    if not aside:
        return Sound(sessions, values, retrieved, aside)
    values, keep = values.copy(), np.ones(len(sessions), dtype=bool)
    for fault in aside:
        last = np.datetime64(fault.session, "D")
        if fault.field != BAR:
            values[sessions == last, NAMES.index(fault.field)] = np.nan
        else:
            keep &= (sessions > last) | (sessions < np.datetime64(fault.since or fault.session, "D"))
    return Sound(sessions[keep], values[keep], retrieved[keep], aside)


def implausible(
    subject: Subject, sessions: Sequence[date], values: Floats, splits: Mapping[date, float]
) -> tuple[SetAside, ...]:
    """The values of a symbol's bars that are to be set aside, by session.

    Args:
        subject: Whose bars they are; its kind decides what can be.
        sessions: Ascending, none later than the market's date.
        values: One row a session: open, high, low, close, volume as served; NaN where the source has none.
        splits: Ratio by the day from which the source names a split.

    Returns:
        Empty for a plausible history. A bar whose close is off is set aside whole, without naming its fields; bars
        before a lasting break of the basis are one entry, with nothing named beside it. A lone bar is judged by itself.
    """
    bounds = _bounds(subject)
    scaled = bounds.scale(values[:, :VOLUME])
    within = list(_within(bounds, sessions, values[:, :VOLUME], scaled))
    bad = {fault.session for fault in within if fault.field == BAR}
    kept = np.array([i for i, day in enumerate(sessions) if day not in bad]) if bad else slice(None)
    closes = scaled[kept, CLOSE]
    if not (np.abs(np.diff(closes)) > bounds.step).any():
        return tuple(within)
    days = np.asarray(sessions, dtype=object)[kept].tolist()
    between = across(bounds, Held(days, values[kept], scaled[kept]), splits)
    edge = max((f.session for f in between if f.since), default=date.min)
    whole = {f.session for f in between if not f.since}
    out = [f for f in (*within, *between) if f.session > edge and (f.field == BAR or f.session not in whole)]
    out += [f for f in between if f.since and f.session == edge]
    return tuple(sorted(out, key=lambda f: f.session))


def _bounds(subject: Subject) -> Bounds:
    if subject.symbol in _YIELDS:
        return _BOUNDS["yield"]
    if subject.group == "other":
        return _FUTURE if subject.symbol.endswith("=F") else _SHARE
    return _BOUNDS[subject.kind]


def _within(bounds: Bounds, sessions: Sequence[date], prices: Floats, scaled: Floats) -> Iterator[SetAside]:
    """Faults that a bar shows by itself, with the close before it as one more voice."""
    high, low, close = prices[:, HIGH], prices[:, LOW], prices[:, CLOSE]
    slack = _slack(close)
    odd = (high < low - slack) | (close > high + slack) | (close < low - slack) | np.isnan(scaled[:, CLOSE])
    top, bottom = (pick(pick(scaled[:, OPEN], scaled[:, HIGH]), pick(scaled[:, LOW], scaled[:, CLOSE]))
                   for pick in (np.fmax, np.fmin))  # fmt: skip
    odd |= top - bottom > min(bounds.high, bounds.low)
    if not bounds.signed:
        odd |= (prices <= 0).any(axis=1)
    for place in np.flatnonzero(odd).tolist():
        before = scaled[place - 1, CLOSE] if place else np.nan
        for column, why in _off(bounds, prices[place], scaled[place], before).items():
            yield SetAside(sessions[place], NAMES[column], float(prices[place, column]), why)


def _slack(close: Floats) -> Floats:
    """What rounding may put a close outside its range: a thousandth; of small prices half a cent on each side."""
    size = np.abs(close)
    return np.fmax(ROUNDING * size, np.fmin(0.006, 0.02 * size))


def _off(bounds: Bounds, bar: Floats, scaled: Floats, before: float) -> dict[int, str]:
    """The columns of one bar that are off, with why; the close's alone where the bar is worthless without it."""
    out = {}
    voices = np.append(scaled, before)
    middle = float(np.median(voices[~np.isnan(voices)])) if not np.isnan(voices).all() else np.nan
    level = float(np.sinh(middle) if bounds.signed else np.exp(middle))
    for column in range(VOLUME):
        room = bounds.low if column == LOW and scaled[column] < middle else bounds.high
        if bar[column] <= 0 and not bounds.signed:
            out[column] = "it is zero" if bar[column] == 0 else "it is negative"
        elif abs(scaled[column] - middle) > room and (not bounds.wild or _is_alone(voices, column, room)):
            out[column] = f"it stands at {bounds.times(float(bar[column]), level)} the prices around it"
    if CLOSE in out or np.isnan(bar[CLOSE]):
        return {CLOSE: out.get(CLOSE, "it has no close")}
    high, low = (bar[c] if c not in out else np.nan for c in (HIGH, LOW))
    slack = float(_slack(bar[CLOSE]))
    if high < low - slack:
        return out | {HIGH: "the high lies under the low", LOW: "the low lies above the high"}
    if bar[CLOSE] > high + slack or bar[CLOSE] < low - slack:
        return {CLOSE: "its close lies outside its low and high"}
    return out


def _is_alone(voices: Floats, column: int, room: float) -> bool:
    """Whether no other price bears one out: crude oil's low and close below zero did each other."""
    others = np.delete(voices, column)
    return not bool((np.abs(others - voices[column]) <= room).any())
