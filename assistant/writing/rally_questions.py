"""What a rally is asked again and again: is it stretched, what would break it, where is support, has breadth confirmed.

Each answer leads with what was asked, gives what carries it and what speaks against it, and stops.
"""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.statements.about_itself import NO_DATE, NO_MACRO
from assistant.statements.names import capital, name_of
from assistant.understanding.question import Asked
from tools.fact import spell_date
from tools.macro.calendar import event_name

if TYPE_CHECKING:
    from assistant.writing.prose import Prose

# Which macro figures a question's words ask for.
MACRO = {
    r"inflation|\bcpi\b|consumer prices?": ("cpi_yoy", "cpi_mom"),
    r"payrolls?|\bjobs\b|labou?r market": ("payrolls_change", "unemployment"),
    r"unemployment": ("unemployment",),
    r"\bclaims\b|jobless": ("claims", "claims_4w"),
    r"fed(?:eral)? funds|fed(?:'s)? rate|policy rate": ("fed_funds_upper", "fed_funds_lower"),
    r"\bmacro\w*|\beconomy\b": ("claims", "payrolls_change", "unemployment", "cpi_yoy", "fed_funds_upper"),
}


def say(name: str) -> str:
    """The slot of a sentence that code writes."""
    return f"{{say {name}}}."


def stretched(prose: "Prose", subject: str) -> list[str]:
    """Is it stretched? RSI and the distance to its average; other ways to compute it; what followed such readings."""
    rsi = prose.fact(f"{subject}.rsi_14")
    if not rsi:
        return []
    out = [say(f"{subject}.stretched")]
    if prose.fact(f"{subject}.rsi_14.sensitivity"):
        out.append(say(f"{subject}.sensitivity"))
    if prose.fact(f"{subject}.divergence.bearish.k1"):
        out.append(say(f"{subject}.divergence"))
    if rsi.reading == "overbought" and prose.fact("rut.base_rate.rsi_70.return_21d.n") and subject == "rut":
        out.append(say("rut.base_rate.rsi_70.return_21d"))
    return out


def breaking(prose: "Prose") -> list[str]:
    """What would break it: the levels below, the run, what opposes already; against that, what followed such runs."""
    out = [say("rut.support")] if prose.fact("rut.close") else []
    if prose.fact("rut_vs_spx.spread_1d"):
        out.append(prose.streak("rut_vs_spx", name_of("rut"), name_of("spx")))
    if prose.fact("rotation.verdict.tests_1d"):
        out.append(say("rotation.verdict.1d"))
    if prose.fact("rut.divergence.bearish.k1"):
        out.append(say("rut.divergence"))
    return out + _after_runs(prose)[:1]


def support(prose: "Prose", subject: str, words: str) -> list[str]:
    """Where support and resistance are, and the Fibonacci levels of the latest leg with its anchors."""
    kinds = ["support", "resistance"]
    if re.search(r"resistance", words, re.I) and not re.search(r"support", words, re.I):
        kinds.reverse()
    out = [say(f"{subject}.{kind}") for kind in kinds] if prose.fact(f"{subject}.close") else []
    legs = [given for given in (".given", "") if prose.fact(f"{subject}.fibonacci{given}.anchor.a")]
    return [*out, *(say(f"{subject}.fibonacci{given}") for given in legs)]


def breadth(prose: "Prose") -> list[str]:
    """Has breadth confirmed? Sessions led and sectors up; against it, whether the unprofitable lead."""
    out = [say("rotation.verdict.breadth")] if prose.fact("rotation.verdict.breadth.1d") else []
    up = prose.fact("sectors.advancers_1d")
    if up:
        out.append(f"Of the sector funds with data, {prose.slot(up.key)} rose {prose.over('1d', up)}.")
    return out + ([say("rotation.verdict.quality")] if prose.fact("rotation.verdict.quality.1d") else [])


def base_rates(prose: "Prose", of_rsi: bool) -> list[str]:
    """What followed earlier cases like this one."""
    if of_rsi:
        stems = [f"rut.base_rate.rsi_70.return_{h}d" for h in (5, 21, 63)]
        return [say(s) for s in stems if prose.fact(f"{s}.n")]
    return _after_runs(prose)


