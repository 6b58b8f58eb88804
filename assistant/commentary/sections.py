"""The commentary's sections as the built-in writer drafts them: each leads with what moved, and a quiet one is one sentence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.commentary.cases import EACH
from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import slot as say
from assistant.statements.held import Held
from assistant.statements.kinds.technicals import diverging
from corpus.document import Passage
from tools.fact import Fact
from tools.universe import UNIVERSE

TITLES = {
    "headline": "Headline",
    "indexes": "Indexes",
    "rotation": "Rotation",
    "sectors": "Sectors",
    "technicals": "Technicals and levels",
    "volatility": "Volatility and rates",
    "bull_case": "The bull case",
    "bear_case": "The bear case",
    "calendar": "What is due",
    "changes": "What changed",
}
CASES = {"bull_case": "bullish", "bear_case": "bearish"}
_ARGUMENTS = (
    r"rut_vs_spx\.(?:spread_\w+|lead_size_20d|streak|sessions_led_20d)|rut_vs_comp\.spread_1d|ijr_vs_iwm\.spread_ytd|vix\.close|"
    r"rut\.(?:close|return_1d|return_ytd|drawdown|records_ytd|record_last|rsi_14|sma_200_distance)|"
    r"rotation\.verdict\.(?:small_vs_large|small_vs_nasdaq|quality)\.(?:1d|ytd)"
)
_OF = {
    "headline": r"rut\.(?:close|return_1d|records_ytd|record_last(?:_date)?|drawdown|move_\w+_1d)|rut_vs_spx\.(?:streak\w*|"
    r"(?:spread|lead)_\w*1d)|rotation\.verdict\.streak\.1d",
    "indexes": r"(?:rut|spx|comp|dji)\.(?:close|return_(?:1d|5d|mtd|ytd)|records_ytd|record_last(?:_date)?|drawdown|move_\w+)",
    "rotation": r"rut_vs_(?:spx|comp)\.\w+|ijr_vs_iwm\.spread_\w+|rotation\.\S+",
    "sectors": r"sectors?\.(?:\w+\.)?(?:return|rank|advancers|dispersion|cyclical_minus_defensive)_(?:1d|ytd)|"
    r"rotation\.verdict\.sector_tilt\.1d",
    "technicals": r"rut\.(?:close|rsi_14|sma_\w+|drawdown|realized_volatility_20d|move_size_1d|(?:support|resistance)\.[1-3]\S*|"
    r"divergence\S*|fibonacci\S*|records_ytd)",
    "volatility": r"(?:vix|tnx)\.(?:close|change_\w+|percentile_1y|high_close_20d(?:_date)?|move_\w+_1d)",
    "bull_case": _ARGUMENTS,
    "bear_case": _ARGUMENTS,
    "calendar": r"calendar\.\w+",
}
_MEASURES = {
    "indexes": ("rut", "spx", "comp", "dji"),
    "rotation": ("rut", "spx"),
    "technicals": ("rut",),
    "volatility": ("vix", "tnx"),
}
LONG_TILT = 0.9  # percentile of a 20-session spread from which it is told, and one less it below


@dataclass(frozen=True)
class Brief:
    """What a section is drafted from.

    Attributes:
        ledger: Its evidence.
        as_of: The session.
        views: The sentences of its case's people, each with its passage's id; empty for other sections.
        changes: The sentences of what changed.
    """

    ledger: Ledger
    as_of: date
    views: Sequence[str] = ()
    changes: Sequence[str] = ()


def section_ledger(section: str, facts: Sequence[Fact], passages: Sequence[Passage] = ()) -> Ledger:
    """The evidence a section is written from.

    Args:
        section: One of ``TITLES``.
        facts: The day's facts.
        passages: Of a case, whom it cites.
    """
    wanted = re.compile(_OF.get(section, r"(?!)"))
    return Ledger([f for f in facts if wanted.fullmatch(f.key)], passages)


def draft(section: str, brief: Brief) -> list[str]:
    """A section's sentences with slots; never empty: what is absent is named."""
    writers: dict[str, Callable[[Held, Brief], list[str]]] = {
        "headline": _headline,
        "indexes": _indexes,
        "rotation": _rotation,
        "sectors": _sectors,
        "technicals": _technicals,
        "volatility": _volatility,
        "bull_case": lambda facts_held, brief: _case("bull_case", facts_held, brief),
        "bear_case": lambda facts_held, brief: _case("bear_case", facts_held, brief),
        "calendar": lambda facts_held, brief: [say("calendar.due")] if facts_held.facts else [],
        "changes": lambda facts_held, brief: list(brief.changes),
    }
    written = [s for s in writers[section](Held(brief.ledger, None), brief) if s]
    return (written + _absent(section, brief.ledger)) or [say("absent.facts")]


def required(section: str, brief: Brief) -> list[str]:
    """What a section must hold whoever writes it: the verdict, all sectors, a case's people and figures."""
    written = draft(section, brief)
    if section in CASES:
        return written
    wanted = {"rotation": "rotation.summary", "sectors": "sectors.order_1d"}.get(section)
    return [s for s in written if wanted and f"{{say {wanted}}}" in s]


