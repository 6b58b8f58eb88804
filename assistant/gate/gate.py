"""The gate: a draft sentence goes in; out comes the sentence with its evidence, or the reasons it is withheld.

Deterministic code, one path for every writer. A slot is filled and a typed figure is bound to the one reading
of the ledger that it states; then the clause is held against what it is bound to: subject, unit, direction,
horizon, date, comparison, superlative, person, quotation. What can't be bound isn't shown.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.evidence.derived import Derived, SlotError
from assistant.evidence.ledger import Ledger
from assistant.gate.binding import bind_figures
from assistant.gate.claims.check import check_claims
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.gate.slots import SLOT, resolve
from assistant.gate.views.people import check_views, credit
from assistant.statements.answers.views import VIEW, told
from assistant.statements.catalogue import SAY, statement
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Language, placed
from assistant.understanding.figures import normalise, read
from assistant.understanding.vocabulary import DOWN, LEANING, UP, mentions
from corpus.document import Passage
from tools.fact import MINUS, Fact

CITE = re.compile(r"\s*\[\s*([a-z0-9][a-z0-9.\-]{3,}(?:\s*[,;]\s*[a-z0-9][a-z0-9.\-]{3,})*)\s*\]")
_STRAY_MARK = re.compile(r"\s?\[\^?\d{1,3}\](?!\()|\s?【[^】]*】")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_URL = re.compile(r"\b(?:https?|ftp|data|javascript|file):|\bwww\.", re.I)
_TAG = re.compile(r"<[^>]{0,400}>?")


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
    """

    text: str
    marks: tuple[tuple[int, Fact | Derived | Passage], ...]


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
        people: Names the library knows, full and last, lower case, to the author's full name.
    """

    ledger: Ledger
    as_of: date
    today: date
    people: dict[str, str]
    newest: dict[str, date] = field(default_factory=dict)
    language: Language = "en"
    _subjects: tuple[str, ...] = ()
    _fell: bool = False
    _credited: set[str] = field(default_factory=set)

    def judge(self, draft: str, *, after_withheld: bool | None = None) -> Grounded | Withheld:
        """The verdict on the next sentence of the draft.

        Args:
            draft: One sentence with slots and passage ids in brackets.
            after_withheld: Whether it follows a withheld one; None where it follows the last one judged.
        """
        self._fell = self._fell if after_withheld is None else after_withheld
        text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", _STRAY_MARK.sub("", normalise(draft))))).strip()
        if self._fell and LEANING.match(text):
            return self._withhold(
                text, [Reason("leans on a withheld sentence", "it leans on a sentence that was withheld")]
            )
        if of_view := VIEW.fullmatch(text):
            return self._view(text, of_view)
        if said := SAY.search(text):
            return self._state(text, said)
        if _URL.search(text):
            return self._withhold(text, [Reason("link to a source that isn't held", "it holds a link")])
        text, cited, lost = self._take_cites(text)
        text, bound, wrong = self._fill(text)
        reasons = [*lost, *wrong]
        scene = Scene(
            text, self.ledger, self.as_of, self.today, tuple(p for _, p in cited), self._subjects, self.people
        )
        # A date that a slot placed is read like any other: "the longest since" must name the right one.
        own = [(m.start, m.end) for m in scene.mentions if m.key in self.ledger.names]  # "Nikkei 225" is no figure
        figures, dates = read(text, [*((b.start, b.end) for b in bound if not _is_date(b)), *own])
        scene = replace(scene, dates=tuple(dates))
        typed, unbound = bind_figures(scene, figures, bound, dates)
        bound = sorted([*bound, *typed], key=lambda b: b.start)
        reasons += unbound
        found, support = check_claims(scene, bound, dates)
        reasons += found + check_views(scene, bound) + self._undated(scene, bound)
        if reasons:
            return self._withhold(text, reasons)
        self._fell = False
        named = tuple(dict.fromkeys(m.key for m in scene.mentions))
        self._subjects = named or self._subjects
        return self._finish(text, bound, cited, support)

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

    def _undated(self, scene: Scene, bound: list[Bound]) -> list[Reason]:
        """A figure of an earlier answer stands only beside the session it is of."""
        return [
            Reason("figure of an earlier answer without its date", f"{b.item.key} is of {b.item.as_of}: say so")
            for b in bound
            if isinstance(b.item, Fact)
            and self.ledger.is_earlier(b.item)
            and not any(d.day is not None and d.fits(b.item.as_of) for d in scene.dates)
        ]

    def _finish(self, text: str, bound: list[Bound], cited: list[tuple[int, Passage]], support: list[Fact]) -> Grounded:
        marks: list[tuple[int, Fact | Derived | Passage]] = [(b.end, b.item) for b in bound if b.item is not None]
        named = {id(item) for _, item in marks}
        end = len(re.sub(r"[.!?…\s]+$", "", text))
        marks += [(end, f) for f in support if id(f) not in named]
        marks += [(min(place, end), p) for place, p in cited]
        text, marks = credit(text, marks, self.as_of, self._credited, self.newest)
        return Grounded(text, tuple(sorted(marks, key=lambda m: m[0])))


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


def _is_date(bound: Bound) -> bool:
    return isinstance(bound.item, Fact) and bound.item.unit == "date"


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
