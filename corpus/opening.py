"""Opening a file: plain text, Markdown, HTML, PDF or DOCX, within limits; a bad one is refused in one line.

The text comes with what the file says of itself (title, author, date), which may be wrong and is only ever proposed.
"""

import io
import logging
import re
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from corpus.layout import pdf, web
from corpus.layout.lines import row_text

LARGEST = 20 * 1024 * 1024  # bytes of a file
LONGEST = 400_000  # characters of a text: a hundred pages
MOST_PAGES = 300
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of a DOCX without its compression
MOST_PARTS = 2_000  # of a DOCX
MOST_PARAGRAPHS = 50_000
KINDS = ("text", "Markdown", "HTML", "PDF", "DOCX")
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")
_HIDDEN = ("script", "style", "noscript", "template", "title", "svg", "iframe", "object")
_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 tr br div blockquote section article header footer table ul ol".split())
_NO_TEXT = f"is not a text: give {', '.join(KINDS[:-1])} or {KINDS[-1]}"
Progress = Callable[[float], None]


class UnreadableText(ValueError):
    """A text that can't be used; the message says why, and what to do."""


class Opened(NamedTuple):
    """A file's text and what it says of itself.

    Attributes:
        text: What a reader of it sees; of an article with pages, a form feed before each but the first.
        kind: One of ``KINDS``.
        title, author, published, site: As the file has them; empty where it has none.
        head: What stands above or below the text of each page, once; it is no part of the text.
    """

    text: str
    kind: str
    title: str = ""
    author: str = ""
    published: str = ""
    site: str = ""
    head: str = ""


def open_file(
    name: str, content: bytes, progress: Progress = lambda share: None, *, url: str = "", article: bool = False
) -> Opened:
    """Opens a file.

    Args:
        name: Its name, whose ending tells a format that the content doesn't.
        content: The whole file.
        progress: Told how far a long file is, from 0 to 1.
        url: Where a page came from.
        article: Whether of a page the article alone is wanted, without menus and advertisements.

    Raises:
        UnreadableText: Too large, empty, encrypted, not a text, or a PDF that holds only pictures of pages.
    """
    if len(content) > LARGEST:
        raise UnreadableText(
            f"{name} has {len(content) // 1_048_576} MB, more than {LARGEST // 1_048_576}: take a part of it"
        )
    if content[:1024].lstrip().startswith(b"%PDF-"):
        opened = _pdf(name, content, progress, article)
    elif content[:4] == b"PK\x03\x04":
        opened = _docx(name, content)
    else:
        opened = _text(name, content, url, article)
    return opened._replace(text=checked_length(name, opened.text))


def checked_length(name: str, text: str) -> str:
    """The text, where it is one and not too long.

    Raises:
        UnreadableText: It is empty or too long.
    """
    if not text.strip():
        raise UnreadableText(f"{name} holds no text")
    if len(text) > LONGEST:
        raise UnreadableText(f"{name} has {len(text):,} characters, more than {LONGEST:,}: take a part of it")
    return text


def _text(name: str, content: bytes, url: str, article: bool) -> Opened:
    text, ending = _decoded(name, content), Path(name).suffix.lower()
    if ending in (".html", ".htm", ".xhtml") or re.match(
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)", text, re.I
    ):
        return _article(text, url) if article else Opened(_html(text), "HTML")
    return Opened(text, "Markdown" if ending in (".md", ".markdown") else "text")


