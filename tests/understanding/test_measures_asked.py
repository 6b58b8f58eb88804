"""The measures that a question asks for in so many words."""

from datetime import date
from typing import Any

import pytest

from assistant.understanding.measures_asked import measures_asked

DAY = date(2026, 1, 22)
ASKED: list[tuple[str, list[str], dict[str, Any]]] = [
    ("What was the worst day for small caps ever?", ["rut"], {"measure": "extremes", "order": "worst", "bucket": "session", "window": {}}),
    ("Q4 2025?", ["rut"], {"measure": "change", "window": {"period": "2025-Q4"}}),
    ("IWM against QQQ over six months", ["iwm", "qqq"], {"measure": "compare", "window": {"last": 6, "unit": "month"}}),
    ("the last five closes", ["rut"], {"measure": "list", "n": 5}),
    ("When did it first close above 2,600?", ["rut"], {"measure": "first", "where": [{"test": "above", "than": 2600.0}]}),
    ("10,000 dollars in IWM since the start of 2020", ["iwm"], {"measure": "growth", "amount": 10000.0, "window": {"start": "2020-01-01"}}),
    ("What would $5k in SPY a year ago be?", ["spy"], {"measure": "growth", "amount": 5000.0}),
    ("correlation of IWM and SPY", ["iwm", "spy"], {"measure": "correlation"}),
    ("how often did RSI above 70 end in a fall a month later?", ["rut"], {"measure": "after", "where": [{"test": "crosses_above", "than": 70.0, "of": "rsi_14"}]}),
    ("What did small caps do after earlier Fed cuts?", ["rut"], {"measure": "after", "where": [{"test": "event", "than": "fed_cut"}]}),
    ("How many days did the VIX close above 30 in 2025?", ["vix"], {"measure": "count", "where": [{"test": "above", "than": 30.0}], "window": {"period": "2025"}}),
    ("How often did the Russell 2000 beat the S&P 500 in 2025?", ["rut", "spx"], {"measure": "count", "where": [{"test": "beats", "than": "spx"}]}),
    ("How many times did the S&P 500 fall by more than 2% in 2022?", ["spx"], {"measure": "count", "where": [{"test": "falls", "than": 2.0}]}),
    ("What is the highest close of the Dow?", ["dji"], {"measure": "extremes", "order": "highest"}),
    ("What was the best January since 2000?", ["rut"], {"measure": "extremes", "order": "best", "bucket": "month"}),
    ("biggest one-day drop in the S&P 500 since 2010", ["spx"], {"measure": "extremes", "order": "worst", "window": {"start": "2010-01-01", "closes": False}}),
    ("three worst months for small caps since 1990", ["rut"], {"measure": "extremes", "order": "worst", "bucket": "month", "n": 3}),
    ("deepest drawdown of small caps since 2007", ["rut"], {"measure": "drawdown", "window": {"start": "2007-01-01", "closes": False}}),
    ("罗素2000过去三个月涨了多少？", ["rut"], {"measure": "change", "window": {"last": 3, "unit": "month"}}),
]  # fmt: skip
NOT_ASKED = [
    ("How is the Russell 2000 doing this year?", ["rut"]),
    ("Is the Russell 2000 overbought?", ["rut"]),
    ("Where is support?", ["rut"]),
    ("How many record closes has the Russell 2000 set this year?", ["rut"]),
    ("What was the Russell at on 15 December?", ["rut"]),
    ("Which sectors led this week?", []),
    ("How far is the Russell 2000 from its 52-week high?", ["rut"]),
    ("What is the VIX at?", ["vix"]),
]


@pytest.mark.parametrize(("words", "subjects", "query"), ASKED, ids=[a[0] for a in ASKED])
def test_a_measure_asked_in_so_many_words(words: str, subjects: list[str], query: dict[str, Any]) -> None:
    (found,) = measures_asked(words, subjects, DAY)
    told = found.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    for name, value in query.items():
        got = [{k: v for k, v in c.items() if v is not None} for c in told[name]] if name == "where" else told[name]
        assert got == value, (name, got)


@pytest.mark.parametrize(("words", "subjects"), NOT_ASKED, ids=[n[0] for n in NOT_ASKED])
def test_what_the_catalogue_answers_is_left_to_it(words: str, subjects: list[str]) -> None:
    assert measures_asked(words, subjects, DAY) == ()


@pytest.mark.parametrize("words", ["", "?" * 3000, "1,1,1," * 900, "above " * 800, "worst " * 900, "since " * 900])
def test_any_text_is_read_in_bounded_time_and_raises_nothing(words: str) -> None:
    assert isinstance(measures_asked(words, [], DAY), tuple)
