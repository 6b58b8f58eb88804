"""Where bars end on different sessions, every sentence with a figure of the earlier one says which it is.

In the replay the funds end on 1 May 2026 and the 10-year yield on 13 March, the indexes on 21 August.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.settings import read_settings
from assistant.statements.catalogue import statement
from assistant.statements.sentence_parts import placed
from tests.replay import SCRIPT, replaying
from tools.fact import spell_date

NOW = datetime(2026, 8, 21, 22, 30, tzinfo=UTC)
MAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    if not SCRIPT.exists():
        pytest.skip("needs ../shared, which holds the replay of Yahoo's protocol")
    home = str(tmp_path_factory.mktemp("home"))
    with replaying(NOW) as replay, pytest.MonkeyPatch.context() as patch:
        for name, value in {**replay.env, "FOOTNOTE_NOW": NOW.isoformat()}.items():
            patch.setenv(name, value)
        patch.delenv("FRED_API_KEY", raising=False)
        patch.setattr("tools.data.yahoo._ready", {})
        running = Program(read_settings({"FOOTNOTE_HOME": home, "FOOTNOTE_DATA": "yahoo"}))
        yield running
        running.close()


@pytest.fixture(scope="module")
def evidence(program: Program) -> Evidence:
    return program.evidence()


def undated(text: str, facts: list[dict[str, Any]], as_of: date) -> list[str]:
    """Market figures of another session than the answer's, whose session the sentence doesn't say."""
    return [f["key"] for f in facts if date.fromisoformat(f["as_of"]) < as_of
            and spell_date(date.fromisoformat(f["as_of"])) not in text]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Compare IWM with SPY",
            "From the close of 31 December 2025 to that of 1 May 2026 the Russell 2000 ETF (IWM) rose",
        ),
        (
            "Compare IWM with the S&P 500",
            "to that of 1 May 2026 the Russell 2000 ETF (IWM) rose 13.45 % and the S&P 500 rose 5.62 %:",
        ),
        (
            "Compare QQQ and SPY over five days",
            "From the close of 24 April 2026 to that of 1 May 2026 the Nasdaq-100 ETF (QQQ)",
        ),
        ("What is the ratio of IWM to SPY?", "stood at 0.388 on 1 May 2026."),
        ("Is IWM lagging SPY?", "for 2 sessions in a row to 1 May 2026."),
        ("Has quality led among small caps?", "on 1 May 2026 the Russell 2000 ETF (IWM) was"),
        (
            "In how many sessions was IWM ahead of SPY?",
            "between the closes of 31 December 2025 and 1 May 2026, last on 1 May 2026.",
        ),
        ("How many sectors rose?", "rose on 1 May 2026."),
        ("Which sectors led this year?", "Technology (XLK), up 12.43 % (as of 1 May 2026)."),
        ("Is it cyclical or defensive?", "the defensive sectors on 1 May 2026."),
        (
            "How have IWM and the S&P 500 done since 2 January 2026?",
            "From the close of 2 January 2026 to that of 1 May 2026 the Russell 2000 ETF (IWM) rose 12.26 %",
        ),
        ("How is XLK doing?", "up 51.95 % over one year (as of 1 May 2026)."),
    ],
)
def test_an_older_figure_is_said_with_its_session(
    program: Program, evidence: Evidence, question: str, said: str
) -> None:
    *_, answer = program.ask(question, evidence=evidence, model="builtin")
    document = answer.to_json()
    facts = {c["n"]: c for c in document["citations"] if c["kind"] == "fact"}
    assert said in " ".join(s["text"] for s in document["sentences"])
    assert not document["withheld"]
    lost = {s["text"]: keys for s in document["sentences"]
            if (keys := undated(s["text"], [facts[n] for n in s["citations"] if n in facts], evidence.as_of))}  # fmt: skip
    assert not lost


def test_the_indexes_need_no_date_beside_the_answers_own(program: Program, evidence: Evidence) -> None:
    *_, answer = program.ask("How is the Russell 2000 doing?", evidence=evidence, model="builtin")
    assert "up 21.59 % for the year" in answer.sentences[1].text
    assert "2026" not in answer.sentences[1].text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sectors.order_1d", " (as of 1 May 2026)."),
        ("sectors.order_ytd", " (as of 1 May 2026)."),
        ("sectors.ends_ytd", " (as of 1 May 2026)."),
        ("sectors.tilt_1d", "defensive ones (as of 1 May 2026)."),
        ("measured.bull_case", "(as of 1 May 2026) ahead of the Russell 2000 ETF (IWM)"),
    ],
)
def test_statements_of_the_commentary_say_it_too(evidence: Evidence, name: str, said: str) -> None:
    ledger = Ledger(evidence.catalogue.facts)
    assert said in placed(statement(name, None, ledger, evidence.as_of))[0]


def test_the_verdict_of_an_earlier_day_says_which(evidence: Evidence) -> None:
    """As where the Russell 2000's newest bar was set aside: its verdict is the session's before, in a later answer."""
    facts = [f for f in evidence.at(date(2026, 8, 20)).facts if f.key.startswith(("rotation.", "rut"))]
    for name in (
        "rotation.verdict",
        "rotation.verdict.1d",
        "rotation.verdict.breadth",
        "rotation.month",
        "rotation.run",
        "rotation.summary",
        "rut_vs_spx.base_rate.streak_5.spread_21d",
    ):
        assert placed(statement(name, None, Ledger(facts), evidence.as_of))[0].endswith(" (as of 20 August 2026)."), (
            name
        )
        chinese = placed(statement(name, None, Ledger(facts), evidence.as_of, "zh"))[0]
        assert chinese.endswith("（截至2026年8月20日）。"), chinese
        assert "20 August 2026" not in placed(statement(name, None, Ledger(facts), date(2026, 8, 20)))[0]
