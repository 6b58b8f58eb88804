"""The web server keeps out what it should, says what is wrong in one line, and serves fifty at once."""

import asyncio
import json
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path

import httpx
import pytest

from assistant.database import open_database
from assistant.keys import visitors_key
from assistant.page.passwords import hash_password, matches, read_users
from assistant.page.serving.start import serve
from assistant.page.visitors import COOKIE, Visitors
from assistant.settings import SettingError, Settings, is_loopback, read_settings
from tests.page.serving import ROOT, environment, served
from tools.data.sessions import now


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_DATA": "sample"})


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200), ("GET", "/config", 200), ("GET", "/theme.css", 200), ("GET", "/nothing", 404), ("GET", "/docs", 404), ("GET", "/openapi.json", 404),
        ("GET", "/monitoring", 404), ("GET", "/monitoring/summary", 404), ("GET", "/gradio_api/file=/etc/passwd", 404), ("GET", "/gradio_api/runs", 404),
        ("GET", "/gradio_api/proxy=http://127.0.0.1:1/x", 404), ("POST", "/gradio_api/upload", 404), ("POST", "/gradio_api/run/predict", 404), ("DELETE", "/", 404), ("PUT", "/gradio_api/queue/join", 404),
    ],
)  # fmt: skip
def test_every_answer_carries_the_policy_and_only_the_pages_doors_are_open(
    page: str, method: str, path: str, status: int
) -> None:
    answer = httpx.request(method, page + path)
    assert answer.status_code == status
    policy = answer.headers["content-security-policy"]
    for rule in (
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ):
        assert rule in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_body_has_a_size(page: str) -> None:
    door = page + "/gradio_api/queue/join"
    assert httpx.post(door, content=b"x" * 2_200_000).status_code == 413

    def chunks() -> object:
        for _ in range(50):
            yield b" " * 50_000

    try:
        answer = httpx.post(door, content=chunks())
        assert answer.status_code >= 400
    except httpx.HTTPError:
        pass  # hung up on is refused, too


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:1"},
    ],
)
def test_no_other_site_may_post(page: str, headers: dict[str, str]) -> None:
    body = {"data": [], "fn_index": 0, "session_hash": "x"}
    assert httpx.post(page + "/gradio_api/queue/join", json=body, headers=headers).status_code == 403


def test_on_loopback_only_loopbacks_names_are_answered(page: str) -> None:
    assert httpx.get(page, headers={"host": "evil.example"}).status_code == 421
    assert httpx.get(page, headers={"host": "localhost:1"}).status_code == 200


def test_a_visitor_gets_a_cookie_that_nobody_else_can_write(page: str) -> None:
    header = httpx.get(page).headers["set-cookie"]
    assert all(word in header for word in ("HttpOnly", "SameSite=Strict", COOKIE))
    cookie = header.split(";")[0].split("=", 1)[1]
    assert "set-cookie" not in httpx.get(page, cookies={COOKIE: cookie}).headers
    assert "set-cookie" in httpx.get(page, cookies={COOKIE: cookie[:-1] + "0g"}).headers
    mine = Visitors(b"k" * 32)
    ours = mine.new()
    assert Visitors(b"k" * 32).of(ours) == ours.split(".")[0]
    assert mine.of(cookie) is None
    assert mine.of(None) is None


def test_the_visitors_key_is_kept_made_from_the_secret_or_taken_over(settings: Settings, tmp_path: Path) -> None:
    engine, _ = open_database(settings.database_url, now())
    first = visitors_key(engine, "", tmp_path)
    assert len(first) == 32
    assert visitors_key(engine, "", tmp_path / "elsewhere") == first
    made = visitors_key(engine, "s" * 40, tmp_path)
    assert made != first
    assert visitors_key(engine, "s" * 40, tmp_path / "elsewhere") == made
    engine.dispose()
    old = tmp_path / "old"
    old.mkdir()
    (old / "visitor-secret").write_bytes(b"o" * 32)
    engine, _ = open_database(f"sqlite:///{old / 'footnote.db'}", now())
    assert visitors_key(engine, "", old) == b"o" * 32, "the cookies of an earlier version stay good"
    engine.dispose()


def test_a_short_secret_is_refused_without_being_repeated() -> None:
    with pytest.raises(SettingError, match="32 characters") as refused:
        read_settings({"FOOTNOTE_SECRET": "hunter2"})
    assert "hunter2" not in str(refused.value)
    assert "x" * 32 not in repr(read_settings({"FOOTNOTE_SECRET": "x" * 32}))


