"""The proof of a sentence: its figures bound, every word around them held against the evidence.

Deterministic code, one path for every writer: subject, unit, direction, horizon, date, comparison, superlative, person,
quotation. What is proved is shown as it stands; what becomes of the rest is decided in ``two_inks``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.evidence.ledger import Ledger
from assistant.gate.binding import bind_figures
from assistant.gate.claims.check import check_claims
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.gate.views.people import check_views
from assistant.understanding.figures import read
from corpus.document import Passage
from tools.fact import Fact


@dataclass(frozen=True)
class Setting:
    """What a sentence is held against.

    Attributes:
        ledger: This turn's evidence.
        as_of: The session the answer is about.
        today: The calendar date of now, which "today" must be.
        people: Names the library knows, lower case, to the author's full name.
        context: The subjects of the sentence before.
        speaker: The one whose view the sentence before told, for whom a pronoun may stand; empty for none.
    """

    ledger: Ledger
    as_of: date
    today: date
    people: dict[str, str]
    context: tuple[str, ...] = ()
    speaker: str = ""


@dataclass(frozen=True)
class Filled:
    """A drafted sentence with its slots filled.

    Attributes:
        text: Without passage ids.
        bound: What code placed in it.
        cited: (place, passage) where an id stood.
    """

    text: str
    bound: tuple[Bound, ...] = ()
    cited: tuple[tuple[int, Passage], ...] = ()


@dataclass(frozen=True)
class Proof:
    """What became of a proof.

    Attributes:
        scene: The sentence as it was read.
        reasons: Why it isn't proved; empty where it is.
        bound: Its figures with what they state, those that the writer typed among them, in order.
        support: Facts that carry a claim without a figure.
    """

    scene: Scene
    reasons: tuple[Reason, ...]
    bound: tuple[Bound, ...]
    support: tuple[Fact, ...]


def scene_of(filled: Filled, setting: Setting) -> Scene:
    """The sentence with all that it may be held against, its dates not yet read."""
    cited = tuple(p for _, p in filled.cited)
    return Scene(filled.text, setting.ledger, setting.as_of, setting.today, cited, setting.context, setting.people)


def prove(filled: Filled, setting: Setting) -> Proof:
    """Holds a sentence against the evidence, whole."""
    scene = scene_of(filled, setting)
    # A date that a slot placed is read like any other: "the longest since" must name the right one.
    own = [(m.start, m.end) for m in scene.mentions if m.key in setting.ledger.names]  # "Nikkei 225" is no figure
    placed = [(b.start, b.end) for b in filled.bound if not is_date(b)]
    figures, dates = read(filled.text, [*placed, *own])
    scene = replace(scene, dates=tuple(dates))
    typed, unbound = bind_figures(scene, figures, list(filled.bound), dates)
    bound = sorted([*filled.bound, *typed], key=lambda b: b.start)
    found, support = check_claims(scene, bound, dates)
    credited = replace(scene, text=_with_speaker(scene, setting.speaker))
    reasons = [*unbound, *found, *check_views(credited, bound), *_undated(scene, bound, setting.ledger)]
    return Proof(scene, tuple(dict.fromkeys(reasons)), tuple(bound), tuple(support))


def _with_speaker(scene: Scene, speaker: str) -> str:
    """The sentence with its author's name for the first pronoun, where only the speaker before can be meant."""
    if not speaker or {p.author for p in scene.cited} != {speaker}:
        return scene.text
    name = speaker.split()[-1]
    if name in scene.text:
        return scene.text
    text = re.sub(r"\b(?:he|she)\b|^they\b", name, scene.text, count=1, flags=re.I)
    return text if text != scene.text else re.sub(r"\b(?:his|her)\b|^their\b", f"{name}'s", text, count=1, flags=re.I)


def is_date(bound: Bound) -> bool:
    """Whether a slot placed a date."""
    return isinstance(bound.item, Fact) and bound.item.unit == "date"


def _undated(scene: Scene, bound: Sequence[Bound], ledger: Ledger) -> list[Reason]:
    """A figure of an earlier answer stands only beside the session it is of."""
    return [
        Reason("figure of an earlier answer without its date", f"{b.item.key} is of {b.item.as_of}: say so")
        for b in bound
        if isinstance(b.item, Fact)
        and ledger.is_earlier(b.item)
        and not any(d.day is not None and d.fits(b.item.as_of) for d in scene.dates)
    ]
