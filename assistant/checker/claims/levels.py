"""Which level a number is: a close, another price, an average, a record, a round mark, an indicator's value."""

import re

from assistant.checker.claims.around import AVERAGE, FORECAST, VERB_ENDS, Around, Kind
from assistant.checker.text.verbs import COMPARES

_LEVELS_AT = re.compile(
    r"(?:\bto|\bat|\bof|:|\bnear|\bfrom|\bclosing|\bclosed|\blevel|\bis|\bwas|\(|=|\bstood|\bthe|\bunder|\babove|\bbelow|\bover|–|-|—) (?:a |an |its |the )?(?:[\w-]+ ){0,3}$|[(:=]$",
    re.I,
)
_FIELDS = (
    (
        "before",
        re.compile(r"\b(?:previous|prior) close\b|\bclose (?:the day|a day|the session) before\b", re.I),
    ),
    ("open", re.compile(r"\bopen(?:ed|ing|s)?\b(?! (?:the|a) )", re.I)),
    (
        "high",
        re.compile(
            r"\bintraday (?:record )?(?:high|peak)\b|\bas high as\b|\bhigh of the (?:day|session)\b|\b(?:day|session)['’]s high\b|\bsession high\b|\btraded (?:up )?to\b",
            re.I,
        ),
    ),
    (
        "low",
        re.compile(
            r"\bintraday low\b|\bas low as\b|\blow of the (?:day|session)\b|\b(?:day|session)['’]s low\b|\bsession low\b",
            re.I,
        ),
    ),
)
_CROSSED = re.compile(
    r"\b(?P<verb>clos\w+|end\w+|finish\w+|settl\w+|cross\w+|topp?\w+|surpass\w+|broke|breach\w+|hit|remain\w+|stay\w+|held|back|climb\w+|rose|fell|dropp?\w+|dipp?\w+|slipp?\w+|jump\w+|is|was|stands?|passed|push\w+|past)\b[^.;]{0,14}?\b(?P<side>above|below|over|under|past|through|beneath)? ?(?:the )?$",
    re.I,
)


def named_level(a: Around, near: str) -> Kind | None:
    f, clause = a.figure, a.clause
    if re.search(r"\brsi\b|relative strength", clause, re.I):
        return Kind("rsi")
    if re.search(r"true range|\batr\b", clause, re.I):
        return Kind("average", "atr_14")
    if FORECAST.search(clause):
        return Kind("forecast")
    for kind in ("support", "resistance"):
        if re.search(rf"\b{kind}\b", clause, re.I):
            return Kind(kind)
    ratio = re.search(
        r"(\d{2,3}(?:\.\d)?) ?% (?:Fibonacci )?(extension|retracement)|(\d{2,3}(?:\.\d)?) ?% Fibonacci",
        a.text[max(0, f.start - 70) : f.start],
        re.I,
    )
    if ratio:
        return Kind("fibonacci", f"{(ratio[2] or 'extension').lower()}.{(ratio[1] or ratio[3]).replace('.', '_')}")
    average = list(AVERAGE.finditer(a.text, max(0, a.figure.start - 110), min(len(a.text), f.end + 40)))
    if (
        average
        and f.value >= 50
        and (average[-1].end() <= f.start or re.match(r" ?\(?(?:the|its|,| ) ?$", a.text[f.end : average[-1].start()]))
    ) and not re.search(r"\bclos\w+ (?:at )?$", a.before):
        return Kind("average", f"sma_{average[-1][1]}")
    if re.search(r"52[- ]week", near, re.I):
        return Kind("extreme", "low_52w" if re.search(r"\blow(?:est)?\b", near, re.I) else "high_52w")
    return None


def level(a: Around, small: bool) -> Kind | None:
    f, before = a.figure, a.before
    if f.unit == "" and re.search(r"(?:%|percent),? or $", a.text[: f.start]):
        return Kind("points")
    if f.unit == "points" or (f.unit == "" and f.signed):
        if f.unit == "points" and (a.other or COMPARES.search(a.clause)) and abs(f.value) < 60:
            return Kind("spread")
        return Kind("points")
    if re.match(r" (?:points? )?(?:higher|lower|ahead)\b", a.after) and f.unit == "" and f.decimals:
        return Kind("points")
    if f.unit == "" and VERB_ENDS.search(before) and not re.search(r"\b(?:returned|topped|led|off|beat)\b ?$", before):
        return Kind("points")
    if f.decimals == 0 and re.search(r"\b(?:above|below|over|under|past|beneath|through) (?:the )?$", before, re.I):
        crossed = _CROSSED.search(before)
        if crossed:
            under = re.search(r"\b(?:below|under|beneath) (?:the )?$", before, re.I)
            return Kind("threshold", "below" if under else "above")
    if (
        re.search(r"\b(?:topped|surpassed|crossed|broke|passed|cleared|breached|hit) (?:the )?$", before, re.I)
        and f.decimals == 0
        and not small
    ):
        return Kind("threshold", "crossed")
    if re.search(r"\b(?:record|all[- ]time|peak|high)\b[^.;]{0,40}$", before[-44:], re.I) and not re.search(
        r"\bclosed? at $|\bto (?:a |an )?(?:record|all-time|weekly|monthly|fresh|new)[\w ]{0,20}$|at its [\w ]{0,14}(?:high|low) of $",
        before,
    ):
        for field, words in _FIELDS:
            if words.search(a.clause):
                return Kind("level", field)
        return Kind("record")
    near = a.text[max(a.left, f.start - 42) : f.start]
    for field, words in _FIELDS:
        if words.search(near) and not re.search(r"\bclos\w+(?: at)? $", before):
            return Kind("level", field)
    if re.search(r"\bfrom (?:about |around |a )?(?:[\w-]+ ){0,3}$", before):
        return Kind("level", "before")
    if small and f.unit == "" and a.subject != "vix" and a.form == "sentence":
        return Kind("none", why="unsaid")
    if f.unit == "" and f.decimals == 0 and f.value < 100 and a.subject != "vix":
        return Kind("none", why="unsaid")
    weekly = re.search(r"\b(?P<p>weekly|monthly|yearly|intraday)? ?(?P<side>high|low) of $", before)
    if weekly and weekly["p"]:
        return Kind("level", f"close:{weekly['p'].lower()}:{weekly['side'].lower()}")
    if weekly:
        return Kind("level", weekly["side"].lower())
    if a.form == "sentence" and not (
        _LEVELS_AT.search(before)
        or re.match(r" ?(?:level|mark|handle|points)", a.after)
        or f.unit
        or f.decimals
        or f.value >= 1000
    ):
        return Kind("none", why="unsaid")
    return Kind("level", "close")
