"""What is due next, from a dated and sourced file; a date counts only from when its source was published."""

import json
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from tools.facts import Fact, Source

EVENTS = Path(__file__).with_name("calendar_events.json")
HORIZON_DAYS = 45  # what lies further ahead is not "next"


@cache
def _events() -> dict[str, Any]:
    return dict(json.loads(EVENTS.read_text(encoding="utf-8")))


def calendar_facts(as_of: date) -> list[Fact]:
    """The next date of each kind of event after a session, the nearest first.

    Args:
        as_of: The session; a date whose source was published later isn't known, and events more than
            45 days ahead are left out.

    Returns:
        Facts ``calendar.next_fomc`` and so on, of unit ``date``; whether confirmed or inferred stands in ``reading``.
    """
    table, out = _events(), []
    for event in table["events"]:
        source = table["sources"][event["source"]]
        published = date.fromisoformat(source["known_from"])
        ahead = sorted(d for d in map(date.fromisoformat, event["dates"]) if d > as_of)
        if published > as_of or not ahead or (ahead[0] - as_of).days > HORIZON_DAYS:
            continue
        out.append(
            Fact(
                key=f"calendar.next_{event['key']}",
                value=ahead[0].isoformat(),
                unit="date",
                subject="calendar",
                as_of=as_of,
                definition=f"Next {event['name']} after the date, from “{source['title']}” ({source['url']}).",
                inputs=(),
                source=Source(publisher=source["publisher"], retrieved_at=datetime.combine(published, time(), UTC)),
                reading=event["status"],
                caveats=(event["note"],) if event.get("note") else (),
            )
        )
    return sorted(out, key=lambda f: str(f.value))


def event_name(key: str) -> str:
    """The name of the event of a key such as ``calendar.next_fomc``."""
    return next(str(e["name"]) for e in _events()["events"] if key == f"calendar.next_{e['key']}")
