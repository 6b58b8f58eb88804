"""Sentences on one session that code writes for the commentary: what moved, how large that is against its own history."""

from datetime import date

from assistant.names import name_of
from assistant.parts import Held, Part, Shown, joined, on, plain, tell
from assistant.slots import SlotError, ordinal
from tools.facts import Fact, spell_date
from tools.sessions import sessions_between
from tools.universe import UNIVERSE

QUIET, UNUSUAL = 0.5, 2.0  # standard deviations of a subject's own moves
SHOWN = 0.00005  # a return below this shows as 0.00 %
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
    if abs(float(move.value)) < SHOWN:
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
    if top and sessions_between(top.dates[0], top.as_of) == 1:
        return tell(", off the record close of the session before{}", Shown(top, ""))
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
    name, other = "small caps", name_of("spx")
    if streak and int(streak.value) >= RUN:
        return tell(f"{name} have beaten {other} for {{}} in a row{{}}.", streak, _longest(held, streak))
    side = "ahead of" if float(spread.value) > 0 else "behind"
    lead: list[Part] = [f"{name} matched {other}"]
    if spread.value:
        lead = tell(f"{name} finished {{}} {side} {other}", plain(spread))
    if ended and int(ended.value) >= RUN:
        return tell("{}{}, ending a run of {} ahead.", lead, _widest(held, spread), ended)
    behind = held.get("rotation.verdict.streak.1d")
    if behind and int(behind.value) <= -RUN:
        return tell("{}{}, the {} session in a row behind.", lead, _widest(held, spread), Shown(behind, _nth(behind)))
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
        return tell(", {}", Shown(found, f"their widest one-day {side} in data since {begins}"))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return tell(f", their widest one-day {side} since {{}}", match)
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


def summary(held: Held) -> list[Part]:
    """The verdict in a sentence: small caps over a day and the year, what the two say, and how many tests agree."""
    clauses: list[Part] = []
    readings = []
    for column, over in (("1d", "over one day"), ("ytd", "for the year")):
        cells = [c for r in ("small_vs_large", "small_vs_nasdaq") if (c := held.get(f"rotation.verdict.{r}.{column}"))]
        if not cells:
            raise SlotError(f"the evidence holds no verdict {over}")
        readings.append([c.reading for c in cells])
        rivals = "" if clauses else f"{name_of('rut')} is "
        clauses += tell(f"{', ' if clauses else ''}{over} {rivals}{{}}", _sides(cells, named=not clauses))
    agree = "agree" if readings[0] == readings[1] else "disagree"
    yes, tests = ([held.need(f"rotation.verdict.{n}_{c}") for c in ("1d", "ytd")] for n in ("supports", "tests"))
    words = f"The horizons {agree}: {{}}; {{}} of {{}} tests support{'s' if yes[0].value == 1 else ''} a rotation into small caps over the day, {{}} of {{}} for the year."
    return tell(words, clauses, yes[0], tests[0], yes[1], tests[1])


def _sides(cells: list[Fact], named: bool) -> list[Part]:
    """How far ahead or behind, with what the verdict reads from it, said once where it is one thing."""
    rivals = [name_of("spx"), name_of("comp")]
    alike = len({float(c.value) > 0 for c in cells}) == 1
    words = ["ahead" if float(c.value) > 0 else "behind" for c in cells]
    of = ["of " if w == "ahead" else "" for w in words]
    if alike:
        tail = f" {words[0]}" + (f" {of[0]}{' and '.join(rivals[: len(cells)])}" if named else "")
        told = [*joined([[plain(c)] for c in cells]), tail]
    else:
        told = joined(
            [
                tell(f"{{}} {w}" + (f" {o}{r}" if named else ""), plain(c))
                for c, w, o, r in zip(cells, words, of, rivals, strict=False)
            ]
        )
    same = len({c.reading for c in cells}) == 1
    said = (
        str(cells[0].reading)
        if len(cells) == 1
        else _both(str(cells[0].reading))
        if same
        else " and ".join(str(c.reading) for c in cells)
    )
    return [*told, f" ({said})"]


