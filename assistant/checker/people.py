"""Claims of what a person expects: held against the library, by name; found, found differently, or not found."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.checker.agreement import agrees
from assistant.checker.claims import Claim
from assistant.checker.past import Past
from assistant.checker.verdict import Verdict
from assistant.gate.binding import states
from assistant.statements.names import listed
from assistant.understanding.figures import Figure, normalise, read
from assistant.understanding.sentences import split
from corpus.document import Passage
from corpus.people import Person
from tools.fact import Fact, spell_date

BASES = {
    "upside_from_close": "from the close of {}",
    "upside_from_issue": "from the close on the day it was given, {}",
    "upside_from_year_end": "from the last year-end close, {}",
}


def check_forecast(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A target, a growth rate or an upside that is a person's: whether the library has it, and of what it is measured."""
    assert claim.figure
    if not claim.people:
        why = claim.measure.why or "it is a forecast, and the text names nobody the library knows"
        return Verdict("not_checkable", f"{why[:1].upper()}{why[1:]}.")
    mine = [p.as_known_on(day) for p in past.evidence.library.passages if p.known_from <= day and _by(p, claim.people)]
    held = {p.document for p in mine if p.call}
    calls = [f for f in past.evidence.calls if _document(f) in held]
    found = _as_call(claim, calls) if not claim.measure.parameter else None
    if found:
        return found
    plain = replace(claim.figure, hedge="")
    names = listed([p.name for p in claim.people])
    told = [p for p in mine if _tells(p, plain, claim.measure.parameter)]
    if told:
        newest = max(told, key=lambda p: p.known_from)
        return Verdict("attributed", f"Found: {newest.author}, “{newest.title}”, {newest.published}.")
    for passage in mine:
        if passage.outcome and any(abs(float(plain.value)) == f.value for f in passage.outcome.figures):
            own = " ".join(passage.text.split())
            words = f"Found differently: {passage.outcome.text} The stored account ({passage.published}): {own[:220]}"
            return Verdict("attributed", words)
    if mine:
        newest = max(mine, key=lambda p: p.known_from)
        said = f"none of {len(mine)} stored passages of {names} gives {claim.figure.text.strip()} for it"
        return Verdict("attributed", f"Not found: {said}; the latest is “{newest.title}”, {newest.published}.")
    return Verdict("attributed", f"Not found: the library holds nothing of {names} published by {spell_date(day)}.")


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


def _as_call(claim: Claim, calls: Sequence[Fact]) -> Verdict | None:
    """A target that a stored call states, or the upside that it implies from one of its bases; the newest call first."""
    assert claim.figure
    plain = replace(claim.figure, hedge="")
    for target in [f for f in calls if f.metric == "target"]:
        rest = {f.metric: f for f in calls if f.subject == target.subject}
        about = f"{target.source.publisher}, {spell_date(target.dates[0])}: {target.display.removesuffix('.00')} for {spell_date(target.dates[1])}"
        upsides = [
            f"{f.display} {words.format(spell_date(f.base.session))}"
            for metric, words in BASES.items()
            if (f := rest.get(metric)) and f.base
        ]
        if agrees(float(target.value), target.unit, plain):
            return Verdict(
                "attributed",
                f"Found: {about}. It lies {listed(upsides)}." if upsides else f"Found: {about}.",
                rest.get("upside_from_close"),
                target,
                target.unit,
            )
        if claim.figure.unit != "percent":
            continue
        for metric, words in BASES.items():
            fact = rest.get(metric)
            if fact and fact.base and agrees(float(fact.value), fact.unit, plain):
                others = [u for u in upsides if not u.startswith(f"{fact.display} ")]
                said = (
                    f"Found as implied: {about}, which is {fact.display} {words.format(spell_date(fact.base.session))}"
                )
                return Verdict(
                    "attributed",
                    f"{said}; {listed(others)}." if others else f"{said}.",
                    rest.get("upside_from_close"),
                    fact,
                    "fraction",
                )
    return None
