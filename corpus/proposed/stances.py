"""The side a document takes, and on what: said outright, in the first person or of its author, or by its words."""

import re
from typing import NamedTuple

from corpus.proposed.place import Found

_SENTENCE = re.compile(r"[^\n\f.!?。！？]+(?:\.(?=\d)[^\n\f.!?。！？]+)*[.!?。！？]?")
_ADVERB = r"(?:(?:still|very|more|quite|rather|increasingly|firmly|decidedly|cautiously|modestly|strongly|clearly|now|also|most|outright|broadly|less)\s+)*"
_SELF = r"(?:\b(?:I|[Ww]e)(?:['’](?:m|re|ve))?\b|\b(?:[Oo]ur|[Mm]y) (?:team|house|firm|desk|committee|group)\b)"
_BULL = r"(?:bullish|overweight|constructive|optimistic|positive|upbeat)"
_BEAR = r"(?:bearish|underweight|cautious|pessimistic|negative|wary|sceptical|skeptical|defensive)"
_BE = r"(?:am|are|is|remains?|stays?|stayed|turned?|turn(?:ed)?|grow|became|become|continues? to be|have (?:been|turned|become)|has (?:been|turned|become)|feel)\s+"
_ABOUT = r"(?:\s+(?:on|about|towards?|of|in|to)\s+(?P<on>[^,;:.!?()]{2,60}))?"
_SUBJECT = r"[^,;:.!?()]{2,60}"
# What a sentence says outright: the pattern and the side; "on" is what it is on.
_SAID = (
    (rf"{_SELF}\s+{_ADVERB}(?:{_BE})?{_ADVERB}(?:an? )?(?:{_BULL}){_ABOUT}", "bullish"),
    (rf"{_SELF}\s+{_ADVERB}(?:{_BE})?{_ADVERB}(?:an? )?(?:{_BEAR}){_ABOUT}", "bearish"),
    (rf"{_SELF}\s+{_ADVERB}(?:{_BE})?{_ADVERB}neutral{_ABOUT}", "neutral"),
    (rf"{_SELF}\s+{_ADVERB}(?:would\s+)?(?:prefer|favou?r|like|are buyers of|are buying|am buying|are adding to|upgrade|recommend|overweight)\s+(?P<on>{_SUBJECT})", "bullish"),
    (rf"{_SELF}\s+{_ADVERB}(?:would\s+)?(?:avoid|dislike|shun|are sellers of|are selling|am selling|downgrade|underweight|are trimming)\s+(?P<on>{_SUBJECT})", "bearish"),
    (rf"{_SELF}\s+{_ADVERB}(?:see|expect|anticipate)\s+{_ADVERB}(?:further |more |significant |large |limited )?upside\s+(?:in|for|to)\s+(?P<on>{_SUBJECT})", "bullish"),
    (rf"{_SELF}\s+{_ADVERB}(?:see|expect|anticipate)\s+{_ADVERB}(?:further |more |significant |large )?downside\s+(?:in|for|to)\s+(?P<on>{_SUBJECT})", "bearish"),
    (rf"\b(?:[Oo]ur|[Mm]y)\s+(?:\w+\s+)?(?:view|stance|outlook|call|position|bias|rating)(?:\s+on\s+(?P<on>[^,;:.!?()]{{2,40}}?))?\s+(?:is|remains|stays)\s+{_ADVERB}{_BULL}", "bullish"),
    (rf"\b(?:[Oo]ur|[Mm]y)\s+(?:\w+\s+)?(?:view|stance|outlook|call|position|bias|rating)(?:\s+on\s+(?P<on>[^,;:.!?()]{{2,40}}?))?\s+(?:is|remains|stays)\s+{_ADVERB}{_BEAR}", "bearish"),
    (rf"\b[A-Z][\w’'.-]+\s+{_BE}{_ADVERB}(?:bullish|overweight|constructive|optimistic)\s+(?:on|about)\s+(?P<on>{_SUBJECT})", "bullish"),
    (rf"\b[A-Z][\w’'.-]+\s+{_BE}{_ADVERB}(?:bearish|underweight|cautious|pessimistic)\s+(?:on|about)\s+(?P<on>{_SUBJECT})", "bearish"),
    (r"(?:我们?|笔者|本人|团队|本行)[^，。；！？]{0,8}?(?:不看好|看空|看跌|唱空|回避|减持|低配|看淡)(?P<on>[^，。；！？,.]{2,16})?", "bearish"),
    (r"(?:我们?|笔者|本人|团队|本行)对(?P<on>[^，。；！？]{2,16}?)(?:仍|依然|继续|保持|持|维持|较为|比较|更加|更为|转为|趋于|态度|，)*(?:谨慎|悲观|看空|看淡)", "bearish"),
    (r"(?:我们?|笔者|本人|团队|本行)对(?P<on>[^，。；！？]{2,16}?)(?:仍|依然|继续|保持|持|维持|较为|比较|更加|更为|转为|趋于|态度|，)*(?:乐观|看多|看好|积极)", "bullish"),
    (r"(?:我们?|笔者|本人|团队|本行)(?![^，。；！？]{0,8}不)[^，。；！？]{0,8}?(?:看好|看多|看涨|唱多|偏好|偏爱|增持|超配|推荐)(?P<on>[^，。；！？,.]{2,16})?", "bullish"),
    (r"(?:我们?|笔者|本人|团队|本行)对(?P<on>[^，。；！？]{2,16}?)(?:持|保持|维持)?中性", "neutral"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), side) for pattern, side in _SAID)
