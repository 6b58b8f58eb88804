"""The commentary: written once from its facts, kept whole, compared; a model's sections, and a model that fails."""

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from assistant.commentary.daily import Commentary, Section, brief_json, write_commentary
from assistant.commentary.section_writing import LONGEST, Stopped
from assistant.commentary.sections import TITLES
from assistant.commentary.store import CommentaryStore, fact_of
from assistant.commentary.why_rewritten import why
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.settings import read_settings
from assistant.understanding.figures import normalise, read
from corpus.ingest import draft, keep
from corpus.store import EVERYONE
from tests.conftest import NOW
from tests.model_server import ModelServer, Reply, Status, Text
from tools.data.sessions import previous_session
from tools.errors import StoreError

DAY = date(2026, 1, 22)
PROSE = {
    "Headline": "The Russell 2000 closed at {rut.close} on 22 January 2026.",
    "Indexes": "The S&P 500 closed at {spx.close} on 22 January 2026. The Dow rose 77.77 % on the day.",
    "Rotation": "For the year the Russell 2000 is {rut_vs_spx.spread_ytd} ahead of the S&P 500.",
}


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program on the sample with a store of its own."""
    monkeypatch.setenv("FOOTNOTE_NOW", NOW)
    running = Program(read_settings({"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_DATA": "sample"}))
    yield running
    running.close()


def written(program: Program, model: str = "builtin", day: date = DAY) -> Commentary:
    """The commentary of a day."""
    *_, last = write_commentary(program, program.evidence(as_of=day), model)
    assert isinstance(last, Commentary)
    return last


def count(program: Program) -> int:
    return len(CommentaryStore(program.engine).rows())


def title_of(body: dict[str, Any]) -> str:
    """The section that a request asks for; empty for a rewrite."""
    found = re.search(r'Write the section "([^"]+)"', body["messages"][-1]["content"])
    return found[1] if found else ""


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ModelServer]]:
    """Starts a model that answers by section, and points the environment at it."""
    servers: list[ModelServer] = []

    def start(choose: Callable[[dict[str, Any]], Reply]) -> ModelServer:
        servers.append(ModelServer(choose))
        monkeypatch.setenv("OPENAI_BASE_URL", servers[-1].url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        return servers[-1]

    yield start
    for server in servers:
        server.close()


# What is kept


def test_the_same_facts_give_the_same_text_from_the_store(fresh: Program) -> None:
    first, second = written(fresh), written(fresh)
    assert (first.fresh, second.fresh) == (True, False)
    assert second.document == first.document
    assert count(fresh) == 1


def test_facts_are_kept_once_by_id_and_the_document_names_them(fresh: Program) -> None:
    document = written(fresh).document
    again = written(fresh, day=previous_session(DAY)).document
    with fresh.engine.connect() as connection:
        held = [row[0] for row in connection.exec_driver_sql("select id from commentary_facts")]
    assert len(held) == len(set(held))
    assert {f["id"] for d in (document, again) for f in d["facts"]} == set(held)
    keys = [f["key"] for f in document["facts"]]
    assert len(keys) == len(set(keys))


def test_every_figure_has_a_mark_right_behind_it(fresh: Program) -> None:
    for section in written(fresh).document["sections"]:
        for sentence in section["sentences"]:
            for figure in read(normalise(sentence["text"]))[0]:
                near = any(figure.start <= place <= figure.end + 14 for place, _ in sentence["marks"])
                assert near or len(sentence["citations"]) == 1, (figure.text, sentence["text"])


def test_the_verdict_table_has_a_mark_for_each_figure(fresh: Program) -> None:
    rotation = next(s for s in written(fresh).document["sections"] if s["id"] == "rotation")
    cells = [c for row in rotation["table"]["rows"] for c in row[1:] if re.search(r"\d", c["text"])]
    assert cells
    assert all(c["marks"] for c in cells)
    # The sample has no earlier years, so its year has no verdict: no column of nothing but gaps.
    assert rotation["table"]["columns"] == ["Test", "1 day", "5 days"]
    assert all(len(row) == 3 for row in rotation["table"]["rows"])


def test_both_cases_have_two_people_and_figures_on_both_sides(fresh: Program) -> None:
    document = written(fresh).document
    cited = {c["n"]: c for c in document["citations"]}
    for name in ("bull_case", "bear_case"):
        section = next(s for s in document["sections"] if s["id"] == name)
        people = {
            cited[n]["author"] for s in section["sentences"] for n in s["citations"] if cited[n]["kind"] == "passage"
        }
        assert len(people) >= 2
        last = section["sentences"][-1]["text"]
        assert "in its favour" in last
        assert "against it" in last


def test_a_day_before_most_data_names_what_is_absent(fresh: Program) -> None:
    document = written(fresh, day=date(2024, 1, 3)).document
    assert [s["id"] for s in document["sections"]] == list(TITLES)
    assert all(s["sentences"] for s in document["sections"])


# What stays, and why what doesn't


def test_a_day_stays_as_stored_when_an_earlier_one_comes_in(fresh: Program) -> None:
    first = written(fresh)
    earlier = written(fresh, day=previous_session(DAY))
    again = written(fresh)
    assert (again.fresh, again.document) == (False, first.document)
    assert not first.rewritten
    assert written(fresh, day=previous_session(DAY)).id == earlier.id
    assert count(fresh) == 2


def _added(program: Program, text: str) -> None:
    head = "author: Maria Keller\npublished: 2026-01-20\ntitle: Freight\nstance: bullish\nstance_on: small caps\n"
    drafted = draft("keller.md", f"---\n{head}---\n{text}".encode(), source="keller.md", people=program.library.people)
    keep(program.holdings.store, drafted, by=EVERYONE, now=datetime.fromisoformat(NOW))


def test_another_document_is_a_reason_to_write_anew_and_is_named(fresh: Program) -> None:
    first = written(fresh)
    _added(fresh, "Small caps gain as freight volumes recover, and small companies ship most of it.")
    second = written(fresh)
    assert second.fresh
    assert second.id != first.id
    assert second.document["previous"] == first.document["previous"]
    assert re.fullmatch(
        r"Written anew: keller[\w-]* (?:is|are) drawn on now; .+ no longer drawn on\.", second.rewritten
    )
    again = written(fresh)
    assert (again.fresh, again.rewritten) == (False, second.rewritten)


def test_a_document_it_draws_nothing_from_changes_nothing(fresh: Program) -> None:
    first = written(fresh)
    head = "author: Maria Keller\npublished: 2026-01-20\ntitle: Freight\n"
    drafted = draft("k.md", f"---\n{head}---\nFreight recovers.".encode(), source="k.md", people=fresh.library.people)
    keep(fresh.holdings.store, drafted, by=EVERYONE, now=datetime.fromisoformat(NOW))
    assert written(fresh).document == first.document


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"prompt_version": 0}, "this version of Footnote writes"),
        ({"facts": []}, "figures that had no data came in"),
        ({"sections": [{"writer": "scripted"}]}, "builtin failed on the way then"),
        ({"passages": None}, "what it is compared with was revised"),
        ({"passages": {}}, "drawn on now"),
    ],
)
def test_each_reason_is_said(fresh: Program, change: dict[str, Any], words: str) -> None:
    kept = written(fresh).document
    facts = [fact_of(f) for f in kept["facts"]]
    assert words in why({**kept, **change}, facts, kept["passages"], "builtin")


def test_a_revised_figure_is_named_with_both_values(fresh: Program) -> None:
    kept = written(fresh).document
    facts = [fact_of(f) for f in kept["facts"]]
    facts = [f.model_copy(update={"value": 2700.0}) if f.key == "rut.close" else f for f in facts]
    told = why(kept, facts, kept["passages"], "builtin")
    assert "1 figure rests on" in told
    assert "was 2,718.77, is 2,700.00" in told


# A model


def _scripted(body: dict[str, Any]) -> Reply:
    title = title_of(body)
    return Text(PROSE.get(title, "{say calendar.due}." if title == "What is due" else "1. DROP"))


def test_a_model_writes_through_the_gate_and_is_not_asked_twice(
    fresh: Program, answering: Callable[..., ModelServer]
) -> None:
    server = answering(_scripted)
    first = written(fresh, "scripted")
    asked = len(server.requests)
    second = written(fresh, "scripted")
    assert len(server.requests) == asked
    assert second.document == first.document
    assert first.document["model"] == "scripted"
    headline = first.document["sections"][0]
    assert (headline["writer"], headline["sentences"][0]["text"][:33]) == (
        "scripted",
        "The Russell 2000 closed at 2,718.",
    )
    whole = " ".join(t["text"] for s in first.document["sections"] for t in s["sentences"])
    assert "77.77" not in whole
    assert any("77.77" in w["text"] for w in first.document["withheld"])
    assert "{say" not in whole
    rotation = " ".join(t["text"] for t in first.document["sections"][2]["sentences"])
    assert "tests support" in rotation  # what a section must hold stands there whoever writes it


def test_sections_are_asked_for_at_the_same_time(fresh: Program, answering: Callable[..., ModelServer]) -> None:
    together = threading.Barrier(3, timeout=20)

    def choose(body: dict[str, Any]) -> Reply:
        if title_of(body) in PROSE:
            together.wait()
        return _scripted(body)

    answering(choose)
    assert written(fresh, "scripted").document["sections"][0]["writer"] == "scripted"


def test_a_model_that_dies_half_way_costs_one_line(fresh: Program, answering: Callable[..., ModelServer]) -> None:
    before = written(fresh, day=previous_session(DAY)).document

    def choose(body: dict[str, Any]) -> Reply:
        return _scripted(body) if title_of(body) == "Headline" else Status(401)

    server = answering(choose)
    document = written(fresh, "scripted").document
    lines = [w for w in document["warnings"] if "built-in writer wrote" in w]
    assert len(lines) == 1
    assert "\n" not in lines[0]
    assert {s["writer"] for s in document["sections"]} <= {"scripted", "builtin"}
    assert all(s["sentences"] for s in document["sections"])
    assert CommentaryStore(fresh.engine).get(before["id"]) is not None
    asked = len(server.requests)
    answering(_scripted)  # it is well again: the next run asks it, and is not given what was written without it
    assert written(fresh, "scripted").document["id"] != document["id"]
    assert asked < 9


def test_a_model_that_rambles_is_cut_off_and_its_thinking_left_out(
    fresh: Program, answering: Callable[..., ModelServer]
) -> None:
    sentence = "The Russell 2000 closed at {rut.close} on 22 January 2026. "
    thinking = "<think>It thought at length. And again. And once more. And still. And ever.</think>"

    def choose(body: dict[str, Any]) -> Reply:
        return Text(thinking + sentence * 2000) if title_of(body) == "Headline" else _scripted(body)

    answering(choose)
    document = written(fresh, "scripted").document
    headline = document["sections"][0]
    assert headline["writer"] == "scripted"
    assert len(headline["sentences"]) == LONGEST
    assert not any("thought" in w["text"] for w in document["withheld"])


def test_what_is_stopped_keeps_nothing_and_loses_nothing(fresh: Program, answering: Callable[..., ModelServer]) -> None:
    stop, silent = threading.Event(), threading.Event()

    def choose(body: dict[str, Any]) -> Reply:
        if title_of(body) == "Rotation":
            stop.set()
            silent.wait(20)
        return _scripted(body)

    kept = written(fresh)
    answering(choose)
    with pytest.raises(Stopped):
        list(write_commentary(fresh, fresh.evidence(as_of=DAY), "scripted", stop))
    silent.set()
    assert count(fresh) == 1
    assert written(fresh).id == kept.id


# A database that fails


def test_a_full_disk_is_one_line_and_loses_nothing(fresh: Program) -> None:
    before = written(fresh, day=previous_session(DAY))
    evidence = fresh.evidence(as_of=DAY)
    assert evidence.catalogue.facts  # kept before the disk is full
    fresh.engine.dispose()

    @event.listens_for(fresh.engine, "connect")
    def full(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StoreError, match="disk is full") as caught:
        brief_json(fresh, evidence, "builtin")
    assert "\n" not in caught.value.message
    event.remove(fresh.engine, "connect", full)
    fresh.engine.dispose()
    assert count(fresh) == 1
    assert written(fresh, day=previous_session(DAY)).id == before.id
    assert written(fresh).fresh


def test_a_locked_database_is_one_line(fresh: Program, tmp_path: Path) -> None:
    evidence = fresh.evidence(as_of=DAY)
    assert evidence.catalogue.facts
    written(fresh, day=previous_session(DAY))
    fresh.engine.dispose()
    impatient = event.listens_for(fresh.engine, "connect")(
        lambda connection, _: connection.execute("PRAGMA busy_timeout=50")
    )
    other = sqlite3.connect(tmp_path / "footnote.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreError, match="locked"):
            brief_json(fresh, evidence, "builtin")
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert impatient
    assert brief_json(fresh, evidence, "builtin")["id"]


def test_sections_come_in_order_with_how_many_there_are(fresh: Program) -> None:
    *sections, _ = write_commentary(fresh, fresh.evidence(as_of=DAY), "builtin")
    told = [(s.id, s.done, s.total) for s in sections if isinstance(s, Section)]
    assert told == [(name, n, len(TITLES)) for n, name in enumerate(TITLES, 1)]


def test_evidence_of_another_day_gives_another_commentary(fresh: Program, evidence: Evidence) -> None:
    assert written(fresh).id != written(fresh, day=previous_session(DAY)).id
