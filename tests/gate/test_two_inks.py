"""Two inks: what is proved is black, what is the model's own is grey, what is wrong or may not be said is in neither."""

from datetime import date
from time import process_time

import pytest

from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Gate, Grounded, Withheld
from assistant.gate.own_words.classifier import WEIGHTS, own_chance
from assistant.gate.own_words.train import bank
from assistant.gate.pieces import clauses, part_of
from assistant.gate.proof import Filled
from assistant.program import Program

VIEWS = ("rosenberg-2026-01-22", "desanctis-2025-12-09")


@pytest.fixture
def inks(program: Program) -> Gate:
    people = {n: p.name for p in program.library.people for n in (p.name.lower(), p.last_name)}
    evidence, held = program.evidence(), [p for v in VIEWS if (p := program.library.get(v))]
    return Gate(Ledger(evidence.catalogue.facts, held), evidence.as_of, date(2026, 1, 22), people, wording="open")


def shown(verdict: Grounded | Withheld) -> str:
    """A verdict as text, grey in angle brackets; empty for a sentence that isn't shown."""
    if isinstance(verdict, Withheld):
        return ""
    out, done = [], 0
    for start, end in verdict.grey:
        out += [verdict.text[done:start], f"<{verdict.text[start:end]}>"]
        done = end
    return "".join([*out, verdict.text[done:]])


