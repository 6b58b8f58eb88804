"""The published article of 22 January 2026 over real bars: what `footnote check` finds in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.replay import SHARED, Replay

ARTICLE = SHARED / "articles" / "russell-2000-2026-01-22.txt"
ROOT = Path(__file__).resolve().parents[2]
FOUND = [
    ("closed at $2,723.96", "false", "closed at 2,718.77", "inside the day's range"),
    ("its 7th all-time high of the year", "other_date", "True of 21 January 2026"),
    ("13-session streak", "other_date", "14 sessions in a row", "True of 21 January 2026"),
    ("longest such run since 2008", "other_date", "7 May 1996", "6 June 2008"),
    ("approximately 8.7% year-to-date", "other_date", "up 9.54 %", "True of 21 January 2026"),
    ("only about 0.4%", "other_date", "up 0.99 %", "True of 21 January 2026"),
    ("declined roughly 1.0%", "false", "up 0.83 %", "not down"),
    ("materials led gains with a 1.59% advance", "false", "up 0.57 %", "SPDR"),
    ("healthcare (+0.90%)", "false", "up 0.02 %"),
    ("real estate (+0.37%)", "false", "down 0.99 %"),
    ("utilities declined 1.49%", "false", "down 0.72 %"),
    ("energy slipped 0.34%", "false", "up 0.33 %"),
    ("technology retreated 0.13%", "false", "up 0.74 %"),
    ("has exceeded 70", "true", "Wilder", "71.48"),
    ("bearish divergence", "other_definition", "0.04", "none at k = 3 and k = 5"),
    ("declined 5.45% during the week", "other_definition", "open of 15 January 2026", "20.09"),
    ("target of 2,825", "attributed", "Found", "3.91 %"),
    ("14% gain", "attributed", "13.82 % from the last year-end close", "3.91 % from the close of 22 January 2026"),
    ("10% tariffs", "not_checkable", "not measured"),
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory, _replay_process: Replay) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("article")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("FOOTNOTE_", "OPENAI_"))}
    env |= _replay_process.env | {"FOOTNOTE_HOME": str(home), "FOOTNOTE_NOW": "2026-01-22T22:30:00Z"}
    _replay_process.reset()
    command = [sys.executable, "-m", "assistant", "check", str(ARTICLE), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: str(case[0]))
def test_each_claim_has_its_verdict(document: dict[str, Any], case: tuple[str, ...]) -> None:
    text, verdict, *words = case
    claims = [c for c in document["claims"] if text in c["text"]]
    assert claims, [c["text"] for c in document["claims"]]
    assert claims[0]["verdict"] == verdict
    for part in words:
        assert part in claims[0]["explanation"]


def test_places_index_the_file_and_never_overlap(document: dict[str, Any]) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    last = 0
    for claim in document["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert last <= claim["start"]
        last = claim["end"]


def test_the_summary_counts_every_claim_once(document: dict[str, Any]) -> None:
    assert sum(document["summary"].values()) == len(document["claims"])
    assert "true of 21 January 2026" in document["headline"]
