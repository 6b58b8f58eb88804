"""Words of movement, and which way: verbs, nouns and signs by which a text says that something rose or fell."""

import re

from assistant.understanding.figures import Figure

_UP = (
    r"rose|ris(?:e|es|en|ing)|gain(?:s|ed|ing)?|add(?:s|ed|ing)?|climb(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?"
    r"|rall(?:y|ies|ied|ying)|rebound(?:s|ed|ing)?|increas(?:e|es|ed|ing)|grew|ticked (?:up|higher)|edged (?:up|higher)|inched (?:up|higher)|spik(?:ed?|es|ing)|leap(?:s|ed|t)?|leapt|bounc(?:ed?|es)"
    r"|put on|picked up|moved (?:up|higher)|pushed (?:up|higher)|popp?(?:ed|s)|vault(?:ed|s)|rocketed|returned|ahead|higher|up|outperform(?:s|ed|ing)?|beat(?:s|en|ing)?|outpac(?:es|ed|ing)|led|firmed|recover(?:ed|s)|improv(?:ed|es)|swelled|appreciated|in the green"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|los(?:t|e|es|s|ses|ing)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|sank|sink(?:s|ing)?|shed(?:s|ding)?|tumbl(?:e|es|ed|ing)"
    r"|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|eas(?:ed|es|ing)|retreat(?:s|ed|ing)?|gave (?:up|back)|giv(?:es|ing) (?:up|back)|ticked (?:down|lower)|edged (?:down|lower)|inched (?:down|lower)|moved (?:down|lower)|dipp?(?:ed|s)?|sagged|skidded|decreas(?:ed|es)"
    r"|contract(?:ed|s)|crash(?:ed|es)?|weakened|pulled back|behind|lower|down|underperform(?:s|ed|ing)?|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|collapsed|swooned|depreciated|in the red|softened|off|cratered|backed off"
)
MOVES = re.compile(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?! to date)", re.I)
# Words that say a place rather than a movement.
PLACES = re.compile(
    r"\b(?:clos(?:ed|es|ing)|end(?:ed|s|ing)|finish(?:ed|es|ing)|settl(?:ed|es|ing)|st(?:ands?|ood)|sits?|sat|is|was|at|trad(?:es|ed|ing)|hit|reached|level|topped|touched)\b",
    re.I,
)
_BOTH = ("outperform", "underperform", "beat", "lag", "trail", "led", "ahead", "behind", "outpac")
COMPARES = re.compile(
    r"\b(?:outperform\w*|underperform\w*|beat(?:s|en|ing)?|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|outpac(?:es|ed|ing)|ahead of|behind|better than|worse than|more than the|less than the|margin over|lead over|gap (?:between|to))\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|hardly|neither|nor|failed to|fails to|without|far from|short of)\b|n['’]t\b", re.I
)
_ENDS = re.compile(r"[:;.!?](?=\s)|\s[-–—]\s")  # where a clause ends and another begins


def way(text: str, figure: Figure, left: int, right: int, after: int = 0) -> int:
    """1 or -1 as the sign, the word behind a figure, or the nearest before it in its clause says; 0 for none.

    Args:
        text: The sentence.
        figure: The figure.
        left: Where what may hold its verb starts.
        right: Where its clause ends.
        after: How far behind the figure a word belongs to it alone.
    """
    if figure.signed:
        return -1 if figure.value < 0 else 1
    behind = re.match(r"(?: ?points?| ?%| percent| ?percentage points)? ?(?:(?:one|two|three|single|\d)[- ]?day |weekly |monthly |quarterly |annual |daily |intraday |record )?(?P<w>higher|lower|ahead|up|down|gain|rise|advance|increase|jump|rally|climb|surge|rebound|decline|drop|fall|loss|slide|decrease|slump|tumble|plunge|dip|lead|above|below)s?\b", text[figure.end : figure.end + 40], re.I)  # fmt: skip
    if behind:
        return (
            1
            if behind["w"].lower()
            in (
                "higher",
                "ahead",
                "up",
                "gain",
                "rise",
                "advance",
                "increase",
                "jump",
                "rally",
                "climb",
                "surge",
                "rebound",
                "lead",
                "above",
            )
            else -1
        )
    found = list(MOVES.finditer(text, left, figure.start))
    if found:
        return -1 if found[-1]["down"] else 1
    later = MOVES.search(text, figure.end, max(right, figure.end))
    return 0 if later is None else -1 if later["down"] else 1


def is_denied(text: str, left: int, at: int) -> bool:
    """Whether a clause is denied before a place: what stands behind a colon or a dash is no longer under the denial."""
    return any(not _ENDS.search(text, m.end(), at) for m in _NEGATED.finditer(text, left, at))
