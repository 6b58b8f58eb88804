"""The daily commentary: facts first, text from them through the gate, kept, and compared with the last.

What is written is kept under a digest of everything it was written from. Asked for again with the same facts, views,
prompt and model, the text kept is given, and no model is called.
"""

import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.answer import Footnotes, Sentence, withheld_notice
from assistant.cases import Case, cases
from assistant.changes import (
    RECENT,
    WATCHED,
    Change,
    compare,
    draft_changes,
    revisions,
    scale_of,
    told,
)
from assistant.evidence import Evidence
from assistant.lease import waiting_lease
from assistant.ledger import Ledger
from assistant.notices import notices
from assistant.program import Program
from assistant.prompts import DISCLAIMER, SECTION_VERSION
from assistant.sections import TITLES, Brief, section_ledger
from assistant.settings import BUILTIN
from assistant.slots import Derived
from assistant.store import CommentaryStore
from assistant.tables import verdict_table
from assistant.views import newest_views
from assistant.writing import Drafted, Stopped, Writing
from tools.calendar import calendar_facts, closure_fact
from tools.errors import MarketDataError
from tools.facts import Fact
from tools.sessions import now, previous_session, sessions_back, sessions_between


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


def brief_json(program: Program, evidence: Evidence, model: str | None = None) -> dict[str, Any]:
    """The contract's ``brief --json`` of the evidence's date: kept where it was written before, else written now.

    Args:
        program: For its database.
        evidence: Facts and views as of the date.
        model: ``builtin`` or a model of the endpoint; the settings' when None.

    Raises:
        StoreError: The database can't be read or written; what was stored is kept.
    """
    last = None
    for event in write_commentary(program, evidence, model or program.settings.model):
        last = event
    assert isinstance(last, Commentary)
    return last.document


def write_commentary(
    program: Program, evidence: Evidence, model: str, stop: threading.Event | None = None
) -> Iterator[Section | Commentary]:
    """Writes the commentary of the evidence's date, and keeps it; one that is kept is given as it is.

    Of several processes that ask at once one writes, and the others wait for its text.

    Args:
        program: For its database.
        evidence: Facts and views.
        model: ``builtin`` or a model of the endpoint; a section it fails at is written by the built-in writer.
        stop: Set to stop the writing; nothing is kept then, and nothing kept is lost.

    Yields:
        Each section as it is done, in order, and last the whole.

    Raises:
        Stopped: ``stop`` was set.
        StoreError: The database can't be read or written; what was stored is kept.
    """
    store = CommentaryStore(program.engine)
    plan = _plan(store, program, evidence)
    identity = plan.identity(model)
    with waiting_lease(store, f"commentary/{identity}", lambda: store.get(identity)) as kept:
        if kept is None:
            yield from _write(store, plan, model, stop or threading.Event())
            return
    commentary = Commentary(_renewed(kept, evidence), fresh=False)
    yield from commentary.sections
    yield commentary


@dataclass(frozen=True)
class _Plan:
    """Everything a commentary is written from.

    Attributes:
        briefs: What each section is drafted from.
        facts: The day's facts, each key once.
        changes: Against ``previous`` or, without one, the session before.
        previous: The stored commentary that it is compared with.
        against: ``commentary``, ``session`` or None.
    """

    evidence: Evidence
    briefs: dict[str, Brief]
    facts: tuple[Fact, ...]
    changes: list[Change]
    previous: dict[str, Any] | None
    against: str | None
    compared: str | None

    def identity(self, model: str, extra: str = "") -> str:
        """Digest of the facts, the views, what it is compared with, the prompt's version and the model."""
        passages = {p.id: p for b in self.briefs.values() for p in b.ledger.passages.values()}
        newest = newest_views(self.evidence.library.passages, self.evidence.as_of)
        parts = [
            sorted(f.id for f in self.facts),
            [[p.id, p.text, str(newest.get(p.author))] for p in sorted(passages.values(), key=lambda p: p.id)],
            [f.id for f in self.briefs["changes"].ledger.facts],
            [c.to_json() for c in self.changes],
            self.previous["id"] if self.previous and self.against == "commentary" else self.against,
            self.evidence.data,
            SECTION_VERSION,
            model,
            extra,
        ]
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=10).hexdigest()


def _plan(store: CommentaryStore, program: Program, evidence: Evidence) -> _Plan:
    as_of = evidence.as_of
    whole = [*evidence.catalogue.facts, *calendar_facts(as_of), closure_fact(as_of)]
    sides = cases(evidence.library, as_of)
    ledgers = {s: section_ledger(s, whole, sides.get(s, Case()).passages) for s in TITLES if s != "changes"}
    facts = {f.key: f for ledger in ledgers.values() for f in ledger.facts}
    facts |= {f.key: f for f in whole if WATCHED.fullmatch(f.key)}
    previous = store.before(as_of.isoformat(), evidence.data, sessions_back(as_of, RECENT).isoformat())
    before, changes, against = _compare(program, evidence, previous, list(facts.values()))
    compared = max((f.as_of for f in before.values()), default=None)
    steps = sessions_between(compared, as_of) if compared else 0
    pairs = [
        f
        for c in told(changes, steps)
        for f in (before.get(c.key), facts.get(c.key) if c.kind != "gone" else None)
        if f
    ]
    pairs += [f for c in changes if c.kind == "revision" for f in _revised(program, evidence, before, c)]
    briefs = {s: Brief(ledger, as_of, sides.get(s, Case()).sentences) for s, ledger in ledgers.items()}
    briefs["changes"] = Brief(Ledger(pairs), as_of, changes=draft_changes(changes, against, steps))
    return _Plan(
        evidence, briefs, tuple(facts.values()), changes, previous, against, compared.isoformat() if compared else None
    )


