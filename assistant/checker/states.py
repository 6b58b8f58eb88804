"""Claims of counts and states: records of the year, runs and how long they last back, divergence, overbought."""

import re
from datetime import date

import numpy as np

from assistant.checker.agreement import agrees
from assistant.checker.claims import Claim
from assistant.checker.past import NEARBY, Past
from assistant.checker.verdict import Alternative, Verdict, other_days, settle
from assistant.statements.names import capital, name_of
from tools.fact import spell_date
from tools.facts.indicators import runs
from tools.facts.volatility import regime


def check_count(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """How many record closes the year had, this one or the last."""
    assert claim.figure
    key = f"{claim.subject}.{claim.measure.parameter}"
    value = past.value(key, day)
    if value is None:
        return Verdict(
            "not_checkable", f"There are no records of {name_of(claim.subject)} to count on {spell_date(day)}."
        )
    year = day.year - (claim.measure.parameter == "records_last_year")
    said = f"To {spell_date(day)} {name_of(claim.subject)} had {int(value)} record closes in {year}."
    fact = past.fact(key, day)
    figure = claim.figure
    if agrees(value, "count", figure):
        return Verdict("true", said, fact, unit="count")
    return settle(past, said, fact, list(other_days(past, key, "count", day, figure)), favoured, "count")


def check_streak(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A run of sessions in which one subject beat another."""
    assert claim.figure
    key = f"{claim.subject}_vs_{claim.other}.streak"
    value = past.value(key, day)
    if value is None:
        return Verdict(
            "not_checkable",
            f"There are no bars to count a run of {name_of(claim.subject)} against {name_of(claim.other)}.",
        )
    said = f"{capital(name_of(claim.subject))} had beaten {name_of(claim.other)} for {int(value)} sessions in a row to {spell_date(day)}."
    fact = past.fact(key, day)
    if agrees(value, "sessions", claim.figure):
        return Verdict("true", said, fact, unit="sessions")
    return settle(past, said, fact, list(other_days(past, key, "sessions", day, claim.figure)), favoured, "sessions")


def check_longest(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """Whether a run is the longest since the year named: that year's run must be the latest at least as long."""
    first, second = claim.subject or "rut", claim.other or ("spx" if claim.subject != "spx" else "rut")
    pair = past.pair(first, second)
    year = int(re.findall(r"(?:19|20)\d\d", claim.text)[-1])
    if pair is None or day not in pair.days:
        return Verdict(
            "not_checkable", f"There are no bars to count a run of {name_of(first)} against {name_of(second)}."
        )
    lengths = runs(pair.spread(1) > 0)
    place = pair.days.index(day)
    key = f"{first}_vs_{second}.streak_longest_since"
    said, right = _since(pair.days, lengths, place, year)
    fact = past.fact(key, day)
    words = f"{capital(name_of(first))}'s run against {name_of(second)} was of {int(lengths[place])} sessions on {spell_date(day)}; {said}."
    if right:
        return Verdict("true", words, fact, unit="date")
    alternatives = []
    for at in range(max(0, place - NEARBY), min(len(lengths), place + NEARBY + 1)):
        told, holds = _since(pair.days, lengths, at, year)
        if at != place and holds:
            of = f"of {spell_date(pair.days[at])}, when it was of {int(lengths[at])} sessions and {told}"
            alternatives.append(Alternative(1 + abs(at - place) / 10, "other_date", of, key, pair.days[at]))
    return settle(past, words, fact, alternatives, favoured, "date")


def _since(days: list[date], lengths: np.ndarray, place: int, year: int) -> tuple[str, bool]:
    """When the latest earlier run at least as long ended, in words, and whether that was in the year named."""
    length = int(lengths[place])
    if length < 2:
        return "no run stood", False
    earlier = np.flatnonzero(lengths[: place - length + 1] >= length)
    if not len(earlier):
        return f"none as long stands in the data since {spell_date(days[0])}", False
    end = int(earlier[-1])
    while end + 1 < len(lengths) and lengths[end + 1] == lengths[end] + 1:
        end += 1
    tie = " (a tie)" if lengths[end] == length else ""
    return f"the last at least as long ended on {spell_date(days[end])}{tie}", days[end].year == year


def check_divergence(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A divergence of price from RSI: by swings of one, three and five sessions."""
    side = claim.measure.parameter
    facts = [(k, f) for k in (1, 3, 5) if (f := past.fact(f"{claim.subject}.divergence.{side}.k{k}", day))]
    if not facts:
        return Verdict(
            "not_checkable",
            f"There are too few bars for a divergence of {name_of(claim.subject)} on {spell_date(day)}.",
        )
    shown = [(k, f) for k, f in facts if f.value == 1]
    if not shown:
        return Verdict(
            "false",
            f"By swings of one, three or five sessions there is no {side} divergence on {spell_date(day)}.",
            facts[0][1],
            unit="count",
        )
    told = "; ".join(str(f.reading) for _, f in shown)
    if len(shown) == len(facts):
        return Verdict("true", f"{capital(told)}.", shown[0][1], unit="count")
    rest = " and ".join(f"k = {k}" for k, f in facts if f.value != 1)
    words = (
        f"Only by swings of {' and '.join(str(k) for k, _ in shown)} session(s) on each side: {told}; none at {rest}."
    )
    return Verdict("other_definition", words, facts[0][1], shown[0][1], "count")


def check_reading(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """Overbought or oversold, by RSI-14 over 70 or under 30."""
    key, wanted = f"{claim.subject}.rsi_14", claim.measure.parameter
    value = past.value(key, day)
    if value is None:
        return Verdict(
            "not_checkable", f"There are too few bars for the RSI of {name_of(claim.subject)} on {spell_date(day)}."
        )

    def holds(x: float) -> bool:
        return x > 70 if wanted == "overbought" else x < 30

    said = f"{capital(name_of(claim.subject))}'s 14-day RSI was {value:.2f} on {spell_date(day)}."
    fact = past.fact(key, day)
    if holds(value):
        return Verdict("true", said, fact, unit="index")
    alternatives = [
        Alternative(1 + away / 10, "other_date", f"of {spell_date(at)} ({x:.2f})", key, at)
        for away, at, x in past.nearby(key, day)
        if holds(x)
    ]
    return settle(past, said, fact, alternatives, favoured, "index")


def check_regime(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """Low, normal, elevated or high volatility, by the VIX's close."""
    value = past.value("vix.close", day)
    if value is None:
        return Verdict("not_checkable", f"There is no bar of the VIX for {spell_date(day)}.")
    said = claim.text.split("-")[0].split()[0].lower()
    own = regime(value)
    words = f"With the VIX at {value:.2f} on {spell_date(day)} volatility is {own}: below 15 low, to 20 normal, to 30 elevated, above high."
    return Verdict("true" if said == own else "false", words, past.fact("vix.close", day), unit="index points")
