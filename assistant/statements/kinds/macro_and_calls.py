"""Sentences that code writes on what comes from outside the market: macro figures and analysts' calls."""

from assistant.evidence.derived import SlotError
from assistant.statements.sentence_parts import Held, Part, joined, level, plain, tell
from tools.fact import spell_date

_MACRO = {
    "claims": "Initial jobless claims were",
    "claims_4w": "The four-week average of initial jobless claims was",
    "payrolls": "Nonfarm payrolls counted",
    "payrolls_change": "Nonfarm payrolls changed by",
    "unemployment": "The unemployment rate was",
    "cpi_yoy": "Consumer prices stood above the year before by",
    "cpi_mom": "Consumer prices changed over the month by",
    "fed_funds_upper": "The upper end of the federal funds target was",
    "fed_funds_lower": "The lower end of the federal funds target was",
    "fed_funds": "The effective federal funds rate was",
}


def macro(held: Held, metric: str) -> list[Part]:
    """A macro figure with the period it is of, and that it is the latest vintage where no release date is known."""
    if metric not in _MACRO:
        raise SlotError(f"there is no statement macro.{metric}")
    fact = held.need(f"macro.{metric}")
    late = " (latest vintage)" if any("latest vintage" in c for c in fact.caveats) else ""
    return tell(f"{_MACRO[metric]} {{}} {fact.reading}{late}.", fact)


def call(held: Held, name: str) -> list[Part]:
    """An analyst's target with what it implies from each base, or how it ended."""
    stem = f"call.{name}"
    target = held.need(f"{stem}.target")
    author = target.source.publisher.split(",")[0]
    given, horizon = (spell_date(day) for day in target.dates)
    lead = tell(f"{author}'s target of {{}} for {horizon}, given on {given}, ", level(target))
    gone = next((f"; it was {c}" for c in target.caveats if c.startswith(("superseded", "withdrawn"))), "")
    issue = held.get(f"{stem}.issue_close")
    base = tell("set from a close of {}, ", issue) if issue else []
    settled = held.get(f"{stem}.settled")
    if settled:
        missed = held.need(f"{stem}.missed_by")
        side = "above" if float(missed.value) > 0 else "below"
        verb = "was reached" if str(settled.reading).startswith("hit") else "was missed"
        said = f"{{}}{{}}{verb}: the close then was {{}}, {{}} {side} it{gone}."
        return tell(said, lead, base, settled, plain(missed))
    pace = held.get(f"{stem}.pace")
    needed = tell("; it takes {} a month to reach it", pace) if pace else []
    upsides = _upsides(held, stem)
    if not upsides:
        return tell(f"{{}}can't be held against a close, of which the data has none for that day{gone}.", lead)
    return tell(f"{{}}is {{}}{{}}{gone}.", lead, joined(upsides), needed)


def _upsides(held: Held, stem: str) -> list[list[Part]]:
    """The target against each base it may be measured from, every base with its date."""
    bases = {"close": "the close of", "issue": "the close of its day of issue,", "year_end": "the last year-end close,"}
    out = []
    for base, words in bases.items():
        fact = held.get(f"{stem}.upside_from_{base}")
        if fact and fact.base:
            side = "above" if float(fact.value) > 0 else "below"
            out.append(tell(f"{{}} {side} {words} {spell_date(fact.base.session)}", plain(fact)))
    return out
