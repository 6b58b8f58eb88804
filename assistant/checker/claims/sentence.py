"""The claims of one sentence: of each of its figures, and of what it says without one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.checker.claims.around import Around, Kind
from assistant.checker.claims.claim import Claim, Context, Mark, When
from assistant.checker.claims.kinds import AHEAD, MEASURED_ELSEWHERE, kind_of
from assistant.checker.claims.places import Sentence
from assistant.checker.claims.superlatives import Superlative, compared, superlatives
from assistant.checker.claims.when import Timing, timing
from assistant.checker.claims.whom import UNKNOWN, Whom, main_subject, whom
from assistant.checker.text.times import DAY, Span, Time
from assistant.checker.text.verbs import MOVES, is_denied, way
from assistant.understanding.figures import Figure
from corpus.people import Person
from tools.universe import UNIVERSE

_CUT = re.compile(r"[;:—|()]| [–-] |,(?! ?\d{3}\b)| (?:and|while|but|whereas|or|to|from|at|with) ")
_END = re.compile(r"[,;:—|()](?! ?\d{3,4}\b)| (?:and|while|but|whereas) ")
_TECHNICAL = ("rsi", "support", "resistance", "fibonacci", "average", "record", "from_average")
_LEVELS = (
    "level",
    "record",
    "average",
    "extreme",
    "threshold",
    "rsi",
    "support",
    "resistance",
    "fibonacci",
    "from_average",
)
_OF_SPAN = ("return", "points", "spread", "bp", "intraday", "sectors")


def figure_claims(s: Sentence, context: Context, people: tuple[Person, ...], item: bool) -> list[Claim]:
    """The claims that the figures of a sentence make, in order."""
    supers = list(superlatives(s.text, s.times, context.day))
    times = [t for t in s.times if not any(x.start <= t.start < x.end for x in supers)]
    whoms: list[Whom] = []
    out: list[Claim] = []
    bounds = _bounds(s.text, s.figures)
    same = _respectively(s)
    for place in range(len(s.figures)):
        mine = whom(s.text, s.figures, place, s.named, whoms, context.subject)
        if place in same:
            mine = replace(mine, key=same[place], others=(), sure=True)
        whoms.append(mine)
        claim = _figure(s, context, place, mine, bounds[place], times, item, out)
        if claim:
            out.append(replace(claim, people=people))
    _remember(s, context, whoms, out, times)
    return out


def _bounds(text: str, figures: Sequence[Figure]) -> list[tuple[int, int]]:
    """The clause of each figure: cut at the first break between two."""
    cuts = [0]
    for one, two in pairwise(figures):
        found = _CUT.search(text, one.end, two.start)
        cuts.append(found.start() if found else two.start if two.start - one.end < 60 else one.end)
    cuts.append(len(text))
    return [(cuts[i], cuts[i + 1]) for i in range(len(figures))]


def _respectively(s: Sentence) -> dict[int, str]:
    """By place of a figure, the subject that "respectively" gives it."""
    if not s.figures or not re.search(r"\brespectively\b", s.text):
        return {}
    keys = [n.key for n in s.named if n.end <= s.figures[0].start and not n.beside]
    places = list(range(len(s.figures)))
    return dict(zip(places, keys, strict=True)) if len(keys) == len(places) and all(keys) else {}


def _figure(s: Sentence, context: Context, place: int, mine: Whom, bound: tuple[int, int], times: Sequence[Time], item: bool, before: list[Claim]) -> Claim | None:  # fmt: skip
    figure, (left, right) = s.figures[place], bound
    key = "" if mine.key == UNKNOWN else mine.key
    form = "list" if item or (not MOVES.search(s.text, mine.left, figure.start) and mine.sure) else "sentence"
    around = Around(s.text, figure, left, right, key, mine.other, form)
    kind = kind_of(around)
    if kind is None or kind.name == "skip":
        return None
    if kind.name in _TECHNICAL and not key and mine.at < 0:
        key = context.index
    if (
        before
        and before[-1].why in MEASURED_ELSEWHERE
        and re.search(r"\b(?:compared|versus|vs|against|from|than)\b", s.text[s.figures[place - 1].end : figure.start])
    ):
        kind = Kind("none", why=before[-1].why)
    timed = timing(s.text, figure, left, right, times, context, level=kind.name in _LEVELS or kind.name == "distance")
    timed = _earlier(kind, timed, s, left, right, times)
    if kind.name == "return" and not any(w.said for w in timed.when):
        runs = [c for c in before if c.kind in ("own_run", "streak") and c.figure and c.parameter in ("day", "")]
        more = [When(Span("sessions", n=int(c.figure.value)), timed.when[0].day) for c in runs if c.figure]
        timed = replace(timed, when=(*timed.when, *more))  # "risen five days in a row, for a gain of 11.5%"
    says = way(s.text, figure, min(mine.left, left), right)
    levels = [
        f
        for f in s.figures
        if re.search(r"\bfrom (?:about |around |\$)?$", s.text[max(0, f.start - 14) : f.start]) and f.start > figure.end
    ]
    start = _start(s, left, figure, mine)
    why = kind.why or ("" if key or kind.name in ("none", "forecast", "macro", "sectors") else "whom")
    marks = _marks(kind, s, left, right)
    stop = _END.search(s.text, figure.end, right)
    return Claim(
        *s.span(start, stop.start() if stop else right), "", "none" if why and kind.name != "forecast" else kind.name, key, figure, timed.when, timed.maybe, says,
        mine.other, kind.parameter, why, timed.doubt, is_denied(s.text, min(left, mine.left), figure.start),
        start_level=levels[0] if levels and kind.name == "return" else None, marks=marks, given=context.dated, others=mine.others, core=s.span(figure.start, figure.end),
    )  # fmt: skip


def _earlier(kind: Kind, timed: Timing, s: Sentence, left: int, right: int, times: Sequence[Time]) -> Timing:
    """A level of "a year ago" is of that day."""
    if kind.name != "level":
        return timed
    found = [
        t
        for t in times
        if left <= t.start
        and t.end <= right
        and t.span
        and (t.span.kind == "back" and t.span.n == 1)
        and "ago" in s.text[t.start : t.end]
    ]
    if not found or not found[0].span:
        return timed
    return Timing((When(found[0].span, timed.when[0].day, True),), (), timed.doubt)


def _marks(kind: Kind, s: Sentence, left: int, right: int) -> tuple[Mark, ...]:
    """The day that a record or an extreme is said to be of."""
    if kind.name not in ("record", "distance", "from_extreme", "extreme"):
        return ()
    days = [
        t
        for t in s.times
        if t.start >= left
        and t.end <= right + 40
        and t.lead in ("aside", "")
        and t.kind in ("day", "month")
        and not t.weekday
    ]
    out = []
    for t in days:
        if t.day:
            out.append(Mark(t.day, t.day))
        elif t.reach:
            out.append(Mark(*t.reach))
    return tuple(out)


def _start(s: Sentence, left: int, figure: Figure, mine: Whom) -> int:
    """Where the shortest clause starts that holds the figure and whom it is of."""
    if left <= mine.at < figure.start and figure.start - mine.at < 70:
        return mine.at
    if figure.start - left < 50:
        return left
    breaks = [m.end() for m in re.finditer(r"[,;:—(] ?", s.text[left : figure.start])]
    return left + breaks[-1] if breaks else left


def _remember(
    s: Sentence, context: Context, whoms: Sequence[Whom], claims: Sequence[Claim], times: Sequence[Time]
) -> None:
    subject = main_subject(s.named, whoms)
    if subject in UNIVERSE and UNIVERSE[subject].kind == "index":
        context.index = subject
    if subject and not (re.match(r"\W*(?:The (?:index|gauge|benchmark)|It|Its)\b", s.text) and context.subject):
        context.subject = subject
    moved = [c for c in claims if c.kind in _OF_SPAN and c.when]
    if moved:
        context.when = tuple(w for w in moved[-1].when if w.said) or moved[-1].when[:1]
    days = [t.day for t in times if t.kind == "day" and t.day and t.full]
    if days:
        context.mark = days[-1]


def other_claims(s: Sentence, context: Context, people: tuple[Person, ...], before: list[Claim]) -> Iterator[Claim]:
    """Claims without a figure of their own: superlatives, comparisons, divergences, readings; none over another's figure."""
    held = [(f.start, f.end) for f in s.figures]
    for found in superlatives(s.text, s.times, context.day):
        yield _superlative(s, context, found, before, people)
    for n in s.named:
        way_ = compared(s.text, n.start)
        if way_ and n.key:
            start = max(s.text.rfind(w, 0, n.start) for w in ("more than", "less than", "better than", "worse than"))
            earlier = [
                c
                for c in before
                if c.kind == "return" and c.subject and c.start < s.span(start, start)[0] and c.subject != n.key
            ]
            if earlier:
                yield Claim(
                    *s.span(start, n.end),
                    "",
                    "than",
                    earlier[-1].subject,
                    None,
                    earlier[-1].when,
                    (),
                    way_,
                    n.key,
                    people=people,
                )
    for kind, parameter, start, end in state_claims(s.text):
        if all(end <= a or b <= start for a, b in held):
            named = [n.key for n in s.named if n.end <= start and n.key]
            subject = "vix" if kind == "regime" else named[-1] if named else context.index
            denied = kind == "reading" and is_denied(s.text, max(0, start - 24), start)
            yield Claim(
                *s.span(start, end),
                "",
                kind,
                subject,
                None,
                (When(DAY, context.day, context.dated),),
                (),
                0,
                "",
                parameter,
                denied=denied,
                people=people,
            )


