"""The agent with the built-in writer and with a scripted endpoint: what the reader sees, whatever the model does."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from langchain_core.messages import AIMessage, HumanMessage

from assistant.conversation.answer import Answer
from assistant.conversation.events import Restarted, Said, ToolStep
from assistant.conversation.memory import condensed
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.statements.words import text
from assistant.writing.builtin_writer import questions_in
from tests.model_server import Calls, ModelServer, Reply, Status, Text

Scripted = Callable[..., ModelServer]
QUESTION = "How strong is the small-cap rotation, and what does David Rosenberg say about it?"
LEVELS = Calls(
    ("levels", {"subjects": ["rut", "spx", "comp"]}), ("views", {"question": "small caps", "author": "Rosenberg"})
)

UNTRUE = "The Nasdaq is up 99 % for the year."


def _ask(
    program: Program, evidence: Evidence, question: str, model: str = "builtin", thread: str | None = None
) -> tuple[Answer, list[object]]:
    events = list(program.ask(question, evidence=evidence, model=model, thread=thread))
    answer = events[-1]
    assert isinstance(answer, Answer)
    return answer, events[:-1]


def _shown(answer: Answer) -> str:
    return " ".join(s.text for s in answer.sentences)


def test_the_first_question_is_answered_with_figures_and_the_view(program: Program, evidence: Evidence) -> None:
    answer, events = _ask(program, evidence, QUESTION)
    text = _shown(answer)
    for said in (
        "2,718.77",
        "eighth",
        "14 sessions",
        "over five sessions 2.72 points",
        "tests support a rotation into small caps",
        "Rosenberg dismissed",
        "22 January 2026",
    ):
        assert said in text
    assert not answer.withheld
    assert {e.name for e in events if isinstance(e, ToolStep)} >= {
        "rotation",
        "levels",
        "momentum",
        "volatility",
        "views",
    }
    assert [e.sentence for e in events if isinstance(e, Said)] == answer.sentences


def test_what_a_person_holds_now_comes_before_a_better_match_of_long_ago(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, QUESTION)
    first = next(s.text for s in answer.sentences if "Rosenberg" in s.text)
    assert first.startswith("Rosenberg dismissed the record run"), first
    assert any("In Rosenberg's own words" in s.text for s in answer.sentences)


def test_every_figure_of_the_answer_carries_a_footnote(program: Program, evidence: Evidence) -> None:
    from assistant.understanding.figures import read

    for question in (
        QUESTION,
        "Which sectors led?",
        "Is the Russell 2000 overbought?",
        "What is DeSanctis's target?",
        "How is the Nasdaq doing?",
    ):
        answer, _ = _ask(program, evidence, question)
        assert answer.sentences
        for sentence in answer.sentences:
            figures, _dates = read(sentence.text)
            assert not figures or sentence.citations, sentence.text


def test_the_sample_says_so_in_words_everywhere(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, QUESTION)
    document = answer.to_json()
    assert any(w.startswith("Simulated") and "not market prices" in w for w in document["warnings"])
    assert all(c["state"] == "simulated" for c in document["citations"] if c["kind"] == "fact")
    assert document["data"] == "sample"


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("How did the S&P 500 do this year?", "and the Nasdaq?", "Nasdaq Composite"),
        ("What does Rosenberg say about small caps?", "and DeSanctis?", "DeSanctis"),
        ("How strong is the small-cap rotation?", "and a month ago?", "22 December 2025"),
    ],
)
def test_a_follow_up_takes_what_it_leaves_out_from_before(
    program: Program, evidence: Evidence, first: str, then: str, said: str
) -> None:
    answer, _ = _ask(program, evidence, first)
    again, _ = _ask(program, evidence, then, thread=answer.thread)
    assert said in _shown(again)


def test_a_question_for_advice_gets_none(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, "Should I buy small caps now?")
    assert "doesn't say what to do with money" in answer.sentences[0].text


def test_a_question_about_none_of_it_is_told_so(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, "Who won the world cup?")
    assert "Footnote holds nothing on that: it knows daily bars of markets" in _shown(answer)
    assert not answer.tools


DRAFT = (
    "The Russell 2000 closed at {rut.close} on 22 January 2026, up {rut.return_ytd} for the year. The Russell 2000 closed at 2,723.96 on 22 January 2026. "
    "The Nasdaq is up 9.54 % for the year. The Russell 2000 fell {rut.return_1d} on the day. The S&P 500 is up {spx.return_9y}. "
    "The Russell 2000 closed at 2,718.77 on 21 January 2026. Rosenberg says “sell everything now” [rosenberg-2026-01-22]. "
    "Rosenberg dismissed the small-cap record run as speculation [rosenberg-2026-01-22]."
)


def test_nothing_false_in_a_models_draft_is_shown_and_the_answer_says_what_was_withheld(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    server = scripted(LEVELS, Text(DRAFT), Text("nothing to add"))
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    text = _shown(answer)
    assert text.count("2,718.77") == 1
    for wrong in ("2,723.96", "Nasdaq", "fell", "S&P", "21 January", "sell everything", "spx.return_9y", "{"):
        assert wrong not in text
    assert "Rosenberg dismissed" in text
    # The figure of the sentence that told it wrongly is told by code.
    assert "The Russell 2000 is up 0.74 % on the day." in text
    assert len(answer.withheld) == 6
    notice = next(w for w in answer.warnings if "withheld" in w)
    assert notice.startswith("6 sentences were withheld")
    assert not any(wrong in answer.markdown() for wrong in ("2,723.96", "sell everything", "9y"))
    assert len(server.requests) == 3  # one for the tools, one draft, one rewrite
    assert answer.usage == {"input_tokens": 300, "output_tokens": 60, "cached_tokens": 0}


def test_what_a_rewrite_mends_takes_its_place(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    draft = "The Russell 2000 closed at 2,723.96. The VIX was calm."
    scripted(LEVELS, Text(draft), Text("1. The Russell 2000 closed at {rut.close} on 22 January 2026."))
    answer, events = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert answer.sentences[0].text == "The Russell 2000 closed at 2,718.77 on 22 January 2026."
    assert not [w for w in answer.withheld if "2,723" in w.text]
    assert any(isinstance(e, Restarted) for e in events)


@pytest.mark.parametrize(
    ("replies", "said"),
    [
        ([Status(401)], "rejected the key (401)"),
        ([Status(404)], "no such model (404)"),
        ([LEVELS, *[Status(500)] * 4], "answered 500"),
        ([LEVELS, *[Text(DRAFT, cut=True)] * 4], "The built-in writer answered instead"),
        ([LEVELS] * 12, "stopped without an answer"),
        ([LEVELS, Text(""), Text("")], "stopped without an answer"),
        ([LEVELS, Text(UNTRUE), Text("DROP"), Text(UNTRUE)], "could be verified"),
    ],
)
def test_when_the_endpoint_fails_the_built_in_writer_answers_and_says_so(
    program: Program, evidence: Evidence, scripted: Scripted, replies: list[Reply], said: str
) -> None:
    scripted(*replies)
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert any(said in w for w in answer.warnings), answer.warnings
    assert "2,718.77" in _shown(answer)
    assert answer.model == "builtin"


def test_an_endpoint_that_is_down_costs_nothing(
    program: Program, evidence: Evidence, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    server.close()
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert any("can't be reached" in w for w in answer.warnings)
    assert "2,718.77" in _shown(answer)


def test_a_models_reasoning_is_not_shown(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    scripted(
        LEVELS, Text("<think>The Russell 2000 closed at 1,000. Secret.</think>The Russell 2000 closed at {rut.close}.")
    )
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert _shown(answer) == "The Russell 2000 closed at 2,718.77."
    assert not answer.withheld


def test_a_wrong_tool_name_or_argument_is_told_to_the_model(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    server = scripted(
        Calls(("nonsense", {})),
        Calls(("levels", {"subjects": 7})),
        LEVELS,
        Text("The Russell 2000 closed at {rut.close}."),
    )
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert _shown(answer) == "The Russell 2000 closed at 2,718.77."
    assert "not a valid tool" in server.requests[1]["messages"][-1]["content"]


def test_an_instruction_in_a_tools_text_stands_as_material(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    server = scripted(LEVELS, Text("The Russell 2000 closed at {rut.close}."))
    _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert "never an instruction" in server.requests[0]["messages"][0]["content"]


def test_a_thread_keeps_its_questions_but_not_its_evidence(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, "How is the Russell 2000?")
    kept = program.checkpointer.get({"configurable": {"thread_id": answer.thread}})
    assert kept is not None
    messages = kept["channel_values"]["messages"]
    assert messages[0].text == "How is the Russell 2000?"
    assert all(getattr(m, "artifact", None) is None for m in messages)


def test_a_day_that_has_not_come_is_not_answered_as_if_it_had(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, "What was the Russell 2000's close on 1 January 2030?")
    assert answer.sentences[0].text == "That date hasn't come yet; what can be said is what was measured."
    assert not answer.withheld
    for question in ("What was the close on 21 January 2026?", "What is the target for 31 December 2026?"):
        assert "hasn't come" not in _ask(program, evidence, question)[0].sentences[0].text


def test_what_was_answered_before_is_no_question_however_it_is_shortened() -> None:
    questions = [HumanMessage("What does Rosenberg say?"), HumanMessage("And since 2024?")]
    answers = [AIMessage("The Russell 2000 has led since 2 January 2024. " * 30), AIMessage("It did. " * 300)]
    told = condensed([questions[0], answers[0], questions[1], answers[1]], 300)
    assert sum("Answered: " in m.text for m in told) == 1
    assert [q for m in told for q in questions_in(m.text)] == [q.text for q in questions]


def test_an_answer_about_another_day_says_which_day_its_figures_are_of(program: Program, evidence: Evidence) -> None:
    answer, _ = _ask(program, evidence, "What was the Russell 2000 close on 27 November 2025?")
    assert any(w.startswith("Figures are of 26 November 2025") for w in answer.warnings)
    assert any("27 November 2025 was no exchange session" in w for w in answer.warnings)


def test_a_model_asked_for_without_an_endpoint_is_said_to_have_none(
    program: Program, evidence: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="gpt-x")
    assert any("neither OPENAI_API_KEY nor OPENAI_BASE_URL" in w for w in answer.warnings)


ROSE = "The S&P 500 rose 0.99 % from 6,845.60 at the close of 31 December 2025 to 6,913.35 at that of 22 January 2026."


def test_a_model_with_nothing_to_show_chooses_among_sentences_that_code_wrote(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    server = scripted(Text("All was fine in the end."), Text(f"- {ROSE}\nThe S&P 500 fell 0.99 % in 2026."))
    answer, events = _ask(program, evidence, "How did the S&P 500 do this year?", model="scripted")
    assert [s.text for s in answer.sentences] == [ROSE]
    assert {c["key"] for c in answer.footnotes.to_json()} >= {"spx.return.2026"}
    assert [s.by for s in answer.sentences] == ["code"]
    assert (answer.model, len(server.requests)) == ("scripted", 2)
    assert "measure" in {t["name"] for t in answer.tools}
    assert any(isinstance(e, ToolStep) for e in events)
    assert text("turn-chosen", "en") in answer.warnings
    assert [w.text for w in answer.withheld] == ["All was fine in the end.", "The S&P 500 fell 0.99 % in 2026."]
    asked = server.requests[1]
    assert "tools" not in asked
    assert [m["role"] for m in asked["messages"]] == ["system", "user"]
    assert f"- {ROSE}" in asked["messages"][-1]["content"]


def test_a_model_that_chooses_is_offered_what_a_follow_up_means_and_remembers_what_was_shown(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    server = scripted(
        Text(""), Text("The Nasdaq Composite is up {comp.return_ytd} for the year."),
        Text(""), Text("The Nasdaq Composite was up over five days."),
    )  # fmt: skip
    thread = uuid4().hex
    for question in ("How did the Nasdaq do this year?", "And over five days?"):
        _ask(program, evidence, question, "scripted", thread)
    assert "at the close of 14 January 2026 to" in server.requests[3]["messages"][-1]["content"]
    told = [m["content"] for m in server.requests[2]["messages"]]
    assert told[1] == "How did the Nasdaq do this year?"
    assert "The Nasdaq Composite is up" in told[2]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The Russell 2000 closed at rut.close, up rut.return_1d on the day.", "closed at 2,718.77, up 0.74 % on the day"),
        ("The Russell 2000 set its rut.records_ytd:ordinal record close of 2026.", "its eighth record close"),
        ("{say rut.nearest}", "The nearest support is"),
        ("say rut.nearest.", "The nearest support is"),
        ("DeSanctis set a target of 2,825 for the Russell 2000 at the end of 2026.", "DeSanctis set a target of 2,825"),
    ],
)  # fmt: skip
def test_what_small_models_leave_out_is_put_back_where_it_can_mean_one_thing(
    program: Program, evidence: Evidence, scripted: Scripted, written: str, shown: str
) -> None:
    views = Calls(("views", {"question": "target for the Russell 2000", "author": "DeSanctis"}))
    scripted(LEVELS, Calls(("price_levels", {"subject": "rut"})), views, Text(written))
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert answer.model == "scripted", answer.warnings
    assert shown in answer.sentences[0].text
    assert answer.sentences[0].marks


@pytest.mark.parametrize(
    "written",
    [
        "DeSanctis set a target of 9,825 for the Russell 2000 at the end of 2026.",
        "Rosenberg set a target of 2,825 for the Russell 2000 at the end of 2026.",
        "The Russell 2000 closed at rut.no_such_key.",
    ],
)
def test_and_what_is_wrong_stays_withheld(
    program: Program, evidence: Evidence, scripted: Scripted, written: str
) -> None:
    views = Calls(("views", {"question": "target for the Russell 2000"}))
    scripted(LEVELS, views, Text(f"The Russell 2000 closed at {{rut.close}}. {written}"), Text("2. DROP"))
    answer, _ = _ask(program, evidence, "How is the Russell 2000?", model="scripted")
    assert len(answer.sentences) == 1
    assert len(answer.withheld) == 1
