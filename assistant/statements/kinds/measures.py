"""Sentences on measures: a change, extremes, counts, what followed; each with its window's ends."""

import re
from collections.abc import Callable
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.kinds.values import whose
from assistant.statements.names import listed, name_of
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Held, Part, Shown, joined, plain, tell
from tools.definitions import spell
from tools.definitions.measures import STEMS
from tools.fact import Fact, spell_date
from tools.universe import subject_for

A_YEAR = 365  # days from which it is said that dividends are left out
TOLD = 5  # places of a ranking told in a sentence
MEASURE = (
    r"([a-z0-9_.]+?)\.(?:(" + "|".join(STEMS) + r")\.)?"
    r"(return|change|difference|growth|best_[a-z]+|worst_[a-z]+|highest|lowest|rank|count|share|first|last|average"
    r"|median|average_change|median_change|volatility|correlation|beta|deepest_drawdown|after|season|longest_run|current_run|annual_return|annual_total_return)\.([a-z0-9_.]+)"
)
UNIT_WORDS = {"index points": " points", "index": " points"}


def measured(held: Held, subject: str, stem: str | None, what: str, rest: str) -> list[Part]:
    """The sentence of a measure by its key.

    Raises:
        SlotError: The evidence lacks what it needs.
    """
    key = f"{subject}.{stem}.{what}.{rest}" if stem else f"{subject}.{what}.{rest}"
    told = Told(held, key, subject, stem, rest)
    for prefix, write in _WRITERS:
        if what.startswith(prefix):
            return write(told)
    raise SlotError(f"there is no statement {key}")


class Told:
    """One measure about to be told: its fact, and the others of the evidence that belong to it.

    Attributes:
        fact: The figure that answers.
        name: Whose it is, as it stands in a sentence.
    """

    def __init__(self, held: Held, key: str, subject: str, stem: str | None, rest: str) -> None:
        self.held, self.key, self.subject, self.stem, self.rest = held, key, subject, stem, rest
        self.fact = held.need(key)
        self.name = whose(subject, stem)

    @property
    def prefix(self) -> str:
        """All of the key before the measure's name."""
        return f"{self.subject}.{self.stem}." if self.stem else f"{self.subject}."

    def get(self, metric: str) -> Fact | None:
        return self.held.get(self.prefix + metric)

    def close(self, day: date) -> Fact | None:
        """The value of a session, where it is held."""
        return (
            self.get(f"{day:%Y%m%d}")
            if self.stem
            else (self.get(f"close.{day:%Y%m%d}") or self.get(f"value.{day:%Y%m%d}"))
        )

    @property
    def ends(self) -> tuple[date, date]:
        given = self.fact.inputs[0]
        return given.first, given.last

    @property
    def over(self) -> str:
        """The window's two ends in words."""
        first, last = self.ends
        if self.rest.split(".")[0] == "all" or ".all" in f".{self.rest}":
            return f"in data from {spell_date(first)} to {spell_date(last)}"
        return f"between the closes of {spell_date(first)} and {spell_date(last)}"


def _moved(fact: Fact) -> tuple[str, Shown]:
    """How a change is told: its verb, and its size without a sign."""
    size = float(fact.value)
    unit = UNIT_WORDS.get(fact.unit, "") if not fact.display.endswith("points") else ""
    if size == 0:
        return "did not change", Shown(fact, "")
    return ("rose" if size > 0 else "fell"), Shown(fact, plain(fact).text + unit)


def _change(told: Told) -> list[Part]:
    fact, (first, last) = told.fact, told.ends
    if fact.base is not None:
        first = fact.base.session
    verb, size = _moved(fact)
    levels = [told.close(first), told.close(last)]
    if all(levels):
        ends = tell(f"from {{}} at the close of {spell_date(first)} to {{}} at that of {spell_date(last)}", *levels)  # type: ignore[arg-type]
    else:
        ends = [f"from the close of {spell_date(first)} to that of {spell_date(last)}"]
    return tell(f"{told.name} {verb} {{}} {{}}{{}}.", size, ends, _dividends(told, first, last))


def _dividends(told: Told, first: date, last: date) -> list[Part]:
    """That it is price only, where dividends would matter, and what it is with them."""
    if told.stem or told.fact.unit != "fraction":
        return []
    total = told.get(f"total_return.{told.rest}")
    if total is not None:
        return tell(", price only; {} with dividends reinvested", total)
    return [", price only"] if (last - first).days >= A_YEAR else []


