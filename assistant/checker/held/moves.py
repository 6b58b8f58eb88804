"""Moves: returns and changes in points over any window, one subject against another, within the day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.checker.agreement import agrees
from assistant.checker.bars import Tape, begin
from assistant.checker.claims.claim import Claim, When
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import DAY, HORIZONS, Span, period
from tools.universe import UNIVERSE

NEIGHBOURS = {
    "rut": ("iwm",),
    "spx": ("spy",),
    "comp": ("qqq",),
    "iwm": ("rut", "ijr"),
    "spy": ("spx",),
    "qqq": ("comp",),
}
NEARBY = 10  # sessions on each side that a claim may be another day's
CLOSELY = re.compile(
    r"\b(?:nearly|almost|just (?:shy|under|over|above|below|short)|not quite|a little (?:more|less|over|under)|slightly)\b",
    re.I,
)


def variants(span: Span, day: date) -> Iterator[Span]:
    """The ways to count a window: "the past week" is five sessions, or the calendar's, or seven days."""
    yield span
    if span.kind == "back" and span.n == 1:
        sessions = {"week": 5, "month": 21, "quarter": 63, "year": 252}.get(span.unit)
        yield from ([Span("sessions", n=sessions)] if sessions else [])
        yield Span(span.unit) if span.unit != "day" else DAY
        if span.unit == "year":
            yield Span("since", day.replace(year=day.year - 1, month=1, day=1) - timedelta(days=1))
        if span.unit in ("month", "quarter", "year"):
            months = {"month": 1, "quarter": 3, "year": 12}[span.unit]
            place = day.year * 12 + (day.month - 1) // months * months - months
            yield period(date(place // 12, place % 12 + 1, 1), months)
    elif span.kind == "back":
        first = begin(span, day)
        yield Span("since", first)
        yield Span("period", first, None)
        if span.unit == "week":
            yield Span("period", day - timedelta(days=day.weekday() + 7 * (span.n - 1)), None)
            yield Span("sessions", n=5 * span.n)
        if span.unit in ("month", "quarter", "year"):
            months = {"month": 1, "quarter": 3, "year": 12}[span.unit]
            place = day.year * 12 + (day.month - 1) // months * months
            yield Span(
                "period",
                date((place - months * span.n) // 12, (place - months * span.n) % 12 + 1, 1),
                day.replace(day=1) - timedelta(days=1),
            )
            yield Span(
                "period", date((place - months * (span.n - 1)) // 12, (place - months * (span.n - 1)) % 12 + 1, 1), None
            )
    elif span.kind == "sessions" and span.n == 5:
        yield Span("week")
    elif span.kind in ("since", "between"):
        assert span.first
        yield replace(span, kind="period")
    elif span.kind == "period" and span.unit == "open":
        assert span.first
        yield Span("since", period(span.first, 1).last)
        if span.first.month == 1:
            yield Span("since", date(span.first.year, 12, 31))
    elif span.kind == "week" and day.weekday() == 0:
        yield Span("period", day - timedelta(days=7), day - timedelta(days=3))


def tries_return(claim: Claim, past: Past) -> list[Tried]:
    """A return over each window that the words may name, then over those near it."""
    out: list[Tried] = []
    field = "adj_close" if claim.parameter else "close"
    own = past.tape(claim.subject)
    if claim.parameter and own and not own.has_total:
        return _by_fund(claim, past)
    for rank, whens in ((STATED, claim.when), (PLAUSIBLE, claim.maybe)):
        for when in whens:
            for span in variants(when.span, when.day):
                tried = _one(claim, past, When(span, when.day), rank, field)
                out += [tried] if tried else []
    if out and not any(t.holds for t in out) and not claim.others:
        out += _near(claim, past, field)
    return out


def _by_fund(claim: Claim, past: Past) -> list[Tried]:
    """An index's total return, which no bars hold, by the fund that follows it: near enough to bear it out, not to refute it."""
    fund = {"rut": "iwm", "spx": "spy"}.get(claim.subject, "")
    if not fund or past.tape(fund) is None:
        return []
    of_fund = replace(claim, subject=fund, others=())
    found = [
        _one(of_fund, past, When(span, w.day), STATED, "adj_close")
        for w in claim.when
        for span in variants(w.span, w.day)
    ]
    return (
        [
            t
            for t in found
            if t and (t.holds or (t.value is not None and abs(abs(t.value) * 100 - float(abs(claim.figure.value))) > 2))
        ]
        if claim.figure
        else []
    )


def _one(claim: Claim, past: Past, when: When, rank: int, field: str, **more: object) -> Tried | None:
    """One window tried of all whom a claim is of; None where the bars don't reach."""
    found = [(key, past.tape(key)) for key in (claim.subject, *claim.others)]
    moves = [(key, tape, tape.move(when.span, when.day)) for key, tape in found if tape]
    if len(moves) < len(found) or any(m is None for _, _, m in moves):
        return None
    values = [tape.value(m, field if tape.has_total else "close") for _, tape, m in moves if m]
    holds = all(_fits(v, claim, past) for v in values)
    said = " ".join(
        past.moved(key, v, when.span, tape, m, claim.says) for (key, tape, m), v in zip(moves, values, strict=True) if m
    )
    key, tape, move = moves[0]
    assert move
    words = past.over(when.span, tape, move)
    base, end = tape.days[move.base], tape.days[move.end]
    return Tried(holds, said, rank, words=words, unit="fraction", value=values[0], day=end,
                 reading=past.reading(key, "return-total" if field != "close" else "return", words, end), fact=past.named_fact(key, when.span, base, end, field))  # fmt: skip


def _fits(value: float, claim: Claim, past: Past) -> bool:
    assert claim.figure
    return agrees(value, "fraction", claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text)))


def _near(claim: Claim, past: Past, field: str) -> Iterator[Tried]:
    """Other days, bases and windows, and the fund of an index, under which a return holds."""
    assert claim.figure
    when = claim.when[0]
    tape = past.tape(claim.subject)
    if tape is None:
        return
    yield from _other_days(claim, past, tape, when, field)
    yield from _from_opens(claim, past, tape, when)
    yield from _from_level(claim, past, tape, when)
    if UNIVERSE[claim.subject].group == "sector":
        return  # a figure of two decimals fits some window by chance; a sector's is held to its own
    for span in HORIZONS:
        if span != when.span and (tried := _one(claim, past, When(span, when.day), NEAR, field)) and tried.holds:
            yield replace(
                tried,
                verdict="other_definition",
                cost=1.8,
                words=past.tell("checked-of-window", window=tried.words, value=past.shown(tried.value, "fraction")),
            )
    for neighbour in NEIGHBOURS.get(claim.subject, ()):
        tried = _one(replace(claim, subject=neighbour), past, when, NEAR, field)
        if tried and tried.holds:
            yield replace(
                tried,
                verdict="other_definition",
                cost=2.0,
                words=past.tell(
                    "checked-of-subject", subject=past.name(neighbour), value=past.shown(tried.value, "fraction")
                ),
            )
    if tape.has_total:
        other = "close" if field != "close" else "adj_close"
        tried = _one(claim, past, when, NEAR, other)
        if tried and tried.holds:
            yield replace(
                tried,
                verdict="other_definition",
                cost=1.5,
                words=past.tell(
                    "checked-of-total" if other != "close" else "checked-of-price",
                    value=past.shown(tried.value, "fraction"),
                ),
            )


def _other_days(claim: Claim, past: Past, tape: Tape, when: When, field: str) -> Iterator[Tried]:
    """The sessions nearby at which the same window gives the figure."""
    if when.span.last is not None or when.span.kind in ("since", "between"):
        return
    place = tape.place(when.day)
    for away in range(1, NEARBY + 1):
        for at in (place - away, place + away):
            if not 0 <= at < len(tape.days):
                continue
            move = tape.move(when.span, tape.days[at])
            if move and _fits(tape.value(move, field if tape.has_total else "close"), claim, past):
                tried = _one(claim, past, When(when.span, tape.days[at]), NEAR, field)
                if tried:
                    yield replace(
                        tried,
                        verdict="other_date",
                        cost=1 + away / 10,
                        words=past.tell("checked-of-day", day=tape.days[at], value=past.shown(tried.value, "fraction")),
                    )


def _from_opens(claim: Claim, past: Past, tape: Tape, when: When) -> Iterator[Tried]:
    """Returns from an opening price: of the day, of the first session of the window, of a session of the last ten."""
    move = tape.move(when.span, when.day)
    if move is None or when.span.kind in ("since", "between"):
        return
    weekly = when.span.kind in ("week", "sessions")
    starts = range(max(0, move.end - 10), move.end + 1) if weekly else range(move.base + 1, move.base + 2)
    opens = tape.field("open")
    for at in starts:
        value = float(tape.close[move.end] / opens[at] - 1)
        if _fits(value, claim, past):
            words = past.tell("checked-from-open", day=tape.days[at], value=past.shown(value, "fraction"))
            yield Tried(True, "", NEAR, "other_definition", words, "fraction", value, tape.days[move.end], 1.5 + (move.end - at) / 100,
                        past.reading(claim.subject, "return-open", words, tape.days[move.end]))  # fmt: skip


def _from_level(claim: Claim, past: Past, tape: Tape, when: When) -> Iterator[Tried]:
    """Where the level that a change is said to start from comes from, and what the window hides."""
    figure = claim.start_level
    if figure is None:
        return
    end = tape.place(when.day)
    for at in range(end, max(-1, end - 11), -1):
        for field in ("close", "open", "high", "low"):
            level = float(tape.field(field)[at])
            if not agrees(level, "index points", figure):
                continue
            value = float(tape.close[end] / level - 1)
            words = past.tell("checked-from-level", field=past.tell(f"checked-field-{field}"), day=tape.days[at], level=past.shown(level, tape.subject.unit),
                              moved=past.way(value, "fraction"))  # fmt: skip
            inside = tape.close[at : end + 1]
            top = int(inside.argmax())
            if 0 < top < len(inside) - 1:
                words += " " + past.tell(
                    "checked-hidden-high",
                    level=past.shown(float(inside[top]), tape.subject.unit),
                    day=tape.days[at + top],
                )
            yield Tried(
                True,
                "",
                NEAR,
                "other_definition",
                words,
                "fraction",
                value,
                tape.days[end],
                0.5,
                past.reading(claim.subject, "return", words, tape.days[end]),
            )
            return
