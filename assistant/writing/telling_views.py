"""How the built-in writer tells views: a person's, each side's with how many stand there, how a person's changed."""

import re
from datetime import date
from typing import TYPE_CHECKING

from assistant.understanding.question import WITHIN_SMALL_CAPS, Asked, sector_words
from assistant.writing import rally_questions
from assistant.writing.passages import both_sides, paraphrase
from corpus.document import Passage
from corpus.search import is_generic, subject_words
from corpus.words import words
from tools.analysts.view_subjects import group_of, is_on, particular_in, pattern_of, subject_in

if TYPE_CHECKING:
    from assistant.writing.prose import Prose

RECENT = 183  # days
_WHY = re.compile(r"\bwhy\b", re.I)
NEAR = 7  # days about the one whose reason is asked for


def views(prose: "Prose", asked: Asked) -> list[str]:
    """The views that answer, each with its target's bases where it names one; of an open question both sides."""
    particular = particular_in(asked.words)
    open_question = not (asked.people or "definition" in asked.topics or asked.unmeasured or asked.outside)
    open_question = open_question and not (asked.day and _WHY.search(asked.words))
    out: list[str] = []
    within = WITHIN_SMALL_CAPS in asked.unmeasured
    about = sector_words(asked.words) if within else pattern_of(subject_in(asked.words) if asked.people else particular)
    for i, passage in enumerate(_chosen(prose, asked)):
        told = paraphrase(passage, longer=i == 0 and not within, about=about)
        out += _with_base(prose, passage, told, always=bool(asked.people))
    if open_question and not particular and out and prose.fact("library.small_caps.views_bullish"):
        out.append(rally_questions.say("library.small_caps"))
    return out


def _with_base(prose: "Prose", passage: Passage, said: list[str], always: bool = False) -> list[str]:
    """What was said, and where it names a target, the sentence that states its bases."""
    call = f"call.{passage.document.replace('-', '_')}"
    target = prose.fact(f"{call}.target")
    if target and said and (always or target.display.removesuffix(".00") in " ".join(said)):
        return [*said, rally_questions.say(call)]
    return said


def _chosen(prose: "Prose", asked: Asked) -> list[Passage]:
    if asked.people:
        most = 3 if len(asked.people) == 1 else 1
        return [p for person in asked.people for p in _recent(asked, prose.by(person), prose.day)[:most]]
    if "definition" in asked.topics:
        return [p for p in prose.passages if p.stance == "none"][:1]
    if asked.day and _WHY.search(asked.words):  # what was said of that day, not of small caps at large
        return [p for p in prose.passages if abs((p.known_from - asked.day).days) <= NEAR][:2]
    particular = particular_in(asked.words)
    if on_it := [p for p in prose.passages if is_on(p, particular)]:
        return _nearest(on_it)
    if WITHIN_SMALL_CAPS in asked.unmeasured:
        return [p for p in prose.passages if p.stance != "none" and sector_words(asked.words).search(p.text)][:2]
    if asked.unmeasured:
        return prose.passages[:2]
    if asked.outside:  # beside the library's subjects a passage answers only if it speaks of all that is asked
        return [p for p in prose.passages[:1] if set(subject_words(asked.words)) <= set(words(p.indexed_text))]
    if not is_generic(asked.words) and not asked.advice and not asked.forecast and not prose.measured:
        return _nearest(prose.passages)
    # Where views are all that is asked for, each side is heard twice.
    return both_sides(prose.passages, 1 if prose.measured else 2)


def _nearest(passages: list[Passage]) -> list[Passage]:
    """The two that fit best, whatever their side, and the best of each side that isn't heard yet."""
    views_held = [p for p in passages if p.stance != "none"]
    first = {p.author: p for p in reversed(views_held[:4])}
    chosen = sorted(first.values(), key=views_held.index)[:2]
    for side in ("bullish", "bearish"):
        if all(p.stance != side for p in chosen):
            chosen += [p for p in views_held if p.stance == side and p not in chosen][:1]
    return chosen or passages[:1]


def _recent(asked: Asked, passages: list[Passage], day: date) -> list[Passage]:
    """The best match, and of the others on what is asked those published within half a year of the day.

    The newest comes first where a person's view as such is asked for, the best match where a subject is.
    """
    names = {word for name in [*asked.people, *(p.firm or "" for p in passages)] for word in words(name)}
    about = [word for word in subject_words(asked.words, names) if word != "target"]  # the target is the newest one
    subject = subject_in(asked.words)

    def speaks_of_it(passage: Passage) -> bool:
        return (
            is_on(passage, subject) if subject else not about or not set(about).isdisjoint(words(passage.indexed_text))
        )

    recent = [p for p in passages[1:] if (day - p.known_from).days <= RECENT and speaks_of_it(p)]
    aged = any((day - p.known_from).days > RECENT for p in passages[:1])
    # What they hold now comes before a better match of long ago.
    kept = ([*recent[:2], *passages[:1]] if aged and recent else [*passages[:1], *recent])[:3]
    return kept if about else sorted(kept, key=lambda p: p.known_from, reverse=True)


def records(prose: "Prose") -> list[str]:
    """How a person's calls came out: the record, then each call."""
    calls = [f.subject for f in prose.facts if f.subject.startswith("call.") and f.metric == "target"]
    whose = [f.subject for f in prose.facts if f.metric == "calls_settled"]
    return [rally_questions.say(subject) for subject in dict.fromkeys([*whose, *calls])]


def changes(prose: "Prose") -> list[str]:
    """How a person's view changed: how many of each stance, the turns, the views in order, what came of them.

    Of one subject in one line; of all, subject by subject.
    """
    out = []
    for held in [f for f in prose.facts if f.metric == "views_held"]:
        out += [rally_questions.say(held.subject), rally_questions.say(f"{held.subject}.turns")]
        by_date = sorted(prose.by(held.inputs[0].field), key=lambda p: (p.known_from, p.id))
        groups = list(dict.fromkeys(group_of(p) for p in by_date))
        for passage in by_date if held.reading else sorted(by_date, key=lambda p: groups.index(group_of(p))):
            about = pattern_of((held.reading or "").removeprefix("on "))
            out += _with_base(prose, passage, paraphrase(passage, about=about))
        outcome = prose.fact(f"{held.subject}.views_outcomes")
        if outcome and outcome.value:
            out.append(rally_questions.say(f"{held.subject}.outcomes"))
    return out
