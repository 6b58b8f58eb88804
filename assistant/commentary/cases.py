"""Whom each side of the argument is told by: two people where the library has them by that date, in equal room."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.commentary.view_sentences import paraphrase
from corpus.document import Passage
from corpus.library import Library
from corpus.people import names_in

EACH = 2  # people to a case
FOUND = 60  # passages looked through
_HOUSE = re.compile(r"\b(?:team|strategy|institute|gestion|investment|portfolio|research)\b", re.I)


@dataclass(frozen=True)
class Case:
    """One side.

    Attributes:
        passages: Whom it cites, the best first.
        sentences: How they are told, each with its passage's id.
    """

    passages: tuple[Passage, ...] = ()
    sentences: tuple[str, ...] = ()


def cases(library: Library, as_of: date) -> dict[str, Case]:
    """Both sides as of a date.

    Args:
        library: Views; none published later is used.
        as_of: The session.

    Returns:
        ``bull_case`` and ``bear_case``, each by up to two authors: people rather than houses, US small caps rather than
        the market, recent rather than old, what a person is known to have said rather than what is only reported.
    """
    chosen = {name: _voices(library, as_of, stance) for name, stance in _SIDES.items()}
    even = min(map(len, chosen.values())) or EACH
    told = {name: [_telling(p) for p in passages] for name, passages in chosen.items()}
    room = {name: sum(len(t[0].split()) for t in tellings[:even]) for name, tellings in told.items()}
    short = min(room, key=lambda name: room[name])
    gap = max(room.values()) - room[short]
    out = {}
    for name, passages in chosen.items():
        spare = gap if name == short else 0
        lines: list[str] = []
        for first, *more in told[name]:
            lines.append(first)
            if more and 0.5 * len(more[0].split()) < spare:
                lines.append(more[0])
                spare -= len(more[0].split())
        out[name] = Case(tuple(passages), tuple(lines))
    return out


_SIDES = {"bull_case": "bullish", "bear_case": "bearish"}


def _voices(library: Library, as_of: date, stance: str) -> list[Passage]:
    found = [h.passage for h in library.search("", as_of=as_of, stance=stance, k=FOUND) if _stands(h.passage, as_of)]
    chosen: list[Passage] = []
    heard: set[str] = set()
    for passage in sorted(found, key=lambda p: (-_worth(p, as_of), p.id)):
        people = set(names_in(passage.author)) or {passage.author}
        if not people & heard:  # nobody twice, alone or with others
            chosen.append(passage)
            heard |= people
    return chosen[:EACH]


def _stands(passage: Passage, as_of: date) -> bool:
    """Whether what a view is about isn't over: a view of 2021 is no argument in 2022."""
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", str(passage.horizon or ""))]
    return not years or max(years) >= as_of.year


def _worth(passage: Passage, as_of: date) -> float:
    """How well a view stands for its side on a day; more is better."""
    on = passage.stance_on or ""
    person = passage.author != passage.firm and not _HOUSE.search(passage.author)
    fresh = 0.5 ** (max((as_of - passage.known_from).days, 0) / 180)
    subject = 2.0 if on.startswith("small caps") else 1.2 if on.startswith("the broad market") else 0.0
    return 2 * fresh + subject + 0.8 * person - 1.5 * (passage.trust == "unverified")


def _telling(passage: Passage) -> list[str]:
    """The view's leading sentence, and one more where it has one that is short enough."""
    lines = paraphrase(passage, longer=True)
    people = names_in(passage.author)
    full = next((n for n in people if lines[0].startswith(n.split()[-1])), "")
    if full:
        rest = lines[0].removeprefix(full.split()[-1])
        lines[0] = f"{full}{_house(passage, full, rest)}{rest}"
    return [lines[0], *(s for s in lines[1:2] if len(s.split()) <= 32 and "own words" not in s)]


def _house(passage: Passage, person: str, rest: str) -> str:
    """ " of Jefferies", where the sentence doesn't name the firm itself, which isn't the person's own.

    A house with a number in its name (22V) would read as a figure.
    """
    firm = passage.firm or ""
    own = not firm or firm == passage.author or firm.startswith(person.split()[-1]) or firm in rest
    if own or " and " in passage.author or re.match(r"['’]s?\b", rest) or re.search(r"\d", firm):
        return ""
    return f" of {firm}"
