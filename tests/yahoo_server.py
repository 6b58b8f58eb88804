"""Yahoo's chart and search on loopback, with made-up bars of symbols that the shared replay doesn't have."""

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

from tests.loopback import Handler, fronting
from tools.data.sessions import sessions

DOMAIN = "yahoo.com"
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
FIRST = date(2024, 1, 2)
LEVELS = {"AAPL": 185.0, "IWD": 165.0, "IWF": 300.0, "IWN": 155.0, "IWO": 250.0}
# Made up too, for a whole market of our own: round numbers that no index ever was.
MARKET = {"^RUT": 1000.0, "^GSPC": 3000.0, "^IXIC": 9000.0, "^DJI": 20_000.0, "^VIX": 25.0, "^TNX": 2.5}

# Level, long name, short name, currency and type of instrument, as Yahoo gives them; the levels are made up.
LISTED: dict[str, tuple[float, str | None, str, str, str]] = {
    "TM": (190.0, "Toyota Motor Corporation", "Toyota Motor Corporation", "USD", "EQUITY"),
    "7203.T": (2800.0, "Toyota Motor Corporation", "TOYOTA MOTOR CORP", "JPY", "EQUITY"),
    "6201.T": (9000.0, "Toyota Industries Corporation", "TOYOTA INDUSTRIES CORP", "JPY", "EQUITY"),
    "SAP.DE": (98.0, "SAP SE", "SAP SE O.N.", "EUR", "EQUITY"),
    "VOD.L": (250.0, "Vodafone Group Public Limited Company", "VODAFONE GROUP PLC", "GBp", "EQUITY"),
    "BRK-B": (480.0, "Berkshire Hathaway Inc.", "Berkshire Hathaway Inc. New", "USD", "EQUITY"),
    "MU": (90.0, "Micron Technology, Inc.", "Micron Technology, Inc.", "USD", "EQUITY"),
    "GOOG": (170.0, "Alphabet Inc.", "Alphabet Inc.", "USD", "EQUITY"),
    "DAL": (60.0, "Delta Air Lines, Inc.", "Delta Air Lines, Inc.", "USD", "EQUITY"),
    "DLA": (10.0, "Delta Apparel, Inc.", "Delta Apparel, Inc.", "USD", "EQUITY"),
    "^N225": (38_000.0, "Nikkei 225", "Nikkei 225", "JPY", "INDEX"),
    "^RUI": (3000.0, "Russell 1000", "Russell 1000", "USD", "INDEX"),
    "IWB": (330.0, "iShares Russell 1000 ETF", "iShares Russell 1000 ETF", "USD", "ETF"),
    "^SP400": (3100.0, "S&P MID CAP 400 INDEX", "S&P 400", "USD", "INDEX"),
    "^DJT": (16_000.0, "Dow Jones Transportation Average", "Dow Jones Transportation Averag", "USD", "INDEX"),
    "EURUSD=X": (1.08, None, "EUR/USD", "USD", "CURRENCY"),
    "CL=F": (61.0, None, "Crude Oil Mar 26", "USD", "FUTURE"),
    "BTC-USD": (90_000.0, None, "Bitcoin USD", "USD", "CRYPTOCURRENCY"),
}
# What the search finds, with the score it gives, by what is asked for; it finds nothing else.
FOUND: dict[str, list[tuple[str, float]]] = {
    "toyota": [("TM", 31_000.0), ("7203.T", 24_000.0), ("6201.T", 20_100.0)],
    "micron": [("MU", 30_000.0)],
    "google": [("GOOG", 40_000.0)],
    "delta": [("DAL", 20_600.0), ("DLA", 20_500.0)],
    "nikkei 225": [("^N225", 25_000.0)],
    "russell 1000": [("IWB", 21_000.0), ("^RUI", 20_500.0)],
    "russell 3000": [("IWB", 21_000.0)],
    "s&p midcap 400": [("^SP400", 20_500.0)],
    "dow transports": [("^DJT", 20_500.0), ("TM", 20_000.0)],
    "s&p 500 equal weight": [("TM", 20_000.0)],
}


@dataclass(frozen=True)
class Bar:
    """One session of a made-up symbol."""

    session: date
    open: float
    high: float
    low: float
    close: float
    volume: int

    @property
    def opens(self) -> int:
        """The instant the session opens, as Yahoo dates bars."""
        return int(datetime.combine(self.session, time(9, 30), NEW_YORK).timestamp())


def made_up(symbol: str, last: date) -> list[Bar]:
    """Bars that rise slowly with two waves in them: ups and downs of uneven size, and nothing by chance."""
    level, out = {**LEVELS, **MARKET, **{s: listed[0] for s, listed in LISTED.items()}}[symbol], []
    shift = sum(map(ord, symbol)) % 17
    previous = level
    for n, stamp in enumerate(sessions(FIRST, last)):
        wave = 0.03 * math.sin((n + shift) / 4.3) + 0.06 * math.sin((n + 2 * shift) / 29.0)
        digits = 2 if level > 2 else 4
        close = round(level * (1 + 0.0004 * n) * (1 + wave), digits)
        high, low = round(max(previous, close) * 1.004, digits), round(min(previous, close) * 0.996, digits)
        out.append(Bar(stamp.date(), previous, high, low, close, 1_000_000 + 1_000 * n))
        previous = close
    return out


