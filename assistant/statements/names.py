"""How subjects and lists of things are written in a sentence."""

from collections.abc import Sequence

from assistant.evidence.names import name_of

__all__ = ["capital", "listed", "name_of"]


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
