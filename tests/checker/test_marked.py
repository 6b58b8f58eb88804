"""The marked text: every claim in its place, nothing of the text read as markup."""

import re
from collections.abc import Callable

from assistant.checker.marked import html_body, html_page, markdown
from assistant.checker.report import Report
from assistant.statements.plain_markdown import plain_markdown

TEXT = (
    "# *Rally* [1] <script>alert()</script>\n\n"
    "On 22 January 2026 the Russell 2000 closed at 2,718.77. The S&P 500 closed\nat 6,913.36 <img src=x onerror=alert()>."
)


def test_every_claim_is_marked_once_and_told_once(checking: Callable[[str], Report]) -> None:
    report = checking(TEXT)
    assert [c.verdict.name for c in report.checked] == ["true", "false"]
    body = html_body(report)
    assert body.count("<mark") == body.count("</mark>") == body.count("<li") == 2
    assert "closed at 6,913.36" in re.sub(r"<sup>.*", "", body.split("<mark")[2].replace("\n", " ")).split(">", 1)[1]
    assert "<script" not in body
    assert "<img" not in body


def test_the_text_itself_is_whole_in_both_forms(checking: Callable[[str], Report]) -> None:
    report = checking(TEXT)
    plain = re.sub(r"<[^>]+>", "", html_page(report).split("</head>")[1])
    assert "alert()" in plain
    bare = re.sub(r" \*\*\[\d+[^\]]\]\*\*", "", markdown(report))
    assert " ".join(plain_markdown(TEXT).split()) in " ".join(bare.split())


def test_a_page_runs_nothing_and_fetches_nothing(checking: Callable[[str], Report]) -> None:
    page = html_page(checking(TEXT))
    assert page.startswith("<!doctype html>")
    assert not re.search(r"<script|<img|<link|url\(|@import", page)
    assert checking(TEXT).headline in page.replace("&#x27;", "'")


def test_that_the_base_is_the_sample_is_said_in_each_form(checking: Callable[[str], Report]) -> None:
    report = checking(TEXT)
    for form in (markdown(report), html_body(report), html_page(report)):
        assert "Simulated data" in form
        assert "Held against the simulated sample up to 22 January 2026" in form
