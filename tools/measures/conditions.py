"""Conditions: read from a line of text, put into words for a key, and tested on every session at once."""

import re
from collections.abc import Callable, Sequence

import numpy as np
from pydantic import ValidationError

from tools.errors import BadQuery
from tools.facts.indicators import Bools, Floats, Places, is_record, known_runs
from tools.measures.lines import Line, is_indicator, plain_name
from tools.measures.query import EVENTS, Condition, first_error

_UP = ("ri", "ro", "ga", "up")
_NUMBER = r"[-+−]?\$?\d[\d,]*(?:\.\d+)?"
_SERIES = r"(?!(?:is|was|closes?|closed|at|its?)\b)\^?[A-Za-z][\w.&/^=-]*(?:\s[\w&.-]+){0,4}?"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], dict[str, object]]], ...] = (
    (r"(?:(?:after|on) )?(?:a |an |the )?(fed[ _]cut|fed[ _](?:hike|rise)|(?:rate )?cut|(?:rate )?hike|election)s?",
     lambda m: {"test": "event", "than": _event(m[1])}),
    (r"(?:a |sets? a |at a )?record(?: close| high)?s?", lambda m: {"test": "record"}),
    (rf"(?:(?P<of>{_SERIES}) )?cross(?:es|ed)?(?: (?P<way>above|over|below|under))? (?P<than>.+)",
     lambda m: {"test": f"crosses_{_side(m['way'])}", "than": m["than"], "of": m["of"]}),
    (rf"(?:(?P<of>{_SERIES}) )?(?:(?:is|was|closes?|closed|at) )?(?P<way>above|over|below|under|>|<) (?P<than>.+)",
     lambda m: {"test": _side(m["way"]), "than": m["than"], "of": m["of"]}),
    (rf"(?:(?P<of>{_SERIES}) )?(?P<way>beats?|beat|trails?|trailed|lags?|lagged) (?P<than>.+)",
     lambda m: {"test": "beats" if m["way"].startswith("beat") else "trails", "than": m["than"], "of": m["of"]}),
    (rf"(?:(?P<of>{_SERIES}) )?(?P<way>rises?|rose|gains?|gained|up|falls?|fell|loses?|lost|down)"
     rf"(?: (?:by )?(?:at least |more than |over )?(?P<than>{_NUMBER})\s*(?:%|percent|points?|bp)?(?: or more)?)?",
     lambda m: {"test": "rises" if m["way"][:2].lower() in _UP else "falls", "than": m["than"], "of": m["of"]}),
)  # fmt: skip
_RUN = re.compile(r"(?:,? ?(?:for )?(\d+) (?:sessions |days |times )?(?:in a row|running|straight))$", re.I)


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Conditions as they are typed: ``above 30``, ``rsi_14 crosses above 70``, ``falls 2% and below sma_200``.

    Raises:
        BadQuery: A part of it is no condition; the message shows what one looks like.
    """
    parts = [p for p in re.split(r"\s+and\s+|\s+&\s+", " ".join(text.split())) if p]
    if not parts:
        raise BadQuery("The condition is empty", _EXAMPLES)
    return tuple(_parse(part) for part in parts)


_EXAMPLES = "Write it as 'above 30', 'rsi_14 crosses above 70', 'falls 2%', 'beats spx', 'record', 'fed cut'."


def _parse(text: str) -> Condition:
    run = _RUN.search(text)
    rest = text[: run.start()] if run else text
    for pattern, fields in _FORMS:
        if match := re.fullmatch(pattern, rest, re.I):
            given = {k: v for k, v in fields(match).items() if v is not None}
            if isinstance(than := given.get("than"), str):
                given["than"] = _than(than, str(given["test"]))
            try:
                return Condition.model_validate({**given, **({"run": int(run[1])} if run else {})})
            except ValidationError as error:
                raise BadQuery(f"{text[:60]!r} is no condition: {first_error(error)}", _EXAMPLES) from None
    raise BadQuery(f"{text[:60]!r} is no condition", _EXAMPLES)


def _side(way: str | None) -> str:
    return "below" if (way or "").lower() in ("below", "under", "<") else "above"


def _event(words: str) -> str:
    name = words.lower().replace("rate ", "").replace(" ", "_").replace("fed_", "")
    return {"cut": "fed_cut", "hike": "fed_hike", "rise": "fed_hike", "election": "election"}[name]


def _than(text: str, test: str) -> float | str:
    number = re.fullmatch(rf"({_NUMBER})\s*(?:%|percent|points?|bp)?", text.strip(), re.I)
    if number:
        return float(number[1].replace(",", "").replace("$", "").replace("−", "-"))
    return text.strip().replace(" ", "_") if test == "event" else re.sub(r"^(?:its|the) ", "", text.strip(), flags=re.I)


def condition_slug(condition: Condition) -> str:
    """A condition as it stands in a fact's key: ``above_30``, ``rsi_14_crosses_above_70``, ``rises_2_run_3``."""
    parts = [
        condition.of or "",
        condition.test,
        _spelled(condition.than),
        f"run_{condition.run}" if condition.run else "",
    ]
    return re.sub(r"[^a-z0-9]+", "_", "_".join(p for p in parts if p).lower()).strip("_")


