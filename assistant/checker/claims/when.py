"""When a figure is said to be of: the times of its clause, of its sentence's lead, of a heading, or what is usual."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checker.claims.claim import Context, When
from assistant.checker.text.times import DAY, HORIZONS, Span, Time
from assistant.understanding.figures import Figure


@dataclass(frozen=True)
class Timing:
    """The windows and days of a figure.

    Attributes:
        when: What the text may plainly mean, the likeliest first.
        maybe: What it may mean besides.
        doubt: A time that wasn't understood.
        level_day: The day that a level is of, where that is another than the window's.
    """

    when: tuple[When, ...]
    maybe: tuple[When, ...] = ()
    doubt: str = ""


_COMPARED = re.compile(
    r"\W*(?:(?:That|This|It|which) compare[sd]|By (?:comparison|contrast)|In comparison|Compared|Versus|Against that)\b",
    re.I,
)
_UNREAD = re.compile(
    r"\b(?:since|from) (?:the |its |their |last |that )(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|close\b|start|beginning|end\b|turn|open\b|same|day\b|week|month|quarter|year|session|previous|prior|low of|high of|peak|record|(?:\w+ )?(?:peak|low|high|close) (?:on|of|in)|s&p|nasdaq|dow|russell)[a-z][\w’'-]*|\bsince (?:Election|Liberation|Inauguration|Labor|Memorial|Thanksgiving|Christmas|Brexit|Covid|COVID)\b"
    r"|\bsince(?=[.,;]|$)|\b(?:another|a further|an additional)(?= (?:about )?\d)|\b(?:on average|annuali[sz]ed|a year on average|per year|a year since)\b",
    re.I,
)


def timing(
    text: str, figure: Figure, left: int, right: int, times: Sequence[Time], context: Context, *, level: bool
) -> Timing:
    """The windows and the days of a figure.

    Args:
        text: Its sentence.
        figure: The figure.
        left: Where its clause starts.
        right: Where its clause ends.
        times: The sentence's times, without those of other claims.
        context: What was said before.
        level: Whether it is a level, which has a day and no window.
    """
    near = [t for t in times if left <= t.start and t.end <= right]
    first = min((t.start for t in times), default=0)
    lead = [t for t in times if t.start == first and _leads(text, t) and t not in near]
    day, said_day, own_day = _day(text, near, lead, times, figure, context)
    found = _UNREAD.search(text, left, right)
    doubt = found[0] if found else ""
    if level:
        return _of_level(day, said_day, own_day, context, doubt)
    spans = _same(text, near, times, context, day, figure) or _spans(text, near, context, day, figure)
    spans = spans or _spans(text, lead, context, day, figure)
    if not spans and _COMPARED.match(text):
        spans = [w.span for w in context.when]
    if spans:
        return Timing(tuple(dict.fromkeys(When(s, day, True) for s in spans)))
    if any(t.kind in ("same", "then") for t in near):
        doubt = doubt or next(text[t.start : t.end] for t in near if t.kind in ("same", "then"))
    rest = [t for t in times if t not in near and t not in lead and t.lead not in ("aside", "to")]
    return _usual(_spans(text, rest, context, day, figure), day, said_day, own_day, bool(times), context, doubt)


def _of_level(day: date, said: bool, own: bool, context: Context, doubt: str) -> Timing:
    """The days of a level: the one named, and the text's where another clause names it or it lies far back."""
    when, maybe = [When(DAY, day, said)], []
    if day != context.day and not own:
        when.append(When(DAY, context.day, False))
    elif abs((day - context.day).days) > 7:
        maybe.append(When(DAY, context.day, False))
    return Timing(tuple(when), tuple(maybe), doubt)


