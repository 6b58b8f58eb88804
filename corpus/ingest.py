"""Taking a document in: a file or a page is opened, what it says of itself proposed, and then kept whole or refused.

What is added is its owner's: it counts as ``user`` whatever trust it claims, it displaces nobody else's document, and
one that can't be kept leaves nothing behind.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from corpus.confined import open_confined
from corpus.document import Document, RefusedDocument, split_front_matter
from corpus.found import Found, date_in, propose
from corpus.front_matter import first_day, first_reason
from corpus.instructions import for_machines, names_nobody
from corpus.opening import Opened, Progress
from corpus.people import Person
from corpus.store import EVERYONE, DocumentStore, Held, text_digest
from corpus.words import plain

MOST_DOCUMENTS = 200  # of one visitor
MOST_CHARACTERS = 4_000_000  # of one visitor's documents together
_REQUIRED = {"author": "an author", "published": "a date of publication", "title": "a title"}
# What no document says of itself: how far it is trusted, what it stands for, what is told of it in sentences of code,
# and what it would say in Chinese, which is told as its translation and can't be held against its text.
_CHINESE = ("title_zh", "text_zh", "quotes_zh", "stance_on_zh")
_NOT_THEIRS = ("trust", "same_event", "positions", *_CHINESE)
_LENGTHS = {"author": 120, "firm": 120, "role": 160, "medium": 200, "title": 300, "stance_on": 80, "horizon": 80}
Outcome = Literal["added", "updated", "unchanged"]


class Draft(NamedTuple):
    """A document opened but not yet kept.

    Attributes:
        name: The file's name.
        source: Where it came from: a path, a file's name or a web address.
        kind: What kind of file it was.
        text: Its text.
        fields: Front matter, given by the file or proposed.
        found: Where each proposed field was found; empty for a file with front matter.
        whole: Whether the file came with front matter.
    """

    name: str
    source: str
    kind: str
    text: str
    fields: dict[str, Any]
    found: dict[str, str]
    whole: bool

    @property
    def lacks(self) -> list[str]:
        """The required fields that are missing."""
        return [key for key in _REQUIRED if not self.fields.get(key)]


class Kept(NamedTuple):
    """What became of a draft."""

    outcome: Outcome
    document: Document


def draft(
    name: str,
    content: bytes,
    *,
    source: str,
    url: str = "",
    people: Sequence[Person] = (),
    progress: Progress = lambda share: None,
) -> Draft:
    """Opens a file and reads or proposes its front matter.

    Raises:
        UnreadableText: It can't be opened.
        RefusedDocument: Its front matter can't be read.
    """
    opened = open_confined(name, content, progress, url=url, article=True)
    if opened.kind in ("text", "Markdown") and opened.text.startswith("---\n"):
        fields, body = split_front_matter(opened.text)
        return Draft(name, source, opened.kind, body, fields, {}, True)
    found: dict[str, Found] = propose(opened, name, people)
    fields = {key: item.value for key, item in found.items()}
    if url:
        fields["url"] = url
    return Draft(
        name, source, opened.kind, _body(_shown(opened), fields), fields, {k: f.where for k, f in found.items()}, False
    )


def keep(
    store: DocumentStore,
    drafted: Draft,
    *,
    by: str,
    now: datetime,
    shared: bool = False,
    changes: Mapping[str, Any] | None = None,
) -> Kept:
    """Keeps a draft for a visitor, or for everyone.

    A document from the same place, or with front matter under the same name, is replaced. One whose text is held
    already is no second document: the one held takes over the fields, where it is the owner's.

    Args:
        store: Where it goes.
        drafted: What was opened.
        by: The visitor who adds it; ``EVERYONE`` for the operator, whose documents are everyone's.
        shared: Whether a visitor's is for everyone.
        now: The instant it is added; nothing published later is taken.
        changes: Fields as a person corrected them; an empty one takes a field away.

    Raises:
        RefusedDocument: The reason, in one line; nothing was kept or lost.
    """
    fields = _theirs({**drafted.fields, **(changes or {})}) | {"trust": "user"}
    text = plain(drafted.text)
    owner, held = EVERYONE if shared else by, store.held(by)
    twin = next((h for h in held if h.digest == text_digest(text)), None)
    if twin is not None and not (_may_change(twin, by) and twin.owner == owner):
        raise RefusedDocument(f"the library holds this text already, as {twin.document.id}")
    mine = [h for h in held if _may_change(h, by) and h.owner == owner]
    document_id = twin.document.id if twin else _id(drafted, held, mine)
    document = _checked(fields, document_id, text, now.date())
    if by != EVERYONE:
        _within_bounds(held, by, document)
    before = next((h for h in mine if h.document.id == document_id), None)
    if before is not None and before.document == document and before.source == drafted.source:
        return Kept("unchanged", document)
    store.put(document, owner=owner, by=by, source=drafted.source, now=now)
    return Kept("updated" if before else "added", document)


def remove(store: DocumentStore, document_id: str, by: str) -> bool:
    """Removes a document, where it is one that ``by`` may remove; whether it was."""
    held = next((h for h in store.held(by) if h.document.id == document_id and _may_change(h, by)), None)
    return held is not None and store.remove(document_id, held.owner)


def _theirs(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Of a document's fields those that hold something and that it may say of itself."""
    own = {k: v for k, v in fields.items() if v not in (None, "", (), []) and k not in _NOT_THEIRS}
    if isinstance(outcome := own.get("outcome"), dict):
        own["outcome"] = {k: v for k, v in outcome.items() if k != "text_zh"}
    return own


