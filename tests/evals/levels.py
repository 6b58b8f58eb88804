"""Closes, averages, extremes, the VIX, yields and spreads between returns, true and with one thing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from tests.evals.moves import whens
from tests.evals.world import INDEXES, Case, Name, World, american, long_date, nudged, shown, start
from tools.data.sessions import previous_session

CLOSED = ("closed at", "finished at", "ended the day at", "settled at", "ended at")
METRICS = {
    "sma_50": "{N} 50-day moving average is {x}.",
    "sma_200": "{N} 200-day average stands at {x}.",
    "sma_20": "{N} 20-session average is {x}.",
    "high": "{N} intraday high on {d} was {x}.",
    "low": "{N} intraday low on {d} was {x}.",
    "open": "{N} opening level on {d} was {x}.",
    "high_52w": "{N} 52-week closing high is {x}.",
    "low_52w": "{N} lowest close of the past 52 weeks is {x}.",
    "previous_close": "{N} previous close was {x}.",
    "atr_14": "{N} 14-session average true range is {x}.",
    "bollinger_upper": "{N} upper Bollinger band stands at {x}.",
    "record_prior_year": "{N} highest close of last year was {x}.",
}


@dataclass(frozen=True)
class Close:
    """A level at the close."""

    name: Name
    figure: str
    verb: str
    when: str
    before: str = ""
    after: str = ""

    def render(self) -> str:
        return start(f"{self.name.text} {self.verb} {self.before}{self.figure}{self.after}{self.when}.")


def affixes(subject: str) -> tuple[str, str]:
    """What stands before and after a level of the subject."""
    return ("", "%") if subject == "tnx" else ("", "") if subject in (*INDEXES, "vix") else ("$", "")


def a_close(w: World, subject: str, decimals: int = 2) -> Close | None:
    """A true sentence about a close."""
    value = w.number(f"{subject}.close")
    figure = shown(value, decimals, commas=w.coin(0.85)) if value is not None else None
    if figure is None:
        return None
    before, after = affixes(subject)
    d = w.as_of
    when = w.rng.choice(
        (
            "",
            f" on {long_date(d)}",
            f" on {american(d)}",
            f" on {d:%A}",
            f" on {d:%A}, {long_date(d)}",
            f" on {d:%B} {d.day}",
        )
    )
    after = after or (" points" if subject in INDEXES and w.coin(0.2) else "")
    return Close(w.name(subject), figure, w.rng.choice(CLOSED), when, before, after)


def true_levels(w: World) -> Iterator[Case]:
    """Levels, worded truly."""
    for subject in w.subjects():
        key = f"{subject}.close"
        truth = w.truth(key, f"{subject}.return_1d")
        close = a_close(w, subject)
        if close:
            yield Case("close", close.render(), truth)
            yield Case(
                "close in bold", replace(close, before=f"**{close.before}", after=f"{close.after}**").render(), truth
            )
        if subject in INDEXES and (rounded := a_close(w, subject, 0)):
            yield Case(
                "close, rounded",
                replace(rounded, verb=w.rng.choice(("closed at about", "closed near", "ended around"))).render(),
                truth,
            )
        plain = replace(close, before="", after="", figure="{" + key + "}") if close else None
        if plain:
            yield Case("close by slot", plain.render(), truth)
            yield Case("close by slot", replace(plain, figure=f"{{{key}@{w.as_of}}}", when="").render(), truth)
        move = w.number(f"{subject}.return_1d")
        figure = None if move is None else shown(move, 2)
        if close and move and figure:
            tail = f", {'up' if move > 0 else 'down'} {figure}%"
            yield Case("close with move", replace(close, when=tail + close.when).render(), truth)
        for metric, form in METRICS.items():
            written = _metric(w, subject, metric)
            if written:
                yield Case(
                    "other level",
                    start(form.format(N=w.name(subject).possessive, x=written, d=long_date(w.as_of))),
                    w.truth(f"{subject}.{metric}"),
                )
    yield from _true_changes(w)


def _metric(w: World, subject: str, metric: str) -> str | None:
    value = w.number(f"{subject}.{metric}")
    figure = None if value is None else shown(value, 2)
    before, after = affixes(subject)
    return None if figure is None else f"{before}{figure}{after}"


def _true_changes(w: World) -> Iterator[Case]:
    for subject, unit, decimals in (("vix", " points", 2), ("tnx", " basis points", 1), ("tnx", " bp", 1)):
        for horizon in ("1d", "5d", "mtd", "ytd"):
            key = f"{subject}.change_{horizon}"
            value = w.number(key)
            figure = None if value is None else shown(value, decimals)
            if value is None or figure is None:
                continue
            verb = w.rng.choice(("rose", "climbed", "gained") if value > 0 else ("fell", "declined", "slid"))
            when = w.rng.choice(whens(w, horizon))
            kind = "VIX change" if subject == "vix" else "yield change"
            text = f"{start(w.name(subject).text)} {verb} {w.rng.choice(('', 'by '))}{figure}{unit} {when}"
            yield Case(kind, text + ".", w.truth(key))
            level = _metric(w, subject, "close")
            if level and horizon == "1d":
                yield Case(kind, f"{text} to {level}.", w.truth(key, f"{subject}.close"))


def false_levels(w: World) -> Iterator[Case]:
    """Levels with one thing changed, each checked to be false."""
    for subject in w.subjects():
        key = f"{subject}.close"
        close = a_close(w, subject)
        if close is None:
            continue
        truth = w.truth(key, f"{subject}.open", f"{subject}.high", f"{subject}.low")
        yield Case(
            "last digit of a level",
            replace(close, figure=nudged(close.figure, w.rng.choice((-1, 1, 3)))).render(),
            truth,
        )
        swapped = _swap(close.figure)
        if swapped:
            yield Case("digits exchanged", replace(close, figure=swapped).render(), truth)
        before = w.number(key, before=True)
        yesterday = None if before is None else shown(before, 2)
        if yesterday and not w.same(key, yesterday, 2):
            yield Case("another day’s close", replace(close, figure=yesterday).render(), truth)
            wrong = previous_session(w.as_of)
            yield Case("wrong date of a close", replace(close, when=f" on {long_date(wrong)}").render(), truth)
            yield Case("wrong date of a close", replace(close, when=f" on {wrong:%A}").render(), truth)
        for day in (w.as_of + timedelta(days=1), w.as_of - timedelta(days=364)):
            yield Case("wrong date of a close", replace(close, when=f" on {american(day)}").render(), truth)
        for metric in METRICS:
            value = w.number(f"{subject}.{metric}")
            figure = None if value is None else shown(value, 2)
            if figure and not w.same(key, figure, 2):
                yield Case(
                    "neighbouring level", replace(close, figure=figure).render(), w.truth(key, f"{subject}.{metric}")
                )
        for metric, form in METRICS.items():
            true, false = w.number(f"{subject}.{metric}"), _metric(w, subject, "close")
            if (
                true is not None
                and false
                and not w.same(f"{subject}.{metric}", (shown(w.number(key) or 0.0, 2) or "0"), 2)
            ):
                yield Case(
                    "neighbouring level",
                    start(form.format(N=close.name.possessive, x=false, d=long_date(w.as_of))),
                    w.truth(key, f"{subject}.{metric}"),
                )
        for other in w.rng.sample(w.subjects(*INDEXES, "vix"), k=1):
            if other != subject and not w.same(f"{other}.close", close.figure, 2):
                yield Case(
                    "wrong subject of a level",
                    replace(close, name=w.name(other), before="", after="").render(),
                    w.truth(key, f"{other}.close"),
                )
        if subject in INDEXES:
            yield Case("level in a wrong unit", replace(close, before="", after="%").render(), truth)
            yield Case("level in a wrong unit", replace(close, before="$", after="").render(), truth)
        if subject == "vix":
            yield Case("level in a wrong unit", replace(close, before="$", after="").render(), truth)
        if (w.today - w.as_of).days > 4:
            yield Case(
                "today or yesterday", replace(close, when=w.rng.choice((" today", " yesterday"))).render(), truth
            )
    yield from _false_changes(w)


def _swap(figure: str) -> str | None:
    digits = [i for i, char in enumerate(figure) if char.isdigit()]
    for i, j in reversed(list(pairwise(digits))):
        if figure[i] != figure[j] and not (i == 0 and figure[j] == "0"):
            return figure[:i] + figure[j] + figure[i + 1 : j] + figure[i] + figure[j + 1 :]
    return None


def _false_changes(w: World) -> Iterator[Case]:
    for subject, unit, decimals in (("vix", " points", 2), ("tnx", " basis points", 1)):
        name = w.name(subject).text
        for horizon in ("1d", "5d", "mtd", "ytd"):
            key = f"{subject}.change_{horizon}"
            value, percent = w.number(key), w.number(f"{subject}.return_{horizon}")
            figure = None if value is None else shown(value, decimals)
            if value is None or percent is None or figure is None:
                continue
            up, down = w.rng.choice((("rose", "fell"), ("climbed", "declined"), ("gained", "lost")))
            verb, opposite = (up, down) if value > 0 else (down, up)
            when = w.rng.choice(whens(w, horizon))
            truth = w.truth(key, f"{subject}.return_{horizon}")
            yield Case("change flipped", start(f"{name} {opposite} {figure}{unit} {when}."), truth)
            yield Case(
                "change, last digit",
                start(f"{name} {verb} {nudged(figure, w.rng.choice((2, 7)))}{unit} {when}."),
                truth,
            )
            if abs(abs(percent) - float(figure)) > 0.1:
                yield Case(
                    "percent for points" if subject == "vix" else "percent for basis points",
                    start(f"{name} {verb} {figure}% {when}."),
                    truth,
                )
            size = shown(percent, decimals)
            if size and abs(abs(percent) - abs(value)) > 0.2:
                yield Case("points for percent", start(f"{name} {verb} {size}{unit} {when}."), truth)
            if subject == "tnx" and float(figure) >= 2:
                yield Case(
                    "percentage points for basis points",
                    start(f"{name} {verb} {figure} percentage points {when}."),
                    truth,
                )
            for other in ("1d", "5d", "mtd", "ytd"):
                if (
                    other != horizon
                    and w.number(f"{subject}.change_{other}") is not None
                    and not w.same(f"{subject}.change_{other}", figure, decimals)
                ):
                    yield Case(
                        "change, wrong horizon",
                        start(f"{name} {verb} {figure}{unit} {w.rng.choice(whens(w, other))}."),
                        w.truth(key, f"{subject}.change_{other}"),
                    )
