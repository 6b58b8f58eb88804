"""Sentences on price and momentum that code writes: levels, Fibonacci, divergence, RSI by other methods."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.origins import origin
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, joined, listed, said, say, text, unsigned
from tools.fact import Fact

RATIOS = ("38_2", "61_8", "100", "161_8")
SWINGS = {1: "one", 3: "three", 5: "five"}


def levels(held: Held, subject: str, kind: str) -> list[Part]:
    """The nearest levels on one side of the close, each with where it comes from and how far it is."""
    close, found = held.need(f"{subject}.close"), held.numbered(f"{subject}.{kind}")
    language = held.language
    side = text("side-below" if kind == "support" else "side-above", language)
    given: dict[str, Given] = {"kind": text(f"kind-{kind}", language), "side": side, "day": close.as_of, "close": close}
    given["subject"] = held.name(subject)
    if not found:
        held.need(f"{subject}.{'resistance' if kind == 'support' else 'support'}.1")  # else none were looked for
        return say("levels-none", language, **given)
    groups: list[list[Part]] = []
    for level in found:
        away = held.get(f"{level.key}.distance")
        gap = say("levels-gap", language, gap=unsigned(away, language), side=side) if away and away.value else []
        groups.append(say("levels-each", language, level=level, origin=origin(level.reading, language), gap=gap))
    return say("levels", language, **given, n=len(found), each=joined(groups, language, "list-entries"))


def _day(fact: Fact) -> date:
    """The session a figure is of: an anchor's or a swing's own, else its date."""
    return fact.dates[0] if fact.dates else fact.as_of


def fibonacci(held: Held, subject: str, given: str | None) -> list[Part]:
    """The extensions of a leg, or the retracements of two anchors, with the anchors they are measured from."""
    stem, language = f"{subject}.fibonacci.{given or ''}", held.language
    a, b, c = held.need(f"{stem}anchor.a"), held.need(f"{stem}anchor.b"), held.get(f"{stem}anchor.c")
    kind = "extension" if c else "retracement"
    found = [(r, f) for r in RATIOS if (f := held.get(f"{stem}{kind}.{r}"))]
    if not found:
        raise SlotError(f"the evidence holds no {kind} of {held.name(subject)}")
    pullback = say("fibonacci-pullback", language, c=c, day=_day(c)) if c else []
    groups = [say("fibonacci-each", language, ratio=r.replace("_", "."), level=f) for r, f in found]
    return say(
        "fibonacci", language, subject=held.name(subject), kind=kind, a=a, a_day=_day(a), b=b, b_day=_day(b),
        pullback=pullback, each=joined(groups, language, "list-entries"),
    )  # fmt: skip


def divergence(held: Held, subject: str) -> list[Part]:
    """The divergences shown, each with its swings, and by which swings there is none."""
    keys = [f"{subject}.divergence.{side}.k{k}" for side in ("bearish", "bullish") for k in SWINGS]
    facts = [f for key in keys if (f := held.get(key))]
    if not facts:
        raise SlotError(f"the evidence holds no divergence of {held.name(subject)}")
    language, name, when = held.language, held.name(subject), facts[0].as_of
    shown = [f for f in facts if f.value == 1]
    if not shown:
        return say("divergence-none", language, subject=name, day=when, mark=Shown(facts[0], ""))
    rest = [k for k in SWINGS if not any(f.key.endswith(f"k{k}") for f in shown)]
    words = listed([text("number", language, n=k) for k in rest], language)
    none = text("divergence-rest", language, rest=words, one="yes" if rest == [1] else "no") if rest else ""
    each = joined([_swings(held, f) for f in shown], language, "list-entries")
    return say("divergence", language, subject=name, day=when, each=each, none=none)


def _swings(held: Held, fact: Fact) -> list[Part]:
    """One divergence: its side, its swings' closes and RSIs, and the gap."""
    side, k = fact.key.split(".")[-2], int(fact.key[-1])
    names = ("first_close", "last_close", "first_rsi", "last_rsi", "rsi_gap")
    a, b, x, y, gap = (held.need(f"{fact.key}.{name}") for name in names)
    given: dict[str, Given] = {"side": side, "k": text("number", held.language, n=k), "one": "yes" if k == 1 else "no"}
    given["marginal"] = "yes" if fact.reading and "marginal" in fact.reading else "no"
    return say(
        "divergence-each", held.language, **given, mark=Shown(fact, ""), a=a, b=b, a_day=_day(a), b_day=_day(b), x=x,
        y=y, gap=unsigned(gap, held.language),
    )  # fmt: skip


def sensitivity(held: Held, subject: str) -> list[Part]:
    """RSI-14 by Wilder, Cutler and after 100 sessions of warm-up, and whether they read alike."""
    wilder, agree = held.need(f"{subject}.rsi_14"), held.need(f"{subject}.rsi_14.sensitivity")
    language = held.language
    others = [
        say(f"sensitivity-{n.replace('_', '-')}", language, rsi=f)
        for n in ("cutler", "warm_up_100")
        if (f := held.get(f"{subject}.rsi_14.sensitivity.{n}"))
    ]
    alike, _, rest = str(agree.reading).partition(" of ")
    of, _, reading = rest.partition(" read ")
    return say(
        "sensitivity", language, subject=held.name(subject), rsi=wilder, agree=alike, of=of,
        each=joined(others, language, "list-phrases"), reading=said(reading, language), mark=Shown(agree, ""),
    )  # fmt: skip


def stretched(held: Held, subject: str) -> list[Part]:
    """Whether it is stretched by its RSI, yes or no, and how far it stands from its 50-session average."""
    rsi, gap = held.need(f"{subject}.rsi_14"), held.get(f"{subject}.sma_50_distance")
    language = held.language
    answer = "yes" if rsi.reading in ("overbought", "oversold") else "no"
    where: list[Part] = []
    if gap is not None:
        up = float(gap.value) > 0
        side = text("side-above" if up else "side-below", language)
        given: dict[str, Given] = {"side": side, "way": "up" if up else "down"}
        where = say("stretched-where", language, gap=unsigned(gap, language), **given)
    words = said(rsi.reading, language)
    name = held.name(subject)
    return say("stretched", language, answer=answer, subject=name, rsi=rsi, day=rsi.as_of, reading=words, where=where)
