"""Whether this copy lives, and whether it may be asked: for whoever shares requests out among several.

Asked for without a password, so it tells words of its own and no fault's: those are in the log.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import anyio
import anyio.to_thread
from fastapi import FastAPI
from starlette.responses import JSONResponse

from assistant.program import Program
from tools.data.sessions import now, sessions_between

ALIVE, READY = "/healthz", "/readyz"
OLDEST = 5  # sessions that bars may be behind
LOOKED_EVERY = 60.0  # seconds between two looks at bars and index while something lacks or may have aged
HELD = 1.0  # seconds that an answer is good for, however often it is asked for
PATIENCE = 3.0  # seconds that the database has to answer
OK, FAILING, MISSING, OLD = "ok", "failing", "missing", "old"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Readiness:
    """What a copy needs to answer.

    Attributes:
        database: ``ok``, or ``failing``.
        index: ``ok``, or ``missing``: not built yet, or it can't be.
        data: ``ok``; ``missing`` without any bars, ``old`` more than five sessions behind.
        age: Sessions that the bars are behind; None without any.
        stopping: Whether it takes no more questions.
    """

    database: str
    index: str
    data: str
    age: int | None
    stopping: bool

    @property
    def ready(self) -> bool:
        """Whether it may be asked."""
        return (self.database, self.index, self.data, self.stopping) == (OK, OK, OK, False)


class Health:
    """Looks after what a copy needs; a look at bars or index is made aside, since it may fetch or build.

    Args:
        program: What answers.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._looked = 0.0
        self._age: int | None = None
        self._last: tuple[float, Readiness] | None = None
        self._asking = anyio.CapacityLimiter(2)

    async def readiness(self) -> Readiness:
        """How it stands; a database that doesn't answer in time is failing."""
        if self._last and time.monotonic() - self._last[0] < HELD:
            return self._last[1]
        found = Readiness(FAILING, MISSING, MISSING, self._age, self._program.seats.closed)
        with anyio.move_on_after(PATIENCE):
            found = await anyio.to_thread.run_sync(self._stand, abandon_on_cancel=True, limiter=self._asking)
        self._last = (time.monotonic(), found)
        return found

    def _stand(self) -> Readiness:
        database, index = OK, MISSING
        try:
            index = OK if self._program.holdings.has_index else MISSING
        except Exception:  # noqa: BLE001 (whatever it is: told by a word, and logged)
            _log.warning("the database does not answer", exc_info=True)
            database = FAILING
        if time.monotonic() - self._looked > LOOKED_EVERY:
            threading.Thread(target=self.look, daemon=True).start()
        data = MISSING if self._age is None else OLD if self._age > OLDEST else OK
        return Readiness(database, index, data, self._age, self._program.seats.closed)

    def look(self) -> None:
        """Opens the index and brings the bars up to date, where nobody asked a question that did so."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            self._looked = time.monotonic()
            self._tried("the bars", self._fetch)
            self._tried("the index", self._open_index)
        finally:
            self._lock.release()

    def _tried(self, what: str, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception:  # noqa: BLE001 (tried again at a later look)
            _log.warning("%s could not be made ready", what, exc_info=True)

    def _open_index(self) -> None:
        self._program.library.search("speculation in small companies", as_of=now().date(), k=1)

    def _fetch(self) -> None:
        market = self._program.evidence().market
        self._age = sessions_between(market.as_of, market.last_settled)


def add_health(app: FastAPI, health: Health) -> None:
    """Adds the two routes, before the page is mounted on all others."""

    @app.get(ALIVE)
    async def alive() -> JSONResponse:
        return JSONResponse({"alive": True})

    @app.get(READY)
    async def ready() -> JSONResponse:
        found = await health.readiness()
        return JSONResponse({"ready": found.ready, **asdict(found)}, 200 if found.ready else 503)
