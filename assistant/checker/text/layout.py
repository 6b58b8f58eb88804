"""A text cut into what is read at once: sentences, headings, the cells of tables, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.sentences import split

LONGEST = 700  # characters of a sentence that are read together; a longer one is cut at a space or a comma
_CELLS = re.compile(r"\||\t|(?<=[^\s|]) {2,}(?=[^\s|])")
_RULE = re.compile(r"[\s|:+=_-]*")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"\s{0,8}(?:[-*•‣·–]|\d{1,2}[.)])\s+")
_BROKEN = re.compile(r"(?<![.!?:;\n|])\n(?=[a-z(“\"'$]|\d+(?:[.,]\d+)*(?: [a-z]|%))")
_NUMBER = re.compile(
    r"(?<!\S)[+−–-]?\$?\d[\d,]*(?:\.\d+)%?(?!\S)|(?<!\S)[+−–-]?\d+(?:\.\d+)?%(?!\S)|(?<!\S)\d{1,3}(?:,\d{3})+(?!\S)"
)
_ROW = re.compile(r"(?P<label>[A-Za-z][\w&.' /()-]{1,60}?) (?P<numbers>(?:[+−–-]?\$?\d[\d,.]*%? ?){2,12})")
_SMALL = re.compile(r"(?:and|of|the|for|in|at|a|to|on|how|where|we|are|our|from)", re.I)


@dataclass(frozen=True)
class Piece:
    """A stretch of a text that is read at once.

    Attributes:
        kind: ``sentence``, ``heading`` or ``cell``.
        start: Where it starts in the text.
        text: As it stands there, line breaks within a sentence as spaces.
        item: Whether it is of a list.
        new: Whether a paragraph begins with it.
        row: Of a cell, the row's first cell.
        column: Of a cell, its column's heading.
    """

    kind: str
    start: int
    text: str
    item: bool = False
    new: bool = False
    row: str = ""
    column: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, in order; none overlaps another."""
    text = _BROKEN.sub(" ", text)
    lines = list(_lines(text))
    place = 0
    while place < len(lines):
        table = _table(lines, place)
        if table:
            yield from _cells(lines[place : place + table])
            place += table
            continue
        spaced = _spaced(lines, place)
        if spaced:
            yield from _spaced_cells(lines[place : place + spaced])
            place += spaced
            continue
        start, line = lines[place]
        if line.strip():
            yield from _prose(start, line, place == 0 or not lines[place - 1][1].strip())
        place += 1


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _split_row(line: str) -> list[tuple[int, str]]:
    """The cells of a row with their places; of "| a | b |" the two between the strokes."""
    out, last = [], 0
    for m in _CELLS.finditer(line):
        out.append((last, line[last : m.start()]))
        last = m.end()
    out.append((last, line[last:]))
    if "|" in line:
        out = [c for i, c in enumerate(out) if c[1].strip() or 0 < i < len(out) - 1]
    return out


def _table(lines: list[tuple[int, str]], place: int) -> int:
    """How many lines from a place on are one table; 0 for none."""
    rows, figures = 0, 0
    while place + rows < len(lines):
        line = lines[place + rows][1]
        cells = _split_row(line)
        if len(cells) < 2 or (not line.strip() and "\t" not in line):
            break
        if _BULLET.match(line) and "|" not in line and "\t" not in line:
            break
        figures += sum(bool(_DIGIT.search(c)) for _, c in cells[1:]) > 0
        rows += 1
    return rows if rows >= 2 and figures >= 1 else 0


def _spaced(lines: list[tuple[int, str]], place: int) -> int:
    """How many lines are a table whose cells single spaces part, as one of a page or a PDF comes out; 0 for none."""
    heads = _heads(lines[place][1])
    if (
        len(heads) < 2
        or _NUMBER.search(lines[place][1])
        or lines[place][1].rstrip().endswith((".", ":", ";", ",", "?", "!"))
    ):
        return 0
    rows = 1
    while place + rows < len(lines):
        numbers = _tail_numbers(lines[place + rows][1])
        if not 2 <= len(numbers) <= len(heads):
            break
        rows += 1
    return rows if rows >= 2 else 0


