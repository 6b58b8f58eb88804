"""The commentary's sections as the built-in writer drafts them: each leads with what happened, and stops."""

import re
from collections.abc import Callable
from datetime import date

from assistant.compose import Prose
from assistant.ledger import Ledger
from assistant.names import capital, name_of
from assistant.plan import OUTLOOK
from assistant.themes import say
from assistant.voices import paraphrase, voices
from corpus.document import Passage
from corpus.library import Library
from tools.calendar import calendar_facts, event_name
from tools.catalogue import Catalogue
from tools.facts import Fact, spell_date
from tools.universe import UNIVERSE

TITLES = {
    "headline": "Headline",
    "indexes": "Indexes",
    "rotation": "Rotation",
    "sectors": "Sectors",
    "technicals": "Technicals",
    "volatility": "Volatility and rates",
    "bull_case": "The bull case",
    "bear_case": "The bear case",
    "calendar": "What is due",
    "changes": "What changed",
}
PREFIXES: dict[str, tuple[str, ...]] = {
    "headline": ("rut.", "rut_vs_spx."),
    "indexes": ("rut.", "spx.", "comp.", "dji."),
    "rotation": ("rut_vs_spx.", "rut_vs_comp.", "ijr_vs_iwm.", "rotation."),
    "technicals": ("rut.",),
    "volatility": ("vix.", "tnx."),
    "bull_case": ("rut_vs_spx.", "rut."),
    "bear_case": ("ijr_vs_iwm.", "rut.", "rut_vs_comp."),
}
SECTOR_METRICS = re.compile(r"(?:return|rank|advancers|dispersion|cyclical_minus_defensive)_(?:1d|ytd)$")


def section_ledger(section: str, catalogue: Catalogue, library: Library, as_of: date) -> Ledger:
    """The evidence a section is written from."""
    facts = catalogue.find(*PREFIXES[section]) if section in PREFIXES else []
    # Levels and swings belong to the technicals, and what followed earlier cases to the questions that ask for it.
    left = r"\.base_rate\." if section == "technicals" else r"\.(?:base_rate|divergence|fibonacci|support|resistance)\."
    facts = [f for f in facts if not re.search(left, f.key)]
    if section == "sectors":
        facts = [f for f in catalogue.facts if f.subject.startswith("sector") and SECTOR_METRICS.match(f.metric)]
    if section == "calendar":
        facts = calendar_facts(as_of)
    passages: list[Passage] = []
    stance = {"bull_case": "bullish", "bear_case": "bearish"}.get(section)
    if stance:
        passages = two_voices([h.passage for h in library.search(OUTLOOK, as_of=as_of, stance=stance, k=12)])
    return Ledger(facts, passages)


def two_voices(passages: list[Passage]) -> list[Passage]:
    """The two newest views by different people."""
    return voices(passages, 2)


def draft(section: str, ledger: Ledger, as_of: date, changes: list[str]) -> list[str]:
    """A section's sentences with slots; never empty: what is absent is named."""
    writers: dict[str, Callable[[Prose], list[str]]] = {
        "headline": _headline,
        "indexes": _indexes,
        "rotation": _rotation,
        "sectors": _sectors,
        "technicals": _technicals,
        "volatility": lambda prose: prose.volatility(),
        "bull_case": lambda prose: _case(prose, ledger, bull=True),
        "bear_case": lambda prose: _case(prose, ledger, bull=False),
        "calendar": lambda prose: _calendar(ledger),
        "changes": lambda prose: changes,
    }
    written = [s for s in writers[section](Prose(ledger, as_of)) if s]
    return written or [f"For this section there is no evidence as of {spell_date(as_of)}."]


