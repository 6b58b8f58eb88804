"""What the figures say for and against small caps: sentences that code writes under each side of the argument.

A measure stands on a side only where its sign does, so that no case is propped up by a figure that says otherwise.
"""

import re
from collections.abc import Callable

from assistant.statements.names import name_of
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Held, Part, Shown, joined, plain, tell
from tools.fact import Fact, spell_date
from tools.facts.verdict import SILENT

FOR = 2  # measures told on the case's side; one on the other
RUN, BROAD, NARROW = 5, 12, 8  # sessions in a row; of the last 20
CORRECTION = -0.10
TENSE = 20  # points of the VIX
FALL = -0.005
Argument = Callable[[Held], list[Part] | None]


def _signed(key: str, above: str | None, below: str | None) -> Argument:
    """A measure told in one of two ways by its sign; None where that side has no words."""

    def told(held: Held) -> list[Part] | None:
        fact = held.get(key)
        words = None if fact is None or not fact.value else above if float(fact.value) > 0 else below
        return tell(_dated(words, held, fact), plain(fact)) if words and fact else None

    return told


def _dated(words: str, held: Held, fact: Fact) -> str:
    """A measure's words with its session, where that is before the answer's own."""
    if not held.is_old(fact):
        return words
    if words.endswith(" on the day"):
        return words.removesuffix(" on the day") + held.on(fact)
    return words + (held.to(fact) if _PERIOD.search(words) else held.on(fact))


_PERIOD = re.compile(r"for the year|20 sessions|last 20|in a row")


def _record(held: Held) -> list[Part] | None:
    fact = held.get("rut.records_ytd")
    if not fact or not fact.dates or fact.dates[-1] != fact.as_of:
        return None
    nth = Shown(fact, ordinal(fact))
    return tell(f"the close of {spell_date(fact.as_of)} was the year's {{}} record", nth)


def _tense(held: Held) -> list[Part] | None:
    fact = held.get("vix.close")
    if fact is None or float(fact.value) <= TENSE:
        return None
    return tell(f"a VIX of {{}} counts as {fact.reading}", fact)


def _when(key: str, words: str, holds: Callable[[Fact], bool]) -> Argument:
    """A measure told where a condition holds."""

    def told(held: Held) -> list[Part] | None:
        fact = held.get(key)
        return tell(_dated(words, held, fact), plain(fact)) if fact and holds(fact) else None

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
    _tense,
    _signed("rut_vs_comp.spread_1d", None, f"{_A} finished {{}} behind {name_of('comp')} on the day"),
    _when("rut.return_1d", f"{_A} fell {{}} on the day", lambda f: float(f.value) <= FALL),
)
_NONE = "None of the measures kept here is in its favour"
SIDES = {"bull_case": (BULL, BEAR), "bear_case": (BEAR, BULL)}


def measured(held: Held, case: str) -> list[Part]:
    """What the figures say for a case, and the figure that says otherwise."""
    own, other = (_found(held, side) for side in SIDES[case])
    told: list[Part] = [_NONE]
    if own:
        told = tell("The figures in its favour: {}", joined(_shortened(own[:FOR])))
    # What the other case leads with stands there; here the next measure does, where there is one.
    against = [part for group in other[1:2] or other[:1] for part in group] or ["none of the measures kept here"]
    return tell("{}; against it: {}.", told, against)


def _found(held: Held, arguments: tuple[Argument, ...]) -> list[list[Part]]:
    """The measures that stand on a side: those that are more than noise, or else the first that merely lean to it."""
    found = [parts for argument in arguments if (parts := argument(held))]
    strong = [parts for parts in found if not _is_noise(held, parts)]
    return strong or found[:1]


def _is_noise(held: Held, parts: list[Part]) -> bool:
    """Whether a spread is within half a standard deviation of nothing, by the verdict's own measure."""
    facts = [p if isinstance(p, Fact) else p.fact for p in parts if not isinstance(p, str)]
    for fact in facts:
        cell = held.get(_CELLS.get(fact.key, ""))
        size = held.get("rut_vs_spx.lead_size_20d") if fact.key == "rut_vs_spx.spread_20d" else None
        if (cell and cell.reading == "silent") or (size and float(size.value) < SILENT):
            return True
    return False


_CELLS = {
    "rut_vs_spx.spread_ytd": "rotation.verdict.small_vs_large.ytd",
    "rut_vs_spx.spread_1d": "rotation.verdict.small_vs_large.1d",
    "rut_vs_comp.spread_1d": "rotation.verdict.small_vs_nasdaq.1d",
    "ijr_vs_iwm.spread_ytd": "rotation.verdict.quality.ytd",
}


def _shortened(groups: list[list[Part]]) -> list[list[Part]]:
    """The same subject, named once."""
    out = groups[:1]
    for group in groups[1:]:
        head = group[0]
        same = isinstance(head, str) and isinstance(out[0][0], str) and out[0][0].startswith(_A) and head.startswith(_A)
        out.append(["it" + str(head).removeprefix(_A), *group[1:]] if same else group)
    return out
