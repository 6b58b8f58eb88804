"""Nothing is sent out: a run of everything behind a proxy that refuses and notes each attempt notes none."""

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.loopback import Front, refusing
from tests.page.serving import ROOT, environment, served
from tests.page.test_interfaces import ARTICLE, call, mcp

# What a person may have in their environment for other programs, and what must not make this one send.
ELSEWHERE = {
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_TRACING_V2": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "lsv2_test",
    "GRADIO_ANALYTICS_ENABLED": "True",
    "ANONYMIZED_TELEMETRY": "True",
    "HF_TOKEN": "hf_test",
}
NO_PROXY = ("NO_PROXY", "no_proxy")


def _behind(front: Front, home: Path) -> dict[str, str]:
    """An environment whose every way out leads to the proxy."""
    kept = {k: v for k, v in environment(home).items() if k not in NO_PROXY}
    return {**kept, **ELSEWHERE, **front.env, "XDG_CACHE_HOME": str(home / "cache"), "HOME": str(home)}


def _left(home: Path) -> list[str]:
    """Files that libraries left in the user's cache folder, such as an id of the device."""
    return [p.name for p in (home / "cache").rglob("*") if "device" in p.name.lower()]


def test_start_question_brief_check_search_and_mcp_reach_nobody(tmp_path: Path) -> None:
    with refusing() as front, served(_behind(front, tmp_path)) as page:
        assert httpx.get(page, trust_env=False).status_code == 200
        assert "Rosenberg" in call(page, "ask", "What does Rosenberg say about small caps?", "", "", "")["answer"]
        assert call(page, "brief", "")["sections"]
        assert call(page, "check", ARTICLE, "2026-01-22")["claims"]
        assert call(page, "search", "speculation in small caps", "", "", 3)["hits"]
        _, (facts,) = mcp(page, ("facts", {"prefixes": "rut.close"}))
        assert facts["facts"]
    assert front.connects == []
    assert _left(tmp_path) == []


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "What does Rosenberg say about recession risk?", "--json"],
        ["corpus", "search", "speculation in small caps", "--json"],
        ["brief", "--json"],
    ],
    ids=["ask", "search", "brief"],
)
def test_the_command_line_reaches_nobody(tmp_path: Path, command: list[str]) -> None:
    with refusing() as front:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *command], env=_behind(front, tmp_path), cwd=ROOT, capture_output=True
        )
    assert done.returncode == 0, done.stderr
    assert front.connects == []
    assert _left(tmp_path) == []


def test_the_embedder_alone_reaches_nobody(tmp_path: Path) -> None:
    """The library used from another program, which reads no settings of ours."""
    code = "from corpus.embed import load_embedder; load_embedder().embed(['a'])"
    with refusing() as front:
        env = _behind(front, tmp_path)
        subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, check=True, timeout=60)
    assert front.connects == []
    assert _left(tmp_path) == []


def test_nothing_here_names_an_address_that_the_promise_leaves_out() -> None:
    """Addresses in the code are Yahoo's, FRED's, and links for a reader."""
    known = ("yahoo.com", "stlouisfed.org", "127.0.0.1", "localhost", "www.w3.org", "github.com", "the", "{")
    found = {
        (str(p.relative_to(ROOT)), m[1])
        for folder in ("assistant", "corpus", "tools")
        for p in (ROOT / folder).rglob("*.py")
        for m in re.finditer(r"https?://([\w{][^/\s\"'`)]+)", p.read_text(encoding="utf-8"))
        if not any(name in m[1] for name in known)
    }
    assert not found
