"""Paragraphs made over many dates, checked, and the verdicts counted by kind of claim."""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import pandas as pd

from tests.evals.wraps import letters, newsletters, wires
from tests.evals.wraps.draft import Claim, Draft, Paragraph, finish
from tests.evals.wraps.tape import Skip, Tape
from tools.data.sessions import sessions

FORMS: tuple[Callable[[Draft], str], ...] = (*wires.FORMS, *letters.FORMS, *newsletters.FORMS)
DISPUTED = ("other_date", "other_definition", "false")
Checker = Callable[[str, date], Iterable[tuple[int, int, str, str]]]
"""Checks a text as of a date: start, end, verdict and explanation of each claim found."""


@dataclass
class Tally:
    """What became of the claims of one kind.

    Attributes:
        cases: Claims that bars decide.
        unjudged: Of these, the ones without a verdict.
        trues: ``true`` said; ``wrong_trues`` of them wrongly.
        disputes: ``false`` or another day's or definition's said; ``wrong_disputes`` of them wrongly.
    """

    cases: int = 0
    unjudged: int = 0
    trues: int = 0
    wrong_trues: int = 0
    disputes: int = 0
    wrong_disputes: int = 0
    examples: list[str] = field(default_factory=list)


def days(frames: dict[str, pd.DataFrame], rng: random.Random, count: int) -> list[date]:
    """Sessions from 1990 on, a third of them the last of a month, some of early January."""
    last = min(frame.index[-1] for frame in frames.values()).date()
    every = [stamp.date() for stamp in sessions(date(1990, 6, 1), last)]
    ends = [a for a, b in pairwise(every) if a.month != b.month]
    january = [day for day in every if day.month == 1 and 9 <= day.day <= 16]
    return [rng.choice((every, every, every, ends, ends, january)[n % 6]) for n in range(count)]


def paragraphs(frames: dict[str, pd.DataFrame], each: int, seed: int) -> list[Paragraph]:
    """So many true and so many faulty paragraphs of each form, from as few dates as serve.

    Args:
        frames: Bars by subject.
        each: How many of each form, of each side.
        seed: Of all choices.
    """
    rng = random.Random(seed)
    pool = days(frames, rng, 900)
    tapes: dict[date, Tape] = {}
    out: list[Paragraph] = []
    for form in FORMS:
        for fault in (False, True):
            made = 0
            for day in pool[:24] + pool[24:][rng.randrange(100) :]:
                if made == each:
                    break
                if rng.random() < 0.5:
                    continue
                tape = tapes.setdefault(day, Tape(frames, day))
                draft = Draft(tape, rng)
                try:
                    out.append(finish(form.__name__, draft, form(draft), rng, fault=fault))
                except Skip:
                    continue
                made += 1
    return out


def score(texts: Sequence[Paragraph], check: Checker) -> tuple[dict[str, Tally], float, int]:
    """Checks the paragraphs.

    Returns:
        Tallies by kind, the seconds spent in checking, the characters checked.
    """
    tallies: dict[str, Tally] = {}
    spent = 0.0
    for text in sorted(texts, key=lambda t: t.day):
        began = time.perf_counter()
        found = list(check(text.text, text.day))
        spent += time.perf_counter() - began
        for claim in (c for c in text.claims if not c.open):
            _count(tallies.setdefault(claim.kind, Tally()), claim, text, found)
    return tallies, spent, sum(len(t.text) for t in texts)


def _count(tally: Tally, claim: Claim, text: Paragraph, found: Sequence[tuple[int, int, str, str]]) -> None:
    at = [f for f in found if f[0] < claim.end and claim.start < f[1]]
    names = {name for _, _, name, _ in at}
    disputed, true = bool(names & set(DISPUTED)), "true" in names
    tally.cases += claim.truth is not None
    tally.unjudged += claim.truth is not None and not disputed and not true
    tally.trues += true and not disputed
    tally.disputes += disputed
    wrong_true = true and not disputed and claim.truth is not True
    wrong_dispute = disputed and claim.truth is not False
    tally.wrong_trues += wrong_true
    tally.wrong_disputes += wrong_dispute
    what = "TRUE wrongly" if wrong_true else "DISPUTED wrongly" if wrong_dispute else ""
    if not what and claim.truth is not None and not disputed and not true:
        what = "unjudged"
    if what:
        said = " | ".join(f"{name}: {why}" for _, _, name, why in at) or "no claim found"
        shown = text.text[: claim.start] + "«" + text.text[claim.start : claim.end] + "»" + text.text[claim.end :]
        tally.examples.append(f"{what} [{text.form}, {text.day}, {claim.fault or 'as it was'}] {shown}\n        {said}")


def table(tallies: dict[str, Tally], texts: int, examples: int, rng: random.Random) -> str:
    """Counts by kind, the worst first, with examples, and the three shares that count."""
    lines = [f"{'kind':20} {'claims':>6} {'unjudged':>9} {'true':>5} {'wrong':>6} {'disputed':>9} {'wrong':>6}"]
    for kind, t in sorted(tallies.items(), key=lambda i: (-(i[1].wrong_trues + i[1].wrong_disputes), -i[1].unjudged)):
        lines.append(
            f"{kind:20} {t.cases:6} {t.unjudged:9} {t.trues:5} {t.wrong_trues:6} {t.disputes:9} {t.wrong_disputes:6}"
        )
        chosen = sorted(rng.sample(t.examples, min(examples, len(t.examples))))
        lines += [f"    - {text}" for text in chosen]
    total = {n: sum(getattr(t, n) for t in tallies.values()) for n in Tally.__dataclass_fields__ if n != "examples"}
    lines.append(
        f"{texts} paragraphs, {total['cases']} claims that bars decide: "
        f"true right {_share(total['trues'] - total['wrong_trues'], total['trues'])}, "
        f"false and other_* right {_share(total['disputes'] - total['wrong_disputes'], total['disputes'])}, "
        f"unjudged {_share(total['unjudged'], total['cases'])}"
    )
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole if whole else 0:.1%})"
