"""What Footnote says of itself and of its library: the few sentences that need neither a figure nor a source.

Each says what isn't measured, held or done. A sentence in no one's words and without evidence is shown only if it is one
of these: whoever drafts, nothing else may be said of nothing.
"""

import re

CANT = (
    "Footnote answers from daily market bars and stored views: about an index, a fund or a sector, small caps against large"
    " caps, RSI and averages, the VIX and the 10-year yield, and about the people in its library."
)
NO_FORECAST = (
    "Footnote makes no forecast; what can be said is what was measured and what people expect, with their names."
)
AHEAD = "That date hasn't come yet; what can be said is what was measured."
NO_VIEW = "The library holds no view by that name on that."
NO_ANSWER = "The library holds no view on that."
NO_ADVICE = "Footnote doesn't say what to do with money; what can be said is what was measured and what people argue on both sides."
NO_DATE = "The calendar holds no date for that week."
NO_MACRO = "There are no macro figures in the evidence of this date."
DISCLAIMER = "Footnote reports figures and other people's views; it is not investment advice and recommends nothing."
NO_FACTS = "Footnote holds no facts for this section as of this date."

_WHOLE = frozenset((CANT, NO_FORECAST, AHEAD, NO_VIEW, NO_ANSWER, NO_ADVICE, NO_DATE, NO_MACRO, NO_FACTS))
NOT_MEASURED = re.compile(r"^Footnote doesn['’]t measure [\w ,'’&^./-]+;")
_OF_ITSELF = re.compile(
    rf"{NOT_MEASURED.pattern} (?:there are no bars of it|what the library holds(?: on the question)? follows)\."
    r"|Footnote has no figure and no view on that by [\w ]+\."
    r"|Footnote holds (?:no bars|too few sessions) of [\w &.,'’()/^-]+(?: on this date| for that average|, so [\w ]+ is not measured)\."
    r"|The library holds [\w -]+ on this side that was published by then and still stands\."
)


def of_itself(text: str) -> bool:
    """Whether a sentence is one of those that Footnote says of itself."""
    return text in _WHOLE or _OF_ITSELF.fullmatch(text) is not None
