"""Sentences on one session that code writes for the commentary: what moved, how large that is against its own history."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Held, Part, Shown, joined, on, plain, tell
from tools.data.sessions import sessions_between
from tools.fact import Fact, spell_date

QUIET, UNUSUAL = 0.5, 2.0  # standard deviations of a subject's own moves
SHOWN = 0.00005  # a return below this shows as 0.00 %
LONG_AGO = 126  # sessions, half a year: a move unmatched for so long is told with its match
LARGE = ("spx", "comp", "dji")


def session(held: Held, subject: str) -> list[Part]:
    """What a subject did on the day, and the one thing that places it: a record, its size, or its distance to one."""
    close = held.need(f"{subject}.close")
    if subject == "vix":
        return tell("{}.", _vix(held, close))
    if subject == "tnx":
        return tell("{}.", _yield(held, close))
    return tell("{}{}.", _moved(held, subject, close, f" on {spell_date(close.as_of)}"), _place(held, subject))


def _moved(held: Held, subject: str, close: Fact, when: str = "") -> list[Part]:
    move, name = held.get(f"{subject}.return_1d"), held.name(subject)
    if move is None:
        return tell(f"{name} closed at {{}}{when}", close)
    if abs(float(move.value)) < SHOWN:
        return tell(f"{name} closed unchanged{{}} at {{}}{when}", Shown(move, ""), close)
    verb = "rose" if float(move.value) > 0 else "fell"
    return tell(f"{name} {verb} {{}} to {{}}{when}", plain(move), close)


def _place(held: Held, subject: str) -> list[Part]:
    """What places a session in the subject's own history; empty where nothing is known of it."""
    if record := _record(held, subject):
        return tell(f", its {{}} record close of {record.as_of.year}", Shown(record, ordinal(record)))
    if sized := size(held, subject):
        return sized
    fall, top = held.get(f"{subject}.drawdown"), held.get(f"{subject}.record_last")
    if top and sessions_between(top.dates[0], top.as_of) == 1:
        return tell(", off the record close of the session before{}", Shown(top, ""))
    if fall and top and float(fall.value) < 0:
        return tell(f", {{}} below its record close of {{}} on {on(top)}", plain(fall), top)
    return []


def _record(held: Held, subject: str) -> Fact | None:
    records = held.get(f"{subject}.records_ytd")
    return records if records and records.dates and records.dates[-1] == records.as_of else None


def size(held: Held, subject: str) -> list[Part]:
    """ ", its largest one-day fall since …" where the move is large and long unmatched; empty elsewhere."""
    found = held.get(f"{subject}.move_size_1d")
    if found is None or float(found.value) < 1:
        return []
    match, move = held.get(f"{subject}.move_matched_1d"), _move(held, subject)
    way = "rise" if move and float(move.value) > 0 else "fall"
    if match is None:
        begins = spell_date(found.inputs[0].first)
        return tell(", {}", Shown(found, f"its largest one-day {way} in data since {begins}"))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return tell(f", its largest one-day {way} since {{}}", match)
    if float(found.value) >= UNUSUAL:
        return tell(", a move of {} standard deviations by its history", Shown(found, f"{float(found.value):.1f}"))
    return []


def _move(held: Held, subject: str) -> Fact | None:
    return held.get(f"{subject}.change_1d") or held.get(f"{subject}.return_1d")


def indexes(held: Held) -> list[Part]:
    """The large indexes on the day, the one that moved most against its own history first."""
    subjects = sorted((s for s in LARGE if held.get(f"{s}.close")), key=lambda s: -size_of(held, s))
    groups = []
    for subject in subjects:
        close, record = held.need(f"{subject}.close"), _record(held, subject)
        tail = tell(", a record close{}", Shown(record, "")) if record else size(held, subject)
        groups.append(tell("{}{}", _moved(held, subject, close, held.on(close)), tail))
    if not groups:
        raise SlotError("the evidence holds no close of a large index")
    return tell("{}.", joined_by("; ", groups))


def size_of(held: Held, subject: str) -> float:
    """The size of a subject's move on the day, 0 where it isn't known."""
    found = held.get(f"{subject}.move_size_1d")
    return float(found.value) if found else 0.0


def joined_by(mark: str, groups: list[list[Part]]) -> list[Part]:
    """Groups of parts with a mark between them."""
    return [part for place, group in enumerate(groups) for part in ([mark, *group] if place else group)]


def year(held: Held) -> list[Part]:
    """The indexes for the year, the best first."""
    facts = [f for s in ("rut", *LARGE) if (f := held.get(f"{s}.return_ytd"))]
    if not facts:
        raise SlotError("the evidence holds no return for the year")
    ranked = sorted(facts, key=lambda f: -float(f.value))
    sides = {float(f.value) > 0 for f in ranked}
    if len(sides) == 1:  # all up or all down: said once
        first, *rest = ranked
        told = [tell(f"{held.name(f.subject)} {{}}{held.to(f)}", plain(f)) for f in rest]
        lead = tell(
            f"{held.name(first.subject)} is {'up' if True in sides else 'down'} {{}}{held.to(first)}", plain(first)
        )
        return tell("For the year {}.", joined([lead, *told]))
    return tell("For the year: {}.", joined([tell(f"{held.name(f.subject)} {{}}{held.to(f)}", f) for f in ranked]))


def _vix(held: Held, close: Fact) -> list[Part]:
    change = held.get("vix.change_1d")
    bands = f" ({close.reading})" if close.reading else ""
    if change is None or not change.value:
        return tell(f"The VIX closed at {{}}{bands}", close)
    verb = "rose" if float(change.value) > 0 else "fell"
    words = f"The VIX {verb} {{}} points to {{}}{bands}{{}}"
    high = held.get("vix.high_close_20d")
    near = (
        tell(f"; its highest close of the last 20 sessions was {{}} on {on(high)}", high)
        if high and float(high.value) > 1.2 * float(close.value)
        else []
    )
    return tell("{}{}", tell(words, plain(change), close, size(held, "vix")), near)


def _yield(held: Held, close: Fact) -> list[Part]:
    change = held.get("tnx.change_1d")
    if change is None or not change.value:
        return tell("The 10-year Treasury yield stood at {}", close)
    verb = "rose" if float(change.value) > 0 else "fell"
    return tell(f"The 10-year Treasury yield {verb} {{}} to {{}}{{}}", plain(change), close, size(held, "tnx"))


def stale(held: Held, subject: str, day: date) -> list[Part]:
    """A subject whose last bar is older than the day: said with the day it is of, and not as news."""
    close, name = held.need(f"{subject}.close"), held.name(subject)
    words = (
        f"The data has no bar of {name} on {spell_date(day)}; its last close, {{}}, is of {spell_date(close.as_of)}."
    )
    return tell(words, close)


def calm(held: Held) -> list[Part]:
    """The VIX and the yield in one sentence, for a day on which neither moved much."""
    vix, tnx = held.need("vix.close"), held.need("tnx.close")
    bands = f", {vix.reading}" if vix.reading else ""
    changes = [_by(held, "vix", " points"), _by(held, "tnx", "")]
    words = f"The VIX closed at {{}}{{}}{bands}; the 10-year Treasury yield stood at {{}}{{}}."
    return tell(words, vix, changes[0], tnx, changes[1])


def _by(held: Held, subject: str, unit: str) -> list[Part]:
    change = held.get(f"{subject}.change_1d")
    if change is None or not change.value:
        return []
    return tell(f" ({'up' if float(change.value) > 0 else 'down'} {{}}{unit})", plain(change))
