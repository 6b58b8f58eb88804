"""Dated events: when the Fed cut and raised its target range, and when the country voted, each known by a day."""

import itertools
import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from tools.data.observations import Observations
from tools.data.store import Store
from tools.errors import BadQuery
from tools.macro.figures import whole_series

TARGET = ("DFEDTARU", "DFEDTARL")  # FRED's names of the range's two ends, which begin on 16 December 2008
ELECTIONS = Path(__file__).with_name("elections.json")
SOURCES = {
    "fed_cut": "FRED, DFEDTARU and DFEDTARL: a cut counts from the day that FRED dates it",
    "fed_hike": "FRED, DFEDTARU and DFEDTARL: a rise counts from the day that FRED dates it",
    "election": "2 U.S.C. 7: federal elections, midterms included",
}


def listed_events(store: Store, name: str, as_of: date, now: datetime, *, simulated: bool) -> list[date]:
    """The days of a listed event known by a session, ascending.

    Args:
        store: Where FRED's observations are kept.
        name: ``fed_cut``, ``fed_hike`` or ``election``.
        as_of: Nothing later counts.
        now: The instant taken as now.
        simulated: Whether the bars are the sample's, of which a real event would say nothing.

    Raises:
        BadQuery: There is no such event, or the bars are simulated.
        SourceDown: FRED could not be asked, and nothing of it is stored.
    """
    if name not in SOURCES:
        raise BadQuery(f"{name} is no event that is listed", "Listed are fed_cut, fed_hike and election.")
    if simulated:
        raise BadQuery("The sample's bars are simulated: what followed real events can't be read off them")
    if name == "election":
        return [d for d in _elections() if d <= as_of]
    cuts, rises = target_changes(whole_series(store, TARGET, as_of=as_of, now=now), as_of)
    return cuts if name == "fed_cut" else rises


def target_changes(held: Mapping[str, Observations], as_of: date) -> tuple[list[date], list[date]]:
    """The days from which a lower, and a higher, target range applied; known from their day on, and never revised.

    Both ends of the range have moved together each time; a day on which they did otherwise is neither.
    """
    upper, lower = (held[name].as_known(as_of) for name in TARGET)
    days = sorted(upper.keys() & lower.keys())
    cuts, rises = [], []
    for before, day in itertools.pairwise(days):
        moves = (upper[day] - upper[before], lower[day] - lower[before])
        if max(moves) < 0:
            cuts.append(day)
        elif min(moves) > 0:
            rises.append(day)
    return cuts, rises


@cache
def _elections() -> list[date]:
    return [date.fromisoformat(day) for day in json.loads(ELECTIONS.read_text(encoding="utf-8"))["days"]]
