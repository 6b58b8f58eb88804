"""Sentences on trend and levels that code writes for the commentary: momentum, a divergence of the day, the nearest levels."""

from assistant.evidence.derived import SlotError
from assistant.statements.sentence_parts import Held, Part, Shown, joined, on, plain, tell
from tools.fact import Fact


def momentum(held: Held, subject: str) -> list[Part]:
    """RSI with its reading, and where the close stands against its averages."""
    rsi, name = held.need(f"{subject}.rsi_14"), held.name(subject)
    gaps = [(n, f) for n in (50, 200) if (f := held.get(f"{subject}.sma_{n}_distance"))]
    reading = rsi.reading if rsi.reading in ("overbought", "oversold") else "neither overbought nor oversold"
    sides = [tell(f"{{}} {_side(f)} its {n}-session average", plain(f)) for n, f in gaps]
    where = tell("; its close is {}", joined(sides)) if sides else []
    return tell(f"{name}'s 14-day RSI stood at {{}}, {reading}{{}}.", rsi, where)


def _side(fact: Fact) -> str:
    return "above" if float(fact.value) > 0 else "below"


def diverging(held: Held, subject: str) -> Fact | None:
    """The divergence that the day's own close shows, by the widest swings that show one; None where it shows none."""
    for k in (5, 3, 1):
        for side in ("bearish", "bullish"):
            fact, last = (held.get(f"{subject}.divergence.{side}.k{k}{end}") for end in ("", ".last_close"))
            if (
                fact
                and last
                and fact.value == 1
                and last.dates[0] == fact.as_of
                and "marginal" not in str(fact.reading)
            ):
                return fact
    return None


def divergence_now(held: Held, subject: str) -> list[Part]:
    """The divergence of the day: its side, and the two closes and readings it rests on."""
    found = diverging(held, subject)
    if found is None:
        raise SlotError(f"the evidence holds no divergence of {held.name(subject)} on the day")
    side = found.key.split(".")[-2]
    a, b, x, y = (held.need(f"{found.key}.{n}") for n in ("first_close", "last_close", "first_rsi", "last_rsi"))
    now, then = ("lower", "higher") if side == "bullish" else ("higher", "lower")
    words = f"{held.name(subject)}'s close diverges from its RSI, a {side} sign{{}}: {now} than on {on(a)} ({{}} against {{}}), at a {then} RSI ({{}} against {{}})."
    return tell(words, Shown(found, ""), b, a, y, x)


def nearest(held: Held, subject: str) -> list[Part]:
    """The nearest level below and above the close, each with where it comes from."""
    held.need(f"{subject}.close")
    groups = []
    for kind in ("support", "resistance"):
        level = held.get(f"{subject}.{kind}.1")
        if level:
            away = held.get(f"{level.key}.distance")
            gap = tell(", {}", Shown(away, f"{plain(away).text} {_side(away)}")) if away and away.value else []
            origin = str(level.reading).split(" (")[0].split(";")[0].split(",")[0]
            groups.append(tell(f"the nearest {kind} is {{}} ({origin}{{}})", level, gap))
    if not groups:
        raise SlotError(f"the evidence holds no level of {held.name(subject)}")
    return tell("{}.", joined(groups))
