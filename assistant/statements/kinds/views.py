"""Sentences that code writes on the library's views: how a person's changed, and how many stand on each side."""

import re
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Language, Part, Shown
from assistant.statements.words import Given, joined, person, say, spell, text, text_or, unsigned
from tools.analysts.view_facts import SIDES
from tools.fact import Fact

_TURN = re.compile(r"from .+? to (?P<side>.+?)(?: on (?P<subject>.+?))? in (?P<when>.+)")
_MONTHS = "January February March April May June July August September October November December".split()


def views(held: Held, whose: str) -> list[Part]:
    """How many of a person's stored views are on each side, and from when to when; for ``small_caps`` the balance."""
    if whose == "small_caps":
        return _balance(held)
    count, language = held.need(f"library.{whose}.views_held"), held.language
    days = {"first": count.dates[0], "last": count.dates[-1]}
    span = text("views-day" if days["first"] == days["last"] else "views-span", language, **days)
    sides: list[Part] = []
    if held.get(f"library.{whose}.views_{SIDES[0]}") is not None:
        facts = [(side, held.need(f"library.{whose}.views_{side}")) for side in SIDES]
        some = [say("views-side", language, n=fact, side=side) for side, fact in facts if fact.value]
        none = [text(f"side-{side}", language) for side, fact in facts if not fact.value]
        sides = say(
            "views-sides", language, each=joined(some, language), none=_none(none, language) if some and none else ""
        )
    given = {"author": _name(count, language), "about": _about(count, language), "span": span}
    return say("views-held", language, n=count, sides=sides, **given)


def _none(sides: list[str], language: Language) -> str:
    both = sides[0] if len(sides) == 1 else text("or-list", language, first=sides[0], second=sides[1])
    return text("views-none", language, sides=both)


def turns(held: Held, whose: str) -> list[Part]:
    """When a person's stance turned, and to what."""
    fact, language = held.need(f"library.{whose}.views_turns"), held.language
    about = _about(held.need(f"library.{whose}.views_held"), language)
    given: dict[str, Given] = {"author": _name(fact, language), "about": about}
    if not fact.value:
        return say("turns-none", language, mark=Shown(fact, ""), **given)
    steps = [_turn(step, language) for step in (fact.reading or "").split("; ")]
    mark: Given = Shown(fact, "") if int(fact.value) < 3 and language == "en" else []
    return say("turns", language, n=fact, mark=mark, steps=joined([[s] for s in steps], language), **given)


def _turn(step: str, language: Language) -> str:
    """One turn in words: ``to bearish on small caps in June 2024``; a side without a name of its own stays as it is."""
    match = _TURN.fullmatch(step)
    if match is None:
        return step
    side, subject = match["side"], match["subject"]
    known = side in SIDES
    named = text(f"side-{side}", language) if known else side
    about = text("turn-about", language, subject=_subject(subject, language)) if subject else ""
    return text("turn", language, side=named, about=about, day=_when(match["when"], language))


def _when(words: str, language: Language) -> str:
    """A day, month or year as view facts spell it, in a language: ``June 2024``, ``2024年6月``."""
    if language == "en":
        return words
    *day, month, year = ["", "", *words.split()][-3:]
    if month in _MONTHS:
        n = _MONTHS.index(month) + 1
        return spell(date(int(year), n, int(day[0])), language) if day[0] else f"{year}年{n}月"
    return f"{year}年" if year.isdigit() else words


def outcomes(held: Held, whose: str) -> list[Part]:
    """How earlier views of a person turned out, as far as the library has it."""
    fact = held.need(f"library.{whose}.views_outcomes")
    if not fact.value:
        raise SlotError(f"no outcome of {whose} is held")
    return say("outcomes", held.language, n=fact, author=_name(fact, held.language), told=fact.reading or "")


def record(held: Held, whose: str) -> list[Part]:
    """How an analyst's calls came out: of how many, how many were reached, by how much they missed, and how few they are."""
    stem, language = f"record.{whose}", held.language
    known, settled, hit = (held.need(f"{stem}.{name}") for name in ("calls", "calls_settled", "calls_hit"))
    gone, miss = held.need(f"{stem}.calls_replaced"), held.get(f"{stem}.typical_miss")
    replaced = say("record-replaced", language, replaced=gone, mark=Shown(gone, ""))
    author = person(str(known.reading), language)
    if miss is None:
        silent: Given = Shown(gone, "") if int(known.value) == 1 and not gone.value else replaced
        return say("record-none", language, author=author, known=known, replaced=silent)
    lean, few = held.need(f"{stem}.lean"), text("record-few", language) if known.caveats else ""
    leans: list[Part] = []
    if int(settled.value) > 1:
        leans = say(
            "record-lean", language, lean=unsigned(lean, language), side="up" if float(lean.value) > 0 else "down"
        )
    return say(
        "record", language, author=author, known=known, settled=settled, hit=hit, miss=miss, lean=leans,
        replaced=replaced, few=few,
    )  # fmt: skip


def _balance(held: Held) -> list[Part]:
    counts, language = {side: held.need(f"library.small_caps.views_{side}") for side in SIDES}, held.language
    bull, bear = int(counts["bullish"].value), int(counts["bearish"].value)
    lean = "bullish" if bull > bear else "bearish" if bear > bull else "none"
    each = joined([say("views-side", language, n=counts[side], side=side) for side in SIDES], language, "list-entries")
    more = held.get("library.small_caps.views_added")
    added: Given = say("balance-added", language, n=more) if more else ""
    return say("balance", language, day=counts["bullish"].as_of, each=each, lean=lean, added=added)


def _about(count: Fact, language: Language) -> str:
    """``on a recession``; empty where the views are on all subjects."""
    if not count.reading:
        return ""
    return text("views-about", language, subject=_subject(count.reading.removeprefix("on "), language))


def _subject(name: str, language: Language) -> str:
    """What views are on, in words; one without Chinese stays as the library has it."""
    return text_or(f"on-{re.sub('[^a-z]+', '-', name.lower())}", language, name)


def _name(fact: Fact, language: Language) -> str:
    return person(fact.inputs[0].field, language)
