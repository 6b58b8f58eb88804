"""The daily commentary: facts first, text from them through the gate, kept, and compared with the last.

What is written is kept under a digest of everything it was written from. Asked for again with the same facts, views,
prompt and model, the text kept is given, and no model is called.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.commentary.lease import Lease, Leases, waiting_lease
from assistant.commentary.plan import Plan, plan_commentary
from assistant.commentary.section_writing import Drafted, Stopped, Writing
from assistant.commentary.sections import TITLES
from assistant.commentary.store import CommentaryStore
from assistant.commentary.verdict_table import verdict_table
from assistant.commentary.why_rewritten import why
from assistant.conversation.answer import Footnotes, Sentence, kinds_withheld, withheld_json
from assistant.evidence.derived import Derived
from assistant.evidence.opened import Opened
from assistant.evidence.source import Evidence
from assistant.settings import BUILTIN
from assistant.statements.notices import notices, withheld_notice
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from assistant.writing.prompts import SECTION_VERSION
from tools.data.sessions import now, sessions_between
from tools.fact import Fact


@dataclass(frozen=True)
class Section:
    """A section has been written."""

    id: str
    title: str
    sentences: list[Sentence]
    done: int = 0
    total: int = len(TITLES)


@dataclass(frozen=True)
class Commentary:
    """One day's commentary.

    Attributes:
        document: The contract's JSON.
        fresh: Whether it was written now; False where it was kept from before.
    """

    document: dict[str, Any]
    fresh: bool = True

    @property
    def id(self) -> str:
        """Digest of the facts, views, prompt version and model it was written from."""
        return str(self.document["id"])

    @property
    def as_of(self) -> str:
        return str(self.document["as_of"])

    @property
    def rewritten(self) -> str:
        """Why it was written although the day had one by the same model; empty for a day's first."""
        return str(self.document.get("rewritten") or "")

    @property
    def language(self) -> Language:
        """In which it is written; one kept before there were two languages is English."""
        return "zh" if self.document.get("language") == "zh" else "en"

    @property
    def warnings(self) -> list[str]:
        return list(self.document["warnings"])

    @property
    def citations(self) -> list[dict[str, Any]]:
        return list(self.document["citations"])

    @property
    def sections(self) -> list[Section]:
        """The sections with their marks, as they were written."""
        return [
            Section(s["id"], s["title"], [sentence_of(t) for t in s["sentences"]], n)
            for n, s in enumerate(self.document["sections"], 1)
        ]


def sentence_of(stored: dict[str, Any]) -> Sentence:
    """A sentence with its marks, from its JSON."""
    return Sentence(stored["text"], tuple((int(place), int(n)) for place, n in stored["marks"]))


def brief_json(
    opened: Opened, evidence: Evidence, model: str | None = None, language: Language = "en"
) -> dict[str, Any]:
    """The contract's ``brief --json`` of the evidence's date: kept where it was written before, else written now.

    Args:
        opened: For its database.
        evidence: Facts and views as of the date.
        model: ``builtin`` or a model of the endpoint; the settings' when None.
        language: In which it is written.

    Raises:
        StoreError: The database can't be read or written; what was stored is kept.
    """
    last = None
    for event in write_commentary(opened, evidence, model or opened.settings.model, language=language):
        last = event
    assert isinstance(last, Commentary)
    return last.document


def write_commentary(
    opened: Opened,
    evidence: Evidence,
    model: str,
    stop: threading.Event | None = None,
    language: Language = "en",
) -> Iterator[Section | Commentary]:
    """Writes the commentary of the evidence's date, and keeps it; one that is kept is given as it is.

    Of several processes that ask at once one writes, and the others wait for its text.

    Args:
        opened: For its database.
        evidence: Facts and views.
        model: ``builtin`` or a model of the endpoint; a section it fails at is written by the built-in writer.
        stop: Set to stop the writing; nothing is kept then, and nothing kept is lost.
        language: In which it is written; in another than English the built-in writer writes, whatever the model.

    Yields:
        Each section as it is done, in order, and last the whole.

    Raises:
        Stopped: ``stop`` was set.
        LeaseLost: Another process took the writing over; nothing was kept.
        StoreError: The database can't be read or written; what was stored is kept.
    """
    store = CommentaryStore(opened.engine)
    model = model if language == "en" else BUILTIN
    last = store.latest(evidence.data, evidence.as_of.isoformat(), model, language)
    plan = plan_commentary(store, evidence, last, language)
    identity, stop = plan.identity(model), stop or threading.Event()
    with waiting_lease(Leases(opened.engine), f"commentary/{identity}", lambda: store.get(identity), stop) as lease:
        kept = lease.found
        if kept is None:
            reason = why(last, plan.facts, plan.passages, model) if last else None
            try:
                yield from _write(store, plan, model, stop, reason, lease)
            except Stopped:
                lease.check()  # where it was lost, that is why
                raise
            return
    commentary = Commentary(_renewed(kept, evidence), fresh=False)
    yield from commentary.sections
    yield commentary


