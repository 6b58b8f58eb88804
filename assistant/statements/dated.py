"""What a sentence must add on its figures: of which session an older one is, and that a count was made over a hole."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.statements.sentence_parts import Language, Part, fact_of, placed
from assistant.statements.words import say, spell

# Told with days of their own: what was known, forecast, said or due, and what compares two days.
_OWN_DAYS = re.compile(r"(?:macro|call|record|library|calendar|changes|revision|unchanged|absent)\.|.*\.stale\.")

_HOLE = re.compile(r"without a bar|missing bars?|bar is missing")


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


def with_holes(parts: Sequence[Part], language: Language) -> list[Part]:
    """A measure's count with what it was counted over, where a session of that has no bar: said once, at the end."""
    counts = [f for part in parts if (f := fact_of(part)) and f.unit in ("count", "sessions")]
    if not any(_HOLE.search(caveat) for fact in counts for caveat in fact.caveats):
        return list(parts)
    *before, last = parts
    end = re.search(r"[.。]\s*$", last) if isinstance(last, str) else None
    if not isinstance(last, str) or not end:
        return [*parts, *say("figure-over-hole", language)]
    return [*before, last[: end.start()], *say("figure-over-hole", language), last[end.start() :]]


def _note(day: date, language: Language) -> list[Part]:
    return say("figure-of-session", language, day=day)
