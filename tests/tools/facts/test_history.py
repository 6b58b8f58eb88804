"""Facts over the real bars of ../shared, against an independent recomputation and published dates."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests.real import MARKET, frame, real_market, real_series
from tools.data.bars import Bars, Market, version_of
from tools.facts.catalogue import Catalogue
from tools.facts.history import subject_history
from tools.facts.indicators import runs
from tools.facts.rotation import Pair
from tools.universe import UNIVERSE, subject_for

pytestmark = pytest.mark.skipif(not MARKET.exists(), reason="needs ../shared, which holds real bars")
LAST = "2026-08-21"
# Ends of every run of ten sessions or more in which the Russell beat the S&P 500.
LONG_RUNS = [
    "1991-02-05", "1996-05-07", "2000-06-09", "2001-12-18", "2002-04-15", "2003-06-02", "2008-06-06", "2026-01-22",
]  # fmt: skip


def _plain() -> pd.Series:
    """Streak of every session, counted the plain way: pandas, one loop."""
    rut, spx = frame("^RUT")["close"], frame("^GSPC")["close"]
    both = pd.concat([rut, spx], axis=1, join="inner").pct_change().iloc[1:]
    count, out = 0, []
    for a, b in both.itertuples(index=False):
        count = count + 1 if a > b else 0
        out.append(count)
    return pd.Series(out, index=both.index)


def test_streaks_of_every_session_since_1987_agree_with_plain_pandas() -> None:
    pair = Pair(real_series("^RUT", LAST), real_series("^GSPC", LAST))
    ours = pd.Series(runs(pair.spread(1) > 0), index=pair.index).iloc[1:]
    plain = _plain()
    assert (ours.reindex(plain.index) == plain).all()
    ends = plain[(plain >= 10) & (plain.shift(-1, fill_value=0) == 0)]
    assert ends.index.strftime("%Y-%m-%d").tolist() == LONG_RUNS


@pytest.mark.parametrize("day", LONG_RUNS)
def test_longest_since_at_the_end_of_every_long_run_agrees_with_looking_back(day: str) -> None:
    """One session after the other, from the run's start backwards, until a run at least as long ends."""
    plain = _plain().loc[:day]
    length = int(plain.iloc[-1])
    facts = {f.metric: f for f in Catalogue(real_market(day, "^RUT", "^GSPC")).pair("rut", "spx")}
    assert facts["streak"].value == length
    place = len(plain) - 1 - length
    while place >= 0 and plain.iloc[place] < length:
        place -= 1
    if place < 0:
        assert "streak_longest_since" not in facts
        assert facts["streak"].reading == "longest in data since 1987-09-10"
        return
    while plain.iloc[place + 1] > plain.iloc[place]:  # to that run's end
        place += 1
    then, longest = plain.index[place].date(), int(plain.iloc[place])
    assert (facts["streak_longest_since"].value, facts["streak_longest_since_length"].value) == (str(then), longest)
    assert facts["streak_longest_since"].reading == (
        "a tie: that run was as long" if longest == length else f"that run was {longest} sessions long"
    )
    first, last = facts["streak_longest_since_length"].dates
    assert (last, int(plain.loc[str(first) : str(last)].count())) == (then, longest)


@pytest.mark.parametrize(
    ("day", "streak", "since", "length"),
    [("2026-01-22", 14, "1996-05-07", 16), ("2026-01-21", 13, "2008-06-06", 13), ("2008-06-06", 13, "1996-05-07", 16), ("1996-05-07", 16, None, None)],
)  # fmt: skip
def test_longest_since_is_right_at_each_long_run(day: str, streak: int, since: str | None, length: int | None) -> None:
    facts = {f.metric: f for f in Catalogue(real_market(day, "^RUT", "^GSPC")).pair("rut", "spx")}
    assert facts["streak"].value == streak
    if since is None:
        assert "streak_longest_since" not in facts
    else:
        assert (facts["streak_longest_since"].value, facts["streak_longest_since_length"].value) == (since, length)


@pytest.mark.parametrize("symbol", ["^RUT", "^GSPC", "IWM"])
def test_records_of_every_session_agree_with_plain_pandas(symbol: str) -> None:
    rows, key = frame(symbol), next(k for k, s in UNIVERSE.items() if s.symbol == symbol)
    closes, years = rows["close"], rows.index.year
    record = closes > closes.cummax().shift(1)
    in_year, tops = record.groupby(years).sum(), closes.groupby(years).max()
    whole = years - 1 > years[0]  # the data holds the whole year before
    plain = {
        "records_ytd": record.groupby(years).cumsum(),
        "record_last": closes.where(record).ffill(),
        "records_last_year": in_year.reindex(years - 1).where(whole),
        "record_prior_year": tops.reindex(years - 1).where(whole),
        "record_prior_year_intraday": rows["high"].groupby(years).max().reindex(years - 1).where(whole),
    }
    history = subject_history(real_series(symbol, LAST))
    assert len(history) == len(rows) > 5_000
    for metric, expected in plain.items():
        np.testing.assert_array_equal(history[f"{key}.{metric}"], expected.astype(float), err_msg=metric)


