"""Which session a figure is of, where that is before the answer's own and the sentence doesn't say it."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.statements.sentence_parts import Language, Part, fact_of, placed
from assistant.statements.words import say, spell

# Told with days of their own: what was known, forecast, said or due, and what compares two days.
_OWN_DAYS = re.compile(r"(?:macro|call|record|library|calendar|changes|revision|unchanged|absent)\.|.*\.stale\.")


def with_sessions(name: str, parts: Sequence[Part], as_of: date, language: Language) -> list[Part]:
    """A statement with the session of each figure that is older than the answer: once at its end where all are of one.

    Args:
        name: The statement's.
        parts: Of the sentence.
        as_of: The answer's own day.
        language: Whose words.
    """
    text = placed(parts)[0]
    days = [fact.as_of for part in parts if (fact := fact_of(part))]
    lost = {day for day in days if day < as_of and spell(day, language) not in text}
    if not lost or _OWN_DAYS.match(name):
        return list(parts)
    if len(set(days)) == 1:
        *before, last = parts
        end = re.search(r"[.。]\s*$", last) if isinstance(last, str) else None
        if isinstance(last, str) and end:
            return [*before, last[: end.start()], *_note(days[0], language), last[end.start() :]]
    out: list[Part] = []
    for part in parts:
        fact = fact_of(part)
        out += [part, *_note(fact.as_of, language)] if fact and fact.as_of in lost else [part]
    return out


def _note(day: date, language: Language) -> list[Part]:
    return say("figure-of-session", language, day=day)
