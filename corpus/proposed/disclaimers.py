"""Small print: what a document says so as to answer for nothing, which is no part of anybody's view."""

import re

_HEADING = re.compile(
    r"\W*(?:(?:important|legal|general|required|analyst|research|regulatory)\s+)*(?:disclaimers?|disclosures?|information|notices?|certification)(?:\s+(?:and|&)\s+\w+)?\W*"
    r"|\W*(?:免责声明|重要声明|法律声明|特别声明|风险提示及免责声明|分析师声明|重要提示)\W*",
    re.I,
)
_OPENING = re.compile(
    r"\W*(?:(?:important |legal )?(?:disclaimer|disclosures?|notice)s?\s*[:：—–-]|免责声明\s*[:：]|风险提示\s*[:：]|重要声明\s*[:：])",
    re.I,
)
# One of these is enough in a paragraph of small print; a view uses none of them.
_SAYS = re.compile(
    r"past performance (?:is|does|may)\b|for informational purposes only|(?:does|do) not constitute|not (?:an offer|investment advice|intended as)|"
    r"no (?:representation|warranty|guarantee)\b|without (?:the )?(?:prior )?written (?:consent|permission)|all rights reserved|©|\(c\) (?:19|20)\d\d|"
    r"you (?:are receiving|received) this (?:e-?mail|newsletter)|unsubscribe|manage (?:your )?preferences|view (?:this|it) (?:e-?mail )?in (?:your )?browser|"
    r"consult (?:a|your) (?:financial|professional|qualified|tax)|(?:may|might) (?:hold|have) positions in|authori[sz]ed and regulated by|"
    r"member (?:of )?(?:finra|sipc)|solicitation (?:of|to)|subject to change without notice|accepts? no liability|"
    r"仅供参考|不构成(?:任何)?(?:投资|买卖|要约)|过往(?:业绩|表现)|版权所有|未经(?:书面)?(?:许可|授权|同意)|投资有风险|不承担(?:任何)?(?:法律)?责任",
    re.I,
)
_BLANK = re.compile(r"\n[ \t]*\n|\f")
SHARE = 0.5  # of a text: a heading further up opens no small print to the end


def disclaimers_in(text: str) -> list[tuple[int, int]]:
    """Where a text has small print: a paragraph of it, or all that follows its heading near the end.

    >>> disclaimers_in("Small caps lead.\\n\\nPast performance is no guide to the future.")
    [(18, 60)]
    """
    found: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        first = text[start:end].split("\n", 1)[0].strip()
        if _HEADING.fullmatch(first) and start >= SHARE * len(text):
            return [*found, (start, len(text))]
        if _HEADING.fullmatch(first) or _OPENING.match(first) or _is_small_print(text[start:end]):
            found.append((start, end))
    return found


def _is_small_print(paragraph: str) -> bool:
    """Whether half of a paragraph's sentences are small print, or the one that it has is."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", paragraph) if s.strip()]
    return bool(sentences) and 2 * sum(_SAYS.search(s) is not None for s in sentences) >= len(sentences)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _BLANK.finditer(text)]
    bounds = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    return [(start, end) for start, end in bounds if text[start:end].strip()]
