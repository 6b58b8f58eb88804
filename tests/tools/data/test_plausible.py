"""Bars that can't be true are set aside, named, and nothing rests on them; real moves, however large, are kept."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine

from assistant.cli.main import main
from tests.real import MARKET, frame, needs_real, real_symbols
from tools.data.bars import BAR, Market
from tools.data.market import load_market, status
from tools.data.plausible import implausible
from tools.data.sessions import sessions
from tools.data.store import Store, create_tables
from tools.facts.catalogue import Catalogue
from tools.universe import UNIVERSE, subject_for

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
AS_OF = date(2026, 1, 22)
PRICES = ["open", "high", "low", "close"]
PARTNER = {"^RUT": "^GSPC", "^GSPC": "^RUT"}
Change = Callable[[pd.DataFrame], None]
Undo = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Fault:
    """One kind of fault over real bars.

    Attributes:
        name: What is wrong.
        symbol: Whose bars.
        change: Makes the bars as a broken source would serve them.
        undo: What should be left of the true bars.
        aside: What is to be named: session and field, ``since`` for a stretch.
        splits: Ratio by day that the source names.
    """

    name: str
    symbol: str
    change: Change
    undo: Undo
    aside: tuple[tuple[str, str], ...]
    splits: tuple[tuple[str, float], ...] = ()

    def __str__(self) -> str:
        return f"{self.symbol} {self.name}"


def bars_times(name: str, symbol: str, factors: dict[str, float], fields: list[str] = PRICES) -> Fault:
    """Whole bars, or their closes, times a factor: each of them is worth nothing."""

    def change(rows: pd.DataFrame) -> None:
        for day, factor in factors.items():
            rows.loc[day, fields] *= factor

    return Fault(name, symbol, change, lambda rows: rows.drop(pd.to_datetime(list(factors))),
                 tuple((day, BAR) for day in factors))  # fmt: skip


def field_times(name: str, symbol: str, day: str, factors: dict[str, float]) -> Fault:
    """Fields of a bar times a factor: the bar is good without them."""

    def change(rows: pd.DataFrame) -> None:
        for field, factor in factors.items():
            rows.loc[day, field] *= factor

    return Fault(name, symbol, change, lambda rows: without(rows, day, *factors),
                 tuple((day, field) for field in factors))  # fmt: skip


def without(rows: pd.DataFrame, day: str, *fields: str) -> pd.DataFrame:
    rows.loc[day, list(fields)] = np.nan
    return rows


def swapped(symbol: str, day: str) -> Fault:
    def change(rows: pd.DataFrame) -> None:
        rows.loc[day, ["high", "low"]] = rows.loc[day, ["low", "high"]].to_numpy()

    return Fault(f"high and low swapped {day}", symbol, change, lambda rows: without(rows, day, "high", "low"),
                 ((day, "high"), (day, "low")))  # fmt: skip


def outside(symbol: str, day: str, beside: str, factor: float) -> Fault:
    def change(rows: pd.DataFrame) -> None:
        rows.loc[day, "close"] = rows.loc[day, beside] * factor

    return Fault(f"close beyond the {beside} {day}", symbol, change,
                 lambda rows: rows.drop(pd.Timestamp(day)), ((day, BAR),))  # fmt: skip


def not_applied(name: str, symbol: str, first: str, factor: float, *splits: tuple[str, float]) -> Fault:
    """All bars before a session times a factor, as before a split that was not carried back."""
    before = str((pd.Timestamp(first) - timedelta(days=1)).date())
    last = str(frame(symbol).loc[:before].index[-1].date()) if MARKET.exists() else before

    def change(rows: pd.DataFrame) -> None:
        rows.loc[:before, PRICES] *= factor

    return Fault(name, symbol, change, lambda rows: rows.loc[first:], ((last, BAR),), splits)


def several() -> Fault:
    def change(rows: pd.DataFrame) -> None:
        rows.loc["2025-11-05", PRICES] *= 100
        rows.loc["2025-12-10", "high"] *= 10
        rows.loc["2026-01-21", PRICES] *= 0.01
        rows.loc["2026-01-22", "low"] /= 100
        rows.loc[:"2025-06-02", PRICES] *= 2

    def undo(rows: pd.DataFrame) -> pd.DataFrame:
        rows = without(without(rows, "2025-12-10", "high"), "2026-01-22", "low")
        return rows.loc["2025-06-03":].drop(pd.to_datetime(["2025-11-05", "2026-01-21"]))  # type: ignore[misc]

    named = (("2025-06-02", BAR), ("2025-11-05", BAR), ("2025-12-10", "high"), ("2026-01-21", BAR))
    return Fault("several at once", "XLK", change, undo, (*named, ("2026-01-22", "low")))


CLOSE = ["close"]
FAULTS = [
    bars_times("times 100", "^RUT", {"2026-01-15": 100}),
    bars_times("times 100 beside the crash of 1987", "^GSPC", {"1987-10-20": 100}),
    bars_times("times 100 beside the spike of 2018", "^VIX", {"2018-02-06": 100}),
    bars_times("times 100", "^TNX", {"2020-03-10": 100}),
    bars_times("times 100", "IWM", {"2025-04-09": 100}),
    bars_times("a hundredth on 2020-03-16", "^GSPC", {"2020-03-16": 0.01}),
    bars_times("a hundredth", "XLF", {"2008-12-01": 0.01}),
    bars_times("a hundredth", "^VIX", {"2024-08-05": 0.01}),
    bars_times("a hundredth", "^TNX", {"2026-01-14": 0.01}),
    bars_times("a hundredth while the yield was lowest", "^TNX", {"2020-08-05": 0.01}),
    bars_times("times 10", "^VIX", {"2008-10-24": 10}),
    bars_times("times 10", "XLK", {"2026-01-20": 10}),
    bars_times("times 10", "^TNX", {"2011-09-22": 10}),
    bars_times("a tenth", "^RUT", {"2025-12-12": 0.1}),
    bars_times("a tenth", "^TNX", {"2025-06-02": 0.1}),
    bars_times("double", "XLE", {"2020-03-09": 2}),
    bars_times("close alone times 100", "^RUT", {"2026-01-16": 100}, CLOSE),
    bars_times("close alone a hundredth", "IWM", {"2025-12-31": 0.01}, CLOSE),
    bars_times("close alone times 10", "^VIX", {"2025-04-08": 10}, CLOSE),
    bars_times("two sessions times 10", "^GSPC", {"2025-10-10": 10, "2025-10-13": 10}),
    bars_times("two sessions doubled", "SPY", {"2025-10-10": 2, "2025-10-13": 2}),
    bars_times("times 100, then a hundredth", "XLE", {"2025-08-06": 100, "2025-08-07": 0.01}),
    bars_times("two with a good one between", "^VIX", {"2025-08-06": 100, "2025-08-08": 100}),
    bars_times("negative", "^RUT", {"2025-09-18": -1}),
    bars_times("negative", "^TNX", {"2025-09-18": -1}),
    bars_times("negative close", "SPY", {"2025-09-18": -1}, CLOSE),
    bars_times("zero", "^GSPC", {"2025-09-18": 0}),
    bars_times("zero close", "XLK", {"2025-09-18": 0}, CLOSE),
    bars_times("last times 100", "^RUT", {"2026-01-22": 100}),
    bars_times("last a hundredth", "^VIX", {"2026-01-22": 0.01}),
    bars_times("last halved", "IWM", {"2026-01-22": 0.5}),
    bars_times("last three doubled", "XLE", {"2026-01-20": 2, "2026-01-21": 2, "2026-01-22": 2}),
    bars_times("last times 10", "^TNX", {"2026-01-22": 10}),
    bars_times("first times 100", "^RUT", {"1987-09-10": 100}),
    bars_times("first halved", "XLK", {"2005-01-03": 0.5}),
    field_times("high times 10", "^RUT", "2025-11-12", {"high": 10}),
    field_times("high times 100", "^VIX", "2024-08-05", {"high": 100}),
    field_times("high doubled", "SPY", "2025-04-09", {"high": 2}),
    field_times("high a hundredth", "XLF", "2025-11-12", {"high": 0.01}),
    field_times("high times 10", "^TNX", "2025-11-12", {"high": 10}),
    field_times("last high times 10", "^GSPC", "2026-01-22", {"high": 10}),
    field_times("low a hundredth", "^RUT", "2025-11-12", {"low": 0.01}),
    field_times("low a tenth", "^VIX", "2025-11-12", {"low": 0.1}),
    field_times("low times 10", "IWM", "2025-11-12", {"low": 10}),
    field_times("low zero", "^GSPC", "2025-11-12", {"low": 0}),
    field_times("low a tenth", "^TNX", "2025-11-12", {"low": 0.1}),
    field_times("open times 10", "XLK", "2025-11-12", {"open": 10}),
    field_times("high times 100 and low a hundredth", "^GSPC", "2026-01-06", {"high": 100, "low": 0.01}),
    swapped("^RUT", "2026-01-20"),
    swapped("XLE", "2026-01-22"),
    outside("^RUT", "2026-01-20", "high", 1.03),
    outside("SPY", "2025-12-31", "low", 0.98),
    outside("^VIX", "2026-01-22", "high", 1.05),
    not_applied("split 2:1 not applied", "XLK", "2025-12-05", 2),
    not_applied("split 3:1 not applied", "SPY", "2025-06-18", 3),
    not_applied("split 4:1 not applied", "IWM", "2024-08-05", 4),
    not_applied("split 10:1 not applied", "XLE", "2025-10-01", 10),
    not_applied("split 20:1 not applied", "XLF", "2020-03-16", 20),
    not_applied("split 3:2 not applied", "IWM", "2025-10-10", 1.5),
    not_applied("reverse split 1:2 not applied", "XLE", "2025-09-10", 0.5),
    not_applied("reverse split 1:10 not applied", "SPY", "2025-12-12", 0.1),
    not_applied("split 2:1 named and not applied", "XLF", "2026-01-21", 2, ("2026-01-21", 2.0)),
    not_applied("units changed by 10", "^TNX", "2025-03-10", 10),
    not_applied("units changed by 100", "^RUT", "2025-03-10", 0.01),
    several(),
]  # fmt: skip


@cache
def served(symbol: str) -> pd.DataFrame:
    return frame(symbol).loc[: str(AS_OF), [*PRICES, "volume"]]


def keep(path: Path, symbol: str, rows: pd.DataFrame, at: datetime, splits: dict[date, float]) -> None:
    engine = create_engine(f"sqlite:///{path}")
    create_tables(engine)
    Store(engine).save(symbol, rows, {}, splits, retrieved_at=at, settled=np.ones(len(rows), dtype=bool))
    engine.dispose()


@pytest.fixture(scope="module")
def true_bars(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the bars as they are, up to the evening of the 22nd."""
    path = tmp_path_factory.mktemp("bars") / "store.db"
    for symbol in sorted({f.symbol for f in FAULTS} | set(PARTNER)):
        keep(path, symbol, served(symbol), NOW - timedelta(hours=1), {})
    return path


