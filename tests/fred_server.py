"""FRED on loopback: the keyless file and the API with vintages, and their faults.

It serves the series of ../shared/market/macro where they are present, and series made up here otherwise; vintages are
made up always.
"""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.loopback import Handler, fronting, wait
from tests.replay import SHARED

DOMAIN = "stlouisfed.org"
KEY = "abcdefabcdefabcdefabcdefabcdef12"
MACRO = SHARED / "market" / "macro"
LAST = date(2026, 8, 21)
MONTHLY = {"PAYEMS": 159_000.0, "UNRATE": 4.4, "CPIAUCSL": 320.0}
DAILY = {"DFEDTARU": 3.75, "DFEDTARL": 3.5, "DFF": 3.64}
Rows = list[tuple[str, str]]
Vintages = list[tuple[str, str, str]]


def made_up(series: str) -> Rows:
    """A small series: claims by week end, prices and jobs by month without October 2025, rates by day."""
    if series == "ICSA":
        weeks = [date(2023, 1, 7) + timedelta(weeks=n) for n in range(200)]
        return [(str(w), str(200_000 + 1_000 * (n % 7))) for n, w in enumerate(weeks) if w + timedelta(days=5) <= LAST]
    if series in MONTHLY:
        months = [(y, m) for y in (2023, 2024, 2025, 2026) for m in range(1, 13) if (y, m) < (2026, 8)]
        values = [(f"{y}-{m:02}-01", f"{MONTHLY[series] + 0.1 * n:.3f}") for n, (y, m) in enumerate(months)]
        lacking = "2025-10-01" if series != "PAYEMS" else ""
        return [(day, "" if day == lacking else value) for day, value in values]
    if series in DAILY:
        days = [LAST - timedelta(days=n) for n in range(1200)]
        return [(str(day), str(DAILY[series])) for day in reversed(days)]
    return []


def latest(series: str) -> Rows:
    """The latest vintage."""
    path = MACRO / f"{series}.csv"
    if not path.exists():
        return made_up(series)
    with path.open(encoding="utf-8") as lines:
        return [(row["date"], row["value"]) for row in csv.DictReader(lines)]


def first_prints(series: str) -> Vintages:
    """Vintages made of the latest values: each known five days after its period, or on the 12th of the next month."""
    out = []
    for day, value in latest(series):
        period = date.fromisoformat(day)
        following = (period.replace(day=1) + timedelta(days=32)).replace(day=12)
        known = following if series in MONTHLY else period + timedelta(days=5 if series == "ICSA" else 1)
        out.append((day, str(known), value))
    return out


@dataclass
class Fred:
    """A running server.

    Attributes:
        env: Variables that send requests to it.
        fault: ``429 500 html truncated cut slow 404 badkey`` or nothing; ``truncated`` ends as if it were whole.
        faults: Fault by series, before ``fault``.
        vintages: Vintages by series, before the made-up ones: (period, known from, value).
        rows: The keyless file's rows by series, before the served ones.
        asked: Path and query of each request.
        connects: Hosts asked for at the proxy.
    """

    env: dict[str, str] = field(default_factory=dict)
    fault: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    vintages: dict[str, Vintages] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connects: list[str] = field(default_factory=list)

    def reset(self) -> None:
        """No faults, nothing asked, the series as served first."""
        self.fault = ""
        for held in (self.faults, self.vintages, self.rows, self.asked, self.connects):
            held.clear()


def handler_of(fred: Fred) -> type[Handler]:
    """The handler that serves as told by the state given."""

    class FredHandler(Handler):
        def do_GET(self) -> None:
            fred.asked.append(self.path)
            url = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(url.query).items()}
            keyless = url.path == "/graph/fredgraph.csv"
            series = query.get("id" if keyless else "series_id", "")
            fault = fred.faults.get(series, fred.fault)
            if not keyless and (query.get("api_key") != KEY or fault == "badkey"):
                self._refuse(400, "Bad Request.  The value for variable api_key is not registered.")
            elif fault in ("429", "500", "404"):
                self._refuse(int(fault), "as asked for")
            elif fault == "html":
                self.answer(200, b"<!DOCTYPE html><html>Will be right back</html>", "text/html")
            else:
                wait(30 if fault == "slow" else 0)
                self._serve(_file(fred, series, query) if keyless else _observations(fred, series, query), fault)

        def _refuse(self, status: int, message: str) -> None:
            body = json.dumps({"error_code": status, "error_message": message}).encode()
            self.answer(status, body, "application/json")

        def _serve(self, body: bytes | None, fault: str) -> None:
            if body is None:
                self._refuse(404, "Not found")
            elif fault == "truncated":
                self.answer(200, body[: len(body) // 2].rstrip(b"\n"), "text/plain")
            else:
                cut = len(body) if fault == "cut" else None
                self.answer(200, body[: cut // 2] if cut else body, "text/plain", promised=cut)

    return FredHandler


def _file(fred: Fred, series: str, query: dict[str, str]) -> bytes | None:
    rows = fred.rows.get(series) or latest(series)
    kept = [f"{day},{value}" for day, value in rows if day >= query.get("cosd", "")]
    return "\n".join([f"observation_date,{series}", *kept, ""]).encode() if rows else None


def _observations(fred: Fred, series: str, query: dict[str, str]) -> bytes | None:
    """The vintages of a real-time period, the first ones clamped to its start, as the API does."""
    vintages = fred.vintages.get(series) or first_prints(series)
    start, end = query["realtime_start"], query["realtime_end"]
    found = {
        (day, max(known, start)): value  # of those before the start the last stands
        for day, known, value in sorted(vintages)
        if known <= end and day >= query.get("observation_start", "")
    }
    rows = [
        {"realtime_start": known, "realtime_end": "9999-12-31", "date": day, "value": value or "."}
        for (day, known), value in sorted(found.items())
    ]
    offset, limit = int(query.get("offset", "0")), min(int(query.get("limit", "100000")), 1000)
    page = {"count": len(rows), "offset": offset, "limit": limit, "observations": rows[offset : offset + limit]}
    return json.dumps(page).encode() if vintages else None


@contextmanager
def serving_fred(folder: Path) -> Iterator[Fred]:
    """FRED on loopback until the block ends."""
    fred = Fred()
    with fronting(folder, {DOMAIN: handler_of(fred)}) as front:
        fred.env, fred.connects = front.env, front.connects
        yield fred
