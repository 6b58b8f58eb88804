"""Sentences on price and momentum that code writes: levels, Fibonacci, divergence, RSI by other methods."""

import re

from assistant.evidence.derived import SlotError
from assistant.statements.names import capital, listed
from assistant.statements.sentence_parts import Held, Part, Shown, joined, on, plain, tell
from tools.fact import HUNDREDTHS, LOCAL, Fact, spell_date

RATIOS = ("38_2", "61_8", "100", "161_8")
_OWN_LEVEL = re.compile(rf" \((?:[A-Z]{{3}} )?[$\d,.%\s]+(?: (?:{'|'.join(HUNDREDTHS.values())}|in {LOCAL}))?\)")
SWINGS = {1: "one", 3: "three", 5: "five"}


def levels(held: Held, subject: str, kind: str) -> list[Part]:
    """The nearest levels on one side of the close, each with where it comes from and how far it is."""
    close, found = held.need(f"{subject}.close"), held.numbered(f"{subject}.{kind}")
    side = "below" if kind == "support" else "above"
    where = f"{side} {held.name(subject)}'s close of {{}} on {spell_date(close.as_of)}"
    if not found:
        held.need(f"{subject}.{'resistance' if kind == 'support' else 'support'}.1")  # else none were looked for
        return tell(f"No level that counts as {kind} stands {where}.", close)
    groups: list[list[Part]] = []
    for level in found:
        away = held.get(f"{level.key}.distance")
        gap = tell(f", {{}} {side}", plain(away)) if away and away.value else []
        origin = _OWN_LEVEL.sub("", str(level.reading))  # a neighbour's own level has no footnote here
        groups.append(tell(f"{{}} ({origin}{{}})", level, gap))
    verb = " is" if len(found) == 1 else ":"
    return tell(f"The nearest {kind} {where}{verb} {{}}.", close, joined(groups))


def fibonacci(held: Held, subject: str, given: str | None) -> list[Part]:
    """The extensions of a leg, or the retracements of two anchors, with the anchors they are measured from."""
    stem = f"{subject}.fibonacci.{given or ''}"
    a, b, c = held.need(f"{stem}anchor.a"), held.need(f"{stem}anchor.b"), held.get(f"{stem}anchor.c")
    kind = "extension" if c else "retracement"
    found = [(r, f) for r in RATIOS if (f := held.get(f"{stem}{kind}.{r}"))]
    if not found:
        raise SlotError(f"the evidence holds no {kind} of {held.name(subject)}")
    leg = tell(f"measured from {{}} on {on(a)} to {{}} on {on(b)}", a, b)
    if c:
        leg += tell(f" and the pullback to {{}} on {on(c)}", c)
    groups = [tell(f"{r.replace('_', '.')} % at {{}}", f) for r, f in found]
    return tell(f"{capital(held.name(subject))}'s Fibonacci {kind}s, {{}}, stand at {{}}.", leg, joined(groups))


def divergence(held: Held, subject: str) -> list[Part]:
    """The divergences shown, each with its swings, and by which swings there is none."""
    keys = [f"{subject}.divergence.{side}.k{k}" for side in ("bearish", "bullish") for k in SWINGS]
    facts = [f for key in keys if (f := held.get(key))]
    if not facts:
        raise SlotError(f"the evidence holds no divergence of {held.name(subject)}")
    shown, when = [f for f in facts if f.value == 1], spell_date(facts[0].as_of)
    whose = f"divergence of {held.name(subject)}'s close from its RSI"
    if not shown:
        words = f"No {whose} shows on {when} by swings of one, three or five sessions on each side{{}}."
        return tell(words, Shown(facts[0], ""))
    rest = [word for k, word in SWINGS.items() if not any(f.key.endswith(f"k{k}") for f in shown)]
    none = f"; by swings of {listed(rest)} sessions there is none" if rest else ""
    return tell(f"On {when} there is a {whose}: {{}}{none}.", joined([_swings(held, f) for f in shown]))


def _swings(held: Held, fact: Fact) -> list[Part]:
    """One divergence: its side, its swings' closes and RSIs, and the gap."""
    side, k = fact.key.split(".")[-2], int(fact.key[-1])
    marginal = ", marginal and unconfirmed" if fact.reading and "marginal" in fact.reading else ""
    lead = Shown(fact, f"{side} by swings of {SWINGS[k]} session{'' if k == 1 else 's'}{marginal}")
    names = ("first_close", "last_close", "first_rsi", "last_rsi", "rsi_gap")
    a, b, x, y, gap = (held.need(f"{fact.key}.{name}") for name in names)
    words = f"{{}} (closes of {{}} on {on(a)} and {{}} on {on(b)}, RSI {{}} and {{}}, a gap of {{}})"
    return tell(words, lead, a, b, x, y, plain(gap))


def sensitivity(held: Held, subject: str) -> list[Part]:
    """RSI-14 by Wilder, Cutler and after 100 sessions of warm-up, and whether they read alike."""
    wilder, agree = held.need(f"{subject}.rsi_14"), held.need(f"{subject}.rsi_14.sensitivity")
    methods = {"cutler": "by Cutler's plain averages", "warm_up_100": "after a warm-up of 100 sessions"}
    others = [
        tell(f"{{}} {words}", f) for n, words in methods.items() if (f := held.get(f"{subject}.rsi_14.sensitivity.{n}"))
    ]
    words = f"{capital(held.name(subject))}'s RSI of {{}} by Wilder's smoothing is {{}}: {{}}."
    return tell(words, wilder, joined(others), Shown(agree, str(agree.reading)))


def stretched(held: Held, subject: str) -> list[Part]:
    """Whether it is stretched by its RSI, yes or no, and how far it stands from its 50-session average."""
    rsi, gap = held.need(f"{subject}.rsi_14"), held.get(f"{subject}.sma_50_distance")
    answer = "yes" if rsi.reading in ("overbought", "oversold") else "no"
    words = f"By its RSI, {answer}: {held.name(subject)}'s 14-day RSI stood at {{}} on {spell_date(rsi.as_of)}, {rsi.reading}"
    if gap is None:
        return tell(f"{words}.", rsi)
    side = "above" if float(gap.value) > 0 else "below"
    return tell(f"{words}, and its close {{}} {side} its 50-session average.", rsi, plain(gap))
