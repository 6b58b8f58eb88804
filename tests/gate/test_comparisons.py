"""What the gate holds of two sides, of a second subject and of the words around a figure: tables of true and false."""

from datetime import date

import pytest

from assistant.gate.gate import Grounded, Withheld
from assistant.understanding.vocabulary import horizon_cues
from tests.conftest import MakeGate

FALSE = {
    "comparisons without figures": [
        "The Russell 2000 rose less than the S&P 500 on the day.",
        "The S&P 500 has gained more than the Russell 2000 this year.",
        "The Russell 2000 and the S&P 500 have gained roughly the same this year.",
        "The S&P 500 has set more records this year than the Russell 2000.",
        "The Russell 2000 gained more over five sessions than over one year.",
        "The Russell 2000 rose more than any other index on the day.",
        "Having gained less than the S&P 500 this year, the Russell 2000 closed at {rut.close}.",
    ],
    "comparisons with one figure": [
        "The Russell 2000 rose {rut.return_1d}, more than the Nasdaq Composite.",
        "The S&P 500 is up {spx.return_ytd} for the year, the same as the Russell 2000.",
        "The Russell 2000 is up less than {rut.return_ytd} for the year.",
        "The S&P 500 stands {spx.drawdown} below its record, more than the Nasdaq Composite.",
    ],
    "comparisons of two figures": [
        "The Nasdaq Composite's gain of {comp.return_ytd} exceeds the S&P 500's {spx.return_ytd} for the year.",
        "The S&P 500 is up {spx.return_ytd} for the year, in line with the Russell 2000's {rut.return_ytd}.",
        "The S&P 500 is up {spx.return_ytd} for the year, just ahead of the Russell 2000's {rut.return_ytd}.",
        "The S&P 500 lost {spx.return_5d} over five sessions, more than the Russell 2000's {rut.return_5d}.",
        "The S&P 500 is up {spx.return_ytd} for the year, while the Russell 2000 lags at {rut.return_ytd}.",
        "The Russell 2000 closed at {rut.close}, below the S&P 500's {spx.close}.",
        "The Russell 2000's RSI of {rut.rsi_14} exceeds its close of {rut.close}.",
        "The S&P 500's last record close came on {spx.record_last_date}, before the Nasdaq Composite's on {comp.record_last_date}.",
    ],
    "one level against another": [
        "The Russell 2000 closed above its upper Bollinger band of {rut.bollinger_upper}.",
        "The Russell 2000 closed below its open of {rut.open}.",
        "The Russell 2000 closed at {rut.close}, above its intraday high of {rut.high}.",
        "The S&P 500 closed above its record of {spx.record_last}.",
        "The Russell 2000's MACD of {rut.macd} is below its signal line of {rut.macd_signal}.",
        "The Russell 2000 closed above 2,718.77.",
        "The S&P 500 stands {spx.drawdown} below its record of {spx.record_prior_year}.",
        "The Russell 2000 closed just above its 200-day average of {rut.sma_200}.",
        "The S&P 500 closed above its open.",
    ],
    "extremes": [
        "The VIX closed at its low of {vix.close}.",
        "The Russell 2000 ended the day at its high of {rut.close}.",
        "The S&P 500 closed at {spx.close}, a new high.",
        "The VIX closed at {vix.close}: a new low.",
        "The Russell 2000 is up {rut.return_ytd} for the year, a record.",
        "The Russell 2000's RSI stands at {rut.rsi_14}, a record.",
        "The Russell 2000 closed at {rut.close}, a 52-week low.",
        "The S&P 500's record close of {spx.record_last} came on the day.",
        "The Nasdaq Composite's record close of {comp.record_last} came this year.",
        "The Russell 2000's record close of {rut.record_prior_year} is its latest.",
        "The Russell 2000 closed at {rut.close}: the end of the rally.",
    ],
    "a second subject": [
        "The Russell 2000 is overbought and so is the S&P 500.",
        "The Russell 2000 and the S&P 500 are overbought.",
        "The Russell 2000's RSI of {rut.rsi_14} and the S&P 500's of {spx.rsi_14} are both above 70.",
        "The Russell 2000 closed at a record, as did the S&P 500.",
        "The Russell 2000 rose {rut.return_1d}, and so did the VIX.",
        "The Russell 2000 rose on the day, the VIX too.",
        "The S&P 500 is {spx.drawdown} below its record, as is the Russell 2000.",
        "The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} in a row, and the Nasdaq Composite as well.",
        "The Russell 2000 rose {rut.return_1d} with the VIX.",
        "The Russell 2000 rose {rut.return_1d} to trail the S&P 500.",
    ],
    "negations": [
        "The Russell 2000 did not close at a record on 22 January 2026.",
        "The Russell 2000 is far from overbought, with an RSI of {rut.rsi_14}.",
        "The S&P 500 hasn't once led the Russell 2000 in the last 20 sessions.",
    ],
    "runs": [
        "The Russell 2000's streak against the S&P 500 ended after {rut_vs_spx.streak}.",
        "The Russell 2000's streak against the S&P 500 ended on {rut_vs_spx.streak_start}.",
        "The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} in a row since 5 January 2026.",
        "The Russell 2000 has beaten the S&P 500 for almost {rut_vs_spx.streak} in a row.",
        "The Russell 2000 trailed the S&P 500 in 14 of the last 20 sessions.",
        "The Russell 2000's run is the longest since the one that ended on 7 May 1996, which lasted {rut_vs_spx.streak}.",
    ],
    "sessions": [
        "The Russell 2000 ended the week at {rut.close}.",
        "The Russell 2000 started the week at {rut.close}.",
        "In premarket trading the Russell 2000 stood at {rut.close}.",
        "The Russell 2000 has set {rut.records_ytd} record closes this week.",
        "The Russell 2000 rose {rut.return_1d} a day.",
        "The Russell 2000 (down for the year) closed at {rut.close}.",
        "The Russell 2000 was up {rut.return_ytd} for the year before the day's loss.",
    ],
    "signs and degrees": [
        "The Russell 2000 closed at ${rut.close}.",
        "The Russell 2000 rose −{rut.return_1d} on the day.",
        "The S&P 500 soared {spx.return_ytd} this year.",
        "The Russell 2000 led the S&P 500 by {rut_vs_spx.spread_1d} on the day, a wide margin.",
        "The Russell 2000 rose {rut.return_1d} over the S&P 500.",
    ],
    "a measure as another": [
        "The Russell 2000 extended its winning streak against the Nasdaq Composite to {rut_vs_comp.sessions_led_20d}.",
        "The S&P 500 set its record close of {spx.record_last}, and the Russell 2000 set its own on the day.",
    ],
    "causes and definitions": [
        "The Russell 2000 rose {rut.return_1d}, so the S&P 500 rose {spx.return_1d}.",
        "The Russell 2000 rose {rut.return_1d} since the VIX fell {vix.change_1d}.",
        "The Russell 2000 rose {rut.return_1d} on a lower 10-year yield.",
        "The VIX, a measure of the Treasury market's volatility, closed at {vix.close}.",
        "The ratio of the S&P 500 to the Russell 2000 is {rut_vs_spx.ratio}.",
        "The VIX was above average at {vix.close}.",
    ],
    "differences": [
        "The S&P 500 is ahead of the Russell 2000 by {= rut.return_ytd - spx.return_ytd} this year.",
        "The S&P 500 gained {= rut.return_ytd - spx.return_ytd} more than the Russell 2000 this year.",
        "The S&P 500's RSI is {= rut.rsi_14 - spx.rsi_14} above the Russell 2000's.",
        "The Russell 2000 rose {= rut.close - rut.open} points on the day.",
        "The S&P 500 is {= spx.record_last - spx.close} points above its record close.",
        "The S&P 500 is {spx.distance_high_52w} below its 52-week low.",
    ],
    "passives and asides": [
        "The Russell 2000 was beaten by the S&P 500 this year.",
        "The S&P 500, up {spx.return_ytd}, leads the Russell 2000 by {rut_vs_spx.spread_ytd} this year.",
        "The S&P 500, large caps, leads the Russell 2000 by {rut_vs_spx.spread_ytd} this year.",
    ],
    "one figure or word for two things": [
        "The S&P 500 fell {spx.return_5d} over five sessions and {spx.return_ytd} this year.",
        "The S&P 500 is up {spx.return_ytd} this year and over five sessions.",
        "The Russell 2000 is {rut.sma_200_distance} above its 200-day average and its 50-day average.",
        "The Russell 2000 beat the S&P 500 and the Nasdaq Composite on the day.",
        "The Russell 2000 and the Nasdaq Composite have beaten the S&P 500 for {rut_vs_spx.streak} in a row.",
        "The Russell 2000 and the S&P 500 closed at {spx.close}.",
        "The Nasdaq Composite and the S&P 500 are {spx.drawdown} below their record closes.",
        "Small caps gained {rut.return_ytd} this year and large caps more.",
        "The Russell 2000 is up more than 9 % this year, and the S&P 500 too.",
        "The Russell 2000 and not the S&P 500 is up this year.",
        "The Russell 2000 beat the S&P 500 this year and lagged the S&P 500 this year.",
    ],
    "other things by the same name": [
        "The Russell 3000 closed at {rut.close}.",
        "The S&P 500 Growth index is up {spx.return_ytd} this year.",
        "The Russell 2000's earnings are up {rut.return_ytd} this year.",
        "The Russell 2000's volatility is up {rut.return_ytd} this year.",
        "The Russell 2000's real return is {rut.return_ytd} this year.",
        "The Russell 2000's total return is {rut.return_ytd} this year.",
        "The Russell 2000's average gain this year is {rut.return_ytd}.",
        "The Russell 2000's previous RSI is {rut.rsi_14}.",
        "The Russell 2000 is up {rut.return_ytd} this year relative to the S&P 500.",
        "The Russell 2000 lagged {rut.return_ytd} this year.",
        "The Russell 2000 is up {rut.return_1d} on the day, a week ago.",
        "The Russell 2000 is up {rut.return_ytd} this year a month.",
        "The Russell 2000 is up {rut.return_1d} on the day, from its 52-week low.",
        "The Russell 2000 rose {rut.return_1d} until the VIX fell {vix.change_1d} points.",
        "The Russell 2000 is almost overbought, with an RSI of {rut.rsi_14}.",
    ],
    "records of other dates": [
        "The S&P 500's record close of {spx.record_last} was set before 12 January 2026.",
        "The S&P 500's record close of last year was {spx.record_prior_year}, on {spx.record_last_date}.",
        "The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} in a row, from 2 January 2026 to 21 January 2026.",
    ],
    "nothing behind them": [
        "A new low.", "The top is in.", "She agrees.", "Not yet.", "There are no views on small caps in the library.",
        "Footnote expects a rise.", "Three things are worth a look.",
    ],
}  # fmt: skip
TRUE = [
    "The Russell 2000 rose more than the S&P 500 on the day.",
    "The Russell 2000 has gained more than the S&P 500 this year.",
    "The Russell 2000 rose {rut.return_1d} on the day, less than the Nasdaq Composite.",
    "The Russell 2000 rose {rut.return_1d} on the day, more than the S&P 500's {spx.return_1d}.",
    "The Russell 2000's RSI of {rut.rsi_14} exceeds the S&P 500's {spx.rsi_14}.",
    "The Russell 2000 closed above its open of {rut.open}.",
    "The Russell 2000 closed at {rut.close}, below its upper Bollinger band of {rut.bollinger_upper}.",
    "The Russell 2000's MACD of {rut.macd} is above its signal line of {rut.macd_signal}.",
    "The Russell 2000 closed above its 2025 record of {rut.record_prior_year}.",
    "The S&P 500 is not overbought.",
    "The S&P 500 did not set a record on 22 January 2026.",
    "The Russell 2000 rose {rut.return_1d}, and so did the S&P 500.",
    "The Russell 2000, the S&P 500 and the Nasdaq Composite all rose on the day.",
    "The Russell 2000 has beaten the S&P 500 for {rut_vs_spx.streak} sessions in a row.",
    "Over 20 sessions the Russell 2000 leads the S&P 500 by {rut_vs_spx.spread_20d} percentage points.",
    "The S&P 500 gained {spx.return_ytd} this year, behind the Russell 2000's {rut.return_ytd}.",
    "The VIX fell to {vix.close} from {vix.previous_close}.",
    "The S&P 500 trails the Russell 2000 by {= rut.return_ytd - spx.return_ytd} this year.",
    "The Russell 2000 gained {= rut.return_ytd - spx.return_ytd} more than the S&P 500 this year.",
    "The Russell 2000 is {rut.sma_50_distance} above its 50-day average and {rut.sma_200_distance} above its 200-day average.",
    "The Russell 2000 closed {= rut.close - rut.sma_50} points above its 50-day average.",
    "The Russell 2000's lead over the S&P 500 this year is {rut_vs_spx.spread_ytd}.",
]


