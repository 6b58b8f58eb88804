"""From what a question asks to the tool calls that answer it."""

import re

from assistant.understanding.question import Asked
from corpus.search import is_generic
from tools.analysts.view_subjects import subject_in

OUTLOOK = "outlook for small caps, the Russell 2000 rally and the rotation"


def plan(asked: Asked) -> list[tuple[str, dict[str, object]]]:
    """The tool calls that answer what was asked, in order; empty for a question about none of it."""
    if asked.measures:
        return [("measure", q.model_dump(mode="json", exclude_defaults=True)) for q in asked.measures]
    topics, subjects = set(asked.topics), list(asked.subjects)
    on: dict[str, object] = {"as_of": asked.day.isoformat()} if asked.day else {}
    calls: list[tuple[str, dict[str, object]]] = []
    measured = [*subjects, *asked.symbols]
    if asked.advice and not topics - {"views"}:
        topics |= {"views", "rotation"}
    if not topics and (measured or asked.day):
        topics.add("levels")
    if measured and set(measured) <= {"vix", "tnx"}:
        topics.discard("rotation")  # "compared with history" compares it with nothing else
    if "why" in asked.words.lower() and asked.day and not asked.people:
        topics.add("levels")
    if "change" in topics and asked.people:
        first = {"since": asked.from_day.isoformat()} if asked.from_day else {}
        first |= {"subject": on_what} if (on_what := subject_in(asked.words)) else {}
        return [("view_history", {"author": person, **first}) for person in asked.people[:2]]
    if "record" in topics and asked.people:
        return [("track_record", {"author": person}) for person in asked.people[:2]]
    themed = _themes(topics, subjects, asked, on)
    if themed:
        return list({repr(c): c for c in [*themed, *(_views(asked) if topics & {"views"} else [])]}.values())
    if "strength" in topics and not topics & {"momentum", "sectors", "volatility", "definition"}:
        topics |= {"rotation"} if not measured or "rut" in measured else {"levels", "momentum"}
    if "sectors" in topics and not measured and not re.search(r"small|large|value|rotation", asked.words, re.I):
        topics -= {"rotation", "levels"}  # "which sectors led" asks for the sectors alone
    if "rotation" in topics:
        calls += _rotation(subjects, asked, on)
    if "since" in topics and asked.start:
        window = {"start": asked.start.isoformat(), "closes": True}
        calls.append(("measure", {"measure": "change", "subjects": measured or ["rut", "spx"], "window": window}))
    only_views = topics <= {"views", "definition"} and not asked.symbols
    if (
        "levels" in topics
        or (measured and not only_views and not topics & {"rotation", "momentum", "since", "volatility", "sectors"})
    ) and "definition" not in topics:
        held = {s for name, args in calls if name == "levels" for s in args["subjects"]}  # type: ignore[attr-defined]
        rest = [s for s in measured if s not in ("vix", "tnx", *held)] or (
            ["rut", "spx", "comp"]
            if not measured and (asked.day or not topics & {"volatility", "sectors", "momentum", "rotation", "views"})
            else []
        )
        if rest:
            calls.append(("levels", {"subjects": rest, **on}))
    if "momentum" in topics:
        calls += [("momentum", {"subject": s, **on}) for s in ([s for s in measured if s != "tnx"] or ["rut"])[:3]]
    paired = "rotation" in topics and len(measured) > 1
    if "sectors" in topics or (any(s.startswith("sector.") for s in subjects) and not only_views and not paired):
        calls.append(("sectors", {"horizon": asked.horizon or "1d", **on}))
    if "volatility" in topics and re.search(r"volatile|reali[sz]ed", asked.words, re.I) and measured:
        calls.append(("levels", {"subjects": measured, **on}))
    elif "volatility" in topics or {"vix", "tnx"} & set(subjects):
        calls.append(("volatility", on))
    if topics & {"views", "definition"}:
        calls += _views(asked)
    return list({repr(c): c for c in calls}.values())


