"""Who argues each case: people of that date, nobody twice, nothing whose time is over, in much the same room."""

from datetime import date

import pytest

from assistant.commentary.cases import EACH, cases
from assistant.program import Program
from corpus.people import names_in

DAYS = [date(2026, 1, 22), date(2026, 1, 23), date(2025, 12, 26), date(2025, 4, 9), date(2024, 9, 16)]


@pytest.mark.parametrize("day", DAYS)
def test_two_people_to_each_case_none_from_later_and_none_twice(program: Program, day: date) -> None:
    for case in cases(program.library, day).values():
        people = [name for p in case.passages for name in names_in(p.author)]
        assert len(case.passages) == EACH
        assert len(people) == len(set(people))
        assert all(p.known_from <= day for p in case.passages)
        assert {p.id for p in case.passages} == {s.rpartition("[")[2].partition("]")[0] for s in case.sentences}


@pytest.mark.parametrize("day", DAYS)
def test_the_sides_have_much_the_same_room(program: Program, day: date) -> None:
    words = [sum(len(s.split()) for s in case.sentences) for case in cases(program.library, day).values()]
    assert max(words) <= 1.6 * min(words)


def test_before_the_librarys_first_view_there_is_none(program: Program) -> None:
    assert all(not case.passages for case in cases(program.library, date(2020, 3, 16)).values())


def test_a_view_of_a_year_that_is_over_is_no_argument(program: Program) -> None:
    held = [p for case in cases(program.library, date(2022, 6, 13)).values() for p in case.passages]
    assert all("2021" not in str(p.horizon) for p in held)
    assert any("2021" in str(p.horizon) for p in cases(program.library, date(2021, 6, 14))["bull_case"].passages)
