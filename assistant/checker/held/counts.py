"""Counts: records of the year, runs, sessions that rose, closes beyond a level, sectors that rose."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from assistant.checker.agreement import agrees
from assistant.checker.bars import Tape
from assistant.checker.claims.claim import Claim
from assistant.checker.held.moves import NEARBY
from assistant.checker.held.tried import NEAR, PLAUSIBLE, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.text.times import DAY
from tools.facts.indicators import is_record, runs

_WORDS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def _tried(
    claim: Claim,
    past: Past,
    said: str,
    n: int,
    day: date,
    rank: int = STATED,
    away: int = 0,
    unit: str = "count",
    what: str = "count",
    key: str = "",
) -> Tried:
    assert claim.figure
    near = {"rank": NEAR, "verdict": "other_date", "cost": 1 + away / 10} if away else {"rank": rank}
    return Tried(agrees(n, unit, claim.figure), said, words=past.tell("checked-of-count", day=day, n=n), unit=unit, value=float(n), day=day, reading=past.reading(claim.subject, what, "", day),
                 fact=(key, day) if key else None, **near)  # type: ignore[arg-type]  # fmt: skip


def _nearby(tape: Tape, day: date) -> Iterator[tuple[int, int]]:
    """Places around a day, how far each is off, the day's own first."""
    place = tape.place(day)
    yield 0, place
    for away in range(1, NEARBY + 1):
        for at in (place - away, place + away):
            if 0 <= at < len(tape.days):
                yield away, at


def tries_records(claim: Claim, past: Past) -> list[Tried]:
    """How many record closes the year had, this one or the last."""
    tape = past.tape(claim.subject)
    if tape is None:
        return []
    tops, out = is_record(tape.close), []
    for away, at in _nearby(tape, claim.day):
        year = tape.days[at].year - (claim.parameter == "records_last_year")
        first, last = tape.place(date(year - 1, 12, 31)) + 1, min(at, tape.place(date(year, 12, 31)))
        n = int(tops[first : last + 1].sum())
        said = past.tell("checked-records", subject=past.name(claim.subject), n=n, year=str(year), day=tape.days[at])
        out.append(
            _tried(
                claim, past, said, n, tape.days[at], away=away, what="records", key=f"{claim.subject}.{claim.parameter}"
            )
        )
    return out


def tries_streak(claim: Claim, past: Past) -> list[Tried]:
    """A run of sessions in which one subject beat another; of weeks, months or quarters where the text says so."""
    first, second = claim.subject, claim.other or ("spx" if claim.subject != "spx" else "rut")
    if claim.parameter not in ("day", ""):
        return _bucket_pair(claim, past, first, second)
    pair = past.pair(first, second)
    if pair is None:
        return []
    beaten = claim.says < 0
    lengths, days = runs((pair.spread(1) < 0) if beaten else (pair.spread(1) > 0)), list(pair.days)
    at = int(np.searchsorted(np.array(days, dtype="datetime64[D]"), np.datetime64(claim.day), side="right")) - 1
    out = []
    for away in range(NEARBY + 1):
        for place in {at - away, at + away}:
            if 0 <= place < len(days):
                said = past.tell(
                    "checked-streak",
                    subject=past.called(first),
                    other=past.name(second),
                    n=int(lengths[place]),
                    day=days[place],
                    way="beaten" if beaten else "ahead",
                )
                out.append(
                    _tried(
                        claim,
                        past,
                        said,
                        int(lengths[place]),
                        days[place],
                        away=away,
                        unit="sessions",
                        what="streak",
                        key=f"{first}_vs_{second}.streak",
                    )
                )
    return out


def _bucket_pair(claim: Claim, past: Past, first: str, second: str) -> list[Tried]:
    tapes = [past.tape(first), past.tape(second)]
    if tapes[0] is None or tapes[1] is None:
        return []
    (ends, a), (_, b) = (t.buckets(claim.parameter, t.place(claim.day)) for t in tapes if t)
    size = min(len(a), len(b))
    beats = (a[-size:] < b[-size:]) if claim.says < 0 else (a[-size:] > b[-size:])
    return list(_bucket_runs(claim, past, beats, [tapes[0].days[i] for i in ends[-size:]]))


