"""How a count or a percentile is written as an ordinal."""

from decimal import ROUND_HALF_UP, Decimal

from assistant.evidence.derived import Derived, SlotError
from tools.fact import Fact

_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]


def ordinal(item: Fact | Derived) -> str:
    """A count as an ordinal: ``eighth``, ``14th``; a percentile likewise: ``97th``.

    Raises:
        SlotError: It is neither.
    """
    if isinstance(item, Fact) and "percentile" in item.metric:
        return nth(int(Decimal(str(item.value)).scaleb(2).quantize(Decimal(1), ROUND_HALF_UP)))
    if item.unit not in ("count", "sessions"):
        raise SlotError(f"{item.unit} has no ordinal")
    n = int(item.value)
    return _ORDINALS[n] if 0 <= n < len(_ORDINALS) else nth(n)


def nth(n: int) -> str:
    """``13th``, ``21st``, ``97th``."""
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
