"""One writer at a time, whatever process or machine it is in: a lease in the database, renewed while its holder lives.

Its time is the database's: the clocks of several machines differ. Who finds that it isn't theirs any more stops.
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Generic, TypeVar
from uuid import uuid4

from sqlalchemy import Column, Engine, Float, MetaData, String, Table, delete, literal_column, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from corpus.tables import create_missing
from tools.data.tables import errors
from tools.errors import StoreError

SECONDS, RENEWED = 30.0, 8.0  # a lease's length, and how often it is renewed
PAUSE, PATIENCE = 0.1, 600.0  # between two looks at whether another is done; in all
T = TypeVar("T")
_metadata = MetaData()
_leases = Table(
    "leases",
    _metadata,
    Column("name", String(160), primary_key=True),
    Column("holder", String(160), nullable=False),
    Column("until", Float, nullable=False),
)
# Seconds since 1970 on the database's clock, as it is when the statement runs.
_CLOCK = {
    "sqlite": literal_column("((julianday('now') - 2440587.5) * 86400.0)", Float),
    "postgresql": literal_column("CAST(extract(epoch FROM clock_timestamp()) AS double precision)", Float),
}


class LeaseLost(StoreError):
    """Another took the lease over, because it could not be renewed in time; nothing was kept by this one."""

    def __init__(self) -> None:
        super().__init__("Another process took this over, so nothing was kept here", "Ask again: its text is given.")


class Leases:
    """Who may do what, until when.

    Args:
        engine: The database.

    Raises:
        StoreError: The database can't be read or written.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine, self._clock = engine, _CLOCK[engine.dialect.name]
        with _errors():
            create_missing(_metadata, engine)

    def take(
        self, name: str, holder: str, seconds: float = SECONDS, is_gone: Callable[[str], bool] | None = None
    ) -> bool:
        """Takes, or renews, the right to do something.

        Args:
            name: What is to be done.
            holder: Who asks; whoever holds it already keeps it.
            seconds: For how long.
            is_gone: Tells whether another holder is known not to live any more.

        Returns:
            Whether it is this holder's now.
        """
        c, until = _leases.c, self._clock + seconds
        with _errors(), self._engine.begin() as connection:
            free = [c.holder == holder, c.until < self._clock]
            if is_gone is not None:
                other = connection.execute(select(c.holder).where(c.name == name)).scalar()
                free += [c.holder == other] if other and is_gone(other) else []
            made: Any = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name].insert(_leases)
            mine = made.values(name=name, holder=holder, until=until).on_conflict_do_update(
                index_elements=[c.name], set_={"holder": holder, "until": until}, where=or_(*free)
            )
            return connection.execute(mine.returning(c.holder)).first() is not None

    def renew(self, name: str, holder: str, seconds: float = SECONDS) -> bool:
        """Holds a lease for longer; whether it is still this holder's. One that was given up isn't taken anew."""
        c = _leases.c
        longer = update(_leases).where(c.name == name, c.holder == holder).values(until=self._clock + seconds)
        with _errors(), self._engine.begin() as connection:
            return connection.execute(longer).rowcount == 1

    def release(self, name: str, holder: str) -> None:
        """Gives a lease back."""
        with _errors(), self._engine.begin() as connection:
            connection.execute(delete(_leases).where(_leases.c.name == name, _leases.c.holder == holder))


class Lease(Generic[T]):
    """What one got who asked for a lease.

    Attributes:
        found: What another did meanwhile; None to who is to do it.
    """

    def __init__(self, found: T | None, still_mine: Callable[[], bool] = lambda: True) -> None:
        self.found, self._still_mine = found, still_mine
        self._lost = threading.Event()

    @property
    def is_lost(self) -> bool:
        """Whether a renewal was refused, or came too late."""
        return self._lost.is_set()

    def check(self) -> None:
        """Makes sure, with the database, that it is still this process's: before what was done is kept.

        Raises:
            LeaseLost: It is another's.
            StoreError: The database can't be asked.
        """
        if self.is_lost or not self._still_mine():
            self._lost.set()
            raise LeaseLost

    def keep(self, ended: threading.Event, stop: threading.Event) -> None:
        """Renews it until it ends, or is lost: then ``stop`` is set."""
        sure = time.monotonic()
        while not ended.wait(RENEWED):
            asked = time.monotonic()
            try:
                mine = self._still_mine()
            except StoreError:  # tried again, as long as nobody else may have taken it
                mine = asked - sure < SECONDS - RENEWED
            else:
                sure = asked
            if not mine:
                self._lost.set()
                stop.set()
                return


@contextmanager
def waiting_lease(
    leases: Leases, name: str, done: Callable[[], T | None], stop: threading.Event | None = None
) -> Iterator[Lease[T]]:
    """The right to do something once: to who is to do it, or with what was done to all others.

    Args:
        leases: Where it is kept.
        name: Of what is done.
        done: What was done, None while it isn't.
        stop: Set where the lease is lost while it is done.

    Raises:
        StoreError: Another process has held it for ten minutes.
    """
    found = done()
    if found is not None:
        yield Lease(found)
        return
    holder = _holder()
    until = time.monotonic() + PATIENCE
    while not leases.take(name, holder, is_gone=_is_gone):
        time.sleep(PAUSE)
        found = done()
        if found is not None:
            yield Lease(found)
            return
        if time.monotonic() > until:
            hint = "What was stored is kept; stop the other, or wait."
            raise StoreError("Another process is writing this and doesn't end", hint)
    with _held(leases, name, holder, done, stop or threading.Event()) as lease:
        yield lease


@contextmanager
def tried_lease(leases: Leases, name: str) -> Iterator[bool]:
    """Whether one has the right to do something now, for as long as the block lasts; nobody is waited for."""
    holder = _holder()
    if not leases.take(name, holder, is_gone=_is_gone):
        yield False
        return
    with _held(leases, name, holder, lambda: None, threading.Event()):
        yield True


@contextmanager
def _held(
    leases: Leases, name: str, holder: str, done: Callable[[], T | None], stop: threading.Event
) -> Iterator[Lease[T]]:
    """A lease that was taken, renewed until the block ends, and then given back."""
    ended = threading.Event()
    try:
        # Looked at once more: another may have done it between the last look and the taking.
        lease = Lease(done(), lambda: leases.renew(name, holder))
        threading.Thread(target=lease.keep, args=(ended, stop), daemon=True).start()
        yield lease
    finally:
        ended.set()
        leases.release(name, holder)


def _holder() -> str:
    return f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"


def _errors() -> AbstractContextManager[None]:
    return errors("The lease on writing could not be kept or read")


def _is_gone(holder: str) -> bool:
    """Whether a holder is a process of this machine that has ended."""
    host, _, rest = holder.partition(":")
    number = rest.partition(":")[0]
    if host != socket.gethostname() or not number.isdigit() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
