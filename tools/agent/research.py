"""What the agent's tools work with: catalogues of any day, the library, and how evidence is told in lines."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from pydantic.json_schema import SkipJsonSchema

from corpus.library import Library
from tools.data.sessions import is_session
from tools.errors import MarketDataError
from tools.fact import Base, Fact, spell_date
from tools.facts.catalogue import Catalogue
from tools.measures.answers import Measured
from tools.measures.query import Query
from tools.naming.resolve import Named
from tools.universe import UNIVERSE, subject_for

LONGEST = 60  # lines a tool may answer with
Artifact = dict[str, Any]
Day = date | SkipJsonSchema[None]  # an argument that may be left out, told to a model in a word


@dataclass(frozen=True)
class Research:
    """What the tools work with, handed to the agent as its context.

    Attributes:
        at: The catalogue of the session on or before a day; of the answer's own date for None.
        with_symbols: The catalogue of symbols outside the universe at a day.
        library: The analyst library.
        macro: Macro figures and the calendar as known at a day, and what must be told of them.
        calls: Analysts' calls as of the answer's date.
        check: Checks a text: a line for each claim with its verdict, and the facts it was held against.
        measure: Takes a measure at a day.
        as_of: The answer's own date; no view published later is found.
        resolve: The subject that words name: key, symbol or name.
    """

    at: Callable[[date | None], Catalogue]
    with_symbols: Callable[[Sequence[str], date | None], Catalogue]
    library: Library
    macro: Callable[[date | None], tuple[list[Fact], list[str]]]
    calls: Callable[[], list[Fact]]
    check: Callable[[str], tuple[list[str], list[Fact]]]
    measure: Callable[[Query, date | None], Measured]
    as_of: date
    resolve: Callable[[str], Named]


LEVELS = (
    "close",
    "return_1d",
    "return_5d",
    "return_mtd",
    "return_ytd",
    "return_1y",
    "change_1d",
    "change_5d",
    "change_ytd",
    "records_ytd",
    "record_last",
    "record_last_date",
    "record_prior_year",
    "drawdown",
    "high_52w",
    "low_52w",
    "distance_high_52w",
    "previous_close",
    "high",
    "low",
    "open",
    "realized_volatility_20d",
)
COUNTED = ("up_sessions_20d", "down_sessions_20d", "distance_low_52w")  # held behind a level's lines, not told
MOMENTUM = (
    "close",
    "rsi_14",
    "sma_20",
    "sma_20_distance",
    "sma_50",
    "sma_50_distance",
    "sma_200",
    "sma_200_distance",
    "sma_cross",
    "macd",
    "macd_signal",
    "macd_histogram",
    "bollinger_upper",
    "bollinger_lower",
    "atr_14",
)
VOLATILITY = (
    "close",
    "change_1d",
    "change_5d",
    "change_ytd",
    "return_5d",
    "percentile_1y",
    "percentile_all",
    "high_close_20d",
    "high_close_20d_date",
    "high_52w",
)


def pick(catalogue: Catalogue, key: str, metrics: Sequence[str]) -> list[Fact]:
    """A subject's facts of some metrics, in their order, as far as they exist."""
    held = {f.metric: f for f in catalogue.subject(key)}
    return [held[m] for m in metrics if m in held]


def answer(
    facts: Sequence[Fact], note: str = "", brief: bool = False, lines: Sequence[str] = (), behind: Sequence[Fact] = ()
) -> tuple[str, Artifact]:
    """A tool's answer: a line for each fact, then lines of its own; the artifact holds also the facts behind those.

    Args:
        facts: Each told in a line of its own.
        note: What must be said first.
        brief: Whether bases are left out.
        lines: Lines told beside.
        behind: Facts that those lines tell.
    """
    out = [*([note] if note else []), *fact_lines(facts, brief)]
    out = [*out, *lines][:LONGEST]
    return "\n".join(out) or "no data", {"facts": [f.model_dump(mode="json") for f in (*facts, *behind)]}


