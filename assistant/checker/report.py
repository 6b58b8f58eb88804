"""Checking a text: every claim with its verdict, and how many hold."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.checker.agreement import stated_value
from assistant.checker.claims import Claim, read_claims
from assistant.checker.levels import check_fibonacci, check_keyed, check_price, check_record, check_rsi, check_support
from assistant.checker.moves import OVER, check_change, check_return, check_spread
from assistant.checker.past import Past
from assistant.checker.people import check_forecast
from assistant.checker.stances import check_stance
from assistant.checker.states import (
    check_count,
    check_divergence,
    check_longest,
    check_reading,
    check_regime,
    check_streak,
)
from assistant.checker.verdict import VERDICTS, Verdict
from assistant.checker.weekdays import check_weekday
from assistant.evidence.source import Evidence
from assistant.statements.names import name_of
from tools.fact import Fact, spell_date

Check = Callable[[Claim, date, Past, date | None], Verdict]
CHECKS: dict[str, Check] = {
    "close": check_price, "average": check_keyed, "distance": check_keyed, "extreme": check_keyed,
    "record": check_record, "support": check_support, "resistance": check_support, "fibonacci": check_fibonacci,
    "rsi": check_rsi, "return": check_return, "spread": check_spread, "change": check_change, "records": check_count,
    "streak": check_streak, "longest": check_longest, "divergence": check_divergence, "reading": check_reading, "regime": check_regime,
    "forecast": check_forecast,
}  # fmt: skip
WORDS = {
    "true": ("holds", "hold"), "other_date": ("is another day's", "are another day's"),
    "other_definition": ("holds under another definition", "hold under another definition"),
    "false": ("is false", "are false"), "attributed": ("is a person's view", "are people's views"),
    "not_checkable": ("can't be checked", "can't be checked"),
}  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """A claim and its verdict."""

    claim: Claim
    verdict: Verdict

    def to_json(self) -> dict[str, Any]:
        """The contract's claim."""
        claim, verdict = self.claim, self.verdict
        fact = verdict.computed
        return {
            "text": claim.text,
            "start": claim.start,
            "end": claim.end,
            "subject": claim.subject or None,
            "metric": _metric(claim),
            "stated": {
                "value": _stated(claim, verdict),
                "unit": verdict.unit or None,
                "date": claim.day.isoformat() if claim.day else None,
                "base": OVER.get(claim.measure.horizon),
            },
            "verdict": verdict.name,
            "computed": {"kind": "fact", **fact.model_dump(mode="json")} if fact else None,
            "found": {"kind": "fact", **verdict.found.model_dump(mode="json")} if verdict.found else None,
            "explanation": verdict.explanation,
        }


@dataclass
class Report:
    """What a check found.

    Attributes:
        text: The text that was read; the claims' places index it.
        as_of: Date of the evidence.
        data: Source of its bars.
        checked: Claims in order.
    """

    text: str
    as_of: date
    data: str = "yahoo"
    checked: list[Checked] = field(default_factory=list)

    @property
    def summary(self) -> dict[str, int]:
        """How many claims have each verdict."""
        counts = Counter(c.verdict.name for c in self.checked)
        return {name: counts.get(name, 0) for name in VERDICTS}

    @property
    def headline(self) -> str:
        """``31 claims: 9 hold, 6 are another day's, …``, and of which day those are where most are of one."""
        if not self.checked:
            return "No figure or comparison that could be checked was found."
        parts = [f"{n} {WORDS[name][n != 1]}" for name, n in self.summary.items() if n]
        count = len(self.checked)
        days = Counter(c.verdict.day for c in self.checked if c.verdict.day)
        text = f"{count} claim{'' if count == 1 else 's'}: {', '.join(parts)}."
        if days and days.most_common(1)[0][1] > 1:
            day, times = days.most_common(1)[0]
            text += f" {times} of them are true of {spell_date(day)}."
        return text

    def to_json(self) -> dict[str, Any]:
        return {
            "as_of": self.as_of.isoformat(),
            "claims": [c.to_json() for c in self.checked],
            "summary": self.summary,
            "headline": self.headline,
            "text": self.text,
        }


