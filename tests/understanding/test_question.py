"""What the built-in writer takes a question to ask."""

from datetime import date

import pytest

from assistant.bounds import LONGEST, QuestionError, check_question
from assistant.program import Program
from assistant.understanding.question import understand
from assistant.writing.plan import plan

DAY = date(2026, 1, 22)


def _tools(program: Program, question: str, *earlier: str) -> list[str]:
    return [name for name, _ in plan(understand(question, list(earlier), DAY, program.library.named_in))]


@pytest.mark.parametrize(
    ("question", "tools"),
    [
        ("Is the Russell 2000 overbought?", {"momentum"}),
        ("Which sectors led?", {"sectors"}),
        ("What does David Rosenberg say about small caps?", {"views"}),
        ("What is the VIX at?", {"volatility"}),
        ("compare IWM with IJR since the start of December", {"measure"}),
        ("What is RSI?", {"momentum", "views"}),
        ("How is the Dow doing?", {"levels"}),
        ("What do bulls say?", {"views"}),
        ("RSI of AAPL", {"momentum"}),
        ("Who won the world cup?", set()),
    ],
)
def test_a_question_calls_the_tools_that_answer_it(program: Program, question: str, tools: set[str]) -> None:
    called = set(_tools(program, question))
    assert called >= tools
    assert bool(called) == bool(tools)


def test_dates_in_a_question_are_read_against_the_answers_date(program: Program) -> None:
    def day(question: str) -> date | None:
        return understand(question, [], DAY, program.library.named_in).day

    assert day("What was the streak on 21 January 2026?") == date(2026, 1, 21)
    assert day("How strong was the rotation a month ago?") == date(2025, 12, 22)
    assert day("What was the Russell at on 15 December?") == date(2025, 12, 15)


def test_the_last_day_of_a_shorter_month_stands_for_the_same_day(program: Program) -> None:
    asked = understand("How strong was the rotation a month ago?", [], date(2026, 3, 31), program.library.named_in)
    assert asked.day == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("question", "symbols", "subjects"),
    [
        ("How is the Russell 1000 doing?", ("Russell 1000",), ()),
        ("Did the Dow Transports beat the Dow?", ("Dow Transports",), ("dji",)),
        ("How did the S&P MidCap 400 do against the S&P 500?", ("S&P MidCap 400",), ("spx",)),
        ("How did 7203.T and VOD.L do?", ("7203.T", "VOD.L"), ()),
        ("How is BRK.B doing?", ("BRK.B",), ()),
        ("And EURUSD=X, CL=F, BTC-USD and ^N225?", ("EURUSD=X", "CL=F", "BTC-USD", "^N225"), ()),
        ("How are small caps in the U.S. doing?", (), ("rut",)),
        ("How is the Russell doing?", (), ("rut",)),
    ],
)
def test_what_lies_outside_the_universe_is_asked_for_by_its_own_name(
    program: Program, question: str, symbols: tuple[str, ...], subjects: tuple[str, ...]
) -> None:
    asked = understand(question, [], DAY, program.library.named_in)
    assert (asked.symbols, asked.subjects) == (symbols, subjects)


@pytest.mark.parametrize("text", ["", "   ", "?!", "x" * (LONGEST + 1), "y" * 50_000])
def test_a_question_that_cannot_be_asked_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(QuestionError) as error:
        check_question(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "’; DROP TABLE bars; --",
        "{rut.close}",
        "[rosenberg-2026-01-22]",
        "🚀" * 100 + " russell",
        "Ρώσελ 2000;",
        "\u202erussell",
    ],
)
def test_odd_questions_are_understood_or_not_but_break_nothing(program: Program, text: str) -> None:
    plan(understand(text, ["and?", "what about it?"], DAY, program.library.named_in))


def test_the_number_in_an_indexes_name_is_no_year(program: Program) -> None:
    assert understand("How is the Russell 2000?", [], DAY, program.library.named_in).day is None


@pytest.mark.parametrize(
    ("question", "day", "horizon"),
    [
        ("How did small caps do in December?", date(2025, 12, 31), "mtd"),
        ("How did the S&P 500 do in 2024?", date(2024, 12, 31), "ytd"),
        ("How did small caps do this January?", DAY, "mtd"),
    ],
)
def test_a_month_or_a_year_asked_for_is_measured_to_its_end(
    program: Program, question: str, day: date, horizon: str
) -> None:
    asked = understand(question, [], DAY, program.library.named_in)
    assert (asked.day, asked.horizon) == (day, horizon)


