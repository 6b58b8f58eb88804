"""Sentences on what is not as the last commentary had it: each figure as it was and as it is, both with footnotes."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.kinds.rotation import row_name
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Language, Part, Shown
from assistant.statements.words import Given, joined, name_of, said, say, text
from tools.fact import Fact

WEEK = 8  # calendar days within which a closure of the exchange is told
HORIZON = 21  # calendar days within which what is due is told; two events at least, four at most


def due(held: Held) -> list[Part]:
    """What is due next, the nearest first; how a date is known where it isn't confirmed."""
    dated = [f for f in held.facts if f.subject == "calendar" and f.metric != "next_closure"]
    events = sorted(dated, key=lambda f: str(f.value))
    if not events:
        raise SlotError("the evidence holds no date of the calendar")
    language = held.language
    near = [f for f in events if (date.fromisoformat(str(f.value)) - f.as_of).days <= HORIZON]
    told = [_event(f, language) for f in events[: min(4, max(2, len(near)))]]
    shut = held.get("calendar.next_closure")
    near_shut = shut and (date.fromisoformat(str(shut.value)) - shut.as_of).days <= WEEK
    closed = say("due-closed", language, day=shut) if shut and near_shut else []
    return say("due", language, events=joined(told, language, "list-entries"), closed=closed)


def _event(fact: Fact, language: Language) -> list[Part]:
    event = text(f"event-{fact.metric.removeprefix('next_')}", language)
    sure = fact.reading == "confirmed"
    known = "" if sure else text("due-known", language, reading=said(fact.reading, language))
    return say("due-event", language, event=event, day=fact, known=known)


def changes(held: Held, since: str) -> list[Part]:
    """What moved since the last commentary or session, in the order of the evidence, in one sentence."""
    last = max((f.as_of for f in held.facts), default=None)
    pairs = [_then_and_now(held.all(key)) for key in dict.fromkeys(f.key for f in held.facts)]
    keys = [pair for pair in pairs if len(pair) == 2 or (pair and pair[0].as_of != last)]
    if not keys:
        raise SlotError("the evidence holds no change")
    day = min(f.as_of for f in held.facts)
    groups = [_change(pair, held.language) for pair in keys]
    return say(f"changes-{since}", held.language, day=day, each=joined(groups, held.language, "list-semicolon"))


def revision(held: Held, key: str) -> list[Part]:
    """A figure that an earlier commentary stated, and what its bars say now."""
    stated = [f for f in held.all(key) if f.as_of == held.all(key)[0].as_of]
    if len(stated) != 2:
        raise SlotError(f"the evidence holds no revision of {key}")
    was, now = stated
    whose = label(now, held.language)
    return say("revision", held.language, label=whose, day=now.as_of, was=was, now=now)


def _then_and_now(facts: list[Fact]) -> list[Fact]:
    """A fact as it was stated and as it is on the later day; alone where it isn't there any more, or was revised alone."""
    later = [f for f in facts if f.as_of > facts[0].as_of]
    if later:
        return [facts[0], later[-1]]
    return facts if len(facts) == 1 else []


def _change(facts: list[Fact], language: Language) -> list[Part]:
    """A fact as it was and as it is now; one that the data no longer gives, with its last figure."""
    if len(facts) == 1:
        return say("changed-gone", language, label=label(facts[0], language), was=facts[0])
    was, now = facts[0], facts[-1]
    if now.metric == "streak":
        return _streak(was, now, language)
    if now.metric == "records_ytd":
        return _records(was, now, language)
    if now.subject == "rotation":
        row, column = now.metric.split(".")[1:]
        given: dict[str, Given] = {"test": row_name(row, language), "over": text(f"over-{column}", language)}
        given |= {
            name: text("verdict-state", language, reading=str(fact.reading))
            for name, fact in (("before", was), ("after", now))
        }
        return say("changed-test", language, **given, was=was, now=now)
    up = "up" if float(now.value) > float(was.value) else "down"
    given = {"label": label(now, language), "way": up, "crossing": crossing(was, now, language)}
    return say("changed-moved", language, **given, was=was, now=now)


def _records(was: Fact, now: Fact, language: Language) -> list[Part]:
    name, year = name_of(now.subject, language), str(now.as_of.year)
    if was.as_of.year != now.as_of.year:
        return say("changed-records-new", language, subject=name, now=now, year=year)
    if int(now.value) - int(was.value) == 1:
        nth = ordinal(now) if language == "en" else str(now.value)
        return say("changed-record", language, subject=name, year=year, nth=nth, mark=Shown(now, ""))
    return say("changed-records", language, subject=name, was=was, now=now)


def _streak(was: Fact, now: Fact, language: Language) -> list[Part]:
    a, b = (name_of(k, language) for k in now.subject.split("_vs_"))
    if not now.value:
        return say("changed-run-broken", language, subject=a, other=b, was=was, mark=Shown(now, ""))
    if not was.value:
        return say("changed-run-begun", language, subject=a, other=b, now=now, mark=Shown(was, ""))
    message = "changed-run-new" if int(now.value) < int(was.value) else "changed-run"
    return say(message, language, subject=a, other=b, was=was, now=now)


LABELS = (
    "close", "streak", "records_ytd", "rsi_14", "drawdown", "sma_50_distance", "sma_200_distance", "sma_cross",
    "realized_volatility_20d", "spread_20d", "spread_ytd", "dispersion_1d",
)  # fmt: skip


def label(fact: Fact, language: Language = "en") -> str:
    """What a change is of, in words."""
    if fact.metric not in LABELS:
        raise SlotError(f"{fact.key} has no words as a change")
    names = [name_of(k, language) for k in fact.subject.split("_vs_")] if fact.subject != "sectors" else [""]
    return text(f"label-{fact.metric.replace('_', '-')}", language, subject=names[0], other=names[-1])


# Levels that mean something when a figure passes them, and how that is said.
LIMITS: dict[str, tuple[float, ...]] = {
    "rsi_14": (70, 30),
    "vix.close": (30, 20, 15),
    "drawdown": (-0.2, -0.1),
    "sma_50_distance": (0,),
    "sma_200_distance": (0,),
    "sma_cross": (0,),
    "spread_ytd": (0,),
}


def crossed(key: str, metric: str, before: float, after: float) -> float | None:
    """The limit between two values of a fact, the first of those that count for it; None where there is none."""
    limits = LIMITS.get(key) or LIMITS.get(metric) or ()
    return next((limit for limit in limits if (before > limit) != (after > limit)), None)


def crossing(was: Fact, now: Fact, language: Language = "en") -> str:
    """ ", into overbought": what a change passed; empty where it passed nothing."""
    a, b = float(was.value), float(now.value)
    limit = crossed(now.key, now.metric, a, b)
    if limit is None:
        return ""
    if now.key == "vix.close":
        return text("crossing-vix", language, reading=said(now.reading, language))
    message = _CROSSINGS.get((now.metric, limit))
    return text(message, language, way="up" if b > a else "down") if message else ""


_CROSSINGS = {
    ("rsi_14", 70.0): "crossing-rsi-14-70",
    ("rsi_14", 30.0): "crossing-rsi-14-30",
    ("drawdown", -0.2): "crossing-drawdown-20",
    ("drawdown", -0.1): "crossing-drawdown-10",
    ("sma_50_distance", 0.0): "crossing-average",
    ("sma_200_distance", 0.0): "crossing-average",
    ("sma_cross", 0.0): "crossing-sma-cross",
}
