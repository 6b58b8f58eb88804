"""Which of the documents held a new one is: the same text, another version of the same source, or one of its own."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from corpus.document import RefusedDocument
from corpus.store import Held, text_digest


class WouldReplace(RefusedDocument):
    """Another version of a document is held, and nobody has said that this one shall stand in its place.

    Attributes:
        document_id: Of the one held.
    """

    def __init__(self, document_id: str, reason: str) -> None:
        super().__init__(reason)
        self.document_id = document_id


class Identity(NamedTuple):
    """A document's id, and what it is of those held.

    Attributes:
        id: A free one where it is new.
        before: The one of the same text, or of the same source, author and title; None where it is new.
        same_text: Whether ``before`` has its text.
    """

    id: str
    before: Held | None = None
    same_text: bool = False


def identify(
    name: str,
    source: str,
    whole: bool,
    fields: Mapping[str, Any],
    text: str,
    held: Sequence[Held],
    mine: Sequence[Held],
) -> Identity:
    """Which document it is.

    Args:
        name: The file's name.
        source: Where it came from.
        whole: Whether it came with front matter, whose file name is an id.
        fields: Its front matter.
        text: Its text.
        held: All that its owner sees.
        mine: Those of them that may be changed.
    """
    digest = text_digest(text)
    twin = next((h for h in mine if h.digest == digest), None)
    if twin is not None:
        return Identity(twin.document.id, twin, same_text=True)
    stem = slug(Path(name).stem)
    for one in mine:
        same_place = one.source == source and one.origin == "added"
        if (same_place or (whole and one.document.id == stem)) and _of_same(one, fields):
            return Identity(one.document.id, one)
    taken = {h.document.id for h in held}
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return Identity(free)


def _of_same(one: Held, fields: Mapping[str, Any]) -> bool:
    """Whether a document has the author and the title of one held."""
    return _plain(one.document.author) == _plain(fields.get("author")) and _plain(one.document.title) == _plain(
        fields.get("title")
    )


def _plain(said: object) -> str:
    return " ".join(str(said or "").casefold().split())


def slug(text: str) -> str:
    """A name as an id; one with letters outside ASCII gets a digest, so that no two names give one id by them.

    >>> slug("Q1 Outlook (final)"), slug("展望"), slug("Übersicht")
    ('q1-outlook-final', 'document-93ff33', 'ubersicht-f88ce3')
    """
    composed = unicodedata.normalize("NFC", text)
    folded = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:80].strip("-") or "document"
    if not any(c.isalnum() and not c.isascii() for c in composed):
        return plain
    return f"{plain[:73]}-{hashlib.sha256(composed.casefold().encode()).hexdigest()[:6]}"
