"""Definitions of macro figures, the calendar and analysts' calls."""

from tools.fact import Definition

LABOR, STATISTICS = "U.S. Department of Labor, through FRED", "U.S. Bureau of Labor Statistics, through FRED"
FED = "Board of Governors of the Federal Reserve System, through FRED"

MACRO: dict[str, Definition] = {
    "claims": Definition(
        "initial jobless claims",
        "First claims for unemployment insurance in the week ended on the Saturday named, seasonally adjusted"
        " (FRED's ICSA). Released the Thursday after.",
        source=LABOR,
    ),
    "claims_4w": Definition(
        "four-week average of initial jobless claims",
        "Mean of the last four weeks' initial claims (FRED's ICSA), none of them missing.",
        source=LABOR,
    ),
    "payrolls": Definition(
        "nonfarm payrolls",
        "Jobs on nonfarm payrolls in the month, seasonally adjusted (FRED's PAYEMS, thousands, times 1,000).",
        source=STATISTICS,
    ),
    "payrolls_change": Definition(
        "monthly change in nonfarm payrolls",
        "Jobs on nonfarm payrolls in the month less those of the month before, both as known on the date"
        " (FRED's PAYEMS, thousands, times 1,000).",
        source=STATISTICS,
    ),
    "unemployment": Definition(
        "unemployment rate",
        "Unemployed as a percentage of the labour force in the month, seasonally adjusted (FRED's UNRATE).",
        source=STATISTICS,
    ),
    "cpi_yoy": Definition(
        "consumer price inflation over a year",
        "Consumer price index of the month over that of the same month a year earlier, less one; all items, all urban"
        " consumers, seasonally adjusted (FRED's CPIAUCSL).",
        source=STATISTICS,
    ),
    "cpi_mom": Definition(
        "consumer price inflation over a month",
        "Consumer price index of the month over that of the month before, less one; all items, all urban consumers,"
        " seasonally adjusted (FRED's CPIAUCSL). None where the month before has no figure.",
        source=STATISTICS,
    ),
    "fed_funds_upper": Definition(
        "upper end of the federal funds target",
        "Upper limit of the Federal Reserve's target (FRED's DFEDTARU).",
        source=FED,
    ),
    "fed_funds_lower": Definition(
        "lower end of the federal funds target",
        "Lower limit of the Federal Reserve's target (FRED's DFEDTARL).",
        source=FED,
    ),
    "fed_funds": Definition(
        "effective federal funds rate",
        "Median rate of the day's overnight federal funds transactions, weighted by volume (FRED's DFF).",
        source="Federal Reserve Bank of New York, through FRED",
    ),
}
CALENDAR: dict[str, Definition] = {
    "next_closure": Definition(
        "next holiday of the exchange", "Next weekday after the date on which the exchange is shut by its rules."
    ),
    "next_fomc": Definition(
        "next Federal Reserve decision", "Last day of the next meeting of the FOMC after the date."
    ),
    "next_payrolls": Definition("next payrolls report", "Next release of the Employment Situation after the date."),
    "next_cpi": Definition("next CPI report", "Next release of the consumer price index after the date."),
    "next_claims": Definition(
        "next initial claims report",
        "Next release of weekly unemployment insurance claims after the date, by rule: Thursday, or the day before a"
        " Thursday that is a federal holiday.",
    ),
    "next_reconstitution": Definition(
        "next Russell reconstitution",
        "Next rebuilding of the Russell US indexes after the date, by rule: the fourth Friday of June and, from 2026,"
        " the second Friday of November.",
    ),
    "next_earnings": Definition(
        "start of the next earnings season", "Next day after the date on which JPMorgan reports."
    ),
}
DEFINITIONS: dict[str, Definition] = {**MACRO, **CALENDAR}
