"""Charts: their points are facts, their words name them, and what isn't there is None and no crash."""

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from assistant.charts import (
    Chart,
    Line,
    base_rates,
    chart_for,
    price,
    rotation,
    sectors,
    strength,
    volatility,
)
from assistant.charts.strength import divergences
from assistant.charts.style import Label, along, beside
from assistant.evidence.source import Evidence
from tests.market import bars, catalogue
from tools.fact import Fact
from tools.facts.catalogue import Catalogue

MAKERS: dict[str, Callable[[Catalogue], Chart | None]] = {
    "rotation": rotation,
    "pair": lambda c: rotation(c, "ijr", "iwm"),
    "price": lambda c: price(c, "rut"),
    "fund": lambda c: price(c, "sector.xlb"),
    "yield": lambda c: price(c, "tnx"),
    "strength": lambda c: strength(c, "rut"),
    "sectors": sectors,
    "volatility": volatility,
    "base_rates": base_rates,
}


def _lines(chart: Chart) -> list[Line]:
    held = [v for value in vars(chart).values() for v in (value if isinstance(value, tuple) else (value,))]
    return [v for v in held if isinstance(v, Line)]


@pytest.mark.parametrize("name", MAKERS)
def test_lines_end_in_their_facts_and_words_name_facts(name: str, evidence: Evidence) -> None:
    chart = MAKERS[name](evidence.catalogue)
    assert chart
    for line in _lines(chart):
        assert line.values[-1] == line.fact.value
        assert evidence.catalogue.get(line.fact.key) == line.fact
    assert chart.cited
    assert all(fact == evidence.catalogue.get(fact.key) and fact.display in chart.words for fact in chart.cited)
    assert "simulated sample" in chart.title
    assert "simulated sample" in chart.words
    for line in _lines(chart):
        assert line.fact in chart.cited


@pytest.mark.parametrize("name", MAKERS)
def test_figures_serialise_stand_on_any_ground_and_take_no_finger(name: str, evidence: Evidence) -> None:
    chart = MAKERS[name](evidence.catalogue)
    assert chart
    drawn = json.loads(chart.figure().to_json())
    layout = drawn["layout"]
    assert len(json.dumps(drawn)) < 60_000
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["dragmode"] is False
    assert not layout["showlegend"]
    assert all(layout[key]["fixedrange"] for key in layout if re.match(r"[xy]axis", key))
    heads = " ".join(note["text"].replace("<br>", " ") for note in layout["annotations"])
    assert chart.title in heads
    assert all("hovertemplate" in t or t["hoverinfo"] == "skip" for t in drawn["data"])


def test_base_rates_show_every_case_and_the_facts_medians(evidence: Evidence) -> None:
    chart = base_rates(evidence.catalogue)
    assert chart
    key = "rut.base_rate.streak_5.return_21d"
    assert chart.n == evidence.catalogue.get(f"{key}.n")
    assert chart.days == chart.n.dates
    assert len(chart.values) == chart.n.value
    assert float(np.median(chart.values)) == pytest.approx(float(chart.median.value), abs=2e-6)
    worst = evidence.catalogue.get(f"{key}.worst")
    assert worst
    assert min(chart.values) == worst.value
    every = evidence.catalogue.get("rut.base_rate.all.return_21d.n")
    assert every
    assert sum(chart.counts) == every.value
    assert "small sample" in chart.words
    assert "small sample" in chart.subtitle
    assert "14 sessions" in chart.words, "the run in progress has no complete case, and that is said"


def test_sectors_are_all_eleven_over_three_horizons(evidence: Evidence) -> None:
    chart = sectors(evidence.catalogue)
    assert chart
    assert len(chart.rows) == 11
    drawn = json.loads(chart.figure().to_json())
    bars_drawn = [t for t in drawn["data"] if t["type"] == "bar"]
    assert len(bars_drawn) == 3
    for n, trace in enumerate(bars_drawn):
        values = trace["x"] if isinstance(trace["x"], list) else None
        assert values == pytest.approx([float(facts[n].value) * 100 for _, facts in chart.rows])


