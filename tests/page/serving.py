"""The page as a subprocess on loopback: the real one on sample data, or one whose answers a test chooses."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.built_index import give_index

ROOT = Path(__file__).resolve().parent.parent.parent
NOW = "2026-01-22T22:30:00Z"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def environment(home: Path, **more: str) -> dict[str, str]:
    """An environment with sample data and a home of its own, and nothing of the machine's settings; with the library's index built."""
    give_index(home)
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("FOOTNOTE_", "OPENAI_", "GRADIO_")) and "PROXY" not in k.upper()
    }
    ours = {
        "FOOTNOTE_HOME": str(home),
        "FOOTNOTE_DATA": "sample",
        "FOOTNOTE_NOW": NOW,
        "GRADIO_SERVER_PORT": "0",
        "CI": "1",
    }
    return {**kept, **ours, **more}


@contextmanager
def served(env: Mapping[str, str], *command: str) -> Iterator[str]:
    """The address of a page that stops when the block ends.

    Args:
        env: Its environment.
        command: What to run instead of ``app.py``.
    """
    process = subprocess.Popen(
        [sys.executable, *(command or ("app.py",))],
        env=dict(env),
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    try:
        line = process.stdout.readline()
        assert line.startswith("Footnote is at http://"), line + process.stderr.read()
        yield line.split()[3]
    finally:
        process.terminate()
        process.communicate(timeout=40)
