"""The subjects that Footnote measures: key, Yahoo symbol, names a person may use."""

import re
from dataclasses import dataclass
from typing import Literal

from tools.listings import Listing, kind_of, name_of_listing, unit_of, yahoo_symbol

Kind = Literal["index", "fund", "volatility", "yield"]
LEVEL_UNITS: dict[str, str] = {
    "index": "index points",
    "volatility": "index points",
    "yield": "percent",
    "fund": "USD",
}


@dataclass(frozen=True)
class Subject:
    """What a figure is about.

    Attributes:
        key: Prefix of its facts' keys: ``rut``, ``sector.xlb``.
        symbol: Yahoo's symbol.
        name: As it stands in a sentence: ``the Russell 2000``.
        names: Lower-case names a person may call it by.
        kind: Decides the unit of its level; shares count as ``fund``.
        group: ``index``, ``volatility``, ``yield``, ``fund``, ``sector``, ``style`` or ``other``.
        quoted: Unit of its level where its kind doesn't decide that: a currency, a rate.
    """

    key: str
    symbol: str
    name: str
    names: tuple[str, ...]
    kind: Kind
    group: str
    quoted: str = ""

    @property
    def unit(self) -> str:
        """Unit of its level: index points, USD, percent; outside the universe the currency it is quoted in."""
        return self.quoted or LEVEL_UNITS[self.kind]


def _fund(symbol: str, name: str, *names: str, group: str = "fund") -> Subject:
    key = symbol.lower() if group == "fund" else f"{group}.{symbol.lower()}"
    return Subject(key, symbol, name, (symbol.lower(), *names), "fund", group)


def _sector(symbol: str, title: str, *names: str) -> Subject:
    return _fund(symbol, f"{title} ({symbol})", title.lower(), *names, group="sector")


_SUBJECTS = (
    Subject("rut", "^RUT", "the Russell 2000",
            ("russell 2000", "russell", "rut", "small caps", "small-caps", "small cap", "small-cap index"),
            "index", "index"),
    Subject("spx", "^GSPC", "the S&P 500",
            ("s&p 500", "s&p", "s&p500", "sp500", "spx", "gspc", "large caps", "large-caps", "large cap"),
            "index", "index"),
    Subject("comp", "^IXIC", "the Nasdaq Composite",
            ("nasdaq composite", "nasdaq", "ixic", "comp"), "index", "index"),
    Subject("dji", "^DJI", "the Dow",
            ("dow", "dow jones", "dow jones industrial average", "djia", "dji"), "index", "index"),
    Subject("vix", "^VIX", "the VIX",
            ("vix", "volatility index", "cboe volatility index", "fear gauge"), "volatility", "volatility"),
    Subject("tnx", "^TNX", "the 10-year Treasury yield",
            ("10-year treasury yield", "10-year treasury", "10-year yield", "ten-year yield", "ten-year treasury",
             "treasury yield", "10-year", "tnx"), "yield", "yield"),
    _fund("IWM", "the Russell 2000 ETF (IWM)", "russell 2000 etf"),
    _fund("IJR", "the S&P SmallCap 600 ETF (IJR)", "s&p smallcap 600", "s&p 600", "smallcap 600",
          "profitable small caps", "quality small caps"),
    _fund("SPY", "the S&P 500 ETF (SPY)", "s&p 500 etf"),
    _fund("QQQ", "the Nasdaq-100 ETF (QQQ)", "nasdaq-100", "nasdaq 100"),
    _sector("XLB", "Materials"),
    _sector("XLC", "Communication services", "communications", "communication"),
    _sector("XLE", "Energy"),
    _sector("XLF", "Financials", "banks", "financial"),
    _sector("XLI", "Industrials", "industrial"),
    _sector("XLK", "Technology", "tech", "information technology"),
    _sector("XLP", "Consumer staples", "staples"),
    _sector("XLRE", "Real estate", "reits"),
    _sector("XLU", "Utilities"),
    _sector("XLV", "Health care", "healthcare"),
    _sector("XLY", "Consumer discretionary", "discretionary"),
    _fund("IWD", "Large value (IWD)", "large value", "large-cap value", group="style"),
    _fund("IWF", "Large growth (IWF)", "large growth", "large-cap growth", group="style"),
    _fund("IWN", "Small value (IWN)", "small value", "small-cap value", group="style"),
    _fund("IWO", "Small growth (IWO)", "small growth", "small-cap growth", group="style"),
)  # fmt: skip

UNIVERSE: dict[str, Subject] = {subject.key: subject for subject in _SUBJECTS}
_BY_SYMBOL = {subject.symbol: subject for subject in _SUBJECTS}


def by_symbol(symbol: str) -> Subject | None:
    """The subject of the universe with this Yahoo symbol, None for any other."""
    return _BY_SYMBOL.get(symbol.upper())


def subject_for(symbol: str, listing: Listing | None = None) -> Subject:
    """The subject of any Yahoo symbol; outside the universe a share, fund, index or pair of currencies.

    Args:
        symbol: As Yahoo writes it, in any case; a share class may follow a dot.
        listing: What the source says of it, which gives it a name and a currency; without one it is named by its
            symbol, and its unit follows from how the symbol is written.
    """
    symbol = yahoo_symbol(symbol)
    known = by_symbol(symbol)
    if known:
        return known
    key = re.sub(r"[^a-z0-9]+", "_", symbol.lower()).strip("_")
    key = key if key[:1].isalpha() else f"symbol_{key}"  # a key begins with a letter, wherever it is written
    name, unit = name_of_listing(symbol, listing), unit_of(symbol, listing)
    kind: Kind = "index" if kind_of(symbol, listing) in ("index", "currency") else "fund"
    return Subject(key, symbol, name, (symbol.lower(),), kind, "other", unit)
