"""Fixtures shared by all tests."""

from collections.abc import Iterator

import pytest

from tests.replay import SCRIPT, Replay, replaying


@pytest.fixture(scope="session")
def _replay_process() -> Iterator[Replay]:
    if not SCRIPT.exists():
        pytest.skip("needs ../shared, which holds the replay of Yahoo's protocol")
    with replaying() as running:
        yield running


@pytest.fixture
def replay(_replay_process: Replay, monkeypatch: pytest.MonkeyPatch) -> Replay:
    """The replay at its first instant without faults, and the environment that sends yfinance to it."""
    _replay_process.reset()
    for name, value in _replay_process.env.items():
        monkeypatch.setenv(name, value)
    return _replay_process
