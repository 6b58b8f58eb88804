"""What the words around a figure make of it in Footnote's own voice: an extreme, a session, a cause, a degree, a sign.

A figure may be right and its frame false: "a new low", "ended the month at", "so the S&P 500 rose", "soared 0.2 %".
"""

import re
from collections.abc import Iterator
from datetime import date

from assistant.evidence.derived import Derived
from assistant.gate.sentence import OWN_WORDS, Bound, Reason, Scene
from assistant.gate.slots import is_level
from assistant.understanding.vocabulary import DOWN, UP, horizon_cues, horizon_of
from tools.data.sessions import next_session
from tools.fact import Fact

_NOUN = re.compile(r"\b(?P<up>highs?|peaks?|tops?)\b|\b(?P<down>lows?|bottoms?|troughs?)\b", re.I)
_OWN_NAME = re.compile(r" (?:volatility|end of|of the table)|[- ]end\b", re.I)
_AT_ITS = re.compile(
    r"(?:\b(?:clos\w+|end\w*|finish\w*|is|was|stood|stands|settled)(?: the \w+)?|,) (?:right )?at (?:its|the|an?)(?! (?:record|new record|52))[\w\s'’-]{1,40} (?:of|at) $",
    re.I,
)
_END_OF = re.compile(
    r"\b(?:end|start|beginning) of (?:the|an?|its|this) (?:rally|streak|run|advance|decline|fall|rise|correction)\b"
    r"|\breached at the (?:close|open)\b|\ban? (?:wide|narrow|slim|large|small|big|low|high) (?:margin|gap|lead|number|figure)\b",
    re.I,
)
_PERIOD_END = re.compile(
    r"\b(?:clos\w+|end\w*|finish\w*|settled) (?:out )?(?:the )?(?:(?P<unit>week|month|quarter|year)|(?P<name>January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))(?: at)?\b",
    re.I,
)
_BEGUN = re.compile(r"\b(?:start\w*|beg[aiu]n\w*|open\w*)(?: (?:the|off|out|this) ?\w*)?(?: \w+)? (?:at|on) $", re.I)
_OUTSIDE_HOURS = re.compile(
    r"\b(?:pre-?market|after[- ]hours|overnight|early|late|morning|afternoon)(?: (?:trading|trade|session|dealings))?\b",
    re.I,
)
_CAUSE = re.compile(
    r"(?:^|[,;] )(?:and )?so (?!(?:is|are|did|do|does|has|have|was|were|far|no run)\b)|\bso that\b"
    r"|\bon (?:an? |the )?(?:back of|lower|higher|weaker|stronger|rising|falling|better|worse)\b|\bmade (?:the|it|its)\b|\bdue to\b|\bthanks to\b",
    re.I,
)
_SINCE = re.compile(
    r"\bsince (?!(?:the |its )?(?:start|end|beginning|turn|close|last|one|run|open|record|session|high|low|year|latest|first|then)\b|at least\b|then\b|year)",
    re.I,
)
_IDLE = re.compile(r"\bat last\b|\bin total\b|\band counting\b|\bfollowing\b|\bon the record\b|\bonce more\b", re.I)
_AHEAD_BY = re.compile(
    r"\b(?:led|leads?|beat\w*|outpac\w*|(?:out|under)perform\w*|trail\w*|lag\w*|behind|ahead)\b[^,;]*\bby $", re.I
)
_DEFINES = re.compile(r"\b(?:measure|gauge|index|barometer|yardstick) of\b", re.I)
_GLUED = re.compile(r"[$€£¥<>~≈=±+−–-]\s?$")
_HEDGE = re.compile(
    r"\b(?:more than|less than|over|under|nearly|almost|at least|at most|up to|fewer than|no more than|no less than|just|barely|merely|only|some) $",
    re.I,
)
_OF_DEGREE = ("just", "merely", "only")  # which say how a figure strikes, and leave it exact
_A_DAY = re.compile(
    r"^(?: on the day| over \w+ sessions| for the year)? (?:an?|every|each|per) (?:day|session|week|month|year)\b", re.I
)
_AMONG = re.compile(r"\bamong (?:them|those|these)\b|\bincluding\b|\bnext\b", re.I)
_LED_BY = re.compile(r"\bled by (?:the )?", re.I)
_OVER_RUN = re.compile(
    r"\b(?:streak|run)\b[^.;,]{0,30}\b(?:has |had |is |was |now )*(?:ended|ends|broken|over(?=[.,;]|$)|halted|stopped|finished|done)\b"
    r"|\b(?:is|was|now|,) over(?=[.,;]|$)|\bfalling back\b|\bhas ended\b|\b(?:streak|run) (?:ended|was broken)\b",
    re.I,
)
# How large a return must be, by its horizon, for a strong verb, and how small for a mild one.
_FIERCE = re.compile(
    r"\b(?:plung\w+|tumbl\w+|soar\w*|plummet\w+|slump\w+|surg\w+|sank|jump\w*|rallied|collaps\w+)\b", re.I
)
_MILD = re.compile(r"\b(?:slip\w*|eas(?:ed|es)|edged|inched)\b", re.I)
_STRONG = {"1d": 0.015, "5d": 0.03, "mtd": 0.03, "20d": 0.04}


