"""A PDF's pages as text: by layout, by pdfplumber, whose parser is pdfminer."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from corpus.layout.lines import Line, in_order, lines_of, row_text

SHORT = 0.6  # of its column's width: a shorter line that ends no sentence stands alone
MARGIN = 0.13  # of a page's height, above and below, in which what repeats is no text
_NUMBERED = re.compile(r"\W*(?:page|p\.|seite|第)?\s*\d{1,4}\s*(?:页|(?:of|/|von|共)\s*\d{1,4}\s*页?)?\W*", re.I)
_ENDED = re.compile(r"[.!?:。！？：]['”’\")]*$")
_HAN_END = re.compile(r"[\u3400-\u9fff，、；]$")


class Page(NamedTuple):
    """A page's lines in the order they are read, and how high it is."""

    lines: list[Line]
    height: float


def pages_of(content: bytes) -> Iterator[Page]:
    """The pages of a PDF, one by one.

    Raises:
        Exception: Whatever its parser stumbles over.
    """
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of every flaw that it mends
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            yield Page(_lines(page), float(page.height))
            page.close()  # lets go of what it was parsed into


def _lines(page: Any) -> list[Line]:
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    words = [w for w in page.extract_words(x_tolerance_ratio=0.15) if not any(_within(w, box) for box in boxes)]
    read = in_order(lines_of(words))
    for table in tables:
        x0, top, x1, bottom = table.bbox
        rows = [row_text([cell or "" for cell in row]) for row in table.extract()]
        step = (bottom - top) / max(1, len(rows))
        held = [Line(x0, x1, top + n * step, top + (n + 1) * step, row) for n, row in enumerate(rows) if row]
        # Behind the last line of its column that stands above it.
        above = [n for n, line in enumerate(read) if line.bottom <= top + 1 and line.x0 < x1 and line.x1 > x0]
        at = above[-1] + 1 if above else 0
        read[at:at] = held
    return read


def _within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def furniture(pages: list[Page]) -> tuple[list[Page], list[str]]:
    """The pages without what repeats above or below their text, and without their numbers; and what repeats, once."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _margin(page)})
    least = max(2, (len(pages) + 1) // 2)
    repeated = {key for key, count in counts.items() if count >= least and key.strip("# ")}
    said: dict[str, str] = {}
    kept = []
    for page in pages:
        margin = set(_margin(page))
        gone = {line for line in margin if _key(line) in repeated or _NUMBERED.fullmatch(line.text)}
        for line in page.lines:
            if line in gone and _key(line) in repeated:
                said.setdefault(_key(line), line.text)
        kept.append(page._replace(lines=[line for line in page.lines if line not in gone]))
    return kept, list(said.values())


def _margin(page: Page) -> list[Line]:
    return [ln for ln in page.lines if ln.bottom <= MARGIN * page.height or ln.top >= (1 - MARGIN) * page.height]


def _key(line: Line) -> str:
    return " ".join(re.sub(r"\d+", "#", line.text.casefold()).split())


def paragraphs(lines: list[Line]) -> str:
    """Lines joined into paragraphs: one that fills its column and ends no sentence goes on in the next."""
    out, last = "", None
    near = _leading(lines)
    for line in lines:
        if last is None:
            out = line.text
        elif last.text.endswith("-") and line.text[:1].islower() and _goes_on(last):
            out = out[:-1] + line.text
        elif (
            _goes_on(last)
            and line.top - last.bottom <= near
            and _as_large(last, line)
            and (line.right or not line.text.endswith("."))
        ):
            out += ("" if _HAN_END.search(out) and not line.text[:1].isascii() else " ") + line.text
        else:
            gap = line.top - last.bottom > near or not _as_large(last, line) or not line.right or not last.right
            out += ("\n\n" if gap or line.top < last.top else "\n") + line.text
        last = line
    return out


def _goes_on(line: Line) -> bool:
    return line.right > 0 and not _ENDED.search(line.text) and line.x1 - line.x0 >= SHORT * (line.right - line.x0)


def _leading(lines: list[Line]) -> float:
    """How far a paragraph's next line stands below its last at the most, by what is usual on the page."""
    gaps = sorted(
        gap for a, b in pairwise(lines) if a.right and b.right and 0 <= (gap := b.top - a.bottom) <= 1.2 * a.height
    )
    return 1.5 * gaps[len(gaps) // 4] + 1 if gaps else 0.8 * max((line.height for line in lines), default=0.0)


def _as_large(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) <= 0.12 * max(one.height, other.height)


def joined(texts: list[str]) -> str:
    """Pages as one text, a form feed between them; a sentence goes on from one page to the next."""
    out = ""
    for n, text in enumerate(texts):
        if n:
            begun = out.rstrip("\f \n")
            on = begun and text and not _ENDED.search(begun) and text[:1].islower()
            out += " \f" if on else "\n\n\f"
        out += text
    return out
