"""Checking a text: every claim with its verdict, and how many hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.checker.agreement import stated_value
from assistant.checker.claims.claim import Claim
from assistant.checker.claims.reading import read_claims
from assistant.checker.judging import judge
from assistant.checker.past import RUNNING, Past
from assistant.checker.verdict import VERDICTS, Verdict
from assistant.evidence.source import Evidence
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text as words_of
from tools.fact import Fact

SPANNED = ("return", "points", "spread", "bp")


@dataclass(frozen=True)
class Checked:
    """A claim and its verdict."""

    claim: Claim
    verdict: Verdict

    def to_json(self, language: Language = "en") -> dict[str, Any]:
        """The contract's claim, with what it was read as."""
        claim, verdict = self.claim, self.verdict
        fact = verdict.computed
        over = claim.span.kind if claim.kind in SPANNED else ""
        return {
            "text": claim.text,
            "start": claim.start,
            "end": claim.end,
            "subject": claim.subject or None,
            "metric": _metric(claim),
            "stated": {
                "value": _stated(claim, verdict),
                "unit": verdict.unit or None,
                "date": claim.day.isoformat() if claim.when and claim.when[0].said and claim.given else None,
                "base": words_of(f"checked-over-{over}", language) if over in RUNNING else None,
            },
            "verdict": verdict.name,
            "computed": {"kind": "fact", **fact.model_dump(mode="json")} if fact else None,
            "found": {"kind": "fact", **verdict.found.model_dump(mode="json")} if verdict.found else None,
            "explanation": verdict.explanation,
            "reading": verdict.reading or None,
        }


@dataclass
class Report:
    """What a check found.

    Attributes:
        text: The text that was read; the claims' places index it.
        as_of: Date of the evidence.
        data: Source of its bars.
        checked: Claims in order.
        language: In which it is told.
    """

    text: str
    as_of: date
    data: str = "yahoo"
    checked: list[Checked] = field(default_factory=list)
    language: Language = "en"

    @property
    def summary(self) -> dict[str, int]:
        """How many claims have each verdict."""
        counts = Counter(c.verdict.name for c in self.checked)
        return {name: counts.get(name, 0) for name in VERDICTS}

    @property
    def headline(self) -> str:
        """``31 claims: 9 hold, 6 are another day's, …``, and of which day those are where most are of one."""
        if not self.checked:
            return words_of("checked-nothing", self.language)
        parts = [
            words_of(f"checked-count-{name.replace('_', '-')}", self.language, n=n)
            for name, n in self.summary.items()
            if n
        ]
        days = Counter(c.verdict.day for c in self.checked if c.verdict.day)
        text = words_of(
            "checked-headline",
            self.language,
            n=len(self.checked),
            parts=words_of("checked-comma", self.language).join(parts),
        )
        if days and days.most_common(1)[0][1] > 1:
            day, times = days.most_common(1)[0]
            assert day
            text += words_of("checked-headline-day", self.language, n=times, day=day)
        return text

    def to_json(self) -> dict[str, Any]:
        return {
            "as_of": self.as_of.isoformat(),
            "claims": [c.to_json(self.language) for c in self.checked],
            "summary": self.summary,
            "headline": self.headline,
            "text": self.text,
        }


def check(
    text: str, evidence: Evidence, past: Past | None = None, language: Language = "en"
) -> Iterator[float | Report]:
    """Checks a text against the evidence.

    Args:
        text: Plain text.
        evidence: Facts and views up to its date; nothing later is used.
        past: Its histories, where several texts are checked against them.
        language: In which the verdicts are told.

    Yields:
        How far it is, from 0 to 1, and last the report.
    """
    past = past or Past(evidence, language)
    claims: list[Claim] = []
    for read, found in read_claims(text, evidence.as_of, evidence.library.named_in):
        claims += found
        yield 0.3 * read / max(1, len(text))
    # The day at which claims hold that don't hold at their own: with several of one day, it is the text's real date.
    first = []
    for place, claim in enumerate(claims):
        first.append(judge(claim, past, None))
        yield 0.3 + 0.6 * (place + 1) / len(claims)
    days = Counter(v.day for v in first if v.name == "other_date" and v.day)
    favoured = days.most_common(1)[0][0] if days and days.most_common(1)[0][1] > 1 else None
    report = Report(text, evidence.as_of, evidence.data, language=past.language)
    for claim, verdict in zip(claims, first, strict=True):
        again = favoured and verdict.name in ("other_date", "other_definition") and verdict.day != favoured
        report.checked.append(Checked(claim, judge(claim, past, favoured) if again else verdict))
    yield 1.0
    yield report


def check_lines(text: str, evidence: Evidence) -> tuple[list[str], list[Fact]]:
    """A text's claims in a line each, as a model is told them, and the facts they were held against."""
    *_, report = check(text, evidence)
    assert isinstance(report, Report)
    facts = [f for c in report.checked for f in (c.verdict.computed, c.verdict.found) if f]
    lines = [f"{c.verdict.name}: “{c.claim.text}”. {c.verdict.explanation}" for c in report.checked]
    return ([report.headline, *lines] if lines else []), list({f.id: f for f in facts}.values())


def _metric(claim: Claim) -> str:
    """``return.ytd``, ``close``, ``average.sma_50``."""
    kind, parameter = {"level": "close"}.get(claim.kind, claim.kind), claim.parameter
    over = RUNNING.get(claim.span.kind, claim.span.kind) if claim.kind in SPANNED else ""
    parameter = "" if claim.kind == "forecast" or parameter == "close" else parameter
    return ".".join(p for p in (kind, parameter, over) if p)


def _stated(claim: Claim, verdict: Verdict) -> float | None:
    if claim.figure is None:
        return None
    unit = verdict.unit or ("fraction" if claim.figure.unit == "percent" else "")
    return stated_value(claim.figure, unit, claim.says)
