"""How levels are named in a sentence, what distances are measured from, and which measures two subjects can't share."""

import re

DISTANCES = {"drawdown": ("record_last",), "distance_high_52w": ("high_52w",), "distance_low_52w": ("low_52w",)}
GAPS = re.compile(r"drawdown|distance|sma_cross|spread|cyclical_minus|lead_|streak_average_margin|change_|advancers")
LEVEL = re.compile(
    r"close|previous_close|open|high|low|(?:high|low)_52w(?:_intraday)?|high_close_20d|sma_\d+|bollinger_\w+|record_(?:last|prior_year)(?:_intraday)?"
)
ONE_SUBJECT = (LEVEL, re.compile(r"macd\w*|atr_14|volume|ratio(?:_sma_\d+)?"))
FROM_WHAT = {
    "drawdown": r"record|all[- ]time|peak|highest",
    "distance_high_52w": r"52[- ]week (?:closing )?high|high of the (?:past |last )?(?:52|year)|highest close",
    "distance_low_52w": r"52[- ]week (?:closing )?low|low of the (?:past |last )?(?:52|year)|lowest close",
    **{f"sma_{n}_distance": rf"{n}[- ](?:day|session)" for n in (20, 50, 200)},
}
ALSO_LEVEL = re.compile(
    r" (?:its|their|the) (?:20|50|200)-(?:day|session) (?:moving )?average and the [A-Z]|[^,;.]*?\b(?:and|or) (?:(?:its|their|the)\b(?! (?:S&P|Russell|Nasdaq|Dow|VIX)[^,;.]*\d)|(?=[A-Z]))[^,;.{}\d]*(?:$|[.,;]|\b(?:20|50|200|52)[- ])",
    re.I,
)
NAMED_LEVELS = [
    (re.compile(words, re.I), metric)
    for words, metric in (
        (r"(?:previous|prior) close|close (?:of )?the (?:day|session) before", "previous_close"),
        (r"open(?:ing level)?\b", "open"),
        (r"52[- ]week (?:closing )?high", "high_52w"),
        (r"52[- ]week (?:closing )?low", "low_52w"),
        (r"intraday high|high of the day|day['’]s high", "high"),
        (r"intraday low|low of the day|day['’]s low", "low"),
        (r"upper (?:Bollinger )?band|top of (?:its|the) (?:Bollinger )?bands?", "bollinger_upper"),
        (r"lower (?:Bollinger )?band|bottom of (?:its|the) (?:Bollinger )?bands?", "bollinger_lower"),
        (r"record\b", "record_last"),
        (r"signal line", "macd_signal"),
    )
]
