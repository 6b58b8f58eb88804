"""footnote corpus: add files and web pages to the library, list them, search them, remove them."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.bounds import QuestionError
from assistant.settings import Settings

if TYPE_CHECKING:  # loaded by the command that needs them
    from corpus.holdings import Holdings

FIELDS = ("author", "firm", "role", "published", "title", "medium", "url", "stance", "stance_on", "horizon")


def arguments(corpus: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """The subcommands and their arguments."""
    actions = corpus.add_subparsers(dest="action", required=True, metavar="add|watch|list|search|remove")

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
    watching = action("watch", "Add what is put into a folder, until Ctrl-C; nothing is asked, and why not is said.")
    watching.add_argument("folder", type=Path, metavar="DIR")
    watching.add_argument("--once", action="store_true", help="look once, and end")
    watching.add_argument("--seconds", type=float, default=5.0, metavar="S", help="between two looks")
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
        code = {"add": _add, "watch": _watch, "list": _list, "search": _search, "remove": _remove}[args.action](
            args, holdings
        )
        notices += holdings.notices
        holdings.close()
    except LibraryUnwritable as error:
        raise QuestionError(str(error)) from None
    finally:
        engine.dispose()
    for notice in notices:
        print(f"footnote: {notice}", file=sys.stderr)
    return code


def _add(args: argparse.Namespace, holdings: "Holdings") -> int:
    from assistant.cli.adding import Report, each_file, take_in
    from assistant.cli.shared import Bar

    changes = {name: value for name in FIELDS if (value := getattr(args, name)) is not None}
    report, sources = Report(), list(each_file(args.sources))
    people = holdings.library().people
    with Bar("reading", "document") as bar:
        for done, source in enumerate(sources, 1):
            take_in(source, holdings, people, report, changes, args.replace)
            if len(sources) > 1:
                bar(done, len(sources), Path(source).name)
    if report.added or report.updated:
        with Bar("indexing", "passage") as bar:
            holdings.settle(lambda done, total: bar(done, total, "embedded"))
    report.show(args.json)
    return 1 if report.refused else 0


def _watch(args: argparse.Namespace, holdings: "Holdings") -> int:
    from assistant.cli.watching import watch

    if not args.folder.is_dir():
        raise QuestionError(f"{args.folder} is no folder: give one whose new files shall be added")
    return watch(args.folder, holdings, seconds=args.seconds, once=args.once, as_json=args.json)


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
