"""Words around the figures: negation, attachment, definitions, causes, and claims that no fact holds."""

from collections.abc import Iterator
from dataclasses import replace

from tests.evals.levels import a_close
from tests.evals.moves import Move, a_move, whens
from tests.evals.words import word
from tests.evals.world import INDEXES, NAMES, SECTORS, Case, World, nudged, shown, start

ROSE = ("closed higher", "advanced", "ended in the green", "finished in positive territory", "moved up")
FELL = ("closed lower", "declined", "ended in the red", "finished in negative territory", "moved down")
LOUD_ROSE = (
    "rallied",
    "surged",
    "jumped",
    "pushed higher",
    "bounced",
    "recovered ground",
    "were well bid",
    "shot up",
    "headed north",
)
LOUD_FELL = (
    "sold off",
    "tumbled",
    "slumped",
    "retreated",
    "pulled back",
    "came under pressure",
    "took a beating",
    "gave up ground",
    "headed south",
)
BETTER = (
    "had a better day than",
    "came in ahead of",
    "did better than",
    "was stronger than",
    "had the upper hand over",
    "left behind",
    "topped",
)
WORSE = (
    "had a worse day than",
    "came in behind",
    "did worse than",
    "was weaker than",
    "lost out to",
    "couldn’t keep up with",
    "fell short of",
)
CAUSES = ("after the Fed cut rates", "on hopes for a trade deal", "because of strong jobs data", "as investors fled to safety", "thanks to falling oil prices", "on heavy volume", "driven by retail buying", "as earnings beat expectations", "despite a weak consumer")  # fmt: skip
OUTSIDE = (
    "The Federal Reserve cut rates by 25 basis points.", "Unemployment rose to 4.6%.", "Inflation came in at 2.9% in the year.", "Apple reported record earnings.",
    "Gold closed at 2,650.10 dollars.", "Bitcoin fell below $60,000.", "The Fed left rates unchanged.", "Payrolls grew by 215,000 last month.", "Oil settled at $74.20 a barrel.",
    "The dollar index rose 0.4%.", "Small caps are cheap at 14 times earnings.", "The Russell 2000 trades at 18.2 times forward earnings.", "About 40% of the Russell 2000 loses money.",
    "The yield curve is inverted.", "The two-year yield stands at 3.9%.", "Trading volume was 20% above average.", "Credit spreads widened.", "The market cap of the Russell 2000 is 3 trillion dollars.",
    "Breadth on the NYSE was positive, with 1,812 stocks up.", "Earnings growth reached 12.5% in the quarter.", "The euro fell against the dollar.", "Nvidia led the market lower.",
)  # fmt: skip
DEFINITIONS = ("including dividends", "in euro terms", "after inflation", "annualised", "a day on average", "at the open", "in after-hours trading", "intraday", "in pre-market trading", "on an equal-weighted basis")  # fmt: skip
BASES = (
    "from its record",
    "since the pandemic low",
    "since the election",
    "from its 52-week low",
    "since Liberation Day",
    "since the last Fed meeting",
    "since its inception",
)


def true_clauses(w: World) -> Iterator[Case]:
    """Directions without figures, comparisons of two figures, number words."""
    for subject, horizon, move in _moves(w):
        key = f"{subject}.return_{horizon}"
        size = abs(w.number(key) or 0.0)
        if size > 0.05:
            yield Case(
                "direction without figure",
                start(f"{move.name.text} {w.rng.choice(ROSE if move.up else FELL)} {_plainly(w, horizon)}."),
                w.truth(key),
            )
        whole = round(size)
        if 0 < whole < 20 and abs(size - whole) < 0.15:
            yield Case(
                "number words", replace(move, figure=f"about {word(whole)}", unit=" percent").render(), w.truth(key)
            )
    for a, b, one, two, keys in _pairs(w):
        if one.up and two.up:
            more = "more" if float(one.figure) > float(two.figure) else "less"
            yield Case(
                "more than the other",
                start(f"{a} gained {one.figure}% on the day, {more} than {b}’s {two.figure}%."),
                w.truth(*keys),
            )
        if one.up == two.up:
            yield Case("both", start(f"both {a} and {b} {'rose' if one.up else 'fell'} on the day."), w.truth(*keys))
        else:
            yield Case(
                "one up, one down",
                start(f"{a} {'rose' if one.up else 'fell'} on the day while {b} {'rose' if two.up else 'fell'}."),
                w.truth(*keys),
            )
        yield Case(
            "participle",
            start(
                f"{a} closed {'higher' if one.up else 'lower'}, {'gaining' if one.up else 'losing'} {one.figure}% on the day."
            ),
            w.truth(*keys),
        )