def _may_change(held: Held, by: str) -> bool:
    """Whether it is theirs: a visitor's are those the visitor added, the operator's all of everyone's."""
    return held.owner == EVERYONE if by == EVERYONE else held.added_by == by


def _shown(opened: Opened) -> str:
    """The text as it is told: Markdown without its marks of form."""
    if opened.kind != "Markdown":
        return opened.text
    text = re.sub(r"^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+", "", opened.text, flags=re.M)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)


def _body(text: str, fields: Mapping[str, Any]) -> str:
    """The text without the lines at its head that only say what the front matter says: title, byline, date."""
    lines = text.split("\n")
    known = {_letters(str(fields.get(key) or "")) for key in ("title", "author", "firm", "published")}
    place = 0
    while place < min(len(lines), 12) and _only_says(lines[place], known):
        place += 1
    rest = "\n".join(lines[place:])
    return rest if len(rest.split()) >= 5 else text


def _only_says(line: str, known: set[str]) -> bool:
    said = _letters(re.sub(r"^\s*(?:by|author|published|date|from)\b:?", "", line, flags=re.I))
    return not said or said in known or (len(line.split()) <= 5 and date_in(line) is not None)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _id(drafted: Draft, held: Sequence[Held], mine: Sequence[Held]) -> str:
    """The id of what it replaces, or a free one from its name."""
    same_place = next((h.document.id for h in mine if h.source == drafted.source and h.origin == "added"), None)
    if same_place:
        return same_place
    stem = slug(Path(drafted.name).stem)
    taken = {h.document.id for h in held}
    if drafted.whole and any(h.document.id == stem for h in mine):
        return stem
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return free


def slug(text: str) -> str:
    """A name as an id: ``slug("Q1 Outlook (final).pdf") == "q1-outlook-final-pdf"``."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:80].strip("-") or "document"


def _checked(fields: Mapping[str, Any], document_id: str, text: str, today: date) -> Document:
    for key, words in _REQUIRED.items():
        if not fields.get(key):
            raise RefusedDocument(f"{key}: is missing; a document needs {words}")
    for key, longest in _LENGTHS.items():
        value = fields.get(key)
        if isinstance(value, str) and (len(value) > longest or "\n" in value.strip()):
            raise RefusedDocument(f"{key}: longer than {longest} characters, or of several lines")
    if not text:
        raise RefusedDocument("it holds no text")
    clean = {k: " ".join(plain(v).split()) if k in _LENGTHS and isinstance(v, str) else v for k, v in fields.items()}
    for key in ("author", "firm"):
        if clean.get(key) and (for_machines(str(clean[key])) or not _NAME_LIKE.fullmatch(str(clean[key]))):
            raise RefusedDocument(f"{key}: {str(clean[key])[:40]!r} is no name")
        if clean.get(key) and names_nobody(str(clean[key])):
            raise RefusedDocument(f"{key}: {str(clean[key])[:40]!r} is a program's or a role's name, not a writer's")
    try:
        document = Document.model_validate({**clean, "id": document_id, "text": text})
    except ValidationError as error:
        raise RefusedDocument(first_reason(error)) from None
    except TypeError:
        raise RefusedDocument("a key in the front matter isn't text") from None
    if first_day(document.published) > today:
        raise RefusedDocument(f"published: {document.published} lies in the future")
    return document


_NAME_LIKE = re.compile(r"[^\W\d_](?:[\w .,'’&/()-]*[\w.)])?")


def _within_bounds(held: Sequence[Held], by: str, document: Document) -> None:
    others = [h.document for h in held if h.added_by == by and h.document.id != document.id]
    if len(others) >= MOST_DOCUMENTS:
        raise RefusedDocument(f"you have {MOST_DOCUMENTS} documents, the most there may be: remove one first")
    if sum(len(d.text) for d in others) + len(document.text) > MOST_CHARACTERS:
        raise RefusedDocument(f"your documents would pass {MOST_CHARACTERS:,} characters: remove some first")
