"""A stored bar that is revised: commentaries that stated it are marked, and the schedule writes what is due once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest

from assistant.commentary.daily import Commentary, brief_json
from assistant.commentary.errata import find_errata
from assistant.commentary.exports.text import errata_head, errata_of, markdown
from assistant.commentary.schedule import due_session, write_due
from assistant.commentary.store import CommentaryStore
from assistant.program import Program
from assistant.settings import SettingError, read_settings
from tests.market import bars
from tools.data.sessions import previous_session, sessions
from tools.universe import UNIVERSE

DAY = date(2026, 1, 22)
FETCHED = datetime(2026, 1, 23, 2, tzinfo=UTC)


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program whose store holds a year of the universe's bars as Yahoo's, so that nothing is fetched."""
    monkeypatch.setenv("FOOTNOTE_NOW", FETCHED.isoformat())
    running = Program(read_settings({"FOOTNOTE_HOME": str(tmp_path), "FOOTNOTE_DATA": "yahoo"}))
    random = np.random.default_rng(7)
    index = sessions(DAY - timedelta(days=400), DAY)
    for symbol in (s.symbol for s in UNIVERSE.values()):
        walk = 100 * np.cumprod(1 + random.normal(0, 0.01, len(index)))
        keep(running, symbol, walk.tolist(), index[0].date(), FETCHED)
    yield running
    running.close()


def keep(program: Program, symbol: str, closes: list[float], start: date, at: datetime) -> None:
    """Stores bars as if fetched at an instant."""
    frame = bars(symbol, closes, start).frame[["open", "high", "low", "close", "volume"]]
    program.store.save(symbol, frame, {}, {}, retrieved_at=at, settled=np.ones(len(frame), dtype=bool))


def revise(program: Program, monkeypatch: pytest.MonkeyPatch, factor: float = 1.01) -> None:
    """The close of the day is served otherwise an hour later."""
    close = program.evidence(as_of=DAY).catalogue.get("rut.close")
    assert close
    later = FETCHED + timedelta(hours=1)
    keep(program, "^RUT", [float(close.value) * factor], DAY, later)
    monkeypatch.setenv("FOOTNOTE_NOW", (later + timedelta(minutes=1)).isoformat())


def test_a_revised_bar_marks_the_commentaries_that_stated_it(live: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    day_before = brief_json(live, live.evidence(as_of=previous_session(DAY)))
    document = brief_json(live, live.evidence(as_of=DAY))
    assert find_errata(live, "yahoo") == []
    revise(live, monkeypatch)
    found = find_errata(live, "yahoo")
    assert {e["commentary"] for e in found} == {document["id"]}
    close = next(e for e in found if e["key"] == "rut.close")
    assert close["old"] in close["sentence"]
    assert close["old"] != close["new"]
    store = CommentaryStore(live.engine)
    kept = store.get(document["id"])
    assert kept is not None
    assert kept["sections"] == document["sections"], "what was written stays as it was"
    assert len(kept["errata"]) == len(found)
    untouched = store.get(day_before["id"])
    assert untouched is not None
    assert untouched["errata"] == []
    marked = Commentary(kept)
    assert errata_head(marked)
    assert any(close["old"] in line and close["new"] in line for line in errata_of(marked))
    assert "## Errata" in markdown(marked)
    assert find_errata(live, "yahoo") == [], "found once"


def test_the_next_commentary_tells_the_revision_apart_from_the_move(
    live: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = brief_json(live, live.evidence(as_of=previous_session(DAY)))
    close = live.evidence(as_of=previous_session(DAY)).catalogue.get("rut.close")
    assert close
    later = FETCHED + timedelta(hours=1)
    keep(live, "^RUT", [float(close.value) * 1.02], previous_session(DAY), later)
    monkeypatch.setenv("FOOTNOTE_NOW", (later + timedelta(minutes=1)).isoformat())
    document = brief_json(live, live.evidence(as_of=DAY))
    assert document["previous"] == before["id"]
    kinds = {(c["key"], c["kind"]) for c in document["changes"]}
    assert {("rut.close", "market"), ("rut.close", "revision")} <= kinds
    prose = " ".join(t["text"] for t in document["sections"][-1]["sentences"])
    assert f"stated as {close.display}" in prose
    assert not document["withheld"]


# The schedule


@pytest.mark.parametrize(
    ("moment", "at", "day"),
    [
        ("2026-01-22T21:59:00Z", time(17, 0), date(2026, 1, 21)),  # a minute before 17:00 in New York
        ("2026-01-22T22:00:00Z", time(17, 0), date(2026, 1, 22)),
        ("2026-01-22T21:30:00Z", time(16, 0), date(2026, 1, 21)),  # the VIX has not settled yet
        ("2026-01-22T21:46:00Z", time(16, 0), date(2026, 1, 22)),
        ("2026-01-24T12:00:00Z", time(17, 0), date(2026, 1, 23)),  # a Saturday
        ("2025-11-28T19:30:00Z", time(13, 0), date(2025, 11, 28)),  # an early close
        ("2026-07-22T21:00:00Z", time(17, 0), date(2026, 7, 22)),  # summer time
    ],
)
def test_when_a_commentary_is_due(moment: str, at: time, day: date) -> None:
    assert due_session(at, datetime.fromisoformat(moment)) == day


def test_what_is_due_is_written_once_and_caught_up(live: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_NOW", "2026-01-23T03:00:00Z")
    brief_json(live, live.evidence(as_of=date(2026, 1, 16)))
    told: list[date] = []
    assert write_due(live, time(17), told.append) == told == [date(2026, 1, d) for d in (20, 21, 22)]
    assert write_due(live, time(17)) == []
    rows = CommentaryStore(live.engine).rows("yahoo")
    assert [r["as_of"] for r in rows] == ["2026-01-22", "2026-01-21", "2026-01-20", "2026-01-16"]
    latest = CommentaryStore(live.engine).latest("yahoo")
    assert latest is not None
    assert latest["previous"] == rows[1]["id"]


def test_the_time_is_a_setting() -> None:
    assert read_settings({"FOOTNOTE_BRIEF_AT": "17:05", "FOOTNOTE_HOME": "x"}).brief_at == time(17, 5)
    assert read_settings({"FOOTNOTE_HOME": "x"}).brief_at is None
    with pytest.raises(SettingError, match="17:00"):
        read_settings({"FOOTNOTE_BRIEF_AT": "5 pm", "FOOTNOTE_HOME": "x"})
