"""Sentences on the sector funds that code writes for the commentary: all in order, the ends of the year, the tilt."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import joined, say, text, unsigned, way
from tools.fact import Fact
from tools.universe import UNIVERSE

ALL = 11  # sectors


def sectors(held: Held, horizon: str) -> list[Part]:
    """How many sector funds rose, and all of them in order."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_{horizon}"))]
    up, language = held.need(f"sectors.advancers_{horizon}"), held.language
    ranked = sorted(facts, key=lambda f: -float(f.value))
    each = joined(
        [say("sector-each", language, sector=_sector(held, f), move=f) for f in ranked], language, "list-entries"
    )
    count, rose = len(facts), int(up.value)
    which = "none" if not rose else "all" if rose == count else "some"
    over = "" if horizon == "1d" else text("sectors-over", language)
    held_ = text("number", language, n=count)
    who = text("sectors-eleven", language) if count == ALL else text("sectors-held", language, n=held_)
    told = Shown(up, text("number", language, n=rose) if which == "some" else "")
    head = say("sectors-rose", language, which=which, over=over, who=who, up=told)
    return say("sectors", language, head=head, each=each)


def _sector(held: Held, fact: Fact) -> str:
    """A sector's name alone, without its fund: ``Materials``, ``原材料``."""
    return held.name(fact.subject).split(" (")[0].split("板块")[0]


def sector_ends(held: Held) -> list[Part]:
    """The best and the worst sector of the year so far."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_ytd"))]
    if len(facts) < 2:
        raise SlotError("the evidence holds no sector's year")
    worst, *_, best = sorted(facts, key=lambda f: float(f.value))
    language = held.language
    names = {"best": _sector(held, best), "worst": _sector(held, worst)}
    first, last = unsigned(best, language), unsigned(worst, language)
    if float(best.value) < 0:
        return say("sectors-all-lost", language, **names, first=first, last=last)
    return say("sectors-ends", language, **names, first=best, last=worst, first_size=first, last_size=last)


def tilt(held: Held) -> list[Part]:
    """Cyclical against defensive sectors on the day, with the grouping named."""
    found = held.need("sectors.cyclical_minus_defensive_1d")
    return say("sectors-tilt", held.language, gap=unsigned(found, held.language), way=way(float(found.value)))