_NEGATED = re.compile(
    r"\b(?:not|no longer|never|neither|nor|isn['’]t|aren['’]t|hardly|don['’]t|wouldn['’]t)\b|\bif\b|\bwere we\b", re.I
)
_MANY = re.compile(
    r"\b(?:bullish|overweight|upgrad\w+|outperform\w*|upside|rais\w+ (?:its|his|her|our|the) target|constructive|optimistic)\b"
    r"|看好|看多|看涨|乐观|超配",
    re.I,
)
_FEW = re.compile(
    r"\b(?:bearish|underweight|downgrad\w+|underperform\w*|downside|recession|bubble|cut\w* (?:its|his|her|our|the) target|pessimistic|overvalued)\b"
    r"|看空|看跌|悲观|谨慎|低配|衰退|泡沫",
    re.I,
)
_ON = (
    (r"small[- ]?(?:er )?caps?|russell 2000|(?:small|smaller) (?:companies|stocks|ones)|小盘|罗素2000|中小企业|小型股", "small caps"),
    (r"(?:large|mega|big)[- ]?caps?|large(?:r)? companies|大盘股|蓝筹|大型股", "large caps"),
    (r"credit|spreads?|leveraged borrowers|信用债|信用", "credit"),
    (r"econom\w+|gdp|recession|unemployment|经济|衰退", "the economy"),
    (r"s&p 500|\bstocks\b|equit\w+|market|美股|股市|标普", "the broad market"),
)  # fmt: skip
_ENDS = re.compile(
    r"\s+(?:over|than|rather|because|as|since|and (?!small|mid|large|mega)|but|while|given|for|through|into|this|next|even|despite|which|that|at|heading|going|ahead|now|again|here|where|when)\b.*$",
    re.I,
)


class Side(NamedTuple):
    """A stance, what it is on, and where it was read."""

    stance: Found
    on: Found


def side_of(text: str) -> Side | None:
    """The side a text takes: the first that it says outright, or the one that most of its words are of."""
    for sentence in _SENTENCE.finditer(text):
        said = _said(sentence[0])
        if said is None:
            continue
        stance, on = said
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        place = (sentence[0].strip(), start, start + len(sentence[0].strip()))
        return Side(Found(stance, "the text", *place), Found(on or _most_about(text), "the text", *place))
    bull, bear = len(_MANY.findall(text)), len(_FEW.findall(text))
    if bull + bear < 2 or max(bull, bear) < 3 * min(bull, bear):
        return None
    stance = "bullish" if bull > bear else "bearish"
    where = f"{max(bull, bear)} words of that side against {min(bull, bear)}"
    return Side(Found(stance, where), Found(_most_about(text), "the words used most"))


def _said(sentence: str) -> tuple[str, str] | None:
    """The side that a sentence takes outright, and on what; None where it takes none, or denies one."""
    for pattern, side in _PATTERNS:
        match = pattern.search(sentence)
        if match is None or _NEGATED.search(sentence[: match.end()]) or sentence.rstrip().endswith(("?", "？")):
            continue
        return side, _subject(match["on"] or "") or _subject(sentence, whole=False)
    return None


def _subject(words: str, whole: bool = True) -> str:
    """What is spoken of, as the library calls it; the words themselves where they are few and it has no name for it."""
    plain = _ENDS.sub("", words.strip()).strip() if whole else words
    known = next((name for pattern, name in _ON if re.search(pattern, plain, re.I)), "")
    if known or not whole:
        return known
    return plain if 1 <= len(plain.split()) <= 5 and len(plain) <= 40 else ""


def _most_about(text: str) -> str:
    counts = [(len(re.findall(pattern, text, re.I)), name) for pattern, name in _ON]
    best = max(counts, key=lambda count: count[0])
    return best[1] if best[0] else "the broad market"
