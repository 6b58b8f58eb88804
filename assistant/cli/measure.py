"""``footnote measure KIND SUBJECT …``: any window, extreme, count, list or what followed, as facts."""

import argparse
import json
import sys

from assistant.cli.shared import Bar
from assistant.settings import Settings


def add_measure_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``measure`` takes beside a date and a data source."""
    parser.add_argument(
        "kind",
        metavar="KIND",
        help="value, change, growth, compare, extremes, rank, count, share, first, last, list, …",
    )
    parser.add_argument(
        "subjects",
        nargs="+",
        metavar="SUBJECT",
        help="rut, IWM, AAPL, rut.rsi_14, iwm.total, rut/spx, macro.unemployment",
    )
    parser.add_argument(
        "--window", metavar="W", help="such as '3 months', 'Q4 2025', 'since 2020-03-23', 'January since 2000'"
    )
    parser.add_argument("--bucket", metavar="B", help="session, week, month, quarter or year")
    parser.add_argument(
        "--where", metavar="CONDITION", help="such as 'above 30', 'beats spx', 'rsi_14 crosses above 70', 'fed cut'"
    )
    parser.add_argument("--n", type=int, metavar="N", help="how many of a list or of extremes")
    parser.add_argument("--order", metavar="O", help="which extremes: best, worst, highest or lowest")
    parser.add_argument("--ahead", type=int, metavar="S", help="for after: sessions ahead")
    parser.add_argument("--amount", type=float, metavar="A", help="for growth: what was put in")


def measure(args: argparse.Namespace, settings: Settings) -> int:
    """Takes the measure and prints its sentence, its facts, and its table."""
    from assistant.contract import measure_document, measure_sentences
    from assistant.program import Program

    program = Program(settings)
    with Bar() as bar:
        evidence = program.evidence(as_of=args.as_of, data=args.data, progress=bar)
        asked = {name: getattr(args, name) for name in ("window", "bucket", "where", "n", "order", "ahead", "amount")}
        document, measured = measure_document(evidence, args.kind, args.subjects, asked)
    if args.json:
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return 0
    for sentence in measure_sentences(measured):
        print(sentence)
    print()
    for fact in document["facts"]:
        extra = "; ".join([*([fact["reading"]] if fact["reading"] else []), *fact["caveats"]])
        print(f"{fact['key']:<44} {fact['display']:>20}  {fact['as_of']}  {fact['working'] or extra}".rstrip())
    for warning in [*program.notices, *document["warnings"]]:
        print(f"footnote: {warning}", file=sys.stderr)
    return 0
