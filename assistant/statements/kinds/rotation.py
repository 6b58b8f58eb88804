"""Sentences on the rotation that code writes: the verdict table, one test, what followed earlier cases."""

from assistant.evidence.derived import SlotError
from assistant.statements.names import capital
from assistant.statements.sentence_parts import Held, Part, joined, tell
from tools.fact import Fact, spell_date

COLUMNS = {"1d": "over one day", "5d": "over five sessions", "ytd": "for the year"}
ROWS = {
    "small_vs_large": "the Russell 2000 against the S&P 500",
    "small_vs_nasdaq": "the Russell 2000 against the Nasdaq Composite",
    "streak": "runs of sessions ahead",
    "breadth": "breadth, the sessions led by small caps",
    "sector_tilt": "cyclical against defensive sectors",
    "quality": "quality, IJR against IWM",
    "value_large": "large value against large growth, IWD against IWF",
    "value_small": "small value against small growth, IWN against IWO",
}
_MEASURES = {
    "small_vs_large": "the Russell 2000 less the S&P 500 is ",
    "small_vs_nasdaq": "the Russell 2000 less the Nasdaq Composite is ",
    "streak": "the run ahead less the run behind is ",
    "breadth": "small caps led in ",
    "sector_tilt": "cyclical less defensive sectors are ",
    "quality": "IJR less IWM is ",
    "value_large": "IWD less IWF is ",
    "value_small": "IWN less IWO is ",
}
_SIDES = {
    "supports": ("supports a rotation into small caps", "support a rotation into small caps"),
    "opposes": ("opposes it", "oppose it"),
    "silent": ("is silent on it", "are silent on it"),
}
_EVENTS = {
    "streak": ("runs that reached {n} sessions", "A run that reached {n} sessions"),
    "rsi": ("crossings of RSI-14 above {n}", "A crossing of RSI-14 above {n}"),
}
_AHEAD = " of the Russell 2000 ahead of the S&P 500"


def verdict(held: Held) -> list[Part]:
    """Small caps against large and the Nasdaq over a day and the year, whether the two agree, and how many tests do."""
    day, year = (_lead_cells(held, column) for column in ("1d", "ytd"))
    agree = [f.reading for f in day] == [f.reading for f in year]
    tallies: list[Part] = []
    for column, words in (
        ("1d", "support a rotation into small caps over one day"),
        ("ytd", "support it for the year"),
    ):
        yes, tests = held.need(f"rotation.verdict.supports_{column}"), held.need(f"rotation.verdict.tests_{column}")
        tallies += tell(f"{' and ' if tallies else ''}{{}} of {{}} tests {words}", yes, tests)
    rivals = "the S&P 500" + (" and less the Nasdaq Composite" if len(day) == len(year) == 2 else "")
    lead = capital(f"{held.on(day[0])} the horizons".strip())
    words = f"{lead} {'agree' if agree else 'disagree'}: the Russell 2000 less {rivals} is {{}} over one day"
    return tell(words + ", {} for the year; {}.", _read(day), _read(year), tallies)


def _lead_cells(held: Held, column: str) -> list[Fact]:
    cells = (held.get(f"rotation.verdict.{row}.{column}") for row in ("small_vs_large", "small_vs_nasdaq"))
    found = [c for c in cells if c]
    if not found:
        raise SlotError(f"the evidence holds no verdict {COLUMNS[column]}")
    return found


def _read(cells: list[Fact]) -> list[Part]:
    """Cells with what they say, said once where they say the same."""
    reading = str(cells[0].reading)
    if len(cells) == 1:
        return tell(f"{{}} ({reading})", cells[0])
    if len({c.reading for c in cells}) > 1:
        return joined([tell(f"{{}} ({c.reading})", c) for c in cells])
    word = reading if reading == "silent" else reading.removesuffix("s")
    return [*joined([[c] for c in cells]), f" (both {word})"]


def column(held: Held, column: str) -> list[Part]:
    """Which tests support, oppose and are silent over one horizon."""
    tests = held.need(f"rotation.verdict.tests_{column}")
    groups: list[list[Part]] = []
    for side, (one, many) in _SIDES.items():
        fact = held.need(f"rotation.verdict.{side}_{column}")
        rows = [ROWS[r] for r in ROWS if (c := held.get(f"rotation.verdict.{r}.{column}")) and c.reading == side]
        detail = f" ({'; '.join(rows)})" if rows else ""
        groups.append([fact, f" {one if fact.value == 1 else many}{detail}"])
    return tell(f"{capital(COLUMNS[column])}{held.to(tests)}, of {{}} tests {{}}.", tests, joined(groups))


def row(held: Held, row: str) -> list[Part]:
    """One test over all horizons, led by what it says or that the horizons disagree."""
    cells = [(c, f) for c in COLUMNS if (f := held.get(f"rotation.verdict.{row}.{c}"))]
    if not cells or row not in ROWS:
        raise SlotError(f"the evidence holds no test {row}")
    same = len({f.reading for _, f in cells}) == 1
    verb = {"silent": "is silent on"}.get(str(cells[0][1].reading), cells[0][1].reading)
    lead = f"the test {verb} a rotation into small caps" if same else "the horizons disagree"
    groups: list[list[Part]] = [[f, f" {_window(row, c)}" + ("" if same else f" ({f.reading})")] for c, f in cells]
    return tell(f"On {ROWS[row]}{_of_day(held, cells[0][1])}, {lead}: {_MEASURES[row]}{{}}.", joined(groups))


def _of_day(held: Held, fact: Fact) -> str:
    return f",{held.on(fact)}" if held.is_old(fact) else ""


def _window(row: str, column: str) -> str:
    if row == "breadth":
        return {"1d": "of the last 20 sessions", "5d": "of the last five", "ytd": "of the year's"}[column]
    return COLUMNS[column]


def base_rate(held: Held, subject: str, event: str, target: str) -> list[Part]:
    """What followed an event over one horizon, beside any session; one case is told as one, and as no sample."""
    stem = f"{subject}.base_rate.{event}.{target}"
    n, median = held.need(f"{stem}.n"), held.get(f"{stem}.median")
    kind, _, number = event.partition("_")
    many, one = (text.format(n=number) + (_AHEAD if kind == "streak" else "") for text in _EVENTS[kind])
    what, _, horizon = target.partition("_")
    ahead = horizon.removesuffix("d")
    usual = held.get(f"{subject}.base_rate.all.{target}.median")
    beside = tell(" (after any session {})", usual) if usual else []
    measure = "return" if what == "return" else "spread to the S&P 500"
    if median is None:
        words = f"Of earlier {many}, {{}} had {ahead} sessions to follow by {spell_date(n.as_of)}."
        return tell(words, n)
    if n.value == 1:
        words = f"{one}, with {ahead} sessions to follow, stands in the data {{}} time, on {spell_date(n.dates[0])}:"
        return tell(
            f"{words} the Russell 2000's {measure} was then {{}}{{}}; one case is no sample.", n, median, beside
        )
    positive, worst = held.need(f"{stem}.share_positive"), held.need(f"{stem}.worst")
    words = f"After earlier {many}{held.to(median)}, the Russell 2000's median {measure} over the next {ahead} sessions was {{}}{{}},"
    words += " above zero in {} of {} cases, the worst {}" + ("; the sample is small." if median.reading else ".")
    return tell(words, median, beside, positive, n, worst)
