"""What stands under every answer about its data: the bars' state and age, what is missing, the library's range."""

from collections.abc import Sequence
from datetime import date

from assistant.evidence.source import Evidence
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.document import Passage
from tools.data.sessions import sessions_between
from tools.fact import spell_date

SAMPLE = "Simulated data: a seeded path through published closes, not market prices; every figure here is simulated."


def notices(evidence: Evidence, notes: list[str], days: Sequence[date] = ()) -> list[str]:
    """Notices for an answer or a commentary.

    Args:
        evidence: What it was made from.
        notes: What its tools could not measure.
        days: The sessions its figures are of, where they are others than the evidence's own.
    """
    market = evidence.market
    out = [SAMPLE] if evidence.data == "sample" and not any(w.startswith("Simulated") for w in market.warnings) else []
    # A symbol the source doesn't have matters where it was asked for, and then its tool says so.
    out += [w for w in market.warnings if not w.startswith("Not measured:") or "no such symbol" not in w]
    out += [f"{capital(note)}." if not note.endswith(".") else capital(note) for note in dict.fromkeys(notes)]
    out.append(data_state(evidence, days))
    out.append(library_range(evidence))
    # That a first search builds the index is no news to a reader.
    library = [n for n in evidence.library.notices if "no index yet" not in n]
    return list(dict.fromkeys(w for w in out if w)) + library


def notices_in(evidence: Evidence, language: Language) -> list[str]:
    """A commentary's notices in another language than English; what only English has words for is counted."""
    market = evidence.market
    plain = notices(evidence, [])
    sample = market.source == "sample"
    out = [text("notice-sample", language)] if sample else []
    out.append(text("notice-figures-sample" if sample else "notice-figures", language, day=market.as_of))
    if behind := sessions_between(market.as_of, market.last_settled):
        out.append(text("notice-behind", language, n=str(behind)))
    known = [p.known_from for p in evidence.library.passages if p.known_from <= evidence.as_of and p.stance != "none"]
    range_ = text("notice-views", language, first=min(known), last=max(known)) if known else ""
    out.append(range_ or text("notice-no-views", language))
    told = {data_state(evidence), library_range(evidence)}
    others = [w for w in plain if w not in told and not w.startswith("Simulated")]
    out += [text("notice-others", language, n=str(len(others)))] if others else []
    return [*out, text("notice-original", language)]


def data_state(evidence: Evidence, days: Sequence[date] = ()) -> str:
    """As of which session the figures are, whose, retrieved when, how old."""
    market = evidence.market
    if days and max(days) < market.as_of:
        span = " and ".join(spell_date(d) for d in sorted({min(days), max(days)}))
        return f"Figures are of {span}; the data runs to {spell_date(market.as_of)}, from {_publisher(evidence)}."
    behind = sessions_between(market.as_of, market.last_settled)
    age = f", {behind} session{'s' if behind > 1 else ''} before the last settled one" if behind else ""
    if market.source == "sample":
        return f"Figures are as of {spell_date(market.as_of)}, simulated{age}."
    retrieved = max((b.retrieved_at for b in market.bars.values()), default=None)
    when = f", retrieved {retrieved:%Y-%m-%d %H:%M} UTC" if retrieved else ""
    return f"Figures are as of the close of {spell_date(market.as_of)}{age}; source Yahoo Finance{when}."


def _publisher(evidence: Evidence) -> str:
    return "the simulated sample" if evidence.data == "sample" else "Yahoo Finance"


def added_notice(items: Sequence[object]) -> list[str]:
    """That sources were added by a user, with their numbers; none where none was."""
    added = [n for n, item in enumerate(items, 1) if isinstance(item, Passage) and item.trust == "user"]
    if not added:
        return []
    numbers = ", ".join(map(str, added))
    who = f"Source {numbers} was" if len(added) == 1 else f"Sources {numbers} were"
    return [f"{who} added by a user and not checked by anyone."]


def library_range(evidence: Evidence) -> str:
    """From when to when the views are that could be used."""
    known = [p.known_from for p in evidence.library.passages if p.known_from <= evidence.as_of and p.stance != "none"]
    if not known:
        return "The library holds no view published by then."
    return (
        f"Views in the library that were known by then run from {spell_date(min(known))} to {spell_date(max(known))}."
    )


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]
