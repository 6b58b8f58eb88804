"""Macro figures: claims, payrolls, unemployment, prices and the federal funds rate, each as known on a date."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from tools.caveats import caveat
from tools.data.economic.fred import api_key, block_of
from tools.data.economic.macro_updates import TIMEOUT, bring_up_to_date
from tools.data.observations import Observations
from tools.data.store import Store
from tools.definitions import definition
from tools.errors import SourceDown
from tools.fact import Base, Fact, Input, Source, spell_date, stored

PUBLISHER = "FRED, Federal Reserve Bank of St. Louis"
LATEST_VINTAGE = caveat("no-release-dates")
SERIES = ("ICSA", "PAYEMS", "UNRATE", "CPIAUCSL", "DFEDTARU", "DFEDTARL", "DFF")
THOUSAND = 1000  # in which FRED gives payrolls
REACH = timedelta(days=800)  # periods read: a year's change, and what a long shutdown left out


def load_macro(
    store: Store, *, as_of: date, latest: bool, now: datetime, timeout: float = TIMEOUT
) -> tuple[list[Fact], list[str]]:
    """The macro figures as known on a session, fetched from FRED where that is due.

    Args:
        store: Where observations are kept.
        as_of: The session.
        latest: Whether it is the last settled one: without vintages the figures stand for no other.
        now: The instant taken as now.
        timeout: Seconds to wait for one answer.

    Returns:
        The facts, and what a reader must be told. A fault costs no facts that the store holds.
    """
    key = api_key()
    if not key and not latest:
        return [], [
            f"There are no macro figures as of {spell_date(as_of)}: FRED's file without a key has the latest vintage"
            " only. With FRED_API_KEY they come as known on that date."
        ]
    faults = bring_up_to_date(store, SERIES, key=key, as_of=as_of, now=now, timeout=timeout)
    known = (block_of(as_of), as_of) if key else None
    held = store.read_observations(SERIES, now, since=as_of - REACH, known=known)
    facts = macro_facts(held, as_of)
    return facts, _warnings(faults, held, facts, as_of)


def whole_series(store: Store, names: Sequence[str], *, as_of: date, now: datetime) -> dict[str, Observations]:
    """All periods of FRED's series, of the latest vintage, fetched where that is due.

    Args:
        store: Where observations are kept.
        names: FRED's names of them.
        as_of: The session they are wanted for.
        now: The instant taken as now.

    Raises:
        SourceDown: One of them could not be had, and none of it is stored.
    """
    faults = bring_up_to_date(store, names, key=None, as_of=as_of, now=now, whole=True)
    held = store.read_observations(names, now, since=date.min)
    for name in names:
        if name not in held:
            raise SourceDown(f"FRED's {name} could not be had: {faults.get(name, 'nothing was served')}")
    return held


def _warnings(
    faults: Mapping[str, str], held: Mapping[str, Observations], facts: Sequence[Fact], as_of: date
) -> list[str]:
    """One line where FRED could not be asked, with what stands in."""
    if not faults:
        return [] if facts else [f"FRED has no macro figures that were known on {spell_date(as_of)}."]
    first = next(iter(faults.values()))
    more = f" ({len(faults)} of {len(SERIES)} series)" if 1 < len(faults) < len(SERIES) else ""
    if not facts:
        return [f"There are no macro figures: {first}{more}."]
    newest = max(o.retrieved_at for o in held.values()).date()
    return [f"Macro figures may be behind: {first}{more}; the newest held were retrieved on {spell_date(newest)}."]


def macro_facts(observations: Mapping[str, Observations], as_of: date) -> list[Fact]:
    """The macro figures that the observations support on a session.

    Args:
        observations: By FRED's name of the series, as fetched or as stored.
        as_of: The session; what was released later is left out.

    Returns:
        Facts of subject ``macro``; a change over a month or a year only where both months have a figure.
    """
    out: list[Fact] = []
    for name, held in observations.items():
        values = held.as_known(as_of)
        if values and name in _FIGURES:
            out += _FIGURES[name](_Known(name, values, held, as_of))
    return out


@dataclass(frozen=True)
class _Known:
    """A series as known on a session."""

    series: str
    values: dict[date, float]
    held: Observations
    as_of: date

    @property
    def last(self) -> date:
        return max(self.values)

    @property
    def month(self) -> str:
        return f"for {_spell_month(self.last)}"

    def before(self, months: int) -> date | None:
        """The period a number of months before the last, None where it has no figure."""
        period = months_before(self.last, months)
        return period if period in self.values else None

    def gaps(self) -> list[str]:
        """What to say of the month and the year before the last figure where they have none."""
        first = min(self.values)
        lacking = [p for n in (1, 12) if first < (p := months_before(self.last, n)) and p not in self.values]
        return [caveat("no-figure", month=_spell_month(p)) for p in lacking]

    def fact(
        self,
        metric: str,
        value: float,
        unit: str,
        reading: str,
        *,
        used: Sequence[date] = (),
        base: date | None = None,
        scale: int = 1,
        caveats: Sequence[str] = (),
    ) -> Fact:
        """The fact of a metric for the last period.

        Args:
            metric: Key without subject.
            value: The figure.
            unit: The contract's unit.
            reading: Which period it is for, in words.
            used: Periods it was computed from; the last alone if none.
            base: Period it is measured from.
            scale: What makes the base's unit of the series'.
            caveats: What must be known beside it.
        """
        periods = sorted(used) or [self.last]
        text = f"{self.series}|" + "|".join(f"{p}={self.values[p]!r}" for p in periods)
        digest = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
        meaning = definition(metric)
        given = Input(symbol=self.series, first=periods[0], last=periods[-1], field="value", digest=digest)
        return Fact(
            key=f"macro.{metric}",
            value=stored(round(value) if unit == "count" else value, unit),
            unit=unit,
            subject="macro",
            as_of=self.as_of,
            base=Base(session=base, field="value", value=self.values[base] * scale) if base else None,
            definition=meaning.words + (f" Source: {meaning.source}." if meaning.source else ""),
            version=meaning.version,
            inputs=(given,),
            source=Source(publisher=PUBLISHER, retrieved_at=self.held.retrieved_at),
            reading=reading,
            caveats=(*(() if self.held.vintages else (LATEST_VINTAGE,)), *caveats),
            dates=(self.last,),
        )

    def level(self, metric: str, unit: str, reading: str, caveats: Sequence[str] = ()) -> Fact:
        """The last figure as published."""
        return self.fact(metric, self.values[self.last], unit, reading, caveats=caveats)


def _claims(known: _Known) -> list[Fact]:
    last = known.last
    out = [known.level("claims", "count", f"week ended {spell_date(last)}")]
    weeks = [last - timedelta(weeks=n) for n in range(4)]
    if all(week in known.values for week in weeks):
        mean = fmean(known.values[week] for week in weeks)
        out.append(known.fact("claims_4w", mean, "count", f"four weeks ended {spell_date(last)}", used=weeks))
    return out


def _payrolls(known: _Known) -> list[Fact]:
    caveats, now = known.gaps()[:1] if not known.before(1) else [], known.values[known.last]
    out = [known.fact("payrolls", now * THOUSAND, "count", known.month, caveats=caveats)]
    if base := known.before(1):
        change = (now - known.values[base]) * THOUSAND
        used = (base, known.last)
        out.append(known.fact("payrolls_change", change, "count", known.month, used=used, base=base, scale=THOUSAND))
    return out


def _unemployment(known: _Known) -> list[Fact]:
    caveats = known.gaps()[:1] if not known.before(1) else []
    return [known.level("unemployment", "percent", known.month, caveats)]


def _prices(known: _Known) -> list[Fact]:
    out = []
    for metric, months in (("cpi_yoy", 12), ("cpi_mom", 1)):
        if base := known.before(months):
            change = known.values[known.last] / known.values[base] - 1
            used = (base, known.last)
            out.append(known.fact(metric, change, "fraction", known.month, used=used, base=base, caveats=known.gaps()))
    return out


def _rate(metric: str, known: _Known) -> list[Fact]:
    return [known.level(metric, "percent", f"on {spell_date(known.last)}")]


_FIGURES: dict[str, Callable[[_Known], list[Fact]]] = {
    "ICSA": _claims,
    "PAYEMS": _payrolls,
    "UNRATE": _unemployment,
    "CPIAUCSL": _prices,
    "DFEDTARU": lambda known: _rate("fed_funds_upper", known),
    "DFEDTARL": lambda known: _rate("fed_funds_lower", known),
    "DFF": lambda known: _rate("fed_funds", known),
}


def months_before(period: date, months: int) -> date:
    """The first day of the month a number of months before."""
    year, month = divmod(period.year * 12 + period.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _spell_month(period: date) -> str:
    return f"{period:%B %Y}"
