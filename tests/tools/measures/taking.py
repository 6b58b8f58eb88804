"""Measures of bars made by hand, for figures that can be worked out on paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from tests.market import START, bars, market
from tools.facts.series import Series
from tools.measures.answers import Measured
from tools.measures.measure import measure
from tools.measures.query import Query
from tools.universe import UNIVERSE


def series_of(closes: Mapping[str, Sequence[float]], start: date = START) -> dict[str, Series]:
    """Subjects' bars of these closes on consecutive sessions; a NaN is a session without a bar."""
    held = {key: bars(UNIVERSE[key].symbol, x, start) for key, x in closes.items()}
    whole = market(*held.values())
    return {key: Series(UNIVERSE[key], held[key], whole) for key in held}


def take(
    held: Mapping[str, Series], kind: str, *subjects: str, events: Sequence[date] = (), **asked: object
) -> Measured:
    """A measure of them as of the last session."""
    query = Query.model_validate({"measure": kind, "subjects": subjects or tuple(held), **asked})
    first = next(iter(held.values()))
    return measure(
        query, lambda name: held[name], first.market.as_of, lambda name, known: [d for d in events if d <= known]
    )


def figure(measured: Measured, key: str) -> float:
    """The value of a key."""
    return float(next(f.value for f in measured.facts if f.key == key))
