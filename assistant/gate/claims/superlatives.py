"""Records and superlatives: "record", "longest since", "highest" must be what a fact states."""

import re
from datetime import date

from assistant.gate.claims.shared_subjects import joined
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.understanding.dates import DateMention
from assistant.understanding.figures import LAST
from assistant.understanding.vocabulary import NEGATION, SUPERLATIVE, horizon_cues
from tools.fact import Fact


def said_by_source(scene: Scene, words: str) -> bool:
    return any(words.lower() in p.text.lower() for p in scene.cited)


def superlatives(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """Records and "longest since" must be what a fact states."""
    carried: list[Fact] = []
    for match in SUPERLATIVE.finditer(scene.text):
        words = match[0].lower()
        if words == "first time" and any(b.start < match.end() and match.start() < b.end for b in bound):
            continue  # "for the first time this year" of a count that was bound
        if said_by_source(scene, match[0]) or (not scene.cited and _ELSEWHERE.search(scene.text)):
            continue  # ranks and the absence of records are held as conditions
        if "record" in words and NEGATION.search(scene.text[max(0, match.start() - 28) : match.start()]):
            denied = _denied(match, scene, dates)
            if not denied:
                return [Reason("superlative that no figure states", f"no fact denies '{words}'")], []
            carried += [f for f in denied if f not in facts]
            continue
        if "record" in words and not scene.cited and _no_record_then(scene, bound, dates):
            return [Reason("superlative that no figure states", "no record was set then")], []
        if "record" in words and not scene.cited and not _of_a_level(match, scene, bound):
            return [Reason("superlative that no figure states", "the figure beside it is no record")], []
        if "record" in words and (wrong := _not_a_close(match, scene, bound)):
            return [wrong], []
        if any(f.metric in _SUPERLATIVE_FACTS for f in facts) and _carries(words, facts, scene, dates):
            if _wrong_year(scene, facts, dates):
                return [Reason("figure over another period", "the records counted are of another year")], []
            continue
        found = _of_each(match, scene, dates)
        if not found:
            return [Reason("superlative that no figure states", f"no fact states '{words}'")], []
        carried += [f for f in found if f not in facts]
    return [], carried


_LAST_YEAR = re.compile(r"\blast year\b|\bthe year before\b", re.I)


def _no_record_then(scene: Scene, bound: list[Bound], dates: list[DateMention]) -> bool:
    """Whether last year's highest close is called a record of a year that had none, or of no year, or of another date."""
    held = [b.item for b in bound if isinstance(b.item, Fact)]
    prior = [f for f in held if f.metric.startswith("record_prior_year")]
    of_then = _LAST_YEAR.search(scene.text) or any(d.year == scene.as_of.year - 1 and not d.day for d in dates)
    keys = {f.subject for f in prior} or ({m.key for m in scene.mentions} if of_then else set())
    counts = [f for f in scene.ledger.facts if f.metric == "records_last_year" and f.subject in keys]
    others = [f for f in held if f.metric in ("record_last", "record_last_date", "records_last_year", "records_ytd")]
    if (prior or (of_then and not others)) and (
        {f.subject for f in counts} != keys or not all(f.value for f in counts)
    ):
        return True
    if prior and not of_then and not any(d.year == scene.as_of.year - 1 for d in dates):
        return True
    levels = [f for f in held if re.match(r"record_(?:last|prior_year)$", f.metric)]
    days = [f for f in held if f.unit == "date" and f.metric.startswith("record_")]
    intraday = any(f.metric.endswith("_intraday") for f in prior) and re.search(r"\bclos", scene.text, re.I) is not None
    return intraday or any(
        d.subject == f.subject and d.metric.removesuffix("_date") != f.metric
        for f in levels[:1]
        for d in days
        if len(levels) == 1
    )


def _of_a_level(match: re.Match[str], scene: Scene, bound: list[Bound]) -> bool:
    """Whether the figure that is called a record, in apposition or after it, is a level that can be one."""
    held = [b for b in bound if isinstance(b.item, Fact)]
    after = next((b for b in held if 0 <= b.start - match.end() <= 12), None)
    level = re.compile(r"close|record_|drawdown|(?:high|low)_52w")
    if after and re.fullmatch(r"(?: (?:close|high|level))?(?: of| at)? ", scene.text[match.end() : after.start]):
        return bool(isinstance(after.item, Fact) and level.match(after.item.metric))
    before = max((b for b in held if b.end <= match.start()), key=lambda b: b.end, default=None)
    aside = re.compile(
        r"[,:] (?:an?|another|its) (?:new |fresh |all-time )?$|^,? (?:an?|another|its) (?:new |fresh )?$"
    )
    beside = before and aside.search(scene.text[before.end : match.start()])
    if before is None or not beside:
        return re.search(r"\b(?:volume|rsi|volatility|ratio|macd|spread|gap)\b", scene.plain, re.I) is None
    return bool(isinstance(before.item, Fact) and level.match(before.item.metric))


def _not_a_close(match: re.Match[str], scene: Scene, bound: list[Bound]) -> Reason | None:
    """An open or a session's high is no record, which is a close; nor is an average."""
    left, right = scene.clause(match.start(), match.end())
    for b in bound:
        fact = b.item
        if (
            isinstance(fact, Fact)
            and left <= b.start < right
            and re.match(r"(?:high|low|open|previous_close|sma_\d+)$", fact.metric)
        ):
            return Reason("superlative that no figure states", f"{fact.key} is no record close")
    return None


def record_now(scene: Scene, keys: set[str]) -> list[Fact]:
    """The facts that show a subject at a record on the day spoken of."""
    return _superlative_fact("record", scene, list(scene.dates), keys)


def _denied(match: re.Match[str], scene: Scene, dates: list[DateMention]) -> list[Fact]:
    """The last records of those who are said to have set none; nothing where one of them did, or isn't held."""
    keys = joined(scene, match.start()) or list({m.key for m in scene.mentions} or set(scene.context))
    of_year = any(c.horizon == "ytd" for c in horizon_cues(scene.text, scene.as_of)) or any(d.year for d in dates)
    if of_year and not any(d.day for d in dates):  # none in the year is more than none on the day
        counts = [f for f in scene.ledger.facts if f.metric == "records_ytd" and f.subject in keys]
        return counts if {f.subject for f in counts} == set(keys) and not any(f.value for f in counts) else []
    last = [f for f in scene.ledger.facts if f.metric == "record_last" and f.subject in keys]
    if {f.subject for f in last} != set(keys) or any(_superlative_fact("record", scene, dates, {k}) for k in keys):
        return []
    return last


def _of_each(match: re.Match[str], scene: Scene, dates: list[DateMention]) -> list[Fact]:
    """The facts that state a superlative of every subject it is said of; none where one of them lacks it."""
    keys = joined(scene, match.start())
    if len(keys) < 2:
        return _superlative_fact(match[0].lower(), scene, dates)
    each = [_superlative_fact(match[0].lower(), scene, dates, {key}) for key in keys]
    return [f for held in each for f in held] if all(each) else []


_ELSEWHERE = re.compile(
    r"\b(?:best|worst|strongest|weakest)(?=[^.]{0,30}\b(?:sector|fund|group|performer|performing))|\b(?:hasn['’]t|has not|haven['’]t|has yet to)\b[^.]*\brecord|\b(?:has )?set no record",
    re.I,
)
_RECORDS = (
    "record_last",
    "record_last_date",
    "records_ytd",
    "records_last_year",
    "record_prior_year",
    "record_prior_year_date",
    "drawdown",
)
_LONGEST = ("streak_longest_since", "streak_longest_since_length")
_EXTREMES = (
    "high_52w",
    "low_52w",
    "high_52w_intraday",
    "low_52w_intraday",
    "high_close_20d",
    "high_close_20d_date",
    "distance_high_52w",
    "distance_low_52w",
    "record_prior_year",
    "record_prior_year_date",
)
_RANKS = ("rank_1d", "rank_5d", "rank_mtd", "rank_ytd")
_SUPERLATIVE_FACTS = (*_RECORDS, *_LONGEST, *_EXTREMES, *_RANKS)


def _carries(words: str, facts: list[Fact], scene: Scene, dates: list[DateMention]) -> bool:
    metrics = {f.metric for f in facts}
    if "record" in words or "all" in words:
        if any(not re.match(r"close|record|drawdown|high|distance|rsi|return|spread|streak|low", m) for m in metrics):
            return False
        if re.search(
            r"\b(?:a|another|its|new|at a|at its|fresh) (?:new |fresh |\w+ )?(?:record|all[- ]time)", scene.text, re.I
        ) and not metrics & {"records_last_year", "record_prior_year", "drawdown"}:
            return _is_record_now(facts, scene, dates)
        return bool(metrics & set(_RECORDS))
    if words == "longest":
        return bool(metrics & set(_LONGEST)) and _since_fits(facts, scene, dates)
    if words in ("highest", "lowest"):
        low = {m for m in (*_EXTREMES, *_RECORDS) if "low" in m}
        return bool(metrics & (low if words == "lowest" else {*_EXTREMES, *_RECORDS} - low))
    if words in ("best", "worst", "strongest", "weakest", "largest", "smallest", "biggest"):
        return bool(metrics & set(_RANKS))
    return False


def _wrong_year(scene: Scene, facts: list[Fact], dates: list[DateMention]) -> bool:
    """Whether a count of records is said of a year it isn't of."""
    for fact in facts:
        if fact.metric in ("records_ytd", "records_last_year"):
            own = fact.as_of.year - (fact.metric == "records_last_year")
            years = {d.year for d in dates if d.year}
            this = re.search(r"\bthis year\b|\bso far\b|\bof the year\b|year to date|\bytd\b", scene.text, re.I)
            last = re.search(r"\blast year\b|\bthe year before\b|\bprevious year\b", scene.text, re.I)
            if (years and own not in years) or (this and own != fact.as_of.year) or (last and own == fact.as_of.year):
                return True
            if own != fact.as_of.year and not years and not last:
                return True
    return False


def _is_record_now(facts: list[Fact], scene: Scene, dates: list[DateMention]) -> bool:
    """Whether the record a sentence speaks of was set on the day it speaks of."""
    subjects = {f.subject for f in facts}
    held = [
        f
        for f in scene.ledger.facts
        if f.metric in ("record_last", "records_ytd") and f.subject in subjects and f.dates
    ]
    days = [d for d in dates if d.day is not None or d.weekday is not None]
    if days:
        return all(
            any(
                d.fits(max(f.dates), scene.today) or (f.metric == "records_ytd" and any(d.fits(x) for x in f.dates))
                for f in held
            )
            for d in days
        )
    return any(max(f.dates) == f.as_of for f in held) or any(
        f.metric in ("record_last", "record_last_date") for f in facts
    )


def _since_fits(facts: list[Fact], scene: Scene, dates: list[DateMention]) -> bool:
    """Whether "longest since X" names the end of the run that the facts name; or claims the data's range alone."""
    since = [d for d in dates if re.search(r"\bsince\b[^,;:]*$", scene.text[: d.start], re.I)]
    ends = [date.fromisoformat(str(f.value)) for f in facts if f.metric == "streak_longest_since"]
    ends += [max(f.dates) for f in facts if f.metric == "streak_longest_since_length" and f.dates]
    return bool(ends) and all(any(d.fits(end) for end in ends) for d in since)


def _superlative_fact(words: str, scene: Scene, dates: list[DateMention], only: set[str] | None = None) -> list[Fact]:
    """The facts of the ledger that state a superlative whose sentence holds no figure of theirs."""
    keys = only or {m.key for m in scene.mentions} or set(scene.context)
    mine = [
        f
        for f in scene.ledger.facts
        if f.subject in keys or (keys & set(f.subject.split("_vs_")) and "_vs_" in f.subject)
    ]
    if words == "longest" or words == "record run" or words == "record streak":
        held = [f for f in mine if f.metric == "streak_longest_since"]
        in_data = [f for f in mine if f.metric == "streak" and f.reading and "longest in data" in f.reading]
        if in_data and re.search(r"in (?:the |our )?data|in data since", scene.text):
            return in_data[:1]
        whole = [f for f in held if set(f.subject.split("_vs_")) <= keys] or held
        fits = [f for f in whole if words == "longest" and "since" in scene.text and _since_fits([f], scene, dates)]
        return fits[:1]
    if words in ("highest", "lowest") and LAST.search(scene.text):
        return [f for f in mine if f.metric == "high_close_20d" and words == "highest" and "20" in scene.text][:1]
    if "record" in words or "all" in words:
        held = [f for f in mine if f.metric == "record_last" and "low" not in words]
        return (
            held[:1]
            if held
            and _is_record_now(
                [f for f in held if f.metric != "record_last"]
                or [h.model_copy(update={"key": h.key + "_"}) for h in held],
                scene,
                dates,
            )
            else []
        )
    return []
