"""The commands as a script drives them: in this process on the sample, and whole processes over the replay."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.main import main
from tests.replay import Replay

ROOT = Path(__file__).resolve().parent.parent.parent
QUESTION = "How strong is the small-cap rotation, and what does David Rosenberg say about it?"


@pytest.fixture
def sample(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of a machine on the sample, without a model."""
    for name in [n for n in os.environ if n.startswith(("FOOTNOTE_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FOOTNOTE_HOME", str(home))
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
    monkeypatch.setenv("FOOTNOTE_DATA", "sample")


def _json(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    assert main([*args, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


@pytest.mark.usefixtures("sample")
def test_ask_gives_the_contracts_shape(capsys: pytest.CaptureFixture[str]) -> None:
    answer = _json(capsys, "ask", QUESTION)
    assert set(answer) >= {
        "question",
        "answer",
        "as_of",
        "data",
        "model",
        "sentences",
        "citations",
        "withheld",
        "tools",
        "disclaimer",
        "warnings",
        "usage",
        "thread",
    }
    assert (answer["as_of"], answer["data"], answer["model"]) == ("2026-01-22", "sample", "builtin")
    numbers = {c["n"] for c in answer["citations"]}
    assert numbers == set(range(1, len(numbers) + 1))
    assert {n for s in answer["sentences"] for n in s["citations"]} == numbers
    fact = next(c for c in answer["citations"] if c["kind"] == "fact")
    assert set(fact) >= {
        "id",
        "key",
        "subject",
        "value",
        "unit",
        "display",
        "as_of",
        "base",
        "definition",
        "inputs",
        "state",
        "age",
        "reading",
        "caveats",
        "source",
    }
    assert set(fact["source"]) >= {"publisher", "retrieved_at"}
    view = next(c for c in answer["citations"] if c["kind"] == "passage")
    assert set(view) >= {"id", "author", "firm", "published", "precision", "title", "url", "text", "quotes", "trust"}
    assert all(answer["answer"].endswith(f"- {answer['warnings'][-1]}") for _ in [0])


@pytest.mark.usefixtures("sample")
def test_facts_holds_each_key_once(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, "facts")
    keys = [f["key"] for f in document["facts"]]
    assert len(keys) == len(set(keys)) > 800
    assert {f["state"] for f in document["facts"]} == {"simulated"}
    some = _json(capsys, "facts", "rut.return", "vix.close")
    assert {f["key"].split("_")[0] for f in some["facts"]} == {"rut.return", "vix.close"}


@pytest.mark.usefixtures("sample")
def test_brief_has_the_contracts_sections_and_is_written_once(capsys: pytest.CaptureFixture[str]) -> None:
    brief = _json(capsys, "brief")
    assert [s["id"] for s in brief["sections"]] == ["headline", "indexes", "rotation", "sectors", "technicals", "volatility", "bull_case", "bear_case", "calendar", "changes"]  # fmt: skip
    assert all(s["sentences"] for s in brief["sections"])
    assert set(brief) >= {
        "as_of",
        "data",
        "model",
        "id",
        "citations",
        "facts",
        "changes",
        "previous",
        "withheld",
        "disclaimer",
    }
    assert not brief["withheld"]
    keys = [f["key"] for f in brief["facts"]]
    assert len(keys) == len(set(keys))
    again = _json(capsys, "brief")
    assert (again["id"], again["sections"]) == (brief["id"], brief["sections"])


@pytest.mark.usefixtures("sample")
def test_a_second_days_brief_tells_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    _json(capsys, "brief", "--as-of", "2026-01-20")
    brief = _json(capsys, "brief", "--as-of", "2026-01-21")
    assert brief["previous"]
    change = next(c for c in brief["changes"] if c["key"] == "rut.close")
    assert (change["kind"], change["before"] < change["after"]) == ("market", True)
    assert change["materiality"] > 0


@pytest.mark.usefixtures("sample")
def test_corpus_lists_and_searches_up_to_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(_json(capsys, "corpus", "list")["documents"]) >= 60
    hits = _json(
        capsys, "corpus", "search", "what does Rosenberg say about small caps", "--as-of", "2026-01-21", "-k", "3"
    )["hits"]
    assert hits
    assert all(h["published"] <= "2026-01-21" for h in hits)
    assert set(hits[0]) == {
        "id",
        "document",
        "author",
        "firm",
        "published",
        "title",
        "url",
        "text",
        "stance",
        "trust",
        "score",
        "version",
        "page",
        "span",
    }


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ask", ""], "question is empty"),
        (["ask", "x" * 50_000], "more than"),
        (["ask", "How is the Russell?", "--as-of", "2026-01-24"], "future"),
        (["ask", "How is the Russell?", "--as-of", "2026-01-18"], "weekend"),
        (["ask", "How is the Russell?", "--as-of", "2026-01-19"], "shut"),
        (["facts", "nonsense.key"], "No fact begins with"),
        (["corpus", "search", " "], "query is empty"),
        (["corpus", "search", "x", "--as-of", "2027-01-01"], "future"),
    ],
)
def test_bad_input_gets_one_line_and_costs_nothing(
    capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    assert main(args) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error
    assert main([*args, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert set(document["error"]) == {"kind", "message", "hint"}


@pytest.mark.parametrize(
    "args", [["ask"], ["ask", "x", "--as-of", "yesterday"], ["nonsense"], ["ask", "x", "--data", "bloomberg"]]
)
def test_bad_arguments_exit_with_two(args: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(args)
    assert exit_.value.code == 2


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("FOOTNOTE_MODLE", "x", "did you mean FOOTNOTE_MODEL"),
        ("FOOTNOTE_DATA", "bloomberg", "yahoo or sample"),
        ("FOOTNOTE_NOW", "noon", "instant with a zone"),
        ("FOOTNOTE_DATABASE_URL", "nonsense", "can't be read"),
        ("GRADIO_SERVER_PORT", "http", "port number"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["facts", "rut.close"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error


@pytest.mark.usefixtures("sample")
def test_a_broken_database_is_set_aside_and_begun_anew(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path))
    (tmp_path / "footnote.db").write_bytes(b"this is no database" * 100)
    assert main(["facts", "rut.close"]) == 0
    assert "set aside as footnote.db.broken-" in capsys.readouterr().err
    assert [p.read_bytes()[:19] for p in tmp_path.glob("footnote.db.broken-*")] == [b"this is no database"]


# What else is published of these days is asked for apart: an answer has six sentences.
MORE = (
    "How strong is the small-cap rotation?",
    "How have the Russell 2000, the S&P 500 and the Nasdaq done this year?",
)
FIRST = ("2,718.77", "2,698.17", "eighth", "seventh", "14 sessions", "13 sessions", "May 1996", "June 2008")


@pytest.mark.parametrize(
    ("now", "as_of", "said"),
    [
        (
            "2026-01-22T22:30:00Z",
            "2026-01-22",
            ["2,718.77", "9.54 %", "eighth", "14 sessions", "May 1996", "0.99 %", "0.83 %", "71.48", "15.64"],
        ),
        ("2026-01-21T22:30:00Z", "2026-01-21", ["seventh", "13 sessions", "June 2008", "8.71 %"]),
        ("2026-01-22T15:00:00Z", "2026-01-21", ["seventh", "13 sessions", "2,698.17"]),
    ],
)
def test_the_published_facts_are_stated_over_the_replay(
    replay: Replay,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    now: str,
    as_of: str,
    said: list[str],
) -> None:
    replay.mode(datetime.fromisoformat(now).astimezone(UTC), all="ok")
    for name in [n for n in os.environ if n.startswith(("FOOTNOTE_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    for name, value in (replay.env | {"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_NOW": now}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tools.data.yahoo._ready", {})  # curl keeps the certificates of the first connection
    answers = [_json(capsys, "ask", question) for question in (QUESTION, *MORE)]
    answer, brief = answers[0], _json(capsys, "brief")
    told = [
        " ".join(s["text"] for a in answers for s in a["sentences"]),
        " ".join(t["text"] for s in brief["sections"] for t in s["sentences"]),
    ]
    assert {document["as_of"] for document in (*answers, brief)} == {as_of}
    assert not [w for document in (*answers, brief) for w in document["withheld"]]
    for words in said:
        assert all(words in text for text in told), words
    assert all(words in " ".join(s["text"] for s in answer["sentences"]) for words in said if words in FIRST)
    if as_of != now[:10]:
        assert any("still running" in w for w in answer["warnings"])
        assert "22 January 2026" not in " ".join(s["text"] for s in answer["sentences"] if "closed" in s["text"])


def test_a_fault_on_one_symbol_costs_that_symbol_and_the_answer_says_so(replay: Replay, tmp_path: Path) -> None:
    replay.mode(datetime(2026, 1, 22, 22, 30, tzinfo=UTC), **{"^IXIC": "502"})
    env = {k: v for k, v in os.environ.items() if not k.startswith(("FOOTNOTE_", "OPENAI_"))}
    env |= replay.env | {"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_NOW": "2026-01-22T22:30:00Z"}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", QUESTION, "--json"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
    )
    answer = json.loads(done.stdout)
    text = " ".join(s["text"] for s in answer["sentences"])
    assert "2,718.77" in text
    assert "Nasdaq" not in text
    assert any("^IXIC" in w for w in answer["warnings"])


@pytest.mark.usefixtures("sample")
def test_conversations_from_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    thread = _json(capsys, "ask", "How did the S&P 500 do this year?")["thread"]
    again = _json(capsys, "ask", "and the Nasdaq?", "--thread", thread)
    assert again["thread"] == thread
    assert main(["threads", "rename", thread, "Large", "caps"]) == 0
    listed = {t["id"]: t for t in _json(capsys, "threads", "list")["threads"]}
    assert (listed[thread]["title"], listed[thread]["turns"]) == ("Large caps", 2)
    replayed = _json(capsys, "threads", "replay", thread, "2")
    assert replayed["same"] is True
    assert replayed["answer"] == again
    out = tmp_path / "thread.md"
    assert main(["threads", "export", thread, "--markdown", str(out)]) == 0
    assert "## and the Nasdaq?" in out.read_text(encoding="utf-8")
    assert main(["threads", "delete", thread]) == 0
    capsys.readouterr()
    assert main(["threads", "show", thread]) == 1
    assert capsys.readouterr().err.startswith("footnote: There is no such conversation")


@pytest.mark.usefixtures("sample")
def test_an_unknown_key_beside_a_known_one_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, "facts", "rut.close", "nosuch.key")
    assert {f["key"] for f in document["facts"]} == {"rut.close"}
    assert "No fact begins with nosuch.key." in document["warnings"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["facts", "rut", "--as-of", "1999"], "'1999' is not a date such as 2026-01-22; see footnote facts --help"),
        (["brief", "--as-of", "tomorrow"], "'tomorrow' is not a date"),
        (["ask"], "required: question"),
        (["check", "-", "--data", "guess"], "invalid choice"),
        (["nonsense"], "invalid choice"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_arguments_that_make_no_sense_are_one_line_or_json(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str, form: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*arguments, *form])
    told = capsys.readouterr()
    assert caught.value.code == 2
    assert len(told.err.strip().splitlines()) == 1
    assert words in told.err
    if form:
        error = json.loads(told.out)["error"]
        assert (error["kind"], words in error["message"]) == ("BadArguments", True)
    else:
        assert told.out == ""


def test_a_file_that_is_not_there_says_nothing_of_what_is_stored(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", str(tmp_path / "nofile.pdf"), "--json"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["message"].endswith("nofile.pdf: No such file or directory")
    assert error["hint"] == "Check the path."
