"""Measures worked out on paper, what they refuse, and what a fact of one carries."""

import math
import re
from datetime import date

import pytest

from tests.market import index_from
from tests.tools.measures.taking import figure, series_of, take
from tools.definitions import definition, family
from tools.definitions.measures import DEFINITIONS as MEASURES
from tools.definitions.measures import STEMS
from tools.errors import BadQuery
from tools.fact import Fact, show, stored
from tools.measures.lines import FIELDS, INDICATORS
from tools.measures.query import Condition, make_query
from tools.measures.windows.window import Window

NAN = math.nan
DAYS = [t.date() for t in index_from(date(2024, 1, 2), 40)]
TEN = {"rut": [100, 102, 101, 104, 103, 106, 105, 108, 107, 110.0]}


def last(n: int) -> Window:
    return Window(last=n, unit="session")


def test_a_change_names_its_two_closes_and_shows_its_arithmetic() -> None:
    fact = take(series_of(TEN), "change", window=last(3)).facts[0]
    assert (fact.key, fact.value, fact.unit) == ("rut.return.3s", round(110 / 105 - 1, 6), "fraction")
    assert fact.base is not None
    assert (fact.base.session, fact.base.value) == (DAYS[6], 105)
    assert [(u.session, u.value) for u in fact.arithmetic] == [(DAYS[6], 105), (DAYS[9], 110)]
    assert fact.working == "110.00 / 105.00 − 1 = 4.76 %"


def test_a_measure_asked_again_has_the_same_id_and_another_another() -> None:
    held = series_of(TEN)
    one, two = (take(held, "change", window=last(3)).facts[0] for _ in range(2))
    assert one.id == two.id
    assert take(held, "change", window=last(4)).facts[0].id != one.id


def test_a_window_named_by_its_closes_is_measured_from_the_first_close_itself() -> None:
    held = series_of(TEN)
    named = take(held, "change", window=Window(start=DAYS[6], closes=True)).facts[0]
    days = take(held, "change", window=Window(start=DAYS[6])).facts[0]
    assert (named.value, days.value) == (round(110 / 105 - 1, 6), round(110 / 106 - 1, 6))
    assert named.key != days.key


def test_a_window_before_the_data_says_from_when_it_is() -> None:
    found = take(series_of(TEN), "change", window=Window(start=date(2023, 1, 3)))
    assert found.facts[0].value == round(110 / 100 - 1, 6)
    assert found.notes == ("the data begins on 2 January 2024, after the window does",)


@pytest.mark.parametrize(
    ("kind", "asked", "words"),
    [
        ("change", {"window": Window(start=date(2020, 1, 1), end=date(2020, 2, 1))}, "before the data, which begins on 2 January 2024"),
        ("change", {"window": Window(start=date(2024, 1, 6), end=date(2024, 1, 7))}, "No session lies in the window"),
        ("change", {"window": Window(start=date(2030, 1, 1))}, "after"),
        ("extremes", {"bucket": "year", "order": "best"}, "no whole year"),
        ("volatility", {"window": last(2)}, "too few"),
        ("value", {"window": Window(start=date(2019, 1, 2), end=date(2019, 1, 2))}, "before the data"),
        ("season", {"bucket": "week"}, "no season by week"),
        ("compare", {"subjects": ("rut", "rut")}, "two different subjects"),
        ("list", {"subjects": ("rut.total",)}, "dividends are held of funds and shares alone"),
        ("change", {"window": Window(since="level", level=500)}, "never crossed 500"),
        ("after", {"where": [Condition(test="event", than="fed_cut"), Condition(test="rises")]}, "stands alone"),
    ],
)  # fmt: skip
def test_what_cant_be_measured_is_one_line(kind: str, asked: dict[str, object], words: str) -> None:
    subjects = asked.pop("subjects", ("rut",))
    with pytest.raises(BadQuery, match=words) as refused:
        take(series_of(TEN), kind, *subjects, **asked)  # type: ignore[misc]
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"measure": "worst_day", "subjects": ("rut",)}, "measure: Input should be"),
        ({"measure": "list", "subjects": ("rut",), "n": 100_000}, "at most 60 rows"),
        ({"measure": "count", "subjects": ("rut",)}, "needs a condition"),
        ({"measure": "change", "subjects": ("rut",), "where": ({"test": "record"},)}, "takes no condition"),
        ({"measure": "correlation", "subjects": ("rut",)}, "two subjects"),
        ({"measure": "change", "subjects": ()}, "subjects"),
        ({"measure": "count", "subjects": ("rut",), "where": ({"test": "above"},)}, "held against"),
        ({"measure": "after", "subjects": ("rut",), "where": ({"test": "event", "than": "earthquake"},)}, "fed_cut"),
        ({"measure": "change", "subjects": ("rut",), "window": {"last": 0, "unit": "month"}}, "counts from 1"),
        ({"measure": "list", "subjects": ("rut",), "n": 0}, "n: "),
    ],
)
def test_a_query_that_is_none_says_why_in_a_line(asked: dict[str, object], words: str) -> None:
    with pytest.raises(BadQuery, match=words) as refused:
        make_query(**asked)
    assert "\n" not in refused.value.message


