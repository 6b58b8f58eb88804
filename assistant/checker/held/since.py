"""Superlatives: highest since when, best day or month since, first time, longest run, best sector."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from assistant.checker.bars import Tape
from assistant.checker.claims.claim import Claim, Mark
from assistant.checker.held.moves import NEARBY
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import DAY
from tools.facts.indicators import runs

SLACK = 4  # calendar days that a date of "since" may be off: the session itself, or the one after


def tries_highest(claim: Claim, past: Past) -> list[Tried]:
    """Whether a close is the highest, or lowest, since the time named: the last one beyond it must be of then."""
    tape = past.tape(claim.subject)
    if tape is None or not claim.marks or (place := tape.place(claim.day)) < 1:
        return []
    mark, out = claim.marks[0], []
    pairs = (
        ("close", "close", STATED),
        ("close", "high" if claim.says > 0 else "low", PLAUSIBLE),
        ("high" if claim.says > 0 else "low",) * 2 + (PLAUSIBLE,),
    )
    for now, then, rank in pairs:
        value, values = tape.field(now)[place], tape.field(then)[:place]
        beyond = np.flatnonzero(values >= value if claim.says > 0 else values <= value)
        day = tape.days[int(beyond[-1])] if len(beyond) else None
        out.append(_since(claim, past, tape, place, day, mark, rank, "highest" if claim.says > 0 else "lowest"))
    return out


def _since(
    claim: Claim, past: Past, tape: Tape, place: int, day: date | None, mark: Mark, rank: int, what: str
) -> Tried:
    first = tape.days[0]
    holds = _of_mark(day, mark, first)
    value = float(tape.close[place])
    told: dict[str, str | date] = {"found": "yes", "since": day} if day else {"found": "no", "since": first}
    said = past.tell(
        "checked-since",
        subject=past.called(claim.subject),
        what=what,
        value=past.shown(value, tape.subject.unit),
        day=tape.days[place],
        **told,
    )
    return Tried(
        holds,
        said,
        rank,
        words=said,
        unit="date",
        value=value,
        day=tape.days[place],
        reading=past.reading(claim.subject, what, "", tape.days[place]),
        fact=(f"{claim.subject}.close", tape.days[place]),
    )


def _of_mark(day: date | None, mark: Mark, first: date) -> bool:
    """Whether the last case at least as far fell into the time named; "of the year" asks for none later alone."""
    if mark.ever:
        return day is None
    if day is None:
        return mark.first == date.min and mark.last > first
    if mark.first == date.min:
        return day <= mark.last
    return mark.first <= day <= mark.last


def tries_move(claim: Claim, past: Past) -> list[Tried]:
    """Whether a day, week, month, quarter or year is the best, or worst, since the time named."""
    tape = past.tape(claim.subject)
    if tape is None or not claim.marks or (place := tape.place(claim.day)) < 2 or not claim.says:
        return []
    unit, mark = claim.parameter or "day", claim.marks[0]
    if unit == "day" and tape.subject.kind == "yield":
        ends, moves = list(range(place + 1)), np.diff(tape.close[: place + 1]) / 100
    elif unit == "day":
        ends, moves = list(range(place + 1)), tape.close[1 : place + 1] / tape.close[:place] - 1
    else:
        found, moves = tape.buckets(unit, place)
        ends = list(found)
    out = []
    for rank, last in ((STATED, len(moves) - 1), *(((PLAUSIBLE, len(moves) - 2),) if unit != "day" else ())):
        if last < 1:
            continue
        now, earlier = moves[last], moves[:last]
        beyond = np.flatnonzero(earlier >= now if claim.says > 0 else earlier <= now)
        day = tape.days[ends[int(beyond[-1]) + 1]] if len(beyond) else None
        holds = (now > 0) == (claim.says > 0) and _of_mark(_bucketed(day, unit, mark), mark, tape.days[0])
        told: dict[str, str | date] = {"found": "yes", "since": day} if day else {"found": "no", "since": tape.days[0]}
        said = past.tell("checked-best", subject=past.called(claim.subject), unit=past.tell(f"checked-unit-{unit}"), value=past.way(float(now), "fraction"), day=tape.days[ends[last + 1]],
                         side="best" if claim.says > 0 else "worst", **told)  # fmt: skip
        out.append(Tried(holds, said, rank, words=said, unit="date", value=float(now), day=tape.days[ends[last + 1]], reading=past.reading(claim.subject, f"best-{unit}", "", tape.days[ends[last + 1]]),
                         fact=(claim.subject, tape.days[ends[last]], tape.days[ends[last + 1]])))  # fmt: skip
    return out


def _bucketed(day: date | None, unit: str, mark: Mark) -> date | None:
    """The day of the mark itself where a bucket that ended on a day holds it."""
    if day is None or unit == "day" or mark.first == date.min:
        return day
    if unit == "week" and day - timedelta(days=day.weekday()) <= mark.last and mark.first <= day + timedelta(days=2):
        return min(max(day, mark.first), mark.last)
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months and (day.year * 12 + day.month - 1) // months == (mark.first.year * 12 + mark.first.month - 1) // months:
        return min(max(day, mark.first), mark.last)
    return day


def tries_first(claim: Claim, past: Past) -> list[Tried]:
    """Whether a close lies beyond a level for the first time since then."""
    tape = past.tape(claim.subject)
    if tape is None or not claim.marks or claim.figure is None or (place := tape.place(claim.day)) < 1:
        return []
    limit, up, mark, out = float(abs(claim.figure.value)), claim.parameter != "below", claim.marks[0], []
    if claim.parameter == "crossed":
        up = bool(tape.close[place] > tape.close[place - 1])
    for field, rank in (("close", STATED), ("high" if up else "low", PLAUSIBLE)):
        values = tape.field(field)
        met = values > limit if up else values < limit
        run = place
        while field == "close" and run > 0 and met[run - 1] and mark.first == date.min and not mark.ever:
            run -= 1  # "for the first time this year" may have begun some sessions before
        earlier = np.flatnonzero(met[:place])
        day = tape.days[int(earlier[-1])] if len(earlier) else None
        holds = bool(met[place]) and _of_mark(day, mark, tape.days[0])
        told: dict[str, str | date] = {"found": "yes", "since": day} if day else {"found": "no", "since": tape.days[0]}
        said = past.tell("checked-first", subject=past.called(claim.subject), value=past.shown(float(tape.close[place]), tape.subject.unit), day=tape.days[place],
                         limit=claim.figure.text.strip(), side="above" if up else "below", **told)  # fmt: skip
        out.append(Tried(holds, said, rank, words=said, unit="date", value=float(tape.close[place]), day=tape.days[place], reading=past.reading(claim.subject, "first", "", tape.days[place]), fact=(f"{claim.subject}.close", tape.days[place])))  # fmt: skip
    return out


def tries_longest(claim: Claim, past: Past) -> list[Tried]:
    """Whether a run of one ahead of another is the longest since then."""
    if claim.parameter == "own":
        return _own_longest(claim, past)
    first = claim.subject or "rut"
    second = claim.other or ("spx" if first != "spx" else "rut")
    pair = past.pair(first, second)
    if pair is None or not claim.marks:
        return []
    lengths, days = runs(pair.spread(1) > 0), list(pair.days)
    at = int(np.searchsorted(np.array(days, dtype="datetime64[D]"), np.datetime64(claim.day), side="right")) - 1
    out = []
    for place in (at, *(p for away in range(1, NEARBY + 1) for p in (at - away, at + away) if 0 <= p < len(days))):
        if place < 0:
            continue
        told, holds = _runs(days, lengths, place, claim.marks[0], past)
        said = past.tell(
            "checked-run",
            subject=past.called(first),
            other=past.name(second),
            n=int(lengths[place]),
            day=days[place],
            told=told,
        )
        words = past.tell("checked-of-run", day=days[place], n=int(lengths[place]), told=told)
        near = {"rank": NEAR, "verdict": "other_date", "cost": 1 + abs(place - at) / 10} if place != at else {}
        if place == at or holds:
            out.append(Tried(holds, said, words=words, unit="date", value=float(lengths[place]), day=days[place], reading=past.reading(first, "longest", "", days[place]),
                             fact=(f"{first}_vs_{second}.streak_longest_since", days[place]), **near))  # type: ignore[arg-type]  # fmt: skip
    return out


def _own_longest(claim: Claim, past: Past) -> list[Tried]:
    """Whether a run of one subject's own gains, or losses, is the longest since then."""
    tape = past.tape(claim.subject)
    if tape is None or not claim.marks or (place := tape.place(claim.day)) < 1:
        return []
    moves = np.diff(tape.close[: place + 1], prepend=np.nan)
    lengths = runs(moves < 0 if claim.says < 0 else moves > 0)
    told, holds = _runs(tape.days, lengths, place, claim.marks[0], past)
    own = past.tell(
        "checked-own-run",
        subject=past.called(claim.subject),
        n=int(lengths[place]),
        day=tape.days[place],
        way="down" if claim.says < 0 else "up",
    )
    said = f"{own} {told[:1].upper()}{told[1:]}."
    return [
        Tried(
            holds,
            said,
            words=said,
            unit="date",
            value=float(lengths[place]),
            day=tape.days[place],
            reading=past.reading(claim.subject, "longest", "", tape.days[place]),
        )
    ]