def _headline(prose: Prose) -> list[str]:
    close, records = prose.fact("rut.close"), prose.fact("rut.records_ytd")
    if not close:
        return []
    record = bool(records and records.dates and records.dates[-1] == close.as_of)
    streak = prose.fact("rut_vs_spx.streak")
    text = f"The Russell 2000 closed at {prose.slot('rut.close')} on {spell_date(close.as_of)}"
    text += f", {prose.moved('rut.return_1d')} on the day" if prose.fact("rut.return_1d") else ""
    if record and records:
        text += f", its {prose.slot('rut.records_ytd', 'ordinal')} record close of {close.as_of.year}"
    out = [text + "."]
    if (streak and int(streak.value) > 1) or prose.fact("rut_vs_spx.spread_1d"):
        out.append(prose.streak("rut_vs_spx", name_of("rut"), name_of("spx")))
    return out


def _indexes(prose: Prose) -> list[str]:
    return [prose.level(key, short=True) for key in ("rut", "spx", "comp", "dji")]


def _rotation(prose: Prose) -> list[str]:
    out = prose.rotation("rut", "spx")[1:]
    if prose.fact("rotation.verdict.small_vs_nasdaq.ytd"):
        out += [say("rotation.verdict"), say("rotation.verdict.1d")]
    else:
        out += prose.rotation("rut", "comp", main=False)
    quality = prose.fact("ijr_vs_iwm.spread_ytd")
    if quality:
        side = "ahead of" if float(quality.value) > 0 else "behind"
        out.append(f"On quality, {name_of('ijr')} is {prose.slot(quality.key)} {side} {name_of('iwm')} for the year.")
    return out


def _sectors(prose: Prose) -> list[str]:
    out = prose.sectors()
    keys = [k for k in UNIVERSE if k.startswith("sector.") and prose.fact(f"{k}.return_ytd")]
    order = sorted(keys, key=lambda k: -float(prose.fact(f"{k}.return_ytd").value))  # type: ignore[union-attr]
    if order:
        out.append(
            "For the year, in order: " + ", ".join(f"{name_of(k)} {prose.slot(f'{k}.return_ytd')}" for k in order) + "."
        )
    return out


def _technicals(prose: Prose) -> list[str]:
    out = prose.momentum("rut")
    cross, vol = prose.fact("rut.sma_cross"), prose.fact("rut.realized_volatility_20d")
    if cross:
        side = "above" if float(cross.value) > 0 else "below"
        out.append(f"The Russell 2000's 50-session average is {prose.slot(cross.key)} {side} its 200-session average.")
    if vol:
        out.append(f"The Russell 2000's 20-session realised volatility is {prose.slot(vol.key)}.")
    if prose.fact("rut.divergence.bearish.k1"):
        out.append(say("rut.divergence"))
    if prose.fact("rut.support.1") and prose.fact("rut.resistance.1"):
        out += [say("rut.support"), say("rut.resistance")]
    return out


def _case(prose: Prose, ledger: Ledger, bull: bool) -> list[str]:
    out = [s for p in ledger.passages.values() for s in paraphrase(p)] or [
        "The library holds no view on this side that was published by then."
    ]
    year = prose.fact("rut_vs_spx.spread_ytd") if bull else prose.fact("ijr_vs_iwm.spread_ytd")
    if bull and year:
        side = "ahead of" if float(year.value) > 0 else "behind"
        out.append(f"Of the figures, for the year the Russell 2000 is {prose.slot(year.key)} {side} the S&P 500.")
        rsi = prose.fact("rut.rsi_14")
        if rsi and rsi.reading == "overbought":
            out.append(
                f"Against it stands the Russell 2000's 14-day RSI of {prose.slot(rsi.key)}, which counts as overbought."
            )
    if not bull and year:
        side = "ahead of" if float(year.value) > 0 else "behind"
        out.append(f"Of the figures, for the year {name_of('ijr')} is {prose.slot(year.key)} {side} {name_of('iwm')}.")
        own = prose.fact("rut.return_ytd")
        if own and float(own.value) > 0:
            out.append(f"Against it stands the Russell 2000's gain of {prose.slot(own.key)} for the year.")
    return out


def _calendar(ledger: Ledger) -> list[str]:
    facts: list[Fact] = ledger.facts
    return [f"{capital(event_name(f.key))}: {{{f.key}}} ({f.reading})." for f in facts]
