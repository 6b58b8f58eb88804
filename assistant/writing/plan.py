"""From a request to the tool calls whose evidence answers it."""

from collections.abc import Callable
from datetime import date

from assistant.understanding.asked_measures import measures_of
from assistant.understanding.lexicon.gloss import OUTLOOK, in_english
from assistant.understanding.lexicon.terms import indicators_in
from assistant.understanding.request import Request
from tools.analysts.view_subjects import particular_in, subject_in
from tools.measures.windows.window import Window

Call = tuple[str, dict[str, object]]
_RATES = ("vix", "tnx")
_HORIZONS = {("session", 1): "1d", ("session", 5): "5d", ("week", 1): "5d"}
MOST = 3  # subjects told of


def plan(request: Request, as_of: date) -> list[Call]:
    """The tool calls that answer a request, in order; none for one that needs no evidence."""
    if request.asks:
        return list({repr(call): call for ask in request.asks for call in plan(ask, as_of)}.values())
    measured: list[Call] = [
        ("measure", q.model_dump(mode="json", exclude_defaults=True)) for q in measures_of(request, as_of)
    ]
    further = _CALLS.get(request.intent, _nothing)(request, as_of)
    return list({repr(call): call for call in [*measured, *further]}.values())


def on_day(request: Request, as_of: date) -> dict[str, object]:
    """The earlier session that a question asks about, as a tool takes it; empty for the last one."""
    day = request.day or (request.window.end if request.window and request.intent in ("why", "summary") else None)
    return {"as_of": day.isoformat()} if day and day < as_of else {}


def horizon_of(request: Request, as_of: date) -> str:
    """The catalogue's horizon that a window is: ``1d``, ``5d``, ``mtd``, ``ytd``; ``1d`` where none fits."""
    window = request.window
    if window is None or request.day:
        return "1d"
    if window.period == f"{as_of:%Y-%m}":
        return "mtd"
    return "ytd" if window.period == str(as_of.year) else _HORIZONS.get((window.unit or "", window.last or 0), "1d")


def pair_of(request: Request) -> tuple[str, str]:
    """Whom a question holds against whom: small caps against the S&P 500 where it doesn't say."""
    named = [s for s in request.measured if s not in _RATES]
    if len(named) > 1:
        first, second = named[0], named[1]
    elif named and named[0] not in ("rut", "spx", "comp", "dji"):
        first, second = named[0], "spy"  # a fund or a share on its own is held against the large-cap fund
    else:
        first, second = "rut", named[0] if named and named[0] != "rut" else "spx"
    return (second, first) if second == "rut" else (first, second)


def _nothing(request: Request, as_of: date) -> list[Call]:
    return []


def _levels(request: Request, as_of: date) -> list[Call]:
    on, named = on_day(request, as_of), request.measured or ("rut",)
    levels = [s for s in named if s not in _RATES][:MOST]
    calls: list[Call] = [("levels", {"subjects": levels, **on})] if levels else []
    calls += _pairs(request, as_of) if "ratio_now" in indicators_in(request.words) else []
    return [*calls, ("volatility", on)] if set(named) & set(_RATES) else calls


def _extreme(request: Request, as_of: date) -> list[Call]:
    return [] if measures_of(request, as_of) else _levels(request, as_of)


def _pairs(request: Request, as_of: date) -> list[Call]:
    first, second = pair_of(request)
    return [("rotation", {"first": first, "second": second, **on_day(request, as_of)})]


def _compare(request: Request, as_of: date) -> list[Call]:
    ratio = "ratio_now" in indicators_in(request.words)
    return _pairs(request, as_of) if request.window is None or request.day or ratio else []


