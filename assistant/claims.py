"""Claims that carry no figure of their own: direction, comparison, superlatives, dates, readings, advice."""

import re
from datetime import date
from itertools import pairwise

from assistant.allowed import strange_words
from assistant.conditions import check_conditions
from assistant.dates import DateMention
from assistant.figures import LAST
from assistant.holding import FROM, related_dates
from assistant.scene import Bound, Reason, Scene
from assistant.slots import Derived
from assistant.vocabulary import (
    ADVICE,
    DOWN,
    FORECAST,
    MOVING,
    NEGATION,
    READINGS,
    SUPERLATIVE,
    UP,
    Cue,
    horizon_cues,
    horizon_of,
    mentions,
)
from tools.facts import Fact

_QUESTION = re.compile(r"\?\s*$")


def check_claims(scene: Scene, bound: list[Bound], dates: list[DateMention]) -> tuple[list[Reason], list[Fact]]:
    """Holds what a sentence claims beside its figures against the evidence.

    Args:
        scene: The sentence.
        bound: Its figures with what they state.
        dates: The dates it names.

    Returns:
        Reasons to withhold it, and facts that carry a claim without a figure, to be footnoted.
    """
    reasons: list[Reason] = []
    support: list[Fact] = []
    facts = [f for b in bound for f in _facts(b)]
    if not scene.cited:
        reasons += _own_voice(scene, bound)
    for check in (_readings, _superlatives, _movements):
        wrong, carried = check(scene, bound, facts, dates)
        reasons += wrong
        support += carried
    if not scene.cited:
        wrong, carried = check_conditions(scene, bound)
        reasons += wrong
        support += [f for f in carried if f not in facts]
    reasons += _dates(scene, [*facts, *support], dates) + _compared(scene, bound)
    return reasons, support


