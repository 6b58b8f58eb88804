"""Sentences on what is not as the last commentary had it: each figure as it was and as it is, both with footnotes."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.kinds.rotation import ROWS
from assistant.statements.names import name_of
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Held, Part, Shown, joined, tell
from tools.fact import Fact, spell_date
from tools.macro.calendar import event_name

WEEK = 8  # calendar days within which a closure of the exchange is told
HORIZON = 21  # calendar days within which what is due is told; two events at least, four at most


def due(held: Held) -> list[Part]:
    """What is due next, the nearest first; how a date is known where it isn't confirmed."""
    dated = [f for f in held.facts if f.subject == "calendar" and f.metric != "next_closure"]
    events = sorted(dated, key=lambda f: str(f.value))
    if not events:
        raise SlotError("the evidence holds no date of the calendar")
    near = [f for f in events if (date.fromisoformat(str(f.value)) - f.as_of).days <= HORIZON]
    told = events[: min(4, max(2, len(near)))]
    groups = [tell(f"{_event(f)} on {{}}{_known(f)}", f) for f in told]
    shut = held.get("calendar.next_closure")
    near_shut = shut and (date.fromisoformat(str(shut.value)) - shut.as_of).days <= WEEK
    closed = tell("; the exchange is shut on {}", shut) if shut and near_shut else []
    return tell("Due next: {}{}.", joined(groups), closed)


def _event(fact: Fact) -> str:
    return f"the {event_name(fact.key)}"


def _known(fact: Fact) -> str:
    return "" if fact.reading == "confirmed" else f" ({fact.reading})"


def changes(held: Held, since: str) -> list[Part]:
    """What moved since the last commentary or session, in the order of the evidence, in one sentence."""
    last = max((f.as_of for f in held.facts), default=None)
    pairs = [_then_and_now(held.all(key)) for key in dict.fromkeys(f.key for f in held.facts)]
    keys = [pair for pair in pairs if len(pair) == 2 or (pair and pair[0].as_of != last)]
    if not keys:
        raise SlotError("the evidence holds no change")
    day = spell_date(min(f.as_of for f in held.facts))
    lead = f"Since the commentary of {day}" if since == "commentary" else f"Against the session of {day}"
    groups = [_change(pair) for pair in keys]
    return tell(f"{lead}: {{}}.", [part for n, g in enumerate(groups) for part in (["; ", *g] if n else g)])


def revision(held: Held, key: str) -> list[Part]:
    """A figure that an earlier commentary stated, and what its bars say now."""
    stated = [f for f in held.all(key) if f.as_of == held.all(key)[0].as_of]
    if len(stated) != 2:
        raise SlotError(f"the evidence holds no revision of {key}")
    was, now = stated
    words = f"{label(now)} of {spell_date(now.as_of)}, stated as {{}}, is {{}} after a revision of its bars."
    return tell(words, was, now)


def _then_and_now(facts: list[Fact]) -> list[Fact]:
    """A fact as it was stated and as it is on the later day; alone where it isn't there any more, or was revised alone."""
    later = [f for f in facts if f.as_of > facts[0].as_of]
    if later:
        return [facts[0], later[-1]]
    return facts if len(facts) == 1 else []


def _change(facts: list[Fact]) -> list[Part]:
    """A fact as it was and as it is now; one that the data no longer gives, with its last figure."""
    if len(facts) == 1:
        return tell(f"{label(facts[0])}, {{}} then, is not in the data now", facts[0])
    return _moved(facts[0], facts[-1])


