"""Research as people have it, made by code: PDFs in columns with tables and repeated lines, letters, newsletters."""

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

WIDTH, HEIGHT = A4
HEADER, FOOTER = (
    "Acme Capital | Weekly Strategy | 18 February 2026",
    "See important disclosures at the end of this report.",
)
STYLES = getSampleStyleSheet()


def text(words: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(words, STYLES[style])


def table(rows: Sequence[Sequence[str]], ruled: bool = True) -> Flowable:
    return Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else [])


def report(first: Sequence[Flowable], story: Sequence[Flowable], columns: int = 2, repeated: bool = True) -> bytes:
    """A PDF: what spans the first page above, then columns on this page and the next ones."""

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        if repeated:
            canvas.drawString(50, HEIGHT - 30, HEADER)
            canvas.drawString(50, 25, FOOTER)
            canvas.drawRightString(WIDTH - 50, 25, f"Page {document.page}")

    def frames(top: float) -> list[Frame]:
        wide = (WIDTH - 100) / columns
        return [Frame(50 + n * wide, 50, wide - 10, top - 50) for n in range(columns)]

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    head = Frame(50, HEIGHT - 180, WIDTH - 100, 130)
    document.addPageTemplates(
        [
            PageTemplate("first", [head, *frames(HEIGHT - 190)], onPage=around),
            PageTemplate("later", frames(HEIGHT - 50), onPage=around),
        ]
    )
    document.build([NextPageTemplate("later"), *first, FrameBreak(), *story])
    return out.getvalue()


def gap(points: float = 8) -> Flowable:
    return Spacer(1, points)
