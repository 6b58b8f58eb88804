"""Sentences on one session that code writes for the commentary: what moved, how large that is against its own history."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, joined, said, say, text, unsigned, way
from tools.data.sessions import sessions_between
from tools.fact import Fact

QUIET, UNUSUAL = 0.5, 2.0  # standard deviations of a subject's own moves
SHOWN = 0.00005  # a return below this shows as 0.00 %
LONG_AGO = 126  # sessions, half a year: a move unmatched for so long is told with its match
LARGE = ("spx", "comp", "dji")


def session(held: Held, subject: str) -> list[Part]:
    """What a subject did on the day, and the one thing that places it: a record, its size, or its distance to one."""
    close = held.need(f"{subject}.close")
    if subject == "vix":
        moved = _vix(held, close)
    elif subject == "tnx":
        moved = _yield(held, close)
    else:
        when = text("day-when", held.language, day=close.as_of)
        moved = [*_moved(held, subject, close, when), *_place(held, subject)]
    return say("full-stop", held.language, said=moved)


def _moved(held: Held, subject: str, close: Fact, when: str = "") -> list[Part]:
    move, name = held.get(f"{subject}.return_1d"), held.name(subject)
    if move is None:
        return say("day-closed", held.language, subject=name, close=close, when=when)
    if abs(float(move.value)) < SHOWN:
        return say("day-unchanged", held.language, subject=name, move=Shown(move, ""), close=close, when=when)
    size_ = unsigned(move, held.language)
    up = way(float(move.value))
    return say("day-moved", held.language, subject=name, way=up, move=size_, close=close, when=when)


def _place(held: Held, subject: str) -> list[Part]:
    """What places a session in the subject's own history; empty where nothing is known of it."""
    if record := _record(held, subject):
        nth = Shown(record, ordinal(record) if held.language == "en" else str(record.value))
        return say("place-record", held.language, nth=nth, year=str(record.as_of.year))
    if sized := size(held, subject):
        return sized
    fall, top = held.get(f"{subject}.drawdown"), held.get(f"{subject}.record_last")
    if top and sessions_between(top.dates[0], top.as_of) == 1:
        return say("place-off", held.language, mark=Shown(top, ""))
    if fall and top and float(fall.value) < 0:
        return say("place-below", held.language, fall=unsigned(fall, held.language), top=top, day=top.dates[0])
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
    up, of = way(float(move.value)) if move else "down", "yield" if subject == "tnx" else "price"
    if match is None:
        return say("size-in-data", held.language, way=up, of=of, day=found.inputs[0].first, mark=Shown(found, ""))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return say("size-since", held.language, way=up, of=of, match=match)
    if float(found.value) >= UNUSUAL:
        return say("size-deviations", held.language, size=Shown(found, f"{float(found.value):.1f}"))
    return []


def _move(held: Held, subject: str) -> Fact | None:
    return held.get(f"{subject}.change_1d") or held.get(f"{subject}.return_1d")


def indexes(held: Held) -> list[Part]:
    """The large indexes on the day, the one that moved most against its own history first."""
    subjects = sorted((s for s in LARGE if held.get(f"{s}.close")), key=lambda s: -size_of(held, s))
    groups: list[list[Part]] = []
    for subject in subjects:
        close, record = held.need(f"{subject}.close"), _record(held, subject)
        new = say("place-new-record", held.language, mark=Shown(record, "")) if record else []
        groups.append([*_moved(held, subject, close), *(new or size(held, subject))])
    if not groups:
        raise SlotError("the evidence holds no close of a large index")
    return say("full-stop", held.language, said=joined(groups, held.language, "list-semicolon"))


def size_of(held: Held, subject: str) -> float:
    """The size of a subject's move on the day, 0 where it isn't known."""
    found = held.get(f"{subject}.move_size_1d")
    return float(found.value) if found else 0.0


def year(held: Held) -> list[Part]:
    """The indexes for the year, the best first."""
    facts = [f for s in ("rut", *LARGE) if (f := held.get(f"{s}.return_ytd"))]
    if not facts:
        raise SlotError("the evidence holds no return for the year")
    ranked = sorted(facts, key=lambda f: -float(f.value))
    alike = len({float(f.value) > 0 for f in ranked}) == 1  # all up or all down: said once
    told = [_of_year(held, f, "year-lead" if alike and f is ranked[0] else "year-next", alike) for f in ranked]
    return say("year-alike" if alike else "year-apart", held.language, each=joined(told, held.language, "list-phrases"))


def _of_year(held: Held, fact: Fact, message: str, alike: bool) -> list[Part]:
    name, size_ = held.name(fact.subject), unsigned(fact, held.language)
    up = "up" if float(fact.value) > 0 else "down"
    move = size_ if alike else fact
    return say(message, held.language, subject=name, way=up, move=move, size=size_)


def _vix(held: Held, close: Fact) -> list[Part]:
    change, language = held.get("vix.change_1d"), held.language
    band = text("vix-band", language, reading=said(close.reading, language)) if close.reading else ""
    if change is None or not change.value:
        return say("vix-still", language, close=close, band=band)
    high = held.get("vix.high_close_20d")
    far = high and float(high.value) > 1.2 * float(close.value)
    near = say("vix-near", language, high=high, day=high.dates[0] if high.dates else high.as_of) if high and far else []
    up, move = way(float(change.value)), unsigned(change, language)
    sized = size(held, "vix")
    return say("vix-moved", language, way=up, move=move, close=close, band=band, size=sized, near=near)


def _yield(held: Held, close: Fact) -> list[Part]:
    change = held.get("tnx.change_1d")
    if change is None or not change.value:
        return say("yield-still", held.language, close=close)
    up, move = way(float(change.value)), unsigned(change, held.language)
    return say("yield-moved", held.language, way=up, move=move, close=close, size=size(held, "tnx"))


def stale(held: Held, subject: str, day: date) -> list[Part]:
    """A subject whose last bar is older than the day: said with the day it is of, and not as news."""
    close, name = held.need(f"{subject}.close"), held.name(subject)
    return say("stale", held.language, subject=name, day=day, close=close, of=close.as_of)


def calm(held: Held) -> list[Part]:
    """The VIX and the yield in one sentence, for a day on which neither moved much."""
    vix, tnx = held.need("vix.close"), held.need("tnx.close")
    band = text("calm-band", held.language, reading=said(vix.reading, held.language)) if vix.reading else ""
    told: dict[str, Given] = {"vix": vix, "vix_by": _by(held, "vix", "calm-by-points"), "band": band}
    told |= {"yield": tnx, "yield_by": _by(held, "tnx", "calm-by")}
    return say("calm", held.language, **told)


def _by(held: Held, subject: str, message: str) -> list[Part]:
    change = held.get(f"{subject}.change_1d")
    if change is None or not change.value:
        return []
    return say(message, held.language, way=way(float(change.value)), move=unsigned(change, held.language))
