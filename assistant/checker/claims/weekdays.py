"""Weekdays that a text gives to its dates: "Tuesday, January 22, 2026" was a Thursday."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assistant.checker.claims.claim import Claim, Context, When
from assistant.checker.claims.places import Sentence
from assistant.checker.text.times import DAY
from assistant.understanding.dates import WEEKDAYS

_BETWEEN = re.compile(r",? (?:the )?|,? (?:a|which was a) |,? \(")
_WORD = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)


def weekday_claims(s: Sentence, context: Context, before: Sequence[Claim]) -> Iterator[Claim]:
    """Each weekday of a sentence that is said of the date beside it."""
    for first, second in pairwise(s.times):
        if first.kind != "day" or second.kind != "day" or not _BETWEEN.fullmatch(s.text[first.end : second.start]):
            continue
        weekday, day = (first, second) if first.weekday else (second, first)
        word = _WORD.search(s.text[weekday.start : weekday.end])
        if weekday.weekday and not day.weekday and day.day and word:
            start, end = s.span(first.start, second.end)
            yield Claim(
                start,
                end,
                "",
                "weekday",
                parameter=str(WEEKDAYS.index(word[1].lower())),
                when=(When(DAY, day.day, True),),
            )


def falls_on(day: date, said: int) -> bool:
    """Whether a date fell on the weekday."""
    return day.weekday() == said
