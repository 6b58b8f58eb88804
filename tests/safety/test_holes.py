"""A count over a session without a bar isn't said as if it were whole."""

import numpy as np
import pytest

from assistant.contract import measure_sentences
from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import statement
from assistant.statements.sentence_parts import Language, placed
from tests.market import bars, catalogue, series
from tests.tools.measures.taking import series_of, take
from tools.facts.history import subject_history
from tools.facts.levels import record_facts

YEARS = 600  # sessions from January 2024 on
HOLE = 560  # in the last of its years
RISING = list(1000 + np.arange(YEARS) * 0.5)


def _with_hole(place: int) -> list[float]:
    return [float("nan") if n == place else x for n, x in enumerate(RISING)]


def test_a_year_that_lacks_a_bar_has_no_count_of_records() -> None:
    whole = {f.metric: f for f in record_facts(series("rut", RISING))}
    assert whole["records_ytd"].value > 50
    holed = {f.metric: f for f in record_facts(series("rut", _with_hole(HOLE)))}
    assert "records_ytd" not in holed
    assert "record_last" in holed
    earlier = {f.metric: f for f in record_facts(series("rut", _with_hole(300)))}
    assert "records_ytd" in earlier, "another year's hole costs that year alone"
    assert "records_last_year" not in earlier


def test_its_history_has_none_from_there_on_either() -> None:
    history = subject_history(series("rut", _with_hole(HOLE)))["rut.records_ytd"]
    assert history.iloc[:HOLE].tail(5).notna().all()
    assert history.iloc[HOLE:].isna().all()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_says_which_record_it_is(language: Language) -> None:
    for closes, said in ((RISING, True), (_with_hole(HOLE), False)):
        ledger = Ledger(catalogue(bars("^RUT", closes)).facts)
        text = placed(statement("rut.session", None, ledger, language=language))[0]
        assert ("record close of" in text or "年内第" in text) is said, text
    with pytest.raises(SlotError):
        statement("rut.records_count", None, ledger, language=language)


def test_a_count_of_a_measure_over_a_hole_says_the_hole() -> None:
    asked = {"where": ({"test": "above", "than": 1000},)}
    whole = measure_sentences(take(series_of({"rut": RISING}), "count", "rut", **asked))
    holed = measure_sentences(take(series_of({"rut": _with_hole(HOLE)}), "count", "rut", **asked))
    assert "no bar" not in whole[0]
    assert "no bar" in holed[0], holed
