"""How subjects and lists of things are written in a sentence."""

from collections.abc import Sequence

from tools.universe import UNIVERSE, subject_for


def name_of(key: str) -> str:
    """A subject's name as it stands in a sentence: ``the Russell 2000``, ``Materials (XLB)``."""
    return UNIVERSE[key].name if key in UNIVERSE else subject_for(key).name


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
