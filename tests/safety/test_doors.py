"""What a stranger may try at the server: headers that name another, methods that fetch, passwords, crowds."""

import asyncio
import base64
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.bounds import Busy, Seats
from assistant.page.passwords import hash_password
from assistant.page.serving.guard import CALLS_A_MINUTE, read_credentials
from assistant.page.serving.limits import FREE_TRIES, KEPT, LONGEST_WAIT, Backoff, Rate
from tests.loopback import Front, refusing
from tests.page.serving import environment, served
from tests.page.test_server import _call

ACCEPTED = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
DOOR = "/gradio_api/mcp/"


def rpc(page: str, method: str, params: dict[str, Any], headers: dict[str, str] | None = None) -> str:
    """What the MCP server answers to one message."""
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return httpx.post(page + DOOR, json=body, headers={**ACCEPTED, **(headers or {})}, timeout=60, trust_env=False).text


@pytest.fixture(scope="module")
def fronted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Front]]:
    """A page whose every way out is a proxy that refuses and notes who asked."""
    with refusing() as front, served({**environment(tmp_path_factory.mktemp("home")), **front.env}) as page:
        yield page, front


@pytest.mark.parametrize("name", ["x-forwarded-host", "x-gradio-server", "x-forwarded-proto", "forwarded"])
def test_no_header_makes_the_server_fetch_from_another_host(fronted: tuple[str, Front], name: str) -> None:
    page, front = fronted
    target = front.env["HTTP_PROXY"].removeprefix("http://")
    value = f"http://{target}/" if name == "x-gradio-server" else f"host={target}" if name == "forwarded" else target
    for method, params in (
        ("resources/read", {"uri": "footnote://x"}),
        ("resources/list", {}),
        ("prompts/list", {}),
        ("prompts/get", {"name": "ask"}),
    ):
        assert '"error"' in rpc(page, method, params, {name: value})
    assert target not in httpx.get(page + DOOR, headers={name: value}, trust_env=False).text
    assert front.connects == []


def test_tools_are_still_listed_and_called(page: str) -> None:
    assert '"facts"' in rpc(page, "tools/list", {})
    told = rpc(page, "tools/call", {"name": "facts", "arguments": {"prefixes": "rut.close"}})
    assert "2,718.77" in told


@given(st.one_of(st.text(max_size=40), st.binary(max_size=40).map(lambda b: b.decode("latin-1"))))
def test_any_authorization_header_is_read_or_refused(text: str) -> None:
    for header in (text, f"Basic {text}", f"Basic {base64.b64encode(text.encode('utf-8', 'replace')).decode()}"):
        found = read_credentials(header)
        assert found is None or isinstance(found.user, str)


@pytest.fixture
def guarded(tmp_path: Path) -> Any:
    (tmp_path / "users").write_text(f"ann:{hash_password('long enough')}\nbob:{hash_password('quite long')}\n")
    with served(environment(tmp_path / "home", FOOTNOTE_AUTH=str(tmp_path / "users"))) as url:
        yield url


