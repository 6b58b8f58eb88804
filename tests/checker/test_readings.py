"""How a text is read: periods and where they end, names, directions, tables, what is no claim, and how long it takes."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from assistant.checker.claims.claim import Claim
from assistant.checker.claims.reading import read_claims
from assistant.checker.marked import html_body
from assistant.checker.past import Past
from assistant.checker.report import Report, check
from assistant.checker.text.layout import pieces
from assistant.checker.text.names import names
from assistant.checker.text.times import read_times
from assistant.program import Program
from assistant.settings import read_settings

DAY = date(2024, 7, 16)


def claims(text: str, as_of: date = DAY) -> list[Claim]:
    return [c for _, found in read_claims(text, as_of, lambda _: ()) for c in found]


def spans(text: str) -> list[tuple[str, str, str]]:
    return [(c.subject, c.kind, c.span.kind) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Over the week:\n\nThe S&P 500 added 1%.\n\nOver the year:\n\nThe S&P 500 added 2%.", [("spx", "return", "week"), ("spx", "return", "year")]),
        ("So far this week, the S&P 500 is up 1% and the Nasdaq is up 2%.", [("spx", "return", "week"), ("comp", "return", "week")]),
        ("The Dow is up 1% this year. That compares with 2% for the S&P 500.", [("dji", "return", "year"), ("spx", "return", "year")]),
        ("In 2023 the Dow rose 1%. Over the same period the Nasdaq rose 2%.", [("dji", "return", "period"), ("comp", "return", "period")]),
        ("Year to date, the Dow and the Nasdaq have gained 1% and 2%, respectively.", [("dji", "return", "year"), ("comp", "return", "year")]),
        ("From the end of 2021 to July 12, the S&P 500 rose 18.9%.", [("spx", "return", "between")]),
        ("The Dow rose 10.50, or 1 percent, to 40,000.50.", [("dji", "points", "day"), ("dji", "return", "day"), ("dji", "level", "day")]),
        ("The S&P 500 fell 64.65 to 876.99.", [("spx", "points", "day"), ("spx", "level", "day")]),
        ("The Standard & Poor's 500 index gained 0.6%.", [("spx", "return", "day")]),
        ("| | S&P 500 | Nasdaq |\n|---|---|---|\n| YTD | +1.0% | +2.0% |", [("spx", "return", "year"), ("comp", "return", "year")]),
        ("Index\tClose\t% Chg\nDow\t40,954.48\t1.85\nNasdaq\t18,509.34\t0.20", [("dji", "level", "day"), ("dji", "return", "day"), ("comp", "level", "day"), ("comp", "return", "day")]),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_what_the_text_says_around_it(text: str, read: list[tuple[str, str, str]]) -> None:
    assert spans(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "The market opened at 9:30 a.m. as in the 1990s.",
        "Gainers beat losers by a 2.5-to-1 ratio.",
        "As of 7/16/24 nothing moved.",
    ],
)
def test_clock_times_decades_ratios_and_dates_are_no_claims(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Russell 1000 rose 0.8%.",
        "The Nasdaq 100 lost 0.3%.",
        "S&P 500 futures were up 0.2%.",
        "The Russell 2000 Value index gained 12%.",
        "The Dow Transports gained 3.1%.",
        "Apple shares gained 2.3% to $189.52.",
        "Treasuries fell 0.5%.",
        "The 2-year yield was at 4.43%.",
        "The S&P's forward P/E is 21.9, compared with 16.2 for small caps.",
    ],
)
def test_what_is_not_measured_is_not_its_neighbour(text: str) -> None:
    assert {c.kind for c in claims(text)} <= {"none"}


def test_a_date_line_dates_the_text_and_an_aside_does_not() -> None:
    dated = claims("NEW YORK, Jan. 12, 2015 (Reuters) - The S&P 500 fell 0.8 percent on Monday.", date(2026, 1, 22))
    assert dated[0].day == date(2015, 1, 12)
    aside = claims("The Nasdaq peaked on March 10, 2000. The S&P 500 closed at 5,667.20 on July 16.")
    assert aside[-1].day == DAY


def test_times_and_names_stand_where_they_stand() -> None:
    (when,) = read_times("its best month since April 2009", DAY, DAY)
    assert (when.kind, when.lead, when.reach) == ("month", "since", (date(2009, 4, 1), date(2009, 4, 30)))
    assert [n.key for n in names("the yield on the 10-year Treasury note, the Nasdaq 100 and the VIX")] == [
        "tnx",
        "",
        "vix",
    ]
    assert [p.kind for p in pieces("For the week:\n\nThe Dow rose 1%.")] == ["heading", "sentence"]


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("The S&P 500 fell to 6,913.35 on 22 January 2026.", "false", "not down"),
        ("The Russell 2000 is not overbought.", "true", "69.17"),
        ("The Russell 2000 closed at 2,718.77, its highest close of 2026.", "true", "never as high"),
        ("The Russell 2000 rose 20.06 points.", "true", "+20.06"),
        ("The Russell 2000 has gained 9.5% since the election.", "not_checkable", "isn't understood"),
    ],
)
def test_every_part_of_a_claim_is_held(checking: Callable[[str], Report], text: str, verdict: str, words: str) -> None:
    told = [(c.verdict.name, c.verdict.explanation) for c in checking(text).checked]
    assert any(name == verdict and words in why for name, why in told), told


def test_each_verdict_says_what_it_was_read_as(checking: Callable[[str], Report]) -> None:
    report = checking("The Russell 2000 is up 9.54% this year.")
    reading = report.to_json()["claims"][0]["reading"]
    assert (reading["subject"], reading["measure"], reading["window"], reading["date"]) == ("the Russell 2000", "return", "for the year", "2026-01-22")  # fmt: skip
    assert "Read as: the Russell 2000, return, for the year, 22 January 2026" in html_body(report)


def test_verdicts_are_told_in_chinese_where_that_is_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
        home = tmp_path_factory.mktemp("chinese")
        program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
        evidence = program.evidence()
        *_, report = check("The Russell 2000 is up 9.54% this year.", evidence, Past(evidence, "zh"), "zh")
        assert isinstance(report, Report)
        assert "罗素2000指数当年上涨 9.54%" in report.checked[0].verdict.explanation
        assert "成立" in html_body(report)
        program.close()


@pytest.mark.parametrize(
    "text",
    ["1," * 2500, "rose 1 % " * 1100, "highest close since " * 500, "(" * 10_000, " " * 20_000 + "x", "9" * 20_000],
)
def test_reading_takes_time_as_the_text_is_long(text: str) -> None:
    def spent(size: int) -> float:
        began = time.thread_time()  # of this thread's own work: a machine that is busy elsewhere doesn't count
        claims(text[:size])
        return time.thread_time() - began

    spent(len(text) // 8)
    assert spent(len(text)) < 16 * max(spent(len(text) // 4), 0.02)