def _usual(rest: Sequence[Span], day: date, said: bool, own: bool, timed: bool, context: Context, doubt: str) -> Timing:
    """The windows of a figure whose clause names none: the sentence's others, a heading's, the day, the sentence before's."""
    usual = context.heading if context.heading and not own else DAY
    when = [When(s, day) for s in rest] + [When(usual, day, said or context.heading is not None)]
    maybe = [When(DAY, day)] if usual != DAY else []
    earlier = [When(w.span, day) for w in context.when if w.span not in [x.span for x in when]]
    if timed:
        maybe += earlier
    else:  # "The Nasdaq jumped 38.3%" behind "in 2013 the S&P 500 gained 29.6%"
        when += earlier
    if not own:  # no word of its clause says over what: a period of the text's, named anywhere before, may be meant
        maybe += [w for s in HORIZONS if (w := When(s, day)) not in when]
    return Timing(tuple(dict.fromkeys(when)), tuple(dict.fromkeys(maybe)), doubt)


def _same(
    text: str, near: Sequence[Time], times: Sequence[Time], context: Context, day: date, figure: Figure
) -> list[Span]:
    """What "over the same period" means: the window named before it in its sentence, else the sentence before's."""
    if not any(t.kind == "same" for t in near):
        return []
    before = [t for t in times if t.end <= figure.start and t.kind != "same" and (t.span or t.lead == "since")]
    return _spans(text, before, context, day, figure)[:1] or [w.span for w in context.when[:1]]


def _leads(text: str, time: Time) -> bool:
    """Whether a time stands at the head of a sentence, for all of it."""
    head = text[: time.start].strip(" “\"'(*-")
    return time.lead in ("", "since") and len(head.split()) <= 4 and bool(re.match(r"[\w ]{0,30}[,:]|[^,]{0,24} (?:the |both |small|large)", text[time.end :])) and not re.search(r"\b(?:rose|fell|gained|lost|closed|ended|is|was|has|index|peaked)\b", head)  # fmt: skip


def _day(
    text: str, near: Sequence[Time], lead: Sequence[Time], times: Sequence[Time], figure: Figure, context: Context
) -> tuple[date, bool, bool]:
    """The day a figure is of, whether the text says so, and whether its own clause or its sentence's head does."""
    for group in (near, lead):
        own = [t for t in group if t.kind == "day" and t.lead in ("", "by") and t.day]
        if own:
            found = min(own, key=lambda t: abs(t.start - figure.start)).day
            assert found
            return found, True, True
    open_ = [t for t in times if t.kind == "day" and t.lead == "" and t.day]
    single = {t.day for t in open_ if t.start < figure.start or re.search(r"\bon $", text[: t.start])}
    if len(single) == 1:
        (found,) = single
        assert found
        return found, False, False
    return context.day, context.dated, False


def _spans(text: str, times: Sequence[Time], context: Context, day: date, figure: Figure) -> list[Span]:
    """The windows that times stand for, the nearest to the figure first."""
    out: list[tuple[int, Span]] = []
    starts = [t for t in times if t.lead == "from" and t.day]
    ends = [t for t in times if t.lead == "to" and t.day]
    if starts and ends:
        return [Span("between", starts[0].day, ends[-1].day)]
    late = [t for t in times if t.lead == "from" and t.reach and re.match(r"the end|late", text[t.start : t.end], re.I)]
    if late and late[0].reach:
        return [Span("between", late[0].reach[1], ends[-1].day if ends else None)]
    for t in times:
        span = span_of(t, context, day)
        if span:
            out.append((min(abs(t.start - figure.end), abs(figure.start - t.end)), span))
    return list(dict.fromkeys(s for _, s in sorted(out, key=lambda x: x[0])))


def span_of(time: Time, context: Context, day: date) -> Span | None:
    if time.kind == "same":
        return context.when[0].span if context.when else None
    if time.kind == "then":
        return Span("since", context.mark) if context.mark else None
    if time.lead == "since" or (time.lead == "from" and time.kind == "day" and time.full):
        if time.day:
            return Span("since", time.day)
        first = time.reach[0] if time.reach else time.span.first if time.span else None
        return Span("period", first, None, unit="open") if first else None
    if time.lead in ("aside", "to", "from"):
        return None
    if time.span is None:
        return None
    if (
        time.kind == "month"
        and time.span.first
        and (time.span.first.year, time.span.first.month) == (day.year, day.month)
    ):
        return Span("month")
    return time.span
