"""What can go wrong with market data: one class per reaction.

MarketDataError
├── RateLimited      stop asking and wait
├── Unreachable      no connection at all: the sample may stand in where nothing is stored
├── SymbolNotFound   final, costs the symbol
├── SourceDown       the source's outage: use what is stored, ask again later
├── BadDate          choose another date
├── BadQuery         ask otherwise
├── BadSetting       correct the environment
└── StoreError       look after the database
"""

from datetime import date


class MarketDataError(Exception):
    """Market data could not be had.

    Attributes:
        message: One line: what happened, and what was kept.
        hint: One line: what to do about it.
        kind: By which a page tells both in its reader's language; empty where it has no words of its own for it.
        given: What stands in those words: days, counts, names.
    """

    def __init__(self, message: str, hint: str = "", *, kind: str = "", **given: date | str | int) -> None:
        super().__init__(message)
        self.message, self.hint, self.kind, self.given = message, hint, kind, given


class RateLimited(MarketDataError):
    """The source answered 429: asking on makes it worse."""


class Unreachable(MarketDataError):
    """No connection to the source: name not resolved, refused, proxy refusal, connect time-out."""


class SymbolNotFound(MarketDataError):
    """The source has no such symbol; asking again won't help."""


class SourceDown(MarketDataError):
    """The source was reached and served no usable bars: its outage, not the symbol's end.

    Attributes:
        brief: Whether it is the kind that one more try often clears (a gateway error, a reset).
    """

    def __init__(self, message: str, hint: str = "Ask again in a few minutes.", *, brief: bool = False) -> None:
        super().__init__(message, hint)
        self.brief = brief


class BadDate(MarketDataError):
    """The date asked for has no settled session; the message names the nearest that have."""


class BadQuery(MarketDataError):
    """What was asked can't be measured as it stands; the message says why."""


class BadSetting(MarketDataError, ValueError):
    """An environment variable can't be read."""


class StoreError(MarketDataError):
    """The database failed."""
