"""Sentences on indicators of one subject: RSI, MACD, crossed averages, Bollinger bands, true range, volatility."""

from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part
from assistant.statements.words import Given, said, say, unsigned


def rsi(held: Held, subject: str) -> list[Part]:
    """The 14-day RSI and what it counts as."""
    fact = held.need(f"{subject}.rsi_14")
    known = fact.reading in ("overbought", "oversold")
    reading = said(fact.reading if known else "neither overbought nor oversold", held.language)
    return say("rsi-now", held.language, subject=held.name(subject), rsi=fact, day=fact.as_of, reading=reading)


def macd(held: Held, subject: str) -> list[Part]:
    """MACD, and on which side of its signal line it is."""
    line, signal = held.need(f"{subject}.macd"), held.need(f"{subject}.macd_signal")
    side = "up" if float(line.value) > float(signal.value) else "down"
    name = held.name(subject)
    return say("macd-now", held.language, subject=name, line=line, signal=signal, day=line.as_of, side=side)


def cross(held: Held, subject: str) -> list[Part]:
    """Whether the 50-session average stands above the 200-session one, and by how much."""
    gap = held.need(f"{subject}.sma_cross")
    side = "up" if float(gap.value) > 0 else "down"
    name = held.name(subject)
    return say("cross-now", held.language, subject=name, gap=unsigned(gap, held.language), side=side, day=gap.as_of)


def bands(held: Held, subject: str) -> list[Part]:
    """The Bollinger bands and the close between or beyond them."""
    low, high, close = (held.need(f"{subject}.{n}") for n in ("bollinger_lower", "bollinger_upper", "close"))
    given: dict[str, Given] = {"low": low, "high": high, "close": close, "day": low.as_of}
    return say("bands-now", held.language, subject=held.name(subject), **given)


def spread_of_moves(held: Held, subject: str, what: str) -> list[Part]:
    """The average ``true_range`` of 14 sessions, or the 20-session realised ``volatility``."""
    metric = "atr_14" if what == "true_range" else "realized_volatility_20d"
    fact = held.need(f"{subject}.{metric}")
    message = "true-range-now" if what == "true_range" else "realised-now"
    return say(message, held.language, subject=held.name(subject), value=fact, day=fact.as_of)
