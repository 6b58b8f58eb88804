"""A commentary as PDF: its text with marks that lead to the footnotes at the end, its table, its charts, page numbers.

The only module that imports ReportLab. The fonts are Matplotlib's DejaVu, which have the true minus sign, and for
Chinese Noto Sans SC, all embedded. Without its wheel it is STSong, which a reader of PDFs has to bring along.
"""

import io
import json
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from assistant.commentary.daily import Commentary, sentence_of
from assistant.commentary.exports.chinese_font import embeddable, font_file
from assistant.commentary.exports.text import between, errata_head, errata_of, simulated, title
from assistant.conversation.answer import Sentence
from assistant.statements.cards.source_lines import source_line
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text as words_of

THIN = "\u2009"
INK, MUTED, ACCENT, RULE = "#222222", "#66615a", "#1d5f96", "#d9d4ca"
CHINESE, LENT = "Chinese", "STSong-Light"
ALWAYS = "".join(map(chr, range(32, 127))) + "0123456789.,%−–—…·“”‘’（）《》、，。：；？！\u00a0\u2009"
TOGETHER = 8  # sources that stay with the closing lines
FONTS = {"Serif": "DejaVuSerif.ttf", "Serif-Bold": "DejaVuSerif-Bold.ttf", "Sans": "DejaVuSans.ttf",
         "Sans-Bold": "DejaVuSans-Bold.ttf"}  # fmt: skip


@cache
def _fonts() -> None:
    import matplotlib as mpl
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


def _chinese(words: str) -> str:
    """The name of the font for Chinese, made ready for these words."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    if file := font_file():
        pdfmetrics.registerFont(TTFont(CHINESE, io.BytesIO(embeddable(file, ALWAYS + words))))
        return CHINESE
    pdfmetrics.registerFont(UnicodeCIDFont(LENT))
    return LENT


def pdf(commentary: Commentary, charts: Sequence[tuple[bytes, str]] = ()) -> bytes:
    """The commentary as a PDF document on A4.

    Args:
        commentary: As written or kept.
        charts: A PNG and its words for each chart.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate

    _fonts()
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=24 * mm, rightMargin=24 * mm, topMargin=20 * mm, bottomMargin=20 * mm,
        title=title(commentary), author="Footnote", subject=words_of("disclaimer", commentary.language), invariant=1,
    )  # fmt: skip
    language = commentary.language
    chinese = _chinese(_all_words(commentary, charts)) if language == "zh" else ""
    style = _styles(chinese)
    story: list[Any] = [Paragraph(escape(title(commentary)), style["title"])]
    story += [Paragraph(escape(w), style["badge"]) for w in simulated(commentary)]
    story += [Paragraph(escape(line), style["badge"]) for line in errata_head(commentary)]
    for section in commentary.document["sections"]:
        story += _section(section, style, language)
    if wrong := errata_of(commentary):
        story += [
            Paragraph(words_of("brief-errata", commentary.language), style["head"]),
            *(Paragraph(escape(line), style["small"]) for line in wrong),
        ]
    story += [part for image, words in charts for part in _chart(image, words, document.width, style)]
    story += [PageBreak(), Paragraph(words_of("brief-sources", commentary.language), style["head"])]
    notes = [_note(c, style, commentary.language) for c in commentary.citations]
    closing = [
        Paragraph(escape(w), style["small"])
        for w in (*commentary.warnings, words_of("disclaimer", commentary.language))
    ]
    # The last sources go with the closing lines, which would else stand on a page by themselves.
    story += [*notes[:-TOGETHER], KeepTogether([*notes[-TOGETHER:], *closing])]
    foot = _footer(title(commentary), language, chinese or "Sans")
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def _all_words(commentary: Commentary, charts: Sequence[tuple[bytes, str]]) -> str:
    """Every character that the document may write."""
    head = [title(commentary), *errata_head(commentary), *errata_of(commentary), *(words for _, words in charts)]
    fixed = [words_of(name, commentary.language) for name in ("brief-errata", "brief-sources", "disclaimer")]
    fixed.append(words_of("pdf-page", commentary.language, n=1))
    return "".join([*head, *fixed, json.dumps(commentary.document, ensure_ascii=False, default=str)])


