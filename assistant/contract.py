"""The contract's JSON: what the command line, the HTTP API and MCP give back alike."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.bounds import QuestionError
from assistant.checker.report import Report, check
from assistant.prompts import DISCLAIMER
from assistant.settings import SettingError
from corpus.confined import open_confined
from corpus.opening import UnreadableText
from tools.data.sessions import now
from tools.errors import MarketDataError

if TYPE_CHECKING:
    from assistant.evidence import Evidence
    from corpus.library import Library

MOST_HITS = 50


class UnknownKey(ValueError):
    """No fact begins with what was asked for; the message says so, and what isn't measured."""


def facts_document(evidence: "Evidence", prefixes: Iterable[str]) -> dict[str, Any]:
    """Facts by the beginning of their key, all without any.

    Raises:
        UnknownKey: None begins so.
    """
    wanted = [p for p in prefixes if p]
    found, notes = evidence.find(wanted)
    if wanted and not found:
        said = [n.rstrip(".") for n in notes if not n.startswith("No fact begins")]
        raise UnknownKey("; ".join([f"No fact begins with {' or '.join(wanted)}", *said]))
    return {
        "as_of": evidence.as_of.isoformat(),
        "data": evidence.data,
        "facts": [{"kind": "fact", **f.model_dump(mode="json")} for f in found],
        "warnings": [*evidence.market.warnings, *notes],
    }


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
    names = ("id", "document", "author", "firm", "published", "title", "url", "text", "stance", "trust")
    return {"hits": [{**{n: h.passage.to_json()[n] for n in names}, "score": h.score} for h in hits]}


def error_document(error: Exception) -> dict[str, Any] | None:
    """An error that a caller can do something about, in the contract's shape; None for any other."""
    if isinstance(error, MarketDataError):
        return _error(type(error).__name__, error.message, error.hint)
    if isinstance(error, UnknownKey):
        return _error("UnknownKey", str(error), "footnote facts lists all keys.")
    if isinstance(error, SettingError | QuestionError | UnreadableText) or type(error).__name__ == "ThreadError":
        return _error(type(error).__name__, str(error), "")
    return None


def _error(kind: str, message: str, hint: str) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message, "hint": hint}}
