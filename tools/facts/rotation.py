"""Rotation facts of a pair: streaks, spreads and the price ratio."""

import itertools
from collections.abc import Sequence

import numpy as np
import pandas as pd

from tools.caveats import NOT_FIXED
from tools.fact import Fact, Input, Used
from tools.facts.indicators import Floats, known_runs, percentile, runs
from tools.facts.levels import YEAR
from tools.facts.series import Series, dates_of, make_fact

SPREAD = "({1} / {0} − 1) − ({3} / {2} − 1)"
SPREADS = ("1d", "5d", "20d", "ytd")


class Pair:
    """Two subjects on the sessions both could have traded, up to the last that both have.

    Attributes:
        subject: ``rut_vs_spx``: the first is measured against the second.
    """

    def __init__(self, first: Series, second: Series) -> None:
        self.subject = f"{first.subject.key}_vs_{second.subject.key}"
        start, end = max(first.index[0], second.index[0]), min(first.index[-1], second.index[-1])
        self.first, self.second = first, second
        self.index = first.index[(first.index >= start) & (first.index <= end)]
        self.a = first.close[first.index.get_indexer(self.index)]
        self.b = second.close[second.index.get_indexer(self.index)]
        self.days = dates_of(self.index)
        self.lags = first.index[-1] != second.index[-1]

    def spread(self, k: int) -> Floats:
        """Return of the first less return of the second over k sessions, by session; NaN where a bar is missing."""
        out = np.full(len(self.a), np.nan)
        if k < len(out):
            out[k:] = (self.a[k:] / self.a[:-k]) - (self.b[k:] / self.b[:-k])
        return out

    def spread_ytd(self) -> Floats:
        """Year-to-date spread of every session, each from the last closes before its year."""
        years = self.index.year.to_numpy()
        out = np.full(len(self.a), np.nan)
        starts = np.flatnonzero(np.diff(years)) + 1
        for start, end in itertools.pairwise([*starts, len(years)]):
            base = start - 1
            while base >= 0 and (np.isnan(self.a[base]) or np.isnan(self.b[base])):
                base -= 1
            if base >= 0:
                out[start:end] = self.a[start:end] / self.a[base] - self.b[start:end] / self.b[base]
        return out

    def base_place(self, horizon: str) -> int | None:
        """Place of the base of a horizon within the pair's sessions."""
        if horizon == "ytd":
            known = ~np.isnan(self.a) & ~np.isnan(self.b)
            before = np.flatnonzero((self.index.year < self.index[-1].year) & known)
            return int(before[-1]) if len(before) else None
        place = len(self.index) - 1 - int(horizon.removesuffix("d"))
        return place if place >= 0 else None

    def fact(
        self,
        metric: str,
        value: float | int | str,
        unit: str,
        *,
        first: int,
        ends_only: bool = False,
        reading: str | None = None,
        caveats: Sequence[str] = (),
        dates: Sequence = (),
        cases: int | None = None,
        subject: str | None = None,
        working: str = "",
    ) -> Fact:
        """The pair's fact for a metric, or of another subject where its bars enter.

        ``first`` is the place of the first session used.
        """
        return make_fact(
            self.first.market,
            subject or self.subject,
            metric,
            value,
            unit,
            self.inputs(first, ends_only),
            as_of=self.days[-1],
            bars=(self.first.bars, self.second.bars),
            reading=reading,
            caveats=[*caveats, *self.caveats(first, ends_only)],
            dates=dates,
            cases=cases,
            arithmetic=self._used(first) if ends_only or first == len(self.index) - 1 else (),
            working=working,
        )

    def _used(self, first: int) -> list[Used]:
        """The closes that enter where only the ends do: the first one's two, then the second's."""
        last = len(self.index) - 1
        return [
            Used(symbol=s.subject.symbol, session=self.days[p], field="close", value=float(x[p]))
            for s, x in ((self.first, self.a), (self.second, self.b))
            for p in dict.fromkeys((first, last))
        ]

    def inputs(self, first: int, ends_only: bool = False) -> tuple[Input, ...]:
        """The input records of both from a place of the pair's sessions to D."""
        start = self.index[first]
        return tuple(s.input("close", int(s.index.searchsorted(start)), ends_only) for s in (self.first, self.second))

    def caveats(self, first: int, ends_only: bool = False) -> list[str]:
        """What the bars of both demand to be said."""
        out = []
        if self.lags:
            ends = ", ".join(f"{s.subject.symbol} {s.last}" for s in (self.first, self.second))
            out.append(f"last sessions differ: {ends}")
        start = self.index[first]
        held = [c for s in (self.first, self.second) for c in s.caveats(int(s.index.searchsorted(start)), ends_only)]
        return out + self.set_aside(first, ends_only) + ([NOT_FIXED] if NOT_FIXED in held else [])

    def set_aside(self, first: int, ends_only: bool = False) -> list[str]:
        """What was set aside of the closes of both from a place of the pair's sessions on, in words."""
        start = self.index[first]
        return [w for s in (self.first, self.second) for w in s.set_aside(int(s.index.searchsorted(start)), ends_only)]


