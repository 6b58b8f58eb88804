"""Claims of a level: closes and other prices, records, averages, distances, support, Fibonacci levels, RSI."""

from collections.abc import Iterator
from datetime import date

from assistant.checker.agreement import agrees, is_near
from assistant.checker.claims import Claim
from assistant.checker.past import Past
from assistant.checker.verdict import Alternative, Verdict, other_days, settle, subject_words
from assistant.statements.names import capital, name_of
from tools.fact import Fact, show, spell_date
from tools.universe import UNIVERSE

FIELDS = ("close", "open", "high", "low")
FIELD_WORDS = {
    "close": "close",
    "previous_close": "previous close",
    "open": "open",
    "high": "intraday high",
    "low": "intraday low",
}
THRESHOLDS = (0.02, 0.03, 0.05, 0.06, 0.08, 0.10)  # other least swings that a Fibonacci leg may be drawn by
METHODS = {"cutler": "with Cutler's plain averages", "warm_up_100": "after a warm-up of 100 bars"}


def check_price(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A close, or the open, high or low where the words say so."""
    assert claim.figure
    key, field, unit = claim.subject, claim.measure.parameter or "close", UNIVERSE[claim.subject].unit
    value = past.value(f"{key}.{field}", day)
    if value is None:
        return Verdict("not_checkable", f"There is no bar of {name_of(key)} for {spell_date(day)}.")
    fact = past.fact(f"{key}.{field}", day)
    said = f"{capital(subject_words(key))} had its {FIELD_WORDS[field]} of {spell_date(day)} at {show(value, unit)}."
    if field == "close":
        said = f"{capital(name_of(key))} closed at {show(value, unit)} on {spell_date(day)}."
    if agrees(value, unit, claim.figure):
        return Verdict("true", said, fact, unit=unit)
    low, high = (past.value(f"{key}.{f}", day) for f in ("low", "high"))
    if low is not None and high is not None:
        inside = low <= abs(float(claim.figure.value)) <= high
        side = "inside" if inside else "outside"
        said += f" {claim.figure.text.strip()} lies {side} the day's range, {show(low, unit)} to {show(high, unit)}."
    return settle(past, said, fact, list(_prices(claim, field, unit, day, past)), favoured, unit)


def _prices(claim: Claim, field: str, unit: str, day: date, past: Past) -> Iterator[Alternative]:
    """Other fields of the day, then the field and others of the sessions nearby."""
    assert claim.figure
    key = claim.subject
    for other in FIELDS:
        value = past.value(f"{key}.{other}", day)
        if other != field and value is not None and agrees(value, unit, claim.figure):
            yield Alternative(1.0, "other_definition", f"of that day's {FIELD_WORDS[other]}", f"{key}.{other}", day)
    yield from other_days(past, f"{key}.{field}", unit, day, claim.figure)
    for other in FIELDS:
        if other != field:
            for found in other_days(past, f"{key}.{other}", unit, day, claim.figure):
                assert found.day
                words = f"of the {FIELD_WORDS[other]} of {spell_date(found.day)}"
                yield Alternative(found.cost + 1, "other_definition", words, f"{key}.{other}", found.day)


def check_keyed(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """An average, a distance, an extreme: the fact whose metric the words name."""
    assert claim.figure
    key = f"{claim.subject}.{claim.measure.parameter}"
    value = past.value(key, day)
    if value is None:
        return Verdict("not_checkable", f"There are too few bars for {key} on {spell_date(day)}.")
    fact = past.fact(key, day)
    unit = fact.unit if fact else "fraction" if claim.measure.kind == "distance" else UNIVERSE[claim.subject].unit
    label = claim.measure.parameter.replace("_", " ")
    said = f"{capital(name_of(claim.subject))}'s {label} was {show(value, unit)} on {spell_date(day)}."
    says = (
        claim.says
        if claim.measure.parameter.startswith(("sma_", "distance_")) and claim.measure.kind == "distance"
        else 0
    )
    if agrees(value, unit, claim.figure, says):
        if claim.set_on and fact and fact.dates and claim.set_on not in fact.dates:
            return Verdict(
                "other_date",
                f"{said} It was set on {spell_date(fact.dates[-1])}, not on {spell_date(claim.set_on)}.",
                fact,
                fact,
                unit,
                fact.dates[-1],
            )
        return Verdict("true", said, fact, unit=unit)
    days = other_days(past, key, unit, day, claim.figure, says)
    return settle(past, said, fact, list(days), favoured, unit)


def check_record(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """The level of a record: the latest, or the highest of the year before, by close and within the day."""
    assert claim.figure
    names = {
        "record_last": "the last record close", "record_prior_year": "the highest close of the year before",
        "record_prior_year_intraday": "the highest price of the year before", "high_52w_intraday": "the 52-week intraday high",
    }  # fmt: skip
    facts = [(words, f) for metric, words in names.items() if (f := past.fact(f"{claim.subject}.{metric}", day))]
    if not facts:
        return Verdict(
            "not_checkable", f"There is no record of {name_of(claim.subject)} in the data to {spell_date(day)}."
        )
    for words, fact in facts:
        if is_near(float(fact.value), claim.figure):
            others = "; ".join(
                f"{w} {f.display}" for w, f in facts if f is not fact and is_near(float(f.value), claim.figure)
            )
            said = f"{capital(name_of(claim.subject))}: {words} is {fact.display}, of {_of(fact)}" + (
                f" ({others})." if others else "."
            )
            return Verdict("true", said, fact, unit=fact.unit)
    told = "; ".join(f"{words} is {f.display}, of {_of(f)}" for words, f in facts)
    return Verdict("false", f"{capital(name_of(claim.subject))}: {told}.", facts[0][1], unit=facts[0][1].unit)


def _of(fact: Fact) -> str:
    return spell_date(fact.dates[0]) if fact.dates else spell_date(fact.as_of)


def check_support(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A level of support or resistance: one that Footnote counts, with its origin."""
    assert claim.figure
    wanted = claim.measure.kind
    kinds = (wanted, "resistance" if wanted == "support" else "support")
    facts = [(k, f) for k in kinds for n in range(1, 7) if (f := past.fact(f"{claim.subject}.{k}.{n}", day))]
    if not facts:
        return Verdict("not_checkable", f"There are no levels of {name_of(claim.subject)} for {spell_date(day)}.")
    for kind, fact in facts:
        if is_near(float(fact.value), claim.figure):
            said = f"On {spell_date(day)} {name_of(claim.subject)} has {kind} at {fact.display}: {fact.reading}."
            return Verdict("true" if kind == wanted else "other_definition", said, fact, unit=fact.unit)
    own = [f for k, f in facts if k == wanted][:2] or [facts[0][1]]
    near = "; ".join(f"{f.display} ({f.reading})" for f in own)
    said = f"No level that Footnote counts lies there; the nearest {wanted} on {spell_date(day)}: {near}."
    return Verdict("false", said, own[0], unit=own[0].unit)


def check_fibonacci(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A Fibonacci level of the latest leg, or of a leg by another least swing; anchors are always named."""
    assert claim.figure
    key = f"{claim.subject}.fibonacci.{claim.measure.parameter}"
    fact = past.fact(key, day)
    name = f"{capital(name_of(claim.subject))}'s {claim.measure.parameter.replace('.', ' ').replace('_', '.')} % level"
    if fact is None:
        return Verdict(
            "not_checkable", f"{capital(name_of(claim.subject))} has no leg with swings of 4 % on {spell_date(day)}."
        )
    said = f"{name} is {fact.display} with anchors {fact.reading}."
    if is_near(float(fact.value), claim.figure) and agrees(float(fact.value), fact.unit, claim.figure):
        return Verdict("true", said, fact, unit=fact.unit)
    catalogue = past.evidence.at(day)
    for threshold in THRESHOLDS:
        for other in catalogue.fibonacci(claim.subject, threshold, None):
            if other.key.endswith(claim.measure.parameter) and agrees(float(other.value), other.unit, claim.figure):
                words = f"{said} True of the leg by swings of {threshold:.0%}: {other.reading}.".replace("%:", " %:")
                return Verdict("other_definition", words, fact, other, fact.unit)
    return Verdict(
        "false",
        f"{said} No leg by swings of 2 % to 10 % gives {claim.figure.text.strip()}; the text names no anchors.",
        fact,
        unit=fact.unit,
    )


def check_rsi(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """RSI-14 at a value, or above or below one."""
    assert claim.figure
    key, figure = f"{claim.subject}.rsi_14", claim.figure
    value = past.value(key, day)
    if value is None:
        return Verdict(
            "not_checkable", f"There are too few bars for the RSI of {name_of(claim.subject)} on {spell_date(day)}."
        )
    side = {"more": 1, "least": 1, "less": -1, "most": -1}.get(claim.measure.parameter or figure.hedge, 0)
    fact = past.fact(key, day)

    def holds(x: float) -> bool:
        return (x > float(figure.value)) == (side > 0) if side else agrees(x, "index", figure)

    said = f"{capital(name_of(claim.subject))}'s 14-day RSI by Wilder's smoothing was {value:.2f} on {spell_date(day)}."
    if holds(value):
        return Verdict("true", said, fact, unit="index")
    alternatives = [
        Alternative(1 + away / 10, "other_date", f"of {spell_date(at)} ({x:.2f})", key, at)
        for away, at, x in past.nearby(key, day)
        if holds(x)
    ]
    for method, words in METHODS.items():
        other = past.fact(f"{key}.sensitivity.{method}", day)
        if other and holds(float(other.value)):
            alternatives.append(Alternative(1.0, "other_definition", f"{words} ({other.display})", other.key, day))
    return settle(past, said, fact, alternatives, favoured, "index")
