"""What the agent may call: few tools, each with what a person asking would want together.

Every tool answers with short labelled lines for the model and the facts or passages themselves as its
artifact, as JSON, so that they come back from a checkpoint as they went in.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from langchain.tools import ToolRuntime, tool
from langchain_core.tools import BaseTool

from corpus.instructions import for_machines, for_readers
from corpus.people import names_in
from corpus.search import is_generic
from tools.agent.research import (
    COUNTED,
    LEVELS,
    MOMENTUM,
    VOLATILITY,
    Artifact,
    Research,
    answer,
    catalogue_for,
    not_measured,
    of_subjects,
    pick,
    refusals,
    shut,
)
from tools.analysts.track_record import ledger, track_records
from tools.analysts.view_facts import balance_facts, line_of_views, person_facts, told
from tools.analysts.view_subjects import held_now, particular_in, subject_in
from tools.data.sessions import now
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.verdict import COLUMNS, ROWS


@tool(response_format="content_and_artifact", parse_docstring=True)
def levels(subjects: list[str], runtime: ToolRuntime[Research], as_of: date | None = None) -> tuple[str, Artifact]:
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
    runtime: ToolRuntime[Research], first: str = "rut", second: str = "spx", as_of: date | None = None
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
    said = ["Whole sentences: {say rotation.verdict} {say rotation.verdict.1d} {say rotation.verdict.quality}"]
    return lines + (said if lines else []), facts


@tool(response_format="content_and_artifact", parse_docstring=True)
def momentum(runtime: ToolRuntime[Research], subject: str = "rut", as_of: date | None = None) -> tuple[str, Artifact]:
    """RSI-14 with its sensitivity and divergence, moving averages, MACD, Bollinger bands: whether it is stretched.

    Args:
        subject: One of the universe or any Yahoo symbol.
        as_of: An earlier session.
    """

    def told(catalogue: Catalogue, key: str) -> tuple[list[str], list[Fact]]:
        facts = [f for f in catalogue.subject(key) if f.metric.startswith(("divergence.", "rsi_14.sensitivity"))]
        # Code states these whole, with closes and readings: a model is told only what came out.
        lines = [f"{f.key}: {(f.reading or '').partition(':')[0]}" for f in facts if f.unit == "count"]
        said = f"Whole sentences: {{say {key}.stretched}} {{say {key}.sensitivity}} {{say {key}.divergence}}"
        return ([*lines, said] if facts else []), facts

    return refusals(lambda: of_subjects(runtime.context, [subject], MOMENTUM, as_of, told))


@tool(response_format="content_and_artifact", parse_docstring=True)
def price_levels(
    runtime: ToolRuntime[Research],
    subject: str = "rut",
    threshold: float = 4.0,
    anchors: list[date] | None = None,
    as_of: date | None = None,
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
        said = f"Whole sentences: {{say {key}.support}} {{say {key}.resistance}} {{say {key}.fibonacci}}"
        return ([*lines, said] if facts else []), facts

    metrics = ("close", "high_52w", "low_52w", "sma_50", "sma_200")
    return refusals(lambda: of_subjects(runtime.context, [subject], metrics, as_of, told))


@tool(response_format="content_and_artifact", parse_docstring=True)
def sectors(
    runtime: ToolRuntime[Research], horizon: Literal["1d", "5d", "mtd", "ytd"] = "1d", as_of: date | None = None
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
def volatility(runtime: ToolRuntime[Research], as_of: date | None = None) -> tuple[str, Artifact]:
    """The VIX with its changes, percentiles and regime, and the 10-year Treasury yield with its changes.

    Args:
        as_of: An earlier session.
    """
    return refusals(lambda: of_subjects(runtime.context, ["vix", "tnx"], VOLATILITY, as_of))


@tool(response_format="content_and_artifact", parse_docstring=True)
def since(subjects: list[str], start: date, runtime: ToolRuntime[Research]) -> tuple[str, Artifact]:
    """Price returns since a date of your choice.

    Args:
        subjects: Up to four of the universe, or any Yahoo symbol.
        start: The session to measure from; the last one before it where it isn't a session.
    """

    def call() -> tuple[str, Artifact]:
        catalogues, said = catalogue_for(runtime.context, subjects[:4], None)
        found = [fact for c, key in catalogues if (fact := c.since(key, start))]
        notes = said + ([] if found or not catalogues else [f"no data as far back as {start}"])
        text, artifact = answer(found, "; ".join(notes))
        return text, artifact | {"notes": said}

    return refusals(call)


@tool(response_format="content_and_artifact", parse_docstring=True)
def base_rates(
    runtime: ToolRuntime[Research], event: Literal["streak", "rsi"] = "streak", as_of: date | None = None
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
def due(runtime: ToolRuntime[Research], as_of: date | None = None) -> tuple[str, Artifact]:
    """What is due next (Fed, payrolls, CPI, claims, earnings, reconstitution) and the latest macro figures.

    Args:
        as_of: An earlier session.
    """

    def call() -> tuple[str, Artifact]:
        facts, notes = runtime.context.macro(as_of)
        text, artifact = answer(facts, "; ".join(notes))
        return f"{text}\nWhole sentences: {{say macro.unemployment}} and so on", artifact | {"notes": notes}

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


@tool(response_format="content_and_artifact", parse_docstring=True)
def views(
    question: str,
    runtime: ToolRuntime[Research],
    author: str | None = None,
    stance: Literal["bullish", "bearish", "neutral"] | None = None,
    as_of: date | None = None,
) -> tuple[str, Artifact]:
    """What analysts said, their targets held against the market, and notes on what RSI or the Russell 2000 is.

    Args:
        question: What to look for, in a few words.
        author: A person's name, to hear that person alone.
        stance: To hear one side alone.
        as_of: An earlier day: nothing published later; leave out for the date of the answer.
    """
    research = runtime.context
    known = min(as_of or research.as_of, research.as_of)
    wanted = 12 if stance else 6 if author else 4
    hits = research.library.search(question, as_of=known, author=author, stance=stance, k=wanted)
    if stance and not is_generic(question):
        hits = list({h.passage.author: h for h in reversed(hits)}.values())[::-1]
        hits = sorted(hits, key=lambda h: -h.score)[:4]
    elif stance:  # one side of an open question as such is best heard from whoever spoke last
        newest = sorted(hits, key=lambda h: (h.passage.trust != "unverified", h.passage.known_from), reverse=True)
        hits = list({h.passage.author: h for h in reversed(newest)}.values())[::-1]
        hits = sorted(hits, key=newest.index)[:4]
    if author is None and (subject := particular_in(question)):
        hits = held_now(hits, research.library.passages, subject, known, stance)
    if as_of:  # another time was asked for: what was said nearest to it comes first
        hits = sorted(hits, key=lambda h: h.passage.known_from, reverse=True)
    lines = []
    for hit in hits:
        p = hit.passage
        said = [q for q in p.quotes if not for_machines(q)]
        quotes = f" Quotes: {'; '.join(said)}." if said else ""
        who = ", ".join(part for part in (p.author, p.firm, p.published) if part)
        lines.append(
            f"[{p.id}] {who}, {p.stance} on {p.stance_on}, {p.trust}: {' '.join(for_readers(p.text).split())}{quotes}"
        )
    calls = _calls_in([hit.passage.document for hit in hits], research) if any(h.passage.call for h in hits) else []
    lines += [f"{{say {f.subject}}}: {f.display} {f.reading}" for f in calls if f.metric == "target"]
    if author is None:
        balance = balance_facts(research.library.passages, research.as_of, now(), _simulated(research))
        calls = [*calls, *balance]
        lines += ["How many views on small caps stand on each side: {say library.small_caps}"] if balance else []
    passages = [hit.passage.model_dump(mode="json") for hit in hits]
    return "\n".join(lines) or "no passage found", {
        "passages": passages,
        "facts": [f.model_dump(mode="json") for f in calls],
        "notes": [] if hits else [f"no stored view of {author or 'anyone'} on that was found"],
    }


@tool(response_format="content_and_artifact", parse_docstring=True)
def view_history(
    author: str, runtime: ToolRuntime[Research], since: date | None = None, subject: str = ""
) -> tuple[str, Artifact]:
    """How one person's view changed over time: dated stances with the turns, and how earlier views turned out.

    Args:
        author: The person's name.
        since: The first day wanted; leave out for all.
        subject: What the views are on, such as the Fed, a recession, small caps; leave out for all.
    """
    research = runtime.context
    person, on = next(iter(research.library.named_in(author)), None), subject_in(subject)
    steps = line_of_views(research.library.passages, person.name, research.as_of, since, on) if person else []
    if person is None or not steps:
        what = f"no stored view of {author}{f' on {on}' if on else ''} was found"
        return "no passage found", {"facts": [], "passages": [], "notes": [what]}
    facts = person_facts(steps, person.name, research.as_of, now(), _simulated(research), on)
    shown = told(steps)
    calls = _calls_in([s.passage.document for s in shown if s.passage.call], research)
    lines = [f"Whole sentences: {{say {facts[0].subject}}} {{say {facts[0].subject}.turns}}"]
    lines += [f"{{say {facts[0].subject}.outcomes}}"] if any(s.outcome for s in steps) else []
    for step in shown:
        p = step.passage.as_known_on(research.as_of)
        turned = f", turned from {step.turned_from}" if step.turned_from else ""
        after = f" Outcome: {step.outcome}" if step.outcome else ""
        at = f"{step.position} on {step.subject}" if step.position else f"on {step.subject}"
        lines.append(f"[{p.id}] {p.published}, {at}{turned}: {for_readers(p.text)}{after}")
    return "\n".join(lines), {
        "passages": [s.passage.as_known_on(research.as_of).model_dump(mode="json") for s in shown],
        "facts": [f.model_dump(mode="json") for f in (*facts, *calls)],
        "notes": [],
    }


@tool(response_format="content_and_artifact", parse_docstring=True)
def track_record(author: str, runtime: ToolRuntime[Research]) -> tuple[str, Artifact]:
    """Whether one person was right: how their dated calls came out, with how many were reached and the median miss.

    Args:
        author: The person's name.
    """
    person = next(iter(runtime.context.library.named_in(author)), None)
    calls = runtime.context.calls()
    entries = [e for e in ledger(calls) if person and person.name in names_in(e.author)]
    if not entries:
        return "no dated call found", {"facts": [], "passages": [], "notes": [f"no dated call of {author} was found"]}
    records, subjects = track_records(entries), {e.subject for e in entries}
    facts = [f for record in records for f in record.facts.values()]
    lines = [f"Whole sentences: {{say {next(iter(r.facts.values())).subject}}}; {r.caveat}" for r in records]
    lines += [f"{{say {e.subject}}}: {e.status}" for e in entries]
    held = [*facts, *(f for f in calls if f.subject in subjects)]
    return "\n".join(lines), {"facts": [f.model_dump(mode="json") for f in held], "passages": [], "notes": []}


def _simulated(research: Research) -> bool:
    """Whether the answer's bars are the sample's, of whose every fact that is said."""
    return research.at(None).market.source == "sample"


def _calls_in(documents: Sequence[str], research: Research) -> list[Fact]:
    """The facts of the calls that documents hold."""
    subjects = {f"call.{d.replace('-', '_')}" for d in documents}
    return [f for f in research.calls() if f.subject in subjects]


AGENT_TOOLS: list[BaseTool] = [
    levels, rotation, momentum, price_levels, sectors, volatility, since, base_rates, due, check, views, view_history,
    track_record,
]  # fmt: skip
