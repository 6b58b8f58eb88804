"""Sentences on measures: changes, extremes, ranks, statistics; each with its window's ends."""

import re
from collections.abc import Callable
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.measures.counts import after, count, met, run
from assistant.statements.measures.told import Told
from assistant.statements.ordinals import ordinal
from assistant.statements.sentence_parts import Part, Shown
from assistant.statements.words import Given, joined, say, shown, text, unsigned
from tools.fact import Fact
from tools.universe import subject_for

A_YEAR = 365  # days from which it is said that dividends are left out
TOLD = 5  # places of a ranking told in a sentence
_SEASON = re.compile(
    r"(january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]"
    r"|mon|tue|wed|thu|fri)_"
)
_WEEKDAYS = {"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday"}


def measured(held: Held, subject: str, stem: str | None, what: str, rest: str) -> list[Part]:
    """The sentence of a measure by its key.

    Raises:
        SlotError: The evidence lacks what it needs.
    """
    key = f"{subject}.{stem}.{what}.{rest}" if stem else f"{subject}.{what}.{rest}"
    told = Told(held, key, subject, stem, rest)
    for prefix, write in _WRITERS:
        if what.startswith(prefix):
            return write(told)
    raise SlotError(f"there is no statement {key}")


def _size(told: Told, fact: Fact) -> list[Part]:
    """How large a change is, without its sign: the words beside it say the direction."""
    size = Shown(fact, "") if not fact.value else unsigned(fact, told.language)
    points = fact.unit in ("index points", "index") and fact.value
    return told.say("size-points", size=size) if points else [size]


def _way(fact: Fact) -> str:
    return "up" if float(fact.value) > 0 else "down" if float(fact.value) < 0 else "level"


def _change(told: Told) -> list[Part]:
    fact, (first, last) = told.fact, told.ends
    first = fact.base.session if fact.base else first
    before, after_ = told.close(first), told.close(last)
    if before and after_:
        ends = told.say("change-levels", before=before, after=after_, first=first, last=last)
    else:
        ends = told.say("change-days", first=first, last=last)
    given: dict[str, Given] = {"size": _size(told, fact), "ends": ends, "dividends": _dividends(told, first, last)}
    return told.say("change", whose=told.whose, move_way=_way(fact), **given)


def _dividends(told: Told, first: date, last: date) -> list[Part]:
    """That it is price only, where dividends would matter, and what it is with them."""
    if told.stem or told.fact.unit != "fraction":
        return []
    total = told.get(f"total_return.{told.rest}")
    if total is not None:
        return told.say("price-only-total", total=total)
    return told.say("price-only") if (last - first).days >= A_YEAR else []


def _growth(told: Told) -> list[Part]:
    amount = f"{int(told.rest.partition('_')[0]):,}"
    first = told.fact.base.session if told.fact.base else told.ends[0]
    held = told.get(f"growth_with_dividends.{told.rest}")
    total = told.say("growth-total", total=held) if held else []
    return told.say(
        "growth", amount=amount, whose=told.whose, first=first, last=told.ends[1], worth=told.fact, total=total
    )


def _difference(told: Told) -> list[Part]:
    fact = told.fact
    keys = list(dict.fromkeys(subject_for(i.symbol).key for i in fact.inputs))
    names = [told.held.name(key) for key in keys]
    own = [f for key in keys for m in ("return", "change") if (f := told.held.get(f"{key}.{m}.{told.rest}"))]
    clauses = [
        told.say("change-clause", whose=name, move_way=_way(f), size=_size(told, f))
        for name, f in zip(names, own, strict=False)
    ]
    size = unsigned(fact, told.language) if fact.value else Shown(fact, "")
    first, last = told.ends
    each = joined(clauses, told.language, "list-clause") if len(clauses) == len(names) else []
    given: dict[str, Given] = {"one": names[0], "other": names[-1], "gap_way": _way(fact)}
    return told.say("difference", first=first, last=last, each=each, size=size, **given)


def _annual(told: Told) -> list[Part]:
    first = told.fact.base.session if told.fact.base else told.ends[0]
    total = "yes" if "total" in told.key else "no"
    return told.say("annual", whose=told.whose, rate=told.fact, first=first, last=told.ends[1], total=total)


def _extreme(told: Told) -> list[Part]:
    """An extreme with its date, and those that follow it where they are held."""
    stem = told.key.removeprefix(told.prefix)
    order, _, bucket = stem.partition(".")[0].partition("_")
    places = [told.fact, *(f for n in range(2, TOLD + 1) if (f := told.get(f"{stem}.{n}")))]
    each = joined([_bucket(told, f, bucket) for f in places], told.language)
    so_far = not told.whole and (told.fact.reading or "").startswith("so far")
    season = _SEASON.match(told.rest)
    what = told.line("close" if not told.stem else "value")
    given: dict[str, Given] = {"whose": told.whose, "over": told.over, "each": each, "order": order}
    if len(places) > 1:
        return told.say("extremes", n=len(places), bucket=season[1] if season else bucket or "none", **given)
    named = _season_name(told, season[1]) if season else told.text(f"bucket-{bucket}") if bucket else ""
    return told.say("extreme", bucket=named, what=what, sofar="yes" if so_far else "no", **given)


