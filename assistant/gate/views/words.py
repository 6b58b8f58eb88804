"""The words of a sentence as a retelling is held against them: names, sizes, spans of time and numbers are one word each."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

AUTHOR, AUTHORS, FIRM = "@", "@s", "#"  # the author, "the author's", and the author's firm
SAYING = frozenset("say note write tell stat explain add argu report hold contend maintain think believ claim".split())
EXPECTING = frozenset("expect see forecast predict project foresee anticipat".split())
SEPARATORS = frozenset([",", ";", ":", "and", "or", "but", "while", "wherea"])
# Words without a claim of their own: a sentence may add them or leave them out.
FREE = frozenset("a an the that is are was were be been being have do it's his her reportedly also too".split())
PRONOUNS = frozenset(
    "it its they them their".split()
)  # free in what is told; in a passage they stand for what was named
RELATIONS = frozenset(
    """of in on at to for by with from than as against into over under between within without per about around near like
    after before since until during among towards toward above below through across ahead because so if unless though although""".split()
)

_INDEX = re.compile(
    r"\b(?:the )?(russell (\d{4})|s&p smallcap 600|s&p 600|s&p 500|s&p(?!\w)|nasdaq(?:[- ]100| composite)?|dow(?: jones)?(?: industrial average)?)\b"
)
_KINDS = (("small", "small(?:er)?"), ("mid", "mid(?:-?sized)?"), ("large", "(?:large|big)(?:r|ger)?"), ("mega", "mega"))
_CAPS = r"(?:[- ]?cap(?:italisation|italization)?s?(?: (?:stock|compan|share|firm|name)(?:y|ies|s)?)?|[- ](?:compan(?:y|ies)|firms?|stocks|shares|ones))\b"
_ALIKE = [(re.compile(rf"\b{p}(?:{_CAPS}|(?= and (?:small|mid|large)(?:er|r)?{_CAPS})|(?<=mid)(?= and )|(?<=for large)\b)"), f" {n}size ") for n, p in _KINDS]  # fmt: skip
_Y = r"(?:19|20)\d\d"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TIME = re.compile(
    rf"\b(?:the )?(?:end|close) of (?:(?P<e1>the|this|next|last) year|(?P<e2>{_Y}))\b|\byear[- ]end(?: of)?(?: (?P<e3>{_Y}))?\b"
    rf"|\bend[- ](?P<e4>{_Y})\b|\b(?P<e5>{_Y}) year[- ]end\b|\b(?P<part>early|mid|late)[- ](?P<py>{_Y})\b"
    rf"|\b(?:the )?(?P<nth>first|second|third|fourth) (?P<unit>quarter|half)(?: of (?P<ny>{_Y}))?\b"
    rf"|(?P<rel>\bthis year|\bnext year(?!')|\blast year(?!')|(?<=for )the year|(?<=of )the year|(?<=over )the year|(?<=within )the year|(?<=in )the year)\b"
    rf"|\b(?P<d>\d{{1,2}}) (?P<dm>{_MONTH})(?: (?P<dy>{_Y}))?\b|\b(?P<m>{_MONTH})(?: of)? (?P<my>{_Y})\b"
    rf"|(?<![\w.,])(?P<y>{_Y})\b(?![.,]\d| ?%)"
)  # fmt: skip
_TOKEN = re.compile(
    r"@s|@|#|t_\w+|idx[a-z0-9]+(?:'s)?|\d+s\b|(?:(?<![\w])[-−])?\d[\d.,]*\d%?|(?:(?<![\w])[-−])?\d%?|[a-z]+(?:['.&-][a-z]+)*|[,;:()]"
)
_IRREGULAR = {
    form: base
    for base, forms in (
        ("see", "saw seen"), ("think", "thought"), ("say", "said"), ("tell", "told"), ("write", "wrote written"), ("give", "gave given"),
        ("hold", "held"), ("keep", "kept"), ("take", "took taken"), ("rise", "rose risen"), ("fall", "fell fallen"), ("lead", "led"),
        ("beat", "beaten"), ("find", "found"), ("foresee", "foresaw"), ("leave", "left"), ("have", "has had having"), ("may", "might"),
        ("would", "will"), ("lose", "lost"), ("go", "went gone"), ("make", "made"), ("come", "came"), ("mean", "meant"), ("stand", "stood"),
        ("grow", "grew grown"), ("drive", "drove driven"), ("spread", "spreads"), ("do", "does did"), ("against", "versus vs"), ("around", "roughly approximately about some"),
        ("nearly", "almost"), ("share", "stock stocks shares equities equity"), ("note", "notes noted noting"),
    )
    for form in forms.split()
}  # fmt: skip
_PAST = frozenset(
    """saw thought said told wrote gave held kept took rose fell led found foresaw left had might lost went made came meant stood
    grew drove did""".split()
)
_COUNTS = {w: str(n) for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}


class Years(NamedTuple):
    """What "this year" is: of the sentence that tells, and of what it tells."""

    now: int
    published: int


NO_YEARS = Years(0, 0)


class Word(NamedTuple):
    """A word of a text: what it is compared by, and how it stands there."""

    stem: str
    text: str


@lru_cache(maxsize=8192)
def marked(text: str, names: tuple[str, ...], firm: str) -> str:
    """A text with its author as ``@`` and the author's firm as ``#``.

    Args:
        text: One sentence or several.
        names: What the author is called, longest first.
        firm: What the author's firm is called where that is no name of the author.
    """
    text = text.replace("’", "'")
    for part in (firm, *(w for w in firm.split()[:1] if len(w) > 5)) if firm else ():
        if part not in names:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", FIRM, text)
    for name in names:
        text = re.sub(
            rf"(?<![\w@]){re.escape(name)}(?:('s?)(?!\w)|(?![\w-]))", lambda m: AUTHORS if m[1] else AUTHOR, text
        )
    return re.sub(rf"{AUTHOR}(?:,| and|, and) {AUTHOR}(?!\w)", AUTHOR, text)


@lru_cache(maxsize=8192)
def words(text: str, year: int, the_year: int) -> tuple[Word, ...]:
    """The words of a marked text.

    Args:
        text: One sentence, with its author marked.
        year: The year that "this year" is; 0 leaves it as it is.
        the_year: The year that "the year" is; 0 leaves it as it is.
    """
    low = re.sub(r"\b([a-z]+)n't\b", r"\1 not", text.lower().replace("cannot", "can not"))
    low = _INDEX.sub(lambda m: "idx" + re.sub(r"\W", "", m[1]).replace("sp600", "spsmallcap600"), low)
    for pattern, name in _ALIKE:
        low = pattern.sub(name, low)
    low = _TIME.sub(lambda m: f" {_time(m, year, the_year)} ", low)
    low = re.sub(
        r"\b(?:in|by|at|for|on|of|over|within)(?: the)?\s+(?=t_)", "", low
    )  # a date says when, with any of these
    low = re.sub(r"(?<=\d) ?(?:%|percent\b|per cent\b)", "%", low).replace("basis points", "bp")
    low = re.sub(r"\b(idx\w+)(?:'s)? target\b", r"target for \1", low)
    low = re.sub(r"\btarget of ([\d,.]*\d) for (idx\w+)", r"target for \2 of \1", low)
    low = re.sub(
        r"@s +target for (idx\w+)((?:,? t_\w+)?) +(?:is|was|of|stands at|stood at) ([\d,.]*\d)",
        r"@ set target for \1 of \3\2",
        low,
    )
    return tuple(Word(stem(t), t) for t in _TOKEN.findall(low))


def _time(match: re.Match[str], year: int, the_year: int) -> str:
    """A span of time as one word: ``t_end_2026``."""
    found = match.groupdict()
    by_name = {"the": the_year, "this": year, "next": year and year + 1, "last": year and year - 1}

    def named(word: str) -> str:
        return str(by_name[word] or word)

    if whole := found["rel"]:
        return f"t_{named(whole.split()[0])}"
    ends = next((found[k] for k in ("e2", "e3", "e4", "e5") if found[k]), None)
    if found["e1"] or ends or match[0].startswith("year"):
        return f"t_end_{ends or named(found['e1'] or 'the')}"
    if found["part"]:
        return f"t_{found['part']}_{found['py']}"
    if found["nth"]:
        return f"t_{found['nth']}{found['unit']}_{found['ny'] or ''}"
    if found["d"]:
        return f"t_{found['d']}_{found['dm']}_{found['dy'] or ''}"
    return f"t_{found['m']}_{found['my']}" if found["m"] else f"t_{found['y']}"


def stem(word: str) -> str:
    """What forms of one word share: the verb in both tenses, the noun in both numbers."""
    if word[0].isdigit() or word[0] in "-−":
        return word.replace(",", "").replace("−", "-")
    word = word.removesuffix("'s").removesuffix("'")
    if word.startswith(("t_", "idx")) or word.endswith("size") or len(word) < 3:
        return word
    word = _COUNTS.get(word, _IRREGULAR.get(word, word))
    if word in FREE or word in RELATIONS or word in PRONOUNS:
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "eed")):
            word = word.removesuffix(ending) + put
            break
    if word in ("note", "not"):
        return word  # "noted" is no "not"
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def is_past(word: Word) -> bool:
    """Whether a verb says what was: "traded", "stood"."""
    return word.text.endswith("ed") or (word.text in _IRREGULAR and word.text in _PAST)


def is_number(word: Word) -> bool:
    """Whether a word is a figure."""
    return word.stem[0].isdigit() or word.stem[0] == "-"


def is_time(word: Word) -> bool:
    """Whether a word is a span of time or a date."""
    return word.stem.startswith("t_")


def is_named(word: Word) -> bool:
    """Whether a word is an index or a size of companies."""
    return word.stem.startswith("idx") or word.stem.endswith("size")


def called(author: str, firm: str | None) -> tuple[str, ...]:
    """What an author may be called, longest first: the name and its endings, "Jill Carey Hall" and "Carey Hall"."""
    out: list[str] = []
    for name in re.split(r"\s+and\s+|\s*[,/]\s*", author):
        parts = name.split()
        if is_house(author, firm):
            shared = [a for a, b in zip(parts, (firm or "").split(), strict=False) if a == b]
            out += [author, firm or author, " ".join(shared or parts), *([parts[0]] if len(parts[0]) > 5 else [])]
        else:
            endings = [" ".join(parts[k:]) for k in range(len(parts))]
            out += [*endings, *(e[0].upper() + e[1:] for e in endings)]
    return tuple(sorted({n for n in out if n}, key=lambda n: (-len(n), n)))


def is_house(author: str, firm: str | None) -> bool:
    """Whether an author is a house or a team of it, not a person."""
    return bool(firm) and author.split()[0] == (firm or "").split()[0]


def stems(found: Sequence[Word]) -> list[str]:
    """The stems of words."""
    return [w.stem for w in found]