def _spelled(than: float | str | None) -> str:
    if isinstance(than, float | int):
        return f"{'minus_' if than < 0 else ''}{abs(than):g}".replace(".", "p")
    name = plain_name(than or "")
    return name if is_indicator(name) else re.sub(r"^the ", "", than or "", flags=re.I)


def met(
    conditions: Sequence[Condition], line: Line, find: Callable[[str], Line], places: Places | None = None
) -> tuple[Bools, Bools]:
    """Where all conditions hold on a line's sessions, and where it is known whether they do.

    Args:
        conditions: Tested on the line, or on the series that one names.
        line: Whose sessions the answer is laid on.
        find: Gives the line of a series' name.
        places: Ends of buckets: changes are then from one end to the next, and only these places count.

    Returns:
        Two arrays by session. Where a bar is missing that a condition needs, it isn't known.
    """
    held, known = np.ones(len(line.values), dtype=bool), np.ones(len(line.values), dtype=bool)
    for condition in conditions:
        tested = _on(line, find(_whole_name(condition.of, line))) if condition.of else line.values
        value, sure = _test(condition, line, tested, find, places)
        if condition.run:
            length = known_runs(np.where(sure, 0.0, np.nan), value & sure)
            value, sure = length == condition.run, ~np.isnan(length)
        held &= value
        known &= sure
    return held & known, known


def _whole_name(name: str, line: Line) -> str:
    """An indicator named alone is the line's own subject's: ``sma_200`` of ``rut`` is ``rut.sma_200``."""
    return f"{line.subject}.{name}" if is_indicator(name) else name


def _on(line: Line, other: Line) -> Floats:
    """Another line's values laid on a line's sessions."""
    if other.index.equals(line.index):
        return other.values
    place = other.index.get_indexer(line.index)
    return np.where(place >= 0, other.values[np.maximum(place, 0)], np.nan)


def _test(
    condition: Condition, line: Line, x: Floats, find: Callable[[str], Line], places: Places | None
) -> tuple[Bools, Bools]:
    test, than = condition.test, condition.than
    if test == "event":
        raise BadQuery(f"{', '.join(EVENTS)} stand alone, and for 'after' only", _EXAMPLES)
    if test == "record":
        return is_record(x), ~np.isnan(x)
    if test in ("rises", "falls", "beats", "trails"):
        moves = _moves(line, x, places)
        if test in ("beats", "trails"):
            other = find(_whole_name(str(than), line))
            against = _moves(other, _on(line, other), places)
            value = moves > against if test == "beats" else moves < against
            return value, ~np.isnan(moves) & ~np.isnan(against)
        least = line.scale(float(than)) if than is not None else 0.0  # type: ignore[arg-type]
        moved = moves if test == "rises" else -moves
        return (moved >= least) if than else (moved > 0), ~np.isnan(moves)
    level = _on(line, find(_whole_name(than, line))) if isinstance(than, str) else np.full(len(x), float(than))  # type: ignore[arg-type]
    over = x > level if test.endswith("above") else x < level
    known = ~np.isnan(x) & ~np.isnan(level)
    if test.startswith("crosses"):
        before = np.concatenate(([False], known[:-1]))
        return over & np.concatenate(([False], ~over[:-1])) & before, known & before
    return over, known


def _moves(line: Line, x: Floats, places: Places | None) -> Floats:
    """Changes of values by session, or from one bucket's end to the next; NaN elsewhere and where a bar is missing."""
    out = np.full(len(x), np.nan)
    at = np.arange(len(x)) if places is None else places
    if len(at) > 1:
        out[at[1:]] = line.moved(x[at[:-1]], x[at[1:]])
    return out
