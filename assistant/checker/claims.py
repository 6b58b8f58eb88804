"""Reading the claims of a text: every figure, and every comparison that a fact could state, with what is said of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from assistant.checker.measures import Measure, measure_of, state_claims
from assistant.checker.stances import Stance, read_stances
from assistant.checker.weekdays import paired
from assistant.evidence.ledger import Ledger
from assistant.gate.sentence import Scene, governing
from assistant.understanding.dates import DateMention
from assistant.understanding.figures import Figure, normalise, read
from assistant.understanding.sentences import split
from assistant.understanding.vocabulary import DOWN, UP, horizon_cues
from corpus.people import Person
from tools.universe import UNIVERSE

# References in brackets and addresses hold digits that state nothing.
_NOISE = re.compile(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\bhttps?://\S+|\bwww\.\S+|\S+@\S+")
_MAIN = ("index", "fund", "volatility", "yield")


@dataclass(frozen=True)
class Claim:
    """One figure or comparison of a text.

    Attributes:
        start: Where its clause starts in the text given.
        end: Where it ends.
        text: The clause.
        measure: What it is said to measure, over what.
        figure: The number; None for a comparison without one.
        subject: Key of whom it is said of, empty where no subject of the universe is.
        other: The second subject of a comparison, empty without one.
        day: The session's date that the text gives it, None where it gives none.
        says: The direction claimed: 1 up or ahead, -1 down or behind, 0 where none is.
        people: Whom the sentence credits.
        from_level: The level that a change is said to start from, in the same sentence.
        set_on: The day that a record or an extreme is said to have been set on.
        than: ``more`` or ``less``, and the subject whose move before it this one is compared with.
        stance: Where it says that people stand, of a claim of that.
    """

    start: int
    end: int
    text: str
    measure: Measure
    figure: Figure | None = None
    subject: str = ""
    other: str = ""
    day: date | None = None
    says: int = 0
    people: tuple[Person, ...] = ()
    from_level: Figure | None = None
    set_on: date | None = None
    than: tuple[str, str] | None = None
    stance: Stance | None = None


@dataclass
class Context:
    """What a sentence may leave out because the ones before it said it."""

    as_of: date
    day: date | None = None
    subject: str = ""
    horizon: str = ""
    people: tuple[Person, ...] = ()


def read_claims(text: str, as_of: date, named_in: Callable[[str], Sequence[Person]]) -> Iterator[list[Claim]]:
    """The claims of a text, a list for each of its sentences, in order; no two overlap.

    Args:
        text: Any text, in any script.
        as_of: The date that dates without a year, and "today", count from.
        named_in: Finds the library's people in a sentence.
    """
    context = Context(as_of)
    cursor = 0
    # A line broken to fit a width doesn't end its sentence; a space in the break's place keeps every place.
    whole, text = text, re.sub(r"(?<![.!?:;\n])\n(?=[a-z0-9(“\"'$])", " ", text)
    for sentence in split(text):
        start = text.find(sentence, cursor)
        if start < 0:  # the splitter only strips, so this can't be; a claim in the wrong place would be worse than none
            raise ValueError("a sentence of the text was not found in it")
        cursor = start + len(sentence)
        found = _sentence(sentence, start, context, named_in)
        yield [replace(claim, text=whole[claim.start : claim.end]) for claim in found]


def _sentence(given: str, offset: int, context: Context, named_in: Callable[..., Any]) -> list[Claim]:
    text, places = _normalised(_NOISE.sub(lambda m: " " * len(m[0]), given))
    figures, dates = read(text)
    figures = [f for f in figures if not f.value.is_nan()]
    scene = Scene(text, Ledger(), context.as_of, context.as_of, (), (), {}, tuple(dates))
    days = list(paired(text, dates))
    dates = [d for d in dates if not any(d is weekday for weekday, _ in days)]  # a date's weekday is no day of its own
    _remember_day(scene, dates, context)
    foreign = sum(not c.isascii() and c.isalpha() for c in text) > 0.3 * max(1, sum(c.isalpha() for c in text))
    people = tuple(named_in(text))
    spans = [(f.start, f.end) for f in figures]
    out: list[Claim] = []
    for figure in figures:
        edges = [s for s in spans if s != (figure.start, figure.end)]
        left, right = scene.clause(figure.start, figure.end, edges)
        measure = (
            Measure("none", why="the sentence isn't in English") if foreign else measure_of(text, figure, left, right)
        )
        if measure is None:
            continue  # the number is part of a name, such as the 61.8 % of a Fibonacci extension
        subject, other = _subjects(scene, figure, edges, measure, context)
        if not measure.horizon and measure.moves:
            measure = measure.over(_horizon(scene, figure, left, right, context))
        context.horizon = measure.horizon or context.horizon
        says = _direction(text, figure, left, right)
        begin = _clause_start(scene, left, figure, spans)
        out.append(
            Claim(places[begin] + offset, places[min(right, len(text))] + offset, "", measure, figure, subject, other,
                  _day(scene, dates, figure, left, right, context), says, people, _from_level(text, figure, figures),
                  _set_on(scene, dates, context) if measure.kind in ("record", "extreme") else None,
                  _than(text, figure, out))
        )  # fmt: skip
    if not foreign:
        for start, end, measure in state_claims(text):
            if all(end <= f.start or start >= f.end for f in figures):
                before = [m.key for m in scene.mentions if m.end <= start]
                subject = before[-1] if before and measure.kind != "longest" else context.subject or "rut"
                subject = "vix" if measure.kind == "regime" else subject
                out.append(Claim(places[start] + offset, places[end] + offset, "", measure, None, subject, "",
                                 context.day, 0, people))  # fmt: skip
        out = [_before_weekday(c, days, places, offset) for c in out]
        out += _others(text, days, people, context, places, offset, out)
    _remember_subject(scene, context)
    context.people = people or context.people
    return _apart(out, given, offset)


def _others(
    text: str, days: list[tuple[DateMention, DateMention]], people: tuple[Person, ...], context: Context,
    places: list[int], offset: int, before: list[Claim],
) -> Iterator[Claim]:  # fmt: skip
    """Claims without a market's figure: where people stand, and the weekdays of dates; what another claim holds is left to it."""
    for weekday, mention in days:
        if day := _as_date(mention, context):
            start, end = min(weekday.start, mention.start), max(weekday.end, mention.end)
            yield Claim(places[start] + offset, places[end] + offset, "",
                        Measure("weekday", parameter=str(weekday.weekday)), day=day)  # fmt: skip
    for stance in read_stances(text, people, context.people):
        start, end = places[stance.start] + offset, places[stance.end] + offset
        if all(end <= c.start or start >= c.end for c in before):
            yield Claim(start, end, "", Measure("stance", parameter=stance.stance), people=stance.people,
                        day=context.day, stance=stance)  # fmt: skip


