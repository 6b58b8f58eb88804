"""The gate: a draft sentence goes in; out comes the sentence with its evidence, or the reasons it is withheld.

Deterministic code, one path for every writer. A slot is filled and a typed figure is bound to the one reading of the
ledger that it states; then what is said of it is proved (``proof``). What nothing proves and nothing refutes may stand in
grey, as the writer's own (``two_inks``); what is wrong, unbound, invented or advice isn't shown.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from assistant.evidence.derived import Derived, SlotError
from assistant.evidence.ledger import Ledger
from assistant.gate.own_words.classifier import is_order
from assistant.gate.pieces import Part, Span
from assistant.gate.proof import Filled, Setting, prove
from assistant.gate.sentence import Bound, Reason
from assistant.gate.slots import SLOT, resolve
from assistant.gate.two_inks import Inked, ink
from assistant.gate.views.people import credit
from assistant.statements.answers.views import VIEW, told
from assistant.statements.catalogue import SAY, statement
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Language, placed
from assistant.understanding.figures import normalise
from assistant.understanding.vocabulary import DOWN, LEANING, UP, mentions
from corpus.document import Passage
from tools.fact import MINUS, Fact

CITE = re.compile(r"\s*\[\s*([a-z0-9][a-z0-9.\-]{3,}(?:\s*[,;]\s*[a-z0-9][a-z0-9.\-]{3,})*)\s*\]")
_STRAY_MARK = re.compile(r"\s?\[\^?\d{1,3}\](?!\()|\s?【[^】]*】")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_URL = re.compile(r"\b(?:https?|ftp|data|javascript|file):|\bwww\.", re.I)
_TAG = re.compile(r"<[^>]{0,400}>?")


_PRONOUN = re.compile(r"(?:it|its|he|she|his|her)\b(?! (?:follows|means|also follows))", re.I)
LONGEST, MOST_FIGURES = 700, 24  # characters and numbers of a sentence: what each costs grows with all the others
_PICTURE = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001ffff]")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d|\{")
Wording = Literal["whole", "open", "proved"]


def is_worded(draft: str) -> bool:
    """Whether code words a sentence of a draft, in whichever language."""
    return bool(SAY.fullmatch(draft.strip()) or VIEW.fullmatch(draft.strip()))


def by_of(draft: str) -> str:
    """Whose words a sentence of a draft is shown in: ``code`` or ``model``."""
    return "code" if is_worded(draft) else "model"


@dataclass(frozen=True)
class Grounded:
    """A sentence that passed.

    Attributes:
        text: As the reader sees it, without marks.
        marks: (place in text, evidence) in order of place.
        grey: Where words stand that are the model's own: neither proved nor sourced.
    """

    text: str
    marks: tuple[tuple[int, Fact | Derived | Passage], ...]
    grey: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Withheld:
    """A sentence that didn't, with the reasons."""

    text: str
    reasons: tuple[Reason, ...]


