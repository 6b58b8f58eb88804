"""What a commentary is written from: the evidence of each section, both cases, what changed since the last one."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.commentary.cases import Case, cases
from assistant.commentary.changes import RECENT, WATCHED, Change, compare, draft_changes, revisions, scale_of, told
from assistant.commentary.sections import TITLES, Brief, section_ledger
from assistant.commentary.store import CommentaryStore, fact_of
from assistant.commentary.why_rewritten import drawn_on
from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.gate.views.people import newest_views
from assistant.statements.sentence_parts import Language
from assistant.writing.prompts import SECTION_VERSION
from corpus.document import Passage
from tools.data.sessions import previous_session, sessions_back, sessions_between
from tools.errors import MarketDataError
from tools.fact import Fact
from tools.macro.calendar import calendar_facts, closure_fact


@dataclass(frozen=True)
class Plan:
    """Everything a commentary is written from.

    Attributes:
        briefs: What each section is drafted from.
        facts: The day's facts, each key once.
        changes: Against ``previous`` or, without one, the session before.
        previous: The stored commentary that it is compared with.
        against: ``commentary``, ``session`` or None.
        compared: The session it is compared with.
        language: In which it is written.
    """

    evidence: Evidence
    briefs: dict[str, Brief]
    facts: tuple[Fact, ...]
    changes: list[Change]
    previous: dict[str, Any] | None
    against: str | None
    compared: str | None
    language: Language = "en"

    def identity(self, model: str, extra: str = "") -> str:
        """Digest of the facts, the views, what it is compared with, the prompt's version and the model."""
        passages, newest = self._views()
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
            *([self.language] if self.language != "en" else []),
        ]
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=10).hexdigest()

    @property
    def passages(self) -> dict[str, str]:
        """What it draws on of the library, as it is kept with the text."""
        return drawn_on(*self._views())

    def _views(self) -> tuple[dict[str, Passage], dict[str, date]]:
        passages = {p.id: p for b in self.briefs.values() for p in b.ledger.passages.values()}
        return passages, newest_views(self.evidence.library.passages, self.evidence.as_of)


def plan_commentary(
    store: CommentaryStore, evidence: Evidence, kept: dict[str, Any] | None = None, language: Language = "en"
) -> Plan:
    """Gathers the evidence of each section, and holds the day's facts against what was stated or known before.

    Args:
        store: Has the previous commentary; one of more than a month before is none that a reader has in mind.
        evidence: Facts and views as of the session.
        kept: The session's own commentary where there is one: it stays compared with what it was compared with.
        language: In which it is written.
    """
    as_of = evidence.as_of
    whole = [*evidence.catalogue.facts, *calendar_facts(as_of), closure_fact(as_of)]
    sides = cases(evidence.library, as_of)
    ledgers = {s: section_ledger(s, whole, sides.get(s, Case()).passages) for s in TITLES if s != "changes"}
    facts = {f.key: f for ledger in ledgers.values() for f in ledger.facts}
    facts |= {f.key: f for f in whole if WATCHED.fullmatch(f.key)}
    if kept:
        previous = store.get(kept["previous"]) if kept["previous"] else None
    else:
        previous = store.before(as_of.isoformat(), evidence.data, sessions_back(as_of, RECENT).isoformat())
    before, changes, against = _compare(evidence, previous, list(facts.values()))
    compared = max((f.as_of for f in before.values()), default=None)
    steps = sessions_between(compared, as_of) if compared else 0
    pairs = [
        f
        for c in told(changes, steps)
        for f in (before.get(c.key), facts.get(c.key) if c.kind != "gone" else None)
        if f
    ]
    pairs += [f for c in changes if c.kind == "revision" for f in _revised(evidence, before, c)]
    briefs = {s: Brief(ledger, as_of, sides.get(s, Case()).sentences) for s, ledger in ledgers.items()}
    briefs["changes"] = Brief(Ledger(pairs), as_of, changes=draft_changes(changes, against, steps))
    return Plan(
        evidence,
        briefs,
        tuple(facts.values()),
        changes,
        previous,
        against,
        compared.isoformat() if compared else None,
        language,
    )


def _compare(
    evidence: Evidence, previous: dict[str, Any] | None, facts: list[Fact]
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


def _revised(evidence: Evidence, before: dict[str, Fact], change: Change) -> list[Fact]:
    was = before[change.key]
    now_known = evidence.at(was.as_of).get(change.key)
    return [was, now_known] if now_known else []
