"""Which subject a person's words name: of the universe, a Yahoo symbol, or a name that Yahoo's search knows."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tools.data import yahoo
from tools.data.likeness import chosen
from tools.data.store import KnownName, Store
from tools.errors import MarketDataError, SymbolNotFound
from tools.listings import CURRENCIES, Listing, name_of_listing, yahoo_symbol
from tools.universe import UNIVERSE, Subject, subject_for

LONGEST = 60  # letters of a name
FORGOTTEN = timedelta(minutes=10)  # after which a name that wasn't found is searched for again
_NAME = re.compile(r"[\w&^.$=+'’()!, -]*\w[\w&^.$=+'’()!, -]*")
_SLASH = re.compile(r"([A-Za-z]{3})/([A-Za-z]{3})|([A-Za-z]{1,5})/([ABCabc])")
# As Yahoo writes them: short and in capitals, or with a mark that no name has.
_SYMBOL = re.compile(r"\$?(?=[^ ]*[A-Z])(?:\^[A-Z0-9.-]{1,10}|[A-Z]{1,5}|[A-Z0-9]{1,10}[.=-][A-Z0-9]{1,4})")
_CLASS = re.compile(r"[A-Za-z]{1,4}[. ][ABCabc]")
HINT = "Name one as Yahoo Finance does, such as Toyota, TM, ^N225 or 7203.T."


class Named(NamedTuple):
    """What words were understood to name.

    Attributes:
        asked: The words.
        subject: With its key and symbol; a share found by name carries that name.
        searched: Whether Yahoo's search found it, so that the answer should confirm it.
    """

    asked: str
    subject: Subject
    searched: bool = False

    @property
    def note(self) -> str:
        """What an answer says of a name that was searched for: ``Toyota was read as Toyota Motor, TM``; else empty."""
        name = self.subject.name.removesuffix(f" ({self.subject.symbol})").removeprefix("the ")
        return f"{self.asked} was read as {name}, {self.subject.symbol}" if self.searched else ""


def in_universe(words: str) -> Subject | None:
    """The subject of the universe that words name exactly: by key, symbol or name, in any case; None for any other."""
    low = " ".join(words.split()).lower().removeprefix("the ").removeprefix("$")
    for key, subject in UNIVERSE.items():
        if low and low in (key, key.partition(".")[2], subject.symbol.lower(), *subject.names):
            return subject
    return None


def resolve(words: str, store: Store, *, now: datetime, home: Path, online: bool = True) -> Named:
    """The subject that words name; never another one for it.

    The universe first (key, symbol or name, exactly); then a symbol, where they are written as one or bars of it are
    held; then Yahoo's search, whose answer is taken only where its name is the thing asked for.

    Args:
        words: A key, symbol or name.
        store: Remembers what was found, and for ten minutes what wasn't.
        now: The instant taken as now.
        home: Folder for the source's caches.
        online: Whether Yahoo may be asked.

    Raises:
        SymbolNotFound: They are no name at all, or name nothing that is known, or could name several things.
        MarketDataError: The search could not be made; the message says that it isn't measured, and why.
    """
    text = check_name(words)
    if subject := in_universe(text):
        return Named(text, subject)
    if symbol := _written(text, store, now):
        return Named(text, subject_for(symbol, store.listings([symbol], now).get(symbol)))
    known = _searched(text, store, now, home, online)
    if not known.symbol:
        nearest = f"; its nearest is {known.name}, to be asked for by that symbol" if known.name else ""
        raise SymbolNotFound(f"“{text}” is not measured: Yahoo's search knows nothing by just that name{nearest}", HINT)
    listing = store.listings([known.symbol], now).get(known.symbol)
    return Named(text, subject_for(known.symbol, listing or Listing(known.symbol, known.name, "", known.kind)), True)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def check_name(words: str) -> str:
    """Words with one space between them, as far as they can be a name or a symbol.

    Raises:
        SymbolNotFound: They can't.
    """
    text = " ".join(words.split())
    if len(text) > LONGEST:
        raise SymbolNotFound(f"“{_printable(text)[:30]}…” is no subject: a name has at most {LONGEST} letters", HINT)
    if not (_NAME.fullmatch(text) or _SLASH.fullmatch(text)) or ".." in text:
        raise SymbolNotFound(f"“{_printable(text)[:30]}” is no subject: it is neither a name nor a symbol", HINT)
    return text


def _written(text: str, store: Store, now: datetime) -> str | None:
    """The symbol that words are written as; None for a name."""
    pair = _SLASH.fullmatch(text)
    if pair and pair[1] and {pair[1].upper(), pair[2].upper()} <= CURRENCIES:
        return f"{pair[1]}{pair[2]}=X".upper()
    symbol = yahoo_symbol(text)
    if (pair and pair[3]) or _SYMBOL.fullmatch(text) or _CLASS.fullmatch(text):
        return symbol
    return symbol if " " not in symbol and symbol in store.last_settled([symbol], now) else None


def _searched(text: str, store: Store, now: datetime, home: Path, online: bool) -> KnownName:
    """What the search said of a name, now or when it was asked last; without a symbol where it knows none."""
    name = text.lower().removeprefix("the ")
    known = store.known_name(name, now)
    if known and (known.symbol or now - known.at < FORGOTTEN):
        return known
    if not online:
        raise SymbolNotFound(f"“{text}” is not measured: it is none of the names held, and Yahoo is not asked", HINT)
    try:
        hits = yahoo.search(name, home=home)
    except MarketDataError as error:
        raise type(error)(f"“{text}” is not measured: {error.message}", error.hint) from error
    hit = chosen(name, hits)
    if hit:
        found = KnownName(hit.symbol, hit.names[0] if hit.names else "", hit.kind, now)
    else:
        nearest = name_of_listing(hits[0].symbol, Listing(hits[0].symbol, hits[0].name, "", "")) if hits else ""
        found = KnownName("", nearest, "", now)
    store.save_name(name, found)
    return found
