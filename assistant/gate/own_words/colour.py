"""Words of degree and colour that may stand beside a figure in grey: they say how it strikes the writer, and claim nothing.

"A solid 0.76 %", "clearly ahead", "just 0.99 %". A verb or a noun never stands here: "erased 0.76 %" is another claim.
"""

import re

_COLOUR = frozenset(
    """
just only even already still merely quite rather fairly pretty very really truly simply plainly clearly evidently visibly obviously notably strikingly remarkably
impressively convincingly decisively firmly solidly strongly sharply steeply comfortably handsomely modestly slightly mildly gently marginally narrowly
broadly largely mainly chiefly mostly roughly markedly meaningfully materially significantly substantially considerably appreciably noticeably
dramatically emphatically steadily consistently quietly briskly smartly nicely healthily respectably tidily
solid strong sharp steep modest mild slight small tiny thin narrow wide broad large big hefty sizeable sizable considerable substantial
significant meaningful notable remarkable striking impressive dramatic emphatic decisive convincing clear plain evident obvious healthy
respectable handsome tidy comfortable brisk robust firm steady persistent consistent uninterrupted unbroken sustained stretched extended
elevated heady lofty subdued muted quiet calm benign tame sleepy rich full whole entire broad-based wide-ranging one-sided lopsided two-sided
so thus hence therefore
key main central headline crucial important telling relevant useful nearby
""".split()
)


def colour(words: list[str]) -> bool:
    """Whether words are all of colour, so that they may stand in grey beside a figure."""
    return all(w.lower() in _COLOUR for w in words)


def places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words stand in a text, in no order."""
    return [
        (m.start(), m.end())
        for word in dict.fromkeys(words)
        for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    ]
