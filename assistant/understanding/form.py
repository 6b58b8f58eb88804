"""In which form an answer is wanted: how many sentences, bullets, a table, one figure, a chart, plain words."""

import re
from dataclasses import dataclass

_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1, "一": 1, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}  # fmt: skip
_SENTENCES = re.compile(
    r"\b(?:in |with |exactly |only )?(\d{1,2}|one|two|three|four|five|six|a)(?:[- ](?:short|simple))?[- ](?:sentences?|lines?)\b|([一两三四五六\d]{1,2})(?:句话?|行)",
    re.I,
)
_LONG = re.compile(r"\b(?:in detail|detailed|everything|full (?:report|picture|overview)|at length|thorough\w*|long version)\b|详细|全面|完整", re.I)  # fmt: skip
_YES_NO = re.compile(
    r"^(?:so |and |but |tell me,? |quick(?: question)?[:,] )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|isn't|aren't|didn't|hasn't)\b|\byes or no\b|是否|是不是|有没有|有沒有|[吗嗎][?？]?$|了没|了沒",
    re.I,
)


@dataclass(frozen=True)
class Form:
    """How an answer is wanted.

    Attributes:
        sentences: At most so many; None where nothing is said.
        bullets: Whether as a list.
        table: Whether as a table.
        chart: Whether a chart is wanted.
        plain: Whether for somebody who doesn't know the terms.
        long: Whether more than a short answer is wanted.
        yes_no: Whether the question takes a yes or a no.
    """

    sentences: int | None = None
    bullets: bool = False
    table: bool = False
    chart: bool = False
    plain: bool = False
    long: bool = False
    yes_no: bool = False


def read_form(text: str) -> Form:
    """The form that a question asks for."""
    count = _SENTENCES.search(text)
    number = next((g for g in count.groups() if g), "") if count else ""
    sentences = int(number) if number.isdigit() else _COUNTS.get(number.lower())
    return Form(
        sentences if sentences and sentences > 0 else None,
        bool(re.search(r"\bbullet(?:s|ed| points?)?\b|\bas a list\b|要点|列表|分点", text, re.I)),
        bool(re.search(r"\b(?:as |in )?a? ?table\b|\btabulate\b|表格|列表显示|列个表", text, re.I)),
        bool(re.search(r"\b(?:chart|graph|plot|draw)\b|图表|走势图|画图|画个图|曲线图", text, re.I)),
        bool(re.search(r"\b(?:plain (?:words|english|language)|layman\w*|simple (?:words|terms|english)|eli5|like i'?m (?:five|5)|for (?:a )?(?:beginner|dummies|my (?:mum|mom|grand\w+|kid)))\b|通俗|大白话|小白|简单解释", text, re.I)),
        bool(_LONG.search(text)),
        bool(_YES_NO.search(text)),
    )  # fmt: skip
