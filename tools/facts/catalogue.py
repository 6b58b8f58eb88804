"""The fact catalogue: every fact of a market as of its date, computed once and kept."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from functools import cache

from tools.data.bars import Market
from tools.data.store import Store
from tools.definitions import DEFINITIONS
from tools.errors import BadDate
from tools.fact import Fact
from tools.facts.base_rates import base_rate_facts
from tools.facts.divergence import divergence_facts
from tools.facts.fibonacci import fibonacci_facts
from tools.facts.levels import horizon_facts, level_facts, record_facts, return_facts
from tools.facts.rotation import Pair, rotation_facts
from tools.facts.sectors import sector_facts
from tools.facts.series import Series, with_age
from tools.facts.support import support_facts
from tools.facts.trend import trend_facts
from tools.facts.unusual import move_facts, spread_facts
from tools.facts.verdict import verdict_facts
from tools.facts.volatility import regime, volatility_facts
from tools.universe import UNIVERSE

PAIRS = (
    ("rut", "spx"),
    ("rut", "comp"),
    ("ijr", "spy"),
    ("ijr", "iwm"),
    ("style.iwn", "style.iwo"),
    ("style.iwd", "style.iwf"),
)
# Goes up when the code that makes the catalogue changes what it holds, so that kept facts are computed anew.
CATALOGUE_VERSION = 6


class Catalogue:
    """The facts of one market: the universe's from the store or computed, any other on demand.

    Args:
        market: Bars up to one date.
        store: Where facts are kept per (source, as_of, data version).
    """

    def __init__(self, market: Market, store: Store | None = None) -> None:
        self.market = market
        self._series: dict[str, Series] = {}
        self._extra: dict[str, Fact] = {}
        self._facts = self._load(store)

    @property
    def facts(self) -> list[Fact]:
        """The universe's facts, in the order of the catalogue, each with its age as of now."""
        return list(self._facts.values())

    def get(self, key: str) -> Fact | None:
        """The fact of a key, or None where the data doesn't support it."""
        return self._facts.get(key) or self._extra.get(key)

    def find(self, *prefixes: str) -> list[Fact]:
        """Facts whose key begins with one of the prefixes: ``rut`` finds ``rut.close`` and ``rut_vs_spx.ratio``."""
        return [f for f in self._facts.values() if f.key.startswith(prefixes)]

    def series(self, key: str) -> Series | None:
        """The bars of a subject on the exchange calendar; None where it has none."""
        if key not in self._series:
            others = (self.market.subject(s) for s in self.market.bars)
            subject = UNIVERSE.get(key) or next((s for s in others if s.key == key), None)
            bars = self.market.bars.get(subject.symbol) if subject else None
            if subject is None or bars is None or bars.frame.empty:
                return None
            self._series[key] = Series(subject, bars, self.market)
        return self._series[key]

    def since(self, key: str, day: date) -> Fact | None:
        """``return_since`` of a subject from a date, or None where the data doesn't reach back to it."""
        series = self.series(key)
        return (
            self._keep(horizon_facts(series, f"since.{day:%Y%m%d}"))[0]
            if series and series.days[0] <= day <= series.last
            else None
        )

    def subject(self, key: str) -> list[Fact]:
        """All facts of one subject, of the universe or any other symbol with bars."""
        if key in UNIVERSE:
            return [f for f in self._facts.values() if f.subject == key]
        series = self.series(key)
        return self._keep(_of_subject(series)) if series else []

    def pair(self, first: str, second: str) -> list[Fact]:
        """All facts of a pair, in the order asked; empty where one has no bars."""
        name = f"{first}_vs_{second}"
        known = [f for f in self._facts.values() if f.subject == name and not f.metric.startswith("base_rate.")]
        held = self._pair(first, second)
        return known or (self._keep(rotation_facts(held) + spread_facts(held)) if held else [])

    def fibonacci(self, key: str, threshold: float, anchors: Sequence[date] | None) -> list[Fact]:
        """Fibonacci levels of a leg that the person chose, by anchors or by the least size of a swing.

        Raises:
            BadDate: An anchor is no session held, or they make no leg.
        """
        series = self.series(key)
        try:
            return self._keep(fibonacci_facts(series, threshold, anchors)) if series else []
        except ValueError as error:
            raise BadDate(str(error), "Name two or three sessions: low, high and pullback, or their mirror.") from None

    def _pair(self, first: str, second: str) -> Pair | None:
        a, b = self.series(first), self.series(second)
        return Pair(a, b) if a and b else None

    def _keep(self, facts: Sequence[Fact]) -> list[Fact]:
        aged = [with_age(f, self.market.last_settled) for f in facts]
        self._extra.update({f.key: f for f in aged})
        return aged

    def _load(self, store: Store | None) -> dict[str, Fact]:
        version = f"{self.market.version}.{CATALOGUE_VERSION}.{_definitions()}"
        key = (self.market.source, self.market.as_of.isoformat(), version)
        kept = store.read_facts(key) if store else None
        if kept is not None:
            facts = [Fact.model_validate({k: v for k, v in row.items() if k not in ("id", "display")}) for row in kept]
        else:
            facts = self._compute()
            if store:
                store.write_facts(key, [json.loads(f.model_dump_json()) for f in facts])
        return {f.key: with_age(f, self.market.last_settled) for f in facts}

    def _compute(self) -> list[Fact]:
        out: list[Fact] = []
        for key in UNIVERSE:
            series = self.series(key)
            if series:
                out += _of_subject(series)
        pairs = {held.subject: held for pair in PAIRS if (held := self._pair(*pair))}
        for held in pairs.values():
            out += rotation_facts(held) + spread_facts(held)
        funds = [s for key in UNIVERSE if key.startswith("sector.") and (s := self.series(key))]
        out += sector_facts(funds, self.series("spy")) + verdict_facts(pairs, funds)
        return out + (base_rate_facts(pairs["rut_vs_spx"]) if "rut_vs_spx" in pairs else [])


@cache
def _definitions() -> str:
    """Digest of what is defined and of each definition's version: a new metric makes kept facts be computed anew."""
    table = sorted((key, d.version) for key, d in DEFINITIONS.items())
    return hashlib.blake2b(json.dumps(table).encode(), digest_size=4).hexdigest()


def _of_subject(series: Series) -> list[Fact]:
    facts = level_facts(series) + return_facts(series) + trend_facts(series) + move_facts(series)
    if series.subject.kind in ("index", "fund"):
        facts += record_facts(series) + divergence_facts(series) + fibonacci_facts(series) + support_facts(series)
    if series.subject.kind in ("volatility", "yield"):
        facts += volatility_facts(series)
    if series.subject.kind == "volatility":
        facts[0] = facts[0].model_copy(update={"reading": f"{regime(float(facts[0].value))} volatility"})
    return facts
