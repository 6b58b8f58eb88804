"""Whether a sentence tells a passage in its own order: nothing may stand in it that the passage doesn't hold.

The nouns of a view can all be the passage's while one word reverses it: raised for cut, less for more, large for small.
Each stretch of the sentence is laid along one sentence of the passage, in order. Words that find no place there must be
words that claim nothing (who spoke, when, how it joins) or that only stand elsewhere in it between the same turning words;
and no refusal that the passage has over a told word may be left out. A paraphrase in words of its own is withheld: what isn't understood isn't shown.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

SHARE = 0.55  # of a stretch's own words that must find their place
FEW = 3  # words that only lead up to a quotation, or name a person's words

# Stems of words that turn a claim: direction, size, comparison, refusal, judgement, order.
_TURNING = """
instead rathe less fewer least most high low lowe down rise risin fall fell falli drop declin increa decrea gain
lose lost los rais cut lift trim upgra downg reduc expan contr grow shrin bette worse best worst stron weak cheap costl
under outpe beat lag lead trail ahead behin bull bear buy sell sold refus rejec deny denie dismi doubt oppos suppo
accep prais criti warn welco advis avoid favou favor prefe recom benef suffe hurt help harm risk safe befor after early late
first last alway bare barel excep below above fast slow ease easie tight loose broad narro begin start stop conti
confi worri optim pessi happy afrai likel
""".split()
_TURN = re.compile(rf"(?:{'|'.join(_TURNING)})\w*|up|led|rose|more|over|overv\w*|overw\w*|only")
_LEADING_UP = re.compile(r"warn\w*|worri\w*")  # said of a whole view: to leave them out turns nothing
_ATTRIBUTE = re.compile(r"(?:high|low|stron|weak|cheap|costl|fast|slow|early|late|tight|loose|broad|narro)\w*")
_REFUSING = re.compile(r"not |dismi|rejec|doubt|deny|denie|refus|oppos|dispu|queri|quest|disag")
# What follows these is hoped for, feared or another's: "hopes for lower rates" are no lower rates, a team is not its head.
_HEAD = re.compile(
    r"hopes?|fears?|expectations?|prospects?|chances?|threats?|lack|absence|possibility|promises?|bets?|talk|rumou?rs?|team|colleagues"
)
_NEGATION = r"(?:not|never|no|without|nor|neither|hardly|cannot|\w+n't|none|nothing|unlikely|unless|if)"
_LINKING = frozenset(
    """
    a an the of to in on at for by with and that as is was were be been being are it its it's his her he she they them their this
    these those would will had has have from or but so than into about among amid between within around near across through per like which who whose when where while then also s one ones
    """.split()
)
# Words that claim nothing of their own: they credit, date or join, and may stand where the passage has no such word.
_PLAIN = frozenset(
    """
    call calls called calling expect expects expected expecting expectation see sees saw seen believe believes believed predict predicts predicted forecast
    forecasts project projects projected say says said saying tell tells told think thinks thought argue argues argued arguing note notes noted write writes wrote state states stated
    explain explains explained describe describes described speak speaks spoke put puts give gives gave given hold holds held
    word words view views viewed opinion stance position outlook case argument point points remark remarks comment comments interview report reported
    according reportedly published client clients letter newsletter article latest stored earlier older recent recently
    there here some such very own both each other others just still now currently current today time year years month months day days
    strategist economist analyst manager portfolio chief president founder head firm research
    january february march april may june july august september october november december early mid
    likewise meanwhile similarly however instead_of while because since against_that after_that
    """.split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_SAME = {  # one word for several that mean the same
    "stock": "equit", "share": "equit", "downt": "reces", "slump": "reces", "firm": "compa", "busin": "compa", "labor": "labou",
    "joble": "unemp", "ameri": "us", "u.s": "us", "believ": "belie", "expen": "costl", "inexp": "cheap", "feder": "fed",
}  # fmt: skip
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[a-z]+(?:['’.-][a-z]+)*")
_SIZES = [
    (re.compile(rf"\b{size}[- ](?:cap(?:italisation|italization)?s?(?: (?:stock|compan|share|firm|name)(?:y|ies|s)?)?|compan(?:y|ies)|firms|stocks|ones)\b"), f" {name} ")
    for size, name in (("small(?:er)?", "smallsize"), ("(?:large|big)(?:r|ger)?", "largesize"), ("mega", "megasize"))
]  # fmt: skip
# The number of an index's name is no figure.
_NAMES = re.compile(r"\brussell \d{4}|s&p(?: smallcap)? \d{3}|\bsmallcap 600|\bnasdaq[- ]100|\bdow 30")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_STRETCH = re.compile(r"(?<!\d),|,(?!\d)|[;:—]|\s–\s|\b(?:and|but|while|whereas|because)\b", re.I)


class _Word(NamedTuple):
    """A word of a text: its stem, which holds a refusal before it, and the clause it stands in."""

    stem: str
    clause: int
    text: str


def retells(own: str, sources: Sequence[str], credit: Sequence[str]) -> bool:
    """Whether a sentence's own part tells what one of the sources says, in its order.

    Args:
        own: The sentence without quotations, dates and figures' notes.
        sources: The passage's text, and others that may be told, such as its title.
        credit: Names that credit the view, whose words count for nothing.
    """
    names = frozenset(w.stem for name in credit for w in _words(name))
    parts = [p for p in _STRETCH.split(own) if p.strip()]
    told = [s for source in sources if source for s in _ENDS.split(source)]
    return _told(tuple(parts), tuple(told), names)


@lru_cache(maxsize=4096)
def _told(parts: tuple[str, ...], told: tuple[str, ...], names: frozenset[str]) -> bool:
    """Whether the parts, joined as few times as it takes, each lie along one sentence."""
    if not parts:
        return True
    for take in range(len(parts), 0, -1):
        words = _others(" , ".join(parts[:take]), names)
        here = all(_plain(w) for w in words) or any(_laid_along(words, _others(s, names)) for s in told)
        if here and _told(parts[take:], told, names):
            return True
    return False


def _others(text: str, names: frozenset[str]) -> list[_Word]:
    return [w for w in _words(text) if w.stem not in names]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    low = text.lower().replace("’", "'")
    low = _NAMES.sub(lambda m: re.sub(r"\W|\d", "", m[0]) + "index", low)
    low = low.replace("year-end", "end")
    for pattern, name in _SIZES:
        low = pattern.sub(name, low)
    out: list[_Word] = []
    for clause, stretch in enumerate(re.split(r"(?<!\d),|,(?!\d)|[;:—]|\bbut\b", low)):
        refused = False
        for match in _TOKEN.finditer(stretch):
            word = match[0]
            if re.fullmatch(_NEGATION, word):
                refused = True
            elif word not in _LINKING:
                out.append(_Word(("not " if refused else "") + _stem(word), clause, word))
                refused = False
        if refused:
            out.append(_Word("not ", clause, "not"))
    return tuple(out)


def _stem(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").removesuffix(".0")
    word = word.removesuffix("'s").removesuffix("'")
    stem = word if len(word) < 4 else word.removesuffix("s")[:5]
    return _SAME.get(stem, stem)


def _laid_along(words: Sequence[_Word], source: Sequence[_Word]) -> bool:
    """Whether words lie along a sentence in order, and what doesn't turns nothing."""
    placed = _places(words, source)
    own = [i for i, w in enumerate(words) if not _plain(w)]
    lone, used = _lone_numbers(source), set(placed.values())
    for i in own:
        if i in placed or _of_a_date(i, words, source, placed):
            continue
        if _turns(words[i]) and _number(words[i]) not in lone:
            return False
        elsewhere = next((j for j in _moved(i, words, source, placed, lone) if j not in used), None)
        if elsewhere is None:
            return False
        used.add(elsewhere)  # a word of the passage stands for one of the sentence
    there = sum(i in placed for i in own)
    return (len(own) <= FEW or there >= SHARE * len(own)) and not _qualifier_lost(source, list(placed.values()))


