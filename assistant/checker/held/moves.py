"""Moves: returns and changes in points over any window, one subject against another, within the day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.checker.agreement import agrees
from assistant.checker.claims import Claim, When
from assistant.checker.held.bars import Move, Tape, begin
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import DAY, Span, period
from tools.universe import UNIVERSE

NEIGHBOURS = {"rut": ("iwm",), "spx": ("spy",), "comp": ("qqq",), "iwm": ("rut", "ijr"), "spy": ("spx",), "qqq": ("comp",)}
HORIZONS = (DAY, Span("sessions", n=5), Span("week"), Span("month"), Span("quarter"), Span("year"), Span("back", n=1, unit="year"))
NEARBY = 10  # sessions on each side that a claim may be another day's
CLOSELY = re.compile(r"\b(?:nearly|almost|just (?:shy|under|over|above|below|short)|not quite|a little (?:more|less|over|under)|slightly)\b", re.I)


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
            yield Span("period", date((place - months * span.n) // 12, (place - months * span.n) % 12 + 1, 1), day.replace(day=1) - timedelta(days=1))
            yield Span("period", date((place - months * (span.n - 1)) // 12, (place - months * (span.n - 1)) % 12 + 1, 1), None)
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
    found = [_one(of_fund, past, When(span, w.day), STATED, "adj_close") for w in claim.when for span in variants(w.span, w.day)]
    return [t for t in found if t and (t.holds or t.value is not None and abs(abs(t.value) * 100 - float(abs(claim.figure.value))) > 2)] if claim.figure else []


def _one(claim: Claim, past: Past, when: When, rank: int, field: str, **more: object) -> Tried | None:
    """One window tried of all whom a claim is of; None where the bars don't reach."""
    found = [(key, past.tape(key)) for key in (claim.subject, *claim.others)]
    moves = [(key, tape, tape.move(when.span, when.day)) for key, tape in found if tape]
    if len(moves) < len(found) or any(m is None for _, _, m in moves):
        return None
    values = [tape.value(m, field if tape.has_total else "close") for _, tape, m in moves if m]
    holds = all(_fits(v, claim, past) for v in values)
    said = " ".join(past.moved(key, v, when.span, tape, m, claim.says) for (key, tape, m), v in zip(moves, values, strict=True) if m)
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
            yield replace(tried, verdict="other_definition", cost=1.8, words=past.tell("check-of-window", window=tried.words, value=past.shown(tried.value, "fraction")))
    for neighbour in NEIGHBOURS.get(claim.subject, ()):
        tried = _one(replace(claim, subject=neighbour), past, when, NEAR, field)
        if tried and tried.holds:
            yield replace(tried, verdict="other_definition", cost=2.0, words=past.tell("check-of-subject", subject=past.name(neighbour), value=past.shown(tried.value, "fraction")))
    if tape.has_total:
        other = "close" if field != "close" else "adj_close"
        tried = _one(claim, past, when, NEAR, other)
        if tried and tried.holds:
            yield replace(tried, verdict="other_definition", cost=1.5, words=past.tell("check-of-total" if other != "close" else "check-of-price", value=past.shown(tried.value, "fraction")))


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
                    yield replace(tried, verdict="other_date", cost=1 + away / 10, words=past.tell("check-of-day", day=tape.days[at], value=past.shown(tried.value, "fraction")))


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
            words = past.tell("check-from-open", day=tape.days[at], value=past.shown(value, "fraction"))
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
            words = past.tell("check-from-level", field=past.tell(f"check-field-{field}"), day=tape.days[at], level=past.shown(level, tape.subject.unit),
                              moved=past.way(value, "fraction"))  # fmt: skip
            inside = tape.close[at : end + 1]
            top = int(inside.argmax())
            if 0 < top < len(inside) - 1:
                words += " " + past.tell("check-hidden-high", level=past.shown(float(inside[top]), tape.subject.unit), day=tape.days[at + top])
            yield Tried(True, "", NEAR, "other_definition", words, "fraction", value, tape.days[end], 0.5, past.reading(claim.subject, "return", words, tape.days[end]))
            return


