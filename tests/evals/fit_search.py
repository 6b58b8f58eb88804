"""Fits the regression that decides whether search answers, and measures it on questions that it wasn't fitted on.

``python -m tests.evals.fit_search`` prints, for the questions chosen on: the coefficients that stand in
corpus/answerable.py, and by cross-validation how many questions without an answer get none at the floors that leave so
many of the others unanswered. The oldest questions are fitted on too, but told apart: half of them ask for what stands
word for word in a passage, and those without an answer are far from any.
"""

import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.answerable import Signs
from corpus.library import Library
from corpus.scope import Scope
from tests.corpus.questions import QUESTIONS as OLDEST
from tests.evals.run_search import TUNED
from tests.evals.search_questions import QUESTIONS, Question

FOLDS, ROUNDS = 5, 20
RIDGE = 1.0  # on standardised signs
WRONGLY = (0.01, 0.02, 0.03, 0.05)  # of the questions with an answer


class Case(NamedTuple):
    """A question and what the decision has to go by: its signs, or the rule that decides it."""

    question: Question
    signs: Signs | None
    outside: bool


def fit(signs: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """The constant and coefficients of a ridge logistic regression, by Newton's method."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    rows = np.column_stack([np.ones(len(signs)), (signs - mean) / spread])
    ridge = np.diag([0.0] + [RIDGE] * signs.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        odds = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (answered - odds) - ridge @ found
        found += np.linalg.solve((rows * (odds * (1 - odds))[:, None]).T @ rows + ridge, slope)
    plain = found[1:] / spread
    return np.concatenate([[found[0] - plain @ mean], plain])


def cases(library: Library) -> list[Case]:
    """The questions chosen on, with their signs."""
    ranking = library.ranking()
    chosen = [q for q in QUESTIONS if q.part in TUNED]
    chosen += [Question("oldest", "paraphrase", q.text, q.answers) for q in OLDEST]
    found = [ranking.find(q.text, Scope(q.as_of)) for q in chosen]
    return [Case(q, f.signs, f.outside) for q, f in zip(chosen, found, strict=True)]


def odds_of(known: list[Case], chance: np.random.Generator) -> np.ndarray:
    """Each case's log-odds by a regression fitted on the other folds; endless where a rule decides."""
    odds = np.array([-np.inf if case.outside else np.inf for case in known])
    weighed = np.array([n for n, case in enumerate(known) if case.signs is not None and not case.outside])
    signs, answered = _arrays([known[n] for n in weighed])
    order = chance.permutation(len(weighed))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        rest = np.setdiff1d(order, held)
        found = fit(signs[rest], answered[rest])
        odds[weighed[held]] = found[0] + signs[held] @ found[1:]
    return odds


def _arrays(known: list[Case]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([case.signs for case in known]), np.array([float(bool(case.question.answers)) for case in known])


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        library = Library.open(Path(home))
        known = cases(library)
        library.close()
    found = fit(*_arrays([case for case in known if case.signs is not None and not case.outside]))
    print("constant and coefficients:", *(f"{value:.2f}" for value in found))
    answered = np.array([bool(case.question.answers) for case in known])
    old = np.array([case.question.part == "tuning" for case in known])
    rounds = [odds_of(known, np.random.default_rng(n)) for n in range(ROUNDS)]
    for wrongly in WRONGLY:
        floors = [float(np.sort(odds[answered & ~old])[int(wrongly * (answered & ~old).sum())]) for odds in rounds]
        silent, silent_old, wrong_old = (
            np.mean([(odds[which] < floor).mean() for odds, floor in zip(rounds, floors, strict=True)])
            for which in (~answered & ~old, ~answered & old, answered & old)
        )
        print(f"wrongly {wrongly:.0%}: silent on none {silent:.1%}, floor {np.mean(floors):.2f}", end="; ")
        print(f"oldest: wrongly {wrong_old:.1%}, silent on none {silent_old:.1%}")


if __name__ == "__main__":
    main()
