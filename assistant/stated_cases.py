"""What the figures say for and against small caps: sentences that code writes under each side of the argument.

A measure stands on a side only where its sign does, so that no case is propped up by a figure that says otherwise.
"""

from collections.abc import Callable

from assistant.names import name_of
from assistant.parts import Held, Part, Shown, joined, plain, tell
from assistant.slots import ordinal
from tools.facts import Fact, spell_date

FOR, AGAINST = 2, 1  # measures told on the case's side, and on the other
RUN, BROAD, NARROW = 5, 12, 8  # sessions in a row; of the last 20
CORRECTION = -0.10
TENSE = 20  # points of the VIX
Argument = Callable[[Held], list[Part] | None]


def _signed(key: str, above: str | None, below: str | None) -> Argument:
    """A measure told in one of two ways by its sign; None where that side has no words."""

    def told(held: Held) -> list[Part] | None:
        fact = held.get(key)
        words = None if fact is None or not fact.value else above if float(fact.value) > 0 else below
        return tell(words, plain(fact)) if words and fact else None

    return told


def _record(held: Held) -> list[Part] | None:
    fact = held.get("rut.records_ytd")
    if not fact or not fact.dates or fact.dates[-1] != fact.as_of:
        return None
    nth = Shown(fact, ordinal(fact))
    return tell(f"the close of {spell_date(fact.as_of)} was the year's {{}} record", nth)


def _when(key: str, words: str, holds: Callable[[Fact], bool]) -> Argument:
    """A measure told where a condition holds."""

    def told(held: Held) -> list[Part] | None:
        fact = held.get(key)
        return tell(words, plain(fact)) if fact and holds(fact) else None

    return told


_A, _B = name_of("rut"), name_of("spx")
_PROFITABLE, _ALL = "the profitable small caps (IJR)", "the Russell 2000 ETF (IWM)"
BULL: tuple[Argument, ...] = (
    _signed("rut_vs_spx.spread_ytd", f"{_A} is {{}} ahead of {_B} for the year", None),
    _record,
    _when("rut_vs_spx.streak", f"{_A} has led {_B} for {{}} in a row", lambda f: int(f.value) >= RUN),
    _signed("ijr_vs_iwm.spread_ytd", f"{_PROFITABLE} are {{}} ahead of {_ALL} for the year", None),
    _when("rut_vs_spx.sessions_led_20d", f"{_A} led in {{}} of the last 20", lambda f: int(f.value) >= BROAD),
    _signed("rut_vs_spx.spread_20d", f"{_A} is {{}} ahead of {_B} over 20 sessions", None),
    _signed("rut.sma_200_distance", f"{_A} closed {{}} above its 200-session average", None),
    _when("rut.rsi_14", f"an RSI of {{}} counts {_A} as oversold", lambda f: f.reading == "oversold"),
    _signed("rut_vs_spx.spread_1d", f"{_A} finished {{}} ahead of {_B} on the day", None),
)
BEAR: tuple[Argument, ...] = (
    _when("rut.drawdown", f"{_A} stands {{}} below its record close", lambda f: float(f.value) <= CORRECTION),
    _signed("ijr_vs_iwm.spread_ytd", None, f"{_PROFITABLE} are {{}} behind {_ALL} for the year"),
    _when("rut.rsi_14", f"an RSI of {{}} counts {_A} as overbought", lambda f: f.reading == "overbought"),
    _signed("rut_vs_spx.spread_ytd", None, f"{_A} is {{}} behind {_B} for the year"),
    _signed("rut_vs_spx.spread_1d", None, f"{_A} finished {{}} behind {_B} on the day"),
    _when("rut_vs_spx.sessions_led_20d", f"{_A} led in only {{}} of the last 20", lambda f: int(f.value) <= NARROW),
    _signed("rut_vs_spx.spread_20d", None, f"{_A} is {{}} behind {_B} over 20 sessions"),
    _signed("rut.sma_200_distance", None, f"{_A} closed {{}} below its 200-session average"),
    _when("vix.close", "the VIX at {} is above 20", lambda f: float(f.value) > TENSE),
    _signed("rut_vs_comp.spread_1d", None, f"{_A} finished {{}} behind {name_of('comp')} on the day"),
    _signed("rut.return_1d", None, f"{_A} fell {{}} on the day"),
)
_NONE = "None of the measures kept here is in its favour"
SIDES = {"bull_case": (BULL, BEAR), "bear_case": (BEAR, BULL)}


def measured(held: Held, case: str) -> list[Part]:
    """What the figures say for a case, and the figure that says otherwise."""
    own, other = (_found(held, side) for side in SIDES[case])
    told = tell("The figures in its favour: {}", joined(own[:FOR])) if own else [_NONE]
    against = [part for group in other[:AGAINST] for part in group] or ["none of the measures kept here"]
    return tell("{}; against it: {}.", told, against)


def _found(held: Held, arguments: tuple[Argument, ...]) -> list[list[Part]]:
    return [parts for argument in arguments if (parts := argument(held))]
