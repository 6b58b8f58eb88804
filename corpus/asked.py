"""What a question asks the library for, beside its words: whose view, and from when.

A person named and a time set by before, since or until are conditions; a time merely mentioned speaks for a passage,
because "recession in 2022" may be spoken of in any year.
"""

import calendar
import re
from collections.abc import Container, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from corpus.people import MEDIA, Person, named_in, place_in, spellings
from corpus.words import STOP_WORDS, words

_MONTHS = [name.lower() for name in calendar.month_name[1:]]
_MONTH = "|".join([*_MONTHS, *(name[:3] for name in _MONTHS), "sept"])
_SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "early": (1, 4), "mid": (5, 8),
    "late": (9, 12), "the beginning of": (1, 3), "the start of": (1, 3), "the middle of": (5, 8), "the end of": (10, 12),
}  # fmt: skip
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_TIME = re.compile(
    rf"(?P<to>\b(?:before|until|till|prior to|up to|since|after|from)\b )?"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? )?(?:(?P<m>\b(?:{_MONTH})\b)\.? |(?P<s>\b(?:{'|'.join(_SEASONS)})\b)[ -](?:of )?)?"
    rf"(?:the )?(?<![\d.,$]){_YEAR}(?![\d%]|,\d|\.\d| ?%)",
    re.I,
)
_NOT_TIMES = re.compile(
    r"\brussell [123]000\b|\b(?:19|20)\d\d (?:companies|members|stocks|points|shares)\b|\btop 2000\b", re.I
)
_TARGET = re.compile(r"\b(?:for|by|at|of) (?:the )?(?:end|close)[ -]?(?:of)?[ -]?$|\byear-?end[ -]?$", re.I)
# Words beside which a name isn't whose view is wanted.
_OTHERS = re.compile(
    r"\b(?:disagree\w*|contradict\w*|against|unlike|other than|besides|except|instead of|anyone|anybody|who else|versus|vs|"
    r"reply|replies|answers? to|compared? (?:with|to)|criticis\w+|not)\b", re.I,
)  # fmt: skip
_NOW = re.compile(r"\b(?:now|latest|current|currently|today|still|newest|most recent|lately|at the moment)\b", re.I)
_SPOKEN = r"say|said|says|think|thinks|thought|write|wrote|writes|expect|expects|expected|see|sees|believe|believes|argue|argues|warn|predict|forecast|hold|mean|like|prefer|recommend|favour"
_FULL_NAME = r"[A-Z][a-z’']+(?: [A-Z]\.)? [A-Z][\w’'-]+"
_OF_PERSON = re.compile(
    rf"\b(?i:does|did|do|has|have|is|was) (?P<a>{_FULL_NAME})(?= (?:{_SPOKEN})| (?:changed|bullish|bearish))"
    rf"|(?P<b>{_FULL_NAME}|(?<=\w )[A-Z][a-z]+)[’']s? (?:\w+ )?(?:view|views|opinion|take|stance|forecast|target|call|outlook|position)\b"
    rf"|\b(?i:according to) (?P<c>{_FULL_NAME})"
    rf"|^(?P<d>{_FULL_NAME}) (?:on|about)\b"
)
_TITLES = frozenset("mr mrs ms dr prof professor sir".split())


class Period(NamedTuple):
    """From the first day to the last."""

    first: date
    last: date


class Asked(NamedTuple):
    """What a question asks for.

    Attributes:
        named: People or a firm's people whose views are wanted; empty where anyone's are.
        after: No view from before this day is wanted.
        before: None from this day or later.
        periods: Times mentioned, for which views are preferred.
        newest: Whether it asks for what holds now.
        stranger: A person asked about of whom the library doesn't hold so much as the name, or a namesake.
        names: The words of all names that it mentions, and of their firms.
        years: Those that it asks about, as a time of speaking or a target's.
    """

    named: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    periods: tuple[Period, ...] = ()
    newest: bool = False
    stranger: str = ""
    names: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()


