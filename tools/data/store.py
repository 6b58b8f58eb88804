"""What is kept of market data: bars and actions as retrieved, names, fetches, computed facts. Nothing is overwritten.

Only this module and its tables import SQLAlchemy in this package.
"""

import base64
import json
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, Engine, func, select

from corpus.tables import taking_turns
from tools.data.observations import Observation, Observations
from tools.data.rows import (
    FIELDS,
    Attempt,
    Events,
    Extent,
    Stored,
    changed,
    changed_events,
    instant_of,
    newest_rows,
    rows_of,
    stamp_of,
)
from tools.data.tables import (
    actions,
    bars,
    create_tables,
    errors,
    facts,
    fetches,
    insert_rows,
    listings,
    names,
    observations,
)
from tools.listings import Listing

__all__ = ["KnownName", "Store", "create_tables", "facts"]


class KnownName(NamedTuple):
    """What a search said of a name.

    Attributes:
        symbol: Yahoo's symbol; empty where the search knew nothing by that name.
        name: The name it found; without a symbol the nearest one, or empty.
        kind: Type of instrument, as ``Listing.kind``.
        at: When it was asked.
    """

    symbol: str
    name: str
    kind: str
    at: datetime


class Store:
    """Reading and writing over an engine handed in; every transaction is short.

    Args:
        engine: SQLite or PostgreSQL, with the tables of ``create_tables``.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def stamp(self, now: datetime) -> int:
        """A number that changes with every write of bars visible at an instant.

        Fetches are counted: the greatest number stays the same when one that was given a lower number is committed
        after it.
        """
        f = fetches.c
        query = select(func.count()).select_from(fetches).where(f.at <= stamp_of(now), f.symbol.not_like("fred:%"))
        with errors(), self.engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def last_settled(self, symbols: Sequence[str], now: datetime) -> dict[str, date]:
        """The last settled session of each symbol that has one, of rows retrieved up to an instant."""
        c = bars.c
        seen = select(c.session).where(c.settled == 1, c.retrieved_at <= stamp_of(now))
        out = {}
        with errors(), self.engine.connect() as connection:
            for symbol in symbols:  # one step down the key each, where a grouped query would read every row
                last = connection.execute(seen.where(c.symbol == symbol).order_by(c.session.desc()).limit(1)).scalar()
                if last:
                    out[symbol] = date.fromisoformat(last)
        return out

    def is_empty(self) -> bool:
        """Whether no bar was ever stored."""
        with errors(), self.engine.connect() as connection:
            return connection.execute(select(bars.c.symbol).limit(1)).first() is None

    def extents(self, now: datetime) -> dict[str, Extent]:
        """First and last settled session of each symbol that has one, of rows retrieved up to an instant."""
        c = bars.c
        query = (
            select(c.symbol, c.settled, func.min(c.session), func.max(c.session),
                   func.count(c.session.distinct()), func.max(c.retrieved_at))
            .where(c.retrieved_at <= stamp_of(now)).group_by(c.symbol, c.settled)
        )  # fmt: skip
        with errors(), self.engine.connect() as connection:
            rows = {(r[0], r[1]): r for r in connection.execute(query)}
        out = {}
        for (symbol, settled), row in rows.items():
            if settled:
                last, unsettled = date.fromisoformat(row[3]), rows.get((symbol, 0))
                ahead = date.fromisoformat(unsettled[3]) if unsettled and unsettled[3] > row[3] else None
                out[symbol] = Extent(date.fromisoformat(row[2]), last, row[4], instant_of(row[5]), ahead)
        return out

    def read(self, symbols: Sequence[str], now: datetime, since: date | None = None) -> dict[str, Stored]:
        """The newest row of each session of each symbol, of rows retrieved up to an instant.

        Args:
            symbols: Yahoo symbols.
            now: Rows retrieved later are not seen.
            since: First session wanted.
        """
        with errors(), self.engine.connect() as connection:
            return {s: found for s in symbols if (found := _read(connection, s, now, since)) is not None}

    def revised(self, since: datetime, now: datetime) -> list[tuple[str, datetime]]:
        """Sessions whose settled bar was retrieved anew with other values, each with the instant of the retrieval.

        Args:
            since: Retrievals up to then don't count.
            now: Nor do later ones than this.
        """
        new, old = bars.alias(), bars.alias()
        before = select(old.c.session).where(
            old.c.symbol == new.c.symbol, old.c.session == new.c.session, old.c.settled == 1,
            old.c.retrieved_at < new.c.retrieved_at,
        )  # fmt: skip
        query = (
            select(new.c.session, new.c.retrieved_at)
            .where(new.c.settled == 1, new.c.retrieved_at > stamp_of(since), new.c.retrieved_at <= stamp_of(now))
            .where(before.exists())
            .distinct()
        )
        with errors(), self.engine.connect() as connection:
            return [(row[0], instant_of(row[1])) for row in connection.execute(query)]

    def save(
        self,
        symbol: str,
        frame: pd.DataFrame,
        dividends: dict[date, float],
        splits: dict[date, float],
        *,
        retrieved_at: datetime,
        settled: npt.NDArray[np.bool_],
        listing: Listing | None = None,
    ) -> int:
        """Keep what was fetched: new bars and changed ones as new rows, new actions, and that it was fetched.

        Args:
            symbol: Yahoo's symbol.
            frame: Bars by session, columns open high low close volume.
            dividends: Value by ex-date.
            splits: Ratio by ex-date.
            retrieved_at: Instant of the retrieval.
            settled: For each bar whether its session had settled by then.
            listing: What the source says of the symbol; None keeps what was held.

        Returns:
            How many rows of bars were added.
        """
        stamp = stamp_of(retrieved_at)
        # Of two that fetched the same at once, the second finds nothing new.
        with errors(), taking_turns(self.engine, f"bars {symbol}") as connection:
            for kind, events in (("split", splits), ("dividend", dividends)):
                _save_actions(connection, symbol, kind, events, retrieved_at)
            if listing and _read_listings(connection, [symbol], retrieved_at).get(symbol) != listing:
                insert_rows(connection, listings, [(symbol, stamp, *listing[1:])])
            old = _read(connection, symbol, retrieved_at, frame.index[0].date())
            rows = rows_of(symbol, frame, settled, stamp, changed(frame, settled, old))
            insert_rows(connection, bars, rows)
            insert_rows(connection, fetches, [(symbol, stamp, "ok", f"{len(rows)} rows")], fetches.c.keys()[1:])
        return len(rows)

    def listings(self, symbols: Sequence[str], now: datetime) -> dict[str, Listing]:
        """What the source said last of each symbol that it said anything of, up to an instant."""
        with errors(), self.engine.connect() as connection:
            return _read_listings(connection, symbols, now)

    def known_name(self, name: str, now: datetime) -> KnownName | None:
        """What the search said last of a name, up to an instant; None where it was never asked."""
        c = names.c
        query = (
            select(c.symbol, c.found, c.kind, c.at)
            .where(c.name == name, c.at <= stamp_of(now)).order_by(c.at.desc()).limit(1)
        )  # fmt: skip
        with errors(), self.engine.connect() as connection:
            row = connection.execute(query).first()
        return KnownName(row[0], row[1], row[2], instant_of(row[3])) if row else None

    def save_name(self, name: str, known: KnownName) -> None:
        """Keep what the search said of a name."""
        with errors(), self.engine.begin() as connection:
            row = (name, stamp_of(known.at), known.symbol, known.name, known.kind)
            insert_rows(connection, names, [row])

    def note_failure(self, symbol: str, at: datetime, outcome: str, message: str) -> None:
        """Keep that a fetch failed, and why."""
        with errors(), self.engine.begin() as connection:
            insert_rows(connection, fetches, [(symbol, stamp_of(at), outcome, message)], fetches.c.keys()[1:])

    def attempts(self, symbols: Sequence[str], now: datetime) -> dict[str, Attempt]:
        """The last fetch of each symbol up to an instant."""
        f = fetches.c
        last = (
            select(f.symbol, f.at, f.outcome, f.message).where(f.at <= stamp_of(now)).order_by(f.at.desc(), f.id.desc())
        )
        out = {}
        with errors(), self.engine.connect() as connection:
            for symbol in symbols:  # one step down the index each; numbers don't tell which of two copies was later
                if row := connection.execute(last.where(f.symbol == symbol, f.at <= stamp_of(now))).first():
                    out[row[0]] = Attempt(instant_of(row[1]), row[2], row[3])
        return out

    def save_observations(self, fetched: Observations, name: str) -> int:
        """Keep what was fetched of an economic series: new observations and revised ones as new rows.

        Args:
            fetched: The observations.
            name: Under which the fetch is noted, such as ``fred:ICSA``.

        Returns:
            How many rows were added.
        """
        stamp, vintages = stamp_of(fetched.retrieved_at), fetched.vintages
        with errors(), taking_turns(self.engine, f"observations {fetched.series}") as connection:
            held = {
                (o.period, o.known_from): o.value
                for o, _ in _read_observations(connection, fetched.series, fetched.retrieved_at, vintages=vintages)
            }
            new = [o for o in fetched.rows if held.get((o.period, o.known_from)) != o.value]
            rows = [(fetched.series, o.period.isoformat(), _day(o.known_from), stamp, o.value) for o in new]
            insert_rows(connection, observations, rows)
            insert_rows(connection, fetches, [(name, stamp, "ok", f"{len(rows)} rows")], fetches.c.keys()[1:])
        return len(rows)

    def read_observations(
        self, series: Sequence[str], now: datetime, *, since: date, known: tuple[date, date] | None = None
    ) -> dict[str, Observations]:
        """The newest value of each observation of each series that has any, of rows retrieved up to an instant.

        Args:
            series: The source's names of them.
            now: Rows retrieved later are not seen.
            since: First period wanted.
            known: First and last day on which a value became known; None for the latest vintage.
        """
        out = {}
        with errors(), self.engine.connect() as connection:
            for name in series:
                rows = _read_observations(connection, name, now, vintages=bool(known), since=since)
                if known:
                    rows = [(o, at) for o, at in rows if o.known_from and known[0] <= o.known_from <= known[1]]
                if rows:
                    out[name] = Observations(name, tuple(o for o, _ in rows), instant_of(max(at for _, at in rows)))
        return out

    def read_facts(self, key: tuple[str, str, str]) -> Any | None:
        """The computed facts kept under (source, as_of, version), None without any."""
        source, as_of, version = key
        f = facts.c
        query = select(f.payload).where(f.source == source, f.as_of == as_of, f.version == version)
        with errors(), self.engine.connect() as connection:
            payload = connection.execute(query).scalar()
        return None if payload is None else json.loads(_unpacked(payload))

    def write_facts(self, key: tuple[str, str, str], payload: Any) -> None:
        """Keep computed facts, as JSON, packed; facts already kept under the key stay."""
        text = _packed(json.dumps(payload, separators=(",", ":")))
        with errors(), self.engine.begin() as connection:
            insert_rows(connection, facts, [(*key, text)])


# A day's catalogue is 2.2 MB of JSON that repeats itself: packed it is a tenth, and as quick to read.
_PACKED = "zlib:"


def _packed(text: str) -> str:
    return _PACKED + base64.b64encode(zlib.compress(text.encode())).decode()


def _unpacked(text: str) -> str:
    packed = text.startswith(_PACKED)  # what was kept before is plain
    return zlib.decompress(base64.b64decode(text.removeprefix(_PACKED))).decode() if packed else text


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read_observations(
    connection: Connection, series: str, now: datetime, *, vintages: bool, since: date = date.min
) -> list[tuple[Observation, str]]:
    """Newest value of each period and vintage with its stamp; the latest vintage alone, or those that are known."""
    o = observations.c
    query = (
        select(o.period, o.known_from, o.value, o.retrieved_at)
        .where(o.series == series, o.period >= since.isoformat(), o.retrieved_at <= stamp_of(now))
        .where(o.known_from != "" if vintages else o.known_from == "")
        .order_by(o.period, o.known_from, o.retrieved_at)
    )
    newest = {(row[0], row[1]): row for row in connection.execute(query)}
    return [
        (Observation(date.fromisoformat(day), value, date.fromisoformat(known) if known else None), at)
        for day, known, value, at in newest.values()
    ]


def _read_listings(connection: Connection, symbols: Sequence[str], now: datetime) -> dict[str, Listing]:
    c = listings.c
    query = (
        select(c.symbol, c.name, c.currency, c.kind)
        .where(c.symbol.in_(symbols), c.retrieved_at <= stamp_of(now))
        .order_by(c.symbol, c.retrieved_at)
    )
    return {row[0]: Listing(*row) for row in connection.execute(query)}


def _read_actions(connection: Connection, symbol: str, kind: str, now: datetime) -> Events:
    """Newest value and stamp by ex-date."""
    a = actions.c
    query = (
        select(a.session, a.value, a.retrieved_at)
        .where(a.symbol == symbol, a.kind == kind, a.retrieved_at <= stamp_of(now))
        .order_by(a.session, a.retrieved_at)
    )
    return {date.fromisoformat(r[0]): (r[1], r[2]) for r in connection.execute(query)}


def _save_actions(connection: Connection, symbol: str, kind: str, events: dict[date, float], at: datetime) -> None:
    known = _read_actions(connection, symbol, kind, at)
    splits = {} if kind == "split" else _read_actions(connection, symbol, "split", at)
    new = changed_events(events, known, splits)
    insert_rows(connection, actions, [(symbol, day.isoformat(), kind, stamp_of(at), v) for day, v in new.items()])


def _read(connection: Connection, symbol: str, now: datetime, since: date | None) -> Stored | None:
    c = bars.c
    query = (
        select(c.session, c.retrieved_at, c.settled, *(c[name] for name in FIELDS))
        .where(c.symbol == symbol, c.retrieved_at <= stamp_of(now))
        .order_by(c.session, c.retrieved_at)
    )
    if since:
        query = query.where(c.session >= since.isoformat())
    cursor = connection.execute(query).cursor  # the driver's tuples: SQLAlchemy's rows take three times as long
    splits, dividends = (_read_actions(connection, symbol, kind, now) for kind in ("split", "dividend"))
    return newest_rows(cursor.fetchall() if cursor else [], splits, dividends)
