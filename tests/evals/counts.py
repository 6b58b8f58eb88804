"""Streaks, records, momentum, averages, extremes, ranks and percentiles, true and with one thing changed."""

from collections.abc import Iterator
from datetime import date

from tests.evals.words import HORIZON_WORDS, ordinal, ordinal_word, word
from tests.evals.world import INDEXES, NAMES, SECTORS, Case, World, american, long_date, sector_ranks, shown, start

Pairs = tuple[tuple[str, str], ...]
PAIRS: Pairs = (("rut", "spx"), ("rut", "comp"), ("ijr", "spy"))


def _streak_forms(a: str, b: str, n: int) -> tuple[str, ...]:
    many = "s" if n != 1 else ""
    return (
        f"{a} has beaten {b} for {n} straight session{many}.",
        f"{a} has beaten {b} for {word(n)} session{many} in a row.",
        f"{a} outperformed {b} for the {ordinal(n)} straight session.",
        f"It was the {ordinal_word(n)} consecutive session in which {a} beat {b}.",
        f"{a} extended its winning streak against {b} to {n} session{many}.",
        f"{a}’s streak over {b} stands at {word(n)} session{many}.",
        f"{a}’s {n}-session streak against {b} goes on.",
    )


def _streaks(w: World) -> Iterator[tuple[str, str, str, int]]:
    for first, second in PAIRS:
        value = w.number(f"{first}_vs_{second}.streak")
        if value is not None:
            yield f"{first}_vs_{second}", NAMES[first][0].text, NAMES[second][0].text, int(value)


def true_counts(w: World) -> Iterator[Case]:
    """Counts and states, worded truly."""
    for pair, a, b, n in _streaks(w):
        truth = w.truth(f"{pair}.streak", f"{pair}.streak_longest_since", f"{pair}.streak_start")
        if n:
            forms = _streak_forms(a, b, n)
            yield from (Case("streak", start(form), truth) for form in (forms if n > 1 else forms[:1]))
            yield Case("streak by slot", start(f"{a} has beaten {b} for {{{pair}.streak}} in a row."), truth)
            if n > 1 and (begun := w.day(f"{pair}.streak_start")):
                yield Case("streak start", start(f"{a}’s streak against {b} began on {long_date(begun)}."), truth)
            since = w.day(f"{pair}.streak_longest_since")
            if since and n > 2:
                yield Case(
                    "longest since",
                    start(f"{a}’s run of {n} sessions ahead of {b} is the longest since {long_date(since)}."),
                    truth,
                )
                yield Case(
                    "longest since",
                    start(
                        f"the {word(n)}-session streak of {a} against {b} is the longest since the one that ended on {american(since)}."
                    ),
                    truth,
                )
        else:
            yield Case("no streak", start(f"{a} didn’t beat {b} on the day."), truth)
        led = w.number(f"{pair}.sessions_led_20d")
        if led is not None:
            yield Case(
                "sessions led",
                start(f"{a} led {b} in {int(led)} of the last 20 sessions."),
                w.truth(f"{pair}.sessions_led_20d"),
            )
            yield Case(
                "sessions led",
                start(f"{a} beat {b} in {word(int(led))} of the past 20 sessions."),
                w.truth(f"{pair}.sessions_led_20d"),
            )
        for horizon in ("1d", "5d", "ytd"):
            share = w.number(f"{pair}.spread_{horizon}_percentile")
            place = shown(share, 0) if share is not None else None
            if place and 0 < int(place) < 100:
                text = f"{a}’s spread over {b} {HORIZON_WORDS[horizon]} is in the {ordinal(int(place))} percentile of its own history."
                yield Case("percentile", start(text), w.truth(f"{pair}.spread_{horizon}_percentile"))
    yield from _true_states(w)
    yield from _true_records(w)
    yield from _true_sectors(w)


