"""Measures the two inks on drafts written without sight of the gate: what is shown of true, false and advising sentences.

python -m tests.evals.run_inks          over ../shared's bars, with the counts of each set
python -m tests.evals.run_inks --list   with every false or advising sentence of which grey is left, and every true one refused

A set's lines are ``NN<TAB>sentence``: NN is the question, of ``QUESTIONS`` on one of ``DAYS``, whose evidence its writer saw.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assistant.conversation.answer import Answer
from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Gate, Grounded, is_worded
from assistant.gate.views.people import newest_views
from assistant.program import Program
from assistant.settings import read_settings
from tests.evals.run_gate import environment
from tests.replay import SCRIPT

SETS = Path(__file__).with_name("inks")
QUESTIONS = (
    "Is the small-cap rally real or just froth?", "How far ahead of the S&P 500 is the Russell 2000 this year?",
    "Who is right, the bulls or the bears on small caps?", "How did the market do?", "Is the Russell 2000 overbought?",
    "What would break the rally?", "How is breadth among the sectors?", "What does Rosenberg say about small caps?",
    "Are small caps at a record?", "How volatile is the market right now?", "Which sectors lead and which lag?",
    "Is the Nasdaq lagging?", "What do strategists expect for small caps?",
    "How long has the winning streak lasted and is that unusual?", "Is this a rotation into small caps?",
)  # fmt: skip
DAYS = (date(2026, 1, 22), date(2025, 4, 9), date(2024, 7, 16), date(2020, 3, 23))
OF_ADVICE = ("01", "05", "06", "14")
WHOLE = 0.85  # of a draft's letters, below which words were left out


class Told(NamedTuple):
    """What became of a sentence: ``black``, ``mixed``, ``grey`` or ``refused``; whether words went; how it is shown."""

    ink: str
    trimmed: bool
    shown: str


def evidence_of(program: Program) -> dict[str, tuple[date, Ledger]]:
    """By question, its day and the evidence that its tools return."""
    out: dict[str, tuple[date, Ledger]] = {}
    for day in DAYS:
        held = program.evidence(as_of=day)
        for question in QUESTIONS:
            *_, answer = program.ask(question, evidence=held, model="builtin")
            assert isinstance(answer, Answer)
            out[f"{len(out) + 1:02}"] = day, Ledger(*answer.evidence)
    return out


def judged(gate: Gate, draft: str) -> Told:
    """A sentence by itself."""
    verdict = gate.judge(draft, after_withheld=False)
    if not isinstance(verdict, Grounded):
        return Told("refused", False, "; ".join(f"{r.kind}: {r.detail}" for r in verdict.reasons))
    grey = sum(end - start for start, end in verdict.grey)
    ink = "black" if not grey else "grey" if grey > 0.8 * len(verdict.text) else "mixed"
    written = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", draft)
    letters = [sum(c.isalpha() for c in text) for text in (verdict.text, written)]
    return Told(ink, letters[0] < WHOLE * letters[1], verdict.text)


def rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (SETS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        number, _, draft = line.partition("\t")
        yield number, draft


def measure(name: str, gates: dict[str, Gate], listed: bool) -> None:
    """Prints a set's counts."""
    counts = dict.fromkeys(("black", "mixed", "grey", "refused"), 0)
    trimmed = total = 0
    for number, draft in rows(name):
        if is_worded(draft):
            continue
        gate = gates[number if number.isdigit() else OF_ADVICE[0]]
        told = judged(gate, draft)
        total += 1
        counts[told.ink] += 1
        trimmed += told.trimmed
        wrong = told.ink == "refused" if name == "true" or number == "ok" else told.ink in ("mixed", "grey")
        if listed and wrong:
            print(f"  {number} {told.ink}: {draft}\n      {told.shown}")
    shown = total - counts["refused"]
    print(
        f"{name}: {total} sentences; " + ", ".join(f"{ink} {n}" for ink, n in counts.items()) +
        f"; shown {shown / total:.1%}, of them words left out {trimmed / max(1, shown):.1%}, with grey"
        f" {(counts['mixed'] + counts['grey']) / total:.1%} of all"
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--list", action="store_true", dest="listed")
    args = parser.parse_args()
    if not SCRIPT.exists():
        print("needs ../shared, which holds the bars that the drafts are of")
        return 0
    with environment():
        program = Program(read_settings())
        people = {n: p.name for p in program.library.people for n in (p.name.lower(), p.last_name)}
        gates = {}
        for number, (day, ledger) in evidence_of(program).items():
            newest = newest_views(program.library.passages, day)
            gates[number] = Gate(ledger, day, program.evidence(as_of=day).today, people, newest, wording="open")
        for name in ("true", "false", "advice"):
            measure(name, gates, args.listed)
        program.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