def _styles(chinese: str) -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    serif, sans, bold, heavy = (chinese,) * 4 if chinese else ("Serif", "Sans", "Sans-Bold", "Serif-Bold")
    wrap = "CJK" if chinese else None
    text = ParagraphStyle(
        "text", fontName=serif, wordWrap=wrap, fontSize=9.6, leading=14.6, textColor=INK, spaceAfter=4
    )
    small = ParagraphStyle("small", text, fontName=sans, fontSize=7, leading=9.6, textColor=MUTED, spaceAfter=2.5)
    return {
        "text": text,
        "small": small,
        "note": ParagraphStyle("note", small, leftIndent=16, firstLineIndent=-16),
        "cell": ParagraphStyle("cell", small, fontSize=7.4, leading=10, textColor=INK, spaceAfter=0),
        "title": ParagraphStyle("title", text, fontName=heavy, fontSize=16, leading=20, spaceAfter=8),
        "head": ParagraphStyle("head", text, fontName=bold, fontSize=9, spaceBefore=7, spaceAfter=2, keepWithNext=1),
        "badge": ParagraphStyle("badge", text, fontName=bold, fontSize=8.4, leading=11, textColor="#8f3d00"),
    }


def _section(section: dict[str, Any], style: dict[str, Any], language: Language) -> list[Any]:
    from reportlab.platypus import Paragraph

    prose = between(language).join(_marked(sentence_of(t)) for t in section["sentences"])
    out: list[Any] = [Paragraph(escape(section["title"]), style["head"]), Paragraph(prose, style["text"])]
    return [*out, _table(section["table"], style)] if section.get("table") else out


def _marked(sentence: Sentence) -> str:
    """A sentence with its marks raised, each a link to its footnote."""
    out: list[str] = []
    done, last = 0, (-1, 0)
    for place, n in sentence.marks:
        out.append(escape(sentence.text[done:place].replace(" %", "\u00a0%")))
        if (place, n) != last:
            out.append(f"<super>{THIN}</super>" if last[0] == place else "")
            out.append(f'<a href="#fn{n}"><font name="Sans" size="6" color="{ACCENT}"><super>{n}</super></font></a>')
        done, last = place, (place, n)
    return "".join([*out, escape(sentence.text[done:])])


def _table(table: dict[str, Any], style: dict[str, Any]) -> Any:
    from reportlab.platypus import Paragraph, Table, TableStyle

    head = [Paragraph(escape(c), style["small"]) for c in table["columns"]]
    rows = [[Paragraph(_marked(sentence_of(cell)), style["cell"]) for cell in row] for row in table["rows"]]
    made = Table([head, *rows], colWidths=["40%", "20%", "20%", "20%"], repeatRows=1, spaceBefore=3, spaceAfter=6)
    made.setStyle(TableStyle([("LINEABOVE", (0, 1), (-1, -1), 0.4, RULE), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                              ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 2),
                              ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]))  # fmt: skip
    return made


def _chart(image: bytes, words: str, width: float, style: dict[str, Any]) -> list[Any]:
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image, KeepTogether, Paragraph, Spacer

    wide, high = ImageReader(io.BytesIO(image)).getSize()
    picture = Image(io.BytesIO(image), width=width, height=width * high / wide)
    return [KeepTogether([Spacer(1, 8), picture, Paragraph(escape(words), style["small"])])]


def _note(citation: dict[str, Any], style: dict[str, Any], language: Language) -> Any:
    from reportlab.platypus import Paragraph

    number, _, rest = source_line(citation, language).partition(". ")
    return Paragraph(f'<a name="fn{citation["n"]}"/>{number}.&nbsp;&nbsp;{escape(rest)}', style["note"])


def _footer(words: str, language: Language, font: str) -> Any:
    from reportlab.lib.units import mm

    def foot(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(font, 7)
        canvas.setFillColor(MUTED)
        canvas.drawString(document.leftMargin, 11 * mm, f"Footnote. {words}")
        page = words_of("pdf-page", language, n=document.page)
        canvas.drawRightString(document.pagesize[0] - document.rightMargin, 11 * mm, page)
        canvas.restoreState()

    return foot
