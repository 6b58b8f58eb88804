"""Where evidence comes from: the fact catalogue of any date, and the library."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.library import Library
from tools.analysts.calls import call_facts
from tools.data.bars import Market
from tools.data.market import load_market
from tools.data.sessions import is_session, last_settled_session, now, previous_session
from tools.data.store import Store
from tools.errors import BadDate, BadQuery, MarketDataError, SymbolNotFound
from tools.fact import Fact, spell_date
from tools.facts.catalogue import Catalogue
from tools.facts.series import Series
from tools.listings import yahoo_symbol
from tools.macro.calendar import calendar_facts, closure_fact
from tools.macro.figures import load_macro
from tools.measures.answers import Measured
from tools.measures.events import listed_events
from tools.measures.measure import measure
from tools.measures.observed import observed
from tools.measures.query import Query
from tools.naming.resolve import Named, in_universe, resolve
from tools.universe import UNIVERSE, Subject

KEPT = 24  # catalogues in memory, some 2 MB each
Progress = Callable[[int, int, str], None]


class Evidence:
    """Facts as of a date from one data source, and passages known by then.

    Args:
        store: Bars and computed facts.
        library: The analyst library.
        home: Folder for the data source's caches.
        data: ``yahoo``, ``sample`` or None to choose.
        as_of: The session all is measured at; None for the last settled one the data has.
        progress: Told of each symbol fetched.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        home: Path,
        *,
        data: str | None = None,
        as_of: date | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.store, self.library, self.home, self.progress = store, library, home, progress
        self.market = self._market(data, as_of)
        self.data, self.as_of = self.market.source, self.market.as_of
        self._new_symbols: set[str] = set()
        self._most_new: int | None = None
        self._looking_up = threading.Lock()

    def limit_new_symbols(self, most: int) -> None:
        """Begins a count of the names looked up that no bars are held of; each costs the source several requests.

        Args:
            most: After which further ones aren't measured.
        """
        self._new_symbols, self._most_new = set(), most

    @property
    def today(self) -> date:
        """The calendar date of now where the exchange is."""
        return now().astimezone(ZoneInfo("America/New_York")).date()

    @property
    def first(self) -> date:
        """The first session of which any bars are held."""
        return min((b.frame.index[0].date() for b in self.market.bars.values()), default=self.as_of)

    def check_held(self, day: date) -> None:
        """Refuses a day before all bars.

        Raises:
            BadDate: It is; the message names the first day held.
        """
        if day < self.first:
            raise BadDate(f"There are no bars of {spell_date(day)}: the data begins on {spell_date(self.first)}")

    @property
    def catalogue(self) -> Catalogue:
        """The universe's facts at ``as_of``."""
        return _catalogue(self.market, self.store)

    def at(self, day: date | None) -> Catalogue:
        """The universe's facts of the session on or before a day.

        Raises:
            BadDate: The day is after ``as_of``, or before all data.
        """
        if day is None or day == self.as_of:
            return self.catalogue
        if day > self.as_of:
            raise BadDate(f"{day} is after {self.as_of}, the date of this answer", "Ask for an earlier one.")
        self.check_held(day)
        session = day if is_session(day) else previous_session(day)
        return _catalogue(self._market(self.data, session), self.store)

    def with_symbols(self, symbols: Sequence[str], day: date | None = None) -> Catalogue:
        """The facts of any Yahoo symbols at a day, fetched where the store lacks them; not of the sample."""
        session = day or self.as_of
        self.check_held(session)
        session = session if is_session(session) else previous_session(session)
        return _catalogue(self._market(self.data, session, symbols), self.store)

    def resolve(self, words: str) -> Named:
        """The subject that words name: by key, symbol or name.

        Raises:
            MarketDataError: None, in one line why.
        """
        self._count_new(words)
        return resolve(words, self.store, now=now(), home=self.home, online=self.data != "sample")

    def _count_new(self, words: str) -> None:
        """Counts a name of which no bars are held.

        Raises:
            BadQuery: It is one more than are looked up.
        """
        name, symbol = " ".join(words.split()).casefold(), yahoo_symbol(words)
        if self._most_new is None or in_universe(words) or symbol in self.store.last_settled([symbol], now()):
            return
        with self._looking_up:
            if name not in self._new_symbols and len(self._new_symbols) >= self._most_new:
                raise BadQuery(
                    f"“{words.strip()[:30]}” is not measured: at most {self._most_new} new names are looked up at once",
                    "Ask for it by itself.",
                )
            self._new_symbols.add(name)

    def macro(self, day: date | None = None) -> tuple[list[Fact], list[str]]:
        """What is due next, and the macro figures as known at a session, with what must be told of them."""
        session = self.at(day).market.as_of
        due = [*calendar_facts(session), closure_fact(session)]
        if self.data == "sample":  # whose every fact is simulated by rule; these dates alone are not made up
            real = {"state": "simulated", "caveats": ("the date is the source's own, not simulated",)}
            return [f.model_copy(update={**real, "caveats": (*f.caveats, *real["caveats"])}) for f in due], [
                "The sample holds no macro figures."
            ]
        moment = now()
        latest = session == last_settled_session("^GSPC", moment)
        figures, notes = load_macro(self.store, as_of=session, latest=latest, now=moment)
        return [*due, *figures], notes

    @cached_property
    def calls(self) -> list[Fact]:
        """Analysts' calls known by ``as_of``, held against the market."""
        return call_facts(self.library.passages, self.catalogue.series, self.as_of)

    def measure(self, query: Query, day: date | None = None) -> Measured:
        """Takes a measure at ``as_of``, or at the session on or before an earlier day.

        Raises:
            BadQuery: The bars hold no answer to it.
            MarketDataError: A subject isn't measured.
        """
        market = self.at(day).market
        read: list[str] = []

        def find(name: str) -> Series:
            if name.startswith("macro."):
                return observed(self.store, name.removeprefix("macro."), market, now())
            named = self.resolve(name)
            read.extend([named.note] if named.note else [])
            return self._series(named.subject, day)

        def events(name: str, known: date) -> list[date]:
            return listed_events(self.store, name, known, now(), simulated=self.data == "sample")

        found = measure(query, find, market.as_of, events)
        return replace(found, notes=tuple(dict.fromkeys((*read, *found.notes))))

    def _series(self, subject: Subject, day: date | None) -> Series:
        """The bars of a subject at a day, fetched where the store lacks them.

        Raises:
            SymbolNotFound: There are none.
        """
        held = self.at(day) if subject.key in UNIVERSE else self.with_symbols([subject.symbol], day)
        series = held.series(subject.key)
        if series is None:
            why = held.market.missing.get(subject.symbol, "there are no bars of it")
            raise SymbolNotFound(f"{subject.symbol} is not measured: {why}")
        return series

    def facts(self) -> tuple[list[Fact], list[str]]:
        """The whole catalogue at ``as_of``: the universe's facts, calls, calendar and macro; and what must be told."""
        macro, notes = self.macro()
        return [*self.catalogue.facts, *self.calls, *macro], notes

    def find(self, prefixes: Sequence[str]) -> tuple[list[Fact], list[str]]:
        """The facts whose key begins with one of the prefixes, all without any; and what must be told.

        ``AAPL`` or ``Toyota`` outside the universe is looked up and fetched, ``rut.return_since.20251201`` is measured.
        Macro figures, which come from another source, are asked for only where a prefix may mean them. A prefix with
        which no key begins is among what must be told.
        """
        if not prefixes:
            return self.facts()
        outside = any(p.startswith(_OUTSIDE[:2]) for p in prefixes)
        facts, notes = self.facts() if outside else ([*self.catalogue.facts, *self.calls], [])
        wanted: list[str] = []
        for prefix in prefixes:
            key, found, day = prefix.partition(".return_since.")
            begins = prefix
            if not any(f.key.startswith(prefix) for f in facts):
                if found and len(day) == 8 and day.isdigit():
                    fact = self.catalogue.since(key, as_date(f"{day[:4]}-{day[4:6]}-{day[6:]}"))
                    facts += [fact] if fact else []
                elif not _KEY.fullmatch(prefix) and prefix not in _OUTSIDE:
                    more, begins, said = self._named(prefix)
                    facts, notes = facts + more, notes + said
            wanted.append(begins)
            if not any(f.key.startswith(begins) for f in facts):
                notes = [*notes, f"No fact begins with {shortened(prefix)}."]
        return [f for f in facts if f.key.startswith(tuple(wanted))], notes

    def _named(self, words: str) -> tuple[list[Fact], str, list[str]]:
        """The facts of what words name, how their keys begin, and what must be told."""
        try:
            named = self.resolve(words)
            key = named.subject.key
            if key in UNIVERSE:
                return [], f"{key}.", []
            other = self.with_symbols([named.subject.symbol])
        except MarketDataError as error:
            return [], words, [f"{error.message}."]
        missing = [f"{symbol} is not measured: {why}." for symbol, why in other.market.missing.items()]
        return other.subject(key), f"{key}.", [*missing, *([f"{named.note}."] if named.note else [])]

    def _market(self, data: str | None, as_of: date | None, symbols: Sequence[str] | None = None) -> Market:
        return load_market(
            self.store, source=data, as_of=as_of, symbols=symbols, now=now(), home=self.home, progress=self.progress
        )