def check_frames(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """Reasons to withhold a sentence whose words make of its figures what no fact shows."""
    held = [(b, b.item) for b in bound if isinstance(b.item, Fact)]
    out = [*_extremes(scene, held), *_sessions(scene, held), *_causes(scene), *_degrees(scene, bound, held)]
    out += _both_beyond(scene, bound, held)
    return [*out, *_records_dated(scene, held), *_counts(scene, held), *_runs(scene, held)]


Held = list[tuple[Bound, Fact]]


def _both_beyond(scene: Scene, bound: list[Bound], held: Held) -> Iterator[Reason]:
    """ "Both above 70": each of the readings stated."""
    for limit in (b for b in bound if b.item is None):
        side = re.search(r"\b(above|over|below|under) [\w ]{0,24}$", scene.text[: limit.start], re.I)
        number = re.search(r"\d+", scene.text[limit.start : limit.end])
        if not side or not number or not re.search(r"\b(?:both|all|each)\b", scene.text, re.I):
            continue
        up = side[1].lower() in ("above", "over")
        if any((float(f.value) > float(number[0])) != up for _, f in held if f.metric == "rsi_14"):
            yield Reason("comparison that the figures don't bear", f"not all are {side[0].strip()} {number[0]}")


def _extremes(scene: Scene, held: Held) -> Iterator[Reason]:
    """A high, low, peak or top is the one that a figure beside it states, or none."""
    for match in _NOUN.finditer(scene.plain):
        before, after = scene.text[: match.start()], scene.text[match.end() :]
        if _OWN_NAME.match(after) or re.search(
            r"(?:record|all-time|time)[- ]$|52[- ]week (?:closing )?$", before, re.I
        ):
            continue
        family = r"high|record_|drawdown" if match["up"] else r"low"
        if not any(
            (re.search(family, f.metric) and -2 <= b.start - match.end() <= 48) or b.end <= match.start() <= b.end + 40
            for b, f in held
            if re.search(family, f.metric)
        ):
            yield Reason("superlative that no figure states", f"no figure states '{match[0]}'")
    if ended := _END_OF.search(scene.text):
        yield Reason("state that no figure shows", f"no figure shows '{ended[0]}'")
    for b, fact in held:
        if is_level(fact.unit) and _AT_ITS.search(scene.text[: b.start]) and not _is_close(scene, fact):
            yield Reason("figure of another measure", f"the close is not {fact.key}")


def _is_close(scene: Scene, fact: Fact) -> bool:
    """Whether a level is also that day's close."""
    if not re.match(r"open|previous_close|high|low|sma|bollinger|record|(?:high|low)_", fact.metric):
        return True
    closes = [f for f in scene.ledger.facts if (f.subject, f.metric, f.as_of) == (fact.subject, "close", fact.as_of)]
    return any(f.value == fact.value for f in closes)


def _sessions(scene: Scene, held: Held) -> Iterator[Reason]:
    """A close ends a day; that it ended a week, month or year must be so, and it began none."""
    if odd := _OUTSIDE_HOURS.search(scene.plain):
        yield Reason("figure over another period", f"closes are of whole sessions, not '{odd[0]}'")
    for b, fact in held:
        before = scene.text[: b.start]
        if fact.metric == "close" and _BEGUN.search(before):
            yield Reason("figure of another measure", f"{fact.key} is a close")
        if fact.metric != "streak_average_margin" and _A_DAY.match(scene.text[b.end :]):
            yield Reason("figure over another period", f"{fact.key} is no rate")
    for match in _PERIOD_END.finditer(scene.text):
        day = max((f.as_of for _, f in held), default=scene.as_of)
        if not _ends(day, (match["unit"] or match["name"]).lower()):
            yield Reason("figure over another period", f"{day} did not end '{match[0]}'")


def _ends(day: date, what: str) -> bool:
    """Whether a session is the last of a week, month, quarter or year, or of the one named."""
    after = next_session(day)
    if what == "week":
        return after.isocalendar()[:2] != day.isocalendar()[:2]
    if what == "quarter":
        return (after.month - 1) // 3 != (day.month - 1) // 3
    if what == "year" or what.isdigit():
        return after.year != day.year and what in ("year", str(day.year))
    return after.month != day.month and what in ("month", f"{day:%B}".lower())


def _causes(scene: Scene) -> Iterator[Reason]:
    """Nothing in the evidence is the cause of anything else in it."""
    since = _SINCE.search(scene.text)
    if since and any(d.start - since.end() in range(6) for d in scene.dates):
        since = None
    if cause := _CAUSE.search(scene.text) or since:
        why = f"no figure shows a cause ('{cause[0].strip()}')"
        only_links = re.fullmatch(r"[,;]? ?(?:and )?so", cause[0].strip(), re.I)
        yield Reason(OWN_WORDS, why, ("so", "So")) if only_links else Reason("words that no figure carries", why)
    if said := _DEFINES.search(scene.plain) or _IDLE.search(scene.plain):
        yield Reason("words that no figure carries", f"nothing in the evidence carries '{said[0]}'")


def _degrees(scene: Scene, bound: list[Bound], held: Held) -> Iterator[Reason]:
    """Signs, hedges and strong or mild verbs must fit the figure they stand by."""
    for b in bound:
        if isinstance(b.item, Derived) and len({p.subject for p in b.item.parts}) == 1:
            metrics = [p.metric for p in b.item.parts]
            beside = re.match(
                r"\s*(?:index )?(?:points?)?\s*(?:above|below|over|under|higher|lower|short|from|between|apart)",
                scene.text[b.end :],
            )
            if not beside and not all(horizon_of(m) for m in metrics) and metrics != ["close", "previous_close"]:
                yield Reason("figure of another measure", f"{b.item.expression} is no move")
    for b, fact in held:
        before = scene.text[: b.start]
        shown = scene.text[b.start : b.end].strip()
        glued = _GLUED.search(before)
        if glued and not (glued[0].strip() in "-–−+" and re.search(r"\w\s?[-–]\s?$|\s[–-]\s$", before)):
            yield Reason("figure in another unit", f"{glued[0].strip()} stands before {shown}")
        if is_level(fact.unit) and shown[:1] in "-−–" and float(fact.value) > 0:
            yield Reason("figure in another unit", f"{fact.key} is positive")
        if fact.metric.startswith("return") and _AHEAD_BY.search(before):
            yield Reason("figure of another measure", f"{fact.key} is no lead")
        hedge = _HEDGE.search(before)
        if hedge and (fact.unit in ("sessions", "count") or not b.typed):
            word = hedge[0].strip()
            kind = OWN_WORDS if word.lower() in _OF_DEGREE else "words that no figure carries"
            yield Reason(kind, f"{fact.key} is exact, not '{word}'", (word,))
        horizon = horizon_of(fact.metric)
        left, _ = scene.clause(b.start, b.end)
        if not horizon or fact.unit != "fraction" or not re.match(r"(?:total_)?return", fact.metric):
            continue
        words, size = scene.text[left : b.start], abs(float(fact.value))
        if (fierce := _FIERCE.search(words)) and size < _STRONG.get(horizon, 0.1):
            yield Reason("words that no figure carries", f"{shown} is no '{fierce[0]}'")
        if (mild := _MILD.search(words)) and size > _STRONG.get(horizon, 0.05):
            yield Reason("words that no figure carries", f"{shown} is no '{mild[0]}'")


def _records_dated(scene: Scene, held: Held) -> Iterator[Reason]:
    """A record said to be of this year, this month or the day must be."""
    cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    for _, fact in held:
        if fact.metric.startswith("record_prior_year") and re.search(r"\b(?:latest|last)\b(?! year)", scene.text, re.I):
            yield Reason("figure of another date", f"{fact.key} is not the latest")
        if not re.fullmatch(r"record_last(?:_date)?|(?:high|low)_52w(?:_intraday)?", fact.metric) or not fact.dates:
            continue
        day = max(fact.dates)
        fits = {
            "ytd": day.year == fact.as_of.year,
            "mtd": (day.year, day.month) == (fact.as_of.year, fact.as_of.month),
            "1d": day == fact.as_of,
            "week": day.isocalendar()[:2] == fact.as_of.isocalendar()[:2],
        }
        only = [c for c in cues if c in fits]
        alone = not any(horizon_of(f.metric) for _, f in held)
        if alone and any(not fits[c] for c in only):
            yield Reason("figure of another date", f"{fact.key} is of {day}")
    for b, fact in held:
        told = scene.text[: max((d.start for d in scene.dates), default=0)]
        last = re.search(r"\b(?:last|latest)\b[^.;]{0,30} on $", told, re.I)
        counted = fact.metric == "records_ytd" and last is not None and b.end <= last.start()
        if counted and fact.dates and not any(d.fits(max(fact.dates)) for d in scene.dates):
            yield Reason("figure of another date", f"the last of {fact.key} is of {max(fact.dates)}")
        other = cues & {"1d", "week", "5d"} or (cues & {"mtd", "qtd"} if fact.as_of.month != 1 else set())
        if fact.metric == "records_ytd" and other and not any(horizon_of(f.metric) for _, f in held):
            yield Reason("figure over another period", f"{fact.key} counts the year's")


def _counts(scene: Scene, held: Held) -> Iterator[Reason]:
    """Sectors that rose are no sectors that fell; whom they are led by must rank first; volume has no move."""
    for b, fact in held:
        left, right = scene.clause(b.start, b.end, [(o.start, o.end) for o, _ in held if o is not b])
        words = scene.plain[left:right]
        if fact.metric.startswith("advancers") and (DOWN.search(words) or not UP.search(words)):
            yield Reason("direction that the figure doesn't have", f"{fact.key} counts those that rose")
        if fact.metric.startswith("advancers") and re.search(
            r"\b(?:beat\w*|led|lead\w*|outpac\w*|outperform\w*)\b", words
        ):
            yield Reason("figure of another measure", f"{fact.key} counts those that rose")
        if fact.metric == "volume" and (UP.search(scene.plain) or DOWN.search(scene.plain)):
            yield Reason("movement that no figure states", f"no figure compares {fact.key}")
    if among := _AMONG.search(scene.plain):
        yield Reason("words that no figure carries", f"nothing in the evidence carries '{among[0]}'")
    for match in _LED_BY.finditer(scene.text):
        named = next((m for m in scene.mentions if m.start == match.end()), None)
        ranks = [f for f in scene.ledger.facts if named and f.subject == named.key and f.metric.startswith("rank_")]
        cues = {c.horizon for c in horizon_cues(scene.text, scene.as_of)} or {"1d"}
        told = [f for f in ranks if f.metric.removeprefix("rank_") in cues]
        if not told or any(int(f.value) != 1 for f in told):
            yield Reason("state that no figure shows", f"no figure shows '{match[0].strip()}'")


def _runs(scene: Scene, held: Held) -> Iterator[Reason]:
    """A run that goes on has not ended, began when it began, and is no longer than it is."""
    for b, fact in held:
        run = re.search(r"\b(?:streak|in a row|straight|consecutive|running)\b", scene.text, re.I)
        if fact.metric == "sessions_led_20d" and run and not any(f.metric.startswith("streak") for _, f in held):
            yield Reason("figure of another measure", f"{fact.key} counts sessions, in a row or not")
        if fact.metric == "streak_start" and re.search(
            r"\b(?:end|stop|br[eo]ak?)\w*\b[^,;]*$", scene.text[: b.start], re.I
        ):
            yield Reason("figure of another date", f"{fact.key} is when it began")
        if fact.metric != "streak":
            continue
        text = re.sub(r"since the one that ended|the one that ended|that ended", "", scene.text)
        if over := _OVER_RUN.search(text):
            yield Reason("state that no figure shows", f"{fact.key} goes on: '{over[0].strip(' ,')}'")
        if re.search(r"\blasted $", scene.text[: b.start]) and re.search(
            r"\bended\b|\blongest\b", scene.text[: b.start]
        ):
            yield Reason("figure of another measure", f"{fact.key} is the run that goes on")
        for d in scene.dates:
            if re.search(r"\b(?:to|until|through|till)(?: the)? $", scene.text[: d.start]) and not d.fits(
                fact.as_of, scene.today
            ):
                yield Reason("figure of another date", f"{fact.key} runs to {fact.as_of}")
        begun = next((f for f in scene.ledger.facts if f.key == f"{fact.subject}.streak_start"), None)
        for d in scene.dates:
            since = re.search(r"\bsince (?:the )?$", scene.text[: d.start]) and "longest" not in scene.text[: d.start]
            if since and not (begun and d.fits(date.fromisoformat(str(begun.value)), scene.today)):
                yield Reason("figure of another date", f"the run did not begin on {d.text}")