def _before_weekday(claim: Claim, days: list[tuple[DateMention, DateMention]], places: list[int], offset: int) -> Claim:
    """A figure's claim without the date that has a weekday, which is a claim of its own."""
    for weekday, mention in days:
        start = places[min(weekday.start, mention.start)] + offset
        if claim.figure and claim.start < start < claim.end and places[claim.figure.end] + offset <= start:
            claim = replace(claim, end=start)
    return claim


def _normalised(text: str) -> tuple[str, list[int]]:
    """The normalised text and, for each of its places and its end, the place in the text given."""
    out, places = [], []
    for place, char in enumerate(text):
        for kept in normalise(char):
            out.append(kept)
            places.append(place)
    return "".join(out), [*places, len(text)]


# A date behind these words is not the day a sentence's figures are of.
_ELSEWHEN = re.compile(
    r"\b(?:since|from|after|until|by|before|(?:set|reached|hit|made|posted|recorded|ended|ending|ends|began|begun|started)(?: there)? (?:on|in)|close of)(?: the)? $",
    re.I,
)


def _remember_day(scene: Scene, dates: list[DateMention], context: Context) -> None:
    """Take the day last named in full, which later sentences may lean on."""
    for mention in dates:
        before = scene.text[max(0, mention.start - 24) : mention.start]
        if mention.month and mention.day and not _ELSEWHEN.search(before):
            context.day = _as_date(mention, context) or context.day