@dataclass
class Yahoo:
    """A running server.

    Attributes:
        env: Variables that send yfinance to it.
        now: The exchange's clock: no bar after it.
        fault: A status such as ``429`` for every chart, or nothing.
        search_fault: The same for every search.
        market: Whether the made-up indexes are served too.
        asked: Path and query of each request for a chart.
        searched: What was searched for.
        connects: Hosts asked for at the proxy.
    """

    env: dict[str, str] = field(default_factory=dict)
    now: datetime = NOW
    fault: str = ""
    search_fault: str = ""
    market: bool = False
    asked: list[str] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    connects: list[str] = field(default_factory=list)

    def bars(self, symbol: str) -> list[Bar]:
        """All bars of a symbol up to the clock; none of a symbol that isn't known."""
        known = {*LEVELS, *LISTED, *(MARKET if self.market else ())}
        return made_up(symbol, self.now.astimezone(NEW_YORK).date()) if symbol in known else []


def handler_of(yahoo: Yahoo) -> type[Handler]:
    """The handler that serves as told by the state given."""

    class YahooHandler(Handler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/v1/test/getcrumb":
                self.answer(200, b"loopback", "text/plain")
            elif url.path.startswith("/v8/finance/chart/"):
                yahoo.asked.append(self.path)
                symbol = unquote(url.path.rsplit("/", 1)[-1])
                status, document = _chart(yahoo, symbol, parse_qs(url.query))
                self.answer(status, json.dumps(document).encode(), "application/json;charset=utf-8")
            elif url.path == "/v1/finance/search":
                words = parse_qs(url.query)["q"][0]
                yahoo.searched.append(words)
                document = {"quotes": [_quote(*hit) for hit in FOUND.get(words, [])], "news": []}
                self.answer(int(yahoo.search_fault or 200), json.dumps(document).encode(), "application/json")
            else:  # the cookie's address too answers so
                self.answer(404, b"<html></html>", "text/html")

    return YahooHandler


def _chart(yahoo: Yahoo, symbol: str, query: dict[str, list[str]]) -> tuple[int, dict[str, object]]:
    bars = yahoo.bars(symbol)
    if yahoo.fault or not bars:
        error = {"code": "Not Found", "description": "No data found, symbol may be delisted"}
        return int(yahoo.fault or 404), {"chart": {"result": None, "error": error}}
    start = int(query["period1"][0]) if "period1" in query else 0
    end = int(query["period2"][0]) if "period2" in query else 2**40
    chosen = [bar for bar in bars if start <= bar.opens <= end]
    quote = {name: [getattr(bar, name) for bar in chosen] for name in ("open", "high", "low", "close", "volume")}
    result = {
        "meta": _meta(symbol, bars),
        "timestamp": [bar.opens for bar in chosen],
        "indicators": {"quote": [quote], "adjclose": [{"adjclose": quote["close"]}]},
    }
    return 200, {"chart": {"result": [result], "error": None}}


def _quote(symbol: str, score: float) -> dict[str, object]:
    _, name, short, _, kind = LISTED[symbol]
    quote = {"exchange": "NMS", "shortname": short, "quoteType": kind, "symbol": symbol, "index": "quotes"}
    return quote | {"score": score, "isYahooFinance": True} | ({"longname": name} if name else {})


def _meta(symbol: str, bars: list[Bar]) -> dict[str, object]:
    last = bars[-1]
    offset = datetime.combine(last.session, time(12), NEW_YORK).utcoffset() or timedelta()
    end = last.opens + 23_400
    period = {"timezone": "EST", "start": last.opens, "end": end, "gmtoffset": int(offset.total_seconds())}
    kind = "EQUITY" if symbol == "AAPL" else "ETF"
    _, name, short, currency, kind = LISTED.get(
        symbol, (0, "Apple Inc." if symbol == "AAPL" else None, symbol, "USD", kind)
    )
    return {
        "currency": currency,
        "symbol": symbol,
        "shortName": short,
        **({"longName": name} if name else {}),
        "exchangeName": "NMS",
        "instrumentType": kind,
        "firstTradeDate": bars[0].opens,
        "regularMarketTime": end,
        "gmtoffset": period["gmtoffset"],
        "timezone": "EST",
        "exchangeTimezoneName": NEW_YORK.key,
        "regularMarketPrice": last.close,
        "priceHint": 2,
        "currentTradingPeriod": {"pre": period, "regular": period, "post": period},
        "dataGranularity": "1d",
        "range": "",
        "validRanges": ["1d", "5d", "1mo", "1y", "max"],
    }


@contextmanager
def serving_yahoo(folder: Path) -> Iterator[Yahoo]:
    """Yahoo on loopback until the block ends."""
    yahoo = Yahoo()
    with fronting(folder, {DOMAIN: handler_of(yahoo)}) as front:
        yahoo.env, yahoo.connects = front.env, front.connects
        yield yahoo