def _both(reading: str) -> str:
    return "both silent" if reading == "silent" else f"both {reading.removesuffix('s')}"


def month(held: Held) -> list[Part]:
    """Small caps against the S&P 500 over 20 sessions, placed in the pair's own history."""
    spread, place = held.need("rut_vs_spx.spread_20d"), held.need("rut_vs_spx.spread_20d_percentile")
    size, match = held.get("rut_vs_spx.spread_size_20d"), held.get("rut_vs_spx.spread_matched_20d")
    side, way = ("ahead of", "lead") if float(spread.value) > 0 else ("behind", "lag")
    rank: list[Part] = []
    if size and match and sessions_between(date.fromisoformat(str(match.value)), spread.as_of) >= LONG_AGO:
        rank = tell(f", its widest such {way} since {{}}", match)
    elif size and not match:
        begins = spell_date(size.inputs[0].first)
        rank = tell(", {}", Shown(size, f"its widest such {way} in data since {begins}"))
    elif 0.01 <= float(place.value) <= 0.99:
        rank = tell(", in the {} percentile of its history", Shown(place, ordinal(place)))
    words = f"Over 20 sessions {name_of('rut')} is {{}} {side} {name_of('spx')}{{}}."
    return tell(words, plain(spread), rank)


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
    head: list[Part] = (
        [Shown(up, lead)] if lead else tell(f"{{}} of the {who} rose{over}", Shown(up, _NUMBERS[rose].capitalize()))
    )
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
    if float(best.value) < 0:
        return tell(
            f"For the year {_sector(best)} lost least, {{}}, and {_sector(worst)} most, {{}}.",
            plain(best),
            plain(worst),
        )
    return tell(f"For the year {_sector(best)} leads at {{}} and {_sector(worst)} is last at {{}}.", best, worst)


def tilt(held: Held) -> list[Part]:
    """Cyclical against defensive sectors on the day, with the grouping named."""
    found = held.need("sectors.cyclical_minus_defensive_1d")
    side = "ahead of" if float(found.value) > 0 else "behind"
    return tell(f"By MSCI's grouping cyclical sectors finished {{}} {side} defensive ones.", plain(found))


def _vix(held: Held, close: Fact) -> list[Part]:
    change = held.get("vix.change_1d")
    bands = f" ({close.reading})" if close.reading else ""
    if change is None or not change.value:
        return tell(f"The VIX closed at {{}}{bands}", close)
    verb = "rose" if float(change.value) > 0 else "fell"
    words = f"The VIX {verb} {{}} points to {{}}{bands}{{}}"
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
    words = (
        f"The data has no bar of {name} on {spell_date(day)}; its last close, {{}}, is of {spell_date(close.as_of)}."
    )
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


def diverging(held: Held, subject: str) -> Fact | None:
    """The divergence that the day's own close shows, by the widest swings that show one; None where it shows none."""
    for k in (5, 3, 1):
        for side in ("bearish", "bullish"):
            fact, last = (held.get(f"{subject}.divergence.{side}.k{k}{end}") for end in ("", ".last_close"))
            if (
                fact
                and last
                and fact.value == 1
                and last.dates[0] == fact.as_of
                and "marginal" not in str(fact.reading)
            ):
                return fact
    return None


def divergence_now(held: Held, subject: str) -> list[Part]:
    """The divergence of the day: its side, and the two closes and readings it rests on."""
    found = diverging(held, subject)
    if found is None:
        raise SlotError(f"the evidence holds no divergence of {name_of(subject)} on the day")
    side = found.key.split(".")[-2]
    a, b, x, y = (held.need(f"{found.key}.{n}") for n in ("first_close", "last_close", "first_rsi", "last_rsi"))
    now, then = ("lower", "higher") if side == "bullish" else ("higher", "lower")
    words = f"The close diverges from its RSI, a {side} sign{{}}: {now} than on {on(a)} ({{}} against {{}}), at a {then} RSI ({{}} against {{}})."
    return tell(words, Shown(found, ""), b, a, y, x)


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