def _plainly(w: World, horizon: str) -> str:
    return w.rng.choice([when for when in whens(w, horizon) if not when.startswith("since")])


def _moves(w: World) -> Iterator[tuple[str, str, Move]]:
    for subject in [*w.subjects(*INDEXES), *w.subjects(*SECTORS)[:3], *w.subjects("vix")]:
        for horizon in ("1d", "5d", "mtd", "ytd", "1y"):
            move = a_move(w, subject, horizon, 2)
            if move:
                yield subject, horizon, move


def _pairs(w: World) -> Iterator[tuple[str, str, Move, Move, tuple[str, str]]]:
    """Two indexes, their moves of the day, which differ, and the keys of these."""
    for one in w.subjects(*INDEXES):
        for two in w.subjects(*INDEXES):
            a, b = a_move(w, one, "1d", 2), a_move(w, two, "1d", 2)
            if one != two and a and b and abs(float(a.figure) - float(b.figure)) > 0.03:
                yield NAMES[one][0].text, NAMES[two][0].text, a, b, (f"{one}.return_1d", f"{two}.return_1d")


def false_clauses(w: World) -> Iterator[Case]:
    """True figures in false company."""
    for subject, horizon, move in _moves(w):
        key = f"{subject}.return_{horizon}"
        truth, when = w.truth(key), w.rng.choice(whens(w, horizon))
        plain = replace(move, template=0, when=when)
        if abs(w.number(key) or 0.0) > 0.05:
            loud = w.rng.choice(LOUD_FELL if move.up else LOUD_ROSE)
            calm = w.rng.choice(FELL if move.up else ROSE)
            yield Case("other word for a direction, wrong", start(f"{move.name.text} {loud} {when}."), truth)
            yield Case("other word for a direction, wrong", start(f"{move.name.text} {calm} {when}."), truth)
            yield Case(
                "negation, wrong", start(f"{move.name.text} did not {'rise' if move.up else 'fall'} {when}."), truth
            )
            yield Case(
                "negation, wrong",
                start(f"{move.name.text} never {'gained' if move.up else 'lost'} {move.figure}% {when}."),
                truth,
            )
            been = "were" if move.name.plural else "was"
            if abs(w.number(key) or 0.0) > 0.3:
                yield Case("unchanged, wrong", start(f"{move.name.text} {been} unchanged {when}."), truth)
        yield Case("cause that no fact holds", plain.render()[:-1] + f" {w.rng.choice(CAUSES)}.", truth)
        definition = w.rng.choice(DEFINITIONS)
        if not _trivial(w, definition, subject, horizon, move.figure):
            yield Case("wrong definition", replace(plain, when=f"{when} {definition}").render(), truth)
        extremes = (f"{subject}.drawdown", f"{subject}.distance_low_52w", f"{subject}.distance_high_52w")
        if horizon in ("1d", "5d", "ytd") and not any(w.same(extreme, move.figure, 2) for extreme in extremes):
            bases = [
                base
                for base in BASES
                if w.as_of.month not in {"since the election": (11,), "since Liberation Day": (4,)}.get(base, ())
            ]
            yield Case("wrong base", replace(plain, when=w.rng.choice(bases)).render(), truth)
        if horizon in ("ytd", "1y"):
            for year in (w.as_of.year - 1, w.as_of.year + 1):
                yield Case(
                    "wrong year", replace(plain, when=w.rng.choice((f"so far in {year}", f"in {year}"))).render(), truth
                )
        if horizon == "ytd" and not w.same(f"{subject}.return_1y", move.figure, 2):
            yield Case("wrong year", replace(plain, when="last year").render(), truth)
        if horizon == "1d" and not w.same(f"{subject}.return_qtd", move.figure, 2):
            quarter = w.rng.choice(("first", "second", "third", "fourth"))
            yield Case("wrong horizon", replace(plain, when=f"in the {quarter} quarter").render(), truth)
    yield from _false_pairs(w)
    yield from _false_tails(w)
    for line in w.rng.sample(OUTSIDE, 8):
        yield Case("outside the evidence", line, f"{w.as_of}: no such fact")


