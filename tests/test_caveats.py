"""Caveats: each worded once, read back as what it was, and told in Chinese."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence.source import Evidence
from assistant.statements.cards.caveat_words import caveat_words
from assistant.statements.words import FOLDER
from tools.caveats import CAVEATS, caveat, read_caveat

VALUES = {
    "day": "9 April 2025", "first": "2025-04-09", "last": "2025-04-11", "n": "3", "needed": "10", "bucket": "month",
    "sessions": "^RUT 2026-01-22, ^GSPC 2026-01-21", "symbol": "^RUT", "why": "it is ten times the close before",
    "field": "high", "served": "23,456", "limit": "1.25", "points": "+0.31", "month": "October 2025",
    "person": "David Rosenberg", "high": "2800",
}  # fmt: skip


def filled(kind: str) -> tuple[str, dict[str, str]]:
    given_ = {name: VALUES[name] for name in re.findall(r"\{(\w+)\}", CAVEATS[kind])}
    return caveat(kind, **given_), given_


@pytest.mark.parametrize("kind", CAVEATS)
def test_a_caveat_is_read_back_as_it_was_written(kind: str) -> None:
    told, values = filled(kind)
    assert read_caveat(told) == (kind, values)


@pytest.mark.parametrize("kind", CAVEATS)
def test_a_caveat_is_told_in_chinese(kind: str) -> None:
    told = caveat_words(filled(kind)[0], "zh")
    assert re.search(r"[\u4e00-\u9fff]", told)
    foreign = set(re.findall(r"[A-Za-z]{4,}", told.replace(VALUES["why"], "").replace(VALUES["month"], "")))
    assert foreign <= {"SPDR", "FRED", "GSPC", "David", "Rosenberg"}


def test_each_has_one_message() -> None:
    held = re.findall(r"^caveat-([\w-]+) =", (FOLDER / "caveats-zh.ftl").read_text(encoding="utf-8"), re.M)
    assert sorted(held) == sorted(CAVEATS)


@pytest.mark.parametrize(
    ("told", "chinese"),
    [
        ("the data begins on 2 January 1990, after the window does", "数据始于1990年1月2日，晚于窗口起点"),
        ("^RUT: the base is 2025-12-31: the session after it has no bar", "^RUT：基数取自2025年12月31日：其后一个交易日没有行情"),
        ("2 month(s) left open by missing bars, the last 2024-05-02", "有 2 个月因缺少行情无法判断，最近一个是2024年5月2日"),
        ("what nobody worded", "what nobody worded"),
    ],
)  # fmt: skip
def test_days_and_symbols_stand_as_a_chinese_reader_expects_them(told: str, chinese: str) -> None:
    assert caveat_words(told, "zh") == chinese
    assert caveat_words(told, "en") == told


def test_every_caveat_of_the_catalogue_is_one_of_them(evidence: Evidence) -> None:
    told = {c for fact in evidence.catalogue.facts for c in fact.caveats}
    assert told
    assert {c for c in told if caveat_words(c, "zh") == c} == set()


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    assert caveat_words(text, "zh") or text == ""
