"""How a figure is computed, told to a Chinese reader: in Chinese, with the parameters of its key."""

import re

import pytest

from assistant.statements.cards.metric_names import definition_words, metric_name
from tools.definitions import DEFINITIONS, definition

PARAMETERS = {
    "day": "20251201", "column": "ytd", "event": "streak_10", "target": "return_20d", "k": "5", "r": "61_8", "t": "4",
    "n": "2", "window": "2025", "bucket": "month", "place": "3", "amount": "10000", "condition": "beats_spx",
    "season": "q4", "ahead": "20s", "session": "20250409",
}  # fmt: skip


def told(metric: str) -> str:
    return definition_words({"key": f"rut.{metric}", "subject": "rut", "definition": definition(metric).words}, "zh")


@pytest.mark.parametrize("key", DEFINITIONS)
def test_a_definition_is_told_in_chinese(key: str) -> None:
    words = told(re.sub(r"\{(\w+)\}", lambda m: PARAMETERS[m[1]], key))
    assert words.endswith("。")
    assert "{" not in words
    foreign = re.findall(r"[A-Za-z]{4,}", words)
    assert set(foreign) <= {"FRED", "ICSA", "PAYEMS", "UNRATE", "CPIAUCSL", "DFEDTARU", "DFEDTARL", "MACD", "MSCI"}


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("close.20250409", "该交易日的收盘价。"),
        ("rsi_14.highest.2025", "14日RSI：窗口内各交易日的最高值。"),
        ("return_ytd", "收盘价除以今年之前最后一个交易日的收盘价，再减一；只计价格。"),
        ("season.january.all.average", "窗口内各个1月变动的平均值。只计完整的期间：尚未结束或被窗口截断的不计。"),
        ("season.monday.all.n", "窗口内完整的周一的个数。"),
        ("count.up.2025.week", "窗口内满足条件的完整期间数（每期一周）。"),
        ("best_month.2025", "窗口内最大的单期变动（每期一个月）。只计完整的期间：尚未结束或被窗口截断的不计。"),
        ("support.2.distance", "第2支撑位除以当日收盘价，再减一。"),
    ],
)
def test_parameters_stand_in_it(metric: str, words: str) -> None:
    assert told(metric) == words


def test_in_english_it_is_as_the_fact_has_it_and_a_derived_one_tells_its_expression() -> None:
    fact = {"key": "a - b", "subject": "rut", "definition": "Computed from other figures: a - b.", "derived": "a - b"}
    assert definition_words(fact, "en") == "Computed from other figures: a - b."
    assert definition_words(fact, "zh") == "由其他数字计算：a - b。"


@pytest.mark.parametrize(
    ("metric", "english", "chinese"),
    [
        ("close.20251231", "close on 2025-12-31", "2025年12月31日收盘价"),
        ("rsi_14.highest.2025", "RSI-14: highest over 2025", "14日RSI：区间最高"),
        ("return_ytd", "year to date return", "今年以来涨跌幅"),
        ("nothing.of_ours", "nothing of ours", "nothing of ours"),
    ],
)
def test_a_metric_is_named_in_both_languages(metric: str, english: str, chinese: str) -> None:
    assert (metric_name(metric, "en"), metric_name(metric, "zh")) == (english, chinese)
