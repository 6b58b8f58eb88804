"""Sentences on conditions: how often they were met, when first and last, how many in a row, and what followed."""

import re
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.measures.told import Told
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, listed
from tools.definitions.measures import STEMS

_TESTS = ("crosses_above", "crosses_below", "above", "below", "rises", "falls", "beats", "trails", "record")
_CONDITION = re.compile(rf"(?:(?P<of>.+?)_)??(?P<test>{'|'.join(_TESTS)})(?:_(?P<than>.+))?")
_EVENTS = {"event_fed_cut": "event-fed-cut", "event_fed_hike": "event-fed-hike", "event_election": "event-election"}
_IN_POINTS = ("^VIX", "^TNX")  # whose moves are no percentages


def condition(told: Told, slugs: str) -> str:
    """Conditions in words, as what the subject did."""
    return listed([_one(told, slug) for slug in slugs.split("_and_")], told.language)


def _one(told: Told, slug: str) -> str:
    slug, _, run_ = slug.partition("_run_")
    match = _CONDITION.fullmatch(slug)
    if match is None:
        return slug.replace("_", " ")
    test, than = match["test"].replace("_", "-"), match["than"] or ""
    if match["of"]:
        line = told.text("its", what=told.line(match["of"])) if match["of"] in STEMS else told.held.name(match["of"])
        words = told.text("condition-of", line=line, did=test, level=_level(told, than))
    elif test in ("rises", "falls"):
        by = told.text("condition-by", size=_level(told, than, moves=True)) if than else ""
        words = told.text(f"condition-{test}", by=by)
    elif test in ("beats", "trails"):
        words = told.text(f"condition-{test}", other=told.held.name(than))
    else:
        words = told.text(f"condition-{test}", level=_level(told, than))
    return told.text("condition-run", condition=words, n=int(run_)) if run_ else words


def _level(told: Told, slug: str, *, moves: bool = False) -> str:
    """A level, a size, or the line that it is held against."""
    if re.fullmatch(r"(?:minus_)?\d+(?:p\d+)?", slug):
        number = float(slug.replace("minus_", "-").replace("p", "."))
        percent = moves and told.fact.inputs[0].symbol not in _IN_POINTS
        return f"{number:,.10g}" + (" %" if percent and told.language == "en" else "%" if percent else "")
    if slug in STEMS:
        return told.text("its", what=told.line(slug))
    return told.held.name(slug)


def count(told: Told) -> list[Part]:
    """How often a condition was met, of how many, and when last."""
    found, tested = told.get(f"count.{told.rest}"), told.get(f"count_tested.{told.rest}")
    share = told.get(f"share.{told.rest}")
    if found is None:
        raise SlotError(f"the evidence holds no count for {told.key}")
    slugs, *window = told.rest.split(".")
    met_ = condition(told, slugs)
    if tested is None:
        return told.say("count-none", whose=told.whose, condition=met_, over=told.over, found=Shown(found, ""))
    bucket = window[1] if len(window) > 1 else "session"
    part = told.say("count-share", share=share) if share else []
    some = found.dates and len(found.dates) < int(tested.value)
    latest = told.text("count-latest", day=found.dates[-1]) if some else ""
    given: dict[str, Given] = {"found": found, "tested": tested, "share": part, "over": told.over, "latest": latest}
    return told.say("count", whose=told.whose, condition=met_, bucket=bucket, **given)


def met(told: Told) -> list[Part]:
    """When a condition was first or last met, the value then, and how far away that is."""
    message = "first-met" if ".first." in told.key else "last-met"
    day = date.fromisoformat(str(told.fact.value))
    level = told.close(day)
    at = told.say("met-at", value=level) if level else []
    after_, before = told.get(f"first_after.{told.rest}"), told.get(f"last_before.{told.rest}")
    away: list[Part] = []
    if before is not None and before.value:
        away = told.say("met-before", sessions=before)
    elif after_ is not None and not told.whole:
        away = told.say("met-after", sessions=after_)
    met_ = condition(told, told.rest.split(".")[0])
    return told.say(message, whose=told.whose, condition=met_, day=told.fact, at=at, over=told.over, away=away)


def run(told: Told) -> list[Part]:
    """The longest run in which a condition held, or the one that goes on."""
    met_, last = condition(told, told.rest.split(".")[0]), told.ends[1]
    if ".current_run." in told.key:
        if told.fact.value:
            return told.say("run-now", whose=told.whose, condition=met_, run=told.fact, last=last)
        return told.say("run-ended", whose=told.whose, condition=met_, run=Shown(told.fact, ""), last=last)
    if not told.fact.dates:
        return told.say("run-none", whose=told.whose, condition=met_, over=told.over, run=Shown(told.fact, ""))
    first, end = told.fact.dates
    return told.say(
        "run-longest", whose=told.whose, condition=met_, over=told.over, run=told.fact, first=first, last=end
    )


def after(told: Told) -> list[Part]:
    """What followed each time, beside what followed any session."""
    stem = told.rest.rpartition(".")[0] if told.rest.endswith((".n", ".median")) else told.rest
    slugs, window, ahead = stem.rsplit(".", 2)
    n, median, up, worst, best = (told.get(f"after.{stem}.{m}") for m in ("n", "median", "share_up", "worst", "best"))
    if n is None:
        raise SlotError(f"the evidence holds no cases for {told.key}")
    sessions = ahead.removesuffix("s")
    event = told.text(_EVENTS[slugs]) if slugs in _EVENTS else told.text(
        "after-met", whose=told.whose, condition=condition(told, slugs)
    )  # fmt: skip
    if not n.value or not (median and up and worst and best):
        return told.say("after-none", sessions=sessions, event=event, over=told.over, n=Shown(n, ""))
    usual, share = (told.get(f"after.every_session.{window}.{ahead}.{m}") for m in ("median", "share_up"))
    beside = told.say("after-beside", median=usual, up=share) if usual and share else []
    given: dict[str, Given] = {"n": n, "median": median, "up": up, "worst": worst, "best": best, "beside": beside}
    small = "yes" if n.reading else "no"
    return told.say("after", sessions=sessions, event=event, over=told.over, whose=told.whose, small=small, **given)
