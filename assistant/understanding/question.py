"""What a question asks for: subjects, topics, people, dates; follow-ups take what they leave out from before."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from assistant.understanding.dates import month_before, names_later, read_dates
from assistant.understanding.figures import normalise, read
from assistant.understanding.measures_asked import measures_asked
from assistant.understanding.spelling import spelled
from assistant.understanding.vocabulary import mentions
from corpus.people import Person
from tools.analysts.view_subjects import particular_in, subject_in
from tools.data.sessions import previous_session
from tools.listings import SUFFIX_CURRENCIES
from tools.measures.query import Query
from tools.universe import UNIVERSE

TOPICS = {
    "rotation": r"\bratio\b|\b(?:do|did|does|doing|done|fared?) better\b|\bbetter than\b|rotat\w*|\brally\b|\bbreadth\b|small[- ]?caps?\b.*\b(?:large|big|mega)[- ]?caps?|outperform\w*|underperform\w*|\blead(?:ing|ership)?\b|\bled\b|streak|in a row|\bbeat\w*|\blag\w*|relative strength of|versus|\bvs\b|against|compare|ahead of|winning run",
    "verdict": r"\bverdict\b|\brotation tests?\b|tests? of (?:the |a )?rotation",
    "quality": r"\bquality\b|\bjunk\w*|\b(?:un)?profitable\b",
    "momentum": r"\brsi\b|divergen\w*|bollinger|\batr\b|true range|overbought|oversold|stretched|extended|momentum|technical\w*|moving average|\b(?:20|50|200)[- ]?(?:day|session)s?\b|\bsma\b|\bmacd\b|bollinger|trend\b|golden cross|death cross",
    "sectors": r"\bsectors?\b|cyclical\w*|defensive\w*|dispersion",
    "volatility": r"\bvix\b|volatil\w*|\bfear\b|\bcalm\b|complacen\w*|10-year|ten-year|treasur\w*|\byields?\b|interest rates?|bond market",
    "views": r"\bsays?\b|\bsaid\b|\bthinks?\b|\bviews?\b|\bopinions?\b|\banalysts?\b|strategists?|\bexpects?\b|\btargets?\b|forecast\w*|\bbull(?:ish|s)?\b|\bbear(?:ish|s)?\b|\bargu\w+|\bcase (?:for|against)\b|warn\w*|\bwhy\b|risks?\b|outlook|believe\w*|position on|\bstance\b|go wrong|break the rally|end the rally",
    "change": r"\b(?:views?|stance|opinion|mind|outlook|position|tone|tune)\b.{0,40}\b(?:chang\w+|evolv\w+|shift\w*|turn\w*)|\b(?:chang\w+|evolv\w+|shift\w*) .{0,30}\b(?:views?|stance|opinion|mind|outlook|position|tone|tune)\b|\bover time\b|\bcontradict\w*|\bflip-?flop\w*|\bhas .{3,40} (?:always|ever|been consistently) (?:been )?(?:bullish|bearish)",
    "record": r"track record|\b(?:been|was|were|is|proved|proven|turned out|always|ever|usually|often) (?:to be )?(?:right|wrong|correct|accurate)\b|\breliab\w+|\bhow (?:accurate|right|wrong)\b|\b(?:calls?|targets?|forecasts?|predictions?) (?:come|came|turned|turn|worked|panned|hold|held) (?:true|out|up)|hit rate|\bhits and misses\b",
    "support": r"\bsupports?\b|resistance|fibonacci|retracements?|\bextensions?\b|price levels|key levels",
    "breaking": r"\b(?:break|end|stop|kill|derail|reverse|invalidate)\w* (?:the|this|it|small)|go(?:es)? wrong|out of steam|losing steam|fad(?:e|es|ing)\b|exhaust\w*|fizzl\w*|\bpeter\w* out",
    "breadth": r"\bbreadth\b|confirm\w*|how broad",
    "base_rates": r"what (?:happened|happens|came|comes|followed|follows)\b.*\bafter|\bafter (?:earlier|previous|past|similar|such|other)\b|\b(?:earlier|previous|past|similar) (?:streaks|runs|cases|readings|rallies)|base rates?|precedents?|\bfollowed\b.*\bwhen\b|what followed|rsi (?:has )?(?:crosse[sd]|went|rose|got) (?:above|over)|last time|does history|history (?:say|suggest)\w*|\b(?:usually|typically) (?:happens|follows|comes)",
    "due": r"\bdue\b|\bcalendar\b|coming up|upcoming|scheduled|\bfomc\b|fed meeting|when (?:is|are|does)|next (?:fed|cpi|payrolls?|claims)|\binflation\b|\bcpi\b|unemployment|payrolls?|jobless|\bclaims\b|fed(?:eral)? funds|policy rate|macro\w*",
    "value": r"into value|value (?:or|against|versus|vs\.?|over|and) growth|growth (?:or|against|versus|vs\.?|over|to) value|value rotation|\bvalue (?:\w+ )?(?:beat\w*|lead\w*|led|ahead|behind|lag\w*|trail\w*|outperform\w*|underperform\w*|better)\b.*growth|\bgrowth (?:\w+ )?(?:beat\w*|lead\w*|led|ahead|behind|lag\w*|trail\w*|outperform\w*|underperform\w*|better)\b.*value",
    "definition": r"\bwhat (?:is|are|does) (?:an? |the )?(?:rsi|equity risk premium|erp|russell 2000(?: index)?\??$|vix\??$|garp|january effect|taco|fibonacci\w*|reconstitution|s&p smallcap 600|ai gravity|floating[- ]rate\w*)|\bmean(?:s|ing)?\b|\bdefin\w+|\bexplain\b|how is .* (?:computed|calculated|defined)|difference between",
    "levels": r"\bclos(?:e|ed|ing)\b|\blevels?\b|how (?:much|far|high|low)|\bup\b|\bdown\b|\breturns?\b|year[- ]to[- ]date|\bytd\b|this year|records?\b|all[- ]time|\bhow (?:is|are|did|has|have|was|were)\b|perform\w*|\bhigh\b|\blow\b|doing|drawdown|\bgain\w*|\bfell\b|\brose\b|\bprices?\b",
}
_TOPIC_PATTERNS = {name: re.compile(pattern, re.I) for name, pattern in TOPICS.items()}
_FOLLOW_UP = re.compile(
    r"^(?:and|but|what about|how about|same (?:for|question)|now|ok|also|then)\b|\b(?:him|her|he|she|his|them|they|it|that|there)\b",
    re.I,
)
# As Yahoo writes them: with an exchange's suffix, as a pair, a future, a coin or an index; else two to five capitals.
_TICKER = re.compile(
    rf"(?<![\w^$.])\$?((?=[A-Z0-9.]*[A-Z])[A-Z0-9]{{2,6}}\.(?:{'|'.join(sorted(SUFFIX_CURRENCIES, key=len, reverse=True))})"
    r"|[A-Z]{3,6}=X|[A-Z0-9]{1,4}=F|[A-Z]{2,5}-USD|\^[A-Z][A-Z0-9]{1,7}|[A-Z]{1,5}/[ABC]|[A-Z]{2,5}(?:[.-][A-Z])?)(?![\w&])"
)
# Indexes that are none of the universe's though their names begin like one's, and others by name: looked up, not guessed.
_INDEX = re.compile(
    r"\b(?:Russell (?:1000|2500|3000|Mid-?cap|Micro-?cap)(?: (?:Growth|Value))?|S&P (?:MidCap )?(?:100|400|1500)|S&P MidCap"
    r"|Dow (?:Jones )?(?:Transport\w*|Utilit\w*)(?: Average)?|Nikkei(?: 225)?|FTSE 100|FTSE 250|Hang Seng|CAC 40|Euro ?Stoxx(?: 50)?)\b",
    re.I,
)
WITHIN_SMALL_CAPS = "sectors within small caps"
_SECTORS = r"banks?|financials?|biotech\w*|energy|technology|industrials|utilities|health ?care|materials"
# What people ask for that daily bars don't hold; views of the library may still speak of it.
UNMEASURED = {
    "price-earnings ratios and other valuations": r"\bp/?e\b|price[- ]earnings|\bvaluations?\b|\bmultiples?\b|\bcheap(?:er|ly)?\b|\bexpensive\b|\b(?:over|under)valued\b|dividend yield|book value|\bcape\b",
    "earnings": r"\bearnings\b|\bprofits?\b|\beps\b|\brevenues?\b",
    "other macroeconomic figures": r"\bgdp\b|\brecession\b|retail sales|\bpmi\b|housing starts",
    "commodities and currencies": r"\bgold\b|\bsilver\b|\boil\b|\bcrude\b|bitcoin|\bcrypto\w*|\bdollar\b|\beuro\b|\byen\b",
    "prices within the session": r"pre-?market|after[- ]hours|intraday(?! (?:high|low))|right now|this minute|live price|real[- ]time|futures",
    WITHIN_SMALL_CAPS: rf"\b(?:{_SECTORS}|sectors?)\b.{{0,12}}\b(?:among|within|in) (?:the )?(?:small[- ]?caps?|russell 2000)|\bsmall[- ]?cap (?:{_SECTORS}|sectors?)\b",
    "fund flows and positioning": r"\bflows?\b|positioning|short interest|put[- ]call|open interest",
}
_UNMEASURED_PATTERNS = {name: re.compile(pattern, re.I) for name, pattern in UNMEASURED.items()}
_CALENDAR = re.compile(r"\bwhen\b|\bnext\b|\bdue\b|calendar|coming up|upcoming|scheduled|meeting|release", re.I)
_FORECAST = re.compile(
    r"\bwill\b|going to\b|\bpredict\w*|where (?:is|are) .*(?:headed|going)|next (?:week|month|year|quarter)|tomorrow|\bkeep (?:rising|falling|going)|how (?:high|low|far) (?:can|could|will)|\bcrash\b.*\?",
    re.I,
)
_OF_MARKETS = re.compile(
    r"\b(?:markets?|stocks?|shares?|equit\w+|index\w*|funds?|bonds?|yields?|rates?|earnings|profits?|sectors?|small|caps?|"
    r"rally|invest\w*|crash|correction|bulls?|bears?|trad\w+|prices?|wall street)\b", re.I,
)  # fmt: skip
_NOT_TICKERS = frozenset(
    """