def _own_voice(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """What Footnote never says itself: advice, forecasts, negations it can't hold, words it doesn't know."""
    out = []
    if ADVICE.search(scene.text):
        out.append(Reason("advice", "it recommends something in Footnote's own voice"))
    if FORECAST.search(scene.text):
        out.append(Reason("forecast of its own", "it forecasts in Footnote's own voice"))
    negated = NEGATION.search(scene.text)
    if negated and (bound or mentions(scene.text)) and not _held_negation(scene, negated, bound):
        out.append(Reason("negated claim", "a negated claim can't be held against a figure"))
    strange = strange_words(_blanked(scene, bound))
    if strange:
        out.append(Reason("words that no figure carries", f"nothing in the evidence carries '{strange[0]}'"))
    return out


def _held_negation(scene: Scene, negated: re.Match[str], bound: list[Bound]) -> bool:
    """Whether a "not" belongs to a state or a movement that is held with it: no record yet, didn't beat."""
    after = scene.text[negated.end() : negated.end() + 32]
    if re.search(r"\b(?:overbought|records?)\b", after, re.I) or negated[0].lower() in ("neither", "nor"):
        return not any(_facts(b) for b in bound) or "overbought" in scene.text
    return not any(_facts(b) for b in bound) and MOVING.search(after) is not None


def _blanked(scene: Scene, bound: list[Bound]) -> str:
    """The text without what is checked elsewhere: subjects, figures, dates and periods."""
    text = scene.plain
    spans = [(b.start, b.end) for b in bound] + [(d.start, d.end) for d in scene.dates]
    spans += [(c.start, c.end) for c in horizon_cues(scene.text, scene.as_of)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _compared(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """ "More than the S&P 500's 0.55 %": of two figures of one measure the first must be the larger."""
    held = [(b, f[0]) for b in bound if len(f := _facts(b)) == 1]
    for (a, first), (b, second) in pairwise(held):
        match = _THAN.search(scene.text[a.end : b.start])
        if not match:
            continue
        more = match[1].lower() in ("more", "better", "higher", "faster", "stronger", "larger", "greater")
        if first.metric != second.metric or (float(first.value) > float(second.value)) != more:
            return [Reason("comparison that the figures don't bear", f"{first.key} is not {match[0]} {second.key}")]
    return []


_THAN = re.compile(r"\b(more|better|higher|faster|stronger|larger|greater|less|worse|lower|weaker|slower|smaller) than\b", re.I)


def _facts(bound: Bound) -> list[Fact]:
    return (
        [bound.item]
        if isinstance(bound.item, Fact)
        else list(bound.item.parts)
        if isinstance(bound.item, Derived)
        else []
    )


def _readings(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """ "Overbought" and "oversold" must be what an RSI of the subject reads."""
    for word, pattern in READINGS.items():
        match = pattern.search(scene.text)
        aside = rf"neither[^.]*{word}|below (?:the |its )?{word}|above (?:the |its )?oversold|(?:from|short of) {word}"
        if not match or _said_by_source(scene, match[0]) or re.search(aside, scene.text, re.I):
            continue
        keys = {m.key for m in mentions(scene.text)} or set(scene.context)
        held = [f for f in scene.ledger.facts if f.metric == "rsi_14" and f.reading == word and f.subject in keys]
        if not held:
            threshold = re.search(r"\b(?:above|over|below|under) \d+ (?:is|are|counts? as|is called|reads)", scene.text)
            return (
                [] if threshold else [Reason("reading that no figure has", f"no RSI in the evidence reads {word}")]
            ), []
        return [], [] if any(f.metric == "rsi_14" for f in facts) else held[:1]
    return [], []


def _said_by_source(scene: Scene, words: str) -> bool:
    return any(words.lower() in p.text.lower() for p in scene.cited)


def _superlatives(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """Records and "longest since" must be what a fact states."""
    carried: list[Fact] = []
    for match in SUPERLATIVE.finditer(scene.text):
        words = match[0].lower()
        if _said_by_source(scene, match[0]) or (not scene.cited and _ELSEWHERE.search(scene.text)):
            continue  # ranks and the absence of records are held as conditions
        if any(f.metric in _SUPERLATIVE_FACTS for f in facts) and _carries(words, facts, scene, dates):
            if _wrong_year(scene, facts, dates):
                return [Reason("figure over another period", "the records counted are of another year")], []
            continue
        found = _superlative_fact(words, scene, dates)
        if not found:
            return [Reason("superlative that no figure states", f"no fact states '{words}'")], []
        carried += [f for f in found if f not in facts]
    return [], carried


_ELSEWHERE = re.compile(
    r"\b(?:best|worst|strongest|weakest)(?=[^.]{0,30}\b(?:sector|fund|group|performer|performing))|\b(?:hasn['’]t|has not|haven['’]t|has yet to)\b[^.]*\brecord", re.I)
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
        if re.search(
            r"\b(?:a|another|its|new|at a|at its|fresh) (?:new |fresh |\w+ )?(?:record|all[- ]time)", scene.text, re.I
        ) and not metrics & {"records_last_year", "record_prior_year", "drawdown"}:
            return _is_record_now(facts, scene, dates)
        return bool(metrics & set(_RECORDS))
    if words == "longest":
        return bool(metrics & set(_LONGEST)) and _since_fits(facts, scene, dates)
    if words in ("highest", "lowest"):
        return bool(metrics & {*_EXTREMES, *_RECORDS})
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
        return any(
            d.fits(max(f.dates), scene.today) or (f.metric == "records_ytd" and any(d.fits(x) for x in f.dates))
            for f in held
            for d in days
        )
    return any(max(f.dates) == f.as_of for f in held) or any(
        f.metric in ("record_last", "record_last_date") for f in facts
    )


def _since_fits(facts: list[Fact], scene: Scene, dates: list[DateMention]) -> bool:
    """Whether "longest since X" names the end of the run that the facts name; or claims the data's range alone."""
    since = [d for d in dates if re.search(r"since\b[^,]*$", scene.text[max(0, d.start - 20) : d.start], re.I)]
    ends = [date.fromisoformat(str(f.value)) for f in facts if f.metric == "streak_longest_since"]
    ends += [max(f.dates) for f in facts if f.metric == "streak_longest_since_length" and f.dates]
    return bool(ends) and all(any(d.fits(end) for end in ends) for d in since)


def _superlative_fact(words: str, scene: Scene, dates: list[DateMention]) -> list[Fact]:
    """The facts of the ledger that state a superlative whose sentence holds no figure of theirs."""
    keys = {m.key for m in mentions(scene.text)} or set(scene.context)
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


def _movements(
    scene: Scene, bound: list[Bound], facts: list[Fact], dates: list[DateMention]
) -> tuple[list[Reason], list[Fact]]:
    """A movement or comparison said without a figure must be what facts of that subject show, all alike."""
    if _QUESTION.search(scene.text):
        return [], []
    carried: list[Fact] = []
    for match in MOVING.finditer(scene.text):
        if any(
            b.start - 60 < match.start() < b.end + 45 and _facts(b) and _same_clause(scene, match.start(), b)
            for b in bound
        ):
            continue
        if _said_by_source(scene, match[0]) or _family_in_source(scene, match[0]):
            continue
        if re.match(r" (?:the |all |all the )?(?:\w+ )?(?:sectors|funds|groups|others)\b", scene.text[match.end() :]):
            continue  # "led the sectors" is held as a rank
        if any(f.metric.startswith("streak") for f in facts) and _VERSUS.search(match[0]):
            continue  # the run's figure was held with who ran it against whom
        who = _movers(scene, match.start())
        left, right = scene.clause(match.start(), match.end())
        if not who:
            if not scene.cited and not facts and match[0].lower() not in ("leading", "lead", "added"):
                return [Reason("movement that no figure states", f"'{match[0]}' is said of no measured subject")], []
            continue
        flip = bool(NEGATION.search(scene.text[max(0, match.start() - 16) : match.start()]))
        flip = flip or re.search(r"\bneither\b", scene.text[: match.start()], re.I) is not None
        for key in who:
            found = _supporting(scene, key, match[0], left, right, flip)
            if not found:
                why = f"no figure in the evidence shows that {key} '{match[0]}'"
                return [Reason("movement that no figure states", why)], []
            carried += [f for f in found if f not in facts]
    return [], carried


def _movers(scene: Scene, place: int) -> list[str]:
    """Whom a movement is said of: the subjects named before it, all of those that "and" or commas join."""
    before = [m for m in mentions(scene.text) if m.end <= place]
    chain = before[-1:]
    for m in reversed(before[:-1]):
        if not re.fullmatch(r"(?:,| and|, and| or| nor)(?: the)? ", scene.text[m.end : chain[0].start]):
            break
        chain.insert(0, m)
    named = chain or mentions(scene.text)[:1]
    return list(dict.fromkeys(m.key for m in named)) or (list(scene.context) if len(scene.context) == 1 else [])


def _same_clause(scene: Scene, place: int, bound: Bound) -> bool:
    left, right = scene.clause(bound.start, bound.end)
    return left <= place < right


def _family_in_source(scene: Scene, word: str) -> bool:
    """Whether a cited passage uses a word of the same direction."""
    pattern = UP if UP.fullmatch(word) else DOWN
    return any(pattern.search(p.text) for p in scene.cited)


_VERSUS = re.compile(r"\b(?:outperform|outpac|beat|ahead|lead|led|underperform|lag|trail|behind|short of)", re.I)


def _supporting(scene: Scene, key: str, word: str, left: int, right: int, flip: bool = False) -> list[Fact]:
    """Facts that show a subject moved as a word says, over the period named or else over every one held."""
    up = bool(UP.fullmatch(word)) != flip
    whole = {c.horizon for c in horizon_cues(scene.text, scene.as_of)}
    cues = {c.horizon for c in horizon_cues(scene.text[left:right], scene.as_of)} or whole
    if not cues and any(d.day and d.fits(scene.as_of, scene.today) for d in scene.dates):
        cues = {"1d"}
    facts = scene.ledger.facts
    versus = _VERSUS.search(word) or scene.text[scene.text.find(word) + len(word) :].startswith(" than")
    others = [m.key for m in mentions(scene.text) if m.key != key]
    if versus and others:
        held = [(f, 1) for f in facts if f.subject == f"{key}_vs_{others[0]}"]
        held += [(f, -1) for f in facts if f.subject == f"{others[0]}_vs_{key}"]
        held = [(f, s) for f, s in held if f.metric.startswith("spread_") and not f.metric.endswith("percentile")]
    elif versus:
        held = [(f, 1) for f in facts if f.subject.startswith(key + "_vs_") and f.metric.startswith("spread_")]
        held = [(f, s) for f, s in held if not f.metric.endswith("percentile")]
    else:
        held = [(f, 1) for f in facts if f.subject == key and f.metric.startswith(("return_", "change_"))]
    held = [(f, s) for f, s in held if not cues or horizon_of(f.metric) in cues]
    if flip:
        agree = [f for f, s in held if (float(f.value) * s >= 0) == up or not f.value]
    else:
        agree = [f for f, s in held if (float(f.value) * s > 0) == up and f.value]
    return agree[:1] if held and len(agree) == len(held) else []


def _dates(scene: Scene, facts: list[Fact], dates: list[DateMention]) -> list[Reason]:
    """Every date named must be one of the evidence that the sentence rests on."""
    out = []
    known = {day for f in facts for day in related_dates(f)}
    bases = {f.base.session for f in facts if f.base}
    quoted = [(m.start(), m.end()) for m in re.finditer(r"“[^”]*”|\"[^\"]*\"", scene.text)]
    for mention in dates:
        from_base = FROM.search(scene.text[max(0, mention.start - 32) : mention.start])
        days = known | bases if from_base else known
        if any(mention.fits(day, scene.today) for day in days):
            continue
        if any(_dated(p.published, mention) or _in_text(mention.text, p.text) for p in scene.cited):
            continue
        if any(start <= mention.start < end for start, end in quoted):
            continue  # the words of a quotation are held as a whole
        vague = mention.day is None and mention.weekday is None and not mention.relative
        if vague and not scene.cited and mention.fits(scene.as_of, scene.today):
            continue
        if vague and not scene.cited and any(mention.start < c.end and c.start < mention.end for c in _cues(scene)):
            continue  # part of a period's name, which is held as one
        if not facts and not scene.cited and mention.fits(scene.as_of, scene.today):
            continue
        out.append(Reason("date that isn't the evidence's", f"{mention.text} is not a date of the evidence"))
    return out


def _cues(scene: Scene) -> list[Cue]:
    return horizon_cues(scene.text, scene.as_of)


def _dated(published: str, mention: DateMention) -> bool:
    parts = [int(x) for x in str(published).split("-")]
    return all(
        said is None or (i < len(parts) and parts[i] == said)
        for i, said in enumerate((mention.year, mention.month, mention.day))
    )


def _in_text(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) is not None
