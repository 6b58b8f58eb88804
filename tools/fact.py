"""A fact: one computed figure with everything that is needed to check it."""

import hashlib
import json
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
    """

    label: str
    words: str
    version: int = 1
    source: str = ""


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
    return round(float(value), STORED_DECIMALS.get(unit, 4)) + 0.0  # + 0.0 turns -0.0 into 0.0


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
    scaled = Decimal(str(value)) * (100 if unit in ("fraction", "percentage points") else 1)
    decimals = {"ratio": 3, "basis points": 1, "sessions": 0, "count": 0}.get(unit, 2)
    if unit == EXCHANGE_RATE and abs(scaled) < 20:
        decimals = 4
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


def _in_currency(text: str, unit: str) -> str:
    """An amount in a currency: dollars with their sign, hundredths by their name, any other after its code."""
    if unit == "USD":
        return f"${text}"
    if unit == LOCAL:
        return f"{text} in local currency"
    return f"{text} {HUNDREDTHS[unit]}" if unit in HUNDREDTHS else f"{unit} {text}"
