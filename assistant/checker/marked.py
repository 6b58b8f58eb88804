"""A checked text as a person reads it: the text itself with marks, what each means under it, and a line that sums up."""

import re
from datetime import date
from html import escape

from assistant.checker.report import Checked, Report
from assistant.statements.plain_markdown import plain_markdown
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text as words_of

SIGNS = {
    "true": "✓", "other_date": "↷", "other_definition": "≈", "false": "✗", "attributed": "”", "not_checkable": "–",
}  # fmt: skip


def name_of(verdict: str, language: Language) -> str:
    """A verdict in words."""
    return words_of(f"checked-name-{verdict.replace('_', '-')}", language)


def read_as(item: Checked, language: Language) -> str:
    """What a claim was read as, in words; empty where nothing was measured."""
    given = item.verdict.reading
    if not given:
        return ""
    return words_of(
        "checked-read-as",
        language,
        subject=given["subject"],
        measure=given["measure"],
        window=given["window"] or "none",
        date=date.fromisoformat(given["date"]),
    )


def markdown(report: Report) -> str:
    """The text with a mark behind each claim, and the verdicts in order under it."""
    out, last = [], 0
    for number, item in enumerate(report.checked, 1):
        out.append(plain_markdown(report.text[last : item.claim.end]))
        out.append(f" **[{number}{SIGNS[item.verdict.name]}]**")
        last = item.claim.end
    body = "".join([*out, plain_markdown(report.text[last:])])
    lines = [
        f"{n}. **{name_of(c.verdict.name, report.language)}**: “{plain_markdown(' '.join(c.claim.text.split()))}”. {plain_markdown(c.verdict.explanation)}"
        for n, c in enumerate(report.checked, 1)
    ]
    simulated = [f"**{words_of('notice-sample', report.language)}**"] if report.data == "sample" else []
    return "\n\n".join([f"**{report.headline}**", *simulated, body.strip(), "\n".join(lines), _closing(report)]) + "\n"


def html_body(report: Report) -> str:
    """The text with each claim marked in place and in the margin; the explanation opens at the mark."""
    paragraphs, start = [], 0
    ends = [m.start() for m in re.finditer("\n", report.text)] + [len(report.text)]
    for end in ends:
        if any(c.claim.start < end < c.claim.end for c in report.checked):
            continue  # a claim runs over this line's end: the paragraph goes on
        line = report.text[start:end]
        held = [(n, c) for n, c in enumerate(report.checked, 1) if start <= c.claim.start < end]
        if line.strip():
            paragraphs.append(_paragraph(line, start, held, report.language))
        start = end + 1
    return (
        f'<div class="fn-check"><p class="fn-check-sum" role="status">{escape(report.headline)}</p>'
        f'{_simulated(report)}{_legend(report.language)}{"".join(paragraphs)}<p class="fn-small">{escape(_closing(report))}</p></div>'
    )


def html_page(report: Report) -> str:
    """One file that opens anywhere: the marked text with its styles, no script."""
    title = escape(words_of("checked-page-title", report.language))
    return (
        f'<!doctype html><html lang="{report.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{CSS}</style></head><body>{html_body(report)}</body></html>\n"
    )


def _paragraph(line: str, offset: int, held: list[tuple[int, Checked]], language: Language) -> str:
    out, last, margin = [], 0, []
    for number, item in held:
        start, end = item.claim.start - offset, min(item.claim.end - offset, len(line))
        name, called = item.verdict.name, escape(name_of(item.verdict.name, language))
        reading = f' <i class="fn-read">{escape(read_as(item, language))}</i>' if item.verdict.reading else ""
        out.append(escape(line[last:start]))
        out.append(
            f'<mark class="fn-v-{name}" title="{called}: {escape(item.verdict.explanation)}">'
            f"{escape(line[start:end])}<sup>{number}{SIGNS[name]}</sup></mark>"
        )
        margin.append(
            f'<li class="fn-v-{name}"><b>{number} {SIGNS[name]} {called}</b> {escape(item.verdict.explanation)}{reading}</li>'
        )
        last = end
    text = "".join([*out, escape(line[last:])])
    notes = f"<ol>{''.join(margin)}</ol>" if margin else ""
    return f"<section><p>{text}</p>{notes}</section>"


def _legend(language: Language) -> str:
    return (
        '<p class="fn-legend">'
        + " ".join(f'<span class="fn-v-{v}">{SIGNS[v]} {escape(name_of(v, language))}</span>' for v in SIGNS)
        + "</p>"
    )


def _simulated(report: Report) -> str:
    return (
        f'<p class="fn-check-data">{escape(words_of("notice-sample", report.language))}</p>'
        if report.data == "sample"
        else ""
    )


def _closing(report: Report) -> str:
    held = words_of("checked-held-against", report.language, data=report.data, day=report.as_of)
    return f"{held} {words_of('disclaimer', report.language)}"


CSS = """
.fn-check{max-width:72rem;margin:0 auto;font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif}
.fn-check section{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 1.5rem;align-items:start}
.fn-check section p{margin:.4rem 0;overflow-wrap:anywhere}
.fn-check ol{list-style:none;margin:.4rem 0;padding:0;font-size:.86rem;line-height:1.4}
.fn-check li{margin:0 0 .5rem;padding-left:.6rem;border-left:3px solid currentColor;overflow-wrap:anywhere}
.fn-check li b{display:block}
.fn-check li i.fn-read{display:block;opacity:.75}
.fn-check-sum{font-weight:650;font-size:1.1rem}
.fn-check-data{font-size:.86rem;font-weight:650;color:#8a4a10}
.fn-legend{font-size:.86rem;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.fn-check mark{background:none;color:inherit;border-bottom:2px solid;border-radius:0;padding:0}
.fn-check mark sup{font-weight:650;margin-left:.1em}
.fn-v-true{border-color:#2c8a4b}.fn-v-other_date,.fn-v-other_definition{border-color:#b07500}
.fn-v-false{border-color:#c43a31}.fn-v-attributed{border-color:#3f72b5}.fn-v-not_checkable{border-color:#8a8a8a}
.fn-check li.fn-v-true b,.fn-legend .fn-v-true,.fn-check mark.fn-v-true sup{color:#2c8a4b}
.fn-check li.fn-v-false b,.fn-legend .fn-v-false,.fn-check mark.fn-v-false sup{color:#c43a31}
.fn-check li.fn-v-other_date b,.fn-check li.fn-v-other_definition b,.fn-legend .fn-v-other_date,.fn-legend .fn-v-other_definition,.fn-check mark.fn-v-other_date sup,.fn-check mark.fn-v-other_definition sup{color:#a06a00}
.fn-check li.fn-v-attributed b,.fn-legend .fn-v-attributed,.fn-check mark.fn-v-attributed sup{color:#3f72b5}
@media (max-width:700px){.fn-check section{grid-template-columns:1fr}}
@media (prefers-color-scheme:dark){body:has(>.fn-check){background:#181818;color:#e8e8e8}}
"""
