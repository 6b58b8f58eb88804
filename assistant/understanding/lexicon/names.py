"""What people call the subjects besides their own names: nicknames, Chinese names, and things that have a symbol at Yahoo.

Data, read by ``entities``. A nickname counts in a question only; the gate and the checker read the names of the
universe alone.
"""

import re

CJK = re.compile(r"[\u3400-\u9fff]")
NICKNAMES = {
    "rut": "russell|russel|russell2000|russel 2000|r2k|rut|smalls|smallcap|smallcaps|small cap|small caps|smaller stocks|small stocks|little guys|iwm's index|small companies|little companies|little stocks|small ones|2000 index|the 2000",
    "spx": "s&p|sp500|s&p500|sp 500|snp|snp500|spx|spoos|the 500|large caps|large cap|largecaps|big caps|big stocks|large stocks|big companies|large companies|large ones|big ones|blue chips",
    "comp": "nasdaq|nasdaq composite|nas|ixic|the comp",
    "dji": "dow|dow jones|djia|the industrials|dow 30",
    "vix": "vix|fear gauge|fear index|volatility index",
    "tnx": "10-year|10 year|ten year|ten-year|10y|10yr|10 yr|10-yr|tnx",
    "qqq": "qqq|nasdaq 100|nasdaq-100|ndx|mega caps|megacaps|mega-caps|big tech",
    "ijr": "ijr|s&p 600|sp600|s&p600|s&p smallcap 600|600 index",
    "sector.xlk": "tech|technology|tech stocks|tech sector",
    "sector.xlf": "financials|banks|bank stocks|financial stocks",
    "sector.xle": "energy|energy stocks|oil stocks",
    "sector.xlv": "health care|healthcare|health-care",
    "sector.xlu": "utilities|utility stocks",
    "sector.xli": "industrials",
    "sector.xlb": "materials",
    "sector.xlre": "real estate|reits",
    "sector.xlp": "staples|consumer staples",
    "sector.xly": "discretionary|consumer discretionary",
    "sector.xlc": "communication services|communications",
    "style.iwn": "small value|small-cap value",
    "style.iwo": "small growth|small-cap growth",
    "style.iwd": "large value",
    "style.iwf": "large growth",
}
CHINESE = {
    "rut": "罗素2000指数|罗素2000|罗素两千|羅素2000|罗素|羅素|小盘股指数|小盘指数|小盘股|小盤股|小盘|小盤|小型股|小型企业|小公司|小企业|中小盘",
    "spx": "标普500指数|标普500|標普500|标普五百|标普|標普|大盘股|大盤股|大型股|大盘|大盤|蓝筹",
    "comp": "纳斯达克综合指数|纳斯达克指数|纳斯达克|納斯達克|那斯達克|纳指|納指|纳综指",
    "dji": "道琼斯工业指数|道琼斯工业平均指数|道琼斯|道瓊斯|道瓊|道琼|道指",
    "vix": "VIX恐慌指数|恐慌指数|恐慌指數|波动率指数|波動率指數|恐慌情绪指数",
    "tnx": "10年期美债收益率|10年期国债收益率|十年期美债|十年期国债|10年期美债|10年美债|十年美债|10年期|十年期|美债收益率|美債殖利率|美债|美債|国债收益率|债券收益率|殖利率",
    "ijr": "标普小盘600|标普600|標普600",
    "qqq": "纳斯达克100|纳指100|納斯達克100|科技巨头|七巨头|七姐妹",
    "sector.xlk": "科技板块|科技股|科技",
    "sector.xlf": "金融板块|金融股|银行股|银行板块|金融",
    "sector.xle": "能源板块|能源股|能源|石油股",
    "sector.xlv": "医疗保健板块|医疗保健|医疗板块|医疗股|医药股|医药板块|医药|医疗",
    "sector.xlu": "公用事业板块|公用事业",
    "sector.xli": "工业板块|工业股",
    "sector.xlb": "原材料板块|原材料|材料板块",
    "sector.xlre": "房地产板块|房地产|地产股|地产",
    "sector.xlp": "必需消费板块|必需消费|日常消费",
    "sector.xly": "可选消费板块|可选消费|非必需消费",
    "sector.xlc": "通信服务板块|通信服务|通信板块",
    "style.iwn": "小盘价值股|小盘价值|小型价值股",
    "style.iwo": "小盘成长股|小盘成长|小型成长股",
    "style.iwd": "大盘价值股|大盘价值",
    "style.iwf": "大盘成长股|大盘成长",
}
# Outside the universe, but with bars at Yahoo: asked for by name, looked up by symbol.
SYMBOLS = {
    "GC=F": "gold|gold price|bullion|黄金价格|黄金|金价|黃金",
    "SI=F": "silver|白银",
    "CL=F": "oil|crude|crude oil|wti|原油|油价|油價",
    "DX-Y.NYB": "dollar index|dxy|the dollar|us dollar|美元指数|美元指數",
    "BTC-USD": "bitcoin|btc|比特币|比特幣",
    "ETH-USD": "ethereum|以太坊",
    "AAPL": "apple stock|apple shares|苹果公司|苹果股价",
    "NVDA": "nvidia|英伟达|輝達",
    "TSLA": "tesla|特斯拉",
    "MSFT": "microsoft|微软",
    "AMZN": "amazon|亚马逊",
    "^HSI": "hang seng|恒生指数|恒指|恆指",
    "000001.SS": "shanghai composite|上证指数|上证综指|上证|A股",
    "2-year Treasury yield": "two year yield|2 year yield|two-year yield|2-year yield|2 yr yield|2-year treasury|two year treasury|两年期美债|两年期国债|2年期美债",
    "^N225": "nikkei|nikkei 225|日经指数|日经",
}
# Last names in Chinese by the library's full names; the usual transcriptions, simplified and traditional.
PEOPLE = {
    "David Rosenberg": "大卫·罗森伯格|罗森伯格|罗森博格|羅森伯格|羅森堡|罗森堡",
    "Steven DeSanctis": "史蒂文·德桑克蒂斯|德桑克蒂斯|德桑蒂斯|德桑提斯",
    "Ronald Temple": "罗纳德·坦普尔|坦普尔|坦普爾|坦普",
    "Ronnie Shiran": "希兰|席兰|夏兰|施兰",
    "Tom Lee": "汤姆·李|汤姆李|湯姆李|李先生",
    "Mike Wilson": "迈克·威尔逊|威尔逊|威爾遜",
    "Ed Yardeni": "埃德·亚德尼|亚德尼|雅德尼|亞德尼",
    "Liz Ann Sonders": "莉兹·安·桑德斯|桑德斯",
    "Jill Carey Hall": "吉尔·凯里·霍尔|凯里·霍尔|霍尔",
    "Ben Snider": "本·斯奈德|斯奈德",
    "Torsten Slok": "托斯滕·斯洛克|斯洛克",
    "Jonathan Krinsky": "乔纳森·克林斯基|克林斯基",
    "Keith Lerner": "基思·勒纳|勒纳",
    "Francis Gannon": "弗朗西斯·甘农|甘农",
    "Jeffrey Hirsch": "杰弗里·赫希|赫希",
    "Scott Wren": "斯科特·雷恩|雷恩",
}
FIRMS = {"Goldman Sachs": "高盛", "Morgan Stanley": "摩根士丹利|大摩", "Jefferies": "杰富瑞", "Lazard": "拉扎德", "Bank of America": "美国银行|美银", "Wells Fargo": "富国银行", "Fundstrat": "方舟策略"}  # fmt: skip
