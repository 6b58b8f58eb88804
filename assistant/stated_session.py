"""Sentences on one session that code writes for the commentary: what moved, how large that is against its own history."""

from datetime import date

from assistant.names import name_of
from assistant.parts import Held, Part, Shown, joined, on, plain, tell
from assistant.slots import SlotError, ordinal
from tools.facts import Fact, spell_date
from tools.sectors import DEFENSIVE
from tools.sessions import sessions_between
from tools.universe import UNIVERSE

QUIET, UNUSUAL = 0.5, 2.0  # standard deviations of a subject's own moves
LONG_AGO = 126  # sessions, half a year: a move unmatched for so long is told with its match
LARGE = ("spx", "comp", "dji")
RUN = 3  # sessions from which a run is told


def session(held: Held, subject: str) -> list[Part]:
    """What a subject did on the day, and the one thing that places it: a record, its size, or its distance to one."""
    close = held.need(f"{subject}.close")
    if subject == "vix":
        return tell("{}.", _vix(held, close))
    if subject == "tnx":
        return tell("{}.", _yield(held, close))
    return tell("{}{}.", _moved(held, subject, close, f" on {spell_date(close.as_of)}"), _place(held, subject))


def _moved(held: Held, subject: str, close: Fact, when: str = "") -> list[Part]:
    move, name = held.get(f"{subject}.return_1d"), name_of(subject)
    if move is None:
        return tell(f"{name} closed at {{}}{when}", close)
    if not float(move.value):
        return tell(f"{name} closed unchanged{{}} at {{}}{when}", Shown(move, ""), close)
    verb = "rose" if float(move.value) > 0 else "fell"
    return tell(f"{name} {verb} {{}} to {{}}{when}", plain(move), close)


def _place(held: Held, subject: str) -> list[Part]:
    """What places a session in the subject's own history; empty where nothing is known of it."""
    if record := _record(held, subject):
        return tell(f", its {{}} record close of {record.as_of.year}", Shown(record, ordinal(record)))
    if sized := size(held, subject):
        return sized
    fall, top = held.get(f"{subject}.drawdown"), held.get(f"{subject}.record_last")
    if fall and top and float(fall.value) < 0:
        return tell(f", {{}} below its record close of {{}} on {on(top)}", plain(fall), top)
    return []


def _record(held: Held, subject: str) -> Fact | None:
    records = held.get(f"{subject}.records_ytd")
    return records if records and records.dates and records.dates[-1] == records.as_of else None


def size(held: Held, subject: str) -> list[Part]:
    """ ", its largest one-day fall since …" where the move is large and long unmatched; empty elsewhere."""
    found = held.get(f"{subject}.move_size_1d")
    if found is None or float(found.value) < 1:
        return []
    match, move = held.get(f"{subject}.move_matched_1d"), _move(held, subject)
    way = "rise" if move and float(move.value) > 0 else "fall"
    if match is None:
        begins = spell_date(found.inputs[0].first)
        return tell(", {}", Shown(found, f"its largest one-day {way} in data since {begins}"))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return tell(f", its largest one-day {way} since {{}}", match)
    if float(found.value) >= UNUSUAL:
        return tell(", {} standard deviations of its daily moves", Shown(found, f"{float(found.value):.1f}"))
    return []


def _move(held: Held, subject: str) -> Fact | None:
    return held.get(f"{subject}.change_1d") or held.get(f"{subject}.return_1d")


def run(held: Held) -> list[Part]:
    """Small caps against the S&P 500 on the day: a run that goes on, one that ended, or by how much they led or lagged."""
    spread = held.need("rut_vs_spx.spread_1d")
    streak, ended = held.get("rut_vs_spx.streak"), held.get("rut_vs_spx.streak_ended")
    name, other = name_of("rut"), name_of("spx")
    if streak and int(streak.value) >= RUN:
        return tell(f"{name} has beaten {other} for {{}} in a row{{}}.", streak, _longest(held, streak))
    side = "ahead of" if float(spread.value) > 0 else "behind"
    lead = tell(f"{name} finished {{}} {side} {other}", plain(spread)) if spread.value else [f"{name} matched {other}"]
    if ended and int(ended.value) >= RUN:
        return tell("{}{}, which ended a run of {} ahead.", lead, _widest(held, spread), ended)
    behind = held.get("rotation.verdict.streak.1d")
    if behind and int(behind.value) <= -RUN:
        return tell("{}{}, its {} session in a row behind.", lead, _widest(held, spread), Shown(behind, _nth(behind)))
    return tell("{}{}.", lead, _widest(held, spread))


