"""Sentences that code writes on the library's views: how a person's changed, and how many stand on each side."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part, joined, plain, tell
from tools.analysts.view_facts import SIDES
from tools.fact import Fact, spell_date


def views(held: Held, whose: str) -> list[Part]:
    """How many of a person's stored views are on each side, and from when to when; for ``small_caps`` the balance."""
    if whose == "small_caps":
        return _balance(held)
    count = held.need(f"library.{whose}.views_held")
    span = f"from {spell_date(count.dates[0])} to {spell_date(count.dates[-1])}"
    lead = f"The library holds {{}} view{'' if count.value == 1 else 's'} of {_name(count)}{_on(count)} {span}"
    if held.get(f"library.{whose}.views_{SIDES[0]}") is None:
        return tell(f"{lead}.", count)
    sides = [(side, held.need(f"library.{whose}.views_{side}")) for side in SIDES]
    some = [tell(f"{{}} {side}", fact) for side, fact in sides if fact.value]
    none = [side for side, fact in sides if not fact.value]
    rest = f", none {' or '.join(none)}" if none else ""
    return tell(f"{lead}: {{}}{rest}.", count, joined(some))


def turns(held: Held, whose: str) -> list[Part]:
    """When a person's stance turned, from what to what."""
    fact = held.need(f"library.{whose}.views_turns")
    whole = f"{_name(fact)}'s stance{_on(held.need(f'library.{whose}.views_held'))}"
    if not fact.value:
        return tell(f"In these views {whole} turned {{}} times.", fact)
    steps = (fact.reading or "").split("; ")
    times = "time, against the view before" if int(fact.value) == 1 else "times, each against the view before"
    return tell(f"{whole} turned {{}} {times}: {', '.join(steps)}.", fact)


def outcomes(held: Held, whose: str) -> list[Part]:
    """How earlier views of a person turned out, as far as the library has it."""
    fact = held.need(f"library.{whose}.views_outcomes")
    if not fact.value:
        raise SlotError(f"no outcome of {whose} is held")
    has = "has" if int(fact.value) == 1 else "have"
    return tell(f"{{}} of {_name(fact)}'s views {has} an outcome on record. {fact.reading}", fact)


def record(held: Held, whose: str) -> list[Part]:
    """How an analyst's calls came out: of how many, how many were reached, by how much they missed, and how few they are."""
    stem = f"record.{whose}"
    known, settled, hit = (held.need(f"{stem}.{name}") for name in ("calls", "calls_settled", "calls_hit"))
    replaced, miss = held.need(f"{stem}.calls_replaced"), held.get(f"{stem}.typical_miss")
    few = f"; {known.caveats[0].partition(': ')[2] or known.caveats[0]}" if known.caveats else ""
    were = "was" if replaced.value == 1 else "were"
    rest = tell(f"{{}} {were} replaced or withdrawn before the day", replaced)
    if miss is None:
        return tell(f"Of {{}} dated calls of {known.reading} none has come due and {{}}.", known, rest)
    lean = held.need(f"{stem}.lean")
    side = "above" if float(lean.value) > 0 else "below"
    words = (
        f"Of {{}} dated calls of {known.reading} {{}} stood on the day, of which {{}} {'was' if hit.value == 1 else 'were'}"
        " reached; the close missed"
        f" the target by {{}} at the median, with a lean of {{}} {side} it; {{}}{few}."
    )
    return tell(words, known, settled, hit, miss, plain(lean), rest)


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


def _on(count: Fact) -> str:
    return f" {count.reading}" if count.reading else ""


def _name(fact: Fact) -> str:
    return fact.inputs[0].field
