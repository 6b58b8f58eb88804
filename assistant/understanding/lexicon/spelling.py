"""Words that are nearly ones that Footnote knows, spelled as those."""

import re
from difflib import get_close_matches

_SPELLINGS = (
    "russell",
    "nasdaq",
    "rotation",
    "momentum",
    "sectors",
    "volatility",
    "treasury",
    "overbought",
    "rosenberg",
    "desanctis",
    "utilities",
    "technology",
    "financials",
    "industrials",
    "materials",
)


def spelled(text: str) -> str:
    """The text with a word that is nearly one Footnote knows spelled as that one."""

    def mend(match: re.Match[str]) -> str:
        word = match[0].lower()
        near = get_close_matches(word, _SPELLINGS, n=1, cutoff=0.82) if word not in _SPELLINGS else []
        return near[0].capitalize() if near and near[0] in ("rosenberg", "desanctis") else near[0] if near else match[0]

    def index(match: re.Match[str]) -> str:  # else its number would be read as a year
        return "Russell 2000" if get_close_matches(match[1].lower(), ["russell"], cutoff=0.6) else match[0]

    text = re.sub(r"\b([A-Za-z]{4,9})[ -]?2000\b", index, text)
    text = re.sub(r"\bsmal{1,3}[- ]?caps?\b", "small caps", text, flags=re.I)
    return re.sub(r"\b[A-Za-z]{5,}\b", mend, re.sub(r"\bbanks\b", "financials", text, flags=re.I))
