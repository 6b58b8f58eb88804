"""Sentences on where a subject stands: its close, its returns, its records, its averages and its range."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, joined, say, text, unsigned, way
from tools.fact import Fact

RETURNS = ("5d", "mtd", "ytd", "1y")


def closing(held: Held, subject: str) -> list[Part]:
    """The close with its move on the day and for the year, in short."""
    close = held.need(f"{subject}.close")
    parts = [
        say("moved-over", held.language, move=_moved(held, f), over=_within(held, f, over))
        for over in ("1d", "ytd")
        if (f := held.get(f"{subject}.return_{over}"))
    ]
    moves = say("closing-moves", held.language, moves=joined(parts, held.language, "list-phrases")) if parts else []
    return say("closing", held.language, subject=held.name(subject), close=close, day=close.as_of, moves=moves)


def returns(held: Held, subject: str, lead: str | None) -> list[Part]:
    """How it did over the month, the year and one year; the time asked for comes first."""
    found = {over: f for over in RETURNS if (f := held.get(f"{subject}.return_{over}"))}
    if lead != "5d":
        found.pop("5d", None)
    if "mtd" in found and found["mtd"].as_of.month == 1 and lead != "mtd":  # the month's and the year's are one
        found.pop("mtd")
    if not found:
        raise SlotError(f"the evidence holds no return of {subject}")
    order = sorted(found, key=lambda over: over != lead)
    parts = [
        say("moved-over", held.language, move=_moved(held, found[o]), over=_within(held, found[o], o)) for o in order
    ]
    return say("returns", held.language, subject=held.name(subject), moves=joined(parts, held.language, "list-phrases"))


def moved(held: Held, subject: str, over: str) -> list[Part]:
    """How it did over one time alone."""
    fact = held.need(f"{subject}.return_{over}")
    move = say("moved-over", held.language, move=_moved(held, fact), over=_within(held, fact, over))
    return say("returns", held.language, subject=held.name(subject), moves=move)


def below_record(held: Held, subject: str) -> list[Part]:
    """How far the close stands below the record close, or that it is one."""
    fall, top = held.need(f"{subject}.drawdown"), held.need(f"{subject}.record_last")
    size = unsigned(fall, held.language) if fall.value else Shown(fall, "")
    state = "below" if fall.value else "at"
    given: dict[str, Given] = {"state": state, "fall": size, "top": top, "on": top.dates[0], "day": fall.as_of}
    return say("below-record", held.language, subject=held.name(subject), **given)


def records(held: Held, subject: str, what: str) -> list[Part]:
    """How many record closes the year had (``count``), or the ``last`` one."""
    name = held.name(subject)
    if what == "count":
        n = held.need(f"{subject}.records_ytd")
        return say("records-count", held.language, subject=name, n=n, year=str(n.as_of.year))
    last, level = held.need(f"{subject}.record_last_date"), held.need(f"{subject}.record_last")
    return say("records-last", held.language, subject=name, last=last, level=level)


def average(held: Held, subject: str, n: str) -> list[Part]:
    """On which side of an average the close stands, by how much, and where the average is."""
    level, gap = held.get(f"{subject}.sma_{n}"), held.get(f"{subject}.sma_{n}_distance")
    names: dict[str, Given] = {"subject": held.name(subject), "n": n}
    if level is None or gap is None:
        return say("average-short", held.language, **names)
    side, close = _side(gap), held.get(f"{subject}.close")
    at = say("average-close", held.language, close=close) if close else []
    size = unsigned(gap, held.language)
    return say("average-now", held.language, **names, day=gap.as_of, gap=size, side=side, level=level, at=at)


def averages(held: Held, subject: str) -> list[Part]:
    """How far the close stands from its 50- and its 200-session average."""
    near, far = held.need(f"{subject}.sma_50_distance"), held.need(f"{subject}.sma_200_distance")
    given: dict[str, Given] = {"side": _side(near), "turn": _side(far), "day": near.as_of}
    near_, far_ = unsigned(near, held.language), unsigned(far, held.language)
    return say("averages", held.language, subject=held.name(subject), near=near_, far=far_, **given)


def extreme(held: Held, subject: str, side: str) -> list[Part]:
    """The 52-week high or low close, and how far the last close is from it."""
    level, away = held.need(f"{subject}.{side}_52w"), held.get(f"{subject}.distance_{side}_52w")
    close = held.get(f"{subject}.close")
    far: list[Part] = []
    if away and away.value:
        far = say("extreme-away", held.language, side=side, away=unsigned(away, held.language), day=away.as_of)
    elif away and close:
        far = say("extreme-at", held.language, mark=Shown(away, ""), day=away.as_of)
    return say("extreme-52w", held.language, subject=held.name(subject), side=side, level=level, far=far)


def day_range(held: Held, subject: str) -> list[Part]:
    """Where it opened and between which levels it traded."""
    first, high, low = (held.need(f"{subject}.{what}") for what in ("open", "high", "low"))
    given: dict[str, Given] = {"opened": first, "high": high, "low": low, "day": first.as_of}
    return say("day-range", held.language, subject=held.name(subject), **given)


def up_and_down(held: Held, subject: str) -> list[Part]:
    """In how many of the last 20 sessions it rose and fell."""
    up, down = held.need(f"{subject}.up_sessions_20d"), held.need(f"{subject}.down_sessions_20d")
    return say(
        "up-and-down", held.language, subject=held.name(subject), up=of_sessions(held, up), down=of_sessions(held, down)
    )


def of_sessions(held: Held, fact: Fact) -> Fact | Shown:
    """A count of sessions whose unit the English sentence says itself: ``13 of the last 20``."""
    return Shown(fact, str(fact.value)) if held.language == "en" else fact


def _moved(held: Held, fact: Fact) -> list[Part]:
    size = unsigned(fact, held.language) if fact.value else Shown(fact, "")
    return say("move", held.language, way=way(float(fact.value)), move=size)


def _within(held: Held, fact: Fact, over: str) -> str:
    return text(f"within-{over}-short", held.language, day=fact.as_of)


def _side(fact: Fact) -> str:
    return "up" if float(fact.value) > 0 else "down"