def _growth(told: Told) -> list[Part]:
    amount, _, _ = told.rest.partition("_")
    first = told.fact.base.session if told.fact.base else told.ends[0]
    total = told.get(f"growth_with_dividends.{told.rest}")
    tail = tell("; with dividends reinvested, {}", total) if total else []
    put = f"{int(amount):,} put into {told.name} at the close of {spell_date(first)}"
    return tell(f"{put} had become {{}} by {spell_date(told.ends[1])}, price only{{}}.", told.fact, tail)


def _difference(told: Told) -> list[Part]:
    fact = told.fact
    symbols = list(dict.fromkeys(i.symbol for i in fact.inputs))
    names = [subject_for(s).name for s in symbols]
    moves = [told.held.get(f"{subject_for(s).key}.{m}.{told.rest}") for s in symbols for m in ("return", "change")]
    own = [f for f in moves if f]
    ends = f"From the close of {spell_date(told.ends[0])} to that of {spell_date(told.ends[1])}"
    size = float(fact.value)
    side = (
        f"{names[0]} is {{}} {'ahead of' if size > 0 else 'behind'} {names[1]}"
        if size
        else f"{names[0]} and {names[1]} are level{{}}"
    )
    if len(own) == 2:
        each = joined([tell(f"{n} {_moved(f)[0]} {{}}", _moved(f)[1]) for n, f in zip(names, own, strict=True)])
        return tell(f"{ends} {{}}: {side}.", each, plain(fact) if size else Shown(fact, ""))
    return tell(f"{ends} {side}.", plain(fact) if size else Shown(fact, ""))


_SIDES = {"best": "largest rise", "worst": "largest fall", "highest": "highest", "lowest": "lowest"}


def _extreme(told: Told) -> list[Part]:
    """An extreme with its date, and those that follow it where they are held."""
    order, _, bucket = told.key.removeprefix(told.prefix).partition(".")[0].partition("_")
    stem = told.key.removeprefix(told.prefix)
    places = [told.fact, *(f for n in range(2, TOLD + 1) if (f := told.get(f"{stem}.{n}")))]
    if bucket:
        season = re.match(_SEASON, told.rest)
        what = f"{order} {season[1].capitalize() if season else bucket}"
        each = [
            tell(
                f"{{}} {'in' if bucket not in ('session', 'week') else 'on' if bucket == 'session' else 'in the'} {f.reading}",
                f,
            )
            for f in places
        ]
    else:
        what = f"{order} close" if not told.stem else f"{order} value"
        each = [tell(f"{{}} on {spell_date(f.dates[0])}", f) for f in places]
    so_far = (
        ", so far"
        if told.fact.reading and told.fact.reading.startswith("so far") and not told.over.startswith("in data")
        else ""
    )
    if len(places) == 1:
        return tell(f"{_genitive(told.name)} {what} {told.over} was {{}}{so_far}.", each[0])
    return tell(
        f"{_genitive(told.name)} {len(places)} {order} {bucket or 'close'}s {told.over}: {{}}{so_far}.", joined(each)
    )


_SEASON = (
    r"(january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]"
    r"|mon|tue|wed|thu|fri)_"
)


def _genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") and not name.endswith("ss") else f"{name}'s"


def _rank(told: Told) -> list[Part]:
    now = told.get(f"return.{told.rest}") or told.get(f"change.{told.rest}") or told.close(told.ends[1])
    share = told.get(f"rank_percentile.{told.rest}")
    figure = tell(" {}", now) if now else []
    what = "" if told.rest == "value" else f" over {spell(told.rest)}"
    below = tell("; {} of the earlier ones are at or below it", share) if share else []
    cases = (told.fact.cases or 0) + 1
    words = f"{_genitive(told.name)}{{}}{what} to {spell_date(told.ends[1])} ranks {{}} of {cases:,} in its own history{{}}."
    return tell(words, figure, Shown(told.fact, ordinal(told.fact)), below)


def _count(told: Told) -> list[Part]:
    found, tested = told.get(f"count.{told.rest}"), told.get(f"count_tested.{told.rest}")
    share = told.get(f"share.{told.rest}")
    if found is None:
        raise SlotError(f"the evidence holds no count for {told.key}")
    if not found.value and not share:
        return tell(f"{told.name} {_condition(told)}{{}} {told.over}.", Shown(found, " in no session"))
    bucket = told.rest.split(".")[2] if told.rest.count(".") > 1 else "session"
    of: list[Part] = tell(f" of {{}} {bucket}s", tested) if tested else [f" {bucket}s"]
    part = tell(" ({})", share) if share else []
    last = f", last on {spell_date(found.dates[-1])}" if found.dates and len(found.dates) < tested_of(tested) else ""
    return tell(f"{told.name} {_condition(told)} in {{}}{{}}{{}} {told.over}{last}.", found, of, part)


