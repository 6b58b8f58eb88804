"""Sentences on small caps against large that code writes for the commentary: the run, the month, the verdict in short."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.kinds.rotation import COLUMNS
from assistant.statements.kinds.session import LONG_AGO
from assistant.statements.names import capital, name_of
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Held, Part, Shown, joined, plain, tell
from tools.data.sessions import sessions_between
from tools.fact import Fact, spell_date

RUN = 3  # sessions from which a run is told


def run(held: Held) -> list[Part]:
    """Small caps against the S&P 500 on the day: a run that goes on, one that ended, or by how much they led or lagged."""
    spread = held.need("rut_vs_spx.spread_1d")
    streak, ended = held.get("rut_vs_spx.streak"), held.get("rut_vs_spx.streak_ended")
    name, other = "small caps", name_of("spx")
    if streak and int(streak.value) >= RUN:
        widest = _widest(held, spread)
        led = tell("; they led by {}{}", spread, widest) if widest else []
        return tell(
            f"{name} have beaten {other} for {{}} in a row{held.to(streak)}{{}}{{}}.",
            streak,
            _longest(held, streak),
            led,
        )
    side = "ahead of" if float(spread.value) > 0 else "behind"
    lead: list[Part] = [f"{name} matched {other}{held.on(spread)}"]
    if spread.value:
        lead = tell(f"{name} finished {{}} {side} {other}{held.on(spread)}", plain(spread))
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
    found, match = held.get("rut_vs_spx.lead_size_1d"), held.get("rut_vs_spx.lead_matched_1d")
    if found is None or float(found.value) < 1:
        return []
    side = "lead" if float(spread.value) > 0 else "lag"
    if match is None:
        begins = spell_date(found.inputs[0].first)
        return tell(", {}", Shown(found, f"their widest one-day {side} in data since {begins}"))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return tell(f", their widest one-day {side} since {{}}", match)
    return []


def month(held: Held) -> list[Part]:
    """Small caps against the S&P 500 over 20 sessions, placed in the pair's own history."""
    spread, place = held.need("rut_vs_spx.spread_20d"), held.need("rut_vs_spx.spread_20d_percentile")
    size, match = held.get("rut_vs_spx.lead_size_20d"), held.get("rut_vs_spx.lead_matched_20d")
    side, way = ("ahead of", "lead") if float(spread.value) > 0 else ("behind", "lag")
    rank: list[Part] = []
    if size and match and sessions_between(date.fromisoformat(str(match.value)), spread.as_of) >= LONG_AGO:
        rank = tell(f", its widest such {way} since {{}}", match)
    elif size and not match:
        begins = spell_date(size.inputs[0].first)
        rank = tell(", {}", Shown(size, f"its widest such {way} in data since {begins}"))
    elif 0.01 <= float(place.value) <= 0.99:
        rank = tell(", in the {} percentile of its history", Shown(place, ordinal(place)))
    words = f"Over 20 sessions{held.to(spread)} {name_of('rut')} is {{}} {side} {name_of('spx')}{{}}."
    return tell(words, plain(spread), rank)


def summary(held: Held) -> list[Part]:
    """The verdict in a sentence: small caps over a day and the year, what the two say, and how many tests agree.

    Without a year's verdict, five sessions stand for it.
    """
    told = [(c, cells) for c in ("1d", "ytd") if (cells := _cells(held, c))]
    if len(told) < 2 and (cells := _cells(held, "5d")):
        told.append(("5d", cells))
    if len(told) < 2:
        raise SlotError("the evidence holds no verdict over two horizons")
    clauses: list[Part] = []
    counts: list[Part] = []
    for column, cells in told:
        over = COLUMNS[column]
        rivals = "" if clauses else f"{name_of('rut')} is "
        clauses += tell(f"{', ' if clauses else ''}{over} {rivals}{{}}", _sides(cells, named=not clauses))
        yes, tests = held.need(f"rotation.verdict.supports_{column}"), held.need(f"rotation.verdict.tests_{column}")
        verb = "" if counts else f" tests support{'s' if yes.value == 1 else ''} a rotation into small caps"
        counts += tell(f"{', ' if counts else ''}{{}} of {{}}{verb} {over}", yes, tests)
    readings = [[c.reading for c in cells] for _, cells in told]
    agree = "agree" if readings[0] == readings[1] else "disagree"
    lead = capital(f"{held.on(told[0][1][0])} the horizons".strip())
    return tell(f"{lead} {agree}: {{}}; {{}}.", clauses, counts)


def _cells(held: Held, column: str) -> list[Fact]:
    cells = (held.get(f"rotation.verdict.{row}.{column}") for row in ("small_vs_large", "small_vs_nasdaq"))
    return [c for c in cells if c]


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
