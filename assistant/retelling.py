"""Whether a sentence tells a passage in its own order: a word that turns a view must stand where the passage has it.

The nouns of a view can all be the passage's while one word reverses it: raised for cut, less for more, large for small.
The sentence's words are laid along the passage's in order; those that find no place may be words that change nothing,
but none that turns a claim, and no number.
"""

import re
from collections.abc import Sequence

# Stems of words that turn a claim: direction, size, comparison, refusal, judgement, order.
_TURNING = """
not no never without against instead rather less more fewer least most large small big tiny high low up down rise rose ris
fall fell drop declin increa decrea gain los los[et] rais cut lift trim lower upgra downg reduc expan contra grow shrin better
worse best worst strong weak cheap expen overv under outpe beat lag lead trail ahead behin bull bear buy sell sold overwe refus
rejec denie deny dismi doubt oppos suppo accep prais critic warn welcom advis avoid favou favor prefe recomm benefi suffer hurt
help harm risk safe before after early late first last always hardly barely only both neither except over below above fast
slow easie tight loose broad narrow begin start end stop continu confid worri optim pessi happy afraid likely unlik
""".split()
_TURN = re.compile(rf"(?:{'|'.join(_TURNING)})\w*")
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[a-z]+(?:['’-][a-z]+)*")
_LINKING = frozenset(
    """
    a an the of to in on at for by with and that as is was were be been it its it's his her he she they them their this these those
    would will had has have from or but so than into about which who whose when where while then also said says
    """.split()
)
# The number of an index's name is no figure.
_NAMES = re.compile(r"\bRussell \d{4}|S&P(?: SmallCap)? \d{3}|\bSmallCap 600|\bNasdaq[- ]100|\bDow 30")
FEW = 3  # words that only lead up to a quotation, or name a person's words
SHARE = 0.55  # of a sentence's own words that must find their place


def retells(own: str, sources: Sequence[str], credit: Sequence[str]) -> bool:
    """Whether a sentence's own part tells what one of the sources says, in its order.

    Args:
        own: The sentence without quotations, dates and figures' notes.
        sources: The passage's text, and others that may be told, such as its title.
        credit: Names that credit the view, whose words count for nothing.
    """
    names = {_stem(w) for name in credit for w in _tokens(name)}
    words = [w for w in _tokens(own) if _stem(w) not in names]
    return not words or any(_laid_along(words, _tokens(source)) for source in sources if source)


def _tokens(text: str) -> list[str]:
    plain = _NAMES.sub(lambda m: re.sub(r"\W|\d", "", m[0]) + "index", text.replace("’", "'"))
    return [w for w in _TOKEN.findall(plain.lower()) if w not in _LINKING]


def _stem(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").removesuffix(".0")
    word = word.removesuffix("'s")
    return word if len(word) < 4 else word.removesuffix("s")[:5]


def _laid_along(words: list[str], source: list[str]) -> bool:
    """Whether the words that find no place in order are few, and none of them turns the claim."""
    stems, places = [_stem(w) for w in words], [_stem(w) for w in source]
    weight = [3 if _turns(w) else 1 for w in words]
    best = [[0] * (len(source) + 1) for _ in range(len(words) + 1)]
    for i in range(len(words) - 1, -1, -1):
        for j in range(len(source) - 1, -1, -1):
            skip = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(skip, best[i + 1][j + 1] + weight[i]) if stems[i] == places[j] else skip
    i = j = placed = 0
    while i < len(words):
        if j < len(source) and stems[i] == places[j] and best[i][j] == best[i + 1][j + 1] + weight[i]:
            i, j, placed = i + 1, j + 1, placed + 1
        elif j < len(source) and best[i][j + 1] >= best[i + 1][j]:
            j += 1
        elif _turns(words[i]):
            return False
        else:
            i += 1
    return len(words) <= FEW or placed >= SHARE * len(words)


def _turns(word: str) -> bool:
    return word[0].isdigit() or _TURN.fullmatch(word) is not None
