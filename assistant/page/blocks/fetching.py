"""Evidence for a page: fetched in a thread of its own, so that the page can show how far it has come."""

import logging
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.bounds import BeingStopped, Busy, QuestionError
from assistant.conversation.threads import ThreadError
from assistant.evidence.source import Evidence, as_date
from assistant.page.markup.moments import clock, short_day
from assistant.program import Program
from assistant.statements.fault_words import fault_words
from assistant.statements.sentence_parts import Language
from assistant.statements.words import spell, text
from corpus.store import EVERYONE, LibraryUnreadable, LibraryUnwritable
from tools.data.sessions import sessions_between
from tools.errors import MarketDataError


@dataclass(frozen=True)
class Fetched:
    """One more symbol's bars are here."""

    done: int
    total: int
    symbol: str


_Told = Fetched | Evidence | BaseException


def gather(
    program: Program, as_of: str, data: str | None = None, visitor: str = EVERYONE
) -> Iterator[Fetched | Evidence]:
    """Evidence as of a date, telling of each symbol fetched on the way.

    Args:
        program: What has the store.
        as_of: A date as a person typed it; empty for the last settled session.
        data: Source that a conversation has had so far.
        visitor: Whose own documents count too.

    Yields:
        What was fetched, and last the evidence.

    Raises:
        MarketDataError: The bars can't be had, or the date isn't one.
    """
    day = as_date(as_of) if as_of.strip() else None
    told: queue.SimpleQueue[_Told] = queue.SimpleQueue()
    threading.Thread(target=_gather, args=(program, day, data, visitor, told), daemon=True).start()
    while True:
        item = told.get()
        if isinstance(item, BaseException):
            raise item
        yield item
        if isinstance(item, Evidence):
            return


def _gather(
    program: Program, day: date | None, data: str | None, visitor: str, told: "queue.SimpleQueue[_Told]"
) -> None:
    try:
        told.put(
            program.evidence(
                as_of=day,
                data=data,
                progress=lambda done, total, symbol: told.put(Fetched(done, total, symbol)),
                visitor=visitor,
            )
        )
    except BaseException as error:  # noqa: BLE001 (raised again where the page waits for it)
        told.put(error)


def state_line(evidence: Evidence, language: Language) -> str:
    """As of when the figures are, in what state, from whom."""
    market, day = evidence.market, escape(spell(evidence.as_of, language))
    behind = sessions_between(market.as_of, market.last_settled)
    old = escape(text("state-old", language, n=behind))
    age = f'<span class="fn-badge fn-old">{old}</span>' if behind else ""
    if market.source == "sample":
        told = escape(text("state-sample-badge", language))
        badge = f'<span class="fn-badge fn-simulated">{told}</span>'
        return _state(text("state-sample", language, badge=badge, day=day, age=age))
    at = max((b.retrieved_at for b in market.bars.values()), default=None)
    retrieved = text("state-retrieved", language, day=short_day(at, language), time=clock(at)) if at else ""
    return _state(text("state-settled", language, day=f"<b>{day}</b>", age=age, retrieved=retrieved))


def fetching_line(fetched: Fetched, language: Language) -> str:
    """How far fetching has come, at the top of the page."""
    words = text("fetching-symbol", language, done=fetched.done, total=fetched.total, symbol=escape(fetched.symbol))
    return _state(f"{bar(fetched.done, fetched.total, language)} {words}")


def fetched_line(fetched: Fetched, language: Language) -> str:
    """The same where a tab waits for it."""
    words = text("fetching", language, done=fetched.done, total=fetched.total)
    return going_line(fetched.done, fetched.total, words, language)


def going_line(done: int, total: int, words: str, language: Language) -> str:
    """What is going on, and how far it has come."""
    return f'<p class="fn-going" role="status">{bar(done, total, language)} {escape(words)}</p>'


def looking(language: Language) -> str:
    """What stands in a tab before its figures do."""
    return f'<p class="fn-going">{escape(text("looking", language))}</p>'


def bar(done: int, total: int, language: Language) -> str:
    """A progress bar."""
    label = text("done-of", language, done=done, total=total)
    return f'<progress value="{done}" max="{total}" aria-label="{label}"></progress>'


def fault_line(error: Exception, language: Language) -> str:
    """What went wrong and what to do, in one plain line."""
    if isinstance(error, MarketDataError | QuestionError | ThreadError | LibraryUnreadable | LibraryUnwritable):
        told = text("fault", language, why=fault_words(error, language))
    elif isinstance(error, Busy):
        told = text("busy", language)
    elif isinstance(error, BeingStopped):
        told = text("being-stopped", language)
    else:  # nothing that went wrong inside is shown to strangers, and nothing is left hanging
        logging.getLogger(__name__).error("the page could not do what was asked", exc_info=error)
        told = text("failed", language)
    return f'<p class="fn-fault" role="alert">{escape(" ".join(told.split()))}</p>'


def _state(inner: str) -> str:
    return f'<p class="fn-state" role="status">{inner}</p>'
