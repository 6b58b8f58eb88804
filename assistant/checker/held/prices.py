"""Levels: closes and other prices, round numbers crossed, averages, distances, records and their dates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from assistant.checker.agreement import agrees, is_near
from assistant.checker.bars import Tape, begin
from assistant.checker.claims.claim import Claim
from assistant.checker.held.moves import NEARBY
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import Span

SOURCES = 0.0155  # percentage points by which sources of a yield's close differ
FIELDS = ("close", "open", "high", "low")


def tries_level(claim: Claim, past: Past) -> list[Tried]:
    """A close, or the open, high or low where the words say so, in the direction they give it."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None:
        return []
    field, _, best = claim.parameter.partition(":")
    out: list[Tried] = []
    for rank, whens in ((STATED, claim.when), (PLAUSIBLE, claim.maybe)):
        for when in whens:
            day = begin(when.span, when.day) if when.span.kind == "back" else when.day
            place = tape.place(day)
            if place < 0:
                continue
            if field == "before" and when.said and place < tape.place(past.as_of):
                out.append(_price(claim, past, tape, place, "close", STATED))
            if field == "before":
                out += [
                    _price(claim, past, tape, p, f, STATED)
                    for p, f in ((place - 1, "close"), *((place, f) for f in FIELDS[1:]))
                    if p >= 0
                ]
                out += [
                    _started(_price(claim, past, tape, p, f, NEAR), past, f, tape.days[p], place - p)
                    for p in range(max(0, place - 10), place)
                    for f in FIELDS
                ]
                continue
            tried = _price(claim, past, tape, place, field, rank)
            out.append(_turned(claim, past, tape, place, _best(tried, best, tape, place, past)))
    if out and not any(t.holds for t in out) and field != "before":
        out += _near(claim, past, tape, out[0], field)
    return out


def _price(claim: Claim, past: Past, tape: Tape, place: int, field: str, rank: int) -> Tried:
    assert claim.figure
    unit, day = tape.subject.unit, tape.days[place]
    value = float(tape.field(field)[place])
    said = past.tell(f"checked-{field}", subject=past.called(claim.subject), value=past.shown(value, unit), day=day)
    fits = agrees(value, unit, claim.figure)
    if (
        not fits
        and tape.subject.kind == "yield"
        and field == "close"
        and rank != NEAR
        and abs(value - abs(float(claim.figure.value))) <= SOURCES
    ):
        fits, said = True, f"{said} {past.tell('checked-to-a-rounding')}"
    return Tried(fits, said, rank, words=past.tell("checked-of-day", day=day, value=past.shown(value, unit)), unit=unit, value=value, day=day,
                 reading=past.reading(claim.subject, field, "", day), fact=(f"{claim.subject}.{field}", day))  # fmt: skip


def _started(tried: Tried, past: Past, field: str, day: date, away: int) -> Tried:
    """A level that a change is said to start from, of an earlier session or another field than the close before."""
    words = past.tell("checked-of-field-of", field=past.tell(f"checked-field-{field}"), day=day)
    return replace(tried, verdict="other_definition", cost=1 + away / 10, words=words)


def _best(tried: Tried, best: str, tape: Tape, place: int, past: Past) -> Tried:
    """The same where the text calls it the week's, or the month's, high or low."""
    window, _, side = best.partition(":")
    if not side or window == "intraday":
        return tried
    unit = {"weekly": "week", "monthly": "month", "yearly": "year"}[window]
    first = tape.place(begin(Span(unit), tape.days[place]) - timedelta(days=1)) + 1
    inside = tape.close[first : place + 1]
    holds = bool(tape.close[place] == (inside.max() if side == "high" else inside.min()))
    if holds:
        return tried
    return replace(tried, holds=False, said=f"{tried.said} {past.tell('checked-not-best', side=side, unit=unit)}")


def _turned(claim: Claim, past: Past, tape: Tape, place: int, tried: Tried) -> Tried:
    """The same where the level is right and the text's direction is not: it fell on a day that it rose."""
    if not tried.holds or not claim.says or place < 1:
        return tried
    day = tape.days[place]
    spans = [Span("day"), *(w.span for w in (*claim.when, *claim.maybe) if w.span.kind != "day")]
    moves = [m for s in spans if (m := tape.move(s, day))]
    if any((tape.points(m) > 0) == (claim.says > 0) for m in moves) or not moves:
        return tried
    value = tape.value(moves[0])
    if abs(value) < 1e-4:
        return tried
    return replace(
        tried,
        holds=False,
        said=f"{tried.said} {past.moved(claim.subject, value, Span('day'), tape, moves[0], claim.says)}",
    )


