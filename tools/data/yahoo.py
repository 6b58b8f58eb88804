"""Daily bars from Yahoo Finance: the only module that imports yfinance and curl_cffi, and only when it fetches."""

import json
import logging
import re
import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pandas as pd

from tools.data.likeness import Hit
from tools.data.sessions import NEW_YORK, is_session
from tools.errors import MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable
from tools.listings import Listing, listing_of

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)
SYMBOL = re.compile(r"[A-Z0-9^][A-Z0-9.^=-]{0,19}")
ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")  # yfinance would look one up elsewhere
CHART = "/v8/finance/chart/"
SEARCH = "/v1/finance/search"
CONNECT_TIMEOUT = 5.0
COOKIE_TIMEOUT = 3.0  # prices come without cookie and crumb, so they are not waited for long
RETRY_AFTER = 0.5
HITS = 8
COLUMNS = {"Open": "open", "High": "high", "Low": "low", "Close": "close", "Volume": "volume"}
LIMITED = ("Yahoo limits the rate of requests (HTTP 429)", "Wait some minutes before asking again.")
OFFLINE = "Check the connection (and HTTPS_PROXY, if it is set), or use the simulated sample (FOOTNOTE_DATA=sample)."

_lock = threading.Lock()
_ready: dict[str, Any] = {}


@dataclass(frozen=True)
class Fetched:
    """What Yahoo served for one symbol.

    Attributes:
        frame: Bars by session, ascending, without a zone; columns open high low close volume, prices
            adjusted for splits by Yahoo as of the retrieval and not for dividends.
        dividends: Value by ex-date, capital gains paid out included.
        splits: Ratio by ex-date.
        retrieved_at: UTC instant that counts as the retrieval.
        listing: Name, currency and kind of the symbol.
    """

    frame: pd.DataFrame
    dividends: dict[date, float]
    splits: dict[date, float]
    retrieved_at: datetime
    listing: Listing | None = None


def fetch(symbol: str, start: date | None, *, now: datetime, home: Path, timeout: float = 10.0) -> Fetched:
    """Daily bars of a symbol from a day on, or all there are.

    Args:
        symbol: Yahoo's symbol.
        start: First day wanted; None for the whole history.
        now: Instant of the retrieval; bars of later days are left out.
        home: Folder below which yfinance may keep its caches.
        timeout: Seconds to wait for the bars.

    Raises:
        MarketDataError: RateLimited, Unreachable, SymbolNotFound or SourceDown, by what to do about it.
    """
    symbol = symbol.upper()
    if not SYMBOL.fullmatch(symbol) or ISIN.fullmatch(symbol):
        raise SymbolNotFound(f"{symbol[:30]!r} is not a Yahoo symbol", "Symbols look like ^RUT, IWM or BRK-B.")
    try:
        history, listing = _history(symbol, start, home, timeout)
    except SourceDown as error:
        if not error.brief:
            raise
        time.sleep(RETRY_AFTER)
        history, listing = _history(symbol, start, home, timeout)
    return replace(_fetched(symbol, history, now), listing=listing)


def _yfinance(home: Path) -> tuple[ModuleType, Any]:
    """yfinance and the process's one session, set up on first use."""
    with _lock:
        if not _ready:
            logger = logging.getLogger("yfinance")  # what it has to say is raised; its log lines guess ("delisted")
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                import yfinance
            yfinance.config.debug.hide_exceptions = False
            _ready.update(module=yfinance, session=_session_class()(impersonate="chrome"))
        cache = str(home / "yfinance")
        if _ready.get("cache") != cache:
            _drop_broken_caches(home / "yfinance")
            _ready["module"].set_tz_cache_location(cache)
            _ready["cache"] = cache
    # Its import switches deprecation warnings on, and pandas then prints some on every call.
    for category in (DeprecationWarning, FutureWarning):
        warnings.filterwarnings("ignore", category=category, module="yfinance")
    return _ready["module"], _ready["session"]


def _drop_broken_caches(folder: Path) -> None:
    """Delete cache files of yfinance that are no databases: it fails on them, and they hold nothing to keep."""
    for path in folder.glob("*.db"):
        with path.open("rb") as file:
            head = file.read(16)
        if head and head != b"SQLite format 3\x00":
            logging.getLogger(__name__).warning("%s was no database and was deleted", path.name)
            for part in folder.glob(path.name + "*"):
                part.unlink()


