"""Claims of a move: returns over any horizon, changes of yields, one subject against another."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from assistant.checker.agreement import agrees
from assistant.checker.claims import Claim
from assistant.checker.past import Past
from assistant.checker.verdict import Alternative, Verdict, moved, other_days, settle, subject_words
from assistant.statements.names import capital, name_of
from tools.fact import show, spell_date
from tools.universe import UNIVERSE

OVER = {
    "1d": "on the day", "5d": "over five sessions", "20d": "over 20 sessions", "mtd": "for the month",
    "qtd": "for the quarter", "ytd": "for the year", "1y": "over one year", "week": "for the week",
}  # fmt: skip
NEIGHBOURS = {
    "rut": ("iwm",),
    "spx": ("spy",),
    "comp": ("qqq",),
    "iwm": ("rut", "ijr"),
    "spy": ("spx",),
    "qqq": ("comp",),
}
HORIZONS = ("1d", "5d", "mtd", "qtd", "ytd", "1y")


def check_return(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A return, or the change of the VIX in percent, over the horizon the words name."""
    assert claim.figure
    key, horizon, unit = claim.subject, claim.measure.horizon, "fraction"
    value, base = _return(past, key, horizon, day, claim.measure.parameter)
    name = capital(subject_words(key))
    if value is None:
        return Verdict(
            "not_checkable", f"There is no return of {name_of(key)} {OVER.get(horizon, '')} to {spell_date(day)}."
        )
    fact = past.fact(f"{key}.return_{horizon}", day) if horizon in HORIZONS else None
    if agrees(value, unit, claim.figure, claim.says):
        said = f"{name} was {moved(value, unit)} {OVER[horizon]} to {spell_date(day)}."
        return _compared(claim, value, day, past, Verdict("true", said, fact, unit=unit))
    turned = ", not down" if claim.says < 0 < value else ", not up" if claim.says > 0 > value else ""
    said = f"{name} was {moved(value, unit)} {OVER[horizon]} to {spell_date(day)}{turned}."
    if claim.from_level is not None:
        found = _from_level(claim, day, past)
        if found:
            return Verdict("other_definition", f"{said} {found}", fact, unit=unit)
    return settle(past, said, fact, list(_others(claim, day, past, base)), favoured, unit)


def _compared(claim: Claim, value: float, day: date, past: Past, held: Verdict) -> Verdict:
    """The verdict on a move that holds, where it is also said to be more or less than another's."""
    if claim.than is None:
        return held
    other, _ = _return(past, claim.than[1], claim.measure.horizon, day)
    if not claim.says:  # "moved": the sizes are compared
        other, value = abs(other or 0.0), abs(value)
    # "The first gained a, more than the second's b": this claim is the second's.
    if other is None or (other > value) == (claim.than[0] == "more"):
        return held
    said = f"{held.explanation} {capital(name_of(claim.than[1]))} was {moved(other, 'fraction')}, which is not {claim.than[0]}."
    return Verdict("false", said, held.computed, unit=held.unit)


def _return(past: Past, key: str, horizon: str, day: date, total: str = "") -> tuple[float | None, date | None]:
    """The return over a horizon to a session; for a week from the last close before its Monday."""
    if horizon != "week":
        return past.value(f"{key}.{'total_' if total else ''}return_{horizon}", day), None
    series = past.series(key)
    if series is None or day not in series.days:
        return None, None
    place = series.days.index(day)
    monday = day - timedelta(days=day.weekday())
    before = [i for i, d in enumerate(series.days[:place]) if d < monday and not np.isnan(series.close[i])]
    if not before:
        return None, None
    return float(series.close[place] / series.close[before[-1]] - 1), series.days[before[-1]]


def _others(claim: Claim, day: date, past: Past, base: date | None) -> Iterator[Alternative]:
    """Other days, bases and horizons, and the fund of an index, under which a return holds."""
    assert claim.figure
    key, horizon, figure, says = claim.subject, claim.measure.horizon, claim.figure, claim.says
    if horizon in HORIZONS:
        yield from other_days(past, f"{key}.return_{horizon}", "fraction", day, figure, says)
    yield from _from_opens(claim, day, past)
    if UNIVERSE[key].group == "sector":
        return  # a figure of two decimals fits some horizon by chance; a sector's is held to its own
    for other in HORIZONS:
        value = past.value(f"{key}.return_{other}", day)
        if other != horizon and value is not None and agrees(value, "fraction", figure, says):
            yield Alternative(
                1.8, "other_definition", f"{OVER[other]} ({show(value, 'fraction')})", f"{key}.return_{other}", day
            )
    for neighbour in NEIGHBOURS.get(key, ()):
        value, _ = _return(past, neighbour, horizon, day)
        if value is not None and agrees(value, "fraction", figure, says):
            words = f"of {name_of(neighbour)} ({show(value, 'fraction')})"
            yield Alternative(2.0, "other_definition", words, f"{neighbour}.return_{horizon}", day)
    total = past.value(f"{key}.total_return_{horizon}", day)
    if total is not None and agrees(total, "fraction", figure, says):
        yield Alternative(
            1.5, "other_definition", f"with dividends ({show(total, 'fraction')})", f"{key}.total_return_{horizon}", day
        )


