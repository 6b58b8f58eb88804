"""What a source says of a symbol outside the universe, and what follows from it: currency, unit, name in a sentence."""

import re
from typing import NamedTuple

from tools.fact import EXCHANGE_RATE, LOCAL

INDEX_FUTURES = ("ES=F", "NQ=F", "YM=F", "RTY=F", "MES=F", "MNQ=F", "MYM=F", "M2K=F")  # quoted in the index's points
# Of Yahoo's suffixes for exchanges outside the United States: the currency its quotes there are in.
SUFFIX_CURRENCIES: dict[str, str] = {
    suffix: currency
    for currency, suffixes in {
        "GBp": "L", "JPY": "T", "EUR": "DE F BE DU HM HA MU SG PA AS BR LS MI MC HE VI IR AT TL RG VS",
        "HKD": "HK", "CNY": "SS SZ", "CAD": "TO V NE CN", "AUD": "AX", "NZD": "NZ", "CHF": "SW", "SEK": "ST",
        "NOK": "OL", "DKK": "CO", "ISK": "IC", "BRL": "SA", "MXN": "MX", "ARS": "BA", "CLP": "SN", "INR": "NS BO",
        "KRW": "KS KQ", "TWD": "TW TWO", "SGD": "SI", "MYR": "KL", "IDR": "JK", "THB": "BK", "VND": "VN", "ILA": "TA",
        "ZAc": "JO", "TRY": "IS", "PLN": "WA", "CZK": "PR", "HUF": "BD", "SAR": "SR", "QAR": "QA", "EGP": "CA",
    }.items()
    for suffix in suffixes.split()
}  # fmt: skip
CURRENCIES = frozenset(
    "USD EUR GBP JPY CHF CAD AUD NZD HKD SGD CNY INR KRW TWD SEK NOK DKK ISK PLN CZK HUF TRY ILS ZAR BRL MXN ARS CLP "
    "MYR IDR THB VND SAR QAR EGP".split()
)
_CLASS = re.compile(r"([A-Za-z]{1,5})[./ ]([ABCabc])")
_COIN = re.compile(r"[A-Z0-9]{2,10}-(USD|EUR|GBP|JPY|CAD|AUD|KRW|CNY)")
_FORMS = (
    r"Public Limited Company|Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|plc|PLC|LLC|L\.?P|S\.?A|SE|AG"
    r"|N\.?V|S\.?p\.?A|AB|ASA|A/S|Oyj|KGaA|K\.?K|Berhad|Bhd|Tbk|Aktiengesellschaft|Kabushiki Kaisha"
)
_FORM = re.compile(rf"(?:,|&|\band\b)?\s+(?:(?:&|and) )?(?:{_FORMS})\.?$")
_MONTH = re.compile(r"\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:[ -]?\d{2,4})?$")
_CODE = re.compile(r"[A-Za-z]{3}")


class Listing(NamedTuple):
    """What a source says of a symbol.

    Attributes:
        symbol: Yahoo's symbol.
        name: Long name, or the short one; empty where the source gives none.
        currency: As Yahoo gives it: ``USD``, ``JPY``, or ``GBp``, ``ZAc``, ``ILA`` for hundredths; or empty.
        kind: Yahoo's type of instrument in lower case: ``equity``, ``etf``, ``mutualfund``, ``index``, ``currency``,
            ``future``, ``cryptocurrency``; or empty.
    """

    symbol: str
    name: str
    currency: str
    kind: str


def listing_of(symbol: str, name: object, currency: object, kind: object) -> Listing:
    """A listing of what a source served, in text that is safe to stand in a sentence; what is no text is left out."""
    said = re.sub(r"[^\w\s.,&'’/+()!:%-]", "", name if isinstance(name, str) else "")
    code = currency if isinstance(currency, str) and _CODE.fullmatch(currency) else ""
    return Listing(symbol, " ".join(said.split())[:80], code, kind.lower()[:16] if isinstance(kind, str) else "")


def yahoo_symbol(text: str) -> str:
    """A symbol as Yahoo writes it: in capitals, a share class after a hyphen (``BRK.B``, ``brk b`` are ``BRK-B``).

    The suffix of an exchange (``VOD.L``, ``7203.T``) is no share class.
    """
    symbol = text.strip().lstrip("$")
    found = _CLASS.fullmatch(symbol)
    return (f"{found[1]}-{found[2]}" if found else symbol).upper()


def kind_of(symbol: str, listing: Listing | None = None) -> str:
    """The type of instrument: as the source says, or by how Yahoo writes the symbol; empty for a share or a fund."""
    if listing and listing.kind:
        return listing.kind
    if symbol.startswith("^"):
        return "index"
    if symbol.endswith(("=X", "=F")):
        return "currency" if symbol.endswith("=X") else "future"
    return "cryptocurrency" if _COIN.fullmatch(symbol) else ""


def unit_of(symbol: str, listing: Listing | None = None) -> str:
    """Unit of a symbol's level: points for an index, a rate for a pair of currencies, else a currency.

    Without a listing the currency is that of the exchange the symbol's suffix names; where that isn't known,
    ``local currency``, which claims none.
    """
    kind = kind_of(symbol, listing)
    if kind == "index" or symbol in INDEX_FUTURES:
        return "index points"
    if kind == "currency":
        return EXCHANGE_RATE
    if listing and listing.currency:
        return listing.currency
    if coin := _COIN.fullmatch(symbol):
        return coin[1]
    _, dot, suffix = symbol.rpartition(".")
    return SUFFIX_CURRENCIES.get(suffix, LOCAL) if dot else "USD"


def name_of_listing(symbol: str, listing: Listing | None = None) -> str:
    """A symbol's name in a sentence: ``Toyota Motor (TM)``, ``the Nikkei 225 (^N225)``; or the symbol."""
    name = short_name(listing) if listing else ""
    if not listing or not name or name.upper() == symbol:
        return symbol
    if kind_of(symbol, listing) == "index" and not name.lower().startswith("the "):
        name = f"the {name}"
    if kind_of(symbol, listing) == "future" and not re.search(r"\bfutures?\b", name, re.I):
        name = f"{name} futures"
    return f"{name} ({symbol})"


def short_name(listing: Listing) -> str:
    """A listing's name without legal forms, a future's month or a coin's currency: ``Toyota Motor``."""
    name = listing.name
    if listing.kind == "cryptocurrency":
        return re.sub(r"\s+[A-Z]{3}$", "", name)
    if listing.kind == "future":
        return _MONTH.sub("", name.partition(",")[0])
    name = re.sub(r"\s*\(The\)$", "", re.sub(r"^The\s+(?=.*\s)", "", name))
    while (shorter := _FORM.sub("", name).rstrip(" ,.&")) != name and shorter:
        name = shorter
    return name