CASES = [
    # Proved whole: no grey.
    ("The Russell 2000 is up {rut.return_ytd} for the year.", "The Russell 2000 is up 9.54 % for the year."),
    # A lead-in, a link, a reading: grey beside black, or alone.
    ("Not everyone is convinced: Rosenberg calls it “there is not a junkier index out there than the Russell 2000” [rosenberg-2026-01-22].", "<Not everyone is convinced>: Rosenberg calls it “there is not a junkier index out there than the Russell 2000” (22 January 2026)."),
    ("The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} sessions in a row, a run that is rare.", "The Russell 2000 has beaten the S&P 500 for 14 sessions in a row, <a run that is rare>."),
    ("The picture is mixed.", "<The picture is mixed>."),
    ("Yes — the Russell 2000 is up {rut.return_ytd} for the year, while the S&P 500 is up just {spx.return_ytd}.", "<Yes> — the Russell 2000 is up 9.54 % for the year, while the S&P 500 is up <just> 0.99 %."),
    # A view in the model's own words beside its passage: most of them are the passage's, none is a figure.
    ("For Rosenberg the record run in small caps is speculation, without better fundamentals of business [rosenberg-2026-01-22].", "<For Rosenberg the record run in small caps is speculation, without better fundamentals of business> (22 January 2026)."),
    ("In Rosenberg's eyes the record run is no more than speculation in poor companies [rosenberg-2026-01-22].", ""),
    ("DeSanctis, a small-cap specialist, sees the Russell 2000 at 2,825 by the end of 2026 [desanctis-2025-12-09].", ""),
    ("Rosenberg would sooner discuss the Russell 2000, whose members are of better quality than those of the S&P SmallCap 600 [rosenberg-2026-01-22].", ""),
    ("Rosenberg accepts that falling rates drive the rally [rosenberg-2026-01-22].", ""),
    # Wrong of what stands before it: it goes, in grey too.
    ("The Russell 2000's 14-day RSI stands at {rut.rsi_14}, which is oversold.", "The Russell 2000's 14-day RSI stands at 69.17."),
    ("The VIX closed at {vix.close}, up on the day.", "The VIX closed at 15.64."),
    ("The Russell 2000 closed at {rut.high}, its high of the day.", ""),
    ("Not one of these strategists is bearish.", ""),
    ("Energy rose {sector.xle.return_1d} on the day because of the price war in oil.", "Energy rose 0.60 % on the day."),
    # Trimmed: the clause that may not stand goes, the rest stays.
    ("The Russell 2000 is up {rut.return_ytd} for the year because the Fed cut rates.", "The Russell 2000 is up 9.54 % for the year."),
    ("Investors are fleeing large caps, and the Russell 2000 is up {rut.return_1d} on the day.", "The Russell 2000 is up 0.74 % on the day."),
    ("In January the Russell 2000 gained {rut.return_ytd}, four times what large caps managed.", "In January the Russell 2000 gained 9.54 %."),
    # A link between a reading and a figure is the model's own; a date placed by code beside a threshold is no reading.
    ("The picture is clear, since the Russell 2000 gained {rut.return_5d} over five sessions.", "<The picture is clear, since> the Russell 2000 gained 2.53 % over five sessions."),
    ("The Russell 2000 set its last record on {rut.record_last_date}, above 50.", ""),
    # Proved without a figure: black, and what leads to it grey.
    ("Put differently, the Russell 2000 is ahead of the S&P 500 for the year.", "<Put differently>, the Russell 2000 is ahead of the S&P 500 for the year."),
    ("In short, the Russell 2000 is behind the S&P 500 for the year.", ""),
    # Shown in neither ink.
    ("The Russell 2000 closed at 2,500 on the day, which is notable.", ""),
    ("The Russell 2000 erased a gain of {rut.return_ytd} this year.", ""),
    ("The S&P 500 is up {rut.return_ytd} for the year, a solid gain.", ""),
    ("Small caps have doubled, which is striking.", ""),
    ("By contrast, the S&P 500 fell on the day.", ""),
    ("Put your money in the Russell 2000, up {rut.return_ytd} for the year.", ""),
    ("Buy the dip.", ""),
    ("The rally will continue.", ""),
    ("Analysts expect more.", ""),
    ("Powell has the last word.", ""),
    ("Rosenberg has come round to it.", ""),
    ("It is, in a word, “unstoppable”.", ""),
    ("Rosenberg thinks the run shows how healthy small companies are [rosenberg-2026-01-22].", ""),
    ("DeSanctis sees the Russell 2000 at 3,000 by the end of 2026 [desanctis-2025-12-09].", ""),
    ("It is wrong that the Russell 2000 is up {rut.return_ytd} for the year.", ""),
    ("The trend is clear 🚀.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "wanted"), CASES)
def test_each_clause_has_its_ink_or_goes(inks: Gate, draft: str, wanted: str) -> None:
    assert shown(inks.judge(draft)) == wanted


@pytest.mark.parametrize(("draft", "wanted"), CASES)
def test_proved_only_shows_what_is_black_and_whole_only_what_is_proved_whole(
    inks: Gate, draft: str, wanted: str
) -> None:
    proved, whole = inks.afresh("proved").judge(draft), inks.afresh("whole").judge(draft)
    assert not any(isinstance(v, Grounded) and v.grey for v in (proved, whole))
    if isinstance(whole, Grounded):
        assert shown(whole) == shown(proved) == wanted
    if isinstance(proved, Grounded) and "<" not in wanted:
        assert shown(proved) == wanted


def test_a_lead_in_is_left_out_of_what_is_proved_only(inks: Gate) -> None:
    draft = "Not everyone is convinced: Rosenberg calls it “there is not a junkier index out there than the Russell 2000” [rosenberg-2026-01-22]."
    assert shown(inks.afresh("proved").judge(draft)).startswith("Rosenberg calls it “there is not")


def test_grey_holds_no_digit_no_name_and_no_quotation(inks: Gate) -> None:
    for draft, _ in CASES:
        verdict = inks.judge(draft, after_withheld=False)
        for start, end in () if isinstance(verdict, Withheld) or "[" in draft else verdict.grey:
            assert not any(c.isdigit() or c in '“”"' for c in verdict.text[start:end])


def test_what_leans_on_a_withheld_sentence_goes_with_it(inks: Gate) -> None:
    assert isinstance(inks.judge("Volume is exploding."), Withheld)
    assert isinstance(inks.judge("That is what stands out."), Withheld)
    # "It" is held with the figure.
    assert isinstance(inks.judge("The Russell 2000 is up {rut.return_ytd} for the year."), Grounded)
    assert isinstance(inks.judge("The Nasdaq fell apart."), Withheld)
    assert isinstance(inks.judge("It rose {rut.return_1d} on the day."), Grounded)
    assert isinstance(inks.judge("The Nasdaq fell apart."), Withheld)
    assert isinstance(inks.judge("It rose {comp.return_1d} on the day."), Withheld)
    assert isinstance(inks.judge("The picture is mixed."), Grounded)
    assert isinstance(inks.judge("That is what stands out."), Grounded)


def test_a_noun_of_its_own_is_not_what_the_sentence_before_was_about(inks: Gate) -> None:
    assert isinstance(inks.judge("The Russell 2000 is up {rut.return_1d} on the day."), Grounded)
    assert isinstance(inks.judge("Volatility rose on the day."), Withheld)


def test_parts_of_a_sentence_keep_their_places() -> None:
    text = "In short, the index rose (a little), and the picture is mixed."
    cut = clauses(text)
    assert "".join(text[c.start : c.end] for c in cut) == text
    part = part_of(Filled(text), [cut[0], cut[-1]])
    assert part.filled.text == "In short, and the picture is mixed."
    assert [text[o] for o in part.origin] == list(part.filled.text)


def test_the_classifier_s_weights_are_of_its_bank() -> None:
    rows = bank()
    sample = rows[::11]
    assert WEIGHTS.exists()
    assert sum((own_chance(words) >= 0.5) == (kind == "own") for kind, words in sample) / len(sample) > 0.9


def test_what_is_held_is_not_denied(inks: Gate) -> None:
    draft = "The library holds no view on that."
    assert isinstance(inks.judge(draft), Withheld)
    inks.ledger = Ledger(inks.ledger.facts)
    assert isinstance(inks.judge(draft), Grounded)


HOSTILE = {
    "figures in a row": "1,1," * 1000, "figures apart": "1, " * 1000, "moves": "rose 1 %, " * 400, "names": "Aa " * 1500,
    "quotations": "“a” " * 1000, "subjects": "the Russell 2000 and " * 200, "joints": "a, " * 1300, "ands": "and " * 1000,
    "dates": "on 5 May 2020, " * 300, "braces": "{" * 4000, "slots": "{rut.close}, " * 300, "negations": "not " * 1000,
    "short figures": "1, " * 24, "short joints": "a, " * 230, "short names": "Aa " * 230, "short subjects": "the Russell 2000 and " * 33,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_sentence_holds_the_gate_up(inks: Gate, name: str) -> None:
    """Of 4,000 characters, or of as many as are still read: judged in the time of a sentence, however it is made."""
    inks.judge("The picture is mixed.")  # the classifier is loaded at its first sentence
    begun = process_time()
    assert isinstance(inks.judge(HOSTILE[name]), Withheld)
    assert process_time() - begun < 3, "48 s before a limit was set"