def _near(claim: Claim, past: Past, tape: Tape, own: Tried, field: str) -> Iterator[Tried]:
    """Other fields of the day, then the field and others of the sessions nearby."""
    place = tape.place(claim.day)
    unit = tape.subject.unit
    if claim.figure and agrees(float(tape.field(field)[place]), unit, claim.figure):
        return  # the level is right, and something else about it is not
    for other in FIELDS:
        if other != field and (tried := _price(claim, past, tape, place, other, NEAR)).holds:
            yield replace(
                tried,
                verdict="other_definition",
                words=past.tell("checked-of-field", field=past.tell(f"checked-field-{other}")),
            )
    for away in range(1, NEARBY + 1):
        for at in (place - away, place + away):
            if not 0 <= at < len(tape.days):
                continue
            if (tried := _price(claim, past, tape, at, field, NEAR)).holds:
                yield replace(tried, verdict="other_date", cost=1 + away / 10)
            for other in FIELDS:
                if other != field and (tried := _price(claim, past, tape, at, other, NEAR)).holds:
                    words = past.tell(
                        "checked-of-field-of", field=past.tell(f"checked-field-{other}"), day=tape.days[at]
                    )
                    yield replace(tried, verdict="other_definition", cost=2 + away / 10, words=words)


def inside_range(claim: Claim, past: Past) -> str:
    """Where a level that is no close lies in the day's range."""
    tape = past.tape(claim.subject)
    if (
        tape is None
        or claim.figure is None
        or claim.parameter not in ("close", "")
        or (place := tape.place(claim.day)) < 0
    ):
        return ""
    low, high = float(tape.field("low")[place]), float(tape.field("high")[place])
    side = "inside" if low <= abs(float(claim.figure.value)) <= high else "outside"
    unit = tape.subject.unit
    return " " + past.tell(
        "checked-range",
        figure=claim.figure.text.strip(),
        side=side,
        low=past.shown(low, unit),
        high=past.shown(high, unit),
    )


def tries_threshold(claim: Claim, past: Past) -> list[Tried]:
    """A round level that a close lay above or below; crossed where the words say so."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None:
        return []
    limit = float(abs(claim.figure.value))
    out = []
    for when in (*claim.when, *claim.maybe):
        place = tape.place(when.day)
        if place < 1:
            continue
        value, before = float(tape.close[place]), float(tape.close[place - 1])
        above = claim.parameter != "below" if claim.parameter != "crossed" else value > before
        holds = (value > limit if above else value < limit) and (
            claim.parameter != "crossed" or (before <= limit <= value or before >= limit >= value)
        )
        said = past.tell("checked-threshold", subject=past.called(claim.subject), value=past.shown(value, tape.subject.unit), day=tape.days[place], limit=claim.figure.text.strip(), side="above" if value > limit else "below")  # fmt: skip
        out.append(Tried(holds, said, STATED if when in claim.when else PLAUSIBLE, words=past.tell("checked-of-day", day=tape.days[place], value=past.shown(value, tape.subject.unit)),
                         unit=tape.subject.unit, value=value, day=tape.days[place], reading=past.reading(claim.subject, "close", "", tape.days[place]), fact=(f"{claim.subject}.close", tape.days[place])))  # fmt: skip
    return out


def tries_average(claim: Claim, past: Past) -> list[Tried]:
    """A moving average's level, or how far a close lies from it."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None:
        return []
    name, _, side = claim.parameter.partition(":")
    n = int(name.removeprefix("sma_"))
    out = []
    for away in range(NEARBY + 1):
        at = tape.place(claim.day) - away
        if at < n:
            break
        line = float(tape.close[at - n + 1 : at + 1].mean())
        gap = float(tape.close[at]) / line - 1
        value, unit = (gap, "fraction") if claim.kind == "from_average" else (line, tape.subject.unit)
        holds = agrees(value, unit, claim.figure, {"above": 1, "below": -1}.get(side, 0), derived=True)
        day = tape.days[at]
        said = past.tell(
            "checked-average",
            subject=past.called(claim.subject),
            n=n,
            line=past.shown(line, tape.subject.unit),
            gap=past.shown(abs(gap), "fraction"),
            side="above" if gap > 0 else "below",
            day=day,
        )
        near = {"rank": NEAR, "verdict": "other_date", "cost": 1 + away / 10} if away else {}
        out.append(Tried(holds, said, words=past.tell("checked-of-day", day=day, value=past.shown(value, unit)), unit=unit, value=value, day=day,
                         reading=past.reading(claim.subject, "average", str(n), day), fact=(f"{claim.subject}.sma_{n}" + ("_distance" if unit == "fraction" else ""), day), **near))  # type: ignore[arg-type]  # fmt: skip
    return out


