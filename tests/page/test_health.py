"""What a copy tells of itself to whoever shares requests out."""

import asyncio
from pathlib import Path

import pytest

from assistant.page.serving.health import Health
from assistant.program import Program
from assistant.settings import read_settings


def test_a_copy_is_ready_once_it_has_bars_and_an_index(program: Program) -> None:
    health = Health(program)
    health._looked = float("inf")  # it doesn't look by itself here
    before = asyncio.run(health.readiness())
    assert (before.ready, before.database, before.data, before.age) == (False, "ok", "missing", None)
    health.look()
    health._last = None
    after = asyncio.run(health.readiness())
    assert (after.ready, after.index, after.data, after.age) == (True, "ok", "ok", 0)
    program.seats.close()
    health._last = None
    stopping = asyncio.run(health.readiness())
    assert (stopping.ready, stopping.stopping) == (False, True)


def test_bars_of_long_ago_are_no_readiness(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-02-20T22:30:00Z")
    program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
    health = Health(program)
    health.look()
    found = asyncio.run(health.readiness())
    assert (found.ready, found.index, found.data) == (False, "ok", "old")
    assert found.age is not None
    assert found.age > 5
    program.close()
