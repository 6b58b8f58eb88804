"""Sentences on values that bars hold: one at a date, or a list, each with its session."""

import re
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import joined, say, text
from tools.definitions.measures import STEMS
from tools.fact import Fact

VALUE = r"([a-z0-9_.]+)\.(close|value|" + "|".join(STEMS) + r")\.((?:19|20)\d{6})"
LISTED = r"([a-z0-9_.]+)\.(close|value|" + "|".join(STEMS) + r")\.listed"
MOST = 12  # values told in a sentence; more stand in the table


def value(held: Held, subject: str, what: str, day: str) -> list[Part]:
    """What a subject, or an indicator of it, stood at on a session."""
    fact = held.need(f"{subject}.{what}.{day}")
    how = "closed" if what == "close" and fact.unit != "percent" else "stood"
    shut = "yes" if fact.reading else "no"
    whose = whose_of(held, subject, what)
    return say("value-at", held.language, whose=whose, how=how, value=fact, day=day_of(fact), shut=shut)


def listing(held: Held, subject: str, what: str) -> list[Part]:
    """Values one after another, the oldest first, each with its session."""
    facts = [f for f in held.facts if re.fullmatch(rf"{re.escape(subject)}\.{what}\.\d{{8}}", f.key)]
    if not facts:
        raise SlotError(f"the evidence holds no value of {subject}")
    told = sorted(facts, key=day_of)[-MOST:]
    each = joined([say("value-each", held.language, value=f, day=day_of(f)) for f in told], held.language)
    part, closes = "some" if len(told) < len(facts) else "all", "yes" if what == "close" else "no"
    whose = whose_of(held, subject, what)
    return say(
        "value-list", held.language, part=part, closes=closes, told=len(told), all=len(facts), whose=whose, each=each
    )


def day_of(fact: Fact) -> date:
    """The session, or the period, that a value is of."""
    return fact.inputs[0].last


def whose_of(held: Held, subject: str, stem: str | None) -> str:
    """Whose value it is, as it stands in a sentence: ``the Russell 2000's RSI-14``."""
    name = held.name(subject)
    if stem in (None, "close", "value", "percent"):
        return name
    return text("whose", held.language, subject=name, what=line_name(str(stem), held.language))


def line_name(stem: str, language: Language) -> str:
    """What a field or an indicator is called."""
    return text(f"line-{stem.replace('_', '-')}", language)
