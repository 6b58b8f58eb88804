"""States in words alone that the facts contradict or that none of them holds."""

from collections.abc import Iterator

from tests.evals.world import INDEXES, NAMES, Case, World, start

NOWHERE = (
    "The rally in small caps is running out of steam.", "Momentum is fading.", "Market breadth is deteriorating.", "Everyone is bullish on small caps.",
    "Investors are nervous.", "Sentiment has turned.", "The bull market is intact.", "The market is overvalued.", "Liquidity dried up.",
    "Hedge funds are short small caps.", "The rotation into small caps has only just begun.", "The mood on Wall Street soured.",
)  # fmt: skip
OF_AN_INDEX = (
    "{N} shows a bearish divergence.", "{N} formed a golden cross.", "{N} formed a death cross.", "{N} rose on every session this month.", "{N} gained on each of the last five sessions.",
    "{N} has not had a losing week since the summer.", "{N} fell below support.", "{N} broke out above resistance.", "{N} completed a head-and-shoulders pattern.", "{N} is in a bubble.",
    "{N} is the cheapest of the major indexes.", "{N} has never been this volatile.", "{N} erased the losses of the previous week.",
    "{N} snapped a three-day losing streak.",
)  # fmt: skip


def false_vague(w: World) -> Iterator[Case]:
    """Claims without a figure: some contradicted, some that no fact could bear out."""
    yield from (Case("state that no fact holds", line, f"{w.as_of}: no such fact") for line in NOWHERE)
    for subject in w.subjects(*INDEXES):
        name = NAMES[subject][0]
        yield from (
            Case("state that no fact holds", start(line.format(N=name.text)), f"{w.as_of}: no such fact")
            for line in OF_AN_INDEX
        )
        close = w.number(f"{subject}.close") or 0.0
        for metric, text in (("high", "closed at the high of the day"), ("low", "closed at the low of the day")):
            value = w.number(f"{subject}.{metric}")
            if value is not None and abs(value / close - 1) > 0.001:
                yield Case(
                    "state that is wrong",
                    start(f"{name.text} {text}."),
                    w.truth(f"{subject}.close", f"{subject}.{metric}"),
                )
        for metric, side in (("bollinger_upper", "upper"), ("bollinger_lower", "lower")):
            band = w.number(f"{subject}.{metric}")
            if band is not None:
                wrong = "below" if close > band else "above"
                yield Case(
                    "state that is wrong",
                    start(f"{name.text} closed {wrong} its {side} Bollinger band."),
                    w.truth(f"{subject}.close", f"{subject}.{metric}"),
                )
        line, signal = w.number(f"{subject}.macd"), w.number(f"{subject}.macd_signal")
        if line is not None and signal is not None and abs(line - signal) > 0.01:
            wrong = "below" if line > signal else "above"
            yield Case(
                "state that is wrong",
                start(f"{name.possessive} MACD is {wrong} its signal line."),
                w.truth(f"{subject}.macd", f"{subject}.macd_signal"),
            )
            yield Case(
                "state that is wrong",
                start(f"{name.possessive} MACD is {'negative' if line > 0 else 'positive'}."),
                w.truth(f"{subject}.macd"),
            )
        opened = w.number(f"{subject}.open")
        if opened is not None and abs(close / opened - 1) > 0.001:
            side = "below" if close > opened else "above"
            yield Case(
                "state that is wrong",
                start(f"{name.text} closed {side} its opening level."),
                w.truth(f"{subject}.open", f"{subject}.close"),
            )
    vix = w.facts.get("vix.close")
    if vix and vix.reading:
        level = vix.reading.split()[0]
        if level != "high":
            yield Case("state that is wrong", "Volatility is high.", w.truth("vix.close"))
        if level != "low":
            yield Case("state that is wrong", "Volatility is very low.", w.truth("vix.close"))
    change = w.number("vix.return_1d")
    if change:
        yield Case(
            "state that is wrong",
            f"The VIX {'eased' if change > 0 else 'spiked'} on the day.",
            w.truth("vix.return_1d"),
        )
        yield Case(
            "state that is wrong",
            f"Volatility {'eased' if change > 0 else 'spiked'} on the day.",
            w.truth("vix.return_1d"),
        )
    yields = w.number("tnx.change_1d")
    if yields and abs(yields) > 1:
        yield Case(
            "state that is wrong",
            f"Treasury yields {'fell' if yields > 0 else 'rose'} on the day.",
            w.truth("tnx.change_1d"),
        )
    for pair in ("rut_vs_spx", "rut_vs_comp"):
        gap, (a, b) = w.number(f"{pair}.spread_1d"), (NAMES[s][0].text for s in pair.split("_vs_"))
        year = w.number(f"{pair}.spread_ytd")
        if gap and year and abs(gap) > 0.05 and year > 0.5:
            yield Case(
                "state that is wrong",
                start(f"{a}’s lead over {b} for the year {'narrowed' if gap > 0 else 'widened'} on the day."),
                w.truth(f"{pair}.spread_1d", f"{pair}.spread_ytd"),
            )
