"""Weekdays that a text gives to its dates: "Tuesday, January 22, 2026" was a Thursday."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assistant.checker.verdict import Verdict
from assistant.understanding.dates import WEEKDAYS, DateMention
from tools.fact import spell_date

_BETWEEN = re.compile(r",? (?:the )?|,? (?:a|which was a) ")


def paired(text: str, dates: Sequence[DateMention]) -> Iterator[tuple[DateMention, DateMention]]:
    """Each weekday of a sentence with the date beside it that it is said of."""
    for first, second in pairwise(dates):
        if not _BETWEEN.fullmatch(text[first.end : second.start]):
            continue
        if first.weekday is not None and second.day and second.month:
            yield first, second
        elif second.weekday is not None and first.day and first.month:
            yield second, first


def check_weekday(day: date, said: int) -> Verdict:
    """Whether a date fell on the weekday."""
    right = WEEKDAYS[day.weekday()].capitalize()
    return Verdict("true" if day.weekday() == said else "false", f"{spell_date(day)} was a {right}.", unit="date")
