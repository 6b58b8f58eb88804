"""Sentences on the rotation that code writes: the verdict table, one test, what followed earlier cases."""

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.kinds.small_caps import read
from assistant.statements.names import capital
from assistant.statements.sentence_parts import Language, Part, Shown
from assistant.statements.words import Given, joined, say, text
from tools.fact import Fact

COLUMNS = ("1d", "5d", "ytd")
ROWS = (
    "small_vs_large", "small_vs_nasdaq", "streak", "breadth", "sector_tilt", "quality", "value_large", "value_small",
)  # fmt: skip
_SIDES = ("supports", "opposes", "silent")


def row_name(row: str, language: Language) -> str:
    """What a test of the verdict is called: ``breadth, the sessions led by small caps``."""
    return text(f"test-{row.replace('_', '-')}", language)


def verdict(held: Held) -> list[Part]:
    """Small caps against large and the Nasdaq over a day and the year, whether the two agree, and how many tests do."""
    day, year = (_lead_cells(held, column) for column in ("1d", "ytd"))
    agree = "yes" if [f.reading for f in day] == [f.reading for f in year] else "no"
    language = held.language
    tallies: list[list[Part]] = []
    for column, message in (("1d", "verdict-tests-first"), ("ytd", "verdict-tests-next")):
        yes, tests = held.need(f"rotation.verdict.supports_{column}"), held.need(f"rotation.verdict.tests_{column}")
        tallies.append(say(message, language, yes=yes, tests=tests))
    rivals = held.name("spx")
    if len(day) == len(year) == 2:
        rivals = text("verdict-rivals", language, first=rivals, second=held.name("comp"))
    given: dict[str, Given] = {"subject": held.name("rut"), "rivals": rivals, "agree": agree}
    counts = joined(tallies, language, "list-clause")
    return say("verdict", language, **given, day=_read(day, language), year=_read(year, language), tests=counts)


def _lead_cells(held: Held, column: str) -> list[Fact]:
    cells = (held.get(f"rotation.verdict.{row}.{column}") for row in ("small_vs_large", "small_vs_nasdaq"))
    found = [c for c in cells if c]
    if not found:
        raise SlotError(f"the evidence holds no verdict {text(f'over-{column}', 'en')}")
    return found


def _read(cells: list[Fact], language: Language) -> list[Part]:
    """Cells with what they say, said once where they say the same."""
    if len({c.reading for c in cells}) > 1:
        told = [say("verdict-figure", language, gap=c, said=read([c], language)) for c in cells]
        return joined(told, language, "list-figures")
    gaps = joined([say("verdict-gap", language, gap=c) for c in cells], language, "list-figures")
    return say("verdict-figure", language, gap=gaps, said=read(cells, language))


def column(held: Held, column: str) -> list[Part]:
    """Which tests support, oppose and are silent over one horizon."""
    tests, language = held.need(f"rotation.verdict.tests_{column}"), held.language
    groups: list[list[Part]] = []
    for side in _SIDES:
        found = held.need(f"rotation.verdict.{side}_{column}")
        cells = [(r, held.get(f"rotation.verdict.{r}.{column}")) for r in ROWS]
        names = [[row_name(r, language)] for r, c in cells if c and c.reading == side]
        rows = joined(names, language, "list-semicolon")
        detail = say("column-rows", language, rows=rows) if names else []
        groups.append(say("column-side", language, side=side, found=found, rows=detail))
    over = capital(text(f"over-{column}", language))
    return say("column", language, over=over, tests=tests, each=joined(groups, language, "list-phrases"))


def row(held: Held, row: str) -> list[Part]:
    """One test over all horizons, led by what it says or that the horizons disagree."""
    cells = [(c, f) for c in COLUMNS if (f := held.get(f"rotation.verdict.{row}.{c}"))]
    if not cells or row not in ROWS:
        raise SlotError(f"the evidence holds no test {row}")
    language = held.language
    same = len({f.reading for _, f in cells}) == 1
    groups = []
    for column, fact in cells:
        over = text(f"led-{column}" if row == "breadth" else f"over-{column}", language)
        words = text("verdict-state", language, reading=str(fact.reading))
        groups.append(say("row-each" if same else "row-each-said", language, gap=fact, over=over, said=words))
    given: dict[str, Given] = {"test": row_name(row, language), "row": row.replace("_", "-")}
    each, reading = joined(groups, language, "list-entries"), str(cells[0][1].reading)
    return say("row", language, **given, same="yes" if same else "no", reading=reading, each=each)


def base_rate(held: Held, subject: str, event: str, target: str) -> list[Part]:
    """What followed an event over one horizon, beside any session; one case is told as one, and as no sample."""
    stem, language = f"{subject}.base_rate.{event}.{target}", held.language
    n, median = held.need(f"{stem}.n"), held.get(f"{stem}.median")
    kind, _, number = event.partition("_")
    what, _, horizon = target.partition("_")
    given: dict[str, Given] = {"number": number, "ahead": horizon.removesuffix("d")}
    if median is None:
        return say(f"cases-none-{kind}", language, **given, n=n, day=n.as_of)
    usual = held.get(f"{subject}.base_rate.all.{target}.median")
    beside = say("cases-beside", language, usual=usual) if usual else []
    if n.value == 1:
        once = Shown(n, text("cases-once", language))
        case = say(f"cases-one-{kind}", language, **given, n=once, day=n.dates[0])
        return say("cases-one", language, case=case, what=what, median=median, beside=beside)
    case = say(f"cases-{kind}", language, **given)
    positive, worst = held.need(f"{stem}.share_positive"), held.need(f"{stem}.worst")
    figures: dict[str, Given] = {"median": median, "beside": beside, "positive": positive, "n": n, "worst": worst}
    small = "yes" if median.reading else "no"
    return say("cases", language, case=case, what=what, ahead=given["ahead"], small=small, **figures)
