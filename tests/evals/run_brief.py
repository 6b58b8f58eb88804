"""Measures the daily commentary over real bars: ``python -m tests.evals.run_brief [DATES]``.

Prints, over five named days and so many drawn ones since 1988: words by section and in all, figures a sentence, the
share of figures with a footnote (which must be all), sentences withheld, people to each case, and the room of the bull
case against the bear case. Needs ../shared, whose replay serves the bars.
"""

import os
import random
import statistics
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from assistant.program import Program
from assistant.settings import read_settings
from assistant.understanding.figures import normalise, read
from tests.replay import SCRIPT, replaying
from tools.data.sessions import sessions

NOW = datetime(2026, 3, 13, 22, 30, tzinfo=UTC)
NAMED = {
    "a crash": date(2020, 3, 16),
    "a record": date(2026, 1, 22),
    "a reversal": date(2026, 1, 23),
    "a quiet day": date(2026, 2, 17),
    "a holiday week": date(2025, 12, 26),
}
FEWEST, MOST = 350, 600  # words of a whole commentary
NEAR = 14  # characters within which a figure's mark follows it


@dataclass
class Tally:
    """What was counted over all days."""

    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    totals: dict[date, int] = field(default_factory=dict)
    sentences: int = 0
    figures: int = 0
    bare: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    lacking: int = 0
    room: list[float] = field(default_factory=list)

    def add(self, document: dict[str, Any]) -> None:
        """Counts one commentary."""
        day = date.fromisoformat(document["as_of"])
        count = 0
        for section in document["sections"]:
            words = sum(len(s["text"].split()) for s in section["sentences"])
            self.words[section["id"]].append(words)
            count += words
            for sentence in section["sentences"]:
                self._figures(sentence)
        self.totals[day] = count
        self.withheld += [f"{day}: {w['text']}" for w in document["withheld"]]
        self._cases(document)

    def _figures(self, sentence: dict[str, Any]) -> None:
        self.sentences += 1
        found, _ = read(normalise(sentence["text"]))
        self.figures += len(found)
        views = len(sentence["citations"]) == 1  # a view's own figures stand under the view's mark
        for figure in found:
            near = any(figure.start <= place <= figure.end + NEAR for place, _ in sentence["marks"])
            if not near and not views:
                self.bare.append(f"{figure.text!r} in {sentence['text']}")

    def _cases(self, document: dict[str, Any]) -> None:
        cited = {c["n"]: c for c in document["citations"]}
        told = {}
        for section in document["sections"]:
            if section["id"] in ("bull_case", "bear_case"):
                views = [s for s in section["sentences"] if any(cited[n]["kind"] == "passage" for n in s["citations"])]
                authors = {cited[n]["author"] for s in views for n in s["citations"] if cited[n]["kind"] == "passage"}
                self.people.append(len(authors))
                lack = any("The library holds" in s["text"] for s in section["sentences"])
                self.lacking += len(authors) < 2 and not lack
                told[section["id"]] = sum(len(s["text"].split()) for s in section["sentences"])
        if min(told.values()):
            self.room.append(max(told.values()) / min(told.values()))


def documents(days: list[date]) -> list[dict[str, Any]]:
    """The commentaries of the days by the built-in writer, the earliest first, from a store of its own."""
    from assistant.commentary.daily import brief_json

    with replaying(NOW) as running, tempfile.TemporaryDirectory() as home:
        os.environ.update(running.env, FOOTNOTE_HOME=home, FOOTNOTE_NOW=NOW.isoformat(), FOOTNOTE_DATA="yahoo")
        program = Program(read_settings())
        try:
            return [brief_json(program, program.evidence(as_of=day), "builtin") for day in sorted(days)]
        finally:
            program.close()


def main(drawn: int) -> int:
    """Prints the measures; 0 where every figure has its footnote and every named day its length."""
    if not SCRIPT.exists():
        print("needs ../shared, which holds the replay of Yahoo's protocol")
        return 0
    pool = [t.date() for t in sessions(date(1988, 1, 4), NOW.date())]
    days = [*NAMED.values(), *random.Random(6).sample(pool, drawn)]
    tally = Tally()
    for document in documents(days):
        tally.add(document)
    _print(tally)
    named = [tally.totals[day] for day in NAMED.values()]
    right = not tally.bare and all(FEWEST <= n <= MOST for n in named)
    return 0 if right and not tally.withheld else 1


def _print(tally: Tally) -> None:
    days = len(tally.totals)
    print(f"{days} commentaries over real bars, {min(tally.totals)} to {max(tally.totals)}\n")
    print(f"{'words':<12} {'least':>6} {'median':>7} {'most':>6}")
    for name, counts in tally.words.items():
        print(f"{name:<12} {min(counts):>6} {statistics.median(counts):>7.0f} {max(counts):>6}")
    totals = list(tally.totals.values())
    print(f"{'in all':<12} {min(totals):>6} {statistics.median(totals):>7.0f} {max(totals):>6}\n")
    for name, day in NAMED.items():
        print(f"{name:<15} {day} {tally.totals[day]:>5} words")
    share = 1 - len(tally.bare) / max(tally.figures, 1)
    print(f"\nfigures a sentence {tally.figures / tally.sentences:.2f}; with a footnote {share:.1%} of {tally.figures}")
    within = sum(n <= MOST for n in totals)
    print(f"within {MOST} words {within} of {days}; sentences withheld {len(tally.withheld)} of {tally.sentences}")
    two = sum(n >= 2 for n in tally.people)
    print(
        f"cases with two people or more {two} of {len(tally.people)}, with fewer unsaid {tally.lacking}; the longer case over the shorter, median",
        end=" ",
    )
    print(f"{statistics.median(tally.room):.2f}, most {max(tally.room):.2f}")
    for line in [*tally.bare, *tally.withheld][:20]:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
