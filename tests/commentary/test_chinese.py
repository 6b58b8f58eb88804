"""The commentary in Chinese: the same facts as the English one, in sentences that hold no English but names and quotations."""

import re
from datetime import date

import pytest

from assistant.commentary.daily import Commentary, write_commentary
from assistant.commentary.exports.feed import feed, latest
from assistant.commentary.exports.pdf import pdf
from assistant.commentary.exports.text import html, markdown
from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.statements.catalogue import available, statement
from assistant.statements.sentence_parts import Language, placed
from tools.macro.calendar import calendar_facts, closure_fact

DAYS = (date(2026, 1, 22), date(2025, 4, 8), date(2024, 6, 4))
NAMES = {"MACD", "MSCI", "Footnote"}
BRIEF = """
rut.session spx.session vix.session tnx.session indexes.session indexes.year volatility.calm sectors.order_1d
sectors.order_ytd sectors.ends_ytd sectors.tilt_1d rotation.run rotation.month rotation.summary rotation.verdict
rotation.verdict.1d rotation.verdict.5d rotation.verdict.ytd rut.momentum rut.nearest rut.diverging rut.volatility
measured.bull_case measured.bear_case calendar.due absent.facts absent.bars.sectors absent.bars.rut_and_spx
absent.views.none absent.views.other unchanged.session unchanged.nothing vix.stale.20260123
""".split()


def plain(text: str) -> str:
    """A sentence without its quotations and without Latin names in brackets."""
    return re.sub(r"“[^”]*”|（[^）]*）|\([A-Z]+\)", "", text)


def english_words(text: str, names: set[str]) -> list[str]:
    """Words of four letters and more that are no name."""
    return [w for w in re.findall(r"[A-Za-z]{4,}", plain(text)) if w not in NAMES | names]


def written(program: Program, day: date, language: Language) -> Commentary:
    """The commentary of a day by the built-in writer."""
    *_, last = write_commentary(program, program.evidence(as_of=day), "builtin", language=language)
    assert isinstance(last, Commentary)
    return last


def told(ledger: Ledger, name: str, language: Language) -> tuple[str, list[str]] | None:
    """A statement and the facts it marks; None where the evidence can't fill it."""
    try:
        text, marks = placed(statement(name, None, ledger, language=language))
    except SlotError:
        return None
    return text, sorted(fact.key for _, fact in marks)


@pytest.mark.parametrize("day", DAYS)
def test_every_statement_says_the_same_facts_in_both(program: Program, day: date) -> None:
    facts = [*program.evidence(as_of=day).catalogue.facts, *calendar_facts(day), closure_fact(day)]
    ledger = Ledger(facts)
    names = [name.removeprefix("{say ").removesuffix("}") for name in available(ledger)]
    said = 0
    for name in [*BRIEF, *names]:
        english, chinese = told(ledger, name, "en"), told(ledger, name, "zh")
        assert (english is None) == (chinese is None), name
        if english and chinese:
            said += 1
            assert english[1] == chinese[1], name
            if not name.startswith(("call.", "library.", "record.", "macro.")):
                assert not english_words(chinese[0], set()), chinese[0]
                assert chinese[0].endswith("。"), chinese[0]
    assert said > len(BRIEF) / 2


@pytest.mark.parametrize("day", DAYS)
def test_a_chinese_commentary_is_chinese_and_has_the_facts_of_the_english_one(program: Program, day: date) -> None:
    english, chinese = (written(program, day, language) for language in ("en", "zh"))
    assert english.id != chinese.id
    assert chinese.document["language"] == "zh"
    assert set(chinese.document["used"]) == set(english.document["used"])
    assert [f["id"] for f in chinese.document["facts"]] == [f["id"] for f in english.document["facts"]]
    assert chinese.document["withheld"] == []
    people = {w for c in chinese.citations if c["kind"] == "passage" for w in re.findall(r"\w+", c["author"])}
    for section in chinese.sections:
        assert section.sentences, section.id
        for sentence in section.sentences:
            assert not english_words(sentence.text, people), sentence.text


def test_each_language_is_kept_beside_the_other_and_exported(program: Program, evidence: Evidence) -> None:
    english, chinese = (written(program, evidence.as_of, language) for language in ("en", "zh"))
    again = [written(program, evidence.as_of, language).document["id"] for language in ("en", "zh")]
    assert again == [english.id, chinese.id]
    assert "## 数据与资料来源" in markdown(chinese)
    assert '<html lang="zh">' in html(chinese)
    assert pdf(chinese).startswith(b"%PDF")
    assert "小盘股轮动日评" in feed(latest(program, None, "zh")).decode()
    assert "小盘股轮动日评" not in feed(latest(program, None)).decode()
