"""A draft as it comes in: cut into sentences, each judged, those that passed kept in order, the others once mended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.conversation.answer import Answer, Footnotes, Sentence
from assistant.gate.gate import CITE, Gate, Grounded, Withheld, by_of, is_worded
from assistant.gate.slots import SLOT, braced, named_facts
from assistant.statements.stating import retelling, stating
from assistant.understanding.sentences import Splitter
from corpus.document import Passage

# A thinking model's reasoning, finished or not, and a tag that has only begun.
_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)|<[/a-z]*$", re.DOTALL | re.I)
LONGEST = 4_000  # characters of an answer: eight sentences have half of that
ROUNDS = 3  # times that a sentence may be said again
_ENDED = re.compile(r"[.!?…\])”\"']$")
_NUMBERED = re.compile(r"^\s*(\d+)[.)]\s*(.+)$", re.MULTILINE)


@dataclass
class Draft:
    """One writer's draft of an answer.

    Attributes:
        gate: Judges its sentences.
        answer: Takes those that pass.
        written: The sentences as written.
        verdicts: What became of each.
        stood_in: Places of statements that code put in for sentences that could not be shown.
        offered: Slots by the sentences they stand for, where a model copies from a list; see ``offer``.
    """

    gate: Gate
    answer: Answer
    written: list[str] = field(default_factory=list)
    verdicts: list[Grounded | Withheld] = field(default_factory=list)
    stood_in: set[int] = field(default_factory=set)
    offered: dict[str, str] = field(default_factory=dict)
    _splitter: Splitter = field(default_factory=Splitter)
    _raw: str = ""
    _seen: int = 0
    _rounds: int = 0

    def __post_init__(self) -> None:
        self.answer.sentences = []
        self.answer.footnotes = Footnotes()

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return bool(self._raw or self.verdicts)

    @property
    def endless(self) -> bool:
        """Whether the writer goes round in circles, as small models do until they are stopped."""
        last = self.written[-1] if self.written else ""
        return self._seen > LONGEST or max(self._rounds, self.written.count(last) - 1) >= ROUNDS

    @property
    def withheld(self) -> list[Withheld]:
        return [v for v in self.verdicts if isinstance(v, Withheld)]

    def offer(self, slots: Mapping[str, str]) -> None:
        """Takes sentences that code wrote, by their slots: copied, each counts as its slot, with its footnotes."""
        for slot, said in slots.items():
            splitter = Splitter()
            for part in [*splitter.feed(said), *splitter.close()]:
                self.offered[_plain(part)] = slot

    def feed(self, text: str) -> Iterator[Sentence]:
        """Takes in a piece of the stream; gives the sentences that pass with it."""
        self._raw += text
        shown = _THINKING.sub("", self._raw)
        new, self._seen = shown[self._seen :], max(self._seen, len(shown))
        yield from self._judge(self._splitter.feed(new))

    def close(self, *, whole: bool = True) -> Iterator[Sentence]:
        """The stream has ended: what is left is judged too; of one that was cut off, the half sentence isn't.

        Half a sentence may be true where the whole is not: "The Nasdaq is up" of "The Nasdaq is up 99 %".
        """
        left = self._splitter.close()
        yield from self._judge(left if whole else [sentence for sentence in left if ends_whole(sentence)])

    def new_message(self) -> None:
        """The writer's next message begins."""
        self._raw, self._seen = "", 0

    def _judge(self, sentences: list[str]) -> Iterator[Sentence]:
        for written in sentences:
            slot = self.offered.get(_plain(written))
            if slot and self.written and self.written[-1] == slot:
                continue  # the next part of one that stands already
            written, verdict = self._verdict(slot or written, self._fell)
            if isinstance(verdict, Grounded) and any(
                isinstance(v, Grounded) and v.text == verdict.text for v in self.verdicts
            ):
                self._rounds += 1
                continue  # said once is enough
            self.written.append(written)
            self.verdicts.append(verdict)
            if isinstance(verdict, Grounded):
                sentence = self.answer.footnotes.sentence(verdict, by_of(written))
                self.answer.sentences.append(sentence)
                yield sentence

    @property
    def _fell(self) -> bool:
        """Whether the writer's last sentence was withheld: what leans on it doesn't lean on what stands in for it."""
        own = [v for i, v in enumerate(self.verdicts) if i not in self.stood_in]
        return bool(own) and isinstance(own[-1], Withheld)

    def _verdict(self, written: str, fell: bool) -> tuple[str, Grounded | Withheld]:
        """A sentence's verdict, with what small models leave out put back where only one thing can be meant.

        A person's words without their passage's id are held against each of that person's passages at hand.
        """
        text = braced(written, self.gate.ledger)
        verdict = self.gate.judge(text, after_withheld=fell)
        if isinstance(verdict, Grounded) or CITE.search(text) or SLOT.search(text):
            return text, verdict
        for passage in self._passages_of_one(text):
            cited = f"{text.rstrip().rstrip('.')} [{passage.id}]."
            held = self.gate.judge(cited, after_withheld=fell)
            if isinstance(held, Grounded):
                return cited, held
        return text, verdict

    def _passages_of_one(self, text: str) -> list[Passage]:
        """The evidence's passages by the one person that a sentence names; none where it names several."""
        words = set(re.findall(r"\w+", text.lower()))
        named = {full for name, full in self.gate.people.items() if name.lower() in words}
        return self.gate.ledger.by(named.pop()) if len(named) == 1 else []

    def failed(self) -> str:
        """The sentences that were withheld, numbered by their place, each with its reasons; empty where none was."""
        return "\n".join(
            f"{i}. {self.written[i - 1]} (not shown: {'; '.join(r.detail for r in v.reasons)})"
            for i, v in enumerate(self.verdicts, 1)
            if isinstance(v, Withheld)
        )

    def mend(self, reply: str) -> bool:
        """Takes rewritten sentences, each numbered by its place; those that pass now stand there.

        Returns:
            Whether any did: the answer's sentences are then other ones.
        """
        changed = False
        for match in _NUMBERED.finditer(_THINKING.sub("", reply)):
            place, text = int(match[1]) - 1, match[2].strip()
            if not 0 <= place < len(self.verdicts) or isinstance(self.verdicts[place], Grounded):
                continue
            if text.upper().rstrip(".") == "DROP":
                continue
            text, verdict = self._verdict(text, False)  # in its place, not after the last sentence
            if isinstance(verdict, Grounded):
                self.verdicts[place], self.written[place] = verdict, text
                changed = True
        if changed:
            self._unlean()
            self.renumber()
        return changed

    def _unlean(self) -> None:
        """Judges again what leaned on a sentence that stands now."""
        for place in range(1, len(self.verdicts)):
            verdict = self.verdicts[place]
            leaned = isinstance(verdict, Withheld) and any(r.kind.startswith("leans") for r in verdict.reasons)
            if leaned and isinstance(self.verdicts[place - 1], Grounded):
                self.written[place], self.verdicts[place] = self._verdict(self.written[place], False)

    def settle(self) -> bool:
        """The draft's end: of one mostly refused nothing stays in grey, and what was measured stands in code's words.

        Returns:
            Whether the answer's sentences are other ones now.
        """
        own = [v for w, v in zip(self.written, self.verdicts, strict=True) if not is_worded(w)]
        lies = sum(isinstance(v, Withheld) for v in own) * 2 > len(own) and self.gate.wording == "open"
        if lies:
            self.judge_again(self.gate.afresh("proved"))
        lost = self._state_what_is_lost()
        if lies or lost:
            self.renumber()
        return lies or lost

    def proved(self) -> list[Sentence]:
        """The answer's sentences for who wants them proved only; none where all are."""
        if not self.answer.has_grey:
            return []
        again = self.gate.afresh("proved")
        other = Draft(again, Answer("", "", "", "", ""), list(self.written), stood_in=set(self.stood_in))
        other.judge_again(again)
        other._state_what_is_lost()
        kept = [(w, v) for w, v in zip(other.written, other.verdicts, strict=True) if isinstance(v, Grounded)]
        return [self.answer.footnotes.sentence(v, by_of(w)) for w, v in kept]

    def judge_again(self, gate: Gate) -> None:
        """Judges what was written by another gate."""
        self.gate, self.verdicts = gate, []
        for place, written in enumerate(self.written):
            self.written[place], verdict = self._verdict(written, self._fell)
            self.verdicts.append(verdict)

    def _state_what_is_lost(self) -> bool:
        """Puts code's statements behind each sentence that isn't shown, of the facts and views that it named."""
        told = {i.id for v in self.verdicts if isinstance(v, Grounded) for _, i in v.marks}
        written: list[str] = []
        verdicts: list[Grounded | Withheld] = []
        stood_in: set[int] = set()
        for place, (text, verdict) in enumerate(zip(self.written, self.verdicts, strict=True)):
            if place in self.stood_in:
                stood_in.add(len(written))
            written.append(text)
            verdicts.append(verdict)
            if isinstance(verdict, Grounded):
                continue
            ledger = self.gate.ledger
            slots = stating(named_facts(text, ledger), ledger, self.gate.as_of, self.gate.language, told)
            cited = [
                p
                for m in CITE.finditer(text)
                for name in re.split(r"[,;\s]+", m[1])
                if (p := ledger.passages.get(name))
            ]
            for slot in [*slots, *retelling(text, cited)]:
                stated = self.gate.judge(slot, after_withheld=False)
                if isinstance(stated, Grounded) and stated.text not in {v.text for v in verdicts}:
                    stood_in.add(len(written))
                    written.append(slot)
                    verdicts.append(stated)
                    told |= {i.id for _, i in stated.marks}
        found = len(written) > len(self.written)
        self.written, self.verdicts, self.stood_in = written, verdicts, stood_in
        return found

    def renumber(self) -> None:
        """Gives the answer the sentences that stand, their evidence numbered anew."""
        self.answer.footnotes = Footnotes()
        judged = zip(self.written, self.verdicts, strict=True)
        kept = [(w, v) for w, v in judged if isinstance(v, Grounded)]
        self.answer.sentences = [self.answer.footnotes.sentence(v, by_of(w)) for w, v in kept]


def _plain(text: str) -> str:
    return " ".join(text.removeprefix("- ").split())


def ends_whole(text: str) -> bool:
    """Whether a text whose writer said nothing of why it ended at least ends a sentence."""
    return _ENDED.search(text.rstrip() or ".") is not None
