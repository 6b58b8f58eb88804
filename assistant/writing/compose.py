"""The built-in writer's draft: from a request and the evidence of its tools, statements and views in order.

It leads with the answer, gives what carries it and what speaks against it, and stops. Its draft goes through the same
gate as any model's.
"""

from collections.abc import Callable
from datetime import date

from assistant.evidence.ledger import Ledger
from assistant.understanding.request import Request
from assistant.writing import figures_told, views_told
from assistant.writing.draft import Evidence, named
from tools.analysts.view_subjects import particular_in
from tools.measures.windows.window import UnresolvedAnchor, WindowError, days

OF_TWO = 12  # sentences that answer two questions in one
MOST = 6  # sentences, unless more are asked for


def compose(request: Request, ledger: Ledger, as_of: date) -> list[str]:
    """The draft, a slot each.

    Args:
        request: The question, read.
        ledger: The evidence of this turn.
        as_of: The session of the answer.

    Returns:
        At least one; what it can't answer it says first.
    """
    told = [_told(Evidence(ask, ledger, as_of)) for ask in request.asks or (request,)]
    if request.asks:
        out = _shared([each for each in told if each], request.form.sentences or OF_TWO)
    else:
        most = request.form.sentences or (None if request.form.long or request.intent in _WHOLE else MOST)
        out = told[0][:most]
    if request.decides:
        none = ["{say itself.no_advice}"]
        out = [*none, *(slot for slot in out if slot not in none)]
    lost = request.unsure and not request.measured and not request.people
    return out or ["{say itself.cant}" if lost else f"{{say itself.nothing.{as_of:%Y%m%d}}}"]


def _told(held: Evidence) -> list[str]:
    """What answers one question; empty where the evidence answers nothing of it."""
    answer = _BY_INTENT.get(held.request.intent, figures_told.summary)(held)
    return list(dict.fromkeys([*_said_first(held), *answer]))


def _shared(each: list[list[str]], most: int) -> list[str]:
    """The answers to several questions in one of so many sentences: each has its share, and what others leave of theirs."""
    out: list[str] = []
    for i, told in enumerate(each):
        others = sum(min(len(later), most // len(each)) for later in each[i + 1 :])
        out += told[: max(most - len(out) - others, 1)]
    return list(dict.fromkeys(out))


def _said_first(held: Evidence) -> list[str]:
    """What of the question Footnote doesn't answer: a day that hasn't come, what has no bars."""
    if held.request.intent in _WITHOUT_BARS:
        return []
    known = {f.subject for f in held.facts}
    lost = [s for s in held.request.symbols if held.key(s) not in known]
    return [*(held.say("itself.ahead") if _lies_ahead(held) else []), *named("unmeasured", lost)]


def _lies_ahead(held: Evidence) -> bool:
    """Whether the time asked about begins after the session of the answer."""
    if held.request.window is None or held.request.intent == "forecast":
        return False
    try:
        return days(held.request.window, held.as_of)[0] > held.as_of
    except UnresolvedAnchor:
        return False
    except WindowError:
        return True


def _plain(name: str) -> Callable[[Evidence], list[str]]:
    return lambda held: held.say(f"itself.{name}")


def _advice(held: Evidence) -> list[str]:
    return [*held.say("itself.no_advice"), *views_told.open_question(held)]


def _forecast(held: Evidence) -> list[str]:
    """That it makes none; what people expect of the subject; their targets where it is the market at large."""
    views = views_told.subject_views(held)
    targets = [] if particular_in(held.words) else views_told.targets(held)[:2]
    return [*held.say("itself.no_forecast"), *targets, *views][:5]


def _macro(held: Evidence) -> list[str]:
    """The figures; where there are none, what the library holds on the subject."""
    told, none = figures_told.macro(held), held.say("itself.no_macro")
    return [*none, *views_told.subject_views(held)] if told == none and held.passages else told


def _about(held: Evidence) -> list[str]:
    return held.say("itself.about", "itself.source")


def _small_talk(held: Evidence) -> list[str]:
    thanks = any(w in held.request.words.lower() for w in ("thank", "thx", "cheers", "bye", "谢", "再见", "辛苦"))
    return held.say("itself.thanks" if thanks else "itself.hello")


_WITHOUT_BARS = ("person_view", "subject_views", "who", "targets", "disagree", "view_change", "track_record", "definition",
                 "library_fact", "macro", "calendar", "about", "small_talk", "outside", "nonsense")  # fmt: skip
_WHOLE = ("view_change", "track_record", "calendar", "macro", "threshold")
_BY_INTENT: dict[str, Callable[[Evidence], list[str]]] = {
    "level": figures_told.level, "performance": figures_told.performance, "compare": figures_told.compare,
    "rotation": figures_told.rotation, "streak": figures_told.streak, "records": figures_told.records,
    "extreme": figures_told.extreme, "count": figures_told.measured, "occurrences": figures_told.measured,
    "threshold": figures_told.threshold, "averages": figures_told.averages, "momentum": figures_told.momentum,
    "stretched": figures_told.stretched, "support": figures_told.support, "breaking": figures_told.breaking,
    "drawdown": figures_told.drawdown, "volatility": figures_told.volatility, "yields": figures_told.yields,
    "correlation": figures_told.measured, "growth": figures_told.measured, "precedent": figures_told.precedent,
    "sectors": figures_told.sectors, "breadth": figures_told.breadth, "quality": figures_told.quality,
    "value_growth": figures_told.value_growth, "open": views_told.open_question, "why": views_told.why,
    "person_view": views_told.person_view, "subject_views": views_told.subject_views, "who": views_told.who,
    "targets": views_told.targets, "disagree": views_told.who, "view_change": views_told.view_change,
    "track_record": views_told.track_record, "definition": views_told.library_fact,
    "library_fact": views_told.library_fact, "macro": _macro, "calendar": figures_told.calendar,
    "summary": figures_told.summary, "changes": figures_told.changes, "advice": _advice, "forecast": _forecast,
    "about": _about, "small_talk": _small_talk, "outside": _plain("outside"), "nonsense": _plain("nonsense"),
}  # fmt: skip
