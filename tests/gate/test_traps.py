"""Sentences that once passed the gate and were false, and true ones that it once withheld."""

import pytest

from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.gate.gate import Gate, Grounded, Withheld
from tests.conftest import MakeGate
from tools.measures.query import make_query

VIEWS = ("rosenberg-2026-01-22", "desanctis-2025-12-09")

ONCE_SHOWN = [
    ("more than its records", "The Russell 2000 has set eight record closes in January alone, the most in any month."),
    ("a level's direction that nothing measures", "The Russell 2000's RSI rose to {rut.rsi_14}."),
    ("a level said to fall on a day it rose", "The Russell 2000 fell to 2,718.77."),
    ("the same, as a close", "The Russell 2000 slipped to a close of 2,718.77 on 22 January 2026."),
    ("a level as a distance", "The Russell 2000 closed at 2,718.77, 2,718.77 points above its record."),
    ("the run's start as the end of an earlier one", "The longest run since {rut_vs_spx.streak_start} stands for the Russell 2000 against the S&P 500."),
    ("another average in a derived figure", "The Russell 2000 is {= rut.close / rut.sma_50 - 1} above its 200-day average."),
    ("an intraday high as a record close", "The Russell 2000's intraday high of {rut.high} is a record close."),
    ("a regime nothing reads", "The VIX closed at 15.64, elevated."),
    ("a record of both where one set it", "Both the Russell 2000 and the S&P 500 closed at records."),
    ("only", "Only the Russell 2000 rose on the day."),
    ("above itself", "The Russell 2000 closed above 2,718.77."),
    ("a level of a week ago", "A week ago the Russell 2000 stood at 2,718.77."),
    ("a level that was there a week ago", "The Russell 2000 stands at 2,718.77, up from 2,718.77 a week ago."),
    ("the low where the high is meant", "The Russell 2000's lowest close of the past 52 weeks is 2,718.77."),
    ("a run without a count", "It was the first consecutive session in which the Russell 2000 beat the S&P 500."),
    ("a beating on a day it rose", "The Russell 2000 took a beating on the day."),
    ("an imperative forecast", "Expect the Russell 2000 to fall next week."),
    ("finally", "The Russell 2000 finally closed at 2,718.77."),
    ("a view turned by liking", "Rosenberg now likes small caps [rosenberg-2026-01-22]."),
    ("a refusal left out", "Rosenberg accepts that the market is broadening away from technology [rosenberg-2026-01-22]."),
    ("its clause told as a claim", "Rosenberg said that falling rates drive the rally [rosenberg-2026-01-22]."),
    ("the better for the worse", "Rosenberg would sooner discuss the Russell 2000, whose members have to be of better quality than those of the S&P SmallCap 600 [rosenberg-2026-01-22]."),
    ("a word that the passage lacks", "DeSanctis guaranteed a target of 2,825 for the Russell 2000 at the end of 2026 [desanctis-2025-12-09]."),
    ("a date in the place of a count", "The Russell 2000 has beaten the S&P 500 for 22 January 2026."),
    ("a run as long as a date", "The earlier run of the Russell 2000 against the S&P 500 lasted 22 January 2026."),
    ("a date in the place of a level", "The Russell 2000 closed at 22 January 2026."),
    ("a date in the place of a return", "The Russell 2000 rose 22 January 2026 on the day."),
    ("a date in the place of a move", "The Russell 2000 is up by 22 January 2026."),
    ("a date slot in the place of a level", "The Russell 2000 closed at {rut.record_last_date}."),
    ("a record that is a date", "The Russell 2000's record close is {rut.record_last_date}."),
    ("praise that nothing measures", "The index did well."),
    ("praise of a subject", "The Russell 2000 did well on the day."),
    ("blame of a subject", "The S&P 500 did badly."),
    ("nothing at all", "It is so."),
    ("nothing at all, on and on", "So it goes, and so it goes."),
    ("a bare yes", "Yes."),
    ("a bare yes in more words", "Yes, it is."),
    ("a bare no", "No, they did not."),
    ("nothing but a date", "On 22 January 2026 it was so."),
    ("no, as the answer", "The answer is no."),
    ("no, as the answer to this question", "The answer to this question is no."),
    ("a subject that did", "The Russell 2000 did."),
    ("a subject that did, over a period", "The S&P 500 did this year."),
    ("an average in the place of its level", "The Russell 2000's 200-session moving average stood at 200-session moving average."),
    ("a date in the place of a high close", "The VIX closed at 15.64 on 22 January 2026; its highest close of the last 20 sessions was 20 January 2026."),
    ("an earlier run that no fact holds", "The last streak this long was in 2026."),
    ("an earlier run of as many", "The previous streak of {rut_vs_spx.streak} was in January 2026."),
    ("what an index is", "The Russell 2000 is a fund of the Federal Reserve."),
    ("what an index is the same as", "The Russell 2000 is the same as the S&P 500."),
    ("at its average", "The Russell 2000 closed at its 50-session average."),
    ("at its low", "The Russell 2000 closed at its low."),
    ("the end of a run that goes on", "The Russell 2000's run ended on 22 January 2026."),
    ("a leader", "The Russell 2000 has been the leader for 22 January 2026."),
    ("the answer is an index", "The answer to whether small caps lead is the S&P 500."),
    ("the market in general", "That is to say, small caps win."),
    ("a cause by since", "The Russell 2000 is up since it is a record."),
    ("both readings at once", "The Russell 2000 is overbought and oversold."),
    ("a trait in the place of a subject", "Quality led among small caps for the year."),
    ("a day's return as a month's", "The Russell 2000 rose {rut.return_1d} in January 2026."),
    ("a day's return as a month's, told first", "In January the Russell 2000 rose {rut.return_1d}."),
    ("a year's return as last year's", "In 2025 the Russell 2000 rose {rut.return_ytd}."),
    ("one history as another", "The VIX closed in the {vix.percentile_1y:ordinal} percentile of its history."),
    ("the smallest turned", "DeSanctis said the largest companies look very cheap [desanctis-2025-12-09]."),
]  # fmt: skip
TRUE = [
    "At the close on 22 January 2026 the Russell 2000 was up on the day.",
    "The Russell 2000 rose on 22 January 2026.",
    "The Russell 2000's last record close came on {rut.record_last_date}.",
    "By 22 January 2026 the Russell 2000 was up {rut.return_ytd} for the year.",
    "The Russell 2000 was at 2,718.77 at the close of 22 January 2026.",
    "The Russell 2000 rose to 2,718.77 on 22 January 2026.",
    "The Russell 2000 rose to a record close of 2,718.77 on 22 January 2026.",
    "The Russell 2000 gained {rut.return_1d} to close at 2,718.77.",
    "The VIX fell to 15.64 on 22 January 2026.",
    "The Nasdaq Composite is up for the year but trails the Russell 2000 by {rut_vs_comp.spread_ytd} for the year.",
    "Rosenberg dismissed the record run in small caps as speculation without better business fundamentals [rosenberg-2026-01-22].",
    "According to Rosenberg, money-losing companies have beaten profitable ones by 2,000 basis points since Liberation Day in April 2025 [rosenberg-2026-01-22].",
    "Steven DeSanctis of Jefferies has a year-end 2026 target of 2,825 for the Russell 2000 [desanctis-2025-12-09].",
    "In January 2026 the Russell 2000 rose {rut.return_mtd}.",
    "In 2026 the Russell 2000 has risen {rut.return_ytd}.",
    "The VIX closed in the {vix.percentile_1y:ordinal} percentile of the past year and in the {vix.percentile_all:ordinal} percentile of its history.",
    "Rosenberg would sooner discuss the S&P SmallCap 600, whose members have to be of better quality than those of the Russell 2000 [rosenberg-2026-01-22].",
]


