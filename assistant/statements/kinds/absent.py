"""Sentences on what a commentary has no figure, no view or no change for, and a view told with its original words."""

from assistant.statements.held import Held
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import listed, person, say, text
from corpus.document import Passage


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


def view(passage: Passage, language: Language) -> str:
    """Who was on which side of what and when, with the words of the source as they stand, in their own language."""
    authors = listed([person(name, language) for name in passage.author.split(" and ")], language)
    firm = "" if not passage.firm or passage.firm == passage.author else str(passage.firm)
    if firm and authors.endswith("）"):  # the firm goes in with the Latin name
        authors, house = authors[:-1], text("view-firm-inside", language, firm=firm)
    else:
        house = text("view-firm", language, firm=firm) if firm else ""
    about = passage.stance_on or ""
    on = "small-caps" if about.startswith("small") else "market" if "market" in about else "other"
    quote = min(passage.quotes, key=len) if passage.quotes else passage.title
    return text(
        "view", language, author=authors, firm=house, day=passage.known_from, stance=passage.stance, on=text(f"view-on-{on}", language, on=about),
        words=text("view-quoted" if passage.quotes else "view-titled", language, quote=quote.strip("“”\". ")),
    )  # fmt: skip