def tries_points(claim: Claim, past: Past) -> list[Tried]:
    """A change in points over each window that the words may name."""
    out: list[Tried] = []
    tape = past.tape(claim.subject)
    if tape is None:
        return out
    for rank, whens in ((STATED, claim.when), (PLAUSIBLE, claim.maybe)):
        for when in whens:
            for span in variants(when.span, when.day):
                if move := tape.move(span, when.day):
                    out.append(_points(claim, past, tape, span, move, rank))
    if out and not any(t.holds for t in out):
        place, span = tape.place(claim.day), claim.span
        for away in range(1, NEARBY + 1) if span.last is None and span.kind not in ("since", "between") else ():
            for at in (place - away, place + away):
                move = tape.move(span, tape.days[at]) if 0 <= at < len(tape.days) else None
                if move and (tried := _points(claim, past, tape, span, move, NEAR)).holds:
                    out.append(replace(tried, verdict="other_date", cost=1 + away / 10, words=past.tell("check-of-day", day=tape.days[at], value=past.shown(tried.value, tried.unit))))
        for span in HORIZONS:
            move = tape.move(span, claim.day)
            if move and (tried := _points(claim, past, tape, span, move, NEAR)).holds:
                out.append(replace(tried, verdict="other_definition", cost=1.8, words=past.tell("check-of-window", window=tried.words, value=past.shown(tried.value, tried.unit))))
    return out


def _points(claim: Claim, past: Past, tape: Tape, span: Span, move: Move, rank: int) -> Tried:
    assert claim.figure
    unit = "index points" if tape.subject.kind != "fund" else tape.subject.unit
    value = tape.points(move)
    holds = agrees(value, unit, claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text)))
    words = past.over(span, tape, move)
    base, end = tape.days[move.base], tape.days[move.end]
    said = past.tell("check-points", subject=past.called(claim.subject), value=past.signed(value, unit), over=words, day=end) + past.turned(claim.says, value)
    return Tried(holds, said, rank, words=words, unit=unit, value=value, day=end, reading=past.reading(claim.subject, "points", words, end), fact=(claim.subject, base, end))


def tries_spread(claim: Claim, past: Past) -> list[Tried]:
    """One subject against another, in percentage points."""
    first, second = past.tape(claim.subject), past.tape(claim.other or ("spx" if claim.subject != "spx" else "rut"))
    out: list[Tried] = []
    assert claim.figure
    if first is None or second is None:
        return out
    whens = [(STATED, w) for w in claim.when] + [(PLAUSIBLE, w) for w in claim.maybe]
    stated = [(rank, When(span, w.day)) for rank, w in whens for span in variants(w.span, w.day)]
    for rank, when in [*stated, *((NEAR, When(claim.span, d)) for d in _around(first, claim.day))]:
        moves = first.move(when.span, when.day), second.move(when.span, when.day)
        if moves[0] is None or moves[1] is None:
            continue
        value = first.value(moves[0]) - second.value(moves[1])
        holds = agrees(value, "percentage points", claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text)))
        parts = round(100 * first.value(moves[0]), claim.figure.decimals) - round(100 * second.value(moves[1]), claim.figure.decimals)
        holds = holds or (rank != NEAR and agrees(parts / 100, "percentage points", claim.figure, claim.says))  # of two rounded returns
        end = first.days[moves[0].end]
        words = past.over(when.span, first, moves[0])
        said = past.tell("check-spread", subject=past.called(claim.subject), other=past.name(second.subject.key), value=past.shown(abs(value), "percentage points"),
                         side="ahead" if value > 0 else "behind", over=words, day=end)  # fmt: skip
        away = abs(first.place(end) - first.place(claim.day))
        near = {"verdict": "other_date", "cost": 1 + away / 10, "words": past.tell("check-of-day", day=end, value=past.shown(value, "percentage points"))} if rank == NEAR else {"words": words}
        out.append(Tried(holds, said, rank, unit="percentage points", value=value, day=end, reading=past.reading(claim.subject, "spread", words, end),
                         fact=past.pair_fact(claim.subject, second.subject.key, when.span, end), **near))  # type: ignore[arg-type]  # fmt: skip
    return out


