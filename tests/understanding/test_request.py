"""How a question is read: whom and what it names, over which time, what it wants, and what it takes from the one before."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.bounds import LONGEST, QuestionError, check_question
from assistant.program import Program
from assistant.understanding.request import Request, read_request
from assistant.writing.plan import plan
from tools.measures.windows.window import days

DAY = date(2026, 1, 22)
Read = Callable[..., Request]


@pytest.fixture
def read(program: Program) -> Read:
    """Reads a question after earlier ones."""
    return lambda question, *earlier: read_request(question, earlier, DAY, program.library.people)


@pytest.mark.parametrize(
    ("question", "intent", "subjects", "people"),
    [
        ("Is the Russell 2000 overbought?", "stretched", ("rut",), ()),
        ("Which sectors led?", "sectors", (), ()),
        ("What does David Rosenberg say about small caps?", "person_view", ("rut",), ("David Rosenberg",)),
        ("whats the russel at", "level", ("rut",), ()),
        ("what does Rosenburg say", "person_view", (), ("David Rosenberg",)),
        ("Did the Rusel 2000 beat the Nasdak this year?", "compare", ("rut", "comp"), ()),
        ("Is the rally real or just froth?", "open", (), ()),
        ("hello", "small_talk", (), ()),
        ("should I buy IWM?", "advice", ("iwm",), ()),
        ("罗素2000今年涨了多少？", "performance", ("rut",), ()),
        ("纳指和标普今年谁涨得多", "compare", ("comp", "spx"), ()),
        ("罗森伯格怎么看小盘股？", "person_view", ("rut",), ("David Rosenberg",)),
        ("德桑克蒂斯的目标价是多少", "targets", (), ("Steven DeSanctis",)),
        ("今天哪些板块领涨", "sectors", (), ()),
    ],
)
def test_a_question_is_read(
    read: Read, question: str, intent: str, subjects: tuple[str, ...], people: tuple[str, ...]
) -> None:
    request = read(question)
    assert (request.intent, request.subjects, request.people) == (intent, subjects, people)
    assert request.language == ("zh" if any(c > "\u3000" for c in question.rstrip("？")) else "en")


@pytest.mark.parametrize(
    ("question", "symbols", "subjects"),
    [
        ("How is the Russell 1000 doing?", ("Russell 1000",), ()),
        ("Did the Dow Transports beat the Dow?", ("Dow Transports",), ("dji",)),
        ("How did the S&P MidCap 400 do against the S&P 500?", ("S&P MidCap 400",), ("spx",)),
        ("How did 7203.T and VOD.L do?", ("7203.T", "VOD.L"), ()),
        ("How did EURUSD=X, CL=F, BTC-USD and ^N225 do?", ("EURUSD=X", "CL=F", "BTC-USD", "^N225"), ()),
        ("How are small caps in the U.S. doing?", (), ("rut",)),
        ("How is $NVDA doing?", ("NVDA",), ()),
        ("how did IWM do for ALL of 2025", (), ("iwm",)),
        ("how much is zoetis up this year", ("zoetis",), ()),
    ],
)
def test_what_lies_outside_the_universe_is_asked_for_by_its_own_name(
    read: Read, question: str, symbols: tuple[str, ...], subjects: tuple[str, ...]
) -> None:
    request = read(question)
    assert (request.symbols, request.subjects) == (symbols, subjects)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What was the streak on 21 January 2026?", date(2026, 1, 21), date(2026, 1, 21)),
        ("How strong was the rotation a month ago?", date(2025, 12, 22), date(2025, 12, 22)),
        ("What was the Russell at on 15 December?", date(2025, 12, 15), date(2025, 12, 15)),
        ("What did the Nasdaq do last Friday?", date(2026, 1, 16), date(2026, 1, 16)),
        ("How did small caps do in December?", date(2025, 12, 1), date(2025, 12, 31)),
        ("How did the S&P 500 do in 2024?", date(2024, 1, 1), date(2024, 12, 31)),
        ("三个月前罗素2000是多少", date(2025, 10, 22), date(2025, 10, 22)),
        ("纳指昨天涨了吗", date(2026, 1, 21), date(2026, 1, 21)),
    ],
)
def test_times_are_read_against_the_answers_date(read: Read, question: str, first: date, last: date) -> None:
    window = read(question).window
    assert window is not None
    assert days(window, DAY)[:2] == (first, last)


def test_the_number_in_an_indexes_name_is_no_time(read: Read) -> None:
    assert read("How is the Russell 2000?").window is None


@pytest.mark.parametrize(
    ("earlier", "question", "intent", "subjects", "people", "took"),
    [
        ("How has the Russell 2000 done this year?", "and the Nasdaq?", "performance", ("comp",), (), {"intent", "window"}),
        ("What does Rosenberg say about small caps?", "and DeSanctis?", "person_view", ("rut",), ("Steven DeSanctis",), {"intent", "subjects"}),
        ("What does Rosenberg say about small caps?", "does he have a target?", "targets", ("rut",), ("David Rosenberg",), {"people", "subjects"}),
        ("What did the Russell 2000 do on 9 April 2025?", "and today?", "performance", ("rut",), (), {"intent", "subjects"}),
        ("How is the Nasdaq doing?", "How much is gold up this year?", "performance", (), (), set()),
        ("罗素2000今年涨了多少？", "那纳指呢？", "performance", ("comp",), (), {"intent", "window"}),
        ("How is the Dow doing?", "thanks", "small_talk", (), (), set()),
    ],
)  # fmt: skip
def test_a_follow_up_takes_what_it_leans_on_and_nothing_else(
    read: Read,
    earlier: str,
    question: str,
    intent: str,
    subjects: tuple[str, ...],
    people: tuple[str, ...],
    took: set[str],
) -> None:
    request = read(question, earlier)
    assert (request.intent, request.subjects, request.people) == (intent, subjects, people)
    assert set(request.took_over) == took


def test_a_question_about_now_keeps_no_earlier_day(read: Read) -> None:
    request = read("and now?", "What did the Russell 2000 do on 9 April 2025?")
    assert request.day in (None, DAY)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Is the Russell up this year? yes or no", {"yes_no": True}),
        ("Tell me in three sentences how the rotation stands", {"sentences": 3}),
        ("small caps vs large caps as a table", {"table": True}),
        ("explain the rally like I'm five", {"plain": True}),
        ("用三句话说说小盘股", {"sentences": 3}),
    ],
)
def test_the_form_that_is_asked_for_is_read(read: Read, question: str, form: dict[str, object]) -> None:
    told = read(question).form
    assert {name: getattr(told, name) for name in form} == form


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wie hat sich der Russell 2000 in diesem Jahr entwickelt?", "German"),
        ("Comment va le Russell 2000 depuis le début de l'année ?", "French"),
        ("ラッセル2000はどうですか", "Japanese"),
        ("How is the Russell 2000?", ""),
        ("罗素怎么样", ""),
    ],
)
def test_another_language_is_recognised(read: Read, question: str, language: str) -> None:
    assert read(question).foreign == language


def test_somebody_the_library_does_not_hold_is_known_by_name(read: Read) -> None:
    request = read("What does Warren Buffett say about small caps?")
    assert (request.people, request.unknown_people) == ((), ("Warren Buffett",))


@pytest.mark.parametrize("text", ["", "   ", "?!", "x" * (LONGEST + 1), "y" * 50_000])
def test_a_question_that_cannot_be_asked_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(QuestionError) as error:
        check_question(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "’; DROP TABLE bars; --", "{rut.close}", "[rosenberg-2026-01-22]", "🚀" * 100 + " russell", "Ρώσελ 2000;",
        "\u202erussell", "1,1,1," * 300, "above " * 300, "worst " * 300, "since " * 300,
    ],
)  # fmt: skip
def test_odd_questions_are_read_or_not_but_break_nothing(read: Read, text: str) -> None:
    plan(read(text, "and?", "what about it?"), DAY)


def test_a_fund_on_its_own_is_held_against_the_large_cap_fund() -> None:
    request = Request("Is IWM leading?", intent="streak", subjects=("iwm",))
    assert plan(request, DAY) == [("rotation", {"first": "iwm", "second": "spy"})]
