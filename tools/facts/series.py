"""Bars laid on the exchange calendar, and the one place where a figure becomes a fact."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, cached_property, lru_cache

import numpy as np
import pandas as pd

from tools.caveats import NOT_FIXED, caveat
from tools.data.bars import BAR, Bars, Market
from tools.data.sessions import sessions, sessions_between
from tools.definitions import definition
from tools.fact import Base, Fact, Input, Source, Used, stored, worked
from tools.facts.indicators import Bools, Floats, base_place, change, is_record, rsi
from tools.universe import Subject

FEW = 8  # values up to which a fact shows all that it was worked out from
CLOSES = ("close", "adj_close", "volume")  # fields that rest on no open, high or low
AT_MOST = 3  # values set aside that one fact names


def dates_of(index: pd.DatetimeIndex) -> list[date]:
    """The days of an index of sessions, some twenty times as fast as asking each stamp."""
    return index.to_numpy().astype("datetime64[D]").tolist()


class Series:
    """One subject's bars on every exchange session from its first to D; NaN where a bar is missing.

    A missing session stays in its place, so that nothing measured over sessions shifts.
    """

    def __init__(self, subject: Subject, bars: Bars, market: Market) -> None:
        self.subject, self.bars, self.market = subject, bars, market
        first, last = bars.frame.index[0], bars.frame.index[-1]
        self.index: pd.DatetimeIndex = sessions(first.date(), last.date())
        self._inputs: dict[tuple[str, int, int, bool], Input] = {}
        self._said: dict[tuple[int, int, bool, bool], list[str]] = {}
        self._bases: dict[str, int] = {}
        self._frame = bars.frame if bars.frame.index.equals(self.index) else bars.frame.reindex(self.index)

    def field(self, name: str) -> Floats:
        """The values of a field by session; NaN where the session is missing."""
        return self._columns[name]

    @cached_property
    def _columns(self) -> dict[str, Floats]:
        return {str(c): self._frame[c].to_numpy(dtype=np.float64) for c in self._frame.columns}

    @cached_property
    def close(self) -> Floats:
        return self.field("close")

    @cached_property
    def known(self) -> Bools:
        """Whether each session has a close."""
        return ~np.isnan(self.close)

    @cached_property
    def records(self) -> Bools:
        """Whether each close is a record."""
        return is_record(self.close)

    @cached_property
    def returns(self) -> Floats:
        """Simple one-day returns; NaN in the first place and beside a missing session."""
        return change(self.close)

    @cached_property
    def rsi(self) -> Floats:
        """RSI-14 of every session."""
        return rsi(self.close)

    @cached_property
    def days(self) -> list[date]:
        return dates_of(self.index)

    @property
    def last(self) -> date:
        return self.days[-1]

    def on(self, index: pd.DatetimeIndex) -> Floats:
        """Closes laid on other sessions; NaN where this subject has none."""
        return self._frame["close"].reindex(index).to_numpy(dtype=np.float64)

    def base_at(self, horizon: str) -> int | None:
        """Place of the base bar of a horizon, counted from D; None where the data doesn't reach.

        Args:
            horizon: ``1d``, ``5d``, ``20d``, ``mtd``, ``qtd``, ``ytd``, ``1y`` or ``since.YYYYMMDD``.

        Returns:
            For counted sessions exactly that session, or None where its bar is missing; for calendar
            horizons the last bar on or before the boundary.
        """
        if horizon not in self._bases:
            self._bases[horizon] = base_place(self.days, self.known, horizon)
        place = self._bases[horizon]
        return place if place >= 0 else None

    def window_start(self, calendar_days: int) -> int:
        """Place of the first session within the calendar days that end on D."""
        return int(self.index.searchsorted(self.index[-1] - pd.Timedelta(days=calendar_days - 1)))

    def fact(
        self,
        metric: str,
        value: float | int | str,
        unit: str,
        *,
        field: str = "close",
        first: int | None = None,
        ends_only: bool = False,
        base: int | None = None,
        reading: str | None = None,
        caveats: Sequence[str] = (),
        dates: Sequence[date] = (),
        cases: int | None = None,
        working: str = "",
    ) -> Fact:
        """The fact of this subject for a metric.

        Args:
            metric: Key without subject.
            value: The figure, unrounded.
            unit: The contract's unit.
            field: Field of the bars it was computed from.
            first: Place of the first bar used; D's alone when None.
            ends_only: Whether only the first and the last bar enter, as in a return.
            base: Place of the bar it is measured from, where there is one.
            reading: What the figure says in words.
            caveats: What must be known beside it.
            dates: Sessions a count is made of.
            cases: Cases behind a percentile.
            working: The formula with places for the values used, where they are few.
        """
        start = len(self.index) - 1 if first is None else first
        given = self.input(field, start, ends_only)
        caveats = [*caveats, *self.caveats(start, ends_only, field)]
        at = None if base is None else Base(session=self.days[base], field=field, value=float(self.field(field)[base]))
        return make_fact(
            self.market,
            self.subject.key,
            metric,
            value,
            unit,
            (given,),
            base=at,
            as_of=self.last,
            bars=(self.bars,),
            reading=reading,
            caveats=caveats,
            dates=dates,
            cases=cases,
            arithmetic=self._used(field, start, ends_only, base),
            working=working,
            name=self.name,
        )

    def _used(self, field: str, start: int, ends_only: bool, base: int | None) -> tuple[Used, ...]:
        """The few values that a figure was worked out from; none where they are more than a reader can follow."""
        last = len(self.index) - 1
        if base is None and not ends_only and last - start >= FEW:
            return ()
        places = [base, last] if base is not None else [start, last] if ends_only else list(range(start, last + 1))
        places = list(dict.fromkeys(places))
        symbol, values = self.subject.symbol, self.field(field)
        return tuple(Used(symbol=symbol, session=self.days[p], field=field, value=float(values[p])) for p in places)

    @property
    def name(self) -> str | None:
        """The subject's name in a sentence, which a fact carries where the universe doesn't know it."""
        return self.subject.name if self.subject.group == "other" else None

    def input(self, field: str, start: int, ends_only: bool = False, *, end: int | None = None) -> Input:
        """The input record of a stretch of bars from a place to another, or to D."""
        key = (field, start, len(self.index) - 1 if end is None else end, ends_only)
        if key not in self._inputs:
            self._inputs[key] = self._input(*key)
        return self._inputs[key]

    def _input(self, field: str, start: int, end: int, ends_only: bool) -> Input:
        values, first, last = self.field(field), self.days[start], self.days[end]
        used = values[[start, end]] if ends_only else values[start : end + 1]
        digest = hashlib.blake2b(np.ascontiguousarray(used).tobytes(), digest_size=8)
        digest.update(f"{self.subject.symbol}|{field}|{first}|{last}".encode())
        return Input(symbol=self.subject.symbol, first=first, last=last, field=field, digest=digest.hexdigest())

    def caveats(
        self, start: int, ends_only: bool = False, field: str = "close", *, end: int | None = None
    ) -> list[str]:
        """What the bars themselves demand to be said: sessions missing or set aside, or not fixed by a source.

        Args:
            start: Place of the first bar used.
            ends_only: Whether only that bar and the last enter.
            field: Field of the bars; of highs, lows and opens set aside only those hear that rest on more than closes.
            end: Place of the last bar used; D's for None.
        """
        key = (start, len(self.index) - 1 if end is None else end, ends_only, field in CLOSES)
        if key not in self._said:
            self._said[key] = self._caveats(*key)
        return self._said[key]

    def _caveats(self, start: int, end: int, ends_only: bool, closes: bool) -> list[str]:
        out = self.set_aside(start, ends_only, closes, end=end)
        if not ends_only:
            gaps = np.flatnonzero(np.isnan(self.close[start : end + 1]))
            if len(gaps):
                out.append(caveat("gaps", n=len(gaps), day=self.days[start + int(gaps[-1])]))
        fixed = self.bars.fixed
        if fixed is not None:
            used = {self.days[start], self.days[end]} if ends_only else set(self.days[start : end + 1])
            if not used <= fixed:
                out.append(NOT_FIXED)
        return out

    def set_aside(
        self, start: int, ends_only: bool = False, closes: bool = True, *, end: int | None = None
    ) -> list[str]:
        """What was set aside of the bars from a place on, in words, the latest first.

        Args:
            start: Place of the first bar used; from the data's beginning what was cut off before it is named too.
            ends_only: Whether only that bar and the last enter: then what lies behind them isn't named.
            closes: Whether highs, lows and opens don't matter.
            end: Place of the last bar used; D's for None.
        """
        first, last = (
            self.days[start],
            self.last if end is None else self.days[end],
        )  # what lies before the data is named where all of it is used
        if ends_only:  # the base may have moved back past what was set aside behind it
            known = np.flatnonzero(~np.isnan(self.close[start + 1 :]))
            last = self.days[start + 1 + int(known[0])] if len(known) else last
        whole, newest = start == 0 and not ends_only, last == self.last
        found = [
            f for f in self.bars.aside
            if (f.field == BAR or not closes)
            and (whole or first <= f.session <= last or (newest and f.session > last))
        ]  # fmt: skip
        words = [f.words(self.subject.symbol) for f in found[::-1][:AT_MOST]]
        return words + ([caveat("more-set-aside", n=len(found) - AT_MOST)] if len(found) > AT_MOST else [])


def make_fact(
    market: Market,
    subject: str,
    metric: str,
    value: float | int | str,
    unit: str,
    inputs: tuple[Input, ...],
    *,
    as_of: date,
    bars: Sequence[Bars],
    base: Base | None = None,
    reading: str | None = None,
    caveats: Sequence[str] = (),
    dates: Sequence[date] = (),
    cases: int | None = None,
    arithmetic: Sequence[Used] = (),
    working: str = "",
    name: str | None = None,
) -> Fact:
    """A fact with the state, source and age that follow from its bars and its market.

    ``arithmetic`` are the values used, where they are few; ``working`` is the definition's formula unless given.
    """
    words, version, formula = _meaning(metric)
    kept = stored(value, unit)
    return Fact(
        key=f"{subject}.{metric}",
        value=kept,
        unit=unit,
        subject=subject,
        as_of=as_of,
        base=base,
        definition=words,
        version=version,
        inputs=inputs,
        source=_source(bars[0].publisher, max(b.retrieved_at for b in bars)),
        state="simulated" if market.source == "sample" else "settled",
        age=0,
        reading=reading,
        caveats=tuple(dict.fromkeys(caveats)),
        dates=tuple(dates),
        cases=cases,
        arithmetic=tuple(arithmetic),
        working=worked(working or formula, arithmetic, kept, unit) if arithmetic and (working or formula) else "",
        name=name,
    )


@cache
def _meaning(metric: str) -> tuple[str, int, str]:
    """A metric's definition as its facts carry it, its version, and its formula."""
    found = definition(metric)
    return found.words + (f" Source: {found.source}." if found.source else ""), found.version, found.working


@lru_cache(maxsize=256)
def _source(publisher: str, retrieved_at: datetime) -> Source:
    return Source(publisher=publisher, retrieved_at=retrieved_at)


def with_age(fact: Fact, last_settled: date) -> Fact:
    """The fact with its age as of now: sessions between its own and the last settled one."""
    age = sessions_between(fact.as_of, last_settled)
    return fact if fact.age == age else fact.model_copy(update={"age": age})