RSI BUY SELL HOLD SAY YOUR VIX ETF ETFS US USA UK EU AI GARP ERP FOMC CPI GDP PCE FED YTD MTD QTD SMA EMA MACD
ATR IPO CEO CNBC EPS PE NYSE TACO BP PP OK AND OR THE NOT FOR WHAT HOW WHY IS ARE DO DOES A I IT MSCI SPDR
FTSE LSEG JPM USD EUR TV PM AM ET UTC NOW TODAY SP BOFA
""".split()
)
_WHO_THINKS = re.compile(
    r"\b(?:(?:does|has|did|do|is) (?:anyone|anybody|someone|any of (?:them|the analysts))|who) (?:\w+ )?(?:thinks?|says?|said|believes?|expects?|argues?|warns?|warned|sees?|calls?|called)\b",
    re.I,
)
_SIGNAL = re.compile(r"\b(?:bullish|bearish) (?=diverg|cross|engulf|pattern|signal)", re.I)
_ADVICE = re.compile(
    r"\btoo (?:late|early|soon) to (?:buy|sell|invest|get)\b|\bshould (?:i|we|one|you)\b|\b(?:is it|now) (?:a good )?time to\b|\bworth (?:buying|owning|investing)|\bdo you recommend|\brecommend\w*|\bwhat (?:do|should|would) (?:i|you) (?:buy|sell|do)|\bbuy or sell\b|\bgood (?:buy|investment|idea)\b|\bmy (?:portfolio|money|savings|pension)\b|\btell me (?:to|what to) (?:buy|sell)",
    re.I,
)
_HOW_STRONG = re.compile(
    r"how (?:strong|real|broad|solid|healthy|durable|convincing)|strength|stretched|convincing|what(?:'s| is) (?:going on|happening)|market (?:today|now|overview|summary)|\bsummar\w+|overview|state of",
    re.I,
)
_STRETCHED = re.compile(
    r"\b(?:over)?(?:stretched|extended|heated)\b|\btoo (?:far|fast|hot)\b|\b(?:is|are|was|looks?) .*\b(?:overbought|oversold)|frothy",
    re.I,
)
_RELATIVE = [
    (re.compile(r"\b(?:a|one) month (?:ago|earlier|before)\b|\blast month\b", re.I), lambda d: month_before(d)),
    (
        re.compile(r"\b(?:a|one) year (?:ago|earlier|before)\b|\blast year at this time\b", re.I),
        lambda d: month_before(d, 12),
    ),
    (re.compile(r"\b(?:a|one) week (?:ago|earlier|before)\b", re.I), lambda d: d - timedelta(days=7)),
    (
        re.compile(r"\bthe (?:day|session) before\b|\bthe previous (?:day|session)\b|\byesterday\b", re.I),
        previous_session,
    ),
]


@dataclass(frozen=True)
class Asked:
    """What one question asks.

    Attributes:
        topics: Of ``TOPICS``, and ``since`` and ``strength``, in the order they are answered.
        subjects: Keys of the universe, in the order named.
        symbols: Yahoo symbols outside it.
        people: Names as the library spells them.
        day: A past date the figures are wanted for.
        start: A date to measure returns from.
        from_day: The first day of the views wanted, where it is asked how they changed.
        said_by: The day by which views must have been known, where a follow-up asks for the same person at another time.
        advice: Whether it asks what to do.
        stance: ``bullish`` or ``bearish`` where one side is asked for.
        words: The question itself, as the library is searched.
        forecast: Whether it asks what will happen, of Footnote rather than of a person.
        unmeasured: What it asks for that Footnote has no measure of.
        horizon: Over what a ranking is wanted.
        stretched: Whether it asks if something has gone too far.
        ahead: Whether it asks for a day that hasn't come yet as if it had.
        outside: Whether it asks for a forecast of something that is no market's and no subject of views.
        measures: What it asks of daily bars in so many words.
    """

    words: str
    topics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    day: date | None = None
    start: date | None = None
    from_day: date | None = None
    said_by: date | None = None
    advice: bool = False
    stance: str | None = None
    forecast: bool = False
    unmeasured: tuple[str, ...] = ()
    horizon: str = ""
    stretched: bool = False
    ahead: bool = False
    outside: bool = False
    measures: tuple[Query, ...] = ()
    follows: bool = field(default=False, compare=False)


def understand(
    question: str, earlier: Sequence[str], as_of: date, named_in: Callable[[str], Sequence[Person]]
) -> Asked:
    """What a question asks, read after the ones before it in its thread.

    Args:
        question: The person's words.
        earlier: Earlier questions, oldest first.
        as_of: The date of the answer, which relative dates count from.
        named_in: Finds the library's people in a text.
    """
    asked = own = _read(question, as_of, named_in)
    if earlier and asked.follows:
        asked = _resume(asked, understand(earlier[-1], earlier[:-1], as_of, named_in))
    only_people = "views" in own.topics and not (own.subjects or own.symbols)
    if asked.people or only_people or asked.advice or asked.stretched or {"definition", "strength"} & set(own.topics):
        return asked
    return replace(asked, measures=measures_asked(own.words, [*asked.subjects, *asked.symbols], as_of))


def _read(question: str, as_of: date, named_in: Callable[[str], Sequence[Person]]) -> Asked:
    text = spelled(normalise(question))
    people = tuple(p.name for p in named_in(text))
    subjects = tuple(dict.fromkeys(m.key for m in mentions(text)))
    known = {s.symbol for s in UNIVERSE.values()}
    symbols = tuple(
        t
        for t in dict.fromkeys(_TICKER.findall(text))
        if t not in _NOT_TICKERS and t not in known and f"^{t}" not in known
    )
    symbols = tuple(s for s in symbols if not any(s.lower() in u.names for u in UNIVERSE.values()))
    symbols = tuple(dict.fromkeys((*symbols, *(m[0] for m in _INDEX.finditer(text)))))
    plain = _SIGNAL.sub("", text)  # a bearish divergence is nobody's view
    topics = [name for name, pattern in _TOPIC_PATTERNS.items() if pattern.search(plain)]
    if "definition" in topics and (("support" in topics and subjects) or "verdict" in topics):
        topics.remove("definition")
    if people and "views" not in topics:
        topics.append("views")
    if not people:  # someone the library doesn't know is asked for all the same, so that the answer can say so
        people = tuple(n for n in _UNKNOWN_PERSON.findall(text) if not mentions(n) and not read_dates(n))
    if people and "views" not in topics:
        topics.append("views")
    if _WHO_THINKS.search(plain):
        topics = ["views"]  # whoever asks for people's minds isn't told the market first
    day, start, period = _dates(text, as_of)
    from_day = None
    if people and "change" in topics:  # the time is that of the views, not of the market
        from_day, day, start, period, topics = _first_day(text), None, None, "", ["change", "views"]
    elif "change" in topics:
        topics.remove("change")
    if people and "record" in topics:
        day, start, period, topics = None, None, "", ["record", "views"]
    elif "record" in topics:
        topics.remove("record")
    if start:
        topics.append("since")
    if _HOW_STRONG.search(text):
        topics.append("strength")
    stance = "bullish" if re.search(r"\bbull(?:s|ish)?\b|case for\b", plain, re.I) else None
    stance = (
        (None if stance else "bearish")
        if re.search(r"\bbear(?:s|ish)?\b|case against\b|\brisks?\b(?! premium)|\bdownside\b|\bworr\w+", plain, re.I)
        else stance
    )
    about, particular = subject_in(text), particular_in(text)
    if (about and not topics and not subjects and not symbols) or (
        particular and set(topics) <= {"due"} and not _CALENDAR.search(text)
    ):
        topics.append("views")  # what the Fed will do, what gold is worth: only people speak of it here
    unmeasured = tuple(name for name, pattern in _UNMEASURED_PATTERNS.items() if pattern.search(text))
    forecast = bool(_FORECAST.search(text)) and not people and "due" not in topics and not _WHO_THINKS.search(plain)
    if (unmeasured or forecast) and "views" not in topics and "definition" not in topics:
        topics.append("views")
    follows = bool(_FOLLOW_UP.search(text)) or not (topics and (subjects or symbols or people or about))
    return Asked(
        text,
        tuple(topics),
        subjects,
        symbols,
        people,
        day,
        start,
        from_day,
        advice=bool(_ADVICE.search(text)),
        stance=stance,
        forecast=forecast,
        unmeasured=unmeasured if not people and "definition" not in topics else (),
        horizon=_horizon(text) or period,
        stretched=bool(_STRETCHED.search(text)),
        ahead=names_later(text, as_of) and "levels" in topics and not {"views", "due"} & set(topics),
        outside=forecast and not (subjects or symbols or set(topics) - {"views"} or about or _OF_MARKETS.search(text)),
        follows=follows,
    )


def whole_period(asked: Asked) -> str:
    """The past month or year that is asked about as a whole, as a sentence names it; empty for none."""
    day = asked.day
    if day and asked.horizon == "ytd" and (day.month, day.day) == (12, 31):
        return str(day.year)
    if day and asked.horizon == "mtd" and day == _month_end(day):
        return f"{day:%B} {day.year}"
    return ""


def sector_words(text: str) -> re.Pattern[str]:
    """Finds in a passage the sectors that a question names."""
    named = dict.fromkeys(word.lower() for word in re.findall(rf"\b(?:{_SECTORS})\b", text, re.I))
    said = [word for name in named for word in ((name, "banks") if name == "financials" else (name,))]
    return re.compile(rf"\b(?:{'|'.join(said) or 'sectors?'})\b", re.I)


_UNKNOWN_PERSON = re.compile(r"\b(?:about|does|did|do|is|has|of|by|from|and) ([A-Z][a-z]+ [A-Z][a-z]+)\b")


def _horizon(text: str) -> str:
    for horizon, words in (
        ("ytd", r"this year|year to date|\bytd\b|(?:for|over) the year|so far in 20\d\d"),
        ("mtd", r"this month|month to date|\bmtd\b"),
        ("5d", r"this week|(?:five|5) (?:days|sessions)|past week|last week"),
        ("1d", r"\btoday\b|on the day|last session"),
    ):
        if re.search(words, text, re.I):
            return horizon
    return ""


def _dates(text: str, as_of: date) -> tuple[date | None, date | None, str]:
    """The past day asked about, the day measured from, and a month or year asked for as a whole."""
    day = start = None
    period = ""
    for pattern, back in _RELATIVE:
        if pattern.search(text):
            day = back(as_of)
    since_year = re.search(r"since (?:the )?(?:start|beginning) of (?:the year|20\d\d)", text, re.I)
    for mention in read(text)[1]:  # "Russell 2000" names no year
        before = text[max(0, mention.start - 30) : mention.start].lower()
        if since_year and since_year.start() <= mention.start < since_year.end():
            continue
        year = mention.year or (
            as_of.year if (mention.month or 13, mention.day or 1) <= (as_of.month, as_of.day) else as_of.year - 1
        )
        if mention.weekday is not None:
            ago = (as_of.weekday() - mention.weekday) % 7
            day = as_of - timedelta(days=ago or (7 if before.rstrip().endswith("last") else 0))
            continue
        if mention.month is None:
            if (
                mention.year
                and mention.year < as_of.year
                and not re.search(r"\b(?:since|from|after|until|before)\b[^.]*$", before)
            ):
                day, period = date(mention.year, 12, 31), "ytd"
            continue
        try:
            meant = date(year, mention.month, mention.day or 1)
        except ValueError:
            continue
        if re.search(r"\b(?:since|from)\b[^.]*$", before):
            start = previous_session(meant) if mention.day is None else meant
        elif mention.day is not None and meant <= as_of:
            day = meant
        elif mention.day is None and meant <= as_of:
            day, period = min(as_of, _month_end(meant)), "mtd"
    return day, start, period


def _first_day(text: str) -> date | None:
    """The first day of the time that a question about changed views names: "since 2023", "from March 2024"."""
    for mention in read(text)[1]:
        if mention.year:
            return date(mention.year, mention.month or 1, mention.day or 1)
    return None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _resume(asked: Asked, before: Asked) -> Asked:
    """A follow-up with what it leaves out taken from the question before."""
    topics = asked.topics
    new = bool(asked.subjects or asked.symbols)
    if not topics or (topics == ("views",) and not asked.people and not new) or (new and topics == ()):
        topics = tuple(dict.fromkeys([*topics, *before.topics]))
        if new and not asked.people:
            topics = tuple(t for t in topics if t != "views") or ("levels",)
    elif topics == ("views",):
        new = False
    if asked.topics and "views" in asked.topics and not new:
        topics = tuple(t for t in topics if t in asked.topics)
    named = bool(re.search(r"\b(?:him|her|he|she|his|they|them)\b", asked.words, re.I))
    people = asked.people or (before.people if named or ("views" in topics and not new) else ())
    # "What about him in 2024?" asks for the person, whatever else was asked before.
    alone = people and not asked.topics and not new and re.search(r"\b(?:him|her|he|she|his)\b", asked.words, re.I)
    topics = ("views",) if alone else topics
    # "And on a recession?" has its subject; "is it cheap?" takes what "it" is from before.
    whole = subject_in(asked.words) and not re.search(r"\b(?:it|that|they|them|there)\b", asked.words, re.I)
    return replace(
        asked,
        said_by=(asked.day if not asked.topics else None) or before.said_by if people else None,
        topics=topics,
        subjects=asked.subjects or (() if asked.symbols or alone else before.subjects),
        symbols=asked.symbols or (() if asked.subjects else before.symbols),
        people=people,
        day=asked.day or before.day if not asked.start else asked.day,
        start=asked.start or (before.start if "since" in topics else None),
        horizon=asked.horizon or before.horizon,
        stance=asked.stance,
        words=asked.words if asked.people or asked.subjects or whole else f"{asked.words} {before.words}",
    )
