"""Sentences on values that bars hold: one at a date, or a list, each with its session."""

import re
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.names import name_of
from assistant.statements.sentence_parts import Held, Part, joined, tell
from tools.definitions.measures import STEMS
from tools.fact import Fact, spell_date

VALUE = r"([a-z0-9_.]+)\.(close|value|" + "|".join(STEMS) + r")\.((?:19|20)\d{6})"
LISTED = r"([a-z0-9_.]+)\.(close|value|" + "|".join(STEMS) + r")\.listed"
MOST = 12  # values told in a sentence; more stand in the table


def value(held: Held, subject: str, what: str, day: str) -> list[Part]:
    """What a subject, or an indicator of it, stood at on a session."""
    fact = held.need(f"{subject}.{what}.{day}")
    note = f", {fact.reading}" if fact.reading else ""
    verb = "closed at" if what == "close" and fact.unit != "percent" else "stood at"
    return tell(f"{whose(subject, what)} {verb} {{}} on {_day(fact)}{note}.", fact)


def listing(held: Held, subject: str, what: str) -> list[Part]:
    """Values one after another, the oldest first, each with its session."""
    facts = [f for f in held.facts if re.fullmatch(rf"{re.escape(subject)}\.{what}\.\d{{8}}", f.key)]
    if not facts:
        raise SlotError(f"the evidence holds no value of {subject}")
    told = sorted(facts, key=_last)[-MOST:]
    kind = "closes" if what == "close" else "values"
    each = joined([tell(f"{{}} on {_day(f)}", f) for f in told])
    lead = f"The last {len(told)} of {len(facts)} {kind} listed of" if len(told) < len(facts) else f"The {kind} of"
    return tell(f"{lead} {whose(subject, what)}: {{}}.", each)


def _last(fact: Fact) -> date:
    return fact.inputs[0].last


def _day(fact: Fact) -> str:
    """The session, or the period, that a value is of."""
    return spell_date(fact.inputs[0].last)


def whose(subject: str, stem: str | None) -> str:
    """Whose value it is, as it stands in a sentence: ``the Russell 2000's RSI``."""
    name = name_of(subject)
    if stem in (None, "close", "value", "percent"):
        return name
    return f"{name}'s {STEMS[stem]}"
