"""What the figures say for and against small caps: sentences that code writes under each side of the argument.

A measure stands on a side only where its sign does, so that no case is propped up by a figure that says otherwise.
"""

from collections.abc import Callable
from typing import NamedTuple

from assistant.statements.held import Held
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, joined, said, say, text, unsigned
from tools.fact import Fact
from tools.facts.verdict import SILENT

FOR = 2  # measures told on the case's side; one on the other
RUN, BROAD, NARROW = 5, 12, 8  # sessions in a row; of the last 20
CORRECTION = -0.10
TENSE = 20  # points of the VIX
FALL = -0.005


class Argument(NamedTuple):
    """A measure that stands on one side where a condition holds.

    Attributes:
        key: The fact's.
        message: How it is told.
        side: ``up`` or ``down``, for messages that are told both ways.
        holds: Whether it stands there.
        other: Whom small caps are held against, where it is told.
        over: The message of its horizon, where it is told.
    """

    key: str
    message: str
    side: str
    holds: Callable[[Fact], bool]
    other: str = "spx"
    over: str = ""


def _ahead(fact: Fact) -> bool:
    return float(fact.value) > 0


def _behind(fact: Fact) -> bool:
    return float(fact.value) < 0


def _is_new(fact: Fact) -> bool:
    return bool(fact.dates) and fact.dates[-1] == fact.as_of


YEAR, MONTH = "argue-over-year", "argue-over-month"
BULL = (
    Argument("rut_vs_spx.spread_ytd", "argue-spread", "up", _ahead, over=YEAR),
    Argument("rut.records_ytd", "argue-record", "up", _is_new),
    Argument("rut_vs_spx.streak", "argue-streak", "up", lambda f: int(f.value) >= RUN),
    Argument("ijr_vs_iwm.spread_ytd", "argue-quality", "up", _ahead),
    Argument("rut_vs_spx.sessions_led_20d", "argue-led", "up", lambda f: int(f.value) >= BROAD),
    Argument("rut_vs_spx.spread_20d", "argue-spread", "up", _ahead, over=MONTH),
    Argument("rut.sma_200_distance", "argue-average", "up", _ahead),
    Argument("rut.rsi_14", "argue-rsi", "up", lambda f: f.reading == "oversold"),
    Argument("rut_vs_spx.spread_1d", "argue-spread-day", "up", _ahead),
)
BEAR = (
    Argument("rut.drawdown", "argue-correction", "down", lambda f: float(f.value) <= CORRECTION),
    Argument("ijr_vs_iwm.spread_ytd", "argue-quality", "down", _behind),
    Argument("rut.rsi_14", "argue-rsi", "down", lambda f: f.reading == "overbought"),
    Argument("rut_vs_spx.spread_ytd", "argue-spread", "down", _behind, over=YEAR),
    Argument("rut_vs_spx.spread_1d", "argue-spread-day", "down", _behind),
    Argument("rut_vs_spx.sessions_led_20d", "argue-led", "down", lambda f: int(f.value) <= NARROW),
    Argument("rut_vs_spx.spread_20d", "argue-spread", "down", _behind, over=MONTH),
    Argument("rut.sma_200_distance", "argue-average", "down", _behind),
    Argument("vix.close", "argue-tense", "down", lambda f: float(f.value) > TENSE),
    Argument("rut_vs_comp.spread_1d", "argue-spread-day", "down", _behind, other="comp"),
    Argument("rut.return_1d", "argue-fell", "down", lambda f: float(f.value) <= FALL),
)
SIDES = {"bull_case": (BULL, BEAR), "bear_case": (BEAR, BULL)}
# Those that don't begin with the Russell 2000, and so take no "it" and leave none to the next.
_OTHERS = ("argue-record", "argue-quality", "argue-rsi", "argue-tense")


def measured(held: Held, case: str) -> list[Part]:
    """What the figures say for a case, and the figure that says otherwise."""
    own, other = (_found(held, side) for side in SIDES[case])
    # What the other case leads with stands there; here the next measure does, where there is one.
    against = [_told(held, argument, fact) for argument, fact in other[1:2] or other[:1]]
    counter: list[Part] = against[0] if against else [text("argued-nothing", held.language)]
    if not own:
        return say("argued-none", held.language, against=counter)
    told: list[list[Part]] = []
    for argument, fact in own[:FOR]:
        again = bool(told) and own[0][0].message not in _OTHERS
        told.append(_told(held, argument, fact, again=again))
    return say("argued", held.language, own=joined(told, held.language, "list-clause"), against=counter)


def _told(held: Held, argument: Argument, fact: Fact, *, again: bool = False) -> list[Part]:
    """A measure in words; ``it`` for an index that was named before."""
    language = held.language
    name = held.name("rut")
    figure = Shown(fact, _nth(held, fact)) if argument.message == "argue-record" else unsigned(fact, language)
    given: dict[str, Given] = {
        "who": text("argued-it", language) if again else name,
        "subject": name,
        "other": held.name(argument.other),
        "over": text(argument.over, language) if argument.over else "",
        "reading": said(fact.reading, language) if argument.message in ("argue-rsi", "argue-tense") else "",
    }
    return say(argument.message, language, fact=figure, side=argument.side, day=fact.as_of, **given)


def _nth(held: Held, fact: Fact) -> str:
    return ordinal(fact) if held.language == "en" else str(fact.value)


def _found(held: Held, arguments: tuple[Argument, ...]) -> list[tuple[Argument, Fact]]:
    """The measures that stand on a side: those that are more than noise, or else the first that merely lean to it."""
    found = [(a, fact) for a in arguments if (fact := held.get(a.key)) and a.holds(fact)]
    strong = [(a, fact) for a, fact in found if not _is_noise(held, fact)]
    return strong or found[:1]


def _is_noise(held: Held, fact: Fact) -> bool:
    """Whether a spread is within half a standard deviation of nothing, by the verdict's own measure."""
    cell = held.get(_CELLS.get(fact.key, ""))
    size = held.get("rut_vs_spx.lead_size_20d") if fact.key == "rut_vs_spx.spread_20d" else None
    return bool((cell and cell.reading == "silent") or (size and float(size.value) < SILENT))


_CELLS = {
    "rut_vs_spx.spread_ytd": "rotation.verdict.small_vs_large.ytd",
    "rut_vs_spx.spread_1d": "rotation.verdict.small_vs_large.1d",
    "rut_vs_comp.spread_1d": "rotation.verdict.small_vs_nasdaq.1d",
    "ijr_vs_iwm.spread_ytd": "rotation.verdict.quality.ytd",
}