def _runs(days: Sequence[date], lengths: np.ndarray, place: int, mark: Mark, past: Past) -> tuple[str, bool]:
    """When the latest earlier run at least as long ended, in words, and whether that was at the time named."""
    length = int(lengths[place])
    if length < 2:
        return past.tell("checked-no-run"), False
    earlier = np.flatnonzero(lengths[: place - length + 1] >= length)
    if not len(earlier):
        return past.tell("checked-no-longer-run", day=days[0]), mark.ever
    end = int(earlier[-1])
    while end + 1 < len(lengths) and lengths[end + 1] == lengths[end] + 1:
        end += 1
    told = past.tell("checked-last-run", day=days[end], tie="yes" if lengths[end] == length else "no")
    begun = days[end - int(lengths[end]) + 1]
    return told, not mark.ever and begun <= mark.last and mark.first <= days[end]


def tries_rank(claim: Claim, past: Past) -> list[Tried]:
    """Whether a sector was the best, or the worst, of those held."""
    return list(_ranks(claim, past))


def _ranks(claim: Claim, past: Past) -> Iterator[Tried]:
    for when in claim.when:
        values = {}
        for key, fund in past.sectors().items():
            move = fund.move(DAY, when.day)
            if move:
                values[key] = fund.value(move)
        if claim.subject not in values:
            continue
        ranked = sorted(values, key=lambda k: -values[k])
        top = ranked[0] if claim.says > 0 else ranked[-1]
        tape = past.tape(claim.subject)
        assert tape
        end = tape.days[tape.place(when.day)]
        said = past.tell("checked-rank", subject=past.called(claim.subject), value=past.way(values[claim.subject], "fraction"), place=ranked.index(claim.subject) + 1, n=len(ranked),
                         top=past.name(top), best=past.way(values[top], "fraction"), day=end, side="best" if claim.says > 0 else "worst")  # fmt: skip
        yield Tried(
            top == claim.subject,
            said,
            unit="fraction",
            value=values[claim.subject],
            day=end,
            reading=past.reading(claim.subject, "rank", "", end),
            fact=(f"{claim.subject}.rank_1d", end),
        )
