"""A commentary as markup: its sections, its table, what differs from another version, and where its files are."""

from collections.abc import Collection
from datetime import date, datetime
from html import escape
from typing import Any

from assistant.commentary.daily import Commentary, Section, sentence_of
from assistant.commentary.exports.text import errata_head, errata_of, title
from assistant.conversation.answer import Sentence
from assistant.page.markup.prose import ending, marked, one_line
from assistant.page.markup.sources import card
from tools.fact import spell_date


def turn_of(document: dict[str, Any], place: str = "b") -> str:
    """Tells a commentary's marks from those of others on the page."""
    return f"{place}-{document['as_of']}-{str(document['id'])[:8]}"


def article(commentary: Commentary, place: str = "b", before: Commentary | None = None) -> str:
    """A whole commentary.

    Args:
        commentary: What is shown.
        place: Where on the page, so that the same one may stand twice.
        before: Another version of it: sentences it doesn't have are marked, and those it had are told.
    """
    document, turn = commentary.document, turn_of(commentary.document, place)
    known = _texts(before) if before else None
    body = "".join(section(s, turn, known) for s in document["sections"])
    closing = ending(commentary.warnings, commentary.citations, turn, str(document["model"]))
    return one_line(
        f'<article class="fn-turn fn-brief fn-t-{turn}"><h2>{escape(title(commentary))}</h2>'
        f"{_anew(commentary)}{_errata(commentary)}{_differences(commentary, before)}"
        f'<div class="fn-prose">{body}</div>{files(document)}{closing}</article>'
    )


def _anew(commentary: Commentary) -> str:
    return f'<p class="fn-small fn-anew">{escape(commentary.rewritten)}</p>' if commentary.rewritten else ""


def _errata(commentary: Commentary) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in errata_of(commentary))
    head = "".join(escape(line) for line in errata_head(commentary)).removesuffix("; see Errata.")
    return (
        f'<details class="fn-errata fn-k-errata"><summary>{head}</summary><ul>{lines}</ul></details>' if lines else ""
    )


def growing(sections: list[Section], as_of: str, before: Commentary | None) -> str:
    """A commentary as far as it is written; what isn't yet is shown as the version before had it.

    Args:
        sections: Those written.
        as_of: Its session.
        before: What stood there; None where nothing did.
    """
    turn = f"b-{as_of}-draft"
    done = "".join(_section(s.id, s.title, [marked(t, turn) for t in s.sentences], "") for s in sections)
    left, store = "", ""
    if before:
        old, names = turn_of(before.document, "o"), {s.id for s in sections}
        left = "".join(section(s, old, None, "fn-was") for s in before.document["sections"] if s["id"] not in names)
        store = (
            f'<div class="fn-t-{old}"><div class="fn-store">{"".join(card(c) for c in before.citations)}</div></div>'
        )
    day = spell_date(date.fromisoformat(as_of))
    return one_line(
        f'<article class="fn-turn fn-brief fn-busy fn-t-{turn}"><h2>Small-cap rotation: {escape(day)}</h2>'
        f'<div class="fn-prose">{done}{left}</div>{store}</article>'
    )


def section(stored: dict[str, Any], turn: str, known: Collection[str] | None = None, extra: str = "") -> str:
    """One section; sentences that aren't among the known ones are marked as new."""
    sentences = [_sentence(sentence_of(t), turn, known) for t in stored["sentences"]]
    table = _table(stored["table"], turn) if stored.get("table") else ""
    return _section(stored["id"], stored["title"], sentences, table, extra)


def _section(name: str, head: str, sentences: list[str], table: str, extra: str = "") -> str:
    words = " ".join(f'<span class="fn-sentence">{s}</span>' for s in sentences)
    return f'<section class="fn-s-{escape(name)} {extra}"><h3>{escape(head)}</h3><p>{words}</p>{table}</section>'


def _sentence(sentence: Sentence, turn: str, known: Collection[str] | None) -> str:
    text = marked(sentence, turn)
    return text if known is None or sentence.text in known else f'<span class="fn-differs">{text}</span>'


def _table(table: dict[str, Any], turn: str) -> str:
    head = "".join(f"<th>{escape(c)}</th>" for c in table["columns"])
    rows = "".join(
        "<tr>" + "".join(f"<td>{marked(sentence_of(cell), turn)}</td>" for cell in row) + "</tr>"
        for row in table["rows"]
    )
    return f'<table class="fn-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _texts(commentary: Commentary) -> set[str]:
    return {t["text"] for s in commentary.document["sections"] for t in s["sentences"]}


def _differences(commentary: Commentary, before: Commentary | None) -> str:
    """What a version before said that this one doesn't."""
    if before is None or before.id == commentary.id:
        return ""
    now = _texts(commentary)
    gone = [t["text"] for s in before.document["sections"] for t in s["sentences"] if t["text"] not in now]
    if not gone and len(now) == len(_texts(before)):
        return '<p class="fn-small">The version before had the same sentences.</p>'
    lines = "".join(f"<li>{escape(text)}</li>" for text in gone)
    words = f"What differs from the version before is marked; {len(gone)} of its sentences no longer stand"
    return f'<details class="fn-gone fn-k-gone"><summary>{words}</summary><ul>{lines}</ul></details>'


def files(document: dict[str, Any]) -> str:
    """Links to the commentary as files, and to the feed."""
    forms = {"pdf": "PDF", "html": "HTML", "md": "Markdown"}
    held = {f"/brief/{document['id']}.{end}": name for end, name in forms.items()} | {"/feed.xml": "Atom feed"}
    links = [f'<a href="{path}" target="_blank" rel="noopener">{name}</a>' for path, name in held.items()]
    return f'<p class="fn-files">{" · ".join(links)}</p>' if document.get("written_at") else ""


def written_line(commentary: Commentary) -> str:
    """When a commentary was written, and that the same facts give the same text."""
    at = datetime.fromisoformat(str(commentary.document.get("written_at") or f"{commentary.as_of}T00:00:00+00:00"))
    when = f"{at.day} {at:%B %Y, %H:%M} UTC"
    same = "" if commentary.fresh else "Same facts, same text: "
    return f'<p class="fn-going" role="status">{same}{"w" if same else "W"}ritten {when}</p>'
