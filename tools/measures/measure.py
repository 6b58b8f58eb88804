"""One way in: a query and the bars it may see, and out come facts."""

from collections.abc import Callable, Sequence
from datetime import date

from tools.errors import BadQuery
from tools.facts.series import Series, with_age
from tools.measures import after, changes, counts, drawdown, extremes, listing, rank, seasons, statistics
from tools.measures.answers import Label, Measured, Table
from tools.measures.lines import Line, is_indicator, line_of, plain_name
from tools.measures.query import Condition, Kind, Query
from tools.measures.spans import Events, Span, session_of, span_of
from tools.measures.windows.window import Window

YEAR_TO_DATE, LAST_20, LAST_252 = "year to date", Window(last=20, unit="session"), Window(last=252, unit="session")
# What each measure is taken over where no window is asked; the rest is taken over all data.
_DEFAULTS: dict[Kind, str | Window] = {
    "change": YEAR_TO_DATE,
    "growth": YEAR_TO_DATE,
    "compare": YEAR_TO_DATE,
    "volatility": LAST_20,
    "correlation": LAST_252,
    "beta": LAST_252,
    "average": LAST_252,
    "median": LAST_252,
    "list": Window(last=5, unit="session"),
}


def measure(query: Query, find: Callable[[str], Series], as_of: date, events: Events) -> Measured:
    """Takes a measure.

    Args:
        query: What is asked.
        find: Gives the bars of a subject by key, symbol or name, none later than ``as_of``.
        as_of: The session that all is known at.
        events: Gives the dates of listed events known by a day.

    Returns:
        Facts with the answer first, a table where a list was asked, and what must be told beside.

    Raises:
        BadQuery: The query asks for nothing that the bars hold: an empty window, a window before the data, too many
            rows, a bar that is missing; one line each.
        MarketDataError: A subject isn't measured.
    """
    window = query.window or _window(query, as_of)
    known: dict[str, Line] = {}

    def line(name: str) -> Line:
        if name not in known:
            known[name] = line_of(name, find)
        return known[name]

    where = tuple(_named(c, line) for c in query.where)
    asked = query.model_copy(update={"where": where} | ({"window": window} if window else {}))

    def lay(of: Line) -> Span:
        if query.measure == "value":
            return session_of(asked.window or Window(), of, as_of, events)
        return span_of(asked.window, of, as_of, events)

    lines = [line(name) for name in dict.fromkeys(query.subjects)]
    if len(lines) < 2 and query.measure in ("compare", "correlation", "beta"):
        raise BadQuery(f"{query.measure} needs two different subjects")
    return _aged(_take(asked, lines, lay, line, events, as_of), lines)


def _named(condition: Condition, line: Callable[[str], Line]) -> Condition:
    """The condition with its series called by their keys, so that one meaning has one name."""
    names = {}
    for field in ("of", "than"):
        name = getattr(condition, field)
        if isinstance(name, str) and condition.test != "event":
            names[field] = plain_name(name) if is_indicator(name) else line(name).name
    return condition.model_copy(update=names)


def _window(query: Query, as_of: date) -> Window | None:
    default = _DEFAULTS.get(query.measure)
    if query.measure == "list" and default:
        if query.bucket and query.bucket != "session":
            return Window(last=query.n or 12, unit=query.bucket)
        return Window(last=query.n or 5, unit="session")
    if query.bucket and query.measure in ("average", "median"):
        return None
    return Window(period=f"{as_of.year}") if default == YEAR_TO_DATE else default  # type: ignore[return-value]


def _take(
    query: Query,
    lines: Sequence[Line],
    lay: Callable[[Line], Span],
    find: Callable[[str], Line],
    events: Events,
    as_of: date,
) -> Measured:
    simple: dict[Kind, Callable[[Query, Sequence[Line], Callable[[Line], Span]], Measured]] = {
        "value": changes.value,
        "change": changes.change,
        "growth": changes.growth,
        "compare": changes.compare,
        "extremes": extremes.extremes,
        "rank": rank.rank,
        "list": listing.listing,
        "average": statistics.average,
        "median": statistics.average,
        "volatility": statistics.volatility,
        "correlation": statistics.related,
        "beta": statistics.related,
        "drawdown": drawdown.drawdown,
        "season": seasons.season,
    }
    if query.measure in simple:
        return simple[query.measure](query, lines, lay)
    if query.measure == "after":
        return after.after(query, lines, lay, find, events, as_of)
    if query.measure in ("count", "share"):
        return counts.count(query, lines, lay, find)
    return counts.first_or_last(query, lines, lay, find)


def _aged(measured: Measured, lines: Sequence[Line]) -> Measured:
    """The facts with their age as of now, each key once."""
    last = lines[0].series.market.last_settled
    facts = {f.key: with_age(f, last) for f in measured.facts}
    table = measured.table
    if table:
        rows = tuple(
            tuple(c if c is None or isinstance(c, Label) else with_age(c, last) for c in row) for row in table.rows
        )
        table = Table(table.title, table.columns, rows)
    return Measured(measured.query, tuple(facts.values()), measured.lead, table, measured.notes)
