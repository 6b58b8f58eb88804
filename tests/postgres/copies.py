"""Copies of the page as processes on one database, and what a visitor does with them over HTTP."""

import base64
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.page.serving import ROOT, environment
from tests.page.test_interfaces import call

PATIENCE = 120  # seconds: several copies start on two cores that others use too
NOTE = "---\nauthor: {author}\npublished: 2026-01-20\ntitle: {title}\n---\n{text}\n"


@dataclass
class Copy:
    """A running copy.

    Attributes:
        url: Its address.
        process: It.
    """

    url: str
    process: "subprocess.Popen[str]"

    def kill(self) -> None:
        """Ends it as a machine that fails does."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=20)


def start(home: Path, **settings: str) -> Copy:
    """A copy that listens."""
    process = subprocess.Popen(
        [sys.executable, "app.py"], env=environment(home, **settings), cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    line = process.stdout.readline()
    assert line.startswith("Footnote is at http://"), line + process.stderr.read()
    return Copy(line.split()[3], process)


@contextmanager
def copies(folder: Path, **settings: str) -> Iterator[list[Copy]]:
    """Two copies, each with a home of its own, begun together and ready."""
    with ThreadPoolExecutor(2) as pool:
        begun = list(pool.map(lambda n: start(folder / f"home{n}", **settings), (1, 2)))
    try:
        for copy in begun:
            wait_ready(copy.url)
        yield begun
    finally:
        for copy in begun:
            with suppress(ProcessLookupError):
                copy.process.terminate()
        for copy in begun:
            copy.process.communicate(timeout=60)


def wait_ready(url: str) -> dict[str, Any]:
    """What a copy says of itself when it may be asked."""
    until = time.monotonic() + PATIENCE
    while True:
        told = httpx.get(f"{url}/readyz", timeout=20)
        if told.status_code == 200:
            return dict(told.json())
        assert time.monotonic() < until, told.text
        time.sleep(0.5)


@dataclass
class Visitor:
    """A person with a cookie, who may be served by any copy."""

    cookie: str
    headers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.headers = {"cookie": self.cookie}

    @classmethod
    def at(cls, url: str) -> "Visitor":
        """One who comes for the first time."""
        with urllib.request.urlopen(f"{url}/") as reply:
            return cls(reply.headers["set-cookie"].split(";")[0])

    def ask(self, url: str, question: str, thread: str = "", model: str = "builtin") -> dict[str, Any]:
        """Asks a copy; the contract's answer."""
        return call(url, "ask", question, "", model, thread, headers=self.headers)

    def finds(self, url: str, words: str) -> set[str]:
        """The documents that a search of the library finds."""
        return {hit["document"] for hit in call(url, "search", words, "", "", 3, headers=self.headers)["hits"]}

    def add(self, url: str, name: str, author: str, text: str, *, shared: bool) -> str:
        """Adds a file on the page, as its script and its form do; what the page says of it."""
        content = NOTE.format(author=author, title=f"A note on {name}", text=text).encode()
        given = f"{name}.md|{base64.b64encode(content).decode()}|token"
        page = httpx.get(f"{url}/config", headers=self.headers).json()
        session = uuid.uuid4().hex
        self._press(url, session, _event(page, "fn-library-file", "change"), [given, None])
        form = [author, "", "2026-01-20", "none", "", f"A note on {name}", "", "", ""]
        return self._press(url, session, _event(page, "fn-draft-keep", "click"), [None, shared, *form])

    def _press(self, url: str, session: str, function: int, data: list[object]) -> str:
        body = {"data": data, "fn_index": function, "session_hash": session, "event_data": None, "trigger_id": None}
        with httpx.Client(headers=self.headers, timeout=60) as client:
            client.post(f"{url}/gradio_api/queue/join", json=body).raise_for_status()
            with client.stream("GET", f"{url}/gradio_api/queue/data?session_hash={session}") as stream:
                for line in stream.iter_lines():
                    if line.startswith("data:") and (said := json.loads(line[5:]))["msg"] == "process_completed":
                        assert said["success"], said
                        return json.dumps(said["output"])
        raise AssertionError("the stream ended without an answer")


def _event(page: dict[str, Any], element: str, name: str) -> int:
    """The number of what the page does at an event of an element."""
    part = next(c["id"] for c in page["components"] if c["props"].get("elem_id") == element)
    return int(next(d["id"] for d in page["dependencies"] if [part, name] in [list(t) for t in d["targets"]]))