def test_a_condition_never_met_is_a_count_of_none() -> None:
    found = take(series_of(TEN), "first", where=[Condition(test="above", than=1000)])
    assert found.lead == "rut.count.above_1000.all"
    assert found.facts[0].value == 0
    assert found.facts[0].reading == "never in 10 sessions, 2 January 2024 to 16 January 2024"


def test_a_missing_bar_leaves_a_session_open_and_is_named() -> None:
    held = series_of({"rut": [100, 102, NAN, 104, 103, 106, 105.0]})
    found = take(held, "count", where=[Condition(test="rises")])
    assert (figure(found, "rut.count.rises.all"), figure(found, "rut.count_tested.rises.all")) == (2, 4)
    assert found.facts[0].caveats[0] == "3 session(s) left open by missing bars, the last 2024-01-05"
    with pytest.raises(BadQuery, match=r"no bar of \^RUT on 4 January 2024"):
        take(held, "change", window=Window(start=DAYS[0], end=DAYS[2], closes=True))
    with pytest.raises(BadQuery, match="missing in the window"):
        take(held, "volatility", window=last(6))


def test_a_pair_of_different_last_sessions_is_measured_to_the_one_they_share() -> None:
    held = series_of({"rut": [100, 101, 102, 103, 104.0], "spx": [50, 51, 52.0, 53, NAN]})
    found = take(held, "correlation", "rut", "spx", window=last(3))
    assert found.facts[0].as_of == DAYS[3]
    assert any("last sessions differ" in c for c in found.facts[0].caveats)


def test_what_is_compared_is_measured_to_one_day() -> None:
    held = series_of({"rut": [100, 101, 102, 103, 110.0], "spx": [50, 51, 52.0, 53, NAN]})
    found = take(held, "compare", "rut", "spx", window=Window(start=DAYS[0], closes=True))
    difference = found.facts[0]
    assert difference.as_of == DAYS[3]
    assert difference.value == pytest.approx(103 / 100 - 53 / 50, abs=1e-6)
    assert any("last sessions differ" in c for c in difference.caveats)


def test_the_high_of_a_window_that_runs_on_is_one_so_far() -> None:
    held = series_of(TEN)
    assert take(held, "extremes", order="highest").facts[0].reading == "so far: later sessions may go beyond it"
    over = take(held, "extremes", order="highest", window=Window(start=DAYS[0], end=DAYS[7])).facts[0]
    assert (over.value, over.reading) == (108, "the window is over")


def test_a_fall_that_isnt_over_is_known_only_so_far() -> None:
    held = series_of({"rut": [100, 120, 90, 95.0]})
    deepest = take(held, "drawdown").facts[0]
    assert deepest.value == -0.25
    assert deepest.dates == (DAYS[1], DAYS[2])
    assert "not recovered by 5 January 2024: its depth is known only so far" in (deepest.reading or "")
    recovered = take(series_of({"rut": [100, 120, 90, 121.0]}), "drawdown").facts[0]
    assert (recovered.dates, recovered.reading) == ((DAYS[1], DAYS[2], DAYS[3]), "recovered on 5 January 2024")


