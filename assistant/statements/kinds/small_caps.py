"""Sentences on small caps against large that code writes for the commentary: the run, the month, the verdict in short."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.kinds.session import LONG_AGO
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Language, Part, Shown
from assistant.statements.words import Given, joined, listed, say, text, unsigned, way
from tools.data.sessions import sessions_between
from tools.fact import Fact

RUN = 3  # sessions from which a run is told


def run(held: Held) -> list[Part]:
    """Small caps against the S&P 500 on the day: a run that goes on, one that ended, or by how much they led or lagged."""
    spread, language = held.need("rut_vs_spx.spread_1d"), held.language
    streak, ended = held.get("rut_vs_spx.streak"), held.get("rut_vs_spx.streak_ended")
    other, widest = held.name("spx"), _widest(held, spread)
    if streak and int(streak.value) >= RUN:
        led = say("lead-led", language, spread=spread, widest=widest) if widest else []
        return say("lead-run", language, other=other, streak=streak, longest=_longest(held, streak), led=led)
    gap = unsigned(spread, language)
    lead = say("lead-day", language, way=way(float(spread.value)), gap=gap, other=other, widest=widest)
    if ended and int(ended.value) >= RUN:
        return say("lead-broken", language, lead=lead, ended=ended)
    behind = held.get("rotation.verdict.streak.1d")
    if behind and int(behind.value) <= -RUN:
        return say("lead-behind", language, lead=lead, nth=Shown(behind, _nth(behind, language)))
    return say("full-stop", language, said=lead)


def _nth(run_behind: Fact, language: Language) -> str:
    length = -int(run_behind.value)
    return ordinal(run_behind.model_copy(update={"value": length})) if language == "en" else str(length)


def _longest(held: Held, streak: Fact) -> list[Part]:
    since, length = held.get("rut_vs_spx.streak_longest_since"), held.get("rut_vs_spx.streak_longest_since_length")
    if int(streak.value) < 5:
        return []
    if since and length:
        if str(since.reading).startswith("a tie"):
            return say("lead-tie", held.language, since=since)
        return say("lead-longest-since", held.language, length=length, since=since)
    if streak.reading:
        begins = date.fromisoformat(streak.reading.split()[-1])
        return say("lead-longest", held.language, day=begins, mark=Shown(streak, ""))
    return []


def _widest(held: Held, spread: Fact) -> list[Part]:
    found, match = held.get("rut_vs_spx.lead_size_1d"), held.get("rut_vs_spx.lead_matched_1d")
    if found is None or float(found.value) < 1:
        return []
    side = way(float(spread.value))
    if match is None:
        return say("lead-widest", held.language, way=side, day=found.inputs[0].first, mark=Shown(found, ""))
    if sessions_between(date.fromisoformat(str(match.value)), found.as_of) >= LONG_AGO:
        return say("lead-widest-since", held.language, way=side, match=match)
    return []


def month(held: Held) -> list[Part]:
    """Small caps against the S&P 500 over 20 sessions, placed in the pair's own history."""
    spread, place = held.need("rut_vs_spx.spread_20d"), held.need("rut_vs_spx.spread_20d_percentile")
    size, match = held.get("rut_vs_spx.lead_size_20d"), held.get("rut_vs_spx.lead_matched_20d")
    language, side = held.language, way(float(spread.value))
    rank: list[Part] = []
    if size and match and sessions_between(date.fromisoformat(str(match.value)), spread.as_of) >= LONG_AGO:
        rank = say("month-widest-since", language, way=side, match=match)
    elif size and not match:
        rank = say("month-widest", language, way=side, day=size.inputs[0].first, mark=Shown(size, ""))
    elif 0.01 <= float(place.value) <= 0.99:
        nth = ordinal(place) if language == "en" else ordinal(place).rstrip("abcdefghijklmnopqrstuvwxyz")
        rank = say("month-rank", language, nth=Shown(place, nth))
    names = {"subject": held.name("rut"), "other": held.name("spx")}
    return say("month", language, **names, gap=unsigned(spread, language), way=side, rank=rank)


def summary(held: Held) -> list[Part]:
    """The verdict in a sentence: small caps over a day and the year, what the two say, and how many tests agree.

    Without a year's verdict, five sessions stand for it.
    """
    told = [(c, cells) for c in ("1d", "ytd") if (cells := _cells(held, c))]
    if len(told) < 2 and (cells := _cells(held, "5d")):
        told.append(("5d", cells))
    if len(told) < 2:
        raise SlotError("the evidence holds no verdict over two horizons")
    clauses: list[list[Part]] = []
    counts: list[list[Part]] = []
    for column, cells in told:
        over = text(f"over-{column}", held.language)
        clauses.append(_clause(held, over, cells, named=not clauses))
        yes, tests = held.need(f"rotation.verdict.supports_{column}"), held.need(f"rotation.verdict.tests_{column}")
        counts.append(say("tests-next" if counts else "tests-first", held.language, yes=yes, tests=tests, over=over))
    readings = [[c.reading for c in cells] for _, cells in told]
    agree = "yes" if readings[0] == readings[1] else "no"
    spans, tests_ = (joined(groups, held.language, "list-comma") for groups in (clauses, counts))
    return say("summary", held.language, agree=agree, clauses=spans, tests=tests_)


def _cells(held: Held, column: str) -> list[Fact]:
    cells = (held.get(f"rotation.verdict.{row}.{column}") for row in ("small_vs_large", "small_vs_nasdaq"))
    return [c for c in cells if c]


def _clause(held: Held, over: str, cells: list[Fact], named: bool) -> list[Part]:
    """How far ahead or behind over one horizon, with what the verdict reads from it, said once where it is one thing."""
    language = held.language
    rivals = [held.name(key) for key in ("spx", "comp")][: len(cells)]
    alike = len({float(c.value) > 0 for c in cells}) == 1
    gaps = [unsigned(c, language) for c in cells]
    given: dict[str, Given] = {"named": "yes" if named else "no", "way": _side(cells[0])}
    if alike:
        both = joined([[g] for g in gaps], language, "list-figures")
        told = say("sides", language, **given, gaps=both, n=len(cells), rivals=listed(rivals, language), turn="none")
    else:
        each = [
            say("sides", language, **{**given, "way": _side(c)}, gaps=g, n=1, rivals=r, turn=t)
            for c, g, r, t in zip(cells, gaps, rivals, ("first", "second"), strict=True)
        ]
        told = joined(each, language, "list-phrases")
    words = {"over": over, "subject": held.name("rut"), "said": read(cells, language)}
    return say("summary-clause", language, named=given["named"], sides=told, **words)


def _side(cell: Fact) -> str:
    return "up" if float(cell.value) > 0 else "down"


def read(cells: list[Fact], language: Language) -> str:
    """What the verdict reads from its cells, said once where it is one thing."""
    readings = [str(c.reading) for c in cells]
    if len(cells) > 1 and len(set(readings)) == 1:
        return text("verdict-both", language, reading=readings[0])
    words = [text("verdict-said", language, reading=reading) for reading in readings]
    return words[0] if len(words) == 1 else text("verdict-apart", language, first=words[0], second=words[1])
