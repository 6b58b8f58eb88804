"""The bars of a market as of a session: the types, and the digest that tells one set of bars from another."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from tools.caveats import caveat
from tools.fact import spell_date
from tools.listings import Listing
from tools.universe import Subject, by_symbol, subject_for

BAR = "bar"


class SetAside(NamedTuple):
    """A value that nothing is measured from, because it can't be true.

    Attributes:
        session: Its session; of a stretch the last.
        field: ``open``, ``high`` or ``low``, or ``bar`` for the whole bar.
        value: As the source served it; of a bar its close.
        why: In words.
        since: First session of a stretch that is set aside; None for one session.
    """

    session: date
    field: str
    value: float
    why: str
    since: date | None = None

    def words(self, symbol: str) -> str:
        """Which value of which session was set aside, and why, as a clause."""
        if self.since:
            ends = {"first": spell_date(self.since), "last": spell_date(self.session)}
            return caveat("span-set-aside", symbol=symbol, **ends, why=self.why)
        served = f"{'close ' if self.field == BAR else ''}{self.value:,.6g}"
        day = spell_date(self.session)
        return caveat("value-set-aside", symbol=symbol, field=self.field, day=day, served=served, why=self.why)


@dataclass(frozen=True)
class Bars:
    """The settled bars of one symbol up to a session.

    Attributes:
        symbol: Yahoo's symbol.
        frame: By session, ascending, without a zone; float64 columns open high low close adj_close volume.
        retrieved_at: UTC; newest retrieval among the rows used.
        publisher: ``Yahoo Finance`` or ``Footnote sample (simulated)``.
        fixed: The sample's sessions whose close published figures fix; None for real data.
        aside: What was left out of the frame because it can't be true.
    """

    symbol: str
    frame: pd.DataFrame
    retrieved_at: datetime
    publisher: str
    fixed: frozenset[date] | None = None
    aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class Market:
    """Bars of a set of symbols as of one session, and what must be known about them.

    Attributes:
        source: ``yahoo`` or ``sample``.
        as_of: Exchange session; nothing in it is later.
        last_settled: The last session that had settled at now, for age.
        bars: By symbol.
        missing: Symbol to one line why it has no bars.
        warnings: What a reader must be told: stale data, a running session, symbols lost, the sample in use.
        version: Digest of all bars held.
        listings: What the source says of each symbol, by symbol: name, currency, kind.
    """

    source: str
    as_of: date
    last_settled: date
    bars: dict[str, Bars]
    missing: dict[str, str]
    warnings: tuple[str, ...]
    version: str
    listings: Mapping[str, Listing] = field(default_factory=dict)

    def subject(self, symbol: str) -> Subject:
        """What a symbol's figures are about, with the name and currency that the source gives it."""
        return subject_for(symbol, self.listings.get(symbol))


def version_of(bars: dict[str, Bars], listings: Mapping[str, Listing] = MappingProxyType({})) -> str:
    """Digest of symbols, sessions, values and what was set aside, and of names and currencies outside the universe."""
    digest = hashlib.blake2b(digest_size=12)
    for symbol, held in sorted(bars.items()):
        digest.update(symbol.encode())
        digest.update(held.frame.index.to_numpy().astype("datetime64[D]").astype(np.int64).tobytes())
        digest.update(np.ascontiguousarray(held.frame.to_numpy()).tobytes())
        if held.aside:
            digest.update("|".join(fault.words(symbol) for fault in held.aside).encode())
        if symbol in listings and by_symbol(symbol) is None:
            digest.update("|".join(listings[symbol]).encode())
    return digest.hexdigest()
