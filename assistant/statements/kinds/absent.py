"""Sentences on what a commentary has no figure, no view or no change for."""

from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part
from assistant.statements.words import listed, say, text


def no_facts(held: Held) -> list[Part]:
    """That a section has nothing on its date."""
    return say("absent-facts", held.language)


def no_bars(held: Held, keys: str) -> list[Part]:
    """The subjects, joined by ``_and_``, that the data has no bars of."""
    names = [held.name(key) for key in keys.split("_and_")]
    what = text("absent-sectors", held.language) if keys == "sectors" else listed(names, held.language)
    return say("absent-bars", held.language, what=what)


def no_views(held: Held, which: str) -> list[Part]:
    """That the library has ``none`` on a side, or no ``other``."""
    return say("absent-views", held.language, which=which)


def unchanged(held: Held, since: str) -> list[Part]:
    """That little moved since the last commentary or session, or that there is none to compare with."""
    message = "absent-commentary" if since == "nothing" else f"unchanged-{since}"
    return say(message, held.language)


def volatility(held: Held, subject: str) -> list[Part]:
    """The 20-session realised volatility."""
    value = held.need(f"{subject}.realized_volatility_20d")
    return say("volatility-now", held.language, subject=held.name(subject), value=value)
