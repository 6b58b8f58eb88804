"""Evidence for a page: fetched in a thread of its own, so that the page can show how far it has come."""

import logging
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from html import escape

from assistant.bounds import QuestionError
from assistant.evidence.source import Evidence, as_date
from assistant.program import Program
from corpus.store import EVERYONE
from tools.data.sessions import sessions_between
from tools.errors import MarketDataError
from tools.fact import spell_date


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


def state_line(evidence: Evidence) -> str:
    """As of when the figures are, in what state, from whom."""
    market, day = evidence.market, spell_date(evidence.as_of)
    behind = sessions_between(market.as_of, market.last_settled)
    age = f'<span class="fn-badge fn-old">{behind} session{"s" if behind > 1 else ""} old</span>' if behind else ""
    if market.source == "sample":
        return _state(
            f'<span class="fn-badge fn-simulated">Simulated sample</span> As of {escape(day)}, not market prices {age}'
        )
    retrieved = max((b.retrieved_at for b in market.bars.values()), default=None)
    when = ""
    if retrieved:
        at = retrieved.astimezone(UTC)
        when = f", retrieved {at.day} {at:%b %H:%M} UTC"
    return _state(f"As of the close of <b>{escape(day)}</b> · settled {age} · Yahoo Finance{when}")


def fetching_line(fetched: Fetched) -> str:
    """How far fetching has come."""
    return _state(
        f"{bar(fetched.done, fetched.total)} Fetching bars:"
        f" {fetched.done} of {fetched.total} ({escape(fetched.symbol)})"
    )


def bar(done: int, total: int) -> str:
    """A progress bar."""
    return f'<progress value="{done}" max="{total}" aria-label="{done} of {total} done"></progress>'


def fault_line(error: Exception) -> str:
    """What went wrong and what to do, in one plain line."""
    if isinstance(error, MarketDataError):
        message, hint = error.message, error.hint
    elif isinstance(error, QuestionError):
        message, hint = str(error), ""
    else:  # nothing that went wrong inside is shown to strangers, and nothing is left hanging
        logging.getLogger(__name__).error("the page could not do what was asked", exc_info=error)
        message, hint = "Something failed on the way; it was logged", "Ask again."
    text = " ".join(f"{message.rstrip('.')}. {hint}".split())
    return f'<p class="fn-fault" role="alert">{escape(text)}</p>'


def _state(inner: str) -> str:
    return f'<p class="fn-state" role="status">{inner}</p>'
