"""Sentences that code writes on what comes from outside the market: macro figures and analysts' calls."""

import re
from datetime import date, datetime

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Language, Part, Shown
from assistant.statements.words import Given, joined, person, say, shown, text, unsigned, way
from tools.fact import Fact

_MACRO = (
    "claims", "claims_4w", "payrolls", "payrolls_change", "unemployment", "cpi_yoy", "cpi_mom", "fed_funds_upper",
    "fed_funds_lower", "fed_funds",
)  # fmt: skip
_PERIODS = (("week ended ", "period-week"), ("four weeks ended ", "period-four-weeks"), ("on ", "period-day"))
_GONE = re.compile(r"(?P<how>superseded|withdrawn)(?: by (?P<author>.+?))? on (?P<day>\d{1,2} \w+ \d{4})")


def macro(held: Held, metric: str) -> list[Part]:
    """A macro figure with the period it is of, and that it is the latest vintage where no release date is known."""
    if metric not in _MACRO:
        raise SlotError(f"there is no statement macro.{metric}")
    fact, language = held.need(f"macro.{metric}"), held.language
    late = text("macro-late", language) if any("latest vintage" in c for c in fact.caveats) else ""
    period = _period(fact, language)
    return say(f"macro-{metric.replace('_', '-')}", language, value=fact, period=period, late=late)


def _period(fact: Fact, language: Language) -> str:
    """Which week, month or day a figure is for."""
    day = fact.dates[0] if fact.dates else fact.as_of
    for words, message in _PERIODS:
        if str(fact.reading).startswith(words):
            return text(message, language, day=day)
    return text("period-month", language, month=f"{day:%B}", n=str(day.month), year=str(day.year))


def call(held: Held, name: str) -> list[Part]:
    """An analyst's target with what it implies from each base, or how it ended."""
    stem, language = f"call.{name}", held.language
    target = held.need(f"{stem}.target")
    lead, gone = _lead(held, stem, target), _gone(target, language)
    settled = held.get(f"{stem}.settled")
    if settled:
        missed = held.need(f"{stem}.missed_by")
        message = "call-reached" if str(settled.reading).startswith("hit") else "call-missed"
        off, side = unsigned(missed, language), way(float(missed.value))
        return say(message, language, lead=lead, close=settled, missed=off, side=side, gone=gone)
    pace = held.get(f"{stem}.pace")
    needed = say("call-pace", language, pace=pace) if pace else []
    upsides = _upsides(held, stem)
    if not upsides:
        return say("call-unheld", language, lead=lead, gone=gone)
    return say("call-open", language, lead=lead, upsides=joined(upsides, language), pace=needed, gone=gone)


def _lead(held: Held, stem: str, target: Fact) -> list[Part]:
    """Whose target it is, for when and from when."""
    language = held.language
    given, horizon = target.dates
    issue = held.get(f"{stem}.issue_close")
    base = say("call-base", language, close=issue) if issue and held.get(f"{stem}.settled") else []
    figure = Shown(target, re.sub(r"\.00(?= 点|$)", "", shown(target, language)))
    whose = person(target.source.publisher.split(",")[0], language)
    return say("call-lead", language, author=whose, target=figure, due=horizon, given=given, base=base)


def _gone(target: Fact, language: Language) -> str:
    """By whom a call was replaced, or that it was withdrawn; empty while it stands."""
    for caveat in target.caveats:
        if match := _GONE.match(caveat):
            day = datetime.strptime(match["day"], "%d %B %Y").date()
            given: dict[str, str | date] = {"day": day, "author": person(match["author"] or "", language)}
            return text(f"call-{match['how']}", language, **given)
    return ""


def _upsides(held: Held, stem: str) -> list[list[Part]]:
    """The target against each base it may be measured from, every base with its date."""
    out = []
    for base in ("close", "issue", "year_end"):
        fact = held.get(f"{stem}.upside_from_{base}")
        if fact and fact.base:
            given: dict[str, Given] = {"side": way(float(fact.value)), "day": fact.base.session}
            message = f"upside-{base.replace('_', '-')}"
            out.append(say(message, held.language, gap=unsigned(fact, held.language), **given))
    return out
