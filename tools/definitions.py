"""Every metric's definition in words: what the app shows, what facts carry, what a version means.

A metric's version goes up when its formula changes, which gives its facts new ids.
"""

from typing import NamedTuple


class Definition(NamedTuple):
    """How a metric is computed, in words a reader can check.

    Attributes:
        label: Short noun phrase for prose and tables.
        words: Formula with its parameters.
        version: Goes up with the formula.
        source: Whose formula it is, where it isn't plain arithmetic.
    """

    label: str
    words: str
    version: int = 1
    source: str = ""


HORIZONS = {
    "1d": ("one day", "the close one session earlier"),
    "5d": ("five sessions", "the close five sessions earlier"),
    "20d": ("20 sessions", "the close 20 sessions earlier"),
    "mtd": ("month to date", "the last close before the month"),
    "qtd": ("quarter to date", "the last close before the quarter"),
    "ytd": ("year to date", "the last close before the year"),
    "1y": ("one year", "the last close on or before the same calendar day a year earlier"),
}
_WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)"

DEFINITIONS: dict[str, Definition] = {
    "close": Definition("close", "Last price of the session as settled; split-adjusted for funds."),
    "open": Definition("open", "First price of the session."),
    "high": Definition("intraday high", "Highest price of the session."),
    "low": Definition("intraday low", "Lowest price of the session."),
    "previous_close": Definition("previous close", "Close of the session before."),
    "volume": Definition("volume", "Units traded in the session; for funds and shares only."),
    "high_52w": Definition("52-week high close", "Highest close of the 365 calendar days ending on the date."),
    "low_52w": Definition("52-week low close", "Lowest close of the 365 calendar days ending on the date."),
    "high_52w_intraday": Definition(
        "52-week intraday high", "Highest price of the 365 calendar days ending on the date."
    ),
    "low_52w_intraday": Definition("52-week intraday low", "Lowest price of the 365 calendar days ending on the date."),
    "distance_high_52w": Definition(
        "distance to the 52-week high close", "Close over the 52-week high close, less one."
    ),
    "distance_low_52w": Definition("distance to the 52-week low close", "Close over the 52-week low close, less one."),
    "drawdown": Definition("drawdown", "Close over the highest close in the data up to the date, less one."),
    "realized_volatility_20d": Definition(
        "20-session realised volatility",
        "Standard deviation (ddof 1) of the last 20 simple one-day returns, times the square root of 252.",
    ),
    "records_ytd": Definition(
        "record closes this year",
        "Sessions of the year whose close is strictly above every earlier close in the data.",
    ),
    "records_last_year": Definition(
        "record closes last year",
        "Sessions of the year before whose close was strictly above every earlier close in the data.",
    ),
    "record_last": Definition(
        "last record close", "Level of the latest close strictly above every earlier close in the data."
    ),
    "record_last_date": Definition("date of the last record close", "Session of the latest record close."),
    "record_prior_year": Definition("highest close of last year", "Highest close of the calendar year before."),
    "record_prior_year_date": Definition(
        "date of last year's highest close", "Session of the highest close of the year before."
    ),
    "record_prior_year_intraday": Definition(
        "intraday high of last year", "Highest price of the calendar year before."
    ),
    "streak": Definition(
        "run of sessions in which the first beat the second",
        "Consecutive sessions ending on the date in which the first one's one-day return is strictly above the"
        " second's, unrounded; 0 when the date itself isn't one.",
    ),
    "streak_start": Definition("first session of the run", "First session of the run that ends on the date."),
    "streak_average_margin": Definition(
        "average daily margin of the run", "Mean of the one-day spreads over the sessions of the run."
    ),
    "streak_longest_since": Definition(
        "end of the last run at least as long",
        "Last session of the latest earlier run that was at least as long as this one.",
    ),
    "streak_longest_since_length": Definition(
        "length of the last run at least as long",
        "Sessions in the latest earlier run that was at least as long as this one.",
    ),
    "ratio": Definition("price ratio", "Close of the first over close of the second."),
    "ratio_sma_50": Definition("50-session average of the ratio", "Mean of the last 50 ratios."),
    "ratio_sma_200": Definition("200-session average of the ratio", "Mean of the last 200 ratios."),
    "ratio_percentile_52w": Definition(
        "52-week percentile of the ratio",
        "Share of the ratios of the 365 calendar days before that are at or below it.",
    ),
    "rotation_breadth": Definition(
        "share of the last 20 sessions led by the first",
        "Sessions of the last 20 in which the first one's return is strictly above the second's, over 20.",
    ),
    "sessions_led_20d": Definition(
        "sessions of the last 20 led by the first",
        "Sessions of the last 20 in which the first one's return is strictly above the second's.",
    ),
    "rsi_14": Definition(
        "14-day RSI",
        "Wilder's relative strength index over 14 sessions, seeded by the plain average of the first 14 changes,"
        " smoothed over all history; over 70 overbought, under 30 oversold.",
        source=_WILDER,
    ),
    "macd": Definition("MACD", "12-session less 26-session exponential average of closes.", source="Gerald Appel"),
    "macd_signal": Definition(
        "MACD signal line", "9-session exponential average of MACD (12, 26).", source="Gerald Appel"
    ),
    "macd_histogram": Definition(
        "MACD histogram", "MACD (12, 26) less its 9-session signal line.", source="Gerald Appel"
    ),
    "bollinger_upper": Definition(
        "upper Bollinger band", "20-session average plus two population standard deviations.", source="John Bollinger"
    ),
    "bollinger_lower": Definition(
        "lower Bollinger band", "20-session average less two population standard deviations.", source="John Bollinger"
    ),
    "atr_14": Definition(
        "14-session average true range", "Wilder's average of the true range over 14 sessions.", source=_WILDER
    ),
    "sma_cross": Definition(
        "50-session average against the 200-session average",
        "50-session average over the 200-session average, less one: above zero is the state after a golden cross.",
    ),
    "percentile_1y": Definition(
        "one-year percentile", "Share of the closes of the 365 calendar days before that are at or below it."
    ),
    "percentile_all": Definition(
        "all-history percentile", "Share of all earlier closes in the data that are at or below it."
    ),
    "high_close_20d": Definition("highest close of the last 20 sessions", "Highest of the last 20 closes."),
    "high_close_20d_date": Definition(
        "date of the 20-session high close", "Session of the highest of the last 20 closes."
    ),
}
for _h in ("1d", "5d", "mtd", "qtd", "ytd", "1y"):
    _name, _base = HORIZONS[_h]
    DEFINITIONS[f"return_{_h}"] = Definition(f"{_name} return", f"Close over {_base}, less one; price only.")
    DEFINITIONS[f"total_return_{_h}"] = Definition(
        f"{_name} total return",
        f"Dividend-adjusted close over {_base.replace('close', 'dividend-adjusted close')}, less one.",
    )
    DEFINITIONS[f"change_{_h}"] = Definition(f"{_name} change", f"Close less {_base}.")
