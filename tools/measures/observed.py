"""Macro series as a measure's line: published values by period in the place of closes by session."""

from datetime import datetime

import numpy as np
import pandas as pd

from tools.data.bars import Bars, Market
from tools.data.store import Store
from tools.errors import BadQuery
from tools.fact import spell_date
from tools.facts.series import Series
from tools.macro.figures import LATEST_VINTAGE, PUBLISHER, THOUSAND, whole_series
from tools.universe import Kind, Subject

# Name: FRED's series, how it stands in a sentence, its unit, what makes that unit of FRED's.
SERIES: dict[str, tuple[str, str, str, int]] = {
    "claims": ("ICSA", "initial jobless claims", "count", 1),
    "payrolls": ("PAYEMS", "nonfarm payrolls", "count", THOUSAND),
    "unemployment": ("UNRATE", "the unemployment rate", "percent", 1),
    "cpi": ("CPIAUCSL", "the consumer price index", "index", 1),
    "fed_funds": ("DFF", "the effective federal funds rate", "percent", 1),
    "fed_funds_upper": ("DFEDTARU", "the upper end of the Fed's target range", "percent", 1),
    "fed_funds_lower": ("DFEDTARL", "the lower end of the Fed's target range", "percent", 1),
}


# A rate changes in basis points, a count by so many, an index by a share.
KINDS: dict[str, Kind] = {"percent": "yield", "count": "volatility", "index": "index"}


class Observed(Series):
    """A macro series by period: what a subject's bars are to a measure, with its periods in the place of sessions."""

    def __init__(self, subject: Subject, bars: Bars, market: Market) -> None:
        self.subject, self.bars, self.market = subject, bars, market
        self.index = pd.DatetimeIndex(bars.frame.index)
        self._inputs, self._said = {}, {}
        self._frame = bars.frame

    def _caveats(self, start: int, end: int, ends_only: bool, closes: bool) -> list[str]:
        return [LATEST_VINTAGE]


def observed(store: Store, name: str, market: Market, now: datetime) -> Observed:
    """A macro series as published up to a session.

    Args:
        store: Where observations are kept.
        name: One of ``SERIES``.
        market: Whose session it is wanted at.
        now: The instant taken as now.

    Raises:
        BadQuery: There is no such series, the data is the sample, or the session is a past one: without vintages what
            was known then isn't known.
        SourceDown: FRED could not be asked, and nothing of it is stored.
    """
    if name not in SERIES:
        raise BadQuery(f"macro.{name[:40]} is not measured", f"Macro series are {', '.join(SERIES)}.")
    if market.source == "sample":
        raise BadQuery("The sample holds no macro figures")
    if market.as_of < market.last_settled:
        raise BadQuery(
            f"What was published of {name} by {spell_date(market.as_of)} isn't held, only the latest vintage"
        )
    series, words, unit, scale = SERIES[name]
    held = whole_series(store, (series,), as_of=market.as_of, now=now)[series]
    values = held.as_known(market.as_of)
    index = pd.DatetimeIndex([pd.Timestamp(day) for day in values])
    frame = pd.DataFrame({"value": np.array(list(values.values()), dtype=float) * scale}, index=index)
    frame["close"] = frame["value"]
    subject = Subject(f"macro.{name}", series, words, (name,), KINDS[unit], "macro", quoted=unit)
    return Observed(subject, Bars(series, frame, held.retrieved_at, PUBLISHER), market)