@dataclass
class Gate:
    """Judges the sentences of one draft in order.

    Attributes:
        ledger: This turn's evidence.
        as_of: The session the answer is about.
        today: The calendar date of now, which "today" must be.
        newest: By author, when the newest view the library holds of them was known.
        language: Whose words its statements are in.
        wording: What becomes of a sentence that isn't proved whole: ``whole`` withholds it, ``open`` shows it in two inks,
            ``proved`` shows what is black of it.
        people: Names the library knows, full and last, lower case, to the author's full name.
    """

    ledger: Ledger
    as_of: date
    today: date
    people: dict[str, str]
    newest: dict[str, date] = field(default_factory=dict)
    language: Language = "en"
    wording: Wording = "whole"
    _subjects: tuple[str, ...] = ()
    _speaker: str = ""
    _fell: bool = False
    _credited: set[str] = field(default_factory=set)

    def afresh(self, wording: Wording) -> "Gate":
        """A gate over the same evidence that has judged nothing yet."""
        known = (self.ledger, self.as_of, self.today, self.people, self.newest, self.language)
        return Gate(*known, wording)

    def judge(self, draft: str, *, after_withheld: bool | None = None) -> Grounded | Withheld:
        """The verdict on the next sentence of the draft.

        Args:
            draft: One sentence with slots and passage ids in brackets.
            after_withheld: Whether it follows a withheld one; None where it follows the last one judged.
        """
        self._fell = self._fell if after_withheld is None else after_withheld
        text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", _STRAY_MARK.sub("", normalise(draft))))).strip()
        # What "it" or "he" stands for is held with the figure or the source; what "this" stands for is gone.
        held = _PRONOUN.match(text) and (SLOT.search(text) or CITE.search(text)) and self.wording != "whole"
        if self._fell and LEANING.match(text) and not held:
            return self._withhold(
                text, [Reason("leans on a withheld sentence", "it leans on a sentence that was withheld")]
            )
        if of_view := VIEW.fullmatch(text):
            return self._view(text, of_view)
        if said := SAY.search(text):
            return self._state(text, said)
        if len(text) > LONGEST or len(_NUMBER.findall(text)) > MOST_FIGURES:
            return self._withhold(
                text, [Reason("longer than a sentence is", "it has more words or figures than a sentence")]
            )
        if _PICTURE.search(text):
            return self._withhold(text, [Reason("markup", "it holds a picture sign")])
        if _URL.search(text):
            return self._withhold(text, [Reason("link to a source that isn't held", "it holds a link")])
        return self._free(text)

    def _free(self, text: str) -> Grounded | Withheld:
        """A sentence in a writer's own words: proved whole, or shown in two inks, or withheld."""
        text, cited, lost = self._take_cites(text)
        text, bound, wrong = self._fill(text)
        filled = Filled(text, tuple(bound), tuple(cited))
        # "It" is what the last sentence began with.
        context = self._subjects[:1] if re.match(r"its?\b", text, re.I) else self._subjects
        setting = Setting(self.ledger, self.as_of, self.today, self.people, context, self._speaker)
        proof = prove(filled, setting)
        proof = replace(proof, reasons=(*lost, *wrong, *proof.reasons))
        if self.wording != "whole" and not cited and is_order(text):
            return self._withhold(text, [Reason("advice", "it advises or forecasts in Footnote's own voice")])
        if not proof.reasons:
            whole = Part(filled, tuple(range(len(text))))
            return self._finish(Inked(whole, (), proof, whole))
        if self.wording == "whole" or lost:
            return self._withhold(text, list(proof.reasons))
        inked = ink(filled, setting, proof)
        if isinstance(inked, list):
            return self._withhold(text, inked)
        black = inked.black if self.wording == "proved" else inked
        return self._finish(black) if black else self._withhold(text, list(proof.reasons))

    def _view(self, text: str, found: re.Match[str]) -> Grounded | Withheld:
        """A stored view in its own sentences, which code credits and dates."""
        passage = self.ledger.passages.get(found[1])
        if passage is None:
            reason = Reason("source that isn't held", f"{found[1]} is not among the passages")
            return self._withhold(text, [reason])
        try:
            words, end = told(passage, found[2], self.language, first=passage.id not in self._credited)
        except SlotError as error:
            return self._withhold(text, [Reason("source that isn't held", str(error))])
        self._fell = False
        marks: list[tuple[int, Fact | Derived | Passage]] = [(end, passage)]
        if self.language == "en" and found[2]:
            words, marks = credit(words, marks, self.as_of, self._credited, self.newest)
        self._credited.add(passage.id)
        self._speaker = passage.author
        return Grounded(words, tuple(marks))

    def _state(self, text: str, said: re.Match[str]) -> Grounded | Withheld:
        """A sentence that code writes: nothing may stand beside it, and nothing in it is left to be held."""
        if said[0] != text:
            reason = Reason("statement that doesn't stand alone", f"{said[0]} takes a sentence of its own")
            return self._withhold(text, [reason])
        try:
            day = date.fromisoformat(said[2]) if said[2] else None
            shown, marks = placed(statement(said[1], day, self.ledger, self.as_of, self.language, said[3]))
        except (SlotError, ValueError) as error:
            return self._withhold(text, [Reason("figure that isn't in the evidence", str(error))])
        self._fell = False
        self._subjects = tuple(dict.fromkeys(m.key for m in mentions(shown, self.ledger.others))) or self._subjects
        return Grounded(shown, tuple(marks))

    def _withhold(self, text: str, reasons: list[Reason]) -> Withheld:
        self._fell = True
        return Withheld(text, tuple(dict.fromkeys(reasons)))

    def _take_cites(self, text: str) -> tuple[str, list[tuple[int, Passage]], list[Reason]]:
        cited: list[tuple[int, Passage]] = []
        lost: list[Reason] = []
        while match := CITE.search(text):
            for name in re.split(r"\s*[,;]\s*", match[1]):
                passage = self.ledger.passages.get(name)
                if passage:
                    cited.append((match.start(), passage))
                else:
                    lost.append(Reason("source that isn't held", f"{name} is not among the passages"))
            text = text[: match.start()] + text[match.end() :]
        return text, cited, lost

    def _fill(self, text: str) -> tuple[str, list[Bound], list[Reason]]:
        bound: list[Bound] = []
        wrong: list[Reason] = []
        done = 0
        while match := SLOT.search(text, done):
            try:
                item = resolve((match[1] or "") + match[2], self.ledger)
                as_ordinal = match[3] or text[match.end() :].lstrip().startswith("percentile")
                shown = ordinal(item) if as_ordinal else _placed(item, text[done : match.start()], text[match.end() :])
            except SlotError as error:
                wrong.append(Reason("figure that isn't in the evidence", str(error)))
                done = match.end()
                continue
            text = text[: match.start()] + shown + _once(shown, text[match.end() :])
            done = match.start() + len(shown)
            bound.append(Bound(match.start(), done, item))
        return text, bound, wrong

    def _finish(self, inked: Inked) -> Grounded:
        """The sentence as it is shown, with its marks; what nobody has dated yet is dated by code."""
        self._fell = False
        shown, proof = inked.shown, inked.proof
        marks: list[tuple[int, Fact | Derived | Passage]] = []
        if proof is not None:
            named = tuple(dict.fromkeys(m.key for m in proof.scene.mentions))
            self._subjects = named or self._subjects
            marks = _marks_of(inked)
        authors = {p.author for _, p in shown.filled.cited}
        self._speaker = authors.pop() if len(authors) == 1 else ""
        text, spans = shown.filled.text, list(inked.grey)
        if inked.trimmed:
            text = text[:1].upper() + text[1:] + ("" if _ENDED.search(text) else ".")
        dated, marks = credit(text, marks, self.as_of, self._credited, self.newest)
        return Grounded(dated, tuple(sorted(marks, key=lambda m: m[0])), _shifted(text, dated, spans))


