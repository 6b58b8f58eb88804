"""Definitions of measures: what each figure of a window, a condition or a season is."""

from tools.fact import Definition

RETURN = "{1} / {0} − 1"
# What stands before a measure's name in a key where it is not of the close.
STEMS = {
    "open": "open",
    "high": "intraday high",
    "low": "intraday low",
    "volume": "volume",
    "total": "close with dividends reinvested",
    "ratio": "price ratio",
    "percent": "close",
    "rsi_14": "RSI-14",
    "sma_20": "20-session average",
    "sma_50": "50-session average",
    "sma_200": "200-session average",
    "sma_20_distance": "distance to the 20-session average",
    "sma_50_distance": "distance to the 50-session average",
    "sma_200_distance": "distance to the 200-session average",
    "bollinger_upper": "upper Bollinger band",
    "bollinger_lower": "lower Bollinger band",
    "macd": "MACD",
    "macd_signal": "MACD signal line",
    "macd_histogram": "MACD less its signal line",
    "atr_14": "average true range over 14 sessions",
    "realized_volatility_20d": "20-session realised volatility",
    "drawdown": "drawdown",
    "gap": "gap from the close before to the open",
    "range": "range from low to high over the close before",
    "value": "published value",
}
_OVER = "over {window}"
_WHOLE = " Only whole ones are counted: one that isn't over, or that the window cuts, is left out."
_AFTER = (
    " A move, a crossing or a record counts each time, a state from the session on which it began, a listed event from"
    " the first session on or after its day; each from that session's close. An event inside the window of the one kept"
    " before is left out, and so are windows not complete by the date."
)

