"""A passage's sentences as they may be retold: who speaks in them, where a claim of its own begins, what may come last."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.gate.views.words import (
    AUTHOR,
    AUTHORS,
    EXPECTING,
    FIRM,
    FREE,
    RELATIONS,
    SAYING,
    SEPARATORS,
    Word,
    is_past,
    is_time,
    stem,
    words,
)

MODAL = frozenset("may could can would should must".split())
# What a person does in a view, so that "and turned to financials" is the author's.
ACTS = frozenset(stem(w) for w in """
say note write tell state explain add argue hold think believe claim expect see forecast predict foresee turn prefer like liken
want warn call set put lower keep stay take tie advise find cite deny admit wish look read count give accuse
dismiss recommend favour judge conclude caution flag move reckon worry stand treat remind
""".split())  # fmt: skip
# After these the author's own claim follows: "warned that small caps are exposed" says that they are.
_CLAIMING = frozenset(
    [*SAYING, *EXPECTING, *(stem(w) for w in "warn show admit find conclude caution confident call judge".split())]
)
_SPEAKING = _CLAIMING | {
    stem(w) for w in "tell advise prefer like liken want dismiss deny recommend favour flag cite".split()
}
_OPENING = frozenset(stem(w) for w in "because while whereas so".split())
_REFUSING = frozenset(stem(w) for w in "nor deny doubt if unless whether".split())
_FRONTING = RELATIONS - {"if", "unless", "though", "although", "because", "so", "than"}
_TITLES = r"(?:strategist|economist|analyst|manager|chief|portfolio|head|founder|president|co-chief|investment|officer|equity|US|the|The|small-cap|and|of|research)"
_SAYS = r"(?:says?|said|notes?|noted|writes?|wrote|argues?|argued|adds?|added|holds?|held|thinks?|thought|claims?|claimed|observed|told [\w ]+?)"
_BESIDE = r"(?:[Hh]owever|[Mm]eanwhile|[Ss]eparately|[Ii]n addition|(?:[Bb]y|[Ii]n) contrast|[Oo]n the other (?:hand|side)|[Ff]or (?:his|her|its) part)"
# How a told sentence may credit its author, each as "@" or "@ says".
_CREDITS = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\(\s*\)", " "),
        (r"^[^\w@]*(?:(?:On|In|At|By|Back|As of|on|in)\s*)?,\s*", ""),
        (rf"^[^\w@]*(?:On|In|At|By|Back|As of|on|in)\s+(?={AUTHOR}(?!s))", ""),
        (rf"(?:^|, ?){_BESIDE}(?:, ?|(?= {AUTHOR}(?!s)))", " "),
        (r"\b(?:on|in|from|dated)\s*(?=[,.)]|$)", ""),
        (rf"{FIRM}(?:'s?)? (?:{_TITLES} )*(?={AUTHOR})", ""),
        (rf"(?:(?<=^)|(?<=, )|(?<=while )|(?<=and ))(?:{_TITLES} )+(?={AUTHOR})", ""),
        (rf"{AUTHOR}(?!s),? (?:of|at|from|with) (?:the )?{FIRM},?(?! and)", AUTHOR),
        (rf"{AUTHOR}(?!s),? (?:of|at|from) (?:the )?[A-Z][\w&.'-]*(?: (?:of|and|&|[A-Z][\w&.'-]*))*(?= [a-z]|,)", AUTHOR),
        (rf"{AUTHOR}(?!s) ?\((?:of )?{FIRM}\)", AUTHOR),
        (rf"{AUTHOR}(?!s), (?:{FIRM}'s? )?(?:{_TITLES}[ ,]+)*{_TITLES}(?:(?: (?:of|at|for))? {FIRM})?,", AUTHOR),
        (rf"\b[Aa]ccording to {AUTHOR}(?!s),?", f"{AUTHOR} says"),
        (rf"\b[Ii]n (?:{AUTHORS} (?:own )?(?:view|opinion|words|eyes|account)|the (?:view|opinion) of {AUTHOR}),?", f"{AUTHOR} says"),
        (rf"^{AUTHOR}: ", f"{AUTHOR} says "),
        (rf"^(.+), (?:according to|{_SAYS}) {AUTHOR}\W*$", rf"{AUTHOR} says \1"),
        (rf"^(.+), {AUTHOR} {_SAYS}\W*$", rf"{AUTHOR} says \1"),
        (rf"{AUTHOR}(?!s) (has|had) an? ", f"{AUTHOR} set a "),
        (r",? in an? (?:note|interview|letter|post|column|memo|report)(?: (?:to|with|for) (?:clients|investors))?,?", ""),
        (r"\btold (?:clients|investors|readers) that\b", "said that"),
    )
]  # fmt: skip
_ASIDE = re.compile(rf",? (?:{AUTHOR}|[Hh]e|[Ss]he|the \w+ strategist) {_SAYS}(?=[,.]|$)")
_HOUSE_ASIDE = re.compile(rf",? (?:it|they|the house) {_SAYS}(?=[,.]|$)")
_IN_VIEW = re.compile(r",? ?\b[Ii]n (?:his|her|their|its) (?:view|eyes)\b,?")


class Source(NamedTuple):
    """A sentence of a passage, and where its claims begin.

    Attributes:
        words: Without the words that claim nothing.
        author: Places of the author as a subject.
        acts: Places of the author's verbs: what follows "Rosenberg" and "and", in his clause.
        claims: Places where a claim begins that may follow "Rosenberg said that".
        past: Whether it says what was, not what the author thought.
        front: What stands before its subject and may be told last.
        fronted: Whether that must be told.
        that: Places that follow "that".
        meant: What its pronouns may stand for.
    """

    words: tuple[Word, ...]
    author: tuple[int, ...]
    acts: tuple[int, ...]
    claims: tuple[int, ...]
    past: bool
    front: tuple[str, ...] = ()
    fronted: bool = False
    meant: tuple[tuple[str, ...], ...] = ()
    that: frozenset[int] = frozenset()


def read(text: str, house: bool, *, credited: bool = False) -> str:
    """A sentence, told or held, with whom it is of in one form; a told one with its credit in one form."""
    text = re.sub(r"\s+", " ", text).strip()
    if house:  # a house's team is the house; a person's team isn't the person
        text = re.sub(rf"{AUTHORS} (?:[\w-]+ ){{0,3}}(?:team|managers)\b", AUTHOR, text)
    if credited:
        for pattern, put in _CREDITS:
            text = pattern.sub(put, text).strip()
    text = re.sub(r"\b(pointed|points?) out\b", "said", text)
    text = _HOUSE_ASIDE.sub(",", text) if house else text
    text = _IN_VIEW.sub(" ", _ASIDE.sub(",", text))
    text = re.sub(r"\b(?:His|Her)\b", AUTHORS, text)
    return re.sub(r"\b(?:[Hh]e|[Ss]he)\b", AUTHOR, text)


def in_the_present(told: str) -> bool:
    """Whether the author's verb is in the present: "expects", "is", "likes"."""
    match = re.search(rf"{AUTHOR}(?: (?:now|still|also|\w+ly))* (\w+)", told) or re.search(
        rf"{AUTHORS}[^.]*? (is|are)\b", told
    )
    return bool(match and match[1].endswith(("s", "are")) and match[1] not in ("was", "says"))


