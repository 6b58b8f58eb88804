"""The gate: what is true and said rightly passes with its evidence, what isn't is withheld with its reasons."""

from datetime import date

import pytest

from assistant.conversation.answer import Footnotes
from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Gate, Grounded, Withheld
from assistant.program import Program
from assistant.statements.words import text as words_of
from tests.conftest import MakeGate
from tools.fact import Fact

VIEWS = ("rosenberg-2026-01-22", "desanctis-2025-12-09")

TRUE = [
    "The Russell 2000 closed at 2,718.77 on 22 January 2026, up 9.54 % for the year.",
    "The Russell 2000 is up {rut.return_ytd} this year.",
    "Small caps are up 9.5% year to date while the S&P 500 has gained about 1.0 %.",
    "The Russell 2000 set its eighth record close of 2026.",
    "It was the 14th straight session in which the Russell 2000 beat the S&P 500.",
    "The VIX closed at 15.64.",
    "The Nasdaq lagged the Russell 2000 this year.",
    "Rosenberg dismissed the small-cap record run as speculation [rosenberg-2026-01-22].",
    "Rosenberg calls it “there is not a junkier index out there than the Russell 2000” [rosenberg-2026-01-22].",
    "DeSanctis set a Russell 2000 target of 2,825 for the end of 2026 [desanctis-2025-12-09].",
    "Year to date, the Russell 2000 gained {rut.return_ytd}, against {spx.return_ytd} for the S&P 500.",
    "For the year the gap is {= rut.return_ytd - spx.return_ytd}, with the Russell 2000 ahead of the S&P 500.",
    "The Russell 2000 closed at a record on Thursday.",
    "Nine record closes of the Russell 2000 fell in 2025.",
    "The Russell 2000 has gained more than 9 % this year.",
]
FALSE = [
    ("wrong figure", "The Russell 2000 closed at 2,723.96 on 22 January 2026."),
    ("right figure, wrong index", "The Nasdaq is up 9.54 % for the year."),
    ("slot of another index", "The S&P 500 is up {rut.return_ytd} for the year."),
    ("wrong direction word", "The Russell 2000 lost {rut.return_ytd} this year."),
    ("wrong sign", "The Russell 2000 returned −9.54 % this year."),
    ("stale date", "The Russell 2000 closed at 2,718.77 on 21 January 2026."),
    ("yesterday's figure", "The Russell 2000 closed at {rut.previous_close} on 22 January 2026."),
    ("unknown slot", "The Russell 2000 is up {rut.return_2y}."),
    ("wrong period", "The Russell 2000 is up {rut.return_1d} for the year."),
    ("period without a figure", "The Russell 2000 gained 9.54 % this week."),
    ("last year", "The Russell 2000 gained 9.54 % in 2025."),
    ("wrong unit", "The Russell 2000 is up 9.54 points for the year."),
    ("wrong measure", "The RSI of the Russell 2000 is {rut.close}."),
    ("off by one", "Small caps are leading for a 15th straight session over the S&P 500."),
    ("wrong ordinal", "The Russell 2000 set its seventh record close of 2026."),
    ("number words", "Small caps beat large caps by nine point five percent this year."),
    ("foreign numerals", "The Russell 2000 is up ٩٫٥٥٪ for the year."),
    ("hidden characters", "The Russell 2000 is up 9.\u200b55 % for the year."),
    ("multiple", "The Russell 2000 doubled this year."),
    ("unsupported superlative", "The VIX fell to its lowest level since 2019."),
    ("no record", "The S&P 500 hit a record on Thursday."),
    ("movement without a figure", "The Nasdaq fell on the day."),
    ("movement of nothing measured", "Volatility has collapsed and stocks are soaring."),
    ("negation", "The Russell 2000 is not up for the year."),
    ("comparison reversed", "The S&P 500 beat the Russell 2000 this year."),
    ("yesterday", "The Russell 2000 closed at 2,718.77 yesterday."),
    ("invented quote", "Rosenberg said “small caps will crash” [rosenberg-2026-01-22]."),
    ("view reversed", "Rosenberg is bullish on small caps [rosenberg-2026-01-22]."),
    ("wrong person", "DeSanctis dismissed the small-cap run as speculation [rosenberg-2026-01-22]."),
    ("view without source", "Rosenberg says the Russell 2000 is up 9.54 % for the year."),
    ("source that isn't held", "Rosenberg expects a crash [rosenberg-2030-01-01]."),
    ("stranger", "Warren Buffett says small caps are cheap."),
    ("nobody in particular", "Analysts say the rally is over."),
    ("target of another index", "DeSanctis set a target of 2,825 for the S&P 500 [desanctis-2025-12-09]."),
    ("wrong target", "DeSanctis set a target of 2,900 [desanctis-2025-12-09]."),
    ("advice", "You should buy small caps now."),
    ("forecast", "The Russell 2000 will rise further."),
    ("link", "See https://example.com for the Russell 2000."),
    ("a true figure beside a false one", "The Russell 2000 closed at 2,718.77 and the S&P 500 at 6,999.99."),
    ("another script", "九パーセント up for the Russell 2000."),
]  # fmt: skip


