"""The rotation verdict: each cell worked out by hand, then the one of 22 January 2026."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests.market import bars, catalogue, index_from
from tests.real import frame, needs_real, real_market
from tools.data.bars import Bars
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.verdict import ROWS, VERDICTS
from tools.universe import UNIVERSE

START = date(2023, 12, 1)
SECTORS = [s.symbol for s in UNIVERSE.values() if s.group == "sector"]


def moved(*returns: float) -> list[float]:
    return [100.0, *(100 * np.cumprod(1 + np.array(returns))).tolist()]


def flat(count: int) -> list[float]:
    return [100.0] * count


def verdict(*held: Bars) -> dict[str, Fact]:
    """The verdict's facts by row and column."""
    return {f.key.removeprefix("rotation.verdict."): f for f in catalogue(*held).find("rotation.verdict.")}


def ahead_by(*returns: float, start: date = START, **others: Sequence[float]) -> dict[str, Fact]:
    """The verdict where the Russell moves so while the S&P 500 stands still, beside other symbols' closes."""
    rut = moved(*returns)
    more = [bars(symbol, closes, start) for symbol, closes in others.items()]
    return verdict(bars("^RUT", rut, start), bars("^GSPC", flat(len(rut)), start), *more)


# The half standard deviation


@pytest.mark.parametrize(
    ("today", "reading"),
    [(0.0058, "supports"), (0.0057, "silent"), (0.0, "silent"), (-0.0057, "silent"), (-0.0058, "opposes")],
)
def test_a_cell_is_silent_within_half_a_standard_deviation_of_its_own_history(today: float, reading: str) -> None:
    # Four earlier spreads of one point either way: their deviation is 0.01 × √(4/3) = 1.1547 points, half of it 0.5774.
    fact = ahead_by(0.01, -0.01, 0.01, -0.01, today)["small_vs_large.1d"]
    assert (fact.value, fact.unit, fact.reading, fact.cases) == (today, "percentage points", reading, 4)
    assert any(c.startswith("silent within 0.58 points of neutral") and "4 cases" in c for c in fact.caveats)
    assert any("its history is short: 4 earlier" in c for c in fact.caveats)


def test_the_days_own_spread_is_no_part_of_its_history() -> None:
    # With it, the deviation would be 4.6 points and the cell silent.
    assert ahead_by(0.01, -0.01, 0.01, -0.01, 0.02)["small_vs_large.1d"].reading == "supports"
    assert ahead_by(0.001, -0.001, 0.1)["small_vs_large.1d"].reading == "supports"


@pytest.mark.parametrize(
    ("today", "reading"),
    [(0.0116, "supports"), (0.0115, "silent"), (-0.0115, "silent"), (-0.0116, "opposes")],
)
def test_a_year_to_date_is_held_against_the_same_session_number_of_earlier_years(today: float, reading: str) -> None:
    """On the third session of 2021, 2022 and 2023 it was +2, −2 and +2 points, on all others nothing or 30 points."""
    index = index_from(date(2020, 12, 1), 790)
    level = pd.Series(100.0, index=index)
    for year, spread in ((2021, 0.02), (2022, -0.02), (2023, 0.02), (2024, today)):
        of_year = index[index.year == year]
        level[of_year[2]] = 100 * (1 + spread)
        level[of_year[10:20]] = 130.0
    level = level[: index[index.year == 2024][2]]
    facts = verdict(bars("^RUT", level.tolist(), index[0].date()), bars("^GSPC", flat(len(level)), index[0].date()))
    fact = facts["small_vs_large.ytd"]
    # Deviation 0.04/√3 = 2.3094 points, half of it 1.1547.
    assert (fact.value, fact.reading, fact.cases) == (pytest.approx(today), reading, 3)
    assert any(c.startswith("silent within 1.15 points") for c in fact.caveats)
    assert any("its history is short: 3 earlier" in c for c in fact.caveats)


def test_a_missing_session_changes_the_number_of_cases_only() -> None:
    returns = [0.01, -0.01] * 20
    whole = ahead_by(*returns, 0.02)["small_vs_large.1d"]
    rut = moved(*returns, 0.02)
    rut[7] = float("nan")
    holed = verdict(bars("^RUT", rut, START), bars("^GSPC", flat(len(rut)), START))["small_vs_large.1d"]
    assert (whole.cases, holed.cases, whole.value, holed.value) == (40, 38, 0.02, 0.02)
    assert whole.reading == holed.reading == "supports"


# The rows


