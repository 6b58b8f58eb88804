"""Definitions of pairs, sectors, the rotation verdict, base rates and analysts' calls."""

from tools.definitions.market import HORIZONS
from tools.fact import Definition

DEFINITIONS: dict[str, Definition] = {
    "streak": Definition(
        "run of sessions in which the first beat the second",
        "Consecutive sessions ending on the date in which the first one's one-day return is strictly above the"
        " second's, unrounded; 0 when the date itself isn't one.",
    ),
    "streak_ended": Definition(
        "run that ended", "Sessions of the run of leading sessions that ended with the session before the date."
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
    "verdict.small_vs_large.{column}": Definition(
        "small caps against large, {column}",
        "Return of the Russell 2000 less the S&P 500's over {column}: supports a rotation into small caps when above"
        " half a standard deviation of its own history, opposes below minus that, silent between; a year-to-date"
        " figure is held against the same session number of earlier years.",
    ),
    "verdict.small_vs_nasdaq.{column}": Definition(
        "small caps against the Nasdaq, {column}",
        "Return of the Russell 2000 less the Nasdaq Composite's over {column}, read as small against large.",
    ),
    "verdict.streak.{column}": Definition(
        "runs of sessions ahead, {column}",
        "Sessions of the run in which the Russell 2000 beats the S&P 500 less those of the run in which it trails: for"
        " one day the run in progress, for five days and year to date the longest within them; read as small against"
        " large.",
    ),
    "verdict.breadth.{column}": Definition(
        "share of sessions led by small caps, {column}",
        "Share of sessions in which the Russell 2000 beat the S&P 500: of the last 20 for one day, of the last five,"
        " of the year; supports half a standard deviation of its own history above one half, opposes as far below.",
    ),
    "verdict.sector_tilt.{column}": Definition(
        "cyclical less defensive sectors, {column}",
        "Equal-weight mean return over {column} of the cyclical sector funds less the defensive ones (MSCI's grouping),"
        " read as small against large.",
        source="MSCI Cyclical and Defensive Sectors Indexes",
    ),
    "verdict.quality.{column}": Definition(
        "quality, {column}",
        "Return over {column} of IJR (S&P SmallCap 600, profitable companies) less IWM's (Russell 2000): IWM ahead"
        " means that the unprofitable lead, and opposes.",
    ),
    "verdict.value_large.{column}": Definition(
        "large value against growth, {column}",
        "Return over {column} of IWD (large value) less IWF's (large growth), read as small against large.",
    ),
    "verdict.value_small.{column}": Definition(
        "small value against growth, {column}",
        "Return over {column} of IWN (small value) less IWO's (small growth), read as small against large.",
    ),
    "verdict.tests_{column}": Definition(
        "tests of the rotation, {column}", "Cells of the verdict table that have data."
    ),
    "verdict.supports_{column}": Definition(
        "tests that support the rotation, {column}", "Cells of the verdict table that support a rotation."
    ),
    "verdict.opposes_{column}": Definition(
        "tests that oppose the rotation, {column}", "Cells of the verdict table that oppose a rotation."
    ),
    "verdict.silent_{column}": Definition(
        "tests that are silent on the rotation, {column}",
        "Cells of the verdict table within half a standard deviation of neutral.",
    ),
    "base_rate.{event}.{target}.n": Definition(
        "cases of the {target} after {event}",
        "Earlier sessions that were {event} and whose {target} is complete by the date; one inside the window of the"
        " one kept before is left out.",
    ),
    "base_rate.{event}.{target}.median": Definition(
        "median {target} after {event}", "Median of the {target} that followed {event}."
    ),
    "base_rate.{event}.{target}.share_positive": Definition(
        "share positive of the {target} after {event}", "Share of the cases whose {target} was above zero."
    ),
    "base_rate.{event}.{target}.worst": Definition(
        "worst {target} after {event}", "Lowest {target} that followed {event}."
    ),
    "views_held": Definition("views held", "Views with a stance in the library, one an event, known by the date."),
    "views_bullish": Definition("bullish views", "Of the views held, those whose stance is bullish."),
    "views_bearish": Definition("bearish views", "Of the views held, those whose stance is bearish."),
    "views_neutral": Definition("neutral views", "Of the views held, those whose stance is neutral."),
    "views_added": Definition(
        "added views", "Views in documents that users added, one for each author, near-duplicates once; not checked."
    ),
    "views_turns": Definition("turns of stance", "Views whose stance is another than that of the view before."),
    "views_outcomes": Definition("views with an outcome", "Views whose document says how they turned out."),
    "calls": Definition("calls", "Dated calls of an analyst in the library, known by the date and held against bars."),
    "calls_settled": Definition(
        "settled calls", "Of an analyst's calls, those that stood on the day they were for and whose day has passed."
    ),
    "calls_hit": Definition(
        "calls that were reached", "Of the settled calls, those that the close of their day reached."
    ),
    "calls_replaced": Definition(
        "calls replaced", "Of an analyst's calls, those replaced or withdrawn before their day."
    ),
    "typical_miss": Definition(
        "median miss", "Median over the settled calls of the close over the target, less one, without its sign."
    ),
    "lean": Definition("lean", "Median over the settled calls of the close over the target, less one, with its sign."),
    "target": Definition("target", "The level an analyst named for a day, as the library's document has it."),
    "issue_close": Definition(
        "close on the day of issue", "Close on the day a target was issued, or the last before it: its base."
    ),
    "upside_from_close": Definition("implied upside from the close", "Target over the close, less one."),
    "upside_from_issue": Definition(
        "implied upside from the day of issue", "Target over the close on the day the call was issued, less one."
    ),
    "upside_from_year_end": Definition(
        "implied upside from the last year-end close", "Target over the last close before the year, less one."
    ),
    "pace": Definition(
        "pace needed",
        "Compound change a month that would take the close to the target by its day; a month is 365.25/12 days.",
    ),
    "settled": Definition("close on the target's day", "Close on the target's day, or the last before it."),
    "missed_by": Definition(
        "close against the target",
        "Close on the target's day over the target, less one: hit where it reached the target from the side of the"
        " close at issue, else missed.",
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
}
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
for _h in ("1d", "20d"):
    DEFINITIONS[f"lead_size_{_h}"] = Definition(
        f"size of the {HORIZONS[_h][0]} spread",
        f"The spread over {HORIZONS[_h][0]}, without its sign, over the standard deviation (ddof 1) of all earlier"
        " ones.",
    )
    DEFINITIONS[f"lead_matched_{_h}"] = Definition(
        f"last {HORIZONS[_h][0]} spread as large",
        f"Latest earlier session whose spread over {HORIZONS[_h][0]} on the same side was at least as large.",
    )
