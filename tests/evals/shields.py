"""False figures behind a citation, in somebody's mouth, or in a list; true figures in a list."""

from collections.abc import Iterator
from dataclasses import replace

from tests.evals.levels import a_close, affixes
from tests.evals.moves import a_move
from tests.evals.views import credit, persons
from tests.evals.world import INDEXES, NAMES, SECTORS, Case, World, nudged, shown, start

ROMAN = "0 I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()


def bare(subject: str) -> str:
    """``Russell 2000``."""
    return start(NAMES[subject][0].text.removeprefix("the "))


def true_lists(w: World) -> Iterator[Case]:
    """Lines of a list, as models like to write."""
    for subject in [*w.subjects(*INDEXES, "vix"), *w.subjects(*SECTORS)[:3]]:
        close, move = a_close(w, subject), a_move(w, subject, "1d", 2)
        if close is None or move is None:
            continue
        before, after = affixes(subject)
        level, sign = f"{before}{close.figure}{after}", "+" if move.up else "−"
        truth = w.truth(f"{subject}.close", f"{subject}.return_1d")
        yield Case("list item", f"{bare(subject)}: {level} ({sign}{move.figure}%)", truth)
        yield Case("list item", f"- **{bare(subject)}** closed at {level} ({sign}{move.figure}% on the day).", truth)


def false_lists(w: World) -> Iterator[Case]:
    """Lines of a list with a wrong sign, level or subject; figures without a unit; Roman numerals."""
    for subject in [*w.subjects(*INDEXES), *w.subjects(*SECTORS)[:3]]:
        close, move = a_close(w, subject), a_move(w, subject, "1d", 2)
        if close is None or move is None:
            continue
        name, before = bare(subject), affixes(subject)[0]
        truth, sign, wrong = (
            w.truth(f"{subject}.close", f"{subject}.return_1d"),
            *(("+", "−") if move.up else ("−", "+")),
        )
        level, other = f"{before}{close.figure}", f"{before}{nudged(close.figure, 57)}"
        yield Case("list item, wrong", f"{name}: {level} ({wrong}{move.figure}%)", truth)
        yield Case("list item, wrong", f"- **{name}**: {other} ({sign}{move.figure}%)", truth)
        yield Case("list item, wrong", f"| {name} | {other} | {sign}{move.figure}% |", truth)
        yield Case("list item, wrong", f"| {name} | {level} | {wrong}{move.figure}% |", truth)
        for rival in INDEXES:
            if rival != subject and not w.same(f"{rival}.return_1d", move.figure, 2) and f"{rival}.close" in w.facts:
                yield Case(
                    "list item, wrong", f"{bare(rival)}: {sign}{move.figure}% on the day", w.truth(f"{rival}.return_1d")
                )
                yield Case("list item, wrong", f"{bare(rival)}: {close.figure}", w.truth(f"{rival}.close"))
        if move.up:
            yield Case("double sign", replace(move, template=0, figure=f"−{move.figure}").render(), truth)
    for pair in ("rut_vs_spx", "rut_vs_comp"):
        streak = w.number(f"{pair}.streak")
        if streak is not None and streak < 19:
            wrong_streak, (a, b) = int(streak) + 1, (NAMES[s][0].text for s in pair.split("_vs_"))
            for text in (
                ROMAN[wrong_streak],
                "".join("٠١٢٣٤٥٦٧٨٩"[int(c)] for c in str(wrong_streak)),
                f"{wrong_streak}️⃣",
                f"1{wrong_streak}" if wrong_streak < 10 else f"{wrong_streak}0",
            ):
                yield Case(
                    "streak disguised",
                    start(f"{a} has beaten {b} for {text} straight sessions."),
                    w.truth(f"{pair}.streak"),
                )


def false_shields(w: World) -> Iterator[Case]:
    """Wrong figures in a sentence that credits and cites a passage it has right."""
    known = persons(w)
    for passage in known:
        subject = w.rng.choice(w.subjects(*INDEXES))
        move = a_move(w, subject, "1d", 2)
        value = w.number(f"{subject}.close")
        figure = shown(value, 2) if value is not None else None
        if move is None or figure is None:
            continue
        name, mark, stance = NAMES[subject][0].text, f"[{passage.id}]", f"{passage.stance} on {passage.stance_on}"
        truth = w.truth(f"{subject}.return_1d", f"{subject}.close")
        verb, wrong = ("gained", "lost") if move.up else ("lost", "gained")
        off = nudged(move.figure, 37)
        for clause in (
            f"{name} {wrong} {move.figure}% on the day",
            f"{name} {verb} {off}% on the day",
            f"{name} closed at {nudged(figure, 113)}",
            f"{name} {verb} {off.split('.')[0]}.99% this year",
        ):
            yield Case("false figure behind a citation", f"{credit(passage)} was {stance}, and {clause} {mark}.", truth)
            yield Case("false figure behind a citation", f"{start(clause)} {mark}.", truth)
            yield Case("fact in a mouth", f"{credit(passage)} noted that {clause} {mark}.", truth)
        yield Case(
            "fact in a mouth", f"{credit(passage)} pointed out that {name} {verb} {move.figure}% on the day.", truth
        )
        yield Case(
            "fact in a mouth",
            f"“{start(name)} {verb} {move.figure}% on the day,” said {credit(passage)} {mark}.",
            truth,
        )
