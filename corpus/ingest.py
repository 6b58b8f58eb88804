"""Taking a document in: a file or a page is opened, what it says of itself proposed, and then kept whole or refused.

What is added is its owner's: it counts as ``user`` whatever trust it claims, it displaces nobody else's document, and
one that can't be kept leaves nothing behind. Nor does it displace one of its owner's unless that was said.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from corpus.confined import open_confined
from corpus.document import Document, RefusedDocument, split_front_matter
from corpus.keeping import rules
from corpus.keeping.identity import Identity, WouldReplace, identify
from corpus.opening import Opened, Progress
from corpus.people import Person
from corpus.proposed.disclaimers import disclaimers_in
from corpus.proposed.document import propose
from corpus.proposed.place import Found
from corpus.proposed.transcripts import turns_of
from corpus.store import EVERYONE, DocumentStore, Held, text_digest
from corpus.words import paged

Outcome = Literal["added", "updated", "unchanged"]


class Draft(NamedTuple):
    """A document opened but not yet kept.

    Attributes:
        name: The file's name.
        source: Where it came from: a path, a file's name or a web address.
        kind: What kind of file it was.
        text: Its text, a form feed between its pages where it has any.
        fields: Front matter, given by the file or proposed.
        found: Where each proposed field was found; empty for a file with front matter.
        whole: Whether the file came with front matter.
    """

    name: str
    source: str
    kind: str
    text: str
    fields: dict[str, Any]
    found: dict[str, Found]
    whole: bool

    @property
    def lacks(self) -> list[str]:
        """The required fields that are missing."""
        return rules.lacking(self.fields)


class Kept(NamedTuple):
    """What became of a draft."""

    outcome: Outcome
    document: Document


def draft(
    name: str,
    content: bytes,
    *,
    source: str,
    url: str = "",
    people: Sequence[Person] = (),
    progress: Progress = lambda share: None,
) -> Draft:
    """Opens a file and reads or proposes its front matter.

    Raises:
        UnreadableText: It can't be opened.
        RefusedDocument: Its front matter can't be read.
    """
    opened = open_confined(name, content, progress, url=url, article=True)
    if opened.kind in ("text", "Markdown") and opened.text.startswith("---\n"):
        fields, body = split_front_matter(opened.text)
        return Draft(name, source, opened.kind, body, fields, {}, True)
    proposal = propose(opened, name, people)
    fields = {key: item.value for key, item in proposal.found.items()}
    if url:
        fields["url"] = url
    aside = [(line.start, line.end) for line in proposal.aside] + disclaimers_in(opened.text)
    return Draft(name, source, opened.kind, _shown(opened, aside), fields, proposal.found, False)


def keep(
    store: DocumentStore,
    drafted: Draft,
    *,
    by: str,
    now: datetime,
    shared: bool = False,
    changes: Mapping[str, Any] | None = None,
    replace: bool = False,
) -> Kept:
    """Keeps a draft for a visitor, or for everyone.

    One whose text is held already is no second document. One of the same source, author and title, or under the name
    of one with front matter, is another version of it. The version replaced stays for what has cited it.

    Args:
        store: Where it goes.
        drafted: What was opened.
        by: The visitor who adds it; ``EVERYONE`` for the operator, whose documents are everyone's.
        shared: Whether a visitor's is for everyone.
        now: The instant it is added; nothing published later is taken.
        changes: Fields as a person corrected them; an empty one takes a field away.
        replace: Whether another version, or what is said of the same text, may be replaced.

    Raises:
        WouldReplace: It would replace another version, and ``replace`` wasn't said; nothing was kept or lost.
        RefusedDocument: The reason, in one line; nothing was kept or lost.
    """
    fields = rules.theirs({**drafted.fields, **(changes or {})})
    own = drafted.text if drafted.whole else turns_of(str(fields.get("author") or ""), drafted.text)
    text, pages = paged(own)
    owner, held = EVERYONE if shared else by, store.held(by)
    mine = [h for h in held if _may_change(h, by) and h.owner == owner]
    known = identify(drafted.name, drafted.source, drafted.whole, fields, text, held, mine)
    if not known.same_text and (other := _held_by_another(text, held)):
        raise RefusedDocument(f"the library holds this text already, as {other}")
    document = rules.checked(fields, known.id, text, pages, now.date())
    if by != EVERYONE:
        rules.within_bounds([h.document for h in held if h.added_by == by and h.document.id != document.id], document)
    if _says_nothing_new(known, document, drafted, bool(changes)):
        assert known.before is not None
        return Kept("unchanged", known.before.document)
    if known.before is not None and not replace:
        raise _would_replace(known.before, document)
    store.put(document, owner=owner, by=by, source=drafted.source, now=now)
    return Kept("updated" if known.before else "added", document)


def _says_nothing_new(known: Identity, document: Document, drafted: Draft, corrected: bool) -> bool:
    """Whether the same text is held, and nothing else is said of it than what a copy's name or form gives away."""
    before = known.before
    if before is None or not known.same_text:
        return False
    return before.document == document or (before.source != drafted.source and not corrected)


def _would_replace(before: Held, document: Document) -> WouldReplace:
    held = before.document
    if held.text == document.text:
        changed = [k for k in type(held).model_fields if k != "text" and getattr(held, k) != getattr(document, k)]
        return WouldReplace(held.id, f"the library holds this text, as {held.id}, with another {' and '.join(changed)}")
    return WouldReplace(held.id, f"the library holds another version of it, as {held.id}, published {held.published}")


def _held_by_another(text: str, held: Sequence[Held]) -> str:
    digest = text_digest(text)
    return next((h.document.id for h in held if h.digest == digest), "")


def remove(store: DocumentStore, document_id: str, by: str) -> bool:
    """Removes a document, where it is one that ``by`` may remove; whether it was."""
    held = next((h for h in store.held(by) if h.document.id == document_id and _may_change(h, by)), None)
    return held is not None and store.remove(document_id, held.owner)


def _may_change(held: Held, by: str) -> bool:
    """Whether it is theirs: a visitor's are those the visitor added, the operator's all of everyone's."""
    return held.owner == EVERYONE if by == EVERYONE else held.added_by == by


def _shown(opened: Opened, aside: Sequence[tuple[int, int]]) -> str:
    """The text as it is told: without the lines aside, and Markdown without its marks of form."""
    text, place = "", 0
    for start, end in sorted(aside):
        if start >= place:
            text, place = text + opened.text[place:start], end
    text += opened.text[place:]
    text = text if len(text.split()) >= 5 or _HAN.search(text) else opened.text
    if opened.kind != "Markdown":
        return text
    text = re.sub(r"^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+", "", text, flags=re.M)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)


_HAN = re.compile(r"[\u4e00-\u9fff]{5}")
