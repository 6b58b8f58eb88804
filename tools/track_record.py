"""Analysts' calls as a ledger, and how each analyst's came out: from the facts of ``tools.calls`` alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from tools.facts import Fact

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
        calls: All that are known.
        settled: Of them, those that stood on their day and whose day has passed: the n of what follows.
        hits: Of those, how many were reached.
        typical_miss: Median distance of the close from the target, as a fraction of it, without its sign; None
            without a settled call.
        lean: Median of the same with its sign, negative where the close was below the target.
        replaced: How many were replaced or withdrawn before their day.
        caveat: What is to be said of so few; empty from ``FEW`` settled calls on.
    """

    author: str
    calls: int
    settled: int
    hits: int
    typical_miss: float | None
    lean: float | None
    replaced: int
    caveat: str


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
    return sorted(records, key=lambda r: (-r.settled, -r.calls, r.author))


def _record(author: str, calls: list[Entry]) -> Record:
    stood = [e for e in calls if e.status in ("hit", "missed")]
    misses = [float(e.facts["missed_by"].value) for e in stood]
    n = len(stood)
    caveat = ""
    if n == 0:
        caveat = "no call of theirs has come due"
    elif n < FEW:
        caveat = f"{n} settled call{'s' if n > 1 else ''}: too few to tell skill from luck"
    return Record(
        author, len(calls), n, sum(e.status == "hit" for e in stood),
        median(abs(m) for m in misses) if misses else None, median(misses) if misses else None,
        sum(e.status in ("superseded", "withdrawn") for e in calls), caveat,
    )  # fmt: skip
