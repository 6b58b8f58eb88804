"""Sentences that code writes on the library's views: how a person's changed, and how many stand on each side."""

from assistant.parts import Held, Part, joined, tell
from assistant.slots import SlotError
from tools.facts import Fact, spell_date
from tools.view_facts import SIDES


def views(held: Held, whose: str) -> list[Part]:
    """How many of a person's stored views are on each side, and from when to when; for ``small_caps`` the balance."""
    if whose == "small_caps":
        return _balance(held)
    count = held.need(f"library.{whose}.views_held")
    sides = [(side, held.need(f"library.{whose}.views_{side}")) for side in SIDES]
    some = [tell(f"{{}} {side}", fact) for side, fact in sides if fact.value]
    none = [side for side, fact in sides if not fact.value]
    rest = f", none {' or '.join(none)}" if none else ""
    span = f"from {spell_date(count.dates[0])} to {spell_date(count.dates[-1])}"
    words = f"The library holds {{}} views of {_name(count)} {span}: {{}}{rest}."
    return tell(words, count, joined(some))


def turns(held: Held, whose: str) -> list[Part]:
    """When a person's stance turned, from what to what."""
    fact = held.need(f"library.{whose}.views_turns")
    if not fact.value:
        return tell(f"In these views {_name(fact)}'s stance turned {{}} times.", fact)
    steps = (fact.reading or "").split("; ")
    times = "time" if int(fact.value) == 1 else "times"
    return tell(f"{_name(fact)}'s stance turned {{}} {times}: {', '.join(steps)}.", fact)


def outcomes(held: Held, whose: str) -> list[Part]:
    """How earlier views of a person turned out, as far as the library has it."""
    fact = held.need(f"library.{whose}.views_outcomes")
    if not fact.value:
        raise SlotError(f"no outcome of {whose} is held")
    said = "view has" if int(fact.value) == 1 else "views have"
    return tell(f"{{}} of {_name(fact)}'s {said} an outcome on record. {fact.reading}", fact)


def _balance(held: Held) -> list[Part]:
    counts = {side: held.need(f"library.small_caps.views_{side}") for side in SIDES}
    bull, bear = int(counts["bullish"].value), int(counts["bearish"].value)
    if bull > bear:
        lean = "so it leans to the bullish side"
    elif bear > bull:
        lean = "so it leans to the bearish side"
    else:
        lean = "so neither side is ahead in it"
    parts = [tell(f"{{}} {side}", counts[side]) for side in SIDES]
    day = spell_date(counts["bullish"].as_of)
    return tell(f"Of views on small caps from the year to {day} the library holds {{}}, {lean}.", joined(parts))


def _name(fact: Fact) -> str:
    return fact.inputs[0].field
