"""The measures that answer a request: from what it wants, its subjects, its window and what it sets, to queries of bars."""

from datetime import date
from typing import Any

from assistant.understanding.lexicon.terms import indicators_in
from assistant.understanding.request import Request
from tools.errors import BadQuery
from tools.measures.conditions import parse_conditions
from tools.measures.query import Query, make_query
from tools.measures.windows.window import UnresolvedAnchor, Window, WindowError

_PAIRS = {"rut": "spx", "spx": "rut"}
LIKE = {"rut": "iwm", "spx": "spy"}


def measures_of(request: Request, as_of: date) -> tuple[Query, ...]:
    """The queries that answer a request; none where the catalogue or the library does.

    Args:
        request: The question, read.
        as_of: The session that windows without an end run to.
    """
    write = _BY_INTENT.get(request.intent)
    try:
        return write(request, as_of) if write else ()
    except (BadQuery, UnresolvedAnchor, WindowError):
        return ()


def _subjects(request: Request) -> tuple[str, ...]:
    return request.measured or ("rut",)


def _pair(request: Request) -> tuple[str, ...]:
    """At least two subjects: small caps stand against large ones, anything else against the S&P 500."""
    named = request.measured
    if not named:
        return ("rut", "spx")
    return named[:4] if len(named) > 1 else (named[0], _PAIRS.get(named[0], "spx"))


def _this_year(as_of: date) -> Window:
    return Window(period=str(as_of.year))


def _level(request: Request, as_of: date) -> tuple[Query, ...]:
    if request.parameters.n and request.parameters.n > 1:
        return (make_query(measure="list", subjects=_subjects(request)[:1], n=min(request.parameters.n, 60)),)
    if request.window is None or request.day == as_of:
        return ()
    if request.day:
        return tuple(make_query(measure="value", subjects=(s,), window=request.window) for s in _subjects(request)[:3])
    return _performance(request, as_of)


def _performance(request: Request, as_of: date) -> tuple[Query, ...]:
    window = request.window
    if request.day or window is None:
        return ()  # one day, or how it stands: the catalogue answers it
    if request.windows[1:]:
        return tuple(
            make_query(measure="change", subjects=_subjects(request)[:1], window=w) for w in request.windows[:4]
        )
    if len(request.measured) > 1:
        return (make_query(measure="compare", subjects=request.measured[:4], window=window),)
    return (make_query(measure="change", subjects=_subjects(request)[:1], window=window),)


def _compare(request: Request, as_of: date) -> tuple[Query, ...]:
    if request.day:
        return ()
    subjects = _pair(request)
    return tuple(
        make_query(measure="compare", subjects=subjects, window=w)
        for w in (request.windows[:3] or (_this_year(as_of),))
    )


def _value_growth(request: Request, as_of: date) -> tuple[Query, ...]:
    window = request.window or _this_year(as_of)
    if request.day:
        return ()
    small = "rut" in request.subjects or any(s in ("style.iwn", "style.iwo") for s in request.subjects)
    pairs = [("style.iwn", "style.iwo")] if small else [("style.iwd", "style.iwf"), ("style.iwn", "style.iwo")]
    return tuple(make_query(measure="compare", subjects=pair, window=window) for pair in pairs)


def _quality(request: Request, as_of: date) -> tuple[Query, ...]:
    return (make_query(measure="compare", subjects=("ijr", "iwm"), window=request.window),) if request.window and not request.day else ()  # fmt: skip


def _extreme(request: Request, as_of: date) -> tuple[Query, ...]:
    p, subject = request.parameters, _subjects(request)[:1]
    if request.window is None and any(n.startswith("extreme_") for n in indicators_in(request.words)):
        return ()  # of 52 weeks, which the catalogue holds
    order = p.order or "best"
    if subject[0] in ("vix", "tnx") and order in ("best", "worst"):
        order = "highest" if order == "best" else "lowest"
    bucket = p.bucket or None
    if order in ("highest", "lowest") and bucket in (None, "session"):
        bucket = None
    given: dict[str, Any] = {"order": order, "n": p.n, "bucket": bucket, "subjects": subject, "window": request.window}
    return (make_query(measure="extremes", **given),)


