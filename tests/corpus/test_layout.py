"""PDFs as research houses print them: columns in order, tables by rows, pages kept, what repeats left out."""

import re
from functools import cache

import docx
import pytest

from corpus.confined import open_confined
from corpus.holdings import Holdings
from corpus.ingest import Draft, draft, keep
from corpus.store import EVERYONE
from tests.corpus.holding import NOW, holdings
from tests.corpus.papers import FOOTER, HEADER, gap, report, table, text
from tests.corpus.test_ingest import word

LEFT = [
    f"Left sentence {n} says that freight volumes recover in region {n} and that lenders there follow with new loans."
    for n in range(14)
]
RIGHT = [
    f"Right sentence {n} says that default rates fall among the borrowers of group {n} and that spreads tighten there."
    for n in range(40)
]
ROWS = [["Sector", "Weight", "Return"], ["Financials", "17.2 %", "4.1 %"], ["Industrials", "16.8 %", "5.3 %"]]
TITLE = [text("Small Caps in Spring", "Title"), text("Jane Roe, CFA | Chief Strategist, Acme Capital")]
SMALL = "Past performance is no guide to the future. This is for informational purposes only and not investment advice."


@cache
def two_columns(ruled: bool = True) -> bytes:
    story = [
        text("We are bullish on small caps. " + " ".join(LEFT)), gap(), table(ROWS, ruled), gap(),
        text(" ".join(RIGHT[:20])), gap(), text(" ".join(RIGHT[20:])), gap(), text("Important disclosures", "Heading3"), text(SMALL),
    ]  # fmt: skip
    return report(TITLE, story * 1)


@cache  # a process is started for each
def opened(content: bytes) -> Draft:
    return draft("outlook.pdf", content, source="outlook.pdf")


def test_columns_are_read_one_after_the_other() -> None:
    said = [int(n) for n in re.findall(r"(?:Left|Right) sentence (\d+)", opened(two_columns()).text)]
    assert said == [*range(14), *range(40)]
    assert all(
        " ".join(sentence.split()) in " ".join(opened(two_columns()).text.split()) for sentence in [*LEFT, *RIGHT]
    )


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_are_kept_as_rows(ruled: bool) -> None:
    told = opened(two_columns(ruled)).text
    for row in ROWS:
        assert " | ".join(row) in told
    assert told.index("Left sentence 13") < told.index("Financials | 17.2 %") < told.index("Right sentence 0")


def test_what_repeats_on_each_page_and_small_print_are_no_part_of_it() -> None:
    told = opened(two_columns()).text
    for line in (HEADER, FOOTER, "Page 1", "Page 2", "disclosures", "Past performance", "Jane Roe"):
        assert line not in told
    whole = open_confined("outlook.pdf", two_columns()).text  # what is checked is checked whole
    assert HEADER in whole
    assert "Past performance" in whole


def test_what_it_says_of_itself_is_read_from_the_page_and_from_the_lines_that_repeat() -> None:
    drafted = opened(two_columns())
    fields = {k: drafted.fields.get(k) for k in ("author", "firm", "published", "title", "stance")}
    assert fields == {
        "author": "Jane Roe", "firm": "Acme Capital", "published": "2026-02-18", "title": "Small Caps in Spring", "stance": "bullish",
    }  # fmt: skip
    assert (drafted.found["published"].where, drafted.found["published"].start) == ("a line on every page", None)


def test_each_passage_has_its_page(held: Holdings) -> None:
    kept = keep(held.store, opened(two_columns()), by=EVERYONE, now=NOW).document
    passages = held.library().passages
    assert len(kept.pages) == 2
    assert kept.pages[0] == 0
    assert [p.page for p in passages] == sorted(p.page or 0 for p in passages)
    for passage in passages:
        assert passage.page == 1 + (passage.start >= kept.pages[1])
        assert passage.to_json()["page"] == passage.page
    assert {p.page for p in passages} == {1, 2}
    place = kept.pages[1]
    assert "".join(two_columns_page(2).split())[:30] in "".join(kept.text[place:].split())


def two_columns_page(number: int) -> str:
    """A page's own words, read by another parser."""
    import io

    import pypdf

    found = pypdf.PdfReader(io.BytesIO(two_columns())).pages[number - 1].extract_text()
    return "\n".join(line for line in found.split("\n") if line not in (HEADER, FOOTER, f"Page {number}"))


def test_one_column_and_three_are_read_in_order_too() -> None:
    for columns in (1, 3):
        content = report(TITLE, [text(" ".join(LEFT + RIGHT))], columns=columns)
        said = [int(n) for n in re.findall(r"(?:Left|Right) sentence (\d+)", opened(content).text)]
        assert said == [*range(14), *range(40)], columns


def test_tables_of_a_docx_are_rows_too() -> None:
    document = docx.Document()
    document.add_paragraph("Freight signals")
    held = document.add_table(rows=0, cols=3)
    for row in ROWS:
        cells = held.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            cell.text = value
    import io

    out = io.BytesIO()
    document.save(out)
    told = draft("a.docx", out.getvalue(), source="a").text
    assert "Financials | 17.2 % | 4.1 %.\n\nIndustrials | 16.8 % | 5.3 %." in told
    assert word("Text.")  # a DOCX without a table is read as before


@pytest.fixture
def held(tmp_path) -> Holdings:  # type: ignore[no-untyped-def]
    return holdings(tmp_path / "home")


NEWSLETTER = """<html><head><title>Acme Weekly: Banks lead small caps</title></head><body>
<div><a href="x">View this email in your browser</a></div>
<table><tr><td><h1>Banks lead small caps</h1><p>By Jane Roe, Chief Strategist, Acme Capital</p><p>14 February 2026</p>
<p>We are bullish on small caps, because regional banks lend again and deposit costs fall from quarter to quarter.</p>
<p>Freight volumes recover in most regions, and we expect industrial companies to feel it first as orders return.</p>
<table><tr><th>Sector</th><th>Weight</th></tr><tr><td>Financials</td><td>17.2 %</td></tr></table>
<p>We remain cautious on unprofitable biotech names, which depend on funding that is dear and scarce this year.</p></td></tr></table>
<div><p>You are receiving this email because you signed up. Unsubscribe | Manage your preferences</p>
<p>© 2026 Acme Capital. All rights reserved.</p></div></body></html>"""


def test_a_newsletter_laid_out_in_tables_is_read_as_its_article() -> None:
    drafted = draft("w.html", NEWSLETTER.encode(), source="w")
    fields = {k: drafted.fields.get(k) for k in ("author", "firm", "published", "title", "stance")}
    assert fields == {
        "author": "Jane Roe", "firm": "Acme Capital", "published": "2026-02-14", "title": "Banks lead small caps", "stance": "bullish",
    }  # fmt: skip
    paragraphs = [p for p in drafted.text.split("\n\n") if p.strip()]
    assert paragraphs[0].startswith("We are bullish on small caps")
    assert paragraphs[2:4] == ["Sector | Weight.", "Financials | 17.2 %."]
    assert paragraphs[-1].startswith("We remain cautious")
