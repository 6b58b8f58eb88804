"""An answer as it is kept: what the reader saw, what it rests on, and what it takes to make it again."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.conversation.answer import Answer, Evidence, Sentence
from assistant.conversation.draft import Draft
from assistant.evidence.derived import Derived
from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Gate, Withheld
from assistant.gate.sentence import Reason
from assistant.statements.plain_markdown import plain_markdown
from assistant.statements.words import text
from corpus.document import Passage
from tools.fact import Fact

_PLAIN = """
question as_of data model thread tools warnings usage prompt_version identity drafts notes
""".split()
_SINCE = (
    "tables",
    "language",
    "request",
    "alternatives",
    "followups",
    "provenance",
)  # kept since 0.3; an older answer has none


def to_document(answer: Answer) -> dict[str, Any]:
    """An answer as JSON from which the same answer can be read back, its evidence apart."""
    return {
        **{name: getattr(answer, name) for name in (*_PLAIN, *_SINCE)},
        "sentences": [_sentence(s) for s in answer.sentences],
        "proved": [_sentence(s) for s in answer.proved],
        "items": [_item(item) for item in answer.footnotes.items],
        "withheld": [{"text": w.text, "reasons": [list(r[:2]) for r in w.reasons]} for w in answer.withheld],
    }


def from_document(document: dict[str, Any]) -> Answer:
    """The answer of a document, without the evidence it didn't cite."""
    answer = Answer(**{name: document[name] for name in _PLAIN})
    for name in _SINCE:
        if name in document:
            setattr(answer, name, document[name])
    for item in document["items"]:
        answer.footnotes.number(_read_item(item))
    answer.sentences = [_read_sentence(s) for s in document["sentences"]]
    answer.proved = [_read_sentence(s) for s in document.get("proved", [])]
    answer.withheld = [Withheld(w["text"], tuple(Reason(*r) for r in w["reasons"])) for w in document["withheld"]]
    return answer


def pack_evidence(answer: Answer) -> bytes:
    """All evidence of an answer with what the gate knew beside it, compressed: some 15 kB."""
    facts, passages = answer.evidence
    return zlib.compress(
        json.dumps(
            {
                "facts": [f.model_dump(mode="json", exclude={"id", "display"}) for f in facts],
                "passages": [p.model_dump(mode="json") for p in passages],
                "gate": answer.gate,
            }
        ).encode()
    )


def unpack_evidence(packed: bytes) -> tuple[list[Fact], list[Passage], dict[str, Any]]:
    """Facts, passages, and what the gate knew beside them."""
    held = json.loads(zlib.decompress(packed))
    facts = [Fact.model_validate(f) for f in held["facts"]]
    return facts, [Passage.model_validate(p) for p in held["passages"]], held["gate"]


def replay(document: dict[str, Any], packed: bytes) -> Answer:
    """The answer made again: its draft through the gate, over its stored evidence. No model, no market, no library.

    Args:
        document: As ``to_document`` made it.
        packed: As ``pack_evidence`` made it.

    Returns:
        An answer whose JSON is the stored one's, byte for byte, as long as the gate judges as it did.
    """
    facts, passages, knew = unpack_evidence(packed)
    stored = from_document(document)
    newest = {name: date.fromisoformat(day) for name, day in knew["newest"].items()}
    ledger = Ledger(facts, passages)
    gate = Gate(
        ledger,
        date.fromisoformat(stored.as_of),
        date.fromisoformat(knew["today"]),
        knew["people"],
        newest,
        stored.language,
        knew.get("wording", "whole"),
    )
    again = from_document(document)
    draft = Draft(gate, again, list(stored.drafts), stood_in=set(knew.get("stood_in", [])))
    draft.judge_again(gate)
    draft.renumber()
    again.withheld, again.proved = draft.withheld, draft.proved()
    return again


def export(title: str, answers: Sequence[Answer]) -> str:
    """A conversation as Markdown: each question, its answer, its sources."""
    from assistant.statements.cards.source_lines import source_line

    parts, language = [f"# {_heading(title)}"], answers[-1].language if answers else "en"
    disclaimer = text("disclaimer", language)
    for answer in answers:
        sources = "\n".join(plain_markdown(source_line(c, answer.language)) for c in answer.footnotes.to_json())
        parts += [
            f"## {_heading(answer.question)}",
            f"As of {answer.as_of}, {answer.data}.",
            answer.markdown(),
            sources,
        ]
    return "\n\n".join(part for part in [*parts, disclaimer] if part) + "\n"


def _sentence(sentence: Sentence) -> dict[str, Any]:
    grey = {"grey": [list(g) for g in sentence.grey]} if sentence.grey else {}
    return {"text": sentence.text, "marks": [list(m) for m in sentence.marks], "by": sentence.by, **grey}


def _read_sentence(kept: dict[str, Any]) -> Sentence:
    grey = tuple((start, end) for start, end in kept.get("grey", []))
    return Sentence(kept["text"], tuple((p, n) for p, n in kept["marks"]), kept.get("by", "code"), grey)


def _heading(text: str) -> str:
    return plain_markdown(" ".join(text.split()))


def _item(item: Evidence) -> dict[str, Any]:
    if isinstance(item, Fact):
        return {"fact": item.model_dump(mode="json", exclude={"id", "display"})}
    if isinstance(item, Passage):
        return {"passage": item.model_dump(mode="json")}
    parts = [p.model_dump(mode="json", exclude={"id", "display"}) for p in item.parts]
    return {"derived": item.expression, "value": str(item.value), "unit": item.unit, "parts": parts}


def _read_item(item: dict[str, Any]) -> Evidence:
    if "fact" in item:
        return Fact.model_validate(item["fact"])
    if "passage" in item:
        return Passage.model_validate(item["passage"])
    parts = tuple(Fact.model_validate(p) for p in item["parts"])
    return Derived(item["derived"], Decimal(item["value"]), item["unit"], parts)
