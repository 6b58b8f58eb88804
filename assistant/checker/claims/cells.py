"""The claims of a table's cells: the row says of whom, the column what over which window, or the other way round."""

import re
from dataclasses import replace

from assistant.checker.claims.claim import Claim, Context, When
from assistant.checker.claims.places import Sentence
from assistant.checker.claims.when import span_of
from assistant.checker.text.layout import Piece
from assistant.checker.text.names import names
from assistant.checker.text.times import DAY, Span, read_times

_LEVEL = re.compile(r"\b(?:close|closing|last|price|level|value|index level|settle|end)\b", re.I)
_POINTS = re.compile(r"\b(?:change|chg|net|points?|pts|move)\b|\+/-|±", re.I)
_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri)day|\d{1,2}/\d{1,2}/\d{2,4}"
)
_SHORT = (
    (re.compile(r"\b(?:1[- ]?d(?:ay)?|day|daily|today|session)\b|\bd/d\b", re.I), DAY),
    (re.compile(r"\b(?:wtd|week|weekly)\b|\bw/w\b", re.I), Span("week")),
    (re.compile(r"\b(?:5[- ]?d(?:ays?)?)\b", re.I), Span("sessions", n=5)),
    (re.compile(r"\b(?:1[- ]?w(?:k|eek)?)\b", re.I), Span("back", n=1, unit="week")),
    (re.compile(r"\b(?:mtd|month|monthly)\b", re.I), Span("month")),
    (re.compile(r"\b(?:1[- ]?mo?(?:nth)?)\b", re.I), Span("back", n=1, unit="month")),
    (re.compile(r"\b(?:3[- ]?m(?:o|onths?)?)\b", re.I), Span("back", n=3, unit="month")),
    (re.compile(r"\b(?:6[- ]?m(?:o|onths?)?)\b", re.I), Span("back", n=6, unit="month")),
    (re.compile(r"\b(?:qtd|quarter|quarterly)\b", re.I), Span("quarter")),
    (re.compile(r"\b(?:ytd|year|yearly)\b", re.I), Span("year")),
    (re.compile(r"\b(?:1[- ]?y(?:r|ear)?|12[- ]?m(?:o|onths?)?)\b", re.I), Span("back", n=1, unit="year")),
    (re.compile(r"\b(?P<n>[2-9]|10)[- ]?y(?:r|ears?)?\b", re.I), Span("back", n=0, unit="year")),
)


def cell_claims(piece: Piece, s: Sentence, context: Context) -> list[Claim]:
    """The claims of a cell's figures."""
    row, column = piece.row, piece.column
    of = list(names(row)) or list(names(column))
    if not s.figures:
        return []
    subject = of[0].key if of else ""
    words = column if list(names(row)) else row
    whens = _windows(words, context)
    out = []
    for figure in s.figures:
        kind, why = _kind(figure.unit, words, figure.signed, bool(whens), subject)
        if figure.decimals == 0 and not figure.unit and not _LEVEL.search(words):
            kind, why = "none", "unsaid"
        if not subject:
            kind, why = "none", "whom"
        when = whens or (When(context.heading or DAY, context.day, True),)
        if kind == "level":
            when = tuple(replace(w, span=DAY) for w in when[:1])
        says = (-1 if figure.value < 0 else 1) if figure.signed or kind in ("return", "points") else 0
        known = bool(whens) or not words or _LEVEL.search(words) or _POINTS.search(words)
        start, end = s.span(figure.start, figure.end)
        out.append(Claim(start, end, "", kind, subject, figure, when, (), says, "", "close" if kind == "level" else "bp" if kind == "bp" else "", why,
                         doubt="" if known else words, given=context.dated))  # fmt: skip
    return out


def _kind(unit: str, words: str, signed: bool, windowed: bool, subject: str) -> tuple[str, str]:
    percent = unit == "percent" or "%" in words
    if subject == "tnx" and not signed:
        return "level", ""
    if unit == "basis points" or (subject == "tnx" and re.search(r"\bbps?\b|basis", words, re.I)):
        return "bp", ""
    dated = windowed and not re.search(r"[A-Za-z%]", re.sub(_DATE, "", words))
    if dated and unit == "" and not signed:
        return "level", ""
    if percent or (windowed and unit == "" and not _LEVEL.search(words) and not _POINTS.search(words)):
        return "return", ""
    if (_LEVEL.search(words) and not _POINTS.search(words)) or (not signed and not _POINTS.search(words)):
        return "level", ""
    return "points", ""


def _windows(words: str, context: Context) -> tuple[When, ...]:
    """The windows that a column's or a row's heading may mean."""
    for time in read_times(words, context.day, context.as_of):
        if time.kind == "day" and time.day:
            return (When(DAY, time.day, True),)
        span = span_of(time, context, context.day)
        if span:
            return (When(span, context.day, True),)
    for pattern, span in _SHORT:
        if found := pattern.search(words):
            span = replace(span, n=int(found["n"])) if span.kind == "back" and not span.n else span
            return (When(span, context.day, True),)
    if context.heading and re.search(r"%|change|chg|return|gain", words, re.I):
        return (When(context.heading, context.day, True), When(DAY, context.day, False))
    return ()
