"""What goes wrong before a reader's eyes is told in the reader's language, with its days and names."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.bounds import LONGEST, QuestionError, check_question
from assistant.evidence.source import as_date
from assistant.page.blocks.fetching import fault_line
from assistant.statements.fault_words import fault_words
from assistant.statements.words import FOLDER
from tools.data.sessions import check_settled
from tools.errors import BadDate, MarketDataError, RateLimited, SourceDown, StoreError, SymbolNotFound, Unreachable

AT = datetime(2026, 1, 22, 15, 0, tzinfo=UTC)


def fault(day: str) -> Exception:
    with pytest.raises(BadDate) as caught:
        check_settled(date.fromisoformat(day), AT)
    return caught.value


@pytest.mark.parametrize(
    ("day", "chinese"),
    [
        ("2031-01-02", "2031年1月2日尚未到来。最近一个已结算的交易日是2026年1月21日。"),
        ("2026-01-22", "2026年1月22日的交易尚未结算。最近一个已结算的交易日是2026年1月21日。"),
        ("2026-01-18", "2026年1月18日是周末。最近的交易日是2026年1月16日和2026年1月20日。"),
        ("2026-01-19", "2026年1月19日交易所休市。最近的交易日是2026年1月16日和2026年1月20日。"),
        ("1900-01-02", "1900年1月2日早于全部数据。最近一个已结算的交易日是2026年1月21日。"),
    ],
)
def test_a_date_that_cannot_be_taken(day: str, chinese: str) -> None:
    assert fault_words(fault(day), "zh") == chinese
    assert re.search("[A-Za-z]{3}", fault_words(fault(day), "en"))


def test_a_weekend_whose_monday_has_not_settled_names_the_session_before_alone() -> None:
    with pytest.raises(BadDate) as caught:
        check_settled(date(2026, 1, 17), datetime(2026, 1, 18, 15, 0, tzinfo=UTC))
    assert fault_words(caught.value, "zh") == "2026年1月17日是周末。最近的交易日是2026年1月16日。"


@pytest.mark.parametrize(
    ("asked", "begins"), [("?!", "问题是空的"), ("x" * (LONGEST + 1), f"问题共有 {LONGEST + 1:,} 个字符")]
)
def test_a_question_that_cannot_be_asked(asked: str, begins: str) -> None:
    with pytest.raises(QuestionError) as caught:
        check_question(asked)
    assert fault_words(caught.value, "zh").startswith(begins)


@pytest.mark.parametrize(("text", "chinese"), [("yesterday", "不是日期"), ("2026-02-30", "这一天不存在")])
def test_a_box_that_holds_no_date(text: str, chinese: str) -> None:
    with pytest.raises(BadDate) as caught:
        as_date(text)
    assert chinese in fault_line(caught.value, "zh")


@pytest.mark.parametrize("kind", [Unreachable, RateLimited, SourceDown, SymbolNotFound])
def test_an_outage_keeps_its_cause(kind: type[MarketDataError]) -> None:
    told = fault_words(kind("Yahoo said no."), "zh")
    assert "（Yahoo said no）" in told
    assert told.endswith("。")


def test_what_has_no_words_stands_in_english() -> None:
    assert fault_words(StoreError("The store failed: disk full", "Free some space."), "zh") == (
        "The store failed: disk full. Free some space."
    )


def test_each_message_is_of_a_kind_that_is_raised() -> None:
    root = Path(__file__).resolve().parent.parent
    code = "".join(
        p.read_text(encoding="utf-8") for folder in ("assistant", "tools") for p in (root / folder).rglob("*.py")
    )
    held = re.findall(r"^fault-([\w-]+) =", (FOLDER / "faults-zh.ftl").read_text(encoding="utf-8"), re.M)
    assert [kind for kind in held if f'"{kind}"' not in code and f'"fault-{kind}"' not in code] == []