def _trivial(w: World, definition: str, subject: str, horizon: str, figure: str) -> bool:
    """Whether the other definition gives the same figure."""
    if definition == "including dividends":
        return subject in SECTORS and w.same(f"{subject}.total_return_{horizon}", figure, 2)
    return (definition == "annualised" and horizon == "1y") or (
        horizon == "1d" and definition in ("annualised", "a day on average")
    )


def _false_pairs(w: World) -> Iterator[Case]:
    for a, b, one, two, keys in _pairs(w):
        truth, ahead = w.truth(*keys), (w.number(keys[0]) or 0.0) > (w.number(keys[1]) or 0.0)
        more = "less" if float(one.figure) > float(two.figure) else "more"
        verb, other = ("gained", "gained") if one.up and two.up else ("moved", "moved")
        yield Case(
            "more than the other, wrong",
            start(f"{a} {verb} {one.figure}% on the day, {more} than {b}’s {two.figure}%."),
            truth,
        )
        yield Case("attachment", start(f"{a}, unlike {b}, {other} {two.figure}% on the day."), truth)
        yield Case(
            "attachment",
            start(
                f"{a} closed {'higher' if two.up else 'lower'}, {'gaining' if two.up else 'losing'} {two.figure}% on the day against {b}."
            ),
            truth,
        )
        yield Case(
            "attachment",
            start(f"{b} moved less than {a}, which {'rose' if two.up else 'fell'} {two.figure}% on the day."),
            truth,
        )
        yield Case(
            "other word for a comparison, wrong",
            start(f"{a} {w.rng.choice(WORSE if ahead else BETTER)} {b} on the day."),
            truth,
        )
        yield Case("both, wrong", start(f"both {a} and {b} gained {one.figure}% on the day."), truth)
        if one.up != two.up:
            yield Case("both, wrong", start(f"both {a} and {b} {w.rng.choice(('rose', 'fell'))} on the day."), truth)
            yield Case("both, wrong", start(f"neither {a} nor {b} rose on the day."), truth)
        elif one.up:
            yield Case("both, wrong", start(f"neither {a} nor {b} rose on the day."), truth)


def _false_tails(w: World) -> Iterator[Case]:
    """A true close with a false move, and the other way round; definitions of indicators."""
    for subject in w.subjects(*INDEXES, *SECTORS):
        close, move = a_close(w, subject), a_move(w, subject, "1d", 2)
        if close is None or move is None:
            continue
        truth = w.truth(f"{subject}.close", f"{subject}.return_1d")
        side, wrong = ("up", "down") if move.up else ("down", "up")
        figure = nudged(move.figure, w.rng.choice((4, 17)))
        yield Case("true close, false move", replace(close, when=f", {side} {figure}%").render(), truth)
        yield Case(
            "true close, false move", replace(close, when=f", {wrong} {move.figure}% on the day").render(), truth
        )
        yield Case(
            "false close, true move",
            replace(close, figure=nudged(close.figure, 41), when=f", {side} {move.figure}%").render(),
            truth,
        )
        rsi, average = shown(w.number(f"{subject}.rsi_14") or 0.0, 2), shown(w.number(f"{subject}.sma_50") or 0.0, 2)
        name = start(close.name.possessive)
        if rsi:
            for kind in (
                "weekly RSI",
                "9-day RSI",
                "21-session RSI",
                "Bollinger band",
                "MACD",
                "VIX",
                "percentile rank",
            ):
                yield Case("wrong definition of an indicator", f"{name} {kind} is {rsi}.", w.truth(f"{subject}.rsi_14"))
        if average:
            for kind in (
                "50-week average",
                "50-day exponential average",
                "100-day moving average",
                "10-day average",
                "50-month average",
            ):
                yield Case(
                    "wrong definition of an indicator",
                    f"{name} {kind} is {close.before}{average}.",
                    w.truth(f"{subject}.sma_50"),
                )