def test_listed_events_count_from_the_first_session_on_or_after_their_day() -> None:
    held = series_of({"rut": [float(100 + n) for n in range(12)]})
    saturday = date(2024, 1, 6)
    found = take(held, "after", where=[Condition(test="event", than="fed_cut")], ahead=2, events=[saturday])
    assert [f.dates for f in found.facts if f.key.endswith("fed_cut.all.2s.n")] == [(date(2024, 1, 8),)]
    assert figure(found, "rut.after.event_fed_cut.all.2s.median") == pytest.approx(106 / 104 - 1, abs=1e-6)


def test_an_event_whose_window_isnt_complete_is_left_out() -> None:
    held = series_of({"rut": [float(100 + n) for n in range(6)]})
    found = take(held, "after", where=[Condition(test="event", than="election")], ahead=3, events=[DAYS[1], DAYS[4]])
    assert figure(found, "rut.after.event_election.all.3s.n") == 1


def test_a_table_has_a_row_for_each_and_sixty_at_most() -> None:
    held = series_of({"rut": [float(100 + n % 7) for n in range(200)]})
    table = take(held, "list", window=Window(), n=60).table
    assert table is not None
    assert len(table.rows) == 60
    with pytest.raises(BadQuery, match="120 rows, and a table has at most 60"):
        take(
            series_of({"rut": [100.0 + n for n in range(70)], "spx": [50.0 + n for n in range(70)]}),
            "list",
            window=Window(),
            n=60,
        )


def test_every_field_and_indicator_has_a_name_in_definitions() -> None:
    assert {*INDICATORS, *FIELDS} - {"close"} <= set(STEMS)
    assert definition("rsi_14.highest.2025").label == "RSI-14: highest over 2025"
    assert definition("close.20250409").label == "close on 2025-04-09"


def test_every_definition_of_a_measure_is_used() -> None:
    """A definition that no fact carries is a promise that nothing keeps."""
    rut = [100.0 + (7 * n) % 23 + n / 10 for n in range(600)]
    held = series_of({"rut": rut, "spx": [50 + x / 7 for x in rut], "iwm": rut, "vix": [12 + x % 9 for x in rut]})
    rising: dict[str, object] = {"where": [Condition(test="rises")]}
    asked: list[tuple[str, tuple[str, ...], dict[str, object]]] = [
        ("change", ("iwm", "vix"), {"window": Window()}), ("growth", ("iwm",), {}), ("compare", ("rut", "spx"), {}),
        ("extremes", ("rut",), {"n": 2}), ("rank", ("rut",), {}), ("count", ("rut",), rising),
        ("count", ("rut",), rising | {"bucket": "month"}), ("first", ("rut",), rising | {"window": Window(start=DAYS[9])}), ("last", ("rut",), rising),
        ("average", ("rut",), {}), ("median", ("rut",), {}), ("average", ("rut",), {"bucket": "month"}),
        ("median", ("rut",), {"bucket": "month"}), ("volatility", ("rut",), {}), ("drawdown", ("rut",), {}),
        ("correlation", ("rut", "spx"), {}), ("beta", ("rut", "spx"), {}), ("season", ("rut",), {}),
        ("after", ("rut",), rising),
    ]  # fmt: skip
    used: set[str] = set()
    for kind, subjects, more in asked:
        found = take(held, kind, *subjects, **more)
        cells = [c for row in (found.table.rows if found.table else ()) for c in row if isinstance(c, Fact)]
        used |= {family(f.metric)[0] for f in (*found.facts, *cells) if not re.search(r"\.\d{8}$", f.metric)}
    assert set(MEASURES) - used == set()


def test_a_unit_is_shown_as_the_raw_figure_rounds() -> None:
    """Rounded twice, 10.71499976 % would be shown as 10.72 %."""
    assert show(stored(0.1071499976, "fraction"), "fraction") == "10.71 %"
    assert show(stored(0.10715, "fraction"), "fraction") == "10.72 %"
    assert show(stored(-0.1071499976, "fraction"), "fraction") == "−10.71 %"
    assert stored(0.1071499976, "fraction") == 0.107149


def test_a_pair_of_other_lines_has_a_key_of_its_own() -> None:
    held = series_of({"spx": [50, 51, 52.0, 53, 51], "vix": [20, 19, 18.5, 18, 21.0]})
    keys = {take(held, "correlation", "spx", vix, window=last(4)).lead for vix in ("vix", "vix.percent")}
    assert keys == {"spx_vix.correlation.4s", "spx_vix_percent.correlation.4s"}
