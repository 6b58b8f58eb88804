"""Every measure against plain pandas, on real bars at six dates where they are present, on the sample elsewhere."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache

import numpy as np
import pandas as pd
import pytest

from tests.real import MARKET, real_market
from tools.data.bars import Market
from tools.data.sample import sample_market
from tools.data.sessions import next_session
from tools.errors import BadQuery
from tools.facts.series import Series
from tools.measures.answers import Measured
from tools.measures.measure import measure
from tools.measures.query import Condition, Query
from tools.measures.windows.window import Window
from tools.universe import UNIVERSE

REAL = [date(1990, 6, 29), date(2000, 3, 10), date(2009, 3, 9), date(2018, 2, 5), date(2020, 3, 23), date(2026, 1, 22)]
SAMPLE = [date(2025, 12, 31), date(2026, 1, 22)]
DAYS = REAL if MARKET.exists() else SAMPLE
NOW = datetime(2026, 9, 1, tzinfo=UTC)
SYMBOLS = ("^RUT", "^GSPC", "^VIX", "IWM", "SPY", "^TNX")
CLOSE = 1e-6


@cache
def market(day: date) -> Market:
    if not MARKET.exists():
        return sample_market(day, SYMBOLS, NOW)
    return real_market(day, *SYMBOLS)


@cache
def series(day: date, key: str) -> Series:
    subject = UNIVERSE[key]
    return Series(subject, market(day).bars[subject.symbol], market(day))


def take(day: date, kind: str, *subjects: str, **asked: object) -> Measured:
    query = Query.model_validate({"measure": kind, "subjects": subjects, **asked})
    return measure(query, lambda name: series(day, name), day, lambda name, known: [])


def closes(day: date, key: str) -> pd.Series:
    return market(day).bars[UNIVERSE[key].symbol].frame["close"]


def figure(measured: Measured, key: str) -> float:
    return float(next(f.value for f in measured.facts if f.key == key))


def on(measured: Measured, key: str) -> list[date]:
    return list(next(f.dates for f in measured.facts if f.key == key))


pytestmark = pytest.mark.parametrize("day", DAYS, ids=str)


@pytest.mark.parametrize(
    ("window", "base"),
    [
        (Window(last=3, unit="month"), lambda d: d - pd.DateOffset(months=3)),
        (Window(last=1, unit="year"), lambda d: d - pd.DateOffset(years=1)),
        (Window(last=6, unit="week"), lambda d: d - pd.Timedelta(weeks=6)),
    ],
)
def test_change_over_calendar_lengths(day: date, window: Window, base: Callable[[pd.Timestamp], pd.Timestamp]) -> None:
    x = closes(day, "rut")
    start = x[: base(pd.Timestamp(day))].iloc[-1]
    found = take(day, "change", "rut", window=window)
    assert float(found.facts[0].value) == pytest.approx(x.iloc[-1] / start - 1, abs=CLOSE)


def test_change_over_sessions_and_periods(day: date) -> None:
    x = closes(day, "rut")
    assert float(take(day, "change", "rut", window=Window(last=20, unit="session")).facts[0].value) == pytest.approx(
        x.iloc[-1] / x.iloc[-21] - 1, abs=CLOSE
    )
    quarter = (pd.Period(day, "Q") - 1) if day != SAMPLE[0] else pd.Period("2025Q3")
    held = x[: quarter.end_time]
    want = held.iloc[-1] / x[: quarter.start_time - pd.Timedelta(seconds=1)].iloc[-1] - 1
    window = Window(period=f"{quarter.year}-Q{quarter.quarter}")
    assert float(take(day, "change", "rut", window=window).facts[0].value) == pytest.approx(want, abs=CLOSE)


def test_value_at_a_date_and_on_a_day_the_exchange_was_shut(day: date) -> None:
    x = closes(day, "rut")
    saturday = day - pd.Timedelta(days=(day.weekday() + 2) % 7 or 7)
    fact = take(day, "value", "rut", window=Window(start=saturday, end=saturday)).facts[0]
    assert float(fact.value) == pytest.approx(x[: pd.Timestamp(saturday)].iloc[-1])
    assert fact.reading
    assert "exchange was shut" in fact.reading
    assert float(take(day, "value", "rut.high").facts[0].value) == pytest.approx(
        market(day).bars["^RUT"].frame["high"].iloc[-1], abs=1e-4
    )


def test_compare_is_the_difference_over_one_window(day: date) -> None:
    a, b = closes(day, "rut"), closes(day, "spx")
    start = pd.Timestamp(day) - pd.DateOffset(months=3)
    want = (a.iloc[-1] / a[:start].iloc[-1]) - (b.iloc[-1] / b[:start].iloc[-1])
    found = take(day, "compare", "rut", "spx", window=Window(last=3, unit="month"))
    assert figure(found, "rut_vs_spx.difference.3m") == pytest.approx(want, abs=CLOSE)


@pytest.mark.parametrize(
    ("bucket", "rule"), [("session", None), ("week", "W-SUN"), ("month", "M"), ("quarter", "Q"), ("year", "Y")]
)
def test_extremes_by_bucket(day: date, bucket: str, rule: str | None) -> None:
    x = closes(day, "rut")
    ends = x if rule is None else x.groupby(x.index.to_period(rule)).last()
    moves = ends.pct_change().dropna()
    if rule is not None and _runs_on(day, rule):
        moves = moves[:-1]
    found = take(day, "extremes", "rut", bucket=bucket, n=3)  # fewer where the data holds fewer
    for order, ranked in (("best", moves.nlargest(3)), ("worst", moves.nsmallest(3))):
        got = [float(f.value) for f in found.facts if f.key.startswith(f"rut.{order}_{bucket}.all")]
        assert got == pytest.approx(ranked.tolist(), abs=CLOSE)
    assert figure(found, "rut.highest.all") == pytest.approx(x.max())
    assert on(found, "rut.lowest.all") == [x.idxmin().date()]


def _runs_on(day: date, rule: str) -> bool:
    return pd.Period(next_session(day), rule) == pd.Period(day, rule)


def test_count_share_first_and_last(day: date) -> None:
    x, y = closes(day, "rut"), closes(day, "spx")
    year = str(day.year) if day != DAYS[-1] else str(day.year - 1)
    period = Window(period=year)
    ahead = (x.pct_change() > y.reindex(x.index).pct_change())[year]
    where = [Condition(test="beats", than="spx")]
    found = take(day, "count", "rut", window=period, where=where)
    key = f"beats_spx.{year}"
    assert figure(found, f"rut.count.{key}") == ahead.sum()
    assert figure(found, f"rut.share.{key}") == pytest.approx(ahead.mean(), abs=CLOSE)
    assert on(found, f"rut.count.{key}") == [t.date() for t in ahead[ahead].index]
    level = float(np.round(x.median(), 2))
    above = x[x > level]
    for kind, want in (("first", above.index[0]), ("last", above.index[-1])):
        got = take(day, kind, "rut", where=[Condition(test="above", than=level)])
        assert got.facts[0].value == want.date().isoformat()
        assert float(got.facts[1].value) == pytest.approx(x[want], abs=1e-4)


def test_count_of_falls_and_runs(day: date) -> None:
    x = closes(day, "rut")
    falls = x.pct_change() <= -0.02
    found = take(day, "count", "rut", where=[Condition(test="falls", than=2)])
    assert figure(found, "rut.count.falls_2.all") == falls.sum()
    up = x.pct_change() > 0
    length = up.groupby((~up).cumsum()).cumsum()
    runs = take(day, "count", "rut", where=[Condition(test="rises", run=3)])
    assert figure(runs, "rut.count.rises_run_3.all") == (length == 3).sum()


def test_crossings_need_the_session_before(day: date) -> None:
    x = closes(day, "rut")
    level = float(np.round(x.median(), 2))
    crossed = (x > level) & (x.shift() <= level)
    found = take(day, "count", "rut", where=[Condition(test="crosses_above", than=level)])
    assert on(found, found.lead) == [t.date() for t in crossed[crossed].index]


def test_list_of_the_last_five_closes_and_months(day: date) -> None:
    x = closes(day, "rut")
    rows = take(day, "list", "rut").table
    assert rows is not None
    assert [float(r[1].value) for r in rows.rows] == pytest.approx(x.iloc[-5:].tolist())  # type: ignore[union-attr, arg-type]
    months = x.groupby(x.index.to_period("M")).last().iloc[-4:]
    table = take(day, "list", "rut", bucket="month", n=4).table
    assert table is not None
    assert [float(r[1].value) for r in table.rows] == pytest.approx(months.tolist())  # type: ignore[union-attr, arg-type]


def test_drawdown_its_dates_and_recovery(day: date) -> None:
    x = closes(day, "rut")
    fall = x / x.cummax() - 1
    trough = fall.idxmin()
    peak = x[:trough].idxmax()
    back = x[trough:][x[trough:] >= x[peak]]
    found = take(day, "drawdown", "rut")
    assert float(found.facts[0].value) == pytest.approx(fall.min(), abs=CLOSE)
    want = [peak.date(), trough.date(), *([back.index[0].date()] if len(back) else [])]
    assert on(found, found.lead) == want
    assert figure(found, "rut.drawdown_now.all") == pytest.approx(x.iloc[-1] / x.max() - 1, abs=CLOSE)


def test_average_median_and_volatility(day: date) -> None:
    x = closes(day, "rut")
    last = Window(last=60, unit="session")
    assert float(take(day, "average", "rut", window=last).facts[0].value) == pytest.approx(
        x.iloc[-60:].mean(), abs=1e-4
    )
    assert float(take(day, "median", "rut", window=last).facts[0].value) == pytest.approx(
        x.iloc[-60:].median(), abs=1e-4
    )
    moves = x.pct_change().iloc[-20:]
    assert float(take(day, "volatility", "rut").facts[0].value) == pytest.approx(moves.std() * 252**0.5, abs=CLOSE)


def test_correlation_and_beta(day: date) -> None:
    x, y = closes(day, "rut"), closes(day, "spx")
    last = Window(last=100, unit="session")
    a, b = (s.pct_change().iloc[-100:] for s in (x, y.reindex(x.index)))
    found = take(day, "correlation", "rut", "spx", window=last)
    assert float(found.facts[0].value) == pytest.approx(a.corr(b), abs=CLOSE)
    assert found.lead == "rut_spx.correlation.100s"
    beta = take(day, "beta", "rut", "spx", window=last)
    assert float(beta.facts[0].value) == pytest.approx(a.cov(b) / b.var(), abs=CLOSE)


def test_rank_of_a_counted_change_and_of_the_value(day: date) -> None:
    x = closes(day, "rut")
    moves = x.pct_change(20).dropna()
    found = take(day, "rank", "rut", window=Window(last=20, unit="session"))
    assert figure(found, "rut.rank.20s") == (moves.iloc[:-1] > moves.iloc[-1]).sum() + 1
    assert figure(found, "rut.rank_percentile.20s") == pytest.approx(
        (moves.iloc[:-1] <= moves.iloc[-1]).mean(), abs=CLOSE
    )
    now = take(day, "rank", "rut")
    assert figure(now, "rut.rank.value") == (x.iloc[:-1] > x.iloc[-1]).sum() + 1


def test_season_counts_whole_months_alone(day: date) -> None:
    x = closes(day, "rut")
    moves = x.groupby(x.index.to_period("M")).last().pct_change().dropna()
    moves = moves[:-1] if _runs_on(day, "M") else moves
    chosen = moves[[p.month == 12 for p in moves.index]]
    if chosen.empty:
        with pytest.raises(BadQuery, match="no whole month"):
            take(day, "season", "rut", window=Window(season="12"))
        return
    found = take(day, "season", "rut", window=Window(season="12"))
    assert figure(found, "rut.season.december.all.average") == pytest.approx(chosen.mean(), abs=CLOSE)
    assert figure(found, "rut.season.december.all.n") == len(chosen)
    assert figure(found, "rut.season.december.all.share_up") == pytest.approx((chosen > 0).mean(), abs=CLOSE)


def test_what_followed_leaves_out_overlaps_and_incomplete_windows(day: date) -> None:
    x = closes(day, "rut")
    began = (x.pct_change() <= -0.015).to_numpy()
    ahead = (x.shift(-21) / x - 1).to_numpy()
    kept: list[int] = []
    for place in np.flatnonzero(began & ~np.isnan(ahead)):
        if not kept or place - kept[-1] >= 21:
            kept.append(int(place))
    found = take(day, "after", "rut", where=[Condition(test="falls", than=1.5)], ahead=21)
    stem = "rut.after.falls_1p5.all.21s"
    assert figure(found, f"{stem}.n") == len(kept)
    assert on(found, f"{stem}.n") == [x.index[i].date() for i in kept]
    if kept:
        assert figure(found, f"{stem}.median") == pytest.approx(np.median(ahead[kept]), abs=CLOSE)
        assert figure(found, f"{stem}.share_up") == pytest.approx((ahead[kept] > 0).mean(), abs=CLOSE)
        assert figure(found, f"{stem}.worst") == pytest.approx(ahead[kept].min(), abs=CLOSE)
    every = ahead[~np.isnan(ahead)]
    assert figure(found, "rut.after.every_session.all.21s.median") == pytest.approx(np.median(every), abs=CLOSE)


def test_growth_with_and_without_dividends(day: date) -> None:
    if day < date(2006, 1, 3):  # the funds' bars begin in 2005
        assert "IWM" not in market(day).bars
        return
    frame = market(day).bars["IWM"].frame
    start = frame[: pd.Timestamp(day) - pd.DateOffset(months=1)].iloc[-1]
    found = take(day, "growth", "iwm", window=Window(last=1, unit="month"), amount=5000)
    assert figure(found, "iwm.growth.5000_1m") == pytest.approx(
        5000 * frame["close"].iloc[-1] / start["close"], abs=0.01
    )
    want = 5000 * frame["adj_close"].iloc[-1] / start["adj_close"]
    assert figure(found, "iwm.growth_with_dividends.5000_1m") == pytest.approx(want, abs=0.01)


def test_points_and_basis_points(day: date) -> None:
    if "^VIX" in market(day).bars:
        x = closes(day, "vix")
        fact = take(day, "change", "vix", window=Window(last=10, unit="session")).facts[0]
        assert (fact.unit, float(fact.value)) == ("index points", pytest.approx(x.iloc[-1] - x.iloc[-11], abs=1e-4))
        percent = take(day, "change", "vix.percent", window=Window(last=10, unit="session")).facts[0]
        assert (percent.unit, float(percent.value)) == (
            "fraction",
            pytest.approx(x.iloc[-1] / x.iloc[-11] - 1, abs=CLOSE),
        )
    if "^TNX" in market(day).bars:
        y = closes(day, "tnx")
        fact = take(day, "change", "tnx", window=Window(last=10, unit="session")).facts[0]
        assert (fact.unit, float(fact.value)) == (
            "basis points",
            pytest.approx(100 * (y.iloc[-1] - y.iloc[-11]), abs=0.01),
        )


def test_the_ratio_of_a_pair(day: date) -> None:
    ratio = closes(day, "rut") / closes(day, "spx").reindex(closes(day, "rut").index)
    found = take(day, "change", "rut/spx", window=Window(last=20, unit="session"))
    assert float(found.facts[0].value) == pytest.approx(ratio.iloc[-1] / ratio.iloc[-21] - 1, abs=CLOSE)
    high = take(day, "extremes", "rut/spx", order="highest")
    assert float(high.facts[0].value) == pytest.approx(ratio.max(), abs=CLOSE)
