"""The replay of Yahoo's protocol as a subprocess, with its faults and its clock at hand."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SCRIPT = SHARED / "yahoo" / "replay.py"
NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Replay:
    """A running replay.

    Attributes:
        env: Variables that send yfinance to it.
    """

    env: dict[str, str]

    def _control(self, path: str, body: dict[str, object] | None = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self.env["REPLAY_CONTROL"] + path, data, timeout=10) as answer:
            return json.load(answer)

    def mode(self, now: datetime | None = None, **modes: str) -> None:
        """Switch faults by symbol (``all`` for every one), set the exchange's clock, clear the log."""
        body: dict[str, object] = {("*" if name == "all" else name): mode for name, mode in modes.items()}
        if now:
            body["now"] = int(now.timestamp())
        self._control("/__mode", body)

    def reset(self) -> None:
        """No faults, and the clock on the evening of 22 January 2026."""
        self.mode(NOW, all="ok")

    def log(self) -> list[str]:
        """Paths of the chart requests since the last switch."""
        entries = self._control("/__log")
        assert isinstance(entries, list)
        return [path for _, path in entries if "/v8/finance/chart/" in path]


@contextmanager
def replaying(now: datetime = NOW) -> Iterator[Replay]:
    """A replay that stops when the block ends."""
    command = [sys.executable, str(SCRIPT), "--now", now.isoformat()]
    environment = {k: v for k, v in os.environ.items() if k != "HTTPS_PROXY"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout
    try:
        lines = [process.stdout.readline().strip() for _ in range(5)]
        yield Replay(dict(line.split("=", 1) for line in lines))
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
