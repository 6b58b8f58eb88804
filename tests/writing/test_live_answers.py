"""The built-in writer over a live path of our own: every theme answered, any symbol, macro figures, nothing withheld."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from assistant.conversation.answer import Answer
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.settings import read_settings
from tests import fred_server, yahoo_server
from tests.loopback import fronting
from tests.yahoo_server import Yahoo

NOW = "2026-01-22T22:30:00Z"


@dataclass
class Live:
    """A program over made-up markets and FRED on loopback."""

    yahoo: Yahoo
    ask: Callable[..., Answer]
    evidence: Evidence


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("outside")
    yahoo, fred = Yahoo(market=True), fred_server.Fred()
    hosts = {yahoo_server.DOMAIN: yahoo_server.handler_of(yahoo), fred_server.DOMAIN: fred_server.handler_of(fred)}
    with pytest.MonkeyPatch.context() as patch, fronting(folder, hosts) as front:
        for name, value in {**front.env, "FOOTNOTE_NOW": NOW}.items():
            patch.setenv(name, value)
        patch.delenv("FRED_API_KEY", raising=False)
        patch.setattr("tools.data.yahoo._ready", {})  # curl keeps the certificates of the first connection
        program = Program(read_settings({"FOOTNOTE_HOME": str(folder / "home"), "FOOTNOTE_DATA": "yahoo"}))
        evidence = program.evidence()

        def ask(question: str) -> Answer:
            *_, answer = program.ask(question, evidence=evidence, model="builtin")
            assert isinstance(answer, Answer)
            return answer

        yield Live(yahoo, ask, evidence)
        program.close()


@pytest.mark.parametrize(
    ("question", "tools", "keys"),
    [
        ("Is it stretched?", ["momentum"], ["rut.rsi_14", "rut.rsi_14.sensitivity"]),
        ("What would break the rally?", ["price_levels", "rotation", "base_rates"], ["rut.support.1", "rotation.verdict.tests_1d"]),
        ("Where is support?", ["price_levels"], ["rut.support.1", "rut.resistance.1"]),
        ("What are the Fibonacci levels of the Russell 2000?", ["price_levels"], ["rut.fibonacci.anchor.a"]),
        ("Has breadth confirmed?", ["rotation", "sectors"], ["rotation.verdict.breadth.1d"]),
        ("What happened after earlier streaks like this?", ["base_rates"], ["rut.base_rate.streak_5.return_21d.median"]),
        ("Does that fit a rotation into value?", ["rotation"], ["rotation.verdict.value_large.1d"]),
        ("Is the Nasdaq lagging?", ["measure"], ["comp_vs_spx.difference.2026", "comp.return.2026"]),
        ("What is due next week?", ["due"], ["calendar.next_fomc"]),
        ("What is the inflation rate?", ["due"], ["macro.cpi_yoy"]),
        ("RSI of AAPL", ["momentum"], ["aapl.rsi_14"]),
        ("Where is support for AAPL?", ["price_levels"], ["aapl.support.1"]),
        ("Compare IWD with IWF since the start of December", ["measure"], ["style.iwd_vs_style.iwf.difference.days_20251201_20260122"]),
        ("How strong is the small-cap rotation?", ["rotation", "levels"], ["rotation.verdict.small_vs_large.1d", "rut_vs_spx.spread_1d"]),
        ("Is the Dow above its 200-day average?", ["momentum"], ["dji.sma_200_distance", "dji.sma_200"]),
        ("What percentile is the VIX at?", ["volatility"], ["vix.percentile_1y", "vix.percentile_all"]),
        ("How did small caps do against large caps in 2025?", ["measure"], ["rut_vs_spx.difference.2025", "rut.return.2025"]),
    ],
)  # fmt: skip
def test_each_question_is_answered_from_its_facts(live: Live, question: str, tools: list[str], keys: list[str]) -> None:
    answer = live.ask(question)
    assert not answer.withheld
    assert set(tools) <= {str(t["name"]) for t in answer.tools}
    cited = {c.get("key") for c in answer.footnotes.to_json()}
    assert set(keys) <= cited, cited
    assert 1 <= len(answer.sentences) <= 12


def test_an_answer_leads_with_what_was_asked(live: Live) -> None:
    first: str | tuple[str, ...]
    lost: list[tuple[str, str]] = []
    for question, first in (
        ("Where is resistance?", "The nearest resistance"),
        ("Is it stretched?", "By its RSI, "),
        ("RSI of AAPL", "Apple (AAPL)'s 14-day RSI stood at "),
        ("What is the 10-year yield?", "The 10-year Treasury yield stood at "),
        ("How far would the Russell 2000 have to fall to reach its 50-day average?", "The Russell 2000 closed 5.52 % above its 50-session moving average"),
        ("How did small caps do in 2025?", "The Russell 2000 "),
        ("How did the Nasdaq do in November 2025?", "The Nasdaq Composite "),
        ("What followed earlier crossings of RSI above 70?", "Over the 5 sessions after the Russell 2000 saw its RSI-14 cross above 70"),
        ("What are the Fibonacci levels of the Russell 2000?", "The Russell 2000's Fibonacci extensions"),
        ("Is there a bearish divergence in the Russell 2000?", ("On 22 January 2026 there is a", "No divergence")),
        ("Has quality or junk led among small caps?", "Footnote holds no bars of the Russell 2000 ETF (IWM) and the S&P SmallCap 600 ETF (IJR)"),
        ("Is value beating growth?", "From the close of 31 December 2025 to that of 22 January 2026 Large value (IWD)"),
        ("What is the ratio of the Russell 2000 to the S&P 500?", "The ratio of the Russell 2000 to the S&P 500"),
        ("Compare small caps with large caps over the year", "From the close of 31 December 2025 to that of 22 January 2026 the Russell 2000 rose"),
        ("How did the S&P 500 do this year?", "The S&P 500 rose "),
        ("What did the Dow do over five days?", "The Dow rose "),
        ("How volatile has the Russell 2000 been?", "The Russell 2000's realised volatility "),
        ("What is the Russell 2000's MACD?", "The Russell 2000's MACD "),
        ("What is the 52-week high of the S&P 500?", "The S&P 500's 52-week high close "),
        ("Did small caps beat large caps today?", ("On 22 January 2026 the Russell 2000 was ", "The Russell 2000 ")),
        ("How many records has the Russell 2000 set this year?", "The Russell 2000 set "),
        ("Who won the world cup?", "Footnote holds nothing on that"),
    ):  # fmt: skip
        answer = live.ask(question)
        lost += [] if answer.sentences[0].text.startswith(first) else [(question, answer.sentences[0].text)]
        assert not answer.withheld
    assert not lost


def test_a_symbol_without_data_is_said_not_to_be_measured(live: Live) -> None:
    answer = live.ask("RSI of ZZZZZ")
    assert "doesn't measure ZZZZZ" in answer.sentences[0].text
    assert any("no symbol" in w for w in answer.warnings), answer.warnings


def test_macro_figures_say_that_they_are_the_latest_vintage(live: Live) -> None:
    answer = live.ask("What is unemployment?")
    assert answer.sentences[0].text.startswith("The unemployment rate was ")
    assert "(latest vintage)" in answer.sentences[0].text


@pytest.mark.parametrize(
    ("question", "named", "price", "key"),
    [
        ("How did 7203.T do?", "Toyota Motor (7203.T) ", " to JPY 3,", "symbol_7203_t.close"),
        ("How is BRK/B doing?", "Berkshire Hathaway (BRK-B) ", " to $", "brk_b.close"),
        ("How is SAP.DE doing?", "SAP (SAP.DE) ", " to EUR ", "sap_de.close"),
        (
            "Where is support for VOD.L?",
            "The nearest support below Vodafone Group (VOD.L)",
            " pence",
            "vod_l.support.1",
        ),
        ("How is the Russell 1000 doing?", "The Russell 1000 (^RUI) ", " to 3,", "rui.close"),
        ("How did the Dow Transports do?", "The Dow Jones Transportation Average (^DJT) ", " to 18,", "djt.close"),
        ("How is the Nikkei 225 doing?", "The Nikkei 225 (^N225) ", " to 44,", "n225.close"),
        ("How is EURUSD=X doing?", "EUR/USD (EURUSD=X) ", " to 1.", "eurusd_x.close"),
    ],
)
def test_what_lies_outside_the_universe_is_named_and_in_its_currency(
    live: Live, question: str, named: str, price: str, key: str
) -> None:
    answer = live.ask(question)
    assert not answer.withheld
    assert answer.sentences[0].text.startswith(named)
    assert price in answer.sentences[0].text
    assert key in {c.get("key") for c in answer.footnotes.to_json()}
    dollars = any("$" in s.text for s in answer.sentences)
    assert dollars == (key == "brk_b.close")


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("How did 7203.T do?", {"symbol_7203_t.return_1d", "symbol_7203_t.return_ytd", "symbol_7203_t.return_1y"}),
        ("How is the Nikkei 225 doing?", {"n225.return_1d", "n225.return_ytd", "n225.return_1y"}),
        ("How is the Russell 2000 doing?", {"rut.return_1d", "rut.return_ytd", "rut.return_1y"}),
    ],
)
def test_how_something_is_doing_is_its_day_its_year_and_one_year(live: Live, question: str, keys: set[str]) -> None:
    assert keys <= {c.get("key") for c in live.ask(question).footnotes.to_json()}


def test_a_name_that_was_searched_for_is_confirmed(live: Live) -> None:
    answer = live.ask("How is the Russell 1000 doing?")
    assert "Russell 1000 was read as Russell 1000, ^RUI." in answer.warnings


@pytest.mark.parametrize(
    "question", ["How is the Russell 3000 doing?", "How did the S&P 1500 do?", "How is the FTSE 250 doing?"]
)
def test_an_index_that_nobody_finds_is_not_measured_and_none_stands_in_for_it(live: Live, question: str) -> None:
    answer = live.ask(question)
    assert answer.sentences[0].text.startswith("Footnote doesn't measure ")
    assert not answer.footnotes.to_json()
    assert any("is not measured" in w for w in answer.warnings)


@pytest.mark.parametrize(
    ("prefix", "key"),
    [("Toyota", "tm.close"), ("AAPL", "aapl.close"), ("BRK.B", "brk_b.close"), ("Russell 2000", "rut.close"),
     ("S&P MidCap 400", "sp400.close"), ("^N225", "n225.close")],
)  # fmt: skip
def test_facts_are_found_by_name_and_symbol(live: Live, prefix: str, key: str) -> None:
    facts, notes = live.evidence.find([prefix])
    assert key in {f.key for f in facts}
    assert {f.subject for f in facts} == {key.removesuffix(".close")}
    assert all("read as" in n for n in notes)


@pytest.mark.parametrize("prefix", ["../../etc/passwd", "x" * 500, "Google", "rut.nonsense"])
def test_what_names_nothing_has_no_facts_and_says_so_in_lines(live: Live, prefix: str) -> None:
    facts, notes = live.evidence.find([prefix])
    assert facts == []
    assert any(part in n for n in notes for part in ("is no subject", "is not measured", "No fact begins with"))
    assert all("\n" not in n for n in notes)
