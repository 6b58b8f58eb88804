"""A fact: one computed figure with everything that is needed to check it."""

import hashlib
import json
import math
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, computed_field

MINUS = "\u2212"
# Decimals kept when a value is stored: fine enough that a difference of two stored values shows
# the same figure as a difference of the raw ones, coarse enough that float noise makes no new fact.
STORED_DECIMALS = {
    "index points": 4,
    "USD": 4,
    "percent": 4,
    "fraction": 6,
    "percentage points": 6,
    "basis points": 2,
    "ratio": 6,
    "index": 3,
    "exchange rate": 6,
}
WHOLE = ("sessions", "count")
SCALED = ("fraction", "percentage points")  # shown times a hundred
SHOWN_DECIMALS = {"ratio": 3, "basis points": 1, "sessions": 0, "count": 0}  # two for all others
EXCHANGE_RATE = "exchange rate"
LOCAL = "local currency"  # of an exchange whose currency isn't known
HUNDREDTHS = {
    "GBp": "pence",
    "GBX": "pence",
    "ZAc": "South African cents",
    "ZAC": "South African cents",
    "ILA": "agorot",
    "USX": "US cents",
}


class Definition(NamedTuple):
    """How a metric is computed, in words a reader can check.

    Attributes:
        label: Short noun phrase for prose and tables.
        words: Formula with its parameters.
        version: Goes up with the formula, which gives its facts new ids.
        source: Whose formula it is, where it isn't plain arithmetic.
        working: The formula with ``{0}``, ``{1}`` … for the values used, where those are few.
    """

    label: str
    words: str
    version: int = 1
    source: str = ""
    working: str = ""


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Base(Frozen):
    """What a figure is measured from.

    Attributes:
        session: The session of the base bar.
        field: The field of that bar, such as ``close``.
        value: The base itself, in the unit of the subject's level.
    """

    session: date
    field: str
    value: float


class Input(Frozen):
    """A stretch of bars that a figure was computed from.

    Attributes:
        symbol: Yahoo's symbol.
        first: First session used.
        last: Last session used.
        field: Field of the bars.
        digest: Hash of exactly the values used (of the two end bars alone where only they matter).
    """

    symbol: str
    first: date
    last: date
    field: str
    digest: str


class Used(Frozen):
    """One value that went into a figure.

    Attributes:
        symbol: Yahoo's symbol, two with a stroke for a ratio.
        session: Of its bar.
        field: Field of the bar, or the indicator.
        value: As it was used.
    """

    symbol: str
    session: date
    field: str
    value: float


class Source(Frozen):
    """Who published the bars, and when they were retrieved."""

    publisher: str
    retrieved_at: datetime


class Fact(Frozen):
    """One computed figure.

    Attributes:
        key: Dotted name, such as ``rut.return_ytd``.
        value: A number at stored precision, or an ISO date where the unit is ``date``.
        unit: One of the contract's units.
        subject: Whose figure it is: ``rut``, ``rut_vs_spx``, ``sector.xlb``, ``sectors``.
        as_of: Session of the last bar used.
        base: What it is measured from, where there is one.
        definition: Words and parameters of the formula.
        version: Version of that definition.
        inputs: The bars used.
        source: Publisher and time of retrieval.
        state: ``settled``, ``provisional`` or ``simulated``.
        age: Sessions between ``as_of`` and the last settled session.
        reading: What the figure says in words, such as ``overbought``.
        caveats: What a reader must know beside it.
        dates: The sessions that a count or a streak is made of.
        cases: Number of earlier cases behind a percentile.
        arithmetic: The values it was worked out from, where they are up to eight.
        working: The formula with those numbers in it.
        name: Its subject's name in a sentence, where the subject lies outside the universe.
    """

    key: str
    value: float | int | str
    unit: str
    subject: str
    as_of: date
    base: Base | None = None
    definition: str
    version: int = 1
    inputs: tuple[Input, ...]
    source: Source
    state: str = "settled"
    age: int = 0
    reading: str | None = None
    caveats: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    cases: int | None = None
    arithmetic: tuple[Used, ...] = ()
    working: str = ""
    name: str | None = None

    @property
    def metric(self) -> str:
        """The key without its subject: ``return_ytd`` of ``rut.return_ytd``."""
        return self.key.removeprefix(self.subject + ".")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def id(self) -> str:
        """Hash of key, value, as_of, base, definition version and inputs: same figure, same id."""
        parts = [
            self.key,
            self.value,
            self.as_of.isoformat(),
            [self.base.session.isoformat(), self.base.field] if self.base else None,
            self.version,
            [i.digest for i in self.inputs],
        ]
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=8).hexdigest()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def display(self) -> str:
        """The figure as a reader sees it: ``9.54 %``, ``2,718.77``, ``−0.4 bp``, ``14 sessions``."""
        return show(self.value, self.unit)


