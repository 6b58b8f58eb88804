"""Two sides compared, and a second subject that shares what is said of the first: true, and turned round."""

from collections.abc import Iterator
from itertools import pairwise

from tests.evals.world import NAMES, Case, World, start

OVER = {"1d": "on the day", "5d": "over five sessions", "ytd": "for the year", "1y": "over one year"}
LEVELS = {
    "open": "its open",
    "previous_close": "its previous close",
    "bollinger_upper": "its upper Bollinger band",
    "bollinger_lower": "its lower Bollinger band",
    "sma_50": "its 50-day average",
    "high_52w": "its 52-week high",
}
TAILS = (
    ", a record",
    ", a new high",
    ", a new low",
    ", so small caps led",
    " since the VIX fell",
    " a day",
    ", its low",
)


def true_relations(w: World) -> Iterator[Case]:
    """Comparisons and echoes that the facts bear."""
    for kind, sentence, truth in (*_moves(w, True), *_levels(w, True), *_echoes(w, True)):
        yield Case(kind, start(sentence), truth)


def false_relations(w: World) -> Iterator[Case]:
    """The same with the relation turned round, and frames that no fact carries."""
    for kind, sentence, truth in (*_moves(w, False), *_levels(w, False), *_echoes(w, False)):
        yield Case(f"{kind}, turned", start(sentence), truth)
    for subject in w.subjects("rut", "spx", "comp", "dji")[:3]:
        a, tail = w.name(subject), w.rng.choice(TAILS)
        key = f"{subject}.return_1d"
        value = w.number(key)
        if value and abs(value) > 0.1:
            verb = "rose" if value > 0 else "fell"
            yield Case(
                "frame that no fact carries", start(f"{a.text} {verb} {{{key}}} on the day{tail}."), w.truth(key)
            )
            yield Case(
                "currency of an index", start(f"{a.text} closed at ${{{subject}.close}}."), w.truth(f"{subject}.close")
            )
        yield Case(
            "close that begins",
            start(f"{a.text} started the week at {{{subject}.close}}."),
            w.truth(f"{subject}.close"),
        )
    yield Case("fragment", w.rng.choice(("A new high.", "A low.", "The top is in.", "Not yet.", "Below average.")), "")


def _moves(w: World, true: bool) -> Iterator[tuple[str, str, str]]:
    """Two subjects' returns over one horizon, with both figures, one of them, or none."""
    horizon = w.rng.choice(tuple(OVER))
    held = w.subjects("rut", "spx", "comp", "dji", "iwm", "ijr", "spy", "qqq")
    for first, second in pairwise(held):
        x, y = (w.number(f"{s}.return_{horizon}") for s in (first, second))
        if x is None or y is None or x * y <= 0 or abs(abs(x) - abs(y)) < 0.05:
            continue
        a, b = w.name(first), w.name(second)
        gain = x > 0
        verb = w.rng.choice(("rose", "gained")) if gain else w.rng.choice(("fell", "lost"))
        more = (abs(x) > abs(y)) == true
        than = "more than" if more else "less than"
        slots = [f"{{{s}.return_{horizon}}}" for s in (first, second)]
        truth, over = w.truth(f"{first}.return_{horizon}", f"{second}.return_{horizon}"), OVER[horizon]
        yield "more or less, without figures", f"{a.text} {verb} {than} {b.text} {over}.", truth
        yield "more or less, one figure", f"{a.text} {verb} {slots[0]} {over}, {than} {b.text}.", truth
        yield (
            "more or less, both figures",
            f"{a.text} {verb} {slots[0]} {over}, {than} {b.possessive} {slots[1]}.",
            truth,
        )
        if gain:
            exceeds = "exceeds" if (x > y) == true else "is smaller than"
            yield (
                "gain that exceeds",
                f"{a.possessive} gain of {slots[0]} {exceeds} {b.possessive} {slots[1]} {over}.",
                truth,
            )


def _levels(w: World, true: bool) -> Iterator[tuple[str, str, str]]:
    """The close against another level of the same subject."""
    for subject in w.subjects("rut", "spx", "comp", "dji", "vix")[:3]:
        metric = w.rng.choice(tuple(LEVELS))
        close, level = w.number(f"{subject}.close"), w.number(f"{subject}.{metric}")
        if close is None or level is None or abs(close - level) < 0.01:
            continue
        side = "above" if (close > level) == true else "below"
        keys = (f"{subject}.close", f"{subject}.{metric}")
        name = w.name(subject).text
        yield "close against a level", f"{name} closed {side} {LEVELS[metric]} of {{{keys[1]}}}.", w.truth(*keys)
        yield (
            "close and a level",
            f"{name} closed at {{{keys[0]}}}, {side} {LEVELS[metric]} of {{{keys[1]}}}.",
            w.truth(*keys),
        )


def _echoes(w: World, true: bool) -> Iterator[tuple[str, str, str]]:
    """ "And so did the Dow": a second subject that moved the same way, or another."""
    horizon = w.rng.choice(("1d", "ytd"))
    held = w.subjects("rut", "spx", "comp", "dji", *[s for s in NAMES if s.startswith("sector.")])
    for first, second in zip(held[::2], held[1::2], strict=False):
        x, y = (w.number(f"{s}.return_{horizon}") for s in (first, second))
        if x is None or y is None or not x or not y or ((x > 0) == (y > 0)) != true:
            continue
        verb = "rose" if x > 0 else "fell"
        slot = f"{{{first}.return_{horizon}}}"
        truth = w.truth(f"{first}.return_{horizon}", f"{second}.return_{horizon}")
        a, b, over = w.name(first).text, w.name(second).text, OVER[horizon]
        yield "so did another", f"{a} {verb} {slot} {over}, and so did {b}.", truth
        yield "another too", f"{a} {verb} {over}, {b} too.", truth