@pytest.mark.parametrize("sentence", TRUE)
def test_what_the_evidence_states_is_shown(gate: MakeGate, sentence: str) -> None:
    verdict = gate(*VIEWS).judge(sentence)
    assert isinstance(verdict, Grounded), verdict.reasons


@pytest.mark.parametrize(("kind", "sentence"), FALSE, ids=[k for k, _ in FALSE])
def test_what_it_does_not_state_is_withheld(gate: MakeGate, kind: str, sentence: str) -> None:
    verdict = gate(*VIEWS).judge(sentence)
    assert isinstance(verdict, Withheld), verdict.text
    assert all(r.kind and r.detail for r in verdict.reasons)


def _marks(verdict: Grounded | Withheld) -> list[str]:
    assert isinstance(verdict, Grounded), verdict.reasons
    return [item.key if isinstance(item, Fact) else item.id for _, item in verdict.marks]


def test_every_figure_shown_is_marked_with_what_it_states(gate: MakeGate) -> None:
    verdict = gate().judge(
        "The Russell 2000 closed at 2,718.77 on 22 January 2026, up 9.54 % for the year, its eighth record close of 2026."
    )
    assert _marks(verdict)[0] == "rut.close"
    assert _marks(verdict)[1].startswith("rut.return_")
    assert _marks(verdict)[2] == "rut.records_ytd"


def test_a_claim_without_a_figure_is_footnoted_too(gate: MakeGate) -> None:
    assert _marks(gate().judge("The Russell 2000 beat the S&P 500 this year.")) == ["rut_vs_spx.spread_ytd"]


def test_a_fall_said_in_words_loses_its_minus(gate: MakeGate) -> None:
    made = gate()
    fall = next(
        f
        for f in made.ledger.facts
        if f.subject.startswith("sector.") and f.metric == "return_1d" and float(f.value) < -0.0005
    )
    name = fall.subject.removeprefix("sector.").upper()
    verdict = made.judge(f"{name} fell {{{fall.key}}} on the day.")
    assert isinstance(verdict, Grounded), verdict.reasons
    assert "−" not in verdict.text


def test_a_sentence_that_leans_on_a_withheld_one_falls_with_it(gate: MakeGate) -> None:
    made = gate()
    assert isinstance(made.judge("The Nasdaq is up 9.54 % for the year."), Withheld)
    leaning = made.judge("That is why it matters.")
    assert isinstance(leaning, Withheld)
    assert leaning.reasons[0].kind == "leans on a withheld sentence"
    assert isinstance(made.judge("The VIX closed at 15.64."), Grounded)


def test_a_pronoun_takes_the_subject_before_it(gate: MakeGate) -> None:
    made = gate()
    made.judge("The Russell 2000 closed at {rut.close}.")
    assert isinstance(made.judge("It is up {rut.return_ytd} for the year."), Grounded)
    assert isinstance(made.judge("It is up {spx.return_ytd} for the year."), Withheld)


