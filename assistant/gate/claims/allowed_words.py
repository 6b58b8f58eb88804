"""The words a sentence in Footnote's own voice may be made of; what isn't understood isn't shown.

A sentence that states a figure rightly may still add what no fact holds: a cause, a crash, a bubble, another
definition. Direction words, periods and measures are checked one by one; every other word must stand here,
where each is a word that connects, measures or names, and claims nothing about the market by itself.
"""

import re

from assistant.understanding.vocabulary import DOWN, NEGATION, SUPERLATIVE, UP

_FUNCTION = """
a an the this that these those it its itself they their them there here he she his her who whose which what when where while
and or but nor so yet if then than as at by for from in into of off on onto to up with within without over under between among against
about above below across after again all almost along already also alone although am any are around away back be because been before
being both case come came coming can could did do does doing done down during each either else end ended ending ends even every far few
following forth further had has have having how however i indeed instead is just keep keeps kept last latest least less like little long
made make makes making many me means meant measured might more most much must my near nearly neither never new next no none nor not now
once one only other others our own part per rather same say second seen set sets setting several shall should show showed shown shows
since some still stood stand stands standing such take taken takes them themselves then thereby third though three through throughout
thus till together too took toward towards two until upon us very was we went were whole will won would yes you your
first four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred thousand zero half
""".split()
# Words of that list that make a claim of their own all the same: causes, comparisons, likeness, frequency, forecasts.
_NOT = set(
    "only alone several many few half most least much still already even because again every each never like could might must should would will shall through thereby will all just barely next far once any none full can signals expect expects".split()
)
_MEASURE = """
average averages band bands basis bp bps breadth change changed changes close closed closes closing close-to-close compared comparison
consecutive count counted counting counts currently cyclical cyclicals daily data date dated dates day days defensive defensives
difference distance eighth eleventh equal exactly extended extends extremes fifth figure figures fell fifteenth finish finished finishes
finishing fourteenth fourth from full gap gauge gains handle high higher highs history horizon horizons index indexes indices level levels
line list long low lower lows margin mark marked marks measure measures median month months monthly move moved moves moving moves
nearest net ninth nominal number numbered numbers oldest open opened opening opens order ordinal overall pace percent percentage
percentile period periods place places point points position previous price prices prior quarter quarters quarterly range ranged ranges rank
ranked ranking ranks rate ratio ratios reach reached reaches reading readings reads recent recorded records register registered relative
remain remained remains respectively respect return returned returning returns row rsi run running runs same sat score sector sectors
segment sequence series session sessions settle settled settles seventh short simple sit sits sixth smoothed span spread spreads stock
straight streak streaks stretch strength string successive successively tally tenth term terms third thirteenth threshold thresholds time times
today tomorrow total trading true twelfth unit units value values versus volatility volume week win wins winning won worth year years
yearly yield yields yesterday yielding moving-average wilder wilder's macd signal histogram bollinger realised realized annual
treasury note fund funds etf etfs share stocks shares market benchmark gauge caps cap small large mid big composite industrial blue-chip
tech-heavy small-cap large-cap smaller larger companies wall street's u.s us american america's nasdaq dow russell s&p cboe spdr
decline declines drop drops fall falls gain loss losses lost rise rises advance advances slide slip climb climbs jump lead leads lag
calendar decision federal reserve report reconstitution earnings season start started starting starts began begin begins beginning
confirmed inferred payrolls cpi cycle group groups grouping msci's msci member members date's observation observations way fact facts
state states stated states says writes answer answers evidence question questions look looks worth thing things figure's note notes
horizons disagree disagrees agree agrees roughly approximately virtually
exact exactly nearly almost barely about some around close top bottom respective intraday peak trough neither overbought oversold neutral
territory zone counted called classed counted deemed stands put puts bringing brings brought gives give given gave
posted posting logged booked notched notch printed print added adding adds shed sheds picked total's annualised-not
compare compares contrast contrasts side sides separate separately combined respectively meanwhile additionally furthermore moreover
overall notably furthermore similarly likewise besides specifically namely currently lately recently early late
mid-session afternoon-not best worst strongest weakest leader laggard leaders laggards leading trailing ahead behind outperformance
outperformed underperformance underperformed outperforms underperforms outperform underperform outperforming underperforming
advantage edge deficit shortfall differential excess extra widened-not tied tie ties matched matching match equalled equals
longest shortest lasted lasting lasts length broken snapped-not begin ended stopped-not
quality value growth style communication services consumer discretionary staples energy financials financial health care industrials materials
real estate technology utilities
footnote footnote's library holds hold published view views stored analyst analysts names name named person people ask asks daily bars
doesn't forecast makes money said argue argues argued both expect expects their follows follow answered answering earlier commentary
past weeks elevated normal goes going lower drawdown drawdowns pp cent per green red territory performing worst-performing best-performing performer performers signals
initial jobless claims macro none watched different stored compare evidence section there's what's it's doing dispersion ones trades traded holiday exchange unchanged
"""
ALLOWED = frozenset((set(_FUNCTION) | {w for w in _MEASURE.split() if not w.endswith("-not")}) - _NOT)
_SET_PHRASES = re.compile(
    r"\bas well(?: as)?\b|\bleav(?:es|ing) (?=an? (?:gap|lead|margin|difference|spread)\b)|\bso far\b|\bsignals (?=low|normal|elevated|high)"
    r"|\b(?:just|slightly|well|far|a bit) (?=over\b|under\b|above|below|short of|behind|ahead|more than|less than)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’&.][^\W\d_]+)*", re.UNICODE)


def strange_words(text: str) -> list[str]:
    """Words that aren't allowed, in order.

    Args:
        text: A sentence whose subjects, figures, dates and periods are blanked.
    """
    out = []
    for match in _WORD.finditer(_SET_PHRASES.sub("", text)):  # "did well" is praise
        word = match[0].lower().replace("’", "'").strip(".")
        bare = word.removesuffix("'s")
        if bare == "s" or NEGATION.fullmatch(word):
            continue  # a possessive's rest; negations are held elsewhere
        if UP.fullmatch(word) or DOWN.fullmatch(word) or SUPERLATIVE.fullmatch(word):
            continue  # held against the figures elsewhere
        if word in ALLOWED or bare in ALLOWED or all(part in ALLOWED for part in re.split(r"[-.]", bare) if part):
            continue
        out.append(match[0])
    return out
