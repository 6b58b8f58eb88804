"""The latest commentaries as an Atom feed (RFC 4287): each entry whole, its figures marked, its sources at the end."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree

from assistant.commentary.daily import Commentary
from assistant.commentary.exports.text import errata_head, html, title
from assistant.commentary.store import CommentaryStore
from assistant.evidence.opened import Opened
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 30


def feed(commentaries: Sequence[Commentary], address: str = "", language: Language | None = None) -> bytes:
    """The feed, the latest session first.

    Args:
        commentaries: Kept ones, with when each was written.
        address: Where the page answers, for links; empty where it doesn't.
        language: The feed's; the commentaries' own when None.
    """
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    told = list(commentaries)[:ENTRIES]
    said = language or (told[0].language if told else "en")
    lang = "" if said == "en" else f"?lang={said}"
    root.set("{http://www.w3.org/XML/1998/namespace}lang", said)
    _add(root, "id", f"urn:footnote:commentary{'' if said == 'en' else f':{said}'}")
    _add(root, "title", text("feed-title", said))
    _add(root, "updated", max((_updated(c) for c in told), default=datetime.fromtimestamp(0, UTC).isoformat()))
    _add(_add(root, "author", ""), "name", "Footnote")
    if address:
        ElementTree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=f"{address}/feed.xml{lang}")
    for commentary in told:
        entry = _add(root, "entry", "")
        _add(entry, "id", f"urn:footnote:commentary:{commentary.id}")
        _add(entry, "title", title(commentary))
        _add(entry, "updated", _updated(commentary))
        if address:
            ElementTree.SubElement(entry, f"{{{ATOM}}}link", href=f"{address}/brief/{commentary.id}.html")
        lead = commentary.document["sections"][0]["sentences"]
        _add(entry, "summary", " ".join([*errata_head(commentary), *(s["text"] for s in lead)]))
        _add(entry, "content", html(commentary)).set("type", "html")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="utf-8")


def latest(opened: Opened, data: str | None, language: Language = "en") -> list[Commentary]:
    """The last written commentary of each of the latest sessions, as kept.

    Args:
        opened: For its database.
        data: Source of the bars; None for any.
        language: In which they are written.
    """
    store = CommentaryStore(opened.engine)
    out: dict[str, Commentary] = {}
    for row in store.rows(data, language):
        if row["as_of"] not in out and len(out) < ENTRIES and (document := store.get(row["id"])):
            out[row["as_of"]] = Commentary(document, fresh=False)
    return list(out.values())


def _add(parent: ElementTree.Element, name: str, words: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = words or None
    return child


def _updated(commentary: Commentary) -> str:
    """When it was written, or its newest erratum found."""
    found = [e["found_at"] for e in commentary.document.get("errata", [])]
    return str(max([commentary.document.get("written_at", commentary.as_of + "T00:00:00+00:00"), *found]))
