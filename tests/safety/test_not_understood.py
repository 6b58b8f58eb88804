"""Days that don't exist, days before all data, things that are no name: each an error in a line, everywhere."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.bounds import QuestionError
from assistant.contract import error_document, facts_document, measure_document
from assistant.evidence.source import Evidence, as_date
from assistant.program import Program
from assistant.understanding.dates import read_dates
from assistant.understanding.not_understood import impossible_day, no_name
from tests.page.serving import ROOT, environment
from tests.page.test_interfaces import call
from tools.agent.research import catalogue_for, refusals
from tools.errors import BadDate, BadQuery, MarketDataError

IMPOSSIBLE = [
    "Where did the Russell 2000 close on 30 February 2025?", "How was 31 April 2025 for small caps?", "rut on 2025-02-30",
    "Nasdaq on Feb 29, 2025", "the S&P 500 on 29 February 2023", "What happened on June 31?", "2025-13-01 close of rut",
    "罗素2000在2025年2月30日收于多少？", "4月31日标普500怎么样？",
]  # fmt: skip
POSSIBLE = [
    "Where did the Russell 2000 close on 28 February 2025?", "How was 29 February 2024?", "rut in May 2025", "up 30 points in June",
    "Did it rise in March 31 % or less?", "VIX above 30 in February 2025", "罗素2000在2025年2月28日收于多少？", "the 2000 index in April",
]  # fmt: skip
NO_NAMES = [
    "How is ../../etc/passwd doing?", "../../etc/passwd", "What is the RSI of ../../etc/passwd?", "How did <script>alert(1)</script> do?",
    "What is the price of {rut.close}?", "level of C:\\Windows\\system32", "Is /etc/shadow up this year?", "how is \x00\x01 doing",
]  # fmt: skip
NAMES = [
    "How is S&P 500/Nasdaq doing?", "rut and/or spx", "P/E of the Russell 2000?", "EUR/USD this year?", "AT&T vs BRK.B",
    "Is it overbought (RSI > 70)?", "Is 3 < 4?", "What does https://example.com/a/b say about small caps?", "1/22/2026",
]  # fmt: skip


@pytest.mark.parametrize("question", IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_an_error_in_a_line(program: Program, evidence: Evidence, question: str) -> None:
    assert impossible_day(question)
    with pytest.raises(BadDate, match="no such day") as caught:
        program.ask(question, evidence=evidence)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("question", POSSIBLE)
def test_a_day_that_exists_is_none(question: str) -> None:
    assert impossible_day(question) is None


@pytest.mark.parametrize("question", NO_NAMES)
def test_what_is_no_name_gets_no_index_s_figures(program: Program, evidence: Evidence, question: str) -> None:
    assert no_name(question)
    with pytest.raises(QuestionError, match="not understood") as caught:
        program.ask(question, evidence=evidence)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("question", NAMES)
def test_what_may_be_a_name_is_left_alone(question: str) -> None:
    assert no_name(question) is None


@pytest.mark.parametrize("question", ["How did the Russell 2000 close on 1900-01-01?", "What did the Nasdaq do in 1900?", "How was 3 January 1850 for rut?"])  # fmt: skip
def test_a_day_before_all_data_names_the_first_one_held(program: Program, evidence: Evidence, question: str) -> None:
    with pytest.raises(BadDate, match=r"data begins on 2 January 2024"):
        program.ask(question, evidence=evidence)


def test_a_tool_is_told_of_the_first_day_held(evidence: Evidence) -> None:
    told, artifact = refusals(lambda: (str(evidence.at(as_date("1900-01-01"))), {}))
    assert "data begins on 2 January 2024" in told
    assert artifact["facts"] == []


@pytest.mark.parametrize("subject", ["../../etc/passwd", "", "\x00", "<b>", "{rut.close}", "rut/../..", "a" * 500])
def test_a_subject_that_is_none_is_named_as_not_understood(evidence: Evidence, subject: str) -> None:
    with pytest.raises(MarketDataError) as caught:
        measure_document(evidence, "change", [subject], {})
    assert "\n" not in caught.value.message
    assert catalogue_for(evidence, [subject], None)[0] == []  # type: ignore[arg-type]
    if subject:
        with pytest.raises(ValueError) as unknown:
            facts_document(evidence, [subject])
        told: Any = error_document(unknown.value)
        assert told["error"]["kind"] == "UnknownKey"
        assert len(told["error"]["message"]) < 400
        assert told["error"]["message"].isprintable()


def test_over_http_each_is_an_error_in_a_line(page: str) -> None:
    for question, kind in (
        ("Where did the Russell 2000 close on 30 February 2025?", "BadDate"),
        ("How did the Russell 2000 close on 1900-01-01?", "BadDate"),
        ("How is ../../etc/passwd doing?", "QuestionError"),
    ):
        assert call(page, "ask", question, "", "", "")["error"]["kind"] == kind
    assert "runs from 2 January 2024" in call(page, "facts", "rut", "1900-01-01")["error"]["message"]
    assert "no such day" in call(page, "facts", "rut", "2025-02-30")["error"]["message"]
    assert (
        "no such day" in call(page, "measure", "change", "rut", "30 February 2025", "", "", 0, "")["error"]["message"]
    )


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (["ask", "Where did the Russell 2000 close on 30 February 2025?", "--json"], "no such day"),
        (["facts", "rut", "--as-of", "2025-02-30", "--json"], "no such day"),
        (["data", "refresh", "../../etc/passwd"], "../../etc/passwd"),
    ],
)
def test_on_the_command_line_too(tmp_path: Path, command: list[str], word: str) -> None:
    run = [sys.executable, "-m", "assistant", *command]
    done = subprocess.run(run, env=environment(tmp_path), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (1, 2)
    assert word in done.stderr
    assert done.stderr.count("\n") == 1
    if "--json" in command:
        assert word in json.loads(done.stdout)["error"]["message"]


@given(st.text(max_size=80))
def test_any_text_is_read_for_days_and_names_without_an_error(text: str) -> None:
    for told in (impossible_day(text), no_name(text)):
        assert told is None or told
    read_dates(text)


@example(0, 1, 1)
@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_written_day_is_impossible_just_where_python_has_none(year: int, month: int, day: int) -> None:
    from datetime import date

    text = f"{year:04}-{month:02}-{day:02}"
    try:
        date(year, month, day)
    except ValueError:
        assert impossible_day(f"rut on {text}") == text
    else:
        assert impossible_day(f"rut on {text}") is None


@given(st.text(max_size=80))
def test_any_subject_is_found_or_refused_in_a_line(text: str) -> None:
    from tests.safety.offline import EMPTY, NOW, resolve

    told = ""
    try:
        assert resolve(text, EMPTY, now=NOW, home=Path("/nonexistent"), online=False).subject
    except MarketDataError as error:
        told = error.message
    assert "\n" not in told


def test_one_visitor_s_unknown_symbols_stay_out_of_another_s_answer(evidence: Evidence) -> None:
    first = evidence.with_symbols(["ACME"]).market.missing
    second = evidence.with_symbols(["ZQXW"]).market.missing
    assert set(first) == {"ACME"}
    assert set(second) == {"ZQXW"}


def test_four_new_names_are_looked_up_for_one_answer_and_no_more(evidence: Evidence) -> None:
    evidence.limit_new_symbols(4)
    for n in range(10):
        with pytest.raises(MarketDataError) as caught:
            evidence.resolve(f"Company {n}")
        assert isinstance(caught.value, BadQuery) is (n >= 4)
    assert evidence.resolve("the Nasdaq").subject.key == "comp"  # what is known costs nothing
