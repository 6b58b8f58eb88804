"""Why a day's commentary is written anew, in one line.

One that is kept stays as it is: it is compared with what it was compared with, whatever other day's was written since.
Only what it was written from makes it another: the day's facts, the documents it draws on, the writer.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assistant.evidence.derived import SlotError
from assistant.statements.kinds.what_changed import label
from assistant.writing.prompts import SECTION_VERSION
from corpus.document import Passage
from tools.fact import Fact


def drawn_on(passages: Mapping[str, Passage], newest: Mapping[str, date]) -> dict[str, str]:
    """The passages a commentary is written from, each with a digest of its text and its author's newest date."""
    told = {p.id: f"{p.text}\n{newest.get(p.author)}" for p in passages.values()}
    return {i: hashlib.blake2b(text.encode(), digest_size=6).hexdigest() for i, text in sorted(told.items())}


def why(kept: Mapping[str, Any], facts: Sequence[Fact], passages: Mapping[str, str], model: str) -> str:
    """What is different from what the kept commentary of the same day and model was written from.

    Args:
        kept: Its document.
        facts: The day's facts now.
        passages: What ``drawn_on`` gives now.
        model: Who writes.
    """
    reasons = []
    if kept["prompt_version"] != SECTION_VERSION:
        reasons.append("this version of Footnote writes commentaries otherwise")
    reasons += [r for r in (_facts(kept["facts"], facts), _documents(kept, passages)) if r]
    if any(s["writer"] != model for s in kept["sections"]):
        reasons.append(f"{model} failed on the way then, and was asked again")
    return "Written anew: " + ("; ".join(reasons) or "what it is compared with was revised") + "."


def _facts(before: Sequence[Mapping[str, Any]], now: Sequence[Fact]) -> str:
    was, known = {f["key"]: f for f in before}, {f.key: f for f in now}
    parts = []
    if other := [k for k, f in known.items() if k in was and was[k]["id"] != f.id]:
        shown = [k for k in other if was[k]["display"] != known[k].display]
        first = next((name for k in shown if (name := _named(known[k], was[k]["display"]))), "")
        rest = "rests" if len(other) == 1 else "rest"
        parts.append(f"{_count(len(other), 'figure')} {rest} on revised bars or another definition{first}")
    if new := [k for k in known if k not in was]:
        parts.append(f"{_count(len(new), 'figure')} that had no data came in")
    if gone := [k for k in was if k not in known]:
        parts.append(f"{_count(len(gone), 'figure')} can't be measured any more")
    return "; ".join(parts)


def _named(fact: Fact, before: str) -> str:
    try:
        return f" ({label(fact)} was {before}, is {fact.display})"
    except SlotError:
        return ""


def _documents(kept: Mapping[str, Any], now: Mapping[str, str]) -> str:
    cited = {c["id"] for c in kept["citations"] if c["kind"] == "passage"}
    was = kept.get("passages")
    if was is None:  # kept before the passages were
        return "other documents stand in the library" if not cited <= set(now) else ""
    parts = [
        (word, sorted(ids))
        for word, ids in (
            ("drawn on now", set(now) - set(was)),
            ("no longer drawn on", set(was) - set(now)),
            ("not as it was, or its author has a newer one", {i for i in set(was) & set(now) if was[i] != now[i]}),
        )
        if ids
    ]
    return "; ".join(f"{', '.join(ids[:3])} {'is' if len(ids) == 1 else 'are'} {word}" for word, ids in parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
