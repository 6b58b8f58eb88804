"""Whole sentences that code writes from facts: levels, divergence, verdicts, base rates, macro, calls.

What these facts mean hangs on so much (anchors, swings, events, bases) that no free wording of them is let through: a
writer asks for the sentence, ``{say rut.support}``, alone in its place, and code states the figures with all that they
need. Every figure in it carries its footnote.
"""

import re
from collections.abc import Callable
from datetime import date

from assistant.ledger import Ledger
from assistant.parts import Held, Part
from assistant.slots import SlotError
from assistant.stated_levels import divergence, fibonacci, levels, sensitivity, stretched
from assistant.stated_outside import call, macro
from assistant.stated_rotation import base_rate, column, row, verdict

SAY = re.compile(r"\{\s*say\s+([a-z][a-z0-9_.]*?)(?:@(\d{4}-\d{2}-\d{2}))?\s*\}\s*\.?")
SAID_ONLY = re.compile(
    r"^(?:rotation|macro|call\.\w+)\.|\.(?:verdict|base_rate|divergence|fibonacci|support|resistance)\.|\.sensitivity\b"
)


def statement(name: str, day: date | None, ledger: Ledger) -> list[Part]:
    """The sentence of a name, in parts: words, and facts where their figures stand.

    Args:
        name: Such as ``rut.support``, ``rotation.verdict.1d``, ``rut.base_rate.streak_10.return_21d``.
        day: The date of the facts, where the evidence holds several.
        ledger: This turn's evidence.

    Raises:
        SlotError: There is no such statement, or the evidence lacks its facts.
    """
    for pattern, write in _STATEMENTS:
        match = re.fullmatch(pattern, name)
        if match:
            return write(Held(ledger, day), *match.groups())
    raise SlotError(f"there is no statement {name}")


_STATEMENTS: list[tuple[str, Callable[..., list[Part]]]] = [
    (r"rotation\.verdict", verdict),
    (r"rotation\.verdict\.(1d|5d|ytd)", column),
    (r"rotation\.verdict\.(\w+)", row),
    (r"([a-z0-9_.]+)\.(support|resistance)", levels),
    (r"([a-z0-9_.]+?)\.fibonacci(?:\.(given|at_\w+))?", lambda h, s, g: fibonacci(h, s, f"{g}." if g else None)),
    (r"([a-z0-9_.]+)\.divergence", divergence),
    (r"(\w+)\.base_rate\.((?:streak|rsi)_\d+)\.((?:return|spread)_\d+d)", base_rate),
    (r"([a-z0-9_.]+)\.sensitivity", sensitivity),
    (r"([a-z0-9_.]+)\.stretched", stretched),
    (r"macro\.(\w+)", macro),
    (r"call\.(\w+)", call),
]
