"""footnote corpus as a script drives it: add, list, search, remove, with the contract's JSON and exit codes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.main import main
from tests.corpus.holding import note
from tests.corpus.test_opening import pdf

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a home of its own without shipped documents, so that nothing has to be embedded first."""
    for name in [n for n in os.environ if n.startswith(("FOOTNOTE_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-03-02T15:00:00Z")
    monkeypatch.setattr("corpus.holdings.Holdings.__init__.__defaults__", (tmp_path / "none", None))
    (tmp_path / "none").mkdir()

    def command(*args: str) -> tuple[int, str, str]:
        code = main(["corpus", *args])
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "zander-2026-02-20.md").write_bytes(
        note("Zander expects zinc smelters to close.", more="trust: primary\n")
    )
    (folder / "Report.pdf").write_bytes(
        pdf("Credit Risk\nBy Tom Finch\nMarch 1, 2026\nDefault rates will double by autumn.")
    )
    return folder


def told(run: Run, *args: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(*args, "--json")
    return code, json.loads(out)


def test_add_list_search_remove(run: Run, files: Path) -> None:
    code, report = told(run, "add", str(files))
    assert code == 0
    assert {row["id"] for row in report["added"]} == {"report", "zander-2026-02-20"}
    assert report["updated"] == report["refused"] == []
    assert {row["trust"] for row in report["added"]} == {"user"}

    code, listed = told(run, "list")
    assert {d["id"] for d in listed["documents"]} == {"report", "zander-2026-02-20"}
    _, found = told(run, "search", "which smelters will shut down?", "-k", "1")
    (hit,) = found["hits"]
    assert (hit["document"], hit["trust"], hit["published"]) == ("zander-2026-02-20", "user", "2026-02-20")
    assert told(run, "search", "zinc smelters", "--as-of", "2026-02-19")[1]["hits"] == []

    (files / "zander-2026-02-20.md").write_bytes(note("Zander expects tungsten to rise."))
    code, report = told(run, "add", str(files / "zander-2026-02-20.md"))
    assert (code, report["updated"], report["refused"][0]["document"]) == (1, [], "zander-2026-02-20")
    assert (
        "another version of it, as zander-2026-02-20, published 2026-02-20: give --replace"
        in report["refused"][0]["reason"]
    )
    code, report = told(run, "add", str(files / "zander-2026-02-20.md"), "--replace")
    assert (code, [row["id"] for row in report["updated"]], report["added"]) == (0, ["zander-2026-02-20"], [])
    assert told(run, "search", "tungsten", "-k", "1")[1]["hits"][0]["document"] == "zander-2026-02-20"

    assert told(run, "remove", "zander-2026-02-20") == (0, {"removed": ["zander-2026-02-20"]})
    assert {d["id"] for d in told(run, "list")[1]["documents"]} == {"report"}


def test_what_is_refused_is_named_and_the_rest_is_added(run: Run, files: Path) -> None:
    (files / "junk.pdf").write_bytes(b"%PDF-1.4")
    (files / "bare.txt").write_text("Small caps rose, and nobody says who wrote this or when.", encoding="utf-8")
    code, report = told(run, "add", str(files), "http://127.0.0.1:9/x", str(files / "none.md"))
    assert code == 1
    assert len(report["added"]) == 2
    reasons = {row["path"].rpartition("/")[2]: row["reason"] for row in report["refused"]}
    assert set(reasons) == {"junk.pdf", "bare.txt", "x", "none.md"}
    assert "give --author" in reasons["bare.txt"]
    assert "isn't public" in reasons["x"]
    assert "damaged" in reasons["junk.pdf"]
    code, _, err = run("add", str(files / "junk.pdf"))
    assert (code, err.count("\n")) == (1, 1)
    assert len(told(run, "list")[1]["documents"]) == 2


def test_fields_given_stand_in_for_what_a_file_does_not_say(run: Run, files: Path) -> None:
    path = files / "bare.txt"
    path.write_text("Small caps rose, and nobody says who wrote this or when.", encoding="utf-8")
    code, report = told(run, "add", str(path), "--author", "Ann Lee", "--published", "2026-02", "--title", "A rise")
    assert code == 0
    assert (report["added"][0]["author"], report["added"][0]["published"]) == ("Ann Lee", "2026-02")


def test_an_unknown_id_is_an_error_with_the_nearest(run: Run, files: Path) -> None:
    told(run, "add", str(files / "zander-2026-02-20.md"))
    code, out, err = run("remove", "zander-2026-02-21", "--json")
    assert code == 1
    assert "did you mean zander-2026-02-20?" in json.loads(out)["error"]["message"]
    assert err.count("\n") == 1


ROE = "Small Caps in Spring\nBy Jane Roe, CFA | Chief Strategist, Acme Capital\n18 February 2026\n\nWe are bullish on small caps, since freight volumes recover.\n"


def test_what_is_proposed_is_told_with_the_place_it_was_read_from(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roe.txt").write_text(ROE, encoding="utf-8")
    code, report = told(run, "add", str(tmp_path / "roe.txt"))
    (row,) = report["added"]
    assert (code, row["author"], row["firm"], row["stance"], row["stance_on"]) == (
        0,
        "Jane Roe",
        "Acme Capital",
        "bullish",
        "small caps",
    )
    for key in ("author", "firm", "published", "stance"):
        place = row["proposed"][key]
        assert place["value"] == row[key]
        assert ROE[place["start"] : place["end"]] == place["text"]
    assert row["proposed"]["published"]["text"] == "18 February 2026"
    assert told(run, "add", str(tmp_path / "roe.txt"))[1]["updated"][0]["unchanged"] is True
    _, found = told(run, "search", "freight volumes", "--author", "ROE")
    assert found["hits"][0]["text"] == "We are bullish on small caps, since freight volumes recover."
    assert (found["hits"][0]["page"], len(found["hits"][0]["version"])) == (None, 12)


def test_front_matter_and_options_win_over_what_a_text_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(note("By Jane Roe\n\nWe are bullish on small caps.", author="Ann Lee"))
    (tmp_path / "b.txt").write_text(ROE, encoding="utf-8")
    _, report = told(run, "add", str(tmp_path / "a.md"))
    assert (report["added"][0]["author"], report["added"][0]["stance"], report["added"][0]["proposed"]) == (
        "Ann Lee",
        "none",
        {},
    )
    _, report = told(run, "add", str(tmp_path / "b.txt"), "--author", "Tom Finch", "--stance", "neutral")
    assert (report["added"][0]["author"], report["added"][0]["stance"]) == ("Tom Finch", "neutral")


def test_a_folder_is_watched_once_and_what_is_refused_is_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "roe.txt").write_text(ROE, encoding="utf-8")
    (folder / "bare.txt").write_text("Small caps rose, and nobody says who wrote this or when.", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    code, report = told(run, "watch", str(folder), "--once")
    assert (code, [row["id"] for row in report["added"]], len(report["refused"])) == (1, ["roe"], 1)
    assert "give --author" in report["refused"][0]["reason"]
    (folder / "bare.txt").unlink()
    code, out, err = run("watch", str(folder), "--once")
    assert (code, out, err) == (0, "", "")  # what is held already is no news
    (folder / "below" / "roe.txt").write_text(ROE.replace("bullish", "bearish"), encoding="utf-8")
    code, _, err = run("watch", str(folder), "--once")
    assert code == 1
    assert "another version of it, as roe" in err
    code, _, err = run("watch", str(folder / "none"), "--once")
    assert (code, err.count("\n")) == (1, 1)


def test_a_folder_is_watched_until_it_is_stopped(tmp_path: Path) -> None:
    folder, empty = tmp_path / "inbox", tmp_path / "none"
    folder.mkdir()
    empty.mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FOOTNOTE_", "OPENAI_"))}
    env = {**kept, "FOOTNOTE_HOME": str(tmp_path / "home"), "FOOTNOTE_NOW": "2026-03-02T15:00:00Z"}
    code = (
        "import sys; from pathlib import Path; from corpus.holdings import Holdings\n"
        f"Holdings.__init__.__defaults__ = (Path({str(empty)!r}), None)\n"
        "from assistant.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "corpus", "watch", str(folder), "--seconds", "0.2", "--json"]
    with subprocess.Popen(command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as watching:
        assert watching.stdout
        (folder / "roe.txt").write_text(ROE, encoding="utf-8")
        assert json.loads(watching.stdout.readline())["added"][0]["id"] == "roe"
        (folder / "other.txt").write_text(
            ROE.replace("Jane Roe", "Tom Finch").replace("freight", "rail"), encoding="utf-8"
        )
        assert json.loads(watching.stdout.readline())["added"][0]["author"] == "Tom Finch"
        watching.send_signal(signal.SIGINT)
        out, err = watching.communicate(timeout=30)
        assert (watching.returncode, out) == (0, "")
        assert "Traceback" not in err
