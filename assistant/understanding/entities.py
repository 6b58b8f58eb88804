"""The names in a question: subjects, people, windows and numbers, each with its place; and the question without them.

What a question is about is parsed here; what it wants is decided by ``intents`` on the words that are left.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from assistant.understanding.asked_times import find_times
from assistant.understanding.figures import normalise
from assistant.understanding.language import CJK
from assistant.understanding.lexicon.names import CHINESE, NICKNAMES, PEOPLE, SYMBOLS
from assistant.understanding.lexicon.spelling import spelled
from assistant.understanding.vocabulary import mentions
from corpus.people import Person, named_in, place_in
from tools.listings import SUFFIX_CURRENCIES
from tools.measures.windows.window import UnresolvedAnchor, Window, WindowError, days
from tools.measures.windows.words import find_windows
from tools.universe import by_symbol

# As Yahoo writes them: with an exchange's suffix, as a pair, a future, a coin, an index or a class; or with a dollar sign.
_TICKER = re.compile(
    rf"(?<![\w^$.])(?:\$([A-Z]{{1,5}}(?:\.[A-Z]{{1,2}})?)|((?=[A-Z0-9.]*[A-Z])[A-Z0-9]{{2,6}}\.(?:{'|'.join(sorted(SUFFIX_CURRENCIES, key=len, reverse=True))})"
    r"|[A-Z]{3,6}=X|[A-Z0-9]{1,4}=F|[A-Z]{2,5}-USD|\^[A-Z][A-Z0-9]{1,7}|[A-Z]{1,5}/[ABC]))(?![\w&])"
)
# Indexes that are none of the universe's though their names begin like one's: looked up, not guessed.
_INDEX = re.compile(
    r"\b(?:Russell (?:1000|2500|3000|Mid-?cap|Micro-?cap)(?: (?:Growth|Value))?|S&P (?:MidCap )?(?:100|400|1500)|S&P MidCap"
    r"|Dow (?:Jones )?(?:Transport\w*|Utilit\w*)(?: Average)?|Nikkei(?: 225)?|FTSE 100|FTSE 250|Hang Seng|CAC 40|Euro ?Stoxx(?: 50)?)\b",
    re.I,
)
_TERMS = re.compile(r"\bjanuary effect\b|一月效应|元月效应|黄金交叉|黄金分割", re.I)  # neither a time nor a metal
_WITH_YEAR = re.compile(r"\b(?:the )?2000 index\b|\br(?:ussell)?[ -]?2000\b|罗素2000(?:指数)?", re.I)  # no year
_SINCE = re.compile(r"\bsince\b[^.?!]{0,24}$|\b(?:from|after) (?:the )?$|(?:自|从)[^。？！]{0,8}$", re.I)
_NUMBER = re.compile(r"[$€£¥]?\d[\d,.]*\s?(?:%|％|k\b|bn\b|万|亿)?|\b(?:ten|twenty|fifty|hundred|thousand)\b", re.I)


class Named(NamedTuple):
    """A name in a question: where it stands, of which kind it is, and what it means."""

    start: int
    end: int
    kind: str  # subject, symbol, person, window, number
    value: object


@dataclass(frozen=True)
class Entities:
    """What a question names, in order of place."""

    text: str
    named: tuple[Named, ...]

    def of(self, kind: str) -> list[object]:
        """The values of one kind, each once."""
        return list(dict.fromkeys(n.value for n in self.named if n.kind == kind))

    @property
    def subjects(self) -> tuple[str, ...]:
        """Keys of the universe."""
        return tuple(str(v) for v in self.of("subject"))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Yahoo symbols outside it."""
        return tuple(str(v) for v in self.of("symbol"))

    @property
    def people(self) -> tuple[str, ...]:
        """People and houses, as the library spells them."""
        return tuple(str(v) for v in self.of("person"))

    @property
    def windows(self) -> tuple[Window, ...]:
        """Windows of time."""
        return tuple(v for v in self.of("window") if isinstance(v, Window))


def prepared(question: str) -> str:
    """A question with its misspelt names mended, one space between words, and one where Latin letters meet Chinese signs."""
    text = spelled(normalise(question))
    return " ".join(re.sub(r"(?<=[A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z])", " ", text).split())


