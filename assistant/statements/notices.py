"""What stands under every answer about its data: the bars' state and age, what is missing, the library's range."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.evidence.source import Evidence
from assistant.statements.sentence_parts import Language
from assistant.statements.words import spell, text, text_or
from corpus.document import Passage
from tools.data.sessions import sessions_between

_SIMULATED = "Simulated"  # how the source's own warning begins


def notices(evidence: Evidence, notes: list[str], days: Sequence[date] = (), language: Language = "en") -> list[str]:
    """Notices for an answer or a commentary.

    Args:
        evidence: What it was made from.
        notes: What its tools could not measure, in English.
        days: The sessions its figures are of, where they are others than the evidence's own.
        language: Whose words; what a data source or a tool reports stays in English.
    """
    market = evidence.market
    out = _simulated(evidence, language)
    # A symbol the source doesn't have matters where it was asked for, and then its tool says so.
    warned = [w for w in market.warnings if not w.startswith("Not measured:") or "no such symbol" not in w]
    out += [w for w in warned if not w.startswith(_SIMULATED)]
    out += [f"{capital(note)}." if not note.endswith(".") else capital(note) for note in dict.fromkeys(notes)]
    out += [data_state(evidence, days, language), library_range(evidence, language)]
    # That a first search builds the index is no news to a reader.
    library = [n for n in evidence.library.notices if "no index yet" not in n]
    return list(dict.fromkeys(w for w in out if w)) + library


def provenance(evidence: Evidence, days: Sequence[date] = (), language: Language = "en") -> list[str]:
    """Those of the notices that only say where an answer comes from: the data's state first."""
    told = [data_state(evidence, days, language), library_range(evidence, language), *_simulated(evidence, language)]
    return [w for w in told if w]


def _simulated(evidence: Evidence, language: Language) -> list[str]:
    """That figures are simulated, as the source words it; none where they aren't."""
    told = [w for w in evidence.market.warnings if w.startswith(_SIMULATED)]
    if evidence.data != "sample" or (told and language == "en"):
        return told
    return [text("notice-sample", language)]


def data_state(evidence: Evidence, days: Sequence[date] = (), language: Language = "en") -> str:
    """As of which session the figures are, whose, retrieved when, how old."""
    market = evidence.market
    whose = text("publisher-sample" if evidence.data == "sample" else "publisher-yahoo", language)
    if days and max(days) < market.as_of:
        first, last = min(days), max(days)
        span = spell(first, language) if first == last else text("both-days", language, first=first, last=last)
        return text("data-state-of-days", language, span=span, day=market.as_of, publisher=whose)
    behind = sessions_between(market.as_of, market.last_settled)
    age = text("data-state-age", language, n=behind) if behind else ""
    if market.source == "sample":
        return text("data-state-sample", language, day=market.as_of, age=age)
    retrieved = max((b.retrieved_at for b in market.bars.values()), default=None)
    when = text("data-state-retrieved", language, at=f"{retrieved:%Y-%m-%d %H:%M}") if retrieved else ""
    return text("data-state", language, day=market.as_of, age=age, publisher=whose, when=when)


def added_notice(items: Sequence[object], language: Language = "en") -> list[str]:
    """That sources were added by a user, with their numbers; none where none was."""
    added = [n for n, item in enumerate(items, 1) if isinstance(item, Passage) and item.trust == "user"]
    if not added:
        return []
    return [text("notice-added", language, n=len(added), numbers=", ".join(map(str, added)))]


def library_range(evidence: Evidence, language: Language = "en") -> str:
    """From when to when the views are that could be used."""
    known = [p.known_from for p in evidence.library.passages if p.known_from <= evidence.as_of and p.stance != "none"]
    if not known:
        return text("notice-no-views", language)
    return text("notice-views", language, first=min(known), last=max(known))


def withheld_notice(kinds: Mapping[str, int], count: int, language: Language = "en") -> str:
    """How much was withheld and why, by kind: nothing of what was withheld is repeated.

    Args:
        kinds: How often each kind of reason was given, the commonest first.
        count: Of sentences.
        language: Whose words.
    """
    each = [text("reason-times", language, kind=_reason(kind, language), n=n) for kind, n in kinds.items()]
    joint = "; " if language == "en" else "；"
    return text("notice-withheld-kinds", language, n=count, kinds=joint.join(each))


def _reason(kind: str, language: Language) -> str:
    """A kind of reason in words: the gate's own in English."""
    return kind if language == "en" else text_or(f"reason-{re.sub('[^a-z]+', '-', kind.lower())}", language, kind)


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]
