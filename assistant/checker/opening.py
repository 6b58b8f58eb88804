"""Opening a text to check: plain text, Markdown, HTML or PDF, within limits; a bad file is refused in one line."""

import io
import logging
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

LARGEST = 20 * 1024 * 1024  # bytes of a file
LONGEST = 400_000  # characters of a text: a hundred pages
MOST_PAGES = 300
_HIDDEN = ("script", "style", "noscript", "template", "title", "svg", "iframe", "object")
_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 tr br div blockquote section article header footer table ul ol".split())


class UnreadableText(ValueError):
    """A text that can't be checked; the message says why, and what to do."""


def open_text(name: str, content: bytes, progress: Callable[[float], None] = lambda share: None) -> str:
    """The text of a file.

    Args:
        name: The file's name, whose ending tells a format that the content doesn't.
        content: The whole file.
        progress: Told how far a long file is, from 0 to 1.

    Raises:
        UnreadableText: Too large, empty, encrypted, not a text, or a PDF that holds only pictures of pages.
    """
    if len(content) > LARGEST:
        raise UnreadableText(
            f"{name} has {len(content) // 1_048_576} MB, more than {LARGEST // 1_048_576}: check a part of it"
        )
    if content[:1024].lstrip().startswith(b"%PDF-"):
        text = _pdf(name, content, progress)
    else:
        text = _decoded(name, content)
        if Path(name).suffix.lower() in (".html", ".htm", ".xhtml") or re.match(
            r"\s*(?:<!doctype html|<html)", text, re.I
        ):
            text = _html(text)
    return checked_length(name, text)


def checked_length(name: str, text: str) -> str:
    """The text, where it is one and not too long.

    Raises:
        UnreadableText: It is empty or too long.
    """
    if not text.strip():
        raise UnreadableText(f"{name} holds no text to check")
    if len(text) > LONGEST:
        raise UnreadableText(f"{name} has {len(text):,} characters, more than {LONGEST:,}: check a part of it")
    return text


def _decoded(name: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            text = content.decode("utf-16", errors="replace")
        elif b"\x00" in content:
            raise UnreadableText(f"{name} is not a text: give text, Markdown, HTML or PDF") from None
        else:
            text = content.decode("cp1252", errors="replace")
    odd = sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text) + text.count("\ufffd")
    if odd > 0.02 * max(1, len(text)):
        raise UnreadableText(f"{name} is not a text: give text, Markdown, HTML or PDF")
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


def _pdf(name: str, content: bytes, progress: Callable[[float], None]) -> str:
    import pypdf
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of every flaw that it mends
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableText(f"{name} is encrypted: save a copy without its password")
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise UnreadableText(f"{name} has {count} pages, more than {MOST_PAGES}: check a part of it")
        pages = []
        for number, page in enumerate(reader.pages, 1):
            pages.append(_joined_lines(page.extract_text() or ""))
            progress(number / count)
    except UnreadableText:
        raise
    except DependencyError:
        raise UnreadableText(
            f"{name} is encrypted in a way that can't be opened here: save a copy without it"
        ) from None
    except Exception as error:  # noqa: BLE001 (a damaged file makes the parser stumble over anything)
        raise UnreadableText(f"{name} can't be read as a PDF: it is damaged ({type(error).__name__})") from None
    if not "".join(pages).strip():
        raise UnreadableText(f"{name} holds pictures of pages and no text: run it through text recognition first")
    return "\n\n".join(pages)


def _joined_lines(page: str) -> str:
    """A page whose lines were broken to fit its width, as paragraphs again: a line that ends no sentence goes on."""
    return re.sub(r"(?<![.!?:\n])[ \t]*\n(?=[^\n])", " ", re.sub(r"(?<=\w)-\n(?=[a-z])", "", page))
