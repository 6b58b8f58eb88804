"""Indicators, economic figures and dated events by the names people have for them, in English and Chinese."""

import re

_INDICATORS = {
    "average.20": r"\b20[- ]?(?:day|session|d|dma)\b|20日(?:均)?线|二十日",
    "average.50": r"\b50[- ]?(?:day|session|d|dma)\b|fifty[- ]day|50日(?:均)?线|五十日",
    "average.200": r"\b200[- ]?(?:day|session|d|dma)\b|two[- ]hundred[- ]day|200日(?:均)?线|两百日|年线",
    "cross_now": r"\b(?:golden|death) cross|crossed (?:above|below) (?:the|its) 200|金叉|死叉",
    "macd_now": r"\bmacd\b",
    "bands_now": r"bollinger|\bbands?\b|布林",
    "divergence": r"divergen\w*|背离|背離",
    "true_range_now": r"\batr\b|true range|真实波幅",
    "realised_now": r"reali[sz]ed|历史波动|已实现波动",
    "rsi_now": r"\brsi\b|relative strength index|相对强弱",
    "sensitivity": r"wilder|cutler|smoothing",
    "fibonacci": r"fibonacci|\bfib\b|retracement|斐波那契|黄金分割",
    "resistance": r"resistance|\bceiling\b|阻力|压力位|壓力",
    "extreme_high": r"52[- ]?w(?:ee)?k high|52周(?:新)?高|一年(?:内)?(?:最)?高",
    "extreme_low": r"52[- ]?w(?:ee)?k low|52周(?:新)?低|一年(?:内)?(?:最)?低",
    "ratio_now": r"\bratio\b|比值|比率",
    "day_range": r"\b(?:open(?:ed|ing)?|intraday)\b|开盘|盘中",
}
_MACRO = {
    "cpi_yoy": r"\binflation\b|\bcpi\b|consumer prices?|通胀|通膨|物价|消费者价格",
    "unemployment": r"unemploy\w*|jobless rate|失业率",
    "payrolls_change": r"payrolls?|\bjobs\b|\bnfp\b|labou?r market|employment|非农|就业",
    "claims": r"\bclaims\b|初请|首次申领|申领失业",
    "fed_funds_upper": r"fed(?:eral)? funds|fed(?:'s)? rate|policy rate|interest rate|联邦基金|政策利率|基准利率|美联储.*利率|利率",
}
_EVENTS = {
    "fomc": r"\bfomc\b|\bfed\b|federal reserve|powell|rate decision|议息|美联储|联储|聯準會",
    "cpi": r"\bcpi\b|inflation|通胀|物价",
    "payrolls": r"payrolls?|jobs report|\bnfp\b|非农",
    "claims": r"\bclaims\b|jobless|初请",
    "earnings": r"earnings (?:season)?|财报|业绩",
    "reconstitution": r"reconstitut\w*|rebalanc\w*|reshuffle|重构|调整成分|再平衡|成分股调整",
    "closure": r"holiday|closed|shut|休市|假期|放假",
}
# What the library has views on and Footnote has no measure of.
_BEYOND = {
    "valuations": r"\bp/?e\b|price[- ]earnings|\bvaluations?\b|\bmultiples?\b|\bcheap(?:er|ly)?\b|\bexpensive\b|\b(?:over|under)valued\b|dividend yield|book value|\bcape\b|估值|市盈率|市净率|便宜|昂贵|贵不贵",
    "earnings": r"\bearnings\b|\bprofits?\b|\beps\b|\brevenues?\b|盈利|利润|业绩|营收",
    "activity": r"\bgdp\b|retail sales|\bpmi\b|housing starts|国内生产总值|零售销售|采购经理",
    "flows": r"\b(?:fund )?(?:in|out)?flows?\b|positioning|short interest|put[- ]call|open interest|资金流|持仓|空头仓位",
}
# The verdict's tests by what people call them.
_TESTS = {
    "value_large": r"\bvalue\b|价值",
    "value_small": r"\bvalue\b|价值",
    "quality": r"\bquality\b|\bjunk\w*|质量|优质|垃圾",
    "breadth": r"\bbreadth\b|\bbroad\w*|广度|普涨",
}


def _named(table: dict[str, str], text: str) -> tuple[str, ...]:
    found = [(m.start(), name) for name, words in table.items() if (m := re.search(words, text, re.I))]
    return tuple(name for _, name in sorted(found))


def indicators_in(text: str) -> tuple[str, ...]:
    """The statements on indicators that a text names, in order."""
    return _named(_INDICATORS, text)


def macro_in(text: str) -> tuple[str, ...]:
    """The economic figures that a text names, in order."""
    return _named(_MACRO, text)


def events_in(text: str) -> tuple[str, ...]:
    """The kinds of dated events that a text names, in order."""
    return _named(_EVENTS, text)


def beyond_in(text: str) -> tuple[str, ...]:
    """What a text asks about that has no measure here, in order."""
    return _named(_BEYOND, text)


def tests_in(text: str) -> tuple[str, ...]:
    """The verdict's tests that a text names, in order."""
    return _named(_TESTS, text)
