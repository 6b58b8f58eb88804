"""Which chart helps an answer: chosen from the keys of the facts that it cites."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.charts.base_rates import base_rates
from assistant.charts.chart import Chart
from assistant.charts.price import price
from assistant.charts.rotation import rotation
from assistant.charts.sectors import sectors
from assistant.charts.strength import strength
from assistant.charts.volatility import volatility
from assistant.evidence.source import Evidence
from assistant.statements.sentence_parts import Language
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.universe import UNIVERSE

# Kind of chart by what a key holds; the first that fits a key is its kind.
_KINDS = (
    ("base_rates", re.compile(r".*\.base_rate\.")),
    ("price", re.compile(r".*\.(support|resistance|fibonacci)\.")),
    ("strength", re.compile(r".*\.(rsi_|divergence\.)")),
    ("averages", re.compile(r".*\.sma_")),
    ("sectors", re.compile(r".*\.(rank|spread_to_spy)_|sectors\.|rotation\.verdict\.sector_tilt")),
    ("volatility", re.compile(r"vix\.")),
    ("rotation", re.compile(r"\w+_vs_|.*_vs_[\w.]+\.(streak|spread|ratio)|rotation\.verdict\.")),
)


def chart_for(asked_facts: Sequence[Fact], evidence: Evidence, language: Language = "en") -> Chart | None:
    """The chart that helps an answer most: of the kind that most of the facts it cites are of.

    Args:
        asked_facts: The facts cited, in the order of the answer.
        evidence: What it was answered from.
        language: Whose words.

    Returns:
        The chart, or None where nothing cited has one, as in an answer of views alone.
    """
    if not asked_facts:
        return None
    kinds = [(kind, fact) for fact in asked_facts if (kind := _kind(fact))]
    counts = Counter(kind for kind, _ in kinds)
    if counts["strength"] and counts["averages"]:  # averages beside an RSI are of its picture
        counts["strength"] += counts.pop("averages")
    for kind, _ in counts.most_common():
        of_kind = [fact for k, fact in kinds if k == kind]
        if chart := _drawn(kind, of_kind, evidence, language):
            return chart
    for fact in asked_facts:
        if (catalogue := _catalogue(fact, evidence)) and (chart := price(catalogue, fact.subject, language=language)):
            return chart
    return None


def _kind(fact: Fact) -> str | None:
    return next((kind for kind, pattern in _KINDS if pattern.match(fact.key)), None)


def _drawn(kind: str, facts: Sequence[Fact], evidence: Evidence, language: Language) -> Chart | None:
    first = facts[0]
    catalogue = _catalogue(first, evidence)
    if catalogue is None:
        return None
    makers: dict[str, Callable[[], Chart | None]] = {
        "base_rates": lambda: base_rates(catalogue, _most_telling(facts), language),
        "price": lambda: price(catalogue, first.subject, facts, language),
        "strength": lambda: strength(catalogue, first.subject, language),
        "averages": lambda: price(catalogue, first.subject, language=language),
        "sectors": lambda: sectors(catalogue, language),
        "volatility": lambda: volatility(catalogue, language),
        "rotation": lambda: rotation(catalogue, *_pair(first), language=language),
    }
    return makers[kind]()


def _most_telling(facts: Sequence[Fact]) -> Fact:
    """Of the event cited first the rate over a month, else the first; of all sessions only where there is no other."""
    cases = [f for f in facts if ".base_rate.all." not in f.key] or list(facts)
    event = cases[0].key.split(".")[2]
    return next((f for f in cases if f.key.split(".")[2] == event and "_21d." in f.key), cases[0])


def _pair(fact: Fact) -> tuple[str, str]:
    first, _, second = fact.subject.partition("_vs_")
    return (first, second) if second else ("rut", "spx")


def _catalogue(fact: Fact, evidence: Evidence) -> Catalogue | None:
    """The facts of the date of the fact and, where it is of a symbol outside the universe, of that symbol."""
    if not re.fullmatch(r"[\w.]+", fact.subject) or fact.as_of > evidence.as_of:
        return None
    keys = {UNIVERSE[k].symbol for k in UNIVERSE}
    symbols = [i.symbol for i in fact.inputs if i.symbol not in keys]
    if symbols and evidence.data != "sample":
        return evidence.with_symbols(symbols, fact.as_of)
    return evidence.at(fact.as_of)
