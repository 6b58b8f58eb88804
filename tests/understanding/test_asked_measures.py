"""The measures that a request asks for."""

from datetime import date
from typing import Any

import pytest

from assistant.program import Program
from assistant.understanding.asked_measures import measures_of
from assistant.understanding.request import read_request

DAY = date(2026, 1, 22)
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("What was the worst day for small caps ever?", {"measure": "extremes", "order": "worst", "bucket": "session"}),
    ("How did the Russell 2000 do in Q4 2025?", {"measure": "change", "window": {"period": "2025-Q4"}}),
    ("IWM against QQQ over six months", {"measure": "compare", "window": {"last": 6, "unit": "month"}, "subjects": ["iwm", "qqq"]}),
    ("When did the Russell 2000 first close above 2,600?", {"measure": "first", "where": [{"test": "above", "than": 2600.0}]}),
    ("10,000 dollars in IWM since the start of 2020, what is it now?", {"measure": "growth", "amount": 10000.0, "window": {"start": "2020-01-01"}}),
    ("What would $5k in SPY a year ago be worth?", {"measure": "growth", "amount": 5000.0, "window": {"start": "2025-01-22", "closes": True}}),
    ("correlation of IWM and SPY", {"measure": "correlation", "subjects": ["iwm", "spy"]}),
    ("What did small caps do after earlier Fed cuts?", {"measure": "after", "where": [{"test": "event", "than": "fed_cut"}]}),
    ("How many days did the VIX close above 30 in 2025?", {"measure": "count", "where": [{"test": "above", "than": 30.0}], "window": {"period": "2025"}}),
    ("How many times did the Russell 2000 beat the S&P 500 in 2025?", {"measure": "count", "where": [{"test": "beats", "than": "spx"}]}),
    ("How many times did the S&P 500 fall by more than 2% in 2022?", {"measure": "count", "where": [{"test": "falls", "than": 2.0}]}),
    ("What is the highest close of the Dow in 2025?", {"measure": "extremes", "order": "highest"}),
    ("biggest one-day drop in the S&P 500 since 2010", {"measure": "extremes", "order": "worst", "window": {"start": "2010-01-01"}}),
    ("three worst months for small caps since 1990", {"measure": "extremes", "order": "worst", "bucket": "month", "n": 3}),
    ("deepest drawdown of small caps since 2007", {"measure": "drawdown", "window": {"start": "2007-01-01"}}),
    ("罗素2000过去三个月涨了多少？", {"measure": "change", "window": {"last": 3, "unit": "month"}}),
    ("标普500今年有多少天上涨？", {"measure": "count", "where": [{"test": "rises"}], "subjects": ["spx"]}),
    ("纳指2025年跌得最惨的是哪天？", {"measure": "extremes", "order": "worst", "subjects": ["comp"]}),
    ("10万美元十年前投标普500现在值多少？", {"measure": "growth", "amount": 100000.0}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "query"), ASKED, ids=[a[0] for a in ASKED])
def test_a_measure_that_is_asked_for(program: Program, words: str, query: dict[str, Any]) -> None:
    (found,) = measures_of(read_request(words, (), DAY, program.library.people), DAY)
    told = found.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    for name, value in query.items():
        got = told[name] if name != "where" else [{k: v for k, v in c.items() if v is not None} for c in told[name]]
        assert got == value, (name, got)


@pytest.mark.parametrize(
    "words", ["Where is support?", "Is the Russell 2000 overbought?", "What is the VIX at?", "hello"]
)
def test_what_the_catalogue_answers_is_left_to_it(program: Program, words: str) -> None:
    assert measures_of(read_request(words, (), DAY, program.library.people), DAY) == ()
