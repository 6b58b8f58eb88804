"""The commentary asked for by several processes, and by one that is killed: one is written, and the store stays whole."""

import json
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.commentary.lease import SECONDS
from tests.model_server import ModelServer, Reply, Text
from tests.page.serving import environment

ROOT = Path(__file__).resolve().parent.parent.parent


class Slow:
    """A model whose answers wait until they may go."""

    def __init__(self) -> None:
        self.go, self.asked = threading.Event(), threading.Event()
        self.sections: list[str] = []

    def __call__(self, body: dict[str, Any]) -> Reply:
        found = re.search(r'Write the section "([^"]+)"', body["messages"][-1]["content"])
        if found:
            self.sections.append(found[1])
            self.asked.set()
            self.go.wait(30)
        return Text("The Russell 2000 closed at {rut.close} on 22 January 2026.")


@pytest.fixture
def slow() -> Iterator[tuple[Slow, ModelServer]]:
    model = Slow()
    server = ModelServer(model)
    yield model, server
    model.go.set()
    server.close()


def _start(home: Path, server: ModelServer) -> "subprocess.Popen[str]":
    env = environment(home, OPENAI_BASE_URL=server.url, OPENAI_API_KEY="sk-test", FOOTNOTE_MODEL="scripted")
    command = [sys.executable, "-m", "assistant", "brief", "--json"]
    return subprocess.Popen(command, env=env, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _document(process: "subprocess.Popen[str]") -> dict[str, Any]:
    out, said = process.communicate(timeout=60)
    assert out, said
    document: dict[str, Any] = json.loads(out)
    return document


def _rows(home: Path) -> list[str]:
    connection = sqlite3.connect(home / "footnote.db")
    try:
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        return [row[0] for row in connection.execute("select id from daily_commentaries")]
    finally:
        connection.close()


def test_two_processes_at_once_make_one_commentary(tmp_path: Path, slow: tuple[Slow, ModelServer]) -> None:
    model, server = slow
    first, second = _start(tmp_path, server), _start(tmp_path, server)
    assert model.asked.wait(60)
    time.sleep(4)  # the other has come as far by now, and waits
    model.go.set()
    documents = [_document(p) for p in (first, second)]
    assert documents[0].get("id") == documents[1].get("id"), documents
    assert documents[0]["sections"] == documents[1]["sections"]
    assert _rows(tmp_path) == [documents[0]["id"]]
    assert len(model.sections) == len(set(model.sections)), "each section was asked for once"


def test_one_that_is_killed_leaves_the_store_whole_and_the_next_writes_at_once(
    tmp_path: Path, slow: tuple[Slow, ModelServer]
) -> None:
    model, server = slow
    begun = time.monotonic()
    killed = _start(tmp_path, server)
    assert model.asked.wait(60)
    to_first_section = time.monotonic() - begun
    killed.kill()
    killed.communicate(timeout=20)
    assert _rows(tmp_path) == []
    model.go.set()
    start = time.monotonic()
    output, errors = _start(tmp_path, server).communicate(timeout=60)
    waited = time.monotonic() - start - to_first_section  # so far a process comes without any lease, on this machine
    assert waited < SECONDS - 5, "the lease of a dead process isn't waited for"
    assert _rows(tmp_path) == [json.loads(output)["id"]], errors