def _absent(section: str, ledger: Ledger) -> list[str]:
    """The subjects of a section that the data doesn't hold on its day, named."""
    held = {f.subject for f in ledger.facts}
    if section == "sectors":
        funds = [k for k in UNIVERSE if k.startswith("sector.")]
        lost = [k for k in funds if k not in held]
        return [_lacks(["sectors"] if len(lost) == len(funds) else lost)] if lost else []
    lost = [k for k in _MEASURES.get(section, ()) if not any(k in subject.split("_vs_") for subject in held)]
    return [_lacks(lost)] if lost else []


def _lacks(keys: Sequence[str]) -> str:
    return say(f"absent.bars.{'_and_'.join(keys)}")


def _sized(facts_held: Held, key: str) -> float:
    fact = facts_held.get(key)
    return float(fact.value) if fact else 0.0


def _headline(facts_held: Held, brief: Brief) -> list[str]:
    out = [say("rut.session")] if facts_held.get("rut.close") else []
    out += [say("rotation.run")] if facts_held.get("rut_vs_spx.spread_1d") else []
    turned = facts_held.get("rut_vs_spx.streak_ended")
    spread, move = _sized(facts_held, "rut_vs_spx.lead_size_1d"), _sized(facts_held, "rut.move_size_1d")
    return out[::-1] if turned and spread >= 2 and spread > move else out


def _indexes(facts_held: Held, brief: Brief) -> list[str]:
    large = [k for k in ("spx", "comp", "dji") if facts_held.get(f"{k}.close")]
    out = [say("indexes.session")] if large else []
    quiet = all(_sized(facts_held, f"{k}.move_size_1d") < 0.5 for k in ("rut", *large)) and not any(
        _is_record(facts_held, k) for k in large
    )
    day, year = facts_held.get("rut.return_1d"), facts_held.get("rut.return_ytd")
    first = day and year and day.base == year.base  # on the year's first session the two are one
    return out if quiet or first else out + ([say("indexes.year")] if year else [])


def _is_record(facts_held: Held, key: str) -> bool:
    records = facts_held.get(f"{key}.records_ytd")
    return bool(records and records.dates and records.dates[-1] == records.as_of)


def _rotation(facts_held: Held, brief: Brief) -> list[str]:
    out = []
    place, month = facts_held.get("rut_vs_spx.spread_20d_percentile"), facts_held.get("rut_vs_spx.spread_20d")
    if place and month and not 1 - LONG_TILT < float(place.value) < LONG_TILT:
        out.append(say("rotation.month"))
    if facts_held.get("rotation.verdict.tests_1d") and facts_held.get("rotation.verdict.tests_5d"):
        out.append(say("rotation.summary"))
    elif facts_held.get("rut_vs_spx.spread_ytd"):
        out += [say("rut_vs_spx.ahead.ytd")]
    return out


def _sectors(facts_held: Held, brief: Brief) -> list[str]:
    if not facts_held.get("sectors.advancers_1d"):
        return []
    tilt = facts_held.get("rotation.verdict.sector_tilt.1d")
    out = [say("sectors.order_1d")]
    out += [say("sectors.tilt_1d")] if tilt and tilt.reading != "silent" else []
    return out + ([say("sectors.ends_ytd")] if facts_held.get("sectors.advancers_ytd") else [])


def _technicals(facts_held: Held, brief: Brief) -> list[str]:
    out = [say("rut.momentum")] if facts_held.get("rut.rsi_14") else []
    vol = facts_held.get("rut.realized_volatility_20d")
    if vol and _sized(facts_held, "rut.move_size_1d") >= 2:
        out.append(say("rut.volatility"))
    if diverging(Held(brief.ledger, None), "rut"):
        out.append(say("rut.diverging"))
    if facts_held.get("rut.support.1") or facts_held.get("rut.resistance.1"):
        out.append(say("rut.nearest"))
    return out


def _volatility(facts_held: Held, brief: Brief) -> list[str]:
    held = {k: facts_held.get(f"{k}.close") for k in ("vix", "tnx")}
    fresh = [k for k, f in held.items() if f and f.as_of == brief.as_of]
    size = {k: _sized(facts_held, f"{k}.move_size_1d") for k in fresh}
    if len(fresh) == 2 and max(size.values()) < 0.5:
        return [say("volatility.calm")]
    out = [say(f"{k}.session") for k in sorted(fresh, key=lambda k: -size[k])]
    return out + [say(f"{k}.stale.{brief.as_of:%Y%m%d}") for k, f in held.items() if f and k not in fresh]


def _case(case: str, facts_held: Held, brief: Brief) -> list[str]:
    people = len(brief.ledger.passages)
    few = say("absent.views.none") if not people else say("absent.views.other") if people < EACH else ""
    return [*brief.views, few, say(f"measured.{case}") if facts_held.facts else ""]
