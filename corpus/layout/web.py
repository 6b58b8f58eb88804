"""A web page before and after its article is found: tables that only lay it out, and the rows of those that are."""

import re

from corpus.layout.lines import row_text

_BLOCKS = "p|h1|h2|h3|h4|h5|h6|ul|ol|table|blockquote|article|section"
_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$")


def without_layout_tables(text: str) -> str:
    """A page whose tables hold paragraphs, as newsletters are made, with plain blocks in their place."""
    if "<table" not in text.lower():
        return text
    from lxml import etree, html

    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.LxmlError:  # a page that can't be taken apart is read as it is
        return text
    inner = "|".join(f"self::{tag}" for tag in _BLOCKS.split("|"))
    for table in page.xpath(f"//table[descendant::*[{inner.replace('|', ' or ')}]]"):
        for part in table.xpath("./tr|./tbody|./thead|./tfoot|./tbody/tr|./thead/tr|./tfoot/tr"):
            part.tag = "div"
        for cell in table.xpath("./div/td|./div/th|./div/div/td|./div/div/th"):
            cell.tag = "div"
        table.tag = "div"
    return str(html.tostring(page, encoding="unicode"))


def with_rows(text: str) -> str:
    """An article's text with each table's row as a line that stands for itself, as those of other files are."""
    lines = [line.strip() for line in text.split("\n")]
    kept = [line for line in lines if not _RULE.match(line)]
    return "\n".join(row_text(line.strip("|").split("|")) if line.startswith("|") else line for line in kept)
