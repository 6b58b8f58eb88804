"""Whole sentences that code writes from facts: levels, divergence, verdicts, base rates, macro, calls.

What these facts mean hangs on so much (anchors, swings, events, bases) that no free wording of them is let through: a
writer asks for the sentence, ``{say rut.support}``, alone in its place, and code states the figures with all that they
need. Every figure in it carries its footnote.
"""

import re
from collections.abc import Callable
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger, passage_line
from assistant.statements.answers import closings, indicators, itself, markets, pairs
from assistant.statements.dated import with_holes, with_sessions
from assistant.statements.held import Held
from assistant.statements.kinds.absent import no_bars, no_facts, no_views, unchanged, volatility
from assistant.statements.kinds.for_and_against import measured
from assistant.statements.kinds.levels import divergence, fibonacci, levels, sensitivity, stretched
from assistant.statements.kinds.macro_and_calls import call, macro
from assistant.statements.kinds.rotation import base_rate, column, row, verdict
from assistant.statements.kinds.sectors import sector_ends, sectors, tilt
from assistant.statements.kinds.session import calm, indexes, session, stale, year
from assistant.statements.kinds.small_caps import month, run, summary
from assistant.statements.kinds.technicals import divergence_now, momentum, nearest
from assistant.statements.kinds.views import outcomes, record, turns, views
from assistant.statements.kinds.what_changed import changes, due, revision
from assistant.statements.measures.sentences import measured as taken
from assistant.statements.measures.told import MEASURE
from assistant.statements.measures.values import LISTED, VALUE, listing, value
from assistant.statements.sentence_parts import Language, Part
from tools.agent.research import fact_lines

SAY = re.compile(r"\{\s*say\s+([a-z][a-z0-9_.]*?)(?:@(\d{4}-\d{2}-\d{2}))?(?:\s*:\s*([^{}:]{1,120}?))?\s*\}\s*\.?")
SAID_ONLY = re.compile(
    r"^(?:rotation|macro|call\.\w+|library\.\w+)\.|\.(?:verdict|base_rate|divergence|fibonacci|support|resistance)\.|\.sensitivity\b"
    r"|_(?:size|matched)_\d+d$|\.streak_ended$"
    # What a measure's figure means hangs on its window, of which no word in prose is sure.
    r"|\.(?:return|total_return|change|point_change|difference|growth|best_[a-z]+|worst_[a-z]+|highest|lowest|rank|rank_percentile|count"
    r"|count_tested|share|share_up|first|last|first_after|last_before|average|median|average_change|median_change|volatility|correlation"
    r"|beta|deepest_drawdown|drawdown_now|after|season|longest_run|current_run|annual_return|annual_total_return)\.[a-z0-9_]"
)


def statement(
    name: str,
    day: date | None,
    ledger: Ledger,
    as_of: date | None = None,
    language: Language = "en",
    names: str | None = None,
) -> list[Part]:
    """The sentence of a name, in parts: words, and facts where their figures stand.

    Args:
        name: Such as ``rut.support``, ``rotation.verdict.1d``, ``rut.base_rate.streak_10.return_21d``.
        day: The date of the facts, where the evidence holds several.
        ledger: This turn's evidence.
        language: Whose words.
        as_of: The answer's own day: a figure of an earlier one is told with its date.
        names: What was asked for by a name that no evidence is of, parted by semicolons; of ``itself`` alone.

    Raises:
        SlotError: There is no such statement, or the evidence lacks its facts.
    """
    if names is not None:
        if name not in _OF_NAMES:
            raise SlotError(f"{name} takes no names")
        return _OF_NAMES[name](Held(ledger, day, language), names)
    for pattern, write in _STATEMENTS:
        match = re.fullmatch(pattern, name)
        if match:
            parts = write(Held(ledger, day, language), *match.groups())
            parts = with_holes(parts, language) if pattern in (MEASURE, LISTED) else parts
            return with_sessions(name, parts, as_of or ledger.newest, language)
    raise SlotError(f"there is no statement {name}")


def slot(name: str) -> str:
    """The slot of a statement in a draft, as a sentence of its own."""
    return f"{{say {name}}}."


def lines(ledger: Ledger) -> str:
    """The evidence as a model is shown it: a line for each fact, and the whole sentences that code offers."""
    facts = fact_lines([f for f in ledger.facts if not SAID_ONLY.search(f.key)], brief=True)
    said = available(ledger)
    whole = [f"Whole sentences, each alone: {' '.join(said)}"] if said else []
    return "\n".join([*facts, *whole, *(passage_line(p) for p in ledger.passages.values())])