def _places(words: Sequence[_Word], source: Sequence[_Word]) -> dict[int, int]:
    """The heaviest alignment in order: by index of a word, the index of its place in the source."""
    weight = [4 if _turns(w) else 1 if _plain(w) else 2 for w in words]
    best = [[0] * (len(source) + 1) for _ in range(len(words) + 1)]
    for i in range(len(words) - 1, -1, -1):
        for j in range(len(source) - 1, -1, -1):
            skip = max(best[i + 1][j], best[i][j + 1])
            same = words[i].stem == source[j].stem
            best[i][j] = max(skip, best[i + 1][j + 1] + weight[i]) if same else skip
    placed, i, j = {}, 0, 0
    while i < len(words) and j < len(source):
        if words[i].stem == source[j].stem and best[i][j] == best[i + 1][j + 1] + weight[i]:
            placed[i] = j
            i, j = i + 1, j + 1
        elif best[i][j + 1] >= best[i + 1][j]:
            j += 1
        else:
            i += 1
    return placed


def _moved(
    i: int, words: Sequence[_Word], source: Sequence[_Word], placed: dict[int, int], lone: frozenset[str]
) -> list[int]:
    """Where else a word stands in the source, between the same turning words: "his target for the index"."""
    anchors = {
        k: j
        for k, j in placed.items()
        if _turns(words[k]) and not _ATTRIBUTE.fullmatch(words[k].stem) and _number(words[k]) not in lone
    }
    return [
        j
        for j, word in enumerate(source)
        if word.stem == words[i].stem and all((k < i) == (place < j) for k, place in anchors.items())
    ]


