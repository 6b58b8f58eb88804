"""A commentary written out: Markdown and one HTML file."""

import re

from assistant.commentary.daily import Commentary, write_commentary
from assistant.commentary.exports.text import html, markdown
from assistant.evidence.source import Evidence
from assistant.program import Program


def _commentary(program: Program, evidence: Evidence) -> Commentary:
    last = list(write_commentary(program, evidence, "builtin"))[-1]
    assert isinstance(last, Commentary)
    return last


def test_every_mark_of_the_html_leads_to_its_note_and_nothing_is_loaded(program: Program, evidence: Evidence) -> None:
    text = html(_commentary(program, evidence))
    marks, notes = set(re.findall(r'href="#(fn\d+)"', text)), set(re.findall(r'id="(fn\d+)"', text))
    assert marks == notes
    assert len(notes) > 30
    assert "not market prices" in text
    assert not re.search(r"<script|<img|<link|src=|@import|url\(", text)


def test_the_markdown_names_every_source_once(program: Program, evidence: Evidence) -> None:
    commentary = _commentary(program, evidence)
    text = markdown(commentary)
    cited = {int(n) for n in re.findall(r"\[(\d+)\]", text.partition("## Sources")[0])}
    listed = [int(n) for n in re.findall(r"^(\d+)\. ", text.partition("## Sources")[2], re.MULTILINE)]
    assert sorted(cited) == listed