def _season_name(told: Told, slug: str) -> str:
    """A season in the singular: ``January``, ``1月``."""
    if told.language == "en":
        return _WEEKDAYS.get(slug, slug).capitalize()
    return told.text(f"season-{_WEEKDAYS.get(slug, slug)}")


def _bucket(told: Told, fact: Fact, bucket: str) -> list[Part]:
    """One extreme with the bucket it fell in."""
    day = fact.dates[0]
    if bucket == "week":
        return told.say("extreme-week", value=fact, day=day)
    if bucket == "month":
        month = f"{day:%B %Y}" if told.language == "en" else f"{day.year}年{day.month}月"
        return told.say("extreme-month", value=fact, month=month)
    if bucket == "quarter":
        return told.say("extreme-quarter", value=fact, quarter=str((day.month + 2) // 3), year=str(day.year))
    if bucket == "year":
        return told.say("extreme-year", value=fact, year=str(day.year))
    return told.say("extreme-session", value=fact, day=day)


def _rank(told: Told) -> list[Part]:
    now = told.get(f"return.{told.rest}") or told.get(f"change.{told.rest}") or told.close(told.ends[1])
    share = told.get(f"rank_percentile.{told.rest}")
    place = Shown(told.fact, ordinal(told.fact) if told.language == "en" else str(told.fact.value))
    below = told.say("rank-below", share=share) if share else []
    at = told.say("rank-now", now=now) if now else []
    of = f"{(told.fact.cases or 0) + 1:,}"
    return told.say("rank", whose=told.whose, now=at, last=told.ends[1], place=place, of=of, below=below)


def _average(told: Told) -> list[Part]:
    of = "change" if "_change." in told.key else "value" if told.stem else "close"
    bucket = told.text(f"bucket-{told.rest.split('.')[0]}") if of == "change" else ""
    median = "yes" if ".median" in told.key else "no"
    given: dict[str, Given] = {"whose": told.whose, "over": told.over, "value": told.fact, "n": told.fact.cases or 0}
    return told.say("average", median=median, of=of, bucket=bucket, **given)


def _volatility(told: Told) -> list[Part]:
    n = f"{told.fact.cases or 0:,}"
    return told.say("volatility", whose=told.whose, over=told.over, n=n, value=told.fact)


def _related(told: Told) -> list[Part]:
    one, other = (told.held.name(subject_for(i.symbol).key) for i in told.fact.inputs[:2])
    message = "correlation" if ".correlation." in told.key else "beta"
    n = f"{told.fact.cases or 0:,}"
    return told.say(message, one=one, other=other, over=told.over, n=n, value=told.fact)


def _drawdown(told: Told) -> list[Part]:
    fact = told.fact
    if len(fact.dates) < 2:
        return told.say("drawdown-none", whose=told.whose, over=told.over, fall=Shown(fact, ""))
    peak, trough, *back = fact.dates
    now = told.get(f"drawdown_now.{told.rest}")
    below = now and float(now.value) < 0
    tail = told.say("drawdown-now", fall=unsigned(now, told.language)) if now and below else []
    given: dict[str, Given] = {
        "back": "yes" if back else "no",
        "recovered": back[0] if back else trough,
        "last": told.ends[1],
    }
    fall = Shown(fact, shown(fact, told.language))
    return told.say(
        "drawdown", whose=told.whose, over=told.over, fall=fall, peak=peak, trough=trough, now=tail, **given
    )


def _season(told: Told) -> list[Part]:
    stem = told.rest.rpartition(".")[0] if told.rest.endswith((".average", ".n", ".median", ".share_up")) else told.rest
    average, median, up, n = (told.get(f"season.{stem}.{m}") for m in ("average", "median", "share_up", "n"))
    if not (average and median and up and n):
        raise SlotError(f"the evidence holds no season for {told.key}")
    season = text(f"season-{stem.partition('.')[0]}", told.language)
    return say(
        "season", told.language, season=season, over=told.over, whose=told.whose, n=n, average=average, median=median, up=up
    )  # fmt: skip


_WRITERS: tuple[tuple[str, Callable[[Told], list[Part]]], ...] = (
    ("annual_", _annual), ("longest_run", run), ("current_run", run), ("return", _change), ("change", _change),
    ("growth", _growth), ("difference", _difference), ("best_", _extreme), ("worst_", _extreme), ("highest", _extreme),
    ("lowest", _extreme), ("rank", _rank), ("count", count), ("share", count), ("first", met), ("last", met),
    ("average", _average), ("median", _average), ("volatility", _volatility), ("correlation", _related),
    ("beta", _related), ("deepest_drawdown", _drawdown), ("after", after), ("season", _season),
)  # fmt: skip
