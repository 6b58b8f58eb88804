"""footnote brief: the daily commentary, of one session or of many, shown or written to files."""

import argparse
import contextlib
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.shared import Bar, day
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.commentary.daily import Commentary
    from assistant.evidence.source import Evidence
    from assistant.program import Program
    from assistant.statements.sentence_parts import Language


def add_brief_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments, beside those that every dated command has."""
    parser.add_argument("--model", help="builtin, or a model of the configured endpoint")
    parser.add_argument("--lang", choices=["en", "zh"], default="en", help="the language it is written in")
    parser.add_argument("--markdown", metavar="F", help="write it there as Markdown")
    parser.add_argument("--html", metavar="F", help="write it there as one HTML file")
    parser.add_argument("--pdf", metavar="F", help="write it there as PDF")
    parser.add_argument("--feed", metavar="F", help="write an Atom feed of the latest commentaries there")
    parser.add_argument(
        "--backfill", metavar="D", type=day,
        help="first write every session's from this date on that has none yet",
    )  # fmt: skip


def brief(args: argparse.Namespace, settings: Settings) -> int:
    """Writes the commentary, or gives the one that is kept; 0 when it did."""
    from assistant.commentary.daily import Commentary, write_commentary
    from assistant.commentary.errata import find_errata
    from assistant.program import Program

    program, model = Program(settings), (args.model or settings.model) if args.lang == "en" else "builtin"
    with Bar() as bar:
        evidence = program.evidence(as_of=args.as_of, data=args.data, progress=bar)
    if args.backfill:
        _backfill(program, evidence, model, args.backfill, args.lang)
    commentary: Commentary | None = None
    with Bar("writing", "section") as bar:
        for event in write_commentary(program, evidence, model, language=args.lang):
            if isinstance(event, Commentary):
                commentary = event
            elif model != "builtin":
                bar(event.done, event.total, event.title)
    assert commentary is not None
    with Bar("looking for errata", "commentary") as bar:
        found = Counter(e["as_of"] for e in find_errata(program, evidence.data, bar))
    for session, count in sorted(found.items()):
        words = f"{count} figure{'s' if count > 1 else ''} that it states changed with a revision of the bars"
        print(f"footnote: the commentary of {session} is marked with errata: {words}", file=sys.stderr)
    _show(args, program, evidence, commentary)
    return 0


def _show(args: argparse.Namespace, program: "Program", evidence: "Evidence", commentary: "Commentary") -> None:
    """What was asked for: JSON or Markdown on standard output, or files."""
    from assistant.commentary.exports.text import html, markdown

    for line in [*program.notices, *([commentary.rewritten] if commentary.rewritten else [])]:
        print(f"footnote: {line}", file=sys.stderr)
    if args.json:
        print(json.dumps(commentary.document, ensure_ascii=False, indent=1))
    elif not (args.markdown or args.html or args.pdf or args.feed):
        print(markdown(commentary))
    if args.markdown:
        _write(args.markdown, markdown(commentary).encode())
    if args.html or args.pdf:
        from assistant.commentary.exports.drawn_charts import charts_of, draw, svg

        charts = charts_of(evidence.catalogue, commentary.language)
        if args.html:
            _write(args.html, html(commentary, [(svg(c), c.words) for c in charts]).encode())
        if args.pdf:
            from assistant.commentary.exports.pdf import pdf

            _write(args.pdf, pdf(commentary, [(draw(c, "png"), c.words) for c in charts]))
    if args.feed:
        from assistant.commentary.exports.feed import feed, latest

        _write(args.feed, feed(latest(program, evidence.data, args.lang)))


def _write(path: str, content: bytes) -> None:
    """Writes a file whole or not at all: one that is there is replaced only once the new one stands beside it."""
    target = Path(path)
    beside = target.with_name(f".{target.name}.new")
    device = target.exists() and not target.is_file()  # a device or a pipe takes what it is given
    try:
        (target if device else beside).write_bytes(content)
        if not device:
            beside.replace(target)
    except OSError as error:
        if not device:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise OSError(error.errno, error.strerror, path) from None
    print(f"written to {path}", file=sys.stderr)


def _backfill(program: "Program", evidence: "Evidence", model: str, first: date, language: "Language") -> None:
    """Writes every session's commentary from a date to the evidence's, the earliest first; those kept are left."""
    from assistant.commentary.daily import write_commentary
    from assistant.commentary.store import CommentaryStore
    from tools.data.sessions import sessions

    kept = CommentaryStore(program.engine).dates(evidence.data, model, language)
    days = [t.date() for t in sessions(first, evidence.as_of)]
    wanted = [d for d in days if d.isoformat() not in kept]
    with Bar("writing commentaries", "session") as bar:
        for n, session in enumerate(wanted, 1):
            past = program.evidence(as_of=session, data=evidence.data)
            for _ in write_commentary(program, past, model, language=language):
                pass
            bar(n, len(wanted), session.isoformat())
    print(f"{len(wanted)} written, {len(days) - len(wanted)} were there", file=sys.stderr)