@lru_cache(maxsize=8192)
def sources(text: str, year: int, topic: tuple[str, ...]) -> tuple[Source, ...]:
    """A sentence in the orders in which it may be told: what stands before its subject may come last."""
    found = words(text, year, year)
    whole = _source(found)._replace(meant=(topic, *_objects(found)))
    out = [whole]
    if not found or not (found[0].stem in _FRONTING or is_time(found[0])):
        return tuple(out)
    cut, free = _front(found)
    if 0 < cut < len(found):
        front = tuple(w.stem for w in found[:cut] if w.stem not in (FREE | {","}))
        out.append(_source(found[cut:])._replace(front=front, fronted=not free, meant=whole.meant))
    return tuple(out)


_FRONTING = RELATIONS - {"if", "unless", "though", "although", "because", "so", "than"}


def _objects(found: Sequence[Word]) -> list[tuple[str, ...]]:
    """What a sentence's first verb is said of, which "it" in its later clauses stands for."""
    kept = [w for w in found if w.stem not in FREE]
    out: list[str] = []
    for word in kept[2:]:
        if word.stem in SEPARATORS or word.stem in ("as", "because", "over", "after", "since", "to") or is_time(word):
            break
        out.append(word.stem)
    return [tuple(out)] if out else []


def _front(found: Sequence[Word]) -> tuple[int, bool]:
    """Where what stands before the subject ends, and whether it may be left out: a date, or an aside of the author's."""
    for i, word in enumerate(found[:14]):
        if word.stem == AUTHOR:
            return i, True
        if is_time(word):
            return i + 1 + (i + 1 < len(found) and found[i + 1].stem == ","), True
        if word.stem == ",":
            return i + 1, False
    return 0, False