def _from_opens(claim: Claim, day: date, past: Past) -> Iterator[Alternative]:
    """Returns from an opening price: of the day, of the first session of the period, of a session of the last ten."""
    assert claim.figure
    series = past.series(claim.subject)
    if series is None or day not in series.days:
        return
    place, opens = series.days.index(day), series.field("open")
    horizon = claim.measure.horizon
    if horizon in ("week", "5d"):
        starts = range(max(0, place - 10), place + 1)
    else:
        base = _base_place(past, claim.subject, horizon, place)
        starts = range(base + 1, base + 2) if base is not None and base < place else range(0)
    for at in starts:
        value = float(series.close[place] / opens[at] - 1)
        if agrees(value, "fraction", claim.figure, claim.says):
            words = f"measured from the open of {spell_date(series.days[at])} ({show(value, 'fraction')})"
            yield Alternative(1.5 + (place - at) / 100, "other_definition", words)


def _base_place(past: Past, key: str, horizon: str, place: int) -> int | None:
    from tools.facts.indicators import base_place

    series = past.series(key)
    if series is None or horizon not in HORIZONS:
        return None
    found = base_place(series.days[: place + 1], series.known[: place + 1], horizon)
    return found if found >= 0 else None


def _from_level(claim: Claim, day: date, past: Past) -> str:
    """Where the level that a change is said to start from comes from, and what the window hides; empty if nowhere."""
    assert claim.from_level
    series = past.series(claim.subject)
    if series is None or day not in series.days:
        return ""
    place = series.days.index(day)
    for at in range(place, max(-1, place - 11), -1):
        for field in ("close", "open", "high", "low"):
            if not agrees(float(series.field(field)[at]), "index points", claim.from_level):
                continue
            level = float(series.field(field)[at])
            value = float(series.close[place] / level - 1)
            what = f"the {field} of {spell_date(series.days[at])} ({show(level, series.subject.unit)})"
            inside = series.close[at : place + 1]
            top = int(np.nanargmax(inside))
            hidden = ""
            if 0 < top < len(inside) - 1:
                hidden = f" Between them it closed as high as {show(float(inside[top]), series.subject.unit)} on {spell_date(series.days[at + top])}."
            return f"The text measures from {what}; from there to the close it is {moved(value, 'fraction')}.{hidden}"
    return ""


def check_spread(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """One subject against another, in percentage points."""
    assert claim.figure
    horizon = claim.measure.horizon
    first, second = claim.subject, claim.other
    key, turned = f"{first}_vs_{second}.spread_{horizon}", f"{second}_vs_{first}.spread_{horizon}"
    value = past.value(key, day)
    if value is None:
        a, b = (_return(past, k, horizon, day)[0] for k in (first, second))
        value = a - b if a is not None and b is not None else None
    if value is None:
        said = f"There are no bars to compare {name_of(first)} with {name_of(second)} {OVER.get(horizon, '')}"
        return Verdict("not_checkable", f"{said.strip()}.")
    fact = past.fact(key, day) or past.fact(turned, day)
    side = "ahead of" if value > 0 else "behind"
    said = f"{capital(name_of(first))} was {show(abs(value), 'percentage points')} {side} {name_of(second)} {OVER[horizon]} to {spell_date(day)}."
    if agrees(value, "percentage points", claim.figure, claim.says):
        return Verdict("true", said, fact, unit="percentage points")
    return settle(
        past,
        said,
        fact,
        list(other_days(past, key, "percentage points", day, claim.figure, claim.says)),
        favoured,
        "percentage points",
    )


def check_change(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A change in points of an index or of the VIX, or of a yield in basis points."""
    assert claim.figure
    key = claim.subject
    if claim.measure.parameter == "bp":
        name, unit = f"{key}.change_{claim.measure.horizon or '1d'}", "basis points"
        value = past.value(name, day)
        alternatives = list(other_days(past, name, unit, day, claim.figure, claim.says)) if value is not None else []
    else:
        name, unit = (f"{key}.change_{claim.measure.horizon or '1d'}" if key == "vix" else ""), UNIVERSE[key].unit
        value = past.value(name, day) if name else _points(past, key, claim.measure.horizon or "1d", day)
        alternatives = list(other_days(past, name, unit, day, claim.figure, claim.says)) if name else []
    if value is None:
        return Verdict("not_checkable", f"There is no such change of {name_of(key)} to {spell_date(day)}.")
    said = f"{capital(name_of(key))} changed by {show(value, unit)} to {spell_date(day)}."
    fact = past.fact(name, day) if name else None
    if agrees(value, unit, claim.figure, claim.says):
        return Verdict("true", said, fact, unit=unit)
    return settle(past, said, fact, alternatives, favoured, unit)


def _points(past: Past, key: str, horizon: str, day: date) -> float | None:
    """A change in points: the close less the one it is measured from."""
    close, ratio = past.value(f"{key}.close", day), _return(past, key, horizon, day)[0]
    return close - close / (1 + ratio) if close is not None and ratio is not None else None