def find_entities(text: str, as_of: date, people: Sequence[Person]) -> Entities:
    """What a question names.

    Args:
        text: The question.
        as_of: The session relative windows count from.
        people: Everyone the library knows.
    """
    found: list[Named] = []
    _take(found, (Named(m.start(), m.end(), "other", "term") for m in _TERMS.finditer(text)))
    _take(found, (Named(m.start(), m.end(), "subject", "rut") for m in _WITH_YEAR.finditer(text)))
    _take(found, (Named(a, b, "window", window) for a, b, window in find_times(text, as_of)))
    windows = ((w, _since(text, w.start, w.window, as_of)) for w in find_windows(text, as_of))
    _take(found, (Named(w.start, w.end, "window", window) for w, window in windows))
    _take(found, _people(text, people))
    _take(found, _symbols(text))
    _take(found, (Named(m.start, m.end, "subject", m.key) for m in mentions(text)))
    for kind, pattern, keys in _nicknames():
        _take(found, (Named(m.start(), m.end(), kind, keys[_plain(m[0])]) for m in pattern.finditer(text)))
    _take(found, (Named(m.start(), m.end(), "number", m[0].strip()) for m in _NUMBER.finditer(text)))
    return Entities(text, tuple(sorted(found)))


def _take(found: list[Named], more: Iterable[Named]) -> None:
    """Adds names that stand in no place that is taken already."""
    for named in more:
        if all(named.end <= n.start or n.end <= named.start for n in found):
            found.append(named)


def _since(text: str, place: int, window: Window, as_of: date) -> Window:
    """A day or month that "since" stands before, however far, as the beginning of a time up to now."""
    if not _SINCE.search(text[:place]) or (window.end is None and window.period is None):
        return window
    try:
        first, last, _ = days(window, as_of)
    except (UnresolvedAnchor, WindowError):
        return window
    single = window.start == window.end or len(window.period or "") > len("2025")
    return Window(start=first) if single and last < as_of else window


def _symbols(text: str) -> list[Named]:
    """Symbols and names of indexes outside the universe; a symbol of the universe is its subject."""
    out = [Named(m.start(), m.end(), "symbol", m[0]) for m in _INDEX.finditer(text)]
    for match in _TICKER.finditer(text):
        symbol = match[1] or match[2]
        known = by_symbol(symbol)
        out.append(Named(match.start(), match.end(), "subject" if known else "symbol", known.key if known else symbol))
    return out


def _people(text: str, people: Sequence[Person]) -> list[Named]:
    out = []
    for person in named_in(text, people):
        for name in (person.name, person.last_name, *person.firms, *(firm.split()[0] for firm in person.firms)):
            if place := place_in(text, name):
                out.append(Named(*place, "person", person.name))
                break
    known = {p.name for p in people}
    for name, spellings in PEOPLE.items():
        if name in known and (match := re.search(spellings, text)):
            out.append(Named(match.start(), match.end(), "person", name))
    return sorted(out, key=lambda n: n.start - n.end)


@cache
def _nicknames() -> list[tuple[str, re.Pattern[str], dict[str, str]]]:
    out = []
    for kind, table in (("subject", NICKNAMES), ("subject", CHINESE), ("symbol", SYMBOLS)):
        keys = {_plain(name): key for key, names in table.items() for name in names.split("|")}
        ordered = sorted(keys, key=len, reverse=True)
        latin = "|".join(re.escape(n) for n in ordered if not CJK.search(n))
        chinese = "|".join(re.escape(n) for n in ordered if CJK.search(n))
        parts = [rf"(?<![\w&])(?:{latin})(?![\w&])" if latin else "", chinese]
        out.append((kind, re.compile("|".join(p for p in parts if p), re.I), keys))
    return out


def _plain(name: str) -> str:
    return name.casefold()


_MASKS = {
    "en": {"index": "the index", "sector": "the tech sector", "symbol": "the stock", "person": "Smith", "window": "last month", "number": "100"},
    "zh": {"index": "该指数", "sector": "科技板块", "symbol": "该股票", "person": "史密斯", "window": "上个月", "number": "100"},
}  # fmt: skip
_KEPT = {"rut": "small", "spx": "market"}
_GENERIC = re.compile(r"small|little|market|large|big|blue|小|大|美股|蓝筹", re.I)


def kind_of(named: Named, text: str) -> str:
    """What stands in a name's place; empty for a name that says itself what is wanted: VIX, yields, value, small caps."""
    if named.kind != "subject":
        return "" if named.kind == "other" else named.kind
    key, name = str(named.value), text[named.start : named.end]
    if key in ("vix", "tnx") or key.startswith("style.") or (key in _KEPT and _GENERIC.search(name)):
        return ""
    return "sector" if key.startswith("sector.") else "index"


def masked(entities: Entities) -> str:
    """The question with each name replaced by a plain one of its kind, so that what it wants doesn't hang on whom it names."""
    text, language = entities.text, "zh" if CJK.search(entities.text) else "en"
    for named in reversed(entities.named):
        kind = kind_of(named, entities.text)
        if not kind:
            continue
        before, after = text[: named.start], text[named.end :]
        mask = _MASKS[language][kind]
        if mask.startswith("the ") and re.search(r"\b(?:the|an?|its?|this) $", before, re.I):
            mask = mask.removeprefix("the ")
        space = " " if language == "en" and after[:1].isalnum() else ""
        text = before + mask + space + after
    return text
