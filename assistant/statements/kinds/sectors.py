"""Sentences on the sector funds that code writes for the commentary: all in order, the ends of the year, the tilt."""

from assistant.evidence.derived import SlotError
from assistant.statements.names import name_of
from assistant.statements.sentence_parts import Held, Part, Shown, joined, plain, tell
from tools.fact import Fact
from tools.universe import UNIVERSE


def sectors(held: Held, horizon: str) -> list[Part]:
    """How many sector funds rose, and all of them in order."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_{horizon}"))]
    up = held.need(f"sectors.advancers_{horizon}")
    groups = [tell(f"{_sector(f)} {{}}", f) for f in sorted(facts, key=lambda f: -float(f.value))]
    count, rose = len(facts), int(up.value)
    over = held.on(up) if horizon == "1d" else f" for the year{held.to(up)}"
    who = "eleven sectors" if count == 11 else f"{_NUMBERS[count]} sector funds with data"
    lead = f"No sector{over} rose" if not rose else f"All {who} rose{over}" if rose == count else ""
    head: list[Part] = (
        [Shown(up, lead)] if lead else tell(f"{{}} of the {who} rose{over}", Shown(up, _NUMBERS[rose].capitalize()))
    )
    return tell("{}; in order, {}.", head, joined(groups))


_NUMBERS = "no one two three four five six seven eight nine ten eleven".split()


def _sector(fact: Fact) -> str:
    return name_of(fact.subject).split(" (")[0]


def sector_ends(held: Held) -> list[Part]:
    """The best and the worst sector of the year so far."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_ytd"))]
    if len(facts) < 2:
        raise SlotError("the evidence holds no sector's year")
    worst, *_, best = sorted(facts, key=lambda f: float(f.value))
    if float(best.value) < 0:
        return tell(
            f"For the year{held.to(best)} {_sector(best)} lost least, {{}}, and {_sector(worst)} most, {{}}.",
            plain(best),
            plain(worst),
        )
    return tell(
        f"For the year{held.to(best)} {_sector(best)} leads at {{}} and {_sector(worst)} is last at {{}}.", best, worst
    )


def tilt(held: Held) -> list[Part]:
    """Cyclical against defensive sectors on the day, with the grouping named."""
    found = held.need("sectors.cyclical_minus_defensive_1d")
    side = "ahead of" if float(found.value) > 0 else "behind"
    return tell(
        f"By MSCI's grouping cyclical sectors finished {{}} {side} defensive ones{held.on(found)}.", plain(found)
    )