def _count(request: Request, as_of: date) -> tuple[Query, ...]:
    p = request.parameters
    where = parse_conditions(p.condition or "rises")
    bucket = p.bucket if p.bucket not in ("", "session") else None
    window = request.window or _this_year(as_of)
    return (make_query(measure="count", subjects=_subjects(request)[:1], where=where, window=window, bucket=bucket),)


def _occurrences(request: Request, as_of: date) -> tuple[Query, ...]:
    p = request.parameters
    if not p.condition and p.order in ("highest", "lowest", "best", "worst"):
        return _extreme(request, as_of)
    where = parse_conditions(p.condition or "record")
    kind = "first" if p.first else "last"
    return (make_query(measure=kind, subjects=_subjects(request)[:1], where=where, window=request.window),)


def _threshold(request: Request, as_of: date) -> tuple[Query, ...]:
    p, subject = request.parameters, _subjects(request)[:1]
    if not p.condition:
        return ()
    where = parse_conditions(p.condition)
    if request.day or request.window is None:
        if where[0].test in ("above", "below") and request.day:
            return (make_query(measure="value", subjects=subject, window=request.window),)
        if request.day:
            return (make_query(measure="change", subjects=subject, window=request.window),)
        return (make_query(measure="last", subjects=subject, where=where),)
    if where[0].test in ("rises", "falls") and where[0].run is None:
        return (make_query(measure="change", subjects=subject, window=request.window),)
    if where[0].test in ("beats", "trails"):
        return (make_query(measure="compare", subjects=(subject[0], str(where[0].than)), window=request.window),)
    return (make_query(measure="count", subjects=subject, where=where, window=request.window),)


def _drawdown(request: Request, as_of: date) -> tuple[Query, ...]:
    return tuple(make_query(measure="drawdown", subjects=(s,), window=request.window) for s in _subjects(request)[:3])


def _correlation(request: Request, as_of: date) -> tuple[Query, ...]:
    kind = "beta" if "beta" in request.words.lower() or "贝塔" in request.words else "correlation"
    return (make_query(measure=kind, subjects=_pair(request)[:2], window=request.window),)


def _growth(request: Request, as_of: date) -> tuple[Query, ...]:
    amount = request.parameters.amount or 10_000
    subjects = tuple(LIKE.get(s, s) for s in _subjects(request)[:3])
    window = request.window or Window(last=10, unit="year")
    return tuple(make_query(measure="growth", subjects=(s,), amount=amount, window=window) for s in subjects)


def _precedent(request: Request, as_of: date) -> tuple[Query, ...]:
    subject = tuple(s for s in _subjects(request) if s not in ("vix", "tnx"))[:1] or ("rut",)
    if request.window and request.window.season:
        return (make_query(measure="season", subjects=subject, window=request.window),)
    p = request.parameters
    if "rsi" in request.words.lower():
        where = parse_conditions("rsi_14 crosses above 70")
        return (make_query(measure="after", subjects=subject, where=where),)
    if p.condition and p.condition not in ("rises", "falls"):
        return (
            make_query(measure="after", subjects=subject, where=parse_conditions(p.condition), window=request.window),
        )
    return ()


def _volatility(request: Request, as_of: date) -> tuple[Query, ...]:
    others = [s for s in request.measured if s not in ("vix", "tnx")]
    if others and request.window and not request.day:
        return (make_query(measure="volatility", subjects=tuple(others[:4]), window=request.window),)
    if request.window and not request.day:
        return (make_query(measure="change", subjects=("vix",), window=request.window),)
    return ()


def _yields(request: Request, as_of: date) -> tuple[Query, ...]:
    if request.window and not request.day:
        return (make_query(measure="change", subjects=("tnx",), window=request.window),)
    return (make_query(measure="value", subjects=("tnx",), window=request.window),) if request.day else ()


def _records(request: Request, as_of: date) -> tuple[Query, ...]:
    if request.window is None or request.day:
        return ()
    where = parse_conditions("record")
    return (make_query(measure="count", subjects=_subjects(request)[:1], where=where, window=request.window),)


_BY_INTENT = {
    "level": _level,
    "performance": _performance,
    "compare": _compare,
    "value_growth": _value_growth,
    "quality": _quality,
    "extreme": _extreme,
    "count": _count,
    "occurrences": _occurrences,
    "threshold": _threshold,
    "drawdown": _drawdown,
    "correlation": _correlation,
    "growth": _growth,
    "precedent": _precedent,
    "volatility": _volatility,
    "yields": _yields,
    "records": _records,
}