def _around(tape: Tape, day: date) -> Sequence[date]:
    place = tape.place(day)
    return [tape.days[at] for away in range(1, NEARBY + 1) for at in (place - away, place + away) if 0 <= at < len(tape.days)]


def tries_bp(claim: Claim, past: Past) -> list[Tried]:
    """A change of a yield, in basis points or percentage points."""
    tape = past.tape(claim.subject)
    out: list[Tried] = []
    assert claim.figure
    if tape is None:
        return out
    scale = 100 if claim.parameter == "bp" else 1
    whens = [(STATED, w) for w in claim.when] + [(PLAUSIBLE, w) for w in claim.maybe] + [(NEAR, When(claim.span, d)) for d in _around(tape, claim.day)]
    for rank, when in whens:
        move = tape.move(when.span, when.day)
        if move is None:
            continue
        value = tape.points(move)
        holds = agrees(value * scale, "percent", claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text)))
        rounded = round(float(tape.close[move.end]), 2) - round(float(tape.close[move.base]), 2)
        holds = holds or agrees(rounded * scale, "percent", claim.figure, claim.says)
        end, words = tape.days[move.end], past.over(when.span, tape, move)
        said = past.tell("check-points", subject=past.called(claim.subject), value=past.signed(100 * value, "basis points"), over=words, day=end) + past.turned(claim.says, value)
        near = {"verdict": "other_date", "cost": 1 + abs(tape.place(end) - tape.place(claim.day)) / 10, "words": past.tell("check-of-day", day=end, value=past.shown(100 * value, "basis points"))} if rank == NEAR else {"words": words}
        out.append(Tried(holds, said, rank, unit="basis points", value=100 * value, day=end, reading=past.reading(claim.subject, "points", words, end),
                         fact=(claim.subject, tape.days[move.base], end), **near))  # type: ignore[arg-type]  # fmt: skip
    return out


def tries_intraday(claim: Claim, past: Past) -> list[Tried]:
    """How far a day's low or high lay from the close before."""
    tape = past.tape(claim.subject)
    assert claim.figure
    if tape is None or (place := tape.place(claim.day)) < 1:
        return []
    out = []
    fields = ("low",) if claim.says < 0 else ("high",) if claim.says > 0 else ("low", "high")
    for field in fields:
        value = float(tape.field(field)[place] / tape.close[place - 1] - 1)
        holds = agrees(value, "fraction", claim.figure, claim.says, derived=True)
        said = past.tell("check-intraday", subject=past.called(claim.subject), field=past.tell(f"check-field-{field}"), day=tape.days[place], moved=past.way(value, "fraction"))
        out.append(Tried(holds, said, STATED, unit="fraction", value=value, day=tape.days[place], reading=past.reading(claim.subject, "intraday", "", tape.days[place])))
    return out


def tries_than(claim: Claim, past: Past) -> list[Tried]:
    """Whether a move was larger, or smaller, than another's over the same window."""
    out = []
    for when in claim.when:
        tapes = [past.tape(k) for k in (claim.subject, claim.other)]
        moves = [t.move(when.span, when.day) if t else None for t in tapes]
        if any(m is None for m in moves):
            continue
        first, second = (t.value(m) for t, m in zip(tapes, moves, strict=True) if t and m)
        larger = abs(first) > abs(second) if (first > 0) == (second > 0) else first > second
        assert tapes[0] and moves[0]
        end = tapes[0].days[moves[0].end]
        said = past.tell("check-than", subject=past.called(claim.subject), first=past.way(first, "fraction"), other=past.name(claim.other), second=past.way(second, "fraction"),
                         holds="yes" if larger == (claim.says > 0) else "no", way="more" if claim.says > 0 else "less")  # fmt: skip
        out.append(Tried(larger == (claim.says > 0), said, STATED, unit="fraction", value=second, day=end, reading=past.reading(claim.other, "return", past.over(when.span, tapes[0], moves[0]), end)))
    return out
