"""Who wrote a document: a byline, a line under the title, a signature, a speaker, a name that the library knows."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.people import Person
from corpus.proposed.dates import only_dated
from corpus.proposed.names import Byline, byline, is_firm, is_name, is_role
from corpus.proposed.place import Found, Line, found_at
from corpus.proposed.transcripts import speakers

_LABELLED = re.compile(
    r"(?:by|written by|prepared by|authors?(?:\(s\))?\s*:|authored by|from\s*:|analysts?\s*:|strategists?\s*:|guests?\s*:|speakers?\s*:|interview with"
    r"|(?:作者|撰文|撰稿|撰写|执笔|分析师|研究员|报告人|嘉宾|受访者|主讲人)\s*[:：/]|文\s*[/／|:：])\s*(?P<who>.+)",
    re.I,
)
_CLOSING = re.compile(
    r"(?:best|kind|warm)? ?regards|sincerely|yours(?: truly| sincerely)?|best(?: wishes)?|cheers|此致|敬上|谨上", re.I
)
_CONTACT = re.compile(r"\S+@\S+|https?://|www\.|(?:tel|phone|电话)\b|\+?\d[\d ()-]{7,}", re.I)
_DASH = re.compile(r"^(?:[-–—]+|——)\s*")
BYLINES = 14  # lines at the beginning that may be a byline without a label


class Authorship(NamedTuple):
    """What was found of who wrote it, by front matter key, and the lines that say only that."""

    found: dict[str, Found]
    lines: list[Line]


def authorship(
    head: list[Line], tail: list[Line], text: str, said: str, kind: str, people: Sequence[Person]
) -> Authorship:
    """Who wrote a document, and the firm.

    Args:
        head: Its first lines.
        tail: Its last lines, the last one first.
        text: All of it.
        said: The author in the file's properties.
        kind: What kind of file it is.
        people: Those the library knows.
    """
    for read in (_labelled(head), _under_the_title(head), _signed(tail)):
        if read is not None:
            break
    else:
        read = Authorship({}, [])
    found, lines = dict(read.found), list(read.lines)
    if "author" not in found and (other := _elsewhere(head, text, said, kind, people)):
        found["author"] = other
    if "firm" not in found:
        house = next((line for line in head[:3] if is_firm(line.text)), None)
        known = next(
            (p.firms[0] for p in people if "author" in found and p.name == found["author"].value and p.firms), ""
        )
        if house is not None:
            found["firm"] = found_at(house.text, "the letterhead", house)
            lines.append(house)
        elif known:
            found["firm"] = Found(known, "the library, by the author")
    return Authorship(found, lines)


def _read(line: Line, said: Byline, where: str) -> Authorship:
    found = {"author": found_at(said.author, where, line)}
    found |= {"firm": found_at(said.firm, where, line)} if said.firm else {}
    found |= {"role": found_at(said.role, where, line)} if said.role else {}
    return Authorship(found, [line])


def _labelled(head: list[Line]) -> Authorship | None:
    for n, line in enumerate(head):
        match = _LABELLED.fullmatch(line.text)
        said = byline(match["who"], labelled=True) if match else None
        if said is not None:
            return _with_neighbours(_read(line, said, "the byline"), head[n + 1 : n + 4])
    return None


def _under_the_title(head: list[Line]) -> Authorship | None:
    """A line of name and role, or a name alone beside a line of role, firm or date."""
    for n, line in enumerate(head[:BYLINES]):
        if _is_prose(line.text):
            return None
        said = byline(line.text)
        if said is not None:
            return _with_neighbours(_read(line, said, "the byline"), head[n + 1 : n + 4])
        beside = [other.text for other in head[max(0, n - 1) : n] + head[n + 1 : n + 2]]
        led = n > 0 or any(is_role(other) for other in beside)
        if led and is_name(line.text) and any(_is_beside(other) for other in beside):
            return _with_neighbours(_read(line, Byline(line.text), "the byline"), head[n + 1 : n + 4])
    return None


def _is_prose(text: str) -> bool:
    return len(text) > 120 or (len(text.split()) >= 6 and text.endswith((".", "!", "?", "”"))) or "。" in text


def _is_beside(text: str) -> bool:
    short = len(text) <= 90
    return short and (is_role(text) or is_firm(text) or only_dated(text))


def _with_neighbours(read: Authorship, after: list[Line]) -> Authorship:
    """A byline with the role and the firm that stand on lines of their own beneath it."""
    found, lines = dict(read.found), list(read.lines)
    for line in after:
        if only_dated(line.text):
            continue
        role, firm = _role_and_firm(line.text)
        if not role and not firm:
            break
        for key, value in (("role", role), ("firm", firm)):
            if value and key not in found:
                found[key] = found_at(value, "the byline", line)
        lines.append(line)
    return Authorship(found, lines)


def _role_and_firm(text: str) -> tuple[str, str]:
    """What a line such as "Chief Strategist, Acme Capital" holds; nothing where it holds anything else."""
    if len(text) > 90:
        return "", ""
    if is_firm(text):
        return "", text
    said = byline(f"Ann Author, {text}") if not re.search(r"[\u4e00-\u9fff]", text) else byline(f"王一，{text}")
    return (
        (said.role, said.firm) if said is not None and said.role and said.author in ("Ann Author", "王一") else ("", "")
    )


def _signed(tail: list[Line]) -> Authorship | None:
    """A signature: a name at the end, under a dash or a closing, or with nothing after it but role, firm, date, address."""
    after: list[Line] = []
    for n, line in enumerate(tail):
        text = _DASH.sub("", line.text)
        before = tail[n + 1].text if n + 1 < len(tail) else ""
        name = byline(text)
        bare = Byline(text) if is_name(text) else None
        sure = (
            text != line.text or _CLOSING.fullmatch(before.strip(" ,，")) or before.endswith((".", "。", "!", "?", "”"))
        )
        if name is not None or (bare is not None and sure):
            return _with_neighbours(_read(line, name or bare or Byline(text), "the signature"), after[::-1])
        role, firm = _role_and_firm(text)
        if not (role or firm or only_dated(text) or _CONTACT.search(text)) or len(text) > 90:
            return None
        after.append(line)
    return None


def _elsewhere(head: list[Line], text: str, said: str, kind: str, people: Sequence[Person]) -> Found | None:
    """The one speaker of a transcript, the file's own property, or the one name in the head that the library knows."""
    named = [name for name in speakers(text) if is_name(name)]
    if len(named) == 1:
        return Found(named[0], "the speaker")
    own = byline(" ".join(said.split(";")[0].split()), labelled=True)
    if own is not None:
        return Found(own.author, f"the {kind}")
    known = [(p, line) for p in people for line in head if re.search(rf"(?<!\w){re.escape(p.name)}(?!\w)", line.text)]
    if len({p.name for p, _ in known}) == 1:
        return found_at(known[0][0].name, "a name in the text", known[0][1])
    return None