def _compare(
    program: Program, evidence: Evidence, previous: dict[str, Any] | None, facts: list[Fact]
) -> tuple[dict[str, Fact], list[Change], str | None]:
    """The facts held against, by key; what is different; whether they are a commentary's or the session before's."""
    as_of = evidence.as_of
    if previous:
        stated = [fact_of(row) for row in previous["facts"]]
        day, against = date.fromisoformat(previous["as_of"]), "commentary"
        known = evidence.at(day)
        same = known.market.version == previous.get("version")
        revised = [] if same else revisions(stated, known.facts, scale_of(evidence.catalogue, day))
    else:
        try:
            day, against, revised = previous_session(as_of), "session", []
            stated = [f for f in evidence.at(day).facts if f.as_of == day]
        except (ValueError, MarketDataError):  # the first session of all data
            return {}, [], None
    changes = compare(stated, facts, as_of, scale_of(evidence.catalogue, day)) + revised
    return {f.key: f for f in stated}, sorted(changes, key=lambda c: (-c.materiality, c.key)), against


def _revised(program: Program, evidence: Evidence, before: dict[str, Fact], change: Change) -> list[Fact]:
    was = before[change.key]
    now_known = evidence.at(was.as_of).get(change.key)
    return [was, now_known] if now_known else []


def fact_of(row: dict[str, Any]) -> Fact:
    """A fact from its JSON."""
    return Fact.model_validate({k: v for k, v in row.items() if k not in ("id", "display", "kind", "n")})


def _write(store: CommentaryStore, plan: _Plan, model: str, stop: threading.Event) -> Iterator[Section | Commentary]:
    work = Writing(plan.evidence, plan.briefs, model, stop=stop)
    footnotes = Footnotes()
    sections: list[Section] = []
    written: list[dict[str, Any]] = []
    for drafted in work.run():
        section = Section(
            drafted.id, TITLES[drafted.id], [footnotes.sentence(g) for g in drafted.grounded], len(sections) + 1
        )
        sections.append(section)
        written.append(_section_json(section, drafted, plan, footnotes))
        yield section
        if stop.is_set():
            raise Stopped
    if all(s["writer"] == BUILTIN for s in written):  # of an endpoint that gave nothing, nothing is the model's
        work.model = BUILTIN
    document = _document(plan, work, written, footnotes)
    store.add(document, plan.facts, now())
    kept = store.get(document["id"]) or document
    yield Commentary({**kept, "notes": document["notes"], "warnings": document["warnings"]})


def _section_json(section: Section, drafted: Drafted, plan: _Plan, footnotes: Footnotes) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": section.id,
        "title": section.title,
        "sentences": [_sentence_json(s) for s in section.sentences],
        "writer": drafted.writer,
    }
    if section.id == "rotation" and (table := verdict_table(plan.briefs["rotation"].ledger, footnotes)):
        out["table"] = {**table, "rows": [[_sentence_json(cell) for cell in row] for row in table["rows"]]}
    return out


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    return {"text": sentence.text, "citations": sentence.citations, "marks": [list(mark) for mark in sentence.marks]}


def _document(plan: _Plan, work: Writing, sections: list[dict[str, Any]], footnotes: Footnotes) -> dict[str, Any]:
    evidence = plan.evidence
    notes = [*([withheld_notice(work.withheld)] if work.withheld else []), *work.faults]
    lent = ",".join(s["id"] for s in sections if s["writer"] != work.model) if work.faults else ""
    return {
        "as_of": evidence.as_of.isoformat(),
        "data": evidence.data,
        "model": work.model,
        "id": plan.identity(work.model, lent),
        "prompt_version": SECTION_VERSION,
        "version": evidence.market.version,
        "sections": sections,
        "citations": footnotes.to_json(),
        "used": _used(footnotes),
        "changes": [c.to_json() for c in plan.changes],
        "previous": plan.previous["id"] if plan.previous else None,
        "compared_with": plan.compared,
        "withheld": [{"text": w.text, "reasons": [r.detail for r in w.reasons]} for w in work.withheld],
        "disclaimer": DISCLAIMER,
        "notes": notes,
        "warnings": [*notes, *notices(evidence, [])],
    }


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
        "warnings": [*document["notes"], *notices(evidence, [])],
    }
