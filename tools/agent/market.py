"""The agent's tools for figures: few, each with what a person asking would want together.

Every tool answers with short labelled lines for the model and the facts or passages themselves as its
artifact, as JSON, so that they come back from a checkpoint as they went in.
"""

from datetime import date
from typing import Literal

from langchain.tools import ToolRuntime, tool
from pydantic.json_schema import SkipJsonSchema

from tools.agent.research import (
    COUNTED,
    LEVELS,
    MOMENTUM,
    VOLATILITY,
    Artifact,
    Day,
    Research,
    answer,
    catalogue_for,
    not_measured,
    of_subjects,
    pick,
    refusals,
    shut,
)
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.verdict import COLUMNS, ROWS
from tools.measures.query import Bucket, Condition, Kind, Order, make_query
from tools.measures.windows.window import Window


@tool(response_format="content_and_artifact", parse_docstring=True)
def levels(subjects: list[str], runtime: ToolRuntime[Research], as_of: Day = None) -> tuple[str, Artifact]:
    """Closing levels, returns over each horizon, record closes and 52-week range of indexes, funds or shares.

    Args:
        subjects: Up to four of rut, spx, comp, dji, vix, tnx, iwm, ijr, spy, qqq, or any Yahoo symbol or company.
        as_of: An earlier session.
    """
    wanted = LEVELS if len(subjects) < 3 else LEVELS[:14]

    def told(catalogue: Catalogue, key: str) -> tuple[list[str], list[Fact]]:
        return [], pick(catalogue, key, COUNTED)

    return refusals(lambda: of_subjects(runtime.context, subjects[:4], wanted, as_of, told))


