"""A person's views in their line, with the turns; and how many stand on each side."""

from datetime import UTC, date, datetime

import pytest

from corpus.document import Passage, load_documents, parse_document, passages_of
from corpus.library import DOCUMENTS
from tools.analysts.view_facts import SHOWN, Step, balance_facts, line_of_views, person_facts, told
from tools.analysts.view_subjects import subject_in

DAY, NOW = date(2026, 1, 22), datetime(2026, 1, 22, 22, tzinfo=UTC)


def view(name: str, published: str, stance: str, *, author: str = "Ann Author", more: str = "") -> tuple[Passage, ...]:
    head = f"author: {author}\npublished: {published}\ntitle: T\nstance: {stance}\nstance_on: small caps\ntrust: secondary\n{more}"
    return passages_of(parse_document(f"---\n{head}---\nAuthor wrote on {name}.", name))


def line(*views: tuple[Passage, ...], since: date | None = None, as_of: date = DAY) -> list[Step]:
    return line_of_views([p for v in views for p in v], "Ann Author", as_of, since)


def test_views_stand_in_order_and_turns_are_marked() -> None:
    steps = line(
        view("c", "2025-06-01", "neutral"), view("a", "2024-01-01", "bearish"), view("b", "2024-06-01", "bearish"),
        view("d", "2025-09", "bullish"), view("e", "2025-10-01", "none"),
    )  # fmt: skip
    assert [(s.passage.id, s.turned_from) for s in steps] == [("a", ""), ("b", ""), ("c", "bearish"), ("d", "neutral")]


def test_a_turn_from_a_view_before_the_time_wanted_is_a_turn() -> None:
    views = view("a", "2024-01-01", "bearish"), view("b", "2025-01-01", "bullish")
    assert [(s.passage.id, s.turned_from) for s in line(*views, since=date(2024, 6, 1))] == [("b", "bearish")]


def test_nothing_later_enters_nor_an_outcome_not_yet_known() -> None:
    outcome = "outcome:\n  text: It did not come.\n  known_from: 2025-01-01\n"
    views = view("a", "2024-01-01", "bearish", more=outcome), view("b", "2025-06-01", "bullish")
    assert [(s.passage.id, s.outcome) for s in line(*views, as_of=date(2024, 12, 31))] == [("a", "")]
    assert [(s.passage.id, s.outcome) for s in line(*views)] == [("a", "It did not come."), ("b", "")]


def test_accounts_of_one_event_count_once_unless_they_differ_in_stance() -> None:
    same = "same_event: speech\n"
    steps = line(
        view("a", "2024-12-05", "bearish", more=same), view("b", "2024-12-05", "bearish", more=same),
        view("c", "2024-12-06", "neutral", more=same),
    )  # fmt: skip
    assert [s.passage.id for s in steps] == ["a", "c"]


def test_others_views_are_not_theirs_but_those_with_others_are() -> None:
    steps = line(
        view("a", "2024-01-01", "bearish", author="Ann Author and Bo Lee"),
        view("b", "2024-01-02", "bullish", author="Bo Lee"),
    )
    assert [s.passage.id for s in steps] == ["a"]


def test_a_long_line_is_told_by_its_ends_turns_and_outcomes() -> None:
    stances = ["bearish"] * 10 + ["neutral"] + ["bearish"] * 10
    steps = line(*(view(f"v{n:02}", f"2024-{1 + n // 3:02}-{1 + n % 3:02}", s) for n, s in enumerate(stances)))
    shown = [s.passage.id for s in told(steps)]
    assert len(shown) <= SHOWN
    assert {"v00", "v10", "v11", "v20"} <= set(shown)
    assert shown == sorted(shown)


