"""The figures that the specification of measures gives to check by, as of 22 January 2026 over the replay."""

import pytest

from assistant.contract import measure_document, measure_sentences
from assistant.program import Program
from tests.real import needs_real

pytestmark = needs_real
FIGURES = [
    ("value", ["rut"], {"window": "2025-04-09"}, "rut.close.20250409", "1,913.16"),
    ("change", ["rut"], {"window": "Q4 2025"}, "rut.return.2025q4", "1.86 %"),
    ("change", ["rut"], {"window": "five years"}, "rut.return.5y", "25.36 %"),
    ("change", ["spx"], {"window": "five years"}, "spx.return.5y", "79.97 %"),
    ("growth", ["IWM"], {"window": "since the start of 2020"}, "iwm.growth.10000_since_2020", "$16,284.78"),
    ("compare", ["rut", "spx"], {"window": "three months"}, "rut_vs_spx.difference.3m", "7.71 points"),
    ("extremes", ["rut"], {}, "rut.worst_session.all", "−14.27 %"),
    ("extremes", ["rut"], {"window": "January since 2000", "bucket": "month"}, "rut.best_month.january_since_2000", "11.19 %"),
    ("extremes", ["rut"], {"bucket": "year"}, "rut.worst_year.all", "−34.80 %"),
    ("count", ["vix"], {"window": "2025", "where": "above 30"}, "vix.count.above_30.2025", "12"),
    ("count", ["rut"], {"window": "2025", "where": "beats spx"}, "rut.count.beats_spx.2025", "115"),
    ("count", ["rut"], {"window": "2025", "where": "beats spx"}, "rut.count_tested.beats_spx.2025", "250"),
    ("first", ["rut"], {"where": "above 2,600"}, "rut.first.above_2600.all", "8 January 2026"),
    ("drawdown", ["rut"], {}, "rut.deepest_drawdown.all", "−59.89 %"),
    ("drawdown", ["rut"], {}, "rut.deepest_drawdown_trough.all", "9 March 2009"),
    ("correlation", ["IWM", "SPY"], {"window": "252 sessions"}, "iwm_spy.correlation.252s", "0.873"),
    ("volatility", ["rut", "spx"], {"window": "20 sessions"}, "rut.volatility.20s", "14.26 %"),
    ("volatility", ["rut", "spx"], {"window": "20 sessions"}, "spx.volatility.20s", "10.71 %"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "subjects", "asked", "key", "shown"), FIGURES, ids=[f[3] for f in FIGURES])
def test_the_figures_to_check_by(
    replayed: Program, kind: str, subjects: list[str], asked: dict[str, str], key: str, shown: str
) -> None:
    document, measured = measure_document(replayed.evidence(), kind, subjects, asked)
    fact = next(f for f in document["facts"] if f["key"] == key)
    assert fact["display"] == shown
    assert fact["state"] == "settled"
    assert fact["definition"]
    assert fact["inputs"]
    assert len({f["key"] for f in document["facts"]}) == len(document["facts"])
    assert all(sentence.endswith(".") for sentence in measure_sentences(measured))


def test_the_dates_of_the_extremes_and_the_last_five_closes(replayed: Program) -> None:
    evidence = replayed.evidence()
    worst, _ = measure_document(evidence, "extremes", ["rut"], {"order": "worst"})
    assert worst["facts"][0]["dates"] == ["2020-03-16"]
    best, _ = measure_document(
        evidence, "extremes", ["rut"], {"order": "best", "bucket": "month", "window": "January since 2000"}
    )
    assert best["facts"][0]["reading"] == "January 2019"
    listed, _ = measure_document(evidence, "list", ["rut"], {})
    rows = listed["table"]["rows"]
    assert [r[1]["display"] for r in rows] == ["2,674.56", "2,677.74", "2,645.36", "2,698.17", "2,718.77"]
    assert [r[0]["display"] for r in rows][-1] == "22 January 2026"
