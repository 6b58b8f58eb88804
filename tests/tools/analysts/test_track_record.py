"""The ledger of calls and how each analyst's came out, from the facts of calls alone."""

from datetime import date

import pytest

from tests.real import needs_real
from tests.tools.analysts.test_calls import facts_of, library, rut, said, target
from tools.analysts.track_record import FEW, ledger, track_records


def test_each_call_stands_with_its_state() -> None:
    bars = rut("2026-01-05", d20241210=110, d20251231=131, d20260102=131)
    facts = facts_of(
        bars,
        said("hit", target(130, "2024-12-10")),
        said("missed", target(140, "2024-12-10"), author="B. Nalyst"),
        said("first", target(150, "2024-12-10"), author="C. Nalyst"),
        said("second", target(120, "2025-02-03"), author="C. Nalyst"),
        said("gone", target(150, "2024-12-10", rest=", withdrawn: 2025-03-01"), author="D. Nalyst"),
        said("running", target(150, "2025-12-10", horizon="2026-12-31")),
    )
    entries = {e.subject: e for e in ledger(facts.values())}
    assert {name: e.status for name, e in entries.items()} == {
        "call.hit": "hit", "call.missed": "missed", "call.first": "superseded", "call.second": "hit",
        "call.gone": "withdrawn", "call.running": "runs",
    }  # fmt: skip
    assert entries["call.first"].replaced == "C. Nalyst on 3 February 2025"
    assert entries["call.hit"].facts["issue_close"].value == 110
    assert set(entries["call.gone"].facts) == {"target", "issue_close"}
    assert [e.issued for e in ledger(facts.values())] == sorted((e.issued for e in entries.values()), reverse=True)


def test_a_chain_of_targets_names_the_next_one_each_time() -> None:
    bars = rut("2026-01-05", d20241210=110, d20251231=131)
    chain = [
        said(n, target(v, day))
        for n, v, day in (("a", 150, "2024-12-10"), ("b", 100, "2025-04-15"), ("c", 145, "2025-09-18"))
    ]
    entries = {e.subject: e for e in ledger(facts_of(bars, *chain).values())}
    assert entries["call.a"].replaced.endswith("15 April 2025")
    assert entries["call.b"].replaced.endswith("18 September 2025")
    assert entries["call.c"].status == "missed"


def test_a_withdrawal_counts_from_its_day() -> None:
    call = said("gone", target(150, "2024-12-10", rest=", withdrawn: 2025-03-03"))
    (before,) = ledger(facts_of(rut("2025-02-28"), call).values())
    (after,) = ledger(facts_of(rut("2025-03-03"), call).values())
    assert (before.status, after.status) == ("runs", "withdrawn")


def test_a_record_counts_calls_that_stood_and_says_how_few() -> None:
    bars = rut("2026-01-05", d20241210=110, d20251231=120)
    facts = facts_of(
        bars,
        said("a", target(125, "2024-12-10")),
        said("b", target(115, "2024-12-11", horizon="2025-12-30")),
        said("c", target(200, "2025-01-15")),
        said("d", target(150, "2025-12-10", horizon="2026-12-31"), author="B. Nalyst"),
    )
    records = {r.author: r for r in track_records(ledger(facts.values()))}
    mine = records["A. Nalyst"]
    assert [mine.count(f"calls{name}") for name in ("", "_settled", "_replaced")] == [3, 2, 1]
    assert "2 settled calls" in mine.caveat
    misses = [f.value for f in facts.values() if f.metric == "missed_by" and f.subject in ("call.b", "call.c")]
    assert mine.facts["typical_miss"].value == pytest.approx(sum(abs(float(m)) for m in misses) / 2, abs=1e-6)
    assert mine.facts["lean"].value == pytest.approx(sum(float(m) for m in misses) / 2, abs=1e-6)
    assert all(f.inputs and f.definition and f.caveats == (mine.caveat,) for f in mine.facts.values())
    assert records["B. Nalyst"].caveat == "no call of theirs has come due"
    assert records["B. Nalyst"].count("calls_settled") == 0
    assert "typical_miss" not in records["B. Nalyst"].facts


def test_no_caveat_from_enough_calls_on() -> None:
    bars = rut("2026-01-05", d20241210=110)
    calls = [said(f"c{n}", target(109, "2024-12-10", horizon=f"2025-06-{2 + n:02}")) for n in range(FEW)]
    (record,) = track_records(ledger(facts_of(bars, *calls).values()))
    assert (record.count("calls_settled"), record.caveat) == (FEW, "")


@needs_real
def test_desanctis_for_2025() -> None:
    entries = {e.subject: e for e in ledger({f.id: f for f in library("2026-01-22").values()}.values())}
    first, second, third = (entries[f"call.desanctis_{day}"] for day in ("2024_12_09", "2025_04_15", "2025_09_18"))
    levels = [e.facts["target"].value for e in (first, second, third)]
    assert levels == [2715, 2200, 2665]
    assert [e.status for e in (first, second, third)] == ["superseded", "superseded", "missed"]
    assert third.facts["settled"].value == pytest.approx(2481.91, abs=0.01)
    assert third.facts["missed_by"].value == pytest.approx(2481.91 / 2665 - 1, abs=1e-5)
    assert date(2025, 12, 31) == third.horizon
