"""What a question sets of a measure beside its subjects and window: how many, which extreme, what condition, how much.

A grammar of the language of measures in English and Chinese; which measure is wanted is the intent's to say.
"""

import re
from dataclasses import dataclass

from assistant.understanding.entities import Entities

_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNTS |= {n: i for i, n in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_N = rf"(\d{{1,2}}|{'|'.join(_COUNTS)})"
_BUCKETS = {
    "session": r"\b(?:days?|sessions?|daily|1[- ]day)\b|单日|一天|哪天|日子|交易日|天",
    "week": r"\b(?:weeks?|weekly)\b|单周|周|星期",
    "month": r"\b(?:months?|monthly)\b|单月|月份|个月|哪个月",
    "quarter": r"\b(?:quarters?|quarterly)\b|季度|季",
    "year": r"\b(?:calendar )?years?\b|年度|哪年|哪一年",
}
_WORST = r"\b(?:worst|ugliest|bloodiest|steepest|(?:biggest|largest|sharpest|deepest|hardest) (?:\w+[- ]){0,2}(?:drops?|falls?|declines?|loss(?:es)?|sell-?offs?|plunges?|decliners?|hits?))\b|最惨|最差|跌得最|跌最|最大跌幅|最大单日跌幅|跌幅最大|最糟"
_BEST = r"\b(?:best|(?:biggest|largest|strongest|sharpest) (?:\w+[- ]){0,2}(?:gains?|rises?|jumps?|rall(?:y|ies)|moves? up|up days?|gainers?))\b|最好|涨得最|涨最|最大涨幅|最大单日涨幅|涨幅最大|最强|最猛"
_ORDERS = {
    "worst": _WORST,
    "best": _BEST,
    "highest": r"\b(?:highest|peak(?:ed)?|high(?:s| point| close)?|top(?:ped)?|maximum|max)\b|最高|高点|见顶|新高",
    "lowest": r"\b(?:lowest|low(?:s| point| close)?|trough|bottom(?:ed)?|minimum|min)\b|最低|低点|见底|新低",
}
_AMOUNT = re.compile(
    r"(?:[$€£]\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|grand)?|(\d[\d,]*(?:\.\d+)?)\s?(k|grand|thousand)?\s?(?:dollars|usd|bucks|美元|美金|块)|(\d+(?:\.\d+)?)\s?(万)|(\d[\d,]*)\s?(k)\b)",
    re.I,
)
_WORDED = re.compile(
    r"\b(a|one|two|five|ten|twenty|fifty|(?:a )?hundred) (hundred|thousand|grand|k)\b|([一二五十百]+)(万|千)", re.I
)
_TENS = {"a": 1, "one": 1, "two": 2, "five": 5, "ten": 10, "twenty": 20, "fifty": 50, "hundred": 100, "a hundred": 100}
_SIZE = {"k": 1e3, "grand": 1e3, "thousand": 1e3, "hundred": 1e2, "m": 1e6, "万": 1e4, "千": 1e3}
_LEVEL = r"[$]?(\d[\d,]*(?:\.\d+)?)(?!\s?(?:%|％|percent|pct|个?百分|日|天|day|session|week|month|year|k\b|个))"
_ABOVE = r"\b(?:above|over|past|north of|higher than|more than|greater than|exceed\w*|top(?:ped)?|hit|reach(?:ed)?|break|broke|broken|cross(?:ed)?|through|touch(?:ed)?|at least|back to)\b|高于|超过|突破|站上|站稳|升破|涨破|以上|破|达到|到过|到了|上过"
_BELOW = r"\b(?:below|under|south of|less than|lower than|beneath|sub)\b|低于|跌破|失守|以下|不到|跌穿"
_UP = r"\b(?:up|rose|risen|rises?|gain\w*|advanc\w*|climb\w*|jump\w*|positive|green|higher|winning|rall\w+)\b|上涨|涨|收涨|收红|升|收阳|正收益"
_DOWN = r"\b(?:down|fell|fall\w*|los[et]\w*|drop\w*|declin\w*|negative|red|lower|losing|slid|sank)\b|下跌|跌|收跌|收绿|降|收阴|亏"
_PERCENT = re.compile(
    rf"(\d+(?:\.\d+)?|\b(?:{'|'.join(n for n in _COUNTS if n.isascii())})\b)\s?(?:%|％|percent|pct|per cent|个点|个百分点)",
    re.I,
)
_BEAT = r"\b(?:beat\w*|outperform\w*|outpac\w*|ahead of|led|lead|better than|outdid|top(?:ped)?)\b|跑赢|强于|领先|赢"
_TRAIL = r"\b(?:lag\w*|trail\w*|underperform\w*|behind|worse than|lost to)\b|跑输|弱于|落后|输给"
AGAINST = re.compile(
    rf"{_BEAT}|{_TRAIL}|\b(?:vs\.?|versus|against|compared (?:to|with)|relative to)(?= |$)|相比|对比|相对", re.I
)
_RECORD = r"\b(?:records?|all[- ]time highs?|ath)\b|历史新高|创新高|纪录"
_RUN = re.compile(
    rf"{_N} (?:days?|sessions?|times?)? ?(?:in a row|straight|running|consecutive)|连(?:续)?{_N}(?:个交易日|天|日)?",
    re.I,
)
_EVENT = {"fed cut": r"\b(?:rate|fed) ?cuts?|fed (?:has )?cut|降息", "fed hike": r"\b(?:rate|fed) ?(?:hikes?|rises?|increases?)|加息|升息", "election": r"\belections?\b|大选|选举"}  # fmt: skip


@dataclass(frozen=True)
class Parameters:
    """What of a measure a question sets.

    Attributes:
        order: ``best``, ``worst`` of changes, ``highest``, ``lowest`` of values; empty where it isn't said.
        bucket: What is ranked or counted: ``session`` to ``year``; empty where it isn't said.
        n: How many are wanted.
        amount: What was put in, in dollars.
        condition: As ``tools.measures.conditions`` reads it: ``above 2700``, ``falls 2%``, ``beats spx``.
        first: Whether the first time is wanted rather than the last.
    """

    order: str = ""
    bucket: str = ""
    n: int | None = None
    amount: float | None = None
    condition: str = ""
    first: bool = False


def read_parameters(entities: Entities) -> Parameters:
    """What a question sets of a measure."""
    text = _without(entities, "window", "person", "subject", "symbol")
    bare = _without(entities, "window", "person")
    order = next((name for name, words in _ORDERS.items() if re.search(words, text, re.I)), "")
    bucket = next((name for name, words in _BUCKETS.items() if re.search(words, text, re.I)), "")
    return Parameters(
        order, bucket, _how_many(text), _amount(bare), _condition(text, entities),
        bool(re.search(r"\bfirst\b|第一次|首次|最早", text, re.I)),
    )  # fmt: skip


def _without(entities: Entities, *kinds: str) -> str:
    """The text with blanks where names of some kinds stood, so that their numbers count for nothing."""
    text = entities.text
    for named in entities.named:
        if named.kind in kinds:
            text = text[: named.start] + " " * (named.end - named.start) + text[named.end :]
    return text


def _how_many(text: str) -> int | None:
    match = re.search(
        rf"\b(?:top|last|worst|best|biggest|largest|first|latest|past) {_N}\b|\b{_N} (?:\w+ )?(?:worst|best|biggest|largest|lowest|highest|closes|days|sessions|weeks|months)\b"
        rf"|(?:前|最近|最大的?|最差的?|最好的?){_N}(?:个|次|大|天|名)?|{_N}(?:个|大|次)(?:最|单日|涨|跌)",
        text, re.I,
    )  # fmt: skip
    found = next((g for g in match.groups() if g), None) if match else None
    return None if found is None else int(found) if found.isdigit() else _COUNTS[found.lower()]


def _amount(text: str) -> float | None:
    """The sum put in: one in dollars or thousands, else a number that is no year and large enough."""
    if match := _AMOUNT.search(text):
        number, size = next((match[i], match[i + 1]) for i in (1, 3, 5, 7) if match[i])
        return float(number.replace(",", "")) * _SIZE.get((size or "").lower(), 1)
    if match := _WORDED.search(text):
        if match[1]:
            return _TENS.get(match[1].lower(), 1) * _SIZE[match[2].lower()]
        tens = {"一": 1, "二": 2, "五": 5, "十": 10, "百": 100}
        return tens.get(match[3][0], 1) * _SIZE[match[4]]
    plain = [float(n.replace(",", "")) for n in re.findall(r"(?<![\d.])\d[\d,]{2,11}(?![\d.]*%)", text)]
    return next((n for n in plain if n >= 100 and not 1900 <= n <= 2100), None)


def _condition(text: str, entities: Entities) -> str:
    """The condition on a session, in the words of the language of measures; empty for none."""
    run = _RUN.search(text)
    again = f" {_COUNTS.get(n, n)} days in a row" if run and (n := (run[1] or run[2]).lower()) else ""
    for event, words in _EVENT.items():
        if re.search(words, text, re.I):
            return event
    if match := _PERCENT.search(text):
        size = match[1] if match[1][0].isdigit() else _COUNTS[match[1].lower()]
        return f"{'falls' if re.search(_DOWN, text, re.I) else 'rises'} {size}%{again}"
    second = entities.subjects[1] if len(entities.subjects) > 1 else "spx" if entities.subjects[:1] != ("spx",) else ""
    if second and re.search(_TRAIL, text, re.I):
        return f"trails {second}{again}"
    if level := re.search(_LEVEL, text):
        if re.search(_BELOW, text, re.I):
            return f"below {level[1].replace(',', '')}{again}"
        if re.search(_ABOVE, text, re.I):
            return f"above {level[1].replace(',', '')}{again}"
    if second and len(entities.subjects) > 1 and re.search(_BEAT, text, re.I):
        return f"beats {second}{again}"
    if re.search(_RECORD, text, re.I):
        return f"record{again}"
    if re.search(_DOWN, text, re.I):
        return f"falls{again}"
    return f"rises{again}" if re.search(_UP, text, re.I) else ""