def test_a_taken_port_is_said_in_one_line(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve(settings, "127.0.0.1", port) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"Port {port} is in use" in said
    assert "GRADIO_SERVER_PORT" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_an_address_others_can_reach_needs_passwords(
    settings: Settings, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve(settings, host, 0) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "FOOTNOTE_AUTH" in said


def test_loopback_is_known_by_all_its_names() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.1.2.3", "localhost", "::1"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "", "localhost.example.org", "10.0.0.1"))


def test_passwords_open_the_page(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    file.write_text(f"# who may\nann:{hash_password('long and secret')}\n")
    with served(environment(tmp_path / "home", FOOTNOTE_AUTH=str(file), GRADIO_SERVER_NAME="0.0.0.0")) as url:
        url = url.replace("0.0.0.0", "127.0.0.1")
        for door in ("/", "/config", "/static/x", "/gradio_api/queue/data?session_hash=x"):
            refused = httpx.get(url + door)
            assert refused.status_code == 401
            assert "content-security-policy" in refused.headers
        assert httpx.post(url + "/gradio_api/queue/join", json={}).status_code == 401
        assert httpx.get(f"{url}/healthz", headers={"host": "10.0.0.7:7860"}).json() == {"alive": True}
        told = httpx.get(f"{url}/readyz")
        assert told.status_code in (200, 503)
        assert set(told.json()) == {"ready", "database", "index", "data", "age", "stopping"}
        assert "set-cookie" not in told.headers
        assert httpx.post(f"{url}/readyz").status_code == 404
        for wrong in (("ann", "guess"), ("bob", "long and secret"), ("", "")):
            assert httpx.get(url, auth=wrong).status_code == 401
        assert httpx.get(url, headers={"authorization": "Basic ???"}).status_code == 401
        assert httpx.get(url, auth=("ann", "long and secret")).status_code == 200
        start = time.perf_counter()
        assert httpx.get(url + "/config", auth=("ann", "long and secret")).status_code == 200
        assert time.perf_counter() - start < 1


def test_a_line_is_made_by_the_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assistant.page.passwords", "ann"]
    line = subprocess.run(command, input="s3cret\n", capture_output=True, text=True, cwd=ROOT, check=True).stdout
    (tmp_path / "f").write_text(line)
    users = read_users(tmp_path / "f")
    assert matches("s3cret", users["ann"])
    assert not matches("s3cret ", users["ann"])
    assert "s3cret" not in line


@pytest.mark.parametrize("text", ["", "ann", "ann:secret", "ann:scrypt$30$8$1$x$y", "ann:scrypt$14$8$1$$é"])
def test_a_file_of_passwords_that_isnt_one_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(SettingError):
        read_users(tmp_path / "f")


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("FOOTNOTE_DATA", "moon", "FOOTNOTE_DATA"),
        ("FOOTNOTE_DTA", "x", "did you mean"),
        ("GRADIO_SERVER_PORT", "x", "port"),
        ("FOOTNOTE_NOW", "then", "FOOTNOTE_NOW"),
    ],
)
def test_a_bad_setting_is_one_line(tmp_path: Path, name: str, value: str, word: str) -> None:
    done = subprocess.run(
        [sys.executable, "app.py"], env=environment(tmp_path, **{name: value}), cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


async def _call(
    client: httpx.AsyncClient, url: str, session: str, function: int, data: list[object]
) -> dict[str, object]:
    body = {"data": data, "fn_index": function, "session_hash": session, "event_data": None, "trigger_id": None}
    (await client.post(url + "/gradio_api/queue/join", json=body)).raise_for_status()
    async with client.stream("GET", f"{url}/gradio_api/queue/data?session_hash={session}") as stream:
        async for line in stream.aiter_lines():
            if line.startswith("data:") and (message := json.loads(line[5:]))["msg"] == "process_completed":
                return dict(message)
    raise AssertionError("the stream ended without an answer")


async def _ask(client: httpx.AsyncClient, url: str, steps: list[int]) -> str:
    session = uuid.uuid4().hex
    await _call(client, url, session, steps[0], ["How are small caps doing?", None])
    await _call(client, url, session, steps[1], ["", "Built-in writer", None])
    return json.dumps(await _call(client, url, session, steps[2], [None]))


async def _fifty(url: str) -> list[str]:
    async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=200)) as client:
        config = (await client.get(url + "/config")).json()
        box = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "fn-box")
        steps = [next(d["id"] for d in config["dependencies"] if [box, "submit"] in [list(t) for t in d["targets"]])]
        for _ in range(2):
            steps.append(next(d["id"] for d in config["dependencies"] if d.get("trigger_after") == steps[-1]))
        return await asyncio.gather(*(_ask(client, url, steps) for _ in range(50)))


def test_fifty_people_can_ask_at_once(tmp_path: Path) -> None:
    with served(environment(tmp_path), "-m", "tests.page.stand_in", "together") as url:
        answers = asyncio.run(_fifty(url))
    assert all("All fifty were asking." in a and "not investment advice" in a for a in answers)
