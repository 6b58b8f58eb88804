"""What a view is on, so that a person's views of one subject stand in one line and those of another don't."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from corpus.document import Passage
from corpus.search import Hit, one_per_event


class Subject(NamedTuple):
    """A subject that people are asked about.

    Attributes:
        name: As it is told, and as ``positions`` in front matter spells it.
        asked: How questions name it.
        topics: Topics of the documents that speak of it.
    """

    name: str
    asked: re.Pattern[str]
    topics: frozenset[str]


def _subject(name: str, asked: str, topics: str) -> Subject:
    return Subject(name, re.compile(rf"\b(?:{asked})\b", re.I), frozenset(topics.split()))


_SMALL_CAPS = re.compile(r"small caps")
SUBJECTS = (
    _subject(
        "the Fed", r"fed|fomc|powell|central bank|rate cuts?|(?:interest|policy) rates?",
        "fed fed_cuts fed_chair fed_independence",
    ),
    _subject("a recession", r"recessions?|slump|soft landing|downturn", "recession soft_landing"),
    _subject("the labour market", r"labou?r market|jobs?|unemployment|payrolls?", "labour_market jobless_claims"),
    _subject("the equity risk premium", r"equity risk premium|risk premium|erp", "equity_risk_premium"),
    _subject("AI", r"ai|artificial intelligence|hyperscalers?", "ai_trade ai_capex ai_gravity circular_financing"),
    _subject("tariffs", r"tariffs?|trade war|import (?:taxes|duties)", "tariffs"),
    _subject("inflation", r"inflation|prices rising", "inflation"),
    _subject("gold", r"gold|precious metals", "gold"),
    _subject("the dollar", r"dollar", "dollar"),
    _subject(
        "valuations", r"valuations?|multiples?|price[- ]earnings|expensive|cheap(?:er|ly)?|bubble",
        "valuation cape bubble",
    ),
    _subject(
        "small caps", r"small[- ]?caps?|smaller companies|russell 2000|rotation|rally",
        "small_caps russell_2000 small_vs_large sp600",
    ),
    _subject("the economy", r"economy|economic|growth", ""),
    _subject("the broad market", r"(?:stock|share|equity) market|broad market|stocks|shares|equities|s&p 500", ""),
)  # fmt: skip
_BY_NAME = {s.name: s for s in SUBJECTS}
_WIDE = ("small caps", "the economy", "the broad market")  # what nearly every view speaks of
CURRENT = 183  # days


def subject_in(question: str) -> str:
    """The subject that a question names, or nothing; one of several is the narrower."""
    return next((s.name for s in SUBJECTS if s.asked.search(question)), "")


def particular_in(question: str) -> str:
    """The subject that a question names, or nothing where nearly every view is on it."""
    named = subject_in(question)
    return "" if named in _WIDE else named


def group_of(passage: Passage) -> str:
    """What a view's stance is on: small caps, the economy or the broad market."""
    on = passage.stance_on or ""
    if _SMALL_CAPS.search(on):
        return "European small caps" if "European" in on else "small caps"
    return on if on == "the economy" else "the broad market"


def is_on(passage: Passage, subject: str) -> bool:
    """Whether a passage speaks of a subject."""
    if group_of(passage) == subject:
        return True
    held = _BY_NAME.get(subject)
    return bool(_stated(passage, subject)) or (held is not None and not held.topics.isdisjoint(passage.topics))


def held_now(
    hits: Iterable[Hit], passages: Iterable[Passage], subject: str, known: date, stance: str | None = None
) -> list[Hit]:
    """Views on one subject as they are held: of what was found the recent ones, then each person's newest.

    A search for what the Fed will do finds whoever wrote those words, years ago perhaps.

    Args:
        hits: What a search found, best first.
        passages: All passages.
        subject: The subject, as ``subject_in`` names it.
        known: The day by which a view must have been known.
        stance: One side alone.

    Returns:
        Four at most, or the hits as they are where nobody spoke of the subject.
    """
    named = _BY_NAME[subject].asked
    held = [
        p
        for p in passages
        if p.known_from <= known and is_on(p, subject) and named.search(p.text) and stance in (None, p.stance)
    ]
    hits = list(hits)
    newest = sorted(held, key=lambda p: (p.trust != "unverified", p.known_from), reverse=True)
    each = {p.author: p for p in reversed(newest)}
    ids = {p.id for p in held}
    found = [h for h in hits if h.passage.id in ids and (known - h.passage.known_from).days <= CURRENT]
    named_by = [Hit(p, 0.0) for p in newest if each[p.author] is p]
    chosen = {h.passage.id: h for h in [*named_by, *found]}
    order = dict.fromkeys(h.passage.id for h in [*found, *named_by])
    return one_per_event(chosen[i] for i in order)[:4] or hits


def position(passage: Passage, subject: str) -> str:
    """Where a passage stands on a subject: as its document has it, or its stance where that is on the subject."""
    own = passage.stance if group_of(passage) == subject and passage.stance != "none" else ""
    return _stated(passage, subject) or own


def _stated(passage: Passage, subject: str) -> str:
    return next((p.at for p in passage.positions if p.subject == subject), "")


def pattern_of(subject: str) -> re.Pattern[str] | None:
    """How texts name a subject; None for one without a name here."""
    held = _BY_NAME.get(subject)
    return held.asked if held else None
