"""Which statements answer a question on figures: the one asked for first, what carries it, the one thing against it."""

from assistant.understanding.lexicon.terms import events_in, indicators_in, macro_in, tests_in
from assistant.writing.draft import Evidence
from assistant.writing.plan import horizon_of, pair_of

_RATES = ("vix", "tnx")


def level(held: Evidence) -> list[str]:
    """Where the subjects stand; an opening, a 52-week extreme or a ratio where that is named."""
    asked = [n for n in indicators_in(held.request.words) if n not in ("ratio_now", "support", "resistance")]
    first = [*_ratio(held), *held.say(*(f"{s}.{name}" for s in held.keys for name in asked))]
    return [*held.measured(), *first, *(_stand(held) if not held.measured() and not _ratio(held) else [])]


def performance(held: Evidence) -> list[str]:
    """The change over the window; without one the session, and how the month, the year and one year were."""
    if held.request.day or not held.measured():
        longer = [] if held.request.window else held.say(*(f"{s}.returns" for s in held.keys))
        return [*_stand(held), *longer]
    return held.measured()


def _stand(held: Evidence) -> list[str]:
    names = [f"{s}.session" if s not in _RATES else f"{s}.now" for s in held.subjects("close")]
    asked = [n for n in names if n.rpartition(".")[0] in held.keys] or names
    return held.say(*asked[:3])


def extreme(held: Evidence) -> list[str]:
    """The highest and lowest of 52 weeks where those are named, what was ranked otherwise."""
    named = [n for n in indicators_in(held.request.words) if n.startswith("extreme_")]
    return [*held.measured(), *held.say(*(f"{s}.{n}" for s in held.keys for n in named))] or _stand(held)


def _pair(held: Evidence) -> str:
    return "_vs_".join(held.key(s) for s in pair_of(held.request))


def _ratio(held: Evidence) -> list[str]:
    """The price ratio of the two, where that is named."""
    named = "ratio_now" in indicators_in(held.request.words)
    return held.say(f"{_pair(held)}.ratio_now", f"{_pair(held)}.ratio_year") if named else []


def compare(held: Evidence) -> list[str]:
    """Who did better by how much; for small against large caps of late also the run."""
    pair = _pair(held)
    second = f".of.{held.keys[0]}" if pair.endswith(f"_vs_{held.keys[0]}") else ""
    if told := [*_ratio(held), *held.measured()]:
        return [*told, *(held.say(f"{pair}.run") if held.request.window is None else [])]
    return held.say(f"{pair}.ahead.1d{second}", f"{pair}.ahead.ytd{second}", *(f"{s}.session" for s in held.keys))


def rotation(held: Evidence) -> list[str]:
    """How strong: the test that was named, the run and the verdict that carry it, the month, and how stretched it is."""
    tests = [f"rotation.verdict.{name}" for name in tests_in(held.request.words)]
    names = ("rut_vs_spx.run", "rut.session", "indexes.year", "rotation.summary", "rut.rsi_now", "vix.now")
    return held.say(*tests, *names)


def streak(held: Evidence) -> list[str]:
    """The run, in how many of the last 20 sessions, and what followed such runs where that is held."""
    pair = _pair(held)
    named = [s for s in held.keys if s not in ("rut", "spx")]
    own = [f"{s}.up_and_down" for s in named] if len(held.keys) == 1 and named else []
    return held.say(*own, f"{pair}.run", f"{pair}.led")


def records(held: Evidence) -> list[str]:
    """How many records, when the last came and where the close stands against it."""
    subjects, counted = [s for s in held.keys if s not in _RATES] or ["rut"], held.measured()
    whats = ("records_latest", "session") if counted else ("session", "records_count", "records_latest")
    return [*counted, *held.say(*(f"{s}.{what}" for s in subjects[:3] for what in whats))][:4]


def measured(held: Evidence) -> list[str]:
    """What the measures say."""
    return held.measured() or _stand(held)


def drawdown(held: Evidence) -> list[str]:
    """How far below the record close now, then the deepest fall of the time asked about."""
    now = [] if held.request.window else held.say(*(f"{s}.below_record" for s in held.subjects("drawdown")))
    return [*now, *held.measured()]


def threshold(held: Evidence) -> list[str]:
    """Yes or no, and the figures that make it so."""
    met = _met(held)
    answer = [] if met is None else held.say("itself.yes" if met else "itself.no")
    if held.request.window and not held.request.day and held.measured():
        return [*answer, *held.measured()]
    stand = _stand(held)
    return [*answer, *(stand if met and stand else [*stand, *held.measured()])][:4] or held.measured()


