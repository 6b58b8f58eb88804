"""How often one may call, and try at a password. All in bounded memory."""

import time
from collections import OrderedDict
from collections.abc import Callable

KEPT = 4096  # keys of each kind; the one longest unseen is forgotten first
FREE_TRIES = 5  # wrong passwords in a row that cost no waiting
LONGEST_WAIT = 60.0  # seconds between two tries at a password
FORGET = 900.0  # seconds without a wrong one after which the count begins anew


class Rate:
    """So many calls in a minute for each key, spread as the caller likes.

    Args:
        most: Calls a minute.
        clock: Seconds that only grow.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self._clock = most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> float:
        """Counts a call; 0 where it may go on, else the seconds after which one may."""
        now = self._clock()
        left, at = self._left.pop(key, (float(self.most), now))
        left = min(self.most, left + (now - at) * self.most / 60)
        allowed = left >= 1
        self._left[key] = (left - allowed, now)
        while len(self._left) > KEPT:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / self.most


class Backoff:
    """Waits that double with each wrong password, by whatever it was tried for: a name, an address.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, *keys: str) -> float:
        """The seconds until one of all the keys may be tried for again; 0 for now."""
        return max(self._wait(key) for key in keys)

    def _wait(self, key: str) -> float:
        count, at = self._wrong.get(key, (0, 0.0))
        if count < FREE_TRIES:
            return 0.0
        pause = min(LONGEST_WAIT, 2.0 ** (count - FREE_TRIES))
        return max(0.0, at + pause - self._clock())

    def wrong(self, *keys: str) -> None:
        """Notes a wrong password."""
        now = self._clock()
        for key in keys:
            count, at = self._wrong.pop(key, (0, now))
            self._wrong[key] = (min(count, 99) * (now - at < FORGET) + 1, now)
            while len(self._wrong) > KEPT:
                self._wrong.popitem(last=False)

    def right(self, *keys: str) -> None:
        """Forgets the wrong ones of keys."""
        for key in keys:
            self._wrong.pop(key, None)
