"""Taking files and web pages into the library one by one, and telling what became of each."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.opening import ENDINGS, LARGEST, UnreadableText

if TYPE_CHECKING:  # loaded by the command that needs them
    from corpus.document import Document
    from corpus.holdings import Holdings
    from corpus.ingest import Draft
    from corpus.people import Person
    from corpus.proposed.place import Found

_TOLD = ("id", "author", "firm", "role", "published", "title", "stance", "stance_on", "trust")


@dataclass
class Report:
    """What became of each source."""

    added: list[dict[str, Any]] = field(default_factory=list)
    updated: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)

    def show(self, as_json: bool) -> None:
        """Prints it: the contract's JSON, or a line for each."""
        if as_json:
            print(json.dumps(asdict(self), ensure_ascii=False, indent=1))
        else:
            _print_report(self)


def take_in(
    source: str,
    holdings: "Holdings",
    people: Sequence["Person"],
    report: Report,
    changes: Mapping[str, Any] | None = None,
    replace: bool = False,
) -> None:
    """Adds one file or page for everyone, and reports it; what is refused leaves the others be."""
    from corpus.document import RefusedDocument
    from corpus.ingest import keep
    from corpus.keeping.identity import WouldReplace
    from corpus.store import EVERYONE
    from tools.data.sessions import now

    try:
        drafted = _opened(source, people)
        kept = keep(holdings.store, drafted, by=EVERYONE, now=now(), changes=changes, replace=replace)
        rows = report.added if kept.outcome == "added" else report.updated
        rows.append(_told(source, kept.document, kept.outcome, drafted.found))
    except WouldReplace as error:
        reason = f"{error}: give --replace to put this one in its place"
        report.refused.append({"path": source, "reason": reason, "document": error.document_id})
    except (UnreadableText, RefusedDocument) as error:
        report.refused.append({"path": source, "reason": _reason(source, str(error))})
    except OSError as error:
        report.refused.append({"path": source, "reason": f"can't be read: {error.strerror or error}"})


def each_file(sources: list[str]) -> Iterator[str]:
    """The sources, a folder's files one by one."""
    for source in sources:
        if not _is_url(source) and Path(source).is_dir():
            yield from (str(p) for p in sorted(Path(source).rglob("*")) if p.suffix.lower() in ENDINGS and p.is_file())
        else:
            yield source


def _is_url(source: str) -> bool:
    return "://" in source


def _opened(source: str, people: Sequence["Person"]) -> "Draft":
    from corpus.fetch import fetch
    from corpus.ingest import draft

    if _is_url(source):
        served = fetch(source)
        return draft(served.name, served.content, source=source, url=served.url, people=people)
    path = Path(source)
    if path.stat().st_size > LARGEST:
        raise UnreadableText(f"has more than {LARGEST // 1_048_576} MB: take a part of it")
    return draft(path.name, path.read_bytes(), source=str(path.resolve()), people=people)


def _reason(source: str, why: str) -> str:
    """The reason without the name that stands beside it, and with the option that mends it."""
    why = why.removeprefix(f"{Path(source).name} ").removeprefix(f"{source} ")
    missing = [key for key in ("author", "published", "title") if f"{key}: is missing" in why]
    return f"{why}: give {' and '.join(f'--{key}' for key in missing)}" if missing else why


def _told(source: str, document: "Document", outcome: str, found: dict[str, "Found"]) -> dict[str, Any]:
    shown = document.model_dump(mode="json", include=set(_TOLD))
    call = document.call.model_dump(mode="json", exclude_none=True) if document.call else None
    return {
        **shown, "call": call, "path": source, "unchanged": outcome == "unchanged",
        "found": {key: item.where for key, item in found.items()},
        "proposed": {key: item.to_json() for key, item in found.items()},
    }  # fmt: skip


def _print_report(report: Report) -> None:
    for word, rows in (("added", report.added), ("updated", report.updated)):
        for row in rows:
            word_now = "unchanged" if row["unchanged"] else word
            print(f"{word_now:<9} {row['id']}: {row['author']}, {row['published']}, “{row['title']}”, {row['stance']}")
            if row["found"]:
                print("          as found: " + "; ".join(f"{k} in {where}" for k, where in row["found"].items()))
    for refusal in report.refused:
        print(f"footnote: {refusal['path']} was refused: {refusal['reason']}", file=sys.stderr)
