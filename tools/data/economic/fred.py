"""Economic series from FRED: the only module that talks to it, over requests, and only when it fetches."""

import csv
import logging
import os
import re
from datetime import UTC, date, datetime
from typing import Any

from tools.data.observations import Observation, Observations
from tools.errors import BadSetting, MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable

GRAPH_URL = "https://fred.stlouisfed.org/graph/fredgraph.csv"
API_URL = "https://api.stlouisfed.org/fred/series/observations"
CONNECT_TIMEOUT = 5.0
ROWS = 100_000  # what the API gives at once, at most
YEARS = 5  # of vintages at once: the API refuses over 2,000 vintage dates, and a daily series has 1,826 in that time
BEFORE = 3  # calendar years of periods before the first day wanted: enough for a change over a year
LIMITED = ("FRED limits the rate of requests (HTTP 429)", "Wait some minutes before asking again.")
OFFLINE = "Check the connection (and HTTPS_PROXY, if it is set)."


class Refused(Unreachable):
    """The proxy doesn't let this host through: asking again soon won't help."""


class _NoKey(logging.Filter):
    """Takes the key out of what the HTTP library logs: the API takes it in the address only."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"api_key=[^&\s\"]+", "api_key=…", record.getMessage())
        record.args = ()
        return True


_no_key = _NoKey()


def api_key() -> str | None:
    """The key in FRED_API_KEY, None where there is none."""
    return os.environ.get("FRED_API_KEY", "").strip() or None


def block_of(day: date) -> date:
    """The first day of the stretch of five calendar years whose vintages are asked for together."""
    return date(day.year // YEARS * YEARS, 1, 1)


def fetch(
    series_id: str,
    *,
    now: datetime,
    key: str | None = None,
    as_of: date | None = None,
    whole: bool = False,
    timeout: float = 10.0,
) -> Observations:
    """A series from FRED, the periods of the last years or all.

    Args:
        series_id: FRED's name of it.
        now: Instant of the retrieval.
        key: Key of FRED's API, which has vintages; without it the keyless file with the latest vintage.
        as_of: A day whose vintages are wanted, with those of its five calendar years; now's day if None.
        whole: All periods, of the latest vintage whatever the key.
        timeout: Seconds to wait for one answer.

    Returns:
        The observations; missing values are left out. A value known before the five years counts from their first day.

    Raises:
        MarketDataError: RateLimited, Unreachable, SymbolNotFound, SourceDown or BadSetting (the key), by what to do.
    """
    if not re.fullmatch(r"[A-Z0-9]{1,25}", series_id):
        raise SymbolNotFound(f"{series_id[:30]!r} is not the name of a series at FRED")
    today = now.astimezone(UTC).date()
    if key and not whole:
        rows = _vintages(series_id, key, as_of or today, today, timeout)
    else:
        rows = _latest(series_id, date.min if whole else date(today.year - BEFORE, 1, 1), timeout)
    if not rows:
        error = SymbolNotFound if key else SourceDown
        raise error(f"FRED served no observations of {series_id}" + (" for that time" if key else ""))
    return Observations(series_id, tuple(sorted(rows, key=lambda r: (r.period, r.known_from or date.min))), now)


def _latest(series_id: str, first: date, timeout: float) -> list[Observation]:
    """The keyless file, from a day on."""
    asked = {"id": series_id} | ({"cosd": first.isoformat()} if first > date.min else {})
    text = _get(GRAPH_URL, asked, series_id, timeout)
    if text.lstrip()[:1] == "<":
        raise SourceDown(f"FRED is down: it served a web page instead of {series_id}")
    header, *lines = list(csv.reader(text.splitlines())) or [[]]
    if len(header) != 2 or header[1] != series_id:
        raise SourceDown(f"FRED's file of {series_id} has not the form expected")
    if not text.endswith("\n"):
        raise SourceDown(f"FRED's file of {series_id} broke off")
    try:
        read = [(date.fromisoformat(day), value) for day, value in lines]
        return [Observation(day, float(value)) for day, value in read if day >= first and value not in ("", ".")]
    except ValueError:
        raise SourceDown(f"FRED's file of {series_id} has not the form expected") from None


def _vintages(series_id: str, key: str, day: date, today: date, timeout: float) -> list[Observation]:
    """The vintages of the stretch of years that a day lies in."""
    start = block_of(day)
    past = block_of(today) > start
    asked = {
        "series_id": series_id,
        "api_key": key,
        "file_type": "json",
        "realtime_start": start.isoformat(),
        "realtime_end": date(start.year + YEARS - 1, 12, 31).isoformat() if past else "9999-12-31",
        "observation_start": date(start.year - BEFORE, 1, 1).isoformat(),
        "limit": str(ROWS),
    }
    rows: list[Observation] = []
    seen, count = 0, 1
    while seen < count:
        answer = _json(_get(API_URL, {**asked, "offset": str(seen)}, series_id, timeout), series_id)
        try:
            page = answer["observations"]
            count = int(answer.get("count", len(page)))
            rows += [_observation(row) for row in page if row["value"] not in ("", ".")]
        except (KeyError, TypeError, ValueError, AttributeError):
            raise SourceDown(f"FRED's answer for {series_id} has not the form expected") from None
        seen += len(page)
        if not page:
            break
    return rows


def _observation(row: dict[str, str]) -> Observation:
    return Observation(date.fromisoformat(row["date"]), float(row["value"]), date.fromisoformat(row["realtime_start"]))


def _json(text: str, series_id: str) -> Any:
    import json

    if text.lstrip()[:1] == "<":
        raise SourceDown(f"FRED is down: it served a web page instead of {series_id}")
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise SourceDown(f"FRED's answer for {series_id} broke off (truncated JSON)") from None


def _get(url: str, asked: dict[str, str], series_id: str, timeout: float) -> str:
    """The text of an answer; every fault as one of ours, none of which names the address, for it holds the key."""
    import requests

    logging.getLogger("urllib3.connectionpool").addFilter(_no_key)
    connecting = min(CONNECT_TIMEOUT, timeout / 2)
    try:
        answer = requests.get(
            url, params=asked, timeout=(connecting, timeout - connecting), headers={"User-Agent": "footnote"}
        )
    except OSError as error:  # requests' own are OSErrors, and a certificate bundle that isn't there is a plain one
        raise _fault(series_id, error) from None
    if answer.status_code == 429:
        raise RateLimited(*LIMITED)
    if answer.status_code == 400 and "api_key" in answer.text:
        raise BadSetting("FRED refuses the key in FRED_API_KEY", "Check it, or unset it to use FRED's keyless file.")
    if answer.status_code in (400, 404):
        raise SymbolNotFound(f"FRED has no series {series_id} for that time (HTTP {answer.status_code})")
    if answer.status_code != 200:
        brief = answer.status_code >= 500
        raise SourceDown(f"FRED is down: HTTP {answer.status_code} for {series_id}", brief=brief)
    return answer.content.decode("utf-8-sig", errors="replace")


def _fault(series_id: str, error: Exception) -> MarketDataError:
    """Whether an error of requests means no connection at all, or one that failed."""
    from requests import exceptions
    from urllib3.exceptions import NameResolutionError, NewConnectionError, ProxyError, SSLError

    reason = getattr(error.args[0] if error.args else None, "reason", None)
    cause = getattr(reason, "original_error", reason)  # a proxy's error holds what went wrong with it
    if isinstance(cause, NameResolutionError):
        return Unreachable("FRED could not be reached: a name could not be resolved", OFFLINE)
    if isinstance(cause, NewConnectionError):
        return Unreachable("FRED could not be reached: the connection was refused", OFFLINE)
    if isinstance(reason, SSLError) or isinstance(error, exceptions.SSLError):
        return Unreachable("FRED could not be reached: no secure connection (TLS)", OFFLINE)
    if isinstance(reason, ProxyError) or isinstance(error, exceptions.ProxyError):
        return Refused("FRED could not be reached: the proxy refused", OFFLINE)
    if isinstance(error, exceptions.ConnectTimeout):
        return Unreachable("FRED could not be reached: connecting took too long", OFFLINE)
    if isinstance(error, exceptions.Timeout):
        return SourceDown(f"FRED did not answer in time for {series_id}")
    if not isinstance(error, exceptions.RequestException):
        return Unreachable("FRED could not be reached: REQUESTS_CA_BUNDLE names no certificates", OFFLINE)
    return SourceDown(f"FRED broke the connection for {series_id}", brief=True)