def available(ledger: Ledger) -> list[str]:
    """The statements that the evidence can fill, as a model is told of them."""
    keys = {f.key for f in ledger.facts}
    names = [k.removesuffix(".1") for k in keys if re.search(r"\.(?:support|resistance)\.1$", k)]
    names += [k.removesuffix(".anchor.a") for k in keys if k.endswith(".anchor.a")]
    names += [k.partition(".divergence")[0] + ".divergence" for k in keys if ".divergence." in k]
    names += [k.removesuffix(".n") for k in keys if ".base_rate." in k and k.endswith(".n") and ".all." not in k]
    names += [k.replace("rsi_14.", "") for k in keys if k.endswith(".rsi_14.sensitivity")]
    names += [k for k in keys if k.startswith("macro.")]
    names += [k.removesuffix(".target") for k in keys if k.startswith("call.") and k.endswith(".target")]
    names += [k.removesuffix(".views_bullish") for k in keys if k.startswith("library.") and k.endswith("_bullish")]
    names += [k.removesuffix(".views_held") for k in keys if k.endswith(".views_held")]
    names += [k.removesuffix(".calls_settled") for k in keys if k.endswith(".calls_settled")]
    names += [k.replace("views_turns", "turns") for k in keys if k.endswith(".views_turns")]
    names += [
        f.key.replace("views_outcomes", "outcomes") for f in ledger.facts if f.metric == "views_outcomes" and f.value
    ]
    names += [k.rpartition(".")[0] for k in keys if k.startswith("rotation.verdict.") and k.count(".") == 3]
    names += measured_names(ledger)
    names += ["rotation.verdict"] if "rotation.verdict.small_vs_large.ytd" in keys else []
    names += [name for name in _TOGETHER if _fills(name, ledger)]
    return [f"{{say {name}}}" for name in sorted(set(names))]


# Statements of several facts, which are offered where all are held.
_TOGETHER = (
    "rotation.run", "rotation.month", "rotation.summary", "rut_vs_spx.horizons", "indexes.session", "indexes.year", "calendar.due",
    "sectors.order_1d", "sectors.order_ytd", "sectors.tilt_1d", "sectors.ends_ytd", "sectors.best_1d", "sectors.worst_1d", "vix.now", "vix.place",
    "tnx.now", "volatility.calm",
)  # fmt: skip


def _fills(name: str, ledger: Ledger) -> bool:
    try:
        statement(name, None, ledger, ledger.newest)
    except SlotError:
        return False
    return True


def measured_names(ledger: Ledger) -> list[str]:
    """The statements of the measures held, in order: each by its first figure, which tells the closes behind it."""
    keys = [f.key for f in ledger.facts]
    names = [k for k in keys if re.fullmatch(MEASURE, k) and not _TOLD_WITH.search(k)]
    compared = {f.key.rpartition(".")[2] for f in ledger.facts if ".difference." in f.key}
    names = [n for n in names if not (n.rpartition(".")[2] in compared and re.search(r"\.(?:return|change)\.", n))]
    if names:
        return list(dict.fromkeys(names))
    values = [k for k in keys if re.fullmatch(VALUE, k)]
    stems = list(dict.fromkeys(k.rpartition(".")[0] for k in values))
    return [f"{stem}.listed" for stem in stems] if len(values) > len(stems) else values


