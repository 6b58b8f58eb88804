"""The words of time windows in English, as tables of patterns: data for tools.measures.windows.words.

A text is read in three steps. Its words become tokens: ``m03`` a month, ``m03s`` its plural, ``wd1`` a Monday, digits
for numbers. REWRITES then turn what names a day or a period into a point: ``<2025-04-09>``, ``<2025-Q4>``, ``<2020s>``
or, without a year, ``<?-03>``; relative ones, such as ``<month-1>`` or ``<last-wd5>``, are dated at once; ``{03}`` is
each March. The rules after them are over points.
"""

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}

COMPOUND = rf"(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_SMALL[:9])})"  # twenty-five
NUMBERS = {
    **{word: str(n) for n, word in enumerate(_SMALL, 1)},
    **{word: str(n * 10) for n, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": str(t * 10 + n) for t, ten in enumerate(_TENS, 2) for n, one in enumerate(_SMALL[:9], 1)},
}
# Words that are a month or a weekday in any company; those of WEAK only beside a word or figure that dates them.
STRONG = {
    **{word: f"m{n:02}" for n, word in enumerate(MONTHS, 1)},
    **{f"{word}s": f"m{n:02}s" for n, word in enumerate(MONTHS, 1) if word not in ("march", "may")},
    **{word.replace("y", "ies"): f"m{n:02}s" for n, word in enumerate(MONTHS[:2], 1)},
    **{word: f"wd{n}" for n, word in enumerate(WEEKDAYS, 1)},
    **{f"{word}s": f"wd{n}s" for n, word in enumerate(WEEKDAYS, 1)},
    **NUMBERS,
    **{word: f"{n}{_SUFFIXES.get(str(n), 'th')}" for n, word in enumerate(_ORDINALS, 1)},
    "nineties": "1990s",
    "eighties": "1980s",
    "seventies": "1970s",
    "sixties": "1960s",
}
WEAK = {
    **{word[:3]: f"m{n:02}" for n, word in enumerate(MONTHS, 1)},
    **{word[:3]: f"wd{n}" for n, word in enumerate(WEEKDAYS[:5], 1)},
    **dict(zip("sept tues weds thur thurs".split(), "m09 wd2 wd3 wd4 wd4".split(), strict=True)),
    **{word: STRONG[word] for word in ("march", "may", "august")},
}
CAPITALISED = {"march", "may", "august"}  # months where they are written so within a sentence
# Months and numbers long enough that one wrong letter leaves no doubt, and the words one letter away that they are not.
MISSPELT = [word for word in (*MONTHS, *_SMALL, *_TENS) if len(word) >= 6]
NOT_MISSPELT = {"mighty", "weighty", "thirsty", "nicety", "augusta"}
DATED_BEFORE = (
    r"(?:\b(?:in|since|of|on|last|this|each|every|from|through|until|till|during|before|after|between|early|mid|late"
    r")|\d(?:st|nd|rd|th)?(?: of)?)[ -]$"
)
DATED_AFTER = r"\.?[ -]'?\d"

UNITS = {
    **dict.fromkeys(("session", "trading day", "business day", "close", "day", "d"), "session"),
    **dict.fromkeys(("week", "wk", "w"), "week"),
    **dict.fromkeys(("month", "mo", "m"), "month"),
    **dict.fromkeys(("quarter", "q"), "quarter"),
    **dict.fromkeys(("year", "yr", "y"), "year"),
}
MULTIPLES = {"fortnight": (2, "week"), "decade": (10, "year")}  # units of other units
COUNTS = {"": 1, "a": 1, "an": 1, "couple": 2, "few": 3}

_Y = r"<(?P<y>\d{4})>"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_M = r"m(?P<m>\d\d)"
_TH = r"(?:st|nd|rd|th)"
_LONG_UNIT = r"(?:weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?)"
_UNIT = rf"(?:trading days?|business days?|sessions?|closes?|days?|{_LONG_UNIT})"
_TENOR = (
    r"(?:us |real |nominal |benchmark )?(?:treasur(?:y|ies)|yields?|notes?|bonds?|bills?|rates?|breakevens?|tips|swaps?"
    r"|maturity|paper|gilts?|bunds?|jgbs?|mortgages?|highs?|lows?|range|peak|trough|record|volatility|correlation|beta|rsi)"
)
_AVERAGE = r"(?:simple |exponential )?(?:moving )?(?:averages?|ma|sma|ema|dma|line|atr|adx)"

# Figures that are names, levels or settings of an indicator, taken out before anything is read: "|" stands for them.
MASKS = (
    r"(?:russell|r)[ _-]?(?:200|1000|2000|2500|3000)(?!\d)",
    r"(?:s ?& ?p|s and p|spx?) ?-?(?:100|400|500|600|1000|1500)(?!\d)",
    r"(?:nasdaq|dow(?: jones)?|ftse|topix|stoxx|nikkei|csi|asx|cac|dax|kospi|ibex|wilshire|fortune|top)[ -]"
    r"(?:(?!(?:19|20)\d\d)\d{2,4}|(?<=csi )2000)(?!\d)",
    rf"\d+[ -]?(?:day|week|month|year|yr|d|y)s?[ -]{_AVERAGE}",
    rf"\d+-?dma|\d+[ -](?:day|week|month|year|yr)s?[ -]{_TENOR}|\d+y {_TENOR}",
    r"(?:rsi|macd|sma|ema|dma|ma|atr|adx|roc)[ (-]*\d+",
    r"rsi[a-z |]{0,25} the \d0'?s|(?:low|high|mid|upper|lower)[ -]\d0'?s",
    r"\d+(?:\.\d+)? ?(?:%|percent|per cent|pct|bps?|basis)",
    r"[$€£¥] ?\d[\d.]*(?:k|mn?|bn?|tn?| (?:million|billion|trillion))",
    r"\d+(?:th)? century",
)
# Each table: what a text must hold for it to be tried, then pairs of a pattern and what stands for it.
_NUMERIC = (
    (rf"(?<![/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?![/-])", "<{y}-{m:02}-{d:02}>"),
    (rf"(?<![/.-])(?P<m>\d\d?)/(?P<d>\d\d?)/{_YEAR}(?!/)", "<{y}-{m:02}-{d:02}>"),
    (rf"(?<![/.-])(?P<d>\d\d?)\.(?P<m>\d\d?)\.{_YEAR}", "<{y}-{m:02}-{d:02}>"),
    (rf"{_YEAR}[ -]?(?P<part>q[1-4]|h[12])", "<{y}-{part}>"),
    (rf"{_YEAR}-?w(?P<w>\d\d)", "<{y}-W{w:02}>"),
    (rf"{_YEAR}-(?P<m>\d\d)(?!-)", "<{y}-{m:02}>"),
    (rf"(?<!/)(?P<m>\d\d?)/{_YEAR}(?!/)", "<{y}-{m:02}>"),
    (r"(?P<part>q[1-4]|h[12]) ?'(?P<y>\d\d)", "<20{y:02}-{part}>"),
    (r"(?P<n>[1-4])(?P<part>[qh]) ?'?(?P<y>\d\d)", "<20{y:02}-{part}{n}>"),
    (rf"(?P<n>[1-4])(?P<part>[qh]) ?{_YEAR}", "<{y}-{part}{n}>"),
    (r"(?:fy|cy) ?'?(?P<y>\d\d)", "<20{y:02}>"),
    (rf"(?:fy|cy) ?{_YEAR}", "<{y}>"),
    (r"m(?P<m>\d\d)[ -]?'(?P<y>\d\d)", "<20{y:02}-{m:02}>"),
    (r"(?P<y>(?:19|20)\d0)'?s", "<{y}s>"),
    (r"(?<=the )'?(?P<t>[6-9])0'?s", "<19{t}0s>"),
    (r"(?P<a>(?:19|20)\d\d) ?- ?(?P<b>(?:19|20)\d\d)(?![年-])", "<{a}>-<{b}>"),
)
_LEVEL_BEFORE = "".join(
    rf"(?<!{words} \d\d\d\d)"
    for words in (
        "above,below,under,at,near,around,crossed,crosses,hit,hits,reached,reaches,than,target,level,past,topped,broke,"
        "breaks,nearly,roughly,almost,exceeded,target of,level of,price of,fell to,rose to,back to,close to,down to,"
        "climbed to,dropped to"
    ).split(",")
)
_COUNTED = (
    r" ?(?:points?|pts?|dollars|usd|sessions?|days?|shares?|stocks?|companies|names|years?|months?|weeks?|times|level"
    r"|mark|strike|contracts| to (?!(?:19|20)\d\d(?!\d))#?\d{3}|点|美元|元|只|家|倍|天|日|个|块)"
)
# A bare year, unless the words beside it make it a level, a count or an amount.
_YEARS = ((rf"(?<![.,$#+|&-]){_YEAR}{_LEVEL_BEFORE}(?!{_COUNTED}|年|[.,]\d|-[a-z])", "<{y}>"),)
_RELATIVE = (
    (r"next (?:week|month|quarter|year|decade)", "|"),
    (r"year[ -]to[ -]date|ytd", "<year-0>"),
    (r"quarter[ -]to[ -]date|qtd", "<quarter-0>"),
    (r"month[ -]to[ -]date|mtd", "<month-0>"),
    (r"week[ -]to[ -]date|wtd", "<week-0>"),
    (r"(?:(?:so|thus) far )?(?:in )?(?:this|current) (?P<u>week|month|quarter|year|decade)", "<{u}-0>"),
    (r"the (?P<u>week|month|quarter|year) so far", "<{u}-0>"),
    (r"(?P<u>week|month|quarter|year) before last", "<{u}-2>"),
    (r"(?<!the )last (?P<u>week|month|quarter|year|decade)(?! of| in <)", "<{u}-1>"),
    (r"(?:previous|prior|preceding) (?P<u>week|month|quarter|year)(?! (?:to|before|of))", "<{u}-1>"),
    (r"(?<=of )the (?P<u>week|month|quarter|year)(?! (?:<|before|to|of|ended|ending|\d))", "<{u}-0>"),
    (r"day before yesterday", "<session-2>"),
    (r"yesterday|(?:previous|prior|preceding) (?:session|trading day|day)", "<session-1>"),
    (r"today", "<session-0>"),
    (r"(?:the )?(?:calendar |fiscal |full[ -])?year (?:of )?<(?P<y>\d{4})>", "<{y}>"),
    (r"(?:calendar|fiscal|full) <(?P<y>\d{4})>", "<{y}>"),
    (r"half(?: an?)?[ -]year", "6 months"),
    (r"an? year and a half", "18 months"),
    (r"ttm|ltm|t12m", "last 12 months"),
)
_DAY_FIRST = rf"(?P<d>\d\d?){_TH}?(?: of)?[ -]{_M},?[ -](?:of |in )?{_Y}"
_MONTH_FIRST = rf"{_M} (?:the )?(?P<d>\d\d?){_TH}?,? (?:of |in )?{_Y}"
_MONTHS = (
    (
        rf"(?P<d>\d\d?){_TH}? ?(?P<to>-|to|and|through) ?(?:the )?(?P<e>\d\d?){_TH}?(?: of)? {_M},? {_Y}",
        "<{y}-{m:02}-{d:02}> {to} <{y}-{m:02}-{e:02}>",
    ),
    (
        rf"{_M} (?P<d>\d\d?){_TH}? ?(?P<to>-|to|and|through) ?(?P<e>\d\d?){_TH}?,? {_Y}",
        "<{y}-{m:02}-{d:02}> {to} <{y}-{m:02}-{e:02}>",
    ),
    (_DAY_FIRST, "<{y}-{m:02}-{d:02}>"),
    (_MONTH_FIRST, "<{y}-{m:02}-{d:02}>"),
    (_DAY_FIRST, "|"),  # what is left of them has no such day: its year is no window
    (_MONTH_FIRST, "|"),
    (rf"(?:every|each|all|an? (?:average|typical|usual)) {_M}s?(?! \d)", "{{{m:02}}}"),
    (rf"{_M}(?:s| effect)", "{{{m:02}}}"),
    (rf"{_M},?[ -](?:of |in )?{_Y}", "<{y}-{m:02}>"),
    (rf"{_Y}(?:'s|-)? ?{_M}", "<{y}-{m:02}>"),
    (rf"(?P<d>\d\d?){_TH}?(?: of)?[ -]{_M}(?! <)", "<?-{m:02}-{d:02}>"),
    (rf"{_M} (?:the )?(?P<d>\d\d?){_TH}?(?! {_UNIT}|[%.,]\d|-)", "<?-{m:02}-{d:02}>"),
    (rf"(?:next|coming) {_M}", "|"),
    (rf"(?P<which>last|this) {_M}", "<{which}-{m:02}>"),
    (_M, "<?-{m:02}>"),
)
_QUARTERS = (
    (rf"(?:last|final) quarter (?:of|in) {_Y}", "<{y}-Q4>"),
    (r"(?:every|each) (?P<q>[1-4])(?:st|nd|rd|th) quarters?", "{{Q{q}}}"),
    (r"(?P<q>[1-4])(?:st|nd|rd|th) quarters|(?:every|each) q(?P<e>[1-4])s?|q(?P<p>[1-4])s", "{{Q{q}{e}{p}}}"),
    (rf"(?P<q>[1-4])(?:st|nd|rd|th) quarter,? (?:of |in )?{_Y}", "<{y}-Q{q}>"),
    (rf"{_Y}(?:'s)? (?P<q>[1-4])(?:st|nd|rd|th) quarter", "<{y}-Q{q}>"),
    (rf"(?P<h>[12])(?:st|nd) half,? (?:of |in )?{_Y}", "<{y}-H{h}>"),
    (rf"{_Y}(?:'s)? (?P<h>[12])(?:st|nd) half", "<{y}-H{h}>"),
    (rf"(?P<part>q[1-4]|h[12]),? (?:of |in )?{_Y}", "<{y}-{part}>"),
    (rf"{_Y}(?:'s)? (?P<part>q[1-4]|h[12])", "<{y}-{part}>"),
    (r"(?:next|coming) (?:q[1-4]|h[12])", "|"),
    (r"(?P<which>last|this) (?P<part>q[1-4]|h[12])", "<{which}-{part}>"),
    (r"(?P<q>[1-4])(?:st|nd|rd|th) quarter(?! of)", "<?-Q{q}>"),
    (r"(?P<h>[12])(?:st|nd) half(?! of)", "<?-H{h}>"),
    (r"(?P<part>q[1-4]|h[12])(?!&)", "<?-{part}>"),
)
_WEEKDAYS = (
    (r"wd[1-7],? (?:the )?<(?P<p>[\d?]+-\d\d-\d\d)>", "<{p}>"),
    (r"(?:every|each|all) wd(?P<w>[1-5])s?|wd(?P<v>[1-5])s", "{{wd{w}{v}}}"),
    (r"(?:next|coming) wd[1-7]", "|"),
    (r"(?:last|past|previous) wd(?P<w>[1-7])", "<last-wd{w}>"),
    (r"this wd(?P<w>[1-7])", "<this-wd{w}>"),
    (r"wd(?P<w>[1-7])", "<latest-wd{w}>"),
)
# "Q1 and Q2 2025": the year of the last is that of those before it.
_LISTED = (r"<(?P<a>\?-[^>]+)>(?=,? ?(?:and|or|,|vs|versus|with|和|与|、) ?<(?P<b>\d{4}-[^>]+)>)", "<{a} by {b}>")
REWRITES = (
    (r"\d", _NUMERIC),
    (r"(?:19|20)\d\d", _YEARS),
    (r"year|calendar|fiscal|full|month|week|quarter|decade|day|[ymqw]td|[tl]tm|t12m|session", _RELATIVE),
    (r"m\d\d", _MONTHS),
    (r"quarter|half|[qh]\d", _QUARTERS),
    (r"wd\d", _WEEKDAYS),
    (r"<\?-", (_LISTED, _LISTED)),  # twice, for lists of three
)

_P = r"<(?P<p>[^>]+)>"
_DATED = r"<(?P<p>[^>?]+)>"  # no month or day without its year: "until March" and "before March" mean the next
_PREPOSITION = r"(?:over|in|during|for|within|throughout|across|on|of|at|from)"
_LEAD = rf"(?:{_PREPOSITION} )?(?:(?:all|most|the whole|the course|the rest) (?:of )?)?(?:the )?"
_SINCE = r"(?:ever )?since "
_AFTER = rf"(?:{_SINCE}|after )"
_ITS = r"(?:the |its |their )?"
_NO_ELECTION = r"(?! (?:us )?(?:presidential )?election)"

POINT = (rf"{_LEAD}{_P}(?:'s)?(?: so far| to date| as a whole)?{_NO_ELECTION}",)
SINCE = (rf"{_SINCE}(?:the )?{_P}(?:'s close| close)?(?: to date)?{_NO_ELECTION}",)
SINCE_START = (
    rf"{_SINCE}(?:the )?(?:very )?(?:start|beginning|turn|open|opening|outset|first day) of (?:the )?{_P}",
    rf"from (?:the (?:start|beginning) of )?(?:the )?{_P} (?:on|onwards?|forward)",
)
SINCE_END = (rf"{_SINCE}(?:the )?(?:end|close|last day) (?:of|on) (?:the )?{_P}",)
AFTER = (rf"after (?:the )?{_P}(?!'s| (?:low|high|peak|trough|close))",)
_EXTREME = r"(?:closing |intraday |market )?(?:(?P<low>lows?|bottom|trough|nadir)|(?P<high>highs?|peak|top))"
EXTREME = (
    rf"(?:{_SINCE}|from ){_ITS}{_EXTREME} (?:of|in|on|from|(?:set|made|hit|reached) (?:in|on)) (?:the )?{_P}",
    rf"(?:{_SINCE}|from ){_ITS}{_P}(?:'s)? {_EXTREME}",
)
_LATEST = r"(?:last |latest |most recent |previous )?"
_ALL_TIME = r"(?:all[ -]time|record|historic) (?:closing )?"
RECORD = (
    rf"{_AFTER}(?:{_ITS}|it (?:last )?(?:set|hit|made) (?:a |its )?){_LATEST}"
    rf"(?:{_ALL_TIME}(?:highs?|closes?|peak|top)|records?|ath)",
)
ALL_TIME_LOW = (rf"{_SINCE}{_ITS}{_ALL_TIME}(?:low|bottom)",)
LEVEL = (
    rf"{_AFTER}(?:[a-z|&'.]+ ){{0,5}}?"
    r"(?:crossed|broke|moved|closed|rose|climbed|went|got|fell|dropped|passed|topped|hit|reached|cleared|lost|retook"
    r"|surpassed|crossing|breaking|closing|topping|clearing)(?: back| out)?"
    r"(?: above| below| through| over| under| past| to)? [#$€£¥]?(?P<level>\d+(?:\.\d+)?)(?! ?%)(?: points?)?",
)
_MOVE = r"(?:(?P<cut>cuts?|lowered|reduced|eased|easing)|(?P<hike>hikes?|hiked|raised|increases?|increased))"
FED = (
    rf"{_AFTER}(?:the )?{_LATEST}(?:fed|fomc|federal reserve|central bank)(?:'s)? {_LATEST}(?:interest )?"
    rf"(?:rate )?{_MOVE}(?: (?:its )?(?:interest )?rates)?",
    rf"{_AFTER}the (?:last|latest|most recent|previous) (?:interest )?(?:rate )?"
    r"(?:(?P<cut>cut)|(?P<hike>hike|increase))(?: in (?:interest )?rates| by the fed)?",
)
ELECTION = (
    rf"{_AFTER}(?:the )?{_LATEST}(?:<(?P<y>\d{{4}})> )?(?:us |u\.s\. |american )?(?:presidential )?election"
    r"(?: day)?(?! of| in)",
)
_CLOSE = r"(?:the )?(?:(?P<c>close) (?:of|on) )?(?:the )?"
_CLOSE_TOO = r"(?:the )?(?:close (?:of|on) )?(?:the )?"
_A, _B = r"<(?P<a>[^>]+)>", r"<(?P<b>[^>]+)>"
RANGE = (
    rf"(?<!compare )(?:(?:from|since|for|in|over|between) )?{_CLOSE}{_A}(?:'s close)?"
    rf" ?(?:to|-|through|thru|until|till|up to) ?{_CLOSE_TOO}{_B}",
    rf"between {_CLOSE}{_A}(?:'s close)? and {_CLOSE_TOO}{_B}",
)
TO_NOW = (
    rf"(?:(?:from|between) )?{_CLOSE}{_A} ?(?:to|-|until|till|through|and|up to) ?(?:now|date|the present|present)",
)
UNTIL = (rf"(?:all data )?(?:up to|up until|until|till|to the end of) (?:the )?(?:end of )?{_DATED}",)
BEFORE = (rf"(?:before|prior to) {_DATED}",)

_COUNT = r"(?:a )?(?P<n>\d{1,4}|an?|couple|few)(?: of)?(?P<half> and a half)?"
_UNITS = rf"(?P<unit>{_UNIT})"
_OVER = (
    r"(?<!once )(?<!times )(?:over|in|during|within|for|across|throughout) (?:the |these )?(?:(?:space|course) of )?"
)
_NO_LENGTH_BEFORE = (
    r"(?! (?:ago|later|earlier|after|before|ahead|from|to|ended|ending|in a row|running|straight|old|following|prior"
    r"|hence|of|out|apart|forward)\b|'? time\b|-)"
)
_RETURN = (
    r"(?:(?:price|total|percentage) )?(?:returns?|performances?|changes?|gains?|loss(?:es)?|moves?|drawdowns?"
    r"|rall(?:y|ies)|declines?|rises?|falls?|runs?|charts?)\b"
)
# "the worst one-month fall" is the size of a bucket, not a window.
_NO_SUPERLATIVE = "".join(f"(?<!{word} )" for word in "best worst largest biggest steepest deepest sharpest".split())
LAST = (
    rf"(?:{_PREPOSITION} )?(?:(?:the|these|its|this|any) )?(?:(?<=the )|(?!last close ))"
    rf"(?:last|past|trailing|previous|prior|preceding|latest|most recent|rolling)(?: {_COUNT})?[ -]{_UNITS}"
    r"(?! (?:ago|later|ended|ending|before|after|to)\b)(?:'s?)?",
    rf"{_OVER}{_COUNT}[ -](?P<unit>{_LONG_UNIT}){_NO_LENGTH_BEFORE}",
    rf"{_OVER}(?P<n>[2-9]|\d{{2,4}})[ -](?P<unit>trading days|sessions|closes|days){_NO_LENGTH_BEFORE}",
    rf"{_NO_SUPERLATIVE}(?:the |its |an? )?(?P<n>\d{{1,3}})[ -](?P<unit>day|week|month|quarter|year)(?= {_RETURN})",
    r"(?:(?:over|in|for|last|past) )?(?P<n>\d{1,3})(?P<unit>d|w|mo|m|q)"
    r"(?! (?:shares|people|jobs|users|barrels|dollars))",
    r"(?:over|in|for|last|past) (?P<n>\d{1,3})(?P<unit>y|yr)",
    rf"(?P<n>\d{{1,3}})(?P<unit>y|yr)(?= {_RETURN})",
    rf"{_SINCE}{_COUNT} {_UNITS} ago",
)
# A bare length is a window only where it is all that is written: in a sentence it is how long something took.
BARE_LENGTH = (
    rf"(?:{_COUNT}[ -]?)?(?P<unit>{_UNIT}|mos?|wks?)",
    r"(?P<n>\d{1,3})[ -]?(?P<unit>d|wk?|mo?|q|yr?)",
)
PORTION = (
    rf"(?:{_PREPOSITION} )?(?:the )?(?P<to>(?P<n>\d{{1,3}})) (?P<unit>weeks?|months?|quarters?|years?) "
    rf"(?:to|through|ending|ended)(?: (?:in|on))? (?:the end of )?{_P}",
    rf"{_LEAD}(?P<which>1st|last|final|opening|closing) (?:(?P<n>\d{{1,3}}) )?{_UNITS} (?:of|in) (?:the )?{_P}",
    rf"{_LEAD}(?P<k>\d)(?:st|nd|rd|th) {_UNITS} (?:of|in) (?:the )?{_P}",
)
ALL = (
    r"(?:of |for )?all[ -]time(?! (?:high|low|record|peak|clos|best|worst|top|bottom))(?!-)",
    r"ever|on record|historically|from inception|since day 1",
    r"(?:in|over|throughout) (?:all )?(?:of )?(?:its |the |recorded |market )?(?:entire |whole |full )?history"
    r"(?: of the (?:index|data|series|market))?",
    rf"{_SINCE}(?:the )?(?:records|data|index|series|it|trading) (?:began|begins?|started|starts?)",
    rf"{_SINCE}(?:its |the )?(?:inception|launch|(?:very )?beginning|start of (?:the )?(?:data|history))(?! of)",
    r"(?:(?:over|in) )?(?:all (?:the |of the )?(?:data|history)"
    r"|(?:the |its )?(?:entire|whole|full) (?:history|record|data))",
)
BARE_ALL = (r"max|all|(?:from |since )?the beginning|always|all data",)
SEASON = (rf"{_LEAD}\{{(?P<s>\w+)\}}", rf"{_LEAD}<\?-(?P<t>\d\d|Q\d)>")