for _h in ("1d", "5d", "20d", "ytd"):
    _name, _base = HORIZONS[_h]
    DEFINITIONS[f"spread_{_h}"] = Definition(
        f"{_name} spread", f"Return of the first less return of the second, each from {_base}."
    )
    DEFINITIONS[f"spread_{_h}_percentile"] = Definition(
        f"percentile of the {_name} spread",
        "Share of the pair's earlier spreads over the same horizon that are at or below it.",
    )
for _h in ("20d", "ytd"):
    _name, _base = HORIZONS[_h]
    DEFINITIONS[f"ratio_return_{_h}"] = Definition(
        f"{_name} change of the ratio", f"Ratio over the ratio at {_base}, less one."
    )
for _h in ("1d", "5d", "mtd", "ytd"):
    _name, _base = HORIZONS[_h]
    DEFINITIONS[f"rank_{_h}"] = Definition(
        f"{_name} rank among sectors", "Place among the sector funds with data by that return, best first."
    )
    DEFINITIONS[f"spread_to_spy_{_h}"] = Definition(
        f"{_name} spread to SPY", f"Return of the fund less SPY's, each from {_base}."
    )
    DEFINITIONS[f"dispersion_{_h}"] = Definition(
        f"{_name} sector dispersion", "Standard deviation (ddof 1) across the sector funds' returns."
    )
    DEFINITIONS[f"advancers_{_h}"] = Definition(
        f"sectors up over {_name}", "Sector funds with a return above zero, of those with data."
    )
    DEFINITIONS[f"cyclical_minus_defensive_{_h}"] = Definition(
        f"{_name} cyclical less defensive",
        "Equal-weight mean return of the cyclical sector funds less the defensive ones; MSCI's grouping"
        " (defensive: energy, health care, staples, utilities).",
        source="MSCI Cyclical and Defensive Sectors Indexes",
    )
for _n in (20, 50, 200):
    DEFINITIONS[f"sma_{_n}"] = Definition(f"{_n}-session moving average", f"Mean of the last {_n} closes.")
    DEFINITIONS[f"sma_{_n}_distance"] = Definition(
        f"distance to the {_n}-session average", f"Close over the {_n}-session average, less one."
    )
SINCE = {
    "return_since": Definition(
        "return since {day}", "Close over that session's close (or the last before it), less one; price only."
    ),
    "total_return_since": Definition(
        "total return since {day}", "Dividend-adjusted close over that session's (or the last before it), less one."
    ),
    "change_since": Definition("change since {day}", "Close less that session's close (or the last before it)."),
}


def definition(metric: str) -> Definition:
    """The definition of a metric.

    Args:
        metric: A fact's key without its subject, such as ``return_ytd`` or ``return_since.20251201``.

    Raises:
        KeyError: No such metric.
    """
    family, _, day = metric.partition(".")
    if family in SINCE and day:
        return SINCE[family]._replace(label=SINCE[family].label.format(day=f"{day[:4]}-{day[4:6]}-{day[6:]}"))
    return DEFINITIONS[metric]