def fact_lines(facts: Sequence[Fact], brief: bool = False) -> list[str]:
    """A line for each fact, under one line that says of when they are: what they share is told once, for its tokens.

    Args:
        facts: A key that comes twice with the same date is told once.
        brief: Whether bases are left out.
    """
    facts = list({(f.key, f.as_of): f for f in facts}.values())
    if not facts:
        return []
    day, _ = Counter(f.as_of for f in facts).most_common(1)[0]
    bases: dict[str, set[Base]] = {}
    for fact in facts:
        if (horizon := _horizon(fact)) and fact.base and not brief:
            bases.setdefault(horizon, set()).add(fact.base)
    shared = {h: next(iter(found)) for h, found in bases.items() if len({(b.session, b.field) for b in found}) == 1}
    since = ", ".join(f"{h} from the {b.session} {b.field}" for h, b in shared.items())
    out = [f"Of {day}" + (f"; {since}" if since else "") + ":"]
    for fact in facts:
        own = "" if fact.as_of == day else f" of {fact.as_of}"
        if fact.base and not brief and _horizon(fact) not in shared:
            own += f" from the {fact.base.session} {fact.base.field}"
        extra = f" ({fact.reading})" if fact.reading else ""
        out.append(f"{{{fact.key}}} = {fact.display}{extra}{f' [{own.strip()}]' if own else ''}")
    return out


def _horizon(fact: Fact) -> str | None:
    """The period of a return or a change: ``1d`` of ``rut.return_1d``."""
    found = _HORIZON.search(fact.key)
    return found[1] if found else None


_HORIZON = re.compile(r"\.(?:return|change)_(\d+[dwmy]|[mqy]td)$")


class Catalogues(Protocol):
    """Who gives catalogues: the evidence of an answer, and what the agent's tools are handed of it."""

    def at(self, day: date | None, /) -> Catalogue: ...
    def with_symbols(self, symbols: Sequence[str], day: date | None, /) -> Catalogue: ...


def catalogue_for(
    research: Research, names: Sequence[str], day: date | None
) -> tuple[list[tuple[Catalogue, str]], list[str]]:
    """The catalogue and key of each name that names something, and in words what was read how, or names nothing.

    Args:
        research: What the tools work with.
        names: Keys, symbols or names; whatever isn't of the universe is fetched, or searched for first.
        day: The session wanted; the answer's own for None.
    """
    out, notes = [], []
    for name in names:
        try:
            named = research.resolve(name)
            symbol, key = named.subject.symbol, named.subject.key
            out.append((research.at(day) if key in UNIVERSE else research.with_symbols([symbol], day), key))
            notes += [named.note] if named.note else []
        except MarketDataError as error:  # one that can't be had costs itself alone
            notes.append(error.message)
    return out, notes


def refusals(call: Callable[[], tuple[str, Artifact]]) -> tuple[str, Artifact]:
    """A tool's own answer, or in words why the data can't give one: the model may choose otherwise."""
    try:
        return call()
    except MarketDataError as error:
        return f"not measured: {error.message}. {error.hint}", {"facts": [], "notes": [error.message]}


def of_subjects(
    research: Research,
    names: Sequence[str],
    metrics: Sequence[str],
    day: date | None,
    told: Callable[[Catalogue, str], tuple[list[str], list[Fact]]] = lambda catalogue, key: ([], []),
) -> tuple[str, Artifact]:
    """The facts of some metrics of each subject named, with further lines told of each, and why one has none."""
    facts: list[Fact] = []
    behind: list[Fact] = []
    lines: list[str] = []
    found_for, said = catalogue_for(research, names, day)
    notes = [*shut(day), *said]
    for catalogue, key in found_for:
        found = pick(catalogue, key, metrics)
        facts += found
        if not found:
            notes.append(not_measured(catalogue, key))
            continue
        more, under = told(catalogue, key)
        lines += more
        behind += under
    text, artifact = answer(facts, "; ".join(notes), lines=lines, behind=behind)
    return text, artifact | {"notes": notes}


def shut(day: date | None) -> list[str]:
    """That a day asked for was no session, in words."""
    if day is None or is_session(day):
        return []
    return [f"{spell_date(day)} was no exchange session: the figures are of the session before it"]


def not_measured(catalogue: Catalogue, key: str) -> str:
    """Why a subject has no figures, in words."""
    missing = catalogue.market.missing
    symbol = UNIVERSE[key].symbol if key in UNIVERSE else next((s for s in missing if subject_for(s).key == key), key)
    name = catalogue.market.subject(symbol).name if key not in UNIVERSE else symbol
    return f"{name} is not measured: {missing.get(symbol, 'there are no bars of it')}"