@pytest.fixture(autouse=True)
def unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")


def loaded(path: Path, home: Path, *symbols: str) -> Market:
    engine = create_engine(f"sqlite:///{path}")
    market = load_market(Store(engine), source="yahoo", as_of=AS_OF, symbols=symbols, now=NOW, home=home)
    engine.dispose()
    return market


def figures(market: Market) -> dict[str, tuple[object, ...]]:
    return {f.key: (f.value, f.as_of, f.base, f.inputs, f.dates) for f in Catalogue(market).facts}


@needs_real
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_set_aside_named_and_nothing_rests_on_it(fault: Fault, true_bars: Path, tmp_path: Path) -> None:
    broken, mended = tmp_path / "broken.db", tmp_path / "mended.db"
    rows = served(fault.symbol).copy()
    fault.change(rows)
    shutil.copy(true_bars, broken)
    keep(broken, fault.symbol, rows, NOW, {date.fromisoformat(day): ratio for day, ratio in fault.splits})
    create = create_engine(f"sqlite:///{mended}")
    create_tables(create)
    create.dispose()
    symbols = tuple(dict.fromkeys((fault.symbol, PARTNER.get(fault.symbol, "^GSPC"))))
    keep(mended, fault.symbol, fault.undo(served(fault.symbol).copy()), NOW, {})
    keep(mended, symbols[1], served(symbols[1]), NOW, {})

    market, true = loaded(broken, tmp_path, *symbols), loaded(mended, tmp_path, *symbols)
    named = market.bars[fault.symbol].aside
    assert [(str(f.session), f.field) for f in named] == sorted(fault.aside)
    assert figures(market) == figures(true)
    assert len(market.bars[symbols[1]].aside) == 0
    said = " ".join([*market.warnings, *(c for f in Catalogue(market).facts for c in f.caveats)])
    for one in named:
        assert one.words(fault.symbol) in said or len(named) > 3