DEFINITIONS: dict[str, Definition] = {
    "return.{window}": Definition(
        f"return {_OVER}",
        "Last close of the window over its base, less one, price only; the base is the last close before the window, or"
        " the close named.",
        working=RETURN,
    ),
    "change.{window}": Definition(
        f"change {_OVER}",
        "Last close of the window less its base: in points for the VIX and for indicators, in basis points for yields.",
    ),
    "total_return.{window}": Definition(
        f"total return {_OVER}",
        "Last adjusted close of the window over its base's, less one: each dividend is reinvested on its ex-date.",
        working=RETURN,
    ),
    "point_change.{window}": Definition(
        "change in points over {window}", "Last close of the window less its base, in the subject's own unit."
    ),
    "annual_return.{window}": Definition(
        "annual rate of the return over {window}",
        "One plus the return, to the power of one over the calendar years between the closes, less one; only for a year"
        " or more.",
    ),
    "annual_total_return.{window}": Definition(
        "annual rate of the total return over {window}",
        "One plus the total return, to the power of one over the calendar years between the closes, less one; only for"
        " a year or more.",
    ),
    "growth.{amount}_{window}": Definition(
        "what {amount} became over {window}", "The amount times the last close of the window over its base; price only."
    ),
    "growth_with_dividends.{amount}_{window}": Definition(
        "what {amount} became over {window}, dividends reinvested",
        "The amount times the last adjusted close of the window over its base's: each dividend is reinvested on its"
        " ex-date.",
    ),
    "difference.{window}": Definition(
        f"difference of changes {_OVER}",
        "Change of the first over the window less the second's, both between the same two closes.",
    ),
    "best_{bucket}.{window}": Definition(
        "largest change of a {bucket}, {window}", "The largest change of a {bucket} within the window." + _WHOLE
    ),
    "best_{bucket}.{window}.{place}": Definition(
        "largest change of a {bucket}, number {place}, {window}",
        "The change of a {bucket} within the window that takes this place, the largest being the first." + _WHOLE,
    ),
    "worst_{bucket}.{window}": Definition(
        "smallest change of a {bucket}, {window}", "The smallest change of a {bucket} within the window." + _WHOLE
    ),
    "worst_{bucket}.{window}.{place}": Definition(
        "smallest change of a {bucket}, number {place}, {window}",
        "The change of a {bucket} within the window that takes this place, the smallest being the first." + _WHOLE,
    ),
    "highest.{window}": Definition(f"highest {_OVER}", "The highest value of the window's sessions."),
    "highest.{window}.{place}": Definition(
        f"highest {_OVER}, number {{place}}", "The value that takes this place among the window's, the highest first."
    ),
    "lowest.{window}": Definition(f"lowest {_OVER}", "The lowest value of the window's sessions."),
    "lowest.{window}.{place}": Definition(
        f"lowest {_OVER}, number {{place}}", "The value that takes this place among the window's, the lowest first."
    ),
    "rank.{window}": Definition(
        "rank of {window} in its own history",
        "One more than the number of earlier ones above it: 1 is the highest. A counted window is held against every"
        " earlier change over as many sessions, a calendar one against the same buckets before it, cut at the same"
        " number of sessions where it isn't over.",
    ),
    "rank_percentile.{window}": Definition(
        "percentile of {window} in its own history", "Share of the earlier ones that are at or below it."
    ),
    "count.{condition}.{window}": Definition(
        "sessions that met {condition}, {window}",
        "Sessions of the window on which the condition held; those that a missing bar leaves open are not counted.",
    ),
    "count.{condition}.{window}.{bucket}": Definition(
        "{bucket}s that met {condition}, {window}", "Whole {bucket}s of the window on which the condition held."
    ),
    "share.{condition}.{window}": Definition(
        "share of sessions that met {condition}, {window}",
        "Sessions of the window on which the condition held over those on which it is known whether it did.",
    ),
    "share.{condition}.{window}.{bucket}": Definition(
        "share of {bucket}s that met {condition}, {window}",
        "Whole {bucket}s of the window on which the condition held over those on which it is known whether it did.",
    ),
    "count_tested.{condition}.{window}": Definition(
        "sessions tested, {window}", "Sessions of the window on which it is known whether the condition held."
    ),
    "count_tested.{condition}.{window}.{bucket}": Definition(
        "{bucket}s tested, {window}", "Whole {bucket}s of the window on which it is known whether the condition held."
    ),
    "longest_run.{condition}.{window}": Definition(
        "longest run of sessions that met {condition}, {window}",
        "The most sessions in a row on which the condition held, none of them left open by a missing bar.",
    ),
    "current_run.{condition}.{window}": Definition(
        "run of sessions that meet {condition}, to the end of {window}",
        "Sessions in a row up to the last of the window on which the condition held; 0 when it did not on the last.",
    ),
    "first_after.{condition}.{window}": Definition(
        "sessions until {condition}, {window}", "Sessions from the window's base to the first that met the condition."
    ),
    "last_before.{condition}.{window}": Definition(
        "sessions since {condition}, {window}", "Sessions from the last that met the condition to the window's last."
    ),
    "first.{condition}.{window}": Definition(
        "first session that met {condition}, {window}", "The first session of the window on which the condition held."
    ),
    "last.{condition}.{window}": Definition(
        "last session that met {condition}, {window}", "The last session of the window on which the condition held."
    ),
    "average.{window}": Definition(f"average {_OVER}", "Mean of the values of the window's sessions."),
    "median.{window}": Definition(f"median {_OVER}", "Median of the values of the window's sessions."),
    "average_change.{bucket}.{window}": Definition(
        "average change of a {bucket}, {window}", "Mean of the changes of the window's {bucket}s." + _WHOLE
    ),
    "median_change.{bucket}.{window}": Definition(
        "median change of a {bucket}, {window}", "Median of the changes of the window's {bucket}s." + _WHOLE
    ),
    "volatility.{window}": Definition(
        f"annualised volatility {_OVER}",
        "Standard deviation (ddof 1) of the window's one-session changes, the first from its base, times the square"
        " root of 252.",
    ),
    "correlation.{window}": Definition(
        f"correlation {_OVER}",
        "Pearson's correlation of the one-session returns of the two over the sessions they share in the window.",
    ),
    "beta.{window}": Definition(
        f"beta {_OVER}",
        "Covariance (ddof 1) of the one-session returns of the two over the variance of the second's.",
    ),
    "deepest_drawdown.{window}": Definition(
        f"deepest fall from a high {_OVER}",
        "The lowest that a close of the window stood against the highest close of the window before it, less one.",
        working=RETURN,
    ),
    "deepest_drawdown_peak.{window}": Definition("its high", "Session of the high that the deepest fall began from."),
    "deepest_drawdown_trough.{window}": Definition("its low", "Session of the lowest close of the deepest fall."),
    "deepest_drawdown_recovery.{window}": Definition(
        "its recovery", "First session after the low that closed at or above the high."
    ),
    "drawdown_now.{window}": Definition(
        f"fall from the high {_OVER}", "Last close of the window over its highest close, less one.", working=RETURN
    ),
    "season.{season}.{window}.average": Definition(
        "average change in {season}, {window}", "Mean of the changes of each {season} of the window." + _WHOLE
    ),
    "season.{season}.{window}.median": Definition(
        "median change in {season}, {window}", "Median of the changes of each {season} of the window." + _WHOLE
    ),
    "season.{season}.{window}.share_up": Definition(
        "share of {season} that rose, {window}", "Share of each {season} of the window whose change is above zero."
    ),
    "season.{season}.{window}.n": Definition("{season} counted, {window}", "How many {season} the window holds whole."),
    "after.{condition}.{window}.{ahead}.n": Definition(
        "cases of {condition}, {window}", "Events whose {ahead} ahead are complete." + _AFTER
    ),
    "after.{condition}.{window}.{ahead}.median": Definition(
        "median change over {ahead} after {condition}", "Median of the changes over the sessions ahead." + _AFTER
    ),
    "after.{condition}.{window}.{ahead}.share_up": Definition(
        "share that rose over {ahead} after {condition}", "Share of the changes ahead that are above zero." + _AFTER
    ),
    "after.{condition}.{window}.{ahead}.best": Definition(
        "best change over {ahead} after {condition}", "Largest of the changes over the sessions ahead." + _AFTER
    ),
    "after.{condition}.{window}.{ahead}.worst": Definition(
        "worst change over {ahead} after {condition}", "Smallest of the changes over the sessions ahead." + _AFTER
    ),
    "after_each.{session}.{ahead}": Definition(
        "change over {ahead} after {session}", "Close that many sessions later over the session's own, less one.",
        working=RETURN,
    ),
}  # fmt: skip