@pytest.mark.parametrize("sentence", [s for of_kind in FALSE.values() for s in of_kind])
def test_what_the_figures_do_not_bear_is_withheld(gate: MakeGate, sentence: str) -> None:
    verdict = gate().judge(sentence)
    assert isinstance(verdict, Withheld), verdict


@pytest.mark.parametrize("sentence", TRUE)
def test_what_they_bear_is_shown(gate: MakeGate, sentence: str) -> None:
    verdict = gate().judge(sentence)
    assert isinstance(verdict, Grounded), verdict.reasons


def test_a_second_side_without_a_figure_has_its_footnote(gate: MakeGate) -> None:
    verdict = gate().judge("The Russell 2000 rose {rut.return_1d} on the day, less than the Nasdaq Composite.")
    assert isinstance(verdict, Grounded)
    assert {getattr(item, "key", "") for _, item in verdict.marks} == {"rut.return_1d", "comp.return_1d"}


def test_the_number_in_an_index_s_name_is_no_year() -> None:
    assert not horizon_cues("The Russell 2000's five-session return", date(2000, 10, 5))[1:]


# On the sample's 22 January the Russell 2000 is ahead of both for the year, behind the Nasdaq Composite on the day.
JOINED_FALSE = [
    "The Russell 2000 beat both the S&P 500 and the Nasdaq Composite by {rut_vs_spx.spread_1d} on the day.",
    "The Russell 2000 rose {rut.return_1d} on the day, ahead of the S&P 500 together with the Nasdaq Composite.",
    "The Russell 2000 rose {rut.return_1d} on the day, ahead of the S&P 500 as well as the Nasdaq Composite.",
    "The S&P 500 is up {spx.return_ytd} for the year, ahead of the Nasdaq Composite and the Russell 2000.",
    "The Russell 2000 outpaced both of the others by {rut_vs_spx.spread_ytd} for the year.",
    "The Russell 2000 led the S&P 500 and the Nasdaq Composite for {rut_vs_spx.streak} in a row.",
    "The S&P 500 trailed the Russell 2000 along with the VIX by {rut_vs_spx.spread_ytd} for the year.",
    "The Russell 2000 rose {rut.return_ytd} for the year, ahead of the S&P 500 and the Energy sector fund (XLE) and the Dow.",
]  # fmt: skip
JOINED_TRUE = [
    "The Russell 2000 is up {rut.return_ytd} for the year, ahead of the S&P 500 and the Nasdaq Composite.",
    "The Russell 2000 is up {rut.return_ytd} for the year, ahead of both the S&P 500 and the Nasdaq Composite.",
]


@pytest.mark.parametrize("sentence", JOINED_FALSE)
def test_every_joined_object_of_a_relation_needs_its_figure(gate: MakeGate, sentence: str) -> None:
    verdict = gate(prefixes=("rut", "spx", "comp", "vix")).judge(sentence)
    assert isinstance(verdict, Withheld), verdict


@pytest.mark.parametrize("sentence", JOINED_TRUE)
def test_joined_objects_that_are_borne_are_shown_with_their_figures(gate: MakeGate, sentence: str) -> None:
    verdict = gate(prefixes=("rut", "spx", "comp")).judge(sentence)
    assert isinstance(verdict, Grounded), verdict
    keys = {getattr(item, "key", "") for _, item in verdict.marks}
    assert {"rut_vs_spx.spread_ytd", "rut_vs_comp.spread_ytd"} <= keys
