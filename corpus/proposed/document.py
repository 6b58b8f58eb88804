"""All that a document seems to say of itself, by front matter key, and the lines that say nothing else."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.opening import Opened
from corpus.people import Person
from corpus.proposed.authors import authorship
from corpus.proposed.dates import date_at, only_dated, published_in
from corpus.proposed.disclaimers import disclaimers_in
from corpus.proposed.names import byline, is_firm, is_name, is_role
from corpus.proposed.place import Found, Line, found_at, head_of, lines_of, tail_of
from corpus.proposed.stances import side_of
from corpus.proposed.targets import target_of

_NO_TITLE = re.compile(
    r"\W*(?:microsoft word|untitled|document\d*$|anonymous|unspecified)|.*\.(?:docx?|pdf|indd|txt)$", re.I
)


class Proposal(NamedTuple):
    """What a document seems to say of itself.

    Attributes:
        found: By front matter key.
        aside: Its lines that only say who, when and what it is called: no part of a view.
    """

    found: dict[str, Found]
    aside: list[Line]


def propose(opened: Opened, name: str, people: Sequence[Person] = ()) -> Proposal:
    """What a document seems to say of itself.

    Args:
        opened: Its text, and what the file says of itself.
        name: The file's name.
        people: Those the library knows, who are recognised by name.
    """
    head, tail = head_of(opened.text), tail_of(opened.text, disclaimers_in(opened.text))
    written = authorship(head, tail, opened.text, opened.author, opened.kind, people)
    title, aside = _title(opened, head, name, written.lines)
    found = {"title": title, **written.found}
    if "firm" not in found and opened.site:
        found["medium"] = Found(opened.site, "the page")
    published = _published(opened, head, tail, name)
    if opened.head:  # what stands on every page, in no place of the text
        found, published = _from_pages(opened.head, found, published)
    if published:
        found["published"] = published
    side = side_of(opened.text)
    if side:
        found |= {"stance": side.stance, "stance_on": side.on}
    call = target_of(opened.text, published.value if published else "")
    if call:
        found["call"] = call
    dated = [line for line in [*head[:14], *tail[:4]] if only_dated(line.text) and len(line.text.split()) <= 8]
    return Proposal(found, [*aside, *written.lines, *dated])


def _from_pages(
    repeated: str, found: dict[str, Found], published: Found | None
) -> tuple[dict[str, Found], Found | None]:
    """What was found, with author, firm and date from the lines that each page repeats where the text says none."""
    where = "a line on every page"
    lines = lines_of(repeated)
    # "Acme Capital | Weekly Note | 18 February 2026" is three lines in one.
    parts = [part.strip() for line in lines for part in re.split(r"\s*[|·•]\s*|\s{2,}", line.text)]
    firm = next((part for part in parts if is_firm(part)), "")
    said = next((by for line in lines if (by := byline(line.text, labelled=False))), None)
    if "author" not in found and said is not None:
        found = {**found, "author": Found(said.author, where)}
        firm = firm or said.firm
    if "firm" not in found and firm:
        found = {**found, "firm": Found(firm, where)}
    day = published_in(lines, where)
    if day is not None and (published is None or len(published.value) < 10 or published.where == "the PDF"):
        published = Found(day.value, where)
    return found, published


def _title(opened: Opened, head: list[Line], name: str, taken: list[Line]) -> tuple[Found, list[Line]]:
    """The title, and the lines that are it."""
    title = " ".join(opened.title.split())
    if 3 < len(title) <= 200 and not _NO_TITLE.match(title):
        same = [line for line in head[:12] if _letters(line.text) == _letters(title)]
        return Found(title, f"the {opened.kind}", *((same[0].text, *same[0][:2]) if same else ())), same
    for line in head[:12]:
        if line not in taken and _is_title(opened.text, line, first=line == head[0]):
            return found_at(" ".join(line.text.split()), "the first heading", line), [line]
    stem = re.sub(r"[-_]+", " ", Path(name).stem).strip()
    return Found(stem or "Untitled", "the file's name"), []


def _is_title(text: str, line: Line, first: bool) -> bool:
    marked = text[max(0, line.start - 2) : line.start].strip().startswith("#")
    plain = line.text
    if (
        only_dated(plain)
        or is_firm(plain)
        or byline(plain, labelled=True)
        or (is_name(plain) and not (marked or first))
    ):
        return False
    if re.match(r"(?:Q|A|问|答)\s*[:：]", plain):
        return False
    if re.search(r"[\u4e00-\u9fff]", plain):
        return 2 <= len(plain) <= 40 and not plain.endswith(("。", "，", "；", "：")) and not is_role(plain)
    least = 1 if marked else 2
    return least <= len(plain.split()) <= 25 and len(plain) <= 200 and not plain.endswith((".", ",", ";", ":"))


def _published(opened: Opened, head: list[Line], tail: list[Line], name: str) -> Found | None:
    in_head = published_in(head, "the text")
    if in_head is not None and len(in_head.value) == 10:
        return in_head
    named = date_at(name.replace("_", " "))
    if named:
        return Found(named.published, "the file's name")
    signed = published_in([line for line in tail if only_dated(line.text)], "the text")
    if signed is not None and len(signed.value) == 10:
        return signed
    if opened.published:
        return Found(opened.published[:10], f"the {opened.kind}")
    return in_head or signed


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
