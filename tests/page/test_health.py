"""What a copy tells of itself to whoever shares requests out."""

import asyncio
from pathlib import Path

import httpx
import pytest

from assistant.page.passwords import hash_password
from assistant.page.serving.health import Health
from assistant.program import Program
from assistant.settings import read_settings
from tests.page.serving import environment, served


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


def test_both_are_told_without_a_password_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "users").write_text(f"ann:{hash_password('long enough')}\n", encoding="utf-8")
    with served(environment(tmp_path / "home", FOOTNOTE_AUTH=str(tmp_path / "users"))) as url:
        assert httpx.get(f"{url}/healthz", headers={"host": "10.0.0.7:7860"}).json() == {"alive": True}
        told = httpx.get(f"{url}/readyz")
        assert told.status_code in (200, 503)
        assert set(told.json()) == {"ready", "database", "index", "data", "age", "stopping"}
        assert "set-cookie" not in told.headers
        assert httpx.post(f"{url}/readyz").status_code in (401, 404)
        assert httpx.get(f"{url}/").status_code == 401
