"""Names, roles and firms as bylines, letterheads and signatures write them, in English and Chinese."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = frozenset("van von der den de di da la le del della dos du bin al el zu ter ten y".split())
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古"
    "吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
ROLE = re.compile(
    r"\b(?:strateg(?:ist|y)|analyst|economist|manager|officer|director|head|president|partner|chair(?:man|woman)?|founder|cio|ceo|cfo"
    r"|editor|columnist|correspondent|reporter|advis[eo]r|fellow|professor|researcher|principal|trader|writer|associate|specialist)s?\b"
    r"|策略师|策略分析师|分析师|经济学家|研究员|总监|经理|主管|首席|合伙人|记者|编辑|教授|总裁|董事",
    re.I,
)
_FIRM_END = frozenset(
    "capital research partners securities management bank group advisors advisers advisory investments investment llc inc ltd plc wealth "
    "institute associates holdings ag sa gmbh corp company co funds fund trust university ventures markets banque asset".split()
)
_HAN_FIRM = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{2,}(?:证券|资本|基金|银行|研究所|研究院|资管|公司|集团|投资|咨询|财富|资产管理|期货|保险公司)"
)
# Words of headings: a line that holds one is nobody's name, and one of nothing else is no firm's.
_HEADING = frozenset(
    """
    weekly daily monthly quarterly annual market markets equity equities credit investment global fixed income economic economics macro
    strategy outlook research risk management asset wealth group small mid large mega cap caps stock stocks bond bonds rates rate fed
    inflation recession growth value view views note notes comment commentary letter report review update summary key points conclusion
    introduction overview disclaimer disclosures important information page table figure chart source sources contents the a an and of in
    for to on our my we i is are why how what when who us usa china europe japan america american emerging world index russell nasdaq dow
    spring summer autumn winter january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday year quarter ahead week month day bull bear bullish bearish case question answer questions
    answers interview transcript call earnings conference moderator operator host interviewer guest speaker newsletter subscribe read more
    dear sincerely regards best yours client clients investor investors reader readers new long short road bank banks regional companies
    company freight signals rally rotation volatility technology industrials energy financials healthcare housing labour labor jobs gold
    oil dollar treasury yields spreads high yield private public department team desk staff house office federal reserve street wall
    """.split()
)
_CREDENTIAL = re.compile(
    r"(?:CFA|CMT|CAIA|CPA|CFP|FRM|MBA|Ph\.?D|M\.?D|Jr|Sr|Esq|MSc|MA|DPhil|II|III|博士|教授)\.?®?", re.I
)
_SPLIT = re.compile(r"\s*[|•;,，、()（）<>\[\]]\s*|\s+[–—·-]+\s+|\s*——\s*|\s+(?:at|of|with|from)\s+(?=[A-Z])")
_TITLE = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir)\.? )+(?=[^\W\d_a-z])")
_AND = re.compile(r"\s+(?:and|&|with)\s+|\s*(?:和|与|、|&)\s*")


class Byline(NamedTuple):
    """Who wrote it, as one line says."""

    author: str
    firm: str = ""
    role: str = ""


def is_name(text: str) -> bool:
    """Whether a text may be one person's name and nothing else.

    >>> is_name("Karl von Müller"), is_name("Credit Risk"), is_name("张伟"), is_name("市场")
    (True, False, True, False)
    """
    if _HAN.search(text):
        return _HAN_NAME.fullmatch(text) is not None and ("·" in text or text[0] in _SURNAMES) and not is_role(text)
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or not all(_TOKEN.fullmatch(token) for token in tokens):
        return False
    if any(_low(token) in _HEADING or _low(token) in _FIRM_END for token in tokens) or is_role(text):
        return False
    return all(_is_part(token, n in (0, len(tokens) - 1)) for n, token in enumerate(tokens))


def _is_part(token: str, edge: bool) -> bool:
    if token.rstrip(".").lower() in _PARTICLES:
        return not edge
    return token[0].isupper() and (not token.endswith(".") or len(token) <= 3)


def _low(token: str) -> str:
    return token.strip(".,'’").lower()


def is_role(text: str) -> bool:
    """Whether a text says what somebody does."""
    return ROLE.search(text) is not None and len(text.split()) <= 10 and not re.search(r"[.!?。]\s", text)


def is_firm(text: str) -> bool:
    """Whether a text may be a firm's name and nothing else: "Acme Capital", and not "Credit Research"."""
    if _HAN.search(text):
        return _HAN_FIRM.fullmatch(text) is not None and len(text) <= 16
    text = re.sub(r",(?= (?:Inc|LLC|Ltd|LP|PLC)\b)", "", text)
    if re.search(r"[,;|(]", text) or is_role(text):
        return False
    tokens = [_low(token) for token in text.replace("&", " & ").split()]
    if (
        not 2 <= len(tokens) <= 7
        or not text[0].isupper()
        or (text.endswith((".", ":", "?", "!")) and tokens[-1] not in _FIRM_END)
    ):
        return False
    small = ("&", "and", "of", "the", "for", "de")
    capitals = all(part[0].isupper() or part.lower() in small for part in text.split())
    own = [token for token in tokens if token not in _HEADING and token not in _FIRM_END and token not in small]
    return capitals and tokens[-1] in _FIRM_END and bool(own)


def byline(text: str, labelled: bool = False) -> Byline | None:
    """Who a line says wrote it, with role and firm where it has them; None where it holds anything else.

    Args:
        text: The line, without a label such as "By".
        labelled: Whether it had one, so that a name alone is enough.
    """
    parts = [part for part in _SPLIT.split(re.sub(r"\S+@\S+", " ", text).strip(" .:：")) if part and part.strip()]
    if len(parts) == 1 and _HAN.search(text):
        parts = parts[0].split()
    names = [_cased(_TITLE.sub("", name)) for name in _AND.split(parts[0].strip())] if parts else []
    if not names or not all(is_name(name) for name in names):
        return None
    role = firm = ""
    sure = labelled or any(_CREDENTIAL.fullmatch(part.strip()) for part in parts[1:])
    for part in (part.strip() for part in parts[1:]):
        if _CREDENTIAL.fullmatch(part) or _has_date(part):
            continue
        split = _HAN_FIRM.match(part) if _HAN.search(part) and is_role(part) else None
        if split and not firm:
            firm, role = split[0], part[split.end() :] or role
        elif is_role(part) and not role:
            role = part
        elif is_firm(part) or ((part[:1].isupper() and (role or labelled) and not is_name(part)) and not firm):
            firm = firm or part
        elif is_name(_cased(part)) and not role and not firm:
            names.append(_cased(part))
        elif is_name(_cased(part)) and role and not firm:
            firm = part  # "Jane Roe, Strategist, Nordfeld Haus": behind a role stands a house
        else:
            return None
    return Byline(" and ".join(names), firm, role) if sure or role or firm else None


def _cased(name: str) -> str:
    """A name in capitals as names are written."""
    return " ".join(part.capitalize() for part in name.split()) if name.isupper() and len(name) > 4 else name


def _has_date(part: str) -> bool:
    from corpus.proposed.dates import date_at

    return (
        date_at(part) is not None
        or re.fullmatch(r"(?:19|20)\d\d", part) is not None
        or _MONTH_DAY.fullmatch(part) is not None
    )


_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?")
