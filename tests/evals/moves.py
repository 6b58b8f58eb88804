"""Returns: sentences such as "The Russell 2000 gained 1.6% on Tuesday", true, and false by one change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from tests.evals.world import HORIZONS, INDEXES, SECTORS, Case, Name, World, american, long_date, nudged, shown, start
from tools.data.sessions import next_session, previous_session

UP = ("gained", "rose", "advanced", "added", "climbed")
DOWN = ("fell", "lost", "declined", "dropped", "shed")
ADJECTIVE = {"1d": "one-day", "5d": "five-session", "mtd": "month-to-date", "qtd": "quarter-to-date", "ytd": "year-to-date", "1y": "one-year"}  # fmt: skip
PERCENT = ("%", "%", "%", " %", " percent", " per cent")


@dataclass(frozen=True)
class Move:
    """One return, put into words; ``replace`` changes one thing and leaves the wording."""

    name: Name
    up: bool
    figure: str
    unit: str
    when: str
    template: int
    verb: int = 0
    lead: str = ""

    def render(self) -> str:
        verb = (UP if self.up else DOWN)[self.verb]
        amount = f"{self.lead}{self.figure}{self.unit}"
        name, when = self.name, f" {self.when}" if self.when else ""
        side, noun = ("up", "gain") if self.up else ("down", "loss")
        been = "was" if not name.plural else "were"
        forms = (
            f"{name.text} {verb} {amount}{when}.",
            f"{name.text} {been} {side} {amount}{when}.",
            f"{self.when}, {name.text} {verb} {amount}." if when else f"{name.text} {verb} {amount}.",
            f"{name.text} posted a {noun} of {amount}{when}.",
            f"{name.text} {verb} by {amount}{when}.",
            f"{name.text} {name.have} {'gained' if self.up else 'lost'} {amount}{when}.",
            f"{name.text} {name.be} {side} {amount}{when}.",
            f"{name.possessive} {noun} {self.when} {'was' if self.when.startswith('on ') else 'is'} {amount}.",
        )
        return start(forms[self.template])


def whens(w: World, horizon: str) -> tuple[str, ...]:
    """Ways to name a horizon that are true as of the date."""
    d = w.as_of
    month_before = (d.replace(day=1) - timedelta(days=1)).strftime("%B")
    return {
        "1d": ("on the day", f"on {d:%A}", f"on {long_date(d)}", f"on {american(d)}", f"on {d:%A}, {long_date(d)}", "in the latest session"),
        "5d": ("over the past five sessions", "over five sessions", "in the last five trading days", "over the last 5 sessions"),
        "20d": ("over the past 20 sessions", "over the last 20 trading days"),
        "mtd": ("this month", "month to date", f"so far in {d:%B}", "so far this month", f"since the end of {month_before}"),
        "qtd": ("this quarter", "quarter to date", "so far this quarter"),
        "ytd": ("this year", "year to date", "so far this year", f"so far in {d.year}", "since the start of the year", f"for the year to {long_date(d)}"),
        "1y": ("over the past year", "over one year", "over the past 12 months"),
    }[horizon]  # fmt: skip


def a_move(w: World, subject: str, horizon: str, decimals: int | None = None) -> Move | None:
    """A true sentence about a return; None where its figure would be zero or its rounding arguable."""
    value = w.number(f"{subject}.return_{horizon}")
    places = decimals if decimals is not None else w.rng.choice((1, 2))
    figure = None if value is None else shown(value, places)
    if value is None or figure is None:
        return None
    template = w.rng.choice((0, 0, 1, 2, 3, 4, 7) if horizon == "1d" else (0, 1, 2, 4, 5, 6, 6, 7))
    return Move(w.name(subject), value > 0, figure, w.rng.choice(PERCENT), w.rng.choice(whens(w, horizon)), template, w.rng.randrange(len(UP)))  # fmt: skip


def true_moves(w: World) -> Iterator[Case]:
    """Returns, worded truly."""
    subjects = [*w.subjects(*INDEXES), *w.subjects(*SECTORS)[:4], *w.subjects("vix", "iwm", "ijr", "spy", "qqq")]
    for subject in subjects:
        for horizon in HORIZONS:
            key = f"{subject}.return_{horizon}"
            move = a_move(w, subject, horizon)
            if move is None:
                continue
            kind = "sector move" if subject in SECTORS else f"return {horizon}"
            yield Case(kind, move.render(), w.truth(key))
            slot = replace(move, figure="{" + key + "}", unit="")
            kind = "return by slot" if move.up else "fall by slot"
            yield Case(kind, slot.render(), w.truth(key))
            value = w.number(key) or 0.0
            yield from _signed(w, move, key, value, horizon)
            yield from _hedged(w, move, key, abs(value), horizon)
    yield from _compound(w, subjects)


def _signed(w: World, move: Move, key: str, value: float, horizon: str) -> Iterator[Case]:
    sign = "+" if value > 0 else w.rng.choice(("−", "-"))
    text = f"{start(move.name.possessive)} {ADJECTIVE[horizon]} return is {sign}{move.figure}{move.unit}."
    yield Case("signed return", text, w.truth(key))
    slot = f"{start(move.name.possessive)} {ADJECTIVE[horizon]} return is {{{key}}}."
    yield Case("return by slot", slot, w.truth(key))
    noun = "gain" if move.up else "loss"
    yield Case(
        "a gain of",
        f"{start(move.name.text)} showed a {ADJECTIVE[horizon]} {noun} of {move.figure}{move.unit}.",
        w.truth(key),
    )


def _hedged(w: World, move: Move, key: str, size: float, horizon: str) -> Iterator[Case]:
    whole, part = int(size), size % 1
    hedges = []
    if whole and 0.1 < part < 0.6:
        hedges.append((w.rng.choice(("more than ", "over ")), str(whole)))
    if whole and 0.1 < part < 0.35:
        hedges.append(("just over ", str(whole)))
    if 0.72 < part < 0.95:
        hedges.append((w.rng.choice(("nearly ", "almost ", "close to ", "less than ")), str(whole + 1)))
    rounded = shown(size, 1)
    if rounded:
        hedges.append((w.rng.choice(("about ", "roughly ", "around ", "some ")), rounded))
    for lead, figure in hedges:
        yield Case("hedged return", replace(move, lead=lead, figure=figure).render(), w.truth(key))


def _compound(w: World, subjects: list[str]) -> Iterator[Case]:
    for one, two in pairwise(subjects):
        for horizon in ("1d", "ytd"):
            a, b = a_move(w, one, horizon), a_move(w, two, horizon)
            if a is None or b is None:
                continue
            yield Case("two clauses", _two(a, b), w.truth(f"{one}.return_{horizon}", f"{two}.return_{horizon}"))


def _two(a: Move, b: Move) -> str:
    joint = " and" if a.up == b.up else ", while"
    first = replace(a, template=0, when=a.when).render().removesuffix(".")
    return f"{first}{joint} {replace(b, template=0, when=a.when).render()[:-1].replace('The ', 'the ', 1)}."


def false_moves(w: World) -> Iterator[Case]:
    """Returns with one thing changed, each checked to be false."""
    pool = [*w.subjects(*INDEXES), *w.subjects(*SECTORS)[:4]]
    for subject in pool:
        for horizon in HORIZONS:
            key = f"{subject}.return_{horizon}"
            move = a_move(w, subject, horizon, 2)
            if move is None:
                continue
            truth = w.truth(key)
            yield Case("direction flipped", replace(move, up=not move.up).render(), truth)
            yield Case("sign flipped", f"{start(move.name.possessive)} {ADJECTIVE[horizon]} return is {'−' if move.up else '+'}{move.figure}{move.unit}.", truth)  # fmt: skip
            yield Case(
                "last digit", replace(move, figure=nudged(move.figure, w.rng.choice((-1, 1, 2, -2)))).render(), truth
            )
            for unit in (" points", " basis points", " index points", " percentage points"):
                yield Case(f"percent as{unit}", replace(move, unit=unit).render(), truth)
            yield from _other_value(w, move, subject, horizon)
            yield from _other_subject(w, move, subject, horizon, pool)
            yield from _other_horizon(w, move, subject, horizon)
            if horizon == "1d":
                yield from _other_day(w, move, key)
            one_place = shown(w.number(key) or 0.0, 1)
            if one_place:
                yield Case("last digit", replace(move, figure=nudged(one_place, w.rng.choice((-1, 1)))).render(), truth)
    yield from _half_false(w, pool)


def _other_value(w: World, move: Move, subject: str, horizon: str) -> Iterator[Case]:
    key = f"{subject}.return_{horizon}"
    value = w.number(key, before=True)
    figure = None if value is None else shown(value, 2)
    if value is not None and figure and not w.same(key, figure, 2):
        yield Case("another day’s value", replace(move, figure=figure, up=value > 0).render(), w.truth(key))
    for other in ("return_1d", "return_5d", "return_mtd", "return_qtd", "return_ytd", "return_1y", "drawdown", "sma_50_distance", "realized_volatility_20d"):  # fmt: skip
        value = w.number(f"{subject}.{other}")
        figure = None if value is None else shown(value, 2)
        if value is None or not figure or w.same(key, figure, 2) or w.same(f"{subject}.total_{key.split('.')[-1]}", figure, 2):  # fmt: skip
            continue
        if other.startswith("return") or value > 0 == move.up:
            yield Case(
                "neighbouring metric",
                replace(move, figure=figure, up=value > 0).render(),
                w.truth(key, f"{subject}.{other}"),
            )


def _other_subject(w: World, move: Move, subject: str, horizon: str, pool: list[str]) -> Iterator[Case]:
    for other in pool:
        key = f"{other}.return_{horizon}"
        if other == subject or w.number(key) is None or w.same(key, move.figure, 2) or w.same(f"{other}.total_return_{horizon}", move.figure, 2):  # fmt: skip
            continue
        yield Case(
            "wrong subject", replace(move, name=w.name(other)).render(), w.truth(f"{subject}.return_{horizon}", key)
        )
    stranger = w.rng.choice(
        ("gold", "bitcoin", "the FTSE 100", "the Nikkei 225", "Apple", "crude oil", "the Euro Stoxx 50", "the dollar")
    )
    yield Case("subject not held", replace(move, name=Name(stranger)).render(), w.truth())


def _other_horizon(w: World, move: Move, subject: str, horizon: str) -> Iterator[Case]:
    for other in HORIZONS:
        key = f"{subject}.return_{other}"
        if other == horizon or w.number(key) is None or w.same(key, move.figure, 2) or w.same(f"{subject}.total_return_{other}", move.figure, 2):  # fmt: skip
            continue
        yield Case(
            "wrong horizon",
            replace(move, when=w.rng.choice(whens(w, other)), template=0).render(),
            w.truth(f"{subject}.return_{horizon}", key),
        )
    base = w.facts[f"{subject}.return_{horizon}"].base
    if horizon in ("ytd", "1y") and base and (w.as_of - base.session).days > 12:
        for when in ("this week", "last week", "over two sessions"):
            yield Case(
                "wrong horizon", replace(move, when=when, template=0).render(), w.truth(f"{subject}.return_{horizon}")
            )
        for when in (
            f"in {w.as_of.year - 1}",
            "last year",
            f"since {w.as_of.year - 3}",
            "over the past decade",
        ):
            yield Case(
                "wrong base", replace(move, when=when, template=0).render(), w.truth(f"{subject}.return_{horizon}")
            )


def _other_day(w: World, move: Move, key: str) -> Iterator[Case]:
    d = w.as_of
    earlier = previous_session(d)
    before = w.number(key, before=True)
    if before is not None and not abs(abs(before) - float(move.figure)) < 0.006:
        for when in (f"on {long_date(earlier)}", f"on {american(earlier)}", f"on {earlier:%A}"):
            yield Case("wrong date", replace(move, when=when).render(), w.truth(key))
    for day in (next_session(d), d.replace(year=d.year - 1, day=min(d.day, 28)), d - timedelta(days=d.weekday() + 1)):
        yield Case("wrong date", replace(move, when=f"on {long_date(day)}").render(), w.truth(key))
    wrong = d + timedelta(days=w.rng.choice((-2, 2, 3)))
    yield Case("wrong weekday", replace(move, when=f"on {wrong:%A}").render(), w.truth(key))
    yield Case("wrong weekday", replace(move, when=f"on {wrong:%A}, {long_date(d)}").render(), w.truth(key))
    if (w.today - d).days > 4:
        for when in ("today", "yesterday", "this morning", "on the day, today"):
            yield Case("today or yesterday", replace(move, when=when, template=0).render(), w.truth(key))


def _half_false(w: World, pool: list[str]) -> Iterator[Case]:
    for one, two in zip(pool, [*pool[1:], pool[0]], strict=True):
        a, b = a_move(w, one, "1d", 2), a_move(w, two, "1d", 2)
        if one == two or a is None or b is None:
            continue
        truth = w.truth(f"{one}.return_1d", f"{two}.return_1d")
        figure = nudged(b.figure, w.rng.choice((3, 11, -3)))
        if float(figure) > 0.02 and not w.same(f"{two}.return_1d", figure, 2):
            yield Case("true beside false", _two(a, replace(b, figure=figure)), truth)
            yield Case("true beside false", _two(replace(b, figure=figure), a), truth)
        if not w.same(f"{two}.return_1d", a.figure, 2) and not w.same(f"{one}.return_1d", b.figure, 2):
            yield Case("figures exchanged", _two(replace(a, figure=b.figure, up=b.up), replace(b, figure=a.figure, up=a.up)), truth)  # fmt: skip
            text = (
                f"{start(a.name.text)} and {b.name.text} moved {b.figure}% and {a.figure}%, respectively, on the day."
            )
            yield Case("figures exchanged", text, truth)
