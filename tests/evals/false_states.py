"""States that aren't: momentum, averages, extremes, records and ranks with one thing changed."""

from collections.abc import Iterator

from tests.evals.words import HORIZON_WORDS, ordinal, ordinal_word, word
from tests.evals.world import INDEXES, NAMES, SECTORS, Case, World, long_date, nudged, sector_ranks, shown, start


def false_states(w: World) -> Iterator[Case]:
    """RSI, averages, extremes, percentiles and drawdowns that the facts contradict."""
    for subject in w.subjects(*INDEXES, *SECTORS):
        name = w.name(subject)
        rsi = w.number(f"{subject}.rsi_14")
        if rsi is not None:
            truth = w.truth(f"{subject}.rsi_14")
            text = shown(rsi, 2) or "50.00"
            for wrong in {"overbought", "oversold"} - {"overbought" if rsi > 70 else "oversold" if rsi < 30 else ""}:
                yield Case("RSI misread", start(f"{name.possessive} 14-day RSI is {text}, {wrong}."), truth)
                yield Case("RSI misread", start(f"{name.text} {name.be} {wrong} by the 14-day RSI."), truth)
            yield Case(
                "RSI misread",
                start(f"{name.possessive} RSI of {text} is {'below' if rsi > 70 else 'above'} 70."),
                truth,
            )
            if not 30 <= rsi <= 70:
                yield Case(
                    "RSI misread", start(f"{name.possessive} RSI of {text} is neither overbought nor oversold."), truth
                )
            yield Case(
                "RSI, wrong figure",
                start(f"{name.possessive} 14-day RSI is {nudged(text, 40 if w.coin() else 3)}."),
                truth,
            )
        for n in (20, 50, 200):
            gap = w.number(f"{subject}.sma_{n}_distance")
            size = shown(gap, 1) if gap else None
            truth = w.truth(f"{subject}.sma_{n}_distance", f"{subject}.sma_{n}", f"{subject}.close")
            if gap is None or not size:
                continue
            side, wrong = ("above", "below") if gap > 0 else ("below", "above")
            yield Case(
                "wrong side of average", start(f"{name.text} closed {size}% {wrong} its {n}-day moving average."), truth
            )
            yield Case(
                "wrong side of average",
                start(f"{name.text} {name.be} {wrong} {'their' if name.plural else 'its'} {n}-day average."),
                truth,
            )
            yield Case(
                "distance, wrong figure",
                start(
                    f"{name.text} closed {nudged(size, w.rng.choice((1, 2, 10)))}% {side} its {n}-day moving average."
                ),
                truth,
            )
            for other in (20, 50, 200):
                rival = w.number(f"{subject}.sma_{other}_distance")
                if other != n and rival is not None and abs(abs(rival) - float(size)) > 0.06:
                    yield Case(
                        "distance, wrong average",
                        start(f"{name.text} closed {size}% {side} its {other}-day moving average."),
                        w.truth(f"{subject}.sma_{other}_distance", f"{subject}.sma_{n}_distance"),
                    )
        cross = w.number(f"{subject}.sma_cross")
        if cross:
            truth = w.truth(f"{subject}.sma_cross")
            yield Case(
                "wrong cross",
                start(f"{name.possessive} 50-day average is {'below' if cross > 0 else 'above'} its 200-day average."),
                truth,
            )
        yield from _false_extremes(w, subject)
    for horizon, words in (("1y", "of the past year"), ("all", "of its whole history")):
        share = w.number(f"vix.percentile_{horizon}")
        if share is not None and (percent := shown(share, 0)):
            place = (int(percent) + w.rng.choice((5, 20, 40))) % 98 + 1
            if abs(place - share) > 1:
                yield Case(
                    "percentile, wrong",
                    f"The VIX is in the {ordinal(place)} percentile {words}.",
                    w.truth(f"vix.percentile_{horizon}"),
                )
    fact = w.facts.get("vix.close")
    if fact and fact.reading:
        for regime in {"low", "elevated", "high"} - {fact.reading.split()[0]}:
            yield Case(
                "VIX regime, wrong", f"At {fact.display}, the VIX signals {regime} volatility.", w.truth("vix.close")
            )
    for line in (20, 30):
        vix = w.number("vix.close")
        if vix is not None and abs(vix - line) > 0.05:
            yield Case(
                "wrong side of a level",
                f"The VIX closed {'below' if vix > line else 'above'} {line}.",
                w.truth("vix.close"),
            )


