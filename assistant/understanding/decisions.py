"""Whether a question asks for a decision about money: an act on a holding, and somebody who is to decide it.

The intents hear most of these as ``advice``; what else such a question asks (a comparison, a date, a record) is still
answered, after it was said that no recommendation is given.
"""

import re

from assistant.understanding.language import CJK

# What one does with a holding: verbs that a person decides on, not what a market does by itself ("sell off", "hold up").
_ACT = (
    r"(?:buy(?:ing)?(?! ?backs?)|sell(?:ing)?(?![- ]?offs?)|hold(?:ing)?(?! up)|own(?:ing)?|short(?:ing)?(?! squeeze| interest)|trim(?:ming)?|dump(?:ing)?"
    r"|invest(?:ing)?|allocat(?:e|ing)|rebalanc(?:e|ing)|hedg(?:e|ing)|rotat(?:e|ing) (?:in)?to|switch(?:ing)? (?:in)?to|load(?:ing)? up|doubl(?:e|ing) down"
    r"|cash(?:ing)? (?:out|in)|get(?:ting)? (?:in|out)(?:to)?|go(?:ing)? (?:all in|long|short|to cash)|stay(?:ing)? (?:in|out|put|long)|add(?:ing)? to|tak(?:e|ing) profits?"
    r"|mov(?:e|ing) (?:my|our|her|his|their|the) (?:money|savings|cash)|put(?:ting)? (?:my|our|more|the|it|some)(?: \w+)?(?: money| savings| cash)?|pick(?:ing)? (?:one|a stock|between)"
    r"|stock pick|wait(?:ing)? (?:for|to)|let it run|fold|jump(?:ing)? in|bail(?:ing)?(?: out)?|exit(?:ing)?)"
)
_FUNDS = r"(?:money|savings|401\(?k\)?|ira|pension|retirement|portfolio|cash|salary|shares?|stocks?|position|funds?|account|wealth|net worth)"
_SELF = r"(?:i|i'm|i've|i'd|me|my|mine|we|we're|our|us)"
_MINE = r"(?:i|we|you|one|investors?|people|a person|(?:my|our) \w+)"
_ASKED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # Somebody is to decide: "should I sell", "would you buy", "do I hold", "can we put our money".
        rf"\b(?:should|shall|would|do|does|can|could|ought|must|need)\b(?: not|n't)? (?:{_MINE}\b)(?:\W+\w+){{0,4}}?\W+{_ACT}\b",
        rf"\b{_SELF} (?:should|ought to|need to|must|had better|want to|plan to|could|can)(?:\W+\w+){{0,3}}?\W+{_ACT}\b",
        r"\b(?:should|would|shall) (?:i|we|you) (?:do|choose|pick|prefer|rather)\b(?! if the)|\bwould you rather\b",
        rf"\bif you (?:had to|were me|could)\b.{{0,30}}\b(?:{_ACT}|choose|pick)\b",
        # Put as a choice, a time or a worth: "hold or sell", "time to buy", "worth buying", "a better buy".
        rf"\b{_ACT}\b[^.?!]{{0,30}}\bor (?:not\b|{_ACT}\b)",
        rf"\b(?:time|too late|too early|wise|smart|safe|worth|crazy|foolish|ok|okay|good idea|whether) (?:to )?(?:be )?{_ACT}\b",
        r"\b(?:better|best|good|strong|a) (?:buy|sell|hold)\b(?! ?-? ?(?:offs?|backs?|ratings?|signals?))",
        rf"\b(?:recommend|suggest|advise|give)\b.{{0,20}}\b(?:me\b|a stock|an? etf|a fund)|\b(?:an etf|a fund|a stock)\b.{{0,12}}\bfor me\b|\btell me (?:whether |when |what )?(?:to |i should ){_ACT}\b",
        rf"\bhow (?:much|many)\b.{0,20}\b(?:of (?:my|our) {_FUNDS}|should (?:i|we))\b|\bwhat (?:share|percentage|part|fraction) (?:of (?:my|our) {_FUNDS}|should (?:i|we))\b",
        # Bare: "Sell half?", "rebalance now or next quarter?", "buy the dip?".
        rf"^(?:and |so |ok(?:ay)?,? |then |well,? |just )*{_ACT}\b(?! of| in (?:19|20))[^.!]{{0,60}}\?$",
        # Another's word on one's own money: "my advisor says sell".
        rf"\b(?:my|our) (?:advis[eo]r|broker|banker|brother|sister|mom|mum|dad|friend|wife|husband|boss|neighbou?r)\b.{{0,20}}\b{_ACT}\b",
    )
)  # fmt: skip
_ACT_CHINESE = r"(?:买入?|賣出?|卖出?|買入?|持有|清仓|減倉|减仓|加仓|建仓|补仓|抄底|止盈|止损|入场|进场|离场|定投|投资?|配置|换成|做空|满仓|割肉|落袋)"
_ASKED_CHINESE = re.compile(
    rf"(?:我|咱|我们)(?:.{{0,8}})?(?:该|应该|要不要|能不能|可以|还能|是不是该)?.{{0,6}}{_ACT_CHINESE}(?!盘)"
    rf"|(?:该不该|应不应该|要不要|能不能|可不可以|可以|适合|值得|值不值得|是时候|该).{{0,8}}{_ACT_CHINESE}.{{0,6}}(?:吗|嗎|么|？|\?|$)"
    rf"|(?:现在|此刻|目前){_ACT_CHINESE}.{{0,6}}(?:合适|好|划算)|你会{_ACT_CHINESE}|{_ACT_CHINESE}(?:哪个|哪只|什么|多少)|(?:推荐|建议).{{0,8}}(?:给我|我)|还能{_ACT_CHINESE}"
)  # fmt: skip


def asks_to_decide(question: str) -> bool:
    """Whether a question asks what to do with money."""
    if CJK.search(question):
        return _ASKED_CHINESE.search(question) is not None
    return any(pattern.search(question) for pattern in _ASKED)
