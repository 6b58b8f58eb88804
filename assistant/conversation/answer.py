"""An answer: its sentences, what each figure and view in it rests on, and what was withheld."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from assistant.evidence.derived import Derived
from assistant.gate.gate import Grounded, Withheld
from assistant.statements.plain_markdown import plain_markdown
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.document import Passage
from tools.fact import Fact

LONGEST_PARAGRAPH = 5  # sentences: more is a wall on a narrow screen
Evidence = Fact | Derived | Passage


@dataclass(frozen=True)
class Sentence:
    """A sentence as shown.

    Attributes:
        text: Without marks.
        marks: (place in text, citation number), in order of place.
        by: ``code`` where code worded it, ``model`` where a model did.
        grey: Where words stand that are the model's own, neither proved nor sourced: (start, end), in order.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    by: str = "code"
    grey: tuple[tuple[int, int], ...] = ()

    @property
    def citations(self) -> list[int]:
        return list(dict.fromkeys(n for _, n in self.marks))

    def marked(self, form: str = "[{n}]", written: Callable[[str], str] = str, own: str = "") -> str:
        """The text with its marks, each in the given form; of two alike at one place the second is left out.

        Args:
            form: Of a mark.
            written: How the words between marks are written, where not as they are.
            own: What stands on either side of words that are the model's own.
        """
        put = [(place, 1, form.format(n=n)) for place, n in dict.fromkeys(self.marks)]
        for start, end in self.grey if own else ():
            words = self.text[start:end]
            if re.search(r"\w", words):  # what stands beside words stands at a word, not at a space
                first, last = end - len(words.lstrip(" ,;:—–.")), start + len(words.rstrip())
                put += [(first, 2, own), (last, 0, own)]
        out, done = [], 0
        for place, _, mark in sorted(put, key=lambda p: p[:2]):
            out += [written(self.text[done:place]), mark]
            done = place
        return "".join([*out, written(self.text[done:])])

    def markdown(self) -> str:
        """The text with its marks, the model's own words in italics; nothing else in it is markup."""
        return self.marked(written=plain_markdown, own="*")

    def spans(self, ink: str) -> list[dict[str, Any]]:
        """The whole text in stretches of one ink, as the contract has them: the given one, and ``model``."""
        edges = sorted({0, len(self.text), *(p for span in self.grey for p in span)})
        return [
            {"start": a, "end": b, "ink": "model" if any(s <= a < e for s, e in self.grey) else ink}
            for a, b in pairwise(edges)
        ]


class Footnotes:
    """Numbers evidence in the order it is first cited; the same evidence keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.items: list[Evidence] = []

    def number(self, item: Evidence) -> int:
        if item.id not in self._numbers:
            self.items.append(item)
            self._numbers[item.id] = len(self.items)
        return self._numbers[item.id]

    def sentence(self, grounded: Grounded, by: str = "code") -> Sentence:
        """The sentence with its evidence numbered."""
        marks = tuple((place, self.number(item)) for place, item in grounded.marks)
        return Sentence(grounded.text, marks, by, tuple((s.start, s.end) for s in grounded.grey))

    def ink(self, sentence: Sentence) -> str:
        """``source`` for a sentence that stands on a stored passage, else ``proved``."""
        spoken = any(isinstance(self.items[n - 1], Passage) for n in sentence.citations)
        return "source" if spoken else "proved"

    def to_json(self) -> list[dict[str, Any]]:
        return [{"n": n, **cite(item)} for n, item in enumerate(self.items, 1)]


def cite(item: Evidence) -> dict[str, Any]:
    """A citation in the contract's shape."""
    if isinstance(item, Passage):
        return item.to_json()
    if isinstance(item, Fact):
        return {"kind": "fact", **item.model_dump(mode="json")}
    part = item.parts[0]
    return {
        "kind": "fact",
        "id": item.id,
        "key": item.expression,
        "derived": item.expression,
        "subject": part.subject,
        "value": float(item.value),
        "unit": item.unit,
        "display": item.display,
        "as_of": max(p.as_of for p in item.parts).isoformat(),
        "base": None,
        "definition": f"Computed from other figures: {item.expression}.",
        "inputs": [p.model_dump(mode="json") for p in item.parts],
        "state": part.state,
        "age": max(p.age for p in item.parts),
        "reading": None,
        "caveats": list(dict.fromkeys(c for p in item.parts for c in p.caveats)),
        "source": part.source.model_dump(mode="json"),
    }


