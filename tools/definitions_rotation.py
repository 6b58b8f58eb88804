"""Definitions of pairs, sectors, the rotation verdict and base rates."""

from tools.definitions_market import HORIZONS
from tools.facts import Definition

DEFINITIONS: dict[str, Definition] = {
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
