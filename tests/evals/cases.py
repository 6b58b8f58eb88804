"""True and false sentences about the markets of one date, made from its facts and the views known by then."""

import random
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.document import Passage
from tests.evals.clauses import false_clauses, true_clauses
from tests.evals.counts import false_counts, true_counts
from tests.evals.false_states import false_records, false_sectors, false_states
from tests.evals.levels import false_levels, true_levels
from tests.evals.moves import false_moves, true_moves
from tests.evals.relations import false_relations, true_relations
from tests.evals.shields import false_lists, false_shields, true_lists
from tests.evals.spreads import false_spreads, true_spreads
from tests.evals.tricks import false_tricks
from tests.evals.vague import false_vague
from tests.evals.views import false_views, true_views
from tests.evals.world import Case, World
from tools.fact import Fact


def true_cases(
    facts: Sequence[Fact], passages: Sequence[Passage], as_of: date, *, each: int = 4, seed: int = 0
) -> list[Case]:
    """Sentences that the facts and passages bear out.

    Args:
        facts: The ledger's facts.
        passages: The ledger's passages.
        as_of: The date of the facts.
        each: Most sentences of a kind.
        seed: Decides wording and choice.
    """
    w = World(facts, passages, as_of, seed=seed)
    return _some(
        [
            case
            for make in (
                true_moves,
                true_levels,
                true_spreads,
                true_counts,
                true_clauses,
                true_lists,
                true_relations,
                true_views,
            )
            for case in make(w)
        ],
        each,
        w.rng,
    )


def false_cases(
    facts: Sequence[Fact],
    passages: Sequence[Passage],
    as_of: date,
    *,
    today: date | None = None,
    before: Iterable[Fact] = (),
    each: int = 4,
    seed: int = 0,
) -> list[Case]:
    """Sentences that differ from a true one by one thing, and are false.

    Args:
        facts: The ledger's facts.
        passages: The ledger's passages.
        as_of: The date of the facts.
        today: The date on which the sentences are read.
        before: The facts of the session before, for values of another day.
        each: Most sentences of a kind.
        seed: Decides wording and choice.
    """
    w = World(facts, passages, as_of, today, before, seed)
    makers = (
        false_moves,
        false_levels,
        false_spreads,
        false_relations,
        false_counts,
        false_states,
        false_records,
        false_sectors,
        false_clauses,
        false_vague,
        false_lists,
        false_shields,
        false_views,
        false_tricks,
    )
    return _some([case for make in makers for case in make(w)], each, w.rng)


def _some(cases: list[Case], each: int, rng: random.Random) -> list[Case]:
    by_kind: dict[str, list[Case]] = {}
    for case in dict.fromkeys(cases):
        by_kind.setdefault(case.kind, []).append(case)
    return [case for of_kind in by_kind.values() for case in rng.sample(of_kind, min(each, len(of_kind)))]


__all__ = ["Case", "false_cases", "true_cases"]