def _superlative(
    s: Sentence, context: Context, found: Superlative, before: list[Claim], people: tuple[Person, ...]
) -> Claim:
    """The claim that a superlative makes of whom its sentence is about."""
    start, end = s.span(found.start, found.end)
    ahead = [c for c in before if c.core[0] < start]
    behind = [n for n in s.named if n.end <= found.start and not n.beside]
    later = bool(behind) and (not ahead or s.span(behind[-1].start, behind[-1].end)[0] >= ahead[-1].core[1])
    subject = behind[-1].key if later else ahead[-1].subject if ahead else context.subject
    says = found.way
    if found.kind in ("move", "record") and not says:
        verb = list(MOVES.finditer(s.text, 0, found.start))
        says = 0 if not verb else -1 if verb[-1]["down"] else 1
    level = next((c.figure for c in reversed(ahead) if c.kind in ("threshold", "level") and c.figure), None)
    side = next((c.parameter for c in reversed(ahead) if c.kind == "threshold"), "above")
    days = [
        t
        for t in s.times
        if t.kind == "day"
        and t.lead == ""
        and t.day
        and not found.start <= t.start < found.end
        and not re.search(r"\bfrom\b[^,;]{0,30}$", s.text[: t.start])
    ]
    day = days[0].day if days and days[0].day else context.day
    inside = [n.key for n in s.named if found.start <= n.start < found.end and n.key and not n.beside]
    first = inside[0] if inside else next((n.key for n in s.named if n.key and not n.beside), context.index)
    other = next((n.key for n in s.named if n.beside and n.key and n.key not in (subject, first)), "")
    denied = is_denied(s.text, max(0, found.start - 30), found.start + 4) or (
        found.kind == "record" and is_denied(s.text, max(0, found.start - 40), found.start)
    )
    own = found.kind == "run" and not AHEAD.search(s.text)
    if own:
        losing = re.search(r"\blosing\b", s.text[found.start : found.end], re.I)
        winning = re.search(r"\bwinning\b", s.text[found.start : found.end], re.I)
        verb = list(MOVES.finditer(s.text, 0, found.start))
        says = -1 if losing else 1 if winning else -1 if verb and verb[-1]["down"] else 1
    parameter = {"run": "own" if own else "", "move": found.unit, "first": side, "rank": "day"}.get(found.kind, "")
    return Claim(
        start, end, "", {"extreme": "highest", "record": "is_record", "run": "longest"}.get(found.kind, found.kind),
        first if found.kind == "run" and not own else _ranked(s, found) if found.kind == "rank" else subject, level if found.kind == "first" else None,
        (When(DAY, day, context.dated),), (), says, other, parameter, found.unread and "unread", found.unread, denied, people,
        marks=(found.mark,) if found.mark else (),
    )  # fmt: skip