@tool(response_format="content_and_artifact", parse_docstring=True)
def rotation(
    runtime: ToolRuntime[Research], first: str = "rut", second: str = "spx", as_of: Day = None
) -> tuple[str, Artifact]:
    """How one subject does against another: run of sessions ahead, spreads, ratio; for rut and spx the verdict table.

    Args:
        first: The one measured, such as rut, ijr.
        second: The one it is held against, such as spx, comp, iwm, spy.
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        found, said = catalogue_for(runtime.context, [first, second], as_of)
        if len(found) < 2:
            return "; ".join(said), {"facts": [], "notes": said}
        (a, x), (b, y) = found
        if a is not b:  # one of them is outside the universe: lay both on one market
            symbols = [s.series(k).subject.symbol for s, k in ((a, x), (b, y)) if s.series(k)]  # type: ignore[union-attr]
            a = runtime.context.with_symbols(symbols, as_of)
        facts = a.pair(x, y)
        notes = [*shut(as_of), *said] + [not_measured(a, key) for key in (x, y) if a.series(key) is None]
        for key in (x, y):
            facts = facts + pick(a, key, ("return_1d", "return_5d", "return_ytd"))
        lines, behind = _verdict(a) if {x, y} == {"rut", "spx"} else ([], [])
        text, artifact = answer(facts, "; ".join(notes), lines=lines, behind=behind)
        return text, artifact | {"notes": notes}

    return refusals(call)


def _verdict(catalogue: Catalogue) -> tuple[list[str], list[Fact]]:
    """The verdict table in a line a test, and its facts."""
    facts = catalogue.find("rotation.verdict.")
    held = {f.key: f for f in facts}
    lines = []
    for row in ROWS:
        cells = [(c, f) for c in COLUMNS if (f := held.get(f"rotation.verdict.{row}.{c}"))]
        if cells:
            lines.append(f"verdict {row}: " + "; ".join(f"{c} {f.display} {f.reading}" for c, f in cells))
    return lines, facts


@tool(response_format="content_and_artifact", parse_docstring=True)
def momentum(runtime: ToolRuntime[Research], subject: str = "rut", as_of: Day = None) -> tuple[str, Artifact]:
    """RSI-14 with its sensitivity and divergence, moving averages, MACD, Bollinger bands: whether it is stretched.

    Args:
        subject: One of the universe or any Yahoo symbol.
        as_of: An earlier session.
    """

    def told(catalogue: Catalogue, key: str) -> tuple[list[str], list[Fact]]:
        facts = [f for f in catalogue.subject(key) if f.metric.startswith(("divergence.", "rsi_14.sensitivity"))]
        # Code states these whole, with closes and readings: a model is told only what came out.
        lines = [f"{f.key}: {(f.reading or '').partition(':')[0]}" for f in facts if f.unit == "count"]
        return lines, facts

    return refusals(lambda: of_subjects(runtime.context, [subject], MOMENTUM, as_of, told))


@tool(response_format="content_and_artifact", parse_docstring=True)
def price_levels(
    runtime: ToolRuntime[Research],
    subject: str = "rut",
    threshold: float = 4.0,
    anchors: list[date] | SkipJsonSchema[None] = None,
    as_of: Day = None,
) -> tuple[str, Artifact]:
    """Support and resistance with where each comes from, and Fibonacci levels with their anchors.

    Args:
        subject: One of the universe or any Yahoo symbol.
        threshold: Least size of a swing in percent, for the Fibonacci leg.
        anchors: Two or three sessions to measure the Fibonacci levels from, in order; leave out to have them found.
        as_of: An earlier session.
    """

    def told(catalogue: Catalogue, key: str) -> tuple[list[str], list[Fact]]:
        facts = [f for f in catalogue.subject(key) if f.metric.startswith(("support.", "resistance.", "fibonacci."))]
        facts += catalogue.fibonacci(key, threshold / 100, anchors) if anchors or threshold != 4.0 else []
        lines = [
            f"{f.key}: {f.display}" + ("" if ".extension." in f.key or ".retracement." in f.key else f" ({f.reading})")
            for f in facts
            if not f.key.endswith(".distance")
        ]
        return lines, facts

    metrics = ("close", "high_52w", "low_52w", "sma_50", "sma_200")
    return refusals(lambda: of_subjects(runtime.context, [subject], metrics, as_of, told))


@tool(response_format="content_and_artifact", parse_docstring=True)
def sectors(
    runtime: ToolRuntime[Research],
    horizon: Literal["1d", "5d", "mtd", "ytd"] = "1d",
    as_of: Day = None,
) -> tuple[str, Artifact]:
    """All eleven sector funds ranked over one horizon, dispersion, advancers, cyclical less defensive, value or growth.

    Args:
        horizon: Over what to rank.
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        catalogue = runtime.context.at(as_of)
        ranks = sorted((f for f in catalogue.facts if f.metric == f"rank_{horizon}"), key=lambda f: int(f.value))
        wanted = [f"{f.subject}.{m}_{horizon}" for f in ranks for m in ("return", "rank", "spread_to_spy")]
        wanted += [f"sectors.{m}_{horizon}" for m in ("advancers", "dispersion", "cyclical_minus_defensive")]
        wanted += [f"spy.return_{horizon}", f"style.iwd_vs_style.iwf.spread_{horizon}"]
        facts = [g for key in wanted if (g := catalogue.get(key))]
        behind = [f for f in catalogue.find("rotation.verdict.") if "value" in f.key or "tilt" in f.key]
        lines = [f"{f.key}: {f.display} {f.reading}" for f in behind]
        return answer([f for f in facts if ".spread_to_spy" not in f.key], brief=True, lines=lines,
                      behind=[*behind, *(f for f in facts if ".spread_to_spy" in f.key)])  # fmt: skip

    return refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def volatility(runtime: ToolRuntime[Research], as_of: Day = None) -> tuple[str, Artifact]:
    """The VIX with its changes, percentiles and regime, and the 10-year Treasury yield with its changes.

    Args:
        as_of: An earlier session.
    """
    return refusals(lambda: of_subjects(runtime.context, ["vix", "tnx"], VOLATILITY, as_of))


