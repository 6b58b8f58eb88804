"""Documents and the passages they are cut into.

A document is a Markdown file with front matter. One that can't be read whole is refused by name with the reason; none
is read by half. Its text is a paraphrase: what a person actually said stands only in ``quotes``.
"""

import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml  # type: ignore[import-untyped]
from frontmatter.default_handlers import YAMLHandler
from pydantic import Field, ValidationError

from corpus.front_matter import FrontMatter

LONGEST_PASSAGE = 120  # words: MiniLM reads 256 tokens, and a citation should fit on a card
SHORTEST_TAIL = 25  # words: a last sentence shorter than this stays with the passage before
LONGEST_SENTENCE = 1200  # characters
CUT = 1  # how documents are cut into passages: raise it when that changes, and kept ones are cut again
LARGEST_FILE = 256 * 1024  # bytes
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(])|\n{2,}")


class Document(FrontMatter):
    """One analyst's view, or a reference note, with where it was published."""

    id: str
    text: str = Field(min_length=1)

    def to_json(self) -> dict[str, Any]:
        """The whole document, as a list of the library shows it."""
        return {**self.model_dump(mode="json"), "precision": self.precision, "known_from": self.known_from.isoformat()}


class Passage(FrontMatter):
    """A stretch of a document, with all that is needed to credit it. ``text == document.text[start:end]``."""

    id: str
    document: str
    text: str
    start: int
    end: int

    def as_known_on(self, as_of: date) -> "Passage":
        """This passage without an outcome that wasn't known yet on ``as_of``."""
        if self.outcome is None or self.outcome.known_from <= as_of:
            return self
        return self.model_copy(update={"outcome": None})

    def to_json(self) -> dict[str, Any]:
        """The passage in the shape of an answer's citations (``n`` is the answer's to add)."""
        fields = self.model_dump(mode="json", exclude={"start", "end"})
        return {
            "kind": "passage",
            **fields,
            "precision": self.precision,
            "known_from": self.known_from.isoformat(),
            "span": [self.start, self.end],
        }

    @property
    def indexed_text(self) -> str:
        """What keywords are looked up in: the text with its author, firm, title and topics. The outcome stays out."""
        head = (self.author, self.firm, self.title, self.stance_on, " ".join(self.topics).replace("_", " "))
        return ". ".join(part for part in (*head, self.text, *self.quotes) if part)

    @property
    def headline(self) -> str:
        """The title and the first sentence, which says the view's core."""
        return f"{self.title}. {_SENTENCE_END.split(self.text, maxsplit=1)[0]}"


class Refusal(NamedTuple):
    """A file that was not taken in, and why."""

    path: str
    reason: str


class Shelf(NamedTuple):
    """What a folder held: the documents read, and the files refused."""

    documents: tuple[Document, ...]
    refused: tuple[Refusal, ...]


class RefusedDocument(ValueError):
    """The document can't be taken in; the message is the reason, in one line."""


