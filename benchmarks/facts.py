"""What the facts cost: one session's against reading its bars, every session's against a loop and other libraries.

    make bench

Runs over the real bars of ../shared, and says so where they are absent. Each figure is a ratio of times taken in one
run, in turn; seconds stand beside it.
"""

import os
import statistics
import time
import warnings
from collections.abc import Callable
from datetime import date
from importlib import import_module
from io import StringIO
from types import ModuleType

import numpy as np
import pandas as pd

from tests.real import MARKET, frame, histories, real_market, real_symbols
from tools.data.bars import Bars, Market, version_of
from tools.facts.catalogue import Catalogue
from tools.facts.indicators import atr, bollinger, macd, rsi, sma

DAY = date(2026, 1, 22)
RUNS = 5
SAMPLED = 20  # sessions that stand for all of the loop's
INDEXES = "^RUT", "^GSPC", "SPY", "IWM", "IJR"


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compared(one: Callable[[], object], other: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """Median seconds of each, called in turn, and the median of their ratios."""
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    first, second = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    return first, second, statistics.median(a / b for a, b in pairs)


def line(what: str, ours: float, theirs: float, ratio: float) -> None:
    shown = f"{ratio:.2f}" if ratio > 0.1 else f"1/{1 / ratio:,.0f}"
    print(f"{what:<78} {ours:9.3f} s {theirs:9.3f} s {shown:>9} ×")


def cut(market: Market, first: str = "", last: str = "", symbols: int | None = None) -> Market:
    """The market of some symbols over a stretch of sessions."""
    held = {}
    for symbol, bars in list(market.bars.items())[:symbols]:
        rows = bars.frame.loc[first or None : last or None]  # type: ignore[misc]
        if len(rows):
            held[symbol] = Bars(symbol, rows, bars.retrieved_at, bars.publisher)
    day = max(b.frame.index[-1] for b in held.values()).date()
    return Market("yahoo", day, day, held, {}, (), version_of(held))


def one_session() -> None:
    """All facts as of one day, nothing kept, against reading the same bars from text in memory."""
    market = real_market(DAY)
    texts = [bars.frame.to_csv() for bars in market.bars.values()]

    def read() -> None:
        for text in texts:
            pd.read_csv(StringIO(text), index_col=0, parse_dates=True)

    ours, theirs, ratio = compared(lambda: Catalogue(market), read)
    facts, bars = len(Catalogue(market).facts), sum(len(b.frame) for b in market.bars.values())
    line(f"{facts:,} facts of one session / pandas.read_csv of the {bars:,} bars", ours, theirs, ratio)


def every_session() -> None:
    """The backfill of 2000 to 2026 against one catalogue a session, a few of which are measured."""
    market = cut(real_market(DAY), "2000-01-03")
    days = market.bars["^RUT"].frame.index
    chosen = days[np.linspace(0, len(days) - 1, SAMPLED).astype(int)]
    markets = [cut(market, last=str(day.date())) for day in chosen]

    def loop() -> None:
        for held in markets:
            Catalogue(held)

    ours, sampled, ratio = compared(lambda: histories(market), loop, 3)
    scale = len(days) / SAMPLED
    columns = sum(h.shape[1] for h in histories(market))
    what = f"backfill, {columns:,} columns × {len(days):,} sessions / a catalogue a session *"
    line(what, ours, sampled * scale, ratio / scale)
    print(f"  * measured at {SAMPLED} sessions spread over the years, and multiplied; a catalogue also holds")
    print("    what the backfill leaves out (levels, swings, base rates, verdicts)")
    libraries(market, ours)


def ours_alone(bars: pd.DataFrame) -> None:
    high, low, close = (bars[c].to_numpy() for c in ("high", "low", "close"))
    for n in (20, 50, 200):
        sma(close, n)
    rsi(close), macd(close), bollinger(close), atr(high, low, close)


def with_ta(ta: ModuleType, bars: pd.DataFrame) -> None:
    close = bars["close"]
    for n in (20, 50, 200):
        ta.trend.SMAIndicator(close, n).sma_indicator()
    ta.momentum.RSIIndicator(close, 14).rsi()
    lines = ta.trend.MACD(close, 26, 12, 9)
    lines.macd(), lines.macd_signal(), lines.macd_diff()
    bands = ta.volatility.BollingerBands(close, 20, 2)
    bands.bollinger_hband(), bands.bollinger_lband()
    ta.volatility.AverageTrueRange(bars["high"], bars["low"], close, 14).average_true_range()


def with_stockstats(stockstats: ModuleType, bars: pd.DataFrame) -> None:
    frame = stockstats.StockDataFrame.retype(bars[["open", "high", "low", "close", "volume"]].copy())
    for name in (
        "close_20_sma",
        "close_50_sma",
        "close_200_sma",
        "rsi_14",
        "macd",
        "macds",
        "macdh",
        "boll_ub",
        "boll_lb",
        "atr_14",
    ):
        frame[name]


def libraries(market: Market, backfill: float) -> None:
    """Ten indicator lines alone, of the same symbols and sessions, by ours and by two other libraries."""
    frames = [b.frame for b in market.bars.values()]
    for name, modules, run in (
        ("ta", ("ta.trend", "ta.momentum", "ta.volatility"), with_ta),
        ("stockstats", (), with_stockstats),
    ):
        try:
            for module in modules:
                import_module(module)
            library = import_module(name)
        except ImportError:
            print(f"{name} is not installed: uv pip install {name} (dependency group bench)")
            continue

        def theirs(library: ModuleType = library, run: Callable[[ModuleType, pd.DataFrame], None] = run) -> None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for bars in frames:
                    run(library, bars)

        def own() -> None:
            for bars in frames:
                ours_alone(bars)

        mine, other, ratio = compared(own, theirs, 3)
        line(f"ten indicator lines of {len(frames)} symbols / the same by {name}", mine, other, ratio)
        line(f"the whole backfill / ten indicator lines by {name}", backfill, other, backfill / other)


def growth() -> None:
    """Time with more symbols and with more years, against the fewest."""
    market = real_market(DAY)
    order = [s for s in (*INDEXES, *real_symbols()) if s in market.bars]
    held = {s: market.bars[s] for s in dict.fromkeys(order)}
    market = Market("yahoo", DAY, DAY, held, {}, (), version_of(held))
    sizes = {f"{n:>2} symbols": cut(market, "2000-01-03", symbols=n) for n in (1, 5, 20)}
    spans = {f"{n:>2} years": cut(market, f"{DAY.year - n}-01-22") for n in (5, 10, 26)}
    for title, group in (("symbols, 26 years", sizes), ("years, all symbols", spans)):
        print(f"\n{title:<20} {'bars':>9} {'bars ×':>7} {'facts of a session':>24} {'backfill':>24}")
        first: tuple[float, float, int] | None = None
        for name, part in group.items():
            count = sum(len(b.frame) for b in part.bars.values())
            day, history, _ = compared(lambda part=part: Catalogue(part), lambda part=part: histories(part))  # type: ignore[misc]
            first = first or (day, history, count)
            grown = [f"{t:10.3f} s {t / t0:10.1f}×" for t, t0 in ((day, first[0]), (history, first[1]))]
            print(f"{name:<20} {count:>9,} {count / first[2]:6.1f}× {' '.join(grown)}")
    print("Pairs enter with the second symbol of each, the ranking of sectors with the funds.")


def main() -> None:
    if not MARKET.exists():
        print("benchmarks.facts needs the real bars of ../shared, which is absent: nothing measured")
        return
    Catalogue(real_market("2026-01-22", "^RUT"))  # the exchange calendar is built once a process
    frame("^RUT")
    print(f"\n{'ours / held against':<78} {'ours':>11} {'theirs':>11} {'ratio':>11}   ({os.cpu_count()} cores)")
    one_session()
    every_session()
    growth()


if __name__ == "__main__":
    main()
