"""What becomes of a sentence that isn't proved whole: which of its clauses stand in black, which in grey, which go.

Proved and sourced words are black. A clause that nothing proves and nothing refutes is grey, the model's own; one that is
wrong, or may not be said, is left out where the rest stands without it. So a good sentence loses its link and not its
figure, and no wrong one gains a place by its company.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from assistant.gate.own_words.allowed import refusal
from assistant.gate.own_words.colour import colour, places
from assistant.gate.own_words.names import foreign_name
from assistant.gate.pieces import MOST_CLAUSES, Part, Span, clauses, cut_out, part_of
from assistant.gate.proof import Filled, Proof, Setting, prove
from assistant.gate.sentence import OWN_WORDS, RETOLD_FREELY, Reason
from assistant.gate.views.paraphrase import paraphrases
from assistant.gate.views.passage_match import QUOTED, retold
from assistant.gate.views.people import people_named
from assistant.understanding.dates import read_dates

LONGEST = 600  # characters of a sentence that is taken apart
MOST_FIGURES = 6  # clauses with a figure that are tried one without another


@dataclass(frozen=True)
class Inked:
    """A sentence in two inks.

    Attributes:
        shown: Its words that are shown.
        grey: Where in ``shown`` the model's own words stand.
        proof: What is proved in it; None where it holds nothing but the model's own words.
        basis: The sentence that the proof is of.
        trimmed: Whether words of the draft were left out.
    """

    shown: Part
    grey: tuple[Span, ...]
    proof: Proof | None
    basis: Part | None
    trimmed: bool = False

    @property
    def black(self) -> "Inked | None":
        """What is proved of it alone; None where that is no sentence."""
        if not self.grey:
            return self
        if self.proof is None or self.proof.reasons or self.basis is None or not _BEGINS.match(self.basis.filled.text):
            return None
        return Inked(self.basis, (), self.proof, self.basis, trimmed=True)


def ink(filled: Filled, setting: Setting, whole: Proof) -> Inked | list[Reason]:
    """The sentence with the ink of each of its words; or the reasons why nothing of it may be shown.

    Args:
        filled: The sentence.
        setting: What it is held against.
        whole: Its proof as a whole, which failed.
    """
    reasons = list(whole.reasons)
    if len(filled.text) > LONGEST:
        return reasons
    paraphrase = _paraphrased(filled, whole) if filled.cited and _may_paraphrase(whole) else None
    cut = clauses(filled.text, _unbroken(filled, whole))
    if len(cut) > MOST_CLAUSES:
        return paraphrase or reasons
    anchored = [c for c in cut if _is_anchored(c, filled, whole)]
    free = [c for c in cut if c not in anchored]
    if not anchored:
        return _without_figures(filled, setting, free)
    for kept in _fewer(anchored):
        black = _most_that_hold(filled, setting, kept, free)
        if black is not None:
            left = [c for c in free if c not in black[0]]
            grey = [c for c in left if _may_be_grey(filled, setting, c, black[0])]
            shown = sorted([*black[0], *grey])
            if paraphrase is not None and len(shown) < len(cut):
                break  # nothing of a view told beside its passage has to go
            if _stands_alone(filled, shown, cut, whole):
                return _inked(filled, shown, [*grey, *black[1]], *black[2:])
    return paraphrase or reasons


def _may_be_grey(filled: Filled, setting: Setting, clause: Span, black: list[Span]) -> bool:
    """Whether a clause may stand beside what is proved: nothing in it is wrong, alone or said of what stands there."""
    text = filled.text[clause.start : clause.end]
    words = Filled(text.strip(" ,;:—–()"), (), part_of(filled, [clause]).filled.cited)
    if refusal(words, setting, beside=True) is not None:
        return False
    if not any(b.start < clause.start for b in black):
        return True
    # What follows is said of what stands before it: ", up on the day", ", an overbought level".
    beside = prove(part_of(filled, sorted([*black, clause])).filled, setting)
    return not any(r.kind in _OF_ITS_SUBJECT for r in beside.reasons)


_OF_ITS_SUBJECT = frozenset(
    (
        "reading that no figure has", "movement that no figure states", "direction that the figure doesn't have",
        "superlative that no figure states", "state that no figure shows", "comparison that the figures don't bear",
        "date that isn't the evidence's",
    )
)  # fmt: skip


def _stands_alone(filled: Filled, shown: list[Span], cut: list[Span], whole: Proof) -> bool:
    """Whether what is shown is a sentence without the clauses that go: with its subject, and a beginning."""
    text = part_of(filled, shown).filled.text
    if not _VERB.search(text):
        return False
    if shown[:1] == cut[:1]:
        return True
    first = whole.scene.mentions[:1]
    named = not first or any(s.start <= m.start < s.end for s in shown for m in whole.scene.mentions)
    return named and _BEGINS.match(text) is not None


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|\w+ed|\w{3,}s|rose|fell|lost|beat|led|set|stood|stand|sit|trade|hit|hold|held|fall|rise|gain|lag|lead|went|sank"
    r"|grew|put|see|saw|say|think|thought|made|took|gave|kept|came|ran|got|let|lay|won|shed|slid)\b"
)
# What a sentence may begin with when its own beginning is gone.
_BEGINS = re.compile(
    r"(?:[A-Z0-9$]|(?:the|a|an|only|just|some|small|large|it|its|they|this|that|both|all|no|over|on|for|in|by) )"
)


def _unbroken(filled: Filled, whole: Proof) -> list[tuple[int, int]]:
    """Stretches in which no clause begins."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(filled.text)]
    named = [(m.start, m.end) for m in whole.scene.mentions]
    dated = [(d.start, d.end + 1) for d in read_dates(filled.text)]
    return [*quoted, *named, *dated, *((b.start, b.end) for b in filled.bound)]


