"""What the agent may call: few tools, each with what a person asking would want together.

Every tool answers with short labelled lines for the model and the facts or passages themselves as its
artifact, as JSON, so that they come back from a checkpoint as they went in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from langchain.tools import ToolRuntime, tool
from langchain_core.tools import BaseTool

from corpus.library import Library
from tools.catalogue import Catalogue
from tools.errors import MarketDataError
from tools.facts import Fact, spell_date
from tools.sessions import is_session
from tools.universe import UNIVERSE, subject_for

LONGEST = 60  # lines a tool may answer with
Artifact = dict[str, Any]


@dataclass(frozen=True)
class Research:
    """What the tools work with, handed to the agent as its context.

    Attributes:
        at: The catalogue of the session on or before a day; of the answer's own date for None.
        with_symbols: The catalogue of symbols outside the universe at a day.
        library: The analyst library.
        as_of: The answer's own date; no view published later is found.
    """

    at: Callable[[date | None], Catalogue]
    with_symbols: Callable[[Sequence[str], date | None], Catalogue]
    library: Library
    as_of: date


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


def _pick(catalogue: Catalogue, key: str, metrics: Sequence[str]) -> list[Fact]:
    held = {f.metric: f for f in catalogue.subject(key)}
    return [held[m] for m in metrics if m in held]


def _answer(facts: list[Fact], note: str = "", brief: bool = False) -> tuple[str, Artifact]:
    lines = [note] if note else []
    for fact in facts[: LONGEST - len(lines)]:
        base = f", from the {fact.base.session} {fact.base.field}" if fact.base and not brief else ""
        extra = f" ({fact.reading})" if fact.reading else ""
        lines.append(f"{fact.key} = {fact.display}{extra} [{fact.as_of}{base}]")
    return "\n".join(lines) or "no data", {"facts": [f.model_dump(mode="json") for f in facts]}


def _catalogue_for(research: Research, names: Sequence[str], day: date | None) -> list[tuple[Catalogue, str]]:
    """Each name's catalogue and key: of the universe by key, symbol or name, else any Yahoo symbol."""
    out = []
    for name in names:
        text = name.strip()
        low = text.lower().removeprefix("the ")
        key = next(
            (k for k, s in UNIVERSE.items() if low in (k, s.symbol.lower(), *s.names) or low == k.partition(".")[2]),
            None,
        )
        if key:
            out.append((research.at(day), key))
        else:
            out.append((research.with_symbols([text.upper()], day), subject_for(text).key))
    return out


def _refusals(call: Callable[[], tuple[str, Artifact]]) -> tuple[str, Artifact]:
    """A tool's own answer, or in words why the data can't give one: the model may choose otherwise."""
    try:
        return call()
    except MarketDataError as error:
        return f"not measured: {error.message}. {error.hint}", {"facts": [], "notes": [error.message]}


def _of_subjects(
    research: Research, names: Sequence[str], metrics: Sequence[str], day: date | None
) -> tuple[str, Artifact]:
    facts, notes = [], _shut(day)
    for catalogue, key in _catalogue_for(research, names, day):
        found = _pick(catalogue, key, metrics)
        facts += found
        if not found:
            notes.append(_not_measured(catalogue, key))
    text, artifact = _answer(facts, "; ".join(notes))
    return text, artifact | {"notes": notes}


def _shut(day: date | None) -> list[str]:
    """That a day asked for was no session, in words."""
    if day is None or is_session(day):
        return []
    return [f"{spell_date(day)} was no exchange session: the figures are of the session before it"]


def _not_measured(catalogue: Catalogue, key: str) -> str:
    """Why a subject has no figures, in words."""
    missing = catalogue.market.missing
    symbol = UNIVERSE[key].symbol if key in UNIVERSE else next((s for s in missing if subject_for(s).key == key), key)
    return f"{symbol} is not measured: {missing.get(symbol, 'there are no bars of it')}"


@tool(response_format="content_and_artifact", parse_docstring=True)
def levels(subjects: list[str], runtime: ToolRuntime[Research], as_of: date | None = None) -> tuple[str, Artifact]:
    """Closing levels, returns over each horizon, record closes and 52-week range of indexes, funds or shares.

    Args:
        subjects: Up to four of rut, spx, comp, dji, vix, tnx, iwm, ijr, spy, qqq, or any Yahoo symbol.
        as_of: An earlier session; leave out for the date of the answer.
    """
    return _refusals(
        lambda: _of_subjects(runtime.context, subjects[:4], LEVELS if len(subjects) < 3 else LEVELS[:14], as_of)
    )


