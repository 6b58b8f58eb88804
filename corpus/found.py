"""What a document seems to say of itself: title, author, firm, date, stance, targets. Proposed, never taken on trust.

Each value comes with where it was found, so that a person can confirm or correct it.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from corpus.opening import Opened
from corpus.people import Person

HEAD = 1500  # characters in which a document says who wrote it and when
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join([*_MONTHS, *(m[:3] for m in _MONTHS), "sept"])
_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
    re.compile(rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<n>{_MONTH})\.?,? (?P<y>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)(?!\d)", re.I),
)
_MONTH_ALONE = re.compile(rf"(?<!\w)(?P<n>{_MONTH})\.? (?P<y>(?:19|20)\d\d)(?!\d)", re.I)
_NAME = r"[A-Z][\w'’.-]*(?: (?:[A-Z]\.|van|von|de|di|la|[A-Z][\w'’-]*)){1,3}"
_BYLINE = re.compile(rf"(?:^|\n)\s*(?:[Bb]y|BY|Author(?:s)?:|Written by|From:)\s+({_NAME}(?: and {_NAME})?)")
_BULL = re.compile(
    r"\b(?:bullish|overweight|upgrad\w+|outperform\w*|upside|rais\w+ (?:its|his|her|our|the) target|constructive|optimistic)\b",
    re.I,
)
_BEAR = re.compile(
    r"\b(?:bearish|underweight|downgrad\w+|underperform\w*|downside|recession|bubble|cut\w* (?:its|his|her|our|the) target|pessimistic|overvalued)\b",
    re.I,
)
_ON = (
    (r"small[- ]?caps?|russell 2000|smaller companies", "small caps"),
    (r"econom\w+|gdp|recession|unemployment", "the economy"),
    (r"s&p 500|stocks|equit\w+|market", "the broad market"),
)
_INDEX = {"rut": r"russell 2000|small[- ]?cap index|\brut\b|\brty\b", "spx": r"s&p 500|s & p 500|\bspx\b"}
_LEVEL = re.compile(
    r"(?<![\d.,$])(\d{1,2},\d{3}|\d{4,5})(?![\d%]|,\d|\.\d|\s*(?:%|percent|basis|companies|members|members|stocks|names|jobs))"
)
_TARGET = re.compile(r"target|forecast|expect|see[sn]?\b|predict|reach|year-end|end of", re.I)
_BY = re.compile(
    r"(?:year[- ]end|end[- ]of|end-|by (?:the )?end of|by (?:late )?|for (?:the )?end of|for|at the end of|in|december(?: 31,?)?)\s*(?:the year )?(20[2-4]\d)",
    re.I,
)
_OLD = re.compile(
    r"(?:from|previous(?:ly)?|prior|old|earlier|was|up from|down from|instead of|cut .{0,20}from)\W*$", re.I
)


class Found(NamedTuple):
    """A value and where it was found."""

    value: Any
    where: str


def propose(opened: Opened, name: str, people: Sequence[Person] = ()) -> dict[str, Found]:
    """What a document seems to say of itself, by front matter key.

    Args:
        opened: Its text, and what the file says of itself.
        name: The file's name.
        people: Those the library knows, who are recognised by name.
    """
    head = (opened.head or opened.text)[:HEAD]
    found = {"title": _title(opened, name)}
    author = _author(opened, head, people)
    if author:
        found["author"] = author
        firm = next((p.firms[0] for p in people if p.name == author.value and p.firms), None)
        if firm:
            found["firm"] = Found(firm, "the library, by the author")
    if "firm" not in found and opened.site:
        found["medium"] = Found(opened.site, "the page")
    published = _published(opened, head, name)
    if published:
        found["published"] = published
    stance = _stance(opened.text)
    if stance:
        found["stance"] = stance
        found["stance_on"] = Found(_subject(opened.text), "the words used most")
    call = _call(opened.text, found["published"].value if published else "")
    if call:
        found["call"] = call
    return found


def date_in(line: str) -> date | None:
    """The first day named in a line, or None."""
    return next((day for pattern in _DATES for m in pattern.finditer(line) if (day := _date(m))), None)


def _title(opened: Opened, name: str) -> Found:
    title = " ".join(opened.title.split())
    if 3 < len(title) <= 200 and not re.match(
        r"(?:microsoft word|untitled|document\d*$)|.*\.(?:docx?|pdf|indd)$", title, re.I
    ):
        return Found(title, f"the {opened.kind}")
    for line in (opened.head or opened.text).split("\n")[:12]:
        plain = " ".join(line.strip("#*_ \t").split())
        least = 1 if line.lstrip().startswith("#") else 2
        only_dated = len(plain.split()) <= 5 and date_in(plain) is not None
        whole = least <= len(plain.split()) <= 25 and len(plain) <= 200 and not plain.endswith((".", ",", ";"))
        if whole and not only_dated and not _BYLINE.match(line):
            return Found(plain, "the first heading")
    stem = re.sub(r"[-_]+", " ", Path(name).stem).strip()
    return Found(stem or "Untitled", "the file's name")


def _author(opened: Opened, head: str, people: Sequence[Person]) -> Found | None:
    byline = _BYLINE.search(head)
    if byline:
        return Found(" ".join(byline[1].split()), "the byline")
    said = " ".join(opened.author.split(";")[0].split())
    if re.fullmatch(rf"{_NAME}(?: and {_NAME})?", said):
        return Found(said, f"the {opened.kind}")
    known = [p for p in people if re.search(rf"(?<!\w){re.escape(p.name)}(?!\w)", head)]
    if len(known) == 1:
        return Found(known[0].name, "a name in the text")
    return None


def _published(opened: Opened, head: str, name: str) -> Found | None:
    for pattern in _DATES:
        for match in pattern.finditer(head):
            day = _date(match)
            if day:
                return Found(day.isoformat(), "the text")
    for match in _DATES[0].finditer(name):
        day = _date(match)
        if day:
            return Found(day.isoformat(), "the file's name")
    if opened.published:
        return Found(opened.published[:10], f"the {opened.kind}")
    month = _MONTH_ALONE.search(head)
    if month:
        number = _MONTHS.index(next(m for m in _MONTHS if m.startswith(month["n"].lower()[:3]))) + 1
        return Found(f"{month['y']}-{number:02}", "the text")
    return None


def _date(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = groups.get("m") or str(
        1 + _MONTHS.index(next(m for m in _MONTHS if m.startswith((groups.get("n") or "jan").lower()[:3])))
    )
    try:
        return date(int(groups["y"]), int(month), int(groups["d"]))
    except ValueError:
        return None


def _stance(text: str) -> Found | None:
    bull, bear = len(_BULL.findall(text)), len(_BEAR.findall(text))
    if bull + bear < 2 or max(bull, bear) < 3 * min(bull, bear):
        return None
    return Found(
        "bullish" if bull > bear else "bearish", f"{max(bull, bear)} words of that side against {min(bull, bear)}"
    )


def _subject(text: str) -> str:
    counts = [(len(re.findall(pattern, text, re.I)), name) for pattern, name in _ON]
    return max(counts, key=lambda count: count[0])[1]


def _call(text: str, published: str) -> Found | None:
    """A target for the end of a year, where a sentence names the index, the level and the year."""
    if not published:
        return None
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“])|\n{2,}", text):
        subject = next((key for key, names in _INDEX.items() if re.search(names, sentence, re.I)), None)
        year = _BY.search(sentence)
        if subject is None or year is None or not _TARGET.search(sentence) or f"{year[1]}-12-31" < published:
            continue
        plain = re.sub(r"russell [123]000|s&p \d{3}", lambda m: "x" * len(m[0]), sentence, flags=re.I)
        levels = [
            (int(m[1].replace(",", "")), plain[: m.start()]) for m in _LEVEL.finditer(plain)
            if not re.fullmatch(r"20[0-4]\d", m[1])
        ]  # fmt: skip
        fresh = [level for level, before in levels if not _OLD.search(before) and 500 <= level <= 20_000]
        if len(fresh) == 1:
            call = {
                "kind": "target", "subject": subject, "target": fresh[0], "issued": published,
                "horizon": f"{year[1]}-12-31",
            }  # fmt: skip
            return Found(call, " ".join(sentence.split())[:200])
    return None
