"""What the evaluation knows to be true: the facts of one date, of the session before it, and how people write them."""

import random
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from corpus.document import Passage
from tools.fact import Fact

MINUS = "−"
SCALE = {"fraction": 100, "percentage points": 100}
HORIZONS = ("1d", "5d", "mtd", "qtd", "ytd", "1y")
INDEXES = ("rut", "spx", "comp", "dji")


class Case(NamedTuple):
    """A sentence to be judged.

    Attributes:
        kind: What is right or wrong with it.
        sentence: The sentence as a model might draft it.
        truth: What the facts say, for the report.
    """

    kind: str
    sentence: str
    truth: str = ""


class Name(NamedTuple):
    """A way to call a subject; ``plural`` decides is or are."""

    text: str
    plural: bool = False

    @property
    def be(self) -> str:
        return "are" if self.plural else "is"

    @property
    def have(self) -> str:
        return "have" if self.plural else "has"

    @property
    def possessive(self) -> str:
        return self.text + ("’" if self.text.endswith("s") and self.plural else "’s")


NAMES: dict[str, tuple[Name, ...]] = {
    "rut": (Name("the Russell 2000"), Name("the Russell 2000"), Name("the small-cap Russell 2000"), Name("small caps", True), Name("the Russell")),
    "spx": (Name("the S&P 500"), Name("the S&P 500"), Name("the S&P"), Name("large caps", True)),
    "comp": (Name("the Nasdaq Composite"), Name("the Nasdaq")),
    "dji": (Name("the Dow"), Name("the Dow Jones Industrial Average")),
    "vix": (Name("the VIX"), Name("the Cboe Volatility Index")),
    "tnx": (Name("the 10-year Treasury yield"), Name("the 10-year yield")),
    "iwm": (Name("the Russell 2000 ETF (IWM)"), Name("IWM")),
    "ijr": (Name("the S&P SmallCap 600 ETF (IJR)"), Name("IJR")),
    "spy": (Name("the S&P 500 ETF (SPY)"), Name("SPY")),
    "qqq": (Name("the Nasdaq-100 ETF (QQQ)"), Name("QQQ")),
    "sector.xlb": (Name("materials (XLB)", True), Name("the materials sector"), Name("materials", True)),
    "sector.xlc": (Name("communication services (XLC)", True), Name("the communication services sector")),
    "sector.xle": (Name("energy (XLE)"), Name("the energy sector")),
    "sector.xlf": (Name("financials (XLF)", True), Name("the financials sector"), Name("financials", True)),
    "sector.xli": (Name("industrials (XLI)", True), Name("the industrials sector"), Name("industrials", True)),
    "sector.xlk": (Name("technology (XLK)"), Name("the technology sector")),
    "sector.xlp": (Name("consumer staples (XLP)", True), Name("the consumer staples sector")),
    "sector.xlre": (Name("real estate (XLRE)"), Name("the real estate sector")),
    "sector.xlu": (Name("utilities (XLU)", True), Name("the utilities sector"), Name("utilities", True)),
    "sector.xlv": (Name("health care (XLV)"), Name("the health care sector")),
    "sector.xly": (Name("consumer discretionary (XLY)"), Name("the consumer discretionary sector")),
}  # fmt: skip
SECTORS = tuple(key for key in NAMES if key.startswith("sector."))


def shown(value: float, decimals: int, *, commas: bool = True) -> str | None:
    """The absolute value at a number of decimals; None for zero, and where rounding is a matter of taste."""
    exact = Decimal(str(abs(value)))
    step = Decimal(1).scaleb(-decimals)
    if abs((exact / step) % 1 - Decimal("0.5")) < Decimal("0.03"):
        return None
    rounded = exact.quantize(step, ROUND_HALF_UP)
    if not rounded:
        return None
    return f"{rounded:,}" if commas else f"{rounded}"


def nudged(text: str, steps: int) -> str:
    """A written number moved by steps of its last digit."""
    plain = text.replace(",", "")
    decimals = len(plain.partition(".")[2])
    step = Decimal(steps).scaleb(-decimals)
    moved = Decimal(plain) + (step if Decimal(plain) + step > 0 else -step)
    return f"{moved:,}" if "," in text or moved >= 1000 else f"{moved}"


def start(text: str) -> str:
    """The sentence with a capital at its head."""
    return text[:1].upper() + text[1:]


def long_date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def american(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


class World:
    """The facts of a ledger, the passages in it, and a seeded source of choices.

    Attributes:
        facts: By key.
        before: The facts of the session before, by key, for values of another day.
        passages: The passages in the ledger.
        as_of: The date of the facts.
        today: The date on which the sentence is read.
    """

    def __init__(
        self,
        facts: Iterable[Fact],
        passages: Sequence[Passage],
        as_of: date,
        today: date | None = None,
        before: Iterable[Fact] = (),
        seed: int = 0,
    ) -> None:
        self.facts = {fact.key: fact for fact in facts}
        self.before = {fact.key: fact for fact in before}
        self.passages = list(passages)
        self.as_of, self.today = as_of, today or as_of
        self.rng = random.Random(f"{seed}/{as_of}/{len(self.facts)}")

    def number(self, key: str, *, before: bool = False) -> float | None:
        """The value of a fact as it is spoken: percent, points, level; None where it isn't held as of the date."""
        fact = (self.before if before else self.facts).get(key)
        if fact is None or isinstance(fact.value, str) or (not before and fact.as_of != self.as_of):
            return None
        return float(fact.value) * SCALE.get(fact.unit, 1)

    def day(self, key: str) -> date | None:
        """The value of a fact that is a date."""
        fact = self.facts.get(key)
        return date.fromisoformat(str(fact.value)) if fact and fact.unit == "date" else None

    def name(self, subject: str) -> Name:
        return self.rng.choice(NAMES[subject])

    def subjects(self, *among: str) -> list[str]:
        """Those of the subjects that have a close as of the date, in an order of the seed's choosing."""
        held = [s for s in (among or tuple(NAMES)) if self.number(f"{s}.close") is not None]
        self.rng.shuffle(held)
        return held

    def coin(self, share: float = 0.5) -> bool:
        return self.rng.random() < share

    def truth(self, *keys: str) -> str:
        """What the facts say, for the report."""
        parts = [f"{k}={self.facts[k].display}" for k in keys if k in self.facts]
        return f"{self.as_of}: " + ", ".join(parts)

    def same(self, key: str, written: str, decimals: int) -> bool:
        """Whether a fact reads the same at the precision written, or so close that rounding could make it."""
        value = self.number(key)
        if value is None:
            return False
        return abs(abs(value) - float(written.replace(",", ""))) <= 0.56 * 10**-decimals


def sector_ranks(w: World, horizon: str) -> dict[str, int]:
    return {s: int(rank) for s in SECTORS if (rank := w.number(f"{s}.rank_{horizon}")) is not None}
