"""A stored view as code tells it: a sentence of its passage credited to who wrote it, its quotation, or who stood where."""

import re

from assistant.evidence.derived import SlotError
from assistant.statements.sentence_parts import Language
from assistant.statements.words import listed, person, spell, text
from corpus.document import Passage
from corpus.people import REFERENCE, names_in

VIEW = re.compile(r"\{\s*view\s+([\w#.-]+)(?:\s+(\d{1,2}|quote))?\s*\}\s*\.?")
_SOURCE = re.compile(
    r"\breport(?:ed|s)?\b|\bquotes\b|\bknown here\b|\b(?:carried|published|relayed|summari[sz]ed) (?:the|it)\b|\bhad first\b|\bindependent page\b"
)
_END = re.compile(r"[.!?。！？]+$")
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Uu]s)\b|我们?|笔者|本人")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def of_its_source(sentence: str) -> bool:
    """Whether a passage's sentence says how the view came to be known, which stands on its card and is nobody's view."""
    return _SOURCE.search(sentence) is not None


def told(passage: Passage, which: str | None, language: Language, first: bool) -> tuple[str, int]:
    """A sentence of a passage, and the place in it where its footnote stands.

    Args:
        passage: The stored view or note.
        which: The number of the sentence from 1, ``quote`` for its quotation; None for who stood where, and when.
        language: Whose words; a sentence without Chinese is told by who said it and what the source is called.
        first: Whether nothing of the passage was told before.

    Raises:
        SlotError: There is no such sentence.
    """
    if which is None:
        words = view(passage, language)
    elif which == "quote":
        words = _quoted(passage, language)
    else:
        words = _sentence(passage, int(which), language, first)
    end = _END.search(words)
    return words, end.start() if end and which != "quote" else len(words) - 1


def _sentence(passage: Passage, number: int, language: Language, first: bool) -> str:
    if not 1 <= number <= len(passage.sentences):
        raise SlotError(f"{passage.id} has no sentence {number}")
    english, chinese = passage.sentences[number - 1]
    if language == "zh":
        if _HAN.search(english):  # the document itself is Chinese
            return _credited_zh(passage, english) if first or _SELF.search(english) else english
        if chinese is None:
            return view(passage, language)
        return _credited_zh(passage, chinese) if first else chinese
    last = names_in(passage.author)[0].split()[-1]
    # A phrase that a document sets in quotation marks is no quotation unless it is held as one.
    words = re.sub(r"^(?:He|She)\b", last, re.sub(r"[“”\"\[\]]", "", english))
    own = passage.stance != "none" or passage.trust == "user"
    held = any(name in words for name in (passage.author, passage.firm or "#", *_lasts(passage)))
    # "At Acme Capital we prefer": the firm's name in it doesn't say who "we" are.
    bare = not held or (passage.trust == "user" and _SELF.search(words))
    return (
        text("view-said", language, author=passage.author, words=words)
        if own and bare and (first or held or _SELF.search(words))
        else words
    )


def _lasts(passage: Passage) -> list[str]:
    return [name.split()[-1] for name in names_in(passage.author)]


def _credited_zh(passage: Passage, words: str) -> str:
    """A Chinese sentence under its author's name and date; a note's stands alone."""
    if passage.medium == REFERENCE:
        return words
    who = listed([person(name, "zh") for name in names_in(passage.author)], "zh")
    day = {
        "day": spell(passage.known_from, "zh"),
        "month": passage.published[:7].replace("-", "年").replace("年0", "年") + "月",
    }
    when = day.get(passage.precision, f"{passage.published[:4]}年")
    trust = "unverified" if passage.trust == "unverified" else "other"
    names = [*(n.partition("（")[0] for n in who.split("和")), passage.author, passage.firm or "#"]
    if any(name in words for name in names):  # named in the sentence: only its date is put in
        return text("view-dated", "zh", words=words.rstrip("。"), day=when, trust=trust)
    return text("view-credited", "zh", author=who, day=when, trust=trust, words=words)


def _quoted(passage: Passage, language: Language) -> str:
    if not passage.quotes:
        raise SlotError(f"{passage.id} holds no quotation")
    last = person(names_in(passage.author)[0], language)
    given = {"author": last.split()[-1] if language == "en" else last, "quote": passage.quotes[0].strip('“”"')}
    ours = passage.quotes_zh[0].strip('“”"') if language == "zh" and passage.quotes_zh else ""
    return text("view-own-words", language, ours=ours, translated="yes" if ours else "no", **given)


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
