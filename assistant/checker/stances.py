"""Claims of where a person stands, held against what the library has of that person."""

from datetime import date

from assistant.checker.past import Past
from assistant.checker.text.stances import Stance
from assistant.checker.verdict import Verdict
from assistant.statements.words import listed
from corpus.document import Passage
from corpus.people import Person, names_in


def check_stance(stance: Stance, day: date, past: Past) -> Verdict:
    """Whether the library has each person there, elsewhere, or not at all; the newest view known by the day counts."""
    said = [_of(person, stance, day, past) for person in stance.people]
    return Verdict("attributed", " ".join(said))


def _of(person: Person, stance: Stance, day: date, past: Past) -> str:
    mine = [
        p for p in past.evidence.library.passages
        if person.name in names_in(p.author) and p.known_from <= day and p.stance != "none"
    ]  # fmt: skip
    about = [p for p in mine if stance.on in (p.stance_on or "")]
    if not about:
        rest = listed(sorted({p.stance_on for p in mine if p.stance_on}), past.language)
        on = stance.on or "none"
        return past.tell("checked-no-stance", on=on, person=person.name, day=day, rest=rest or "none")
    newest = max(about, key=lambda p: (p.known_from, p.id))
    agrees = (newest.stance == stance.stance) != stance.denied
    before = [p for p in about if (p.stance == stance.stance) != stance.denied]
    told = past.tell("checked-stance-found" if agrees else "checked-stance-otherwise", told=_told(newest, past))
    if before and not agrees:
        told += " " + past.tell("checked-stance-earlier", told=_told(max(before, key=lambda p: p.known_from), past))
    return told


def _told(passage: Passage, past: Past) -> str:
    return past.tell("checked-stance", author=passage.author, stance=passage.stance or "none", on=passage.stance_on or "none", title=passage.title,
                     published=passage.published, by="user" if passage.trust == "user" else "us")  # fmt: skip
