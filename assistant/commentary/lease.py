"""One writer at a time, whatever process it is in: a lease in the database, renewed while its holder lives."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import uuid4

from assistant.commentary.store import CommentaryStore
from tools.errors import StoreError

SECONDS, RENEWED = 30.0, 8.0  # a lease's length, and how often it is renewed
PAUSE, PATIENCE = 0.1, 600.0  # between two looks at whether another is done; in all
T = TypeVar("T")


@contextmanager
def waiting_lease(store: CommentaryStore, name: str, done: Callable[[], T | None]) -> Iterator[T | None]:
    """The right to do something once: None to who is to do it, what was done to all others.

    Args:
        store: Keeps the lease.
        name: Of what is done.
        done: What was done, None while it isn't.

    Raises:
        StoreError: Another process has held it for ten minutes.
    """
    found = done()
    if found is not None:
        yield found
        return
    holder = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
    until = time.monotonic() + PATIENCE
    while not store.lease(name, holder, time.time(), SECONDS, _is_gone):
        time.sleep(PAUSE)
        found = done()
        if found is not None:
            yield found
            return
        if time.monotonic() > until:
            hint = "What was stored is kept; stop the other, or wait."
            raise StoreError("Another process is writing this and doesn't end", hint)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(store, name, holder, ended), daemon=True)
    renewing.start()
    try:
        yield done()  # another may have done it between the two looks
    finally:
        ended.set()
        renewing.join()
        store.release(name, holder)


def _renew(store: CommentaryStore, name: str, holder: str, ended: threading.Event) -> None:
    while not ended.wait(RENEWED):
        try:
            store.lease(name, holder, time.time(), SECONDS)
        except StoreError:
            continue  # tried again before the lease runs out; the write itself will say what is wrong


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