def _is_anchored(clause: Span, filled: Filled, whole: Proof) -> bool:
    """Whether a clause holds a figure, a source, a person or a quotation, so that it is proved or not shown."""
    text = filled.text[clause.start : clause.end]
    return "{" in text or (
        any(clause.start <= b.start < clause.end for b in whole.bound)
        or any(clause.start < at <= clause.end for at, _ in filled.cited)
        or any(name.split()[-1] in text for name in people_named(whole.scene))
        or QUOTED.search(text) is not None
    )


def _fewer(anchored: list[Span]) -> Iterator[list[Span]]:
    """The clauses with figures: all, then all but one, and so on."""
    most = min(len(anchored), MOST_FIGURES)
    for left_out in range(most):
        for gone in combinations(range(len(anchored)), left_out):
            yield [c for i, c in enumerate(anchored) if i not in gone]


_Black = tuple[list[Span], list[Span], Proof, Part]


def _most_that_hold(filled: Filled, setting: Setting, anchored: list[Span], free: list[Span]) -> _Black | None:
    """As many clauses as are proved together: those with figures, and each of the others that is proved beside them."""
    kept = sorted(anchored)
    held = _proved(filled, setting, kept, anchored)
    if held is None:
        # A clause without a figure may name the subject of one that has it.
        for clause in free:
            if held := _proved(filled, setting, sorted([*kept, clause]), anchored):
                kept = sorted([*kept, clause])
                break
    if held is None:
        return None
    for clause in free:
        if clause in kept or _ANSWERING.fullmatch(filled.text[clause.start : clause.end]):
            continue
        if more := _proved(filled, setting, sorted([*kept, clause]), anchored):
            kept, held = sorted([*kept, clause]), more
    return kept, *held


_EDGES = re.compile(r"[\s,;:—–.!?()]+")
# That the answer is yes no figure shows.
_ANSWERING = re.compile(r"\W*(?:yes|no|indeed|correct|right|true)\W*", re.I)


def _proved(
    filled: Filled, setting: Setting, kept: list[Span], anchored: list[Span]
) -> tuple[list[Span], Proof, Part] | None:
    """The proof of some clauses as a sentence, words of colour beside a figure set aside as grey; None where it fails."""
    part = part_of(filled, kept)
    if "{" in part.filled.text:
        return None  # a slot that names nothing held
    proof = prove(part.filled, setting)
    if not proof.reasons:
        return [], proof, part
    if part.filled.cited or any(r.kind != OWN_WORDS for r in proof.reasons):
        return None
    strange = [w for r in proof.reasons for w in r.words]
    if not strange or not colour(strange):
        return None
    holes = [
        Span(s, e)
        for s, e in places(filled.text, strange)
        if any(k.start <= s < k.end for k in kept) and not any(m.start <= s < m.end for m in proof.scene.mentions)
    ]
    if not all(any(a.start <= h.start < a.end for a in anchored) for h in holes):
        return None  # a clause without a figure is one ink
    plain = part_of(filled, cut_out(kept, holes))
    again = prove(plain.filled, setting)
    return (holes, again, plain) if not again.reasons else None


