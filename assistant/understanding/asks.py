"""A question that asks two things, parted where the second begins: "how strong is it, and what does he say?"."""

import re

from assistant.understanding.language import CJK

WORDS, SIGNS = 3, 4  # that each part has at least
_ASKING = r"(?:what|how|who|which|where|why|when|is|are|was|were|does|do|did|has|have|should|can|could|will)"
_SECOND = re.compile(
    rf"(?:[?;]|,)\s+(?:(?:and|but) )?(?:also )?(?={_ASKING}\b)|\s(?:and|but) (?:also )?(?={_ASKING}\b)", re.I
)
_SECOND_CHINESE = re.compile(r"[，,；;？?]\s*(?:那么|那|另外|还有|以及|同时|而)?")
_ASKED_CHINESE = re.compile(r"怎么|怎样|如何|什么|多[少强大高久深远长快]|哪|谁|吗|嗎|为何|是否|是不是|有没有|几|呢")


def asks(text: str) -> list[str]:
    """The two questions that a text asks, or the one.

    Args:
        text: A question, one space between words.
    """
    chinese = bool(CJK.search(text))
    for match in (_SECOND_CHINESE if chinese else _SECOND).finditer(text):
        parts = [text[: match.start()].strip(), text[match.end() :].strip()]
        whole = (
            all(len(p) >= SIGNS and _ASKED_CHINESE.search(p) for p in parts)
            if chinese
            else all(len(p.split()) >= WORDS for p in parts) and re.match(_ASKING + r"\b", parts[0], re.I)
        )
        if whole:
            return parts
    return [text]