@tool(response_format="content_and_artifact", parse_docstring=True)
def base_rates(
    runtime: ToolRuntime[Research],
    event: Literal["streak", "rsi"] = "streak",
    as_of: Day = None,
) -> tuple[str, Artifact]:
    """What followed earlier runs of small caps ahead, or earlier overbought readings: median, share positive, worst.

    Args:
        event: Runs of sessions in which the Russell 2000 beat the S&P 500, or RSI-14 crossing above 70.
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        catalogue = runtime.context.at(as_of)
        facts = [f for f in catalogue.facts if f.metric.startswith((f"base_rate.{event}_", "base_rate.all."))]
        held = {f.key: f for f in facts}
        lines = []
        for stem in dict.fromkeys(f.key.rpartition(".")[0] for f in facts if f".{event}_" in f.key):
            told = [
                (n, held[f"{stem}.{n}"]) for n in ("n", "median", "share_positive", "worst") if f"{stem}.{n}" in held
            ]
            lines.append(f"{{say {stem}}}: " + ", ".join(f"{n} {f.display}" for n, f in told))
        behind = [*facts, *(f for f in [catalogue.get("rut_vs_spx.streak"), catalogue.get("rut.rsi_14")] if f)]
        return answer([], lines=lines, behind=behind)

    return refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def due(runtime: ToolRuntime[Research], as_of: Day = None) -> tuple[str, Artifact]:
    """What is due next (Fed, payrolls, CPI, claims, earnings, reconstitution) and the latest macro figures.

    Args:
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        facts, notes = runtime.context.macro(as_of)
        text, artifact = answer(facts, "; ".join(notes))
        return text, artifact | {"notes": notes}

    return refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def measure(
    measure: Kind,
    subjects: list[str],
    runtime: ToolRuntime[Research],
    window: Window | SkipJsonSchema[None] = None,
    bucket: Bucket | SkipJsonSchema[None] = None,
    where: list[Condition] | SkipJsonSchema[None] = None,
    n: int | SkipJsonSchema[None] = None,
    order: Order | SkipJsonSchema[None] = None,
    ahead: int | SkipJsonSchema[None] = None,
    amount: float | SkipJsonSchema[None] = None,
    as_of: Day = None,
) -> tuple[str, Artifact]:
    """Whatever daily bars can answer: any window, extreme, count, crossing, list, correlation, growth, what followed.

    Args:
        measure: What is wanted; rank places the value now or a window's change in its history.
        subjects: rut, IWM, any symbol or name; rut.high, rut.rsi_14, iwm.total, rut/spx, macro.unemployment.
        window: Over what.
        bucket: What is counted, ranked or listed.
        where: For count, share, first, last, after; all must hold.
        n: How many of a list or of extremes.
        order: Which extremes: best, worst are changes, highest, lowest values.
        ahead: For after: sessions ahead.
        amount: For growth.
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        asked = {
            "bucket": bucket,
            "where": tuple(where or ()),
            "n": n,
            "order": order,
            "ahead": ahead,
            "amount": amount,
        }
        query = make_query(measure=measure, subjects=tuple(subjects), window=window, **asked)
        found = runtime.context.measure(query, as_of)
        said = f"Whole sentence, with its window: {{say {found.lead}}}"
        text, artifact = answer(found.facts, "; ".join([said, *found.notes]))
        return text, artifact | {"notes": [], "tables": [found.table.to_json()] if found.table else []}

    return refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def check(text: str, runtime: ToolRuntime[Research]) -> tuple[str, Artifact]:
    """Checks the figures of a text that the person gives: each claim true, of another date or definition, or false.

    Args:
        text: The text as given, whole.
    """

    def call() -> tuple[str, Artifact]:
        lines, facts = runtime.context.check(text)
        return answer([], lines=lines or ["no figure or comparison that can be checked was found"], behind=facts)

    return refusals(call)