NOTHING = Asked()


def read_question(question: str, people: Sequence[Person], known: Container[str] = ()) -> Asked:
    """What a question asks for.

    Args:
        question: The words.
        people: Those whose views are held.
        known: Words of the library, lower case, among which a stranger's last name isn't.
    """
    mentioned = [p for p in named_in(question, people) if not _only_medium(question, p)]
    namesakes = {p.name: first for p in mentioned if (first := _other_first_name(question, p, people, known))}
    named = [p for p in mentioned if p.name not in namesakes]
    names = tuple(p.name for p in named) if named and not _OTHERS.search(question) else ()
    after = before = None
    periods, years = [], set()
    for word, period, target in _times(question):
        if word in ("before", "until", "till", "prior to", "up to"):
            before = period.first if word in ("before", "prior to") else period.last + timedelta(days=1)
        elif word in ("since", "after", "from") and not target:
            after = period.last + timedelta(days=1) if word == "after" else period.first
        else:
            years.add(period.first.year)
            periods += [] if target else [period]
    stranger = "" if named else next(iter(namesakes.values()), "") or _stranger(question, known)
    return Asked(
        names,
        after if names else None,
        before if names else None,
        tuple(periods),
        bool(_NOW.search(question)),
        stranger,
        frozenset(
            w for person in named for text in (*spellings(person.name), *person.firms) for w in (*words(text), text)
        ),
        frozenset(years),
    )


def _times(question: str) -> list[tuple[str, Period, bool]]:
    """Times named: the word before each, its days, and whether it is the end of a year that a target is for."""
    text = _NOT_TIMES.sub(lambda m: "x" * len(m[0]), question)
    found = []
    for match in _TIME.finditer(text):
        year, month, season = int(match["y"]), match["m"], (match["s"] or "").lower()
        lead = text[: match.start("y")]
        if month:
            number = 1 + next(n for n, name in enumerate(_MONTHS) if name.startswith(month.lower()[:3]))
            first, last = number, number
        elif season:
            first, last = _SEASONS[season]
        else:
            first, last = 1, 12
        period = Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
        found.append(
            ((match["to"] or "").strip().lower(), period, bool(_TARGET.search(lead)) or season == "the end of")
        )
    return found


def without_times(question: str) -> str:
    """A question without the times that it names."""
    text = _NOT_TIMES.sub(lambda m: "x" * len(m[0]), question)
    for match in reversed(list(_TIME.finditer(text))):
        question = question[: match.start()] + " " + question[match.end() :]
    return question


def _only_medium(question: str, person: Person) -> bool:
    """Whether a question names of a person only the medium that the person writes for."""
    named = place_in(question, person.last_name)
    return (named is None or person.name.casefold() in MEDIA) and all(f.casefold() in MEDIA for f in person.firms)


def _stranger(question: str, known: Container[str]) -> str:
    for match in _OF_PERSON.finditer(question):
        name = next(group for group in match.groups() if group)
        if not any(word in known for word in words(name.split()[-1])):
            return name
    return ""


def _other_first_name(question: str, person: Person, people: Sequence[Person], known: Container[str]) -> str:
    """The name of a namesake whom a question means, such as Larry Page; empty where it may well mean the person.

    A word with a capital before the last name is another's first name unless it may be short for the person's own
    (Ron, Mike), or is a word that the library knows as none. A question's first word has a capital whatever it is.
    """
    full = re.search(rf"([A-Z][a-z]+) {re.escape(person.last_name)}(?!\w)", question)
    if person.is_house or full is None or full[1] in person.name.split() or full[1][0] == person.name[0]:
        return ""
    first = full[1].lower()
    if first in {p.name.split()[0].lower() for p in people if not p.is_house}:
        return full[0]
    plain = first in STOP_WORDS or first in _TITLES or any(word in known for word in words(first))
    return "" if plain or full.start() == 0 else full[0]