@dataclass
class Answer:
    """Everything that a reader, a program or a replay needs of one answer.

    Attributes:
        provenance: Those of the warnings that say where it comes from; the state of the data first.
        usage: Tokens, those that the endpoint had cached among the input.
        identity: What the endpoint calls the model that answered.
        drafts: The sentences as written, with their slots, whether they passed or not.
        evidence: All facts and passages that the tools returned.
        notes: What the tools could not measure.
        language: In which it is written.
        request: How the question was read, in the contract's shape.
        alternatives: Other readings, as questions, where the reading is unsure.
        followups: Questions that would get a good answer next.
        tables: Lists and rankings that a measure answered with, in the contract's shape.
        proved: Its sentences for who wants them proved only, where some words are the model's own.
        gate: What the gate knew beside the evidence: today's date, people's names, when their newest views were known.
    """

    question: str
    as_of: str
    data: str
    model: str
    thread: str
    sentences: list[Sentence] = field(default_factory=list)
    footnotes: Footnotes = field(default_factory=Footnotes)
    withheld: list[Withheld] = field(default_factory=list)
    tools: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    provenance: list[str] = field(default_factory=list)
    usage: dict[str, int] = field(default_factory=lambda: {"input_tokens": 0, "output_tokens": 0, "cached_tokens": 0})
    prompt_version: int = 0
    identity: str = ""
    drafts: list[str] = field(default_factory=list)
    evidence: tuple[tuple[Fact, ...], tuple[Passage, ...]] = ((), ())
    notes: list[str] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    language: Language = "en"
    request: dict[str, Any] = field(default_factory=dict)
    alternatives: list[str] = field(default_factory=list)
    followups: list[str] = field(default_factory=list)
    proved: list[Sentence] = field(default_factory=list)
    gate: dict[str, Any] = field(default_factory=lambda: {"today": "1970-01-01", "people": {}, "newest": {}})

    @property
    def has_grey(self) -> bool:
        """Whether any words in it are the model's own."""
        return any(s.grey for s in self.sentences)

    def paragraphs(self) -> list[list[Sentence]]:
        """The sentences in paragraphs: what was measured, then what people say."""
        out: list[list[Sentence]] = []
        spoken: bool | None = None
        for sentence in self.sentences:
            views = any(isinstance(self.footnotes.items[n - 1], Passage) for n in sentence.citations)
            turns = views != spoken and (sentence.citations or not out)
            if turns or len(out[-1]) >= LONGEST_PARAGRAPH:
                out.append([])
                spoken = views if turns else spoken
            out[-1].append(sentence)
        return out

    def markdown(self) -> str:
        """The answer with its marks, and its notices at the end."""
        between = "" if self.language == "zh" else " "  # Chinese has no space after a full stop
        if self.request.get("form", {}).get("bullets"):
            prose = "\n".join(f"- {s.markdown()}" for s in self.sentences)
        else:
            prose = "\n\n".join(between.join(s.markdown() for s in paragraph) for paragraph in self.paragraphs())
        inks = [text("inks-italics", self.language, model=self.model)] if self.has_grey else []
        notices = "\n".join(f"- {plain_markdown(w)}" for w in [*inks, *self.warnings])
        return "\n\n".join(part for part in (prose, notices) if part)

    def _sentence(self, sentence: Sentence) -> dict[str, Any]:
        spans = sentence.spans(self.footnotes.ink(sentence))
        return {"text": sentence.text, "citations": sentence.citations, "by": sentence.by, "spans": spans}

    def to_json(self) -> dict[str, Any]:
        """The contract's shape."""
        return {
            "question": self.question,
            "answer": self.markdown(),
            "as_of": self.as_of,
            "data": self.data,
            "model": self.model,
            "language": self.language,
            "request": self.request,
            "alternatives": self.alternatives,
            "followups": self.followups,
            "sentences": [self._sentence(s) for s in self.sentences],
            "citations": self.footnotes.to_json(),
            "withheld": [withheld_json(w) for w in self.withheld],
            "tools": self.tools,
            "disclaimer": text("disclaimer", self.language),
            "warnings": self.warnings,
            "tables": self.tables,
            "usage": self.usage,
            "thread": self.thread,
            "prompt_version": self.prompt_version,
            "identity": self.identity,
        }


def withheld_json(withheld: Withheld) -> dict[str, Any]:
    """A withheld sentence in the contract's shape, with the kinds of its reasons, which repeat nothing of it."""
    reasons = withheld.reasons
    return {
        "text": withheld.text,
        "reasons": [r.detail for r in reasons],
        "kinds": list(dict.fromkeys(r.kind for r in reasons)),
    }


def kinds_withheld(withheld: list[Withheld]) -> dict[str, int]:
    """How often each kind of reason was given, the commonest first."""
    counts = Counter(kind for w in withheld for kind in dict.fromkeys(r.kind for r in w.reasons))
    return dict(counts.most_common())
