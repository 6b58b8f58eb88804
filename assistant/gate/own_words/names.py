"""Names in a draft: none may stand that neither a cited passage nor the field's plain terms hold."""

import re
from collections.abc import Iterable

from corpus.document import Passage

_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+)*")
_PLAIN = frozenset("RSI VIX MACD ETF ETFs SPDR GDP CPI".split())
_TIMES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri)day)\b"
)


def foreign_name(text: str, cited: Iterable[Passage]) -> str:
    """The first name in a text that no cited passage is by, about or holds; empty where there is none.

    Args:
        text: Words of a draft, the names of measured subjects blanked. Their first word is no name for being capital.
        cited: The passages beside them.
    """
    held = " ".join(f"{p.author} {p.firm or ''} {p.medium or ''} {p.title} {p.text}" for p in cited).casefold()
    for match in _NAME.finditer(_TIMES.sub(" ", text).strip()):
        parts = [w.removesuffix("'s").removesuffix("’s") for w in match[0].split()]
        if strange := [w for w in parts if w not in _PLAIN and w.casefold() not in held]:
            return strange[0]
    return ""
