"""The daily commentary: facts first, text from them through the gate, kept, and compared with the last."""

import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.answer import Footnotes, Sentence, source_line, withheld_notice
from assistant.changes import Change, compare, draft_changes
from assistant.evidence import Evidence
from assistant.grounding import Gate, Grounded, Withheld
from assistant.ledger import Ledger
from assistant.models import endpoint_model, model_fault
from assistant.notices import notices
from assistant.program import Program
from assistant.prompts import DISCLAIMER, SECTION, VERSION
from assistant.sections import TITLES, draft, section_ledger
from assistant.sentences import split
from assistant.settings import BUILTIN
from assistant.statements import lines
from assistant.store import CommentaryStore
from assistant.views import newest_views
from tools.facts import spell_date
from tools.sessions import now

WRITERS = 4  # sections asked of an endpoint at a time


@dataclass(frozen=True)
class Section:
    """A section has been written."""

    id: str
    title: str
    sentences: list[Sentence]
    done: int = 0
    total: int = len(TITLES)


@dataclass
class Commentary:
    """One day's commentary.

    Attributes:
        id: Hash of the facts, passages, prompt version and model it was written from.
        changes: What is different from the previous commentary, the most material first.
        document: The contract's JSON.
    """

    id: str
    as_of: str
    data: str
    model: str
    sections: list[Section]
    footnotes: Footnotes
    changes: list[Change]
    previous: str | None
    withheld: list[Withheld]
    warnings: list[str]
    document: dict[str, Any] = field(default_factory=dict)

    def markdown(self) -> str:
        """The commentary as Markdown with its sources at the end."""
        day = spell_date(date.fromisoformat(self.as_of))
        parts = [f"# Small-cap rotation: {day}", *(f"**{w}**" for w in self.warnings if w.startswith("Simulated"))]
        parts += [f"## {s.title}\n\n" + " ".join(t.marked() for t in s.sentences) for s in self.sections]
        parts.append("## Sources\n\n" + "\n".join(source_line(c) for c in self.footnotes.to_json()))
        parts.append("\n".join(f"- {w}" for w in self.warnings))
        return "\n\n".join([*parts, DISCLAIMER]) + "\n"


def write_commentary(program: Program, evidence: Evidence, model: str) -> Iterator[Section | Commentary]:
    """Writes the commentary of the evidence's date, and keeps it.

    Args:
        program: For its database.
        evidence: Facts and views.
        model: ``builtin`` or a model of the endpoint; a section it fails at is written by the built-in writer.

    Yields:
        Each section as it is done, in order, and last the whole.
    """
    store = CommentaryStore(program.engine)
    as_of = evidence.as_of
    ledgers = {s: section_ledger(s, evidence.catalogue, evidence.library, as_of) for s in TITLES}
    previous = store.before(as_of.isoformat(), evidence.data)
    facts = {f.key: f for ledger in ledgers.values() for f in ledger.facts}
    changes = compare(previous["facts"] if previous else [], list(facts.values()))
    ledgers["changes"] = Ledger([facts[c.key] for c in changes if c.key in facts])
    work = _Writing(evidence, model, ledgers, draft_changes(changes, previous, facts))
    sections = []
    for section in work.run():
        sections.append(section)
        yield section
    document_id = _identity(facts, ledgers, work.model)
    out = Commentary(
        document_id,
        as_of.isoformat(),
        evidence.data,
        work.model,
        sections,
        work.footnotes,
        changes,
        previous["id"] if previous else None,
        work.withheld,
        work.warnings + notices(evidence, []),
    )
    if out.withheld:
        out.warnings.insert(0, withheld_notice(out.withheld))
    out.document = {
        "as_of": out.as_of,
        "data": out.data,
        "model": out.model,
        "id": out.id,
        "prompt_version": VERSION,
        "sections": [
            {
                "id": s.id,
                "title": s.title,
                "sentences": [{"text": t.text, "citations": t.citations} for t in s.sentences],
            }
            for s in sections
        ],
        "citations": out.footnotes.to_json(),
        "facts": [{"kind": "fact", **f.model_dump(mode="json")} for f in facts.values()],
        "changes": [c.to_json() for c in changes],
        "previous": out.previous,
        "withheld": [{"text": w.text, "reasons": [r.detail for r in w.reasons]} for w in out.withheld],
        "disclaimer": DISCLAIMER,
        "warnings": out.warnings,
    }
    store.add(out.document, now())
    yield out


def _identity(facts: dict[str, Any], ledgers: dict[str, Ledger], model: str) -> str:
    parts = [
        sorted(f.id for f in facts.values()),
        sorted(p for ledger in ledgers.values() for p in ledger.passages),
        VERSION,
        model,
    ]
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=10).hexdigest()


class _Writing:
    """One commentary in progress."""

    def __init__(self, evidence: Evidence, model: str, ledgers: dict[str, Ledger], changes: list[str]) -> None:
        self.evidence, self.model, self.ledgers, self._changes = evidence, model, ledgers, changes
        self.footnotes = Footnotes()
        self.withheld: list[Withheld] = []
        self.warnings: list[str] = []

    def run(self) -> Iterator[Section]:
        if self.model == BUILTIN:
            for name in TITLES:
                yield self._section(name, None)
            return
        with ThreadPoolExecutor(WRITERS) as pool:
            pending = {name: pool.submit(self._ask, name) for name in TITLES if name != "changes"}
            for name in TITLES:
                yield self._section(name, pending[name].result() if name in pending else None)

    def _ask(self, name: str) -> list[str] | None:
        """The endpoint's draft of a section; None where it fails, which is said once."""
        ledger = self.ledgers[name]
        try:
            return split(
                endpoint_model(self.model).invoke(SECTION.format(title=TITLES[name], evidence=lines(ledger))).text
            )
        except Exception as error:
            fault = model_fault(error)
            if fault is None:
                raise
            self.warnings.append(f"{fault}. The built-in writer wrote what the model did not.")
            return None

    def _section(self, name: str, drafted: list[str] | None) -> Section:
        done = list(TITLES).index(name) + 1
        sentences = self._gate(name, drafted) if drafted else []
        if not sentences:
            sentences = self._gate(name, draft(name, self.ledgers[name], self.evidence.as_of, self._changes))
        self.warnings = list(dict.fromkeys(self.warnings))
        return Section(name, TITLES[name], [self.footnotes.sentence(g) for g in sentences], done)

    def _gate(self, name: str, drafts: list[str]) -> list[Grounded]:
        newest = newest_views(self.evidence.library.passages, self.evidence.as_of)
        people = {n: p.name for p in self.evidence.library.people for n in (p.name.lower(), p.last_name)}
        gate = Gate(self.ledgers[name], self.evidence.as_of, self.evidence.today, people, newest)
        verdicts = [gate.judge(d) for d in drafts]
        self.withheld += [v for v in verdicts if isinstance(v, Withheld)]
        return [v for v in verdicts if isinstance(v, Grounded)]