def _rotation(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    return [
        ("rotation", {"first": "rut", "second": "spx", **on}),
        ("rotation", {"first": "rut", "second": "comp", **on}),
        ("levels", {"subjects": ["rut", "spx", "comp"], **on}),
        ("momentum", {"subject": "rut", **on}),
        ("volatility", on),
    ]


def _momentum(request: Request, as_of: date) -> list[Call]:
    named = [s for s in request.measured if s != "tnx"] or ["rut"]
    return [("momentum", {"subject": s, **on_day(request, as_of)}) for s in named[:MOST]]


def _stretched(request: Request, as_of: date) -> list[Call]:
    return [*_momentum(request, as_of)[:1], ("base_rates", {"event": "rsi", **on_day(request, as_of)})]


def _support(request: Request, as_of: date) -> list[Call]:
    subject = next((s for s in request.measured if s not in _RATES), "rut")
    return [("price_levels", {"subject": subject, **on_day(request, as_of)})]


def _breaking(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    return [
        ("rotation", {"first": "rut", "second": "spx", **on}),
        ("price_levels", {"subject": "rut", **on}),
        ("base_rates", {"event": "streak", **on}),
        ("views", {"question": "what would end the small-cap rally, risks", "stance": "bearish"}),
    ]


def _volatility(request: Request, as_of: date) -> list[Call]:
    on, named = on_day(request, as_of), [s for s in request.measured if s not in _RATES]
    return [("levels", {"subjects": named[:MOST], **on})] if named else [("volatility", on)]


def _precedent(request: Request, as_of: date) -> list[Call]:
    if measures_of(request, as_of):
        return []
    on, event = on_day(request, as_of), "rsi" if "rsi" in request.words.lower() else "streak"
    return [("rotation", {"first": "rut", "second": "spx", **on}), ("base_rates", {"event": event, **on})]


def _sectors(request: Request, as_of: date) -> list[Call]:
    horizon = horizon_of(request, as_of)
    if request.window and not request.day and horizon == "1d" and request.window != Window(last=1, unit="session"):
        from tools.universe import UNIVERSE

        sectors = [key for key in UNIVERSE if key.startswith("sector.")]
        window = request.window.model_dump(mode="json", exclude_defaults=True)
        return [("measure", {"measure": "compare", "subjects": sectors, "window": window})]
    return [("sectors", {"horizon": horizon, **on_day(request, as_of)})]


def _breadth(request: Request, as_of: date) -> list[Call]:
    return [*_quality(request, as_of)[:1], ("sectors", {"horizon": "1d", **on_day(request, as_of)})]


def _quality(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    return [
        ("rotation", {"first": "rut", "second": "spx", **on}),
        ("rotation", {"first": "iwm", "second": "ijr", **on}),
    ]


def _value(request: Request, as_of: date) -> list[Call]:
    return [("rotation", {"first": "rut", "second": "spx", **on_day(request, as_of)})]


def _open(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    words = in_english(request.words)
    asked = words if particular_in(words) else OUTLOOK
    return [
        ("rotation", {"first": "rut", "second": "spx", **on}),
        ("rotation", {"first": "rut", "second": "comp", **on}),
        ("views", {"question": asked, "stance": "bullish", **on}),
        ("views", {"question": asked, "stance": "bearish", **on}),
    ]


def _why(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    sides = [("views", {"question": OUTLOOK, "stance": s, **on}) for s in ("bullish", "bearish")]
    return [*_levels(request, as_of), ("views", {"question": in_english(request.words), **on}), *sides]


def _people(request: Request, as_of: date) -> list[Call]:
    day, words = on_day(request, as_of), in_english(request.words)
    # What is asked, in the question's own language where documents are in it, and what the person holds now should
    # nothing fit.
    asked = list(dict.fromkeys([request.words, words, OUTLOOK]))
    return [("views", {"question": q, "author": person, **day}) for person in request.people[:MOST] for q in asked]


def _views(request: Request, as_of: date) -> list[Call]:
    if request.people:
        return _people(request, as_of)
    day = on_day(request, as_of)
    return [("views", {"question": q, **day}) for q in dict.fromkeys([request.words, in_english(request.words)])]


def _notes(request: Request, as_of: date) -> list[Call]:
    words = in_english(request.words)
    return [("views", {"question": words, "stance": "none"}), ("views", {"question": words})]


def _sides(request: Request, as_of: date) -> list[Call]:
    if len(request.people) > 1:
        return _people(request, as_of)
    on = on_day(request, as_of)
    words = in_english(request.words)
    asked = words if particular_in(words) else OUTLOOK
    return [("views", {"question": asked, "stance": s, **on}) for s in ("bullish", "bearish")]


def _targets(request: Request, as_of: date) -> list[Call]:
    return [("targets", {"author": p}) for p in request.people[:MOST]] or [("targets", {})]


def _history(request: Request, as_of: date) -> list[Call]:
    since = {"since": request.window.start.isoformat()} if request.window and request.window.start else {}
    since |= {"subject": subject} if (subject := subject_in(in_english(request.words))) else {}
    return [("view_history", {"author": p, **since}) for p in request.people[:2]] or _views(request, as_of)


def _records_of(request: Request, as_of: date) -> list[Call]:
    return [("track_record", {"author": p}) for p in request.people[:MOST]] or [("track_record", {})]


def _due(request: Request, as_of: date) -> list[Call]:
    return [("due", on_day(request, as_of))]


def _macro(request: Request, as_of: date) -> list[Call]:
    return [*_due(request, as_of), *(_views(request, as_of) if particular_in(in_english(request.words)) else [])]


def _summary(request: Request, as_of: date) -> list[Call]:
    on = on_day(request, as_of)
    return [
        ("levels", {"subjects": ["rut", "spx", "comp", "dji"], **on}),
        ("rotation", {"first": "rut", "second": "spx", **on}),
        ("sectors", {"horizon": "1d", **on}),
        ("volatility", on),
    ]


def _advice(request: Request, as_of: date) -> list[Call]:
    return _open(request, as_of)


def _forecast(request: Request, as_of: date) -> list[Call]:
    words = in_english(request.words)
    return [*([] if particular_in(words) else [("targets", {})]), ("views", {"question": words})]


def _source(request: Request, as_of: date) -> list[Call]:
    return [("levels", {"subjects": ["rut"]})]


_CALLS: dict[str, Callable[[Request, date], list[Call]]] = {
    "level": _levels, "performance": _levels, "compare": _compare, "rotation": _rotation, "streak": _pairs,
    "records": _levels, "extreme": _extreme, "threshold": _levels, "averages": _momentum, "momentum": _momentum, "stretched": _stretched,
    "support": _support, "breaking": _breaking, "drawdown": _levels, "volatility": _volatility,
    "yields": lambda r, day: [("volatility", on_day(r, day))], "precedent": _precedent, "sectors": _sectors,
    "breadth": _breadth, "quality": _quality, "value_growth": _value, "open": _open, "why": _why,
    "person_view": _views, "subject_views": _views, "who": _sides, "targets": _targets, "disagree": _sides,
    "view_change": _history, "track_record": _records_of, "definition": _notes, "library_fact": _notes, "macro": _macro,
    "calendar": _due, "summary": _summary, "changes": _summary, "advice": _advice, "forecast": _forecast,
    "about": _source,
}  # fmt: skip
