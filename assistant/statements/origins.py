"""Where a level comes from, in words: a fact's reading, which is kept in English, put into the reader's language."""

import re
from datetime import datetime

from assistant.statements.sentence_parts import Language
from assistant.statements.words import NoWords, text
from tools.fact import HUNDREDTHS, LOCAL

_DAY = r"(?P<day>\d{1,2} [A-Z][a-z]+ \d{4})"
_WHAT = r"(?P<what>high|low)"
_ORIGINS = [
    (re.compile(pattern), message)
    for pattern, message in (
        (rf"record close of {_DAY}", "origin-record"),
        (rf"highest close of (?P<year>\d{{4}}), on {_DAY}", "origin-year"),
        (r"highest close of (?P<year>\d{4})", "origin-year-alone"),
        (rf"52-week {_WHAT} close of {_DAY}", "origin-52-close"),
        (rf"52-week intraday {_WHAT} of {_DAY}", "origin-52-intraday"),
        (rf"intraday {_WHAT} of {_DAY} itself, the 52-week intraday (?:high|low)", "origin-intraday-itself"),
        (rf"intraday {_WHAT} of {_DAY} itself", "origin-intraday"),
        (r"(?P<n>\d+)-session average", "origin-average"),
        (rf"swing {_WHAT} of {_DAY}", "origin-swing"),
    )
]
# A neighbour's level has no footnote in the sentence.
_ITS_OWN_LEVEL = re.compile(rf" \((?:[A-Z]{{3}} )?[$\d,.%\s]+(?: (?:{'|'.join(HUNDREDTHS.values())}|in {LOCAL}))?\)")


def origin(reading: str | None, language: Language) -> str:
    """All the places a level comes from: ``record close of 21 January 2026; 52-week high close of …``."""
    out = ""
    for part in _ITS_OWN_LEVEL.sub("", str(reading)).split("; "):
        words = _one(part, language)
        out = text("origin-next", language, before=out, next=words) if out else words
    return out


def first_origin(reading: str | None, language: Language) -> str:
    """The first of the places a level comes from, without what stands after its comma."""
    return _one(str(reading).split(" (")[0].split(";")[0].split(",")[0], language)


def _one(part: str, language: Language) -> str:
    for pattern, message in _ORIGINS:
        if match := pattern.fullmatch(part):
            given = match.groupdict()
            day = given.pop("day", None)
            if day is None:
                return text(message, language, **given)
            return text(message, language, **given, day=datetime.strptime(day, "%d %B %Y").date())
    raise NoWords(f"{part!r} has no words in {language}")