def _session_class() -> type:
    """A curl_cffi session that says which fault it met, where yfinance would fold them into one."""
    from curl_cffi import requests

    class Session(requests.Session):  # type: ignore[type-arg]
        def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
            chart, wanted = CHART in url, CHART in url or SEARCH in url
            wait = options.pop("timeout", None) or 10.0
            connecting = min(CONNECT_TIMEOUT, wait / 2)
            options["timeout"] = (connecting, wait - connecting) if wanted else COOKIE_TIMEOUT  # curl takes the sum
            response = super().request(method, url, *args, **options)
            if wanted:
                _refuse(url.rsplit("/", 1)[-1] if chart else "", response.status_code, response.content)
            return response

    return Session


def _refuse(symbol: str, status: int, body: bytes) -> None:
    """Raise for an answer that holds no bars of a symbol, or, without one, no answer to a search.

    Raised at once: yfinance would ask a second time, which is wrong after 429 and in vain after 404.
    """
    whom, what = (f" for {symbol}", "prices") if symbol else ("", "the names searched for")
    if status == 429:
        raise RateLimited(*LIMITED)
    if status == 404 and symbol:
        raise SymbolNotFound(f"Yahoo has no symbol {symbol}", "Check how Yahoo Finance spells it.")
    if status >= 500 or (status >= 400 and not symbol):
        raise SourceDown(f"Yahoo is down: it answered HTTP {status}{whom}", brief=True)
    head = body[:200].lstrip().lower()
    if head.startswith(b"<"):
        raise SourceDown(f"Yahoo is down: it served a web page instead of {what}{whom}")
    if symbol and head.startswith(b'{"chart":{"result":[]'):
        raise SourceDown(f"Yahoo served an empty result for {symbol}")


def _history(symbol: str, start: date | None, home: Path, timeout: float) -> tuple[pd.DataFrame, Listing]:
    """yfinance's frame as served, with what the answer says of the symbol; every fault as one of ours."""
    yfinance, session = _yfinance(home)

    def ask() -> tuple[pd.DataFrame, Any]:
        ticker = yfinance.Ticker(symbol, session=session)
        # Set beforehand, because yfinance asks for the zone with a request of its own through an
        # lru_cache that keeps error answers. The zone only places `start`, which may be a day off.
        ticker._tz = NEW_YORK.key
        span = {"period": "max"} if start is None else {"start": start}
        frame = ticker.history(**span, interval="1d", auto_adjust=False, actions=True, timeout=timeout)
        return frame, ticker.get_history_metadata()

    frame, meta = _asked(ask, f" for {symbol}", "bars")
    if frame.empty:
        raise SourceDown(f"Yahoo served no bars for {symbol}")
    name = meta.get("longName") or meta.get("shortName")
    return frame, listing_of(symbol, name, meta.get("currency"), meta.get("instrumentType"))


def _asked(ask: Callable[[], Answer], whom: str, what: str) -> Answer:
    """What Yahoo answers through yfinance; every fault as one of ours."""
    from curl_cffi.requests.exceptions import RequestException
    from yfinance.exceptions import YFException, YFRateLimitError

    try:
        return ask()
    except MarketDataError:
        raise
    except YFRateLimitError as error:
        raise RateLimited(*LIMITED) from error
    except json.JSONDecodeError as error:
        raise SourceDown(f"Yahoo's answer{whom} broke off (truncated JSON)") from error
    except RequestException as error:
        raise _connection_fault(whom, error) from error
    except YFException as error:
        raise SourceDown(f"Yahoo served no {what}{whom}") from error
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        # yfinance reads the answer's fields unchecked.
        raise SourceDown(f"Yahoo's answer{whom} has not the form expected ({type(error).__name__})") from error