def _decoded(name: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            text = content.decode("utf-16", errors="replace")
        elif b"\x00" in content:
            raise UnreadableText(f"{name} {_NO_TEXT}") from None
        else:
            text = content.decode("cp1252", errors="replace")
    odd = sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text) + text.count("\ufffd")
    if odd > 0.02 * max(1, len(text)):
        raise UnreadableText(f"{name} {_NO_TEXT}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Visible(HTMLParser):
    """Collects what a reader of a page sees: no scripts, a line for each block. Linear, however deep the tags nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        self.parts.append("\n" if tag in _BLOCKS else " " if tag in ("td", "th") else "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self.parts.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self._hidden else data)


def _html(text: str) -> str:
    """The visible text of a page, without empty lines."""
    parser = _Visible()
    parser.feed(text)
    parser.close()
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _article(text: str, url: str) -> Opened:
    """A page's article; where none is found in it, all that a reader sees."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if re.search(r"(?:<[a-z][^>]*>\s*){2000}", text[:2_000_000], re.I):
        return Opened(_html(text), "HTML")  # nested beyond any page: tree builders choke on it
    try:
        found = trafilatura.bare_extraction(
            web.without_layout_tables(text),
            url=url or None,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
        )
    except Exception:  # noqa: BLE001 (a page that its parser stumbles over still has a visible text)
        found = None
    body = web.with_rows(str(getattr(found, "text", "") or "")).replace("\n", "\n\n")
    if len(body.split()) < 20:
        return Opened(_html(text), "HTML", **_said(found))
    return Opened(body, "HTML", **_said(found))


def _said(found: Any) -> dict[str, str]:
    names = {"title": "title", "author": "author", "published": "date", "site": "sitename"}
    return {ours: str(getattr(found, theirs, None) or "") for ours, theirs in names.items()}


def _docx(name: str, content: bytes) -> Opened:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise UnreadableText(f"{name} unpacks to more than {MOST_UNPACKED // 1_048_576} MB: take a part of it")
            if "word/document.xml" not in packed.namelist():
                raise UnreadableText(f"{name} {_NO_TEXT}")
            for part in parts:  # sizes in the directory may lie: reading checks them
                _unpacked(name, packed, part)
        document = docx.Document(io.BytesIO(content))
        blocks = [block for _, block in zip(range(MOST_PARAGRAPHS), document.iter_inner_content(), strict=False)]
        text = "\n\n".join(line for block in blocks if (line := _block(block)))
    except (UnreadableText, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 (a damaged file makes the parser stumble over anything)
        raise UnreadableText(f"{name} can't be read as a DOCX: it is damaged ({type(error).__name__})") from None
    core = document.core_properties
    written = core.created.date() if core.created else None
    return Opened(text, "DOCX", core.title or "", core.author or "", _day(written))


def _unpacked(name: str, packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with packed.open(part) as stream:
        left = part.file_size
        while chunk := stream.read(1 << 20):
            left -= len(chunk)
            if left < 0:
                raise UnreadableText(f"{name} can't be read as a DOCX: it is damaged (sizes)")


def _block(block: Any) -> str:
    if hasattr(block, "rows"):
        return "\n\n".join(row_text(list(dict.fromkeys(c.text.strip() for c in row.cells))) for row in block.rows)
    return str(block.text).strip()


def _pdf(name: str, content: bytes, progress: Progress, article: bool) -> Opened:
    import pypdf
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of every flaw that it mends
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableText(f"{name} is encrypted: save a copy without its password")
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise UnreadableText(f"{name} has {count} pages, more than {MOST_PAGES}: take a part of it")
        pages, length = [], 0
        for number, page in enumerate(pdf.pages_of(content), 1):
            pages.append(page)
            length += sum(len(line.text) for line in page.lines)
            if length > LONGEST:
                raise UnreadableText(f"{name} has more than {LONGEST:,} characters: take a part of it")
            progress(number / count)
        about = _about(reader)
    except (UnreadableText, MemoryError):
        raise
    except DependencyError:
        raise UnreadableText(
            f"{name} is encrypted in a way that can't be opened here: save a copy without it"
        ) from None
    except Exception as error:  # noqa: BLE001 (a damaged file makes the parser stumble over anything)
        if any(isinstance(held, MemoryError) for held in (*error.args, error.__context__)):
            raise MemoryError from None  # wrapped by the parser
        raise UnreadableText(f"{name} can't be read as a PDF: it is damaged ({type(error).__name__})") from None
    if not any(page.lines for page in pages):
        raise UnreadableText(f"{name} holds pictures of pages and no text: run it through text recognition first")
    kept, repeated = pdf.furniture(pages) if article else (pages, [])
    texts = [pdf.paragraphs(page.lines) for page in kept]
    return Opened(pdf.joined(texts) if article else "\n\n".join(texts), "PDF", head="\n".join(repeated), **about)


def _about(reader: Any) -> dict[str, str]:
    """What a PDF says of itself; nothing of it is needed, so what is broken is left out."""
    try:
        held = reader.metadata
        made = held.creation_date if held else None
        return {
            "title": str(held.title or "") if held else "", "author": str(held.author or "") if held else "",
            "published": _day(made.date() if made else None),
        }  # fmt: skip
    except Exception:  # noqa: BLE001
        return {}


def _day(day: date | None) -> str:
    return day.isoformat() if day and 1990 <= day.year <= 2100 else ""