def _true_states(w: World) -> Iterator[Case]:
    for subject in w.subjects(*INDEXES, *SECTORS):
        name = w.name(subject)
        rsi = w.number(f"{subject}.rsi_14")
        if rsi is not None:
            truth = w.truth(f"{subject}.rsi_14")
            state = "overbought" if rsi > 70 else "oversold" if rsi < 30 else "neither overbought nor oversold"
            one, two = shown(rsi, 1), shown(rsi, 2)
            if one and two:
                yield Case("RSI", start(f"{name.possessive} 14-day RSI is {one}, {state}."), truth)
                yield Case(
                    "RSI",
                    start(
                        f"the RSI of {name.text} stands at {two}, {'above' if rsi > 70 else 'below'} the overbought threshold of 70."
                    ),
                    truth,
                )
                yield Case("RSI", start(f"{name.possessive} 14-day RSI of {one} is {state}."), truth)
        for n in (20, 50, 200):
            gap = w.number(f"{subject}.sma_{n}_distance")
            level = shown(w.number(f"{subject}.sma_{n}") or 0.0, 2)
            if gap and level and (size := shown(gap, 1)):
                side = "above" if gap > 0 else "below"
                truth = w.truth(f"{subject}.sma_{n}_distance", f"{subject}.sma_{n}", f"{subject}.close")
                yield Case(
                    "distance to average",
                    start(f"{name.text} closed {size}% {side} its {n}-day moving average."),
                    truth,
                )
                yield Case(
                    "side of average",
                    start(f"{name.text} {name.be} {side} {'their' if name.plural else 'its'} {n}-day average."),
                    truth,
                )
                if subject in INDEXES:
                    yield Case(
                        "side of average",
                        start(f"{name.text} closed {side} its {n}-day moving average of {level}."),
                        truth,
                    )
        cross = w.number(f"{subject}.sma_cross")
        if cross:
            yield Case(
                "cross",
                start(f"{name.possessive} 50-day average is {'above' if cross > 0 else 'below'} its 200-day average."),
                w.truth(f"{subject}.sma_cross"),
            )
        yield from _true_extremes(w, subject)
    for horizon, words in (("1y", "of the past year"), ("all", "of its whole history")):
        share = w.number(f"vix.percentile_{horizon}")
        place = shown(share, 0) if share is not None else None
        if place and 0 < int(place) < 100:
            yield Case(
                "percentile",
                f"The VIX is in the {ordinal(int(place))} percentile {words}.",
                w.truth(f"vix.percentile_{horizon}"),
            )
    fact = w.facts.get("vix.close")
    if fact and fact.reading:
        yield Case("VIX regime", f"At {fact.display}, the VIX signals {fact.reading}.", w.truth("vix.close"))
    peak, day = w.number("vix.high_close_20d"), w.day("vix.high_close_20d_date")
    if peak and day and (text := shown(peak, 2)):
        yield Case(
            "VIX high",
            f"The VIX’s highest close of the last 20 sessions was {text}, on {long_date(day)}.",
            w.truth("vix.high_close_20d", "vix.high_close_20d_date"),
        )


def _true_extremes(w: World, subject: str) -> Iterator[Case]:
    name = w.name(subject)
    gap, fact = w.number(f"{subject}.distance_high_52w"), w.facts.get(f"{subject}.high_52w")
    size = shown(gap, 1) if gap else None
    if gap and fact and size:
        truth = w.truth(f"{subject}.distance_high_52w", f"{subject}.high_52w")
        yield Case(
            "distance to 52-week high",
            start(f"{name.text} {name.be} {size}% below {'their' if name.plural else 'its'} 52-week high."),
            truth,
        )
        yield Case(
            "distance to 52-week high",
            start(
                f"{name.text} closed {size}% under the 52-week closing high of {fact.display} set on {long_date(fact.dates[0])}."
            ),
            truth,
        )
    low = w.number(f"{subject}.distance_low_52w")
    size = shown(low, 1) if low else None
    if low and size:
        yield Case(
            "distance to 52-week low",
            start(f"{name.text} {name.be} {size}% above {'their' if name.plural else 'its'} 52-week low."),
            w.truth(f"{subject}.distance_low_52w"),
        )
    down = w.number(f"{subject}.drawdown")
    size = shown(down, 1) if down else None
    if down and size:
        truth = w.truth(f"{subject}.drawdown")
        yield Case(
            "drawdown",
            start(f"{name.text} {name.be} {size}% below {'their' if name.plural else 'its'} record close."),
            truth,
        )
        yield Case("drawdown", start(f"{name.possessive} drawdown is {size}%."), truth)


