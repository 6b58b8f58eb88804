"""One subject ahead of another: spreads between returns, true and with one thing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.evals.moves import whens
from tests.evals.world import NAMES, Case, Name, World, nudged, shown, start


@dataclass(frozen=True)
class Spread:
    """One subject ahead of another."""

    first: Name
    second: Name
    ahead: bool
    figure: str
    unit: str
    when: str
    template: int

    def render(self) -> str:
        a, b, by = self.first.text, self.second.text, f"{self.figure}{self.unit}"
        verbs = (
            ("beat", "lagged"),
            ("outperformed", "underperformed"),
            ("led", "trailed"),
            ("outpaced", "lagged behind"),
        )
        verb = verbs[self.template % 4][not self.ahead]
        if not self.figure:
            return start(f"{a} {verb} {b} {self.when}.")
        if self.template == 4:
            return start(f"{a} finished {by} {'ahead of' if self.ahead else 'behind'} {b} {self.when}.")
        if self.template == 5:
            return start(f"{self.when}, {a} {verb} {b} by {by}.")
        return start(f"{a} {verb} {b} by {by} {self.when}.")


def spreads(w: World) -> Iterator[tuple[str, str, str, Spread]]:
    """Key, first, second and a true sentence of each spread held."""
    for pair in ("rut_vs_spx", "rut_vs_comp", "ijr_vs_spy"):
        first, second = pair.split("_vs_")
        for horizon in ("1d", "5d", "20d", "ytd"):
            key = f"{pair}.spread_{horizon}"
            value = w.number(key)
            figure = None if value is None else shown(value, 2)
            if value is None or figure is None:
                continue
            a, b = w.name(first), w.name(second)
            if (a.text == "small caps") != (b.text == "large caps") and "caps" in a.text + b.text:
                a, b = NAMES[first][0], NAMES[second][0]
            unit = w.rng.choice((" percentage points", " percentage points", " points", " pp"))
            yield (
                key,
                first,
                second,
                Spread(a, b, value > 0, figure, unit, w.rng.choice(whens(w, horizon)), w.rng.randrange(6)),
            )


def true_spreads(w: World) -> Iterator[Case]:
    """Spreads, worded truly."""
    for key, first, second, spread in spreads(w):
        truth = w.truth(key)
        yield Case("spread", spread.render(), truth)
        yield Case("comparison without figure", replace(spread, figure="", unit="").render(), truth)
        horizon = key.rpartition("_")[2]
        value = w.number(key) or 0.0
        bps = shown(value * 100, 0)
        if bps:
            yield Case("spread in basis points", replace(spread, figure=bps, unit=" basis points").render(), truth)
        yield Case(
            "spread, the other way",
            replace(spread, first=spread.second, second=spread.first, ahead=not spread.ahead).render(),
            truth,
        )
        if horizon in ("1d", "5d", "ytd") and all(f"{s}.return_{horizon}" in w.facts for s in (first, second)):
            big, small = (first, second) if spread.ahead else (second, first)
            slot = f"{{= {big}.return_{horizon} - {small}.return_{horizon}}}"
            names = (spread.first, spread.second) if spread.ahead else (spread.second, spread.first)
            yield Case(
                "derived slot",
                replace(spread, first=names[0], second=names[1], ahead=True, figure=slot, unit="").render(),
                truth,
            )


def false_spreads(w: World) -> Iterator[Case]:
    """Spreads with one thing changed, each checked to be false."""
    for key, first, second, spread in spreads(w):
        truth = w.truth(key)
        yield Case("comparison reversed", replace(spread, ahead=not spread.ahead).render(), truth)
        yield Case("comparison reversed", replace(spread, first=spread.second, second=spread.first).render(), truth)
        yield Case(
            "comparison reversed, no figure",
            replace(spread, ahead=not spread.ahead, figure="", unit="").render(),
            truth,
        )
        yield Case(
            "comparison reversed, no figure",
            replace(spread, first=spread.second, second=spread.first, figure="", unit="").render(),
            truth,
        )
        yield Case(
            "percent for percentage points", replace(spread, unit=w.rng.choice(("%", " percent"))).render(), truth
        )
        yield Case("basis points for percentage points", replace(spread, unit=" basis points").render(), truth)
        yield Case(
            "spread, last digit",
            replace(spread, figure=nudged(spread.figure, w.rng.choice((2, -2, 5)))).render(),
            truth,
        )
        for other in ("rut_vs_spx", "rut_vs_comp", "ijr_vs_spy"):
            rival = key.replace(key.split(".")[0], other)
            value = w.number(rival)
            figure = None if value is None else shown(value, 2)
            if figure and rival != key and not w.same(key, figure, 2):
                yield Case("spread of another pair", replace(spread, figure=figure).render(), w.truth(key, rival))
        for horizon in ("1d", "5d", "20d", "ytd"):
            rival = f"{key.rpartition('_')[0]}_{horizon}"
            if rival != key and w.number(rival) is not None and not w.same(rival, spread.figure, 2):
                yield Case(
                    "spread, wrong horizon",
                    replace(spread, when=w.rng.choice(whens(w, horizon))).render(),
                    w.truth(key, rival),
                )
        for side in (first, second):
            value = w.number(f"{side}.return_{key.rpartition('_')[2]}")
            figure = None if value is None else shown(value, 2)
            if figure and not w.same(key, figure, 2):
                yield Case(
                    "return for spread",
                    replace(spread, figure=figure).render(),
                    w.truth(key, f"{side}.return_{key.rpartition('_')[2]}"),
                )
