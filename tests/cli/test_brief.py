"""footnote brief as a script drives it: files, many sessions at once, errors in one line."""

import json
import os
from pathlib import Path

import pytest

from assistant.cli.main import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on the sample, without a model, with nothing stored."""
    for name in [n for n in os.environ if n.startswith(("FOOTNOTE_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
    monkeypatch.setenv("FOOTNOTE_DATA", "sample")
    return tmp_path


def test_files_of_each_form(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = {form: str(home / f"brief.{form}") for form in ("pdf", "html", "markdown", "feed")}
    assert main(["brief", *(part for form, path in names.items() for part in (f"--{form}", path))]) == 0
    begins = {form: Path(path).read_bytes()[:9] for form, path in names.items()}
    assert begins == {"pdf": b"%PDF-1.4\n", "html": b"<!doctype", "markdown": b"# Small-c", "feed": b"<?xml ver"}
    assert sorted(p.name for p in home.iterdir()) == sorted([*(Path(p).name for p in names.values()), "home"])
    assert capsys.readouterr().out == ""


def test_many_sessions_are_written_once_and_what_is_there_is_left(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "--as-of", "2026-01-21"]) == 0
    capsys.readouterr()
    assert main(["brief", "--backfill", "2026-01-16", "--json"]) == 0
    told = capsys.readouterr()
    assert "3 written, 1 were there" in told.err  # 16, 20 and 22 January; the 19th was a holiday
    assert json.loads(told.out)["previous"]
    assert main(["brief", "--backfill", "2026-01-16", "--json"]) == 0
    assert "0 written, 4 were there" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_one_line_and_leaves_the_old_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = home / "brief.md"
    old.write_text("old")
    assert main(["brief", "--markdown", str(old / "in" / "it.md")]) == 1
    told = capsys.readouterr().err.strip()
    assert len(told.splitlines()) == 1
    assert str(old / "in" / "it.md") in told
    assert old.read_text() == "old"


def test_a_date_that_is_none_is_a_misuse(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["brief", "--backfill", "yesterday"])
    assert caught.value.code == 2
    assert "2026-01-22" in capsys.readouterr().err