def _after_runs(prose: "Prose") -> list[str]:
    """After runs as long as the one in progress; where fewer than three cases are known, after shorter ones as well."""
    streak = prose.fact("rut_vs_spx.streak")
    length = int(streak.value) if streak else 0
    first = length if length > 2 else 5
    cases = _cases(prose, first)
    stems = [f"rut.base_rate.streak_{first}.return_21d", f"rut_vs_spx.base_rate.streak_{first}.spread_21d"]
    stems = stems if cases else stems[:1]
    if cases < 3:
        shorter = next((n for n in (10, 5) if n < first and _cases(prose, n) > cases), None)
        if shorter:
            stems += [f"rut.base_rate.streak_{shorter}.return_21d", f"rut_vs_spx.base_rate.streak_{shorter}.spread_21d"]
    return [say(stem) for stem in stems if prose.fact(f"{stem}.n")]


def _cases(prose: "Prose", length: int) -> int:
    found = prose.fact(f"rut.base_rate.streak_{length}.return_21d.n")
    return int(found.value) if found else 0


def quality(prose: "Prose") -> list[str]:
    """Do the better companies lead among small caps? The test of it, and the two funds it rests on."""
    if not prose.fact("rotation.verdict.quality.1d"):
        told = prose.rotation("iwm", "ijr")  # of the day to which both have bars, which is no verdict on this one
        return told or [
            "Footnote holds no bars of the two small-cap funds, so quality among small caps is not measured."
        ]
    return [say("rotation.verdict.quality"), *prose.rotation("iwm", "ijr")]


def value(prose: "Prose") -> list[str]:
    """Does it fit a rotation into value? The tilt of the sectors, and value funds against growth funds."""
    rows = [r for r in ("value_large", "value_small", "sector_tilt") if prose.fact(f"rotation.verdict.{r}.1d")]
    out = [say(f"rotation.verdict.{r}") for r in rows]
    if "value_large" not in rows and "value_small" not in rows:
        missing = "Footnote holds no bars of the value and growth funds, so value against growth is not measured."
        return [missing, *out]
    return out


def against(prose: "Prose", pair: str, asked: str, horizon: str = "") -> list[str]:
    """Whether one subject lags or leads another: by the period asked for, by the year, then by the day."""
    first, second = pair.split("_vs_")
    other = second if asked == first else first
    year, day = prose.fact(f"{pair}.spread_ytd"), prose.fact(f"{pair}.spread_1d")
    if not year or not day:
        return []
    sides = ["ahead of" if (float(f.value) > 0) == (asked == first) else "behind" for f in (year, day)]
    a, b = name_of(asked), name_of(other)
    joint = "and" if sides[0] == sides[1] else "but"
    week = prose.fact(f"{pair}.spread_5d") if horizon == "5d" else None
    side = "ahead of" if week and (float(week.value) > 0) == (asked == first) else "behind"
    return [
        *(
            [f"Over five sessions{prose.to(week)} {a} is {prose.slot(week.key)} {side} {b}."]
            if week and week.value
            else []
        ),
        f"For the year{prose.to(year)} {a} is {prose.slot(year.key)} {sides[0]} {b}.",
        f"{capital(joint)} on {spell_date(day.as_of)} {a} was {prose.slot(day.key)} {sides[1]} {b}."
        if joint == "but"
        else f"On {spell_date(day.as_of)} {a} was {prose.slot(day.key)} {sides[1]} {b}.",
    ]


def due(prose: "Prose", asked: Asked, as_of: date) -> list[str]:
    """What is due, in the week asked for or next of each kind; and the macro figures asked for."""
    facts = [f for f in prose.facts if f.subject == "calendar"]
    out: list[str] = []
    if wants_calendar(asked.words):
        week = re.search(r"\b(next|this|coming) week\b", asked.words, re.I)
        if week:
            monday = as_of - timedelta(days=as_of.weekday()) + timedelta(days=0 if week[1].lower() == "this" else 7)
            inside = [f for f in facts if monday <= date.fromisoformat(str(f.value)) < monday + timedelta(days=7)]
            if not inside:
                out.append(NO_DATE)
            facts = inside
        out += [f"{capital(event_name(f.key))}: {{{f.key}}} ({f.reading})." for f in facts]
    wanted = [m for words, metrics in MACRO.items() if re.search(words, asked.words, re.I) for m in metrics]
    held = [m for m in dict.fromkeys(wanted) if prose.fact(f"macro.{m}")]
    out += [say(f"macro.{m}") for m in held]
    if wanted and not held:
        out.append(NO_MACRO)
    return out


def wants_calendar(words: str) -> bool:
    """Whether a question asks what is due, not only what a figure was."""
    return bool(re.search(r"\bdue\b|\bcalendar\b|\bweek\b|coming|upcoming|\bwhen\b|schedul|\bnext\b", words, re.I))