# What keys look like, which name nothing to be looked up: with dots or underscores, in lower case.
_KEY = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)+\.?")
_OUTSIDE = ("macro", "calendar", "call", "rotation", "sector", "sectors", "style")
_lock = threading.Lock()
_kept: "OrderedDict[tuple[object, ...], Catalogue]" = OrderedDict()


def _catalogue(market: Market, store: Store) -> Catalogue:
    """The catalogue of a market, one in memory for all who ask."""
    # What is missing is part of it: two who ask for symbols without bars have the same bars, and not the same answer.
    missing = tuple(sorted(market.missing.items()))
    key = (market.source, market.as_of, market.version, market.last_settled, missing)
    with _lock:
        if key not in _kept:
            _kept[key] = Catalogue(market, store)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(key)
        return _kept[key]


def shortened(words: str) -> str:
    """What somebody typed, as a line can repeat it."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def as_date(text: str) -> date:
    """An ISO date of a command line or a form.

    Raises:
        BadDate: It isn't one.
    """
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        written = re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text.strip())
        what = "no such day: no calendar has it" if written else "not a date"
        kind, told = "no-day" if written else "no-date", text.strip()[:40]
        raise BadDate(f"{told!r} is {what}", "Write it as 2026-01-22.", kind=kind, text=told) from None
