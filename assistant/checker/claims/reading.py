"""The claims of a text: its pieces read in order, each with what the ones before it said."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.checker.claims.cells import cell_claims
from assistant.checker.claims.claim import Claim, Context, When
from assistant.checker.claims.places import Sentence, apart, normalised
from assistant.checker.claims.sentence import figure_claims, other_claims
from assistant.checker.claims.weekdays import weekday_claims
from assistant.checker.text.layout import Piece, pieces
from assistant.checker.text.names import names
from assistant.checker.text.stances import read_stances
from assistant.checker.text.times import Span, Time, read_times
from assistant.understanding.figures import Figure, read
from corpus.people import Person

# References in brackets, addresses, clock times, ratios and decades hold digits that state nothing.
_NOISE = re.compile(
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\bhttps?://\S+|\bwww\.\S+|\S{1,64}@\S+|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b(?: ?(?:ET|EST|EDT|GMT))?"
    r"|\b(?:19|20)?\d0['’]?s\b|\b\d+(?:\.\d+)?-to-(?:one|\d+)\b|\b\d(?:\.\d+)? to (?:one|1)\b(?![.,]\d)|\b\d+-for-\d+\b|\b24/7\b|\b9/11\b|\bCOVID-19\b|\bNo\. \d+|\b(?:Section|Chapter|Rule|Form|Phase) \d+",
    re.I,
)
_MOST_FIGURES = 60  # in a piece, which is at most seven hundred characters long


def read_claims(
    text: str, as_of: date, named_in: Callable[[str], Sequence[Person]]
) -> Iterator[tuple[int, list[Claim]]]:
    """The claims of a text, a list for each of its pieces, in order; no two overlap.

    Args:
        text: Any text, in any script.
        as_of: The last session known.
        named_in: Finds the library's people in a sentence.

    Yields:
        How far in the text it is, and the claims.
    """
    context = Context(as_of, as_of)
    for piece in pieces(text):
        sentence = _sentence(piece, context)
        found = _claims(piece, sentence, context, named_in)
        yield piece.start + len(piece.text), [replace(c, text=text[c.start : c.end]) for c in apart(found, piece)]


def _sentence(piece: Piece, context: Context) -> Sentence:
    text, places = normalised(_NOISE.sub(lambda m: " " * len(m[0]), piece.text))
    named = names(text)
    times = [
        t
        for t in read_times(text, context.day, context.as_of)
        if not any(n.start < t.end and t.start < n.end for n in named)
    ]
    taken = [*((t.start, t.end) for t in times), *((n.start, n.end) for n in named)]
    figures = [
        _mended(f, text)
        for f in read(text)[0]
        if not f.value.is_nan()
        and not _WINDOWED.match(text, f.end)
        and not (f.unit == "sessions" and f.value >= 20 and "-" in f.text)
    ][:_MOST_FIGURES]
    figures = [f for f in figures if not any(a < f.end and f.start < b for a, b in taken)]
    return Sentence(text, places, piece.start, figures, times, named)


_STRAIGHT = re.compile(r"(?:an? )?(?P<n>third|fifth|tenth)(?= (?:straight|consecutive|successive)\b)", re.I)
_WINDOWED = re.compile(
    r"-? ?(?:DMA|SMA|EMA|dma)\b|-(?:day|session|week|month|year|point|stock|share|member|company)\b(?! (?:winning|losing|win|run|streak|rally|slide|skid|gain|loss|drop))",
    re.I,
)


def _mended(figure: Figure, text: str) -> Figure:
    """A figure behind a dash that stands between two words, which is no minus; "a third straight gain", which is no fraction."""
    if figure.unit == "times" and (found := _STRAIGHT.match(text, figure.start)):
        value = Decimal({"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[found["n"].lower()])
        return replace(figure, value=value, decimals=0, unit="ordinal", start=found.start("n"), end=found.end("n"))
    if (
        not figure.signed
        or text[figure.start] not in "-–—"
        or not re.match(r"[-–—]\s", text[figure.start : figure.start + 2])
    ):
        return figure
    if not text[: figure.start].strip():
        return figure
    start = (
        figure.start + 1 + len(text[figure.start + 1 : figure.end]) - len(text[figure.start + 1 : figure.end].lstrip())
    )
    return replace(figure, start=start, text=text[start : figure.end], value=abs(figure.value), signed=False)


def _claims(piece: Piece, s: Sentence, context: Context, named_in: Callable[[str], Sequence[Person]]) -> list[Claim]:
    if piece.new:
        context.when, context.people = (), context.people
    if piece.kind == "heading":
        _head(s, context)
        return []
    if piece.kind == "cell":
        return cell_claims(piece, s, context)
    written = context.day
    _dated(s, context)
    if context.day != written:
        s = _sentence(piece, context)  # its weekdays count from the date that it gives
    if not s.figures and not re.search(r"[A-Za-z]", s.text):
        return []
    letters = sum(c.isalpha() for c in s.text)
    if sum(not c.isascii() and c.isalpha() for c in s.text) > 0.3 * max(1, letters):
        return [Claim(*s.span(f.start, f.end), "", "none", figure=f, why="language") for f in s.figures]
    people = tuple(named_in(s.text))
    out = figure_claims(s, context, people, piece.item)
    out += other_claims(s, context, people, out)
    out += weekday_claims(s, context, out)
    for stance in read_stances(s.text, people, context.people):
        start, end = s.span(stance.start, stance.end)
        if all(end <= c.start or start >= c.end for c in out):
            out.append(
                Claim(
                    start,
                    end,
                    "",
                    "stance",
                    people=stance.people,
                    stance=stance,
                    when=(_day(context),),
                    parameter=stance.stance,
                )
            )
    context.people = people or context.people
    return out


def _day(context: Context) -> When:
    return When(Span("day"), context.day, context.dated)


def _head(s: Sentence, context: Context) -> None:
    """Takes the window, and the day, that a heading sets for what follows it; one without either ends the one before."""
    _dated(s, context, heading=True)
    spans = [t.span for t in s.times if t.span and t.kind in ("span", "year") and t.lead in ("", "by")]
    days = [t for t in s.times if t.kind == "day"]
    context.heading = spans[0] if spans and (not days or len(days) > 1) else spans[0] if spans else None
    context.subject = next((n.key for n in s.named if n.key), context.subject)


_WRITTEN = re.compile(
    r"^[^a-zA-Z]{0,4}(?:[A-Z]{2}[A-Z .,]{1,24},? ?\(?|[\w ,]{0,20}\()?$|^(?:On|As of|At the close on|At the close of(?: trading on)?|By the close on|Through|For|Dated?:?)(?: [A-Z][a-z]+day,?)? ?$|^\W*(?:[A-Z][a-z]+day, ?)$"
)


def _dated(s: Sentence, context: Context, heading: bool = False) -> None:
    """Takes the day that a date line, a heading or the head of a sentence gives to what follows."""
    for t in s.times:
        if (
            t.kind != "day"
            or t.day is None
            or t.weekday
            or t.lead not in ("", "aside")
            or (t.day > context.as_of and not t.full)
        ):
            continue
        before, behind = s.text[: t.start], s.text[t.end : t.end + 24]
        line = heading or (
            (t.full or not before.strip().lower().startswith("on")) and (_WRITTEN.search(before) and (len(before) < 40))
        )
        ends = (
            t.lead == ""
            and re.search(
                r"\b(?:closed?|ended|finished|rose|fell|gained|lost|stood|settled)\b[^.;]*\bon (?:[A-Z][a-z]+day, )?$",
                before,
            )
            and abs((t.day - context.day).days) <= 14
        )
        if (line or ends) and not re.match(r"(?: ?[-–] ?| (?:to|through) )[\dA-Z]", behind):
            context.day, context.dated = t.day, True
            return
        if line and heading:
            later = [x for x in s.times if x.kind == "day" and x.day and x.start > t.start]
            if later and later[0].day:
                context.day, context.dated = later[0].day, True
            return


__all__ = ["Figure", "Time", "read_claims"]
