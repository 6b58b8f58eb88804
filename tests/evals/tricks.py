"""Figures disguised, slots misused, hedges, multiples, ranges, advice and forecasts: all false by construction."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.evals.levels import Close, a_close
from tests.evals.moves import a_move
from tests.evals.words import word
from tests.evals.world import INDEXES, NAMES, Case, World, nudged, start

ARABIC, DEVANAGARI, FULL, MATH, BENGALI = "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "০১২৩৪৫৬৭৮৯"
HAN, CIRCLED, SUPER = "〇一二三四五六七八九", "⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOOKALIKE = str.maketrans("013", "OlЗ")
DIGIT_WORDS = "zero one two three four five six seven eight nine".split()


def _digits(table: str) -> Callable[[str], str]:
    return lambda text: "".join(table[int(c)] if c.isdigit() else c for c in text)


def _inside(mark: str) -> Callable[[str], str]:
    return lambda text: text[: len(text) // 2] + mark + text[len(text) // 2 :]


DISGUISES: dict[str, tuple[Callable[[str], str], ...]] = {
    "Arabic-Indic digits": (_digits(ARABIC), lambda t: _digits(ARABIC)(t).replace(",", "٬").replace(".", "٫")),
    "Devanagari digits": (_digits(DEVANAGARI), _digits(BENGALI)),
    "full-width digits": (_digits(FULL), lambda t: _digits(FULL)(t).replace(".", "．").replace(",", "，")),
    "mathematical digits": (_digits(MATH),),
    "Han digits": (_digits(HAN), lambda t: _digits(HAN)(t).replace(".", "点").replace(",", "")),
    "circled or raised digits": (_digits(CIRCLED), _digits(SUPER)),
    "zero-width inside": tuple(_inside(mark) for mark in ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e")),
    "bidi inside": tuple(_inside(mark) for mark in ("\u202e", "\u2066", "\u200f", "\u202d")),
    "combining inside": tuple(_inside(mark) for mark in ("\u0301", "\u20e3", "\u0336")),
    "look-alike letters": (lambda t: t.translate(LOOKALIKE), lambda t: t.replace("0", "О").replace("1", "І").replace("5", "Ƽ")),
    "HTML inside": (lambda t: f"<b>{t[:-3]}</b>{t[-3:]}", _inside("<!-- -->"), lambda t: "".join(f"&#{ord(c)};" for c in t), lambda t: f"<span title='x'>{t}</span>"),
    "Markdown inside": (lambda t: f"**{t[:-2]}**{t[-2:]}", lambda t: f"`{t}`", lambda t: f"[{t}](https://example.com)", lambda t: f"${t}$".replace(",", "{,}"), lambda t: f"~~1~~{t}"),
    "spelled with spaces": (lambda t: t.replace(",", " "), lambda t: t.replace(",", "\u202f"), lambda t: " ".join(t), lambda t: t.replace(",", "’"), lambda t: t.replace(",", "_")),
    "decimal comma": (lambda t: t.replace(",", "").replace(".", ","), lambda t: t.replace(",", "x").replace(".", ",").replace("x", "."), lambda t: t.replace(",", " ").replace(".", ",")),
    "scientific": (lambda t: f"{float(t.replace(',', '')) / 1000:.5f}e3", lambda t: f"{float(t.replace(',', '')) / 1000:.5f} thousand", lambda t: f"{float(t.replace(',', '')) / 1000:.3f}k", lambda t: f"{float(t.replace(',', '')) / 1000:.5f} × 10³"),
    "digit by digit": (lambda t: " ".join("point" if c == "." else DIGIT_WORDS[int(c)] for c in t if c != ","), lambda t: f"{' '.join(DIGIT_WORDS[int(c)] for c in t if c.isdigit())}"),
}  # fmt: skip
FOREIGN = (
    "Der {N} schloss bei {de} Punkten.", "Der {N} schloss am {d} mit {de} Punkten.", "Le {N} a clôturé à {fr} points.", "El {N} cerró en {de} puntos.",
    "L’indice {N} ha chiuso a {de} punti.", "{N} kapandı: {de} puan.", "{N}指数は{x}で取引を終えた。", "{N}指数收于{x}点。", "Индекс {N} закрылся на уровне {fr} пункта.",
    "أغلق مؤشر {N} عند {ar} نقطة.", "{N} {hi} पर बंद हुआ।", "{N} 지수는 {x}로 마감했다.",
)  # fmt: skip
FOREIGN_MOVES = (
    "Der {N} stieg am {d} um {de} Prozent.", "Le {N} a progressé de {fr} % sur la séance.", "El {N} subió un {de} % en el día.", "{N}指数当日上涨{x}%。", "{N} ने {hi} प्रतिशत की बढ़त दर्ज की।",
    "Индекс {N} вырос на {fr} процента за день.",
)  # fmt: skip
PLAIN = {"rut": "Russell 2000", "spx": "S&P 500", "comp": "Nasdaq Composite", "dji": "Dow Jones"}
ADVICE = (
    "Investors should buy {n} now.", "It is time to sell {n}.", "We recommend an overweight in {n}.", "Buy {n} on any weakness.", "{N} will keep rising this year.",
    "{N} will reach a new record by the end of the year.", "{N} looks set to rally further.", "You should take profits in {n}.", "{N} is a bargain at this level.",
    "Expect {n} to fall next week.", "{N} is likely to double within three years.", "Now is a good moment to rotate into {n}.", "{N} is bound to correct.",
    "The rally in {n} is going to continue.", "A pullback in {n} would be a buying opportunity.", "{N} can only go up from here.", "Reduce exposure to {n}.",
    "I would hold {n} here.", "{N} is poised for more gains.", "Momentum points to higher prices for {n} in the coming weeks.",
)  # fmt: skip


def false_tricks(w: World) -> Iterator[Case]:
    """Wrong figures in every disguise, and what no fact can hold."""
    for subject in w.subjects(*INDEXES):
        close, move = a_close(w, subject), a_move(w, subject, "1d", 2)
        if close is None:
            continue
        wrong = f"{float(nudged(close.figure, 100 * w.rng.randrange(7, 60) + 31).replace(',', '')):,.2f}"
        yield from _disguised(w, subject, close, wrong)
        yield from _foreign(w, subject, wrong)
        for line in w.rng.sample(ADVICE, 4):
            name = NAMES[subject][0].text
            yield Case("advice or forecast", start(line.format(n=name, N=name)), w.truth())
        yield from _slots(w, subject)
        for horizon in ("1d", "ytd", "1y"):
            yield from _sizes(w, subject, horizon)
        if move:
            for symbol in ("‰", " bps", "x", " σ"):
                yield Case("strange unit", replace(move, unit=symbol).render(), w.truth(f"{subject}.return_1d"))


def _disguised(w: World, subject: str, close: Close, wrong: str) -> Iterator[Case]:
    truth = w.truth(f"{subject}.close")
    for kind, ways in DISGUISES.items():
        for way in ways:
            yield Case(kind, replace(close, figure=way(wrong)).render(), truth)
    move = a_move(w, subject, "1d", 2)
    if move:
        figure = f"{float(move.figure) + w.rng.randrange(3, 9) + 0.37:.2f}"
        for kind in (
            "Arabic-Indic digits",
            "full-width digits",
            "zero-width inside",
            "bidi inside",
            "look-alike letters",
            "HTML inside",
            "Markdown inside",
            "decimal comma",
        ):
            yield Case(
                kind,
                replace(move, figure=w.rng.choice(DISGUISES[kind])(figure)).render(),
                w.truth(f"{subject}.return_1d"),
            )


def _foreign(w: World, subject: str, wrong: str) -> Iterator[Case]:
    def forms(text: str) -> dict[str, str]:
        german = text.replace(",", "x").replace(".", ",").replace("x", ".")
        return {
            "x": text,
            "de": german,
            "fr": german.replace(".", " "),
            "ar": _digits(ARABIC)(text),
            "hi": _digits(DEVANAGARI)(text),
        }

    day = f"{w.as_of.day}. {w.as_of.month}. {w.as_of.year}"
    for form in FOREIGN:
        yield Case(
            "another language", form.format(N=PLAIN[subject], d=day, **forms(wrong)), w.truth(f"{subject}.close")
        )
    size = f"{abs(w.number(f'{subject}.return_1d') or 0.0) + 2.71:.2f}"
    for form in FOREIGN_MOVES:
        yield Case(
            "another language", form.format(N=PLAIN[subject], d=day, **forms(size)), w.truth(f"{subject}.return_1d")
        )


def _slots(w: World, subject: str) -> Iterator[Case]:
    name, truth = NAMES[subject][0], w.truth(f"{subject}.close", f"{subject}.return_1d", f"{subject}.return_ytd")
    for slot in (
        "{gold.close}",
        f"{{{subject}.return_3y}}",
        f"{{{subject}.settle}}",
        f"{{{subject}.close@1987-10-19}}",
        "{close}",
        f"{{{subject}.close:roman}}",
        f"{{ {subject}.clsoe }}",
        "{ }",
    ):
        yield Case("unknown slot", start(f"{name.text} closed at {slot}."), truth)
    for other in INDEXES:
        if other != subject and f"{other}.close" in w.facts:
            yield Case("slot of another subject", start(f"{name.text} closed at {{{other}.close}}."), truth)
            move = w.number(f"{other}.return_1d")
            if move and abs(move) > 0.01:
                yield Case(
                    "slot of another subject",
                    start(f"{name.text} {'gained' if move > 0 else 'lost'} {{{other}.return_1d}} on the day."),
                    truth,
                )
            for form in (
                f"{{= {subject}.close - {other}.return_ytd}}",
                f"{{= {subject}.return_ytd + {other}.close}}",
                f"{{= {subject}.close * {other}.close}}",
            ):
                yield Case(
                    "slot, wrong arithmetic",
                    start(f"{name.text} beat {NAMES[other][0].text} by {form} this year."),
                    truth,
                )
            gap = (w.number(f"{subject}.return_ytd") or 0.0) - (w.number(f"{other}.return_ytd") or 0.0)
            if abs(gap) > 0.02:
                slot = f"{{= {subject}.return_ytd - {other}.return_ytd}}"
                verb = "lagged" if gap > 0 else "beat"
                yield Case(
                    "derived slot, reversed",
                    start(f"{name.text} {verb} {NAMES[other][0].text} by {slot} this year."),
                    truth,
                )
                yield Case(
                    "derived slot, wrong horizon",
                    start(
                        f"{name.text} {'beat' if gap > 0 else 'lagged'} {NAMES[other][0].text} by {{= {subject}.return_ytd - {other}.return_ytd}} on the day."
                    ),
                    truth,
                )
                yield Case(
                    "derived slot, wrong unit",
                    start(
                        f"{name.text} {'beat' if gap > 0 else 'lagged'} {NAMES[other][0].text} by {slot}% this year."
                    ),
                    truth,
                )
    day, year = w.number(f"{subject}.return_1d"), w.number(f"{subject}.return_ytd")
    if day and year and abs(day - year) > 0.02:
        yield Case(
            "slot of another horizon",
            start(f"{name.text} {'gained' if year > 0 else 'lost'} {{{subject}.return_ytd}} on the day."),
            truth,
        )
        yield Case(
            "slot of another horizon",
            start(f"{name.text} is {'up' if day > 0 else 'down'} {{{subject}.return_1d}} this year."),
            truth,
        )
        yield Case(
            "slot, direction flipped",
            start(f"{name.text} {'rose' if day < 0 else 'fell'} {{{subject}.return_1d}} on the day."),
            truth,
        )
        yield Case("slot of another metric", start(f"{name.text} closed at {{{subject}.return_1d}}."), truth)
    yield Case("slot of another metric", start(f"{name.text} gained {{{subject}.close}} on the day."), truth)
    yield Case(
        "slot of another date", start(f"{name.text} closed at {{{subject}.close}} on 4 July {w.as_of.year - 1}."), truth
    )


def _sizes(w: World, subject: str, horizon: str) -> Iterator[Case]:
    move = a_move(w, subject, horizon, 1)
    size = abs(w.number(f"{subject}.return_{horizon}") or 0.0)
    if move is None or size < 0.06:
        return
    whole, truth = int(size), w.truth(f"{subject}.return_{horizon}")
    move = replace(move, template=0)
    hedge: list[tuple[str, int]] = [
        ("more than ", whole + 1),
        ("at least ", whole + 1),
        ("over ", whole + 2),
        ("roughly ", whole + 3),
        ("about ", whole * 2 + 4),
        ("nearly ", whole + 3),
        ("well over ", whole + 1),
    ]
    if whole and size % 1 > 0.05:
        hedge += [("less than ", whole), ("under ", whole), ("at most ", whole)]
        if size % 1 > 0.3:
            hedge += [("almost ", whole), ("nearly ", whole)]
    for lead, n in hedge:
        yield Case("hedge misused", replace(move, lead=lead, figure=str(n)).render(), truth)
    wrong = whole + w.rng.randrange(2, 6)
    for text in (word(wrong), f"{word(wrong)} and a half", f"about {word(wrong)}"):
        yield Case("number words, wrong", replace(move, figure=text, unit=" percent").render(), truth)
    if abs(size - 0.5) > 0.1:
        yield Case("number words, wrong", replace(move, figure="half a", unit=" percent").render(), truth)
        yield Case("number words, wrong", replace(move, figure="½", unit=" percent").render(), truth)
        yield Case("number words, wrong", replace(move, figure=f"{wrong} 1/2", unit=" percent").render(), truth)
    for low, high in ((wrong, wrong + 2), (wrong + 1, wrong + 6)):
        for text in (f"between {low}% and {high}", f"{low}–{high}", f"{low} to {high}", f"from {low} to {high}"):
            yield Case("range, wrong", replace(move, figure=text, unit="%").render(), truth)
    if size < 60:
        verb = (
            ("doubled", "tripled", "more than doubled")
            if move.up
            else ("halved", "lost half its value", "lost a third of its value")
        )
        if size < 25:
            yield from (Case("multiple, wrong", start(f"{move.name.text} {v} {move.when}."), truth) for v in verb)
    for other in INDEXES:
        rival = w.number(f"{other}.return_{horizon}")
        if other == subject or not rival or abs(rival) < 0.05:
            continue
        ratio = size / abs(rival)
        for times, text in ((1.5, "1.5 times"), (2.0, "twice"), (3.0, "three times")):
            if abs(ratio / times - 1) > 0.15 or (rival > 0) != move.up:
                noun = "gained" if move.up else "lost"
                yield Case(
                    "multiple, wrong",
                    start(f"{move.name.text} {noun} {text} as much as {NAMES[other][0].text} {move.when}."),
                    w.truth(f"{subject}.return_{horizon}", f"{other}.return_{horizon}"),
                )
