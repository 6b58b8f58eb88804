"""footnote corpus: add files and web pages to the library, list them, search them, remove them."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.bounds import QuestionError
from assistant.settings import Settings
from corpus.opening import ENDINGS, LARGEST, UnreadableText

if TYPE_CHECKING:  # loaded by the command that needs them
    from corpus.document import Document
    from corpus.holdings import Holdings
    from corpus.proposed.place import Found

FIELDS = ("author", "firm", "role", "published", "title", "medium", "url", "stance", "stance_on", "horizon")


def arguments(corpus: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """The subcommands and their arguments."""
    actions = corpus.add_subparsers(dest="action", required=True, metavar="add|list|search|remove")

    def action(name: str, words: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=words, description=words)
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
        return sub

    add = action("add", "Add text, Markdown, HTML, PDF or DOCX files, folders of them, or web pages; again to update.")
    add.add_argument("sources", nargs="+", metavar="PATH|URL")
    for name in FIELDS:
        add.add_argument(f"--{name.replace('_', '-')}", metavar="X", help="instead of what the document says of itself")
    add.add_argument(
        "--replace",
        action="store_true",
        help="put other versions of what is held in its place; those stay for what cited them",
    )
    action("list", "List the documents.")
    search = action("search", "Find the passages that fit a question best.")
    search.add_argument("query", nargs="+")
    search.add_argument("--as-of", type=day, metavar="D")
    search.add_argument("--author")
    search.add_argument("-k", type=int, default=5)
    action("remove", "Remove documents by id.").add_argument("ids", nargs="+", metavar="ID")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Does what was asked. Returns 0, or 1 where something was refused."""
    from assistant.database import open_database
    from corpus.holdings import Holdings
    from corpus.store import DocumentStore, LibraryUnwritable
    from tools.data.sessions import now

    engine, notices = open_database(settings.database_url, now())
    try:
        holdings = Holdings(DocumentStore(engine), settings.home, now())
        code = {"add": _add, "list": _list, "search": _search, "remove": _remove}[args.action](args, holdings)
        notices += holdings.notices
        holdings.close()
    except LibraryUnwritable as error:
        raise QuestionError(str(error)) from None
    finally:
        engine.dispose()
    for notice in notices:
        print(f"footnote: {notice}", file=sys.stderr)
    return code


@dataclass
class _Report:
    """What became of each source."""

    added: list[dict[str, Any]] = field(default_factory=list)
    updated: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)


def _add(args: argparse.Namespace, holdings: "Holdings") -> int:
    from assistant.cli.shared import Bar
    from corpus.document import RefusedDocument
    from corpus.ingest import keep
    from corpus.keeping.identity import WouldReplace
    from corpus.store import EVERYONE
    from tools.data.sessions import now

    changes = {name: value for name in FIELDS if (value := getattr(args, name)) is not None}
    report, sources = _Report(), list(_each(args.sources))
    people = holdings.library().people
    with Bar("reading", "document") as bar:
        for done, source in enumerate(sources, 1):
            try:
                drafted = _opened(source, people)
                kept = keep(holdings.store, drafted, by=EVERYONE, now=now(), changes=changes, replace=args.replace)
                rows = report.added if kept.outcome == "added" else report.updated
                rows.append(_told(source, kept.document, kept.outcome, drafted.found))
            except WouldReplace as error:
                reason = f"{error}: give --replace to put this one in its place"
                report.refused.append({"path": source, "reason": reason, "document": error.document_id})
            except (UnreadableText, RefusedDocument) as error:
                report.refused.append({"path": source, "reason": _reason(source, str(error))})
            except OSError as error:
                report.refused.append({"path": source, "reason": f"can't be read: {error.strerror or error}"})
            if len(sources) > 1:
                bar(done, len(sources), Path(source).name)
    if report.added or report.updated:
        with Bar("indexing", "passage") as bar:
            holdings.settle(lambda done, total: bar(done, total, "embedded"))
    if args.json:
        print(json.dumps(asdict(report), ensure_ascii=False, indent=1))
    else:
        _print_report(report)
    return 1 if report.refused else 0


