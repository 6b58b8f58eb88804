"""Reading documents: what is refused and why, what a date's precision means, how a text is cut."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Passage, RefusedDocument, load_documents, parse_document, passages_of
from corpus.index_folder import indexed_form
from corpus.words import LONGEST_PASSAGE

HEAD = "author: Ann Author\npublished: 2026-01-22\ntitle: A title\n"


def source(extra: str = "", head: str = HEAD, body: str = "Author says so.") -> str:
    return f"---\n{head}{extra}---\n{body}\n"


def reason(text: str, name: str = "author-2026") -> str:
    with pytest.raises(RefusedDocument) as refused:
        parse_document(text, name)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Just text.", "no front matter"),
        ("", "no front matter"),
        ("---\nauthor: A\n", "isn't closed"),
        (source("figures: [\n"), "isn't YAML"),
        ("---\n- a\n- b\n---\nText.\n", "keys and values"),
        (source(head="author: A\ntitle: B\n"), "published: is missing"),
        (source(head="published: 2026-01-22\ntitle: B\n"), "author: is missing"),
        (source(head="author: A\npublished: 2026-01-22\n"), "title: is missing"),
        (source(head="author: ''\npublished: 2025\ntitle: B\n"), "author"),
        (source(head="author: A\npublished: yesterday\ntitle: B\n"), "no date"),
        (source(head="author: A\npublished: 2026-02-30\ntitle: B\n"), "day is out of range"),
        (source(head="author: A\npublished: '2026-13'\ntitle: B\n"), "calendar"),
        (source(head="author: A\npublished: 2026-01-22T10:00:00\ntitle: B\n"), "without a time"),
        (source(head="author: A\npublished: true\ntitle: B\n"), "published"),
        (source("stance: hopeful\n"), "stance"),
        (source("trust: total\n"), "trust"),
        (source("mood: good\n"), "mood: is not a known key"),
        (source("firm: 12\n"), "firm"),
        (source("title: Again\n"), "'title' is given twice"),
        (source("topics: rates\n"), "topics"),
        (source("url: javascript:alert(1)\n"), "http"),
        (source("url: //host/x\n"), "http"),
        (source("quotes: [one two three four five six seven eight nine ten eleven twelve thirteen]\n"), "13 words"),
        (source("quotes: ['']\n"), "empty"),
        (source("figures: [{name: growth, value: 5}]\n"), "figures.0.unit: is missing"),
        (source("figures: [{name: growth, unit: percent}]\n"), "needs a value"),
        (source("figures: [{name: growth, unit: percent, low: 5, high: 4}]\n"), "low is above"),
        (source("figures: [{name: growth, unit: percent, value: many}]\n"), "figures.0.value"),
        (source("call: {kind: target, subject: rut, issued: 2026-01-01, horizon: 2026-12-31}\n"), "needs a target"),
        (source("call: {kind: target, subject: gold, target: 1, issued: 2026, horizon: 2026-12-31}\n"), "call.subject"),
        (source("call: {kind: target, subject: rut, target: 1, issued: 2027-01, horizon: 2026-12-31}\n"), "horizon"),
        (source("call: {kind: return, subject: rut, target: 1, issued: 2026, horizon: 2026-12-31}\n"), "percent"),
        (source("outcome: {text: It failed.}\n"), "outcome.known_from: is missing"),
        (source("text_zh: [作者如是说。, 还有一句。]\n"), "text_zh: has 2 sentences where the text has 1"),
        (source("text_zh: ['']\n"), "text_zh.0"),
        (source("text_zh: 作者如是说。\n"), "text_zh"),
        (source("quotes: [so it is]\nquotes_zh: [如此, 这般]\n"), "quotes_zh: has 2 entries where quotes has 1"),
        (source("quotes_zh: [如此]\n"), "quotes_zh: has 1 entries where quotes has 0"),
        (source("title_zh: ''\n"), "title_zh"),
        (source(body=""), "text"),
        (source(body=" \n\n"), "text"),
    ],
)
def test_a_malformed_document_is_refused_with_its_reason(text: str, says: str) -> None:
    assert says in reason(text)


@pytest.mark.parametrize("name", ["Author", "a b", "a--b", "-a", "a_b", "ä", ""])
def test_a_document_needs_a_name_that_can_be_cited(name: str) -> None:
    assert "file name" in reason(source(), name)


def test_a_folder_names_what_it_refused_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "good.md").write_text(source(), encoding="utf-8")
    (tmp_path / "latin.md").write_bytes(source(body="caf\xe9").encode("latin-1"))
    (tmp_path / "bare.md").write_text("no front matter", encoding="utf-8")
    (tmp_path / "notes" / "good.md").write_text(source(), encoding="utf-8")
    (tmp_path / "huge.md").write_text(source(body="x " * 200_000), encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "other.txt").write_text("not looked at", encoding="utf-8")
    shelf = load_documents(tmp_path)
    assert [document.id for document in shelf.documents] == ["good"]
    reasons = {refusal.path: refusal.reason for refusal in shelf.refused}
    assert set(reasons) == {"latin.md", "bare.md", "notes/good.md", "huge.md", "folder.md"}
    assert "UTF-8" in reasons["latin.md"]
    assert "already" in reasons["notes/good.md"]
    assert "larger" in reasons["huge.md"]
    assert "can't be read" in reasons["folder.md"]


@pytest.mark.parametrize(
    ("published", "precision", "known_from"),
    [
        ("2026-01-22", "day", date(2026, 1, 22)),
        ("2025-12", "month", date(2025, 12, 31)),
        ("2024-02", "month", date(2024, 2, 29)),
        ("2025", "year", date(2025, 12, 31)),
    ],
)
def test_a_month_or_a_year_is_known_at_its_end(published: str, precision: str, known_from: date) -> None:
    document = parse_document(source(head=f"author: A\npublished: {published}\ntitle: B\n"), "a")
    assert (document.published, document.precision, document.known_from) == (published, precision, known_from)


def test_the_optional_fields_may_be_absent() -> None:
    (passage,) = passages_of(parse_document(source(), "author-2026-01-22"))
    fields = passage.to_json()
    assert fields["id"] == fields["document"] == "author-2026-01-22"
    assert (fields["stance"], fields["trust"], fields["quotes"], fields["figures"]) == ("none", "user", [], [])
    assert fields["firm"] is fields["url"] is fields["call"] is fields["outcome"] is None
    assert fields["precision"] == "day"


CHINESE = """title_zh: 标题
stance_on: small caps
stance_on_zh: 小盘股
quotes: [so it is]
quotes_zh: [正是如此]
outcome: {text: It failed., text_zh: 未能实现。, known_from: 2026-06-30}
"""


def test_a_citation_has_its_sentences_in_chinese() -> None:
    text = source(f"{CHINESE}text_zh: [作者这样说。, 其后另说。]\n", body="Author says so.\n\nLater he said more.")
    (passage,) = passages_of(parse_document(text, "a"))
    assert passage.sentences == (("Author says so.", "作者这样说。"), ("Later he said more.", "其后另说。"))
    fields = passage.to_json()
    assert (fields["title_zh"], fields["stance_on_zh"], fields["quotes_zh"]) == ("标题", "小盘股", ["正是如此"])
    assert fields["text_zh"] == ["作者这样说。", "其后另说。"]
    assert fields["outcome"]["text_zh"] == "未能实现。"
    assert Passage.model_validate(passage.model_dump(mode="json")) == passage


def test_a_passage_has_the_chinese_of_its_own_sentences() -> None:
    # Sentence 7 is cut within: what follows it begins with a figure, which ends no sentence that is told.
    english = [f"Sentence {n} speaks of {'many words ' * 12}here." for n in range(12)]
    english[7] = f"Sentence 7 opens {'with words ' * 12}here. 12 % of {'it follows ' * 12}there."
    told = [f"第{n}句。" for n in range(12)]
    document = parse_document(source(f"text_zh: [{', '.join(told)}]\n", body=" ".join(english)), "a")
    passages = passages_of(document)
    assert len(passages) > 2
    whole = {told: source for p in passages for source, told in p.sentences if told}
    assert whole == {t: s for n, (s, t) in enumerate(zip(english, told, strict=True)) if n != 7}
    pieces = [source for p in passages for source, told in p.sentences if not told]
    assert " ".join(pieces) == english[7]
    assert all(len(p.text_zh) == len(p.sentences) for p in passages)


@pytest.mark.parametrize("extra", ["", "title_zh: 标题\n"])
def test_a_document_without_chinese_has_sentences_without_it(extra: str) -> None:
    (passage,) = passages_of(parse_document(source(extra), "a"))
    assert passage.text_zh == ()
    assert passage.sentences == (("Author says so.", None),)


def test_chinese_is_not_indexed() -> None:
    (plain,) = passages_of(parse_document(source("quotes: [so it is]\nstance_on: small caps\n"), "a"))
    chinese = "title_zh: 标题\nstance_on: small caps\nstance_on_zh: 小盘股\nquotes: [so it is]\nquotes_zh: [正是如此]\n"
    (told,) = passages_of(parse_document(source(f"{chinese}text_zh: [作者这样说。]\n"), "a"))
    assert indexed_form(told) == indexed_form(plain)
    assert told.indexed_text == plain.indexed_text


def test_a_citation_has_the_contract_s_fields() -> None:
    (passage,) = passages_of(parse_document(source("firm: F\nurl: https://a.example/x\nquotes: [so it is]\n"), "a"))
    wanted = {
        "kind",
        "id",
        "author",
        "firm",
        "published",
        "precision",
        "title",
        "url",
        "text",
        "quotes",
        "trust",
        "stance",
    }
    assert wanted <= set(passage.to_json())
    assert passage.to_json()["kind"] == "passage"


def test_an_outcome_is_not_told_before_it_was_known() -> None:
    (passage,) = passages_of(parse_document(source("outcome: {text: It failed., known_from: 2026-06-30}\n"), "a"))
    assert passage.as_known_on(date(2026, 6, 29)).outcome is None
    assert passage.as_known_on(date(2026, 6, 30)).outcome is not None
    assert "failed" not in passage.indexed_text


def test_a_long_text_is_cut_between_sentences_and_spans_say_where() -> None:
    sentences = [f"Sentence number {n} holds exactly nine words of text." for n in range(60)]
    document = parse_document(source(body="\n\n".join(" ".join(sentences[i : i + 5]) for i in range(0, 60, 5))), "a")
    passages = passages_of(document)
    assert [passage.id for passage in passages] == [f"a.{n}" for n in range(1, len(passages) + 1)]
    assert len(passages) >= 4
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert len(passage.text.split()) <= LONGEST_PASSAGE + 25
        assert passage.text.endswith(".")
    assert " ".join(" ".join(passage.text for passage in passages).split()) == " ".join(sentences)


def test_invisible_characters_do_not_stay_in_a_text() -> None:
    document = parse_document(source(body="Rise of 1\u200b5 %\u202e and\u0007 more\nof it."), "a")
    assert document.text == "Rise of 15 % and more of it."


def test_a_document_does_not_change() -> None:
    document = parse_document(source(), "a")
    with pytest.raises(ValueError, match="frozen"):
        document.author = "Someone else"


_PIECES = """
author published title quotes : - [ ] { } &a *a !!python/name:os 1 2026-01-22 null ~ | > ' " << ? # é --- !!set 0x1F .nan
"""
YAML_PIECES = st.sampled_from([*_PIECES.split(), ": ", "- ", "\n", "  ", "\x00"])


@settings(max_examples=400, deadline=None)
@given(st.lists(YAML_PIECES, max_size=25).map("".join), st.text(max_size=40))
def test_whatever_is_given_is_read_or_refused(head: str, body: str) -> None:
    try:
        parse_document(f"---\n{head}\n---\n{body}", "a")
        parse_document(f"---\n{HEAD}figures: {head}\n---\n{body}", "a")
    except RefusedDocument as refused:
        said = str(refused)
    else:
        said = ""
    assert "\n" not in said
