"""What the built-in writer tells of the library: whose views, on what, and what it says where nothing answers."""

import pytest

from assistant.conversation.answer import Answer
from assistant.evidence.source import Evidence
from assistant.program import Program


def ask(program: Program, evidence: Evidence, question: str) -> Answer:
    *_, answer = program.ask(question, evidence=evidence, model="builtin")
    assert isinstance(answer, Answer)
    assert not answer.withheld
    return answer


def told(answer: Answer) -> str:
    return " ".join(s.text for s in answer.sentences)


def test_two_people_asked_for_are_both_heard(program: Program, evidence: Evidence) -> None:
    answer = told(ask(program, evidence, "Rosenberg and Jongstra together"))
    assert "casino" in answer
    assert "Marius Jongstra argued" in answer
    first = program.library.search("Rosenberg and Jongstra together", as_of=evidence.as_of)[0]
    assert first.passage.author == "David Rosenberg and Marius Jongstra"


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("What does Rosenberg say about the rotation?", "casino", "pressure on the Fed"),
        ("What does Rosenberg say about gold?", "gold", "casino"),
        ("Who will win the election?", "Footnote holds nothing on that", "small caps"),
        ("What do banks among small caps look like?", "doesn't measure sectors within small caps", "Bloomberg listed"),
        ("What do banks among small caps look like?", "Financials, about 30 %", "Krinsky"),
        # A newspaper's name is no subject, and who reported a view is nobody's view.
        ("Did anyone warn about regional banks?", "Financials, about 30 %", "Polar Herald"),
        ("Has DeSanctis been right?", "Of Steven DeSanctis's 6 dated calls, 2 stood on the day", "was confident"),
        ("Has DeSanctis been right?", "so few are no measure of skill", "given on 9 December 2025, is ."),
        ("Has Page been right?", "holds no dated call of Sebastien Page", "half-year"),
        (
            "How has Temple's view of the Fed changed?",
            "to no cuts in March 2025 and to cuts in September 2025",
            "AI gravity",
        ),
        ("How has Rosenberg's view of the rotation changed?", "default", "recession"),
        ("What is the Fed expected to do?", "force the Fed to cut", "Of views on small caps"),
        ("Will there be a recession?", "(5 January 2026). That would mean a recession", "2022"),
        ("Will tariffs hurt small caps?", "tariffs may be relieved", "no stored view"),
        ("Are small caps cheap?", "doesn't measure price-earnings ratios", "closed at"),
        ("How does Fed policy affect small caps?", "an easing Fed", "closed at"),
        ("Does anyone think the rally is a bubble?", "textbook bubble", "has beaten"),
        ("Is the Fed going to cut?", "the Fed to cut", "target of"),
        ("How has Rosenberg's view of small caps changed?", "did not turn", "has beaten"),
        ("Who says small caps will beat large caps?", "small caps beat big technology", "makes no forecast"),
    ],
)
def test_an_answer_keeps_to_its_question(
    program: Program, evidence: Evidence, question: str, said: str, unsaid: str
) -> None:
    answer = told(ask(program, evidence, question))
    assert said in answer
    assert unsaid not in answer


def test_every_figure_of_a_track_record_has_a_footnote(program: Program, evidence: Evidence) -> None:
    answer = ask(program, evidence, "What is DeSanctis's track record?")
    keys = {c.get("key") for c in answer.footnotes.to_json()}
    record = {f"record.steven_desanctis.{m}" for m in ("calls", "calls_settled", "calls_hit", "typical_miss", "lean")}
    assert record <= keys