def _write(
    store: CommentaryStore,
    plan: Plan,
    model: str,
    stop: threading.Event,
    reason: str | None,
    lease: Lease[dict[str, Any]],
) -> Iterator[Section | Commentary]:
    work = Writing(plan.evidence, plan.briefs, model, plan.language, stop=stop)
    footnotes = Footnotes()
    sections: list[Section] = []
    written: list[dict[str, Any]] = []
    for drafted in work.run():
        title = text(f"title-{drafted.id.replace('_', '-')}", plan.language)
        section = Section(drafted.id, title, [footnotes.sentence(g) for g in drafted.grounded], len(sections) + 1)
        sections.append(section)
        written.append(_section_json(section, drafted, plan, footnotes))
        yield section
        if stop.is_set():
            raise Stopped
    if all(s["writer"] == BUILTIN for s in written):  # of an endpoint that gave nothing, nothing is the model's
        work.model = BUILTIN
    document = {**_document(plan, work, written, footnotes), "rewritten": reason}
    lease.check()
    store.add(document, plan.facts, now())
    kept = store.get(document["id"]) or document
    yield Commentary({**kept, "notes": document["notes"], "warnings": document["warnings"]})


def _section_json(section: Section, drafted: Drafted, plan: Plan, footnotes: Footnotes) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": section.id,
        "title": section.title,
        "sentences": [_sentence_json(s) for s in section.sentences],
        "writer": drafted.writer,
    }
    if section.id == "rotation" and (table := verdict_table(plan.briefs["rotation"].ledger, footnotes, plan.language)):
        out["table"] = {**table, "rows": [[_sentence_json(cell) for cell in row] for row in table["rows"]]}
    return out


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    return {"text": sentence.text, "citations": sentence.citations, "marks": [list(mark) for mark in sentence.marks]}


def _document(plan: Plan, work: Writing, sections: list[dict[str, Any]], footnotes: Footnotes) -> dict[str, Any]:
    evidence = plan.evidence
    withheld = [_withheld(work, plan.language)] if work.withheld else []
    notes = [*withheld, *work.faults]
    lent = ",".join(s["id"] for s in sections if s["writer"] != work.model) if work.faults else ""
    return {
        "as_of": evidence.as_of.isoformat(),
        "data": evidence.data,
        "model": work.model,
        "language": plan.language,
        "id": plan.identity(work.model, lent),
        "prompt_version": SECTION_VERSION,
        "version": evidence.market.version,
        "sections": sections,
        "citations": footnotes.to_json(),
        "used": _used(footnotes),
        "changes": [c.to_json() for c in plan.changes],
        "previous": plan.previous["id"] if plan.previous else None,
        "compared_with": plan.compared,
        "passages": plan.passages,
        "withheld": [withheld_json(w) for w in work.withheld],
        "disclaimer": text("disclaimer", plan.language),
        "notes": notes,
        "warnings": [*notes, *_notices(evidence, plan.language)],
    }


def _withheld(work: Writing, language: Language) -> str:
    return withheld_notice(kinds_withheld(work.withheld), len(work.withheld), language)


def _notices(evidence: Evidence, language: Language) -> list[str]:
    told = notices(evidence, [], language=language)
    return told if language == "en" else [*told, text("notice-original", language)]


def _used(footnotes: Footnotes) -> list[str]:
    """Ids of the facts that the text states, those behind derived figures included."""
    facts = [f for item in footnotes.items for f in (item.parts if isinstance(item, Derived) else [item])]
    return list(dict.fromkeys(f.id for f in facts if isinstance(f, Fact)))


def _renewed(document: dict[str, Any], evidence: Evidence) -> dict[str, Any]:
    """A kept commentary with what depends on now: how old its figures are, and the data's notices."""
    settled = evidence.market.last_settled

    def aged(row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "age": sessions_between(date.fromisoformat(row["as_of"]), settled)} if "age" in row else row

    return {
        **document,
        "citations": [aged(c) for c in document["citations"]],
        "facts": [aged(f) for f in document["facts"]],
        "warnings": [*document["notes"], *_notices(evidence, document.get("language", "en"))],
    }
