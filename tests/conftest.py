"""Fixtures shared by all tests: evidence over the sample, with no network and no ../shared; the replay of Yahoo; scripted models."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.gate.gate import Gate
from assistant.program import Program
from assistant.settings import read_settings
from corpus.document import Passage
from tests.built_index import give_index, remove_index
from tests.model_server import ModelServer, Reply
from tests.replay import SCRIPT, Replay, replaying

NOW = "2026-01-22T22:30:00Z"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Removes the index that the run built, at the end of its last process."""
    if not hasattr(session.config, "workerinput"):
        remove_index()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("home")
    give_index(made)
    return made


@pytest.fixture
def program(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A running program on the sample."""
    monkeypatch.setenv("FOOTNOTE_NOW", NOW)
    running = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
    yield running
    running.close()


@pytest.fixture
def evidence(program: Program) -> Evidence:
    return program.evidence()


MakeGate = Callable[..., Gate]


@pytest.fixture
def gate(program: Program, evidence: Evidence) -> MakeGate:
    """Makes a gate over the whole catalogue and the passages named."""
    people = {n: p.name for p in program.library.people for n in (p.name.lower(), p.last_name)}

    def make(*passages: str, prefixes: tuple[str, ...] = ()) -> Gate:
        facts = evidence.catalogue.find(*prefixes) if prefixes else evidence.catalogue.facts
        held: list[Passage] = [p for name in passages if (p := program.library.get(name))]
        assert len(held) == len(passages)
        return Gate(Ledger(facts, held), evidence.as_of, date(2026, 1, 22), people)

    return make


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ModelServer]]:
    """Starts scripted model servers and points the environment at the last one."""
    servers: list[ModelServer] = []

    def start(*replies: Reply) -> ModelServer:
        servers.append(ModelServer(replies))
        monkeypatch.setenv("OPENAI_BASE_URL", servers[-1].url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        return servers[-1]

    yield start
    for server in servers:
        server.close()


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