def _true_records(w: World) -> Iterator[Case]:
    for subject in w.subjects(*INDEXES):
        name, count, last = NAMES[subject][0], w.number(f"{subject}.records_ytd"), w.day(f"{subject}.record_last_date")
        if count is None or last is None:
            continue
        n, truth = (
            int(count),
            w.truth(f"{subject}.records_ytd", f"{subject}.record_last", f"{subject}.record_last_date"),
        )
        level = w.facts[f"{subject}.record_last"].display
        if last == w.as_of:
            yield Case("record", start(f"{name.text} closed at a record."), truth)
            yield Case("record", start(f"{name.text} closed at a record {level}."), truth)
            if n < 20:
                yield Case(
                    "record", start(f"it was the {ordinal_word(n)} record close of the year for {name.text}."), truth
                )
            yield Case("record", start(f"{name.text} set its {ordinal(n)} record close of {w.as_of.year}."), truth)
            yield Case(
                "record by slot",
                start(f"{name.text} closed at a record for the {{{subject}.records_ytd:ordinal}} time this year."),
                truth,
            )
        else:
            yield Case(
                "last record", start(f"{name.possessive} last record close, {level}, came on {long_date(last)}."), truth
            )
            if last.year < w.as_of.year:
                yield Case("no record", start(f"{name.text} hasn’t set a record close this year."), truth)
        if n:
            yield Case(
                "count of records",
                start(f"{name.text} has set {word(n)} record close{'s' if n > 1 else ''} this year."),
                truth,
            )
        past = w.number(f"{subject}.records_last_year")
        if past:
            yield Case(
                "count of records",
                start(f"{name.text} set {int(past)} record close{'s' if past > 1 else ''} in {w.as_of.year - 1}."),
                w.truth(f"{subject}.records_last_year"),
            )


def _true_sectors(w: World) -> Iterator[Case]:
    for horizon, when in HORIZON_WORDS.items():
        ranks = sector_ranks(w, horizon)
        advancers = w.number(f"sectors.advancers_{horizon}")
        if advancers is not None and ranks:
            text = f"{word(int(advancers))} of the {word(len(ranks))} sectors rose {when}."
            yield Case("breadth of sectors", start(text), w.truth(f"sectors.advancers_{horizon}"))
        for subject, rank in ranks.items():
            name, truth = w.name(subject), w.truth(f"{subject}.rank_{horizon}")
            if rank == 1:
                yield Case("best sector", start(f"{name.text} led the {word(len(ranks))} sectors {when}."), truth)
                yield Case(
                    "best sector",
                    start(f"{name.text} {'were' if name.plural else 'was'} the best-performing sector {when}."),
                    truth,
                )
            elif rank == len(ranks):
                yield Case(
                    "worst sector",
                    start(f"{name.text} {'were' if name.plural else 'was'} the worst-performing sector {when}."),
                    truth,
                )
            yield Case(
                "rank of a sector",
                start(f"{name.text} ranked {ordinal_word(rank)} of {word(len(ranks))} sectors {when}."),
                truth,
            )


def false_counts(w: World) -> Iterator[Case]:
    """Counts and states with one thing changed, each checked to be false."""
    for pair, a, b, n in _streaks(w):
        truth = w.truth(f"{pair}.streak", f"{pair}.streak_longest_since", f"{pair}.streak_longest_since_length")
        for wrong in {n + 1, n - 1, n + 3} - {n}:
            if wrong > 0:
                kind = "streak off by one" if n else "streak that isn’t"
                yield from (Case(kind, start(form), truth) for form in _streak_forms(a, b, wrong))
        if n:
            yield from (Case("streak, wrong way", start(form), truth) for form in _streak_forms(b, a, n)[:4])
        begun, since = w.day(f"{pair}.streak_start"), w.day(f"{pair}.streak_longest_since")
        if n > 1 and begun:
            for other in (w.as_of, begun.replace(year=begun.year - 1, day=min(begun.day, 28))):
                yield Case(
                    "wrong start of a streak", start(f"{a}’s streak against {b} began on {long_date(other)}."), truth
                )
        if since:
            for year in {since.year - 1, since.year - 9}:
                yield Case(
                    "longest since, wrong",
                    start(f"{a}’s run of {n} sessions ahead of {b} is the longest since {year}."),
                    truth,
                )
            other = date(since.year - 2, 5, 17)
            yield Case(
                "longest since, wrong",
                start(f"{a}’s streak against {b} is the longest since {long_date(other)}."),
                truth,
            )
            yield Case("longest since, wrong", start(f"{a}’s streak against {b} is the longest on record."), truth)
        led = w.number(f"{pair}.sessions_led_20d")
        if led is not None:
            for wrong in (int(led) + 1, int(led) - 1):
                yield Case("sessions led, off by one", start(f"{a} led {b} in {wrong} of the last 20 sessions."), truth)
