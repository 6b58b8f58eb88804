"""A note in the first person: its sentences are told under its author's name, and as the author's by any writer."""

from datetime import date

import pytest

from assistant.evidence.ledger import Ledger
from assistant.gate.gate import Gate, Grounded, Withheld
from assistant.statements.sentence_parts import Language
from corpus.document import parse_document, passages_of

HEAD = "---\nauthor: {author}\nfirm: Acme Capital\npublished: 2026-01-18\ntitle: Small Caps in Spring\nstance: bullish\nstance_on: small caps\ntrust: user\n---\n"
TEXT = (
    "We are bullish on small caps. Freight volumes recover and regional banks lend again. "
    "At Acme Capital we prefer industrials over software. I remain cautious on unprofitable biotech names. "
    "We expect the Fed to cut rates and we're not worried about credit. Finch said: “We are bearish on copper.”"
)


def judged(draft: str, text: str = TEXT, author: str = "Jane Roe", language: Language = "en") -> Grounded | Withheld:
    passages = passages_of(parse_document(f"{HEAD.format(author=author)}{text}\n", "roe-note"))
    people = {author.lower(): author, author.split()[-1]: author}
    return Gate(Ledger((), passages), date(2026, 1, 22), date(2026, 1, 22), people, language=language).judge(draft)


@pytest.mark.parametrize(
    ("slot", "shown"),
    [
        ("{view roe-note 1}", "Jane Roe: We are bullish on small caps (18 January 2026)."),
        ("{view roe-note 3}", "Jane Roe: At Acme Capital we prefer industrials over software (18 January 2026)."),
        ("{view roe-note 4}", "Jane Roe: I remain cautious on unprofitable biotech names (18 January 2026)."),
    ],
)  # fmt: skip
def test_code_tells_it_cut_from_the_text_with_the_author_in_front(slot: str, shown: str) -> None:
    verdict = judged(slot)
    assert isinstance(verdict, Grounded)
    assert verdict.text == shown


def test_every_sentence_in_the_first_person_is_credited_not_the_first_alone() -> None:
    passages = passages_of(parse_document(f"{HEAD.format(author='Jane Roe')}{TEXT}\n", "roe-note"))
    gate = Gate(Ledger((), passages), date(2026, 1, 22), date(2026, 1, 22), {})
    told = [gate.judge(f"{{view roe-note {n}}}").text for n in (2, 4, 1)]
    assert told[0].startswith("Jane Roe: Freight volumes")
    assert told[1] == "Jane Roe: I remain cautious on unprofitable biotech names."
    assert told[2] == "Jane Roe: We are bullish on small caps."


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe is bullish on small caps [roe-note].",
        "Jane Roe writes that they are bullish on small caps [roe-note].",
        "Jane Roe writes that she remains cautious on unprofitable biotech names [roe-note].",
        "Jane Roe: We are bullish on small caps [roe-note].",
        "Roe of Acme Capital prefers industrials over software [roe-note].",
        "Roe expects the Fed to cut rates [roe-note].",
        "Roe is not worried about credit [roe-note].",
        "Roe says freight volumes recover and regional banks lend again [roe-note].",
    ],
)
def test_a_writer_may_tell_it_as_the_author_s(sentence: str) -> None:
    assert isinstance(judged(sentence), Grounded)


@pytest.mark.parametrize(
    "sentence",
    [
        "We are bullish on small caps [roe-note].",
        "Jane Roe says we are bullish on small caps [roe-note].",
        "Jane Roe writes that they are not bullish on small caps [roe-note].",
        "Roe prefers software over industrials [roe-note].",
        "Roe is bullish on unprofitable biotech names [roe-note].",
        "Roe expects credit to cut rates [roe-note].",
        "Roe is bearish on copper [roe-note].",  # whom the note quotes is another
        "Roe writes that they are bearish on copper [roe-note].",
    ],
)
def test_but_not_in_footnote_s_voice_nor_turned_nor_another_s(sentence: str) -> None:
    assert isinstance(judged(sentence), Withheld)


@pytest.mark.parametrize(
    ("language", "shown"),
    [("zh", "张伟（2026年1月18日）：我们看好小盘股。"), ("en", "张伟: 我们看好小盘股 (18 January 2026)。")],
)
def test_a_chinese_note_is_told_in_its_own_words(language: Language, shown: str) -> None:
    text = "我们看好小盘股。利率下降将减轻负担。"
    assert judged("{view roe-note 1}", text, "张伟", language).text == shown
    assert "利率下降" in judged("{view roe-note 2}", text, "张伟", language).text