def test_there_are_enough_faults() -> None:
    assert len(FAULTS) == 65 >= 40
    assert len({f.symbol for f in FAULTS}) >= 8


# Real moves.

KINDS = {"indexes": ("^RUT", "^GSPC", "^IXIC", "^DJI"), "VIX": ("^VIX",), "yield": ("^TNX",), "funds": ()}
LARGEST = 200


def moves(symbol: str) -> Iterator[tuple[float, str, int]]:
    """Size, symbol and place of each close-to-close move and of each extreme beyond the bar's body."""
    rows = frame(symbol)
    opened, high, low, close = (np.log(rows[c].to_numpy()) for c in PRICES)
    before = np.concatenate((close[:1], close[:-1]))
    body = np.stack([opened, close, before])
    for sizes in (np.abs(close - before), high - body.max(axis=0), body.min(axis=0) - low):
        yield from ((float(size), symbol, place) for place, size in enumerate(sizes) if place)


def largest(symbols: list[str]) -> list[tuple[str, int]]:
    found = sorted((m for s in symbols for m in moves(s)), reverse=True)[:LARGEST]
    return [(symbol, place) for _, symbol, place in found]


@cache
def arrays(symbol: str) -> tuple[list[date], np.ndarray]:
    return [t.date() for t in frame(symbol).index], frame(symbol)[[*PRICES, "volume"]].to_numpy()


