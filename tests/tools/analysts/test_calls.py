"""Analysts' calls: three bases for one target, how they ended, and nothing said after the day."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from corpus.document import Passage, load_documents, parse_document, passages_of
from corpus.library import DOCUMENTS
from tests.market import series
from tests.real import needs_real, real_series
from tools.analysts.calls import MONTH, call_facts
from tools.data.sessions import sessions
from tools.fact import Fact
from tools.facts.series import Series

START = date(2024, 11, 1)


def said(name: str, call: str, *, author: str = "A. Nalyst", published: str = "") -> tuple[Passage, ...]:
    """The passages of a document with a call, given as YAML in one line."""
    issued = published or call.split("issued: ")[1].split(",")[0]
    head = f"author: {author}\npublished: {issued}\ntitle: A view\nmedium: a note\ncall: {call}"
    return passages_of(parse_document(f"---\n{head}\n---\nSmall caps will rise.\n", name))


def target(level: object, issued: str, horizon: str = "2025-12-31", kind: str = "target: {}", rest: str = "") -> str:
    return f"{{kind: target, subject: rut, {kind.format(level)}, issued: {issued}, horizon: {horizon}{rest}}}"


def rut(last: str, **levels: float) -> Series:
    """A Russell that stands at 100 but on the days given, such as ``d20241231=120``, and on those after them."""
    index = sessions(START, date.fromisoformat(last))
    close = pd.Series(np.nan, index=index)
    close.iloc[0] = 100
    for day, level in levels.items():
        close[pd.Timestamp(day[1:])] = level
    return series("rut", close.ffill().tolist(), START)


def facts_of(bars: Series, *passages: tuple[Passage, ...]) -> dict[str, Fact]:
    found = call_facts([p for ps in passages for p in ps], lambda key: bars if key == "rut" else None, bars.last)
    return {f.key.removeprefix("call."): f for f in found}


# While a call runs


def test_a_target_is_measured_from_three_closes_and_each_is_named() -> None:
    bars = rut("2025-03-31", d20241210=110, d20241231=120, d20250331=150)
    facts = facts_of(bars, said("a-view", target(165, "2024-12-10")))
    assert facts["a_view.target"].value == 165
    expected = {
        "close": (165 / 150 - 1, date(2025, 3, 31), 150),
        "issue": (165 / 110 - 1, date(2024, 12, 10), 110),
        "year_end": (165 / 120 - 1, date(2024, 12, 31), 120),
    }
    for name, (value, day, level) in expected.items():
        fact = facts[f"a_view.upside_from_{name}"]
        assert fact.base is not None
        assert (fact.value, fact.unit) == (pytest.approx(value, abs=1e-6), "fraction")
        assert (fact.base.session, fact.base.value, fact.reading) == (day, level, "for 31 December 2025")
    assert not {k for k in facts if "settled" in k or "missed" in k}


def test_the_pace_is_what_it_takes_a_month() -> None:
    bars = rut("2025-03-31", d20241231=120)
    pace = facts_of(bars, said("a-view", target(165, "2024-12-10")))["a_view.pace"]
    months = (date(2025, 12, 31) - date(2025, 3, 31)).days / MONTH
    assert 120 * (1 + float(pace.value)) ** months == pytest.approx(165, rel=1e-5)
    assert pace.reading == "a month for 9.0 months"
    near = facts_of(rut("2025-12-10"), said("a-view", target(165, "2024-12-10")))
    assert "a_view.pace" not in near  # in less than a month there is no pace a month
    assert "a_view.upside_from_close" in near


def test_a_call_issued_on_a_day_without_a_session_counts_from_the_close_before() -> None:
    bars = rut("2025-03-31", d20241213=110, d20241216=130)
    fact = facts_of(bars, said("a-view", target(165, "2024-12-15")))["a_view.upside_from_issue"]  # a Sunday
    assert fact.base is not None
    assert (fact.base.session, fact.base.value) == (date(2024, 12, 13), 110)


def test_a_call_of_which_only_the_month_is_known_has_no_issue_close() -> None:
    facts = facts_of(rut("2025-03-31"), said("a-view", target(165, "2024-12")))
    assert "a_view.upside_from_issue" not in facts
    assert {"a_view.upside_from_close", "a_view.upside_from_year_end"} <= set(facts)


def test_a_forecast_change_becomes_a_target_from_the_close_it_was_measured_from() -> None:
    call = "{kind: return, subject: rut, unit: percent, target: 14, issued: 2024-12-10, horizon: 2025-12-31}"
    facts = facts_of(rut("2025-03-31", d20241210=110, d20241231=120), said("a-view", call))
    fact = facts["a_view.target"]
    assert fact.value == pytest.approx(110 * 1.14)
    assert any("14 % from the close of 10 December 2024" in c for c in fact.caveats)
    assert facts_of(rut("2025-03-31"), said("a-view", call.replace("2024-12-10", "2024-12"))) == {}


def test_a_range_is_held_by_its_nearer_end() -> None:
    call = target("130, high: 150", "2024-12-10", kind="low: {}")
    up, down = (facts_of(rut("2025-03-31", d20241210=x), said("a-view", call))["a_view.target"] for x in (110, 170))
    assert (up.value, down.value) == (130, 150)
    assert any("nearer end of a range to 150" in c for c in up.caveats)


def test_a_later_call_of_the_same_person_for_the_same_day_supersedes() -> None:
    first, second = said("one", target(165, "2024-12-10")), said("two", target(170, "2025-02-03"))
    other = said("three", target(180, "2025-02-10"), author="B. Nalyst")
    further = said("four", target(190, "2025-02-10", horizon="2026-12-31"))
    facts = facts_of(rut("2025-03-31"), first, second, other, further)
    told = {k: [c for c in f.caveats if "superseded" in c] for k, f in facts.items() if k.endswith(".target")}
    assert told == {
        "one.target": ["superseded by A. Nalyst on 3 February 2025"],
        "two.target": [],
        "three.target": [],
        "four.target": [],
    }
    assert [k for k in facts if k.endswith(".target")][-1] == "one.target"  # the newest first


# What may be known


@pytest.mark.parametrize(
    ("published", "known"),
    [("2025-03-31", True), ("2025-04-01", False), ("2025-03", True), ("2025-04", False), ("2025", False)],
)
def test_nothing_published_after_the_day_enters(published: str, known: bool) -> None:
    facts = facts_of(rut("2025-03-31"), said("a-view", target(165, "2024-12-10"), published=published))
    assert bool(facts) == known


def test_what_is_not_yet_published_supersedes_nothing() -> None:
    calls = said("one", target(165, "2024-12-10")), said("two", target(170, "2025-04-01"))
    facts = facts_of(rut("2025-03-31"), *calls)
    assert {k.split(".")[0] for k in facts} == {"one"}
    assert not [c for f in facts.values() for c in f.caveats if "superseded" in c]


def test_a_subject_without_bars_of_the_day_has_no_calls() -> None:
    bars, call = rut("2025-03-28"), said("a-view", target(165, "2024-12-10"))
    assert call_facts(call, lambda key: bars, date(2025, 3, 31)) == []
    assert call_facts(call, lambda key: None, date(2025, 3, 31)) == []


# Once its day has passed


@pytest.mark.parametrize(
    ("level", "at_horizon", "word", "by"),
    [
        ("target: 130", 131.0, "hit", 131 / 130 - 1),
        ("target: 130", 130.0, "hit", 0.0),
        ("target: 130", 129.0, "missed", 129 / 130 - 1),
        ("target: 90", 89.0, "hit", 89 / 90 - 1),  # a fall was called
        ("target: 90", 91.0, "missed", 91 / 90 - 1),
        ("low: 120, high: 130", 125.0, "hit", None),
        ("low: 120, high: 130", 119.0, "missed", 119 / 120 - 1),
        ("low: 120, high: 130", 140.0, "hit", 140 / 130 - 1),  # beyond it on the side that was called
    ],
)
def test_a_call_is_settled_by_the_close_of_its_day(level: str, at_horizon: float, word: str, by: float | None) -> None:
    bars = rut("2026-01-05", d20251231=at_horizon, d20260102=500)
    facts = facts_of(bars, said("a-view", target(level, "2024-12-10", kind="{}")))
    settled, missed = facts["a_view.settled"], facts["a_view.missed_by"]
    assert (settled.value, settled.reading) == (at_horizon, f"{word}, settled on 31 December 2025")
    assert missed.reading == settled.reading
    if by is not None:
        assert missed.value == pytest.approx(by, abs=1e-6)
    assert not [k for k in facts if "upside" in k or "pace" in k]


def test_a_call_settles_after_its_day_on_the_session_before_where_that_is_none() -> None:
    call = said("a-view", target(130, "2024-12-10", horizon="2025-08-31"))  # a Sunday
    assert "a_view.settled" not in facts_of(rut("2025-08-29"), call)
    facts = facts_of(rut("2025-09-02", d20250829=131, d20250902=90), call)
    assert (facts["a_view.settled"].value, facts["a_view.settled"].reading) == (131, "hit, settled on 29 August 2025")


def test_a_call_whose_days_bar_is_missing_is_not_settled() -> None:
    index = sessions(START, date(2026, 1, 5))
    close = np.where(index == pd.Timestamp("2025-12-31"), np.nan, 140.0)
    facts = facts_of(series("rut", close.tolist(), START), said("a-view", target(130, "2024-12-10")))
    assert set(facts) == {"a_view.target", "a_view.issue_close"}


# The library on the real bars


def library(day: str) -> dict[str, Fact]:
    passages = [p for d in load_documents(DOCUMENTS).documents for p in passages_of(d)]
    bars = {"rut": real_series("^RUT", day), "spx": real_series("^GSPC", day)}
    facts = call_facts(passages, bars.get, date.fromisoformat(day))
    return {f.key.removeprefix("call."): f for f in facts}


@needs_real
def test_desanctiss_2825() -> None:
    facts = library("2026-01-22")
    one = {k.removeprefix("desanctis_2025_12_09."): f for k, f in facts.items() if k.startswith("desanctis_2025_12_09")}
    assert one["target"].display == "2,825.00"
    assert {k: round(100 * float(f.value), 1) for k, f in one.items() if k.startswith("upside")} == {
        "upside_from_close": 3.9,
        "upside_from_issue": 11.8,
        "upside_from_year_end": 13.8,
    }
    bases = {k: str(f.base.session) for k, f in one.items() if f.base and k.startswith("upside")}
    assert bases == {
        "upside_from_close": "2026-01-22",
        "upside_from_issue": "2025-12-09",
        "upside_from_year_end": "2025-12-31",
    }


@needs_real
def test_his_2665_for_2025_was_missed() -> None:
    fact = library("2026-01-22")["desanctis_2025_09_18.settled"]
    assert (fact.display, fact.reading) == ("2,481.91", "missed, settled on 31 December 2025")
    assert "desanctis_2025_09_18.settled" not in library("2025-12-31")  # on its last day it still runs
    assert library("2025-12-31")["desanctis_2025_09_18.upside_from_close"].value == pytest.approx(
        2665 / 2481.91 - 1, abs=1e-5
    )


@needs_real
@pytest.mark.parametrize("day", ["2025-09-17", "2025-04-14", "2024-12-06"])
def test_no_call_of_the_library_is_known_before_it_was_published(day: str) -> None:
    for fact in library(day).values():
        if fact.metric == "target":
            assert fact.dates[0] <= date.fromisoformat(day)
    assert "desanctis_2025_09_18.target" not in library(day)
    assert "desanctis_2025_09_18.target" in library("2025-09-18")