_AGAINST = re.compile(r"\b(?:against|versus|vs\.?|than|unlike|over|beating|outpacing)(?: the)? $", re.I)


def _remember_subject(scene: Scene, context: Context) -> None:
    """Take the first index that a sentence is about, which "the index" of the next means."""
    if re.match(r"(?:The index|It|Its)\b", scene.text.strip(), re.I):
        return
    main = [
        m.key for m in scene.mentions
        if UNIVERSE[m.key].group == "index" and not _AGAINST.search(scene.text[: m.start])
    ]  # fmt: skip
    context.subject = main[0] if main else context.subject


def _as_date(mention: DateMention, context: Context) -> date | None:
    anchor = context.day or context.as_of
    if mention.weekday is not None:
        return anchor - timedelta(days=(anchor.weekday() - mention.weekday) % 7)
    if mention.relative:
        return anchor - timedelta(days=1) if mention.relative == "yesterday" else anchor
    if mention.month is None or mention.day is None:
        return None
    try:
        found = date(mention.year or anchor.year, mention.month, mention.day)
    except ValueError:
        return None
    return found.replace(year=found.year - 1) if mention.year is None and found > context.as_of else found


def _day(
    scene: Scene, dates: list[DateMention], figure: Figure, left: int, right: int, context: Context
) -> date | None:
    """The day a figure is said to be of: in its clause, else the last one named."""
    near = [
        d for d in dates
        if left <= d.start and d.end <= right and (d.day or d.weekday is not None or d.relative)
        and not _ELSEWHEN.search(scene.text[max(0, d.start - 40) : d.start])
    ]  # fmt: skip
    for mention in sorted(near, key=lambda d: abs(d.start - figure.start)):
        found = _as_date(mention, context)
        if found:
            return found
    return context.day


def _subjects(
    scene: Scene, figure: Figure, edges: list[tuple[int, int]], measure: Measure, context: Context
) -> tuple[str, str]:
    """Whom a figure is said of, and against whom where it compares two."""
    text = scene.text
    named = [m for m in scene.mentions if UNIVERSE[m.key].kind in _MAIN]
    own = governing(scene, figure.start, figure.end, edges)
    same = re.search(r"\bthe index\b|\bits\b", text[max(0, figure.start - 60) : figure.start], re.I)
    left, _ = scene.clause(figure.start, figure.end, edges)
    inside = [m for m in named if left <= m.start < figure.start]
    if same and not inside and context.subject:
        subject = context.subject
    else:
        subject = inside[-1].key if inside else own[0].key if own else ""
    subject = subject or context.subject
    if measure.kind not in ("spread", "streak", "longest"):
        return subject, ""
    lead = [m for m in named if not _AGAINST.search(text[: m.start])]
    first = lead[0].key if lead else context.subject or "rut"
    rest = [m.key for m in named if m.key != first]
    if re.search(r"\bbeaten by\b", text, re.I) and rest:
        first, rest = rest[0], [first]
    return first, rest[0] if rest else ("spx" if first != "spx" else "rut")


def _set_on(scene: Scene, dates: list[DateMention], context: Context) -> date | None:
    for mention in dates:
        if mention.day and re.search(r"\b(?:set|reached|hit|made|posted|recorded) on $", scene.text[: mention.start]):
            return _as_date(mention, context)
    return None


def _than(text: str, figure: Figure, before: list[Claim]) -> tuple[str, str] | None:
    """Whether a figure stands behind "more than" or "less than", and whose move it is compared with."""
    found = re.search(
        r"\b(more|less|better|worse|higher|lower) than (?:the |that of the )?[^.;]{0,40}$", text[: figure.start], re.I
    )
    moved = [c for c in before if c.measure.kind == "return" and c.subject]
    if not found or not moved:
        return None
    return ("more" if found[1].lower() in ("more", "better", "higher") else "less"), moved[-1].subject