# What stands in the sentence of another measure: shares and tested sessions of a count, further places of a ranking.
_TOLD_WITH = re.compile(
    r"\.(?:share|count_tested|total_return|rank_percentile|drawdown_now|point_change|longest_run|current_run|annual_return|annual_total_return|first_after|last_before)\.|\.(?:best|worst|share_up)$|\.after\.every_session\."
    r"|\.season\..*\.(?:median|n)$|\.after\..*\.median$|\.(?:best_[a-z]+|worst_[a-z]+|highest|lowest)\.\w+\.\d+$"
    r"|\.(?:return|change)\.(?:session|week|month|quarter|year)_\d{8}$"
)
_PAIR = r"([a-z0-9.]+)_vs_([a-z0-9.]+)"
_OVER = "1d|5d|20d|mtd|ytd|1y"
_OF_NAMES: dict[str, Callable[[Held, str], list[Part]]] = {
    "itself.unmeasured": itself.unmeasured,
    "itself.unknown_person": itself.unknown_person,
    "itself.no_calls": itself.no_calls,
}
_ANSWERS: list[tuple[str, Callable[..., list[Part]]]] = [
    (rf"itself\.({'|'.join(itself.PLAIN)})", itself.itself),
    (r"itself\.nothing\.(\d{4})(\d\d)(\d\d)", itself.nothing),
    (r"itself\.source", itself.source),
    (r"itself\.beyond\.(valuations|earnings|activity|flows|within)", itself.beyond),
    (rf"{_PAIR}\.run", pairs.run),
    (rf"{_PAIR}\.ahead\.({_OVER})(?:\.of\.([a-z0-9.]+))?", pairs.ahead),
    (rf"{_PAIR}\.horizons", pairs.horizons),
    (rf"{_PAIR}\.led", pairs.led),
    (rf"{_PAIR}\.ratio_(now|year)", pairs.ratio),
    (r"([a-z0-9_.]+)\.closing", closings.closing),
    (rf"([a-z0-9_.]+)\.returns(?:\.({_OVER}))?", closings.returns),
    (rf"([a-z0-9_.]+)\.moved\.({_OVER})", closings.moved),
    (r"([a-z0-9_.]+)\.below_record", closings.below_record),
    (r"([a-z0-9_.]+)\.records_(count|latest)", closings.records),
    (r"([a-z0-9_.]+)\.average\.(20|50|200)", closings.average),
    (r"([a-z0-9_.]+)\.averages", closings.averages),
    (r"([a-z0-9_.]+)\.extreme_(high|low)", closings.extreme),
    (r"([a-z0-9_.]+)\.day_range", closings.day_range),
    (r"([a-z0-9_.]+)\.up_and_down", closings.up_and_down),
    (r"([a-z0-9_.]+)\.rsi_now", indicators.rsi),
    (r"([a-z0-9_.]+)\.macd_now", indicators.macd),
    (r"([a-z0-9_.]+)\.cross_now", indicators.cross),
    (r"([a-z0-9_.]+)\.bands_now", indicators.bands),
    (r"([a-z0-9_.]+)\.(true_range|realised)_now", indicators.spread_of_moves),
    (rf"sectors\.(best|worst|first|last)_({_OVER})", markets.sector_ends),
    (r"sectors\.order\.(\w+)", markets.sector_order),
    (rf"sectors\.rose_({_OVER})", markets.advancers),
    (rf"sectors\.grouping_({_OVER})", markets.grouping),
    (rf"vix\.now(?:\.({_OVER}))?", markets.vix),
    (r"vix\.place", markets.vix_place),
    (r"tnx\.now(?:\.(wide))?", markets.yields),
    (r"calendar\.event\.(\w+)", markets.event),
]
_STATEMENTS: list[tuple[str, Callable[..., list[Part]]]] = [
    *_ANSWERS,
    (r"([a-z0-9_.]+)\.stale\.(\d{4})(\d\d)(\d\d)", lambda h, s, y, m, d: stale(h, s, date(int(y), int(m), int(d)))),
    (r"([a-z0-9_.]+)\.momentum", momentum),
    (r"([a-z0-9_.]+)\.nearest", nearest),
    (r"([a-z0-9_.]+)\.diverging", divergence_now),
    (r"absent\.facts", no_facts),
    (r"absent\.bars\.([a-z0-9_.]+)", no_bars),
    (r"absent\.views\.(none|other)", no_views),
    (r"unchanged\.(commentary|session|nothing)", unchanged),
    (r"([a-z0-9_.]+)\.volatility", volatility),
    (r"rotation\.run", run),
    (r"rotation\.month", month),
    (r"rotation\.summary", summary),
    (r"indexes\.session", indexes),
    (r"indexes\.year", year),
    (r"sectors\.order_(1d|ytd)", sectors),
    (r"sectors\.ends_ytd", sector_ends),
    (r"sectors\.tilt_1d", tilt),
    (r"volatility\.calm", calm),
    (r"measured\.(bull_case|bear_case)", measured),
    (r"calendar\.due", due),
    (r"changes\.(commentary|session)", changes),
    (r"revision\.([a-z0-9_.]+)", revision),
    (r"([a-z0-9_.]+)\.session", session),
    (r"rotation\.verdict", verdict),
    (r"rotation\.verdict\.(1d|5d|ytd)", column),
    (r"rotation\.verdict\.(\w+)", row),
    (r"([a-z0-9_.]+)\.(support|resistance)", levels),
    (r"([a-z0-9_.]+?)\.fibonacci(?:\.(given|at_\w+))?", lambda h, s, g: fibonacci(h, s, f"{g}." if g else None)),
    (r"([a-z0-9_.]+)\.divergence", divergence),
    (r"(\w+)\.base_rate\.((?:streak|rsi)_\d+)\.((?:return|spread)_\d+d)", base_rate),
    (r"([a-z0-9_.]+)\.sensitivity", sensitivity),
    (r"([a-z0-9_.]+)\.stretched", stretched),
    (r"macro\.(\w+)", macro),
    (r"call\.(\w+)", call),
    (r"record\.(\w+)", record),
    (r"library\.(\w+)", views),
    (r"library\.(\w+)\.turns", turns),
    (r"library\.(\w+)\.outcomes", outcomes),
    (LISTED, listing),
    (VALUE, value),
    (MEASURE, taken),
]
