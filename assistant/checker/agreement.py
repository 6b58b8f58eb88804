"""Whether a value is what a text states: at the precision written, with its hedge, in the direction claimed."""

from decimal import Decimal

from assistant.understanding.figures import Figure

SCALED = ("fraction", "percentage points")
ROUND_LEVEL = Decimal("0.005")  # how far a level may lie from a round number that stands for it
LOOSE = Decimal("0.12")  # of the last digit: what sources' own rounding of closes moves a change by
FAR = 3  # times a value may lie beyond "more than" or "less than" and still be what is meant


def agrees(
    value: float, unit: str, figure: Figure, says: int = 0, *, derived: bool = False, close: bool = False
) -> bool:
    """Whether a value in a fact's unit is a figure as written.

    Args:
        value: As a fact states it.
        unit: The fact's unit.
        figure: The number written.
        says: The direction claimed, 0 where the sign isn't asked about.
        derived: Whether it was worked out from closes, whose own rounding may move its last digit.
        close: Whether its hedge says that it is nearly, or just over, what is written.
    """
    if says and value and (value > 0) != (says > 0):
        return False
    shown = abs(Decimal(str(value))) * (100 if unit in SCALED else 1)
    said = abs(figure.value)
    if unit in SCALED and figure.unit == "basis points":
        shown *= 100
    step = Decimal(1).scaleb(-figure.decimals)
    far = max(step * 2, said * Decimal("0.08")) if close else said * FAR
    if figure.hedge in ("more", "least"):
        return said - step * LOOSE <= shown <= said + far
    if figure.hedge in ("less", "most"):
        return said - (far if close else said * Decimal("0.75")) <= shown <= said + step * LOOSE
    if figure.hedge == "about":
        place = _last_place(said) if figure.decimals == 0 and said >= 1000 else step
        return abs(shown - said) <= max(step, place)
    slack = step * LOOSE if derived else step / 1000
    if derived and unit not in SCALED and figure.decimals == 2:
        slack = Decimal("0.0065")
    return abs(shown - said) <= step / 2 + slack


def is_near(value: float, figure: Figure) -> bool:
    """Whether a level is what a round number like 2,600 stands for, or the number itself."""
    said = abs(figure.value)
    round_number = figure.decimals == 0 and said >= 100 and said % 50 == 0
    if figure.hedge == "about" or round_number:
        return abs(Decimal(str(value)) / said - 1) <= ROUND_LEVEL
    return agrees(value, "index points", figure)


def _last_place(said: Decimal) -> Decimal:
    """The place of the last digit that isn't a zero: 100 for 2,600."""
    text = str(int(said))
    return Decimal(10) ** (len(text) - len(text.rstrip("0")))


def stated_value(figure: Figure, unit: str, says: int) -> float:
    """A figure in a fact's unit, with the sign of the direction claimed."""
    value = float(figure.value) / (100 if unit in SCALED else 1)
    return -abs(value) if says < 0 and unit in SCALED else value
