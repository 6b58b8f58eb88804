"""What is due next, from a dated and sourced file and from publishers' rules.

A listed date counts only from when its source was published; a date by rule is marked inferred, whatever the year.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tools.caveats import caveat
from tools.data.observations import claims_release
from tools.data.sessions import is_holiday
from tools.definitions import definition
from tools.fact import Fact, Source

EVENTS = Path(__file__).with_name("calendar_events.json")
AUTUMN_FROM = 2026  # the first year in which the Russell indexes are rebuilt in November too


@cache
def _table() -> dict[str, Any]:
    return dict(json.loads(EVENTS.read_text(encoding="utf-8")))


def calendar_facts(as_of: date) -> list[Fact]:
    """The next date of each kind of event after a session, the nearest first.

    Args:
        as_of: The session; a listed date whose source was published later isn't known, and one that a known source
            has moved doesn't count.

    Returns:
        Facts ``calendar.next_fomc`` and so on, of unit ``date``; whether confirmed or inferred stands in ``reading``.
        None of a kind whose next date no source known by then gives.
    """
    keys = dict.fromkeys(str(event["key"]) for event in _table()["events"])
    out = [fact for key in keys if (fact := _next(key, as_of))]
    return sorted(out, key=lambda f: (str(f.value), f.key))


def closure_fact(as_of: date) -> Fact:
    """The next holiday of the exchange after a session, by its rules: ``calendar.next_closure``."""
    day = next(d for n in range(1, 400) if is_holiday(d := as_of + timedelta(days=n)))
    return Fact(
        key="calendar.next_closure",
        value=day.isoformat(),
        unit="date",
        subject="calendar",
        as_of=as_of,
        definition=definition("next_closure").words,
        inputs=(),
        source=Source(publisher="exchange_calendars, XNYS", retrieved_at=datetime.combine(as_of, time(), UTC)),
        reading="confirmed",
        caveats=(caveat("unforeseen-closures"),),
    )


def event_name(key: str) -> str:
    """The name of the event of a key such as ``calendar.next_fomc``."""
    if key == "calendar.next_closure":
        return "holiday of the exchange"
    return next(str(e["name"]) for e in _table()["events"] if key == f"calendar.next_{e['key']}")


def _next(key: str, as_of: date) -> Fact | None:
    """The next date of one kind of event, from the sources known on a session."""
    known = [event for event in _table()["events"] if event["key"] == key and _is_known(event, as_of)]
    moved = {day for event in known for day in event.get("replaces", ())}
    ahead = [
        (min(days), event) for event in known if (days := [d for d in _ahead(event, as_of) if str(d) not in moved])
    ]
    if not ahead:
        return None
    day, event = min(ahead, key=lambda found: found[0])
    return _fact(event, day, as_of)


def _is_known(event: dict[str, Any], as_of: date) -> bool:
    """Whether an entry covers a session: from its first day on and, unless it is a rule, once its source was out."""
    published = _table()["sources"][event["source"]]["known_from"]
    return event["since"] <= as_of.isoformat() and ("rule" in event or published <= as_of.isoformat())


def _ahead(event: dict[str, Any], as_of: date) -> list[date]:
    """An entry's dates after a session."""
    if event.get("rule") == "claims":
        return [next_claims(as_of)]
    if event.get("rule") == "reconstitution":
        return [next_reconstitution(as_of)]
    return [day for day in map(date.fromisoformat, event["dates"]) if day > as_of]


def _fact(event: dict[str, Any], day: date, as_of: date) -> Fact:
    source = _table()["sources"][event["source"]]
    published = date.fromisoformat(source["known_from"])
    caveats = [caveat(event["note"])] if event.get("note") else []
    if published > as_of:
        caveats.append(caveat("rule-of-today"))
    return Fact(
        key=f"calendar.next_{event['key']}",
        value=day.isoformat(),
        unit="date",
        subject="calendar",
        as_of=as_of,
        definition=f"Next {event['name']} after the date, from “{source['title']}” ({source['url']}).",
        inputs=(),
        source=Source(publisher=source["publisher"], retrieved_at=datetime.combine(published, time(), UTC)),
        reading=event["status"],
        caveats=tuple(caveats),
    )


def next_claims(day: date) -> date:
    """The first release of weekly initial claims after a day, by the Department of Labor's rule."""
    week_end = day - timedelta(days=(day.weekday() + 2) % 7)  # the Saturday on or before it
    releases = (claims_release(week_end + timedelta(weeks=n)) for n in range(3))
    return next(release for release in releases if release > day)


def next_reconstitution(day: date) -> date:
    """The first rebuilding of the Russell US indexes after a day, by the publisher's rule."""
    return next(found for year in (day.year, day.year + 1) for found in _reconstitutions(year) if found > day)


def _reconstitutions(year: int) -> Iterator[date]:
    yield _friday(year, 6, 4)
    if year >= AUTUMN_FROM:
        yield _friday(year, 11, 2)


def _friday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(4 - first.weekday()) % 7, weeks=nth - 1)