def _ranked(s: Sentence, found: Superlative) -> str:
    own = [n.key for n in s.named if n.key.startswith("sector.")]
    return own[0] if own else ""


_NOT = r"(?<!neither )(?<!nor )(?<!the )(?<!its )"
_STATES = [
    (re.compile(r"\b(?:bearish|negative) divergence\b", re.I), "divergence", "bearish"),
    (re.compile(r"\b(?:bullish|positive) divergence\b", re.I), "divergence", "bullish"),
    (re.compile(_NOT + r"\boverbought\b(?: (?:conditions?|levels?|readings?|territory|zone))?", re.I), "reading", "overbought"),
    (re.compile(_NOT + r"\boversold\b(?: (?:conditions?|levels?|readings?|territory|zone))?", re.I), "reading", "oversold"),
    (re.compile(r"\b(?:low|normal|elevated|high)[- ]volatility\b(?= (?:environment|regime|complacency|conditions?|backdrop|readings?)|[.,;])", re.I), "regime", ""),
]  # fmt: skip


def state_claims(text: str) -> Iterator[tuple[str, str, int, int]]:
    """States without a figure of their own: a divergence, a reading, a regime."""
    for pattern, kind, parameter in _STATES:
        for match in pattern.finditer(text):
            yield kind, parameter, match.start(), match.end()