def _marks_of(inked: Inked) -> list[tuple[int, Fact | Derived | Passage]]:
    """Where evidence stands in what is shown: the proof's, and the sources of grey words."""
    shown, proof, basis = inked.shown, inked.proof, inked.basis or inked.shown
    assert proof is not None
    place = {o: i for i, o in enumerate(shown.origin)}
    moved = {i: place[o] for i, o in enumerate(basis.origin)}
    marks: list[tuple[int, Fact | Derived | Passage]] = [
        (moved[b.end - 1] + 1, b.item) for b in proof.bound if b.item is not None
    ]
    named = {id(item) for _, item in marks}
    last = max((i for i in moved if basis.filled.text[i].isalnum() or basis.filled.text[i] in ")%”\"'"), default=-1)
    end = moved[last] + 1 if last >= 0 else len(shown.filled.text)
    marks += [(end, f) for f in proof.support if id(f) not in named]
    stop = len(re.sub(r"[.!?…\s]+$", "", shown.filled.text))
    return marks + [(min(at, stop), p) for at, p in shown.filled.cited]


def _shifted(before: str, after: str, spans: list[Span]) -> tuple[Span, ...]:
    """Stretches of a text as stretches of the same text with notes put in, which are code's and not theirs."""
    if before == after:
        return tuple(spans)
    out: list[Span] = []
    for tag, a, b, c, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            continue
        out += [Span(max(s.start, a) - a + c, min(s.end, b) - a + c) for s in spans if max(s.start, a) < min(s.end, b)]
    return tuple(out)


_ENDED = re.compile(r"[.!?…][\"'”’)]*$")


def _once(shown: str, after: str) -> str:
    """What follows a slot, without the unit that the slot has placed already: "{streak} sessions in a row"."""
    unit = next((u for end, u in _UNITS if re.search(rf"{end}$", shown)), "")
    return re.sub(rf"^\s?(?:{unit})\b", "", after, count=1) if unit else after


_UNITS = (
    (r"sessions?", r"(?:trading )?sessions?|days?"),
    (r"points?", r"(?:percentage |index )?points?"),
    (r"bp", r"bp|bps|basis points?"),
    (r"pence", r"pence|p"),
)


def _placed(item: Fact | Derived, before: str, after: str) -> str:
    """A slot's figure as it stands in its clause: without its minus where a word says that it fell."""
    shown = item.display
    if not shown.startswith(MINUS):
        return shown
    clause = re.split(r"[,;:—]", before)[-1]
    named = mentions(clause)
    if isinstance(item, Fact) and named and item.subject.endswith(f"_vs_{named[-1].key}"):
        return shown.removeprefix(MINUS)  # the pair named the other way round: the words say who is ahead
    words = [(m.start(), m.re is DOWN) for p in (UP, DOWN) for m in p.finditer(clause)]
    following = DOWN.match(after.lstrip())
    if (words and max(words)[1]) or following:
        return shown.removeprefix(MINUS)
    return shown