def tested_of(tested: Fact | None) -> int:
    return int(tested.value) if tested else 0


def _first(told: Told) -> list[Part]:
    which = "first" if ".first." in told.key else "last"
    day = date.fromisoformat(str(told.fact.value))
    level = told.close(day)
    at = tell(", at {}", level) if level else []
    span = told.get(f"first_after.{told.rest}") or told.get(f"last_before.{told.rest}")
    words = "{} after the base" if which == "first" else "{} before the last"
    away = tell(f" ({words})", span) if span and (which == "last" or not told.over.startswith("in data")) else []
    return tell(f"{told.name} {which} {_condition(told)} on {{}}{{}}, {told.over}{{}}.", told.fact, at, away)


def _run(told: Told) -> list[Part]:
    """The longest run in which a condition held, or the one that goes on."""
    if ".current_run." in told.key:
        words = f"{told.name} {_condition(told)} in {{}} in a row up to {spell_date(told.ends[1])}."
        return (
            tell(words, told.fact)
            if told.fact.value
            else tell(f"{told.name} {_condition(told)} not on {spell_date(told.ends[1])}{{}}.", Shown(told.fact, ""))
        )
    if not told.fact.dates:
        return tell(f"{told.name} {_condition(told)} in no session {told.over}{{}}.", Shown(told.fact, ""))
    first, last = told.fact.dates
    return tell(
        f"{told.name} {_condition(told)} in at most {{}} in a row {told.over}, from {spell_date(first)} to {spell_date(last)}.",
        told.fact,
    )


def _annual(told: Told) -> list[Part]:
    first = told.fact.base.session if told.fact.base else told.ends[0]
    how = "with dividends reinvested" if "total" in told.key else "price only"
    words = f"{_genitive(told.name)} return from the close of {spell_date(first)} to that of {spell_date(told.ends[1])} comes to {{}} a year, {how}."
    return tell(words, told.fact)


_TESTS: tuple[tuple[str, str], ...] = (
    (r"crosses_above_(\w+)", "crossed above {}"),
    (r"crosses_below_(\w+)", "crossed below {}"),
    (r"above_(\w+)", "closed above {}"),
    (r"below_(\w+)", "closed below {}"),
    (r"rises_(\w+)", "rose by at least {}"),
    (r"falls_(\w+)", "fell by at least {}"),
    (r"rises", "rose"),
    (r"falls", "fell"),
    (r"beats_(\w+)", "beat {}"),
    (r"trails_(\w+)", "trailed {}"),
    (r"record", "set a record close"),
    (r"event_fed_cut", "followed a Fed cut"),
    (r"event_fed_hike", "followed a Fed rise"),
    (r"event_election", "followed an election"),
)


def _condition(told: Told) -> str:
    """The condition in words, as a verb in the past."""
    return listed([_one_condition(c, told) for c in told.rest.split(".")[0].split("_and_")])


def _one_condition(slug: str, told: Told) -> str:
    slug, _, run = slug.partition("_run_")
    for pattern, words in _TESTS:
        match = re.search(rf"(?:^|_){pattern}$", slug)
        if match:
            of = slug[: match.start()]
            level = _level(match[1], told, percent=words.endswith("at least {}")) if match.groups() else ""
            text = words.format(level)
            text = f"saw {_possessed(of)} {text.removeprefix('closed ').replace('crossed', 'cross')}" if of else text
            return text + (f" {run} sessions in a row" if run else "")
    return slug.replace("_", " ")


def _possessed(of: str) -> str:
    """Whose value a condition looks at, where it isn't the measure's own."""
    return f"its {STEMS[of]}" if of in STEMS else name_of(of)


def _level(slug: str, told: Told, *, percent: bool) -> str:
    if re.fullmatch(r"(?:minus_)?\d+(?:p\d+)?", slug):
        number = float(slug.replace("minus_", "-").replace("p", "."))
        shown = f"{number:,.10g}"
        return f"{shown} %" if percent and told.fact.inputs[0].symbol not in ("^VIX", "^TNX") else shown
    if slug in STEMS:
        return f"its {STEMS[slug]}"
    return name_of(slug)