def _themes(
    topics: set[str], subjects: list[str], asked: Asked, on: dict[str, object]
) -> list[tuple[str, dict[str, object]]]:
    """The calls of a question about one of the themes; empty for any other."""
    if asked.start or "definition" in topics:
        return []
    subject = next((s for s in [*subjects, *asked.symbols] if s not in ("vix", "tnx")), "rut")
    pair: tuple[str, dict[str, object]] = ("rotation", {"first": "rut", "second": "spx", **on})
    rates: tuple[str, dict[str, object]] = ("base_rates", {"event": "rsi" if of_rsi(asked.words) else "streak", **on})
    calls: list[tuple[str, dict[str, object]]] = []
    if "support" in topics:
        calls.append(("price_levels", {"subject": subject, **on}))
    if "breaking" in topics:
        calls += [pair, ("price_levels", {"subject": "rut", **on}), ("momentum", {"subject": "rut", **on}), rates]
    if "base_rates" in topics:
        calls += [pair, rates]
    if "breadth" in topics:
        calls += [pair, ("sectors", {"horizon": asked.horizon or "1d", **on})]
    if "verdict" in topics:
        calls += [pair]
    if "quality" in topics and not asked.people:
        calls += [pair, ("rotation", {"first": "iwm", "second": "ijr", **on})]
    if "value" in topics:
        calls += [("sectors", {"horizon": asked.horizon or "1d", **on})]
    if asked.stretched:
        calls.append(("momentum", {"subject": subject, **on}))
        calls += [("base_rates", {"event": "rsi", **on})] if subject == "rut" else []
    if "due" in topics:
        calls.append(("due", on))
    return calls


def of_rsi(words: str) -> bool:
    """Whether a question about what followed earlier cases means readings of the RSI."""
    return bool(re.search(r"\brsi\b|overbought", words, re.I))


def _rotation(subjects: list[str], asked: Asked, on: dict[str, object]) -> list[tuple[str, dict[str, object]]]:
    named = [s for s in [*subjects, *asked.symbols] if s not in ("vix", "tnx")]
    if len(named) > 1:
        first, second = named[0], named[1]
    elif named and named[0] not in ("rut", "spx", "comp", "dji"):
        first, second = named[0], "spy"  # a fund or a share on its own is held against the large-cap fund
    else:
        first, second = "rut", named[0] if named and named[0] != "rut" else "spx"
    if "rut" in (first, second) and second == "rut":
        first, second = second, first
    calls: list[tuple[str, dict[str, object]]] = [("rotation", {"first": first, "second": second, **on})]
    if (first, second) == ("rut", "spx"):
        calls.append(("levels", {"subjects": ["rut", "spx", "comp"], **on}))
        if "strength" in asked.topics:
            calls += [
                ("rotation", {"first": "rut", "second": "comp", **on}),
                ("momentum", {"subject": "rut", **on}),
                ("volatility", on),
            ]
    return calls


def _views(asked: Asked) -> list[tuple[str, dict[str, object]]]:
    if asked.people:
        by = {"as_of": asked.said_by.isoformat()} if asked.said_by else {}
        return [("views", {"question": asked.words[:300], "author": person, **by}) for person in asked.people[:3]]
    if asked.stance:
        return [("views", {"question": asked.words[:300], "stance": asked.stance})]
    if "definition" in asked.topics or asked.unmeasured or asked.outside:
        return [("views", {"question": asked.words[:300]})]
    words = OUTLOOK if asked.advice or not asked.words else asked.words[:300]
    sides: list[tuple[str, dict[str, object]]] = [
        ("views", {"question": words, "stance": side}) for side in ("bullish", "bearish")
    ]
    # A question about something in particular is answered by whoever speaks of it, and then by both sides.
    return sides if is_generic(words) or asked.forecast else [("views", {"question": words}), *sides]
