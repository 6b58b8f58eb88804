"""Conditions as they are typed, and what they are called in a key."""

import pytest

from tools.errors import BadQuery
from tools.measures.conditions import condition_slug, parse_conditions
from tools.measures.query import Condition

READ: list[tuple[str, dict[str, object], str]] = [
    ("above 30", {"test": "above", "than": 30.0}, "above_30"),
    ("closed above 2,600", {"test": "above", "than": 2600.0}, "above_2600"),
    ("> 2,718.77", {"test": "above", "than": 2718.77}, "above_2718p77"),
    ("below its 200-day average", {"test": "below", "than": "200-day average"}, "below_sma_200"),
    ("below sma_200", {"test": "below", "than": "sma_200"}, "below_sma_200"),
    ("crosses above 70", {"test": "crosses_above", "than": 70.0}, "crosses_above_70"),
    ("rsi_14 crosses above 70", {"test": "crosses_above", "than": 70.0, "of": "rsi_14"}, "rsi_14_crosses_above_70"),
    ("vix above 30", {"test": "above", "than": 30.0, "of": "vix"}, "vix_above_30"),
    ("rut.rsi_14 below 30", {"test": "below", "than": 30.0, "of": "rut.rsi_14"}, "rut_rsi_14_below_30"),
    ("rises 2%", {"test": "rises", "than": 2.0}, "rises_2"),
    ("fell by at least 1.5 %", {"test": "falls", "than": 1.5}, "falls_1p5"),
    ("rises", {"test": "rises"}, "rises"),
    ("beats spx", {"test": "beats", "than": "spx"}, "beats_spx"),
    ("trails the S&P 500", {"test": "trails", "than": "S&P 500"}, "trails_s_p_500"),
    ("record", {"test": "record"}, "record"),
    ("a record close", {"test": "record"}, "record"),
    ("fed cut", {"test": "event", "than": "fed_cut"}, "event_fed_cut"),
    ("Fed rise", {"test": "event", "than": "fed_hike"}, "event_fed_hike"),
    ("rate hike", {"test": "event", "than": "fed_hike"}, "event_fed_hike"),
    ("election", {"test": "event", "than": "election"}, "event_election"),
    ("rises 5 in a row", {"test": "rises", "run": 5}, "rises_run_5"),
    ("beats spx 10 sessions in a row", {"test": "beats", "than": "spx", "run": 10}, "beats_spx_run_10"),
    ("below −0.5", {"test": "below", "than": -0.5}, "below_minus_0p5"),
]


@pytest.mark.parametrize(("text", "fields", "slug"), READ, ids=[r[0] for r in READ])
def test_a_condition_as_it_is_typed(text: str, fields: dict[str, object], slug: str) -> None:
    (found,) = parse_conditions(text)
    assert found == Condition.model_validate(fields)
    assert condition_slug(found) == slug


def test_conditions_are_joined_by_and() -> None:
    assert [c.test for c in parse_conditions("falls 3% and below sma_200")] == ["falls", "below"]


@pytest.mark.parametrize("text", ["", "above", "wibble", "crosses", "beats", "rises spx", "x" * 500])
def test_what_is_no_condition_is_one_line_with_examples(text: str) -> None:
    with pytest.raises(BadQuery) as refused:
        parse_conditions(text)
    assert "\n" not in refused.value.message + refused.value.hint
    assert len(refused.value.message) < 200


def test_a_number_in_quotation_marks_is_a_number() -> None:
    assert Condition(test="above", than="2,600").than == 2600