def test_quality_opposes_where_the_unprofitable_lead() -> None:
    swings = [0.001, -0.001] * 10
    iwm, ijr = moved(*swings, 0.03), moved(*[-s for s in swings], 0.01)
    facts = ahead_by(*swings, 0.03, IWM=iwm, IJR=ijr)
    assert facts["small_vs_large.1d"].reading == "supports"
    assert (facts["quality.1d"].value, facts["quality.1d"].reading) == (-0.02, "opposes")
    turned = ahead_by(*swings, 0.03, IWM=ijr, IJR=iwm)
    assert (turned["quality.1d"].value, turned["quality.1d"].reading) == (0.02, "supports")


def _of(pattern: str) -> list[float]:
    """Returns of a pattern of sessions ahead (W), behind (L) and level (-)."""
    return [{"W": 0.01, "L": -0.01, "-": 0.0}[c] for c in pattern]


@pytest.mark.parametrize(
    ("pattern", "one_day", "five_days"),
    [
        ("WWWWWWLWWLW", 1, 1),  # of L W W L W two ahead in a row, one behind
        ("LLWWWWWWLLL", -3, -1),  # a run that began before the five sessions counts within them: 2 less 3
        ("LWLWWWWWWWW", 8, 5),
        ("WLWLWWWL--L", -1, 0),  # a tie ends a run: one ahead, one behind in W L - - L
        ("WLWLWLWLLL-", 0, -2),
    ],
)
def test_the_streak_is_the_run_ahead_less_the_run_behind(pattern: str, one_day: int, five_days: int) -> None:
    facts = ahead_by(*_of(pattern))
    assert (facts["streak.1d"].value, facts["streak.5d"].value) == (one_day, five_days)
    assert facts["streak.1d"].unit == "sessions"


TURNS = date(2021, 12, 1)  # with 527 sessions from here on, 5 January 2024 is the last


def test_a_run_counts_only_within_its_year() -> None:
    assert index_from(TURNS, 527)[-1] == pd.Timestamp("2024-01-05")
    facts = ahead_by(*_of(("WL" * 300)[:518] + "LL" + "W" * 6), start=TURNS)  # four of the six in January
    assert (facts["streak.1d"].value, facts["streak.ytd"].value) == (6, 4)


@pytest.mark.parametrize("row", ["streak", "breadth"])
def test_a_year_that_the_data_does_not_hold_from_its_start_is_no_case(row: str) -> None:
    facts = ahead_by(*_of(("WL" * 300)[:526]), start=TURNS)
    assert facts["small_vs_large.ytd"].cases == 2  # 2022 and 2023
    assert facts[f"{row}.ytd"].cases == 2


def test_breadth_is_of_twenty_sessions_for_a_day_and_its_neutral_is_a_half() -> None:
    pattern = "WL" * 15 + "WWWWL" + "WWWWL" + "WWWLL" + "WLWLW"
    facts = ahead_by(*_of(pattern))
    assert (facts["breadth.1d"].value, facts["breadth.5d"].value) == (0.7, 0.6)
    assert facts["breadth.1d"].reading == "supports"  # most shares before were a half, and this is far above
    assert "20 of" not in str(facts["breadth.1d"].reading)


def test_the_tilt_needs_all_eleven_sectors() -> None:
    defensive = {"XLE", "XLV", "XLP", "XLU"}
    swings = [0.001, -0.001] * 5
    closes = {s: moved(*swings, 0.0 if s in defensive else 0.02) for s in SECTORS}
    closes["XLK"] = moved(*[-s for s in swings], 0.02)
    facts = ahead_by(*swings, 0.0, **closes)
    assert facts["sector_tilt.1d"].value == pytest.approx(0.02)
    assert facts["sector_tilt.1d"].reading == "supports"
    assert "sector_tilt.1d" not in ahead_by(*swings, 0.0, **{s: c for s, c in closes.items() if s != "XLB"})
    assert "sector_tilt.1d" not in ahead_by(*swings, 0.0, **(closes | {"XLB": closes["XLB"][:-1]}))


# What is there, and the tallies


def test_cells_without_data_are_absent_and_not_counted() -> None:
    swings = [0.01, -0.01] * 15
    facts = ahead_by(*swings, 0.02, IJR=flat(32))
    rows = {key.split(".")[0] for key in facts if not key.startswith(("tests", *VERDICTS))}
    assert rows == {"small_vs_large", "streak", "breadth"}  # neither IWM nor the Nasdaq, sectors or styles
    assert not [key for key in facts if key.endswith("ytd") and facts[key].value != 0]  # no earlier year
    assert (facts["tests_1d"].value, facts["tests_5d"].value) == (3, 3)