def _moved(was: Fact, now: Fact) -> list[Part]:
    metric, subject = now.metric, now.subject
    if metric == "streak":
        return _streak(was, now)
    if metric == "records_ytd":
        if was.as_of.year != now.as_of.year:
            many = "record close" if now.value == 1 else "record closes"
            return tell(f"{name_of(subject)} set {{}} {many} in {now.as_of.year}", now)
        more = int(now.value) - int(was.value)
        count = f"{now.as_of.year}'s {ordinal(now)} record close" if more == 1 else ""
        if count:
            return tell(f"{name_of(subject)} set {{}}", Shown(now, count))
        return tell(f"{name_of(subject)}'s record closes of the year went from {{}} to {{}}", was, now)
    if subject == "rotation":
        row, column = metric.split(".")[1:]
        words = f"on {ROWS[row]}, the test {_COLUMNS[column]} went from {was.reading} ({{}}) to {now.reading} ({{}})"
        return tell(words, was, now)
    verb = "rose" if float(now.value) > float(was.value) else "fell"
    return tell(f"{label(now)} {verb} from {{}} to {{}}{crossing(was, now)}", was, now)


_COLUMNS = {"1d": "over one day", "5d": "over five sessions", "ytd": "for the year"}


def _streak(was: Fact, now: Fact) -> list[Part]:
    a, b = (name_of(k) for k in now.subject.split("_vs_"))
    if not now.value:
        return tell(f"{a}'s run of sessions ahead of {b} broke off after {{}}{{}}", was, Shown(now, ""))
    if not was.value:
        return tell(f"{a} began a run ahead of {b}{{}} that stands at {{}}", Shown(was, ""), now)
    if int(now.value) < int(was.value):
        return tell(f"{a}'s run of sessions ahead of {b}, {{}} then, broke off, and a new one stands at {{}}", was, now)
    return tell(f"{a}'s run of sessions ahead of {b} went from {{}} to {{}}", was, now)


LABELS = {
    "close": "{0}",
    "streak": "{0}'s run of sessions ahead of {1}",
    "records_ytd": "{0}'s record closes of the year",
    "rsi_14": "{0}'s 14-day RSI",
    "drawdown": "{0}'s distance from its record close",
    "sma_50_distance": "{0}'s distance from its 50-session average",
    "sma_200_distance": "{0}'s distance from its 200-session average",
    "sma_cross": "{0}'s 50-session average against its 200-session average",
    "realized_volatility_20d": "{0}'s 20-session realised volatility",
    "spread_20d": "{0}'s 20-session spread to {1}",
    "spread_ytd": "{0}'s spread to {1} for the year",
    "dispersion_1d": "the spread of the sectors' returns on the day",
}


def label(fact: Fact) -> str:
    """What a change is of, in words."""
    names = [name_of(k) for k in fact.subject.split("_vs_")] if fact.subject != "sectors" else [""]
    form = LABELS.get(fact.metric)
    if form is None:
        raise SlotError(f"{fact.key} has no words as a change")
    return form.format(*names)


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
_SAID = {
    ("rsi_14", 70.0): ("into overbought", "out of overbought"),
    ("rsi_14", 30.0): ("out of oversold", "into oversold"),
    ("drawdown", -0.2): ("out of a bear market", "into a bear market"),
    ("drawdown", -0.1): ("out of a correction", "into a correction"),
    ("sma_50_distance", 0.0): ("back above it", "below it"),
    ("sma_200_distance", 0.0): ("back above it", "below it"),
    ("sma_cross", 0.0): ("a golden cross", "a death cross"),
}


def crossed(key: str, metric: str, before: float, after: float) -> float | None:
    """The limit between two values of a fact, the first of those that count for it; None where there is none."""
    limits = LIMITS.get(key) or LIMITS.get(metric) or ()
    return next((limit for limit in limits if (before > limit) != (after > limit)), None)


def crossing(was: Fact, now: Fact) -> str:
    """ ", into overbought": what a change passed; empty where it passed nothing."""
    a, b = float(was.value), float(now.value)
    limit = crossed(now.key, now.metric, a, b)
    if limit is None:
        return ""
    if now.key == "vix.close":
        return f", into {now.reading}"
    said = _SAID.get((now.metric, limit))
    return f", {said[0] if b > a else said[1]}" if said else ""
