"""What a question asks the library for: whose view, from when, on what; and whom the library has never heard of."""

from datetime import date

import pytest

from corpus.asked import Period, read_question
from corpus.library import Library

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What does Rosenberg say about gold?", {"David Rosenberg"}),
        ("Rosenberg and DeSanctis on 2025", {"David Rosenberg", "Steven DeSanctis"}),
        ("Who disagrees with Rosenberg?", set()),
        ("What do others say, compared with Rosenberg?", set()),
        ("What did Lazard say in 2023?", {"Ronald Temple", "Oren Shiran", "Sean Gallagher", "Lazard Frères Gestion"}),
        ("Which houses did Bloomberg name?", set()),
        ("the temple of speculation", set()),
        ("What does Temple expect?", {"Ronald Temple"}),
        ("the page on value traps", set()),
        ("What did Larry Page say about AI?", set()),  # a namesake
        ("What does Ron Temple say of tariffs?", {"Ronald Temple"}),  # a short form
        ("What does Strategist Wilson expect?", {"Mike Wilson"}),
    ],
)  # fmt: skip
def test_whose_view_is_wanted(library: Library, question: str, named: set[str]) -> None:
    assert set(read_question(question, library.people, {"strategist"}).named) == named


@pytest.mark.parametrize(
    ("question", "after", "before", "periods"),
    [
        ("Rosenberg before 2024", None, date(2024, 1, 1), ()),
        ("Rosenberg since 2025", date(2025, 1, 1), None, ()),
        ("Rosenberg after March 2025", date(2025, 4, 1), None, ()),
        ("Rosenberg until 2023", None, date(2024, 1, 1), ()),
        ("Rosenberg in November 2024", None, None, (Period(date(2024, 11, 1), date(2024, 11, 30)),)),
        ("Rosenberg in summer 2024", None, None, (Period(date(2024, 6, 1), date(2024, 8, 31)),)),
        ("Rosenberg in early 2025", None, None, (Period(date(2025, 1, 1), date(2025, 4, 30)),)),
        ("Rosenberg on a recession in 2022", None, None, (Period(date(2022, 1, 1), date(2022, 12, 31)),)),
        ("Rosenberg's target for the end of 2026", None, None, ()),
        ("Rosenberg on the Russell 2000", None, None, ()),
        ("The lowest since 2009", None, None, ()),  # of nobody's view: it narrows nothing
        ("Rosenberg on 2,026 points and 2025 companies", None, None, ()),
    ],
)  # fmt: skip
def test_from_when(
    library: Library, question: str, after: date | None, before: date | None, periods: tuple[Period, ...]
) -> None:
    asked = read_question(question, library.people)
    assert (asked.after, asked.before, asked.periods) == (after, before, periods)


def test_a_time_set_is_kept_to(library: Library) -> None:
    for hit in library.search("Rosenberg on recessions and rates before 2024", as_of=DAY, k=20):
        assert hit.passage.known_from < date(2024, 1, 1)
    for hit in library.search("Rosenberg on recessions and rates since 2025", as_of=DAY, k=20):
        assert hit.passage.known_from >= date(2025, 1, 1)


@pytest.mark.parametrize(
    "question",
    ["What does Janet Yellen think of inflation?", "Ken Griffin's view of small caps", "according to Jeremy Grantham",
     "What did Michael Burry say about credit?", "How do I bake sourdough bread?", "Which airline flies to Reykjavik?",
     "Does Jeremy Siegel like small caps?", "Cathie Wood on the Russell 2000", "Jeffrey Rosenberg on bonds",
     "What is Kolanovic's target for the S&P 500?", "Rosenberg on football in 1987", "Hirsch on the weather",
     "Gannon on water utilities"],
)  # fmt: skip
def test_what_the_library_has_nothing_on_finds_nothing(library: Library, question: str) -> None:
    assert library.search(question, as_of=DAY) == []


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Lecubarri on bargains", "lecubarri-2026-01"),  # it says "discount"
        ("DeSanctis on mergers", "desanctis-2025-12-09"),  # "takeover"
        ("Was Rosenberg worried about import taxes in June 2025?", "rosenberg-2025-06"),  # "trade deals"
        ("Gannon on taxes", "gannon-2026-02-10"),  # "tax"
        ("Has Lerner anything on rotation?", "lerner-wagner-2026-01-20"),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_found(library: Library, question: str, document: str) -> None:
    assert document in [hit.passage.document for hit in library.search(question, as_of=DAY)]


def test_a_year_that_no_passage_is_of_or_states_finds_nothing(library: Library) -> None:
    question = "What is DeSanctis's target for the end of 2026?"
    assert library.search(question, as_of=date(2025, 11, 30)) == []
    assert library.search(question, as_of=DAY)


def test_the_newest_view_comes_first_where_now_is_asked_for(library: Library) -> None:
    hits = library.search("What is DeSanctis's latest target?", as_of=date(2025, 6, 30))
    assert hits[0].passage.document == "desanctis-2025-04-15"