def tries_distance(claim: Claim, past: Past) -> list[Tried]:
    """How far below the record, from the 52-week extremes, or from a high or low that the text means."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None:
        return []
    if claim.parameter == "realized_volatility_20d":
        return _keyed(claim, past, tape)
    out = []
    for when in (*claim.when, *claim.maybe):
        place = tape.place(when.day)
        for rank, top, words in _tops(claim, tape, place):
            value = float(tape.close[place]) / top[1] - 1
            holds = agrees(value, "fraction", replace(claim.figure, value=abs(claim.figure.value)), derived=True)
            holds = holds and (not claim.marks or any(m.first <= top[0] <= m.last for m in claim.marks))
            said = past.tell("checked-distance", subject=past.called(claim.subject), value=past.shown(abs(value), "fraction"), side="above" if value > 0 else "below",
                             level=past.shown(top[1], tape.subject.unit), of=past.tell(f"checked-top-{words}"), top=top[0], day=tape.days[place])  # fmt: skip
            out.append(Tried(holds, said, rank, words=said, unit="fraction", value=value, day=tape.days[place], reading=past.reading(claim.subject, "distance", "", tape.days[place]),
                             fact=(f"{claim.subject}.drawdown", tape.days[place]) if words == "record" else None))  # fmt: skip
    return out


def _tops(claim: Claim, tape: Tape, place: int) -> Iterator[tuple[int, tuple[date, float], str]]:
    """The highs and lows that a distance may be from, each with its day."""
    closes = tape.close[: place + 1]

    def at(values: np.ndarray, first: int, high: bool) -> tuple[date, float]:
        inside = values[first : place + 1]
        found = first + int(inside.argmax() if high else inside.argmin())
        return tape.days[found], float(values[found])

    year = tape.place(tape.days[place] - timedelta(days=365)) + 1
    if claim.parameter == "drawdown":
        yield STATED, at(closes, 0, True), "record"
        yield STATED, at(tape.field("high"), 0, True), "high"
    elif claim.parameter.startswith("distance_"):
        high = "high" in claim.parameter
        yield STATED, at(closes, year, high), "year"
        yield STATED, at(tape.field("high" if high else "low"), year, high), "year-intraday"
    else:
        for mark in claim.marks:
            first, last = tape.place(mark.first - timedelta(days=1)) + 1, tape.place(mark.last)
            for values in (closes, tape.field("high"), tape.field("low")):
                if first <= last < len(values):
                    found = first + int(
                        values[first : last + 1].argmax() if claim.says < 0 else values[first : last + 1].argmin()
                    )
                    yield STATED, (tape.days[found], float(values[found])), "that"
        for values, start in ((closes, year), (closes, 0), (tape.field("high"), year), (tape.field("low"), year)):
            for high in (True, False):
                yield PLAUSIBLE, at(values, start, high), "year"


def _keyed(claim: Claim, past: Past, tape: Tape) -> list[Tried]:
    assert claim.figure
    out = []
    for when in claim.when:
        day = tape.days[tape.place(when.day)]
        key = f"{claim.subject}.{claim.parameter}"
        value = past.value(key, day)
        if value is None:
            continue
        said = past.tell(
            "checked-keyed",
            subject=past.called(claim.subject),
            metric=past.tell("checked-metric-" + claim.parameter.replace("_", "-")),
            value=past.shown(value, "fraction"),
            day=day,
        )
        out.append(
            Tried(
                agrees(value, "fraction", claim.figure),
                said,
                unit="fraction",
                value=value,
                day=day,
                reading=past.reading(claim.subject, claim.parameter, "", day),
                fact=(key, day),
            )
        )
    return out


def tries_extreme(claim: Claim, past: Past) -> list[Tried]:
    """The level of a 52-week high or low, and its day where the text gives one."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None:
        return []
    place = tape.place(claim.day)
    year = tape.place(tape.days[place] - timedelta(days=365)) + 1
    high = claim.parameter.startswith("high")
    out = []
    for field in ("close", "high" if high else "low"):
        values = tape.field(field)[year : place + 1]
        at = year + int(values.argmax() if high else values.argmin())
        holds = agrees(float(tape.field(field)[at]), tape.subject.unit, claim.figure) and (
            not claim.marks or any(m.first <= tape.days[at] <= m.last for m in claim.marks)
        )
        out.append(_top(claim, past, tape, at, field, holds, "year"))
    return out