def _false_extremes(w: World, subject: str) -> Iterator[Case]:
    name, d = w.name(subject), w.as_of
    truth = w.truth(f"{subject}.close", f"{subject}.high_52w", f"{subject}.drawdown", f"{subject}.distance_high_52w")
    gap, fact = w.number(f"{subject}.distance_high_52w"), w.facts.get(f"{subject}.high_52w")
    size = shown(gap, 1) if gap else None
    if gap and fact and size:
        its = "their" if name.plural else "its"
        intraday = (w.number(f"{subject}.close") or 0.0) / (w.number(f"{subject}.high_52w_intraday") or 1.0) * 100 - 100
        wrong = next(x for x in (nudged(size, 2), nudged(size, 7)) if abs(abs(intraday) - float(x)) > 0.06)
        yield Case("distance, wrong figure", start(f"{name.text} {name.be} {wrong}% below {its} 52-week high."), truth)
        yield Case("distance, wrong way", start(f"{name.text} {name.be} {size}% above {its} 52-week high."), truth)
        yield Case(
            "wrong date of an extreme",
            start(f"{name.possessive} 52-week closing high of {fact.display} was set on {long_date(d)}."),
            truth,
        )
        for text in (f"{name.text} closed at a 52-week high.", f"{name.text} closed at {its} highest level since {d.year - 2}.", f"{name.text} closed at {its} highest in more than a year."):  # fmt: skip
            yield Case("superlative, false", start(text), truth)
    low = w.number(f"{subject}.distance_low_52w")
    if low:
        yield Case(
            "superlative, false",
            start(f"{name.text} closed at {'their' if name.plural else 'its'} lowest level in a year."),
            truth,
        )
        yield Case("superlative, false", start(f"{name.text} closed at a 52-week low."), truth)
    down = w.number(f"{subject}.drawdown")
    size = shown(down, 1) if down else None
    if down and size:
        for text in (
            "closed at a record",
            "closed at an all-time high",
            "set a new record close",
            "ended at a record high on the day",
        ):
            yield Case("record that isn’t", start(f"{name.text} {text}."), truth)
        yield Case(
            "distance, wrong figure",
            start(f"{name.possessive} drawdown is {nudged(size, -1 if float(size) > 1 else 1)}%."),
            truth,
        )
        yield Case(
            "distance, wrong way",
            start(f"{name.text} {name.be} {size}% above {'their' if name.plural else 'its'} record close."),
            truth,
        )
    for text in (f"it was the best day of the year for {name.text}.", f"{name.text} had {'their' if name.plural else 'its'} worst session since {d.year - 3}.",
                 f"{name.text} posted the biggest one-day gain in months.", f"it was {name.possessive} strongest start to a year since {d.year - 12}.",
                 f"{name.text} had the largest weekly loss since {d.year - 1}."):  # fmt: skip
        yield Case("superlative, unsupported", start(text), truth)


