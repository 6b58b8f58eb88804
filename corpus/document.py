"""Documents and the passages they are cut into.

A document is a Markdown file with front matter. One that can't be read whole is refused by name with the reason; none
is read by half. Its text is a paraphrase: what a person actually said stands only in ``quotes``.
"""

import hashlib
import re
from bisect import bisect_right
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml  # type: ignore[import-untyped]
from frontmatter.default_handlers import YAMLHandler
from pydantic import Field, ValidationError, model_validator

from corpus.front_matter import Chinese, FrontMatter, first_reason
from corpus.words import SENTENCE_END, placed_sentences, plain, sentences_of, spans_of, storable

CUT = 2  # how documents are cut into passages: raise it when that changes, and kept ones are cut again
LARGEST_FILE = 256 * 1024  # bytes
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Document(FrontMatter):
    """One analyst's view, or a reference note, with where it was published.

    Attributes:
        text_zh: Its text in Chinese, an entry for each of ``sentences_of(text)`` in order; empty where there is none.
        pages: Where each page of its file begins in its text; empty where it has none.
    """

    id: str
    text: str = Field(min_length=1)
    pages: tuple[int, ...] = ()
    text_zh: tuple[Chinese, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _can_be_stored(cls, fields: Any) -> Any:
        return _storable(fields)

    @model_validator(mode="after")
    def _each_sentence_has_its_chinese(self) -> "Document":
        if self.text_zh and len(self.text_zh) != (count := len(sentences_of(self.text))):
            raise ValueError(f"text_zh: has {len(self.text_zh)} sentences where the text has {count}")
        return self

    @cached_property
    def version(self) -> str:
        """What tells its text from that of an earlier or later version."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    def page_at(self, place: int) -> int | None:
        """The page on which a place of its text stands, from 1; None where its file has none."""
        return bisect_right(self.pages, place) if self.pages else None

    def to_json(self) -> dict[str, Any]:
        """The whole document, as a list of the library shows it."""
        return {**self.model_dump(mode="json"), "precision": self.precision, "known_from": self.known_from.isoformat()}


class Passage(FrontMatter):
    """A stretch of a document, with all that is needed to credit it. ``text == document.text[start:end]``.

    Attributes:
        text_zh: The stretch in Chinese, an entry for each of ``sentences_of(text)``, None for a sentence that the
            document was cut within; empty where it has no Chinese. Titles and quotes are the whole document's.
        page: The page of the file on which it begins; None where the file has none.
        version: The document's; empty for a passage of before versions were kept.
    """

    id: str
    document: str
    text: str
    text_zh: tuple[Chinese | None, ...] = ()
    start: int
    end: int
    page: int | None = None
    version: str = ""

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
    def sentences(self) -> tuple[tuple[str, str | None], ...]:
        """Its sentences in order, each with its Chinese, or None where it has none."""
        own = sentences_of(self.text)
        # A kept answer may hold a passage whose sentences an earlier version told apart otherwise.
        chinese = self.text_zh if len(self.text_zh) == len(own) else (None,) * len(own)
        return tuple(zip(own, chinese, strict=True))

    @property
    def indexed_text(self) -> str:
        """What keywords are looked up in: the text with its author, firm, title and topics. The outcome stays out."""
        head = (self.author, self.firm, self.title, self.stance_on, " ".join(self.topics).replace("_", " "))
        return ". ".join(part for part in (*head, self.text, *self.quotes) if part)

    @property
    def headline(self) -> str:
        """The title and the first sentence, which says the view's core."""
        return f"{self.title}. {SENTENCE_END.split(self.text, maxsplit=1)[0]}"


def _storable(value: Any) -> Any:
    """A value of front matter with all its texts as every database takes them."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return type(value)(map(_storable, value)) if type(value) in (list, tuple) else value


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
        text_zh=_chinese_within(document, *span),
        start=span[0],
        end=span[1],
        page=document.page_at(span[0]),
        version=document.version,
    )


def _chinese_within(document: Document, start: int, end: int) -> tuple[str | None, ...]:
    """The Chinese of a stretch's sentences: those of the document that stand at the same place and are the same."""
    if not document.text_zh:
        return ()
    chinese = dict(zip(placed_sentences(document.text, 0), document.text_zh, strict=True))
    before = len(" ".join(document.text[:start].split()))
    own = placed_sentences(document.text[start:end], before + (before > 0))
    return tuple(chinese.get(sentence) for sentence in own)
