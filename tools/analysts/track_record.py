"""Analysts' calls as a ledger, and how each analyst's came out: from the facts of ``tools.analysts.calls`` alone."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from tools.caveats import caveat
from tools.definitions import definition
from tools.fact import Fact, Source, stored

FEW = 10  # settled calls under which a record tells nothing of skill
Status = Literal["runs", "hit", "missed", "superseded", "withdrawn", "unsettled"]


@dataclass(frozen=True)
class Entry:
    """One call with its facts by metric.

    Attributes:
        subject: Its key, such as ``call.desantis_2025_12_09``.
        author: Who made it.
        index: Symbol of what it is on.
        issued: The day it was known.
        horizon: The day it is for.
        facts: By metric: target, issue_close, upside_from_close and its like, settled, missed_by.
        status: Where it stands; a call replaced or withdrawn before its day counts as that, whatever the close was.
        replaced: By which later call, in words.
    """

    subject: str
    author: str
    index: str
    issued: date
    horizon: date
    facts: dict[str, Fact]
    status: Status
    replaced: str = ""


@dataclass(frozen=True)
class Record:
    """How an analyst's calls came out, of those that stood on their day.

    Attributes:
        author: Whose.
        facts: By metric: ``calls`` (all that are known), ``calls_settled`` (those that stood on their day and whose day
            has passed: the n of what follows), ``calls_hit``, ``calls_replaced`` (before their day); with a settled
            call ``typical_miss`` (median distance of the close from the target, as a fraction of it) and ``lean`` (the
            same with its sign, negative where the close was below).
        caveat: What is to be said of so few; empty from ``FEW`` settled calls on.
    """

    author: str
    facts: dict[str, Fact]
    caveat: str

    def count(self, metric: str) -> int:
        """A count of the record, such as ``calls_hit``."""
        return int(self.facts[metric].value)


def ledger(facts: Iterable[Fact]) -> list[Entry]:
    """The calls among facts, the newest first; a call without its target is none."""
    grouped: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.subject.startswith("call."):
            grouped.setdefault(fact.subject, {})[fact.metric] = fact
    entries = [_entry(subject, held) for subject, held in grouped.items() if "target" in held]
    return sorted(entries, key=lambda e: (e.issued, e.subject), reverse=True)


def _entry(subject: str, held: dict[str, Fact]) -> Entry:
    target = held["target"]
    issued, horizon = target.dates
    words = "; ".join(target.caveats)
    replaced = re.search(r"superseded by [^;]+", words)
    symbols = [i.symbol for f in held.values() for i in f.inputs if not i.symbol.startswith("library:")]
    status: Status
    if "withdrawn" in words:
        status = "withdrawn"
    elif replaced:
        status = "superseded"
    elif "settled" in held:
        status = "hit" if str(held["settled"].reading).startswith("hit") else "missed"
    else:
        status = "runs" if "upside_from_close" in held else "unsettled"
    return Entry(
        subject, target.source.publisher.split(",")[0], symbols[0] if symbols else "", issued, horizon, held, status,
        replaced[0].removeprefix("superseded by ") if replaced else "",
    )  # fmt: skip


def track_records(entries: Sequence[Entry]) -> list[Record]:
    """Each analyst's record, those with most calls first."""
    authors = dict.fromkeys(e.author for e in entries)
    records = [_record(author, [e for e in entries if e.author == author]) for author in authors]
    return sorted(records, key=lambda r: (-r.count("calls_settled"), -r.count("calls"), r.author))


def _record(author: str, calls: list[Entry]) -> Record:
    stood = [e for e in calls if e.status in ("hit", "missed")]
    groups = {
        "calls": calls, "calls_settled": stood, "calls_hit": [e for e in stood if e.status == "hit"],
        "calls_replaced": [e for e in calls if e.status in ("superseded", "withdrawn")],
    }  # fmt: skip
    n = len(stood)
    few = "" if n >= FEW else caveat({0: "none-due", 1: "one-due"}.get(n, "few-due"), n=n)
    facts = [_fact(author, metric, len(held), "count", held or calls, few) for metric, held in groups.items()]
    misses = [float(e.facts["missed_by"].value) for e in stood]
    if misses:
        facts.append(_fact(author, "typical_miss", median(abs(m) for m in misses), "fraction", stood, few))
        facts.append(_fact(author, "lean", median(misses), "fraction", stood, few))
    return Record(author, {f.metric: f for f in facts}, few)


def _fact(author: str, metric: str, value: float, unit: str, calls: Sequence[Entry], few: str) -> Fact:
    """One figure of a record, which rests on the inputs of its calls; its id changes with any of them."""
    behind = [e.facts["missed_by" if unit == "fraction" else "target"] for e in calls]
    meaning = definition(metric)
    whole = hashlib.blake2b("|".join(sorted(f.id for f in behind)).encode(), digest_size=8).hexdigest()
    inputs = {i: None for f in behind for i in f.inputs}
    first, *rest = [i.model_copy(update={"digest": whole}) if n == 0 else i for n, i in enumerate(inputs)]
    subject = f"record.{re.sub('[^a-z0-9]+', '_', author.lower()).strip('_')}"
    return Fact(
        key=f"{subject}.{metric}", value=stored(value, unit), unit=unit, subject=subject, as_of=behind[0].as_of,
        definition=meaning.words, version=meaning.version, inputs=(first, *rest),
        source=Source(publisher="Footnote's library", retrieved_at=max(f.source.retrieved_at for f in behind)),
        state="simulated" if any(f.state == "simulated" for f in behind) else "settled", reading=author,
        caveats=(few,) if few else (), dates=tuple(sorted(e.horizon for e in calls)),
    )  # fmt: skip