def kept_whole(symbol: str, last: int) -> bool:
    days, values = arrays(symbol)
    return not implausible(subject_for(symbol), days[:last], values[:last], {})


@needs_real
@pytest.mark.parametrize("kind", ["all", *KINDS])
def test_the_200_largest_true_moves_are_kept(kind: str) -> None:
    """As the last bar, one and three sessions later, and over the whole history."""
    funds = [s for s in real_symbols() if not s.startswith("^")]
    symbols = real_symbols() if kind == "all" else list(KINDS[kind]) or funds
    places = largest(symbols)
    assert len(places) == LARGEST
    judged = [kept_whole(symbol, place + after) for symbol, place in dict.fromkeys(places) for after in (1, 2, 4)]
    assert all(judged), f"{judged.count(False)} of {len(judged)} set aside"
    assert all(kept_whole(symbol, len(frame(symbol))) for symbol in symbols)


@needs_real
@pytest.mark.parametrize(
    ("symbol", "day"),
    [
        ("^GSPC", "1987-10-16"),
        ("^GSPC", "1987-10-19"),
        ("^GSPC", "1987-10-20"),
        ("^GSPC", "1987-10-21"),
        ("^RUT", "2020-03-16"),
        ("^VIX", "2018-02-05"),
        ("^VIX", "2024-08-05"),
        ("IJR", "2010-05-06"),
        ("XLE", "2020-03-09"),
    ],
)
def test_crashes_are_kept_as_the_last_bar(symbol: str, day: str) -> None:
    assert kept_whole(symbol, int(frame(symbol).index.get_loc(pd.Timestamp(day))) + 1)


@needs_real
def test_judging_the_whole_universe_takes_little() -> None:
    held = [(subject_for(symbol), *arrays(symbol)) for symbol in real_symbols()]
    took = []
    for _ in range(5):
        started = time.perf_counter()
        for subject, days, values in held:
            implausible(subject, days, values, {})
        took.append(time.perf_counter() - started)
    assert min(took) < 0.05


# Single shares: made-up bars, each session within 2 % of the one before but for what is told.


def share(*jumps: tuple[int, float], count: int = 120, volumes: dict[int, float] | None = None) -> np.ndarray:
    """Bars of a share whose closes go on from a factor at each place; its volume where it moves is told."""
    steps = 0.012 * np.sin(np.arange(count) * 1.7)
    for place, factor in jumps:
        steps[place] += np.log(factor)
    close = 50 * np.exp(np.cumsum(steps))
    volume = np.full(count, 1e6)
    for place, times in (volumes or {}).items():
        volume[place] *= times
    return np.column_stack([close * 1.001, close * 1.012, close * 0.988, close, volume])


DAYS = [t.date() for t in sessions(date(2025, 1, 2), date(2026, 1, 22))]


def judged(values: np.ndarray, symbol: str = "SRPT", splits: dict[date, float] | None = None) -> list[tuple[int, str]]:
    days = DAYS[: len(values)]
    return [(days.index(f.session), f.field) for f in implausible(subject_for(symbol), days, values, splits or {})]


@pytest.mark.parametrize("factor", [0.4, 0.5, 0.33, 0.15, 3.0, 2.0, 1.5, 0.667])
@pytest.mark.parametrize("after", [1, 3, 40])
def test_a_share_may_lose_sixty_per_cent_or_treble(factor: float, after: int) -> None:
    assert judged(share((60, factor), volumes={60: 12.0})[: 60 + after]) == []


