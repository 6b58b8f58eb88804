"""Sentences that Footnote says of itself and of its library, where a writer types them instead of asking for them.

Each says what isn't measured, held or done. A sentence in no one's words and without evidence is shown only if it is one
of these: whoever drafts, nothing else may be said of nothing.
"""

import re
from functools import cache

from assistant.statements.words import text

DISCLAIMER = "Footnote reports figures and other people's views; it is not investment advice and recommends nothing."

_WHOLE = ("cant", "no-forecast", "ahead", "no-view", "no-answer", "no-advice", "no-date", "no-macro")
NOT_MEASURED = re.compile(r"^Footnote doesn['’]t measure [\w ,'’&^./-]+;")
_OF_ITSELF = re.compile(
    rf"{NOT_MEASURED.pattern} (?:there are no bars of it|what the library holds(?: on the question)? follows)\."
    r"|Footnote has no figure and no view on that by [\w ]+\."
    r"|Footnote holds (?:no bars|too few sessions) of [\w &.,'’()/^-]+(?: on this date| for that average|, so [\w ]+ is not measured)\."
    r"|The library holds [\w -]+ on this side that was published by then and still stands\."
)


def of_itself(sentence: str) -> bool:
    """Whether a sentence is one of those that Footnote says of itself."""
    return sentence in _whole() or _OF_ITSELF.fullmatch(sentence) is not None


@cache
def _whole() -> frozenset[str]:
    return frozenset([*(text(f"itself-{name}", "en") for name in _WHOLE), text("absent-facts", "en")])