def check(text: str, evidence: Evidence, past: Past | None = None) -> Iterator[float | Report]:
    """Checks a text against the evidence.

    Args:
        text: Plain text.
        evidence: Facts and views up to its date; nothing later is used.
        past: Its histories, where several texts are checked against them.

    Yields:
        How far it is, from 0 to 1, and last the report.
    """
    past = past or Past(evidence)
    claims: list[Claim] = []
    for found in read_claims(text, evidence.as_of, evidence.library.named_in):
        claims += found
        yield 0.3 * (found[-1].end / len(text)) if found else 0.0
    # The day at which claims hold that don't hold at their own: with several of one day, it is the text's real date.
    first = [_judge(claim, past, None) for claim in claims]
    days = Counter(v.day for v in first if v.name == "other_date" and v.day)
    favoured = days.most_common(1)[0][0] if days and days.most_common(1)[0][1] > 1 else None
    report = Report(text, evidence.as_of, evidence.data)
    for place, (claim, verdict) in enumerate(zip(claims, first, strict=True)):
        again = favoured and verdict.name in ("other_date", "other_definition") and verdict.day != favoured
        report.checked.append(Checked(claim, _judge(claim, past, favoured) if again else verdict))
        yield 0.3 + 0.7 * (place + 1) / len(claims)
    yield report


def check_lines(text: str, evidence: Evidence) -> tuple[list[str], list[Fact]]:
    """A text's claims in a line each, as a model is told them, and the facts they were held against."""
    *_, report = check(text, evidence)
    assert isinstance(report, Report)
    facts = [f for c in report.checked for f in (c.verdict.computed, c.verdict.found) if f]
    lines = [f"{c.verdict.name}: “{c.claim.text}”. {c.verdict.explanation}" for c in report.checked]
    return ([report.headline, *lines] if lines else []), list({f.id: f for f in facts}.values())


def _judge(claim: Claim, past: Past, favoured: date | None) -> Verdict:
    """A claim's verdict; first whether it can be checked at all."""
    kind = claim.measure.kind
    if kind == "none":
        return Verdict("not_checkable", f"{claim.measure.why[:1].upper()}{claim.measure.why[1:]}.")
    day = claim.day or past.as_of
    if claim.stance:
        return check_stance(claim.stance, min(day, past.as_of), past)
    if kind == "weekday":
        return check_weekday(day, int(claim.measure.parameter))
    if kind == "forecast":
        return check_forecast(claim, min(day, past.as_of), past, favoured)
    if kind == "macro":
        return _macro(claim, past)
    if not claim.subject:
        return Verdict("not_checkable", "The text doesn't say of what.")
    if day > past.as_of:
        return Verdict("not_checkable", f"{spell_date(day)} is after {spell_date(past.as_of)}, the last session held.")
    session = past.session(day)
    if past.series(claim.subject) is None:
        return Verdict("not_checkable", f"There are no bars of {name_of(claim.subject)}.")
    verdict = CHECKS[kind](claim, session, past, favoured)
    if claim.measure.denied:
        verdict = _denied(verdict)
    if session != day and verdict.name != "not_checkable":
        note = f"{spell_date(day)} was no session; held against {spell_date(session)}. "
        return Verdict(
            verdict.name, note + verdict.explanation, verdict.computed, verdict.found, verdict.unit, verdict.day
        )
    return verdict


def _denied(verdict: Verdict) -> Verdict:
    """The verdict on a text that says something is not so."""
    if verdict.name == "true":
        return Verdict(
            "false", f"The text denies what holds: {verdict.explanation}", verdict.computed, unit=verdict.unit
        )
    return Verdict(
        "not_checkable", f"The text denies a figure. {verdict.explanation}", verdict.computed, unit=verdict.unit
    )


def _macro(claim: Claim, past: Past) -> Verdict:
    """A macro figure, where it is known as of the date."""
    facts, notes = past.evidence.macro(None)
    fact = next((f for f in facts if f.key == f"macro.{claim.measure.parameter}"), None)
    if fact is None or claim.figure is None:
        return Verdict("not_checkable", notes[0] if notes else "There is no such macro figure as of this date.")
    from assistant.checker.agreement import agrees

    said = f"{fact.display} {fact.reading}."
    holds = agrees(float(fact.value), fact.unit, claim.figure)
    return Verdict(
        "true" if holds else "not_checkable",
        said if holds else f"The figure held is {said} The text may mean another period.",
        fact,
        unit=fact.unit,
    )


def _metric(claim: Claim) -> str:
    measure = claim.measure
    return ".".join(
        p for p in (measure.kind, measure.parameter if measure.kind != "forecast" else "", measure.horizon) if p
    )


def _stated(claim: Claim, verdict: Verdict) -> float | None:
    if claim.figure is None:
        return None
    unit = verdict.unit or ("fraction" if claim.figure.unit == "percent" else "")
    return stated_value(claim.figure, unit, claim.says)