@tool(response_format="content_and_artifact", parse_docstring=True)
def rotation(
    runtime: ToolRuntime[Research], first: str = "rut", second: str = "spx", as_of: date | None = None
) -> tuple[str, Artifact]:
    """How one subject does against another: its run of sessions ahead, since when that is the longest, spreads, ratio.

    Args:
        first: The one measured, such as rut, ijr.
        second: The one it is held against, such as spx, comp, iwm, spy.
        as_of: An earlier session; leave out for the date of the answer.
    """

    def call() -> tuple[str, Artifact]:
        (a, x), (b, y) = _catalogue_for(runtime.context, [first, second], as_of)
        if a is not b:  # one of them is outside the universe: lay both on one market
            symbols = [s.series(k).subject.symbol for s, k in ((a, x), (b, y)) if s.series(k)]  # type: ignore[union-attr]
            a = runtime.context.with_symbols(symbols, as_of)
        facts = a.pair(x, y)
        notes = _shut(as_of) + [_not_measured(a, key) for key in (x, y) if a.series(key) is None]
        for key in (x, y):
            facts = facts + _pick(a, key, ("return_1d", "return_ytd"))
        text, artifact = _answer(facts, "; ".join(notes))
        return text, artifact | {"notes": notes}

    return _refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def momentum(runtime: ToolRuntime[Research], subject: str = "rut", as_of: date | None = None) -> tuple[str, Artifact]:
    """RSI-14, moving averages and the distance to them, MACD, Bollinger bands: whether something is stretched.

    Args:
        subject: One of the universe or any Yahoo symbol.
        as_of: An earlier session; leave out for the date of the answer.
    """
    return _refusals(lambda: _of_subjects(runtime.context, [subject], MOMENTUM, as_of))


@tool(response_format="content_and_artifact", parse_docstring=True)
def sectors(
    runtime: ToolRuntime[Research], horizon: Literal["1d", "5d", "mtd", "ytd"] = "1d", as_of: date | None = None
) -> tuple[str, Artifact]:
    """All eleven sector funds ranked over one horizon, with dispersion, advancers and cyclical less defensive.

    Args:
        horizon: Over what to rank.
        as_of: An earlier session; leave out for the date of the answer.
    """

    def call() -> tuple[str, Artifact]:
        catalogue = runtime.context.at(as_of)
        ranks = sorted((f for f in catalogue.facts if f.metric == f"rank_{horizon}"), key=lambda f: int(f.value))
        facts = [
            g
            for f in ranks
            for m in ("return", "rank", "spread_to_spy")
            if (g := catalogue.get(f"{f.subject}.{m}_{horizon}"))
        ]
        facts += [
            g
            for m in ("advancers", "dispersion", "cyclical_minus_defensive")
            if (g := catalogue.get(f"sectors.{m}_{horizon}"))
        ]
        facts += [g for g in [catalogue.get(f"spy.return_{horizon}")] if g]
        return _answer(facts, brief=True)

    return _refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def volatility(runtime: ToolRuntime[Research], as_of: date | None = None) -> tuple[str, Artifact]:
    """The VIX with its changes, percentiles and regime, and the 10-year Treasury yield with its changes.

    Args:
        as_of: An earlier session; leave out for the date of the answer.
    """
    return _refusals(lambda: _of_subjects(runtime.context, ["vix", "tnx"], VOLATILITY, as_of))


@tool(response_format="content_and_artifact", parse_docstring=True)
def since(subjects: list[str], start: date, runtime: ToolRuntime[Research]) -> tuple[str, Artifact]:
    """Price returns since a date of your choice.

    Args:
        subjects: Up to four of the universe.
        start: The session to measure from; the last one before it where it isn't a session.
    """

    def call() -> tuple[str, Artifact]:
        found = [c.since(key, start) for c, key in _catalogue_for(runtime.context, subjects[:4], None)]
        return _answer([f for f in found if f], "" if any(found) else f"no data as far back as {start}")

    return _refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def views(
    question: str,
    runtime: ToolRuntime[Research],
    author: str | None = None,
    stance: Literal["bullish", "bearish", "neutral"] | None = None,
) -> tuple[str, Artifact]:
    """What analysts said, and notes on what RSI, the equity risk premium or the Russell 2000 is: dated passages.

    Args:
        question: What to look for, in a few words.
        author: A person's name, to hear that person alone.
        stance: To hear one side alone.
    """
    wanted = 12 if stance else 6 if author else 4
    hits = runtime.context.library.search(question, as_of=runtime.context.as_of, author=author, stance=stance, k=wanted)
    if stance:  # one side of an open question is best heard from whoever spoke last
        newest = sorted(hits, key=lambda h: (h.passage.trust != "unverified", h.passage.known_from), reverse=True)
        hits = list({h.passage.author: h for h in reversed(newest)}.values())[::-1]
        hits = sorted(hits, key=newest.index)[:4]
    lines = []
    for hit in hits:
        p = hit.passage
        quotes = f" Quotes: {'; '.join(p.quotes)}." if p.quotes else ""
        who = ", ".join(part for part in (p.author, p.firm, p.published) if part)
        lines.append(f"[{p.id}] {who}, {p.stance} on {p.stance_on}, {p.trust}: {' '.join(p.text.split())}{quotes}")
    passages = [hit.passage.model_dump(mode="json") for hit in hits]
    return "\n".join(lines) or "no passage found", {
        "passages": passages,
        "notes": [] if hits else [f"no stored view of {author or 'anyone'} was found"],
    }


AGENT_TOOLS: list[BaseTool] = [levels, rotation, momentum, sectors, volatility, since, views]
