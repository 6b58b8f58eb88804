"""The shipped documents in Chinese: every one whole, with the figures of its English and no others."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from corpus.document import Document, load_documents, passages_of
from corpus.library import DOCUMENTS
from corpus.words import sentences_of

SHIPPED = load_documents(DOCUMENTS).documents
_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_UNITS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_ENGLISH = re.compile(r"(?<![A-Za-z\d.])\d[\d,]*(?:\.\d+)?(?: (million|billion|trillion))?", re.I)  # not "Q2" or "Mag7"
_CHINESE = re.compile(r"(?<![A-Za-z\d.])(\d[\d,]*(?:\.\d+)?)(万亿|亿|万)?")
_MONTHS = "January February March April May June July August September October November December".split()
INITIAL = "J."  # of Welles Wilder: told apart as a sentence, though too short to be told
_INDEXES = re.compile(r"(?:Russell|S&P|S&P SmallCap|Russell Top|罗素|标普|标普小盘) ?(?:\d,)?\d+")


def english(text: str) -> Iterator[set[float]]:
    """For each number that an English sentence states, what it may be: "200 billion, and 175" may be 175 billion too."""
    text = re.sub(r"\b19(\d0)s\b", r"\1", text)  # 上世纪90年代
    scales = {_SCALES[word] for word in re.findall("million|billion|trillion", text.lower())}
    for found in _ENGLISH.finditer(text):
        value = float(found[0].split()[0].replace(",", ""))
        yield {round(value * s, 4) for s in ([_SCALES[found[1].lower()]] if found[1] else {1, *scales})}


def chinese(text: str) -> Counter[float]:
    """The numbers that a Chinese sentence states: "6300亿" is 630 billion."""
    return Counter(round(float(n.replace(",", "")) * _UNITS[unit], 4) for n, unit in _CHINESE.findall(text))


def unlike(source: str, told: str) -> list[str]:
    """How the figures of a Chinese sentence differ from those of its English; a month's name may be a number."""
    held, wanted = chinese(told), list(english(source))
    lost = []
    for may_be in sorted(wanted, key=len):
        value = next((v for v in may_be if held[v]), None)
        if value is None:
            lost.append(f"lost {min(may_be):g}")
        else:
            held[value] -= 1
    # A name stands again in Chinese where English has "it": its figure is no new one.
    named = set().union(*wanted) | {n for n, month in enumerate(_MONTHS, 1) if month in source}
    added = [f"added {v:g}" for v in chinese(_INDEXES.sub("", told)) if v not in named]
    signs = ["a sign"] if source.count("−") != told.count("−") else []
    return lost + added + signs


def pairs(document: Document) -> list[tuple[str, str]]:
    """All that a document says in both languages."""
    assert document.title_zh
    outcome = document.outcome
    return [
        (document.title, document.title_zh),
        *zip(sentences_of(document.text), document.text_zh, strict=True),
        *zip(document.quotes, document.quotes_zh, strict=True),
        *([(outcome.text, outcome.text_zh or "")] if outcome else []),
    ]


each = pytest.mark.parametrize("document", SHIPPED, ids=lambda document: document.id)


@each
def test_a_document_is_whole_in_chinese(document: Document) -> None:
    assert document.text_zh
    assert bool(document.stance_on) == bool(document.stance_on_zh)
    assert all(told for _, told in pairs(document))


@each
def test_no_figure_is_lost_or_added(document: Document) -> None:
    assert {told: found for source, told in pairs(document) if (found := unlike(source, told))} == {}


@each
def test_it_is_set_as_chinese_is(document: Document) -> None:
    told_so = [told for _, told in pairs(document) if told != INITIAL]
    for told in told_so:
        assert re.search(r"[\u4e00-\u9fff]", told)
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff\d]|\d [\u4e00-\u9fff%]", told), "a space"
        assert not re.search(r"[\u4e00-\u9fff][,.:;!?()]|[,:;!?()][\u4e00-\u9fff]", told), "a Latin mark"
        assert told.count("“") == told.count("”")
        assert told.count("（") == told.count("）")
    assert all(told.endswith("。") for told in document.text_zh if told != INITIAL)


@each
def test_a_person_is_given_in_chinese_with_their_own_name_at_first(document: Document) -> None:
    text, names = (
        "".join(document.text_zh),
        re.findall(r"([\u4e00-\u9fff·]+·[\u4e00-\u9fff]+)（[A-Z]", "".join(document.text_zh)),
    )
    assert all(text.find(name) == text.find(f"{name}（") for name in names)


@pytest.mark.parametrize(
    ("source", "told", "found"),
    [
        ("It rose 9 % on 22 January 2026.", "2026年1月22日上涨9%。", []),
        ("It rose 9 %.", "上涨8%。", ["lost 9", "added 8"]),
        ("About 200 billion, and between 175 and 185.", "约2000亿，1750亿至1850亿。", []),
        ("About 200 billion.", "约200亿。", ["lost 2e+11", "added 2e+10"]),
        ("9 % for the half, 9 % for the year.", "上半年9%，全年。", ["lost 9"]),
        ("Jobs: −10,000.", "就业：1万。", ["a sign"]),
    ],
)
def test_what_the_check_of_figures_finds(source: str, told: str, found: list[str]) -> None:
    assert unlike(source, told) == found


def test_every_shipped_passage_has_its_sentences_in_both_languages() -> None:
    assert all(told for document in SHIPPED for p in passages_of(document) for _, told in p.sentences)