def search(words: str, *, home: Path, timeout: float = 5.0) -> list[Hit]:
    """What Yahoo's search finds by a name, in its order; empty where it finds nothing.

    Args:
        words: A name, of at most a few words.
        home: Folder below which yfinance may keep its caches.
        timeout: Seconds to wait for the answer.

    Raises:
        MarketDataError: RateLimited, Unreachable or SourceDown, as for bars.
    """
    yfinance, session = _yfinance(home)

    def ask() -> list[Any]:
        yfinance.data.YfData.cache_get.cache_clear()  # it keeps answers for good, which is for the store to decide
        found = yfinance.Search(
            words, max_results=HITS, news_count=0, lists_count=0, include_cb=False, recommended=0,
            session=session, timeout=timeout,
        )  # fmt: skip
        return list(found.quotes)

    return [hit for quote in _asked(ask, "", "answer to a search") if (hit := _hit(quote))]


def _hit(quote: Any) -> Hit | None:
    """One thing found; None where it has no symbol that could be asked for."""
    symbol, score = quote.get("symbol"), quote.get("score")
    if not isinstance(symbol, str) or not SYMBOL.fullmatch(symbol.upper()):
        return None
    given = [quote.get(name) for name in ("longname", "shortname")]
    listings = [listing_of(symbol.upper(), name, "", quote.get("quoteType")) for name in given if name]
    names, kind = tuple(dict.fromkeys(listing.name for listing in listings)), quote.get("quoteType")
    return Hit(symbol.upper(), names, str(kind or "").lower(), float(score) if isinstance(score, int | float) else 0.0)


def _connection_fault(whom: str, error: Exception) -> MarketDataError:
    """Whether a curl error means no connection at all, or one that failed."""
    from curl_cffi.const import CurlECode as Code

    code, text = getattr(error, "code", 0), str(error)
    reasons: dict[int, str] = {
        Code.COULDNT_RESOLVE_HOST: "its name could not be resolved",
        Code.COULDNT_RESOLVE_PROXY: "the proxy's name could not be resolved",
        Code.COULDNT_CONNECT: "the connection was refused",
        Code.INTERFACE_FAILED: "there is no network interface",
        Code.PROXY: "the proxy refused",
    }
    if "CONNECT" in text:
        return Unreachable("Yahoo could not be reached: the proxy refused", OFFLINE)
    if code in reasons:
        return Unreachable(f"Yahoo could not be reached: {reasons[code]}", OFFLINE)
    if "certificate" in text.lower() or code in (Code.SSL_CONNECT_ERROR, Code.PEER_FAILED_VERIFICATION):
        return Unreachable("Yahoo could not be reached: no secure connection (TLS)", OFFLINE)
    if code == Code.OPERATION_TIMEDOUT:
        if "Operation timed out" in text:
            return SourceDown(f"Yahoo did not answer in time{whom}")
        return Unreachable("Yahoo could not be reached: connecting took too long", OFFLINE)
    return SourceDown(f"Yahoo broke the connection{whom}", brief=True)


def _fetched(symbol: str, frame: pd.DataFrame, now: datetime) -> Fetched:
    """The frame with our names, without rows that are no sessions, null bars and bars after now."""
    frame = frame.rename(columns=COLUMNS)
    frame.index = pd.DatetimeIndex(frame.index).tz_localize(None).normalize()
    days = [t.date() for t in frame.index]
    paid = frame["Dividends"] + (frame["Capital Gains"].fillna(0.0) if "Capital Gains" in frame else 0.0)
    today = now.astimezone(NEW_YORK).date()
    actions = [
        {day: float(v) for day, v in zip(days, column, strict=True) if v and v == v and day <= today}
        for column in (paid, frame["Stock Splits"])
    ]
    shut = [day for day in days if not is_session(day)]
    if shut:
        log.info("%s: dropped %d row(s) on days the exchange was shut, the last %s", symbol, len(shut), shut[-1])
    bars = frame[list(COLUMNS.values())].astype("float64")
    priced = bars["close"].notna() & (bars["close"] != 0)
    if not priced.all():
        log.warning("%s: dropped %d bar(s) without a close", symbol, int((~priced).sum()))
    keep = priced.to_numpy() & [is_session(day) and day <= today for day in days]
    bars = bars[keep]
    if bars.empty:
        raise SourceDown(f"Yahoo served no bars for {symbol}")
    prices = bars[["open", "high", "low"]]
    bars[["open", "high", "low"]] = prices.where(prices != 0)  # Yahoo writes 0 where it has no open
    bars.index = pd.DatetimeIndex(bars.index).as_unit("ns")
    return Fetched(bars[~bars.index.duplicated(keep="last")].sort_index(), actions[0], actions[1], now)