def test_a_header_that_is_no_basic_ends_in_401_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "users").write_text(f"ann:{hash_password('long enough')}\n")
    env = environment(tmp_path / "home", FOOTNOTE_AUTH=str(tmp_path / "users"))
    process = subprocess.Popen([sys.executable, "app.py"], env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    try:
        assert process.stdout
        url = process.stdout.readline().split()[3]
        for header in (b"Basic \xff", b"Basic", b"Basic \xc3\xbf", b"Bearer x", b"Basic " + base64.b64encode(b"\xff:")):
            assert httpx.get(url, headers={b"authorization": header}, trust_env=False).status_code == 401
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors


def test_guessing_passwords_waits_longer_each_time_and_costs_no_other_name(guarded: str) -> None:
    with httpx.Client(trust_env=False) as client:
        assert client.get(guarded, auth=("ann", "long enough")).status_code == 200
        seen = [client.get(guarded, auth=("ann", f"guess {n}")) for n in range(FREE_TRIES + 3)]
        assert [r.status_code for r in seen[:FREE_TRIES]] == [401] * FREE_TRIES
        assert seen[-1].status_code == 429
        assert int(seen[-1].headers["retry-after"]) >= 1
        # Who is known already isn't locked out by another's guessing.
        assert client.get(guarded, auth=("ann", "long enough")).status_code == 200


def test_the_back_off_doubles_to_a_minute_and_forgets() -> None:
    now = [0.0]
    tries = Backoff(lambda: now[0])
    waits = []
    for _ in range(FREE_TRIES + 12):
        waits.append(tries.wait("name ann", "from 10.0.0.1"))
        now[0] += waits[-1]
        tries.wrong("name ann", "from 10.0.0.1")
    assert waits[:FREE_TRIES] == [0.0] * FREE_TRIES
    assert waits[FREE_TRIES : FREE_TRIES + 3] == [1.0, 2.0, 4.0]
    assert max(waits) == LONGEST_WAIT
    assert tries.wait("name bob", "from 10.0.0.2") == 0
    assert tries.wait("name bob", "from 10.0.0.1") > 0
    now[0] += 1000
    tries.wrong("name ann")
    assert tries.wait("name ann") == 0


def test_what_is_counted_stays_bounded() -> None:
    tries, rate = Backoff(), Rate(5)
    for n in range(KEPT + 500):
        tries.wrong(f"name {n}")
        rate.wait(f"visitor {n}")
    assert len(tries._wrong) == len(rate._left) == KEPT


def test_a_rate_lets_so_many_through_in_a_minute() -> None:
    now = [0.0]
    rate = Rate(6, lambda: now[0])
    assert [rate.wait("a") > 0 for _ in range(8)] == [False] * 6 + [True] * 2
    assert rate.wait("b") == 0
    now[0] += rate.wait("a") + 0.01
    assert rate.wait("a") == 0


def test_a_program_that_calls_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    with served(environment(tmp_path)) as page, httpx.Client(trust_env=False, timeout=60) as client:
        seen = [
            client.post(page + "/gradio_api/call/facts", json={"data": ["rut.close", ""]} if n == 0 else {})
            for n in range(CALLS_A_MINUTE + 30)
        ]
        assert seen[0].status_code == 200
        assert seen[-1].status_code == 429
        assert int(seen[-1].headers["retry-after"]) >= 1
        assert client.post(page + DOOR, json={}, headers=ACCEPTED).status_code == 429
        assert client.get(page).status_code == 200  # reading goes on


def test_seats_are_given_back() -> None:
    seats = Seats(1)
    with seats.taken(), pytest.raises(Busy), seats.taken():
        pass
    with seats.taken():
        pass


async def _asked(client: httpx.AsyncClient, url: str, steps: list[int], n: int) -> tuple[float, str]:
    begun = time.monotonic()
    await _call(client, url, f"session{n}", steps[0], ["How are small caps doing?", None])
    for step, data in zip(steps[1:], (["", "Built-in writer", None], [None]), strict=True):
        told = str(await _call(client, url, f"session{n}", step, data))
    return time.monotonic() - begun, told


async def _crowd(url: str, people: int) -> list[tuple[float, str]]:
    async with httpx.AsyncClient(
        timeout=120, limits=httpx.Limits(max_connections=400, max_keepalive_connections=0), trust_env=False
    ) as client:
        config = (await client.get(url + "/config")).json()
        box = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "fn-box")
        steps = [next(d["id"] for d in config["dependencies"] if [box, "submit"] in [list(t) for t in d["targets"]])]
        for _ in range(2):
            steps.append(next(d["id"] for d in config["dependencies"] if d.get("trigger_after") == steps[-1]))
        await _asked(client, url, steps, -1)  # the bars are here then
        return await asyncio.gather(*(_asked(client, url, steps, n) for n in range(people)))


def test_who_finds_no_seat_is_told_so_at_once(tmp_path: Path) -> None:
    with served(environment(tmp_path), "-m", "tests.page.stand_in", "long") as url:
        seen = asyncio.run(_crowd(url, 120))
    busy = [seconds for seconds, told in seen if "Too many questions" in told]
    answered = [seconds for seconds, told in seen if "It took its time." in told]
    assert len(busy) >= 60
    assert len(answered) >= 45
    assert max(busy) < max(answered)  # nobody waits for the answers of others
