"""Reading figures and dates out of text: digits of any script, number words, ordinals, multiples, dates.

What is read here is only what the text says. Names that hold a number (Russell 2000, S&P 500, the 50-day
average) are not figures; everything else that is a number is, so that nothing goes past the gate unread.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.understanding.dates import DateMention, read_dates
from tools.listings import CURRENCIES

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_MULTIPLES: dict[str, int | Decimal] = {
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twice": 2,
    "triple": 3,
    "tripled": 3,
    "tripling": 3,
    "thrice": 3,
    "quadrupled": 4,
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}


@dataclass(frozen=True)
class Figure:
    """A number as the text states it.

    Attributes:
        start: Where it starts in the text read.
        end: Where it ends, its unit included.
        text: What stands there.
        value: The number, signed only where a sign is written.
        decimals: Decimals written, which is the precision it claims.
        unit: ``percent``, ``percentage points``, ``basis points``, ``points``, ``USD`` or another currency's code,
            ``times``, ``sessions``, ``ordinal``, ``scaled`` (million and so on), or empty.
        hedge: ``about``, ``more``, ``less``, ``least``, ``most`` or empty.
        signed: Whether a sign is written.
    """

    start: int
    end: int
    text: str
    value: Decimal
    decimals: int
    unit: str
    hedge: str = ""
    signed: bool = False


_SEPARATORS = str.maketrans({"\u066b": ".", "\u066c": ",", "\u066a": "%", "\u2010": "-", "\u2011": "-", "\u00ad": ""})


def normalise(text: str) -> str:
    """NFKC, without zero-width and bidirectional characters, digits of every script as ASCII digits."""
    out = []
    for char in unicodedata.normalize("NFKC", text).translate(_SEPARATORS):
        category = unicodedata.category(char)
        if category == "Nd" and not char.isascii():
            out.append(str(unicodedata.digit(char)))
        elif category not in ("Cf", "Cc") or char in "\n\t":
            out.append(char)
    return "".join(out)


_NAMES = re.compile(
    r"\b(?:Russell(?: Micro)?[- ]?(?:1000|2000|2500|3000)|S\s?&\s?P(?:[- ](?:SmallCap|MidCap))?[- ]?(?:100|400|500|600|1500)"
    r"|S\s?and\s?P[- ]?(?:400|500|600)|(?:Nasdaq|NASDAQ)[- ]?100|FTSE[- ]?(?:100|250|350)|Nikkei[- ]?225|CAC[- ]?40|(?:Euro ?)?Stoxx[- ]?(?:50|600)|Dow(?: Jones)?[- ]30|SmallCap 600|Magnificent (?:Seven|7)|Mag(?:nificent)?[- ]?(?:7|Seven)"
    r"|RSI[- ]?(?:\(14\)|14)|MACD ?\(12, ?26(?:, ?9)?\)|Q[1-4]\b|H[12]\b|G[- ]?(?:7|20)\b|401\(k\)|(?:first|second|third|fourth)[- ](?:quarter|half)"
    r"|(?:of )?(?:the |all |all the )?(?:eleven|11|nine|9|ten|10) (?:SPDR )?(?:sectors|sector funds|groups)|half[- ]year|quarter[- ](?:to[- ]date|end)|(?:one|two|1|2)[- ]way|(?:R2K|R2000|22V)\b)",
    re.IGNORECASE,
)
_NUMBER_WORD = r"(?:(?:%s)(?:[- ](?:%s))?|%s)" % ("|".join(_TENS), "|".join(_ONES[1:10]), "|".join(reversed(_ONES)))
# "14-day RSI", "50-session average", "10-year yield", "52-week high": the number belongs to the measure's name.
_WINDOW = re.compile(
    r"\b(?:\d{1,3}|%s)[- ](?:day|session|week|month|year)s?'?(?=[- ](?:simple |exponential |moving |average|sma|ema|rsi|relative|"
    r"realised|realized|volatility|treasury|yield|note|bond|rate|high|low|range|percentile|breadth|return|change|spread|extreme|total|"
    r"record|dispersion|horizon|gain|loss|rise|fall|move|perspective|view|window|closing|intraday|rank))"
    % _NUMBER_WORD,
    re.IGNORECASE,
)
# "Of the last 20 sessions" names a window too.
LAST = re.compile(
    r"\b(?:(?:last|past|previous|latest) (?:\d{1,3}|%s)(?: (?:trading )?(?:sessions|days|closes))?|(?:over|across|within) (?:the )?(?:\d{1,3}|%s) (?:trading )?(?:sessions|days)(?! (?:in a row|running|straight)))\b(?! (?:%%|percent|points|months?|weeks?|years?|quarters?))"
    % (_NUMBER_WORD, _NUMBER_WORD),
    re.I,
)
# Spans of weeks, months and years are periods, whatever their number.
_SPANS = re.compile(
    r"\b(?:past|last|previous|over|in|within)(?: the)? (?:\d{1,3}|%s) (?:weeks|months|years)\b" % _NUMBER_WORD, re.I
)
_STRUCTURE = re.compile(
    r"\b(?:one of|one another|no one|each one|this one|that one|on the one hand|for one(?! (?:session|day|week|month|year|percent|point))|one[- ]day|one day|first of all|at first|the first time"
    r"|(?:two|three|four) (?:indexes|indices|benchmarks|measures|sides|views|cases|camps|things|questions|parts|groups|horizons|averages|men|analysts|people|readings|funds|pairs)"
    r"|(?:the|these|those|all|between the) two\b|second[- ]guess\w*|second thoughts?|in the first place|first and foremost|a second|day one)(?![\w%])",
    re.IGNORECASE,
)
# Currencies by the sign or code before an amount, and by the word behind it.
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "HK$": "HKD", "A$": "AUD",
          "C$": "CAD", "NZ$": "NZD", "S$": "SGD"}  # fmt: skip
_NUMERIC = re.compile(
    r"(?P<sign>[+\-−–]\s?|\b(?:minus|negative|plus)\s)?(?P<cur>(?:US ?|HK|A|C|NZ|S)?[$€£¥₩₹]\s?|\b(?-i:%s)\s)?(?P<num>\d{1,3}(?:[,'’ \u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)"
    r"(?P<ord>(?:st|nd|rd|th)\b)?(?:(?P<join>\s?[-–—]\s?|\s+(?:to|and|or)\s+)(?=[$€£]?\d[\d.,]*\s?(?:%%|per\s?cent|percent|points|basis|bp)))?"
    % "|".join(sorted(CURRENCIES)),
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?P<sign>minus |negative )?(?:(?P<ord>(?:(?:%s)[- ])?(?:%s)|%s)|(?P<mult>%s)|(?P<frac>(?:one|two|three|a)[- ](?:thirds?|quarters?|fifths?|tenths?|half)|half)"
    r"|(?P<word>%s)(?P<scale>[- ](?:hundred|thousand|dozen))?|(?P<big>(?:a )?(?:hundred|thousand|dozen)s?))\b"
    % (
        "|".join(_TENS),
        "|".join(_ORDINALS[1:10]),
        "|".join(reversed(_ORDINALS[1:])),
        "|".join(_MULTIPLES),
        _NUMBER_WORD,
    ),
    re.IGNORECASE,
)
# What "one" counts; elsewhere it is a pronoun.
_COUNTED = re.compile(
    r" (?:new )?record| of (?:the )?(?:eleven|11|ten|10|nine|9) (?:SPDR )?(?:sectors|sector funds)", re.I
)
_UNITS = re.compile(
    r"\s?[-–]?(?:(?P<pp>percentage[- ]points?|%[- ]points?|pp\b|ppts?\b|per\s?cent[- ]points?)|(?P<bp>basis[- ]points?|bps?\b)|(?P<pct>%|per\s?cent\b|percent\b|pct\b|％)"
    r"|(?P<pts>(?:index )?(?:points?|pts?)\b)|(?P<times>times\b|x\b|[- ]?fold\b)|(?P<ses>(?:(?:straight|consecutive|successive|trading|winning|such|more|of the last|further)[- ]){0,3}(?:sessions?|trading days|days?|wins?)\b)"
    r"|(?P<scaled>(?:million|billion|trillion|bn|trn|thousand|hundred|k|m|b|t)\b)|(?P<usd>dollars?\b|cents?\b)|(?P<eur>euros?\b)|(?P<jpy>yen\b)"
    r"|(?P<gbp>pounds?\b)|(?P<pence>pence\b)|(?P<zac>South African cents\b)|(?P<ila>agorot\b)|(?P<usx>US cents\b))",
    re.IGNORECASE,
)
_UNIT_NAMES = {
    "pp": "percentage points",
    "bp": "basis points",
    "pct": "percent",
    "pts": "points",
    "times": "times",
    "ses": "sessions",
    "scaled": "scaled",
    "usd": "USD",
    "eur": "EUR",
    "jpy": "JPY",
    "gbp": "GBP",
    "pence": "GBp",
    "zac": "ZAc",
    "ila": "ILA",
    "usx": "USX",
}
_HEDGE = re.compile(
    r"(?P<about>about|around|roughly|approximately|some|close to|circa|near|~|≈)\s*$"
    r"|(?P<least>at least|upwards of|>=|≥|no less than)\s*$"
    r"|(?P<most>at most|up to|<=|≤|no more than)\s*$"
    r"|(?P<more>more than|over|above|exceed(?:ed|s|ing)?|greater than|>|topp?(?:ed|s|ing)|past|higher than)\s*$"
    r"|(?P<less>less than|under|below|nearly|almost|fewer than|just shy of|not quite|<|lower than)\s*$",
    re.IGNORECASE,
)


def read(text: str, taken: list[tuple[int, int]] = []) -> tuple[list[Figure], list[DateMention]]:  # noqa: B006
    """Figures and dates of a text.

    Args:
        text: Normalised text.
        taken: Stretches that are something else already, such as filled slots.

    Returns:
        Both in the order they stand.
    """
    masked = text
    for start, end in taken:
        masked = masked[:start] + "\x00" * (end - start) + masked[end:]
    for pattern in (_NAMES, _WINDOW, LAST, _SPANS, _STRUCTURE):
        masked = pattern.sub(lambda m: "\x00" * len(m[0]), masked)
    dates = read_dates(masked)
    for d in dates:
        masked = masked[: d.start] + "\x00" * (d.end - d.start) + masked[d.end :]
    figures = [_numeric(m, masked, text) for m in _NUMERIC.finditer(masked)]
    for f in figures:
        masked = masked[: f.start] + "\x00" * (f.end - f.start) + masked[f.end :]
    for m in _WORDS.finditer(masked):
        word = _worded(m, masked, text)
        if word and all(word.start >= g.end or word.end <= g.start for g in figures):
            figures.append(word)
    for f in figures:
        masked = masked[: f.start] + "\x00" * (f.end - f.start) + masked[f.end :]
    figures += _strange(masked, text)
    return _ranges(sorted(figures, key=lambda f: f.start), text), dates


def _numeric(match: re.Match[str], masked: str, text: str) -> Figure:
    raw = match["num"]
    number = (
        re.sub(r"[,'’ \u202f](?=\d{3}(?:\D|$))", "", raw)
        if re.search(r"[,'’ \u202f]\d{3}", raw)
        else raw.replace(",", ".")
    )
    value = Decimal(number if not number.startswith(".") else "0" + number)
    sign = (match["sign"] or "").strip().lower()
    # A dash glued to a word before it ("S&P-500") or between numbers is no sign.
    glued = (
        sign in ("-", "–")
        and match.start()
        and (masked[match.start() - 1].isalnum() or masked[match.start() - 1] == "\x00")
    )
    signed = bool(sign) and not glued
    if signed and sign in ("-", "−", "–", "minus", "negative"):
        value = -value
    start = match.start("cur") if match["cur"] else match.start("num")
    start = match.start() if signed else start
    end = match.end("ord") if match["ord"] else match.end("num")
    unit, end = ("ordinal", end) if match["ord"] else _unit(masked, end)
    if match["cur"]:
        sign_or_code = match["cur"].strip().replace(" ", "").upper()
        unit = "scaled" if unit == "scaled" else _SIGNS.get(sign_or_code, sign_or_code)
    decimals = len(number.partition(".")[2])
    return Figure(start, end, text[start:end], value, decimals, unit, _hedge(masked[:start]), signed)


def _unit(masked: str, end: int) -> tuple[str, int]:
    match = _UNITS.match(masked, end)
    if not match or match.end() == end:
        return "", end
    name = next(k for k, v in match.groupdict().items() if v)
    return _UNIT_NAMES[name], match.end()


def _hedge(before: str) -> str:
    match = _HEDGE.search(before)
    return next(k for k, v in match.groupdict().items() if v) if match else ""


def _worded(match: re.Match[str], masked: str, text: str) -> Figure | None:
    end, unit, word = match.end(), "", match[0].lower()
    if match["ord"]:
        parts = re.split(r"[- ]", match["ord"].lower())
        value = Decimal(_ORDINALS.index(parts[-1]) + (10 * (_TENS.index(parts[0]) + 2) if len(parts) > 1 else 0))
        unit = "ordinal"
        if re.match(r"\s*,", masked[end:]) and not masked[: match.start()].strip(" \x00"):
            return None  # "First, …" counts points of an argument, not of the market
    elif match["mult"]:
        value, unit = Decimal(_MULTIPLES[word]), "times"
    elif match["frac"]:
        value, unit = Decimal("0.5"), "times"
    elif match["big"]:
        value, unit = Decimal(12 if "dozen" in word else 100 if "hundred" in word else 1000), "scaled"
    else:
        value = Decimal(_word_value(match["word"]))
        if match["scale"]:
            value *= {"hundred": 100, "thousand": 1000, "dozen": 12}[match["scale"].strip(" -").lower()]
        whole = re.match(
            r" point ((?:%s)(?: (?:%s))*)\b" % ("|".join(_ONES[:10]), "|".join(_ONES[:10])), masked[end:], re.I
        )
        if whole:
            digits = "".join(str(_ONES.index(w.lower())) for w in whole[1].split())
            value, end = value + Decimal(f"0.{digits}"), end + whole.end()
        unit, end = _unit(masked, end)
        if value == 1 and not unit and not _COUNTED.match(text[end:]):
            return None  # "one" alone is a pronoun
    if match["sign"]:
        value = -value
    decimals = len(str(value).partition(".")[2])
    return Figure(
        match.start(),
        end,
        text[match.start() : end],
        value,
        decimals,
        unit,
        _hedge(masked[: match.start()]),
        bool(match["sign"]),
    )


def _word_value(words: str) -> int:
    parts = re.split(r"[- ]", words.lower())
    if parts[0] in _TENS:
        return 10 * (_TENS.index(parts[0]) + 2) + (_ONES.index(parts[1]) if len(parts) > 1 else 0)
    return _ONES.index(parts[0])


def numbers_in(words: str) -> list[int]:
    """Whole numbers in a few words, as digits or spelled."""
    spelled = [_word_value(part) for part in re.findall(_NUMBER_WORD, words, re.I)]
    return [int(n) for n in re.findall(r"\d+", words)] + spelled


def _strange(masked: str, text: str) -> list[Figure]:
    """Numerals no reading above takes (一二三, Ⅷ left alone): figures all the same, which nothing will match."""
    out = []
    for place, char in enumerate(masked):
        if not char.isascii() and unicodedata.numeric(char, None) is not None:
            out.append(Figure(place, place + 1, text[place], Decimal("NaN"), 0, ""))
    return out


def _ranges(figures: list[Figure], text: str) -> list[Figure]:
    """In "2 to 3 %" the first number takes the second's unit."""
    out = list(figures)
    for i in range(len(out) - 1):
        between = text[out[i].end : out[i + 1].start]
        if (
            not out[i].unit
            and re.fullmatch(r"\s?[-–—]\s?|\s(?:to|and|or)\s", between)
            and out[i + 1].unit in _UNIT_NAMES.values()
        ):
            out[i] = replace(out[i], unit=out[i + 1].unit)
    return out
