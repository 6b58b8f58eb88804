"""The Chinese font for files: Noto Sans SC, which a wheel brings along; nothing is fetched, no system's font used.

Its outlines are PostScript's, and the PDF's library embeds TrueType's alone: so what a document needs of it is cut out
and its curves are drawn anew, to within a thousandth of a character.
"""

import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE, FILE = "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"
FAMILY = "Noto Sans SC"
EXACT = 1.0  # units of the thousand that a character is high
UNUSED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "VORG",
    "vhea",
    "vmtx",
    "DSIG",
)  # other alphabets, upright lines
LIMITS = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
    "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
    "maxCompositeContours", "maxComponentDepth",
)  # fmt: skip


@cache
def font_file() -> Path | None:
    """The font's file; None where the wheel isn't installed."""
    found = find_spec(PACKAGE)
    file = Path(found.origin).with_name(FILE) if found and found.origin else None
    return file if file and file.is_file() else None


def embeddable(file: Path, words: str) -> bytes:
    """What some words need of the font, as a TrueType font.

    Args:
        file: The font's.
        words: All that will be written in it.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options()
    options.layout_features, options.hinting, options.notdef_outline, options.desubroutinize = [], False, True, True
    options.drop_tables += list(UNUSED)
    cutter = subset.Subsetter(options)
    cutter.populate(text=words)
    out = io.BytesIO()
    with TTFont(file, lazy=True, recalcTimestamp=False) as font:  # the same words give the same bytes
        cutter.subset(font)
        _outline(font)
        font.save(out)
    return out.getvalue()


def _outline(font: Any) -> None:
    """Draws the font's cubic curves as TrueType's quadratic ones."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    drawn, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, EXACT, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    del font["CFF "]
    font["glyf"].compile(font)
    most = font["maxp"]
    most.tableVersion, most.maxZones = 0x00010000, 1
    for limit in LIMITS:
        setattr(most, limit, 0)  # counted when it is written
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