def stored(value: float | int | str, unit: str) -> float | int | str:
    """The value at the precision that is stored for its unit; whole for counts and sessions."""
    if isinstance(value, str):
        return value
    if unit in WHOLE:
        return int(value)
    decimals = STORED_DECIMALS.get(unit, 4)
    kept = round(float(value), decimals) + 0.0  # + 0.0 turns -0.0 into 0.0
    # Rounded once more, 0.1071499976 would be shown as 10.72 %: where storing made a tie of it, it is cut instead.
    shown = abs(kept) * 10.0 ** (_shown_decimals(unit, kept) + (2 if unit in SCALED else 0))
    if abs(shown % 1 - 0.5) < 1e-7 and abs(float(value)) < abs(kept) * (1 - 1e-12):
        kept = round(kept - math.copysign(10.0**-decimals, kept), decimals)
    return kept


def _shown_decimals(unit: str, value: float) -> int:
    """Decimals that a unit is shown with; rates of currencies under 20 have four."""
    return 4 if unit == EXCHANGE_RATE and abs(value) < 20 else SHOWN_DECIMALS.get(unit, 2)


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency's code as Yahoo gives it, such as ``USD``, ``JPY``, ``GBp``, or one not known."""
    return unit == LOCAL or (len(unit) == 3 and unit.isalpha())


def spell_date(day: date) -> str:
    """``22 January 2026``."""
    return f"{day.day} {day:%B %Y}"


def show(value: float | int | str, unit: str) -> str:
    """A value in its unit as the reader sees it, with a true minus sign.

    Args:
        value: As stored: fractions for returns, a difference of fractions for percentage points.
        unit: One of the contract's units.

    Returns:
        Text such as ``9.54 %``, ``8.55 points``, ``$269.79``, ``JPY 2,871.50``, ``250.30 pence``; dates spelled out.
    """
    if unit == "date":
        return spell_date(date.fromisoformat(str(value)))
    # In decimal, half up: 38.915 in binary lies just below itself, and would be shown as 38.91.
    scaled = Decimal(str(value)) * (100 if unit in SCALED else 1)
    decimals = _shown_decimals(unit, float(scaled))
    text = f"{abs(scaled).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,}"
    sign = MINUS if scaled < 0 and float(text.replace(",", "")) else ""
    if unit == "basis points":
        text = text.removesuffix(".0")
    if unit == "sessions":
        return f"{sign}{text} session" + ("" if text == "1" else "s")
    if is_currency(unit):
        return sign + _in_currency(text, unit)
    suffix = {"fraction": " %", "percent": " %", "percentage points": " points", "basis points": " bp"}
    return sign + text + suffix.get(unit, "")


def worked(formula: str, used: Sequence[Used], value: float | int | str, unit: str) -> str:
    """A formula with its numbers: ``2,718.77 / 2,481.91 − 1 = 9.54 %``; empty without as many numbers as it needs."""
    numbers = [f"{u.value:,.4f}".rstrip("0").rstrip(".") if abs(u.value) < 10 else f"{u.value:,.2f}" for u in used]
    try:
        return f"{formula.format(*numbers)} = {show(value, unit)}" if formula else ""
    except IndexError:
        return ""


def _in_currency(text: str, unit: str) -> str:
    """An amount in a currency: dollars with their sign, hundredths by their name, any other after its code."""
    if unit == "USD":
        return f"${text}"
    if unit == LOCAL:
        return f"{text} in local currency"
    return f"{text} {HUNDREDTHS[unit]}" if unit in HUNDREDTHS else f"{unit} {text}"
