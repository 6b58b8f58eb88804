"""Measures a model over forty-two questions: how often it answers itself, with how many figures, at what cost.

python -m tests.evals.run_models                      the built-in writer
OPENAI_BASE_URL=… python -m tests.evals.run_models NAME --out shown.txt

Every sentence that was shown is written to the file, to be read: whether it is true is for a person to say. Slots are
counted over all that the model wrote, mended sentences included.
"""

import argparse
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.conversation.answer import Answer
from assistant.evidence.derived import SlotError
from assistant.gate.slots import SLOT, resolve
from assistant.program import Program
from assistant.settings import BUILTIN, read_settings
from assistant.statements.answers.views import VIEW
from assistant.statements.catalogue import SAY
from assistant.statements.words import text
from tests.evals.questions import QUESTIONS
from tests.evals.run_gate import environment


@dataclass
class Row:
    """One question answered."""

    question: str
    answer: Answer
    seconds: float
    first: float | None

    @property
    def own(self) -> bool:
        """Whether the model asked for wrote what is shown."""
        return bool(self.answer.sentences) and not any("built-in writer answered" in w for w in self.answer.warnings)

    @property
    def chose(self) -> bool:
        """Whether it chose among sentences that code wrote."""
        return self.own and text("turn-chosen", "en") in self.answer.warnings

    @property
    def marks(self) -> int:
        return sum(len(s.marks) for s in self.answer.sentences)

    def slots(self) -> Iterator[bool]:
        """Of each slot written, whether it could be filled."""
        from assistant.evidence.ledger import Ledger

        ledger = Ledger(*self.answer.evidence)
        for draft in self.answer.drafts:
            for match in SLOT.finditer(VIEW.sub("", SAY.sub("", draft))):
                try:
                    resolve((match[1] or "") + match[2], ledger)
                    yield True
                except SlotError:
                    yield False


def measure(model: str, count: int) -> list[Row]:
    """Asks the first questions, each in a conversation of its own."""
    program, rows = Program(read_settings()), []
    evidence = program.evidence()
    for question in QUESTIONS[:count]:
        begun, first, answer = time.perf_counter(), None, None
        for event in program.ask(question, evidence=evidence, model=model):
            if type(event).__name__ == "Said" and first is None:
                first = time.perf_counter() - begun
            answer = event
        assert isinstance(answer, Answer)
        rows.append(Row(question, answer, time.perf_counter() - begun, first))
        print(
            f"{rows[-1].seconds:6.1f} s  {'chose   ' if rows[-1].chose else 'own     ' if rows[-1].own else 'built-in'}  {question}",
            flush=True,
        )
    program.close()
    return rows


def table(model: str, rows: list[Row]) -> str:
    """The figures of one model, a line each."""
    n = len(rows)
    slots = [ok for r in rows for ok in r.slots()]
    used = {k: statistics.median(r.answer.usage[k] for r in rows) for k in rows[0].answer.usage}
    faults = [
        re.sub(r"^[\w.:-]+:\d+ ", "", w) for r in rows for w in r.answer.warnings if "built-in writer answered" in w
    ]
    lines = [
        f"model                          {model}",
        f"questions                      {n}",
        f"answered, by whomever          {sum(bool(r.answer.sentences) for r in rows) / n:.0%}",
        f"answered by the model          {sum(r.own for r in rows) / n:.0%}",
        f"  in its own words             {sum(r.own and not r.chose for r in rows) / n:.0%}",
        f"  choosing among code's        {sum(r.chose for r in rows) / n:.0%}",
        f"marks per answer               {statistics.mean(r.marks for r in rows):.1f}",
        f"sentences shown per answer     {statistics.mean(len(r.answer.sentences) for r in rows):.1f}",
        f"sentences withheld per answer  {statistics.mean(len(r.answer.withheld) for r in rows):.1f}",
        f"slots of the last draft filled {f'{sum(slots) / len(slots):.0%} of {len(slots)}' if slots else 'none written'}",
        f"tool calls per answer          {statistics.mean(len(r.answer.tools) for r in rows):.1f}",
        f"tokens, median                 {used['input_tokens']:.0f} read ({used['cached_tokens']:.0f} cached), {used['output_tokens']:.0f} written",
        f"seconds, median and most       {statistics.median(r.seconds for r in rows):.2f}, {max(r.seconds for r in rows):.2f}",
    ]
    lines += [f"fell back {faults.count(f):3} times: {f}" for f in sorted(set(faults), key=lambda f: -faults.count(f))]
    return "\n".join(lines)


def main() -> None:
    """Reads the arguments, asks, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default=BUILTIN)
    parser.add_argument("--count", type=int, default=len(QUESTIONS))
    parser.add_argument("--out", type=Path, help="a file for every sentence, shown or withheld")
    given = parser.parse_args()
    with environment():
        rows = measure(given.model, given.count)
    print("\n" + table(given.model, rows))
    if given.out:
        text = []
        for r in rows:
            text.append(f"\n# {r.question} ({'chose' if r.chose else 'own' if r.own else 'built-in'})")
            text += [f"+ {s.text}" for s in r.answer.sentences]
            text += [f"- {w.text} || {'; '.join(x.detail for x in w.reasons)}" for w in r.answer.withheld]
        given.out.write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
