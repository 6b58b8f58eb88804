"""Every metric's definition in words: what the app shows, what facts carry, what a version means.

The tables stand by subject in a file each. A key may hold parameters in braces: ``support.{n}`` is the family of
``support.1``, ``support.2`` and so on, and its label may name them.
"""

import re
from functools import cache

from tools.definitions import levels as definitions_levels
from tools.definitions import macro as definitions_macro
from tools.definitions import market as definitions_market
from tools.definitions import measures as definitions_measures
from tools.definitions import rotation as definitions_rotation
from tools.fact import Definition

TABLES: dict[str, dict[str, Definition]] = {
    "Levels, returns, records, trend and volatility": definitions_market.DEFINITIONS,
    "Rotation and sectors": definitions_rotation.DEFINITIONS,
    "Swings, divergence, Fibonacci levels, support and resistance": definitions_levels.DEFINITIONS,
    "Macro, calendar and analysts' calls": definitions_macro.DEFINITIONS,
    "Measures": definitions_measures.DEFINITIONS,
}
DEFINITIONS: dict[str, Definition] = {key: d for table in TABLES.values() for key, d in table.items()}
_PARAMETER = re.compile(r"\{(\w+)\}")
_DATED = re.compile(r"([a-z0-9_]+)\.((?:19|20)\d{6})")


@cache
def _families() -> list[tuple[re.Pattern[str], str]]:
    """The keys that hold parameters, as patterns."""
    out = []
    for key in DEFINITIONS:
        if "{" in key:
            parts = _PARAMETER.split(key)
            pattern = (f"(?P<{part}>[a-z0-9_]+)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
            out.append((re.compile("".join(pattern)), key))
    return out


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
    for pattern, key in _families():
        if match := pattern.fullmatch(metric):
            return key, match.groupdict()
    raise KeyError(metric)


@cache
def definition(metric: str) -> Definition:
    """The definition of a metric, with its parameters in its label and words.

    Args:
        metric: A fact's key without its subject. A field or an indicator may have a session behind it
            (``close.20250409``) or a measure that is taken of it (``rsi_14.highest.2025``).

    Raises:
        KeyError: No such metric.
    """
    try:
        key, parameters = family(metric)
    except KeyError:
        return _of_stem(metric)
    found = DEFINITIONS[key]
    if not parameters:
        return found
    shown = {n: "all data" if (n, v) == ("window", "all") else spell(v) for n, v in parameters.items()}
    return found._replace(label=found.label.format(**shown), words=found.words.format(**shown))


def _of_stem(metric: str) -> Definition:
    """A field's or an indicator's definition on a session, or a measure's with what it is taken of in its label."""
    if match := _DATED.fullmatch(metric):
        name = definitions_measures.STEMS.get(match[1], match[1])
        words = DEFINITIONS[match[1]].words if match[1] in DEFINITIONS else f"The {name} of the session."
        return Definition(f"{name} on {spell(match[2])}", words)
    stem, _, rest = metric.partition(".")
    if stem not in definitions_measures.STEMS or not rest:
        raise KeyError(metric)
    found = definition(rest)
    name = definitions_measures.STEMS[stem]
    return found._replace(label=f"{name}: {found.label}", words=f"Of the {name}: {found.words}")


_SPELLED = (
    (r"((?:19|20)\d\d)(\d\d)(\d\d)", r"\1-\2-\3"),
    (r"streak_(\d+)", r"a run reaching \1 sessions"),
    (r"rsi_(\d+)", r"RSI-14 crossing above \1"),
    (r"all", "any session"),
    (r"(return|spread)_(\d+)d", r"\1 over the next \2 sessions"),
    (r"((?:19|20)\d\d)(\d\d)(\d\d)_((?:19|20)\d\d)(\d\d)(\d\d)", r"\1-\2-\3 to \4-\5-\6"),
    (r"(\d+)s", r"\1 sessions"),
    (r"(\d+)w", r"\1 weeks"),
    (r"(\d+)m", r"\1 months"),
    (r"(\d+)y", r"\1 years"),
    (r"((?:19|20)\d\d)q([1-4])", r"Q\2 \1"),
    (r"((?:19|20)\d\d)h([12])", r"H\2 \1"),
    (r"((?:19|20)\d\d)(0[1-9]|1[0-2])", r"\1-\2"),
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
