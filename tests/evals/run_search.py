"""Measures search over the shipped library: right passage among five, its rank, and silence where nothing fits.

``python -m tests.evals.run_search`` prints, for the questions that weights were chosen on and for those kept for
reporting: recall@5, MRR (of the first right document among ten), and how often a question without an answer got none,
beside how often one with an answer did. ``--part`` keeps to a part, ``--misses`` lists what was not found, ``--tune``
prints the weights that do best on the parts for it, and how weights chosen so do on questions that they weren't chosen on.
Whether search answers is decided by a regression that tests.evals.fit_search fits.

The second set's reporting half was reported once, before the third set was written, and has been for choosing since.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from corpus.library import Library
from corpus.ranking import BARE, Ranking, Weights
from corpus.scope import Scope
from corpus.search import Hit, one_per_event
from tests.evals.search_questions import QUESTIONS, Question

Search = Callable[[Question], list[Hit]]
DENSE = BARE._replace(keyword=0.0)
TUNED = ("tuning", "fresh-tuning", "fresh-reporting", "third-tuning")
PARTS = (*TUNED, "third-reporting")
FOLDS = 5


class Measured(NamedTuple):
    """How a search did on some questions.

    Attributes:
        recall: Share with a right document among the first five; with one of each side where both are wanted.
        mrr: Mean of one over the first right document's rank, 0 beyond ten.
        silent: Of questions without an answer, the share that got none.
        wrongly: Of questions with an answer, the share that got none.
        missed: Questions without a right document among five, and those answered that shouldn't be.
    """

    recall: float
    mrr: float
    silent: float
    wrongly: float
    missed: list[tuple[Question, list[str]]]


def measure(search: Search, questions: Iterable[Question]) -> Measured:
    """Runs a search on questions."""
    ranks, right, silent, wrongly, missed = [], [], [], [], []
    for question in questions:
        found = list(dict.fromkeys(hit.passage.document for hit in search(question)))[:10]
        if not question.answers:
            silent.append(not found)
            missed += [(question, found[:5])] if found else []
            continue
        rank = next((n for n, name in enumerate(found, 1) if name in question.answers), 0)
        both = not question.other or not question.other.isdisjoint(found[:5])
        ranks.append(rank)
        right.append(1 <= rank <= 5 and both)
        wrongly.append(not found)
        missed += [] if right[-1] else [(question, found[:5])]
    count = max(1, len(ranks))
    return Measured(
        sum(right) / count,
        sum(1 / rank for rank in ranks if rank) / count,
        sum(silent) / max(1, len(silent)),
        sum(wrongly) / count,
        missed,
    )


def bare(ranking: Ranking, weights: Weights) -> Search:
    """Search by weights alone: no filters, nothing left unanswered."""
    return lambda q: one_per_event(ranking.best(q.text, Scope(q.as_of), weights))


def ranks_fused(ranking: Ranking) -> Search:
    """Plain reciprocal rank fusion of meaning and keywords, the peer that most use."""

    def search(question: Question) -> list[Hit]:
        scores: Counter[str] = Counter()
        passages = {}
        for keyword in (0.0, 1.0):
            hits = ranking.best(question.text, Scope(question.as_of), BARE._replace(keyword=keyword))
            for rank, hit in enumerate(hits, 1):
                scores[hit.passage.id] += 1 / (60 + rank)
                passages[hit.passage.id] = hit.passage
        return one_per_event(Hit(passages[name], score) for name, score in scores.most_common())

    return search


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--tune", action="store_true")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        library = Library.open(Path(home))
        if args.tune:
            tune(library)
        else:
            report(library, args.part or PARTS, args.misses)
        library.close()


def report(library: Library, parts: Sequence[str], misses: bool) -> None:
    """Prints the table."""
    ranking = library.ranking()
    searches: dict[str, Search] = {
        "dense alone": bare(ranking, DENSE),
        "BM25 alone": bare(ranking, BARE._replace(keyword=1.0)),
        "ranks fused (RRF)": ranks_fused(ranking),
        "dense and BM25, weighed": bare(ranking, BARE._replace(keyword=Weights().keyword)),
        "hybrid, as used": lambda q: library.search(q.text, as_of=q.as_of, k=10),
    }
    for part in parts:
        chosen = [q for q in QUESTIONS if q.part == part]
        print(
            f"\n{part}: {sum(bool(q.answers) for q in chosen)} with an answer, {sum(not q.answers for q in chosen)} without"
        )
        print(f"{'':<26}{'recall@5':>9}{'MRR':>7}{'silent on none':>16}{'silent wrongly':>16}")
        for name, search in searches.items():
            m = measure(search, chosen)
            print(f"{name:<26}{m.recall:>9.1%}{m.mrr:>7.3f}{m.silent:>16.1%}{m.wrongly:>16.1%}")
            for question, found in m.missed if misses and name == "hybrid, as used" else ():
                wanted = sorted(question.answers | question.other)
                print(f"    {question.kind}: {question.text}\n        wanted {wanted}, found {found}")
        for kind in dict.fromkeys(q.kind for q in chosen if q.answers):
            m = measure(searches["hybrid, as used"], [q for q in chosen if q.kind == kind])
            print(f"    of kind {kind:<14}{m.recall:>9.1%}{m.mrr:>7.3f}{'':>16}{m.wrongly:>16.1%}")


def tune(library: Library) -> None:
    """Prints the weights that do best on the parts for choosing, and what that is worth by cross-validation.

    A fold's questions are measured with the weights that do best on the four other folds.
    """
    chosen = [q for q in QUESTIONS if q.part in TUNED]
    random.Random(1).shuffle(chosen)
    folds = [chosen[n::FOLDS] for n in range(FOLDS)]
    tried = [
        Weights()._replace(keyword=keyword, least=least, recency=recency, floor=floor)
        for keyword, least, recency, floor in product(
            (0.4, 0.5, 0.6), (0.2, 0.3, 0.4), (0.02, 0.05), (-1.2, -0.8, -0.4)
        )
    ]
    measured = [
        [measure(lambda q, w=w: library.search(q.text, as_of=q.as_of, k=10, weights=w), fold) for fold in folds]  # type: ignore[misc]
        for w in tried
    ]
    sums = [sum(_worth(m) for m in ms) for ms in measured]
    for n in sorted(range(len(tried)), key=lambda n: -sums[n])[:8]:
        print(_mean(measured[n]), tried[n])
    kept = []
    for fold in range(FOLDS):
        best = max(range(len(tried)), key=lambda n: sums[n] - _worth(measured[n][fold]))
        kept.append(measured[best][fold])
    print("cross-validated:", _mean(kept))


def _worth(m: Measured) -> float:
    return m.recall + m.mrr + 0.5 * m.silent


def _mean(ms: Sequence[Measured]) -> str:
    recall, mrr = mean(m.recall for m in ms), mean(m.mrr for m in ms)
    silent, wrongly = mean(m.silent for m in ms), mean(m.wrongly for m in ms)
    return f"recall@5 {recall:.1%}, MRR {mrr:.3f}, silent on none {silent:.1%}, wrongly {wrongly:.1%}"


if __name__ == "__main__":
    main(sys.argv[1:])