def _met(held: Evidence) -> bool | None:
    """Whether the condition that was asked about is met; None where the evidence doesn't say."""
    from tools.errors import BadQuery
    from tools.measures.conditions import parse_conditions

    try:
        condition = parse_conditions(held.request.parameters.condition)[0]
    except BadQuery:
        return None
    facts = held.facts
    count = next((f for f in facts if ".count." in f.key), None)
    if count is not None:
        return bool(count.value)
    change = next((f for f in facts if ".return." in f.key or ".change." in f.key), None)
    gap = next((f for f in facts if ".difference." in f.key), None)
    number = condition.than if isinstance(condition.than, int | float) else None
    if condition.test in ("beats", "trails") and gap is not None:
        return (float(gap.value) > 0) == (condition.test == "beats")
    if condition.test in ("rises", "falls"):
        found = change or next((f for f in facts if f.metric in ("return_1d", "change_1d")), None)
        if found is None or isinstance(found.value, str):
            return None
        size = float(found.value) * (1 if condition.test == "rises" else -1) * (100 if found.unit == "fraction" else 1)
        return size > 0 if number is None else size >= number
    close = next((f for f in facts if f.metric.startswith(("close.", "value."))), None) or next((f for f in facts if f.metric == "close"), None)  # fmt: skip
    if condition.test in ("above", "below") and number is not None and close is not None:
        return (float(close.value) > number) == (condition.test == "above")
    return None


def averages(held: Evidence) -> list[str]:
    """The average that was named, or the two that are watched."""
    named = [n for n in indicators_in(held.request.words) if n.startswith(("average", "cross"))]
    return held.say(*(f"{s}.{n}" for s in _of(held) for n in named or ["averages", "cross_now"]))


def momentum(held: Evidence) -> list[str]:
    """The indicator that was named, or RSI with averages and a divergence where one shows."""
    named = [n for n in indicators_in(held.request.words) if not n.startswith("average")]
    return held.say(
        *(f"{s}.{n}" for s in _of(held) for n in named or ["rsi_now", "averages", "macd_now", "divergence"])
    )


def stretched(held: Evidence) -> list[str]:
    """Yes or no by its RSI, other ways to compute it, what followed such readings."""
    subject = _of(held)[0]
    rsi = held.fact(f"{subject}.rsi_14")
    rare = ["rut.base_rate.rsi_70.return_21d"] if rsi and rsi.reading == "overbought" and subject == "rut" else []
    names = [f"{subject}.stretched", f"{subject}.averages", f"{subject}.sensitivity", f"{subject}.divergence", *rare]
    return held.say(*names)


def _of(held: Evidence) -> list[str]:
    """The subjects that momentum is held of."""
    return [s for s in held.subjects("rsi_14") if "_vs_" not in s] or ["rut"]


def support(held: Evidence) -> list[str]:
    """Levels below and above, the side that was named first; Fibonacci where that is."""
    subject = next((s for s in held.subjects("close") if s not in _RATES), "rut")
    named = indicators_in(held.request.words)
    kinds = ["resistance", "support"] if "resistance" in named else ["support", "resistance"]
    names = [f"{subject}.{kind}" for kind in kinds]
    legs = [f"{subject}.fibonacci", f"{subject}.fibonacci.given"]
    return held.say(*(legs + names if "fibonacci" in named else names))


def breaking(held: Evidence) -> list[str]:
    """The levels below, the run, what opposes already, and what followed such runs."""
    return held.say("rut.support", "rut_vs_spx.run", "rotation.verdict.1d", *_after_runs(held)[:1])


def volatility(held: Evidence) -> list[str]:
    """The VIX with its place, or a subject's own volatility."""
    own = [
        f"{s}.{n}"
        for s in held.keys
        if s not in _RATES and held.request.measured
        for n in ("realised_now", "true_range_now")
    ]
    named = [f"{s}.{n}" for s in _of(held) for n in indicators_in(held.request.words) if n.endswith("_now")]
    over = horizon_of(held.request, held.as_of)
    wide = f"vix.now.{over}" if over in ("5d", "ytd") else "vix.now"
    return [*held.measured(), *held.say(*named, *own, wide, "vix.place")][:4]


def yields(held: Evidence) -> list[str]:
    """The 10-year yield with its moves."""
    return [*held.measured(), *held.say("tnx.now.wide")][:2]


def precedent(held: Evidence) -> list[str]:
    """What followed earlier cases like the one asked about."""
    if told := held.measured():
        return told
    if any(".rsi_70" in f.key for f in held.facts) and "rsi" in held.request.words.lower():
        return held.say(*(f"rut.base_rate.rsi_70.return_{h}d" for h in (5, 21, 63)))
    return held.say(*_after_runs(held))