def _without_figures(filled: Filled, setting: Setting, free: list[Span]) -> Inked | list[Reason]:
    """A sentence without a figure: what is proved of it is black; without that it is grey, less an end that may not stand."""
    everything = Span(0, len(filled.text))
    whole = refusal(filled, setting, beside=False)
    if whole is None:
        return _inked(filled, [everything], [everything], None, None)
    for clause in free if len(free) <= MOST_CLAUSES else ():
        part = part_of(filled, [clause])
        proof = prove(part.filled, setting)
        if proof.support and not proof.reasons and _BEGINS.match(part.filled.text) and _VERB.search(part.filled.text):
            grey = [c for c in free if c != clause and _may_be_grey(filled, setting, c, [clause])]
            return _inked(filled, [clause, *grey], grey, proof, part)
    for end in range(len(free) - 1, 0, -1):
        part = part_of(filled, free[:end])
        stands = _WORDS.search(part.filled.text) and not _DEPENDENT.match(part.filled.text)
        if stands and refusal(part.filled, setting, beside=False) is None:
            return _inked(filled, free[:end], free[:end], None, None)
    return [whole]


_DEPENDENT = re.compile(r"(?:if|once|when|while|although|though|since|because|for|as|with|by|on|in|at)\b", re.I)
_WORDS = re.compile(r"\w+\W+\w+\W+\w+")  # fewer are a lead-in, which says nothing without what it leads to


def _may_paraphrase(whole: Proof) -> bool:
    """Whether nothing but other words than the passage's stands against a view.

    Its dates and names are then the passage's, its author is named, its side isn't turned, and its words keep to the
    passage's. That it is told rightly only the reader can see, who has the passage one click away.
    """
    scene = whole.scene
    if {r.kind for r in whole.reasons} != {RETOLD_FREELY} or foreign_name(scene.plain, scene.cited):
        return False
    return all(retold(scene, p) or paraphrases(scene, p) for p in scene.cited)


def _paraphrased(filled: Filled, whole: Proof) -> Inked:
    """A view in words of the model's own beside its passage: grey but for its figures and quotations."""
    everything = Span(0, len(filled.text))
    sourced = [Span(m.start(), m.end()) for m in QUOTED.finditer(filled.text)]
    sourced += [Span(b.start, b.end) for b in whole.bound]
    shown = part_of(filled, [everything])
    grey = _placed(shown, cut_out([everything], sourced))
    return Inked(shown, grey, whole, Part(filled, tuple(range(len(filled.text)))))


def _inked(filled: Filled, shown: list[Span], grey: list[Span], proof: Proof | None, basis: Part | None) -> Inked:
    part = part_of(filled, sorted(shown))
    if basis is not None:  # a link that the proof does without is the model's own
        proved = set(basis.origin)
        grey = [*grey, *(Span(o, o + 1) for o in part.origin if o not in proved)]
    return Inked(part, _placed(part, grey), proof, basis, trimmed=True)


def _placed(part: Part, spans: list[Span]) -> tuple[Span, ...]:
    """Stretches of the whole sentence as stretches of what is shown of it, neighbours joined, joints and stops left out."""
    text = part.filled.text
    inside = [any(s.start <= o < s.end for s in spans) for o in part.origin]
    for m in _EDGES.finditer(text):
        if not all(inside[max(0, m.start() - 1) : m.end() + 1]) or m.end() == len(text):
            inside[m.start() : m.end()] = [False] * (m.end() - m.start())
    out: list[Span] = []
    for i, is_grey in enumerate(inside):
        if is_grey and out and out[-1].end == i:
            out[-1] = Span(out[-1].start, i + 1)
        elif is_grey:
            out.append(Span(i, i + 1))
    return tuple(out)