def test_a_misspelt_name_is_understood(program: Program) -> None:
    assert understand("whats the russel at", [], DAY, program.library.named_in).subjects == ("rut",)
    assert understand("what does Rosenburg say", [], DAY, program.library.named_in).people == ("David Rosenberg",)
    asked = understand("How did the Rusel 2000 do ths yer vs the Nasdak?", [], DAY, program.library.named_in)
    assert (asked.subjects, asked.day) == (("rut", "comp"), None)  # its number is no year
    assert "small caps" in understand("Rosenberg on smal caps?", [], DAY, program.library.named_in).words
    before = understand("How did the S&P 500 do in March 2000?", [], DAY, program.library.named_in)
    assert before.day is not None
    assert before.day.year == 2000


def test_a_person_the_library_does_not_know_is_looked_for_all_the_same(program: Program) -> None:
    asked = understand("What does Warren Buffett say about small caps?", [], DAY, program.library.named_in)
    assert plan(asked)[-1] == ("views", {"question": asked.words[:300], "author": "Warren Buffett"})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the P/E of the Russell 2000?", "price-earnings ratios and other valuations"),
        ("What about gold?", "commodities and currencies"),
    ],
)
def test_what_is_not_measured_is_known_as_such(program: Program, question: str, said: str) -> None:
    assert understand(question, [], DAY, program.library.named_in).unmeasured == (said,)


def test_a_weekday_is_the_last_one_before_the_answer(program: Program) -> None:
    assert understand("What did the Nasdaq do last Friday?", [], DAY, program.library.named_in).day == date(2026, 1, 16)


def test_a_fund_on_its_own_is_held_against_the_large_cap_fund(program: Program) -> None:
    asked = understand("Is IWM leading?", [], DAY, program.library.named_in)
    assert ("rotation", {"first": "iwm", "second": "spy"}) in plan(asked)


@pytest.mark.parametrize(
    ("questions", "wanted"),
    [
        (["What does Rosenberg say about small caps?", "and a month ago?"], {"views": "2025-12-22"}),
        (["How strong is the rotation, and what does Rosenberg say about it?", "what about him in 2024?"], {"views": "2024-12-31"}),
        (["How strong is the rotation, and what does Rosenberg say about it?", "and a month ago?"],
         {"views": "2025-12-22", "rotation": "2025-12-22", "levels": "2025-12-22", "momentum": "2025-12-22", "volatility": "2025-12-22"}),
        (["What does Rosenberg say?", "and a month ago?", "and DeSanctis?"], {"views": "2025-12-22"}),
        (["What did Rosenberg say of the fall in April 2025?"], {"views": None}),
        (["Is the Russell 2000 overbought?", "and a month ago?"], {"momentum": "2025-12-22"}),
    ],
)  # fmt: skip
def test_a_follow_up_keeps_the_person_and_asks_for_the_time(
    program: Program, questions: list[str], wanted: dict[str, str | None]
) -> None:
    *earlier, last = questions
    calls = plan(understand(last, earlier, DAY, program.library.named_in))
    held = {name: args.get("as_of") for name, args in calls if name in wanted or name in ("views", "levels")}
    assert held == wanted
    people = {str(args["author"]) for name, args in calls if name == "views"}
    assert all(p in ("David Rosenberg", "Steven DeSanctis") for p in people)


@pytest.mark.parametrize(
    ("earlier", "question", "call"),
    [
        ("Is the Russell 2000 overbought?", "Who was wrong about a recession in 2023?", {"question": "Who was wrong about a recession in 2023?"}),
        ("How is the Dow doing?", "Who expects a recession?", {"question": "Who expects a recession?"}),
        ("What does Rosenberg say about small caps?", "and on a recession?", {"question": "and on a recession?", "author": "David Rosenberg"}),
    ],
)  # fmt: skip
def test_a_question_with_a_subject_of_the_library_s_own_takes_none_from_the_one_before(
    program: Program, earlier: str, question: str, call: dict[str, str]
) -> None:
    assert plan(understand(question, [earlier], DAY, program.library.named_in)) == [("views", call)]


def test_what_only_people_speak_of_asks_for_views_whatever_was_asked_before(program: Program) -> None:
    assert set(_tools(program, "What is the Fed expected to do?", "How did the S&P 500 do?")) == {"views"}