def _each(sources: list[str]) -> Iterator[str]:
    """The sources, a folder's files one by one."""
    for source in sources:
        if not _is_url(source) and Path(source).is_dir():
            yield from (str(p) for p in sorted(Path(source).rglob("*")) if p.suffix.lower() in ENDINGS and p.is_file())
        else:
            yield source


def _is_url(source: str) -> bool:
    return "://" in source


def _opened(source: str, people: Any) -> Any:
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


_TOLD = ("id", "author", "firm", "role", "published", "title", "stance", "stance_on", "trust")


def _told(source: str, document: "Document", outcome: str, found: dict[str, "Found"]) -> dict[str, Any]:
    shown = document.model_dump(mode="json", include=set(_TOLD))
    call = document.call.model_dump(mode="json", exclude_none=True) if document.call else None
    return {
        **shown, "call": call, "path": source, "unchanged": outcome == "unchanged",
        "found": {key: item.where for key, item in found.items()},
        "proposed": {key: item.to_json() for key, item in found.items()},
    }  # fmt: skip


def _print_report(report: _Report) -> None:
    for word, rows in (("added", report.added), ("updated", report.updated)):
        for row in rows:
            word_now = "unchanged" if row["unchanged"] else word
            print(f"{word_now:<9} {row['id']}: {row['author']}, {row['published']}, “{row['title']}”, {row['stance']}")
            if row["found"]:
                print("          as found: " + "; ".join(f"{k} in {where}" for k, where in row["found"].items()))
    for refusal in report.refused:
        print(f"footnote: {refusal['path']} was refused: {refusal['reason']}", file=sys.stderr)


def _list(args: argparse.Namespace, holdings: "Holdings") -> int:
    held = holdings.store.held()
    rows = [
        {**h.document.model_dump(mode="json", exclude={"text"}), "origin": h.origin, "added_at": h.added_at}
        for h in sorted(held, key=lambda h: h.document.id)
    ]
    refused = holdings.refused
    if args.json:
        print(json.dumps({"documents": rows, "refused": [r._asdict() for r in refused]}, ensure_ascii=False, indent=1))
    else:
        for d in rows:
            mark = "+" if d["origin"] == "added" else " "
            print(f"{mark} {d['id']:<34.34} {d['published']:<11} {d['author']:<24.24} {d['stance']:<8} {d['title']}")
    for refusal in refused:
        print(f"footnote: {refusal.path} was left out of the library: {refusal.reason}.", file=sys.stderr)
    return 0


def _search(args: argparse.Namespace, holdings: "Holdings") -> int:
    from assistant.contract import search_document

    found = search_document(holdings.library(), " ".join(args.query), args.as_of, args.author, args.k)
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for h in found["hits"]:
        added = ", added by the user" if h["trust"] == "user" else ""
        print(f"{h['score']:.2f}  {h['id']}  {h['author']}, {h['published']}{added}")
        print("      " + " ".join(h["text"].split()))
    if not found["hits"]:
        print("Nothing in the library known by then answers that.")
    return 0


def _remove(args: argparse.Namespace, holdings: "Holdings") -> int:
    from corpus.store import EVERYONE

    store = holdings.store
    removed = [wanted for wanted in args.ids if store.remove(wanted, EVERYONE)]
    missing = [wanted for wanted in args.ids if wanted not in removed]
    if removed:
        holdings.settle()
    if args.json and not missing:
        print(json.dumps({"removed": removed}, ensure_ascii=False))
    elif not args.json:
        for name in removed:
            print(f"removed   {name}")
    if missing:
        near = get_close_matches(missing[0], [h.document.id for h in store.held()], n=1)
        kept = f" Removed: {', '.join(removed)}." if removed else ""
        hint = f"; did you mean {near[0]}?" if near else "; footnote corpus list shows the ids."
        raise QuestionError(f"The library holds no document {missing[0]!r}{hint}{kept}")
    return 0