def _nth(run_behind: Fact) -> str:
    return ordinal(run_behind.model_copy(update={"value": -int(run_behind.value)}))


def _longest(held: Held, streak: Fact) -> list[Part]:
    since, length = held.get("rut_vs_spx.streak_longest_since"), held.get("rut_vs_spx.streak_longest_since_length")
    if int(streak.value) < 5:
        return []
    if since and length:
        if str(since.reading).startswith("a tie"):
            return tell(", matching the run that ended on {}", since)
        return tell(", the longest run since one of {} ended on {}", length, since)
    if streak.reading:
        begins = spell_date(date.fromisoformat(streak.reading.split()[-1]))
        return tell(", {}", Shown(streak, f"the longest in data since {begins}"))
    return []


def _widest(held: Held, spread: Fact) -> list[Part]:
    found, match = held.get("rut_vs_spx.spread_size_1d"), held.get("rut_vs_spx.spread_matched_1d")
    if found is None or float(found.value) < 1:
        return []
    side = "lead" if float(spread.value) > 0 else "lag"
    if match is None:
        begins = spell_date(found.inputs[0].first)
        return tell(", {}", Shown(found, f"its widest one-day {side} in data since {begins}"))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return tell(f", its widest one-day {side} since {{}}", match)
    return []


def indexes(held: Held) -> list[Part]:
    """The large indexes on the day, the one that moved most against its own history first."""
    subjects = sorted((s for s in LARGE if held.get(f"{s}.close")), key=lambda s: -size_of(held, s))
    groups = []
    for subject in subjects:
        close, record = held.need(f"{subject}.close"), _record(held, subject)
        tail = tell(", a record close{}", Shown(record, "")) if record else size(held, subject)
        groups.append(tell("{}{}", _moved(held, subject, close), tail))
    if not groups:
        raise SlotError("the evidence holds no close of a large index")
    return tell("{}.", joined_by("; ", groups))


def size_of(held: Held, subject: str) -> float:
    """The size of a subject's move on the day, 0 where it isn't known."""
    found = held.get(f"{subject}.move_size_1d")
    return float(found.value) if found else 0.0


def joined_by(mark: str, groups: list[list[Part]]) -> list[Part]:
    """Groups of parts with a mark between them."""
    return [part for place, group in enumerate(groups) for part in ([mark, *group] if place else group)]


def year(held: Held) -> list[Part]:
    """The indexes for the year, the best first."""
    facts = [f for s in ("rut", *LARGE) if (f := held.get(f"{s}.return_ytd"))]
    if not facts:
        raise SlotError("the evidence holds no return for the year")
    groups = [tell(f"{name_of(f.subject)} {{}}", f) for f in sorted(facts, key=lambda f: -float(f.value))]
    return tell("For the year: {}.", joined([*groups]))


