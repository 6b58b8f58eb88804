"""What a document must be to be kept, and how much one visitor may have."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from corpus.document import Document, RefusedDocument
from corpus.front_matter import first_day, first_reason
from corpus.instructions import for_machines, names_nobody
from corpus.words import plain

MOST_DOCUMENTS = 200  # of one visitor
MOST_CHARACTERS = 4_000_000  # of one visitor's documents together
REQUIRED = {"author": "an author", "published": "a date of publication", "title": "a title"}
LENGTHS = {"author": 120, "firm": 120, "role": 160, "medium": 200, "title": 300, "stance_on": 80, "horizon": 80}
# What no document says of itself: how far it is trusted, what it stands for, what is told of it in sentences of code,
# where its pages begin, and what it would say in Chinese, which is told as its translation and can't be held against
# its text.
_CHINESE = ("title_zh", "text_zh", "quotes_zh", "stance_on_zh")
_NOT_THEIRS = ("trust", "same_event", "positions", "pages", *_CHINESE)
_NAME_LIKE = re.compile(r"[^\W\d_](?:[\w .,'’&/()·-]*[\w.)])?")


def theirs(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Of a document's fields those that hold something and that it may say of itself."""
    own = {k: v for k, v in fields.items() if v not in (None, "", (), []) and k not in _NOT_THEIRS}
    if isinstance(outcome := own.get("outcome"), dict):
        own["outcome"] = {k: v for k, v in outcome.items() if k != "text_zh"}
    return own | {"trust": "user"}


def lacking(fields: Mapping[str, Any]) -> list[str]:
    """The required fields that are missing."""
    return [key for key in REQUIRED if not fields.get(key)]


def checked(fields: Mapping[str, Any], document_id: str, text: str, pages: Sequence[int], today: date) -> Document:
    """The document.

    Raises:
        RefusedDocument: It lacks something, or holds what it mustn't; the reason, in one line.
    """
    if missing := lacking(fields):
        rest = "".join(f"; {key}: is missing, too" for key in missing[1:])
        raise RefusedDocument(f"{missing[0]}: is missing; a document needs {REQUIRED[missing[0]]}{rest}")
    for key, longest in LENGTHS.items():
        value = fields.get(key)
        if isinstance(value, str) and (len(value) > longest or "\n" in value.strip()):
            raise RefusedDocument(f"{key}: longer than {longest} characters, or of several lines")
    if not text:
        raise RefusedDocument("it holds no text")
    clean = {k: " ".join(plain(v).split()) if k in LENGTHS and isinstance(v, str) else v for k, v in fields.items()}
    for key in ("author", "firm"):
        if clean.get(key) and (for_machines(str(clean[key])) or not _NAME_LIKE.fullmatch(str(clean[key]))):
            raise RefusedDocument(f"{key}: {str(clean[key])[:40]!r} is no name")
        if clean.get(key) and names_nobody(str(clean[key])):
            raise RefusedDocument(f"{key}: {str(clean[key])[:40]!r} is a program's or a role's name, not a writer's")
    try:
        document = Document.model_validate({**clean, "id": document_id, "text": text, "pages": tuple(pages)})
    except ValidationError as error:
        raise RefusedDocument(first_reason(error)) from None
    except TypeError:
        raise RefusedDocument("a key in the front matter isn't text") from None
    if first_day(document.published) > today:
        raise RefusedDocument(f"published: {document.published} lies in the future")
    return document


def within_bounds(others: Sequence[Document], document: Document) -> None:
    """Refuses what a visitor has no room for beside the documents that the visitor has.

    Raises:
        RefusedDocument: The reason, in one line.
    """
    if len(others) >= MOST_DOCUMENTS:
        raise RefusedDocument(f"you have {MOST_DOCUMENTS} documents, the most there may be: remove one first")
    if sum(len(d.text) for d in others) + len(document.text) > MOST_CHARACTERS:
        raise RefusedDocument(f"your documents would pass {MOST_CHARACTERS:,} characters: remove some first")
