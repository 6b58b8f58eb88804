"""Facts over the real bars of ../shared, against an independent recomputation and published dates."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.replay import SHARED
from tools.bars import Bars, Market, version_of
from tools.catalogue import Catalogue
from tools.panel import Series
from tools.indicators import runs
from tools.rotation import Pair
from tools.universe import UNIVERSE, subject_for

MARKET = SHARED / "market"
pytestmark = pytest.mark.skipif(not MARKET.exists(), reason="needs ../shared, which holds real bars")


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, index_col="date", parse_dates=True)


def _bars(symbol: str, to: str) -> Bars:
    folder, name = ("indices", symbol[1:]) if symbol.startswith("^") else ("etf", symbol)
    frame = (
        _read(MARKET / folder / f"{name}.csv")
        .loc[:to, ["open", "high", "low", "close", "adj_close", "volume"]]
        .astype(float)
    )
    return Bars(symbol, frame, pd.Timestamp("2026-09-01", tz="UTC").to_pydatetime(), "Yahoo Finance")


def _market(to: str, *symbols: str) -> Market:
    held = {s: _bars(s, to) for s in symbols}
    day = date.fromisoformat(to)
    return Market("yahoo", day, day, held, {}, (), version_of(held))


def _plain() -> pd.Series:
    """Streak of every session, counted the plain way: pandas, one loop."""
    rut, spx = (_read(MARKET / "indices" / f"{n}.csv")["close"] for n in ("RUT", "GSPC"))
    both = pd.concat([rut, spx], axis=1, join="inner").pct_change().iloc[1:]
    count, out = 0, []
    for a, b in both.itertuples(index=False):
        count = count + 1 if a > b else 0
        out.append(count)
    return pd.Series(out, index=both.index)


def test_streaks_of_every_session_since_1987_agree_with_plain_pandas() -> None:
    market = _market("2026-08-21", "^RUT", "^GSPC")
    pair = Pair(*(Series(UNIVERSE[k], market.bars[UNIVERSE[k].symbol], market) for k in ("rut", "spx")))
    ours = pd.Series(runs(pair.spread(1) > 0), index=pair.index).iloc[1:]
    plain = _plain()
    assert (ours.reindex(plain.index) == plain).all()
    ends = plain[(plain >= 10) & (plain.shift(-1, fill_value=0) == 0)].index.strftime("%Y-%m-%d").tolist()
    assert ends == [
        "1991-02-05",
        "1996-05-07",
        "2000-06-09",
        "2001-12-18",
        "2002-04-15",
        "2003-06-02",
        "2008-06-06",
        "2026-01-22",
    ]


@pytest.mark.parametrize(
    ("day", "streak", "since", "length"),
    [("2026-01-22", 14, "1996-05-07", 16), ("2026-01-21", 13, "2008-06-06", 13), ("2008-06-06", 13, "1996-05-07", 16), ("1996-05-07", 16, None, None)],
)  # fmt: skip
def test_longest_since_is_right_at_each_long_run(day: str, streak: int, since: str | None, length: int | None) -> None:
    facts = {f.metric: f for f in Catalogue(_market(day, "^RUT", "^GSPC")).pair("rut", "spx")}
    assert facts["streak"].value == streak
    if since is None:
        assert "streak_longest_since" not in facts
    else:
        assert (facts["streak_longest_since"].value, facts["streak_longest_since_length"].value) == (since, length)


def test_records_of_every_session_agree_with_plain_pandas() -> None:
    closes = _read(MARKET / "indices" / "RUT.csv")["close"]
    record = closes > closes.cummax().shift(1)
    for day in ("2026-01-22", "2026-01-21", "2025-12-31", "2021-11-08", "2018-08-31", "2000-03-09"):
        year = day[:4]
        facts = {f.metric: f for f in Catalogue(_market(day, "^RUT")).subject("rut")}
        assert facts["records_ytd"].value == int(record.loc[f"{year}-01-01" : day].sum())


def test_the_published_facts_of_22_january_2026() -> None:
    catalogue = Catalogue(_market("2026-01-22", "^RUT", "^GSPC", "^IXIC", "^VIX", "^TNX"))
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
    fact = Catalogue(_market("2026-01-22", *symbols)).get("sectors.cyclical_minus_defensive_ytd")
    assert fact is not None
    assert fact.display == "−1.81 points"
    assert any("+1.12 points" in c for c in fact.caveats)


def test_adding_later_bars_changes_nothing_as_of_an_earlier_day() -> None:
    early, late = _market("2026-01-22", "^RUT", "^GSPC"), _market("2026-08-21", "^RUT", "^GSPC")
    cut = {s: Bars(s, b.frame.loc[:"2026-01-22"], b.retrieved_at, b.publisher) for s, b in late.bars.items()}
    again = Market("yahoo", early.as_of, early.last_settled, cut, {}, (), version_of(cut))
    assert [f.id for f in Catalogue(early).facts] == [f.id for f in Catalogue(again).facts]


def test_the_yields_missing_session_is_said_where_it_counts() -> None:
    catalogue = Catalogue(_market("2016-11-14", "^TNX"))
    metrics = {f.metric for f in catalogue.subject("tnx")}
    assert "return_1d" not in metrics  # 2016-11-11 has no bar
    assert "sma_20" not in metrics
    later = Catalogue(_market("2018-01-05", "^TNX")).get("tnx.percentile_all")
    assert later is not None
    assert any("2016-11-11" in c for c in later.caveats)


def test_a_symbol_of_any_other_name_gets_level_return_and_trend_facts() -> None:
    frame = _bars("IWM", "2026-01-22").frame
    held = {"AAPL": Bars("AAPL", frame, pd.Timestamp("2026-01-23", tz="UTC").to_pydatetime(), "Yahoo Finance")}
    catalogue = Catalogue(Market("yahoo", date(2026, 1, 22), date(2026, 1, 22), held, {}, (), version_of(held)))
    metrics = {f.metric for f in catalogue.subject(subject_for("AAPL").key)}
    assert {"close", "return_ytd", "rsi_14", "sma_200", "record_last"} <= metrics
