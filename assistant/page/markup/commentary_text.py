"""A commentary as markup: its sections, its table, what differs from another version, and where its files are."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from assistant.commentary.daily import Commentary, Section, sentence_of
from assistant.commentary.exports.text import errata_of, title
from assistant.conversation.answer import Sentence
from assistant.page.markup.ending import ending
from assistant.page.markup.moments import clock
from assistant.page.markup.prose import in_a_row, marked, one_line
from assistant.page.markup.sources import card
from assistant.statements.sentence_parts import Language
from assistant.statements.words import spell, text


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
    closing = ending(commentary.warnings, commentary.citations, turn, str(document["model"]), commentary.language)
    return one_line(
        f'<article class="fn-turn fn-brief fn-t-{turn}"><h2>{escape(title(commentary))}</h2>'
        f"{_anew(commentary)}{_errata(commentary)}{_differences(commentary, before)}"
        f'<div class="fn-prose">{body}</div>{files(document, commentary.language)}{closing}</article>'
    )


def _anew(commentary: Commentary) -> str:
    return f'<p class="fn-small fn-anew">{escape(commentary.rewritten)}</p>' if commentary.rewritten else ""


def _errata(commentary: Commentary) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in errata_of(commentary))
    head = escape(text("errata-count", commentary.language, n=len(commentary.document.get("errata", []))))
    return (
        f'<details class="fn-errata fn-k-errata"><summary>{head}</summary><ul>{lines}</ul></details>' if lines else ""
    )


def growing(sections: list[Section], as_of: str, before: Commentary | None, language: Language = "en") -> str:
    """A commentary as far as it is written; what isn't yet is shown as the version before had it.

    Args:
        sections: Those written.
        as_of: Its session.
        before: What stood there; None where nothing did.
        language: In which it is written.
    """
    turn = f"b-{as_of}-draft"
    done = "".join(_section(s.id, s.title, [marked(t, turn) for t in s.sentences], "") for s in sections)
    left, store = "", ""
    if before:
        old, names = turn_of(before.document, "o"), {s.id for s in sections}
        left = "".join(section(s, old, None, "fn-was") for s in before.document["sections"] if s["id"] not in names)
        cards = "".join(card(c, language) for c in before.citations)
        store = f'<div class="fn-t-{old}"><div class="fn-store">{cards}</div></div>'
    head = text("brief-title", language, day=date.fromisoformat(as_of))
    return one_line(
        f'<article class="fn-turn fn-brief fn-busy fn-t-{turn}"><h2>{escape(head)}</h2>'
        f'<div class="fn-prose">{done}{left}</div>{store}</article>'
    )


def section(stored: dict[str, Any], turn: str, known: Collection[str] | None = None, extra: str = "") -> str:
    """One section; sentences that aren't among the known ones are marked as new."""
    sentences = [_sentence(sentence_of(t), turn, known) for t in stored["sentences"]]
    table = _table(stored["table"], turn) if stored.get("table") else ""
    return _section(stored["id"], stored["title"], sentences, table, extra)


def _section(name: str, head: str, sentences: list[str], table: str, extra: str = "") -> str:
    words = in_a_row(sentences)
    return f'<section class="fn-s-{escape(name)} {extra}"><h3>{escape(head)}</h3><p>{words}</p>{table}</section>'


def _sentence(sentence: Sentence, turn: str, known: Collection[str] | None) -> str:
    told = marked(sentence, turn)
    return told if known is None or sentence.text in known else f'<span class="fn-differs">{told}</span>'


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
        return f'<p class="fn-small">{escape(text("commentary-same-sentences", commentary.language))}</p>'
    lines = "".join(f"<li>{escape(told)}</li>" for told in gone)
    words = escape(text("commentary-differs", commentary.language, n=len(gone)))
    return f'<details class="fn-gone fn-k-gone"><summary>{words}</summary><ul>{lines}</ul></details>'


def files(document: dict[str, Any], language: Language) -> str:
    """Links to the commentary as files, and to the feed."""
    forms = {"pdf": "PDF", "html": "HTML", "md": "Markdown"}
    held = {f"/brief/{document['id']}.{end}": name for end, name in forms.items()} | {
        f"/feed.xml{'' if language == 'en' else f'?lang={language}'}": text("commentary-feed", language)
    }
    links = [f'<a href="{path}" target="_blank" rel="noopener">{name}</a>' for path, name in held.items()]
    return f'<p class="fn-files">{" · ".join(links)}</p>' if document.get("written_at") else ""


def written_line(commentary: Commentary) -> str:
    """When a commentary was written, and that the same facts give the same text."""
    at = datetime.fromisoformat(str(commentary.document.get("written_at") or f"{commentary.as_of}T00:00:00+00:00"))
    message, at = "commentary-written" if commentary.fresh else "commentary-written-same", at.astimezone(UTC)
    told = text(message, commentary.language, day=spell(at.date(), commentary.language), time=clock(at))
    return f'<p class="fn-going" role="status">{escape(told)}</p>'
