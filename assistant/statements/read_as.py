"""How a question was read, in a line; other readings where that is unsure; and what may be asked next."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.statements.sentence_parts import Language
from assistant.statements.words import joined, name_of, person, spell, text
from assistant.understanding.request import Request
from tools.measures.windows.window import UnresolvedAnchor, Window, WindowError, days

NEXT: dict[str, tuple[str, ...]] = {
    "level": ("performance", "records", "support"),
    "performance": ("compare", "drawdown", "extreme"),
    "compare": ("streak", "precedent", "open"),
    "rotation": ("breadth", "precedent", "open"),
    "streak": ("precedent", "rotation", "breaking"),
    "records": ("stretched", "drawdown", "level"),
    "extreme": ("count", "drawdown", "performance"),
    "count": ("extreme", "streak", "performance"),
    "occurrences": ("precedent", "count", "performance"),
    "threshold": ("level", "extreme", "performance"),
    "averages": ("momentum", "support", "stretched"),
    "momentum": ("stretched", "averages", "precedent"),
    "stretched": ("momentum", "precedent", "open"),
    "support": ("averages", "breaking", "level"),
    "breaking": ("support", "open", "who_bearish"),
    "drawdown": ("records", "extreme", "performance"),
    "volatility": ("yields", "stretched", "summary"),
    "yields": ("volatility", "subject_views", "summary"),
    "correlation": ("compare", "performance", "volatility"),
    "growth": ("performance", "drawdown", "compare"),
    "precedent": ("streak", "open", "rotation"),
    "sectors": ("breadth", "value_growth", "summary"),
    "breadth": ("sectors", "quality", "open"),
    "quality": ("library_fact", "breadth", "open"),
    "value_growth": ("sectors", "quality", "rotation"),
    "open": ("who_bearish", "breaking", "precedent"),
    "why": ("summary", "open", "sectors"),
    "person_view": ("view_change", "track_record", "targets"),
    "subject_views": ("open", "who_bearish", "targets"),
    "who": ("open", "targets", "disagree"),
    "targets": ("track_record", "open", "level"),
    "disagree": ("open", "targets", "who_bearish"),
    "view_change": ("person_view", "track_record", "open"),
    "track_record": ("targets", "view_change", "open"),
    "definition": ("momentum", "library_fact", "summary"),
    "library_fact": ("quality", "subject_views", "open"),
    "macro": ("calendar", "subject_views", "yields"),
    "calendar": ("macro", "summary", "subject_views"),
    "summary": ("rotation", "sectors", "open"),
    "changes": ("summary", "rotation", "sectors"),
    "advice": ("open", "stretched", "precedent"),
    "forecast": ("targets", "precedent", "open"),
}
_FIRST = ("rotation", "compare", "person_view")
_OF_PEOPLE = ("person_view", "view_change", "track_record", "targets", "disagree")


def reading(request: Request, language: Language, as_of: date, names: Mapping[str, str]) -> str:
    """The reading in one line: ``performance: Russell 2000, 1 October 2025 to 22 January 2026``.

    Args:
        request: The question, read.
        language: Whose words.
        as_of: The session that windows without an end run to.
        names: Names of subjects outside the universe by key.
    """
    if request.asks:
        semicolon = "; " if language == "en" else "；"
        return semicolon.join(reading(ask, language, as_of, names) for ask in request.asks)
    about = [_name(s, language, names) for s in request.measured] + [person(p, language) for p in request.people]
    what = text(f"asks-{request.intent.replace('_', '-')}", language)
    when = _window(request.window, language, as_of) if request.window else ""
    comma = ", " if language == "en" else "，"
    rest = comma.join(part for part in (_list(about, language), when) if part)
    return text("read-as", language, what=what, rest=rest) if rest else what


def alternatives(request: Request, language: Language, names: Mapping[str, str]) -> list[str]:
    """Up to three other readings as questions, where the reading is unsure."""
    if not request.unsure or "intent" in request.took_over:
        return []
    others = [guess.intent for guess in request.others if guess.intent not in ("nonsense", "small_talk", "outside")]
    return [q for intent in others[:3] if (q := _question(intent, request, language, names))]


def followups(request: Request, language: Language, names: Mapping[str, str]) -> list[str]:
    """Three questions that would get a good answer after this one."""
    wanted = NEXT.get(request.intent, _FIRST)
    return list(dict.fromkeys(q for intent in wanted if (q := _question(intent, request, language, names))))[:3]


def _question(intent: str, request: Request, language: Language, names: Mapping[str, str]) -> str:
    """A question of an intent about what was asked about, in the words of the Fluent files."""
    subject = next((s for s in request.measured if s not in ("vix", "tnx")), "rut")
    other = next((s for s in request.measured if s != subject), "spx" if subject != "spx" else "rut")
    who = request.people[0] if request.people else "David Rosenberg"
    given = {
        "subject": _name(subject, language, names),
        "other": _name(other, language, names),
        "person": person(who, language),
        "named": "yes" if request.people else "no",
    }
    return text(f"next-{intent.replace('_', '-')}", language, **given)


def request_document(request: Request, told: str) -> dict[str, Any]:
    """How the question was read, in the contract's shape.

    Args:
        request: The question, read.
        told: The reading in a line.
    """
    return {
        "language": request.foreign or request.language,
        "intent": request.intent,
        "reading": told,
        "subjects": list(request.measured),
        "people": [*request.people, *request.unknown_people],
        "windows": [w.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for w in request.windows],
        "form": {k: v for k, v in asdict(request.form).items() if v},
        "confidence": round(request.confidence, 3),
        "took_over": list(request.took_over),
    }


def _name(key: str, language: Language, names: Mapping[str, str]) -> str:
    return name_of(key, language, names).removeprefix("the ") if language == "en" else name_of(key, language, names)


def _list(parts: list[str], language: Language) -> str:
    return "".join(str(p) for p in joined([[part] for part in parts], language))


def _window(window: Window, language: Language, as_of: date) -> str:
    """The days of a window; of one that only bars can date, nothing."""
    try:
        first, last, _ = days(window, as_of)
    except (UnresolvedAnchor, WindowError):
        return ""
    last = min(last, as_of)
    if first >= last:
        return spell(last, language)
    if first.year < 1900:
        return text("read-until", language, last=last)
    return text("read-window", language, first=first, last=last)
