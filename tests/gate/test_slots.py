"""Filling slots: keys, dates, expressions and their units."""

from datetime import UTC, date, datetime

import pytest

from assistant.evidence.derived import Derived, SlotError
from assistant.evidence.ledger import Ledger
from assistant.gate.slots import resolve
from assistant.statements.ordinals import ordinal
from tools.fact import Fact, Source


def _fact(key: str, value: float, unit: str, day: date = date(2026, 1, 22)) -> Fact:
    source = Source(publisher="p", retrieved_at=datetime(2026, 1, 22, tzinfo=UTC))
    return Fact(
        key=key, value=value, unit=unit, subject=key.split(".")[0], as_of=day, definition="d", inputs=(), source=source
    )


LEDGER = Ledger(
    [
        _fact("rut.return_ytd", 0.095435, "fraction"),
        _fact("spx.return_ytd", 0.009909, "fraction"),
        _fact("rut.close", 2718.77, "index points"),
        _fact("rut.close", 2698.17, "index points", date(2026, 1, 21)),
        _fact("rut.high_52w", 2700.0, "index points"),
        _fact("spx.close", 6913.35, "index points"),
        _fact("tnx.close", 4.249, "percent"),
        _fact("tnx.open", 4.26, "percent"),
        _fact("rut.records_ytd", 8, "count"),
        _fact("spx.zero", 0.0, "index points"),
    ]
)


@pytest.mark.parametrize(
    ("slot", "shown", "unit"),
    [
        ("rut.return_ytd", "9.54 %", "fraction"),
        ("rut.close@2026-01-21", "2,698.17", "index points"),
        ("= rut.return_ytd - spx.return_ytd", "8.55 points", "percentage points"),
        ("= rut.close@2026-01-22 / rut.close@2026-01-21 - 1", "0.76 %", "fraction"),
        ("= tnx.close - tnx.open", "−1.1 bp", "basis points"),
        ("= rut.close@2026-01-22 - rut.high_52w", "18.77", "index points"),
    ],
)
def test_a_slot_is_filled_with_value_and_unit(slot: str, shown: str, unit: str) -> None:
    item = resolve(slot, LEDGER)
    assert (item.display, item.unit) == (shown, unit)


@pytest.mark.parametrize(
    ("slot", "why"),
    [
        ("rut.return_9y", "is not in the evidence"),
        ("rut.close", "several dates"),
        ("rut.close@2026-01-20", "is not in the evidence"),
        ("rut.close@2026-13-40", "is not a date"),
        ("hello world", "is not a slot"),
        ("= rut.return_ytd + spx.return_ytd", "don't combine"),
        ("= rut.return_ytd - spx.close", "don't combine"),
        ("= spx.close / spx.zero", "divides by zero"),
        ("= spx.close * 2", "may only add"),
        ("= __import__('os')", "is not in the evidence|may only|no fact"),
        ("= 1 - 1", "names no fact"),
        ("= rut.return_ytd -", "is not an expression"),
    ],
)
def test_a_slot_that_cannot_be_filled_says_why(slot: str, why: str) -> None:
    with pytest.raises(SlotError, match=why):
        resolve(slot, LEDGER)


def test_a_derived_figure_names_the_facts_it_came_from() -> None:
    item = resolve("= rut.return_ytd - spx.return_ytd", LEDGER)
    assert isinstance(item, Derived)
    assert [p.key for p in item.parts] == ["rut.return_ytd", "spx.return_ytd"]


@pytest.mark.parametrize(("count", "word"), [(1, "first"), (8, "eighth"), (13, "13th"), (21, "21st"), (112, "112th")])
def test_counts_have_ordinals(count: int, word: str) -> None:
    assert ordinal(_fact("rut.records_ytd", count, "count")) == word


def test_a_return_has_no_ordinal() -> None:
    with pytest.raises(SlotError):
        ordinal(_fact("rut.return_ytd", 0.1, "fraction"))
