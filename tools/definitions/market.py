"""Definitions of levels, returns, records, trend and volatility."""

from tools.fact import Definition

HORIZONS = {
    "1d": ("one day", "the close one session earlier"),
    "5d": ("five sessions", "the close five sessions earlier"),
    "20d": ("20 sessions", "the close 20 sessions earlier"),
    "mtd": ("month to date", "the last close before the month"),
    "qtd": ("quarter to date", "the last close before the quarter"),
    "ytd": ("year to date", "the last close before the year"),
    "1y": ("one year", "the last close on or before the same calendar day a year earlier"),
}
WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)"

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
    "up_sessions_20d": Definition(
        "rising sessions of the last 20", "Sessions of the last 20 whose one-day return is above zero."
    ),
    "down_sessions_20d": Definition(
        "falling sessions of the last 20", "Sessions of the last 20 whose one-day return is below zero."
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
    "rsi_14": Definition(
        "14-day RSI",
        "Wilder's relative strength index over 14 sessions, seeded by the plain average of the first 14 changes,"
        " smoothed over all history; over 70 overbought, under 30 oversold.",
        source=WILDER,
    ),
    "rsi_14.sensitivity": Definition(
        "agreement of RSI methods",
        "How many of the readings under Wilder's smoothing, Cutler's plain averages and Wilder's after a warm-up of"
        " 100 bars read as Wilder's over all history does: over 70, under 30 or neither.",
    ),
    "rsi_14.sensitivity.wilder": Definition(
        "14-day RSI, Wilder's smoothing", "RSI-14 as Wilder's, seeded at the start of the data.", source=WILDER
    ),
    "rsi_14.sensitivity.cutler": Definition(
        "14-day RSI, Cutler's averages",
        "RSI-14 with plain averages of the last 14 gains and losses in place of Wilder's smoothing.",
        source="Cutler's RSI",
    ),
    "rsi_14.sensitivity.warm_up_100": Definition(
        "14-day RSI, 100 bars of warm-up", "Wilder's RSI-14 computed from the last 100 bars alone.", source=WILDER
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
        "14-session average true range", "Wilder's average of the true range over 14 sessions.", source=WILDER
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
    "return_since.{day}": Definition(
        "return since {day}", "Close over that session's close (or the last before it), less one; price only."
    ),
    "total_return_since.{day}": Definition(
        "total return since {day}", "Dividend-adjusted close over that session's (or the last before it), less one."
    ),
    "change_since.{day}": Definition("change since {day}", "Close less that session's close (or the last before it)."),
}
for _h, _words in {"1d": "one-day", "5d": "five-session"}.items():
    DEFINITIONS[f"move_size_{_h}"] = Definition(
        f"size of the {_words} move",
        f"The {_words} move (a return; the VIX's in points, a yield's in basis points), without its sign, over the"
        " standard deviation (ddof 1) of all earlier ones.",
    )
    DEFINITIONS[f"move_matched_{_h}"] = Definition(
        f"last {_words} move as large",
        f"Latest earlier session whose {_words} move in the same direction was at least as large.",
    )
for _h in ("1d", "5d", "mtd", "qtd", "ytd", "1y"):
    _name, _base = HORIZONS[_h]
    DEFINITIONS[f"return_{_h}"] = Definition(f"{_name} return", f"Close over {_base}, less one; price only.")
    DEFINITIONS[f"total_return_{_h}"] = Definition(
        f"{_name} total return",
        f"Dividend-adjusted close over {_base.replace('close', 'dividend-adjusted close')}, less one.",
    )
    DEFINITIONS[f"change_{_h}"] = Definition(f"{_name} change", f"Close less {_base}.")
for _n in (20, 50, 200):
    DEFINITIONS[f"sma_{_n}"] = Definition(f"{_n}-session moving average", f"Mean of the last {_n} closes.")
    DEFINITIONS[f"sma_{_n}_distance"] = Definition(
        f"distance to the {_n}-session average", f"Close over the {_n}-session average, less one."
    )
