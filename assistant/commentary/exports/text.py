"""A commentary as Markdown and as one HTML file: no script, nothing loaded from anywhere, footnotes at the end."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from assistant.commentary.daily import Commentary, sentence_of
from assistant.conversation.answer import Sentence
from assistant.statements.cards.source_lines import source_line
from assistant.statements.plain_markdown import plain_markdown
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

STYLE = (
    "body{font:18px/1.6 Charter,Georgia,serif;max-width:40em;margin:2em auto;padding:0 1em;color:#222;background:#fdfcfa}"
    "h1{font-size:1.5em}h2{font-size:1.1em;margin-top:1.6em}sup a{font:11px sans-serif;text-decoration:none;color:#1f5d96}"
    "ol,.notes,table,figcaption{font:14px/1.5 sans-serif;color:#444;overflow-wrap:anywhere}figure{margin:1em 0}"
    'sup+sup::before{content:",";font:11px sans-serif}figure svg{width:100%;height:auto}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #ddd;'
    "padding:4px 8px 4px 0;text-align:left;font-weight:400;vertical-align:top}.erratum{border-left:3px solid #b3541e;"
    "padding-left:.8em}@media(prefers-color-scheme:dark){body{color:#ddd;background:#16181b}ol,.notes,table,figcaption"
    "{color:#aaa}sup a{color:#8ab8e6}figure{background:#fdfcfa}td,th{border-color:#444}}"
)


def title(commentary: Commentary) -> str:
    """``Small-cap rotation: 22 January 2026``."""
    return text("brief-title", commentary.language, day=date.fromisoformat(commentary.as_of))


def simulated(commentary: Commentary) -> list[str]:
    """The notice that the figures are simulated; none where they aren't."""
    return [w for w in commentary.warnings if w.startswith(("Simulated", "模拟数据"))]


def errata_head(commentary: Commentary) -> list[str]:
    """One line that says how much of a commentary is no longer right; none where all is."""
    count = len(commentary.document.get("errata", []))
    return [text("errata-head", commentary.language, n=count)] if count else []


def errata_of(commentary: Commentary) -> list[str]:
    """What the commentary states that its bars, revised since, no longer give: a line for each sentence."""
    told: dict[str, list[str]] = {}
    for erratum in commentary.document.get("errata", []):
        given = {name: str(erratum[name]) for name in ("old", "key", "new")}
        figure = text("errata-figure", commentary.language, **given)
        told.setdefault(erratum["sentence"], []).append(figure)
    return [
        text(
            "errata-line",
            commentary.language,
            sentence=sentence,
            figures=text("errata-between", commentary.language).join(figures),
        )
        for sentence, figures in told.items()
    ]


def between(language: Language) -> str:
    """What stands between two sentences: in Chinese nothing follows a full stop."""
    return "" if language == "zh" else " "


def markdown(commentary: Commentary) -> str:
    """The commentary as Markdown with its table and its sources at the end.

    Args:
        commentary: As written or kept.
    """
    parts = [f"# {title(commentary)}", *(f"**{w}**" for w in simulated(commentary))]
    parts += [f"**{line}**" for line in errata_head(commentary)]
    for section in commentary.document["sections"]:
        prose = between(commentary.language).join(sentence_of(t).markdown() for t in section["sentences"])
        parts.append(f"## {section['title']}\n\n{prose}")
        if table := section.get("table"):
            parts.append(_markdown_table(table))
    if wrong := errata_of(commentary):
        parts.append(
            f"## {text('brief-errata', commentary.language)}\n\n"
            + "\n".join(f"- {plain_markdown(line)}" for line in wrong)
        )
    sources = text("brief-sources", commentary.language)
    parts.append(
        f"## {sources}\n\n"
        + "\n".join(plain_markdown(source_line(c, commentary.language)) for c in commentary.citations)
    )
    parts.append("\n".join(f"- {plain_markdown(w)}" for w in commentary.warnings))
    return "\n\n".join([*parts, text("disclaimer", commentary.language)]) + "\n"


def _markdown_table(table: dict[str, Any]) -> str:
    rows = [[sentence_of(cell).markdown() for cell in row] for row in table["rows"]]
    lines = [table["columns"], ["---"] * len(table["columns"]), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def html(commentary: Commentary, charts: Sequence[tuple[str, str]] = ()) -> str:
    """The commentary as a whole HTML document; every text in it is escaped.

    Args:
        commentary: As written or kept.
        charts: An SVG and its words for each chart, drawn by our own code.
    """
    head = escape(title(commentary))
    body = "".join(_section(s, commentary.language) for s in commentary.document["sections"])
    figures = "".join(f"<figure>{svg}<figcaption>{escape(words)}</figcaption></figure>" for svg, words in charts)
    notes = "".join(
        f'<li id="fn{c["n"]}" value="{c["n"]}">{escape(source_line(c, commentary.language).partition(". ")[2])}</li>'
        for c in commentary.citations
    )
    badge = "".join(f"<p><strong>{escape(w)}</strong></p>" for w in simulated(commentary))
    head_wrong = "".join(f'<p class="erratum">{escape(line)}</p>' for line in errata_head(commentary))
    lines = "".join(f"<li>{escape(line)}</li>" for line in errata_of(commentary))
    errata = escape(text("brief-errata", commentary.language))
    wrong = f"<h2>{errata}</h2><ul>{lines}</ul>" if lines else ""
    sources, disclaimer = (escape(text(name, commentary.language)) for name in ("brief-sources", "disclaimer"))
    warnings = "".join(f"<p>{escape(w)}</p>" for w in commentary.warnings)
    return (
        f'<!doctype html><html lang="{commentary.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{head}</title><style>{STYLE}</style><h1>{head}</h1>{badge}{head_wrong}{body}{wrong}{figures}"
        f'<h2>{sources}</h2><ol>{notes}</ol><div class="notes">{warnings}<p>{disclaimer}</p></div></html>\n'
    )


def _section(section: dict[str, Any], language: Language) -> str:
    prose = between(language).join(_sentence(sentence_of(t)) for t in section["sentences"])
    out = f"<h2>{escape(section['title'])}</h2><p>{prose}</p>"
    if table := section.get("table"):
        head = "".join(f"<th>{escape(c)}</th>" for c in table["columns"])
        rows = "".join(
            "<tr>" + "".join(f"<td>{_sentence(sentence_of(cell))}</td>" for cell in row) + "</tr>"
            for row in table["rows"]
        )
        out += f"<table><tr>{head}</tr>{rows}</table>"
    return out


def _sentence(sentence: Sentence) -> str:
    """A sentence with its marks as links to the notes."""
    out: list[str] = []
    done, last = 0, (-1, 0)
    for place, n in sentence.marks:
        out.append(escape(sentence.text[done:place].replace(" %", "\u00a0%")))
        if (place, n) != last:
            out.append(f'<sup><a href="#fn{n}">{n}</a></sup>')
        done, last = place, (place, n)
    return "".join([*out, escape(sentence.text[done:])])
