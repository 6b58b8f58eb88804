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
            what = "no such day: no calendar has it" if written else "not a date"
        raise BadDate(f"{text.strip()[:40]!r} is {what}", "Write it as 2026-01-22.") from None
