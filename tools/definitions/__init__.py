"""Every metric's definition in words: what the app shows, what facts carry, what a version means.

The tables stand by subject in ``definitions_*.py``. A key may hold parameters in braces: ``support.{n}`` is the
family of ``support.1``, ``support.2`` and so on, and its label may name them.
"""

import re
from functools import cache

from tools.definitions import levels as definitions_levels
from tools.definitions import macro as definitions_macro
from tools.definitions import market as definitions_market
from tools.definitions import rotation as definitions_rotation
from tools.fact import Definition

TABLES: dict[str, dict[str, Definition]] = {
    "Levels, returns, records, trend and volatility": definitions_market.DEFINITIONS,
    "Rotation and sectors": definitions_rotation.DEFINITIONS,
    "Swings, divergence, Fibonacci levels, support and resistance": definitions_levels.DEFINITIONS,
    "Macro, calendar and analysts' calls": definitions_macro.DEFINITIONS,
}
DEFINITIONS: dict[str, Definition] = {key: d for table in TABLES.values() for key, d in table.items()}
_PARAMETER = re.compile(r"\{(\w+)\}")


@cache
def family(metric: str) -> tuple[str, dict[str, str]]:
    """The key under which a metric is defined, and its parameters.

    Args:
        metric: A fact's key without its subject, such as ``return_ytd`` or ``return_since.20251201``.

    Raises:
        KeyError: No such metric.
    """
    if metric in DEFINITIONS:
        return metric, {}
    for key in DEFINITIONS:
        if "{" in key:
            pattern = "".join(
                f"(?P<{part}>[a-z0-9_]+)" if i % 2 else re.escape(part) for i, part in enumerate(_PARAMETER.split(key))
            )
            if match := re.fullmatch(pattern, metric):
                return key, match.groupdict()
    raise KeyError(metric)


def definition(metric: str) -> Definition:
    """The definition of a metric, with its parameters in its label and words.

    Args:
        metric: A fact's key without its subject.

    Raises:
        KeyError: No such metric.
    """
    key, parameters = family(metric)
    found = DEFINITIONS[key]
    if not parameters:
        return found
    shown = {name: spell(value) for name, value in parameters.items()}
    return found._replace(label=found.label.format(**shown), words=found.words.format(**shown))


_SPELLED = (
    (r"((?:19|20)\d\d)(\d\d)(\d\d)", r"\1-\2-\3"),
    (r"streak_(\d+)", r"a run reaching \1 sessions"),
    (r"rsi_(\d+)", r"RSI-14 crossing above \1"),
    (r"all", "any session"),
    (r"(return|spread)_(\d+)d", r"\1 over the next \2 sessions"),
    (r"(\d+)d", r"\1 d"),
    (r"ytd", "year to date"),
    (r"(\d+)_(\d+)", r"\1.\2"),
)


def spell(parameter: str) -> str:
    """A parameter as words show it: ``20251201`` as a date, ``61_8`` as ``61.8``, ``streak_10`` as a run."""
    for pattern, words in _SPELLED:
        if re.fullmatch(pattern, parameter):
            return re.sub(pattern, words, parameter)
    return parameter.replace("_", " ")
