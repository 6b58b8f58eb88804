"""Definitions of swings, divergence, Fibonacci levels, support and resistance."""

from tools.definitions.market import WILDER
from tools.fact import Definition

DEFINITIONS: dict[str, Definition] = {}

for _side, _further, _weaker, _swing in (
    ("bearish", "higher", "lower", "swing high"),
    ("bullish", "lower", "higher", "swing low"),
):
    _beyond = "above" if _side == "bearish" else "below"
    _key = f"divergence.{_side}.k{{k}}"
    _name = f"{_side} divergence, k = {{k}}"
    _pair = (
        f"With k = {{k}}: a {_swing} is a close strictly {_beyond} the k closes on each side; the date's own close"
        f" stands as a provisional one when it is {_beyond} the k before it."
    )
    DEFINITIONS[_key] = Definition(
        _name,
        f"1 where, of the two latest {_swing}s in the last 60 sessions, the later one has the {_further} close and the"
        f" {_weaker} RSI-14 (Wilder's, over all history), else 0. {_pair} A gap between the RSIs under 1 point is"
        " marginal and unconfirmed.",
        source=WILDER,
    )
    for _which, _order in (("first", "earlier"), ("last", "later")):
        DEFINITIONS[f"{_key}.{_which}_close"] = Definition(
            f"close at the {_order} {_swing}, k = {{k}}",
            f"Close at the {_order} of the two latest {_swing}s in the last 60 sessions. {_pair}",
        )
        DEFINITIONS[f"{_key}.{_which}_rsi"] = Definition(
            f"RSI-14 at the {_order} {_swing}, k = {{k}}",
            f"Wilder's RSI-14 at the {_order} of the two latest {_swing}s in the last 60 sessions. {_pair}",
            source=WILDER,
        )
    DEFINITIONS[f"{_key}.rsi_gap"] = Definition(
        f"RSI gap of the two latest {_swing}s, k = {{k}}",
        f"RSI-14 at the later of the two latest {_swing}s in the last 60 sessions, less that at the earlier. {_pair}",
        source=WILDER,
    )

_FOUND = (
    "A, B and C are session lows and highs: the latest three neighbouring turning points of which C lies between A and"
    " B, each swing at least {t} % of the price it starts from, each point confirmed by the first later session that"
    " moved as much away from it. Mirrored on a falling leg."
)
_GIVEN = "A, B and C, where given, are the session lows and highs of the days that the person names."
_ANCHORS = (
    ("a", "where the leg begins: the low of its session on a rising leg, the high on a falling one"),
    ("b", "where the leg ends: the high of its session on a rising leg, the low on a falling one"),
    ("c", "where the pullback ended: the low of its session on a rising leg, the high on a falling one"),
)
_LEVELS = (
    ("extension", "C plus {r} % of the way from A to B."),
    ("retracement", "B less {r} % of the way from A to B."),
)
for _prefix, _how, _anchors in (
    ("fibonacci.", "", _FOUND.replace("{t}", "4")),
    ("fibonacci.given.", " from given anchors", _GIVEN),
    ("fibonacci.at_{t}.", " with swings of {t} %", _FOUND),
):
    for _point, _words in _ANCHORS:
        DEFINITIONS[f"{_prefix}anchor.{_point}"] = Definition(
            f"Fibonacci anchor {_point.upper()}{_how}", f"Anchor {_point.upper()}, {_words}. {_anchors}"
        )
    for _level, _formula in _LEVELS:
        _name = f"{{r}} % Fibonacci {_level}{_how}"
        DEFINITIONS[f"{_prefix}{_level}.{{r}}"] = Definition(_name, f"{_formula} {_anchors}")
        DEFINITIONS[f"{_prefix}{_level}.{{r}}.distance"] = Definition(
            f"distance to the {_name}", f"The level over the date's close, less one. The level: {_formula} {_anchors}"
        )

_CANDIDATES = (
    "Levels: the latest record close before the date and the highest close of the year before; swing highs and lows"
    " of the last 252 sessions (closes strictly beyond the five on each side); the highest and lowest close and price"
    " of the 365 calendar days ending on the date; the 50- and 200-session averages. Levels within 0.05 % of each other"
    " are one, at the one nearest the close; at most six on each side."
)
for _name, _side in (("support", "below"), ("resistance", "above")):
    DEFINITIONS[f"{_name}.{{n}}"] = Definition(
        f"{_name} level {{n}}",
        f"Number {{n}} of the levels {_side} the date's close, counted from the nearest. {_CANDIDATES}",
    )
    DEFINITIONS[f"{_name}.{{n}}.distance"] = Definition(
        f"distance to {_name} level {{n}}", f"{_name.capitalize()} level {{n}} over the date's close, less one."
    )