def _average(told: Told) -> list[Part]:
    kind = "median" if ".median" in told.key else "average"
    what = (
        f"{kind} change by {told.rest.split('.')[0]}"
        if "_change." in told.key
        else f"{kind} close"
        if not told.stem
        else kind
    )
    return tell(f"{_genitive(told.name)} {what} {told.over} was {{}} ({told.fact.cases:,} values).", told.fact)


def _volatility(told: Told) -> list[Part]:
    words = (
        f"{_genitive(told.name)} volatility {told.over}, annualised from {told.fact.cases:,} daily changes, was {{}}."
    )
    return tell(words, told.fact)


def _related(told: Told) -> list[Part]:
    a, b = (subject_for(i.symbol).name for i in told.fact.inputs[:2])
    what = "correlation" if ".correlation." in told.key else "beta"
    pair = f"{a} and {b}" if what == "correlation" else f"{a} to {b}"
    return tell(f"The {what} of {pair} {told.over}, of {told.fact.cases:,} daily returns, was {{}}.", told.fact)


def _drawdown(told: Told) -> list[Part]:
    fact = told.fact
    if len(fact.dates) < 2:
        return tell(f"{told.name} did not fall below an earlier close {told.over}{{}}.", Shown(fact, ""))
    peak, trough = fact.dates[:2]
    now = told.get(f"drawdown_now.{told.rest}")
    tail = tell("; it stands {} below the window's high now", plain(now)) if now and float(now.value) < 0 else []
    words = f"{_genitive(told.name)} deepest fall {told.over} was {{}}, from {spell_date(peak)} to {spell_date(trough)}, {fact.reading}{{}}."
    return tell(words, fact, tail)


_EVENTS = {"event_fed_cut": "a Fed cut", "event_fed_hike": "a Fed rise", "event_election": "a federal election"}


def _after(told: Told) -> list[Part]:
    stem = told.rest.rpartition(".")[0] if told.rest.endswith((".n", ".median")) else told.rest
    condition, window, ahead = stem.rsplit(".", 2)
    n, median, up = (told.get(f"after.{stem}.{m}") for m in ("n", "median", "share_up"))
    worst, best = told.get(f"after.{stem}.worst"), told.get(f"after.{stem}.best")
    every = told.get(f"after.every_session.{window}.{ahead}.median")
    share = told.get(f"after.every_session.{window}.{ahead}.share_up")
    if n is None:
        raise SlotError(f"the evidence holds no cases for {told.key}")
    sessions = ahead.removesuffix("s")
    event = _EVENTS.get(condition)
    what = event or f"{told.name} {listed([_one_condition(c, told) for c in condition.split('_and_')])}"
    whose = f"{_genitive(told.name)} median" if event else "its median"
    if not n.value or not (median and up and worst and best):
        return tell(f"There is no complete case of {sessions} sessions after {what} {told.over}{{}}.", Shown(n, ""))
    small = "; the sample is small" if n.reading else ""
    beside = tell(", against {} and {} after any session", every, share) if every and share else []
    words = (
        f"Over the {sessions} sessions after {what}, {{}} cases {told.over}, {whose} change was {{}} and {{}} rose{{}};"
        f" from {{}} to {{}}{small}."
    )
    return tell(words, n, median, up, beside, worst, best)


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("ary") else f"{name}s"


def _season(told: Told) -> list[Part]:
    stem = told.rest.rpartition(".")[0] if told.rest.endswith((".average", ".n", ".median", ".share_up")) else told.rest
    average, median, up, n = (told.get(f"season.{stem}.{m}") for m in ("average", "median", "share_up", "n"))
    if not (average and median and up and n):
        raise SlotError(f"the evidence holds no season for {told.key}")
    name = stem.partition(".")[0]
    words = f"In {{}} {_plural(name.capitalize())} {told.over} {told.name} changed by {{}} on average, {{}} in the median, and rose in {{}}."
    return tell(words, n, average, median, up)


_WRITERS: tuple[tuple[str, Callable[[Told], list[Part]]], ...] = (
    ("annual_", _annual), ("longest_run", _run), ("current_run", _run), ("return", _change), ("change", _change), ("growth", _growth), ("difference", _difference), ("best_", _extreme),
    ("worst_", _extreme), ("highest", _extreme), ("lowest", _extreme), ("rank", _rank), ("count", _count), ("share", _count),
    ("first", _first), ("last", _first), ("average", _average), ("median", _average), ("volatility", _volatility),
    ("correlation", _related), ("beta", _related), ("deepest_drawdown", _drawdown), ("after", _after), ("season", _season),
)  # fmt: skip