def _after_runs(held: Evidence) -> list[str]:
    """After runs as long as the one in progress; where fewer than three cases are known, after shorter ones as well."""
    length = int(held.value("rut_vs_spx.streak") or 0)
    first = length if length > 2 else 5
    cases = held.value(f"rut.base_rate.streak_{first}.return_21d.n") or 0
    stems = [f"rut.base_rate.streak_{first}.return_21d", f"rut_vs_spx.base_rate.streak_{first}.spread_21d"]
    stems = stems if cases else stems[:1]
    if cases < 3:
        shorter = [n for n in (10, 5) if n < first]
        stems += [
            s for n in shorter for s in (f"rut.base_rate.streak_{n}.return_21d", f"rut_vs_spx.base_rate.streak_{n}.spread_21d")
        ]  # fmt: skip
    return stems[:4]


def sectors(held: Evidence) -> list[str]:
    """The leaders, the laggards, how many rose and the tilt, over the time asked for."""
    windows = [f.key.rpartition(".")[2] for f in held.facts if ".return." in f.key and f.subject.startswith("sector.")]
    if windows:
        return held.say(f"sectors.order.{windows[0]}")
    over = next((h for h in ("1d", "5d", "mtd", "ytd") if held.subjects(f"rank_{h}")), "1d")
    words, p = held.request.words.lower(), held.request.parameters
    named = [f"{s}.session" for s in held.request.subjects if s.startswith("sector.")]
    ends = ["worst", "best"] if p.order == "worst" else ["best", "worst"]
    names = [f"sectors.{end}_{over}" for end in ends] + [f"sectors.rose_{over}", f"sectors.grouping_{over}"]
    if any(w in words for w in ("cyclical", "defensive", "周期", "防御")):
        names = [names[-1], *names[:-1]]
    elif any(w in words for w in ("how many", "多少", "几个")):
        names = [names[2], *names[:2], names[3]]
    return held.say(*named, *names) or held.say("absent.bars.sectors")


def breadth(held: Evidence) -> list[str]:
    """Sessions led and sectors up; against it, whether the unprofitable lead."""
    names = ("rotation.verdict.breadth", "rut_vs_spx.led", "sectors.rose_1d", "rotation.verdict.quality")
    return held.say(*names)


def quality(held: Evidence) -> list[str]:
    """Whether the better companies lead among small caps, and the two funds it rests on."""
    told = [*held.measured(), *held.say("rotation.verdict.quality", "iwm_vs_ijr.horizons")]
    return told or held.say("absent.bars.iwm_and_ijr")


def value_growth(held: Evidence) -> list[str]:
    """Value funds against growth funds over the time, and what the rotation's tests make of it."""
    told = [*held.measured(), *held.say("rotation.verdict.value_large", "rotation.verdict.value_small")][:4]
    return told or held.say("absent.bars.style.iwd_and_style.iwf_and_style.iwn_and_style.iwo")


def macro(held: Evidence) -> list[str]:
    """The economic figures that were named; all main ones where none was."""
    named = macro_in(held.request.words) or ("cpi_yoy", "unemployment", "payrolls_change", "claims", "fed_funds_upper")
    return held.say(*(f"macro.{name}" for name in named)) or held.say("itself.no_macro")


def calendar(held: Evidence) -> list[str]:
    """When what was named is due next; everything where nothing was, or what falls within the time asked for."""
    window, keys = held.request.window, [f for f in held.facts if f.subject == "calendar"]
    named = [f"calendar.event.next_{name}" for name in events_in(held.request.words)]
    if told := held.say(*named):
        return told
    if window and window.start and window.end and window.end > held.as_of:
        keys = [f for f in keys if str(window.start) <= str(f.value) <= str(window.end)]
        if not keys:
            return held.say("itself.no_date")
    ordered = sorted(keys, key=lambda f: str(f.value))
    return held.say(*(f"calendar.event.{f.key.removeprefix('calendar.')}" for f in ordered))


def summary(held: Evidence) -> list[str]:
    """The session in six sentences: small caps, large caps, the two against each other, sectors, the VIX and the yield."""
    names = (
        "rut.session",
        "indexes.session",
        "rut_vs_spx.run",
        "rotation.verdict",
        "sectors.best_1d",
        "volatility.calm",
    )
    return held.say(*names)


def changes(held: Evidence) -> list[str]:
    """What moved on the session: each index, small caps against large, sectors, the VIX and the yield."""
    names = (
        "rut.session",
        "indexes.session",
        "rut_vs_spx.ahead.1d",
        "sectors.best_1d",
        "sectors.worst_1d",
        "volatility.calm",
    )
    return held.say(*names)