@cache
def _handler() -> Any:
    """The front matter reader, on libyaml where it is built in, refusing a key that is given twice."""

    class OnceOnly(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            keys = [key.value for key, _ in node.value]
            if twice := {key for key in keys if isinstance(key, str) and keys.count(key) > 1}:
                raise RefusedDocument(f"the key {min(twice)!r} is given twice")
            return dict(super().construct_mapping(node, deep))

    class Handler(YAMLHandler):
        def load(self, fm: str, **kwargs: object) -> Any:
            return yaml.load(fm, Loader=OnceOnly)

    return Handler()


def parse_document(source: str, document_id: str) -> Document:
    """Reads one document from its Markdown source.

    Raises:
        RefusedDocument: with the reason, in one line.
    """
    if not _ID.fullmatch(document_id):
        raise RefusedDocument(
            "the file name must be lower-case letters, digits and single hyphens, such as lee-2026-01-05"
        )
    fields, body = split_front_matter(source)
    try:
        return Document.model_validate({**fields, "id": document_id, "text": plain(body)})
    except ValidationError as error:
        raise RefusedDocument(first_reason(error)) from None
    except TypeError:
        raise RefusedDocument("a key in the front matter isn't text") from None


def split_front_matter(source: str) -> tuple[dict[str, Any], str]:
    """The front matter of a Markdown source, unchecked, and the text under it.

    Raises:
        RefusedDocument: with the reason, in one line.
    """
    handler, source = _handler(), source.removeprefix("\ufeff")
    if not handler.detect(source):
        raise RefusedDocument("no front matter: the file must begin with a line ---")
    try:
        head, body = handler.split(source)
    except ValueError:
        raise RefusedDocument("the front matter isn't closed by ---") from None
    fields = _fields(handler, head)
    if not isinstance(fields, dict):
        raise RefusedDocument("the front matter must be a list of keys and values")
    return fields, body


def _fields(handler: Any, head: str) -> Any:
    try:
        return handler.load(head)
    except RefusedDocument:
        raise
    except yaml.YAMLError as error:
        raise RefusedDocument(f"the front matter isn't YAML: {' '.join(str(error).split())[:160]}") from None
    except (ValueError, TypeError, RecursionError) as error:  # a date out of the calendar, a key that can't be one
        raise RefusedDocument(f"the front matter can't be read: {' '.join(str(error).split())[:160]}") from None


def plain(body: str) -> str:
    """The text with paragraphs kept, lines joined, and invisible characters (zero-width, bidi, control) removed."""
    seen = "".join(
        char for char in body if char == "\n" or char == "\t" or unicodedata.category(char) not in ("Cc", "Cf")
    )
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", seen) if part.strip())


def first_reason(error: ValidationError) -> str:
    """The first of what is wrong with front matter, in one line."""
    problems = error.errors(include_url=False)
    where = " ".join(".".join(str(step) for step in problems[0]["loc"]).split())[:80]
    what = {"missing": "is missing", "extra_forbidden": "is not a known key"}.get(
        problems[0]["type"], problems[0]["msg"]
    )
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{where}: {what.removeprefix('Value error, ')}{more}".removeprefix(": ")


def read_document(path: Path) -> Document:
    """Reads one file.

    Raises:
        RefusedDocument: with the reason, in one line.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RefusedDocument(f"larger than {LARGEST_FILE // 1024} kB")
        return parse_document(path.read_text(encoding="utf-8"), path.stem)
    except UnicodeDecodeError:
        raise RefusedDocument("not UTF-8 text") from None
    except OSError as error:
        raise RefusedDocument(f"can't be read: {error.strerror}") from None


def load_documents(folder: Path) -> Shelf:
    """Reads every Markdown file in a folder and below it, by name. A file that fails is named with its reason."""
    documents: dict[str, Document] = {}
    refused = []
    for path in sorted(folder.rglob("*.md")):
        try:
            document = read_document(path)
            if document.id in documents:
                raise RefusedDocument(f"another document is already named {document.id!r}")
            documents[document.id] = document
        except RefusedDocument as error:
            refused.append(Refusal(str(path.relative_to(folder)), str(error)))
    return Shelf(tuple(documents.values()), tuple(refused))


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Cuts a document between sentences into passages of about 120 words; most documents give one."""
    spans = spans_of(document.text)
    return tuple(passage_of(document, number, span, len(spans)) for number, span in enumerate(spans, 1))


def passage_of(document: Document, number: int, span: tuple[int, int], count: int) -> Passage:
    """The passage of a span, the ``number``-th of ``count``."""
    fields = {name: getattr(document, name) for name in FrontMatter.model_fields}
    return Passage.model_construct(
        **fields,
        id=document.id if count == 1 else f"{document.id}.{number}",
        document=document.id,
        text=document.text[span[0] : span[1]],
        start=span[0],
        end=span[1],
    )


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where a text is cut: start and end of each passage."""
    cuts = [(cut.start(), cut.end()) for cut in _SENTENCE_END.finditer(text)]
    sentences = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    spans: list[tuple[int, int]] = []
    for begin, stop in sentences:
        for start, end in _within_reach(text, begin, stop):
            tail = SHORTEST_TAIL if end == len(text) and len(text[start:end].split()) < SHORTEST_TAIL else 0
            if spans and len(text[spans[-1][0] : end].split()) <= LONGEST_PASSAGE + tail:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _within_reach(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence whole, or in pieces where it is none: a table or a list without full stops."""
    if end - start <= LONGEST_SENTENCE:
        return [(start, end)]
    pieces = []
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + LONGEST_SENTENCE)
        stop = space if space > start else start + LONGEST_SENTENCE
        pieces.append((start, stop))
        start = stop + (space > start)
    return [*pieces, (start, end)] if start < end else pieces
