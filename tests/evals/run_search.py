"""Measures search over the shipped library: right passage among five, its rank, and silence where nothing fits.

``python -m tests.evals.run_search`` prints, for the half that weights were chosen on and for the half kept for
reporting: recall@5, MRR (of the first right document among ten), and how often a question without an answer got none,
beside how often one with an answer did. ``--misses`` lists what was not found, ``--tune`` the weights that do best.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from corpus.library import Library
from corpus.ranking import BARE, Ranking, Weights
from corpus.scope import Scope
from corpus.search import Hit, one_per_event
from tests.evals.search_questions import QUESTIONS, Question

Search = Callable[[Question], list[Hit]]
DENSE = BARE._replace(keyword=0.0)


class Measured(NamedTuple):
    """How a search did on some questions.

    Attributes:
        recall: Share with a right document among the first five.
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
    ranks, silent, wrongly, missed = [], [], [], []
    for question in questions:
        found = list(dict.fromkeys(hit.passage.document for hit in search(question)))[:10]
        if not question.answers:
            silent.append(not found)
            missed += [(question, found[:5])] if found else []
            continue
        rank = next((n for n, name in enumerate(found, 1) if name in question.answers), 0)
        ranks.append(rank)
        wrongly.append(not found)
        missed += [(question, found[:5])] if not 1 <= rank <= 5 else []
    count = len(ranks)
    return Measured(
        sum(1 <= rank <= 5 for rank in ranks) / count,
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
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--tune", action="store_true")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        library = Library.open(Path(home))
        ranking = library.ranking()
        if args.tune:
            tune(library)
        report(library, ranking, args.misses)
        library.close()


def report(library: Library, ranking: Ranking, misses: bool) -> None:
    """Prints the table."""
    searches: dict[str, Search] = {
        "dense alone": bare(ranking, DENSE),
        "BM25 alone": bare(ranking, BARE._replace(keyword=1.0)),
        "ranks fused (RRF)": ranks_fused(ranking),
        "dense and BM25, weighed": bare(ranking, BARE._replace(keyword=Weights().keyword)),
        "hybrid, as used": lambda q: library.search(q.text, as_of=q.as_of, k=10),
    }
    for half, tuning in (("tuning half", True), ("reporting half", False)):
        chosen = [q for q in QUESTIONS if q.tuning == tuning]
        print(
            f"\n{half}: {sum(bool(q.answers) for q in chosen)} with an answer, {sum(not q.answers for q in chosen)} without"
        )
        print(f"{'':<26}{'recall@5':>9}{'MRR':>7}{'silent on none':>16}{'silent wrongly':>16}")
        for name, search in searches.items():
            m = measure(search, chosen)
            print(f"{name:<26}{m.recall:>9.1%}{m.mrr:>7.3f}{m.silent:>16.1%}{m.wrongly:>16.1%}")
            if misses and name == "hybrid, as used":
                for question, found in m.missed:
                    print(
                        f"    {question.kind}: {question.text}\n        wanted {sorted(question.answers)}, found {found}"
                    )
    print("\nby kind, both halves, hybrid as used")
    for kind in dict.fromkeys(q.kind for q in QUESTIONS if q.answers):
        m = measure(searches["hybrid, as used"], [q for q in QUESTIONS if q.kind == kind])
        print(f"{kind:<26}{m.recall:>9.1%}{m.mrr:>7.3f}{'':>16}{m.wrongly:>16.1%}")


def tune(library: Library) -> None:
    """Prints the weights that do best on the tuning half."""
    chosen = [q for q in QUESTIONS if q.tuning]
    results = []
    tried = product((0.4, 0.5, 0.6, 0.7), (0.0, 0.05, 0.1), (0.0, 0.05, 0.1), (0.1, 0.2, 0.3))
    for keyword, recency, topic, period in tried:
        weights = Weights()._replace(keyword=keyword, recency=recency, topic=topic, period=period)
        m = measure(lambda q, w=weights: library.search(q.text, as_of=q.as_of, k=10, weights=w), chosen)  # type: ignore[misc]
        results.append((m.recall, m.mrr, weights))
    for recall, mrr, weights in sorted(results, reverse=True)[:8]:
        print(f"{recall:.1%} {mrr:.3f} {weights}")


if __name__ == "__main__":
    main(sys.argv[1:])
