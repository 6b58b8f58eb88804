"""Claims that rest on a convention: support, Fibonacci legs, RSI and its readings, divergence, regimes of volatility."""

from collections.abc import Callable, Iterator
from datetime import date

from assistant.checker.agreement import agrees, is_near
from assistant.checker.claims.claim import Claim
from assistant.checker.held.tried import NEAR, STATED, Tried
from assistant.checker.past import Past
from assistant.checker.verdict import Verdict, decide
from tools.fact import Fact
from tools.facts.volatility import regime

THRESHOLDS = (0.02, 0.03, 0.05, 0.06, 0.08, 0.10)  # other least swings that a Fibonacci leg may be drawn by
METHODS = ("cutler", "warm_up_100")
ALSO_CALLED = {"low": 20.0, "high": 20.0, "elevated": 18.0}  # where others draw the line of a regime


def denied(verdict: Verdict, past: Past) -> Verdict:
    """The verdict on a text that says something is not so."""
    if verdict.name == "true":
        words = f"{past.tell('checked-denies')} {verdict.explanation}"
        return Verdict("false", words, verdict.computed, unit=verdict.unit, reading=verdict.reading)
    return Verdict(
        "true" if verdict.name == "false" else "not_checkable",
        verdict.explanation,
        verdict.computed,
        unit=verdict.unit,
        reading=verdict.reading,
    )