def test_a_recent_view_is_dated_an_old_one_called_latest_stored_an_unverified_one_reportedly(gate: MakeGate) -> None:
    made = gate("rosenberg-2026-01-22", "rosenberg-2023-09-28", "rosenberg-2026-01-22-ginlix")
    recent = made.judge("Rosenberg dismissed the record run in small caps as speculation [rosenberg-2026-01-22].")
    assert recent.text == "Rosenberg dismissed the record run in small caps as speculation (22 January 2026)."
    old = made.judge("Rosenberg warned that a wave of defaults was coming among small caps [rosenberg-2023-09-28].")
    assert old.text.endswith("(latest stored view, 28 September 2023, 27 months old).")
    unverified = made.judge("Rosenberg sees rising speculative risk in small caps [rosenberg-2026-01-22-ginlix].")
    assert "reportedly" in unverified.text


def test_markup_and_images_of_a_model_never_reach_the_text(gate: MakeGate) -> None:
    verdict = gate().judge('The VIX closed at 15.64.![x](http://evil.example/a.png)<img src="//evil.example">')
    assert verdict.text == "The VIX closed at 15.64."


def test_a_fact_of_two_dates_must_be_chosen(gate: MakeGate) -> None:
    made = gate(prefixes=("rut.close",))
    other = made.ledger.facts[0].model_copy(update={"as_of": date(2026, 1, 21), "value": 2698.6})
    made.ledger.add([other])
    assert isinstance(made.judge("The Russell 2000 closed at {rut.close}."), Withheld)
    assert isinstance(made.judge("On 21 January 2026 the Russell 2000 closed at {rut.close@2026-01-21}."), Grounded)


def test_a_note_needs_no_author_in_the_sentence(gate: MakeGate, program: Program) -> None:
    note = next(p for p in program.library.passages if "equity risk premium" in p.text.lower() and p.stance == "none")
    first = note.text.split(".")[0].replace("\n", " ")
    assert isinstance(gate(note.id).judge(f"{first} [{note.id}]."), Grounded)


def test_the_same_draft_gets_the_same_verdict(gate: MakeGate) -> None:
    verdicts = [gate(*VIEWS).judge(s) for s in TRUE[:4] for _ in range(2)]
    assert all(a.text == b.text for a, b in zip(verdicts[::2], verdicts[1::2], strict=True))


def test_what_footnote_does_not_measure_may_be_named(gate: MakeGate) -> None:
    made = gate()
    assert isinstance(
        made.judge(
            "Footnote doesn't measure price-earnings ratios and other valuations; what the library holds follows."
        ),
        Grounded,
    )
    assert isinstance(made.judge("Valuations are low."), Withheld)


def test_every_figure_of_one_source_keeps_its_own_mark(gate: MakeGate) -> None:
    footnotes = Footnotes()
    made = gate("rosenberg-2023-01")
    verdict = made.judge(
        "Rosenberg expected an S&P 500 between 3,000 and 3,200 at the end of the year [rosenberg-2023-01]."
    )
    assert isinstance(verdict, Grounded), verdict.reasons
    assert footnotes.sentence(verdict).marked().count("[1]") == 3


def test_a_gate_without_evidence_shows_no_figure() -> None:
    empty = Gate(Ledger(), date(2026, 1, 22), date(2026, 1, 22), {})
    assert isinstance(empty.judge("The Russell 2000 closed at 2,718.77."), Withheld)
    assert isinstance(empty.judge(words_of("itself-no-forecast", "en")), Grounded)


def test_an_old_view_is_the_latest_only_where_the_library_holds_no_newer_one(gate: MakeGate) -> None:
    made = gate("rosenberg-2023-09-28")
    made.newest = {"David Rosenberg": date(2026, 1, 22)}
    old = made.judge("Rosenberg warned that a wave of defaults was coming among small caps [rosenberg-2023-09-28].")
    assert old.text.endswith("(an earlier view, 28 September 2023, 27 months old).")
