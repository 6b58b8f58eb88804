"""Sentences on the sector funds, the VIX, the 10-year yield and the calendar, over the time that was asked for."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import joined, said, say, text, unsigned, way
from tools.fact import Fact

ENDS = 3  # sector funds told at either end


def sector_ends(held: Held, end: str, over: str) -> list[Part]:
    """The ``best`` or the ``worst`` three sector funds over a time, or the ``last`` alone."""
    ranks = sorted((f for f in held.facts if f.metric == f"rank_{over}"), key=lambda f: int(f.value))
    if not ranks:
        raise SlotError(f"the evidence holds no order of the sectors over {over}")
    chosen = {"best": ranks[:ENDS], "worst": ranks[-ENDS:][::-1], "last": ranks[-1:], "first": ranks[:1]}[end]
    each = []
    for fact in chosen:
        move = held.need(f"{fact.subject}.return_{over}")
        each.append(say("sector-moved", held.language, sector=held.name(fact.subject), move=_moved(held, move)))
    when = text(f"within-{over}", held.language, day=ranks[0].as_of)
    list_ = joined(each, held.language, "list-semicolon")
    return say("sector-ends", held.language, end=end, when=when, each=list_)


def sector_order(held: Held, window: str) -> list[Part]:
    """All sector funds in order over a window that was measured."""
    facts = [f for f in held.facts if f.key.endswith(f".return.{window}") and f.subject.startswith("sector.")]
    if len(facts) < 2 or facts[0].base is None:
        raise SlotError("the evidence holds no sectors over that time")
    ranked = sorted(facts, key=lambda f: -float(f.value))
    each = [say("sector-moved", held.language, sector=held.name(f.subject), move=_moved(held, f)) for f in ranked]
    ends = {"first": facts[0].base.session, "last": facts[0].inputs[0].last}
    return say("sector-order", held.language, **ends, each=joined(each, held.language, "list-semicolon"))


def advancers(held: Held, over: str) -> list[Part]:
    """How many of the sector funds rose over a time."""
    up = held.need(f"sectors.advancers_{over}")
    when = text(f"within-{over}", held.language, day=up.as_of)
    return say("sectors-up", held.language, up=up, when=when)


def grouping(held: Held, over: str) -> list[Part]:
    """Cyclical sectors against defensive ones over a time."""
    tilt = held.need(f"sectors.cyclical_minus_defensive_{over}")
    when = text(f"within-{over}", held.language, day=tilt.as_of)
    return say("grouping", held.language, gap=unsigned(tilt, held.language), way=way(float(tilt.value)), when=when)


def vix(held: Held, over: str | None) -> list[Part]:
    """The VIX with its move on the day and over the time asked for, and how high it was of late."""
    close = held.need("vix.close")
    moves = [
        _over(held, "points-over", f, o)
        for o in dict.fromkeys(["1d", over or "1d"])
        if (f := held.get(f"vix.change_{o}"))
    ]
    high, when = held.get("vix.high_close_20d"), held.get("vix.high_close_20d_date")
    top: list[Part] = []
    if high and when and float(high.value) > float(close.value):
        top = say("vix-top", held.language, high=high, when=when)
    list_ = say("closing-moves", held.language, moves=joined(moves, held.language, "list-phrases")) if moves else []
    band = text("vix-band", held.language, reading=said(close.reading, held.language)) if close.reading else ""
    return say("vix-now", held.language, close=close, day=close.as_of, moves=list_, top=top, band=band)


def vix_place(held: Held) -> list[Part]:
    """The VIX's place among its closes of a year and of its history."""
    year, whole = (_nth(held, held.need(f"vix.percentile_{n}")) for n in ("1y", "all"))
    return say("vix-place", held.language, year=year, whole=whole)


def yields(held: Held, over: str | None) -> list[Part]:
    """The 10-year yield with its moves on the day and, where it is asked for alone, over longer times."""
    close = held.need("tnx.close")
    moves = [
        _over(held, "yield-over", f, o)
        for o in (("1d", "5d", "ytd") if over == "wide" else ("1d",))
        if (f := held.get(f"tnx.change_{o}"))
    ]
    list_ = say("closing-moves", held.language, moves=joined(moves, held.language, "list-phrases")) if moves else []
    return say("yield-now", held.language, close=close, day=close.as_of, moves=list_)


def event(held: Held, name: str) -> list[Part]:
    """When the next event of a kind is due, and how sure the date is."""
    fact = held.need(f"calendar.{name}")
    what = text(f"event-{_kind(name)}", held.language)
    sure = fact.reading if fact.reading in ("inferred", "tentative") else ""
    note = text("due-known", held.language, reading=said(sure, held.language)) if sure else ""
    return say("event-due", held.language, event=what, day=fact, note=note)


def _kind(name: str) -> str:
    return name.removeprefix("next_").replace("_", "-")


def _nth(held: Held, place: Fact) -> Shown:
    return Shown(place, ordinal(place) if held.language == "en" else ordinal(place)[:-2])


def _over(held: Held, message: str, fact: Fact, over: str) -> list[Part]:
    when = text(f"within-{over}-short", held.language, day=fact.as_of)
    size = unsigned(fact, held.language) if fact.value else Shown(fact, "")
    return say(message, held.language, way=way(float(fact.value)), size=size, over=when)


def _moved(held: Held, fact: Fact) -> list[Part]:
    size = unsigned(fact, held.language) if fact.value else Shown(fact, "")
    return say("move", held.language, way=way(float(fact.value)), move=size)
