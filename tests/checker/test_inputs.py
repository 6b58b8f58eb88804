"""Small texts whose verdicts the bars bear out, over the real bars of ../shared; nothing of them is copied here."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.checker.past import Past
from assistant.checker.report import Report, check
from assistant.program import Program
from assistant.settings import read_settings
from tests.replay import SHARED, replaying

INPUTS = SHARED / "checker" / "inputs.jsonl"
NOW = datetime(2026, 1, 30, 22, 30, tzinfo=UTC)
ROWS = [json.loads(line) for line in INPUTS.read_text(encoding="utf-8").splitlines()] if INPUTS.exists() else []
pytestmark = pytest.mark.skipif(not ROWS, reason="needs ../shared, which holds the texts and the bars")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    home: Path = tmp_path_factory.mktemp("inputs")
    with pytest.MonkeyPatch.context() as patch, replaying(NOW) as replay:
        for name, value in replay.env.items():
            patch.setenv(name, value)
        patch.setenv("FOOTNOTE_NOW", "2026-01-30T22:30:00Z")
        patch.setattr("tools.data.yahoo._ready", {})  # curl keeps the certificates of the first connection
        opened = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "yahoo"}))
        yield opened
        opened.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["about"]))
def test_a_text_gets_the_verdicts_that_the_bars_bear_out(program: Program, row: dict[str, Any]) -> None:
    evidence = program.evidence(as_of=date.fromisoformat(row["as_of"]))
    *_, report = check(row["text"], evidence, Past(evidence))
    assert isinstance(report, Report)
    for part, wanted in row["want"]:
        found = [c.verdict.name for c in report.checked if part in c.claim.text] or ["none"]
        assert set(found) <= set(wanted), (part, [(c.claim.text, c.verdict) for c in report.checked])
