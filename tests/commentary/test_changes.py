"""What changed: kinds told apart, ranked by how large a move is for its own fact, errata on what was stated."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import create_engine

from assistant.commentary.changes import EVENT, compare, draft_changes, revisions, scale_of, told
from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import statement
from assistant.statements.sentence_parts import placed
from tests.market import bars, market
from tools.data.store import Store, create_tables
from tools.fact import Fact
from tools.facts.catalogue import Catalogue

DAY = date(2026, 1, 22)


def fact(key: str, value: float | int, unit: str, day: date = DAY, **more: object) -> Fact:
    """A fact as a commentary would hold it, its input digest following its value."""
    subject, _, _ = key.partition(".")
    digest = more.pop("digest", f"{value}")
    return Fact.model_validate({
        "key": key, "value": value, "unit": unit, "subject": subject, "as_of": day, "definition": "x",
        "inputs": [{"symbol": "^RUT", "first": day, "last": day, "field": "close", "digest": digest}],
        "source": {"publisher": "Yahoo Finance", "retrieved_at": datetime(2026, 1, 23, tzinfo=UTC)}, **more,
    })  # fmt: skip


BEFORE = date(2026, 1, 21)


def changes(before: list[Fact], after: list[Fact], **scales: float) -> dict[str, tuple[str, float, str]]:
    found = compare(before, after, DAY, lambda key: scales.get(key.replace(".", "_")))
    return {c.key: (c.kind, c.materiality, c.event) for c in found}


def test_kinds_are_told_apart() -> None:
    before = [
        fact("rut.close", 2700.0, "index points", BEFORE),
        fact("vix.close", 16.0, "index points", BEFORE),
        fact("rut.rsi_14", 60.0, "index", BEFORE),
        fact("tnx.close", 4.1, "percent", BEFORE),
    ]
    after = [
        fact("rut.close", 2727.0, "index points"),
        fact("rut.rsi_14", 60.0, "index", version=2),
        fact("tnx.close", 4.1, "percent", BEFORE),  # its source lags: no bar of the day
        fact("spx.close", 6900.0, "index points"),
    ]
    assert {k: v[0] for k, v in changes(before, after, rut_close=0.01).items()} == {
        "rut.close": "market",
        "vix.close": "gone",
        "rut.rsi_14": "definition",
        "tnx.close": "gone",
        "spx.close": "new",
    }


def test_materiality_counts_deviations_of_the_facts_own_moves_and_adds_for_an_event() -> None:
    before = [
        fact("rut.close", 2700.0, "index points", BEFORE), fact("rut.rsi_14", 69.0, "index", BEFORE),
        fact("rut_vs_spx.streak", 14, "sessions", BEFORE), fact("rut.records_ytd", 7, "count", BEFORE),
    ]  # fmt: skip
    after = [
        fact("rut.close", 2727.0, "index points"), fact("rut.rsi_14", 71.0, "index"),
        fact("rut_vs_spx.streak", 0, "sessions"), fact("rut.records_ytd", 8, "count"),
    ]  # fmt: skip
    found = changes(before, after, rut_close=0.005, rut_rsi_14=4, rut_vs_spx_streak=2, rut_records_ytd=1)
    assert found["rut.close"] == ("market", 2.0, "")
    assert found["rut.rsi_14"] == ("market", 0.5 + EVENT, "crossed 70")
    assert found["rut_vs_spx.streak"] == ("market", 7 + EVENT, "run broken")
    assert found["rut.records_ytd"] == ("market", 1 + EVENT, "record")
    assert list(found) == ["rut_vs_spx.streak", "rut.records_ytd", "rut.rsi_14", "rut.close"]


def test_a_new_years_count_is_no_move() -> None:
    before = [fact("rut.records_ytd", 12, "count", date(2025, 12, 31))]
    found = changes(before, [fact("rut.records_ytd", 0, "count")], rut_records_ytd=1)
    assert found["rut.records_ytd"] == ("market", 0.0, "")


def test_a_revised_figure_is_told_beside_the_move_and_not_mixed_with_it() -> None:
    stated, known, now = (
        fact("rut.rsi_14", 71.48, "index", BEFORE), fact("rut.rsi_14", 71.6, "index", BEFORE),
        fact("rut.rsi_14", 61.07, "index"),
    )  # fmt: skip
    found = revisions([stated], [known], lambda key: None)
    assert [(c.kind, c.before, c.after) for c in found] == [("revision", 71.48, 71.6)]
    ledger = Ledger([stated, now, known])
    text = placed(statement("changes.commentary", None, ledger))[0]
    assert text == (
        "Since the commentary of 21 January 2026: the Russell 2000's 14-day RSI fell from 71.48 to 61.07, out of overbought."
    )
    revised = placed(statement("revision.rut.rsi_14", None, ledger))[0]
    assert "stated as 71.48, is 71.60" in revised


def test_a_figure_whose_shown_value_stays_is_no_revision() -> None:
    stated = fact("rut.rsi_14", 71.481, "index", BEFORE, digest="a")
    assert revisions([stated], [fact("rut.rsi_14", 71.482, "index", BEFORE, digest="b")], lambda key: None) == []


def test_without_a_change_it_says_so() -> None:
    assert draft_changes([], None, 1) == ["{say unchanged.nothing}."]
    assert draft_changes([], "session", 1) == ["{say unchanged.session}."]


def test_the_scale_is_the_deviation_of_moves_over_as_many_sessions() -> None:
    random = np.random.default_rng(3)
    walk = 100 * np.cumprod(1 + random.normal(0, 0.01, 400))
    catalogue = Catalogue(market(bars("^RUT", walk.tolist()), bars("^GSPC", (walk * 2).tolist())))
    index = catalogue.series("rut").index  # type: ignore[union-attr]
    one, five = (scale_of(catalogue, index[-1 - n].date())("rut.close") for n in (1, 5))
    assert one == pytest.approx(np.std(walk[1:-1] / walk[:-2] - 1, ddof=1))
    assert five == pytest.approx(np.std(walk[5:-1] / walk[:-6] - 1, ddof=1))
    assert scale_of(catalogue, index[-2].date())("rotation.verdict.streak.ytd") is None


def test_figures_that_move_together_are_told_once() -> None:
    before = [fact("spx.close", 100.0, "index points", BEFORE), fact("comp.close", 100.0, "index points", BEFORE)]
    after = [fact("spx.close", 110.0, "index points"), fact("comp.close", 111.0, "index points")]
    found = compare(before, after, DAY, lambda key: 0.01)
    assert [c.key for c in told(found, steps=5)] == ["comp.close"]
    assert told(found, steps=1) == []  # after one session the other sections have told what closes did


# Revised bars in the store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(f"sqlite:///{tmp_path / 'bars.db'}")
    create_tables(engine)
    yield Store(engine)
    engine.dispose()


def test_only_a_settled_bar_retrieved_again_with_other_values_is_revised(store: Store) -> None:
    frame = bars("^RUT", [100.0, 101.0, 102.0]).frame[["open", "high", "low", "close", "volume"]]
    first, second = datetime(2026, 1, 22, 22, tzinfo=UTC), datetime(2026, 1, 23, 22, tzinfo=UTC)
    store.save("^RUT", frame, {}, {}, retrieved_at=first, settled=np.array([True, True, False]))
    again = frame.copy()
    again.iloc[1, 3] = 101.5
    store.save("^RUT", again, {}, {}, retrieved_at=second, settled=np.array([True, True, True]))
    day = frame.index[1].date().isoformat()
    assert store.revised(first, second) == [(day, second)]
    assert store.revised(second, second) == []
    assert store.revised(first, first) == []
