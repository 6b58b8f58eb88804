"""What the library tab shows, as markup. Names, titles and addresses come from strangers: all is escaped here."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from corpus.document import Document, plain
from corpus.ingest import Draft
from corpus.instructions import for_machines
from corpus.store import Held

LEAD = (
    '<p class="fn-lead">Bring your own research: drop files here (text, Markdown, HTML, PDF, DOCX), or give a web'
    " address. What is found of each is yours to correct before it is kept. Only you see what you add, unless you share"
    " it, and every answer that cites it says that a user added it.</p>"
)
ADDRESSED = "Some of its sentences address a program. They are kept as part of it and told to nobody."
_LONGEST_NAME = 80
_NAMES = {
    "author": "author", "firm": "firm", "published": "date", "title": "title", "stance": "stance",
    "stance_on": "stance on", "call": "target", "medium": "medium",
}  # fmt: skip


def shown_name(name: str) -> str:
    """A file's name as it can be shown: one line, no invisible characters, not too long."""
    text = " ".join(plain(name.replace("\\", "/").rpartition("/")[2] if "://" not in name else name).split())
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"


def going(words: str, token: str = "") -> str:
    """A line of what is going on; the page's script sends the next file once it reads its token."""
    return f'<p class="fn-going{_took(token)}" role="status">{escape(words)}</p>'


def fault(words: str, token: str = "") -> str:
    """A line of what went wrong."""
    return f'<p class="fn-fault{_took(token)}" role="alert">{escape(words[:1].upper() + words[1:])}.</p>'


def _took(token: str) -> str:
    return f" fn-took-{token}" if token.isalnum() and len(token) < 30 else ""


def faults(lines: Sequence[str]) -> str:
    """What was refused while other files were taken."""
    return "".join(f'<p class="fn-fault">{escape(line[:1].upper() + line[1:])}.</p>' for line in lines)


def waiting_line(first: Draft, count: int) -> str:
    """How many files wait."""
    lacks = f"; it lacks {' and '.join(first.lacks)}" if first.lacks else ""
    more = f" {count - 1} more wait{'s' if count == 2 else ''}." if count > 1 else ""
    return f"{first.name} was read{lacks}.{more} Look it over, then keep it."


def found_lines(drafted: Draft) -> str:
    """The file's name, where each field was found, how it begins, and whether it addresses programs."""
    words = drafted.text.split()
    if drafted.whole:
        where = "From its front matter."
    else:
        where = "; ".join(
            f"{_NAMES.get(key, key)} from {escape(place)}" for key, place in drafted.found.items() if key in _NAMES
        )
        where = f"As found: {where.rstrip('.')}."
    more = "…" if len(words) > 60 else ""
    warning = ""
    if any(for_machines(sentence) for sentence in drafted.text.replace("\n", ". ").split(". ")):
        warning = f'<p class="fn-fault">{ADDRESSED}</p>'
    return (
        f'<h3 class="fn-file">{escape(drafted.name)}</h3><p class="fn-small">{where} {drafted.kind},'
        f' {len(words):,} words.</p><p class="fn-begins">{escape(" ".join(words[:60]))}{more}</p>{warning}'
    )


def listing(held: Sequence[Held], visitor: str | None) -> str:
    """The documents a visitor may see: their own first, then everyone's, the newest first."""
    mine = [h for h in held if visitor and h.added_by == visitor]
    others = [h for h in held if h not in mine]
    own = _table(mine, "own", f"Yours: {len(mine)}") if mine else ""
    return own + _table(others, "all", f"Everyone’s: {len(others)}", folded=bool(mine))


def _table(held: Sequence[Held], name: str, head: str, folded: bool = False) -> str:
    newest = sorted(held, key=lambda h: (h.document.known_from, h.document.id), reverse=True)
    rows = "".join(_row(h) for h in newest)
    fold = f'<details class="fn-k-shelf-{name}"{"" if folded else " open"}>'
    return f'{fold}<summary>{head}</summary><table class="fn-table fn-shelf"><tbody>{rows}</tbody></table></details>'


def _row(held: Held) -> str:
    document = held.document
    mark = ' <span class="fn-badge">added by a user</span>' if document.trust == "user" else ""
    mark += ' <span class="fn-badge">shared</span>' if held.added_by and not held.owner else ""
    stance = f"{document.stance} on {document.stance_on}" if document.stance_on else document.stance
    stance = "" if document.stance == "none" else stance
    target = _target(document)
    return (
        f"<tr><th>{escape(document.published)}</th><td>{_linked(document)}{mark}<br>"
        f'<span class="fn-small">{escape(document.author)}{", " + escape(document.firm) if document.firm else ""}'
        f"{' · ' + escape(stance) if stance else ''}{' · ' + escape(target) if target else ''}"
        f" · {escape(document.id)}</span></td></tr>"
    )


def _target(document: Document) -> str:
    call = document.call
    if call is None or call.target is None or call.kind != "target":
        return ""
    return f"target {call.target:,.0f} for {call.horizon}"


def _linked(document: Document) -> str:
    url = document.url or ""
    if urlsplit(url).scheme not in ("http", "https"):
        return escape(document.title)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(document.title)}</a>'
