"""Words of a page put together into lines, and lines into the order in which they are read."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

GUTTER = 1.1  # of a line's height: a wider gap between two words is one between columns or cells
CELL = 15  # characters: columns of lines shorter than that on the whole are a table's
ALIKE = 0.85  # of the longest line's length: the next one must have that to end where lines of a column end
INDENT = 8  # points by which lines of one column may begin apart
FEWEST = 3  # lines on each side of a gutter
CLOSED = 0.6  # of a page's width: where lines leave no white space that wide, no gutter runs


class Line(NamedTuple):
    """A stretch of words that stand side by side.

    Attributes:
        x0, x1, top, bottom: Its box in points, from the top left.
        text: Its words.
        right: Where the lines of its column end; 0 where that isn't known yet.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    text: str
    right: float = 0.0

    @property
    def height(self) -> float:
        """In points: how large it is written."""
        return self.bottom - self.top


def lines_of(words: Sequence[dict[str, Any]]) -> list[Line]:
    """The lines that words make, from the top; words of two columns are in two."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: ((w["top"] + w["bottom"]) / 2, w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if rows and rows[-1][0]["top"] <= middle <= rows[-1][0]["bottom"]:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [line for row in rows for line in _split(sorted(row, key=lambda w: w["x0"]))]


def _split(row: list[dict[str, Any]]) -> list[Line]:
    runs = [[row[0]]]
    for before, word in pairwise(row):
        height = max(before["bottom"] - before["top"], 1.0)
        if word["x0"] - before["x1"] > GUTTER * height:
            runs.append([word])
        else:
            runs[-1].append(word)
    return [
        Line(
            run[0]["x0"], run[-1]["x1"], min(w["top"] for w in run), max(w["bottom"] for w in run),
            " ".join(w["text"] for w in run),
        )
        for run in runs
    ]  # fmt: skip


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Lines as they are read: a column to its end, then the next; the cells of a row side by side in one line."""
    read: list[Line] = []
    right = max((line.x1 for line in lines), default=0.0)
    for block in _blocks(_bands(lines)):
        gutters = _gutters(block)
        if not gutters:
            read += [line._replace(right=_right_of(line, lines, right)) for line in block]
        elif sum(len(line.text) for line in block) < CELL * len(block):
            read += [_row(band) for band in _bands(block)]
        else:
            for left, end in pairwise([0.0, *gutters, float("inf")]):
                read += in_order([line for line in block if left <= line.x0 < end])
    return read


def _right_of(line: Line, lines: Sequence[Line], right: float) -> float:
    """Where the lines end that begin where this one does.

    Of few such lines nobody knows, nor of one that is longer than all of them: so where all end.
    """
    beside = sorted(other.x1 for other in lines if abs(other.x0 - line.x0) < INDENT)
    if len(beside) < FEWEST or line.x1 > beside[-2] + INDENT:
        return right
    alike = beside[-2] - line.x0 >= ALIKE * (beside[-1] - line.x0)
    return beside[-2] if alike else beside[-1]


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand beside each other, from the top."""
    bands: list[list[Line]] = []
    for line in sorted(lines, key=lambda at: (at.top, at.x0)):
        if bands and line.top < max(at.bottom for at in bands[-1]) - 0.3 * line.height:
            bands[-1].append(line)
        else:
            bands.append([line])
    return bands


def _blocks(bands: list[list[Line]]) -> list[list[Line]]:
    """Bands gathered as far as a gutter runs down through them; a heading above two columns is a block of its own."""
    blocks: list[list[Line]] = []
    width = max((line.x1 for band in bands for line in band), default=0.0) - min(
        (line.x0 for band in bands for line in band), default=0.0
    )
    start = 0
    while start < len(bands):
        end, lines = start + 1, []
        for n in range(start, len(bands)):
            lines += bands[n]
            if _gutters(lines):
                end = n + 1
            elif _closed(lines) > CLOSED * width:
                break
        blocks.append([line for band in bands[start:end] for line in band])
        start = end
    return blocks


def _closed(lines: Sequence[Line]) -> float:
    """How wide a stretch is that lines leave no white space in: no gutter can run there; 0 where they leave some."""
    ordered = sorted(lines)
    reach = ordered[0].x1
    for line in ordered:
        if line.x0 > reach:
            return 0.0
        reach = max(reach, line.x1)
    return reach - ordered[0].x0


def _gutters(lines: Sequence[Line]) -> list[float]:
    """The left edges of the columns behind white space that runs down through all lines, with lines on both sides."""
    edges = sorted((line.x0, line.x1) for line in lines)
    if not edges:
        return []
    height = min(line.height for line in lines)
    found, reach = [], edges[0][1]
    for x0, x1 in edges[1:]:
        if x0 - reach > 0.8 * height:
            found.append(x0)
        reach = max(reach, x1)
    fewest = min(FEWEST, len(_bands(lines)))
    whole = [sum(line.x0 < at for line in lines) >= fewest <= sum(line.x0 >= at for line in lines) for at in found]
    return [at for at, enough in zip(found, whole, strict=True) if enough]


def _row(band: Sequence[Line]) -> Line:
    cells = sorted(band)
    text = row_text([cell.text for cell in cells])
    return Line(cells[0].x0, cells[-1].x1, min(c.top for c in cells), max(c.bottom for c in cells), text)


def row_text(cells: Sequence[str]) -> str:
    """A table's row as a line that stands for itself."""
    told = " | ".join(" ".join(cell.split()) for cell in cells if cell and cell.strip())
    return f"{told}." if told and not told.endswith((".", "!", "?", ":")) else told