def check_keyed(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """An indicator's value: the fact whose metric the words name."""
    assert claim.figure
    key = f"{claim.subject}.{claim.parameter}"
    fact = past.fact(key, day)
    if fact is None:
        return _few(claim, day, past)
    said = past.tell("checked-keyed", subject=past.called(claim.subject), metric=past.tell(f"checked-metric-{claim.parameter.replace('_', '-')}"), value=past.shown(float(fact.value), fact.unit), day=day)  # fmt: skip
    holds = agrees(float(fact.value), fact.unit, claim.figure)
    return Verdict(
        "true" if holds else "false",
        said,
        fact,
        unit=fact.unit,
        reading=past.reading(claim.subject, claim.parameter, "", day),
    )


def _few(claim: Claim, day: date, past: Past) -> Verdict:
    return Verdict("not_checkable", past.tell("checked-few", subject=past.name(claim.subject), day=day))


def check_support(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A level of support or resistance: one that Footnote counts, with its origin."""
    assert claim.figure
    wanted = claim.kind
    kinds = (wanted, "resistance" if wanted == "support" else "support")
    facts = [(k, f) for k in kinds for n in range(1, 7) if (f := past.fact(f"{claim.subject}.{k}.{n}", day))]
    if not facts:
        return _few(claim, day, past)
    reading = past.reading(claim.subject, wanted, "", day)
    for kind, fact in facts:
        if is_near(float(fact.value), claim.figure):
            said = past.tell(
                "checked-level-counted",
                subject=past.name(claim.subject),
                kind=kind,
                level=fact.display,
                of=str(fact.reading),
                day=day,
            )
            return Verdict(
                "true" if kind == wanted else "other_definition", said, fact, unit=fact.unit, reading=reading
            )
    own = [f for k, f in facts if k == wanted][:2] or [facts[0][1]]
    near = "; ".join(f"{f.display} ({f.reading})" for f in own)
    said = past.tell("checked-level-not-counted", kind=wanted, near=near, day=day)
    return Verdict("false", said, own[0], unit=own[0].unit, reading=reading)


def check_fibonacci(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A Fibonacci level of the latest leg, or of a leg by another least swing; anchors are always named."""
    assert claim.figure
    fact = past.fact(f"{claim.subject}.fibonacci.{claim.parameter}", day)
    kind, _, ratio = claim.parameter.partition(".")
    if fact is None:
        return Verdict("not_checkable", past.tell("checked-no-leg", subject=past.called(claim.subject), day=day))
    reading = past.reading(claim.subject, "fibonacci", f"{ratio.replace('_', '.')} % {kind}", day)
    said = past.tell(
        "checked-fibonacci",
        subject=past.called(claim.subject),
        kind=kind,
        ratio=ratio.replace("_", "."),
        level=fact.display,
        anchors=str(fact.reading),
    )
    if is_near(float(fact.value), claim.figure) and agrees(float(fact.value), fact.unit, claim.figure):
        return Verdict("true", said, fact, unit=fact.unit, reading=reading)
    if other := _other_leg(claim, day, past):
        words = f"{said} {past.tell('checked-other-leg', least=f'{other[0]:.0%}'.replace('%', ' %'), anchors=str(other[1].reading))}"
        return Verdict("other_definition", words, fact, other[1], fact.unit, reading=reading)
    words = f"{said} {past.tell('checked-no-other-leg', figure=claim.figure.text.strip())}"
    return Verdict("false", words, fact, unit=fact.unit, reading=reading)


def _other_leg(claim: Claim, day: date, past: Past) -> tuple[float, Fact] | None:
    assert claim.figure
    catalogue = past.evidence.at(day)
    for threshold in THRESHOLDS:
        for other in catalogue.fibonacci(claim.subject, threshold, None):
            if other.key.endswith(claim.parameter) and agrees(float(other.value), other.unit, claim.figure):
                return threshold, other
    return None


def check_rsi(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """RSI-14 at a value, or above or below one."""
    assert claim.figure
    figure = claim.figure
    side = {"more": 1, "least": 1, "less": -1, "most": -1}.get(figure.hedge, 0)

    def holds(x: float) -> bool:
        return (x > float(figure.value)) == (side > 0) if side else agrees(x, "index", figure)

    tried = list(_rsi(claim, day, past, holds))
    return decide(claim, tried, past, favoured) if tried else _few(claim, day, past)


def _rsi(claim: Claim, day: date, past: Past, holds: Callable[[float], bool], methods: bool = True) -> Iterator[Tried]:
    """The RSI of the day by Wilder's smoothing, then by others, then of the sessions nearby."""
    key = f"{claim.subject}.rsi_14"
    value = past.value(key, day)
    if value is None:
        return
    reading = past.reading(claim.subject, "rsi", "", day)
    said = past.tell("checked-rsi", subject=past.called(claim.subject), value=f"{value:.2f}", day=day)
    yield Tried(
        holds(value), said, STATED, words=said, unit="index", value=value, day=day, reading=reading, fact=(key, day)
    )
    if holds(value):
        return
    for away, at, x in past.nearby(key, day):
        if holds(x):
            words = past.tell("checked-of-day", day=at, value=f"{x:.2f}")
            yield Tried(True, "", NEAR, "other_date", words, "index", x, at, 1 + away / 10, reading, None)
    for method in METHODS if methods else ():
        other = past.fact(f"{key}.sensitivity.{method}", day)
        if other and holds(float(other.value)):
            words = past.tell(f"checked-rsi-{method.replace('_', '-')}", value=other.display)
            yield Tried(
                True,
                "",
                NEAR,
                "other_definition",
                words,
                "index",
                float(other.value),
                day,
                1.0,
                reading,
                (other.key, day),
            )


def check_reading(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """Overbought or oversold, by RSI-14 over 70 or under 30."""
    wanted = claim.parameter
    tried = list(_rsi(claim, day, past, lambda x: x > 70 if wanted == "overbought" else x < 30, methods=False))
    if not tried:
        return _few(claim, day, past)
    if claim.denied:
        name = "true" if tried[0].holds else "false"  # of what is denied
        return Verdict(name, tried[0].said, past.resolved(tried[0].fact), unit="index", reading=tried[0].reading)
    return decide(claim, tried, past, favoured)


def check_divergence(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """A divergence of price from RSI: by swings of one, three and five sessions."""
    side = claim.parameter
    facts = [(k, f) for k in (1, 3, 5) if (f := past.fact(f"{claim.subject}.divergence.{side}.k{k}", day))]
    if not facts:
        return _few(claim, day, past)
    shown = [(k, f) for k, f in facts if f.value == 1]
    reading = past.reading(claim.subject, "divergence", "", day)
    if not shown:
        return Verdict(
            "false", past.tell("checked-no-divergence", side=side, day=day), facts[0][1], unit="count", reading=reading
        )
    told = "; ".join(str(f.reading) for _, f in shown)
    if len(shown) == len(facts):
        return Verdict("true", f"{told[:1].upper()}{told[1:]}.", shown[0][1], unit="count", reading=reading)
    words = past.tell(
        "checked-some-divergence",
        by=_listed([str(k) for k, _ in shown], past),
        told=told,
        rest=_listed([f"k = {k}" for k, f in facts if f.value != 1], past),
    )
    return Verdict("other_definition", words, facts[0][1], shown[0][1], "count", reading=reading)


def _listed(words: list[str], past: Past) -> str:
    from assistant.statements.words import listed

    return listed(words, past.language)


def check_regime(claim: Claim, day: date, past: Past, favoured: date | None) -> Verdict:
    """Low, normal, elevated or high volatility, by the VIX's close and our own lines, which others draw elsewhere."""
    value = past.value("vix.close", day)
    if value is None:
        return Verdict("not_checkable", past.tell("checked-no-bars", subject=past.name("vix")))
    said, own = claim.text.split("-")[0].split()[0].lower(), regime(value)
    limit = ALSO_CALLED.get(said)
    elsewhere = limit is not None and (value < limit if said == "low" else value > limit)
    words = past.tell(
        "checked-regime",
        value=f"{value:.2f}",
        day=day,
        own=own,
        said=said,
        holds="yes" if said == own else "elsewhere" if elsewhere else "no",
    )
    name = "true" if said == own else "other_definition" if elsewhere else "false"
    return Verdict(
        name, words, past.fact("vix.close", day), unit="index points", reading=past.reading("vix", "regime", "", day)
    )
