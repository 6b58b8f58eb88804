"""What a question names that can't be: days that no calendar has, and things that are no name at all."""

import re
from calendar import monthrange
from collections.abc import Iterator

from assistant.understanding.dates import MONTHS

LONGEST = 300  # characters of a question that is looked through; longer ones are texts to be checked
_MONTH = "|".join([*MONTHS, "sept", *(m[:3] for m in MONTHS)])
_DAYS = (
    re.compile(r"(?<![\w-])(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\w-])"),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<mon>{_MONTH})\b\.?,? ?(?P<y>(?:1\d|20)\d\d)?", re.I),
    re.compile(rf"\b(?P<mon>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]\d|:| ?(?:%|percent|points?|bp|sessions?|days?))(?:,? (?P<y>(?:1\d|20)\d\d))?", re.I),
    re.compile(r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]"),
)  # fmt: skip
_YEAR = re.compile(r"\b(?:in|of|during|for) (?P<y>1[5-9]\d\d)\b(?![-/.]\d|,\d)", re.I)
_BEGINS = re.compile(r"(?:since|from|after|between|自|从|從)(?: the)?\s*$", re.I)
_NO_NAME = re.compile(
    r"(?<!\S)(?!\w+://)\S*(?:\.\./|\.\.\\|\\)\S+|(?<!\S)(?:~|\.{1,2})?/[\w.-]+/[\w./-]+|</?[a-z!][^>\s]*>?|\{[^{}\s]*\}"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+\S*", re.I
)  # fmt: skip


def _named(text: str) -> Iterator[tuple[re.Match[str], int | None, int, int]]:
    """Each day that a text names: where, its year if one is given, month and day, whether it exists or not."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            part = match.groupdict()
            name = (part.get("mon") or "").lower()
            month = next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3])) if name else int(part["m"])
            yield match, int(part["y"]) if part.get("y") else None, month, int(part["d"])


def impossible_day(text: str) -> str | None:
    """The first day that a text names and that no calendar has, as written: ``30 February 2025``; None where all are."""
    named = ((m, 2024 if year is None else year, month, day) for m, year, month, day in _named(text))
    return next((m[0].strip(" ,") for m, *day in named if not _exists(*day)), None)


def before(text: str, first: int) -> str | None:
    """The first time that a text asks about and that ends before a year, as written; a beginning ("since 1900") is none."""
    found = [(m.start(), m[0].strip(" ,")) for m, year, _, _ in _named(text) if year is not None and year < first]
    found += [(m.start(), m["y"]) for m in _YEAR.finditer(text) if int(m["y"]) < first]
    return next((words for place, words in sorted(found) if not _BEGINS.search(text[:place])), None)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year >= 1 and 1 <= day <= monthrange(year, month)[1]


def no_name(text: str) -> str | None:
    """What stands in a question for a name and can be none: a path, a tag, a slot of code; None where nothing does."""
    found = _NO_NAME.search(text) if len(text) <= LONGEST else None
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in found[0])[:40] if found else None
