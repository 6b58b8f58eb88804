"""What the library tab shows, as markup. Names, titles and addresses come from strangers: all is escaped here."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from assistant.page.markup.sources import stance_words
from assistant.statements.sentence_parts import Language
from assistant.statements.words import listed, person, text
from corpus.document import Document, plain
from corpus.ingest import Draft
from corpus.instructions import is_view
from corpus.people import bare, spellings
from corpus.store import Held

_LONGEST_NAME = 80
_FOUND = ("author", "firm", "published", "title", "stance", "stance_on", "call", "medium")


def shown_name(name: str) -> str:
    """A file's name as it can be shown: one line, no invisible characters, not too long."""
    told = " ".join(plain(name.replace("\\", "/").rpartition("/")[2] if "://" not in name else name).split())
    return told if len(told) <= _LONGEST_NAME else told[: _LONGEST_NAME - 1] + "…"


def going(words: str, token: str = "") -> str:
    """A line of what is going on; the page's script sends the next file once it reads its token."""
    return f'<p class="fn-going{_took(token)}" role="status">{escape(words)}</p>'


def fault(words: str, language: Language, token: str = "") -> str:
    """A line of what went wrong."""
    return f'<p class="fn-fault{_took(token)}" role="alert">{_sentence(words, language)}</p>'


def _sentence(words: str, language: Language) -> str:
    return escape(words[:1].upper() + words[1:] + text("chart-stop", language))


def _took(token: str) -> str:
    return f" fn-took-{token}" if token.isalnum() and len(token) < 30 else ""


def faults(lines: Sequence[str], language: Language) -> str:
    """What was refused while other files were taken."""
    return "".join(f'<p class="fn-fault">{_sentence(line, language)}</p>' for line in lines)


def waiting_line(first: Draft, count: int, language: Language) -> str:
    """How many files wait."""
    names = listed([_found_name(key, language) for key in first.lacks], language)
    return text(
        "library-read", language, name=first.name,
        lacks=text("library-lacks", language, names=names) if names else "",
        more=text("library-more", language, n=count - 1) if count > 1 else "",
    )  # fmt: skip


def _found_name(key: str, language: Language) -> str:
    return text(f"found-{key.replace('_', '-')}", language)


def found_lines(drafted: Draft, language: Language = "en") -> str:
    """The file's name, where each field was found, how it begins, and whether it addresses programs."""
    words = drafted.text.split()
    where = text("library-whole", language) if drafted.whole else _found(drafted, language)
    told = text("library-kind-words", language, where=where, kind=drafted.kind, n=len(words))
    more = "…" if len(words) > 60 else ""
    warning = ""
    if any(not is_view(sentence) for sentence in drafted.text.replace("\n", ". ").split(". ")):
        warning = f'<p class="fn-fault">{escape(text("library-addressed", language))}</p>'
    return (
        f'<h3 class="fn-file">{escape(drafted.name)}</h3><p class="fn-small">{escape(told)}</p>'
        f'<p class="fn-begins">{escape(" ".join(words[:60]))}{more}</p>{warning}'
    )


def _found(drafted: Draft, language: Language) -> str:
    """Where each field was found and in which words; the places are told by the library, in English."""
    each = [
        text(
            "library-found-each", language, name=_found_name(key, language), place=found.where,
            words=_cut(found.text), quoted="yes" if found.text else "no",
        )
        for key, found in drafted.found.items()
        if key in _FOUND
    ]  # fmt: skip
    return text("library-found", language, each="; ".join(each).rstrip("."))


def _cut(words: str) -> str:
    """Words quoted in a line."""
    told = " ".join(words.split())
    return told if len(told) <= _LONGEST_NAME else told[: _LONGEST_NAME - 1] + "…"


ORDERS = ("date", "author")


class Wanted(NamedTuple):
    """Which documents are shown, and in which order.

    Attributes:
        author: Part of an author's name, in any spelling.
        stance: One side; empty for any.
        words: Words that its title, text, author or firm holds.
        by: ``date``, the newest first, or ``author``.
    """

    author: str = ""
    stance: str = ""
    words: str = ""
    by: str = "date"

    def admits(self, document: Document) -> bool:
        """Whether a document is shown."""
        author = {spelled.casefold() for spelled in spellings(document.author)}
        asked = {spelled.casefold() for spelled in spellings(self.author)}
        parts = (document.title, document.text, document.author, document.firm)
        told = bare(" ".join(part for part in parts if part)).casefold()
        return (
            any(one in other for one in asked for other in author)
            and self.stance in ("", document.stance)
            and all(word in told for word in bare(self.words).casefold().split())
        )


def listing(held: Sequence[Held], visitor: str | None, language: Language = "en", wanted: Wanted | None = None) -> str:
    """The documents a visitor may see: their own first, then everyone's, the newest first unless another order is."""
    wanted = wanted or Wanted()
    held = [h for h in held if wanted.admits(h.document)]
    mine = [h for h in held if visitor and h.added_by == visitor]
    others = [h for h in held if h not in mine]
    heads = [text(name, language, n=len(of)) for name, of in (("library-yours", mine), ("library-everyones", others))]
    narrowed = wanted[:3] != Wanted()[:3]
    own = _table(mine, "own", heads[0], language, wanted.by) if mine else ""
    return own + _table(others, "all", heads[1], language, wanted.by, folded=bool(mine) and not narrowed)


def _table(
    held: Sequence[Held], name: str, head: str, language: Language, by: str = "date", folded: bool = False
) -> str:
    ordered = sorted(held, key=lambda h: (h.document.known_from, h.document.id), reverse=True)
    if by == "author":
        ordered.sort(key=lambda h: bare(h.document.author).casefold())
    rows = "".join(_row(h, language) for h in ordered)
    fold = f'<details class="fn-k-shelf-{name}"{"" if folded else " open"}>'
    return f'{fold}<summary>{head}</summary><table class="fn-table fn-shelf"><tbody>{rows}</tbody></table></details>'


def _row(held: Held, language: Language) -> str:
    document = held.document
    marks = [
        *(["library-by-user"] if document.trust == "user" else []),
        *(["library-shared"] if held.added_by and not held.owner else []),
    ]
    mark = "".join(f' <span class="fn-badge">{escape(text(m, language))}</span>' for m in marks)
    author = person(document.author, language)
    parts = [
        text("card-author-firm", language, author=author, firm=document.firm) if document.firm else author,
        stance_words(document.stance, document.stance_on, language),
        _target(document, language),
        document.id,
    ]
    told = " · ".join(escape(part) for part in parts if part)
    return (
        f"<tr><th>{escape(document.published)}</th><td>{_linked(document)}{mark}<br>"
        f'<span class="fn-small">{told}</span></td></tr>'
    )


def _target(document: Document, language: Language) -> str:
    call = document.call
    if call is None or call.target is None or call.kind != "target":
        return ""
    return text("library-target", language, level=f"{call.target:,.0f}", horizon=str(call.horizon))


def _linked(document: Document) -> str:
    url = document.url or ""
    if urlsplit(url).scheme not in ("http", "https"):
        return escape(document.title)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(document.title)}</a>'