def rotation_facts(pair: Pair) -> list[Fact]:
    """All facts of a pair as of the last session both have; empty without two common sessions."""
    if len(pair.index) < 2:
        return []
    return _streak(pair) + _spreads(pair) + _ratio(pair) + _breadth(pair)


def _streak(pair: Pair) -> list[Fact]:
    daily = pair.spread(1)
    length_by_day = runs(daily > 0)
    length, end = int(length_by_day[-1]), len(daily) - 1
    start = end - length + 1
    if np.isnan(known_runs(daily, daily > 0)[-1]):
        return []
    window = [pair.days[i] for i in range(start, end + 1)]
    # The session before the run is used too: its returns are what ended the run before.
    first_used = max(start - 2, 0)
    out = [pair.fact("streak", length, "sessions", first=first_used, dates=window)]
    if not length:
        return out + _ended(pair, daily)
    out.append(pair.fact("streak_start", window[0].isoformat(), "date", first=first_used))
    out.append(pair.fact("streak_average_margin", float(daily[start:].mean()), "percentage points", first=start - 1))
    ends = np.flatnonzero((length_by_day[:start] >= length) & (np.append(length_by_day[1:start], 0)[:start] == 0))
    if len(ends):
        place = int(ends[-1])
        longest = int(length_by_day[place])
        tie = "a tie: that run was as long" if longest == length else f"that run was {longest} sessions long"
        out.append(pair.fact("streak_longest_since", pair.days[place].isoformat(), "date", first=0, reading=tie))
        out.append(
            pair.fact(
                "streak_longest_since_length",
                longest,
                "sessions",
                first=0,
                dates=[pair.days[place - longest + 1], pair.days[place]],
            )
        )
    else:
        out[0] = pair.fact(
            "streak", length, "sessions", first=0, dates=window, reading=f"longest in data since {pair.days[0]}"
        )
    return out


def _ended(pair: Pair, daily: Floats) -> list[Fact]:
    """The run that D ended: none where the session before was in none, or its run's length isn't known."""
    before = known_runs(daily, daily > 0)[:-1]
    if not len(before) or np.isnan(before[-1]) or not before[-1]:
        return []
    length, last = int(before[-1]), len(daily) - 2
    window = [pair.days[i] for i in range(last - length + 1, last + 1)]
    first = max(last - length - 1, 0)
    return [pair.fact("streak_ended", length, "sessions", first=first, dates=window)]


def _spreads(pair: Pair) -> list[Fact]:
    out: list[Fact] = []
    for horizon in SPREADS:
        base = pair.base_place(horizon)
        history = pair.spread_ytd() if horizon == "ytd" else pair.spread(int(horizon[:-1]))
        if base is None or np.isnan(history[-1]):
            continue
        out.append(
            pair.fact(
                f"spread_{horizon}", float(history[-1]), "percentage points", first=base, ends_only=True, working=SPREAD
            )
        )
        placed = percentile(history[:-1], history[-1])
        if placed:
            out.append(pair.fact(f"spread_{horizon}_percentile", placed[0], "fraction", first=0, cases=placed[1]))
    return out


def _ratio(pair: Pair) -> list[Fact]:
    ratio, last = pair.a / pair.b, len(pair.a) - 1
    if np.isnan(ratio[-1]):
        return []
    out = [pair.fact("ratio", float(ratio[-1]), "ratio", first=last, working="{0} / {1}")]
    for horizon in ("20d", "ytd"):
        base = pair.base_place(horizon)
        if base is not None and not np.isnan(ratio[base]):
            out.append(
                pair.fact(
                    f"ratio_return_{horizon}",
                    float(ratio[-1] / ratio[base] - 1),
                    "fraction",
                    first=base,
                    ends_only=True,
                    working="({1} / {3}) / ({0} / {2}) − 1",
                )
            )
    for n in (50, 200):
        window = ratio[-n:]
        if len(window) == n and not np.isnan(window).any():
            out.append(pair.fact(f"ratio_sma_{n}", float(window.mean()), "ratio", first=last - n + 1))
    start = int(pair.index.searchsorted(pair.index[-1] - pd.Timedelta(days=YEAR - 1)))
    placed = percentile(ratio[start:-1], ratio[-1]) if start else None
    if placed:
        out.append(pair.fact("ratio_percentile_52w", placed[0], "fraction", first=start, cases=placed[1]))
    return out


def _breadth(pair: Pair) -> list[Fact]:
    recent = pair.spread(1)[-20:]
    if len(recent) < 20 or np.isnan(recent).any():
        return []
    led = int((recent > 0).sum())
    first = len(pair.a) - 21
    return [
        pair.fact("rotation_breadth", led / 20, "fraction", first=first, reading=f"{led} of 20 sessions"),
        pair.fact("sessions_led_20d", led, "sessions", first=first, reading="of the last 20"),
    ]