# "Since the last Fed meeting" names no session.
_SINCE_EVENT = re.compile(r"\bsince (?:the |its |last )(?!close|start|end|beginning|turn|open)[a-z]+ [a-z]", re.I)


def _horizon(scene: Scene, figure: Figure, left: int, right: int, context: Context) -> str:
    """Over what a move is said to be: by the words of its clause, then of its sentence, else a day."""
    text = scene.text
    if re.search(r"\b(?:over|in|during) the same (?:period|time|span)\b", text[figure.end :], re.I) and context.horizon:
        return context.horizon
    if _SINCE_EVENT.search(text[left : right + 40]):
        return ""
    cues = [
        c for c in horizon_cues(text, scene.as_of)
        if (c.end <= figure.start or c.start >= figure.end)
        and not re.search(r"\b(?:records?|closes?|highs?|lows?) $", text[: c.start])  # "of 2026" counts records there
    ]  # fmt: skip
    near = [c for c in cues if left <= c.start and c.end <= right] or [c for c in cues if c.end <= figure.start]
    near = near or ([c for c in cues if c.start >= figure.end] if len({c.horizon for c in cues}) == 1 else [])
    found = min(near, key=lambda c: abs(c.start - figure.start)).horizon if near else "1d"
    found = "other" if any(c.horizon == "other" for c in near) else found
    return found if found not in ("other", "now", "lastyear") else ""


def _direction(text: str, figure: Figure, left: int, right: int) -> int:
    """1 or -1 as the words or the sign before a figure say, else the nearest after it in its clause; 0 for none."""
    if figure.signed:
        return -1 if figure.value < 0 else 1
    words = [(m.start(), 1) for m in UP.finditer(text, left, right)] + [
        (m.start(), -1) for m in DOWN.finditer(text, left, right)
    ]
    before = [w for w in words if w[0] < figure.start]
    return max(before)[1] if before else min(words)[1] if words else 0


def _clause_start(scene: Scene, left: int, figure: Figure, spans: list[tuple[int, int]]) -> int:
    """The start of the shortest clause that holds a figure and its noun: back to whom it is said of, if no figure stands between."""
    stretch = scene.text[left : figure.start]
    begin = left + len(stretch) - len(stretch.lstrip(" ,;:—–-("))
    named = [m for m in scene.mentions if m.end <= figure.start]
    if named and named[-1].start < begin and figure.start - named[-1].start < 60:
        between = scene.text[named[-1].start : begin]
        if not any(named[-1].start <= s < begin for s, _ in spans) and not re.search(r"[.;:!?—(]", between):
            return named[-1].start
    return begin


def _from_level(text: str, figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The level of "(from 16.52 to 15.62)" behind a change in percent."""
    for other in figures:
        if other.start > figure.end and re.search(r"\bfrom (?:about |around )?$", text[: other.start]):
            return other
    return None


_TAIL = re.compile(r"(?:[\s,;:—–(.-]|\[\d{1,3}\]|(?<=[\s(])(?:from|to|and|of|at|with|on|in|by))+$")


def _apart(claims: list[Claim], given: str, offset: int) -> list[Claim]:
    """Claims in order, cut so that none overlaps the next, each with its text, trimmed."""
    out: list[Claim] = []
    last = offset
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        start, end = max(claim.start, last), claim.end
        raw = given[start - offset : end - offset]
        start += len(raw) - len(raw.lstrip(" \n\t,;:—–-("))
        end -= len(raw) - len(_TAIL.sub("", raw))
        if start >= end:
            continue
        if given[start - offset : end - offset].count(")") > given[start - offset : end - offset].count("("):
            end -= 1  # the bracket that closes one opened before the clause
        kept = given[start - offset : end - offset]
        out.append(replace(claim, start=start, end=end, text=kept))
        last = end
    return out