def test_records_and_levels_of_a_price_are_the_catalogues(evidence: Evidence) -> None:
    chart = price(evidence.catalogue, "rut")
    assert chart
    count, last = evidence.catalogue.get("rut.records_ytd"), evidence.catalogue.get("rut.record_last_date")
    assert count
    assert last
    assert [d for d in chart.records if d.year == 2026] == list(count.dates)
    assert chart.records[-1].isoformat() == last.value
    assert chart.levels
    assert all(evidence.catalogue.get(f.key) == f for f in chart.levels)


def test_a_divergence_is_joined_at_its_two_swings(evidence: Evidence) -> None:
    found = [
        (key, d) for key in ("rut", "spx", "comp", "dji", "spy", "qqq") for d in divergences(evidence.catalogue, key)
    ]
    for key, divergence in found:
        chart = strength(evidence.catalogue, key)
        assert chart
        by_day = dict(zip(chart.days, chart.rsi.values, strict=True))
        assert divergence.fact.value == 1
        assert [by_day[d] for d in divergence.days] == [divergence.first.value, divergence.last.value]
        assert divergence.side in chart.words


def test_what_the_data_lacks_is_none() -> None:
    one = catalogue(bars("^RUT", [100.0, 101.0, 102.0]))
    assert rotation(one) is None
    assert sectors(one) is None
    assert volatility(one) is None
    assert base_rates(one) is None
    assert strength(one, "rut") is None
    assert price(one, "spx") is None
    young = price(one, "rut")
    assert young
    assert young.averages == ()
    assert young.figure().to_json()


def test_a_missing_session_is_a_gap() -> None:
    closes = [100.0 + i % 7 for i in range(80)]
    closes[60] = float("nan")
    chart = price(catalogue(bars("^RUT", closes)), "rut")
    assert chart
    assert chart.close.values[60] is None
    assert json.loads(chart.figure().to_json())


def _facts(evidence: Evidence, *keys: str) -> list[Fact]:
    found = [evidence.catalogue.get(key) for key in keys]
    assert all(found), keys
    return [f for f in found if f]


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        (
            ["rut.base_rate.streak_5.return_21d.median", "rut.base_rate.all.return_21d.median"],
            "Returns over the next 21",
        ),
        (["rut.support.1"], "Russell 2000: closes"),
        (["rut.rsi_14", "rut.sma_50"], "Russell 2000: RSI-14"),
        (["spx.sma_50_distance"], "S&P 500: closes"),
        (["sector.xlb.rank_1d"], "Sectors"),
        (["rotation.verdict.sector_tilt.1d"], "Sectors"),
        (["vix.close"], "VIX"),
        (["rut_vs_spx.streak"], "Russell 2000 against the S&P 500"),
        (["ijr_vs_iwm.spread_1d"], "S&P SmallCap 600 ETF (IJR) against the Russell 2000 ETF"),
        (["rotation.verdict.breadth.1d"], "Russell 2000 against the S&P 500"),
        (["comp.close"], "Nasdaq Composite: closes"),
        (["rut_vs_spx.streak", "rut_vs_spx.spread_1d", "vix.close"], "Russell 2000 against"),
    ],
)
def test_an_answers_chart_follows_from_what_it_cites(keys: list[str], heading: str, evidence: Evidence) -> None:
    chart = chart_for(_facts(evidence, *keys), evidence)
    assert chart
    assert chart.heading.startswith(heading)


def test_an_answer_of_views_alone_has_no_chart(evidence: Evidence) -> None:
    assert chart_for([], evidence) is None


def test_an_earlier_dates_answer_gets_that_dates_chart(evidence: Evidence) -> None:
    earlier = evidence.at(date(2025, 12, 1)).get("vix.close")
    assert earlier
    chart = chart_for([earlier], evidence)
    assert chart
    assert earlier in chart.cited


def test_labels_are_moved_apart_and_stay_on_the_plot() -> None:
    labels = [Label(at, "x", "#000") for at in (99.0, 99.2, 99.4, 50.0)]
    for notes in (beside(labels, 0, 100), along(labels, 0, 100)):
        places = sorted(note["y"] / 100 * 230 + note["yshift"] for note in notes)
        assert all(b - a >= 13.9 for a, b in pairwise(places))
        assert places[-1] <= 240
