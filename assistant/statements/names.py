"""How subjects, lists of things and ordinals are written in a sentence."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.evidence.derived import Derived, SlotError
from tools.fact import Fact
from tools.universe import UNIVERSE, subject_for

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


def name_of(key: str) -> str:
    """A subject's name as it stands in a sentence: ``the Russell 2000``, ``Materials (XLB)``."""
    return UNIVERSE[key].name if key in UNIVERSE else subject_for(key).name


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


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
