"""Measures the checker: on paragraphs of wires, letters, newsletters and tables, then on the gate's sentences.

python -m tests.evals.run_checker 10          sentences over 10 dates, with up to three examples of a kind that went wrong
python -m tests.evals.run_checker 0           the paragraphs alone
python -m tests.evals.run_checker --file F    texts that others wrote, with the truth of each claim
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from tests.evals.cases import Case, false_cases, true_cases
from tests.evals.run_gate import NOW, dates, environment
from tests.evals.wraps.given import read_given
from tests.evals.wraps.score import paragraphs, score
from tests.evals.wraps.score import table as table_of_wraps

WHOLE = datetime(2026, 8, 21, 22, 30, tzinfo=UTC)  # to which the bars of ../shared run
DISPUTED = ("other_date", "other_definition", "false")


@dataclass
class Tally:
    """What became of the sentences of one kind."""

    cases: int = 0
    unread: int = 0  # no claim found in it, or none that can be checked
    wrong: int = 0
    examples: list[str] = field(default_factory=list)


def measure(count: int, each: int, seed: int) -> tuple[dict[str, Tally], dict[str, Tally], float, int]:
    """Checks the cases of several dates.

    Returns:
        Tallies by kind of the true and of the false sentences, the seconds spent, the sentences checked.
    """
    from assistant.checker.past import Past
    from assistant.checker.report import Report, check
    from assistant.program import Program
    from assistant.settings import read_settings
    from tools.data.sessions import previous_session
    from tools.errors import MarketDataError

    program = Program(read_settings())
    rng = random.Random(seed)
    true: dict[str, Tally] = {}
    false: dict[str, Tally] = {}
    spent, checked = 0.0, 0
    for day in dates(count, program.evidence().as_of, rng):
        try:
            evidence = program.evidence(as_of=day)
            before = program.evidence(as_of=previous_session(day)).catalogue.facts
        except MarketDataError as error:
            print(f"{day}: left out, {error}", file=sys.stderr)
            continue
        facts, past = evidence.catalogue.facts, Past(evidence)
        cases = [(c, true) for c in true_cases(facts, [], day, each=each, seed=seed)]
        cases += [
            (c, false) for c in false_cases(facts, [], day, today=evidence.today, before=before, each=each, seed=seed)
        ]
        for case, tallies in cases:
            if "{" in case.sentence or "[" in case.sentence:
                continue  # slots and passage ids are the gate's alone
            began = time.perf_counter()
            *_, report = check(case.sentence, evidence, past)
            spent, checked = spent + time.perf_counter() - began, checked + 1
            assert isinstance(report, Report)
            _count(tallies.setdefault(case.kind, Tally()), case, day, report, truth=tallies is true)
    return true, false, spent, checked


def _count(tally: Tally, case: Case, day: date, report: object, *, truth: bool) -> None:
    verdicts = [c.verdict.name for c in report.checked]  # type: ignore[attr-defined]
    disputed = any(v in DISPUTED for v in verdicts)
    tally.cases += 1
    if "true" not in verdicts and not disputed:
        tally.unread += 1
        return
    if disputed == truth:
        tally.wrong += 1
        told = " | ".join(f"{c.verdict.name}: {c.claim.text} -> {c.verdict.explanation}" for c in report.checked)  # type: ignore[attr-defined]
        tally.examples.append(f"{day}: {case.sentence}\n        facts: {case.truth}\n        check: {told[:400]}")


def measure_wraps(each: int, seed: int, examples: int, file: Path | None = None) -> str:
    """Checks paragraphs that are filled from the bars at hand, or those of a file; see ``tests.evals.wraps``."""
    from assistant.checker.past import Past
    from assistant.checker.report import check
    from assistant.program import Program
    from assistant.settings import read_settings
    from tools.data.sessions import next_session, previous_session
    from tools.universe import UNIVERSE

    program = Program(read_settings())
    newest = program.evidence()
    frames = {k: newest.market.bars[s.symbol].frame.dropna(subset=["close"]) for k, s in UNIVERSE.items() if s.symbol in newest.market.bars}  # fmt: skip
    held: dict[date, tuple[object, Past]] = {}

    def run(text: str, day: date) -> list[tuple[int, int, str, str]]:
        *_, report = check(text, held[day][0], held[day][1])  # type: ignore[arg-type]
        return [(c.claim.start, c.claim.end, c.verdict.name, c.verdict.explanation) for c in report.checked]  # type: ignore[union-attr]

    texts = read_given(file) if file else paragraphs(frames, each, seed)
    for day in {t.day for t in texts}:
        evidence = program.evidence(as_of=previous_session(next_session(day)))  # of a weekend, the session before
        held[day] = (evidence, Past(evidence))
    tallies, spent, size = score(texts, run)
    told = table_of_wraps(tallies, len(texts), examples, random.Random(seed))
    return f"Paragraphs\n{told}\n{spent:.0f} s for {size / 1000:.0f} kB: {1000 * spent / size:.2f} s a kilobyte"


def table(title: str, tallies: dict[str, Tally], wrong: str, rng: random.Random) -> str:
    """A table of one side, the worst kinds first, with examples."""
    lines = [f"\n{title}", f"{'kind':38} {'cases':>7} {'not read':>9} {wrong:>10}"]
    for kind, t in sorted(
        tallies.items(), key=lambda item: (-item[1].wrong / max(1, item[1].cases - item[1].unread), item[0])
    ):
        lines.append(f"{kind:38} {t.cases:7} {t.unread / t.cases:9.0%} {t.wrong / max(1, t.cases - t.unread):10.1%}")
        lines += [f"    - {text}" for text in rng.sample(t.examples, min(3, len(t.examples)))]
    cases, unread, bad = (sum(getattr(t, n) for t in tallies.values()) for n in ("cases", "unread", "wrong"))
    lines.append(
        f"{'total':38} {cases:7} {unread / max(1, cases):9.1%} {bad / max(1, cases - unread):10.2%}  ({bad} wrong)"
    )
    return "\n".join(lines)


def main() -> None:
    """Reads the arguments, runs, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dates", type=int, nargs="?", default=10)
    parser.add_argument("--each", type=int, default=4, help="most sentences of a kind on a date")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--paragraphs", type=int, default=3, help="paragraphs of a form, true ones and faulty ones")
    parser.add_argument("--examples", type=int, default=3, help="most examples of a kind that went wrong")
    parser.add_argument("--file", type=Path, help="texts with their truths, checked instead; see wraps/given.py")
    given = parser.parse_args()
    with environment(WHOLE if given.file else NOW):
        print(measure_wraps(given.paragraphs, given.seed, given.examples, given.file), flush=True)
        if given.file or not given.dates:
            return
        true, false, spent, checked = measure(given.dates, given.each, given.seed)
    rng = random.Random(given.seed)
    print(table("True sentences (no figure may be disputed)", true, "disputed", rng))
    print(table("False sentences (some figure must be disputed)", false, "let stand", rng))
    print(f"\n{checked} sentences, {1000 * spent / max(checked, 1):.0f} ms each")


if __name__ == "__main__":
    main()
