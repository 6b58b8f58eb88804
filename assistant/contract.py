"""The contract's JSON: what the command line, the HTTP API and MCP give back alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.bounds import BeingStopped, Busy, QuestionError
from assistant.checker.report import Report, check
from assistant.evidence.ledger import Ledger
from assistant.settings import SettingError
from assistant.statements.about_itself import DISCLAIMER
from assistant.statements.catalogue import available, statement
from assistant.statements.sentence_parts import placed
from assistant.understanding.not_understood import impossible_day
from corpus.confined import open_confined
from corpus.opening import UnreadableText
from tools.data.sessions import now
from tools.errors import BadDate, BadQuery, MarketDataError

if TYPE_CHECKING:
    from assistant.evidence.source import Evidence
    from corpus.library import Library
    from tools.measures.answers import Measured

MOST_HITS = 50


class UnknownKey(ValueError):
    """No fact begins with what was asked for; the message says so, and what isn't measured."""


def facts_document(evidence: "Evidence", prefixes: Iterable[str]) -> dict[str, Any]:
    """Facts by the beginning of their key, all without any.

    Raises:
        UnknownKey: None begins so.
    """
    from assistant.evidence.source import shortened

    wanted = [p for p in prefixes if p]
    found, notes = evidence.find(wanted)
    if wanted and not found:
        said = [n.rstrip(".") for n in notes if not n.startswith("No fact begins")]
        raise UnknownKey("; ".join([f"No fact begins with {' or '.join(map(shortened, wanted[:5]))}", *said]))
    return {
        "as_of": evidence.as_of.isoformat(),
        "data": evidence.data,
        "facts": [{"kind": "fact", **f.model_dump(mode="json")} for f in found],
        "warnings": [*evidence.market.warnings, *notes],
    }


def measure_document(
    evidence: "Evidence", kind: str, subjects: Sequence[str], asked: Mapping[str, Any]
) -> tuple[dict[str, Any], "Measured"]:
    """A measure in the contract's shape, and as it was taken.

    Args:
        evidence: Whose bars and date.
        kind: What is wanted.
        subjects: The series measured.
        asked: ``window`` and ``where`` as text; ``bucket``, ``n``, ``order``, ``ahead``, ``amount`` where given.

    Raises:
        BadQuery: It is no query, or the bars hold no answer to it.
    """
    from tools.measures.conditions import parse_conditions
    from tools.measures.query import make_query
    from tools.measures.windows.window import WindowError
    from tools.measures.windows.words import parse_window

    given = {k: v for k, v in asked.items() if v not in (None, "", 0)}
    if day := impossible_day(str(given.get("window", ""))):
        raise BadDate(f"{day} is no such day: no calendar has it", "Name a day that exists.")
    try:
        window = parse_window(given.pop("window"), evidence.as_of) if "window" in given else None
    except WindowError as error:
        raise BadQuery(str(error)) from None
    where = parse_conditions(given.pop("where")) if "where" in given else ()
    query = make_query(measure=kind, subjects=tuple(subjects), window=window, where=where, **given)
    found = evidence.measure(query)
    table = found.table.to_json() if found.table else None
    return {
        "as_of": evidence.as_of.isoformat(),
        "data": evidence.data,
        "measure": found.query.model_dump(mode="json", exclude_none=True),
        "facts": [{"kind": "fact", **f.model_dump(mode="json")} for f in found.facts],
        "table": table,
        "warnings": [*evidence.market.warnings, *found.notes],
    }, found


def measure_sentences(measured: "Measured") -> list[str]:
    """A measure told by code, a sentence for each of its answers."""
    ledger = Ledger(measured.facts)
    names = [name[5:-1] for name in available(ledger)]
    lead = [n for n in names if n == measured.lead] or [measured.lead]
    return [placed(statement(n, None, ledger))[0] for n in [*lead, *(n for n in names if n not in lead)]]


def checked(
    name: str, content: bytes, evidence: "Evidence", progress: Callable[[float], None] = lambda _: None
) -> Report:
    """A text's claims with their verdicts.

    Raises:
        UnreadableText: The content is no text that can be checked.
    """
    text = open_confined(name, content, lambda _: None).text
    for event in check(text, evidence):
        if isinstance(event, Report):
            return event
        progress(event)
    raise AssertionError("a check ends with its report")


def check_document(report: Report, evidence: "Evidence", notices: Iterable[str] = ()) -> dict[str, Any]:
    """A report in the contract's shape."""
    warnings = [*notices, *evidence.market.warnings]
    return {**report.to_json(), "data": evidence.data, "disclaimer": DISCLAIMER, "warnings": warnings}


def search_document(
    library: "Library", query: str, as_of: date | None = None, author: str | None = None, k: int = 5
) -> dict[str, Any]:
    """The library's passages on a question, best first, none published later than a date.

    Raises:
        QuestionError: The query is empty, the date lies ahead, or k is no number of hits.
    """
    if not query.strip():
        raise QuestionError("The query is empty; search for something")
    if not 1 <= k <= MOST_HITS:
        raise QuestionError(f"-k takes a number from 1 to {MOST_HITS}")
    today = now().date()
    if as_of is not None and as_of > today:
        raise QuestionError(f"{as_of} lies in the future")
    hits = library.search(query, as_of=as_of or today, author=author or None, k=k)
    names = (
        "id",
        "document",
        "author",
        "firm",
        "published",
        "title",
        "url",
        "text",
        "stance",
        "trust",
        "page",
        "version",
        "span",
    )
    return {"hits": [{**{n: h.passage.to_json()[n] for n in names}, "score": h.score} for h in hits]}


def without_withheld(document: dict[str, Any]) -> dict[str, Any]:
    """An answer or a commentary for a program that didn't ask for what was withheld: why it was, and no word of it."""
    told = [{"text": "", "reasons": w.get("kinds", []), "kinds": w.get("kinds", [])} for w in document["withheld"]]
    return {**document, "withheld": told}


def error_document(error: Exception) -> dict[str, Any] | None:
    """An error that a caller can do something about, in the contract's shape; None for any other."""
    if isinstance(error, MarketDataError):
        return _error(type(error).__name__, error.message, error.hint)
    if isinstance(error, Busy):
        return _error("Busy", "Too many questions are being answered just now", "Ask again in half a minute.")
    if isinstance(error, BeingStopped):
        cut = "; its answer was cut off, and what was said of it is kept in its conversation" if error.cut else ""
        return _error("BeingStopped", f"Footnote is being stopped{cut}", "Ask again in a minute.")
    if isinstance(error, UnknownKey):
        return _error("UnknownKey", str(error), "footnote facts lists all keys.")
    named = type(error).__name__ in (
        "ThreadError",
        "LibraryUnreadable",
        "LibraryUnwritable",
    )  # of modules not loaded here
    if named or isinstance(error, SettingError | QuestionError | UnreadableText):
        return _error(type(error).__name__, str(error), "")
    return None


def _error(kind: str, message: str, hint: str) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message, "hint": hint}}
