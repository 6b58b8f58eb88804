"""The command line for conversations: footnote threads list, show, rename, delete, export, replay."""

import argparse
import json
from pathlib import Path
from typing import Any

from assistant.settings import Settings


def register(commands: Any) -> None:
    """Adds the command to the program's.

    Args:
        commands: What ``argparse`` gives for sub-commands.
    """
    words = "Conversations: list, show ID, rename ID TITLE, delete ID, export ID [--markdown F], replay ID [NUMBER]."
    threads = commands.add_parser("threads", help=words, description=words)
    threads.set_defaults(run=run)
    threads.add_argument("action", choices=["list", "show", "rename", "delete", "export", "replay"])
    threads.add_argument("thread", nargs="?", default="", metavar="ID")
    threads.add_argument("rest", nargs="*", metavar="TITLE|NUMBER")
    threads.add_argument("--markdown", metavar="F", help="export it there")
    threads.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Does what was asked; 0, or 1 where a replayed answer differs from the one that is kept.

    Raises:
        ThreadError: There is no such conversation or answer.
    """
    from assistant.program import Program

    program = Program(settings)
    try:
        return _run(args, program)
    finally:
        program.close()


def _run(args: argparse.Namespace, program: Any) -> int:
    from assistant.conversation.stored_answer import export

    store = program.threads
    if args.action == "list":
        rows = [vars(t) for t in store.listing()]
        if args.json:
            print(json.dumps({"threads": rows}, ensure_ascii=False, indent=1))
        else:
            for t in rows:
                count = f"{t['turns']:>3} answer{'s' if t['turns'] > 1 else ' '}"
                print(f"{t['id']}  {t['updated_at'][:16]}  {count}  {t['title']}")
        return 0
    if args.action == "rename":
        store.rename(args.thread, " ".join(args.rest))
    elif args.action == "delete":
        program.forget(args.thread)
    elif args.action == "replay":
        return _replay(args, store)
    else:
        turned = store.turns(args.thread)
        if args.json:
            print(json.dumps({"turns": [t.answer.to_json() for t in turned]}, ensure_ascii=False, indent=1))
            return 0
        text = export(store.title(args.thread), [t.answer for t in turned])
        if args.action == "export" and args.markdown:
            Path(args.markdown).write_text(text, encoding="utf-8")
            print(f"written to {args.markdown}")
        else:
            print(text)
    return 0


def _replay(args: argparse.Namespace, store: Any) -> int:
    from assistant.conversation.stored_answer import from_document, replay

    number = int(args.rest[0]) if args.rest and args.rest[0].isdigit() else 1
    document, packed = store.kept(args.thread, number)
    again, before = replay(document, packed), from_document(document)
    same = again.to_json() == before.to_json()
    if args.json:
        print(json.dumps({"same": same, "answer": again.to_json()}, ensure_ascii=False, indent=1))
    else:
        print(again.markdown())
        told = (
            "The same, byte for byte" if same else "Not the same: the gate judges otherwise now than when it was kept"
        )
        print(f"\n{told}.")
    return 0 if same else 1