def _of_a_date(i: int, words: Sequence[_Word], source: Sequence[_Word], placed: dict[int, int]) -> bool:
    """Whether a word is of a phrase of time, "since Liberation Day in April 2025", that stands whole elsewhere."""
    first, last = i, i + 1
    while first > 0 and first - 1 not in placed:
        first -= 1
    while last < len(words) and last not in placed:
        last += 1
    run = [w.stem for w in words[first:last]]
    stems = [w.stem for w in source]
    whole = any(stems[j : j + len(run)] == run for j in range(len(stems) - len(run) + 1))
    return whole and any(_number(w) == "year" or w.text in _MONTHS for w in words[first:last])


def _lone_numbers(source: Sequence[_Word]) -> frozenset[str]:
    """The kinds of number that a sentence holds once: such a one can't be said of the wrong thing."""
    kinds = Counter(_number(w) for w in source)
    return frozenset(kind for kind, n in kinds.items() if kind and n == 1)


def _number(word: _Word) -> str:
    """The kind of number a word is: a year, another, or none."""
    return "" if not word.text[0].isdigit() else "year" if re.fullmatch(r"(?:19|20)\d\d", word.text) else "figure"


def _plain(word: _Word) -> bool:
    return word.text in _PLAIN and not word.stem.startswith("not ")


def _turns(word: _Word) -> bool:
    return word.text[0].isdigit() or word.stem.startswith("not ") or _TURN.fullmatch(word.stem) is not None


def _qualifier_lost(source: Sequence[_Word], placed: Sequence[int]) -> bool:
    """Whether the sentence leaves out a refusal over what it tells, or the word before one that turns it."""
    for j, word in enumerate(source):
        over = [p for p in placed if p > j and source[p].clause == word.clause]
        if j in placed or not over or _number(word):
            continue
        if _HEAD.fullmatch(word.text) and any(p <= j + 3 for p in over):
            return True
        if _REFUSING.match(word.stem) or (_turns(word) and j + 1 in placed and not _LEADING_UP.fullmatch(word.stem)):
            return True
    return False