def test_without_the_leading_pair_there_is_no_verdict() -> None:
    swings = moved(*[0.01, -0.01] * 15)
    assert verdict(bars("^RUT", swings), bars("^IXIC", flat(31))) == {}
    assert verdict(bars("^RUT", swings), bars("^GSPC", flat(30))) == {}  # their last sessions differ


def test_a_pair_that_lags_is_left_out() -> None:
    swings = moved(*[0.01, -0.01] * 15)
    facts = ahead_by(*[0.01, -0.01] * 15, IWM=swings[:-1], IJR=flat(30))
    assert "quality.1d" not in facts
    assert "small_vs_large.1d" in facts


def test_the_tallies_name_the_rows_and_add_up() -> None:
    swings = [0.01, -0.01] * 15
    facts = ahead_by(*swings, 0.02, **{"^IXIC": moved(*swings, 0.02)})
    assert facts["supports_1d"].reading == "small vs large, streak"
    assert (facts["supports_1d"].value, facts["opposes_1d"].value, facts["silent_1d"].value) == (2, 0, 2)
    assert facts["silent_1d"].reading == "small vs nasdaq, breadth"
    for column in ("1d", "5d"):
        cells = [facts[k] for r in ROWS if (k := f"{r}.{column}") in facts]
        counts = {v: sum(c.reading == v for c in cells) for v in VERDICTS}
        assert {v: facts[f"{v}_{column}"].value for v in VERDICTS} == counts
        assert facts[f"tests_{column}"].value == len(cells) == sum(counts.values())


@needs_real
def test_the_verdict_of_22_january_2026() -> None:
    """Over one day both small-cap cells are silent, over the year both support."""
    made = Catalogue(real_market("2026-01-22"))
    facts = {f.key.removeprefix("rotation.verdict."): f for f in made.find("rotation.verdict.")}
    cells = {k: (facts[k].display, facts[k].reading) for r in ROWS[:2] for c in ("1d", "ytd") if (k := f"{r}.{c}")}
    assert cells == {
        "small_vs_large.1d": ("0.21 points", "silent"),
        "small_vs_nasdaq.1d": ("−0.15 points", "silent"),
        "small_vs_large.ytd": ("8.55 points", "supports"),
        "small_vs_nasdaq.ytd": ("8.71 points", "supports"),
    }
    assert "value_large.1d" not in facts  # the style funds aren't in these bars


@needs_real
@pytest.mark.parametrize(("first", "second", "row"), [("^RUT", "^GSPC", "small_vs_large"), ("IJR", "IWM", "quality")])
def test_the_limits_agree_with_plain_pandas(first: str, second: str, row: str) -> None:
    made = Catalogue(real_market("2026-01-22"))
    both = pd.concat([frame(first)["close"], frame(second)["close"]], axis=1, join="inner").loc[:"2026-01-22"]
    for column, sessions in (("1d", 1), ("5d", 5)):
        spread = both.pct_change(sessions).iloc[:, 0] - both.pct_change(sessions).iloc[:, 1]
        limit, today = spread.iloc[:-1].std() / 2, spread.iloc[-1]
        fact = made.get(f"rotation.verdict.{row}.{column}")
        assert fact is not None
        assert fact.value == pytest.approx(today, abs=1e-6)
        assert fact.reading == ("supports" if today > limit else "opposes" if today < -limit else "silent")
        assert f"silent within {100 * limit:.2f} points of neutral" in fact.caveats[0]
    ytd = []  # on the fourteenth session of each year, from the last close before it
    for year in range(both.index[0].year + 1, 2027):
        days, base = both[both.index.year == year], both[both.index.year < year].iloc[-1]
        ytd.append(float((days.iloc[13] / base).iloc[0] - (days.iloc[13] / base).iloc[1]))
    limit, fact = float(np.std(ytd[:-1], ddof=1)) / 2, made.get(f"rotation.verdict.{row}.ytd")
    assert fact is not None
    assert (fact.value, fact.cases) == (pytest.approx(ytd[-1], abs=1e-6), len(ytd) - 1)
    assert f"silent within {100 * limit:.2f} points of neutral" in fact.caveats[0]


def test_a_run_of_unknown_length_is_no_cell() -> None:
    rut = moved(*[0.01, -0.01] * 15, *[0.01] * 6)
    rut[-4] = float("nan")
    made = catalogue(bars("^RUT", rut, START), bars("^GSPC", flat(len(rut)), START))
    assert made.get("rut_vs_spx.streak") is None  # as the streak itself says
    assert made.get("rotation.verdict.streak.1d") is None