def _top(claim: Claim, past: Past, tape: Tape, at: int, field: str, holds: bool, of: str, rank: int = STATED) -> Tried:
    value = float(tape.field(field)[at])
    said = past.tell(
        "checked-top",
        subject=past.called(claim.subject),
        of=past.tell(f"checked-top-{of}"),
        value=past.shown(value, tape.subject.unit),
        day=tape.days[at],
    )
    return Tried(
        holds,
        said,
        rank,
        words=said,
        unit=tape.subject.unit,
        value=value,
        day=tape.days[at],
        reading=past.reading(claim.subject, of, "", tape.days[at]),
        fact=(f"{claim.subject}.{field}", tape.days[at]),
    )


def tries_record(claim: Claim, past: Past) -> list[Tried]:
    """The level of a record, the latest or an earlier one the text may mean, and its day where the text gives one."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None or (place := tape.place(claim.day)) < 1:
        return []
    out = []
    last_year = tape.place(date(tape.days[place].year - 1, 12, 31))
    year = tape.place(tape.days[place] - timedelta(days=365)) + 1
    for field in ("close", "high"):
        values = tape.field(field)
        for first, end, of in (
            (0, place, "record"),
            (0, place - 1, "record"),
            (0, last_year, "earlier"),
            (year, place, "year"),
        ):
            if end < first:
                continue
            at = first + int(values[first : end + 1].argmax())
            near = is_near(float(values[at]), claim.figure)
            holds = near and (not claim.marks or any(m.first <= tape.days[at] <= m.last for m in claim.marks))
            out.append(_top(claim, past, tape, at, field, holds, of if field == "close" else "high", STATED))
            if near and not holds:
                out.append(
                    replace(
                        _top(claim, past, tape, at, field, True, of, NEAR),
                        verdict="other_date",
                        words=past.tell(
                            "checked-of-day", day=tape.days[at], value=past.shown(float(values[at]), tape.subject.unit)
                        ),
                    )
                )
    return out


def tries_is_record(claim: Claim, past: Past) -> list[Tried]:
    """Whether a close was above every earlier one."""
    tape = past.tape(claim.subject)
    out = []
    for when in claim.when:
        if tape is None or (place := tape.place(when.day)) < 1:
            continue
        for field in ("close", "high"):
            values = tape.field(field)
            at = int(values[:place].argmax())
            holds = bool(values[place] > values[at])
            if field == "high" and not holds:
                continue
            said = past.tell("checked-is-record", subject=past.called(claim.subject), value=past.shown(float(tape.close[place]), tape.subject.unit), day=tape.days[place],
                             record=past.shown(float(values[at]), tape.subject.unit), of=tape.days[at], holds="yes" if holds else "no")  # fmt: skip
            rank = STATED if field == "close" else PLAUSIBLE
            out.append(Tried(holds, said, rank, words=past.tell("checked-of-field", field=past.tell(f"checked-field-{field}")), unit=tape.subject.unit, value=float(tape.close[place]), day=tape.days[place],
                             reading=past.reading(claim.subject, "record", "", tape.days[place]), fact=(f"{claim.subject}.close", tape.days[place])))  # fmt: skip
    return out
