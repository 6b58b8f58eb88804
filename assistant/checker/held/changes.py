"""Changes: in points, in basis points, against another subject, within the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.checker.agreement import agrees
from assistant.checker.bars import Move, Tape
from assistant.checker.claims.claim import Claim, When
from assistant.checker.held.moves import CLOSELY, NEARBY, variants
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import HORIZONS, Span


def tries_points(claim: Claim, past: Past) -> list[Tried]:
    """A change in points over each window that the words may name."""
    out: list[Tried] = []
    tape = past.tape(claim.subject)
    if tape is None:
        return out
    for rank, whens in ((STATED, claim.when), (PLAUSIBLE, claim.maybe)):
        for when in whens:
            moves = [(span, tape.move(span, when.day)) for span in variants(when.span, when.day)]
            out += [_points(claim, past, tape, span, move, rank) for span, move in moves if move]
    if out and not any(t.holds for t in out):
        place, span = tape.place(claim.day), claim.span
        for away in range(1, NEARBY + 1) if span.last is None and span.kind not in ("since", "between") else ():
            for at in (place - away, place + away):
                move = tape.move(span, tape.days[at]) if 0 <= at < len(tape.days) else None
                if move and (tried := _points(claim, past, tape, span, move, NEAR)).holds:
                    out.append(
                        replace(
                            tried,
                            verdict="other_date",
                            cost=1 + away / 10,
                            words=past.tell(
                                "checked-of-day", day=tape.days[at], value=past.shown(tried.value, tried.unit)
                            ),
                        )
                    )
        for span in HORIZONS:
            move = tape.move(span, claim.day)
            if move and (tried := _points(claim, past, tape, span, move, NEAR)).holds:
                out.append(
                    replace(
                        tried,
                        verdict="other_definition",
                        cost=1.8,
                        words=past.tell(
                            "checked-of-window", window=tried.words, value=past.shown(tried.value, tried.unit)
                        ),
                    )
                )
    return out


def _points(claim: Claim, past: Past, tape: Tape, span: Span, move: Move, rank: int) -> Tried:
    assert claim.figure
    unit = "index points" if tape.subject.kind != "fund" else tape.subject.unit
    value = tape.points(move)
    holds = agrees(value, unit, claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text)))
    words = past.over(span, tape, move)
    base, end = tape.days[move.base], tape.days[move.end]
    said = past.tell(
        "checked-points", subject=past.called(claim.subject), value=past.signed(value, unit), over=words, day=end
    ) + past.turned(claim.says, value)
    return Tried(
        holds,
        said,
        rank,
        words=words,
        unit=unit,
        value=value,
        day=end,
        reading=past.reading(claim.subject, "points", words, end),
        fact=(claim.subject, base, end),
    )


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
        holds = agrees(
            value, "percentage points", claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text))
        )
        parts = round(100 * first.value(moves[0]), claim.figure.decimals) - round(
            100 * second.value(moves[1]), claim.figure.decimals
        )
        holds = holds or (
            rank != NEAR and agrees(parts / 100, "percentage points", claim.figure, claim.says)
        )  # of two rounded returns
        end = first.days[moves[0].end]
        words = past.over(when.span, first, moves[0])
        said = past.tell("checked-spread", subject=past.called(claim.subject), other=past.name(second.subject.key), value=past.shown(abs(value), "percentage points"),
                         side="ahead" if value > 0 else "behind", over=words, day=end)  # fmt: skip
        away = abs(first.place(end) - first.place(claim.day))
        near = (
            {
                "verdict": "other_date",
                "cost": 1 + away / 10,
                "words": past.tell("checked-of-day", day=end, value=past.shown(value, "percentage points")),
            }
            if rank == NEAR
            else {"words": words}
        )
        out.append(Tried(holds, said, rank, unit="percentage points", value=value, day=end, reading=past.reading(claim.subject, "spread", words, end),
                         fact=past.pair_fact(claim.subject, second.subject.key, when.span, end), **near))  # type: ignore[arg-type]  # fmt: skip
    return out


def _around(tape: Tape, day: date) -> Sequence[date]:
    place = tape.place(day)
    return [
        tape.days[at]
        for away in range(1, NEARBY + 1)
        for at in (place - away, place + away)
        if 0 <= at < len(tape.days)
    ]


def tries_bp(claim: Claim, past: Past) -> list[Tried]:
    """A change of a yield, in basis points or percentage points."""
    tape = past.tape(claim.subject)
    out: list[Tried] = []
    assert claim.figure
    if tape is None:
        return out
    scale = 100 if claim.parameter == "bp" else 1
    whens = (
        [(STATED, w) for w in claim.when]
        + [(PLAUSIBLE, w) for w in claim.maybe]
        + [(NEAR, When(claim.span, d)) for d in _around(tape, claim.day)]
    )
    for rank, when in whens:
        move = tape.move(when.span, when.day)
        if move is None:
            continue
        value = tape.points(move)
        holds = agrees(
            value * scale, "percent", claim.figure, claim.says, derived=True, close=bool(CLOSELY.search(claim.text))
        )
        rounded = round(float(tape.close[move.end]), 2) - round(float(tape.close[move.base]), 2)
        holds = holds or agrees(rounded * scale, "percent", claim.figure, claim.says)
        end, words = tape.days[move.end], past.over(when.span, tape, move)
        said = past.tell(
            "checked-points",
            subject=past.called(claim.subject),
            value=past.signed(100 * value, "basis points"),
            over=words,
            day=end,
        ) + past.turned(claim.says, value)
        near = (
            {
                "verdict": "other_date",
                "cost": 1 + abs(tape.place(end) - tape.place(claim.day)) / 10,
                "words": past.tell("checked-of-day", day=end, value=past.shown(100 * value, "basis points")),
            }
            if rank == NEAR
            else {"words": words}
        )
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
        said = past.tell(
            "checked-intraday",
            subject=past.called(claim.subject),
            field=past.tell(f"checked-field-{field}"),
            day=tape.days[place],
            moved=past.way(value, "fraction"),
        )
        out.append(
            Tried(
                holds,
                said,
                STATED,
                unit="fraction",
                value=value,
                day=tape.days[place],
                reading=past.reading(claim.subject, "intraday", "", tape.days[place]),
            )
        )
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
        assert tapes[0]
        assert moves[0]
        end = tapes[0].days[moves[0].end]
        said = past.tell("checked-than", subject=past.called(claim.subject), first=past.way(first, "fraction"), other=past.name(claim.other), second=past.way(second, "fraction"),
                         holds="yes" if larger == (claim.says > 0) else "no", way="more" if claim.says > 0 else "less")  # fmt: skip
        out.append(
            Tried(
                larger == (claim.says > 0),
                said,
                STATED,
                unit="fraction",
                value=second,
                day=end,
                reading=past.reading(claim.other, "return", past.over(when.span, tapes[0], moves[0]), end),
            )
        )
    return out
