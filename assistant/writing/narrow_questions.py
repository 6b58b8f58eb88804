"""The sentence that answers a narrow question itself: one measure, one test, one count.

The built-in writer tells it before all that surrounds it, so that nobody who asks for the ratio has to look for it.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.statements.names import capital
from tools.fact import spell_date

if TYPE_CHECKING:
    from assistant.writing.prose import Prose

AROUND = 4  # sentences that may follow one that answers alone


def direct(prose: "Prose", words: str) -> list[str]:
    """What the words of a question ask for by name, as far as the evidence holds it.

    Args:
        prose: Over the evidence of this turn.
        words: The question.

    Returns:
        Sentences in the order of the measures below; none for a question that names no measure.
    """
    named = [write for pattern, write in _NARROW if pattern.search(words)]
    subjects = list(dict.fromkeys(f.subject for f in prose.facts if f.metric == "close"))
    pairs = list(dict.fromkeys(f.subject for f in prose.facts if f.metric == "spread_1d"))
    told = [s for write in named for key in [*pairs, *subjects, "sectors"] for s in write(prose, key)]
    return list(dict.fromkeys(told))


def _told(prose: "Prose", key: str, metrics: tuple[str, ...], text: str) -> list[str]:
    """A sentence over measures of one subject, each ``{0}``, ``{1}`` in it; none where one is missing."""
    facts = [prose.fact(f"{key}.{metric}") for metric in metrics]
    if not all(facts):
        return []
    slots = [prose.slot(f"{key}.{metric}") for metric in metrics]
    day = next(f.as_of for f in facts if f)
    return [
        text.format(*slots, whose=f"{capital(prose.name(key))}'s", name=capital(prose.name(key)), day=spell_date(day))
    ]


def _ratio(prose: "Prose", key: str) -> list[str]:
    if "_vs_" not in key:
        return []
    first, second = (prose.name(k) for k in key.split("_vs_"))
    return _told(prose, key, ("ratio",), f"The ratio of {first} to {second} stood at {{0}} on {{day}}.") + [
        f"The ratio of {first} to {second} {prose.moved(f.key, 'rose', 'fell')} for the year{prose.to(f)}."
        for f in [prose.fact(f"{key}.ratio_return_ytd")]
        if f and f.value
    ]


def _macd(prose: "Prose", key: str) -> list[str]:
    line, signal = prose.fact(f"{key}.macd"), prose.fact(f"{key}.macd_signal")
    side = "above" if line and signal and float(line.value) > float(signal.value) else "below"
    text = f"{{whose}} MACD stood at {{0}} on {{day}}, {side} its signal line at {{1}}."
    return _told(prose, key, ("macd", "macd_signal"), text)


def _cross(prose: "Prose", key: str) -> list[str]:
    gap = prose.fact(f"{key}.sma_cross")
    side = "above" if gap and float(gap.value) > 0 else "below"
    text = f"{{whose}} 50-session moving average stands {{0}} {side} its 200-session moving average."
    return _told(prose, key, ("sma_cross",), text)


def _extreme(side: str) -> Callable[["Prose", str], list[str]]:
    other = "above" if side == "low" else "below"

    def write(prose: "Prose", key: str) -> list[str]:
        away = prose.fact(f"{key}.distance_{side}_52w")
        gap = f"{{name}} closed {{0}} {other} its 52-week {side} on {{day}}."
        return _told(prose, key, (f"{side}_52w",), f"{{whose}} 52-week {side} close is {{0}}.") + (
            _told(prose, key, (f"distance_{side}_52w",), gap) if away and away.value else []
        )

    return write


def _of(metrics: str, text: str) -> Callable[["Prose", str], list[str]]:
    return lambda prose, key: _told(prose, key, tuple(metrics.split()), text)


def _say(name: str, needs: str) -> Callable[["Prose", str], list[str]]:
    """A sentence that code states whole, of one subject, where the evidence holds what it needs."""
    return lambda prose, key: [f"{{say {key}.{name}}}."] if prose.fact(f"{key}.{needs}") else []


def _quality(prose: "Prose", key: str) -> list[str]:
    held = key == "sectors" and prose.fact("rotation.verdict.quality.1d")
    return ["{say rotation.verdict.quality}."] if held else []


_Write = Callable[["Prose", str], list[str]]
_NARROW: tuple[tuple[re.Pattern[str], _Write], ...] = tuple(
    (re.compile(pattern, re.I), write)
    for pattern, write in (
        (r"\bratio\b", _ratio),
        (r"\bmacd\b", _macd),
        (r"golden cross|death cross", _cross),
        (r"divergen\w*", _say("divergence", "divergence.bearish.k1")),
        (r"fibonacci|retracement|\bextensions?\b", _say("fibonacci", "fibonacci.anchor.a")),
        (r"bollinger|\bbands?\b", _of("bollinger_lower bollinger_upper close", "{whose} Bollinger bands stood at {0} and {1} on {day}, and it closed at {2}.")),
        (r"\batr\b|true range", _of("atr_14", "{whose} average true range over 14 sessions was {0} on {day}.")),
        (r"reali[sz]ed vol\w*|how volatile", _of("realized_volatility_20d", "{whose} realised volatility over 20 sessions was {0} on {day}.")),
        (r"(?:52|fifty-two)[- ]week high|high of the (?:past |last )?(?:year|52)|one-year high", _extreme("high")),
        (r"(?:52|fifty-two)[- ]week low|low of the (?:past |last )?(?:year|52)|one-year low", _extreme("low")),
        (r"\bopen(?:ed|ing)?\b|intraday|high of the day|low of the day", _of("open high low", "{name} opened at {0} on {day}, with an intraday high of {1} and an intraday low of {2}.")),
        (r"how many (?:of the last|days|sessions)|days? (?:has|have|did) .*(?:risen|rise|gained|fallen|fall)", _of("up_sessions_20d down_sessions_20d", "{name} rose in {0} of the last 20 and fell in {1}.")),
        (r"how many[^?]*\brecords?\b|\bset (?:a|any) (?:new )?records?\b[^?]*(?:year|20\d\d)", lambda prose, key: prose.record_count(key)),
        (r"\blast\b[^?]*\brecord\b|\bwhen\b[^?]*\brecord\b", _of("record_last_date record_last", "{whose} last record close came on {0}, at {1}.")),
        (r"how many[^?]*\b(?:led|beat\w*|ahead)\b", lambda prose, key: prose.sessions_led(key) if "_vs_" in key else []),
        (r"\b(?:worst|weakest|bottom)\b[^?]*\bsectors?\b|\bsectors?\b[^?]*\b(?:worst|weakest|bottom|last)\b", lambda prose, key: prose.last_of_sectors() if key == "sectors" else []),
        (r"\bquality\b|\bjunk\w*|\b(?:un)?profitable\b", _quality),
        (r"how many[^?]*\bsectors?\b|sectors? (?:rose|fell|gained|advanced|are up|were up)", lambda prose, key: prose.advancers() if key == "sectors" else []),
        (r"cyclical\w*|defensive\w*", lambda prose, key: prose.tilt() if key == "sectors" else []),
    )
)  # fmt: skip