@pytest.mark.parametrize(
    "day", ["2026-01-22", "2026-01-21", "2025-12-31", "2021-11-08", "2018-08-31", "2000-03-09", "1989-01-03"]
)
def test_record_facts_name_their_dates(day: str) -> None:
    closes = frame("^RUT")["close"].loc[:day]
    record = closes[closes > closes.cummax().shift(1)]
    of_year = [t.date() for t in record.index if t.year == int(day[:4])]
    facts = {f.metric: f for f in Catalogue(real_market(day, "^RUT")).subject("rut")}
    assert (facts["records_ytd"].value, list(facts["records_ytd"].dates)) == (len(of_year), of_year)
    assert facts["record_last_date"].value == str(record.index[-1].date())
    beside_another = Catalogue(real_market(day, "^RUT", "^GSPC")).subject("rut")
    assert {f.metric: f.id for f in beside_another if f.metric in facts} == {m: f.id for m, f in facts.items()}


def test_the_published_facts_of_22_january_2026() -> None:
    catalogue = Catalogue(real_market("2026-01-22", "^RUT", "^GSPC", "^IXIC", "^VIX", "^TNX"))
    shown = {
        k: catalogue.get(k).display
        for k in (
            "rut.close",
            "rut.return_ytd",
            "rut.records_ytd",
            "rut.records_last_year",
            "spx.return_ytd",
            "comp.return_ytd",
            "rut.rsi_14",
            "vix.close",
            "tnx.close",
            "rut_vs_comp.spread_1d",
            "rut_vs_spx.spread_1d",
        )
    }  # type: ignore[union-attr]
    assert shown == {
        "rut.close": "2,718.77", "rut.return_ytd": "9.54 %", "rut.records_ytd": "8", "rut.records_last_year": "9", "spx.return_ytd": "0.99 %",
        "comp.return_ytd": "0.83 %", "rut.rsi_14": "71.48", "vix.close": "15.64", "tnx.close": "4.25 %", "rut_vs_comp.spread_1d": "−0.15 points",
        "rut_vs_spx.spread_1d": "0.21 points",
    }  # fmt: skip


def test_cyclical_less_defensive_says_when_the_other_grouping_has_the_other_sign() -> None:
    symbols = [s.symbol for k, s in UNIVERSE.items() if k.startswith("sector.")]
    fact = Catalogue(real_market("2026-01-22", *symbols)).get("sectors.cyclical_minus_defensive_ytd")
    assert fact is not None
    assert fact.display == "−1.81 points"
    assert any("+1.12 points" in c for c in fact.caveats)


def test_adding_later_bars_changes_nothing_as_of_an_earlier_day() -> None:
    early, late = real_market("2026-01-22", "^RUT", "^GSPC"), real_market("2026-08-21", "^RUT", "^GSPC")
    cut = {s: Bars(s, b.frame.loc[:"2026-01-22"], b.retrieved_at, b.publisher) for s, b in late.bars.items()}
    again = Market("yahoo", early.as_of, early.last_settled, cut, {}, (), version_of(cut))
    assert [f.id for f in Catalogue(early).facts] == [f.id for f in Catalogue(again).facts]


def test_the_yields_missing_session_is_said_where_it_counts() -> None:
    catalogue = Catalogue(real_market("2016-11-14", "^TNX"))
    metrics = {f.metric for f in catalogue.subject("tnx")}
    assert "return_1d" not in metrics  # 2016-11-11 has no bar
    assert "sma_20" not in metrics
    later = Catalogue(real_market("2018-01-05", "^TNX")).get("tnx.percentile_all")
    assert later is not None
    assert any("2016-11-11" in c for c in later.caveats)


def test_a_symbol_of_any_other_name_gets_level_return_and_trend_facts() -> None:
    rows = frame("IWM").loc[:"2026-01-22"]
    held = {"AAPL": Bars("AAPL", rows, pd.Timestamp("2026-01-23", tz="UTC").to_pydatetime(), "Yahoo Finance")}
    catalogue = Catalogue(Market("yahoo", date(2026, 1, 22), date(2026, 1, 22), held, {}, (), version_of(held)))
    metrics = {f.metric for f in catalogue.subject(subject_for("AAPL").key)}
    assert {"close", "return_ytd", "rsi_14", "sma_200", "record_last"} <= metrics
