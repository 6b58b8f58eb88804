"""Measures the gate: how many true sentences it withholds, and how many false ones it shows.

python -m tests.evals.run_gate 25          over 25 dates, with up to three examples of a kind that went wrong
python -m tests.evals.run_gate 100 --each 4 --seed 1 --out wrong.jsonl
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from corpus.document import Passage
from tests.evals.cases import Case, false_cases, true_cases
from tests.replay import NOW, SCRIPT, replaying
from tools.fact import Fact

LEDGERS: tuple[tuple[str, ...], ...] = (
    ("rut", "spx", "comp", "dji", "vix", "tnx", "rut_vs_spx", "rut_vs_comp"),
    ("rut", "spx", "comp", "rut_vs_spx", "rut_vs_comp", "sector", "sectors", "spy"),
    ("rut", "spx", "rut_vs_spx", "ijr", "iwm", "spy", "qqq", "ijr_vs_spy", "vix"),
    (),  # the full catalogue
)
FIRST = date(1995, 1, 3)


@dataclass
class Tally:
    """What became of the cases of one kind."""

    cases: int = 0
    shown: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass
class Results:
    """Tallies by kind, for true and for false sentences."""

    true: dict[str, Tally] = field(default_factory=dict)
    false: dict[str, Tally] = field(default_factory=dict)
    wrong: list[dict[str, object]] = field(default_factory=list)

    def add(self, case: Case, day: date, *, truth: bool, shown: bool, verdict: str) -> None:
        """Counts one verdict and keeps it when it is wrong."""
        tally = (self.true if truth else self.false).setdefault(case.kind, Tally())
        tally.cases += 1
        tally.shown += shown
        if shown != truth:
            tally.examples.append(f"{day}: {case.sentence}\n        facts: {case.truth}\n        gate:  {verdict}")
            self.wrong.append({"true": truth, "kind": case.kind, "as_of": day.isoformat(), "sentence": case.sentence, "facts": case.truth, "verdict": verdict})  # fmt: skip


def dates(count: int, last: date, rng: random.Random) -> list[date]:
    """Sessions spread from 1995 to the last, half of them since 2023, when the library has views."""
    from tools.data.sessions import previous_session

    recent = date(2023, 6, 1)
    days = {last}
    while len(days) < count:
        start, end = (recent, last) if len(days) % 2 else (FIRST, last)
        days.add(previous_session(start + timedelta(days=rng.randrange(5, (end - start).days))))
    return sorted(days)


@contextmanager
def environment(now: datetime = NOW) -> Iterator[None]:
    """A replayed market where ../shared is present, else the sample; nothing that is set already is changed."""
    os.environ.setdefault("FOOTNOTE_HOME", str(Path(tempfile.gettempdir()) / f"footnote-evals-{now:%Y%m%d}"))
    os.environ.setdefault("FOOTNOTE_NOW", now.isoformat().replace("+00:00", "Z"))
    if not SCRIPT.exists():
        os.environ.setdefault("FOOTNOTE_DATA", "sample")
        yield
        return
    with replaying(now) as replay:
        os.environ.update(replay.env)
        yield


def measure(count: int, each: int, seed: int) -> tuple[Results, float, int]:
    """Runs the gate over dates.

    Returns:
        The results, the seconds that the gate took, and the number of sentences.
    """
    from assistant.program import Program
    from assistant.settings import read_settings
    from tools.data.sessions import previous_session
    from tools.errors import MarketDataError

    program = Program(read_settings())
    library = program.library
    people = {name: p.name for p in library.people for name in (p.name.lower(), p.last_name)}
    rng, results, spent, judged = random.Random(seed), Results(), 0.0, 0
    for number, day in enumerate(dates(count, program.evidence().as_of, rng)):
        try:
            evidence = program.evidence(as_of=day)
            before = program.evidence(as_of=previous_session(day)).catalogue.facts
        except MarketDataError as error:
            print(f"{day}: left out, {error}", file=sys.stderr)
            continue
        wanted = LEDGERS[number % len(LEDGERS)]
        facts = [
            f
            for f in evidence.catalogue.facts
            if not wanted or f.subject in wanted or f.subject.split(".")[0] in wanted
        ]
        known = [p.as_known_on(day) for p in library.passages if p.known_from <= day]
        passages = rng.sample(known, min(10, len(known)))
        took, sentences = judge(facts, passages, day, evidence.today, people, before, each, seed, results)
        spent, judged = spent + took, judged + sentences
    return results, spent, judged


def judge(facts: Sequence[Fact], passages: Sequence[Passage], day: date, today: date, people: dict[str, str], before: Sequence[Fact], each: int, seed: int, results: Results) -> tuple[float, int]:  # fmt: skip
    """Judges all cases of one date, each by a fresh gate."""
    from assistant.evidence.ledger import Ledger
    from assistant.gate.gate import Gate, Withheld

    ledger = Ledger(facts, passages)
    true = true_cases(facts, passages, day, each=each, seed=seed)
    false = false_cases(facts, passages, day, today=today, before=before, each=each, seed=seed)
    made = time.perf_counter()
    for truth, cases in ((True, true), (False, false)):
        for case in cases:
            try:
                verdict = Gate(ledger, day, today, people).judge(case.sentence)
                held = isinstance(verdict, Withheld)
                said = (
                    "; ".join(f"{r.kind}: {r.detail}" for r in verdict.reasons)
                    if isinstance(verdict, Withheld)
                    else f"shown: {verdict.text}"
                )
            except Exception as error:  # noqa: BLE001 - a crash is a finding of the evaluation, not its end
                held, said = True, f"CRASH {type(error).__name__}: {error}"
                results.wrong.append({"true": truth, "kind": "crash", "as_of": day.isoformat(), "sentence": case.sentence, "facts": case.truth, "verdict": said})  # fmt: skip
            results.add(case, day, truth=truth, shown=not held, verdict=said)
    return time.perf_counter() - made, len(true) + len(false)


def table(title: str, tallies: dict[str, Tally], *, truth: bool, rng: random.Random) -> str:
    """A table of one side, the worst kinds first, with examples of what went wrong."""
    rate = "false alarms" if truth else "misses"
    lines = [f"\n{title}", f"{'kind':38} {'cases':>7} {'shown':>7} {'withheld':>9} {rate:>13}"]

    def share(t: Tally) -> float:
        return len(t.examples) / t.cases

    for kind, t in sorted(tallies.items(), key=lambda item: (-share(item[1]), item[0])):
        lines.append(f"{kind:38} {t.cases:7} {t.shown:7} {t.cases - t.shown:9} {share(t):12.1%}")
        lines += [f"    - {text}" for text in rng.sample(t.examples, min(3, len(t.examples)))]
    cases, wrong = sum(t.cases for t in tallies.values()), sum(len(t.examples) for t in tallies.values())
    lines.append(f"{'total':38} {cases:7} {'':17} {wrong / max(cases, 1):12.2%}  ({wrong} wrong)")
    return "\n".join(lines)


def main() -> None:
    """Reads the arguments, runs, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dates", type=int, nargs="?", default=25)
    parser.add_argument("--each", type=int, default=4, help="most sentences of a kind on a date")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, help="a file for every wrong verdict, one JSON object a line")
    given = parser.parse_args()
    began = time.perf_counter()
    with environment():
        results, spent, judged = measure(given.dates, given.each, given.seed)
    rng = random.Random(given.seed)
    print(table("True sentences (must be shown)", results.true, truth=True, rng=rng))
    print(table("False sentences (must be withheld)", results.false, truth=False, rng=rng))
    print(
        f"\n{judged} sentences, {judged / max(spent, 1e-9):.0f} a second in the gate; {time.perf_counter() - began:.0f} s in all"
    )
    if given.out:
        given.out.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in results.wrong), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
