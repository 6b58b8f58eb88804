"""Caveats that facts carry, each worded once here, so that what one says can be told again in another language.

A caveat is text in the contract's JSON. ``caveat`` writes one, ``read_caveat`` finds which it was and what stood in it.
"""

import re
from functools import cache

CAVEATS = {
    "base-skipped": "the base is {day}: the session after it has no bar",
    "gaps": "{n} session(s) without a bar, the last {day}",
    "left-out": "{n} session(s) left out: a bar is missing",
    "left-open": "{n} {bucket}(s) left open by missing bars, the last {day}",
    "not-fixed": "rests on simulated sessions that no published figure fixes",
    "last-sessions-differ": "last sessions differ: {sessions}",
    "more-set-aside": "{n} more were set aside",
    "span-set-aside": "{symbol}'s bars from {first} to {last} were set aside: {why}",
    "value-set-aside": "{symbol}'s {field} of {day} ({served}) was set aside: {why}",
    "warm-up": "warm-up is short: {n} bars of {needed}",
    "warm-up-to-swing": "warm-up is short: {n} bars of {needed} up to the first swing",
    "swing-provisional": "the swing of {day} is provisional: it rests on the {n} closes before it alone",
    "swing-provisional-one": "the swing of {day} is provisional: it rests on the close before it alone",
    "below-c": "prices have gone below C since, first on {day}",
    "above-c": "prices have gone above C since, first on {day}",
    "small-sample": "the sample is small: {n} of {needed} cases",
    "silent-points": "silent within {limit} points of neutral: half a standard deviation of {n} cases",
    "silent-sessions": "silent within {limit} sessions of neutral: half a standard deviation of {n} cases",
    "short-history": "its history is short: {n} earlier cases",
    "taxonomy": "sectors are the SPDR sector funds",
    "sectors-lacking": "{n} of the eleven have no data",
    "other-grouping": "with energy as cyclical and real estate as defensive it is {points} points",
    "data-begins": "the data begins on {day}, after the window does",
    "data-holds": "the data holds {n} sessions, from {day}",
    "no-release-dates": "latest vintage, release dates not known",
    "no-figure": "FRED has no figure for {month}, so there is no change from it",
    "unforeseen-closures": "a closure that no rule gives, as for mourning or a storm, isn't foreseen",
    "rule-of-today": "the rule as its publisher states it today, not a schedule of the time",
    "by-the-rule-of-claims": "by the rule: Thursday at 8:30 in New York, or the day before where Thursday is a federal"
    " holiday; a shutdown of the government can stop it",
    "by-the-rule-of-russell": "by the publisher's rule: the fourth Friday of June and, from 2026, the second Friday of"
    " November",
    "day-of-jpmorgan": "the day JPMorgan reports",
    "secondary-calendar": "planned dates from a secondary calendar",
    "superseded": "superseded by {person} on {day}",
    "withdrawn": "withdrawn on {day}",
    "nearer-end": "the nearer end of a range to {high}",
    "none-due": "no call of theirs has come due",
    "one-due": "1 settled call: too few to tell skill from luck",
    "few-due": "{n} settled calls: too few to tell skill from luck",
    "counted": "counted in the library, not simulated",
}
NOT_FIXED = CAVEATS["not-fixed"]
_SLOT = re.compile(r"\\\{(\w+)\\\}")


def caveat(kind: str, **given: object) -> str:
    """A caveat in words.

    Args:
        kind: One of ``CAVEATS``.
        **given: What stands in its places.

    Raises:
        KeyError: There is no such caveat, or a value of it lacks.
    """
    return CAVEATS[kind].format(**given)


def read_caveat(told: str) -> tuple[str, dict[str, str]] | None:
    """Which caveat a text is, and what stands in its places; None where it is none of them."""
    for kind, pattern in _patterns():
        if match := pattern.fullmatch(told):
            return kind, match.groupdict()
    return None


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Those with the most words of their own first: ``warm-up`` would read what ``warm-up-to-swing`` says."""
    ordered = sorted(CAVEATS.items(), key=lambda item: -len(re.sub(r"\{\w+\}", "", item[1])))
    return [(kind, re.compile(_SLOT.sub(r"(?P<\1>.+?)", re.escape(words)))) for kind, words in ordered]
