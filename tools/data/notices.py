"""What a reader must be told about a market's bars, in words: lost symbols, stale data, a running session."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from tools.data.bars import BAR, SetAside
from tools.data.sessions import last_settled_session, running_session, session_end, sessions_between, settled_at
from tools.errors import MarketDataError, SymbolNotFound
from tools.fact import spell_date

RECENT = timedelta(days=366)  # within which most figures reach back; older ones are told by the facts they concern
AT_MOST = 3  # values set aside that are named of one symbol


def notices(
    ends: Mapping[str, date],
    missing: Mapping[str, str],
    faults: Mapping[str, MarketDataError],
    aside: Mapping[str, Sequence[SetAside]],
    *,
    asked: date | None,
    as_of: date,
    now: datetime,
) -> tuple[str, ...]:
    """The warnings of a market.

    Args:
        ends: Last session used, by symbol.
        missing: Symbol to one line why it has no bars.
        faults: Why a symbol could not be brought up to date.
        aside: What of each symbol's bars was set aside.
        asked: The date asked for, None for the latest.
        as_of: The market's session.
        now: The instant taken as now.
    """
    out = []
    if asked and asked > as_of:
        out.append(f"There are no bars for {spell_date(asked)} yet: figures are as of {spell_date(as_of)}.")
    out += _stale(ends, faults, aside, asked, now)
    out += set_aside(aside, as_of)
    out += _later(ends, as_of, now)
    out += _missing(missing, faults)
    running = None if asked else running_session(now)
    if running:
        end = session_end("^GSPC", running)
        state = (
            "is still running" if now < end
            else f"has ended and settles at {settled_at('^GSPC', running):%H:%M} UTC"
        )  # fmt: skip
        out.append(f"The session of {spell_date(running)} {state}; its prices are not used.")
    return tuple(out)


def _names(symbols: Iterable[str], everything: int) -> str:
    names = list(symbols)
    return "all bars" if len(names) == everything and everything > 1 else f"the bars of {', '.join(names)}"


def _stale(
    ends: Mapping[str, date],
    faults: Mapping[str, MarketDataError],
    aside: Mapping[str, Sequence[SetAside]],
    asked: date | None,
    now: datetime,
) -> list[str]:
    """One line for each group of symbols that end on the same session before the one they should."""
    groups: dict[tuple[date, date, str], list[str]] = defaultdict(list)
    for symbol, end in ends.items():
        settled = last_settled_session(symbol, now)
        wanted = min(settled, asked) if asked else settled
        if end < wanted:
            fault = faults.get(symbol)
            reason = fault.message.removesuffix(f" for {symbol}") if fault else "the source has nothing newer"
            if any(f.session > end and f.field == BAR for f in aside.get(symbol, ())):
                reason = "what is newer was set aside"
            groups[end, wanted, reason].append(symbol)
    lines = []
    for (end, wanted, reason), symbols in groups.items():
        age = sessions_between(end, wanted)
        lines.append(
            f"Stale: {_names(symbols, len(ends))} end on {spell_date(end)}, {age} session{'s' * (age > 1)} "
            f"behind {spell_date(wanted)} ({reason})."
        )
    return lines


def set_aside(aside: Mapping[str, Sequence[SetAside]], as_of: date) -> list[str]:
    """A line for each value set aside in the year to a session, at most three of a symbol, the latest first."""
    lines = []
    for symbol, found in aside.items():
        late = [f for f in found if f.since or f.session > as_of - RECENT][::-1]
        lines += [f"{f.words(symbol)}." for f in late[:AT_MOST]]
        if len(late) > AT_MOST:
            lines.append(f"{len(late) - AT_MOST} more of {symbol}'s values were set aside; data status names them.")
    return lines


def _later(ends: Mapping[str, date], as_of: date, now: datetime) -> list[str]:
    """One line for each symbol whose own session settles after the market's, as the VIX's does."""
    return [
        f"{symbol} settles at {settled_at(symbol, as_of):%H:%M} UTC; its figures are as of {spell_date(end)}."
        for symbol, end in ends.items()
        if end < as_of and end == last_settled_session(symbol, now)
    ]


def _missing(missing: Mapping[str, str], faults: Mapping[str, MarketDataError]) -> list[str]:
    """One line for each reason for which symbols have no bars."""
    groups: dict[str, list[str]] = defaultdict(list)
    for symbol, why in missing.items():
        unknown = isinstance(faults.get(symbol), SymbolNotFound)
        groups["Yahoo has no such symbol" if unknown else why.removesuffix(f" for {symbol}")].append(symbol)
    return [f"Not measured: {', '.join(symbols)} ({why})." for why, symbols in groups.items()]
