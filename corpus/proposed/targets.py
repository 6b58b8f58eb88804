"""A target for an index at the end of a year, or in twelve months, as a sentence states it."""

import re
from datetime import date
from typing import Any

from corpus.front_matter import known_from
from corpus.proposed.place import Found

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])|\n{2,}|(?<=[。！？])|\f")
_INDEX = {
    "rut": r"russell 2000|small[- ]?cap index|\brut\b|\brty\b|罗素\s?2000",
    "spx": r"s&p 500|s & p 500|\bspx\b|标普\s?500",
}
_LEVEL = re.compile(
    r"(?<![\d.,$])(\d{1,2},\d{3}|\d{4,5})(?![\d%]|,\d|\.\d|\s*(?:%|percent|basis|companies|members|stocks|names|jobs|家|只|年))"
)
_TARGET = re.compile(
    r"target|forecast|expect|see[sn]?\b|predict|reach|year-end|end of|目标|预计|预期|将达|看至|有望|年底|年末", re.I
)
_BY = re.compile(
    r"(?:year[- ]end|end[- ]of|end-|by (?:the )?end of|by (?:late )?|for (?:the )?end of|for|at the end of|in|december(?: 31,?)?)\s*(?:the year )?(20[2-4]\d)",
    re.I,
)
_BY_ZH = re.compile(r"(20[2-4]\d)\s*年(?:底|末|年底|年末|12月)")
_THIS_YEAR = re.compile(
    r"\bby year[- ]end\b|\byear[- ]end target\b|\bthe end of (?:the|this) year\b|今年(?:年)?(?:底|末)|年底前", re.I
)
_IN_A_YEAR = re.compile(
    r"\b(?:12|twelve)[- ]months?\b|\bone[- ]year\b|\bin a year\b|未来(?:12|十二)个月|(?:12|十二)个月目标", re.I
)
_OLD = re.compile(
    r"(?:from|previous(?:ly)?|prior|old|earlier|was|up from|down from|instead of|cut .{0,20}from|由|从|此前的?)\W*$",
    re.I,
)
LOWEST, HIGHEST = 500, 20_000  # index points that a target may be


def target_of(text: str, published: str) -> Found | None:
    """A target, where a sentence names the index, one level and the time."""
    if not published:
        return None
    start = 0
    for end in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
        sentence, place = text[start:end], start
        start = end
        call = _call(sentence, published)
        if call is not None:
            left = len(sentence) - len(sentence.lstrip())
            plain = sentence.strip()
            return Found(call, " ".join(plain.split())[:200], plain, place + left, place + left + len(plain))
    return None


def _call(sentence: str, published: str) -> dict[str, Any] | None:
    subject = next((key for key, names in _INDEX.items() if re.search(names, sentence, re.I)), None)
    horizon = _horizon(sentence, published)
    if subject is None or horizon is None or not _TARGET.search(sentence) or horizon < published:
        return None
    plain = re.sub(
        r"russell [123]000|罗素\s?[123]000|(?:s&p|标普)\s?\d{3}", lambda m: "x" * len(m[0]), sentence, flags=re.I
    )
    levels = [
        (int(m[1].replace(",", "")), plain[: m.start()]) for m in _LEVEL.finditer(plain)
        if not re.fullmatch(r"20[0-4]\d", m[1])
    ]  # fmt: skip
    fresh = [level for level, before in levels if not _OLD.search(before) and LOWEST <= level <= HIGHEST]
    if len(fresh) != 1:
        return None
    return {"kind": "target", "subject": subject, "target": fresh[0], "issued": published, "horizon": horizon}


def _horizon(sentence: str, published: str) -> str | None:
    """The day a sentence's target is for, as an ISO date."""
    year = _BY.search(sentence) or _BY_ZH.search(sentence)
    if year:
        return f"{year[1]}-12-31"
    if _THIS_YEAR.search(sentence):
        return f"{published[:4]}-12-31"
    if _IN_A_YEAR.search(sentence):
        day = known_from(published)
        return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day).isoformat()
    return None