@pytest.mark.parametrize("factor", [3.0, 0.4])
def test_a_share_that_swings_back_within_wide_sessions_is_kept(factor: float) -> None:
    values = share((60, factor), (62, 1 / factor), volumes={60: 30.0, 61: 20.0, 62: 15.0})
    for place in (60, 61, 62):
        values[place, 1] = values[place - 1 : place + 1, 3].max() * 1.05
        values[place, 2] = values[place - 1 : place + 1, 3].min() * 0.95
    assert judged(values) == []


@pytest.mark.parametrize("factor", [100, 0.01, 10, 7])
def test_a_share_that_is_off_for_a_session_is_set_aside(factor: float) -> None:
    assert judged(share((60, factor), (61, 1 / factor))) == [(60, BAR)]


@pytest.mark.parametrize("ratio", [2, 3, 20, 0.1])
def test_a_split_of_a_share_that_was_not_applied_cuts_what_is_before(ratio: float) -> None:
    values = share((60, 1 / ratio), volumes=dict.fromkeys(range(60, 120), ratio))
    assert judged(values) == [(59, BAR)]
    assert judged(values[:62]) == [(60, BAR), (61, BAR)]  # not borne out yet
    assert judged(values[:62], splits={DAYS[60]: ratio}) == [(59, BAR)]  # but the source names it


def test_crude_oil_below_zero_is_kept() -> None:
    values = share()
    values[60] = [17.7, 17.9, -40.3, -37.6, 1e6]
    values[:60, :4] *= 18 / values[59, 3]
    values[61:, :4] *= 10 / values[61, 3]
    values[61, :4] = [-14.0, 13.9, -16.7, 10.0]
    assert judged(values, "CL=F") == []


def test_a_yield_beside_zero_may_move_by_any_ratio() -> None:
    values = share()
    values[:, :4] *= 0.02 / 50
    values[60:70, :4] = -0.03
    values[80, :4] *= 10
    assert judged(values, "^IRX") == []


def test_the_newest_bar_is_taken_back_once_later_ones_bear_it_out() -> None:
    """A fund's fall by 40 %, which never was: doubted for five sessions, then a real move, as it is no split's ratio."""
    values = share((60, 0.58))
    assert judged(values[:61], "IWM") == [(60, BAR)]
    assert judged(values[:64], "IWM") == [(n, BAR) for n in range(60, 64)]
    assert judged(values[:65], "IWM") == []


# What a person sees.


@needs_real
def test_the_status_names_what_was_set_aside(
    true_bars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "footnote.db"
    shutil.copy(true_bars, path)
    row = served("^RUT").iloc[[-1]] * [100, 100, 100, 100, 1]
    keep(path, "^RUT", row, NOW, {})
    engine = create_engine(f"sqlite:///{path}")
    assert {s.symbol: len(s.aside) for s in status(Store(engine), NOW) if s.aside} == {"^RUT": 1}
    engine.dispose()
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path))
    monkeypatch.setenv("FOOTNOTE_NOW", NOW.isoformat())
    assert main(["data", "status"]) == 0
    assert (
        "^RUT's bar of 22 January 2026 (close 271,877) was set aside: it stands at 101 times" in capsys.readouterr().out
    )
    assert main(["data", "status", "--json"]) == 0
    rows = {row["symbol"]: row for row in json.loads(capsys.readouterr().out)["symbols"]}
    assert rows["^RUT"]["aside"][0]["session"] == "2026-01-22"
    assert rows["^GSPC"]["aside"] == []


@needs_real
def test_an_answer_says_that_the_newest_bar_was_set_aside(true_bars: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copy(true_bars, path)
    keep(path, "^RUT", served("^RUT").iloc[[-1]] * [100, 100, 100, 100, 1], NOW, {})
    market = loaded(path, tmp_path, "^RUT", "^GSPC")
    assert market.as_of == AS_OF
    assert market.warnings[0].endswith("1 session behind 22 January 2026 (what is newer was set aside).")
    assert market.warnings[1].startswith("^RUT's bar of 22 January 2026 (close 271,877) was set aside")
    close = Catalogue(market).get("rut.close")
    assert close is not None
    assert (close.display, close.as_of) == ("2,698.17", date(2026, 1, 21))
    assert any("set aside" in caveat for caveat in close.caveats)


def test_the_kinds_of_the_universe_are_all_known() -> None:
    values = share()
    for subject in UNIVERSE.values():
        assert implausible(subject, DAYS[:120], values, {}) == ()
