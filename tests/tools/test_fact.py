"""How a fact is stored, shown and told apart."""

import re
from datetime import UTC, date, datetime

import pytest

from tests.market import bars, catalogue, market, series
from tools.definitions import DEFINITIONS, family
from tools.definitions import macro as definitions_macro
from tools.definitions import measures as definitions_measures
from tools.fact import Fact, Source, show, stored
from tools.facts.catalogue import Catalogue
from tools.facts.levels import return_facts
from tools.universe import UNIVERSE


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (2718.77, "index points", "2,718.77"),
        (269.79, "USD", "$269.79"),
        (0.095435, "fraction", "9.54 %"),
        (-0.0072, "fraction", "−0.72 %"),
        (0.0855, "percentage points", "8.55 points"),
        (4.249, "percent", "4.25 %"),
        (-0.4, "basis points", "−0.4 bp"),
        (25.0, "basis points", "25 bp"),
        (14, "sessions", "14 sessions"),
        (1, "sessions", "1 session"),
        (8, "count", "8"),
        (0.3932, "ratio", "0.393"),
        (71.479, "index", "71.48"),
        ("2026-01-22", "date", "22 January 2026"),
        (-0.00001, "fraction", "0.00 %"),
    ],
)
def test_a_value_is_shown_as_the_contract_says(value: float | str, unit: str, shown: str) -> None:
    assert show(value, unit) == shown


def _fact(**change: object) -> Fact:
    given = {
        "key": "rut.close", "value": 2718.77, "unit": "index points", "subject": "rut", "as_of": date(2026, 1, 22),
        "definition": "d", "inputs": (), "source": Source(publisher="p", retrieved_at=datetime(2026, 1, 22, tzinfo=UTC)),
    }  # fmt: skip
    return Fact.model_validate(given | change)


def test_the_same_figure_fetched_again_is_the_same_fact() -> None:
    again = _fact(
        source=Source(publisher="p", retrieved_at=datetime(2026, 1, 23, tzinfo=UTC)), age=3, caveats=("x",), reading="y"
    )
    assert again.id == _fact().id


@pytest.mark.parametrize(
    "change", [{"key": "rut.open"}, {"value": 2718.78}, {"as_of": date(2026, 1, 21)}, {"version": 2}]
)
def test_another_figure_has_another_id(change: dict[str, object]) -> None:
    assert _fact(**change).id != _fact().id


def test_minus_zero_is_stored_as_zero() -> None:
    assert str(stored(-1e-12, "fraction")) == "0.0"


def test_a_revised_bar_inside_a_return_changes_no_id_but_one_at_its_end_does() -> None:
    def digest(closes: list[float]) -> str:
        return next(f for f in catalogue(bars("^RUT", closes)).facts if f.key == "rut.return_5d").id

    base = [100.0, 101, 102, 103, 104, 105, 106]
    inside, at_end = [*base], [*base]
    inside[3], at_end[-1] = 103.5, 106.5
    assert digest(inside) == digest(base)
    assert digest(at_end) != digest(base)


def test_every_fact_has_a_definition_and_a_source() -> None:
    held = catalogue(bars("^RUT", [100 + i % 7 for i in range(300)]), bars("^GSPC", [200 + i % 5 for i in range(300)]))
    assert len(held.facts) > 80
    assert all(f.definition and f.source.publisher and f.inputs for f in held.facts)


def test_every_definition_is_used() -> None:
    """A definition that no fact carries is a promise that nothing keeps."""
    closes = [100 * (1 + 0.01 * ((i * 7919) % 11 - 5) / 5) + i * 0.05 for i in range(640)]
    held = catalogue(
        *(
            bars(s.symbol, [c * (1 + 0.001 * k) + (i * (k + 3)) % 5 for i, c in enumerate(closes)])
            for k, s in enumerate(UNIVERSE.values())
        )
    )
    used = {family(f.metric)[0] for f in held.facts}
    # What only a run in progress has, or a leg of the person's choosing; what comes from FRED and the library.
    # Those of measures are held in tests/tools/measures.
    elsewhere = {
        *definitions_macro.DEFINITIONS,
        *definitions_measures.DEFINITIONS,
        "target",
        "pace",
        "settled",
        "missed_by",
        "issue_close",
    }
    elsewhere |= {
        key
        for key in DEFINITIONS
        if re.match(r"streak_|upside_|views_|calls|typical_miss|lean|fibonacci\.(?:given|at_)|\w+_since", key)
    }
    assert set(DEFINITIONS) - used - elsewhere == set()


def test_ages_count_sessions_to_the_last_settled_one() -> None:
    held = bars("^RUT", [100.0, 101, 102])
    fact = Catalogue(market(held, last_settled=date(2024, 1, 8))).get("rut.close")
    assert fact is not None
    assert (fact.as_of, fact.age) == (date(2024, 1, 4), 2)


def test_a_missing_session_leaves_no_one_day_return() -> None:
    held = series("rut", [100, 101, float("nan"), 103])
    metrics = {f.metric for f in return_facts(held)}
    assert "return_1d" not in metrics
