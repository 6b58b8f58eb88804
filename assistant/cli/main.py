"""The command line: footnote ask, facts, brief, check, corpus, data, serve."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from assistant.cli import threads
from assistant.cli.brief import add_brief_arguments, brief
from assistant.cli.corpus import arguments as corpus_arguments
from assistant.cli.measure import add_measure_arguments, measure
from assistant.cli.shared import Bar, Misused, Parser, day
from assistant.settings import Settings, read_settings
from assistant.statements.about_itself import DISCLAIMER
from assistant.telemetry import disable_telemetry

if TYPE_CHECKING:
    from assistant.conversation.answer import Answer

OK, FAILED, MISUSED = 0, 1, 2
MOST_NEXT = 3  # questions printed under an answer


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        argv: Arguments; the process's own when None.

    Returns:
        0 when it did what was asked, 1 when it could not, 2 for bad arguments.
    """
    disable_telemetry()
    logging.getLogger().addHandler(logging.NullHandler())
    args = _arguments(sys.argv[1:] if argv is None else argv)
    try:
        return int(args.run(args, read_settings()))
    except BrokenPipeError:  # whoever read it has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        named = isinstance(error, (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError))
        return _fail(args, "FileError", what, "Check the path." if named else "What was stored is kept.")
    except KeyboardInterrupt:
        return _fail(args, "Stopped", "Stopped; what was stored is kept", "")
    except Exception as error:
        from assistant.contract import error_document

        if (told := error_document(error)) is None:
            raise
        return _fail(args, **told["error"])


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; where they can't be understood, one line or the contract's JSON, and the end with 2."""
    try:
        return _parser().parse_args(argv)
    except Misused as error:
        _fail(argparse.Namespace(json="--json" in argv), "BadArguments", str(error), "")
        raise SystemExit(MISUSED) from None


def _fail(args: argparse.Namespace, kind: str, message: str, hint: str) -> int:
    if getattr(args, "json", False):
        print(json.dumps({"error": {"kind": kind, "message": message, "hint": hint}}, ensure_ascii=False))
    print(f"footnote: {message}. {hint}".rstrip() if hint else f"footnote: {message}", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="footnote", description="Market commentary in which every number has a footnote.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace, Settings], int], words: str, dated: bool = True
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words)
        sub.set_defaults(run=run)
        if dated:
            sub.add_argument("--as-of", type=day, metavar="D", help="a past session, as 2026-01-22")
            sub.add_argument("--data", choices=["yahoo", "sample"], help="where bars come from")
        sub.add_argument("--json", action="store_true", help="print JSON")
        return sub

    serve = command("serve", _serve, "Open the app in the browser.", dated=False)
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    asking = command("ask", _ask, "Ask a question; every figure in the answer carries a footnote.")
    asking.add_argument("question")
    asking.add_argument("--model", help="builtin, or a model of the configured endpoint")
    asking.add_argument("--thread", help="id of a conversation to go on with")
    asking.add_argument("--wording", choices=["open", "proved"], help="proved leaves out what is a model's own")
    asking.add_argument("--lang", choices=["auto", "en", "zh"], help="the answer's language; auto for the question's")
    facts = command("facts", _facts, "List computed facts.")
    facts.add_argument("prefix", nargs="*", help="such as rut, rut_vs_spx.streak, sector")
    add_measure_arguments(
        command("measure", measure, "Take a measure: any window, extreme, count, list, what followed.")
    )
    add_brief_arguments(command("brief", brief, "Write the daily commentary, or give it where it is written."))
    check = command("check", _check, "Check a text's figures, one by one.")
    check.add_argument("file", metavar="FILE|-", help="text, Markdown, HTML, PDF or DOCX; - for standard input")
    check.add_argument("--markdown", metavar="F", help="write the marked text there as Markdown")
    check.add_argument("--html", metavar="F", help="write the marked text there as one HTML file")
    check.add_argument("--lang", choices=["en", "zh"], default="en", help="the language of the verdicts")
    corpus = command("corpus", _corpus, "The analyst library: add PATH|URL …, list, search, remove ID.", dated=False)
    corpus_arguments(corpus, day)
    threads.register(commands)
    data = command("data", _data, "Market data: refresh [SYMBOL …], or status.", dated=False)
    data.add_argument("action", choices=["refresh", "status"])
    data.add_argument("symbols", nargs="*", metavar="SYMBOL")
    return parser


def _print(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=1))


def _ask(args: argparse.Namespace, settings: Settings) -> int:
    from assistant.bounds import check_question
    from assistant.conversation.answer import Answer
    from assistant.conversation.events import Restarted, Said
    from assistant.program import Program

    check_question(args.question)
    program = Program(settings)
    with Bar() as bar:
        evidence = program.evidence(as_of=args.as_of, data=args.data, progress=bar)
        answer, stream = None, sys.stdout.isatty() and not args.json
        how = {"model": args.model, "thread": args.thread, "language": args.lang, "wording": args.wording}
        for event in program.ask(args.question, evidence=evidence, **how):
            if isinstance(event, Said) and stream:
                print(event.sentence.markdown(), end=" ", flush=True)
            elif isinstance(event, Restarted) and stream:
                print()
            elif isinstance(event, Answer):
                answer = event
    assert answer is not None
    answer.warnings = [*program.notices, *answer.warnings]
    if args.json:
        _print(answer.to_json())
        return OK
    print("\n\n" + "\n".join(f"- {w}" for w in answer.warnings) if stream else answer.markdown())
    _print_reading(answer)
    _print_sources(answer)
    return OK


def _print_reading(answer: "Answer") -> None:
    """How the question was read, and what may be asked next, under the answer."""
    if told := answer.request.get("reading"):
        print(f"\n({told})")
    for question in [*answer.alternatives, *answer.followups][:MOST_NEXT]:
        print(f"  > {question}")


def _print_sources(answer: "Answer") -> None:
    from assistant.statements.cards.source_lines import source_line
    from assistant.statements.words import text

    print("\n" + "\n".join(source_line(c, answer.language) for c in answer.footnotes.to_json()))
    print(f"\n{text('disclaimer', answer.language)}")


def _facts(args: argparse.Namespace, settings: Settings) -> int:
    from assistant.contract import facts_document
    from assistant.program import Program

    program = Program(settings)
    with Bar() as bar:
        evidence = program.evidence(as_of=args.as_of, data=args.data, progress=bar)
    document = facts_document(evidence, args.prefix)
    if args.json:
        _print(document)
        return OK
    for fact in document["facts"]:
        extra = "; ".join([*([fact["reading"]] if fact["reading"] else []), *fact["caveats"]])
        print(f"{fact['key']:<40} {fact['display']:>20}  {fact['as_of']}  {fact['state']}  {extra}".rstrip())
    for warning in [*program.notices, *document["warnings"]]:
        print(f"footnote: {warning}", file=sys.stderr)
    return OK


def _check(args: argparse.Namespace, settings: Settings) -> int:
    from pathlib import Path

    from assistant.checker.marked import html_page, markdown, name_of
    from assistant.checker.report import Report, check
    from assistant.contract import check_document
    from assistant.program import Program
    from corpus.confined import open_confined

    name = "the text" if args.file == "-" else args.file
    content = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
    with Bar("reading", "%") as bar:
        text = open_confined(name, content, lambda share: bar(int(100 * share), 100, "pages")).text
    program = Program(settings)
    with Bar() as bar:
        evidence = program.evidence(as_of=args.as_of, data=args.data, progress=bar)
    report: Report | None = None
    with Bar("checking", "%") as bar:
        for event in check(text, evidence, language=args.lang):
            if isinstance(event, Report):
                report = event
            else:
                bar(int(100 * event), 100, "claims")
    assert report is not None
    document = check_document(report, evidence, program.notices)
    if args.json:
        _print(document)
        return OK
    for path, write in ((args.markdown, markdown), (args.html, html_page)):
        if path:
            Path(path).write_text(write(report), encoding="utf-8")
            print(f"written to {path}")
    print(report.headline)
    for number, item in enumerate(report.checked, 1):
        print(f"\n{number:>3}. {name_of(item.verdict.name, report.language)}: “{' '.join(item.claim.text.split())}”")
        print(f"     {item.verdict.explanation}")
    print("\n" + "\n".join([*(f"- {w}" for w in document["warnings"]), DISCLAIMER]))
    return OK


def _corpus(args: argparse.Namespace, settings: Settings) -> int:
    from assistant.cli.corpus import run

    return run(args, settings)


def _data(args: argparse.Namespace, settings: Settings) -> int:
    from dataclasses import asdict

    from assistant.program import Program
    from tools.data.market import refresh, status
    from tools.data.sessions import now
    from tools.listings import yahoo_symbol
    from tools.naming.resolve import check_name
    from tools.universe import UNIVERSE

    program = Program(settings)
    if args.action == "status":
        rows = [asdict(row) for row in status(program.store, now())]
        if args.json:
            print(json.dumps({"symbols": [_with_aside(row) for row in rows]}, default=str, indent=1))
        else:
            for row in rows:
                print("\n    ".join([_status_line(row), *(f.words(row["symbol"]) for f in row["aside"])]))
        return OK
    symbols = [yahoo_symbol(check_name(s)) for s in args.symbols] or [s.symbol for s in UNIVERSE.values()]
    with Bar() as bar:
        outcomes = refresh(program.store, symbols, now=now(), home=settings.home, progress=bar)
    if args.json:
        print(json.dumps({"symbols": [asdict(o) for o in outcomes]}, default=str, indent=1))
    else:
        for o in outcomes:
            print(f"{o.symbol:<6} {o.error.message if o.error else f'{o.rows} new bars, to {o.last}'}")
    return OK if any(o.error is None for o in outcomes) else FAILED


def _with_aside(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the status with what was set aside by name."""
    return row | {"aside": [{**f._asdict(), "words": f.words(row["symbol"])} for f in row["aside"]]}


def _status_line(row: dict[str, Any]) -> str:
    """One symbol's bars in a line."""
    if not row["sessions"]:
        return f"{row['symbol']:<6} no bars" + (f" ({row['error']})" if row["error"] else "")
    line = f"{row['symbol']:<6} {row['sessions']:>6} sessions  {row['first']} to {row['last']}"
    line += f"  {row['age']} behind" if row["age"] else "  up to date"
    line += f"  provisional {row['provisional']}" if row["provisional"] else ""
    return line + (f"  ({row['error']})" if row["error"] else "")


def _serve(args: argparse.Namespace, settings: Settings) -> int:
    from assistant.page.serving.start import serve

    return serve(settings, args.host or settings.host, args.port if args.port is not None else settings.port)
