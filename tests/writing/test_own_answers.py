"""The built-in writer over real markets of many dates: every question of the evaluation is answered, nothing withheld."""

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.conversation.answer import Answer
from assistant.program import Program
from assistant.settings import read_settings
from tests.evals.questions import QUESTIONS
from tests.replay import Replay

MORE = (
    "How did small caps do against large caps in {year}?",
    "How did the Russell 2000 do in March {year}?",
    "Which sector led in {year}?",
    "What is due next week?",
    "What will the Fed do?",
    "Are banks leading small caps?",
    "Is value beating growth?",
)


@pytest.fixture(scope="module")
def program(_replay_process: Replay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**_replay_process.env, "FOOTNOTE_NOW": "2026-01-22T22:30:00Z"}.items():
            patch.setenv(name, value)
        patch.setattr("tools.data.yahoo._ready", {})
        made = Program(read_settings({"FOOTNOTE_HOME": str(tmp_path_factory.mktemp("own")), "FOOTNOTE_DATA": "yahoo"}))
        yield made
        made.close()


# Before sector funds and before any view; a week before a holiday; a crash; a day with no lead.
DAYS = [date(1996, 4, 17), date(2007, 2, 13), date(2020, 3, 23), date(2025, 5, 1)]


@pytest.mark.parametrize("place", range(len(DAYS)))
def test_nothing_that_it_writes_is_withheld(program: Program, place: int) -> None:
    """Every question on two of the days, so that each pair of days has them all."""
    day = DAYS[place]
    evidence, asked = program.evidence(as_of=day), [*QUESTIONS, *(q.format(year=day.year - 1) for q in MORE)]
    for question in asked[place % 2 :: 2]:
        *_, answer = program.ask(question, evidence=evidence, model="builtin")
        assert isinstance(answer, Answer)
        assert not answer.withheld, (question, answer.withheld)
        assert answer.sentences, question