def sectors(held: Held, horizon: str) -> list[Part]:
    """How many sector funds rose, and all of them in order."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_{horizon}"))]
    up = held.need(f"sectors.advancers_{horizon}")
    groups = [tell(f"{_sector(f)} {{}}", f) for f in sorted(facts, key=lambda f: -float(f.value))]
    count, rose = len(facts), int(up.value)
    over = "" if horizon == "1d" else " for the year"
    who = "eleven sectors" if count == 11 else f"{_NUMBERS[count]} sector funds with data"
    lead = f"No sector{over} rose" if not rose else f"All {who} rose{over}" if rose == count else ""
    head = [Shown(up, lead)] if lead else tell(f"{{}} of the {who} rose{over}", Shown(up, _NUMBERS[rose].capitalize()))
    return tell("{}; in order, {}.", head, joined(groups))


_NUMBERS = "no one two three four five six seven eight nine ten eleven".split()


def _sector(fact: Fact) -> str:
    return name_of(fact.subject).split(" (")[0]


def sector_ends(held: Held) -> list[Part]:
    """The best and the worst sector of the year so far."""
    facts = [f for k in UNIVERSE if k.startswith("sector.") and (f := held.get(f"{k}.return_ytd"))]
    if len(facts) < 2:
        raise SlotError("the evidence holds no sector's year")
    worst, *_, best = sorted(facts, key=lambda f: float(f.value))
    return tell(f"For the year {_sector(best)} leads at {{}} and {_sector(worst)} is last at {{}}.", best, worst)


def tilt(held: Held) -> list[Part]:
    """Cyclical against defensive sectors on the day, with the grouping named."""
    found = held.need("sectors.cyclical_minus_defensive_1d")
    side = "ahead of" if float(found.value) > 0 else "behind"
    names = [name_of(f"sector.{k}").split(" (")[0].lower() for k in DEFENSIVE]
    words = f"Cyclical sectors finished {{}} {side} defensive ones ({', '.join(names)}, as MSCI groups them)."
    return tell(words, plain(found))


def _vix(held: Held, close: Fact) -> list[Part]:
    change = held.get("vix.change_1d")
    bands = f", which counts as {close.reading}" if close.reading else ""
    when = spell_date(close.as_of)
    if change is None or not change.value:
        return tell(f"The VIX closed at {{}} on {when}{bands}", close)
    verb = "rose" if float(change.value) > 0 else "fell"
    words = f"The VIX {verb} {{}} points to {{}}{{}}{bands}"
    high = held.get("vix.high_close_20d")
    near = (
        tell(f"; its highest close of the last 20 sessions was {{}} on {on(high)}", high)
        if high and float(high.value) > 1.2 * float(close.value)
        else []
    )
    return tell("{}{}", tell(words, plain(change), close, size(held, "vix")), near)


def _yield(held: Held, close: Fact) -> list[Part]:
    change = held.get("tnx.change_1d")
    if change is None or not change.value:
        return tell("The 10-year Treasury yield stood at {}", close)
    verb = "rose" if float(change.value) > 0 else "fell"
    return tell(f"The 10-year Treasury yield {verb} {{}} to {{}}{{}}", plain(change), close, size(held, "tnx"))


def stale(held: Held, subject: str, day: date) -> list[Part]:
    """A subject whose last bar is older than the day: said with the day it is of, and not as news."""
    close, name = held.need(f"{subject}.close"), name_of(subject)
    words = f"The data has no bar of {name} on {spell_date(day)}; its last close, {{}}, is of {spell_date(close.as_of)}."
    return tell(words, close)


def calm(held: Held) -> list[Part]:
    """The VIX and the yield in one sentence, for a day on which neither moved much."""
    vix, tnx = held.need("vix.close"), held.need("tnx.close")
    bands = f", {vix.reading}" if vix.reading else ""
    changes = [_by(held, "vix", " points"), _by(held, "tnx", "")]
    words = f"The VIX closed at {{}}{{}}{bands}; the 10-year Treasury yield stood at {{}}{{}}."
    return tell(words, vix, changes[0], tnx, changes[1])


def _by(held: Held, subject: str, unit: str) -> list[Part]:
    change = held.get(f"{subject}.change_1d")
    if change is None or not change.value:
        return []
    return tell(f" ({'up' if float(change.value) > 0 else 'down'} {{}}{unit})", plain(change))


def momentum(held: Held, subject: str) -> list[Part]:
    """RSI with its reading, and where the close stands against its averages."""
    rsi, name = held.need(f"{subject}.rsi_14"), name_of(subject)
    gaps = [(n, f) for n in (50, 200) if (f := held.get(f"{subject}.sma_{n}_distance"))]
    reading = rsi.reading if rsi.reading in ("overbought", "oversold") else "neither overbought nor oversold"
    sides = [tell(f"{{}} {_side(f)} its {n}-session average", plain(f)) for n, f in gaps]
    where = tell("; its close is {}", joined(sides)) if sides else []
    return tell(f"{name}'s 14-day RSI stood at {{}}, {reading}{{}}.", rsi, where)


def _side(fact: Fact) -> str:
    return "above" if float(fact.value) > 0 else "below"


def nearest(held: Held, subject: str) -> list[Part]:
    """The nearest level below and above the close, each with where it comes from."""
    held.need(f"{subject}.close")
    groups = []
    for kind in ("support", "resistance"):
        level = held.get(f"{subject}.{kind}.1")
        if level:
            away = held.get(f"{level.key}.distance")
            gap = tell(", {}", Shown(away, f"{plain(away).text} {_side(away)}")) if away and away.value else []
            origin = str(level.reading).split(" (")[0].split(";")[0].split(",")[0]
            groups.append(tell(f"the nearest {kind} is {{}} ({origin}{{}})", level, gap))
    if not groups:
        raise SlotError(f"the evidence holds no level of {name_of(subject)}")
    return tell("{}.", joined(groups))
