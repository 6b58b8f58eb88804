"""In which language a question is asked: English, Chinese, or another that is answered in English."""

import re
from typing import Literal

Language = Literal["en", "zh"]

# Words that stand in nearly every sentence of a language and in no English one; and signs that only others have.
_MARKS = {
    "German": r"wie|der|die|das|ist|und|nicht|was|wer|sind|hat|haben|wird|warum|seit|gegenüber|läuft|entwickelt",
    "French": r"le|la|les|est|que|quel|quelle|comment|pourquoi|depuis|une|sont|des|avec",
    "Spanish": r"el|los|las|es|qué|que|cómo|cuál|cuánto|desde|una|está|están|por|con",
    "Italian": r"il|gli|che|è|come|perché|quanto|quale|sono|della|dal",
    "Portuguese": r"o|os|as|é|que|como|qual|quanto|desde|uma|está|são|não",
    "Dutch": r"de|het|een|is|hoe|wat|waarom|sinds|zijn|niet",
}
_SIGNS = {
    "Japanese": r"[\u3040-\u30ff]", "Korean": r"[\uac00-\ud7af]", "Russian": r"[\u0400-\u04ff]", "Arabic": r"[\u0600-\u06ff]",
    "Hindi": r"[\u0900-\u097f]", "Thai": r"[\u0e00-\u0e7f]", "Greek": r"[\u0370-\u03ff]", "Hebrew": r"[\u0590-\u05ff]",
}  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:the|is|are|was|were|how|what|who|why|when|which|does|did|do|has|have|of|in|to|and|for|since|much|me)\b", re.I
)
CJK = re.compile(r"[\u3400-\u9fff]")


def language_of(text: str) -> tuple[Language, str]:
    """The language to answer in, and the name of the question's own where it is another.

    Returns:
        ``("en", "")``, ``("zh", "")``, or ``("en", "German")``.
    """
    for name, signs in _SIGNS.items():
        if re.search(signs, text):
            return "en", name
    if CJK.search(text):
        return "zh", ""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {name: sum(1 for w in words if re.fullmatch(marks, w)) for name, marks in _MARKS.items()}
    name = max(counts, key=lambda n: counts[n])
    foreign = counts[name] >= 2 and counts[name] > len(_ENGLISH.findall(text))
    return "en", name if foreign else ""
