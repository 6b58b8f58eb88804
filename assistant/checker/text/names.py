"""Whom a sentence names: subjects that bars measure, and everything else that a figure may be of instead."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.understanding.vocabulary import mentions

# What is like a subject's name and is none: itself, or measured by nothing that is held.
_NEIGHBOURS = re.compile(
    r"\b(?:Russell[- ](?:1000|2500|3000|Mid-?cap|Micro-?cap|Top \d+|Global)(?: (?:Growth|Value))?"
    r"|Russell 2000 (?:Growth|Value|Futures)"
    r"|S&P (?:MidCap|Mid-?cap|100|400|1500|Composite 1500|Global|Dow|/TSX|Equal|Homebuilders|Retail|Bank\w*)(?: ?(?:400|1500))?"
    r"|S&P (?:SmallCap |Small-?cap )?600(?! (?:ETF|fund))|Nasdaq[- ]100(?! (?:ETF|fund))|NDX"
    r"|S&P 500 (?:Growth|Value|Equal|Pure|Dividend|High|Low|Banks?|Bank Index)"
    r"|Nasdaq[- ](?:Biotech\w*|Bank|Golden|Next|Financial|Transportation|Telecom\w*|Computer|Insurance|Industrials?)(?: \w+)?"
    r"|Dow(?: Jones)?[- ](?:Transport\w*|Utilit\w*|US|U\.S\.|Global|Wilshire|Total|Composite)(?: Average| Index)?"
    r"|KBW[\w ]{0,20}|PHLX[\w ]{0,30}|Wilshire[- ]\d+|NYSE (?:Composite|Arca)|MSCI[\w ]{0,24}|FTSE(?: \w+)?|Nikkei(?: \d+)?|Hang Seng|DAX\b|CAC ?40|Stoxx(?: \w+)?|"
    r"Shanghai Composite|Kospi|Topix|Bovespa|TSX|ASX|Sensex|Nifty|Value Line[\w ]{0,12}|VVIX|MOVE [Ii]ndex|SKEW|American Stock Exchange|AMEX|NYSE"
    r"|Bitcoin|Ether(?:eum)?|Brent|WTI|Treasuries|Treasurys)\b",
)
_COMMON = re.compile(
    r"\b(?:gold|silver|copper|platinum|oil|crude|natural gas|gasoline|bitcoin|the dollar|dollar index|the euro|the yen|the pound|sterling|euro zone"
    r"|bonds?|futures|volume|turnover|revenues?|sales|earnings|profits?|payrolls|unemployment|inflation|wages|home prices|housing starts|exports"
    r"|imports|retail sales|consumer prices|producer prices|orders|claims|gdp|shares of|shares in|stock in|mid[- ]?caps?|micro[- ]?caps?|mega[- ]?caps?|emerging markets?"
    r"|(?:2|two|3|three|5|five|7|seven|20|30|thirty|three-month|six-month)[- ]year (?:treasury|note|bond|yield)s?|three-month bill|(?:2|two|30|thirty|5|five)[- ]year"
    r"|advancing issues|advancers|decliners|declining issues|gainers|losers|new highs|new lows|market (?:value|cap\w*)|transports|chipmakers|semiconductors?|homebuilders|airlines|retailers|biotechs?|regional banks)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?P<spx>(?:the )?(?:Standard (?:&|and) Poor['’]?s(?: 500)?|S ?and ?P(?: 500)?)(?: (?:stock )?(?:composite )?index)?)"
    r"|\b(?P<dji>Dow(?: Jones)? (?:industrial average|industrials)|Dow Jones average|Dow Industrials|30-stock (?:Dow|index|average)|blue[- ]chip (?:index|average|gauge))"
    r"|\b(?P<comp>tech(?:nology)?-(?:heavy|laden|rich) (?:index|gauge|benchmark|composite))"
    r"|\b(?P<rut>Russell 2000(?: small-cap)? index of smaller(?:-?company| companies)(?: stocks)?|R2K|R2000|small[- ]?cap stocks?)\b"
    r"|\b(?P<vix>C[Bb][Oo][Ee] (?:Market )?Volatility Index|Cboe VIX|fear (?:gauge|index))"
    r"|\b(?P<tnx>(?:yields? on|yield of|rate on) (?:the |a )?(?:benchmark |key )*(?:U\.S\. )?(?:10|ten)[- ]year(?!s)(?: U\.S\.)?(?: Treasur(?:y|ies))?(?: (?:notes?|bonds?))?|(?:US |U\.S\. )?10[- ]?(?:yr|Y)(?: (?:Treasury|UST|yield|note))?(?: yield)?\b"
    r"|(?:benchmark |U\.S\. )*(?:10|ten)[- ]year(?: U\.S\.)?(?: Treasur(?:y|ies))?(?: (?:note|bond))?(?:['’]s)? (?:yields?|rate)\b"
    r"|(?:benchmark |U\.S\. )*(?:10|ten)[- ]year(?: U\.S\.)?(?: Treasury(?: note| bond)?| note| bond)\b"
    r"|^\W{0,4}(?:US |U\.S\. )?10[- ]?(?:year|yr|Y)(?=:|$)|benchmark (?:10|ten)[- ]year\b|(?<=the )(?:10|ten)[- ]year(?= (?:rose|fell|was|at|traded|closed|ended|slipped|climbed|jumped|dropped|stood|hit|topped|settled)))",
    re.I,
)
# After a name these make it a part of something else's.
_NOT_OF_IT = re.compile(
    r"(?:['’]s?)? ?-?(?:listed\b|futures\b|companies\b|members?\b|constituents?\b|components?\b|component\b|firms\b|earnings\b|profits?\b|dividends?\b|options\b|contracts?\b"
    r"|growth\b|value\b|equal|e-?mini|valuation|volume\b|trading\b|stocks? (?:trade|have)|price[- ]to|forward\b|bonds?\b|p/e\b|exchange\b|stock market\b(?! (?:index|composite)))",
    re.I,
)
_PERIOD_BEFORE = re.compile(
    r"\b(?:against|versus|vs\.?|than|unlike|outpacing|beating|beat|beaten|topping|outperform\w*|underperform\w*|lag\w*|trail\w*|over|relative to|behind|ahead of)(?: (?:the|that of the|by the|those of the|for the))? $",
    re.I,
)


@dataclass(frozen=True)
class Named:
    """A name in a sentence.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        key: Of the subject; empty for what isn't measured.
        beside: Whether it stands as the one something is compared with.
    """

    start: int
    end: int
    key: str
    beside: bool = False


def names(text: str) -> list[Named]:
    """The names in a sentence, in order; none within another."""
    out: list[Named] = []
    for pattern in (_NEIGHBOURS, _OWN):
        for m in pattern.finditer(text):
            key = next((k for k, v in m.groupdict().items() if v), "")
            _take(out, Named(m.start(), m.end(), key))
    for mention in mentions(text):
        if mention.key == "tnx" and not re.search(r"yield|treasury|note|tnx", text[mention.start : mention.end], re.I):
            continue
        _take(out, Named(mention.start, mention.end, mention.key))
    for m in _COMMON.finditer(text):
        _take(out, Named(m.start(), m.end(), ""))
    return sorted((_seen(text, n) for n in out), key=lambda n: n.start)


def _take(out: list[Named], name: Named) -> None:
    if all(name.end <= n.start or n.end <= name.start for n in out):
        out.append(name)


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(
        r" (?!Index|Composite|Average|Industrial|ETF|Fund|Trust|Stock|Treasury|Volatility|And\b|I{1,3}\b)[A-Z][a-z]+ (?:Index|Average|Fund)\b"
    )


def _seen(text: str, name: Named) -> Named:
    """A name with what follows it read: "S&P 500 futures" is not the S&P 500."""
    if name.key and (_NOT_OF_IT.match(text, name.end) or _capital().match(text, name.end)):
        return Named(name.start, name.end, "")
    before = text[max(0, name.start - 40) : name.start]
    return Named(name.start, name.end, name.key, bool(_PERIOD_BEFORE.search(before)))
