"""People found however their names are written: by plain letters, spelled out, and by Chinese names."""

from datetime import date
from pathlib import Path

import pytest

from corpus.holdings import Holdings
from corpus.ingest import draft, keep
from corpus.people import Person, named_in, place_in, spellings
from corpus.store import EVERYONE
from tests.corpus.holding import NOW, holdings, note

DAY = date(2026, 3, 1)
PEOPLE = [
    Person(name, name.split()[-1], (), 1) for name in ("Karl Müller", "Åsa Øst", "张伟", "Ana Peña", "Joe Mueller")
]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What does Müller say?", {"Karl Müller", "Joe Mueller"}), ("What does Muller say?", {"Karl Müller"}),
        ("What does Mueller say?", {"Karl Müller", "Joe Mueller"}), ("karl muller on banks", {"Karl Müller"}),
        ("Pena on banks", {"Ana Peña"}), ("Asa Ost on banks", {"Åsa Øst"}), ("张伟怎么看小盘股？", {"张伟"}),
        ("小盘股怎么看？", set()), ("Karl Mullerman on banks", set()), ("Müller怎么看银行？", {"Karl Müller", "Joe Mueller"}),
    ],
)  # fmt: skip
def test_a_question_names_people_in_any_spelling(question: str, named: set[str]) -> None:
    assert {person.name for person in named_in(question, PEOPLE)} == named


def test_a_place_is_the_text_s_own() -> None:
    assert place_in("Does Karl Mueller buy?", "Karl Müller") == (5, 17)
    assert spellings("Müller") == ("Müller", "Muller", "Mueller")


@pytest.fixture
def held(tmp_path: Path) -> Holdings:
    held = holdings(tmp_path / "home")
    for name, author, text in (
        ("m.md", "Karl Müller", "Müller expects zinc smelters to close."),
        ("z.md", "张伟", "我们看好小盘股。利率下降将减轻小公司的债务负担。"),
        ("o.md", "欧阳娜娜", "我们看空铜。铜价已经见顶。"),
        ("l.md", "李娜", "我对信用债仍持谨慎态度。违约率正在上升。"),
    ):
        keep(held.store, draft(name, note(text, author=author), source=name), by=EVERYONE, now=NOW)
    return held


@pytest.mark.parametrize(
    ("question", "author", "found"),
    [
        ("zinc smelters", "Muller", ["m"]), ("zinc smelters", "mueller", ["m"]), ("zinc smelters", "MÜLLER", ["m"]),
        ("利率", "张伟", ["z"]), ("张伟怎么看小盘股？", None, ["z"]), ("李娜怎么看？", None, ["l"]), ("欧阳娜娜怎么看铜价？", None, ["o"]), ("违约率会上升吗？", None, ["l"]),
        ("张伟怎么看利率下降？", None, ["z"]), ("足球比赛谁赢了？", None, []), ("张伟怎么看足球比赛？", None, []),
    ],
)  # fmt: skip
def test_a_person_s_views_are_found_by_any_spelling(
    held: Holdings, question: str, author: str | None, found: list[str]
) -> None:
    hits = held.library().search(question, as_of=DAY, author=author)
    assert [hit.passage.document for hit in hits] == found
    held.close()