def false_records(w: World) -> Iterator[Case]:
    """Counts and dates of records that the facts contradict."""
    for subject in w.subjects(*INDEXES):
        name, count, last = NAMES[subject][0], w.number(f"{subject}.records_ytd"), w.day(f"{subject}.record_last_date")
        if count is None or last is None:
            continue
        n, truth = (
            int(count),
            w.truth(
                f"{subject}.records_ytd",
                f"{subject}.records_last_year",
                f"{subject}.record_last",
                f"{subject}.record_last_date",
            ),
        )
        for wrong in {n + 1, n - 1, n + 2}:
            if wrong < 1:
                continue
            yield Case(
                "records, off by one",
                start(f"{name.text} has set {word(wrong)} record close{'s' if wrong > 1 else ''} this year."),
                truth,
            )
            yield Case(
                "records, off by one",
                start(f"{name.text} set its {ordinal(wrong)} record close of {w.as_of.year} on {long_date(w.as_of)}."),
                truth,
            )
            yield Case(
                "records, off by one",
                start(
                    f"the close of {long_date(w.as_of)} was the {ordinal_word(wrong)} record of the year for {name.text}."
                ),
                truth,
            )
        past = w.number(f"{subject}.records_last_year")
        if past is not None and past != count:
            yield Case(
                "records of the wrong year", start(f"{name.text} has set {int(past)} record closes this year."), truth
            )
            if n:
                yield Case(
                    "records of the wrong year",
                    start(f"{name.text} set {n} record close{'s' if n > 1 else ''} in {w.as_of.year - 1}."),
                    truth,
                )
        if n:
            yield Case("no record, wrong", start(f"{name.text} hasn’t set a record close this year."), truth)
        level = w.facts[f"{subject}.record_last"].display
        other = last.replace(year=last.year - 1, day=min(last.day, 28))
        yield Case(
            "wrong date of a record",
            start(f"{name.possessive} last record close, {level}, came on {long_date(other)}."),
            truth,
        )
        yield Case(
            "wrong level of a record",
            start(f"{name.possessive} last record close, {nudged(level, 30)}, came on {long_date(last)}."),
            truth,
        )


def false_sectors(w: World) -> Iterator[Case]:
    """Ranks and breadth of sectors that the facts contradict."""
    for horizon, when in HORIZON_WORDS.items():
        ranks = sector_ranks(w, horizon)
        advancers = w.number(f"sectors.advancers_{horizon}")
        if advancers is not None and ranks:
            truth = w.truth(f"sectors.advancers_{horizon}")
            n, total = int(advancers), len(ranks)
            for wrong in {n - 1, n + 1, total - n} - {n}:
                if 0 <= wrong <= total:
                    yield Case(
                        "breadth of sectors, wrong",
                        start(f"{word(wrong)} of the {word(total)} sectors rose {when}."),
                        truth,
                    )
            if n < total:
                yield Case("breadth of sectors, wrong", start(f"all {word(total)} sectors rose {when}."), truth)
            if n:
                yield Case("breadth of sectors, wrong", start(f"every sector fell {when}."), truth)
        for subject, rank in ranks.items():
            name, truth = w.name(subject), w.truth(f"{subject}.rank_{horizon}", f"{subject}.return_{horizon}")
            been = "were" if name.plural else "was"
            if rank != 1:
                yield Case(
                    "best sector, wrong", start(f"{name.text} led the {word(len(ranks))} sectors {when}."), truth
                )
                yield Case("best sector, wrong", start(f"{name.text} {been} the best-performing sector {when}."), truth)
            if rank != len(ranks):
                yield Case(
                    "worst sector, wrong", start(f"{name.text} {been} the worst-performing sector {when}."), truth
                )
            wrong = rank % len(ranks) + 1
            if wrong != rank:
                yield Case(
                    "rank, off by one",
                    start(f"{name.text} ranked {ordinal_word(wrong)} of {word(len(ranks))} sectors {when}."),
                    truth,
                )
        for key in (*INDEXES, "vix", "tnx", *SECTORS):
            value = w.number(f"{key}.return_{horizon}")
            if value and abs(value) > 0.01:
                name = w.name(key)
                verb = w.rng.choice(
                    ("fell", "declined", "lost ground") if value > 0 else ("rose", "advanced", "gained")
                )
                yield Case(
                    "direction without figure, wrong",
                    start(f"{name.text} {verb} {when}."),
                    w.truth(f"{key}.return_{horizon}"),
                )