def _source(found: Sequence[Word]) -> Source:
    """Finds where the claims of a sentence begin."""
    kept = [(k, w) for k, w in enumerate(found) if w.stem not in FREE]
    low = tuple(w for _, w in kept)
    stems = [w.stem for w in low]
    author = tuple(
        j for j, s in enumerate(stems) if s == AUTHOR and (j == 0 or stems[j - 1] in (",", ";", "and", "but"))
    )
    acts = [j + 1 for j in author if j + 1 < len(low)]
    if author:
        acts += [j for j in range(1, len(low)) if j - 1 not in author and _goes_on(low, acts[0], j)]
    claims = [0, 1] if stems[:1] == [AUTHORS] else [0] if low else []  # "his target" may follow "and"
    refused = False  # "He doubts that …, and that …": no claim of his
    for j in range(1, len(low)):
        before = stems[j - 1]
        refused = refused or before in _REFUSING
        if (
            (j - 1 in acts and before in _CLAIMING)
            or before in (";", ":", *_OPENING)
            or (before == "but" and stems[j - 2] == ",")
            or (before in (",", "and") and not refused and not author and _has_verb(found, kept[j][0]))
        ):
            claims.append(j)
    past = bool({w.text for w in found} & {"was", "were"}) and not author
    that = frozenset(j for j, (k, _) in enumerate(kept) if k and found[k - 1].text == "that")
    return Source(low, author, tuple(acts), tuple(claims), past, that=that)


def _goes_on(found: Sequence[Word], act: int, place: int) -> bool:
    """Whether a verb after "and" is the author's too: one of those a person does in a view, in the tense of the first."""
    first, verb = found[act], found[place]
    before = place - 1 - (found[place - 1].stem == "stil")
    if found[before].stem not in ("and", "but", ",") or verb.stem not in ACTS:
        return False
    if first.stem in _CLAIMING and verb.stem not in _SPEAKING:
        return False  # "said that analysts cut costs and turned": who turned?
    return verb.text in ("put", "set") or not first.text.endswith(("ed", "s")) or is_past(verb) == is_past(first)


def _has_verb(found: Sequence[Word], start: int) -> bool:
    """Whether a clause of its own begins at a place: subject and a verb of being or a modal before it ends."""
    clause = []
    for word in found[start:]:
        if word.stem in SEPARATORS:
            break
        clause.append(word)
    if clause and clause[0].text in ("which", "who", "whose", "where"):
        return False
    return any(w.text in ("is", "are", "was", "were", "has", "have", "had") or w.stem in MODAL for w in clause[1:6])