@pytest.mark.parametrize("sentence", [s for _, s in ONCE_SHOWN], ids=[n for n, _ in ONCE_SHOWN])
def test_what_once_passed_and_was_false_is_withheld(gate: MakeGate, sentence: str) -> None:
    verdict = gate(*VIEWS).judge(sentence)
    assert isinstance(verdict, Withheld), verdict


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_true_and_plainly_said_is_shown(gate: MakeGate, sentence: str) -> None:
    verdict = gate(*VIEWS).judge(sentence)
    assert isinstance(verdict, Grounded), verdict


RUN = "The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} in a row"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (f"{RUN}, the longest run since the one that ended on {{rut_vs_spx.streak_longest_since}}.", True),
        (f"{RUN}, the longest run since the one that ended on 7 May 1996.", True),
        (f"{RUN}, the longest run since the one that ended on 22 January 2026.", False),
        (f"{RUN}, the longest run since the one that ended on {{rut_vs_spx.streak_start}}.", False),
        ("The Russell 2000 has beaten the S&P 500 for 22 January 2026, the longest run since the one that ended on 22 January 2026, which lasted 22 January 2026.", False),
    ],
)  # fmt: skip
def test_the_longest_since_names_the_end_of_the_run_that_was_longer(gate: MakeGate, sentence: str, shown: bool) -> None:
    made = gate()
    run = made.ledger.fact("rut_vs_spx.streak")
    since = {"key": "rut_vs_spx.streak_longest_since", "value": "1996-05-07", "unit": "date", "reading": None}
    made.ledger.add([run.model_copy(update=since)])
    verdict = made.judge(sentence)
    assert isinstance(verdict, Grounded) == shown, verdict


@pytest.mark.parametrize(
    ("passage", "sentence", "shown"),
    [
        ("shiran-2025-10-31", "Shiran thought that hopes for lower rates might have fed a speculative rally in unprofitable small caps", True),
        ("shiran-2025-10-31", "Shiran thought that lower rates might have fed a speculative rally in unprofitable small caps", False),
        ("desanctis-2024-06-26", "DeSanctis's team at Jefferies raised its Russell 2000 target for the end of 2024 to 2,180", True),
        ("desanctis-2024-06-26", "DeSanctis raised his Russell 2000 target for the end of 2024 to 2,180", False),
    ],
)  # fmt: skip
def test_what_is_hoped_for_or_another_s_stays_so(gate: MakeGate, passage: str, sentence: str, shown: bool) -> None:
    verdict = gate(passage).judge(f"{sentence} [{passage}].")
    assert isinstance(verdict, Grounded) == shown, verdict


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("{say spx.return.2025}", True),
        ("The S&P 500 fell 28.02 % in 2025.", False),
        ("The S&P 500 rose 28.02 % on the day.", False),
        ("The S&P 500 rose {spx.return.2025} over five sessions.", False),
        ("The S&P 500 rose {spx.return.2025} in 2025.", False),
    ],
)
def test_a_measures_figure_is_told_by_its_own_sentence_alone(evidence: Evidence, sentence: str, shown: bool) -> None:
    """What it means hangs on its window, which no word in prose states surely: it once passed with a fall for a rise."""
    taken = evidence.measure(make_query(measure="change", subjects=("spx",), window={"period": "2025"}))
    assert any(f.key == "spx.return.2025" and f.display == "28.02 %" for f in taken.facts), taken.facts
    verdict = Gate(Ledger(taken.facts), evidence.as_of, evidence.as_of, {}).judge(sentence)
    assert isinstance(verdict, Grounded) == shown, verdict
