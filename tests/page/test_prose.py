"""What a model, a tool or a document wrote never becomes markup."""

import json
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.cli.main import main
from assistant.conversation.answer import Sentence
from assistant.evidence.source import Evidence
from assistant.page.markup.prose import Turn, marked
from assistant.page.markup.sources import card, fact_title, published
from tests.page.stand_in import _hostile, attacks
from tools.fact import Base, Fact, Input, Source

ALLOWED = {
    "article",
    "h3",
    "div",
    "details",
    "summary",
    "b",
    "i",
    "p",
    "span",
    "sup",
    "a",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "br",
    "code",
}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name == "href"}


def _tags(markup: str) -> _Tags:
    parser = _Tags()
    parser.feed(markup)
    return parser


def test_a_hostile_answer_is_text() -> None:
    turn = Turn("t", attacks("http://127.0.0.1:9")[1])
    for event in _hostile("http://127.0.0.1:9"):
        if hasattr(event, "sentence"):
            turn.sentences.append(event.sentence)
        elif hasattr(event, "ms"):
            turn.steps[event.id] = event
        else:
            turn.answer = event
        found = _tags(turn.markup())
        assert found.tags <= ALLOWED
        assert found.attributes <= {"class", "href", "role"}
        assert all(re.fullmatch(r"#fn-(?:t-\d+|copy|save|sort|table-copy)|\?thread=\w*", link) for link in found.links)
        assert "\n" not in turn.markup()


def test_marks_stand_where_the_sentence_says() -> None:
    sentence = Sentence("Up 9.54 % for the year.", ((9, 1), (9, 1)))
    markup = marked(sentence, "7")
    assert markup.count("<sup") == 1
    assert 'href="#fn-7-1"' in markup
    assert "9.54\u00a0%<sup" in markup


@pytest.fixture
def fact() -> Fact:
    return Fact(
        key="rut.return_ytd", value=0.095435, unit="fraction", subject="rut", as_of=date(2026, 1, 22), base=Base(session=date(2025, 12, 31), field="close", value=2481.91),
        definition="Close over the last close before the year, less one; price only.", inputs=(Input(symbol="^RUT", first=date(2025, 12, 31), last=date(2026, 1, 22), field="close", digest="d1"),),
        source=Source(publisher="Yahoo Finance", retrieved_at=datetime(2026, 1, 22, 22, 30, tzinfo=UTC)), age=2, reading="high", caveats=("<b>careful</b>",),
    )  # fmt: skip


def test_a_facts_card_says_all_that_checks_it(fact: Fact) -> None:
    text = re.sub(r"<[^>]+>", " ", card({"n": 3, "kind": "fact", **fact.model_dump(mode="json")}))
    for part in ("9.54 %", "0.095435 fraction", "22 January 2026", "31 December 2025", "2,481.91", "less one; price only", "^RUT", "d1", "Yahoo Finance", "22:30:00 UTC", "settled", "2 sessions behind", "high", "&lt;b&gt;careful", "rut.return_ytd"):  # fmt: skip
        assert part in text
    assert fact_title(fact.model_dump(mode="json")) == "Russell 2000: year to date return"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (None, False),
    ],
)
def test_only_a_sources_own_web_address_is_a_link(url: str | None, linked: bool) -> None:
    passage = {
        "n": 1,
        "kind": "passage",
        "id": "x",
        "author": "Ann",
        "firm": None,
        "published": "2025-12",
        "title": "T<i>",
        "url": url,
        "text": "Words.",
        "quotes": [],
        "trust": "secondary",
    }
    markup = card(passage)
    assert ("<a " in markup) is linked
    assert "paraphrase" in markup
    assert "Secondary source" in markup
    if linked:
        assert 'rel="noopener noreferrer"' in markup
        assert 'target="_blank"' in markup


@pytest.mark.parametrize(
    ("text", "shown"), [("2026-01-22", "22 January 2026"), ("2025-12", "December 2025"), ("2025", "2025")]
)
def test_a_date_is_shown_no_more_precisely_than_it_is_known(text: str, shown: str) -> None:
    markup = published({"published": text})
    assert markup.startswith(shown)
    assert ("not known" in markup or "only the year" in markup) is (len(text) < 10)


def test_a_percentile_is_a_rank_and_says_of_what() -> None:
    day, at = date(2026, 1, 22), datetime(2026, 1, 22, 22, tzinfo=UTC)
    inputs = (Input(symbol="^RUT", first=day, last=day, field="close", digest="a"),)
    fact = Fact(
        key="rut_vs_spx.spread_20d_percentile", value=0.9049, unit="fraction", subject="rut_vs_spx", as_of=day,
        definition="d", inputs=inputs, source=Source(publisher="p", retrieved_at=at), state="settled",
    )  # fmt: skip
    markup = card({"kind": "fact", "n": 1, **fact.model_dump(mode="json")})
    assert 'class="fn-value">90th percentile<' in markup
    assert "90th percentile: 90.49 % of its earlier values are at or below it" in markup


def test_the_command_on_a_card_computes_its_figure_again(
    evidence: Evidence, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_HOME", str(home))
    fact = next(f for f in evidence.catalogue.facts if f.key == "rut.return_ytd")
    shown = card({"n": 1, "kind": "fact", **fact.model_dump(mode="json")})
    command = re.search(r"<code>footnote (facts [^<]+)</code>", shown)
    assert command
    assert main([*command[1].split(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["facts"]
    assert [f["value"] for f in told if f["key"] == fact.key] == [fact.value]
    assert "footnote facts" not in card(
        {"n": 1, "kind": "fact", **fact.model_dump(mode="json"), "key": "rut.return.2025"}
    )
