"""Sentences on one subject against another: who is ahead over which time, the run of sessions, the price ratio."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.answers.closings import of_sessions
from assistant.statements.held import Held
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, say, text, unsigned, way
from tools.fact import Fact

RUN = 5  # sessions from which it is told how rare a run is
HIGH = 0.9  # percentile from which a lead's place in its history is told


def run(held: Held, first: str, second: str) -> list[Part]:
    """How long the first has beaten the second in a row, and since when that is the longest; or that no run stands."""
    pair, names = f"{first}_vs_{second}", _names(held, first, second)
    streak, day = held.get(f"{pair}.streak"), held.get(f"{pair}.spread_1d")
    if streak is None:
        return ahead(held, first, second, "1d")
    given: dict[str, Given] = {**names, "day": streak.as_of}
    if int(streak.value) < 2 and day:
        state = "none" if not streak.value else "one"
        return say("run-short", held.language, **given, state=state, way=_way(day), gap=unsigned(day, held.language))
    return say("run", held.language, **given, run=streak, longest=_longest(held, pair, streak))


def _longest(held: Held, pair: str, streak: Fact) -> list[Part]:
    since, length = held.get(f"{pair}.streak_longest_since"), held.get(f"{pair}.streak_longest_since_length")
    if int(streak.value) < RUN:
        return []
    if since and length:
        tie = str(since.reading).startswith("a tie")
        return say("lead-tie" if tie else "run-longest-since", held.language, since=since, length=length)
    if streak.reading:
        begins = date.fromisoformat(streak.reading.split()[-1])
        return say("lead-longest", held.language, day=begins, mark=Shown(streak, ""))
    return []


def ahead(held: Held, first: str, second: str, over: str, whose: str | None = None) -> list[Part]:
    """How far one is ahead of the other or behind it over a time, told of the first or of ``whose``."""
    spread = held.need(f"{first}_vs_{second}.spread_{over}")
    turned = whose == second
    names = _names(held, second, first) if turned else _names(held, first, second)
    side = {"up": "down", "down": "up"}.get(_way(spread), "level") if turned else _way(spread)
    gap = unsigned(spread, held.language) if spread.value else Shown(spread, "")
    rank = _rank(held, f"{first}_vs_{second}", spread) if over == "20d" and not turned else []
    when = text(f"within-{over}", held.language, day=spread.as_of)
    was = "yes" if over == "1d" else "no"
    return say("ahead", held.language, **names, when=when, was=was, way=side, gap=gap, rank=rank)


def _rank(held: Held, pair: str, spread: Fact) -> list[Part]:
    place = held.get(f"{pair}.spread_20d_percentile")
    if place is None or float(place.value) < HIGH:
        return []
    nth = ordinal(place) if held.language == "en" else ordinal(place)[:-2]
    return say("month-rank", held.language, nth=Shown(place, nth))


def horizons(held: Held, first: str, second: str) -> list[Part]:
    """The day beside the year: whether they agree on who is ahead."""
    day, year = (held.need(f"{first}_vs_{second}.spread_{over}") for over in ("1d", "ytd"))
    language, names = held.language, _names(held, first, second)
    whens = {"when": text("within-1d", language, day=day.as_of), "then": text("within-ytd", language, day=year.as_of)}
    ways = {"way": _way(day), "turn": _way(year)}
    alike = "yes" if ways["way"] == ways["turn"] else "no"
    gaps = {"gap": unsigned(day, language), "wide": unsigned(year, language)}
    return say("horizons", language, **names, **whens, **ways, **gaps, alike=alike)


def led(held: Held, first: str, second: str) -> list[Part]:
    """In how many of the last 20 sessions the first was ahead."""
    n = held.need(f"{first}_vs_{second}.sessions_led_20d")
    return say("led-20", held.language, **_names(held, first, second), n=of_sessions(held, n))


def ratio(held: Held, first: str, second: str, what: str) -> list[Part]:
    """The price ratio ``now``, or how it moved over the ``year``."""
    names, pair = _names(held, first, second), f"{first}_vs_{second}"
    if what == "now":
        fact = held.need(f"{pair}.ratio")
        return say("ratio-now", held.language, **names, ratio=fact, day=fact.as_of)
    move = held.need(f"{pair}.ratio_return_ytd")
    if not move.value:
        raise SlotError(f"the ratio of {first} to {second} has not moved this year")
    return say("ratio-year", held.language, **names, way=way(float(move.value)), move=unsigned(move, held.language))


def _names(held: Held, first: str, second: str) -> dict[str, Given]:
    return {"subject": held.name(first), "other": held.name(second)}


def _way(fact: Fact) -> str:
    return way(float(fact.value))
