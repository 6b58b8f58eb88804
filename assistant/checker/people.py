"""Claims of what a person expects: held against the library, by name; found, found differently, or not found."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.checker.agreement import agrees
from assistant.checker.claims.claim import Claim
from assistant.checker.past import Past
from assistant.checker.verdict import Verdict
from assistant.gate.binding import states
from assistant.statements.words import listed
from assistant.understanding.figures import Figure, normalise, read
from assistant.understanding.sentences import split
from corpus.document import Passage
from corpus.people import Person
from tools.fact import Fact

BASES = ("upside_from_close", "upside_from_issue", "upside_from_year_end")


def check_forecast(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A target, a growth rate or an upside that is a person's: whether the library has it, and of what it is measured."""
    assert claim.figure
    if not claim.people:
        return Verdict("not_checkable", past.tell(f"checked-why-{claim.why or 'forecast'}"))
    mine = [p.as_known_on(day) for p in past.evidence.library.passages if p.known_from <= day and _by(p, claim.people)]
    held = {p.document for p in mine if p.call}
    calls = [f for f in past.evidence.calls if _document(f) in held]
    found = _as_call(claim, calls, past) if not claim.parameter else None
    if found:
        return found
    plain = replace(claim.figure, hedge="")
    names = listed([p.name for p in claim.people], past.language)
    told = [p for p in mine if _tells(p, plain, claim.parameter)]
    if told:
        newest = max(told, key=lambda p: p.known_from)
        return Verdict(
            "attributed",
            past.tell("checked-found", author=newest.author, title=newest.title, published=newest.published),
        )
    for passage in mine:
        if passage.outcome and any(abs(float(plain.value)) == f.value for f in passage.outcome.figures):
            own = " ".join(passage.text.split())
            return Verdict(
                "attributed",
                past.tell(
                    "checked-found-differently", told=passage.outcome.text, published=passage.published, own=own[:220]
                ),
            )
    if mine:
        newest = max(mine, key=lambda p: p.known_from)
        words = past.tell(
            "checked-not-found",
            n=len(mine),
            people=names,
            figure=claim.figure.text.strip(),
            title=newest.title,
            published=newest.published,
        )
        return Verdict("attributed", words)
    return Verdict("attributed", past.tell("checked-nothing-of", people=names, day=day))


def _tells(passage: Passage, figure: Figure, topic: str) -> bool:
    """Whether a passage states a figure, in a sentence on the topic where one is given."""
    if not topic:
        return states(passage, figure)
    sentences = split(passage.text)
    return any(
        re.search(topic, s, re.I)
        and any(f.value == figure.value and f.unit == figure.unit for f in read(normalise(s))[0])
        for s in sentences
    )


def _by(passage: Passage, people: Sequence[Person]) -> bool:
    return any(p.name.casefold() in passage.author.casefold() for p in people)


def _document(fact: Fact) -> str:
    return fact.inputs[-1].symbol.removeprefix("library:") if fact.subject.startswith("call.") else ""


def _as_call(claim: Claim, calls: Sequence[Fact], past: Past) -> Verdict | None:
    """A target that a stored call states, or the upside that it implies from one of its bases; the newest call first."""
    assert claim.figure
    plain = replace(claim.figure, hedge="")
    for target in [f for f in calls if f.metric == "target"]:
        rest = {f.metric: f for f in calls if f.subject == target.subject}
        about = past.tell(
            "checked-call",
            publisher=target.source.publisher,
            given=target.dates[0],
            target=target.display.removesuffix(".00"),
            horizon=target.dates[1],
        )
        upsides = {
            m: past.tell(f"checked-{m.replace('_', '-')}", value=f.display, day=f.base.session)
            for m in BASES
            if (f := rest.get(m)) and f.base
        }
        if agrees(float(target.value), target.unit, plain):
            words = past.tell("checked-found-call", about=about)
            if upsides:
                words += " " + past.tell("checked-lies", upsides=listed(list(upsides.values()), past.language))
            return Verdict("attributed", words, rest.get("upside_from_close"), target, target.unit)
        if claim.figure.unit != "percent":
            continue
        for metric, words in upsides.items():
            fact = rest[metric]
            if agrees(float(fact.value), fact.unit, plain):
                others = [u for m, u in upsides.items() if m != metric]
                said = past.tell(
                    "checked-found-implied",
                    about=about,
                    upside=words,
                    others=listed(others, past.language),
                    more=len(others),
                )
                return Verdict("attributed", said, rest.get("upside_from_close"), fact, "fraction")
    return None