def _bucket_runs(claim: Claim, past: Past, met: np.ndarray, days: list[date]) -> Iterator[Tried]:
    lengths = runs(met)
    for place, rank in ((len(lengths) - 1, STATED), (len(lengths) - 2, PLAUSIBLE)):
        n = int(lengths[place])
        unit = past.tell(f"checked-units-{claim.parameter}", n=n)
        said = past.tell(
            "checked-bucket-run",
            subject=past.called(claim.subject),
            n=n,
            unit=unit,
            day=days[place],
            way="down" if claim.says < 0 else "up",
        )
        yield _tried(claim, past, said, n, days[place], rank, what="streak")


def tries_own_run(claim: Claim, past: Past) -> list[Tried]:
    """A run of one subject's own gains or losses, by day, week, month or quarter."""
    tape = past.tape(claim.subject)
    if tape is None or not claim.says:
        return []
    if claim.parameter not in ("day", ""):
        _, moves = tape.buckets(claim.parameter, tape.place(claim.day))
        ends, _ = tape.buckets(claim.parameter, tape.place(claim.day))
        return list(
            _bucket_runs(claim, past, moves < 0 if claim.says < 0 else moves > 0, [tape.days[i] for i in ends[1:]])
        )
    moves = np.diff(tape.close, prepend=np.nan)
    lengths, out = runs(moves < 0 if claim.says < 0 else moves > 0), []
    for away, at in _nearby(tape, claim.day):
        n = int(lengths[at])
        said = past.tell(
            "checked-own-run",
            subject=past.called(claim.subject),
            n=n,
            day=tape.days[at],
            way="down" if claim.says < 0 else "up",
        )
        out.append(_tried(claim, past, said, n, tape.days[at], away=away, unit="sessions", what="own-run"))
    return out


def tries_ups(claim: Claim, past: Past) -> list[Tried]:
    """In how many of so many sessions a subject rose, or fell."""
    tape = past.tape(claim.subject)
    if tape is None:
        return []
    size = _WORDS.get(claim.parameter.lower()) or (int(claim.parameter) if claim.parameter.isdigit() else 0)
    place, out = tape.place(claim.day), []
    year = place - tape.place(date(tape.days[place].year - 1, 12, 31))
    for n in dict.fromkeys((size, year) if size else ()):
        if not 0 < n <= place or (n != size and n > 60):
            continue
        moves = np.diff(tape.close[place - n : place + 1])
        count = int((moves < 0).sum() if claim.says < 0 else (moves > 0).sum())
        said = past.tell(
            "checked-ups",
            subject=past.called(claim.subject),
            n=count,
            of=n,
            day=tape.days[place],
            way="down" if claim.says < 0 else "up",
        )
        out.append(_tried(claim, past, said, count, tape.days[place], STATED if n == size else PLAUSIBLE, what="ups"))
    if re.search(r"\byear\b", claim.text) and size != year:
        return []
    return out


def tries_closes(claim: Claim, past: Past) -> list[Tried]:
    """How many closes of a window lay above or below a level."""
    tape = past.tape(claim.subject)
    if tape is None:
        return []
    side, _, limit = claim.parameter.partition(":")
    out = []
    for when in claim.when:
        place = tape.place(when.day)
        move = tape.move(when.span, when.day)
        first = move.base + 1 if move else 0
        if when.span.kind == "day":
            first = tape.place(date(tape.days[place].year - 1, 12, 31)) + 1
        values = tape.close[first : place + 1]
        n = int((values > float(limit)).sum() if side == "above" else (values < float(limit)).sum())
        said = past.tell(
            "checked-closes",
            subject=past.called(claim.subject),
            n=n,
            side=side,
            limit=limit,
            first=tape.days[first],
            day=tape.days[place],
        )
        out.append(_tried(claim, past, said, n, tape.days[place], what="closes"))
    return out


def tries_sectors(claim: Claim, past: Past) -> list[Tried]:
    """How many sectors rose, or fell."""
    out = []
    for when in claim.when:
        moves = [
            t.value(m)
            for t in past.sectors().values()
            if (m := t.move(when.span if when.span.kind != "since" else DAY, when.day))
            and t.days[m.end] >= when.day - timedelta(days=4)
        ]
        if len(moves) < 9:
            continue
        n = sum(m < 0 for m in moves) if claim.says < 0 else sum(m > 0 for m in moves)
        said = past.tell("checked-sectors", n=n, of=len(moves), day=when.day, way="down" if claim.says < 0 else "up")
        out.append(_tried(claim, past, said, n, when.day, what="sectors"))
    return out
