"""Sentences on trend and levels that code writes for the commentary: momentum, a divergence of the day, the nearest levels."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.origins import first_origin
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import joined, said, say, unsigned, way
from tools.fact import Fact


def momentum(held: Held, subject: str) -> list[Part]:
    """RSI with its reading, and where the close stands against its averages."""
    rsi, language = held.need(f"{subject}.rsi_14"), held.language
    gaps = [(n, f) for n in (50, 200) if (f := held.get(f"{subject}.sma_{n}_distance"))]
    reading = rsi.reading if rsi.reading in ("overbought", "oversold") else "neither overbought nor oversold"
    sides = [say("momentum-each", language, gap=unsigned(f, language), n=str(n)) for n, f in gaps]
    where = say("momentum-where", language, each=joined(sides, language, "list-phrases")) if sides else []
    name = held.name(subject)
    return say("momentum", language, subject=name, rsi=rsi, reading=said(reading, language), where=where)


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
    found, name = diverging(held, subject), held.name(subject)
    if found is None:
        raise SlotError(f"the evidence holds no divergence of {held.name(subject)} on the day")
    a, b, x, y = (held.need(f"{found.key}.{n}") for n in ("first_close", "last_close", "first_rsi", "last_rsi"))
    return say(
        "diverging", held.language, subject=name, side=found.key.split(".")[-2], mark=Shown(found, ""),
        day=a.dates[0] if a.dates else a.as_of, close=b, before=a, rsi=y, rsi_before=x,
    )  # fmt: skip


def nearest(held: Held, subject: str) -> list[Part]:
    """The nearest level below and above the close, each with where it comes from."""
    held.need(f"{subject}.close")
    language = held.language
    groups = []
    for kind in ("support", "resistance"):
        level = held.get(f"{subject}.{kind}.1")
        if level:
            away = held.get(f"{level.key}.distance")
            gap = _away(held, away) if away and away.value else []
            origin = first_origin(level.reading, language)
            groups.append(say("nearest-each", language, kind=kind, level=level, origin=origin, gap=gap))
    if not groups:
        raise SlotError(f"the evidence holds no level of {held.name(subject)}")
    return say("full-stop", language, said=joined(groups, language, "list-clause"))


def _away(held: Held, away: Fact) -> list[Part]:
    gap = unsigned(away, held.language).text
    return say("nearest-gap", held.language, gap=gap, side=way(float(away.value)), mark=Shown(away, ""))
