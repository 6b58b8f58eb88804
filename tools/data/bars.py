"""The bars of a market as of a session: the types, and the digest that tells one set of bars from another."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Bars:
    """The settled bars of one symbol up to a session.

    Attributes:
        symbol: Yahoo's symbol.
        frame: By session, ascending, without a zone; float64 columns open high low close adj_close volume.
        retrieved_at: UTC; newest retrieval among the rows used.
        publisher: ``Yahoo Finance`` or ``Footnote sample (simulated)``.
        fixed: The sample's sessions whose close published figures fix; None for real data.
    """

    symbol: str
    frame: pd.DataFrame
    retrieved_at: datetime
    publisher: str
    fixed: frozenset[date] | None = None


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
    """

    source: str
    as_of: date
    last_settled: date
    bars: dict[str, Bars]
    missing: dict[str, str]
    warnings: tuple[str, ...]
    version: str


def version_of(bars: dict[str, Bars]) -> str:
    """Digest of symbols, sessions and values: the same bars, the same version."""
    digest = hashlib.blake2b(digest_size=12)
    for symbol, held in sorted(bars.items()):
        digest.update(symbol.encode())
        digest.update(held.frame.index.to_numpy().astype("datetime64[D]").astype(np.int64).tobytes())
        digest.update(np.ascontiguousarray(held.frame.to_numpy()).tobytes())
    return digest.hexdigest()
