"""A Chinese question in the English words that the library is searched by: the library's documents are English."""

from assistant.understanding.language import CJK
from assistant.understanding.lexicon.names import CHINESE
from tools.universe import UNIVERSE

# The subjects that people speak of in the library, by the words Chinese questions have for them.
WORDS = {
    "轮动|轮换|輪動": "rotation", "行情|反弹|上涨|涨势": "rally", "泡沫": "bubble froth speculation", "真的|持续|可持续|能否延续": "sustainable rally",
    "估值|便宜|昂贵|市盈率|贵不贵": "valuation gap cheap expensive", "盈利|利润|业绩|财报": "earnings growth", "亏损|亏钱|不赚钱|没有盈利": "unprofitable companies lose money share",
    "利率|降息|加息": "lower rates help small companies", "浮动利率|浮息": "floating rate debt", "债务|负债|借款|融资": "debt floating rate refinancing", "美联储|联储|鲍威尔": "Fed",
    "衰退": "recession", "软着陆": "soft landing", "通胀|通膨": "inflation", "关税|贸易战": "tariffs", "人工智能|AI": "AI", "资本开支|资本支出": "AI capital spending",
    "就业|失业|非农": "labour market jobs", "美元": "dollar", "黄金": "gold", "风险溢价": "equity risk premium", "一月效应|元月效应": "January effect",
    "垃圾股|质量|优质": "quality junk", "重构|成分股调整|再平衡": "reconstitution", "成分股|几家公司|多少家公司|怎么选": "members of the Russell 2000 index",
    "斐波那契|黄金分割": "Fibonacci extension", "相对强弱|RSI": "RSI", "恐慌指数|VIX": "VIX", "目标价|目标": "price target", "风险|担心|担忧": "risks",
    "理由|看好": "case for small caps", "看空|看跌|利空": "bearish case against small caps", "七巨头|七姐妹|科技巨头|大型科技": "Magnificent Seven mega caps",
    "并购|收购": "mergers", "私募": "private equity", "大选|选举|特朗普|川普": "election Trump", "经济|增长": "economy growth", "收入|海外": "domestic revenue",
    "格陵兰": "Greenland tariffs", "集中度": "concentration", "历史|过去|以往": "history", "回报|收益": "returns", "纪录|新高": "record closes", "连涨|连续": "streak",
}  # fmt: skip
OUTLOOK = "outlook for small caps, the Russell 2000 rally and the rotation"


def in_english(words: str) -> str:
    """What a question asks the library for, in English; the outlook for small caps where no word of it is known.

    Args:
        words: The question, which is given back as it is where it isn't Chinese.
    """
    if not CJK.search(words):
        return words
    found = [english for chinese, english in WORDS.items() if any(part in words for part in chinese.split("|"))]
    names = [UNIVERSE[key].name for key, spelled in CHINESE.items() if any(n in words for n in spelled.split("|"))]
    return " ".join([*found, *(["small caps"] if any("Russell" in n for n in names) else names)]) or OUTLOOK