def test_counts_are_facts_that_name_what_was_counted() -> None:
    steps = line(view("a", "2024-01-01", "bearish"), view("b", "2025-01-01", "bullish"))
    facts = {f.metric: f for f in person_facts(steps, "Ann Author", DAY, NOW, False)}
    assert {m: f.value for m, f in facts.items()} == {
        "views_held": 2, "views_bullish": 1, "views_bearish": 1, "views_neutral": 0, "views_turns": 1, "views_outcomes": 0,
    }  # fmt: skip
    assert facts["views_turns"].reading == "from bearish to bullish on small caps in January 2025"
    assert facts["views_held"].dates == (date(2024, 1, 1), date(2025, 1, 1))
    assert facts["views_held"].subject == "library.ann_author"
    other = person_facts(steps[:1], "Ann Author", DAY, NOW, False)[0]
    assert other.id != facts["views_held"].id


def test_the_balance_counts_events_on_small_caps_of_the_last_year() -> None:
    views = [
        view("a", "2026-01-01", "bullish"), view("b", "2025-12-01", "bearish"), view("c", "2024-12-01", "bearish"),
        view("d", "2026-01-23", "bearish"), view("e", "2026-01-02", "bullish"),
    ]  # fmt: skip
    facts = balance_facts([p for v in views for p in v], DAY, NOW, True)
    assert {f.metric: f.value for f in facts} == {"views_bullish": 2, "views_bearish": 1, "views_neutral": 0}
    assert {f.state for f in facts} == {"simulated"}
    assert balance_facts([], DAY, NOW, False) == []


@pytest.fixture(scope="module")
def shipped() -> list[Passage]:
    return [p for d in load_documents(DOCUMENTS).documents for p in passages_of(d)]


def test_rosenberg_softened_in_december_2024_and_some_of_his_calls_did_not_come(shipped: list[Passage]) -> None:
    steps = line_of_views(shipped, "David Rosenberg", DAY, date(2023, 1, 1))
    turned = [(s.passage.published[:7], s.turned_from, s.passage.stance) for s in steps if s.turned_from]
    assert ("2024-12", "bearish", "neutral") in turned
    assert ("2024-12", "neutral", "bearish") in turned
    assert any("no recession was declared in 2023" in s.outcome for s in steps)
    assert any(s.turned_from for s in told(steps))
    before = line_of_views(shipped, "David Rosenberg", date(2024, 11, 30), date(2023, 1, 1))
    assert not any(s.turned_from for s in before)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("How has Rosenberg's view on the Fed changed?", "the Fed"),
        ("What does he make of rate cuts over time?", "the Fed"),
        ("his view of the rotation", "small caps"),
        ("Did he change his mind on a recession?", "a recession"),
        ("How has Temple's view changed over time?", ""),
    ],
)
def test_the_subject_asked_for(question: str, subject: str) -> None:
    assert subject_in(question) == subject


def test_a_line_of_one_subject_holds_its_positions_and_turns_alone(shipped: list[Passage]) -> None:
    steps = line_of_views(shipped, "Ronald Temple", DAY, subject="the Fed")
    turned = [(s.turned_from, s.position, s.passage.published) for s in steps if s.turned_from]
    assert turned == [("cuts", "no cuts", "2025-03-17"), ("no cuts", "cuts", "2025-09-15")]
    turns = next(
        f for f in person_facts(steps, "Ronald Temple", DAY, NOW, False, "the Fed") if f.metric == "views_turns"
    )
    assert turns.key == "library.ronald_temple_on_the_fed.views_turns"
    assert turns.reading == "from cuts to no cuts in March 2025; from no cuts to cuts in September 2025"
    small = line_of_views(shipped, "David Rosenberg", DAY, subject="small caps")
    assert [s.passage.document for s in small] == ["rosenberg-2023-09-28", "rosenberg-2026-01-22"]


def test_a_stance_on_another_subject_is_no_turn() -> None:
    economy = view("b", "2024-06-01", "bearish")
    economy = tuple(p.model_copy(update={"stance_on": "the economy"}) for p in economy)
    steps = line(view("a", "2024-01-01", "bullish"), economy, view("c", "2025-01-01", "bullish"))
    assert [(s.passage.id, s.subject, s.turned_from) for s in steps] == [
        ("a", "small caps", ""), ("c", "small caps", ""), ("b", "the economy", ""),
    ]  # fmt: skip
