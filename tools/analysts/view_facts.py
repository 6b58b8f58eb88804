"""What the library holds, counted: a person's views over time with their turns, and each side of an open question."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from corpus.document import Passage
from corpus.instructions import tellable
from corpus.people import REFERENCE, names_in
from corpus.search import voices
from tools.analysts.view_subjects import group_of, is_on, position
from tools.caveats import caveat
from tools.definitions import definition
from tools.fact import Fact, Input, Source

SIDES = ("bullish", "bearish", "neutral")
SHOWN = 7  # views told of a line
YEAR = 365  # days in which a side's views count as recent
SMALL_CAPS = re.compile(r"small caps")


class Step(NamedTuple):
    """One of a person's views in its place.

    Attributes:
        passage: The view.
        turned_from: The position on the same subject before, where this one is another; empty otherwise.
        outcome: How it turned out, as far as that was known.
        position: Where it stands on its subject: a stance, or what its document has, such as "cuts".
        subject: What that is on.
    """

    passage: Passage
    turned_from: str
    outcome: str
    position: str = ""
    subject: str = ""


def line_of_views(
    passages: Iterable[Passage], author: str, as_of: date, since: date | None = None, subject: str = ""
) -> list[Step]:
    """A person's views of a subject, the oldest first; without one, those with a stance, subject by subject.

    A turn is one within a subject: bearish on the economy after bullish on small caps is none. Of several accounts of
    one event the most trusted stands. The position before the first view counts: a view that turns from one before
    ``since`` is a turn.

    Args:
        passages: The library's.
        author: The full name; a view written with others counts.
        as_of: Nothing known later enters.
        since: The first day wanted.
        subject: One of ``tools.analysts.view_subjects``.
    """
    order = {"primary": 0, "secondary": 1, "unverified": 2, "user": 3}
    mine: dict[tuple[str, str], Passage] = {}
    for p in passages:
        if author not in names_in(p.author) or p.known_from > as_of or p.medium == REFERENCE:
            continue
        if not is_on(p, subject) if subject else p.stance not in SIDES:
            continue
        event = (p.same_event or p.document, _at(p, subject))  # of a view told as soft and as hard, both stand
        if event not in mine or order[p.trust] < order[mine[event].trust]:
            mine[event] = p
    steps: list[Step] = []
    before: dict[str, str] = {}
    for p in sorted(mine.values(), key=lambda p: (p.known_from, p.id)):
        known, on, at = tellable(p.as_known_on(as_of)), subject or group_of(p), _at(p, subject)
        last = before.get(on, "")
        outcome = known.outcome.text if known.outcome else ""
        steps.append(Step(p, last if last and at and last != at else "", outcome, at, on))
        before[on] = at or last
    places = {on: n for n, on in enumerate(dict.fromkeys(s.subject for s in steps))}
    steps.sort(key=lambda s: places[s.subject])  # in its subject each stays by date
    return [s for s in steps if since is None or s.passage.known_from >= since]


def _at(passage: Passage, subject: str) -> str:
    return position(passage, subject) if subject else passage.stance


def told(steps: Sequence[Step], most: int = SHOWN) -> list[Step]:
    """The steps that a short account tells: first and last, turns with what came before, outcomes, then the rest."""
    if len(steps) <= most:
        return list(steps)
    wanted = dict.fromkeys([0, len(steps) - 1])
    for n, step in enumerate(steps):
        if step.turned_from:
            wanted |= dict.fromkeys([n])
    wanted |= dict.fromkeys(n for n, step in enumerate(steps) if step.outcome)
    years: dict[int, int] = {}
    for n, step in enumerate(steps):  # one a year, so that no stretch is silent
        years.setdefault(step.passage.known_from.year, n)
    wanted |= dict.fromkeys(years.values())
    wanted |= dict.fromkeys(n for n in reversed(range(len(steps))) if steps[n].position)
    return [steps[n] for n in sorted(list(wanted)[:most])]


def person_facts(
    steps: Sequence[Step], author: str, as_of: date, now: datetime, simulated: bool, subject: str = ""
) -> list[Fact]:
    """Counts of a person's views: ``views_held``, ``views_bullish`` and its like, ``views_turns``, ``views_outcomes``.

    Subject ``library.david_rosenberg``, or of one subject ``library.david_rosenberg_on_the_fed``, which has sides only
    where stances are on it; ``dates`` are the days they were known, of turns the days of the turns.
    """
    if not steps:
        return []
    stem = f"library.{_slug(f'{author} on {subject}' if subject else author)}"
    groups = {"views_held": list(steps), "views_turns": [s for s in steps if s.turned_from]}
    if not subject or any(s.position in SIDES for s in steps):
        groups |= {f"views_{side}": [s for s in steps if s.passage.stance == side] for side in SIDES}
    groups["views_outcomes"] = [s for s in steps if s.outcome]
    return [
        _count(stem, metric, [s.passage for s in held], author, as_of, now, simulated, _reading(metric, held, subject))
        for metric, held in groups.items()
    ]


def balance_facts(passages: Iterable[Passage], as_of: date, now: datetime, simulated: bool) -> list[Fact]:
    """How many views on small caps of each side became known in the year to a day; subject ``library.small_caps``.

    What was added is counted apart, one for each voice: nobody checked it, and anybody can add much of it.
    """
    recent: dict[str, Passage] = {}
    for p in passages:
        on_them = SMALL_CAPS.search(p.stance_on or "") and "European" not in (p.stance_on or "")
        if on_them and p.stance in SIDES and 0 <= (as_of - p.known_from).days < YEAR:
            recent.setdefault(p.same_event or p.document, p)
    if not recent:
        return []
    held = [p for p in recent.values() if p.trust != "user"]
    groups = {f"views_{side}": [p for p in held if p.stance == side] for side in SIDES}
    if added := voices(p for p in recent.values() if p.trust == "user"):
        groups["views_added"] = added
    return [
        _count("library.small_caps", metric, found, "small caps", as_of, now, simulated, "")
        for metric, found in groups.items()
    ]


def _reading(metric: str, steps: Sequence[Step], subject: str) -> str:
    if metric == "views_held":
        return f"on {subject}" if subject else ""
    if metric == "views_turns":
        told_of = [(s, "" if subject else f" on {s.subject}") for s in steps]
        return "; ".join(f"from {s.turned_from} to {s.position}{on} in {_when(s.passage)}" for s, on in told_of)
    if metric == "views_outcomes":
        return " ".join(f"{_when(s.passage)}: {s.outcome}" for s in steps)
    return ""


def _count(
    subject: str, metric: str, passages: Sequence[Passage], whose: str, as_of: date, now: datetime, simulated: bool,
    reading: str,
) -> Fact:  # fmt: skip
    meaning = definition(metric)
    days = tuple(sorted(p.known_from for p in passages))
    written = hashlib.blake2b("|".join(sorted(p.id for p in passages)).encode(), digest_size=8).hexdigest()
    caveats = (caveat("counted"),) if simulated else ()
    return Fact(
        key=f"{subject}.{metric}", value=len(passages), unit="count", subject=subject, as_of=as_of,
        definition=meaning.words, version=meaning.version,
        inputs=(
            Input(
                symbol="library", first=days[0] if days else as_of, last=days[-1] if days else as_of, field=whose,
                digest=written,
            ),
        ),
        source=Source(publisher="Footnote's library", retrieved_at=now), state="simulated" if simulated else "settled",
        reading=reading or None, caveats=caveats, dates=days,
    )  # fmt: skip


def _when(passage: Passage) -> str:
    """The month of a view, or its year where no more is known: ``December 2024``."""
    return f"{passage.known_from:%B %Y}" if passage.precision != "year" else passage.published


def _slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")