def _heads(line: str) -> list[str]:
    """The headings of a row: its words, a percent sign with the word beside it."""
    return re.findall(r"% ?[A-Za-z][\w.-]*|[\w.&/-]+(?: %(?! ?[A-Za-z]))?", line) if len(line) <= 120 else []


def _tail_numbers(line: str) -> list[re.Match[str]]:
    """The numbers that a row ends in, behind its label."""
    if len(line) > 160 or not (found := _ROW.fullmatch(line)):
        return []
    return list(_NUMBER.finditer(line, found.start("numbers")))


def _spaced_cells(rows: list[tuple[int, str]]) -> Iterator[Piece]:
    heads = _heads(rows[0][1])
    for start, line in rows[1:]:
        numbers = _tail_numbers(line)
        label = line[: numbers[0].start()].strip()
        for head, m in zip(heads[-len(numbers) :], numbers, strict=True):
            yield Piece("cell", start + m.start(), m[0], row=label, column=head)


def _cells(rows: list[tuple[int, str]]) -> Iterator[Piece]:
    heads: list[str] = []
    for number, (start, line) in enumerate(rows):
        if _RULE.fullmatch(line):
            continue
        cells = _split_row(line)
        if number == 0 and not any(re.search(r"[.,]\d|\d ?%|\+\d", c) for _, c in cells[1:]):
            heads = [c.strip() for _, c in cells]
            if heads[0] and not line.startswith((" ", "\t", "| |")):
                continue
            heads = heads if len(heads) == len(_split_row(rows[-1][1])) else ["", *heads]
            continue
        label = cells[0][1].strip()
        for place, (at, cell) in enumerate(cells[1:], 1):
            if cell.strip():
                head = heads[place] if place < len(heads) else ""
                yield Piece("cell", start + at + len(cell) - len(cell.lstrip()), cell.strip(), row=label, column=head)


def _prose(start: int, line: str, new: bool) -> Iterator[Piece]:
    bullet = _BULLET.match(line)
    at = bullet.end() if bullet and not re.match(r"\s*-\d", line) else 0
    body = re.sub(r"^#+ ", lambda m: " " * len(m[0]), line[at:])
    if not bullet and is_heading(body):
        yield Piece("heading", start + at, body, new=new)
        return
    cursor = 0
    for sentence in split(body):
        found = body.find(sentence, cursor)
        cursor = found + len(sentence)
        for part, text in _short(sentence):
            yield Piece("sentence", start + at + found + part, text, item=bool(bullet), new=new)
            new = False


def _short(sentence: str) -> Iterator[tuple[int, str]]:
    """A sentence in parts that are short enough to be read at once."""
    start = 0
    while len(sentence) - start > LONGEST:
        window = sentence[start : start + LONGEST]
        cut = (
            max(window.rfind("; "), window.rfind(", ")) + 1 or window.rfind(" ") + 1 or window.rfind(",") + 1 or LONGEST
        )
        yield start, sentence[start : start + cut]
        start += cut
    yield start, sentence[start:]


def is_heading(line: str) -> bool:
    """Whether a line stands over what follows: it ends in a colon, or is short and no sentence."""
    words = line.strip().strip("*_# ")
    if not words or len(words) > 90 or words[-1] in ".!?;,。":
        return False
    if words.endswith(":"):
        return not re.search(r"\d[.,]\d|\d%", words)
    if re.search(r"\d[.,]\d|\d ?%|[+−]\d", words):
        return False
    long = [w for w in re.findall(r"[A-Za-z][\w'’-]*", words) if not _SMALL.fullmatch(w)]
    verb = re.search(
        r"\b(?:rose|fell|gained|lost|closed|ended|is|are|was|were|has|have|remains?|set|posted|advanced|dropped|climbed|beat|led|said|says)\b",
        words,
    )
    return (bool(long) and len(words) <= 60 and not verb) or bool(re.match(r"How (?:major|the)", words))
